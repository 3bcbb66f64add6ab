package app

import (
	"cmp"
	"maps"
	"slices"

	"accord/clock"
	"accord/dossier"
	"accord/paiement"
	"accord/registre"
	"accord/suivi"
)

// verifierEtapes proves that nothing is silently stuck: every dossier, and every
// day that is over, owed, awaited or refused, has one next step, and whoever
// must act is named.
func verifierEtapes(d *Dossier, r *Verification) {
	for i := range d.Etapes {
		e := &d.Etapes[i]
		num := NumeroDossier(d.Personne, &e.Chaine)
		if !complete(&e.Etape) {
			r.breche("SANS_SUITE", num, "Le dossier n'a pas de prochaine étape.")
		}
		if i := slices.IndexFunc(e.Taches, func(t suivi.Tache) bool { return t.FaiteLe == 0 && t.Genre != suivi.Confie }); i >= 0 && (e.Genre == suivi.Clos || e.Genre == suivi.Refuse) {
			r.breche("TACHE", num, "Une tâche est ouverte, et le dossier se dit terminé : %s", e.Taches[i].Phrase)
		}
		if e.Bilan.APayer > 0 && (e.Genre == suivi.Clos || e.Genre == suivi.Refuse) {
			r.breche("SANS_SUITE", num, "%d jours sont dus et non payés, et le dossier se dit terminé.", e.Bilan.APayer)
		}
	}
	if d.Essai {
		return
	}
	perdus := map[string][]*registre.Du{}
	for i := range d.Dus {
		du := &d.Dus[i]
		if du.Jour >= d.Jour {
			continue
		}
		if s, ok := d.EtapeDuJour(du); !ok || !complete(&s) {
			perdus[du.Dossier] = append(perdus[du.Dossier], du)
		}
	}
	for _, num := range slices.Sorted(maps.Keys(perdus)) {
		js := perdus[num]
		r.breche("SANS_SUITE", num, "%d jours n'ont pas de suite, le premier est le %s (ligne %s, règle %s) : ni payés, ni retenus, ni attendus, ni refusés.",
			len(js), js[0].Jour.Francais(), js[0].Ligne, js[0].Regle)
	}
}

// complete reports whether a step says where things stand and who must act.
func complete(s *suivi.Etape) bool {
	attend := s.Genre == suivi.Attend || s.Genre == suivi.Tenu || s.Genre == suivi.AvecProgres
	return s.Genre != "" && s.Phrase != "" && (!attend && s.Genre != suivi.Agent || s.Acteur != "") && (!attend || s.Depuis != 0 && s.Echeance != 0)
}

// verifierPaiement proves that the next run of payments omits nothing: each day
// that is over and has an open difference is once in an order or in what is held
// for a reason, and the run looks at whoever has something to be paid.
func verifierPaiement(d *Dossier, vue bool, r *Verification) {
	if d.Essai {
		return
	}
	ecarts, conflits := registre.Comparer(slices.Clone(d.Dus), slices.Clone(d.Poses), d.Jour-1)
	type place struct {
		registre.Cle
		a registre.Destinataire // a day may be owed to one, and owed back by another
	}
	places := map[place]int{}
	jours := 0
	for i := range d.Proposes {
		for k := range d.Proposes[i].Lignes {
			l := &d.Proposes[i].Lignes[k]
			jours += len(l.Jours)
			for _, j := range l.Jours {
				places[place{registre.Cle{Jour: j.Jour, Ligne: l.Activite, Risque: l.Risque}, d.Proposes[i].Destinataire}]++
			}
		}
	}
	partages := map[place]bool{} // paid up to what is plausible, and held beyond
	for i := range d.Retenues {
		for _, j := range d.Retenues[i].Details {
			x := place{j.Cle, d.Retenues[i].Destinataire}
			if d.Retenues[i].Motif == paiement.Invraisemblable && places[x] == 1 {
				partages[x] = true
				continue
			}
			places[x]++
		}
	}
	ouverts := make([]place, 0, len(ecarts)+len(conflits))
	for i := range ecarts {
		ouverts = append(ouverts, place{ecarts[i].Cle, ecarts[i].Destinataire})
	}
	for i := range conflits {
		ouverts = append(ouverts, place{conflits[i].Cle, conflits[i].DuA})
	}
	for _, x := range ouverts {
		if n := places[x]; n != 1 {
			r.breche("OMISSION", d.Personne, "Le %s (ligne %s) a une différence ouverte et figure %d fois parmi les paiements et les retenues motivées, au lieu d'une.", x.Jour.Francais(), x.Ligne, n)
		}
		delete(places, x)
	}
	if len(places) > 0 {
		r.breche("OMISSION", d.Personne, "%d jours sont payés ou retenus sans différence ouverte.", len(places))
	}
	if jours > 0 && !vue {
		r.breche("OMISSION", d.Personne, "%d jours sont dus, et la journée de la caisse n'examinerait pas cette personne : ils ne seraient jamais proposés.", jours)
	}
}

// verifierPromesses proves that no promise is past its date and not kept.
func verifierPromesses(d *Dossier, r *Verification) {
	actes := d.Calcul.Situation.Interventions
	for i := range actes {
		p := &actes[i]
		if p.Nature != dossier.Promettre || p.Echeance >= d.Jour {
			continue
		}
		if slices.ContainsFunc(actes, func(a dossier.Intervention) bool { return a.Nature == dossier.Tenir && a.Objet == p.ID }) {
			continue
		}
		r.breche("PROMESSE", cmp.Or(d.plusProche(p.Periode.Du), d.Personne), "%s a promis le %s «%s» avant le %s : rien ne dit que c'est tenu (acte %s).",
			p.Par, clock.JourDe(p.Instant).Francais(), p.Motif, p.Echeance.Francais(), p.ID)
	}
}

// verifierConstats proves that what a control found wrong is someone's task, as long as no act
// decides of its days.
func verifierConstats(d *Dossier, r *Verification) {
	for _, k := range d.dater(d.Calcul.Situation.Interventions) {
		if k.Nature != dossier.Controler || k.Valeur != suivi.ACorriger || k.Corrige != nil {
			continue
		}
		if k.Ordre == nil {
			r.breche("CONTROLE", d.Personne, "Le contrôle %s porte sur le paiement %s, que la personne n'a pas.", k.ID, k.Objet)
			continue
		}
		porte := slices.ContainsFunc(d.Etapes, func(e Etape) bool {
			return slices.ContainsFunc(suivi.Ouvertes(e.Taches), func(t suivi.Tache) bool {
				return t.Genre == suivi.Constat && t.Appels[0].Acte == k.ID && t.Acteur != ""
			})
		})
		if !porte {
			r.breche("CONTROLE", d.Personne, "Un contrôle trouve à corriger le paiement %s, aucun acte ne décide de ses jours, et ce n'est la tâche de personne.", k.Objet)
		}
	}
}
