package piece

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"accord/droit"
	v "accord/valeur"
)

// controle gathers what is wrong in one document: what is refused, once a key, and what is
// only signalled.
type controle struct {
	refus    []refus
	signales []refus
}

// dit reports whether a fault was already found in a key, or in what holds it.
func (c *controle) dit(cle string) bool {
	return slices.ContainsFunc(c.refus, func(r refus) bool {
		reste, dessous := strings.CutPrefix(cle, r.cle)
		return dessous && (reste == "" || reste[0] == '.' || reste[0] == '[')
	})
}

// objet is a JSON object being read; its shape was verified before. Its
// readers return the zero value for a key that is absent, null or refused.
type objet struct {
	c      *controle
	chemin string
	n      *noeud
}

type presence bool

const (
	obligatoire presence = true
	facultatif  presence = false
)

// sous returns the object under a key; ok is false when it is not known.
func (o objet) sous(nom string, p presence) (s objet, ok bool) {
	m := o.valeur(nom, p, "un objet")
	return objet{o.c, joindre(o.chemin, nom), m}, m != nil
}

// liste returns the objects of a list, nil when the list is not known.
func (o objet) liste(nom string) []objet {
	m := o.valeur(nom, facultatif, "")
	if m == nil {
		return nil
	}
	objets := make([]objet, len(m.elements))
	for i := range m.elements {
		objets[i] = objet{o.c, joindre(o.chemin, nom) + "[" + strconv.Itoa(i) + "]", &m.elements[i]}
	}
	return objets
}

// valeur returns the value of a key, nil when it is absent or null.
func (o objet) valeur(nom string, p presence, attendu string) *noeud {
	m := o.n.membre(nom)
	if m != nil && m.genre != 'n' {
		return m
	}
	if p == obligatoire {
		o.refuser(nom, "rien", attendu, "clé absente; attendu: "+attendu)
	}
	return nil
}

func (o objet) refuser(nom, trouve, attendu, phrase string) {
	if r := o.ecart(nom, trouve, attendu, phrase); !o.c.dit(r.cle) {
		o.c.refus = append(o.c.refus, r)
	}
}

func (o objet) signaler(nom, trouve, attendu, phrase string) {
	o.c.signales = append(o.c.signales, o.ecart(nom, trouve, attendu, phrase))
}

func (o objet) ecart(nom, trouve, attendu, phrase string) refus {
	ici := joindre(o.chemin, nom)
	ligne := o.n.ligne
	if m := o.n.membre(nom); m != nil {
		ligne = m.ligne
	}
	return refus{ligne, ici, trouve, attendu, ici + ": " + phrase}
}

// chaine returns the string under a key.
func (o objet) chaine(nom string, p presence, attendu string) (s string, ok bool) {
	m := o.valeur(nom, p, attendu)
	if m == nil {
		return "", false
	}
	if m.genre != '"' {
		g := nomGenre(m.genre)
		o.refuser(nom, g, attendu, g+" au lieu d'une chaîne; attendu: "+attendu)
		return "", false
	}
	return m.texte, true
}

// texteMax is the greatest length of a free text, in characters.
const texteMax = 120

func (o objet) texte(nom string, p presence) string {
	const attendu = "un texte de 1 à 120 caractères"
	s, ok := o.chaine(nom, p, attendu)
	switch {
	case !ok:
		return ""
	case strings.ContainsFunc(s, unicode.IsControl):
		o.refuser(nom, cite(s), attendu, cite(s)+" contient un caractère de contrôle")
	case strings.Trim(s, " ") == "":
		o.refuser(nom, cite(s), attendu, "texte vide; attendu: "+attendu)
	case utf8.RuneCountInString(s) > texteMax:
		o.refuser(nom, cite(s), attendu, "texte de plus de 120 caractères")
	}
	return strings.Trim(s, " ")
}

