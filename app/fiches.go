package app

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"accord/dossier"
	"accord/paiement"
	"accord/registre"
	v "accord/valeur"
)

// Fiche is a record: what the base holds under one number. A person has several
// when she was known under a provisional or a wrong one, and someone said so.
type Fiche struct {
	Personne string
	NIR      v.NIR
	Acte     *dossier.Intervention // by which it is attached; nil for the one that leads
}

// racine returns the record that speaks for a person: the one that a record is
// attached to, from one to the next, or itself.
func racine(tx Tx, fiche string) (string, error) {
	for range fichesMax {
		p, err := tx.Principale(fiche)
		if err != nil || p == "" {
			return fiche, err
		}
		fiche = p
	}
	return "", fmt.Errorf("fiche %s : elle est rattachée à elle-même", fiche)
}

// fichesMax bounds the records of one person.
const fichesMax = 32

// reunies lists a record and those that are attached to it, one through the
// other, the first first, the others in order.
func reunies(tx Tx, fiche string) ([]string, error) {
	fiches := []string{fiche}
	for i := 0; i < len(fiches); i++ {
		suite, err := tx.Rattachees(fiches[i])
		if err != nil {
			return nil, err
		}
		if fiches = append(fiches, suite...); len(fiches) > fichesMax {
			return nil, fmt.Errorf("fiche %s : plus de %d fiches sont réunies", fiche, fichesMax)
		}
	}
	slices.Sort(fiches[1:])
	return fiches, nil
}

// reunion is what the records of one person hold, read together.
type reunion struct {
	fiches  []Fiche
	essai   bool
	faits   []dossier.Fait
	poses   []registre.Pose
	ordres  []*paiement.Ordre
	dePiece map[string]string // record of each piece, when there are several records

	messages func() ([]Message, error) // what was said of the person, read when it is needed
}

// lireReunion reads records. What was erased of a person is out of her account,
// both owed and paid.
func lireReunion(tx Tx, fiches []string) (*reunion, error) {
	g := &reunion{}
	var poses [][]registre.Pose
	for i, f := range fiches {
		err := g.lire(tx, f, &poses)
		if i > 0 && errors.Is(err, ErrEfface) {
			continue
		}
		if err != nil {
			return nil, err
		}
	}
	if len(g.fiches) == 1 {
		g.poses = poses[0]
		return g, nil
	}
	noms := make([]string, len(g.fiches))
	for i := range g.fiches {
		noms[i] = g.fiches[i].Personne
	}
	g.poses = registre.Reunir(noms, poses)
	slices.SortFunc(g.ordres, func(a, b *paiement.Ordre) int {
		return cmp.Or(cmp.Compare(a.CreeLe, b.CreeLe), cmp.Compare(a.ID, b.ID))
	})
	return g, nil
}

func (g *reunion) lire(tx Tx, fiche string, poses *[][]registre.Pose) error {
	faits, err := tx.Faits(fiche)
	if err != nil {
		return err
	}
	f := Fiche{Personne: fiche, Acte: dossier.Rattachement(faits, fiche)}
	if f.NIR, g.essai, err = tx.NIR(fiche); err != nil {
		return err
	}
	ps, err := tx.Poses(fiche)
	if err != nil {
		return err
	}
	os, err := tx.Ordres(fiche)
	if err != nil {
		return err
	}
	if len(g.fiches) > 0 && g.dePiece == nil {
		g.dePiece = map[string]string{}
		g.placer(g.faits, g.fiches[0].Personne)
	}
	g.placer(faits, fiche)
	g.fiches, g.faits, g.ordres = append(g.fiches, f), append(g.faits, faits...), append(g.ordres, os...)
	*poses = append(*poses, ps)
	return nil
}

func (g *reunion) placer(faits []dossier.Fait, fiche string) {
	if g.dePiece == nil {
		return
	}
	for i := range faits {
		g.dePiece[faits[i].Source.Piece] = fiche
	}
}

// prouver checks that each record is attached where the acts of its own chain
// say: the link is read at each payment, and nobody changes it in silence.
func (g *reunion) prouver(tx Tx) error {
	for i := range g.fiches {
		f := &g.fiches[i]
		p, err := tx.Principale(f.Personne)
		if err != nil {
			return err
		}
		if dit := principaleDe(f.Acte); dit != p {
			return fmt.Errorf("fiche %s : la base la dit rattachée à «%s», ses actes à «%s»", f.Personne, p, dit)
		}
	}
	return nil
}

func principaleDe(a *dossier.Intervention) string {
	if a == nil {
		return ""
	}
	return a.Valeur
}

// ficheDe says under which record a difference is posted, so that each record
// still tells what its own account received if they are parted again. A day goes
// under the record that prescribes it, when that one gave the account that is
// paid, or an employer is paid; else under the record that gave the account.
func (d *Dossier) ficheDe(g *reunion) func(*registre.Ecart) string {
	if len(g.fiches) < 2 {
		return nil
	}
	s := d.Calcul.Situation
	duJour := map[registre.Cle]string{}
	for i := range d.Calcul.Resultat.Jours {
		j := &d.Calcul.Resultat.Jours[i]
		duJour[registre.Cle{Jour: j.Date, Ligne: s.Lignes[j.Activite].Cle, Risque: j.Risque}] = g.dePiece[s.PieceArret(j.Arret)]
	}
	compte := g.fiches[0].Personne
	var iban v.IBAN
	if rib, source := s.CompteAssure(); rib != nil {
		iban = rib.IBAN
		compte = cmp.Or(g.dePiece[source.Piece], compte)
	}
	return func(e *registre.Ecart) string {
		jour := cmp.Or(duJour[e.Cle], compte)
		if e.Destinataire != registre.Assure || g.aDonne(jour, iban) {
			return jour
		}
		return compte
	}
}

// aDonne reports whether a record gave an account, today or before.
func (g *reunion) aDonne(fiche string, iban v.IBAN) bool {
	return slices.ContainsFunc(g.faits, func(f dossier.Fait) bool {
		return f.RIB != nil && f.RIB.IBAN == iban && g.dePiece[f.Source.Piece] == fiche
	})
}

// aPiece examines whether one of the records of a person holds a piece.
func (d *Dossier) aPiece(tx Tx, piece string) error {
	for i := range d.Fiches {
		pieces, err := tx.Pieces(d.Fiches[i].Personne)
		if err != nil || slices.ContainsFunc(pieces, func(p PieceRecue) bool { return p.Empreinte == piece }) {
			return err
		}
	}
	return fmt.Errorf("pièce «%s» : %w", piece, ErrAbsent)
}

// aFiche reports whether a record is one of those of a person.
func (d *Dossier) aFiche(fiche string) bool {
	return slices.ContainsFunc(d.Fiches, func(f Fiche) bool { return f.Personne == fiche })
}
