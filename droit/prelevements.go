package droit

import (
	"cmp"

	"accord/parametre"
	v "accord/valeur"
)

// Fiscalite says how a run of days is levied and taxed.
type Fiscalite struct {
	SansCSG bool        // contributions are not withheld by the caisse
	Exonere bool        // out of the income tax
	Moitie  bool        // taxable in part: accidents and occupational diseases (CGI 81, 8°)
	SurBrut bool        // that part is taken of the gross, not of the gross less the deductible CSG (AUT-U-24)
	TauxPAS v.Centiemes // percent withheld at source; 0 when the caisse withholds nothing
}

// Prelever goes from the gross of one paid period to its net (MAL-NET-01):
// CSG, of which a part is deductible, and CRDS, each rounded half-up once on
// the period, then the tax withheld at source on what is taxable. The rates
// are those of the first day of the period.
func Prelever(p *parametre.Table, brut v.Centimes, le v.Jour, f Fiscalite) (Prelevements, error) {
	l := Prelevements{Brut: brut}
	if !f.SansCSG {
		csg, err1 := p.Centimes(parametre.CSG, le)
		deductible, err2 := p.Centimes(parametre.CSGDeductible, le)
		crds, err3 := p.Centimes(parametre.CRDS, le)
		if err := cmp.Or(err1, err2, err3); err != nil {
			return l, err
		}
		l.CSG, l.CSGDeductible, l.CRDS = pourcent(brut, csg), pourcent(brut, deductible), pourcent(brut, crds)
	}
	if !f.Exonere {
		l.Imposable = brut - l.CSGDeductible
		if f.SurBrut {
			l.Imposable = brut
		}
		if f.Moitie {
			part, err := p.Centimes(parametre.ATPartImposable, le)
			if err != nil {
				return l, err
			}
			l.Imposable = pourcent(l.Imposable, part)
		}
		l.PAS = pourcent(l.Imposable, f.TauxPAS)
	}
	l.Net = brut - l.CSG - l.CRDS - l.PAS
	return l, nil
}

// pourcent returns m × taux %, half-up to the cent. Amounts stay below 10¹²
// cents and rates below 10⁴ hundredths of a percent, so that the product holds
// in 64 bits.
func pourcent(m v.Centimes, taux v.Centiemes) v.Centimes {
	n := m * taux
	if n < 0 {
		return -((-n + 5000) / 10000)
	}
	return (n + 5000) / 10000
}

// EstSinistre reports whether a risk is an accident at work or on the way, or an
// occupational disease.
func (r Risque) EstSinistre() bool {
	return r == AccidentTravail || r == AccidentTrajet || r == MaladiePro
}

// Professionnel reports whether a risk is one of those, or the unfitness that follows:
// another branch bears it, and it is taxable in part only.
func (r Risque) Professionnel() bool { return r.EstSinistre() || r == ITI }

// Plus adds two levies line by line.
func (l Prelevements) Plus(m Prelevements) Prelevements {
	return Prelevements{
		Brut: l.Brut + m.Brut, CSG: l.CSG + m.CSG, CSGDeductible: l.CSGDeductible + m.CSGDeductible, CRDS: l.CRDS + m.CRDS,
		Imposable: l.Imposable + m.Imposable, PAS: l.PAS + m.PAS, Net: l.Net + m.Net,
	}
}

// Moins gives the levies of a difference: those of the whole period less those
// already booked for what was paid before.
func (l Prelevements) Moins(deja Prelevements) Prelevements {
	return Prelevements{
		Brut: l.Brut - deja.Brut, CSG: l.CSG - deja.CSG, CSGDeductible: l.CSGDeductible - deja.CSGDeductible, CRDS: l.CRDS - deja.CRDS,
		Imposable: l.Imposable - deja.Imposable, PAS: l.PAS - deja.PAS, Net: l.Net - deja.Net,
	}
}
