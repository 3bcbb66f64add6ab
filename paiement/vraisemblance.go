package paiement

import "accord/registre"

// borner holds, on each day that owes much more than was ever settled, what is
// beyond that, until someone has looked at it. The rest is paid.
func (e *Entree) borner(ecarts []registre.Ecart) (gardes []registre.Ecart, rs []Retenue) {
	if e.Surprend == nil {
		return ecarts, nil
	}
	for _, d := range ecarts {
		regle, suspect := e.Surprend(&d)
		if d.Montant <= 0 || !suspect {
			gardes = append(gardes, d)
			continue
		}
		exces := min(d.Montant, d.Nouveau-regle)
		r := retenir([]registre.Ecart{d})
		r.Motif, r.Brut, r.Details[0].Brut = Invraisemblable, exces, exces
		rs = append(rs, r)
		if d.Montant -= exces; d.Montant > 0 {
			gardes = append(gardes, d)
		}
	}
	return gardes, rs
}
