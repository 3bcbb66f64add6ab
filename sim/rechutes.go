package sim

import (
	"accord/dossier"
	"accord/droit"
	v "accord/valeur"
)

// suite is what follows an accident that is healed or settled: a relapse, or the
// unfitness that the occupational physician finds.
type suite struct{ de *arret }

// guerit reports whether an accident is recognised and ends early enough for what
// follows to be seen.
func (a *arret) guerit(c *Config) bool {
	return (a.risque == droit.AccidentTravail || a.risque == droit.AccidentTrajet) && a.suite == nil && !a.instruction.refus && !a.instruction.reserves &&
		a.partiel().IsZero() && a.dernierJour() < c.fin()-40
}

// rechuter draws a relapse, some weeks after the wound was healed (L.443-1).
func (a alea) rechuter(c *Config, x *arret) *arret {
	debut := x.dernierJour() + v.Jour(a.entre(10, 25))
	y := a.voyager(x.salarie, debut, a.entre(5, 30))
	y.risque, y.sinistreLe, y.suite = x.risque, x.sinistreLe, &suite{x}
	y.instruction = instruction{delai: a.entre(8, 28)}
	x.issue = droit.Guerison
	return y
}

// etreInapte draws the month that follows a notice of unfitness (D.433-2). The
// leave begins on the day after the notice.
func (a alea) etreInapte(x *arret) *arret {
	avis := x.dernierJour() + 1
	y := &arret{salarie: x.salarie, risque: droit.ITI, sinistreLe: x.sinistreLe, suite: &suite{x}, debut: avis + 1, delaiRIB: 1}
	p := v.P(avis+1, avis.AjouterMois(1))
	y.prescriptions = []prescription{{periode: p, prescritLe: avis, envoyeLe: avis, recuLe: avis + 2}}
	x.issue = droit.Consolidation
	return y
}

// suivre gives some accidents a relapse and some an unfitness.
func suivre(c *Config, autres []*arret) (suites []*arret) {
	var gueris []*arret
	for _, x := range autres {
		if x.guerit(c) {
			gueris = append(gueris, x)
		}
	}
	al := flux(c.Graine, "suites d'accident", 0)
	al.Shuffle(len(gueris), func(i, j int) { gueris[i], gueris[j] = gueris[j], gueris[i] })
	rechutes, inaptes := quota(partRechutes, len(gueris)), quota(partInaptes, len(gueris))
	for i, x := range gueris {
		switch {
		case i < rechutes:
			suites = append(suites, al.rechuter(c, x))
		case i < rechutes+inaptes:
			suites = append(suites, al.etreInapte(x))
		}
	}
	return suites
}

// remettreIssue sends the decision that closes an accident.
func (a *arret) remettreIssue(r *rendu) {
	if a.issue != "" {
		a.remettreActe(r, dossier.NatureActe(a.issue), "ISS", a.dernierJour())
	}
}

// remettreSuite sends what a relapse or an unfitness needs.
func (a *arret) remettreSuite(r *rendu) {
	if a.risque == droit.ITI {
		a.remettreActeDe(r, dossier.MedecinTravail, dossier.NatureActe(droit.AvisInaptitude), "INA", a.debut-1, 0)
		return
	}
	for n := range a.prescriptions {
		a.remettreCertificat(r, n)
	}
	a.remettreActeDe(r, dossier.LaCaisse, dossier.NatureActe(droit.Reconnaissance), "DEC", a.prescriptions[0].recuLe+v.Jour(a.instruction.delai), a.debut)
}
