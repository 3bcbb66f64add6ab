package tirage

import (
	"strconv"

	"accord/droit"
	v "accord/valeur"
)

// attendre draws a pregnancy whose prenatal rest would begin about a day.
func (t *tireur) attendre(a v.Jour) *droit.Naissance {
	n := droit.Naissance{
		ID:      "G" + strconv.Itoa(len(t.cas.Naissances)+1),
		Enfants: peser(t, part[int]{92, 1}, part[int]{6, 2}, part[int]{2, 3}), Rang: peser(t, part[int]{40, 1}, part[int]{35, 2}, part[int]{20, 3}, part[int]{5, 4}),
		PrevueLe: a + v.Jour(t.entre(30, 60)),
	}
	if n.Enfants > 1 {
		n.PrevueLe += 42
	}
	if t.chance(120) {
		n.SemainesReportees = t.entre(1, 4)
	} else if t.chance(80) {
		n.SemainesAnticipees = t.entre(1, 4)
	}
	switch {
	case t.chance(120): // not born yet
	case t.chance(500):
		n.AccouchementLe = n.PrevueLe + v.Jour(t.entre(-14, 10))
	case t.chance(600):
		n.AccouchementLe = n.PrevueLe - v.Jour(t.entre(15, 50))
	default:
		n.AccouchementLe = n.PrevueLe - v.Jour(t.entre(40, 110))
	}
	if n.AccouchementLe != 0 && (n.AccouchementLe < n.PrevueLe-30 || t.chance(100)) && t.chance(700) {
		sortie := n.AccouchementLe + v.Jour(t.entre(2, choisir(t, 10, 60, 120)))
		n.EnfantHospitalise = []droit.Hospitalisation{{Periode: v.P(n.AccouchementLe+v.Jour(t.entre(0, 1)), sortie), Specialise: t.chance(700)}}
	}
	if t.chance(15) {
		n.SemainesAmenorrhee = v.Connu(t.entre(18, 41))
	}
	t.cas.Naissances = append(t.cas.Naissances, n)
	return &t.cas.Naissances[len(t.cas.Naissances)-1]
}

// venue is the day of the birth, or the one on which it is awaited.
func venue(n *droit.Naissance) v.Jour {
	if n.AccouchementLe != 0 {
		return n.AccouchementLe
	}
	return n.PrevueLe
}

// grossesse draws a pregnancy with its stops: before the rest, the rest itself
// with its dates or without, and after it.
func (t *tireur) grossesse(a v.Jour) v.Jour {
	n := t.attendre(a)
	avant, apres := v.Jour(42), v.Jour(70)
	switch {
	case n.Enfants >= 3:
		avant, apres = 168, 154
	case n.Enfants == 2:
		avant, apres = 84, 154
	case n.Rang >= 3:
		avant, apres = 56, 126
	}
	du, au := min(n.PrevueLe-avant, venue(n)), venue(n)+apres-1
	t.avantRepos(n, du)
	if !t.chance(30) {
		au = t.reposer(n, du, au)
	}
	if n.AccouchementLe != 0 {
		au = max(au, t.apresRepos(n, au))
	}
	return au
}

// avantRepos draws pathological rest, the guarantee of an exposed woman, or a
// pregnancy under DES.
func (t *tireur) avantRepos(n *droit.Naissance, du v.Jour) {
	switch {
	case t.chance(40):
		d := du - v.Jour(t.entre(20, 120))
		x := t.conge(droit.DES, d, du-1+v.Jour(choisir(t, 0, 0, 5)))
		x.Grossesse, x.Canal, x.PrescritLe, x.Prescripteur = n.ID, droit.Electronique, d, droit.SpecialisteAdresse
		return
	case t.chance(60):
		d := du - v.Jour(t.entre(20, 120))
		x := t.conge(droit.GarantieGrossesse, d, du-v.Jour(t.entre(-5, 10)))
		x.Grossesse = n.ID
		return
	}
	if !t.chance(400) {
		return
	}
	d := du - v.Jour(t.entre(1, 60))
	for range t.entre(1, 3) {
		au := d + v.Jour(t.entre(1, choisir(t, 6, 13, 20)))
		t.pathologie(n, d, au)
		d = au + 1 + v.Jour(choisir(t, 0, 0, 3, 20))
		if d >= du {
			break
		}
	}
	if t.chance(400) { // fourteen days that touch the rest
		t.pathologie(n, du-14, du-1)
	}
}

