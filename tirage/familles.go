package tirage

import (
	"cmp"
	"slices"
	"strconv"

	"accord/droit"
	v "accord/valeur"
)

// dates about which the benefits of birth change.
var changementsFamille = []v.Jour{
	v.NewJour(2022, 1, 1), v.NewJour(2022, 7, 1), v.NewJour(2023, 1, 1), v.NewJour(2023, 8, 20), v.NewJour(2023, 9, 15), v.NewJour(2024, 1, 1),
	v.NewJour(2025, 1, 1), v.NewJour(2026, 1, 1), v.NewJour(2026, 7, 1),
}

// dernierConge is the last day on which a leave may begin: figures of 2027 are
// not known.
var dernierConge = v.NewJour(2026, 11, 30)

// familles draws a birth, an adoption, a death, and the leaves that they give.
func (t *tireur) familles() {
	a := t.jourEntre(v.NewJour(2022, 2, 1), v.NewJour(2026, 10, 15))
	if t.chance(250) {
		a = choisir(t, changementsFamille...) + v.Jour(t.entre(-20, 20))
	}
	t.assure(a)
	fin := t.evenementFamille(a)
	if t.chance(150) {
		fin = max(fin, t.maladieAutour(a, fin))
	}
	t.entourer(a, fin)
}

// evenementFamille draws one event about a day and returns the last day that it
// touches.
func (t *tireur) evenementFamille(a v.Jour) v.Jour {
	switch peser(t, part[int]{55, 0}, part[int]{20, 1}, part[int]{10, 2}, part[int]{8, 3}, part[int]{4, 4}, part[int]{3, 5}) {
	case 0:
		return t.grossesse(a)
	case 1:
		return t.secondParent(a)
	case 2:
		return t.adopter(a)
	case 3:
		return t.perdreEnfant(a)
	case 4:
		return t.accompagner(a)
	}
	return t.remplacerMere(a)
}

// entourer draws the work, the past and what is known of the case, once its
// arrêts are drawn.
func (t *tireur) entourer(a, fin v.Jour) {
	slices.SortStableFunc(t.cas.Arrets, func(x, y droit.Arret) int { return cmp.Compare(x.Debut, y.Debut) })
	premier := a
	for i := range t.cas.Arrets {
		if x := &t.cas.Arrets[i]; x.Debut != 0 {
			premier, fin = min(premier, x.Debut), max(fin, x.Fin)
		}
	}
	fin = max(fin, a)
	t.travailler(premier, fin)
	t.affilierCourt(premier)
	t.certifierPertes()
	if t.chance(60) {
		t.reprendre(premier, fin)
	}
	t.cas.ConnuAu = fin + v.Jour(t.entre(0, 60))
	for i := range t.cas.Decisions {
		t.cas.ConnuAu = max(t.cas.ConnuAu, t.cas.Decisions[i].Le)
	}
	if t.chance(15) {
		t.cas.Assure.DecesLe = t.jourEntre(premier, fin)
		for i := range t.cas.Activites { // nobody works after that
			a := &t.cas.Activites[i]
			a.Reprises = slices.DeleteFunc(a.Reprises, func(r droit.Reprise) bool { return r.Le > t.cas.Assure.DecesLe })
		}
	}
}

// travailler draws the activities of who has a leave: mostly one job.
func (t *tireur) travailler(a, fin v.Jour) {
	switch peser(t, part[int]{68, 0}, part[int]{12, 1}, part[int]{4, 2}, part[int]{8, 3}, part[int]{3, 4}, part[int]{5, 5}) {
	case 0:
		t.emploiConge(a, fin, 1)
	case 1:
		t.emploiConge(a, fin, 2)
		t.emploiConge(a, fin, 2)
	case 2:
		for range 3 {
			t.emploiConge(a, fin, 3)
		}
	case 3:
		t.independant(a)
	case 4:
		t.emploiConge(a, fin, 2)
		t.independant(a)
	case 5:
		t.emploiConge(a, fin, 1)
		t.chomer(a, fin)
	}
}

