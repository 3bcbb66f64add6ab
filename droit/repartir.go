package droit

import v "accord/valeur"

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
	refusees := map[[2]int]bool{}
	partagerJours(cas, lignes, jours, entieres, refusees)
	for _, l := range lignes {
		for k := range cas.Activites[l.Activite].Subrogation {
			s := &cas.Activites[l.Activite].Subrogation[k]
			if s.Maintien != MaintienPartiel {
				continue
			}
			maintenu, connu := s.Maintenu.Get()
			du := sommeDe(jours, l.Activite, s.Periode)
			if !connu && du > 0 {
				reclamer(l.Activite, s.Periode)
			}
			du = dus[[2]int{l.Activite, k}]
			if maintenu < du {
				refusees[[2]int{l.Activite, k}] = true
			}
		}
	}
	if len(refusees) > 0 {
		partagerJours(cas, lignes, jours, entieres, refusees)
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

// sommeDe adds what one line is owed over a period.
func sommeDe(jours []JourCalcule, activite int, p v.Periode) v.Centimes {
	somme := v.Centimes(0)
	for i := range jours {
		if j := &jours[i]; j.Etat == Paye && j.Activite == activite && p.Contient(j.Date) {
			somme += j.IJ
		}
	}
	return somme
}

// partagerJours shares each day in its turn.
func partagerJours(cas *Cas, lignes []LignePartagee, jours []JourCalcule, entieres []v.Centimes, refusees map[[2]int]bool) {
	parts := make([]Part, len(lignes))
	for i := range jours {
		j := &jours[i]
		if j.Etat != Paye {
			continue
		}
		for k := range lignes {
			parts[k].Poids, parts[k].Subroge = lignes[k].Poids, subroge(cas, lignes[k].Activite, j.Date, refusees)
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
// on that day. Independents are never subrogated.
func subroge(cas *Cas, activite int, j v.Jour, refusees map[[2]int]bool) bool {
	a := &cas.Activites[activite]
	if a.Nature != Salarie {
		return false
	}
	for k := range a.Subrogation {
		if a.Subrogation[k].Periode.Contient(j) && !refusees[[2]int{activite, k}] {
			return true
		}
	}
	return false
}
