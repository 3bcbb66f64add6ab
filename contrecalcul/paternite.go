package contrecalcul

import (
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// reponse is what the calendar of a leave says of one of its days.
type reponse struct{ etat, motif string }

var (
	due         = reponse{"paye", "PAY"}
	hospitalise = reponse{"paye", "HOSPITALISATION"}
)

// joursPaterniteDe is how long the leave is: more for several children.
func joursPaterniteDe(n *droit.Naissance) int {
	if n.Enfants >= 2 {
		return joursPaterniteMult
	}
	return joursPaternite
}

// finCongeNaissance is the last of the three working days that the employer
// pays: as stated, or counted from the birth or from the day after it.
func (l *lecture) finCongeNaissance(n *droit.Naissance, depuis v.Jour) v.Jour {
	if n.CongeNaissance.Au != 0 {
		return n.CongeNaissance.Au
	}
	d := depuis - 1
	for ouvrables := 0; ouvrables < 3; {
		d++
		if d.JourSemaine() != 7 && !ferie(d, l.cas.Assure.Territoire == droit.AlsaceMoselle) {
			ouvrables++
		}
	}
	return d
}

// paterniteEntiere is the leave taken in one stretch.
func (l *lecture) paterniteEntiere(a *droit.Arret, n *droit.Naissance) v.Periode {
	reste := v.Jour(max(joursPaterniteDe(n)-n.JoursPaternitePris, 1)) // one day at least, to say that none is left
	if l.sansEmploi(a) {
		au := n.AccouchementLe + reste - 1
		if n.JoursPaternitePris == 0 && l.independantLe(a, n.AccouchementLe) {
			au += l.hopitalIndependant(n)
		}
		return v.P(n.AccouchementLe, au)
	}
	du := l.finCongeNaissance(n, n.AccouchementLe) + 1
	au := du + reste - 1
	for d, k := du+joursObligatoires, 0; n.JoursPaternitePris == 0 && l.travailleA(du) && l.specialise(n, d) && k < joursHospitalises; d, k = d+1, k+1 {
		au++
	}
	return v.P(du, au)
}

// independantLe tells whether an arrêt stops an independent activity that runs that day.
func (l *lecture) independantLe(a *droit.Arret, d v.Jour) bool {
	return slices.ContainsFunc(l.cas.Activites, func(x droit.Activite) bool {
		return x.Nature == droit.Independant && concerne(a, &x) && court(&x, d)
	})
}

// hopitalIndependant counts the days that the hospital adds to the seven of an independent:
// L.623-1 II refers to the leave of L.1225-35 (AUT-U-28).
func (l *lecture) hopitalIndependant(n *droit.Naissance) v.Jour {
	jours, premier := v.Jour(0), n.AccouchementLe+joursObligTNS
	if l.cas.Options.Lecture("AUT-U-28", "servis") != "servis" {
		return 0
	}
	for jours < joursHospitalises && l.specialise(n, premier+jours) {
		jours++
	}
	return jours
}

// specialise tells whether the child, taken to a specialised unit at once, is
// still in hospital that day.
func (l *lecture) specialise(n *droit.Naissance, d v.Jour) bool {
	return slices.ContainsFunc(n.EnfantHospitalise, func(h droit.Hospitalisation) bool {
		return h.Specialise && h.Periode.Du <= n.AccouchementLe+3 && h.Periode.Contient(d)
	})
}

// limitePaternite is the last day on which the leave may be taken: six months,
// from the birth, from the end of a hospitalisation, or from the end of the rest
// that a dead mother did not take.
func limitePaternite(n *droit.Naissance, independant bool) v.Jour {
	limite := n.AccouchementLe.AjouterMois(6)
	if independant {
		return limite
	}
	for _, h := range n.EnfantHospitalise {
		if h.Periode.Du <= limite {
			limite = max(limite, h.Periode.Au.AjouterMois(6))
		}
	}
	if n.DecesMereLe != 0 && n.FinCongeMere != 0 {
		limite = max(limite, n.FinCongeMere.AjouterMois(6))
	}
	return limite
}

// jourPaternite reads PAT-01 to PAT-04, and TNS-05.
func (l *lecture) jourPaternite(cg *conge, rg *regime, d v.Jour) (etat, motif string) {
	n := l.naissanceDe(&l.cas.Arrets[cg.premier()])
	if n == nil || n.AccouchementLe == 0 {
		return "refuse", "NAISSANCE_INCONNUE"
	}
	var r reponse
	switch {
	case avantTerme(n):
		r = reponse{"refuse", "GROSSESSE_FINIE"}
	case d < n.AccouchementLe:
		r = reponse{"refuse", "AVANT_NAISSANCE"}
	case rg.independant:
		r = l.paterniteIndependant(cg, n)(d)
	default:
		r = l.paterniteSalarie(cg, rg, n)(d)
	}
	return r.etat, r.motif
}

// partition counts the days of a leave taken in several stretches.
type partition struct {
	pris, total       int
	fractions, permis int
	minimum           int
	limite            v.Jour
	entiere           bool // U-18: a stretch begun in time is paid whole
	epuisable         bool // once all is taken, that is the reason
}

// lire gives the answer for each day of one stretch, and counts it.
func (p *partition) lire(du, au v.Jour, reponses map[v.Jour]reponse) {
	if du > au {
		return
	}
	bonne := int(au-du)+1 >= p.minimum
	if p.epuisable && p.pris >= p.total {
		bonne = true // there is nothing left to cut in stretches
	} else if bonne {
		p.fractions++
		bonne = p.fractions <= p.permis
	}
	for d := du; d <= au; d++ {
		switch {
		case !bonne:
			reponses[d] = reponse{"refuse", "FRACTION"}
		case d > p.limite && !(p.entiere && du <= p.limite):
			reponses[d] = reponse{"refuse", "DELAI"}
		case p.pris >= p.total:
			reponses[d] = reponse{"epuise", "DUREE"}
		default:
			p.pris++
			reponses[d] = due
		}
	}
}

func (l *lecture) periodeEntiere() bool {
	return l.cas.Options.Lecture("AUT-U-18", "jusqu_a_la_limite") == "periode_entiere"
}

func repondre(reponses map[v.Jour]reponse) func(v.Jour) reponse {
	return func(d v.Jour) reponse {
		if r, ok := reponses[d]; ok {
			return r
		}
		return reponse{"refuse", "CONGE_NAISSANCE"}
	}
}

// paterniteSalarie: four days at once after the birth leave, then two stretches
// of five days at least; the child in a specialised unit lengthens the first.
func (l *lecture) paterniteSalarie(cg *conge, rg *regime, n *droit.Naissance) func(v.Jour) reponse {
	temps := l.tempsPris(cg, false)
	reponses := map[v.Jour]reponse{}
	p := partition{pris: n.JoursPaternitePris, total: joursPaterniteDe(n), permis: 2, minimum: minFraction, epuisable: true, limite: limitePaternite(n, false), entiere: l.periodeEntiere()}
	sansEmploi := !court(&l.cas.Activites[rg.lignes[0]], temps[0].du) // no employer's leave goes before
	if sansEmploi {
		p.permis = 3
	}
	obligatoire := l.premierObligatoire(temps[0], n)
	fait := n.JoursPaternitePris > 0 || sansEmploi
	if !fait && !slices.ContainsFunc(temps, func(k *conge) bool { return l.prisAussitot(k, obligatoire, joursObligatoires) }) {
		return func(v.Jour) reponse { return reponse{"refuse", "QUATRE_JOURS"} }
	}
	for _, k := range temps {
		d := max(k.regimes[0].c.interruption, n.AccouchementLe)
		p.minimum = minFraction
		if !fait && l.prisAussitot(k, obligatoire, joursObligatoires) {
			for d = obligatoire; d < obligatoire+joursObligatoires; d++ {
				reponses[d] = due
				p.pris++
			}
			for h := 0; d <= k.au && h < joursHospitalises && l.specialise(n, d); h++ {
				reponses[d] = hospitalise
				d++
			}
			fait, p.minimum = true, 1 // one stretch with the four days
		}
		p.lire(d, l.finConge(k), reponses)
	}
	return repondre(reponses)
}

// prisAussitot tells whether the days to take at once are days of a stretch, none of them
// worked.
func (l *lecture) prisAussitot(k *conge, premier, jours v.Jour) bool {
	return k.regimes[0].c.interruption <= premier && l.finConge(k) >= premier+jours-1
}

// premierObligatoire is the first of the four days: the day after the birth
// leave. Where that leave is not stated, it may have begun on the day of the
// birth or on the next one.
func (l *lecture) premierObligatoire(premier *conge, n *droit.Naissance) v.Jour {
	tot, tard := l.finCongeNaissance(n, n.AccouchementLe)+1, l.finCongeNaissance(n, n.AccouchementLe+1)+1
	return max(tot, min(premier.du, tard))
}

// paterniteIndependant: seven days from the birth, then three stretches.
func (l *lecture) paterniteIndependant(cg *conge, n *droit.Naissance) func(v.Jour) reponse {
	temps := l.tempsDe(cg, true)
	reponses := map[v.Jour]reponse{}
	p := partition{pris: n.JoursPaternitePris, total: joursPaterniteDe(n), permis: 3, minimum: minFraction, epuisable: true, limite: limitePaternite(n, true) + l.hopitalIndependant(n), entiere: l.periodeEntiere()}
	premier := temps[0]
	if n.JoursPaternitePris == 0 && !l.prisAussitot(premier, n.AccouchementLe, joursObligTNS) {
		return func(v.Jour) reponse { return reponse{"refuse", "SEPT_JOURS"} }
	}
	fait := n.JoursPaternitePris > 0
	for _, k := range temps {
		d := max(k.regimes[0].c.interruption, n.AccouchementLe)
		p.minimum = minFraction
		if !fait {
			for fait = true; d < n.AccouchementLe+joursObligTNS; d++ {
				reponses[d] = due
				p.pris++
			}
			for h := l.hopitalIndependant(n); h > 0 && d <= l.finConge(k); h-- {
				reponses[d] = hospitalise
				d++
			}
			p.minimum = 1
		}
		p.lire(d, l.finConge(k), reponses)
	}
	return repondre(reponses)
}
