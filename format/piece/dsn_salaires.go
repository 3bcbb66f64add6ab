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

// clePaie tells the wages of one person apart: by contract, by the period that
// they pay, whatever the month that declares them, and by day of payment.
type clePaie struct {
	contrat int // in Mensuelle.Contrats
	periode v.Periode
	verseLe v.Jour
}

// paie sums the lines of one key.
type paie struct {
	clePaie
	brut, retabli v.Option[v.Centimes]
	heures        [2]v.Option[v.Centiemes] // under type 002, under type 001
}

// salaires attaches the pay of a person to the contracts by their number. Gross
// wages are the lines of type 001, restored ones those of type 003; negative
// lines correct others and are summed with them.
func (r *lectureDSN) salaires(i *dsn.Individu, m *dossier.Mensuelle) {
	var paies []paie
	rangs := map[clePaie]int{}
	for k := range i.Versements {
		versement := &i.Versements[k]
		for j := range versement.Remunerations {
			rem := &versement.Remunerations[j]
			contrat, ok := contratPaye(i, m, rem.Contrat)
			if !ok {
				continue
			}
			cle := clePaie{contrat, rem.Periode, versement.Date}
			rang, deja := rangs[cle]
			if !deja {
				rang = len(paies)
				rangs[cle] = rang
				paies = append(paies, paie{clePaie: cle})
			}
			r.ajouter(&paies[rang], rem)
		}
	}
	slices.SortFunc(paies, func(a, b paie) int {
		return cmp.Or(cmp.Compare(a.contrat, b.contrat), comparerPeriodes(a.periode, b.periode), cmp.Compare(a.verseLe, b.verseLe))
	})
	for _, p := range paies {
		s := droit.Salaire{Periode: p.periode, Brut: p.brut, Retabli: p.retabli, VerseLe: p.verseLe, Heures: p.heures[0]}
		if !s.Heures.EstConnu() {
			s.Heures = p.heures[1]
		}
		if s.Brut.EstConnu() || s.Retabli.EstConnu() || s.Heures.EstConnu() {
			c := &m.Contrats[p.contrat]
			c.Salaires = append(c.Salaires, s)
		}
	}
}

// contratPaye finds the contract of a pay by its number, then by a number that
// it bore before. A pay of no described contract is kept under its own number,
// for earlier declarations may describe it; one of a contract of another régime
// is left out.
func contratPaye(i *dsn.Individu, m *dossier.Mensuelle, numero string) (rang int, ok bool) {
	if numero == "" && len(i.Contrats) == 1 && len(i.ContratsEcartes) == 0 {
		return 0, true
	}
	for k := range m.Contrats {
		if m.Contrats[k].Numero == numero {
			return k, true
		}
	}
	for k := range i.Contrats {
		if slices.ContainsFunc(i.Contrats[k].Changements, func(c dsn.Changement) bool { return numero != "" && c.AncienNumero == numero }) {
			return k, true
		}
	}
	if slices.ContainsFunc(i.ContratsEcartes, func(c dsn.Contrat) bool { return c.Numero == numero }) {
		return 0, false
	}
	m.Contrats = append(m.Contrats, dossier.ContratDeclare{Numero: numero, Salaires: []droit.Salaire{}, Absences: []droit.Absence{}})
	return len(m.Contrats) - 1, true
}

func (r *lectureDSN) ajouter(p *paie, rem *dsn.Remuneration) {
	switch rem.Type {
	case dsn.RemunerationBrute:
		p.brut = plus(p.brut, rem.Montant)
		r.heures(&p.heures[1], rem)
	case dsn.RemunerationRetablie:
		p.retabli = plus(p.retabli, rem.Montant)
	case dsn.RemunerationChomage:
		r.heures(&p.heures[0], rem)
	}
}

// heures adds the paid work of a line. The norm puts it under type 002; older
// files put it under type 001, which serves when 002 says nothing.
func (r *lectureDSN) heures(total *v.Option[v.Centiemes], rem *dsn.Remuneration) {
	for k := range rem.Activites {
		a := &rem.Activites[k]
		mesure, ok := a.Mesure.Get()
		if a.Type != dsn.ActiviteTravail || !ok {
			continue
		}
		parUnite, connue := correspond(rubriqueUnite, string(a.Unite))
		if !connue {
			r.signaler(a.Premiere, rubriqueUnite, string(a.Unite), "une unité qui se convertit en heures",
				fmt.Sprintf("l'unité « %s » ne se convertit pas en heures, cette activité n'est pas comptée", propre(string(a.Unite))))
			continue
		}
		if parUnite != "" {
			*total = plus(*total, v.Connu(convertir(mesure, parUnite)))
		}
	}
}

// convertir turns a measure into hours, to the nearest hundredth.
func convertir(mesure v.Centiemes, parUnite string) v.Centiemes {
	heures, err := v.ParseCentimes(parUnite)
	if err != nil {
		panic("piece: correspondances.csv: " + parUnite + " " + err.Error())
	}
	return mesure.Fraction().Fois(heures.Fraction()).Centimes(v.DemiSuperieur)
}

// plus adds what is known.
func plus(a, b v.Option[v.Centimes]) v.Option[v.Centimes] {
	if !b.EstConnu() {
		return a
	}
	return v.Connu(a.Ou(0) + b.Ou(0))
}
