package paiement

import (
	"crypto/sha256"
	"encoding/base32"
	"fmt"
	"io"
	"slices"

	"accord/droit"
	"accord/registre"
	v "accord/valeur"
)

// Ordre is one order of payment to one payee for one dossier.
type Ordre struct {
	ID           string
	Personne     string
	Dossier      string
	Destinataire registre.Destinataire
	Compte       Compte
	CreeLe       v.Jour
	Regles       string // version of the rules that computed it
	Lignes       []Ligne
	Total        droit.Prelevements
	Feuille      []droit.Etape // computation sheet, as it stood when the order was made
	Etat         Etat
	Lot          string
}

// Compte is where an order is paid.
type Compte struct {
	IBAN      v.IBAN
	BIC       string
	Titulaire string
}

// Ligne is a run of days paid together, or the correction of one earlier line.
type Ligne struct {
	ID       string
	Racine   string // the line itself, or the first line that it corrects
	Activite string
	Risque   droit.Risque
	Periode  v.Periode // from the first to the last day concerned
	Jours    []JourLigne
	Exonere  bool
	Acompte  bool // on account of days that still hang on a question
	droit.Prelevements
}

// JourLigne is the amount that a line posts on one day.
type JourLigne struct {
	Jour v.Jour
	Rang int
	Brut v.Centimes
}

// Correction reports whether the line corrects an earlier one.
func (l *Ligne) Correction() bool { return l.Racine != l.ID }

// Unitaire returns the daily amount when every day of the line carries the
// same one.
func (l *Ligne) Unitaire() (v.Centimes, bool) {
	for _, j := range l.Jours {
		if j.Brut != l.Jours[0].Brut {
			return 0, false
		}
	}
	return l.Jours[0].Brut, true
}

// Reference is the permanent identifier of the payment at the bank
// (EndToEndId): at most 35 characters, nothing personal in it.
func (o *Ordre) Reference() string { return "IJ" + o.ID }

// Poses gives the postings that the order makes, once it has its visa.
func (o *Ordre) Poses() []registre.Pose {
	var poses []registre.Pose
	for i := range o.Lignes {
		l := &o.Lignes[i]
		for _, j := range l.Jours {
			poses = append(poses, registre.Pose{
				Cle:     registre.Cle{Jour: j.Jour, Ligne: l.Activite, Risque: l.Risque},
				Dossier: o.Dossier, Rang: j.Rang, Brut: j.Brut, Destinataire: o.Destinataire,
				OrdreLigne: l.ID, Racine: l.Racine, Le: o.CreeLe, Exonere: l.Exonere,
			})
		}
	}
	return poses
}

// Porte reports whether the order posts something on a day of a line, under whatever risk.
func (o *Ordre) Porte(jour v.Jour, ligne string) bool {
	for i := range o.Lignes {
		l := &o.Lignes[i]
		if l.Activite == ligne && slices.ContainsFunc(l.Jours, func(j JourLigne) bool { return j.Jour == jour }) {
			return true
		}
	}
	return false
}

// Contrepasser gives the postings that undo those of an order that is cancelled
// before it was emitted, on a day. They take the next rank of their days: what
// was posted stays, and the day is owed again. poses are those of the person.
func (o *Ordre) Contrepasser(poses []registre.Pose, le v.Jour) []registre.Pose {
	lignes, rangs := map[string]bool{}, map[registre.Cle]int{}
	for i := range o.Lignes {
		lignes[o.Lignes[i].ID] = true
	}
	for i := range poses {
		rangs[poses[i].Cle] = max(rangs[poses[i].Cle], poses[i].Rang+1)
	}
	var inverses []registre.Pose
	for _, p := range poses {
		if lignes[p.OrdreLigne] {
			p.Rang, p.Brut, p.Le = rangs[p.Cle], -p.Brut, le
			inverses = append(inverses, p)
		}
	}
	return inverses
}

var base32SansBourrage = base32.StdEncoding.WithPadding(base32.NoPadding)

// numeroter gives the order and its lines their identifiers, which follow from
// what the order pays: the same order proposed twice has the same identifier.
func (o *Ordre) numeroter() {
	h := sha256.New()
	fmt.Fprintln(h, o.Personne, o.Dossier, o.Destinataire, o.CreeLe)
	for i := range o.Lignes {
		ecrireLigne(h, &o.Lignes[i])
	}
	o.ID = base32SansBourrage.EncodeToString(h.Sum(nil))[:20]
	for i := range o.Lignes {
		l := &o.Lignes[i]
		l.ID = fmt.Sprintf("%s-%d", o.ID, i+1)
		if l.Racine == "" {
			l.Racine = l.ID
		}
	}
}

func ecrireLigne(w io.Writer, l *Ligne) {
	fmt.Fprintln(w, l.Activite, l.Risque, l.Racine, l.Brut)
	for _, j := range l.Jours {
		fmt.Fprintln(w, j.Jour, j.Rang, j.Brut)
	}
}