func (o objet) jour(nom string, p presence) v.Jour {
	const attendu = "une date AAAA-MM-JJ"
	s, ok := o.chaine(nom, p, attendu)
	if !ok {
		return 0
	}
	j, err := v.ParseJour(s)
	if err != nil {
		o.refuser(nom, cite(s), attendu, cite(s)+" "+v.ErrJour.Error())
	}
	return j
}

// periode reads two days that must not cross.
func (o objet) periode(du, au string, fin presence) v.Periode {
	p := v.P(o.jour(du, obligatoire), o.jour(au, fin))
	if p.Au != 0 && p.Au < p.Du {
		o.refuser(au, cite(p.Au.String()), "une date qui ne précède pas "+du,
			cite(p.Au.String())+" précède "+du+" "+cite(p.Du.String()))
	}
	return p
}

// montant reads a positive amount, or a number of hours: both have at most two
// decimals.
func (o objet) montant(nom, quoi, exemple string) v.Option[v.Centimes] {
	attendu := quoi + " comme \"" + exemple + "\""
	s, ok := o.chaine(nom, facultatif, attendu)
	if !ok {
		return v.Option[v.Centimes]{}
	}
	entier, _, _ := strings.Cut(s, ".")
	c, err := v.ParseCentimes(s)
	switch {
	case strings.HasPrefix(s, "-") && err == nil:
		o.refuser(nom, cite(s), attendu, cite(s)+" est négatif; attendu: "+attendu)
	case err != nil || len(entier) > 10:
		o.refuser(nom, cite(s), attendu, cite(s)+" n'est pas "+quoi+"; attendu: "+attendu)
	}
	return v.Connu(c)
}

func (o objet) argent(nom string) v.Option[v.Centimes] {
	return o.montant(nom, "un montant", "2000.00")
}

// argentDu reads an amount that must be given.
func (o objet) argentDu(nom string) v.Centimes {
	m := o.argent(nom)
	if !m.EstConnu() {
		const attendu = "un montant comme \"2000.00\""
		o.refuser(nom, "rien", attendu, "clé absente; attendu: "+attendu)
	}
	return m.Ou(0)
}

func (o objet) heures(nom string) v.Option[v.Centiemes] {
	return o.montant(nom, "un nombre d'heures", "151.67")
}

func (o objet) booleen(nom string) bool {
	m := o.valeur(nom, facultatif, "")
	if m != nil && m.genre != 't' && m.genre != 'f' {
		g := nomGenre(m.genre)
		o.refuser(nom, g, "true ou false", g+" au lieu de true ou false")
	}
	return m != nil && m.genre == 't'
}

// entier reads a JSON number without sign, decimals or exponent.
func (o objet) entier(nom string, min, defaut int64) int64 {
	m := o.valeur(nom, facultatif, "")
	if m == nil {
		return defaut
	}
	attendu := "un nombre entier d'au moins " + strconv.FormatInt(min, 10)
	if m.genre != '0' {
		g := nomGenre(m.genre)
		o.refuser(nom, g, attendu, g+" au lieu d'"+attendu)
		return defaut
	}
	n, err := strconv.ParseUint(m.texte, 10, 31)
	if err != nil || int64(n) < min {
		o.refuser(nom, cite(m.texte), attendu, cite(m.texte)+" n'est pas "+attendu)
	}
	return int64(n)
}

// mot reads a code of [droit.Valeurs], except those that this document does
// not admit.
func (o objet) mot(nom, code string, p presence, sauf ...string) string {
	return parmi(o, nom, slices.DeleteFunc(slices.Clone(droit.Valeurs[code]), func(m string) bool { return slices.Contains(sauf, m) }), p)
}

// parmi reads one of the words of a list.
func parmi[T ~string](o objet, nom string, mots []T, p presence) T {
	permis := make([]string, len(mots))
	for i, m := range mots {
		permis[i] = string(m)
	}
	attendu := "un mot parmi " + strings.Join(permis, ", ")
	s, ok := o.chaine(nom, p, attendu)
	if ok && !slices.Contains(permis, s) {
		o.refuser(nom, cite(s), attendu, cite(s)+" n'est pas connu; attendu: "+attendu)
	}
	return T(s)
}
