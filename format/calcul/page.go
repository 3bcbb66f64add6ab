package calcul

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// largeur is the width of the page, in characters.
const largeur = 80

// page is a text of [largeur] columns.
type page struct{ bytes.Buffer }

// section writes a heading, underlined.
func (p *page) section(titre string) {
	p.ligne("")
	p.ligne(strings.ToUpper(titre))
	p.ligne(strings.Repeat("-", utf8.RuneCountInString(titre)))
}

func (p *page) ligne(s string) {
	p.WriteString(strings.TrimRight(s, " "))
	p.WriteByte('\n')
}

// paragraphe wraps a text. Its first line begins with tete, the others are
// aligned under what follows tete.
func (p *page) paragraphe(tete, texte string) {
	marge := strings.Repeat(" ", utf8.RuneCountInString(tete))
	ligne, vide := tete, true
	for _, mot := range mots(texte) {
		n := utf8.RuneCountInString(ligne) + utf8.RuneCountInString(mot)
		if !vide && n+1 > largeur {
			p.ligne(ligne)
			ligne, vide = marge, true
		}
		if !vide {
			ligne += " "
		}
		ligne, vide = ligne+mot, false
	}
	p.ligne(ligne)
}

// mots splits on spaces and control characters, never on a no-break space: a
// text of the case cannot send commands to the terminal. A sign that French
// sets apart stays with the word before it.
func mots(texte string) []string {
	mots := strings.FieldsFunc(texte, func(r rune) bool {
		return r == ' ' || unicode.IsControl(r)
	})
	lies := mots[:0]
	for _, mot := range mots {
		if n := len(lies); n > 0 && (strings.Contains(" : ; ? ! » ", " "+mot+" ") || strings.HasPrefix(mot, "€") || strings.HasPrefix(mot, "%") || tranche(lies[n-1], mot)) {
			lies[n-1] += "\u00a0" + mot
			continue
		}
		lies = append(lies, mot)
	}
	return lies
}

// tranche reports whether two words are the thousands and the rest of a number:
// «1» and «234,50», or «234».
func tranche(avant, mot string) bool {
	chiffre := func(s string, i int) bool { return i >= 0 && i < len(s) && s[i] >= '0' && s[i] <= '9' }
	return chiffre(avant, len(avant)-1) && chiffre(mot, 0) && chiffre(mot, 1) && chiffre(mot, 2) && !chiffre(mot, 3)
}

// rang writes a label and, at a fixed column, an amount aligned to the right.
func (p *page) rang(libelle, montant string) {
	const colonne = 60
	espace := max(2, colonne-utf8.RuneCountInString(libelle)-utf8.RuneCountInString(montant))
	p.ligne(libelle + strings.Repeat(" ", espace) + montant)
}
