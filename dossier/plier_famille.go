package dossier

import (
	"cmp"
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// ecartNaissance is how far, in days, two dates may lie that speak of one
// pregnancy: nineteen weeks separate a birth at twenty-two weeks, the earliest
// that opens a right (R.331-5), from the term.
const ecartNaissance = 140

// famille gathers what is said of births, adoptions and deaths, one event of
// the case for each, in the order of their dates.
func (p *pli) famille(faits []*Fait) {
	var naissances, adoptions, deces []*Fait
	for _, f := range faits {
		switch {
		case f.Evenement.DeLAssure():
		case f.Grossesse != nil, f.Evenement != nil && f.Evenement.Naissance != nil, f.Conge != nil && suitNaissance(f.Conge.Risque) && f.Conge.EvenementLe != 0:
			naissances = append(naissances, f)
		case f.Evenement != nil && f.Evenement.Adoption != nil, f.Conge != nil && f.Conge.Risque == droit.AdoptionConge && f.Conge.EvenementLe != 0:
			adoptions = append(adoptions, f)
		case f.Evenement != nil && f.Evenement.Deces != nil, f.Conge != nil && f.Conge.Risque == droit.DeuilEnfant && f.Conge.EvenementLe != 0:
			deces = append(deces, f)
		}
	}
	p.naissances = rapprocher(naissances, proches(datesNaissance, ecartNaissance))
	p.adoptions = rapprocher(adoptions, proches(dateUnique, 3))
	p.deces = rapprocher(deces, proches(dateUnique, 1))
	trierGrappes(p.naissances, func(g grappe) v.Jour { n := naissance(g); return cmp.Or(n.AccouchementLe, n.PrevueLe) })
	trierGrappes(p.adoptions, func(g grappe) v.Jour { return adoption(g).ArriveeLe })
	trierGrappes(p.deces, func(g grappe) v.Jour { return deces1(g).Le })
	for _, g := range p.naissances {
		p.s.Cas.Naissances = append(p.s.Cas.Naissances, naissance(g))
		p.contredire(g, "DATE_NAISSANCE_CONTRADICTOIRE", "naissance", accouchementLe)
	}
	for _, g := range p.adoptions {
		p.s.Cas.Adoptions = append(p.s.Cas.Adoptions, adoption(g))
		p.contredire(g, "DATE_ADOPTION_CONTRADICTOIRE", "arrivée de l'enfant", func(f *Fait) v.Jour {
			if f.Evenement == nil {
				return 0
			}
			return f.Evenement.Adoption.ArriveeLe
		})
	}
	for _, g := range p.deces {
		p.s.Cas.Deces = append(p.s.Cas.Deces, deces1(g))
	}
}

// suitNaissance reports whether a leave follows from a birth.
func suitNaissance(r droit.Risque) bool {
	return r == droit.Maternite || r == droit.Paternite || r == droit.NaissanceConge || r == droit.Pathologique || r == droit.GarantieGrossesse || r == droit.DES
}

// datesNaissance gives every date that a fact names of a birth or of its term.
func datesNaissance(f *Fait) []v.Jour {
	switch {
	case f.Grossesse != nil:
		return []v.Jour{f.Grossesse.PrevueLe}
	case f.Conge != nil:
		return []v.Jour{f.Conge.EvenementLe}
	case f.Evenement.Naissance.PrevueLe != 0:
		return []v.Jour{f.Evenement.Naissance.Le, f.Evenement.Naissance.PrevueLe}
	}
	return []v.Jour{f.Evenement.Naissance.Le}
}

func dateUnique(f *Fait) []v.Jour {
	switch {
	case f.Conge != nil:
		return []v.Jour{f.Conge.EvenementLe}
	case f.Evenement.Adoption != nil:
		return []v.Jour{f.Evenement.Adoption.ArriveeLe}
	}
	return []v.Jour{f.Evenement.Deces.Le}
}

// proches makes the test that two facts name dates within some days of each other.
func proches(dates func(*Fait) []v.Jour, max v.Jour) func(a, b *Fait) bool {
	return func(a, b *Fait) bool {
		return slices.ContainsFunc(dates(a), func(x v.Jour) bool {
			return slices.ContainsFunc(dates(b), func(y v.Jour) bool { return ecart(x, y) <= max })
		})
	}
}

func trierGrappes(gs []grappe, date func(grappe) v.Jour) {
	slices.SortStableFunc(gs, func(a, b grappe) int { return cmp.Compare(date(a), date(b)) })
}

func accouchementLe(f *Fait) v.Jour {
	if f.Evenement == nil {
		return 0
	}
	return f.Evenement.Naissance.Le
}

// naissance makes one birth of the case. What a birth certificate says of the
// children prevails over what was expected; the presumed date is that of the
// declaration of pregnancy, which alone follows from a medical finding.
func naissance(g grappe) droit.Naissance {
	g = g.parFoi()
	n := droit.Naissance{
		AccouchementLe: premierConnu(g, accouchementLe),
		PrevueLe: cmp.Or(premierConnu(g, func(f *Fait) v.Jour { return f.grossesse().PrevueLe }),
			premierConnu(g, func(f *Fait) v.Jour { return f.naissance().PrevueLe }),
			premierConnu(g, func(f *Fait) v.Jour { return f.conge().EvenementLe })),
		ConstateeLe:        premierConnu(g, func(f *Fait) v.Jour { return f.grossesse().ConstateeLe }),
		Enfants:            int(max(1, premierConnu(g, func(f *Fait) int64 { return cmp.Or(f.naissance().Enfants, f.grossesse().Enfants) }))),
		Rang:               int(premierConnu(g, func(f *Fait) int64 { return cmp.Or(f.naissance().Rang, f.grossesse().Rang) })),
		SemainesReportees:  int(premierConnu(g, func(f *Fait) int64 { return f.grossesse().SemainesReportees })),
		SemainesAnticipees: int(premierConnu(g, func(f *Fait) int64 { return f.grossesse().SemainesAnticipees })),
		DecesMereLe:        premierConnu(g, func(f *Fait) v.Jour { return f.naissance().DecesMereLe }),
		FinCongeMere:       premierConnu(g, func(f *Fait) v.Jour { return f.naissance().FinCongeMere }),
		CongeNaissance:     premierConnu(g, func(f *Fait) v.Periode { return f.conge().CongeNaissance }),
		JoursPaternitePris: int(premierConnu(g, func(f *Fait) int64 { return f.paternite().DejaPris })),
	}
	if sa := premierConnu(g, func(f *Fait) int64 { return f.naissance().SemainesAmenorrhee }); sa > 0 {
		n.SemainesAmenorrhee = v.Connu(int(sa))
	}
	for _, f := range g {
		if hs := f.naissance().Hospitalisations; len(hs) > 0 {
			for _, h := range hs {
				n.EnfantHospitalise = append(n.EnfantHospitalise, droit.Hospitalisation{Periode: h.Periode, Specialise: h.Specialise})
			}
			break
		}
	}
	n.ID = "naissance-" + cmp.Or(n.PrevueLe, n.AccouchementLe).String()
	return n
}

// mere reports whether the person gave, or is to give, birth.
func (g grappe) mere() bool {
	return slices.ContainsFunc(g, func(f *Fait) bool {
		return f.Grossesse != nil || f.naissance().Mere || f.conge().Risque == droit.Maternite
	})
}

func adoption(g grappe) droit.Adoption {
	g = g.parFoi()
	de := func(f *Fait) AdoptionDeclaree {
		if f.Evenement == nil {
			return AdoptionDeclaree{}
		}
		return *f.Evenement.Adoption
	}
	a := droit.Adoption{
		ArriveeLe: cmp.Or(premierConnu(g, func(f *Fait) v.Jour { return de(f).ArriveeLe }),
			premierConnu(g, func(f *Fait) v.Jour { return f.conge().EvenementLe })),
		Enfants:          int(max(1, premierConnu(g, func(f *Fait) int64 { return de(f).Enfants }))),
		AChargeApres:     int(premierConnu(g, func(f *Fait) int64 { return de(f).AChargeApres })),
		Parents:          int(max(1, premierConnu(g, func(f *Fait) int64 { return de(f).Parents }))),
		JoursAutreParent: int(premierConnu(g, func(f *Fait) int64 { return de(f).JoursAutreParent })),
		AllocationVersee: premierConnu(g, func(f *Fait) bool { return de(f).AllocationVersee }),
	}
	a.ID = "adoption-" + a.ArriveeLe.String()
	return a
}

// deces1 makes one death of the case.
func deces1(g grappe) droit.Deces {
	g = g.parFoi()
	de := func(f *Fait) DecesDeclare {
		if f.Evenement == nil {
			return DecesDeclare{}
		}
		return *f.Evenement.Deces
	}
	d := droit.Deces{
		Le:      cmp.Or(premierConnu(g, func(f *Fait) v.Jour { return de(f).Le }), premierConnu(g, func(f *Fait) v.Jour { return f.conge().EvenementLe })),
		Lien:    cmp.Or(premierConnu(g, func(f *Fait) string { return de(f).Lien }), "enfant"),
		NeLe:    premierConnu(g, func(f *Fait) v.Jour { return de(f).NeLe }),
		ACharge: premierConnu(g, func(f *Fait) bool { return de(f).ACharge }),
	}
	d.ID = "deces-" + d.Le.String()
	return d
}

// The readers below return an empty value when the fact is of another kind.

func (f *Fait) grossesse() (g Grossesse) {
	if f.Grossesse != nil {
		g = *f.Grossesse
	}
	return g
}

func (f *Fait) naissance() (n NaissanceDeclaree) {
	if f.Evenement != nil && f.Evenement.Naissance != nil {
		n = *f.Evenement.Naissance
	}
	return n
}

func (f *Fait) conge() (c Conge) {
	if f.Conge != nil {
		c = *f.Conge
	}
	return c
}

func (f *Fait) paternite() (c Conge) {
	if f.Conge != nil && f.Conge.Risque == droit.Paternite {
		c = *f.Conge
	}
	return c
}

// contredire warns when two sources date one event differently.
func (p *pli) contredire(g grappe, code, quoi string, date func(*Fait) v.Jour) {
	g = g.parFoi()
	retenue := premierConnu(g, date)
	for _, f := range g {
		if d := date(f); d != 0 && d != retenue {
			p.s.Avis = append(p.s.Avis, droit.Avis{Code: code, Phrase: "Deux dates sont données pour " + quoi + " : le " + retenue.Francais() +
				" (" + nomSource(cleSource(premierDe(g, date))) + ", retenue) et le " + d.Francais() + " (" + nomSource(cleSource(f)) + ")."})
			return
		}
	}
}

// premierDe returns the first fact that gives a date.
func premierDe(g grappe, date func(*Fait) v.Jour) *Fait {
	return g[slices.IndexFunc(g, func(f *Fait) bool { return date(f) != 0 })]
}
