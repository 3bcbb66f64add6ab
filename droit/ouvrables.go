package droit

import (
	"strings"

	v "accord/valeur"
)

// Calendrier is the working days of one place. The zero value is that of the
// metropolitan departments outside Alsace-Moselle.
type Calendrier struct {
	Territoire Territoire
	// Abolition is the day and month on which an overseas department keeps the
	// abolition of slavery (loi 83-550, décret 83-1003), zero elsewhere.
	Abolition [2]int
}

// abolitions gives, by department, the day and month of décret 83-1003.
var abolitions = map[string][2]int{
	"971": {27, 5}, "972": {22, 5}, "973": {10, 6}, "974": {20, 12}, "976": {27, 4},
}

// CalendrierDe returns the working days of a caisse, by its code (three digits,
// such as 441) or its department, or of a postal code: those of the department.
func CalendrierDe(caisse string) Calendrier {
	if len(caisse) < 2 {
		return Calendrier{}
	}
	switch caisse[:2] {
	case "57", "67", "68":
		return Calendrier{Territoire: AlsaceMoselle}
	case "97":
		if a, ok := abolitions[caisse[:min(3, len(caisse))]]; ok {
			t := DROM
			if caisse[:3] == "976" {
				t = Mayotte
			}
			return Calendrier{Territoire: t, Abolition: a}
		}
	}
	return Calendrier{}
}

// TerritoireDe returns the territory of a postal code; empty when it is none, or lies
// where this program knows no territory.
func TerritoireDe(codePostal string) Territoire {
	if len(codePostal) != 5 || strings.Trim(codePostal, "0123456789") != "" {
		return ""
	}
	t := CalendrierDe(codePostal).Territoire
	if departement := codePostal[:2]; t == "" && departement > "00" && departement < "97" {
		return Metropole
	}
	return t
}

// Ferie reports whether a day is a public holiday there.
func (c Calendrier) Ferie(j v.Jour) bool {
	_, mois, jour := j.Date()
	return JourFerie(j, c.Territoire) || c.Abolition == [2]int{jour, mois}
}

// Ouvre reports whether the caisse works on a day: neither Saturday nor Sunday
// nor a public holiday.
func (c Calendrier) Ouvre(j v.Jour) bool { return j.JourSemaine() < 6 && !c.Ferie(j) }

// Suivant returns the first working day from j on, j included.
func (c Calendrier) Suivant(j v.Jour) v.Jour {
	for !c.Ouvre(j) {
		j++
	}
	return j
}

// AjouterOuvres returns the n-th working day after a day, which does not count.
func (c Calendrier) AjouterOuvres(j v.Jour, n int) v.Jour {
	for range n {
		j = c.Suivant(j + 1)
	}
	return j
}

// Ouvrable reports whether a day counts where the text leaves out Sundays and
// public holidays only.
func (c Calendrier) Ouvrable(j v.Jour) bool { return j.JourSemaine() < 7 && !c.Ferie(j) }

// AjouterOuvrables returns the n-th such day after a day, which does not count.
func (c Calendrier) AjouterOuvrables(j v.Jour, n int) v.Jour {
	for n > 0 {
		j++
		if c.Ouvrable(j) {
			n--
		}
	}
	return j
}

// DernierFranc returns the last day on which something may still be done within
// a delay of n clear days (jours francs): neither the day that starts it nor the
// one on which it ends counts.
func DernierFranc(depart v.Jour, n int) v.Jour { return depart + v.Jour(n) + 1 }
