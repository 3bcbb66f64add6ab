package maladie

import (
	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

// Besoins lists every datum that the law needs to settle a day of the case and
// that the case does not hold, in the order of the chains that need it, of
// activities and of dates. It is what [Calcul.Calculer] counted as nothing.
func Besoins(cas *droit.Cas, p *parametre.Table) []droit.Besoin {
	var c Calcul
	var r droit.Resultat
	if c.Calculer(cas, p, nil, &r) != nil {
		return nil
	}
	return c.besoins
}

// Besoins returns what the last computation found missing. The slice is valid
// until the next one.
func (c *Calcul) Besoins() []droit.Besoin { return c.besoins }

// reclamer notes a datum that is missing, once for each chain.
func (c *Calcul) reclamer(ch *chaine, nature droit.NatureBesoin, activite int, periode v.Periode, regle droit.Regle) {
	c.reclamerJours(ch, nature, activite, periode, v.P(ch.debut, ch.fin), regle)
}

// reclamerJours notes a datum that is missing for some days of a chain only.
func (c *Calcul) reclamerJours(ch *chaine, nature droit.NatureBesoin, activite int, periode, pour v.Periode, regle droit.Regle) {
	c.Demander(droit.Besoin{Nature: nature, Activite: activite, Arret: ch.arret, Periode: periode, Pour: pour, Regle: regle})
}

// reclamerPeriode notes the pays, or their hours, that are missing in a window
// for all salaried work, month by month, and that some days hang on.
func (c *Calcul) reclamerPeriode(ch *chaine, w, pour v.Periode, regle droit.Regle) {
	for _, i := range c.ordre {
		a := &c.cas.Activites[i]
		if a.Nature != droit.Salarie {
			continue
		}
		for m := w.Du; m <= w.Au; m = m.DebutMois().AjouterMois(1) {
			mois := v.P(m, min(m.FinMois(), w.Au))
			travailles := JoursTravailles(a, mois)
			payes, heures := joursConnus(a, mois)
			switch {
			case payes < travailles:
				c.reclamerJours(ch, droit.BesoinSalaire, i, mois, pour, regle)
			case heures < travailles:
				c.reclamerJours(ch, droit.BesoinHeures, i, mois, pour, regle)
			}
		}
	}
}

// joursConnus counts the days of a month of which the pay is known, and those
// of which the hours are.
func joursConnus(a *droit.Activite, mois v.Periode) (payes, heures int) {
	for k := range a.Salaires {
		s := &a.Salaires[k]
		if s.Brut.EstConnu() || s.Retabli.EstConnu() {
			payes += s.Periode.Inter(mois).Jours()
		}
	}
	if heuresDeclarees(a, mois).complet {
		heures = mois.Jours()
	}
	return payes, heures
}
