package dossier

import (
	"accord/droit"
	"accord/droit/prestations"
	"accord/parametre"
)

// Calcul is a situation and what the law says of it.
type Calcul struct {
	Situation *Situation
	Resultat  droit.Resultat
	Questions []Question // that wait for an answer
	AVenir    []Question // that will, if nothing comes before their day
	Chaines   []Chaine
}

// Ruptures lists, in words, what the calendar breaks of what holds whatever the
// case.
func (c *Calcul) Ruptures(p *parametre.Table) []string {
	return prestations.Ruptures(&c.Situation.Cas, p, c.Resultat.Jours)
}

// Chaine returns the dossier of an arrêt of the case, given by its index.
func (c *Calcul) Chaine(arret int) *Chaine {
	for i := range c.Chaines {
		for _, a := range c.Chaines[i].Arrets {
			if a == arret {
				return &c.Chaines[i]
			}
		}
	}
	return nil
}
