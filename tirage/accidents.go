package tirage

import (
	"slices"
	"strconv"

	"accord/droit"
	v "accord/valeur"
)

// accidents draws an accident or a disease of work, with its stops, its
// decisions and what follows.
func (t *tireur) accidents() {
	a := t.jourEntre(v.NewJour(2022, 2, 1), v.NewJour(2026, 10, 15))
	if t.chance(200) {
		a = choisir(t, changements[:len(changements)-1]...) + v.Jour(t.entre(-8, 5))
	}
	t.assure(a)
	fin := t.accidenter(a)
	if t.chance(120) {
		fin = max(fin, t.maladieAutour(a, fin))
	}
	t.entourer(a, fin)
	t.apprentir(a)
	t.primerTous(a)
}

// accidenter draws one accident on a day, and returns the last day of its stops.
func (t *tireur) accidenter(a v.Jour) v.Jour {
	s := droit.Sinistre{ID: "S" + strconv.Itoa(len(t.cas.Sinistres)+1),
		Risque: peser(t, part[droit.Risque]{60, droit.AccidentTravail}, part[droit.Risque]{15, droit.AccidentTrajet}, part[droit.Risque]{25, droit.MaladiePro})}
	debut := a
	if s.Risque == droit.MaladiePro {
		s.ConstatationLe = a - v.Jour(choisir(t, 0, 0, 20))
		s.DeclareLe = a + v.Jour(t.entre(5, 60))
	} else {
		s.AccidentLe = a
		debut += v.Jour(peser(t, part[int]{25, 0}, part[int]{60, 1}, part[int]{15, t.entre(2, 12)}))
	}
	if t.chance(150) { // the first time off is before the case
		s.JoursIndemnises = choisir(t, 5, 27, 28, 60)
		s.AccidentLe, s.ConstatationLe = min(s.AccidentLe, a-400), min(s.ConstatationLe, a-400)
		if s.Risque == droit.MaladiePro {
			s.AccidentLe = 0
		} else {
			s.ConstatationLe = 0
		}
		s.IJ60 = v.Connu(v.Centimes(t.entre(2000, 9000)))
		if s.JoursIndemnises > 28 {
			s.IJ80 = v.Connu(s.IJ60.Ou(0) * 4 / 3)
		}
	}
	t.cas.Sinistres = append(t.cas.Sinistres, s)
	premier := len(t.cas.Arrets)
	fin := t.stopper(&s, droit.Initial, debut)
	t.reconnaitre(&s, "", fin)
	return t.suites(&s, premier, fin)
}

// stopper draws an initial stop or a relapse and its prolongations, the last of
// them sometimes of light work.
func (t *tireur) stopper(s *droit.Sinistre, nature droit.NatureArret, d v.Jour) v.Jour {
	fin := d
	total := min(t.duree(), choisir(t, 20, 60, 150, 400))
	for k := range t.entre(1, 4) {
		if k > 0 {
			nature = droit.Prolongation
			d = fin + 1
			if t.chance(80) && d > v.NewJour(2024, 9, 5) {
				d += v.Jour(t.entre(1, 2))
			}
		}
		fin = d + v.Jour(t.entre(0, max(1, total/2)))
		x := t.prescrire(nature, d, fin)
		x.Risque, x.Sinistre = s.Risque, s.ID
		if t.chance(20) {
			x.Teleconsultation, x.Prescripteur = v.Connu(true), droit.AutrePrescripteur
		}
	}
	if t.chance(120) {
		du := fin + 1
		fin = du + v.Jour(t.entre(5, 70))
		x := t.prescrire(droit.Prolongation, du, fin)
		x.Risque, x.Sinistre, x.TempsPartiel = s.Risque, s.ID, true
	}
	return fin
}

// reconnaitre draws the decision of the caisse on an accident, or on one arrêt.
func (t *tireur) reconnaitre(s *droit.Sinistre, arret string, fin v.Jour) {
	le := fin + v.Jour(t.entre(-20, 90))
	ajouter := func(n droit.NatureDecision, le v.Jour) {
		d := droit.Decision{Nature: n, Sinistre: s.ID, Le: le}
		if arret != "" {
			d.Arret, d.Sinistre = arret, ""
		}
		t.cas.Decisions = append(t.cas.Decisions, d)
	}
	switch peser(t, part[int]{70, 0}, part[int]{13, 1}, part[int]{12, 2}, part[int]{5, 3}) {
	case 0:
		ajouter(droit.Reconnaissance, le)
	case 1:
		ajouter(droit.RefusReconnaissance, le)
	case 3:
		ajouter(droit.RefusReconnaissance, le)
		ajouter(droit.Reconnaissance, le+v.Jour(t.entre(30, 200)))
	}
}

