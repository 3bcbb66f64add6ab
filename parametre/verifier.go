package parametre

import (
	"errors"
	"fmt"

	v "accord/valeur"
)

// indexer builds what the look-ups use, and checks the rows as a whole: in
// each parameter, days that rise, no gap, no double, no row after an open end,
// and at least one row, unless the value is awaited.
func (t *Table) indexer() error {
	var fautes []error
	for c := range t.series {
		t.series[c] = nil
	}
	for i := range t.lignes {
		l := &t.lignes[i]
		if f := t.placer(l); f != "" {
			fautes = append(fautes, fmt.Errorf("%s, ligne %d : %s %s", l.Fichier, l.NumLigne, l.Code, f))
		}
	}
	for c := range t.series {
		if len(t.series[c]) == 0 && !sansValeur[Code(c)] {
			fautes = append(fautes, fmt.Errorf("%s : aucune valeur n'est donnée", Code(c)))
		}
	}
	return errors.Join(fautes...)
}

// placer adds a row after those of its parameter, or says what is wrong.
func (t *Table) placer(l *Ligne) string {
	s := t.series[l.Code]
	if l.Au != 0 && l.Au < l.Du {
		return "finit avant de commencer"
	}
	if n := len(s); n > 0 {
		avant := &s[n-1]
		switch {
		case l.Du == 0:
			return "n'a pas de date de début, et n'est pas la première ligne"
		case l.Du == avant.du:
			return fmt.Sprintf("est donné deux fois au %s", l.Du)
		case l.Du < avant.du:
			return fmt.Sprintf("n'est pas dans l'ordre des dates (%s après %s)", l.Du, avant.du)
		case avant.au != 0 && l.Du > avant.au+1:
			return fmt.Sprintf("n'a pas de valeur entre le %s et le %s", avant.au, l.Du)
		case avant.au != 0 && l.Du <= avant.au:
			return fmt.Sprintf("a deux valeurs le %s", l.Du)
		}
	}
	t.series[l.Code] = append(s, tranche{du: l.Du, au: l.Au, exacte: l.Valeur, centiemes: l.Valeur.Centimes(v.Troncature)})
	return ""
}
