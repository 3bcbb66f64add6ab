package dossier

import (
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// confirmerConges takes for sure the maternity leaves of those who had stopped
// working on its eve: who is on sick leave when the leave begins does not work,
// and no employer has a last day worked to declare. Without this, both rights
// would wait for each other and nothing would be paid.
func (c *Calculateur) confirmerConges(s *Situation) error {
	if len(s.Presumes) == 0 {
		return nil
	}
	c.essai.Vider()
	if err := c.loi.Calculer(s.Cas.Ordonne(), c.table, nil, &c.essai); err != nil {
		return err
	}
	s.Presumes = slices.DeleteFunc(s.Presumes, func(x CongePresume) bool {
		p := s.etendue(c.essai.Jours, func(a *droit.Arret) bool { return a == &s.Cas.Arrets[x.Arret] })
		return !p.IsZero() && s.cesse(p.Du-1)
	})
	return nil
}

// cesse reports whether all the jobs of a day were stopped by a prescription or
// a leave asked for, and not taken up again.
func (s *Situation) cesse(j v.Jour) bool {
	un := false
	for i := range s.Cas.Activites {
		a := &s.Cas.Activites[i]
		if a.Fin != 0 && a.Fin < j {
			continue
		}
		if un = s.arrete(a, j); !un {
			return false
		}
	}
	return un
}

func (s *Situation) arrete(a *droit.Activite, j v.Jour) bool {
	for i := range s.Origines {
		x := &s.Cas.Arrets[i]
		if x.Debut == 0 || x.TempsPartiel || !x.Periode().Contient(j) || len(x.Activites) > 0 && !slices.Contains(x.Activites, a.ID) {
			continue
		}
		if !slices.ContainsFunc(a.Reprises, func(r droit.Reprise) bool { return r.Le > x.Debut && r.Le <= j }) {
			return true
		}
	}
	return false
}
