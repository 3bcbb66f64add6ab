package sepa

import "accord/valeur"

// JourTARGET reports whether the euro settles on that day: neither a Saturday
// nor a Sunday, nor 1 January, Good Friday, Easter Monday, 1 May, 25 or 26
// December.
//
// Source: long-term calendar of TARGET closing days, Governing Council of the
// ECB, 14 December 2000.
func JourTARGET(j valeur.Jour) bool {
	if j.JourSemaine() >= 6 {
		return false
	}
	annee, mois, jour := j.Date()
	switch {
	case mois == 1 && jour == 1, mois == 5 && jour == 1, mois == 12 && (jour == 25 || jour == 26):
		return false
	}
	dimanche := paques(annee)
	return j != dimanche-2 && j != dimanche+1
}

// ProchainTARGET returns the first day of TARGET from j on, j included.
func ProchainTARGET(j valeur.Jour) valeur.Jour {
	for !JourTARGET(j) {
		j++
	}
	return j
}

// paques returns Easter Sunday of the Gregorian calendar, by the computation
// known as that of Meeus, Jones and Butcher.
func paques(annee int) valeur.Jour {
	lune := annee % 19
	siecle, reste := annee/100, annee%100
	epacte := (19*lune + siecle - siecle/4 - (siecle-(siecle+8)/25+1)/3 + 15) % 30
	dimanche := (32 + 2*(siecle%4) + 2*(reste/4) - epacte - reste%4) % 7
	recul := (lune + 11*epacte + 22*dimanche) / 451
	n := epacte + dimanche - 7*recul + 114
	return valeur.NewJour(annee, n/31, n%31+1)
}
