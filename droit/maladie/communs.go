package maladie

import (
	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

// What other benefits share with sickness about one arrêt: the work that it
// stops, the control of the caisse, the return to work.
// All read the case of the last computation.

// Stoppe reports whether an arrêt of the case stops the work of an activity line:
// named by it or, when it names none, running on its first day.
func (c *Calcul) Stoppe(arret, activite int) bool {
	a := &c.cas.Arrets[arret]
	return c.peutArreter(a, activite) && c.arrete(&ligne{activite: activite, du: a.Debut, fin: a.Fin, active: a.Fin}, arret)
}

// Reprise returns the first full return to work of a line between two days, or 0.
func (c *Calcul) Reprise(activite int, du, au v.Jour) v.Jour { return c.reprise(activite, du, au) }

// DernierTravaille returns the last day really worked of a contract that ended, or 0.
func (c *Calcul) DernierTravaille(activite int) v.Jour { return c.dernierTravaille(activite) }

// Rattachable reports whether a prolongation that starts on du is near enough
// to the last day prescribed before it to go on with the same stop.
func (c *Calcul) Rattachable(fin, du v.Jour) bool { return c.rattachable(fin, du) }

// Controler returns the state and the rule that the control of the caisse gives
// to a day of an arrêt, or nothing: an unauthorised activity, a suspension by
// the médecin-conseil, a control that could not take place (L.315-2, L.323-6).
func (c *Calcul) Controler(a *droit.Arret, j v.Jour) (droit.Etat, droit.Regle) {
	x := sansCause
	switch {
	case c.decide(droit.ActiviteNonAutorisee, a, j):
		c.lire(parametre.U19)
		x = activiteInterdite
	case c.suspendu(a, j):
		x = suspension
	case c.decide(droit.ControleImpossible, a, j):
		x = sansControle
	}
	return causes[x].etat, causes[x].regle
}

// Demander notes a datum that another benefit needs, once.
func (c *Calcul) Demander(b droit.Besoin) {
	for i := range c.besoins {
		x := &c.besoins[i]
		if x.Nature == b.Nature && x.Activite == b.Activite && x.Arret == b.Arret && x.Periode == b.Periode {
			return
		}
	}
	c.besoins = append(c.besoins, b)
}

// FinTeleconsultation returns the last day that a remote consultation may cover
// in a stop that began on du (MAL-PRE-04), or 0 when nothing limits it.
func FinTeleconsultation(p *parametre.Table, a *droit.Arret, du v.Jour) (v.Jour, error) {
	if !a.Teleconsultation.Ou(false) || a.Prescripteur == droit.MedecinTraitant || a.Prescripteur == droit.SageFemme {
		return 0, nil
	}
	jours, err := p.Entier(parametre.TeleconsultationJours, prescritLe(a))
	if err != nil || jours == 0 {
		return 0, err
	}
	return du + v.Jour(jours) - 1, nil
}
