package droit

// Plus adds two sets of levies.
func (p Prelevements) Plus(q Prelevements) Prelevements {
	return Prelevements{p.Brut + q.Brut, p.CSG + q.CSG, p.CSGDeductible + q.CSGDeductible, p.CRDS + q.CRDS,
		p.Imposable + q.Imposable, p.PAS + q.PAS, p.Net + q.Net}
}

// Moins subtracts one set of levies from another.
func (p Prelevements) Moins(q Prelevements) Prelevements {
	return Prelevements{p.Brut - q.Brut, p.CSG - q.CSG, p.CSGDeductible - q.CSGDeductible, p.CRDS - q.CRDS,
		p.Imposable - q.Imposable, p.PAS - q.PAS, p.Net - q.Net}
}
