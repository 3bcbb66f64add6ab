package droit

import v "accord/valeur"

// JourFerie reports whether a day is a public holiday (C. trav. L.3133-1, and
// L.3134-13 for Alsace-Moselle). The day of the abolition of slavery, which
// each overseas department keeps on its own date, is not among them.
func JourFerie(j v.Jour, t Territoire) bool {
	annee, mois, jour := j.Date()
	switch [2]int{mois, jour} {
	case [2]int{1, 1}, [2]int{5, 1}, [2]int{5, 8}, [2]int{7, 14}, [2]int{8, 15}, [2]int{11, 1}, [2]int{11, 11}, [2]int{12, 25}:
		return true
	case [2]int{12, 26}:
		return t == AlsaceMoselle
	}
	switch j - Paques(annee) {
	case 1, 39, 50: // Easter Monday, Ascension, Whit Monday
		return true
	case -2: // Good Friday
		return t == AlsaceMoselle
	}
	return false
}

// Paques returns Easter Sunday of a Gregorian year (algorithm of Oudin).
func Paques(annee int) v.Jour {
	g, c := annee%19, annee/100
	h := (c - c/4 - (8*c+13)/25 + 19*g + 15) % 30
	i := h - (h/28)*(1-(h/28)*(29/(h+1))*((21-g)/11))
	k := (annee + annee/4 + i + 2 - c + c/4) % 7
	l := i - k
	mois := 3 + (l+40)/44
	return v.NewJour(annee, mois, l+28-31*(mois/4))
}
