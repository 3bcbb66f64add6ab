package piece

import (
	"regexp"
	"strings"

	v "accord/valeur"
)

// entierDu reads a number that must be given.
func (o objet) entierDu(nom string, min int64) int64 {
	o.valeur(nom, obligatoire, "un nombre entier")
	return o.entier(nom, min, 0)
}

// montantSigne reads an amount that must be given and may be a deficit.
func (o objet) montantSigne(nom string) v.Centimes {
	const attendu = "un montant comme \"2000.00\" ou \"-150.00\""
	s, ok := o.chaine(nom, obligatoire, attendu)
	if !ok {
		return 0
	}
	entier, _, _ := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	c, err := v.ParseCentimes(s)
	if err != nil || len(entier) > 10 {
		o.refuser(nom, cite(s), attendu, cite(s)+" n'est pas un montant; attendu: "+attendu)
	}
	return c
}

// pourcentage reads a share of a whole.
func (o objet) pourcentage(nom string) v.Option[v.Centiemes] {
	p := o.montant(nom, "un pourcentage", "100.00")
	if p.Ou(0) > 100_00 {
		o.refuser(nom, cite(p.Ou(0).String()), "un pourcentage de 0 à 100", cite(p.Ou(0).String())+" dépasse 100")
	}
	return p
}

var formeCode = regexp.MustCompile(`^[0-9A-Za-z-]{1,40}$`)

// code reads an opaque identifier: a word that could name a disease has spaces
// or accents, and is refused without being quoted.
func (o objet) code(nom string) string {
	const attendu = "un identifiant opaque de 1 à 40 lettres, chiffres et tirets"
	s, ok := o.chaine(nom, facultatif, attendu)
	if ok && !formeCode.MatchString(s) {
		o.refuser(nom, "un autre texte", attendu, "ce n'est pas un identifiant opaque; attendu: "+attendu)
	}
	return s
}