func (t *tireur) pathologie(n *droit.Naissance, du, au v.Jour) {
	for i := range t.cas.Arrets {
		if x := &t.cas.Arrets[i]; x.Risque == droit.Pathologique && x.Periode().Inter(v.P(du, au)) != (v.Periode{}) {
			return
		}
	}
	x := t.conge(droit.Pathologique, du, au)
	x.Grossesse, x.Canal, x.PrescritLe, x.Prescripteur = n.ID, droit.Electronique, du, choisir(t, droit.SageFemme, droit.MedecinTraitant)
}

// reposer draws the maternity leave, and returns its last day.
func (t *tireur) reposer(n *droit.Naissance, du, au v.Jour) v.Jour {
	switch {
	case t.chance(550):
		t.conge(droit.Maternite, 0, 0).Naissance = n.ID
	case t.chance(600):
		t.conge(droit.Maternite, du+v.Jour(t.entre(-3, 10)), au+v.Jour(t.entre(-5, 5))).Naissance = n.ID
	case t.chance(500): // about eight weeks
		d := venue(n) - v.Jour(t.entre(0, 20))
		au = d + v.Jour(t.entre(53, 60))
		t.conge(droit.Maternite, d, au).Naissance = n.ID
	default: // two stretches, the child being in hospital
		milieu := venue(n) + v.Jour(t.entre(41, 50))
		sortie := milieu + v.Jour(t.entre(10, 60))
		n.EnfantHospitalise = []droit.Hospitalisation{{Periode: v.P(venue(n), sortie), Specialise: true}}
		t.conge(droit.Maternite, du, milieu).Naissance = n.ID
		t.conge(droit.Maternite, sortie+1, sortie+(au-milieu)).Naissance = n.ID
		return sortie + (au - milieu)
	}
	return au
}

// apresRepos draws what follows the rest: pathological days, the supplementary
// leave.
func (t *tireur) apresRepos(n *droit.Naissance, fin v.Jour) v.Jour {
	d := fin + 1
	if t.chance(150) {
		au := d + v.Jour(t.entre(3, 32))
		if t.chance(500) {
			t.pathologie(n, d, au)
		} else {
			t.prescrire(droit.Initial, d, au)
		}
		d = au + 1
	}
	if n.PrevueLe > v.NewJour(2025, 12, 1) && t.chance(500) {
		d = t.congeSupplementaire(n.ID, "", d)
	}
	return d
}

// congeSupplementaire draws one or two months after a leave, and returns the
// last day.
func (t *tireur) congeSupplementaire(naissance, adoption string, d v.Jour) v.Jour {
	d = max(d, v.NewJour(2026, 7, 1)-v.Jour(choisir(t, 0, 0, 20)))
	if t.chance(400) {
		d += v.Jour(t.entre(1, 60))
	}
	fin := d
	mois := t.entre(1, 3)
	if t.chance(600) {
		fin = d.AjouterMois(mois) - 1
		if d <= dernierConge {
			x := t.conge(droit.NaissanceConge, d, fin)
			x.Naissance, x.Adoption = naissance, adoption
		}
		return fin
	}
	for range min(mois, 2) {
		if d > dernierConge {
			break
		}
		fin = d.AjouterMois(1) - 1
		x := t.conge(droit.NaissanceConge, d, fin)
		x.Naissance, x.Adoption = naissance, adoption
		d = fin + v.Jour(t.entre(5, 60))
	}
	return fin
}

