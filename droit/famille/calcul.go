package famille

import (
	"accord/droit"
	"accord/droit/maladie"
	"accord/parametre"
)

// Calcul is the working memory of one computation. The zero value is ready.
type Calcul struct{}

// Traite reports whether the package computes the arrêts of that risk.
func Traite(r droit.Risque) bool { return false }

// Prevoir lists the days on which the leaves of the case run, as their dates
// give them, whether or not they are then paid.
func (c *Calcul) Prevoir(cas *droit.Cas, p *parametre.Table) []droit.Servi { return nil }

// Renvois lists the days handed over to sickness.
func (c *Calcul) Renvois(cas *droit.Cas, p *parametre.Table) []droit.Renvoi { return nil }

// Calculer adds the rights, bases, days and lump sums of the leaves of the case
// to r, and the steps to t unless it is nil. The rights and pays are examined by
// socle, which has just computed the sickness of the same case.
func (c *Calcul) Calculer(cas *droit.Cas, p *parametre.Table, t *droit.Trace, r *droit.Resultat, socle *maladie.Calcul) error {
	return nil
}
