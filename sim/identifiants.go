package sim

import (
	"fmt"

	v "accord/valeur"
)

// Numbers that exist nowhere. They pass every check digit.
//
//   - SIREN from 000 000 018 to 009 999 999: the Insee starts at 1.
//   - NIR of people born in country 99 990 to 99 999: codes that were never
//     given to a country.
//   - IBAN of bank 99999, which is not in the list of establishments.
const (
	banqueInventee  = "99999"
	guichetInvente  = "00001"
	bicInvente      = "INVEFRPPXXX"
	premierLieu     = 999 // of birth, then downwards
	dernierLieu     = 990
	ordreNIRMax     = 999
	populationMax   = 2_000_000
	sirenInventeMax = 999_999
	// accounts of employees come first, then those of enterprises
	compteEntreprise = 10 * populationMax
)

// siren returns the nth invented SIREN.
func siren(n int) string {
	s := fmt.Sprintf("%08d", n%sirenInventeMax+1)
	return s + string(v.CleLuhn(s))
}

// siret returns the nth establishment of an invented enterprise, from 0.
func siret(siren string, n int) v.SIRET {
	s := fmt.Sprintf("%s%04d", siren, n+1)
	return v.SIRET(s + string(v.CleLuhn(s)))
}

// iban returns the account of that number in the invented bank.
func iban(n int) v.IBAN {
	return v.NewIBANFrancais(banqueInventee, guichetInvente, fmt.Sprintf("%011d", n))
}

// registreNIR gives NIR out, each once.
type registreNIR map[[3]int]int

// suivant returns the next NIR of a sex (1 or 2) and of a month of birth.
func (r registreNIR) suivant(sexe int, naissance v.Jour) v.NIR {
	a, m, _ := naissance.Date()
	cle := [3]int{sexe, a % 100, m}
	n := r[cle]
	r[cle]++
	lieu := premierLieu - n/ordreNIRMax
	if lieu < dernierLieu {
		panic("sim: plus de NIR inventé pour ce mois de naissance")
	}
	return v.NIR(fmt.Sprintf("%d%02d%02d99%03d%03d", sexe, a%100, m, lieu, n%ordreNIRMax+1))
}
