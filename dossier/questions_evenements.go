package dossier

import (
	"cmp"
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// delaiActeNaissance is how many days after the term the caisse waits for the
// birth before it asks.
const delaiActeNaissance = 30

// questionsEvenements asks for what is missing of births and accidents. jours is
// the calendar computed: it says which days hang on each answer.
func (s *Situation) questionsEvenements(jours []droit.JourCalcule) []Question {
	var qs []Question
	for i := range s.Cas.Naissances {
		n := &s.Cas.Naissances[i]
		if s.Cas.Naissances[i].AccouchementLe == 0 {
			qs = append(qs, s.questionNaissance(n, jours))
		}
	}
	for i := range s.Cas.Sinistres {
		qs = append(qs, s.questionsSinistre(i, jours)...)
	}
	for i := range s.Presumes {
		if q, ok := s.questionConge(s.Presumes[i].Arret, jours); ok {
			qs = append(qs, q)
		}
	}
	for _, i := range s.rangsInconnus() {
		n := &s.Cas.Naissances[i]
		q := Question{Code: QuestionRang, AupresDe: "assure", Objet: n.ID, Pour: s.pourNaissance(n, jours), Depuis: s.Evenements[n.ID].ConnuLe,
			Phrase: "Il manque le nombre d'enfants à charge, sans compter celui ou ceux de cette naissance : la durée du congé en dépend."}
		qs = append(qs, q)
	}
	return qs
}

// questionNaissance asks for the birth, once the term is well past.
func (s *Situation) questionNaissance(n *droit.Naissance, jours []droit.JourCalcule) Question {
	pour := s.pourNaissance(n, jours)
	return Question{
		Code: QuestionNaissance, AupresDe: "assure", Objet: n.ID, Pour: v.P(max(pour.Du, n.PrevueLe), max(pour.Au, n.PrevueLe)),
		Depuis: max(n.PrevueLe+delaiActeNaissance, s.Evenements[n.ID].ConnuLe),
		Phrase: "La naissance était prévue le " + n.PrevueLe.EnLettres() + " : il manque l'acte de naissance. Les jours qui suivent la naissance en dépendent.",
	}
}

// pourNaissance is the days of the leaves that follow from a birth, or its term.
func (s *Situation) pourNaissance(n *droit.Naissance, jours []droit.JourCalcule) v.Periode {
	p := s.etendue(jours, func(a *droit.Arret) bool { return a.Naissance == n.ID || a.Grossesse == n.ID })
	if p.IsZero() {
		d := cmp.Or(n.AccouchementLe, n.PrevueLe)
		return v.P(d, d)
	}
	return p
}

// etendue runs from the first to the last day of the arrêts that match: as
// prescribed, else as computed.
func (s *Situation) etendue(jours []droit.JourCalcule, choisi func(*droit.Arret) bool) (p v.Periode) {
	etendre := func(du, au v.Jour) {
		p = v.P(premierJour(p.Du, du), max(p.Au, au))
	}
	for i := range s.Cas.Arrets {
		if a := &s.Cas.Arrets[i]; choisi(a) && a.Debut != 0 {
			etendre(a.Debut, a.Fin)
		}
	}
	for i := range jours {
		if a := &s.Cas.Arrets[jours[i].Arret]; a.Debut == 0 && choisi(a) {
			etendre(jours[i].Date, jours[i].Date)
		}
	}
	return p
}

// questionConge asks whether a maternity leave is taken, once it has begun: the
// employer who declares it answers, else the person.
func (s *Situation) questionConge(arret int, jours []droit.JourCalcule) (Question, bool) {
	p := s.etendue(jours, func(a *droit.Arret) bool { return a == &s.Cas.Arrets[arret] })
	if p.IsZero() || len(s.Lignes) == 0 {
		return Question{}, false
	}
	q := Question{Code: QuestionConge, AupresDe: "assure", Objet: s.Cas.Arrets[arret].ID, Pour: p, Depuis: max(p.Du, s.Origines[arret].ConnuLe),
		Phrase: "Le congé de maternité est prévu " + p.EnLettres() + " : il manque le dernier jour travaillé."}
	for i := range s.Cas.Activites {
		if a := &s.Cas.Activites[i]; !a.Employeur.IsZero() && (a.Fin == 0 || a.Fin >= p.Du) {
			q.AupresDe, q.Ligne = "employeur:"+string(a.Employeur), a.ID
			break
		}
	}
	return q, true
}

// rangsInconnus lists the births whose rank nobody said and on which a
// maternity or adoption leave depends.
func (s *Situation) rangsInconnus() (rangs []int) {
	for i := range s.Cas.Naissances {
		n := &s.Cas.Naissances[i]
		if n.Rang == 0 && n.Enfants == 1 && slices.ContainsFunc(s.Cas.Arrets, func(a droit.Arret) bool { return a.Risque == droit.Maternite && a.Naissance == n.ID }) {
			rangs = append(rangs, i)
		}
	}
	return rangs
}

// inconnueRang closes the rank of a birth: a first child, or a third, whose
// leave is longer (L.331-4).
func inconnueRang(naissance int) inconnue {
	return inconnue{reponses: 2, poids: ecartConge, fermer: func(c *droit.Cas, reponse int) {
		c.Naissances[naissance].Rang = [...]int{1, 3}[reponse]
	}}
}

// inconnueConge closes a leave that nobody said to be taken: the person works,
// or she stopped.
func inconnueConge(arret int) inconnue {
	return inconnue{reponses: 2, poids: ecartConge, fermer: func(c *droit.Cas, reponse int) {
		if reponse == 0 {
			c.Arrets[arret] = droit.Arret{ID: c.Arrets[arret].ID, Risque: droit.Maladie}
		}
	}}
}
