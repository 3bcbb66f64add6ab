package sim

import "math"

// What the caisse is drawn after: general regime, employees, arrêts for
// sickness. The sources publish aggregates; the shapes between them are ours.
const (
	// DREES, Études et résultats, December 2024 (year 2023): 21 million people
	// covered, 5.9 million with a paid arrêt, 8.4 million arrêts.
	arretsParAn = 8.4 / 21 // for one person
	// dispersion of a negative binomial law such that 28 % of people have an
	// arrêt in the year when the mean is 0.4.
	dispersion = 0.85

	// Insee Première 2079 (2024): full-time net wage of the private sector.
	netD1, netMediane, netD9 = 1492.0, 2190.0, 4334.0
	// Insee Flash Île-de-France 98: gross 3,464 for net 2,640.
	brutPourNet = 3464.0 / 2640.0
	// SMIC of 1 January 2026 for 151.67 hours, in euros: no full-time wage is below.
	smicMensuel = 1823.0

	quantile90 = 1.2815515655446004
)

// partEnArret is the share of people who begin an arrêt in that many days.
func partEnArret(jours int) float64 {
	m := arretsParAn * float64(jours) / 365
	return 1 - math.Pow(1+m/dispersion, -dispersion)
}

// autresArrets is the mean number of further arrêts, in that many days, of
// someone who has one.
func autresArrets(jours int) float64 {
	return arretsParAn*float64(jours)/365/partEnArret(jours) - 1
}

// joursIndemnises draws the number of paid days of an arrêt, carence excluded:
// a mixture that gives, seen over a year, a mean of 34.6 paid days, 6.6 % of
// arrêts and 45 % of days beyond six months (published: 34, 7 % and 45 %). Most
// arrêts are paid less than eight days.
func (a alea) joursIndemnises() int {
	var d float64
	switch p := a.Float64(); {
	case p < 0.46:
		d = 1 + 4*a.ExpFloat64()
	case p < 0.80:
		d = 1 + 18*a.gamma2()
	case p < 0.965:
		d = 1 + 75*a.gamma2()
	default:
		d = 180 + 620*a.Float64()
	}
	return min(int(math.Round(d)), 1095)
}

// brutMensuel draws a full-time gross monthly wage in whole euros: log-normal
// on each side of the median, so that first and last decile are those of the
// statistics (the mean is then 3 % below the published one).
func (a alea) brutMensuel() int64 {
	z := a.NormFloat64()
	ecart := math.Log(netD9/netMediane) / quantile90
	if z < 0 {
		ecart = math.Log(netMediane/netD1) / quantile90
	}
	return int64(math.Round(max(smicMensuel, netMediane*math.Exp(z*ecart)*brutPourNet)))
}
