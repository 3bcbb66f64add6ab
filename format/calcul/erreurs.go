package calcul

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"
)

// Erreur says why a case is refused: the first thing wrong in it. Problems of
// form come in the order of the document, then those of sense (doubled ids,
// ids that name nothing, a volume of days out of bounds).
type Erreur struct {
	Cle     string // where, such as arrets[1].fin, indexes from 0; empty when the JSON itself is broken
	Valeur  string // what was found, shortened; empty when nothing was
	Attendu string // what was expected
	Phrase  string // all of it in one French sentence

	constat string // the sentence without key and value
	sens    bool   // the form is right: no schema could have refused it
}

func (e *Erreur) Error() string { return e.Phrase }

// SansValeur gives the same refusal without the value found, for answers that
// must not carry personal data back.
func (e *Erreur) SansValeur() *Erreur {
	s := *e
	if e.Valeur != "" && strings.Contains(e.Phrase, "«"+e.Valeur+"» "+e.constat) {
		s.Phrase = prefixe(e.Cle) + "la valeur " + e.constat
	}
	s.Valeur = ""
	return &s
}

func prefixe(cle string) string {
	if cle == "" {
		return ""
	}
	return cle + ": "
}

// valeurMax bounds, in bytes, what an error quotes of the input.
const valeurMax = 120

func abreger(s string) string {
	if len(s) <= valeurMax {
		return s
	}
	n := valeurMax
	for !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n] + "…"
}

// refuserValeur: «valeur» constat.
func (l *Lecteur) refuserValeur(valeur []byte, constat, attendu string) {
	v := abreger(string(valeur))
	l.refuser(&Erreur{Valeur: v, Attendu: attendu, constat: constat}, "«"+v+"» "+constat)
}

// refuserCle: the key itself is at fault.
func (l *Lecteur) refuserCle(constat, attendu string) {
	l.refuser(&Erreur{Attendu: attendu, constat: constat}, constat)
}

// refuserSens: the form is right, the meaning is not.
func (l *Lecteur) refuserSens(cle, valeur, constat, attendu string) {
	l.cle = cle
	v := abreger(valeur)
	l.refuser(&Erreur{Valeur: v, Attendu: attendu, constat: constat, sens: true}, "«"+v+"» "+constat)
}

// refuser keeps the first error only.
func (l *Lecteur) refuser(e *Erreur, phrase string) {
	if l.err != nil {
		return
	}
	e.Cle = l.adresse()
	e.Phrase = prefixe(e.Cle) + phrase
	l.err = e
}

// illisible: the text is not JSON.
func (l *Lecteur) illisible(err error) {
	pos := l.dec.InputOffset()
	var syntaxe *jsontext.SyntacticError
	if errors.As(err, &syntaxe) {
		pos = syntaxe.ByteOffset
	}
	pos = min(pos, int64(len(l.source)))
	constat := "le texte s'arrête avant la fin du cas"
	if !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) && pos < int64(len(l.source)) {
		constat = inattendu(l.source[pos:])
	}
	ligne, colonne := position(l.source[:pos])
	constat = fmt.Sprintf("JSON illisible à la ligne %d, colonne %d: %s", ligne, colonne, constat)
	l.refuser(&Erreur{Attendu: "un seul objet JSON, en UTF-8", constat: constat}, constat)
}

// inattendu names the first character of b.
func inattendu(b []byte) string {
	r, taille := utf8.DecodeRune(b)
	switch {
	case r == utf8.RuneError && taille <= 1:
		return "des octets ne sont pas de l'UTF-8"
	case unicode.IsPrint(r):
		return "caractère «" + string(r) + "» inattendu"
	}
	return fmt.Sprintf("caractère %U inattendu", r)
}

// position counts lines and characters from 1.
func position(avant []byte) (ligne, colonne int) {
	ligne, debut := 1, 0
	for i, c := range avant {
		if c == '\n' {
			ligne, debut = ligne+1, i+1
		}
	}
	return ligne, utf8.RuneCount(avant[debut:]) + 1
}