// emploiConge draws one of n contracts: the wage is kept during the leaves by
// half of the employers.
func (t *tireur) emploiConge(a, fin v.Jour, n int) {
	e := emploi{paie: droit.Mensuelle, contrat: peser(t, part[droit.Contrat]{85, droit.CDI}, part[droit.Contrat]{15, droit.CDD}),
		debut: t.jourEntre(a.AjouterAnnees(-12), a.AjouterMois(-14)), mensuel: t.salaireMensuel(), quotite: 100, depuis: a.AjouterMois(-13), avant: fin}
	switch {
	case t.chance(80):
		e.debut = t.jourEntre(a.AjouterMois(-10), a-20)
	case t.chance(40):
		e.discontinu, e.contrat = true, droit.Saisonnier
	case n == 1 && t.chance(40):
		e.paie = choisir(t, droit.Quinzaine, droit.Hebdomadaire)
	}
	if n > 1 || t.chance(150) {
		e.quotite = choisir(t, 10, 30, 50, 80)
	}
	if t.chance(150) {
		e.absences = 1
	}
	e.maintenu = t.chance(500)
	act := t.embaucher(e)
	if t.chance(300) {
		act.Subrogation = []droit.Subrogation{{Periode: v.P(a, a+v.Jour(t.entre(30, 250))), Maintien: droit.MaintienTotal}}
	} else if t.chance(60) {
		t.subroger(act, a, fin)
	}
}

// affilierCourt dates the affiliation: a few months before the leave for one
// person in ten.
func (t *tireur) affilierCourt(a v.Jour) {
	t.affilier(a)
	if t.chance(100) {
		t.cas.Assure.AffilieDepuis = t.jourEntre(a.AjouterMois(-11), a.AjouterMois(-2))
		for i := range t.cas.Activites {
			t.cas.Assure.AffilieDepuis = max(t.cas.Assure.AffilieDepuis, t.cas.Activites[i].Debut)
		}
		for i := range t.cas.Activites { // independent work is insured from its first day
			if x := &t.cas.Activites[i]; x.Nature == droit.Independant {
				t.cas.Assure.AffilieDepuis = min(t.cas.Assure.AffilieDepuis, x.Debut)
			}
		}
	}
}

// conge adds a leave; without dates where they follow from the event.
func (t *tireur) conge(r droit.Risque, du, au v.Jour) *droit.Arret {
	t.cas.Arrets = append(t.cas.Arrets, droit.Arret{ID: "A" + strconv.Itoa(len(t.cas.Arrets)+1), Risque: r, Nature: droit.Initial, Debut: du, Fin: au})
	x := &t.cas.Arrets[len(t.cas.Arrets)-1]
	if du != 0 {
		x.RecuLe = du
	}
	return x
}

// maladieAutour adds a sick leave before, in or right after what is drawn.
func (t *tireur) maladieAutour(a, fin v.Jour) v.Jour {
	du := a - v.Jour(t.entre(1, 60))
	switch {
	case t.chance(250):
		du = fin + v.Jour(t.entre(1, 4))
	case t.chance(250):
		du = t.jourEntre(a, max(a, fin))
	}
	x := t.prescrire(droit.Initial, du, du+v.Jour(t.entre(2, 60)))
	if t.chance(200) {
		suite := x.Fin
		x = t.prescrire(droit.Prolongation, suite+1, suite+v.Jour(t.entre(3, 40)))
	}
	return x.Fin
}

// perdreEnfant draws the death of a child and the leave that follows, in one to
// three stretches.
func (t *tireur) perdreEnfant(a v.Jour) v.Jour {
	annees := t.entre(0, 24)
	if t.chance(120) {
		annees = choisir(t, 24, 25, 26)
	}
	x := droit.Deces{ID: "X" + strconv.Itoa(len(t.cas.Deces)+1), Lien: "enfant", NeLe: a.AjouterAnnees(-annees) - v.Jour(t.entre(0, 30)), Le: a, ACharge: true}
	t.cas.Deces = append(t.cas.Deces, x)
	d := min(a+v.Jour(t.entre(0, choisir(t, 3, 30, 200))), dernierConge-10)
	fin := d
	for range t.entre(1, choisir(t, 1, 2, 4)) {
		au := d + v.Jour(t.entre(0, choisir(t, 4, 9)))
		if au > dernierConge {
			break
		}
		t.conge(droit.DeuilEnfant, d, au).Deces = x.ID
		fin = au
		d = au + v.Jour(t.entre(2, choisir(t, 20, 250)))
	}
	return fin
}

// accompagner draws days spent beside a dying person.
func (t *tireur) accompagner(a v.Jour) v.Jour {
	x := t.conge(droit.AJAP, a, a+v.Jour(t.entre(2, 40)))
	if t.chance(400) {
		m := droit.Deces{ID: "X" + strconv.Itoa(len(t.cas.Deces)+1), Lien: "parent", Le: t.jourEntre(x.Debut, x.Fin+5)}
		t.cas.Deces = append(t.cas.Deces, m)
		x.Deces = m.ID
	}
	if t.chance(200) {
		x.RecuLe += v.Jour(t.entre(1, 4))
	}
	return x.Fin
}
