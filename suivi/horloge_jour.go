package suivi

import (
	"slices"
	"strings"

	"accord/decision"
	"accord/dossier"
	"accord/droit"
	"accord/paiement"
	"accord/registre"
	v "accord/valeur"
)

// DuJour derives the next step of one day of the dossier that is over: the same
// steps as for a dossier, of what bears on that day alone. It reports false when
// nothing says what follows: the day would be stuck.
func DuJour(e *Entree, d *registre.Du) (Etape, bool) {
	x := e.du(d)
	s, ok := enSuspens(x)
	if !ok {
		s, ok = regle(x, d)
	}
	if !ok {
		return Etape{}, false
	}
	return x.dater(s), true
}

// du keeps of a dossier what bears on one day.
func (e *Entree) du(d *registre.Du) *Entree {
	x := *e
	x.Dus = []registre.Du{*d}
	x.Retenues, x.Proposes, x.Ordres, x.Questions, x.AVenir, x.Proposees, x.Taches = nil, nil, nil, nil, nil, nil, nil
	for i := range e.Retenues {
		r := e.Retenues[i]
		if k := slices.IndexFunc(r.Details, func(y paiement.JourRetenu) bool { return y.Cle == d.Cle }); k >= 0 {
			r.Jours, r.Brut, r.Details = 1, r.Details[k].Brut, r.Details[k:k+1]
			if r.Motif != paiement.AttendRythme { // its words tell since when
				r.Depuis = d.Jour
			}
			x.Retenues = append(x.Retenues, r)
		}
	}
	for i := range e.Proposes {
		if o, ok := seul(&e.Proposes[i], d); ok {
			x.Proposes = append(x.Proposes, *o)
		}
	}
	for _, o := range e.Ordres {
		if o, ok := seul(o, d); ok {
			x.Ordres = append(x.Ordres, o)
		}
	}
	if d.Attend() && d.Progres == "" {
		x.Questions, x.AVenir = questionsDe(e.Questions, d), questionsDe(e.AVenir, d)
	}
	if decision.Defavorable(d.Etat) || d.Reserve > 0 {
		for i := range e.Proposees {
			if p := e.Proposees[i]; p.Ligne == d.Ligne && p.Periode.Contient(d.Jour) {
				p.Reserve = d.Reserve
				x.Proposees = append(x.Proposees, p)
			}
		}
	}
	return &x
}

// seul reduces an order to one day; it reports false when the day is not in it.
func seul(o *paiement.Ordre, d *registre.Du) (*paiement.Ordre, bool) {
	x := *o
	x.Lignes, x.Total = nil, droit.Prelevements{}
	for i := range o.Lignes {
		l := o.Lignes[i]
		if l.Activite != d.Ligne || l.Risque != d.Risque {
			continue
		}
		if k := slices.IndexFunc(l.Jours, func(j paiement.JourLigne) bool { return j.Jour == d.Jour }); k >= 0 {
			l.Jours, l.Periode = l.Jours[k:k+1], v.P(d.Jour, d.Jour)
			x.Lignes = append(x.Lignes, l)
			x.Total.Brut += l.Jours[0].Brut
		}
	}
	return &x, len(x.Lignes) > 0
}

// questionsDe keeps the questions on which an awaited day hangs. A day that none
// of them names hangs on all: an answer about one day may move the next ones.
func questionsDe(qs []dossier.Question, d *registre.Du) []dossier.Question {
	var ses []dossier.Question
	for i := range qs {
		if qs[i].Pour.Contient(d.Jour) && (qs[i].Ligne == "" || qs[i].Ligne == d.Ligne) {
			ses = append(ses, qs[i])
		}
	}
	if len(ses) == 0 {
		return qs
	}
	return ses
}

// regle: nothing is to be done for the day, by what was paid, signed, or by the law.
func regle(e *Entree, d *registre.Du) (Etape, bool) {
	verse, dette := e.Verse[d.Cle], d.Dette()
	if s, paye := payeAilleurs(d); paye {
		return s, true
	}
	switch {
	case decision.Defavorable(d.Etat):
		return Etape{Genre: Refuse, Depuis: d.Jour, Phrase: "Ce jour n'est pas indemnisé (" + e.direRegle(d.Regle) + "), par décision signée."}, len(e.Proposees) > 0
	case d.Etat == droit.Attente:
		return Etape{}, false
	case dette == 0:
		return Etape{Genre: Clos, Depuis: d.Jour, Phrase: "Rien n'est dû pour ce jour (" + e.direRegle(d.Regle) + ")."}, true
	case verse == dette:
		return Etape{Genre: Clos, Depuis: d.Jour, Phrase: "Ce jour est payé."}, true
	}
	for i := range e.Retenues {
		if r := &e.Retenues[i]; verse > dette && r.Motif == paiement.Abandonne {
			return Etape{Genre: Clos, Depuis: d.Jour, Phrase: "Ce jour est payé ; ce qui l'a été de trop (" + (-r.Brut).Euros() + " brut) n'est pas réclamé : " + r.Par + " en a décidé ainsi."}, true
		}
	}
	return Etape{}, false
}

// Responsabilite is whose a day of waiting is.
type Responsabilite string

const (
	Caisse    Responsabilite = "caisse"
	Employeur Responsabilite = "employeur"
	Assure    Responsabilite = "assure"
	Medecin   Responsabilite = "medecin"
	Tiers     Responsabilite = "tiers"
)

// Responsables lists them, the caisse first.
func Responsables() []Responsabilite {
	return []Responsabilite{Caisse, Employeur, Assure, Medecin, Tiers}
}

// Responsable says whose the wait of a step is: that of whoever is asked, while
// the caisse can only wait; else that of the caisse, also once it has asked in
// vain. Nobody waits for a step that is refused or closed.
func Responsable(s *Etape) Responsabilite {
	switch s.Genre {
	case Refuse, Clos, "":
		return ""
	case Attend:
		qui, _, _ := strings.Cut(s.Acteur, ":")
		if h, ok := HorlogeDe(s.Horloge.Code, s.Horloge.Depuis); ok && h.Responsable != interroge {
			qui = h.Responsable
		}
		switch r := Responsabilite(qui); {
		case slices.Contains(Responsables(), r):
			return r
		case qui == "prescripteur" || qui == "medecin_conseil":
			return Medecin
		}
		return Tiers
	}
	return Caisse
}
