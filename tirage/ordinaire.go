package tirage

import (
	"accord/droit"
	v "accord/valeur"
)

// The stops of ordinary cases begin in these days.
var (
	ordinaireDu = v.NewJour(2024, 10, 1)
	ordinaireAu = v.NewJour(2026, 10, 31)
)

// ordinaire draws a case such as a caisse sees all day long.
func (t *tireur) ordinaire() {
	a := t.jourEntre(ordinaireDu, ordinaireAu)
	fin := t.suivre(a, t.duree(), 31)
	if t.chance(30) {
		fin = t.finirPartiel(fin)
	}
	t.assure(a)
	if t.chance(50) {
		t.independant(a)
	} else {
		employeurs := 1
		if t.chance(105) {
			employeurs = peser(t, part[int]{80, 2}, part[int]{20, 3})
		}
		for range employeurs {
			t.emploiOrdinaire(a, fin, employeurs)
		}
	}
	if t.chance(80) {
		t.anterieure(a)
	}
	t.affilier(a)
	if t.chance(40) {
		for i := range t.cas.Arrets {
			t.cas.Arrets[i].ALD = "ALD1"
		}
	}
	t.certifierPertes()
	t.cas.ConnuAu = fin + 60
	if t.chance(30) {
		r := []droit.Reprise{{Le: t.jourEntre(a+1, fin+1), Motif: droit.RepriseNormale}}
		for i := range t.cas.Activites {
			t.cas.Activites[i].Reprises = r
		}
	}
}

// assure draws the insured person.
func (t *tireur) assure(a v.Jour) {
	t.cas.Assure = droit.Assure{
		Naissance: t.jourEntre(a.AjouterAnnees(-61), a.AjouterAnnees(-20)), Territoire: droit.Metropole, TauxPAS: v.Connu(v.Centiemes(t.entre(0, 1200))),
	}
}

// affilier dates the affiliation: with the first activity for one person in
// twelve, years before it for the others.
func (t *tireur) affilier(a v.Jour) {
	premiere := a
	for i := range t.cas.Activites {
		premiere = min(premiere, t.cas.Activites[i].Debut)
	}
	t.cas.Assure.AffilieDepuis = premiere
	if !t.chance(80) {
		t.cas.Assure.AffilieDepuis = min(premiere, t.jourEntre(a.AjouterAnnees(-15), a.AjouterAnnees(-3)))
	}
}

// emploiOrdinaire draws one of n contracts.
func (t *tireur) emploiOrdinaire(a, fin v.Jour, n int) {
	e := emploi{paie: droit.Mensuelle, contrat: peser(t, part[droit.Contrat]{85, droit.CDI}, part[droit.Contrat]{12, droit.CDD}, part[droit.Contrat]{3, droit.Apprentissage}),
		debut: t.jourEntre(a.AjouterAnnees(-12), a.AjouterMois(-13)), mensuel: t.salaireMensuel(), quotite: 100,
		depuis: a.AjouterMois(-13), avant: fin}
	if t.chance(100) {
		e.debut = t.jourEntre(a.AjouterMois(-10), a-20)
	}
	if n > 1 || t.chance(150) {
		e.quotite = choisir(t, 20, 40, 50, 80)
	}
	if t.chance(250) {
		e.absences = 1
	}
	e.sansHeures = t.chance(50)
	act := t.embaucher(e)
	if t.chance(300) {
		act.Subrogation = []droit.Subrogation{{Periode: v.P(a, a+v.Jour(t.entre(30, 180))), Maintien: droit.MaintienTotal}}
	}
}

// anterieure draws a stop paid before the case.
func (t *tireur) anterieure(a v.Jour) *droit.IndemniteAnterieure {
	du := t.jourEntre(a.AjouterAnnees(-4), a-30)
	au := min(du+v.Jour(t.entre(5, choisir(t, 20, 90, 360))), a-10)
	for _, p := range t.cas.Anterieures {
		if p.Periode.Inter(v.P(du, au)) != (v.Periode{}) {
			return nil
		}
	}
	t.cas.Anterieures = append(t.cas.Anterieures, droit.IndemniteAnterieure{
		Risque: droit.Maladie, Periode: v.P(du, au), Carence: v.Connu(false),
	})
	return &t.cas.Anterieures[len(t.cas.Anterieures)-1]
}

// finirPartiel adds part-time days after the stop and returns the last one.
func (t *tireur) finirPartiel(fin v.Jour) v.Jour {
	x := t.prescrire(droit.Prolongation, fin+1, fin+v.Jour(t.entre(5, 120)))
	x.TempsPartiel = true
	return x.Fin
}

// certifierPertes draws the loss that each employer certifies for each month of
// part-time work.
func (t *tireur) certifierPertes() {
	for i := range t.cas.Arrets {
		x := &t.cas.Arrets[i]
		if !x.TempsPartiel {
			continue
		}
		for k := range t.cas.Activites {
			a := &t.cas.Activites[k]
			if a.Nature != droit.Salarie {
				continue
			}
			for m := x.Debut.DebutMois(); m <= x.Fin; m = m.AjouterMois(1) {
				a.PertesTPT = append(a.PertesTPT, droit.PerteTPT{
					Periode: v.P(m, m.FinMois()), Perte: v.Centimes(t.entre(0, choisir(t, 30000, 90000, 200000))),
				})
			}
		}
	}
}
