package store

import (
	"strconv"
	"strings"
	"sync"
)

// Rows go by statements of at most lotMax rows, of lotMoyen, or of any smaller
// number: the texts are few, so that each is prepared once.
const (
	lotMax   = 64
	lotMoyen = 16
)

// inserer runs an INSERT of one row, as sqlc gives it, on many rows at once:
// args holds the values of all of them, row after row.
func (t *tx) inserer(texte string, args []any) error {
	debut, fin := valeurs(texte)
	colonnes := strings.Count(texte[debut:fin], "$")
	for len(args) > 0 {
		n := len(args) / colonnes
		switch {
		case n >= lotMax:
			n = lotMax
		case n > lotMoyen:
			n = lotMoyen
		}
		if _, err := t.ses.Exec(t.ctx, texteMultiple(texte, n), args[:n*colonnes]...); err != nil {
			return t.erreur(err)
		}
		args = args[n*colonnes:]
	}
	return nil
}

// valeurs finds the row of values, parentheses included.
func valeurs(texte string) (debut, fin int) {
	debut = strings.Index(texte, "VALUES (") + len("VALUES ")
	return debut, debut + strings.IndexByte(texte[debut:], ')') + 1
}

type cleMultiple struct {
	texte string
	n     int
}

var textesMultiples sync.Map // cleMultiple → string

// texteMultiple repeats the row of values of an INSERT n times.
func texteMultiple(texte string, n int) string {
	if n == 1 {
		return texte
	}
	if t, ok := textesMultiples.Load(cleMultiple{texte, n}); ok {
		return t.(string)
	}
	debut, fin := valeurs(texte)
	colonnes := strings.Count(texte[debut:fin], "$")
	var b strings.Builder
	b.WriteString(texte[:fin])
	for i := 1; i < n; i++ {
		separateur := ",\n($"
		for c := range colonnes {
			b.WriteString(separateur + strconv.Itoa(i*colonnes+c+1))
			separateur = ", $"
		}
		b.WriteByte(')')
	}
	b.WriteString(texte[fin:])
	multiple := b.String()
	textesMultiples.Store(cleMultiple{texte, n}, multiple)
	return multiple
}
