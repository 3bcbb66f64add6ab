package tirage

import (
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// passe draws what happened before the case.
func (t *tireur) passe(a v.Jour) {
	for range t.entre(0, choisir(t, 0, 0, 1, 3)) {
		p := t.anterieure(a)
		if p == nil {
			continue
		}
		switch {
		case t.chance(200):
			p.ALD = "ALD1"
			p.Carence = v.Connu(t.chance(500))
		case t.chance(100):
			p.MaintienDroits = true
		case t.chance(150):
			p.Risque = choisir(t, droit.Maternite, droit.AccidentTravail, droit.Paternite)
			if t.chance(300) { // over the first days of the stop
				p.Periode = v.P(a-v.Jour(t.entre(0, 10)), a+v.Jour(t.entre(0, 10)))
			}
		}
	}
	if t.chance(50) {
		for range t.entre(1, 2) {
			t.cas.Assure.RetardsAnterieurs = append(t.cas.Assure.RetardsAnterieurs, a-v.Jour(t.entre(1, 900)))
		}
	}
	if t.chance(50) {
		t.retraiter(a)
	}
	if t.chance(30) {
		t.cas.Assure.PensionInvalidite = t.jourEntre(a.AjouterAnnees(-3), a+200)
	}
}

// avertir says, once the rest of the case is drawn, what the caisse wrote of forms
// sent late; most often, nobody says.
func (t *tireur) avertir() {
	if !t.chance(300) {
		return
	}
	ws := []v.Jour{}
	for _, a := range t.cas.Arrets {
		if a.EnvoyeLe != 0 && t.chance(500) {
			ws = append(ws, a.EnvoyeLe+v.Jour(t.entre(0, 20)))
		}
	}
	for _, r := range t.cas.Assure.RetardsAnterieurs {
		if t.chance(500) {
			ws = append(ws, r+v.Jour(t.entre(3, 60)))
		}
	}
	t.cas.Assure.Avertissements = ws
}

// retraiter gives an old-age pension to someone about the legal age.
func (t *tireur) retraiter(a v.Jour) {
	t.cas.Assure.Naissance = a.AjouterMois(-t.entre(61*12, 66*12)) - v.Jour(t.entre(0, 30))
	t.cas.Assure.PensionVieillesse = t.jourEntre(a.AjouterAnnees(-3), a+100)
}

// evenements draws what happens during the stops.
func (t *tireur) evenements(a, fin v.Jour) {
	if t.chance(200) {
		t.affections()
	}
	if t.chance(120) {
		t.decider(a, fin)
	}
	if t.chance(50) {
		t.forcer(fin)
	}
	if t.chance(15) {
		t.consolider(a)
	}
	t.certifierPertes()
	if t.chance(20) {
		t.cas.Assure.DecesLe = t.jourEntre(a, fin+5)
		for i := range t.cas.Arrets { // nobody works after his death
			t.cas.Assure.DecesLe = max(t.cas.Assure.DecesLe, t.cas.Arrets[i].DernierJourTravaille)
		}
	}
	t.cas.ConnuAu = fin + v.Jour(t.entre(0, 100))
	if t.chance(30) { // later facts are left out
		t.cas.ConnuAu = t.jourEntre(a, fin+1)
	}
	if t.chance(100) && len(t.cas.Activites) > 0 {
		t.verser(a, fin)
	}
	if t.chance(30) {
		t.cas.Options.Prescription = true
		t.cas.ConnuAu = fin + v.Jour(t.entre(300, 1200))
	}
}

// affections puts some of the stops under an ALD, from their first
// prescription or from a later one.
func (t *tireur) affections() {
	ald := ""
	for i := range t.cas.Arrets {
		x := &t.cas.Arrets[i]
		if x.Nature != droit.Prolongation && (i == 0 || t.cas.Arrets[i-1].Fin < x.Debut) {
			ald = choisir(t, "", "ALD1", "ALD1", "ALD2")
		} else if ald == "" && t.chance(200) {
			ald = "ALD1"
		}
		x.ALD = ald
	}
}

// decider draws a decision of the contrôle médical or of the caisse.
func (t *tireur) decider(a, fin v.Jour) {
	x := &t.cas.Arrets[t.IntN(len(t.cas.Arrets))]
	d := droit.Decision{Arret: x.ID, Le: t.jourEntre(x.Debut, x.Fin)}
	d.Nature = peser(t, part[droit.NatureDecision]{50, droit.SuspensionMedicale}, part[droit.NatureDecision]{15, droit.ControleImpossible},
		part[droit.NatureDecision]{15, droit.ActiviteNonAutorisee}, part[droit.NatureDecision]{20, droit.DecisionALD})
	switch d.Nature {
	case droit.DecisionALD:
		d.Affection = "ALD1"
	default:
		if t.chance(400) {
			d.Au = t.jourEntre(d.Le, fin+3)
		}
	}
	t.cas.Decisions = append(t.cas.Decisions, d)
	if d.Nature == droit.SuspensionMedicale && t.chance(400) {
		t.cas.Decisions = append(t.cas.Decisions, droit.Decision{Nature: droit.RepriseVersement, Arret: choisir(t, x.ID, x.ID, t.cas.Arrets[len(t.cas.Arrets)-1].ID, ""), Le: t.jourEntre(d.Le, fin+5)})
	}
}

// forcer draws what an agent decides in place of the law, or a right refused.
func (t *tireur) forcer(fin v.Jour) {
	for range t.entre(1, 2) {
		x := &t.cas.Arrets[t.IntN(len(t.cas.Arrets))]
		d := droit.Decision{Nature: droit.Forcage, Arret: x.ID, Le: t.jourEntre(x.Debut, x.Fin),
			Valeur: choisir(t, "droits_ouverts", "droits_refuses", "payer", "refuser", "carence=0", "carence=5", "ij=32.87", "ij=0.00")}
		if t.chance(200) {
			d.Nature, d.Valeur = droit.RefusDroits, ""
		}
		if t.chance(500) {
			d.Au = t.jourEntre(d.Le, max(d.Le, fin))
		}
		t.cas.Decisions = append(t.cas.Decisions, d)
	}
}

// consolider makes the first stop follow an accident at work that is healed.
func (t *tireur) consolider(a v.Jour) {
	le := a - v.Jour(t.entre(1, 120))
	if !slices.ContainsFunc(t.cas.Activites, func(x droit.Activite) bool {
		return x.Nature == droit.Salarie && x.Debut <= le && (x.Fin == 0 || x.Fin >= le)
	}) {
		return // no accident at work without work
	}
	s := droit.Sinistre{ID: "S1", Risque: droit.AccidentTravail, AccidentLe: le, JoursIndemnises: t.entre(0, 5)}
	t.cas.Sinistres = append(t.cas.Sinistres, s)
	t.cas.Decisions = append(t.cas.Decisions, droit.Decision{Nature: choisir(t, droit.Consolidation, droit.Guerison), Sinistre: s.ID, Le: a - v.Jour(t.entre(0, 2))})
}

// verser draws what was already paid, and sometimes taken back.
func (t *tireur) verser(a, fin v.Jour) {
	du := t.jourEntre(a, fin)
	au := t.jourEntre(du, fin)
	w := droit.Versement{Periode: v.P(du, au), Activite: t.cas.Activites[0].ID, Risque: droit.Maladie,
		Brut: v.Centimes(t.entre(100, 5000)).Fois(int(au-du) + 1), Nature: choisir(t, droit.VerseIJ, droit.VerseAcompte),
		Beneficiaire: droit.AssureBeneficiaire, VerseLe: au + 3}
	t.cas.Verse = append(t.cas.Verse, w)
	if t.chance(200) {
		w.Brut = -w.Brut
		t.cas.Verse = append(t.cas.Verse, w)
	}
}
