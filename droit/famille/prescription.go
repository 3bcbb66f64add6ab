package famille

import (
	"accord/droit"
	"accord/parametre"
)

// forclos reports whether a leave is claimed too late (L.332-1): two years from
// the first medical finding of the pregnancy for maternity, from the end of the
// leave for the others, which no text rules. A claim received in time runs them
// again.
func (c *Calcul) forclos(g *conge) bool {
	if !c.cas.Options.Prescription || c.cas.ConnuAu == 0 {
		return false
	}
	depuis := g.fin
	n := c.naissance(g.evenement)
	grossesse := g.risque == droit.Maternite || g.risque == droit.Pathologique || g.risque == droit.DES
	if !grossesse {
		grossesse = c.lire(parametre.AU25) == "grossesse"
	}
	if grossesse && n != nil && n.ConstateeLe != 0 {
		depuis = n.ConstateeLe
	}
	annees, err := c.p.Entier(parametre.FamPrescriptionAnnees, depuis)
	if err != nil {
		return false
	}
	limite := depuis.AjouterAnnees(annees)
	if recu := c.cas.Arrets[g.arret].RecuLe; recu != 0 && recu <= limite {
		limite = max(limite, recu.AjouterAnnees(annees))
	}
	return c.cas.ConnuAu > limite
}
