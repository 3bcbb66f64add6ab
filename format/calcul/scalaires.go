package calcul

import (
	"bytes"
	"strconv"
	"unicode/utf8"

	v "accord/valeur"

	"github.com/go-json-experiment/json/jsontext"
)

// sansGuillemets gives the text of a JSON string, valid until the next read.
func (l *Lecteur) sansGuillemets(b []byte) []byte {
	if len(b) < 2 || b[0] != '"' {
		return b
	}
	if bytes.IndexByte(b, '\\') < 0 {
		return b[1 : len(b)-1]
	}
	// The decoder has checked the string: it cannot fail.
	l.clair, _ = jsontext.AppendUnquote(l.clair[:0], b)
	return l.clair
}

// refuserType: the value is not of the kind expected.
func (l *Lecteur) refuserType(attendu string) {
	b := l.valeur()
	l.refuserValeur(l.sansGuillemets(b), "n'est pas "+attendu, attendu)
}

// chaine reads a string, valid until the next read.
func (l *Lecteur) chaine(nom, attendu string) ([]byte, bool) {
	if l.genre != '"' {
		b := l.valeur()
		l.refuserValeur(b, "n'est pas "+nom, attendu)
		return nil, false
	}
	b := l.valeur()
	return l.sansGuillemets(b), l.err == nil
}

const attenduDate = "une date AAAA-MM-JJ, de 1900 à 2199, entre guillemets"

func (l *Lecteur) date() v.Jour {
	b, ok := l.chaine("une date", attenduDate)
	if !ok {
		return 0
	}
	j, err := v.ParseJour(string(b))
	if err != nil {
		l.refuserValeur(b, "n'est pas une date", attenduDate)
	}
	return j
}

// decimal is a quantity with two decimals, written as a string.
type decimal struct {
	nom, attendu string
	entierMax    int
	negatif      bool
	max          v.Centiemes // 0: bounded by the digits alone
}

var (
	montantPositif = &decimal{nom: "un montant", attendu: "un montant en euros positif ou nul, entre guillemets, comme \"2000.00\"", entierMax: entierMontantMax}
	montantSigne   = &decimal{nom: "un montant", attendu: "un montant en euros, entre guillemets, comme \"2000.00\"", entierMax: entierMontantMax, negatif: true}
	nombreHeures   = &decimal{nom: "un nombre d'heures", attendu: "un nombre d'heures et de centièmes, entre guillemets, comme \"151.67\"", entierMax: entierHeuresMax}
	pourcentage    = &decimal{nom: "un taux", attendu: "un taux en pour cent, de 0 à 100, entre guillemets, comme \"3.50\"", entierMax: 3, max: 100_00}
)

func (l *Lecteur) decimal(d *decimal) v.Centimes {
	if l.genre == '0' {
		l.refuserValeur(l.valeur(), "est un nombre JSON, alors qu'il faut "+d.nom+" entre guillemets", d.attendu)
		return 0
	}
	b, ok := l.chaine(d.nom, d.attendu)
	if !ok {
		return 0
	}
	entier, bienForme := formeDecimale(b)
	// A well-formed amount of so few digits cannot fail.
	c, _ := v.ParseCentimes(string(b))
	switch {
	case !bienForme:
		l.refuserValeur(b, "n'est pas "+d.nom, d.attendu)
	case b[0] == '-' && !d.negatif:
		l.refuserValeur(b, "est négatif", d.attendu)
	case entier > d.entierMax, d.max > 0 && c > d.max:
		l.refuserValeur(b, "est trop grand", d.attendu)
	}
	return c
}

// formeDecimale checks the form of a decimal and counts the digits before the
// dot: an optional minus, digits, at most two decimals after a dot.
func formeDecimale(b []byte) (entier int, ok bool) {
	if len(b) > 0 && b[0] == '-' {
		b = b[1:]
	}
	entier = nombreChiffres(b)
	reste := b[entier:]
	if entier == 0 || len(reste) == 0 {
		return entier, entier > 0
	}
	decimales := nombreChiffres(reste[1:])
	return entier, reste[0] == '.' && decimales == len(reste)-1 && decimales >= 1 && decimales <= 2
}

// nombreChiffres counts the digits at the head of b.
func nombreChiffres(b []byte) int {
	n := 0
	for n < len(b) && b[n] >= '0' && b[n] <= '9' {
		n++
	}
	return n
}

