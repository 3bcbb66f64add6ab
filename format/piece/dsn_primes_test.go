package piece

import (
	"reflect"
	"testing"

	"accord/droit"
)

// A bonus that rewards more than a month is stated apart; one of the month, of
// a kind that is no bonus, or without a time of its own, is pay.
func TestPrimesDSN(t *testing.T) {
	veut := []droit.Prime{{VerseLe: jour("2026-09-30"), Montant: 400_00, Pour: entre("2026-01-01", "2026-12-31")}}
	for _, c := range []struct {
		nom, typ, montant, du, au string
		veut                      []droit.Prime
	}{
		{"annuelle", "027", "400.00", "01012026", "31122026", veut},
		{"exceptionnelle", "026", "400.00", "01012026", "31122026", veut},
		{"du mois", "027", "400.00", "01092026", "30092026", nil},
		{"indemnité de rupture", "001", "400.00", "01012026", "31122026", nil},
		{"reprise", "027", "-400.00", "01012026", "31122026", nil},
	} {
		k := premierContrat(t, "S21.G00.51.013,'-50.00'", "S21.G00.51.013,'-50.00'\nS21.G00.52.001,'"+c.typ+"'\nS21.G00.52.002,'"+c.montant+
			"'\nS21.G00.52.003,'"+c.du+"'\nS21.G00.52.004,'"+c.au+"'\nS21.G00.52.006,'CT0001'")
		if !reflect.DeepEqual(k.Primes, c.veut) {
			t.Errorf("%s : %+v", c.nom, k.Primes)
		}
	}
	if k := premierContrat(t, "S21.G00.51.013,'-50.00'", "S21.G00.51.013,'-50.00'\nS21.G00.52.001,'027'\nS21.G00.52.002,'400.00'\nS21.G00.52.006,'CT0001'"); k.Primes != nil {
		t.Errorf("sans période : %+v", k.Primes)
	}
}

// The loss of a part-time return is that of its period, lines of one period
// being summed.
func TestPertesDSN(t *testing.T) {
	k := premierContrat(t, "S21.G00.60.011,'01'", "S21.G00.60.011,'02'\nS21.G00.60.001,'15'\nS21.G00.60.002,'17092026'\nS21.G00.60.003,'31102026'\n"+
		"S21.G00.66.001,'18092026'\nS21.G00.66.002,'30092026'\nS21.G00.66.003,'310.45'\nS21.G00.66.001,'18092026'\nS21.G00.66.002,'30092026'\nS21.G00.66.003,'10.00'")
	if veut := []droit.PerteTPT{{Periode: entre("2026-09-18", "2026-09-30"), Perte: 320_45}}; !reflect.DeepEqual(k.Pertes, veut) {
		t.Errorf("%+v", k.Pertes)
	}
}

// A parental leave is told apart from other leaves.
func TestCongeParentalDSN(t *testing.T) {
	k := premierContrat(t, "S21.G00.65.001,'501'", "S21.G00.65.001,'632'")
	if a := k.Absences[len(k.Absences)-1]; a.Motif != droit.AbsenceCongeParental {
		t.Errorf("%+v", k.Absences)
	}
}
