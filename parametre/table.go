package parametre

import (
	"fmt"

	v "accord/valeur"
)

// Table is the whole set of dated parameters, readings and rules,
// loaded once and never changed: [Table.Modifier] gives another one.
type Table struct {
	lignes []Ligne
	series [nbCodes][]tranche
	ages   []Age
	points [nbPoints]Lecture
	regles []Regle
	rangs  map[string]int // id of a rule → index in regles
}

// tranche is what a look-up needs of a row: a few words, side by side.
type tranche struct {
	du, au    v.Jour
	exacte    v.Fraction
	centiemes v.Centimes // value × 100, when it is whole
}

// ManquantError says that no value is known for that parameter at that date.
// It names itself: «PARAMETRE_MANQUANT: PASS 2027».
type ManquantError struct {
	Code Code
	Jour v.Jour
}

// Error gives the form that people and files quote.
func (e *ManquantError) Error() string {
	return fmt.Sprintf("PARAMETRE_MANQUANT: %s %d", e.Code.Famille(), e.Jour.Annee())
}

// Phrase says it in plain French.
func (e *ManquantError) Phrase() string {
	return fmt.Sprintf("La valeur de «%s» applicable le %s n'est pas connue ; elle doit être chargée avant de calculer ces jours (%s).", e.Code.Libelle(), e.Jour.EnLettres(), e.Error())
}

// Valeur returns the exact value in force on that day, or a [*ManquantError].
// It allocates nothing when the value is known.
func (t *Table) Valeur(c Code, j v.Jour) (v.Fraction, error) {
	if tr := t.tranche(c, j); tr != nil {
		return tr.exacte, nil
	}
	return v.Fraction{}, &ManquantError{c, j}
}

// Centimes returns the value in force on that day in cents (hundredths, for
// hours and percents), for parameters with at most two decimals.
func (t *Table) Centimes(c Code, j v.Jour) (v.Centimes, error) {
	if tr := t.tranche(c, j); tr != nil {
		return tr.centiemes, nil
	}
	return 0, &ManquantError{c, j}
}

// Entier returns the whole part of the value in force on that day: a number of
// days, months or years, or a yes (1) or no (0).
func (t *Table) Entier(c Code, j v.Jour) (int, error) {
	n, err := t.Centimes(c, j)
	return int(n / 100), err
}

// tranche finds the row in force on that day. Rows are few and cases recent:
// the search goes backwards from the last one.
func (t *Table) tranche(c Code, j v.Jour) *tranche {
	s := t.series[c]
	for i := len(s) - 1; i >= 0; i-- {
		if s[i].du <= j {
			if s[i].au != 0 && j > s[i].au {
				return nil
			}
			return &s[i]
		}
	}
	return nil
}

// Lignes returns every row, in the order of the data files. The slice is the
// table's own: do not change it.
func (t *Table) Lignes() []Ligne { return t.lignes }

// Historique returns the rows of one parameter, oldest first.
func (t *Table) Historique(c Code) []Ligne {
	var h []Ligne
	for _, l := range t.lignes {
		if l.Code == c {
			h = append(h, l)
		}
	}
	return h
}

// Modifier returns a table in which row i holds l instead. The former table is
// left as it is. The new one is checked as a whole.
func (t *Table) Modifier(i int, l Ligne) (*Table, error) {
	lignes := append([]Ligne(nil), t.lignes...)
	lignes[i] = l
	return t.avec(lignes)
}

// Ajouter returns a table with one more row, such as the PASS of the year that
// comes. The former table is left as it is.
func (t *Table) Ajouter(l Ligne) (*Table, error) {
	// The row must stand among those of its code for the order to be checked.
	var lignes []Ligne
	place := -1
	for i, x := range t.lignes {
		if x.Code == l.Code && x.Du < l.Du {
			place = i
		}
	}
	lignes = append(lignes, t.lignes[:place+1]...)
	if place >= 0 && lignes[place].Au >= l.Du {
		lignes[place].Au = l.Du - 1
	}
	lignes = append(lignes, l)
	lignes = append(lignes, t.lignes[place+1:]...)
	return t.avec(lignes)
}

func (t *Table) avec(lignes []Ligne) (*Table, error) {
	n := *t
	n.lignes = lignes
	if err := n.indexer(); err != nil {
		return nil, err
	}
	return &n, nil
}
