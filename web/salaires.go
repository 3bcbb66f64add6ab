package web

import (
	"slices"

	"accord/dossier"
	"accord/droit"
	"accord/libelle"
	v "accord/valeur"
)

// salaire is one pay known of an employer.
type salaire struct {
	Periode   string
	Employeur string
	Brut      v.Option[v.Centimes]
	Retabli   v.Option[v.Centimes]
	Heures    v.Option[v.Centiemes]
	VerseLe   v.Jour
	Source    source
}

// source is where a fact can be read.
type source struct {
	Texte string
	Href  string // of the extract, empty when the piece is not at hand
}

// base is the allowance of the dossier and how it was reached.
type base struct {
	Reference string
	Mois      []moisBase
	Plafond   string
	Gain      string
	IJ        v.Centimes
}

// moisBase is one pay of the reference, all employers together.
type moisBase struct{ Periode, Retabli, Retenu string }

// salaires lists the pays known, those of the reference apart from the others.
func (f *fiche) salaires() (reference, autres []salaire) {
	w := f.fenetre(nil)
	for _, b := range f.basesDroit() {
		x := f.fenetre(b)
		w = v.P(min(w.Du, x.Du), max(w.Au, x.Au))
	}
	s := f.Calcul.Situation
	for i := range s.Cas.Activites {
		a := &s.Cas.Activites[i]
		for k := range a.Salaires {
			p := &a.Salaires[k]
			ligne := salaire{
				Periode: direPeriode(p.Periode), Employeur: f.nomLigne(a.ID), Brut: p.Brut, Retabli: p.Retabli, Heures: p.Heures, VerseLe: p.VerseLe,
			}
			if k < len(s.Lignes[i].Salaires) {
				ligne.Source = f.source(s.Lignes[i].Salaires[k])
			}
			if w.Inter(p.Periode).IsZero() {
				autres = append(autres, ligne)
			} else {
				reference = append(reference, ligne)
			}
		}
	}
	return reference, autres
}

// fenetre is the period over which an allowance of the dossier is computed:
// that of its base, three civil months unless the base says twelve.
func (f *fiche) fenetre(b *droit.Base) v.Periode {
	mois, arret := 3, f.etape.Arrets[0]
	if b != nil {
		arret = b.Arret
		if b.Reference == "12_mois" {
			mois = 12
		}
	}
	for i := range f.Calcul.Resultat.Droits {
		d := &f.Calcul.Resultat.Droits[i]
		switch {
		case d.Arret != arret:
		case mois == 12 && !d.Fenetres.Mois12.IsZero():
			return d.Fenetres.Mois12
		case mois == 3 && !d.Fenetres.Mois3.IsZero():
			return d.Fenetres.Mois3
		}
	}
	debut := f.etape.Debut.DebutMois()
	return v.P(debut.AjouterMois(-mois), debut-1)
}

// duDossier reports whether an arrêt of the case belongs to the dossier.
func (f *fiche) duDossier(arret int) bool { return slices.Contains(f.etape.Arrets, arret) }

// calcul lists the steps of the computation that are about the dossier.
func (f *fiche) calcul() []etape {
	es := slices.DeleteFunc(f.Calcul.Resultat.Recit(), func(e droit.Etape) bool { return e.Chaine >= 0 && !f.duDossier(e.Chaine) })
	return etapes(f.table, es)
}

// basesDroit lists the bases of the dossier as the law computed them.
func (f *fiche) basesDroit() []*droit.Base {
	var bs []*droit.Base
	for i := range f.Calcul.Resultat.Bases {
		if b := &f.Calcul.Resultat.Bases[i]; f.duDossier(b.Arret) {
			bs = append(bs, b)
		}
	}
	return bs
}

// bases prepares the bases of the dossier: one, unless several chains of it
// began on one day.
func (f *fiche) bases() []base {
	var bs []base
	for _, d := range f.basesDroit() {
		b := base{
			Reference: libelle.Reference(d.Reference), Plafond: libelle.Decimal(d.PlafondMensuel.Exacte()), Gain: libelle.Decimal(d.GainJournalier.Decimal(6)), IJ: d.IJ,
		}
		w := f.fenetre(d)
		mensuelle := len(d.SalairesRetablis) == moisEntre(w)
		for i := range d.SalairesRetablis {
			m := moisBase{Periode: libelle.Nombre(i + 1), Retabli: libelle.Decimal(d.SalairesRetablis[i].Decimal(2))}
			if mensuelle {
				m.Periode = w.Du.AjouterMois(i).MoisEnLettres()
			}
			if i < len(d.SalairesRetenus) {
				m.Retenu = libelle.Decimal(d.SalairesRetenus[i].Decimal(2))
			}
			b.Mois = append(b.Mois, m)
		}
		bs = append(bs, b)
	}
	return bs
}

// moisEntre counts the civil months of a window.
func moisEntre(w v.Periode) int {
	n := 0
	for m := w.Du; m <= w.Au; m = m.AjouterMois(1) {
		n++
	}
	return n
}

// direPeriode names a civil month, or the dates of any other period.
func direPeriode(p v.Periode) string {
	if p.Du == p.Du.DebutMois() && p.Au == p.Du.FinMois() {
		return p.Du.MoisEnLettres()
	}
	return p.String()
}

// source says where a fact was read.
func (f *fiche) source(s dossier.Source) source {
	texte := "pièce"
	src := source{}
	if p := f.pieces[s.Piece]; p != nil {
		texte, src.Href = libelle.Piece(p.Genre), f.adressePiece(s.Piece)
	}
	if s.Fichier != "" {
		texte += ", " + s.Fichier
	}
	src.Texte = texte + libelle.Lignes(s.Du, s.Au)
	return src
}

func (f *fiche) adressePiece(empreinte string) string {
	return "/dossiers/" + f.Numero + "/pieces/" + empreinte
}
