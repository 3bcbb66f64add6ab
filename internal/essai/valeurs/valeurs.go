// Package valeurs writes in tests the values that the product reads from files:
// a day, an amount, the table of parameters. A fault stops the test. It knows
// nothing of what is tested with them.
package valeurs

import (
	"sync"

	"accord/parametre"
	v "accord/valeur"
)

// Table returns the parameters of the product, read once. They are never written.
var Table = sync.OnceValue(func() *parametre.Table { return lu(parametre.Charger()) })

// Jour reads a day written «2026-03-01».
func Jour(s string) v.Jour { return lu(v.ParseJour(s)) }

// Euros reads an amount written «2400.00».
func Euros(s string) v.Centimes { return lu(v.ParseCentimes(s)) }

// Entre is the period from a day to another, both included.
func Entre(du, au string) v.Periode { return v.P(Jour(du), Jour(au)) }

func lu[T any](x T, err error) T {
	if err != nil {
		panic(err)
	}
	return x
}
