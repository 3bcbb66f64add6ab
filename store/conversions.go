package store

import v "accord/valeur"

// The databases know whole numbers and text; these give them back their units.

func jour(n int64) v.Jour         { return v.Jour(n) }
func centimes(n int64) v.Centimes { return v.Centimes(n) }
func iban(s string) v.IBAN        { return v.IBAN(s) }

// texteOuNul keeps an empty reference as NULL; texte gives it back.
func texteOuNul(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func texte(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
