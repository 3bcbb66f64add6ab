package dossier

import (
	"accord/droit"
)

// Calcul is a situation and what the law says of it.
type Calcul struct {
	Situation *Situation
	Resultat  droit.Resultat
	Questions []Question // that wait for an answer
	AVenir    []Question // that will, if nothing comes before their day
	Chaines   []Chaine
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
