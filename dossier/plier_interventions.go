package dossier

import (
	"cmp"
	"slices"
	"strings"

	"accord/droit"
	v "accord/valeur"
)

// interventions keeps the acts in force, in the order in which they were done.
func (p *pli) interventions(faits []*Fait) {
	p.s.Interventions, p.s.AConfirmer = enVigueur(faits)
}

// enVigueur parts the acts in force from those that wait for a second person:
// no other act withdraws them and, where two people are needed, someone else
// than their author confirmed them. A withdrawal that waits withdraws nothing, and is
// itself withdrawn like any act. An act that two records keep is one act.
func enVigueur(faits []*Fait) (vigueur, attente []Intervention) {
	var actes []*Intervention
	confirmes, vus := map[string][]v.Agent{}, map[string]bool{}
	for _, f := range faits {
		a := f.Intervention
		if a == nil {
			continue
		}
		if a.Nature == Confirmer {
			confirmes[a.Objet] = append(confirmes[a.Objet], a.Auteur())
		} else if !vus[a.ID] {
			vus[a.ID] = true
			actes = append(actes, a)
		}
	}
	slices.SortFunc(actes, func(a, b *Intervention) int {
		return cmp.Or(cmp.Compare(a.Instant, b.Instant), cmp.Compare(a.ID, b.ID))
	})
	attend := func(a *Intervention) bool {
		return a.ADeux && !slices.ContainsFunc(confirmes[a.ID], func(par v.Agent) bool { return !par.Est(a.Auteur()) })
	}
	retires := map[string]bool{}
	for _, a := range slices.Backward(actes) { // what withdraws comes after what it withdraws
		if a.Nature == Retirer && !retires[a.ID] && !attend(a) {
			retires[a.Objet] = true
		}
	}
	for _, a := range actes {
		switch {
		case retires[a.ID] || a.Nature == Retirer && (!attend(a) || retires[a.Objet]):
		case attend(a):
			attente = append(attente, *a)
		default:
			vigueur = append(vigueur, *a)
		}
	}
	return vigueur, attente
}

// forcer applies to the case what agents forced. The law reads it as it reads
// any decision; what it says then still explains itself.
func (p *pli) forcer() {
	for i := range p.s.Interventions {
		a := &p.s.Interventions[i]
		switch a.Nature {
		case ForcerSalaire:
			p.forcerSalaire(a)
		case ForcerDroit:
			p.forcerArrets(a, "droits_", map[string]string{"ouvert": "ouverts", "refuse": "refuses"}[a.Valeur])
		case ForcerIJ:
			p.forcerArrets(a, "ij=", a.Montant.String())
		case ForcerCarence:
			p.forcerArrets(a, "carence=", a.Valeur)
		case ForcerDestinataire:
			p.forcerDestinataire(a)
		case ForcerDernierJour:
			p.forcerDernierJour(a)
		case LeverReduction:
			p.leverReduction(a)
		}
	}
	p.forcerJours()
}

// forcerSalaire puts one pay in the place of those that were declared for its
// period.
func (p *pli) forcerSalaire(a *Intervention) {
	n := p.s.Index(a.Ligne)
	if n < 0 {
		return
	}
	act, l := &p.s.Cas.Activites[n], &p.s.Lignes[n]
	force := droit.Salaire{Periode: a.Periode, Brut: v.Connu(a.Montant)}
	if a.Heures > 0 {
		force.Heures = v.Connu(a.Heures)
	}
	var salaires []droit.Salaire
	var sources []Source
	for k := range act.Salaires {
		if !act.Salaires[k].Periode.Inter(a.Periode).IsZero() {
			if !force.Heures.EstConnu() {
				force.Heures = act.Salaires[k].Heures
			}
			continue
		}
		salaires, sources = append(salaires, act.Salaires[k]), append(sources, l.Salaires[k])
	}
	act.Salaires, l.Salaires = append(salaires, force), append(sources, Source{Piece: a.ID, Fichier: "acte de " + a.Par})
}

// forcerArrets gives a forced value to every arrêt that the act bears on, in place of that of an act done
// before. It is decided today at the latest, even of an arrêt that is to come.
func (p *pli) forcerArrets(a *Intervention, genre, valeur string) {
	for i := range p.s.Cas.Arrets {
		x := &p.s.Cas.Arrets[i]
		if !touche(a, x.Periode()) {
			continue
		}
		p.s.Cas.Decisions = slices.DeleteFunc(p.s.Cas.Decisions, func(d droit.Decision) bool {
			return d.Nature == droit.Forcage && d.Arret == x.ID && strings.HasPrefix(d.Valeur, genre)
		})
		p.s.Cas.Decisions = append(p.s.Cas.Decisions, droit.Decision{
			Nature: droit.Forcage, Arret: x.ID, Le: min(max(a.Periode.Du, x.Debut), p.s.Cas.ConnuAu), Au: a.Periode.Au, Valeur: genre + valeur, Motif: a.Motif,
		})
	}
}

