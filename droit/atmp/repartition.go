package atmp

import (
	"accord/droit"
)

// repartir splits the allowance of each day between the lines of its stop, leaves
// waiting the days of reduced work whose loss of wages is not known, and names the
// payee of each share: the employer who keeps the wage (R.433-12).
func (c *Calcul) repartir() {
	for k := range c.chaines {
		ch := &c.chaines[k]
		reduit := c.aReduit(ch)
		if len(ch.lignes) == 1 && len(ch.lignes[0].ecartees) == 0 && !reduit {
			continue
		}
		c.ecarter(ch)
		c.partager(ch, reduit)
	}
}

// partager gives each paid row of a stop its share and its payee.
func (c *Calcul) partager(ch *chaine, reduit bool) {
	parts := make([]droit.Part, len(ch.lignes))
	for i := range c.entieres {
		j := &c.r.Jours[c.premier+i]
		if j.Chaine != ch.arret || j.Etat != droit.Paye {
			continue
		}
		for k := range ch.lignes {
			l := &ch.lignes[k]
			parts[k] = droit.Part{Poids: l.poids, Subroge: c.cas.Activites[l.activite].SubrogeLe(j.Date, l.ecartees)}
		}
		droit.Partager(c.entieres[i], parts)
		for k := range ch.lignes {
			if ch.lignes[k].activite == j.Activite {
				j.IJ, j.Beneficiaire = parts[k].Centimes, droit.AssureBeneficiaire
				if parts[k].Subroge {
					j.Beneficiaire = droit.EmployeurBeneficiaire
				}
			}
		}
	}
	if reduit {
		c.attendrePertes(ch)
	}
}

// ecarter sets aside the subrogations of employers who keep only a part of the
// wage, below the allowance of the same period.
func (c *Calcul) ecarter(ch *chaine) {
	for k := range ch.lignes {
		l := &ch.lignes[k]
		ss := c.cas.Activites[l.activite].Subrogation
		for i := range ss {
			s := &ss[i]
			if s.Maintien != droit.MaintienPartiel {
				continue
			}
			maintenu, connu := s.Maintenu.Get()
			if !connu {
				c.socle.Demander(droit.Besoin{Nature: droit.BesoinMaintien, Activite: l.activite, Arret: ch.arret, Periode: s.Periode, Pour: s.Periode, Regle: rSubrogation})
			}
			if maintenu < c.socle.Dus[[2]int{l.activite, i}] {
				l.ecartees[i] = true
			}
		}
	}
}
