package app

import (
	"accord/clock"
	"accord/decision"
	"accord/dossier"
	"accord/suivi"
	v "accord/valeur"
)

// porter gives an act that bears on no day the days of the dossier that it was
// done on, or of the one that is under way: so it stays with that dossier.
func (d *Dossier) porter(a *dossier.Intervention, numero string) {
	if a.Periode.Du != 0 || len(d.Calcul.Chaines) == 0 {
		return
	}
	if numero == "" {
		numero = d.plusProche(d.Jour)
	}
	for i := range d.Calcul.Chaines {
		if c := &d.Calcul.Chaines[i]; NumeroDossier(d.Personne, c) == numero {
			a.Periode = v.P(c.Debut, c.Fin)
		}
	}
}

// suivreLesActes puts an act after those that the person has: two acts of one
// instant, or a clock that was set back, leave no doubt on which came first.
func (d *Dossier) suivreLesActes(a *dossier.Intervention) {
	for _, actes := range [][]dossier.Intervention{d.Calcul.Situation.Interventions, d.Calcul.Situation.AConfirmer} {
		for i := range actes {
			a.Instant = max(a.Instant, actes[i].Instant+1)
		}
	}
}

// actesDe gives each dossier its acts, in order: those in force, or those that
// wait for a second person. One that answers another goes with it.
func (d *Dossier) actesDe(actes []dossier.Intervention) map[string][]suivi.Acte {
	parDossier, numeros := map[string][]suivi.Acte{}, map[string]string{}
	dates := d.dater(actes)
	for i := range dates {
		a := &dates[i]
		num, repond := numeros[a.Objet]
		switch {
		case a.Ordre != nil:
			num = a.Ordre.Dossier
		case a.Nature == dossier.RendreAProgres:
			num = d.dossierRendu(&a.Intervention)
		case a.Nature == dossier.TransmettreAProgres && numeros[a.Valeur] != "":
			num = numeros[a.Valeur] // of the act that gave the dossier back
		case !repond:
			num = d.dossierDe(&a.Intervention)
		}
		numeros[a.ID] = num
		parDossier[num] = append(parDossier[num], *a)
	}
	return parDossier
}

// dater gives acts their days, and controls what they found.
func (d *Dossier) dater(actes []dossier.Intervention) []suivi.Acte {
	dates := make([]suivi.Acte, len(actes))
	for i := range actes {
		dates[i] = suivi.Acte{Intervention: actes[i], Le: clock.JourDe(actes[i].Instant)}
	}
	suivi.Constater(dates, d.Ordres)
	for i := range dates {
		dates[i].Change = d.changes[dates[i].ID]
		d.daterRendu(&dates[i])
	}
	return dates
}

// dossierDe finds the dossier of an act: the first one that has some of its days,
// else the nearest.
func (d *Dossier) dossierDe(a *dossier.Intervention) string {
	for i := range d.Calcul.Chaines {
		if c := &d.Calcul.Chaines[i]; a.Periode.Du != 0 && c.Fin >= a.Periode.Du && (a.Periode.Au == 0 || c.Debut <= a.Periode.Au) {
			return NumeroDossier(d.Personne, c)
		}
	}
	return d.plusProche(a.Periode.Du)
}

// taches derives the tasks of each dossier, and the claims of what was paid too much.
func (d *Dossier) taches() (ts map[string][]suivi.Tache, indus map[string][]suivi.Indu) {
	s := d.Calcul.Situation
	actes, aConfirmer := d.actesDe(s.Interventions), d.actesDe(s.AConfirmer)
	ts, indus = make(map[string][]suivi.Tache, len(d.Calcul.Chaines)), map[string][]suivi.Indu{}
	for i := range d.Calcul.Chaines {
		num := NumeroDossier(d.Personne, &d.Calcul.Chaines[i])
		siennes := garder(d.Proposees, func(p *decision.Proposee) bool { return p.Dossier == num })
		ts[num] = suivi.Taches(actes[num], aConfirmer[num], suivi.CommissionDe(siennes))
		if is := suivi.Indus(d.Calendrier, actes[num], d.lireLettres); len(is) > 0 {
			indus[num] = is
		}
	}
	return ts, indus
}