func (l *Lecteur) montant() v.Centimes            { return l.decimal(montantPositif) }
func (l *Lecteur) montantSigne() v.Centimes       { return l.decimal(montantSigne) }
func (l *Lecteur) heures() v.Centiemes            { return l.decimal(nombreHeures) }
func (l *Lecteur) heuresO() v.Option[v.Centiemes] { return v.Connu(l.heures()) }
func (l *Lecteur) montantO() v.Option[v.Centimes] { return v.Connu(l.montant()) }
func (l *Lecteur) tauxO() v.Option[v.Centiemes]   { return v.Connu(l.decimal(pourcentage)) }

// entier reads a JSON integer between two bounds.
func (l *Lecteur) entier(mini, maxi int) int {
	b := l.valeur()
	if l.err != nil {
		return 0
	}
	n := 0
	for _, c := range b {
		if c < '0' || c > '9' || n > maxi {
			n = -1
			break
		}
		n = 10*n + int(c-'0')
	}
	if l.genre != '0' || n < mini || n > maxi {
		attendu := "un nombre entier, de " + strconv.Itoa(mini) + " à " + strconv.Itoa(maxi)
		l.refuserValeur(l.sansGuillemets(b), "n'est pas "+attendu, attendu)
		return 0
	}
	return n
}

func (l *Lecteur) entierO(mini, maxi int) v.Option[int] { return v.Connu(l.entier(mini, maxi)) }

func (l *Lecteur) booleen() bool {
	if l.genre != 't' && l.genre != 'f' {
		l.refuserType("true ou false")
		return false
	}
	vrai := l.genre == 't'
	l.jeton()
	return vrai
}

func (l *Lecteur) booleenO() v.Option[bool] { return v.Connu(l.booleen()) }

// texte reads a free text.
func (l *Lecteur) texte() string {
	b, ok := l.chaine("un texte", attenduTexte)
	if !ok {
		return ""
	}
	if utf8.RuneCount(b) > texteMax {
		l.refuserValeur(b, "est trop long", attenduTexte)
		return ""
	}
	return l.garder(b)
}

var attenduTexte = "un texte de " + strconv.Itoa(texteMax) + " caractères au plus"

// garder copies a text into the memory of the case.
func (l *Lecteur) garder(b []byte) string {
	debut := l.textes.Len()
	l.textes.Write(b)
	return l.textes.String()[debut:]
}

var attenduIdentifiant = "un identifiant de 1 à " + strconv.Itoa(identifiantMax) + " caractères, sans caractère de contrôle"

func (l *Lecteur) identifiant() string {
	b, ok := l.chaine("un identifiant", attenduIdentifiant)
	if !ok {
		return ""
	}
	n := utf8.RuneCount(b)
	if n == 0 || n > identifiantMax || bytes.ContainsFunc(b, estControle) {
		l.refuserValeur(b, "n'est pas un identifiant", attenduIdentifiant)
		return ""
	}
	return l.garder(b)
}

func estControle(r rune) bool { return r < 0x20 || r == 0x7f }

// mot reads a word of a code that the law does not list.
func (l *Lecteur) mot() string {
	const attendu = "un mot de 1 à 40 lettres minuscules, chiffres ou soulignés"
	b, ok := l.chaine("un mot", attendu)
	if !ok {
		return ""
	}
	if len(b) == 0 || len(b) > 40 || bytes.ContainsFunc(b, func(r rune) bool {
		return r != '_' && (r < 'a' || r > 'z') && (r < '0' || r > '9')
	}) {
		l.refuserValeur(b, "n'est pas un mot", attendu)
		return ""
	}
	return l.garder(b)
}

func (l *Lecteur) siret() v.SIRET {
	const attendu = "un SIRET: quatorze chiffres, le dernier étant une clé de contrôle"
	b, ok := l.chaine("un SIRET", attendu)
	if !ok {
		return ""
	}
	s, err := v.ParseSIRET(l.garder(b))
	if err == nil {
		return s
	}
	if len(b) == 14 && nombreChiffres(b) == 14 {
		l.refuserSens(l.cle, string(b), "n'est pas un SIRET, sa clé de contrôle est fausse", attendu)
		return ""
	}
	l.refuserValeur(b, "n'est pas un SIRET", attendu)
	return ""
}
