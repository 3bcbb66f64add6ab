package calcul

import (
	"strconv"

	v "accord/valeur"

	"github.com/go-json-experiment/json/jsontext"
)

// sortie appends JSON to a buffer of the caller: compact, keys in the order in
// which they are given, amounts as strings. It allocates nothing but what the
// buffer needs to grow.
type sortie struct{ b []byte }

func (s *sortie) ouvrir(c byte) { s.b = append(s.b, c) }
func (s *sortie) fermer(c byte) { s.b = append(s.b, c) }

// element separates an element from the one before it.
func (s *sortie) element() {
	if c := s.b[len(s.b)-1]; c != '{' && c != '[' {
		s.b = append(s.b, ',')
	}
}

// cle begins a member. The key is one of ours: it needs no escape.
func (s *sortie) cle(cle string) {
	s.element()
	s.b = append(s.b, '"')
	s.b = append(s.b, cle...)
	s.b = append(s.b, '"', ':')
}

func (s *sortie) nul() { s.b = append(s.b, "null"...) }

// texte writes a string.
func (s *sortie) texte(t string) {
	for i := range len(t) {
		if c := t[i]; c < 0x20 || c >= 0x7f || c == '"' || c == '\\' {
			// Bytes that are not UTF-8 become U+FFFD, which is all that can be
			// said of them here.
			s.b, _ = jsontext.AppendQuote(s.b, t)
			return
		}
	}
	s.b = append(s.b, '"')
	s.b = append(s.b, t...)
	s.b = append(s.b, '"')
}

// texteOuNul writes null for what is not known.
func (s *sortie) texteOuNul(t string) {
	if t == "" {
		s.nul()
		return
	}
	s.texte(t)
}

func (s *sortie) booleen(b bool) { s.b = strconv.AppendBool(s.b, b) }
func (s *sortie) entier(n int)   { s.b = strconv.AppendInt(s.b, int64(n), 10) }

func (s *sortie) booleenOuNul(o v.Option[bool]) {
	b, ok := o.Get()
	if !ok {
		s.nul()
		return
	}
	s.booleen(b)
}

func (s *sortie) jour(j v.Jour) {
	if j == 0 {
		s.nul()
		return
	}
	s.b = append(s.b, '"')
	s.b = j.AppendISO(s.b)
	s.b = append(s.b, '"')
}

func (s *sortie) montant(c v.Centimes) {
	s.b = append(s.b, '"')
	s.b = c.Append(s.b)
	s.b = append(s.b, '"')
}

func (s *sortie) montantOuNul(o v.Option[v.Centimes]) {
	c, ok := o.Get()
	if !ok {
		s.nul()
		return
	}
	s.montant(c)
}

// paire writes both ends of a period, and nothing for one that is not known.
func (s *sortie) paire(p v.Periode) {
	s.ouvrir('[')
	if !p.IsZero() {
		s.jour(p.Du)
		s.element()
		s.jour(p.Au)
	}
	s.fermer(']')
}

// bornes writes the members du and au.
func (s *sortie) bornes(p v.Periode) {
	s.cle("du")
	s.jour(p.Du)
	s.cle("au")
	s.jour(p.Au)
}

func (s *sortie) exacte(f v.Fraction) {
	s.b = append(s.b, '"')
	s.b = ajouterExacte(s.b, f)
	s.b = append(s.b, '"')
}