// touche reports whether some day of a period is one that the act bears on.
func touche(a *Intervention, periode v.Periode) bool {
	return periode.Au >= a.Periode.Du && (a.Periode.Au == 0 || periode.Du <= a.Periode.Au)
}

// forcerJours tells the law which days are paid or refused by an agent. Where
// two acts bear on one day the later prevails.
func (p *pli) forcerJours() {
	for i := range p.s.Cas.Arrets {
		x := &p.s.Cas.Arrets[i]
		var suite *droit.Decision
		var decisions []droit.Decision
		for j := x.Debut; j != 0 && j <= x.Fin; j++ {
			a := p.dernierForcage(j)
			if a == nil {
				suite = nil
				continue
			}
			if suite != nil && suite.Valeur == a.Valeur && suite.Motif == a.Motif {
				suite.Au = j
				continue
			}
			decisions = append(decisions, droit.Decision{Nature: droit.Forcage, Arret: x.ID, Le: j, Au: j, Valeur: a.Valeur, Motif: a.Motif})
			suite = &decisions[len(decisions)-1]
		}
		p.s.Cas.Decisions = append(p.s.Cas.Decisions, decisions...)
	}
}

func (p *pli) dernierForcage(j v.Jour) *Intervention {
	for i := len(p.s.Interventions) - 1; i >= 0; i-- {
		if a := &p.s.Interventions[i]; a.Nature == ForcerJour && a.Vise(j, a.Ligne) {
			return a
		}
	}
	return nil
}

// forcerDestinataire cuts the subrogation of a line out of the days on which
// the insured is to be paid, or adds one for those on which the employer is.
func (p *pli) forcerDestinataire(a *Intervention) {
	for n := range p.s.Lignes {
		if a.Ligne != "" && p.s.Lignes[n].Cle != a.Ligne {
			continue
		}
		act := &p.s.Cas.Activites[n]
		var ss []droit.Subrogation
		for _, s := range act.Subrogation {
			ss = append(ss, hors(s, a.Periode)...)
		}
		if a.Valeur == "employeur" {
			ss = append(ss, droit.Subrogation{Periode: a.Periode, Maintien: droit.MaintienTotal})
		}
		act.Subrogation = ss
	}
}

// hors returns what is left of a subrogation outside of some days. The wage
// that it kept over the whole is known for no part of it.
func hors(s droit.Subrogation, p v.Periode) []droit.Subrogation {
	if s.Periode.Inter(p).IsZero() {
		return []droit.Subrogation{s}
	}
	s.Maintenu = v.Option[v.Centimes]{}
	var ss []droit.Subrogation
	if s.Periode.Du < p.Du {
		avant := s
		avant.Periode.Au = p.Du - 1
		ss = append(ss, avant)
	}
	if p.Au != 0 && (s.Periode.Au == 0 || s.Periode.Au > p.Au) {
		apres := s
		apres.Periode.Du = p.Au + 1
		ss = append(ss, apres)
	}
	return ss
}

// forcerDernierJour settles the last day worked before or in an arrêt, and
// closes the question that two dates raised. Nobody worked after an arrêt was over, to stop for it, nor
// after his death: such a day is not heard.
func (p *pli) forcerDernierJour(a *Intervention) {
	for i := range p.s.Cas.Arrets {
		x := &p.s.Cas.Arrets[i]
		mort := p.s.Cas.Assure.DecesLe
		if !touche(a, x.Periode()) || a.Date > x.Fin || mort != 0 && a.Date > mort {
			continue
		}
		x.DernierJourTravaille = 0
		if a.Date >= x.Debut {
			x.DernierJourTravaille = a.Date
		}
		p.s.Discordances = slices.DeleteFunc(p.s.Discordances, func(d Discordance) bool { return d.Arret == i })
	}
}

// leverReduction excuses the sending of the arrêts that the act bears on: it is
// as if nobody knew of a delay, and it is no first delay for a later one.
func (p *pli) leverReduction(a *Intervention) {
	for i := range p.s.Cas.Arrets {
		if x := &p.s.Cas.Arrets[i]; touche(a, x.Periode()) {
			x.EnvoyeLe = 0
		}
	}
}
