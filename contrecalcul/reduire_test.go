package contrecalcul_test

import (
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// reduire takes parts of a case away while it still disagrees.
func reduire(cas *droit.Cas, echoue func(*droit.Cas) bool) *droit.Cas {
	for encore := true; encore; {
		encore = false
		for _, essai := range moindres(cas) {
			if echoue(essai) {
				cas, encore = essai, true
				break
			}
		}
	}
	return cas
}

// copie is a case of which every list may be changed.
func copie(cas *droit.Cas) *droit.Cas {
	c := *cas
	c.Activites = slices.Clone(cas.Activites)
	c.Arrets = slices.Clone(cas.Arrets)
	return &c
}

// sans lists a slice without each of its elements in turn.
func sans[T any](s []T) [][]T {
	var r [][]T
	for i := range s {
		r = append(r, slices.Delete(slices.Clone(s), i, i+1))
	}
	return r
}

// moindres lists the cases that are one step simpler.
func moindres(cas *droit.Cas) []*droit.Cas {
	var m []*droit.Cas
	essayer := func(f func(c *droit.Cas)) {
		c := copie(cas)
		f(c)
		m = append(m, c)
	}
	for _, s := range sans(cas.Arrets) {
		essayer(func(c *droit.Cas) { c.Arrets = s })
	}
	for _, s := range sans(cas.Decisions) {
		essayer(func(c *droit.Cas) { c.Decisions = s })
	}
	for _, s := range sans(cas.Anterieures) {
		essayer(func(c *droit.Cas) { c.Anterieures = s })
	}
	for _, s := range sans(cas.Verse) {
		essayer(func(c *droit.Cas) { c.Verse = s })
	}
	for _, s := range sans(cas.Activites) {
		if !nommees(cas) {
			essayer(func(c *droit.Cas) { c.Activites = s })
		}
	}
	if cas.ConnuAu != 0 && !cas.Options.Prescription {
		essayer(func(c *droit.Cas) { c.ConnuAu = 0 })
	}
	vierge := droit.Assure{Naissance: cas.Assure.Naissance, Territoire: cas.Assure.Territoire, AffilieDepuis: v.NewJour(2000, 1, 1)}
	essayerAssure(cas, vierge, essayer)
	for i := range cas.Arrets {
		moindresArret(&cas.Arrets[i], func(f func(a *droit.Arret)) { essayer(func(c *droit.Cas) { f(&c.Arrets[i]) }) })
	}
	for i := range cas.Activites {
		moindresActivite(&cas.Activites[i], func(f func(a *droit.Activite)) { essayer(func(c *droit.Cas) { f(&c.Activites[i]) }) })
	}
	return m
}

func nommees(cas *droit.Cas) bool {
	return len(cas.Verse) > 0 || slices.ContainsFunc(cas.Arrets, func(a droit.Arret) bool { return a.Activites != nil })
}

func essayerAssure(cas *droit.Cas, vierge droit.Assure, essayer func(func(*droit.Cas))) {
	if cas.Assure.AffilieDepuis != vierge.AffilieDepuis {
		essayer(func(c *droit.Cas) { c.Assure.AffilieDepuis = vierge.AffilieDepuis })
	}
	if cas.Assure.PensionVieillesse != 0 {
		essayer(func(c *droit.Cas) { c.Assure.PensionVieillesse = 0 })
	}
	if cas.Assure.PensionInvalidite != 0 {
		essayer(func(c *droit.Cas) { c.Assure.PensionInvalidite = 0 })
	}
	if len(cas.Assure.RetardsAnterieurs) > 0 {
		essayer(func(c *droit.Cas) { c.Assure.RetardsAnterieurs = nil })
	}
	if cas.Assure.DecesLe != 0 {
		essayer(func(c *droit.Cas) { c.Assure.DecesLe = 0 })
	}
	if cas.Options.Prescription {
		essayer(func(c *droit.Cas) { c.Options.Prescription = false })
	}
}

func moindresArret(a *droit.Arret, essayer func(func(*droit.Arret))) {
	if n := a.Fin - a.Debut; n > 1 {
		essayer(func(x *droit.Arret) { x.Fin = x.Debut + n/2 })
	}
	simple := droit.Arret{
		ID: a.ID, Risque: a.Risque, Nature: a.Nature, Debut: a.Debut, Fin: a.Fin, Activites: a.Activites, TempsPartiel: a.TempsPartiel,
		ALD: a.ALD, Canal: droit.Electronique, PrescritLe: a.PrescritLe, Prescripteur: droit.MedecinTraitant,
	}
	if a.Canal != simple.Canal {
		essayer(func(x *droit.Arret) { x.Canal, x.Support, x.EnvoyeLe, x.RecuLe = simple.Canal, "", 0, x.Debut })
	}
	if a.ALD != "" {
		essayer(func(x *droit.Arret) { x.ALD = "" })
	}
	if a.ExonereCarence != "" {
		essayer(func(x *droit.Arret) { x.ExonereCarence, x.Deces = "", "" })
	}
	if a.Teleconsultation.Ou(false) {
		essayer(func(x *droit.Arret) { x.Teleconsultation = v.Connu(false) })
	}
	if a.Hospitalise.Ou(false) {
		essayer(func(x *droit.Arret) { x.Hospitalise = v.Connu(false) })
	}
	if a.Prescripteur != simple.Prescripteur {
		essayer(func(x *droit.Arret) { x.Prescripteur = simple.Prescripteur })
	}
	if a.DernierJourTravaille != 0 {
		essayer(func(x *droit.Arret) { x.DernierJourTravaille = 0 })
	}
	if a.Activites != nil {
		essayer(func(x *droit.Arret) { x.Activites = nil })
	}
}

func moindresActivite(a *droit.Activite, essayer func(func(*droit.Activite))) {
	for _, s := range sans(a.Absences) {
		essayer(func(x *droit.Activite) { x.Absences = s })
	}
	for _, s := range sans(a.Subrogation) {
		essayer(func(x *droit.Activite) { x.Subrogation = s })
	}
	for _, s := range sans(a.Reprises) {
		essayer(func(x *droit.Activite) { x.Reprises = s })
	}
	for n := len(a.Salaires) / 2; n > 0; n /= 2 {
		essayer(func(x *droit.Activite) { x.Salaires = x.Salaires[n:] })
	}
	for _, s := range sans(a.Primes) {
		essayer(func(x *droit.Activite) { x.Primes = s })
	}
	for _, s := range sans(a.PertesTPT) {
		essayer(func(x *droit.Activite) { x.PertesTPT = s })
	}
	for i, s := range a.Salaires {
		if s.VerseLe != 0 || s.Retabli.EstConnu() {
			essayer(func(x *droit.Activite) {
				x.Salaires = slices.Clone(x.Salaires)
				x.Salaires[i].VerseLe, x.Salaires[i].Retabli = 0, v.Option[v.Centimes]{}
			})
		}
	}
	if a.Fin != 0 {
		essayer(func(x *droit.Activite) { x.Fin = 0 })
	}
	if a.Discontinu {
		essayer(func(x *droit.Activite) { x.Discontinu = false })
	}
	if a.Contrat != droit.CDI && a.Nature == droit.Salarie {
		essayer(func(x *droit.Activite) { x.Contrat = droit.CDI })
	}
}