// secondParent draws the birth of a child whose other parent is insured: the
// days at once, then one to three stretches.
func (t *tireur) secondParent(a v.Jour) v.Jour {
	n := t.attendre(a - 42)
	if n.AccouchementLe == 0 {
		n.AccouchementLe = n.PrevueLe
	}
	n.SemainesReportees, n.SemainesAnticipees = 0, 0
	d := n.AccouchementLe
	if t.chance(600) {
		n.CongeNaissance = v.P(d, d+v.Jour(t.entre(2, 4)))
		d = n.CongeNaissance.Au + 1
	} else if t.chance(500) {
		d += 3
	}
	fin := d
	switch {
	case t.chance(200) && n.CongeNaissance.Au != 0:
		t.conge(droit.Paternite, 0, 0).Naissance = n.ID
		fin = d + 62
	case t.chance(300):
		fin = d + v.Jour(choisir(t, 24, 24, 31, 30))
		t.conge(droit.Paternite, d, fin).Naissance = n.ID
	default:
		fin = d + v.Jour(choisir(t, 3, 3, 3, 2, 6, 6, 9, 20))
		t.conge(droit.Paternite, d, fin).Naissance = n.ID
		for range t.entre(0, 3) {
			du := fin + v.Jour(t.entre(2, choisir(t, 20, 90, 170)))
			if du > dernierConge {
				break
			}
			fin = du + v.Jour(choisir(t, 3, 4, 6, 9, 15, 20))
			t.conge(droit.Paternite, du, fin).Naissance = n.ID
		}
	}
	if t.chance(40) {
		n.JoursPaternitePris = choisir(t, 4, 11, 25)
	}
	if n.PrevueLe > v.NewJour(2025, 12, 1) && t.chance(400) {
		fin = max(fin, t.congeSupplementaire(n.ID, "", fin+1))
	}
	return fin
}

// remplacerMere draws the rest that the father takes after the mother's death.
func (t *tireur) remplacerMere(a v.Jour) v.Jour {
	n := t.attendre(a - 42)
	if n.AccouchementLe == 0 {
		n.AccouchementLe = n.PrevueLe
	}
	n.SemainesAmenorrhee = v.Option[int]{}
	n.DecesMereLe = n.AccouchementLe + v.Jour(t.entre(0, 40))
	n.FinCongeMere = n.AccouchementLe + v.Jour(choisir(t, 69, 69, 125, 153))
	t.conge(droit.Maternite, 0, 0).Naissance = n.ID
	return n.FinCongeMere
}

// adopter draws the arrival of children and the leave, whole or in stretches.
func (t *tireur) adopter(a v.Jour) v.Jour {
	ad := droit.Adoption{ID: "D" + strconv.Itoa(len(t.cas.Adoptions)+1), ArriveeLe: a, Enfants: peser(t, part[int]{90, 1}, part[int]{10, 2}), Parents: peser(t, part[int]{70, 1}, part[int]{30, 2})}
	ad.AChargeApres = ad.Enfants + t.entre(0, 3)
	if ad.Parents == 2 {
		ad.JoursAutreParent = choisir(t, 0, 25, 50, 100)
	}
	t.cas.Adoptions = append(t.cas.Adoptions, ad)
	fin := a + 111
	d := a - v.Jour(t.entre(0, choisir(t, 0, 7, 9)))
	switch {
	case t.chance(250):
		t.conge(droit.AdoptionConge, 0, 0).Adoption = ad.ID
	case t.chance(500):
		fin = d + v.Jour(choisir(t, 83, 111, 125, 153, 160))
		t.conge(droit.AdoptionConge, d, fin).Adoption = ad.ID
	default:
		for range t.entre(2, 3) {
			if d > dernierConge {
				break
			}
			fin = d + v.Jour(t.entre(20, 70))
			t.conge(droit.AdoptionConge, d, fin).Adoption = ad.ID
			d = fin + v.Jour(t.entre(5, 100))
		}
	}
	if a > v.NewJour(2025, 12, 1) && t.chance(400) {
		fin = max(fin, t.congeSupplementaire("", ad.ID, fin+1))
	}
	return fin
}
