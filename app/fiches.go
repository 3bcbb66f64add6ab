package app

import (
	"cmp"
	"errors"
	"fmt"
	"math"
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
// other, the first first.
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
	return fiches, nil
}

// reunion is what the records of one person hold, read together.
type reunion struct {
	fiches []Fiche // the one that leads, then the others in the order in which they were attached
	essai  bool
	faits  []dossier.Fait
	poses  []registre.Pose
	ordres []*paiement.Ordre

	messages  func() ([]Message, error) // what was said of the person, read when it is needed
	courriers func() ([]Message, error) // and under all her records
}

// lireReunion reads records. What was erased of a person is out of her account,
// both owed and paid.
func lireReunion(tx Tx, fiches []string, lire func(Tx, string) (ficheLue, error)) (*reunion, error) {
	var lues []ficheLue
	for i, f := range fiches {
		l, err := lire(tx, f)
		if i > 0 && errors.Is(err, ErrEfface) {
			continue
		}
		if err != nil {
			return nil, err
		}
		lues = append(lues, l)
	}
	if len(lues) == 1 {
		l := &lues[0]
		return &reunion{fiches: []Fiche{l.Fiche}, essai: l.essai, faits: l.faits, poses: l.poses, ordres: l.ordres}, nil
	}
	slices.SortFunc(lues[1:], func(a, b ficheLue) int {
		return cmp.Or(cmp.Compare(a.attacheeLe(), b.attacheeLe()), cmp.Compare(a.NIR, b.NIR))
	})
	return reunir(lues), nil
}

// ficheLue is what one record holds.
type ficheLue struct {
	Fiche
	essai  bool
	faits  []dossier.Fait
	poses  []registre.Pose
	ordres []*paiement.Ordre
}

// attacheeLe is when it was attached; last, when it is not yet.
func (l *ficheLue) attacheeLe() int64 {
	if l.Acte == nil {
		return math.MaxInt64
	}
	return l.Acte.Instant
}

func lireFiche(tx Tx, fiche string) (l ficheLue, err error) {
	return lireFicheAvec(tx, fiche)
}

// lireFicheAvec reads a record as it would be with some facts more.
func lireFicheAvec(tx Tx, fiche string, enPlus ...dossier.Fait) (l ficheLue, err error) {
	if l.faits, err = tx.Faits(fiche); err != nil {
		return l, err
	}
	l.faits = slices.Concat(l.faits, enPlus)
	l.Fiche = Fiche{Personne: fiche, Acte: dossier.Rattachement(l.faits, fiche)}
	if l.NIR, l.essai, err = tx.NIR(fiche); err != nil {
		return l, err
	}
	if l.poses, err = tx.Poses(fiche); err != nil {
		return l, err
	}
	l.ordres, err = tx.Ordres(fiche)
	return l, err
}

// desFiches gives what is read of each record, one after the other.
func desFiches[T any](fiches []Fiche, lire func(personne string) ([]T, error)) (tout []T, err error) {
	for i := range fiches {
		siens, err := lire(fiches[i].Personne)
		if err != nil {
			return nil, err
		}
		tout = append(tout, siens...)
	}
	return tout, nil
}

// reunir puts records together; each fact keeps the rank of its own.
func reunir(lues []ficheLue) *reunion {
	g := &reunion{essai: lues[0].essai}
	poses := make([][]registre.Pose, len(lues))
	for i := range lues {
		l := &lues[i]
		for k := range l.faits {
			l.faits[k].Source.Fiche = i
		}
		g.fiches, g.faits, g.ordres = append(g.fiches, l.Fiche), append(g.faits, l.faits...), append(g.ordres, l.ordres...)
		poses[i] = l.poses
	}
	g.poses = registre.Reunir(nomsFiches(g.fiches), poses)
	slices.SortFunc(g.ordres, func(a, b *paiement.Ordre) int {
		return cmp.Or(cmp.Compare(a.CreeLe, b.CreeLe), cmp.Compare(a.ID, b.ID))
	})
	return g
}

// nomsFiches lists the identifiers of records.
func nomsFiches(fiches []Fiche) []string {
	noms := make([]string, len(fiches))
	for i := range fiches {
		noms[i] = fiches[i].Personne
	}
	return noms
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
// still tells what its own account received if they are parted again. What goes to
// the insured is posted under the record that gave the account that is paid, what
// goes to an employer under the one that prescribes the day. Where several did, it is
// the one that leads, else the one that was attached first; but a day goes rather
// under a record that both prescribes it and gave the account.
func (d *Dossier) ficheDe(g *reunion) func(*registre.Ecart) string {
	if len(g.fiches) < 2 {
		return nil
	}
	prescrivent := d.prescrivent()
	comptes := make([]bool, len(g.fiches))
	if rib, _ := d.Calcul.Situation.CompteAssure(); rib != nil {
		for i := range g.faits {
			if r := g.faits[i].RIB; r != nil && r.IBAN == rib.IBAN {
				comptes[g.faits[i].Source.Fiche] = true
			}
		}
	}
	compte := max(0, slices.Index(comptes, true))
	return func(e *registre.Ecart) string {
		fiches := prescrivent[e.Cle]
		switch k := slices.IndexFunc(fiches, func(f int) bool { return comptes[f] }); {
		case e.Destinataire == registre.Assure && k >= 0:
			return g.fiches[fiches[k]].Personne
		case e.Destinataire == registre.Assure || len(fiches) == 0:
			return g.fiches[compte].Personne
		}
		return g.fiches[fiches[0]].Personne
	}
}

// prescrivent gives, for each day, the ranks of the records that hold an arrêt of
// its risk on that day, in order.
func (d *Dossier) prescrivent() map[registre.Cle][]int {
	s := d.Calcul.Situation
	fiches := map[registre.Cle][]int{}
	for i := range d.Calcul.Resultat.Jours {
		j := &d.Calcul.Resultat.Jours[i]
		rangs := []int{s.SourceArret(j.Arret).Fiche}
		for k := range s.Cas.Arrets {
			if a := &s.Cas.Arrets[k]; a.Risque == s.Cas.Arrets[j.Arret].Risque && a.Periode().Contient(j.Date) {
				rangs = append(rangs, s.SourceArret(k).Fiche)
			}
		}
		slices.Sort(rangs)
		fiches[registre.Cle{Jour: j.Date, Ligne: s.Lignes[j.Activite].Cle, Risque: j.Risque}] = slices.Compact(rangs)
	}
	return fiches
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
