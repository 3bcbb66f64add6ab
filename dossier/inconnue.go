package dossier

import (
	"slices"

	"accord/droit"
	"accord/droit/maladie"
	v "accord/valeur"
)

// inconnue is something that nobody knows yet, with the answers that could
// close it. Answer 0 is, by itself, the least favourable to the person.
type inconnue struct {
	reponses int
	fermer   func(cas *droit.Cas, reponse int)
	poids    v.Centimes // money at stake, to order questions when there are too many
}

// Answers tried for an unknown pay. Nothing at all is not always the least: a
// month with an absence and no pay is restored from the other months, while
// one cent for a few days is restored to very little. Nor are few hours: a small pay for
// many of them opens the right of the present work, and takes the place of what former work
// kept. So each is tried, and a pay beyond every cap.
var salairesPossibles = [...]struct {
	brut   v.Centimes
	heures func(v.Periode) v.Centiemes
}{{0, aucuneHeure}, {1, func(v.Periode) v.Centiemes { return 1 }}, {1_00, toutesHeures}, {100_000_00, toutesHeures}}

func aucuneHeure(v.Periode) v.Centiemes { return 0 }

// petitePaie is the small pay for many hours.
const petitePaie = 2

// moindrePaie is the pay by which the allowance of the present work is one cent: of a month,
// or of each of the weeks or fortnights among the last eighty-four days (R.323-4). A cent less
// is nothing, and nothing keeps what former work gave.
func moindrePaie(rythme droit.Paie, p v.Periode) v.Centimes {
	jours := int(joursPaie[rythme])
	if jours == 0 {
		return salairesPossibles[petitePaie].brut
	}
	paies := (min(p.Jours(), 84) + jours - 1) / jours
	return v.Centimes((200 + paies - 1) / paies)
}

// toutesHeures are those of all the days of a pay: what so many would not open is
// refused whatever the employer answers, and nothing less is.
func toutesHeures(p v.Periode) v.Centiemes { return v.Centiemes(p.Jours()) * 24_00 }

// fermeture closes a need of one nature with one of its answers; moindre is the
// least of them, where the case says more than nothing.
type fermeture struct {
	reponses int
	fermer   func(a *droit.Activite, p v.Periode, reponse int, moindre v.Centimes)
}

// fermetures gives, for each nature of need, the answers to try: the least that
// could be true, and more than any cap.
var fermetures = map[droit.NatureBesoin]fermeture{
	droit.BesoinSalaire: {len(salairesPossibles), func(a *droit.Activite, p v.Periode, k int, _ v.Centimes) {
		brut := salairesPossibles[k].brut
		if k == petitePaie {
			brut = moindrePaie(a.Paie, p)
		}
		fermerSalaire(a, p, brut, salairesPossibles[k].heures)
	}},
	droit.BesoinHeures: {2, func(a *droit.Activite, p v.Periode, k int, _ v.Centimes) {
		fermerSalaire(a, p, 0, [...]func(v.Periode) v.Centiemes{aucuneHeure, toutesHeures}[k])
	}},
	droit.BesoinPerteTPT: {2, func(a *droit.Activite, p v.Periode, k int, moindre v.Centimes) {
		a.PertesTPT = append(slices.Clone(a.PertesTPT), droit.PerteTPT{Periode: p, Perte: [...]v.Centimes{moindre, 100_000_00}[k]})
	}},
	droit.BesoinRevenu: {2, func(a *droit.Activite, p v.Periode, k int, _ v.Centimes) {
		a.Revenus = append(slices.Clone(a.Revenus), droit.Revenu{Annee: p.Du.Annee(), Montant: [...]v.Centimes{0, 500_000_00}[k]})
	}},
	droit.BesoinSalaireMinimum: {2, func(a *droit.Activite, _ v.Periode, k int, _ v.Centimes) {
		a.SalaireMinimum = v.Connu(a.SalaireMinimum.Ou([...]v.Centimes{0, 100_000_00}[k]))
	}},
	droit.BesoinMaintien: {2, func(a *droit.Activite, p v.Periode, k int, _ v.Centimes) {
		a.Subrogation = slices.Clone(a.Subrogation)
		for i := range a.Subrogation {
			if s := &a.Subrogation[i]; !s.Maintenu.EstConnu() && !s.Periode.Inter(p).IsZero() {
				s.Maintenu = v.Connu([...]v.Centimes{0, 100_000_00}[k])
			}
		}
	}},
}

// inconnueBesoins closes what one activity line is missing of one nature: the
// same answer for all of it.
func inconnueBesoins(besoins []droit.Besoin, moindres []v.Centimes) inconnue {
	activite, f := besoins[0].Activite, fermetures[besoins[0].Nature]
	i := inconnue{reponses: f.reponses, fermer: func(c *droit.Cas, reponse int) {
		a := &c.Activites[activite]
		a.Salaires = slices.Clone(a.Salaires)
		for k, p := range periodesBesoins(a, besoins) {
			f.fermer(a, p, reponse, moindres[k])
		}
	}}
	for _, b := range besoins {
		i.poids = max(i.poids, v.Centimes(b.Pour.Jours()))
	}
	return i
}

