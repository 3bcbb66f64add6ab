package sepa

import (
	"strings"
	"unicode"
)

// estSEPA reports whether the character belongs to the Latin set that every
// bank of the SEPA schemes accepts.
func estSEPA(r rune) bool {
	switch {
	case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9':
		return true
	}
	switch r {
	case '/', '-', '?', ':', '(', ')', '.', ',', '\'', '+', ' ':
		return true
	}
	return false
}

// texteSEPA writes a text in the Latin set, at most max characters long:
// without spaces at the ends or doubled, without a slash at the ends or
// doubled. A text that is already so is returned as it is.
func texteSEPA(s string, max int) string {
	if s == "" || defautForme(s, max) == "" {
		return s
	}
	b := make([]byte, 0, len(s))
	for _, r := range s {
		if estSEPA(r) {
			b = ajouterCaractere(b, byte(r))
			continue
		}
		remplacant := remplacement(r)
		for i := range len(remplacant) {
			b = ajouterCaractere(b, remplacant[i])
		}
	}
	return couper(strings.TrimRight(string(b), " /"), max)
}

// ajouterCaractere appends c, save for a space or a slash that opens the text
// or follows its like.
func ajouterCaractere(b []byte, c byte) []byte {
	if (c == ' ' || c == '/') && (len(b) == 0 || b[len(b)-1] == c) {
		return b
	}
	return append(b, c)
}

// couper shortens a text of the Latin set to max characters, between two words
// unless that would lose more than half, and leaves no punctuation hanging.
func couper(s string, max int) string {
	if len(s) <= max {
		return s
	}
	fin := max
	if i := strings.LastIndexByte(s[:max+1], ' '); i > max/2 {
		fin = i
	}
	return strings.TrimRight(s[:fin], " /-,:(+'")
}

// remplacement returns what stands for a character outside the Latin set: its
// base letter, the nearest punctuation, a space, nothing for a mark that
// modifies the letter before it, and a dot for what has no equivalent, as
// EPC217-08 recommends.
func remplacement(r rune) string {
	switch {
	case r >= debutLatin && r < debutLatin+rune(len(basesLatin)):
		if c := basesLatin[r-debutLatin]; c != '.' {
			return basesLatin[r-debutLatin:][:1]
		}
	case r >= debutLatinAdditionnel && r < debutLatinAdditionnel+rune(len(basesLatinAdditionnel)):
		if c := basesLatinAdditionnel[r-debutLatinAdditionnel]; c != '.' {
			return basesLatinAdditionnel[r-debutLatinAdditionnel:][:1]
		}
	}
	if s, ok := equivalents[r]; ok {
		return s
	}
	switch {
	case unicode.IsSpace(r), unicode.IsControl(r):
		return " "
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return ""
	}
	return "."
}
