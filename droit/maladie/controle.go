package maladie

import (
	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

// suspendu reports whether payment is suspended on that day because the
// médecin-conseil found the stop not or no longer justified (MAL-CTL-04), until
// a decision resumes it. A prescription begun later is not touched by it, unless named.
func (c *Calcul) suspendu(a *droit.Arret, j v.Jour) bool {
	for i := range c.cas.Decisions {
		d := &c.cas.Decisions[i]
		if d.Nature == droit.SuspensionMedicale && d.Vise(a) && d.Le <= j && (d.Au == 0 || j <= d.Au) && (d.Arret != "" || c.debutEntier(a) <= d.Le) && !c.reprisVersement(a, d.Le, j) {
			c.lire(parametre.U19)
			return true
		}
	}
	return false
}

// reprisVersement reports whether payment of an arrêt was resumed between two
// days.
func (c *Calcul) reprisVersement(a *droit.Arret, depuis, j v.Jour) bool {
	for i := range c.cas.Decisions {
		if d := &c.cas.Decisions[i]; d.Nature == droit.RepriseVersement && d.Vise(a) && d.Le >= depuis && d.Le <= j {
			return true
		}
	}
	return false
}

// avisAttendu reports whether an arrêt prescribed within ten clear days of a
// suspension waits for the opinion of the contrôle médical (MAL-CTL-05). Of
// clear days neither the first nor the last is counted.
func (c *Calcul) avisAttendu(a *droit.Arret) (bool, error) {
	for i := range c.cas.Decisions {
		d := &c.cas.Decisions[i]
		if d.Nature != droit.SuspensionMedicale || d.Arret == "" || c.debutEntier(a) <= d.Le {
			continue
		}
		n, err := c.p.Entier(parametre.ControleJoursFrancs, d.Le)
		if err != nil {
			return false, err
		}
		if prescritLe(a) > d.Le+v.Jour(n)+1 || c.avisRendu(d, a) {
			continue
		}
		c.lire(parametre.U19)
		c.r.Manquer(droit.Manque{Code: "AVIS_MEDICAL", AupresDe: "medecin_conseil", Pour: a.Periode(),
			Phrase: "Cet arrêt suit de peu une suspension : il ne peut être payé qu'après un avis favorable du contrôle médical."})
		return true, nil
	}
	return false, nil
}

// debutEntier returns the first day of an arrêt, whole: the days of it that another
// benefit hands over are not a new one.
func (c *Calcul) debutEntier(a *droit.Arret) v.Jour {
	for i := range c.Renvois {
		if x := &c.Renvois[i]; &c.cas.Arrets[x.Arret] == a && x.Depuis != 0 {
			return x.Depuis
		}
	}
	return a.Debut
}

// avisRendu reports whether the contrôle médical has answered: payment resumed
// for the new arrêt or the suspended one, or the new one suspended in its turn.
func (c *Calcul) avisRendu(suspension *droit.Decision, a *droit.Arret) bool {
	for i := range c.cas.Decisions {
		d := &c.cas.Decisions[i]
		switch d.Nature {
		case droit.RepriseVersement:
			if d.Vise(a) || d.Arret == suspension.Arret && d.Le <= a.Debut {
				return true
			}
		case droit.SuspensionMedicale:
			if d.Arret == a.ID {
				return true
			}
		}
	}
	return false
}

// decide reports whether a decision of that kind bears on a day of an arrêt.
func (c *Calcul) decide(n droit.NatureDecision, a *droit.Arret, j v.Jour) bool {
	for i := range c.cas.Decisions {
		d := &c.cas.Decisions[i]
		if d.Nature == n && d.Vise(a) && d.Le <= j && (d.Au == 0 || j <= d.Au) {
			return true
		}
	}
	return false
}

// droitsRefuses reports whether the caisse refused the right of a chain, from the
// day of the decision: named by any of its prescriptions, for the right is one for
// them all (MAL-OUV-01).
func (c *Calcul) droitsRefuses(ch *chaine, j v.Jour) bool {
	for k := range ch.lignes {
		for i := ch.lignes[k].prem; i < ch.lignes[k].prem+ch.lignes[k].n; i++ {
			if c.decide(droit.RefusDroits, &c.cas.Arrets[c.morceaux[i].arret], j) {
				return true
			}
		}
	}
	return false
}
