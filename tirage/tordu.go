package tirage

import (
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// changements are the dates at which something of the law changes; stops are
// drawn around them.
var changements = []v.Jour{
	v.NewJour(2022, 1, 1), v.NewJour(2022, 2, 1), v.NewJour(2022, 5, 1), v.NewJour(2022, 6, 1), v.NewJour(2022, 8, 1), v.NewJour(2022, 9, 1),
	v.NewJour(2023, 1, 1), v.NewJour(2023, 1, 31), v.NewJour(2023, 2, 1), v.NewJour(2023, 5, 1), v.NewJour(2023, 6, 1), v.NewJour(2023, 9, 1),
	v.NewJour(2024, 1, 1), v.NewJour(2024, 2, 1), v.NewJour(2024, 7, 1), v.NewJour(2024, 9, 1), v.NewJour(2024, 11, 1), v.NewJour(2024, 12, 1),
	v.NewJour(2025, 4, 1), v.NewJour(2025, 7, 1), v.NewJour(2025, 9, 1), v.NewJour(2026, 1, 1), v.NewJour(2026, 2, 1), v.NewJour(2026, 6, 1),
	v.NewJour(2026, 7, 1), v.NewJour(2026, 9, 1), v.NewJour(2027, 1, 1),
}

// dernierDebut is the last day on which a prescription may begin: the figures of
// 2027 are not all known.
var dernierDebut = v.NewJour(2027, 1, 15)

// tordu draws a case on the edges.
func (t *tireur) tordu() {
	a := t.jourEntre(v.NewJour(2022, 1, 1), v.NewJour(2026, 11, 30))
	if t.chance(500) {
		a = choisir(t, changements...) + v.Jour(t.entre(-8, 5))
	}
	t.assure(a)
	if t.chance(150) {
		t.cas.Assure.Territoire = droit.AlsaceMoselle
	}
	fin := t.prescriptions(a)
	if t.chance(80) {
		fin = t.finirPartiel(fin)
		if t.chance(150) {
			t.cas.Arrets[len(t.cas.Arrets)-1].Nature = droit.Initial
		}
		if t.chance(150) {
			fin = t.prescrire(choisir(t, droit.Initial, droit.Prolongation), fin+1, fin+v.Jour(t.entre(1, 40))).Fin
		}
	}
	t.metiers(a, fin)
	t.situations(a, fin)
	if t.chance(70) {
		t.reprendre(a, fin)
	}
	t.affilier(a)
	t.lesLignes(a)
	t.passe(a)
	t.evenements(a, fin)
	if t.chance(80) {
		t.cas.Options.Arrondi.Maladie = v.Connu(v.DemiSuperieur)
	}
	if t.chance(60) {
		t.taireHeures()
	}
	if t.chance(100) {
		t.arreterAutrement()
	}
	if n := len(t.cas.Activites); n > 1 && t.chance(100) { // work is resumed in the other jobs
		t.cas.Activites[t.IntN(n)].Reprises = nil
	}
}

// arreterAutrement has one prescription stop only one of the jobs, whatever the
// others stop.
func (t *tireur) arreterAutrement() {
	x := &t.cas.Arrets[t.IntN(len(t.cas.Arrets))]
	var ids []string
	for i := range t.cas.Activites {
		if e := &t.cas.Activites[i]; e.Nature != droit.ChomageIndemnise && e.Debut <= x.Debut && (e.Fin == 0 || e.Fin >= x.Fin) {
			ids = append(ids, e.ID)
		}
	}
	if len(ids) < 2 {
		return
	}
	x.Activites = []string{choisir(t, ids...)}
}

// taireHeures leaves out the hours that one employer does not tell.
func (t *tireur) taireHeures() {
	a := &t.cas.Activites[t.IntN(len(t.cas.Activites))]
	for i := range a.Salaires {
		a.Salaires[i].Heures = v.Option[v.Centiemes]{}
	}
}

// prescriptions draws one to eight prescriptions, with gaps of zero to five
// days, sometimes overlapping, sometimes far apart. It returns the last day.
func (t *tireur) prescriptions(a v.Jour) v.Jour {
	d, fin := a, a
	for i := range t.entre(1, choisir(t, 1, 3, 5, 8)) {
		nature := droit.Initial
		if i > 0 && t.chance(750) {
			nature = droit.Prolongation
		}
		fin = max(fin, d+v.Jour(min(t.duree(), choisir(t, 4, 10, 40, 400)))-1)
		x := t.prescrire(nature, d, fin)
		t.tordrePrescription(x)
		switch {
		case t.chance(550):
			d = fin + 1 + v.Jour(t.entre(0, 5))
		case t.chance(300):
			d = fin + 1 + v.Jour(t.entre(6, 400))
		case t.chance(200) && fin-x.Debut > 3: // written before the end of the one that runs
			d = fin - v.Jour(t.entre(0, 2))
		default:
			d = fin + 1
		}
		if d > dernierDebut {
			break
		}
	}
	return fin
}

// tordrePrescription changes what surrounds the days of a prescription.
func (t *tireur) tordrePrescription(x *droit.Arret) {
	if t.chance(80) && x.Nature == droit.Initial && (len(t.cas.Arrets) == 1 || t.cas.Arrets[len(t.cas.Arrets)-2].Fin < x.Debut) {
		x.DernierJourTravaille = min(x.Fin, x.Debut+v.Jour(t.entre(-3, 1)))
	}
	if t.chance(120) {
		x.Canal = droit.Papier
		x.Support = peser(t, part[droit.Support]{70, droit.CerfaSecurise}, part[droit.Support]{20, droit.CerfaAncien}, part[droit.Support]{10, droit.Photocopie})
		x.EnvoyeLe = x.Debut + v.Jour(t.entre(0, choisir(t, 2, 4, 20)))
		x.RecuLe = x.EnvoyeLe + v.Jour(t.entre(1, 5))
	}
	if t.chance(40) {
		x.Prescripteur = droit.AutrePrescripteur
	} else if t.chance(100) {
		x.Prescripteur = choisir(t, droit.PrescripteurInitial, droit.Remplacant, droit.SpecialisteAdresse, droit.Hospitalier, droit.SageFemme, droit.Dentiste)
	}
	x.Teleconsultation = v.Connu(t.chance(60))
	x.Hospitalise = v.Connu(t.chance(50))
	if t.chance(30) {
		x.PrescritLe -= v.Jour(t.entre(0, 3))
	}
	if t.chance(50) {
		x.ExonereCarence = choisir(t, droit.ExoFausseCouche, droit.ExoIMG, droit.ExoTerrorisme, droit.ExoCovid, droit.ExoDecesEnfant)
	}
	if x.ExonereCarence == droit.ExoDecesEnfant {
		t.deuil(x)
	}
}

// deuil draws the death of a child that a stop follows.
func (t *tireur) deuil(x *droit.Arret) {
	le := x.Debut - v.Jour(t.entre(0, 120))
	x.Deces = "X1"
	if len(t.cas.Deces) == 0 {
		t.cas.Deces = []droit.Deces{{ID: "X1", Lien: "enfant", NeLe: le.AjouterAnnees(-t.entre(1, 24)), Le: le}}
	}
}

// metiers draws the employments, most of them paid at the same rhythm.
func (t *tireur) metiers(a, fin v.Jour) {
	n := peser(t, part[int]{60, 1}, part[int]{25, 2}, part[int]{10, 3}, part[int]{5, 4})
	modele := emploi{paie: peser(t, part[droit.Paie]{80, droit.Mensuelle}, part[droit.Paie]{10, droit.Quinzaine}, part[droit.Paie]{10, droit.Hebdomadaire}),
		contrat: droit.CDI, depuis: a.AjouterMois(-13), avant: max(a, fin)}
	switch {
	case t.chance(100):
		modele.discontinu = true
		modele.contrat = choisir(t, droit.Saisonnier, droit.CDD, droit.Vacation)
	case t.chance(80):
		modele.contrat = choisir(t, droit.Interim, droit.Intermittent, droit.CESU)
	}
	modele.finCourte = t.chance(500)
	modele.sansHeures = t.chance(40)
	modele.maintenu = t.chance(150)
	for range n {
		m := modele
		if t.chance(100) {
			m.paie = choisir(t, droit.Mensuelle, droit.Quinzaine, droit.Hebdomadaire)
		}
		t.emploiTordu(a, fin, m)
	}
}

// reprendre draws a return to work, for all activities at once.
func (t *tireur) reprendre(a, fin v.Jour) {
	for i := range t.cas.Arrets {
		if t.cas.Arrets[i].DernierJourTravaille != 0 {
			return
		}
	}
	r := droit.Reprise{Le: t.jourEntre(a+1, fin+3), Motif: choisir(t, droit.RepriseNormale, droit.RepriseRaisonPersonnelle)}
	for i := range t.cas.Activites {
		t.cas.Activites[i].Reprises = []droit.Reprise{r}
	}
}

func (t *tireur) emploiTordu(a, fin v.Jour, e emploi) {
	e.mensuel, e.quotite = t.salaireMensuel(), choisir(t, 10, 30, 50, 80, 100, 100)
	e.debut = t.jourEntre(a.AjouterAnnees(-12), a.AjouterMois(-14))
	switch {
	case t.chance(200):
		e.debut = t.jourEntre(a.AjouterMois(-13), a.AjouterMois(-3))
	case t.chance(200):
		e.debut = t.jourEntre(a.AjouterMois(-4), a-1)
	}
	switch {
	case t.chance(60) && e.debut < a-40:
		e.fin = t.jourEntre(max(e.debut, a.AjouterMois(-5)), a-1)
	case t.chance(60):
		e.fin = t.jourEntre(a, fin+10)
	}
	if t.chance(400) {
		e.absences = t.entre(1, 3)
	}
	act := t.embaucher(e)
	for i := range act.Salaires {
		t.tordrePaie(&act.Salaires[i])
	}
	if t.chance(50) {
		retablir(act)
	}
	if n := len(act.Salaires); n > 0 && t.chance(60) {
		t.rappeler(act, &act.Salaires[t.IntN(n)], a)
	}
	if t.chance(450) {
		t.subroger(act, a, fin)
	}
}

// retablir gives the restored wage of every pay that bears an absence: that of
// the greatest pay of the contract.
func retablir(act *droit.Activite) {
	plein := v.Centimes(0)
	for _, s := range act.Salaires {
		plein = max(plein, s.Brut.Ou(0))
	}
	for i := range act.Salaires {
		s := &act.Salaires[i]
		if slices.ContainsFunc(act.Absences, func(b droit.Absence) bool { return b.Periode.Inter(s.Periode) != (v.Periode{}) }) {
			s.Retabli = v.Connu(plein)
		}
	}
}

// rappeler adds back-pay for a period, paid about the stop.
func (t *tireur) rappeler(act *droit.Activite, s *droit.Salaire, a v.Jour) {
	s.VerseLe = s.Periode.Au
	heures := s.Heures
	if heures.EstConnu() {
		heures = v.Connu(v.Centiemes(0))
	}
	act.Salaires = append(act.Salaires, droit.Salaire{
		Periode: s.Periode, Brut: v.Connu(v.Centimes(t.entre(1, 90000))), Heures: heures,
		VerseLe: max(s.Periode.Au+1, a+v.Jour(t.entre(-60, 40))),
	})
}

// tordrePaie changes one pay in twenty.
func (t *tireur) tordrePaie(s *droit.Salaire) {
	switch {
	case t.chance(20):
		s.VerseLe = s.Periode.Au + v.Jour(t.entre(0, 40))
	case t.chance(15) && s.Brut.Ou(0) > 0:
		s.Brut = v.Connu(v.Centimes(t.entre(1, 700000)))
	}
}

// subroger draws a total or partial keeping of the wage.
func (t *tireur) subroger(act *droit.Activite, a, fin v.Jour) {
	du := a + v.Jour(t.entre(-2, 10))
	s := droit.Subrogation{Periode: v.P(du, du+v.Jour(t.entre(0, 200))), Maintien: droit.MaintienTotal}
	if t.chance(300) {
		s.Maintien = droit.MaintienPartiel
		s.Maintenu = v.Connu(v.Centimes(t.entre(0, 400000)))
	}
	act.Subrogation = append(act.Subrogation, s)
	if suite := s.Periode.Au + v.Jour(t.entre(1, 20)); t.chance(200) && suite < fin {
		act.Subrogation = append(act.Subrogation, droit.Subrogation{Periode: v.P(suite, fin+5), Maintien: droit.MaintienTotal})
	}
}

// lesLignes names the lines that the prescriptions stop, when it is not all:
// some of those that run at the first stop.
func (t *tireur) lesLignes(a v.Jour) {
	var ids []string
	for i := range t.cas.Activites {
		if e := &t.cas.Activites[i]; e.Nature != droit.ChomageIndemnise && e.Debut <= a && e.Fin == 0 {
			ids = append(ids, e.ID)
		}
	}
	if len(ids) < 2 || !t.chance(200) {
		return
	}
	ids = ids[:t.entre(1, len(ids))]
	for i := range t.cas.Arrets {
		t.cas.Arrets[i].Activites = slices.Clone(ids)
	}
}
