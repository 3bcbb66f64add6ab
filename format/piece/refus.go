package piece

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"accord/app"
)

// refus says why something was not taken, and where.
type refus struct {
	ligne   int
	cle     string // JSON key, with its path: salaires[1].du
	trouve  string
	attendu string
	phrase  string
}

func (r *refus) anomalie(g app.Gravite, extrait []byte) app.Anomalie {
	return app.Anomalie{Ligne: r.ligne, Rubrique: r.cle, Trouve: r.trouve, Attendu: r.attendu, Phrase: r.phrase,
		Gravite: g, Extrait: extrait}
}

// citationMax is the length, in characters, beyond which a value is cut in a
// sentence.
const citationMax = 60

// cite puts a value between guillemets.
func cite(s string) string { return "«" + propre(s) + "»" }

// propre cuts a text and takes its control characters out: a file must not be
// able to write on a terminal or to fill a screen.
func propre(s string) string {
	if utf8.RuneCountInString(s) > citationMax {
		s = string([]rune(s)[:citationMax]) + "…"
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return '\ufffd'
		}
		return r
	}, s)
}
