package droit

import (
	"slices"

	v "accord/valeur"
)

// LignePartagee is one activity line among which a daily allowance is shared,
// pro rata of its reference pay.
type LignePartagee struct {
	Activite int
	Poids    v.Fraction
}

// Repartir splits the whole allowance of each day, given beside its row, between
// the lines of a stop, and names the payee of each share: the employer who keeps
// the whole wage, or a part of it not below the allowance of the period
// (R.323-11), which dus gives. The rows of one day follow each other. The wages
// kept that are not known are asked for by reclamer.
func Repartir(cas *Cas, lignes []LignePartagee, jours []JourCalcule, entieres []v.Centimes, dus DusMaintenus, reclamer func(activite int, p v.Periode)) {
	partagerJours(cas, lignes, jours, entieres, dus)
	for _, l := range lignes {
		for k := range cas.Activites[l.Activite].Subrogation {
			s := &cas.Activites[l.Activite].Subrogation[k]
			if s.Maintien == MaintienPartiel && !s.Maintenu.EstConnu() && due(jours, l.Activite, s.Periode) {
				reclamer(l.Activite, s.Periode)
			}
		}
	}
}

// DusMaintenus is what all the benefits owe over the period of each wage kept in
// part, by activity and by rank in its subrogations.
type DusMaintenus map[[2]int]v.Centimes

// DusSurMaintiens adds it up, and reports whether some wage kept is less. The
// indemnity of unfitness is not of it: no wage is kept beside it (D.433-2).
func DusSurMaintiens(cas *Cas, jours []JourCalcule) (dus DusMaintenus, insuffisant bool) {
	for i := range cas.Activites {
		for k := range cas.Activites[i].Subrogation {
			s := &cas.Activites[i].Subrogation[k]
			if s.Maintien != MaintienPartiel {
				continue
			}
			du := v.Centimes(0)
			for n := range jours {
				if j := &jours[n]; j.Etat == Paye && j.Risque != ITI && j.Activite == i && s.Periode.Contient(j.Date) {
					du += j.IJ
				}
			}
			if dus == nil {
				dus = DusMaintenus{}
			}
			dus[[2]int{i, k}], insuffisant = du, insuffisant || s.Maintenu.Ou(0) < du
		}
	}
	return dus, insuffisant
}

// due reports whether something is owed to one line over a period.
func due(jours []JourCalcule, activite int, p v.Periode) bool {
	return slices.ContainsFunc(jours, func(j JourCalcule) bool {
		return j.Etat == Paye && j.Activite == activite && j.IJ > 0 && p.Contient(j.Date)
	})
}

// partagerJours shares each day in its turn.
func partagerJours(cas *Cas, lignes []LignePartagee, jours []JourCalcule, entieres []v.Centimes, dus DusMaintenus) {
	parts := make([]Part, len(lignes))
	for i := range jours {
		j := &jours[i]
		if j.Etat != Paye {
			continue
		}
		for k := range lignes {
			parts[k].Poids, parts[k].Subroge = lignes[k].Poids, subroge(cas, lignes[k].Activite, j.Date, dus)
		}
		Partager(entieres[i], parts)
		for k := range lignes {
			if lignes[k].Activite == j.Activite {
				j.IJ, j.Beneficiaire = parts[k].Centimes, AssureBeneficiaire
				if parts[k].Subroge {
					j.Beneficiaire = EmployeurBeneficiaire
				}
			}
		}
	}
}

// subroge reports whether the employer of a line is paid in the insured's stead
// on that day: he keeps no less than what is owed. Independents are never subrogated.
func subroge(cas *Cas, activite int, j v.Jour, dus DusMaintenus) bool {
	a := &cas.Activites[activite]
	if a.Nature != Salarie {
		return false
	}
	for k := range a.Subrogation {
		if s := &a.Subrogation[k]; s.Periode.Contient(j) && s.Maintenu.Ou(0) >= dus[[2]int{activite, k}] {
			return true
		}
	}
	return false
}