// suites draws what follows the first time off: another one, the end of the
// injury, a relapse, a pension, an inaptitude.
func (t *tireur) suites(s *droit.Sinistre, premier int, fin v.Jour) v.Jour {
	if t.chance(150) {
		d := fin + v.Jour(t.entre(3, 60))
		if d < dernierConge {
			nature := droit.Initial
			if t.chance(400) {
				nature = droit.Prolongation
			}
			fin = t.stopper(s, nature, d)
		}
	}
	if t.chance(60) {
		x := &t.cas.Arrets[premier+t.IntN(len(t.cas.Arrets)-premier)]
		d := droit.Decision{Nature: droit.SuspensionMedicale, Arret: x.ID, Le: t.jourEntre(x.Debut, x.Fin)}
		t.cas.Decisions = append(t.cas.Decisions, d)
	}
	if !t.chance(600) {
		return fin
	}
	gueri := fin
	if t.chance(350) { // the prescription goes beyond
		gueri = t.jourEntre(t.cas.Arrets[len(t.cas.Arrets)-1].Debut, fin)
	}
	t.cas.Decisions = append(t.cas.Decisions, droit.Decision{Nature: choisir(t, droit.Consolidation, droit.Consolidation, droit.Guerison), Sinistre: s.ID, Le: gueri})
	if t.chance(250) {
		t.cas.Rentes = append(t.cas.Rentes, droit.Rente{Sinistre: s.ID, Du: gueri + 1, Mensuelle: v.Centimes(choisir(t, 30420, t.entre(5000, 90000)))})
	}
	switch {
	case t.chance(250):
		return t.declarerInapte(s, gueri, fin)
	case t.chance(350):
		d := fin + v.Jour(t.entre(5, 200))
		if d >= dernierConge {
			return fin
		}
		rechute := len(t.cas.Arrets)
		fin = t.stopper(s, droit.Rechute, d)
		if !t.chance(100) {
			t.reconnaitre(s, t.cas.Arrets[rechute].ID, fin)
		}
	}
	return fin
}

// declarerInapte draws the notice of the occupational physician and the
// indemnity that follows.
func (t *tireur) declarerInapte(s *droit.Sinistre, gueri, fin v.Jour) v.Jour {
	le := max(gueri, fin) + v.Jour(t.entre(0, 10))
	t.cas.Decisions = append(t.cas.Decisions, droit.Decision{Nature: droit.AvisInaptitude, Sinistre: s.ID, Le: le})
	au := le.AjouterMois(1) + v.Jour(choisir(t, 0, 0, 5))
	x := t.conge(droit.ITI, le+1, au)
	x.Sinistre = s.ID
	if t.chance(600) {
		t.cas.Decisions = append(t.cas.Decisions, droit.Decision{Nature: choisir(t, droit.Licenciement, droit.Reclassement), Sinistre: s.ID, Le: le + v.Jour(t.entre(5, 40))})
	}
	return au
}

// apprentir makes an apprentice of the insured, or a worker under eighteen.
func (t *tireur) apprentir(a v.Jour) {
	for i := range t.cas.Activites {
		act := &t.cas.Activites[i]
		if act.Nature != droit.Salarie || act.Discontinu || !t.chance(60) {
			continue
		}
		if t.chance(600) {
			act.Contrat = droit.Apprentissage
			baisser(act, t.entre(30, 70))
		}
		if t.chance(500) {
			t.cas.Assure.Naissance = a.AjouterMois(-t.entre(16*12, 18*12+3))
			act.SalaireMinimum = v.Connu(v.Centimes(t.entre(140000, 190000)))
		}
	}
}

// baisser brings the pays of a contract down to a part of the least wage.
func baisser(act *droit.Activite, pourcent int) {
	act.Salaires = slices.Clone(act.Salaires)
	for i := range act.Salaires {
		s := &act.Salaires[i]
		s.Brut = v.Connu(min(s.Brut.Ou(0), v.Centimes(180000*pourcent/100)))
	}
}

// primerTous draws, for some jobs, a bonus for a quarter or a year, paid about the stop.
func (t *tireur) primerTous(a v.Jour) {
	for i := range t.cas.Activites {
		act := &t.cas.Activites[i]
		if act.Nature != droit.Salarie || !t.chance(120) {
			continue
		}
		verse := a + v.Jour(t.entre(-200, 20))
		annee := v.NewJour(verse.Annee(), 1, 1)
		pour := choisir(t, v.P(annee, annee.AjouterAnnees(1)-1), v.P(annee.AjouterAnnees(-1), annee-1), v.P(verse.DebutMois().AjouterMois(-3), verse.DebutMois()-1))
		act.Primes = append(act.Primes, droit.Prime{VerseLe: verse, Montant: v.Centimes(t.entre(10000, 400000)), Pour: pour})
	}
}
