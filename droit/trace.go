package droit

import (
	"accord/parametre"
	v "accord/valeur"
)

// Regle is the identifier of a rule, such as MAL-CAR-01. It is quoted in the
// calendar, the decisions, the letters and the tests, and never reused.
type Regle string

// Etape is one step of a computation, made by the call that computes it:
// nobody writes an explanation beside it.
type Etape struct {
	Regle    Regle
	Article  string // «R.323-4»
	Version  string // «LEGIARTI000051226486»
	Entrees  []Champ
	Resultat []Champ
	Phrase   string // plain French; says «vous» to nobody
	Chaine   int    // the first arrêt of the stop that it is about, by its index; -1 when it is about none
}

// ParleDe reports whether the step may speak of a day: one that names its days
// speaks of no other.
func (e *Etape) ParleDe(d v.Jour) bool {
	var p v.Periode
	for _, c := range e.Entrees {
		switch j, err := v.ParseJour(c.Valeur); {
		case err != nil:
		case c.Nom == "du":
			p.Du = j
		case c.Nom == "au":
			p.Au = j
		}
	}
	return p.IsZero() || p.Contient(d)
}

// DeJours reports whether the step tells days of the calendar.
func (e *Etape) DeJours() bool { return len(e.Resultat) > 0 && e.Resultat[0].Nom == "etat" }

// Champ is a named value of a step, as printed.
type Champ struct{ Nom, Valeur string }

// C builds a [Champ].
func C(nom, valeur string) Champ { return Champ{nom, valeur} }

// Trace collects steps. A nil Trace is off: it answers false to Active, and
// nothing is built.
type Trace struct {
	Etapes []Etape
	Jours  int // how many steps come before those about the days
	chaine int // what the next steps are about
}

// Sur says which stop the next steps are about, by its first arrêt; -1 for none.
func (t *Trace) Sur(chaine int) {
	if t != nil {
		t.chaine = chaine
	}
}

// Active reports whether steps are wanted. Call it before building any.
func (t *Trace) Active() bool { return t != nil }

// Note adds a step.
func (t *Trace) Note(e Etape) { t.Etapes = append(t.Etapes, e) }

// Dire adds a step of a rule, with its article and version.
func (t *Trace) Dire(p *parametre.Table, regle Regle, phrase string, entrees, resultat []Champ) {
	e := Etape{Regle: regle, Phrase: phrase, Entrees: entrees, Resultat: resultat, Chaine: t.chaine}
	if r, ok := p.Regle(string(regle)); ok {
		e.Article, e.Version = r.Article, r.Version
	}
	t.Note(e)
}
