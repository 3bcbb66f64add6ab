package piece

import (
	"cmp"
	"fmt"
	"slices"

	"accord/dossier"
	"accord/droit"
	"accord/format/dsn"
	v "accord/valeur"
)

// mensuelle gives the fact of a monthly declaration: all the contracts of one
// person, each with its wages and absences.
func (r *lectureDSN) mensuelle(i *dsn.Individu) dossier.Fait {
	f := r.fait(dossier.GenreMensuelle, i.Lignes)
	m := &dossier.Mensuelle{Identite: identite(i), Employeur: r.qui, Mois: r.d.Mois, Ordre: r.d.NumeroOrdre}
	for k := range i.Contrats {
		m.Contrats = append(m.Contrats, r.contrat(&i.Contrats[k]))
	}
	r.salaires(i, m)
	r.primes(i, m)
	f.Mensuelle = m
	return f
}

func (r *lectureDSN) contrat(c *dsn.Contrat) dossier.ContratDeclare {
	nature, connue := correspond(rubriqueNatureContrat, c.Nature)
	if !connue && c.Nature != "" {
		r.codeInconnu(c.Premiere, rubriqueNatureContrat, c.Nature, "la nature du contrat n'est pas retenue")
	}
	d := dossier.ContratDeclare{
		Numero: c.Numero, AncienNumero: ancienNumero(c), Nature: droit.Contrat(nature), Debut: c.Debut, Fin: finContrat(c),
		Regime: c.RegimeMaladie, Salaires: []droit.Salaire{}, Absences: []droit.Absence{}, Pertes: pertes(c),
	}
	for k := range c.Arrets {
		r.arretDuMois(&d, &c.Arrets[k])
	}
	for k := range c.Suspensions {
		r.suspension(&d, &c.Suspensions[k])
	}
	d.Absences = enOrdre(d.Absences, func(a, b droit.Absence) int {
		return cmp.Or(comparerPeriodes(a.Periode, b.Periode), cmp.Compare(a.Motif, b.Motif))
	})
	d.Reprises = enOrdre(d.Reprises, func(a, b droit.Reprise) int {
		return cmp.Or(cmp.Compare(a.Le, b.Le), cmp.Compare(a.Motif, b.Motif))
	})
	return d
}

// ancienNumero is the number that the latest renumbering put out of use.
func ancienNumero(c *dsn.Contrat) (numero string) {
	var le v.Jour
	for _, ch := range c.Changements {
		if ch.AncienNumero != "" && ch.Date >= le {
			numero, le = ch.AncienNumero, ch.Date
		}
	}
	return numero
}

// finContrat is the end that happened; the planned end of a CDD
// (S21.G00.40.010) is not one.
func finContrat(c *dsn.Contrat) (fin v.Jour) {
	for _, f := range c.Fins {
		if f.Motif != motifFinAnnulee {
			fin = max(fin, f.Date)
		}
	}
	return fin
}

// motifFinAnnulee cancels an end of contract declared before (S21.G00.62.002).
const motifFinAnnulee = "099"

// arretDuMois makes of an arrêt de travail the absence that it is. The absence
// may begin before the month, when payroll learnt of it late; what comes after
// the month belongs to the next declarations.
func (r *lectureDSN) arretDuMois(d *dossier.ContratDeclare, a *dsn.Arret) {
	if a.Motif == dsn.MotifAnnulation {
		r.signaler(a.Premiere, rubriqueMotifArret, string(a.Motif), "un arrêt",
			"arrêt annulé dans une mensuelle : il n'y est pas retenu, le signalement reste à annuler par son propre message")
		return
	}
	if a.Reprise != 0 {
		d.Reprises = append(d.Reprises, r.reprise(a))
	}
	motif, connu := correspond(rubriqueMotifArret, string(a.Motif))
	if !connu {
		r.codeInconnu(a.Premiere, rubriqueMotifArret, string(a.Motif), "l'absence n'est pas retenue")
	}
	fin := a.FinPrevue
	if a.Reprise != 0 {
		fin = a.Reprise - 1
	}
	r.absence(d, v.P(a.DernierJourTravaille+1, fin), motif)
}

func (r *lectureDSN) suspension(d *dossier.ContratDeclare, s *dsn.Suspension) {
	motif, connu := correspond(rubriqueSuspension, s.Motif)
	if !connu {
		r.codeInconnu(s.Premiere, rubriqueSuspension, s.Motif, "l'absence n'est pas retenue")
	}
	r.absence(d, s.Periode, motif)
}

func (r *lectureDSN) absence(d *dossier.ContratDeclare, p v.Periode, motif string) {
	if fin := r.d.Mois.FinMois(); p.Au == 0 || p.Au > fin {
		p.Au = fin
	}
	if motif != "" && p.Jours() > 0 {
		d.Absences = append(d.Absences, droit.Absence{Periode: p, Motif: droit.MotifAbsence(motif)})
	}
}

func (r *lectureDSN) codeInconnu(ligne int, rubrique, code, suite string) {
	r.signaler(ligne, rubrique, code, "un code connu", fmt.Sprintf("le code « %s » n'a pas de sens connu pour les droits, %s", propre(code), suite))
}

func comparerPeriodes(a, b v.Periode) int {
	return cmp.Or(cmp.Compare(a.Du, b.Du), cmp.Compare(a.Au, b.Au))
}

// enOrdre sorts and takes doubles out.
func enOrdre[T comparable](s []T, comparer func(a, b T) int) []T {
	slices.SortFunc(s, comparer)
	return slices.Compact(s)
}
