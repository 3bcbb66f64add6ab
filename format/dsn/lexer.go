package dsn

import "strings"

const longueurLigneMax = 256 // bytes, end of line excluded

// lignes is a file cut into its lines.
type lignes struct {
	utf8      bool
	rubriques []Rubrique // one for each line that is not blank
	debuts    []int      // offset of line n at n-1; one more for the end of the file
	illisible bool       // at least one line has no code
	longue    bool       // at least one line is too long
}

// decouper cuts the file. It cannot fail: a line that is not a rubric keeps
// its whole text under the code zero.
func decouper(fichier string) *lignes {
	l := &lignes{utf8: ressembleUTF8(strings.TrimPrefix(fichier, marqueUTF8))}
	n := strings.Count(fichier, "\n") + 2
	l.rubriques = make([]Rubrique, 0, n)
	l.debuts = make([]int, 0, n)
	for pos := 0; pos < len(fichier); {
		l.debuts = append(l.debuts, pos)
		fin := strings.IndexByte(fichier[pos:], '\n')
		if fin < 0 {
			fin = len(fichier) - pos - 1
		}
		ligne := strings.TrimRight(fichier[pos:pos+fin+1], "\r\n")
		if pos == 0 {
			ligne = strings.TrimPrefix(ligne, marqueUTF8)
		}
		pos += fin + 1
		l.longue = l.longue || len(ligne) > longueurLigneMax
		if ligne = strings.TrimRight(ligne, " \t"); ligne != "" {
			l.ajouter(ligne)
		}
	}
	l.debuts = append(l.debuts, len(fichier))
	return l
}

func (l *lignes) ajouter(ligne string) {
	r := Rubrique{Ligne: len(l.debuts)}
	var ok bool
	if r.Code, ok = parseCode(ligne); !ok {
		r.Code, r.Valeur = 0, ligne
		l.illisible = true
	} else if r.Valeur, ok = valeurEntreApostrophes(ligne[longueurCode:]); !ok {
		r.Valeur, r.malformee = ligne[longueurCode:], true
	}
	if !l.utf8 {
		r.Valeur = decoderLatin(r.Valeur)
	}
	l.rubriques = append(l.rubriques, r)
}

// valeurEntreApostrophes takes what lies between the first «,'» and the last
// «'»: an apostrophe inside a value is written as it is.
func valeurEntreApostrophes(s string) (string, bool) {
	if len(s) < 3 || s[0] != ',' || s[1] != '\'' || s[len(s)-1] != '\'' {
		return "", false
	}
	return s[2 : len(s)-1], true
}

// longueur returns the number of bytes of a physical line, its end excluded.
func (l *lignes) longueur(fichier []byte, ligne int) int {
	return len(strings.TrimRight(string(l.octets(fichier, ligne, ligne)), "\r\n"))
}

// octets returns the bytes of a run of lines.
func (l *lignes) octets(fichier []byte, premiere, derniere int) []byte {
	debut, fin := l.debuts[premiere-1], l.debuts[derniere]
	return fichier[debut:fin:fin]
}