// periodesBesoins lists the periods of the needs of one nature. Weeks and fortnights go on from
// a month to the next: what is asked of them by month is supposed at once.
func periodesBesoins(a *droit.Activite, besoins []droit.Besoin) []v.Periode {
	ps := make([]v.Periode, len(besoins))
	for k, b := range besoins {
		ps[k] = b.Periode
	}
	if n := besoins[0].Nature; n != droit.BesoinSalaire && n != droit.BesoinHeures || !paieCourte(a.Paie) {
		return ps
	}
	slices.SortFunc(ps, func(p, q v.Periode) int { return int(p.Du - q.Du) })
	suites := ps[:1]
	for _, p := range ps[1:] {
		if s := &suites[len(suites)-1]; p.Du <= s.Au+1 {
			s.Au = max(s.Au, p.Au)
		} else {
			suites = append(suites, p)
		}
	}
	return suites
}

// fermerSalaire gives a pay its supposed amount and hours, where they are not
// known. What no pay covers while the work ran is supposed too.
func fermerSalaire(a *droit.Activite, p v.Periode, brut v.Centimes, heures func(v.Periode) v.Centiemes) {
	supposes := trous(a, p.Inter(v.Periode{Du: max(a.Debut, 1), Au: a.Fin}))
	for i := range a.Salaires {
		s := &a.Salaires[i]
		if s.Periode.Inter(p).IsZero() {
			continue
		}
		s.Brut = v.Connu(s.Brut.Ou(brut))
		s.Heures = v.Connu(s.Heures.Ou(heures(s.Periode)))
	}
	for _, x := range supposes {
		a.Salaires = append(a.Salaires, droit.Salaire{Periode: x, Brut: v.Connu(brut), Heures: v.Connu(heures(x))})
	}
}

// trous lists the pays that a period may want: the runs of its days that no pay covers, by
// weeks or fortnights where the work is paid so. A run shorter than a week is a pay that goes
// on, unless there is no other. Nobody pays the weeks of a known absence.
func trous(a *droit.Activite, p v.Periode) []v.Periode {
	var ps []v.Periode
	for j := p.Du; j <= p.Au; j++ {
		if slices.ContainsFunc(a.Salaires, func(s droit.Salaire) bool { return s.Periode.Contient(j) }) {
			continue
		}
		if n := len(ps); n > 0 && ps[n-1].Au == j-1 {
			ps[n-1].Au = j
		} else {
			ps = append(ps, v.P(j, j))
		}
	}
	perdu := func(x v.Periode) bool { return maladie.JoursTravailles(a, x) == 0 }
	court := func(x v.Periode) bool { return x.Jours() < 7 }
	if ps = slices.DeleteFunc(ps, perdu); slices.ContainsFunc(ps, func(x v.Periode) bool { return !court(x) }) {
		ps = slices.DeleteFunc(ps, court)
	}
	return slices.DeleteFunc(parRythme(a.Paie, ps), perdu)
}

// joursPaie is the number of days of the pays that are not those of a month.
var joursPaie = map[droit.Paie]v.Jour{droit.Hebdomadaire: 7, droit.Quinzaine: 14}

func paieCourte(p droit.Paie) bool { return joursPaie[p] != 0 }

// parRythme cuts runs of days into the weeks or fortnights that are paid, from their first day.
func parRythme(rythme droit.Paie, ps []v.Periode) []v.Periode {
	if !paieCourte(rythme) {
		return ps
	}
	jours := joursPaie[rythme]
	var paies []v.Periode
	for _, p := range ps {
		for du := p.Du; du <= p.Au; du += jours {
			paies = append(paies, v.P(du, min(du+jours-1, p.Au)))
		}
	}
	return paies
}

// inconnueSignale closes an arrêt that only the employer declared: either it
// was never prescribed, or it was, for the days declared.
func inconnueSignale(s *Situation, k, arret int) inconnue {
	sig := &s.Signales[k]
	return inconnue{
		reponses: 2,
		poids:    v.Centimes(sig.Fin - sig.DernierJour),
		fermer: func(c *droit.Cas, reponse int) {
			if reponse == 0 {
				c.Arrets[arret] = droit.Arret{ID: c.Arrets[arret].ID, Risque: droit.Maladie}
			}
		},
	}
}

// inconnueDates closes a last day worked that lies inside a prescription:
// either the person worked until then, or the date is wrong.
func inconnueDates(s *Situation, k int) inconnue {
	d := s.Discordances[k]
	return inconnue{
		reponses: 2,
		poids:    v.Centimes(d.DernierJour - s.Cas.Arrets[d.Arret].Debut),
		fermer: func(c *droit.Cas, reponse int) {
			if reponse == 0 {
				a := &c.Arrets[d.Arret]
				a.DernierJourTravaille = max(a.DernierJourTravaille, d.DernierJour)
			}
		},
	}
}
