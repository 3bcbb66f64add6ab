package maladie

import (
	"accord/droit"
	v "accord/valeur"
)

// fenetresAu returns the windows over which rights are examined for an
// interruption on day a, which is in none of them (MAL-OUV-02).
func fenetresAu(a v.Jour) droit.Fenetres {
	mois := a.DebutMois()
	return droit.Fenetres{
		Mois3:    v.P(mois.AjouterMois(-3), mois-1),
		Jours90:  v.P(a-90, a-1),
		Mois6:    v.P(mois.AjouterMois(-6), mois-1),
		Mois12:   v.P(mois.AjouterMois(-12), mois-1),
		Jours365: v.P(a-365, a-1),
	}
}
