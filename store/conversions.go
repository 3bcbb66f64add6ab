package store

import (
	"database/sql"

	v "accord/valeur"
)

// The databases know whole numbers and text; these give them back their units.

func jour(n int64) v.Jour         { return v.Jour(n) }
func centimes(n int64) v.Centimes { return v.Centimes(n) }
func iban(s string) v.IBAN        { return v.IBAN(s) }

// texteOuNul keeps an empty reference as NULL.
func texteOuNul(s string) sql.NullString { return sql.NullString{String: s, Valid: s != ""} }
