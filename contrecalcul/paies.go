package contrecalcul

import (
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// dernieresPaies lists the periods, of so many days each, of the n last pays of
// a rhythm that end before a day.
func dernieresPaies(lignes []*droit.Activite, rythme droit.Paie, avant v.Jour, n, jours int) []v.Periode {
	var paies []v.Periode
	for _, s := range lignes {
		if s.Paie != rythme {
			continue
		}
		for _, p := range s.Salaires {
			entiere := v.P(p.Periode.Au-v.Jour(jours)+1, p.Periode.Au)
			if p.Periode.Au == s.Fin && p.Periode.Du > entiere.Du { // the work ended before its week
				entiere = v.P(p.Periode.Du, p.Periode.Du+v.Jour(jours)-1)
			}
			if p.Periode.Au < avant && !slices.Contains(paies, entiere) {
				paies = append(paies, entiere)
			}
		}
	}
	slices.SortFunc(paies, func(p, q v.Periode) int { return int(p.Au - q.Au) })
	paies = paies[max(0, len(paies)-n):]
	return paies
}

// paiesEtPerdues lists the n last weeks or fortnights looked at: the pays, and those without
// a pay in which nothing was worked for a cause that R.323-8 II 4° or R.433-6 lists, which
// count as worked: right after the last pay, or right before one. So many lost since the
// last pay leave nothing to make them good of: the last pays are looked at.
func paiesEtPerdues(lignes, arretees []*droit.Activite, rythme droit.Paie, avant v.Jour, n, jours int) []v.Periode {
	var fenetre, apres []v.Periode
	paies, pas := dernieresPaies(lignes, rythme, avant, n, jours), v.Jour(jours)
	for i, p := range paies {
		vide := p.Du - v.Jour(n)*pas // first day without a pay
		if i > 0 {
			vide = paies[i-1].Au + 1
		}
		var perdues []v.Periode
		for du := p.Du - pas; du >= vide && perdue(arretees, v.P(du, du+pas-1)); du -= pas {
			perdues = append(perdues, v.P(du, du+pas-1))
		}
		slices.Reverse(perdues)
		fenetre = append(append(fenetre, perdues...), p)
	}
	if len(paies) > 0 {
		for au := paies[len(paies)-1].Au + pas; au < avant && perdue(arretees, v.P(au-pas+1, au)); au += pas {
			apres = append(apres, v.P(au-pas+1, au))
		}
	}
	if len(apres) < n {
		fenetre = append(fenetre, apres...)
	}
	return fenetre[max(0, len(fenetre)-n):]
}

// perdue tells whether some job ran in these days, and none of their days was worked,
// for a cause that the law makes good.
func perdue(lignes []*droit.Activite, p v.Periode) bool {
	absences := 0
	for _, s := range lignes {
		actifs, absents := joursDe(s, p)
		if actifs > absents {
			return false
		}
		absences += absents
	}
	return absences > 0
}

// completerPaies adds, where a job was paid by another rhythm, as many periods before
// the last pays as are wanting: its pays count there by their days.
// A job that has not paid yet is looked at before it began, in the civil months before the
// stop: R.323-8 II 4° b) says what stands for them.
func completerPaies(paies []v.Periode, lignes, arretees []*droit.Activite, rythme droit.Paie, avant v.Jour, n, jours int) []v.Periode {
	if debut := embauche(arretees); len(paies) == 0 && debut > avant-v.Jour(n*jours) {
		return suiteAvant(min(debut, avant.DebutMois()), n, jours)
	}
	ailleurs := slices.ContainsFunc(lignes, func(s *droit.Activite) bool { // paid by another rhythm, before
		return s.Paie != rythme && slices.ContainsFunc(s.Salaires, func(p droit.Salaire) bool { return p.Periode.Du < avant })
	})
	for du := avant; ailleurs && len(paies) < n; {
		if len(paies) > 0 {
			du = paies[0].Du
		}
		paies = slices.Insert(paies, 0, v.P(du-v.Jour(jours), du-1))
	}
	return paies
}

// embauche is the day on which the first of some jobs began.
func embauche(lignes []*droit.Activite) v.Jour {
	return slices.MinFunc(lignes, func(s, t *droit.Activite) int { return int(s.Debut - t.Debut) }).Debut
}

// suiteAvant lists the n periods of so many days that end before a day, one after the other.
func suiteAvant(le v.Jour, n, jours int) []v.Periode {
	var suite []v.Periode
	for k := n; k > 0; k-- {
		du := le - v.Jour(k*jours)
		suite = append(suite, v.P(du, du+v.Jour(jours)-1))
	}
	return suite
}
