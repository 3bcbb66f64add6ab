package suivi

import (
	"regexp"

	"accord/dossier"
	"accord/droit"
	"accord/registre"
	v "accord/valeur"
)

// chronometrer starts the clock of a step on the day from which it waits.
func (e *Entree) chronometrer(code string, s Etape) Etape {
	s.Horloge = Suivre(e.Calendrier, code, s.Depuis, e.Jour)
	s.Echeance = s.Horloge.Echeance
	return s
}

// HorlogeDeLa names the clock of a question: that of its code, but for an accident that the
// caisse began to investigate in time, on which it has longer to decide (R.441-8).
func HorlogeDeLa(c droit.Calendrier, q *dossier.Question, enquetes []dossier.EtapeInstruction) string {
	for i := range enquetes {
		if x := &enquetes[i]; q.Code == dossier.QuestionReconnaissanceAT && x.Sinistre == q.Objet && x.Le <= EcheanceDans(c, q.Code, q.Depuis) {
			return "RECONNAISSANCE_AT_ENQUETE"
		}
	}
	return q.Code
}

// pourAgents matches what names, for them alone, an act of the command line or a value to load.
var pourAgents = regexp.MustCompile(` \((acte [^)]*|PARAMETRE_MANQUANT: [^)]*)\)`)

// dater says in the words of a step where its clock stands, and that of the law
// for the oldest unpaid day. A letter says the rest alone: the clocks are those of
// the caisse, and so are the names of what its agents type.
func (e *Entree) dater(s Etape) Etape {
	s.Lettre = pourAgents.ReplaceAllString(s.Phrase, "")
	if s.Horloge.Code != "" {
		s.Phrase += " " + s.Horloge.Dire(e.Jour)
	}
	if s.Paiement = e.paiement(); s.Paiement.Code != "" {
		s.Phrase += direPaiement(&s.Paiement, e.Jour)
	}
	return s
}

// direPaiement says that the time to pay is short, or past.
func direPaiement(p *Cours, jour v.Jour) string {
	delai := " Délai légal de paiement (" + ArticleDuDelai(p.Code) + ") : "
	switch {
	case jour > p.Echeance && p.Etat == Portee:
		return delai + "dépassé de " + pluriel(int(jour-p.Echeance), "jour", "jours") + ", porté " + EchelonEnMots(p.A) + "."
	case jour > p.Echeance:
		return delai + "dépassé de " + pluriel(int(jour-p.Echeance), "jour", "jours") + "."
	case p.Etat == Alerte:
		return delai + "il finit le " + p.Echeance.EnLettres() + "."
	}
	return ""
}

// The clocks of the law on payment.
const (
	horlogeMaladie = "PAIEMENT_MALADIE"
	horlogeAT      = "PAIEMENT_AT"
)

// Impaye reports whether a day is over, owed or awaited, and not paid in full: what
// an unsigned reduction reserves is not paid.
func (e *Entree) Impaye(d *registre.Du) bool {
	if d.Jour >= e.Jour {
		return false
	}
	return d.Attend() || d.Reserve > 0 || e.Verse[d.Cle] < d.Dette()
}

// paiement is the legal clock that runs out first among the unpaid days: from
// the day itself, or from the reception of what says that it was not worked.
func (e *Entree) paiement() Cours {
	var c Cours
	for _, code := range [...]string{horlogeMaladie, horlogeAT} {
		depuis := v.Jour(0)
		for i := range e.Dus {
			if d := &e.Dus[i]; delaiLegal(d.Risque) == code && e.Impaye(d) {
				depuis = premier(depuis, e.exigible(d.Jour))
			}
		}
		if depuis == 0 {
			continue
		}
		if x := Suivre(e.Calendrier, code, depuis, e.Jour); c.Code == "" || x.Echeance < c.Echeance {
			c = x
		}
	}
	return c
}

// delaiLegal is the clock of the law under which a day of that risk is to be paid.
func delaiLegal(r droit.Risque) string {
	if r.Professionnel() {
		return horlogeAT
	}
	return horlogeMaladie
}

// exigible is the day on which the time to pay a day begins to run.
func (e *Entree) exigible(j v.Jour) v.Jour {
	recu := v.Jour(0)
	for _, r := range e.Recus {
		if r.Pour.Contient(j) {
			recu = premier(recu, r.Le)
		}
	}
	if recu == 0 {
		recu = e.RecuLe
	}
	return max(j, recu)
}

func premier(a, b v.Jour) v.Jour {
	if a == 0 || b < a {
		return b
	}
	return a
}
