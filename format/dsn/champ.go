package dsn

import (
	"cmp"
	"slices"
	"strconv"

	"accord/valeur"
)

// champ ties one rubric of a block to one field of the node B. The same
// description serves to read and to write.
type champ[B any] struct {
	numero Code
	genres []genre // formats that the field can hold
	poser  func(*B, *valeurLue)
	rendre func(*B) string // the text of the file, empty when not known
}

var genresTexte = []genre{genreTexte, genreListe, genreOuverte, genreNTT, genreSIREN, genreNIC, genreSIRET,
	genreNIR, genreIBAN, genreBIC, genreVersion, genreEntier}

func texte[B any, S ~string](numero Code, f func(*B) *S) champ[B] {
	return champ[B]{numero, genresTexte,
		func(b *B, v *valeurLue) { *f(b) = S(v.texte) },
		func(b *B) string { return string(*f(b)) }}
}

func jour[B any](numero Code, f func(*B) *valeur.Jour) champ[B] {
	return champ[B]{numero, []genre{genreDate, genreMois},
		func(b *B, v *valeurLue) { *f(b) = v.jour },
		func(b *B) string {
			if f(b).IsZero() {
				return ""
			}
			return f(b).DSN()
		}}
}

func decimal[B any](numero Code, f func(*B) *valeur.Option[valeur.Centimes]) champ[B] {
	return champ[B]{numero, []genre{genreDecimal},
		func(b *B, v *valeurLue) { *f(b) = valeur.Connu(v.montant) },
		func(b *B) string {
			c, ok := f(b).Get()
			if !ok {
				return ""
			}
			return c.String()
		}}
}

func entier[B any](numero Code, f func(*B) *int64) champ[B] {
	return champ[B]{numero, []genre{genreEntier},
		func(b *B, v *valeurLue) { *f(b) = v.entier },
		func(b *B) string {
			if *f(b) == 0 {
				return ""
			}
			return strconv.FormatInt(*f(b), 10)
		}}
}

// ouiNon is a field of which the norm writes 01 for yes and 02 for no.
func ouiNon[B any](numero Code, f func(*B) *valeur.Option[bool]) champ[B] {
	return champ[B]{numero, []genre{genreListe},
		func(b *B, v *valeurLue) { *f(b) = valeur.Connu(v.texte == "01") },
		func(b *B) string {
			oui, ok := f(b).Get()
			switch {
			case !ok:
				return ""
			case oui:
				return "01"
			}
			return "02"
		}}
}

// rang is one rubric of a block in one version of the norm.
type rang[B any] struct {
	*regle
	champ[B]
}

// schema is a block in one version of the norm, in the order of the rubrics.
type schema[B any] []rang[B]

// nouveauSchema joins the fields of a node with the dictionary. A field
// without a rule, or of another kind than the rule, is a mistake of the
// program.
func nouveauSchema[B any](d *dictionnaire, bloc Code, champs []champ[B]) schema[B] {
	s := make(schema[B], 0, len(champs))
	for _, c := range champs {
		r := d.regles[bloc+c.numero]
		if r == nil || !slices.Contains(c.genres, r.format.genre) {
			panic("dsn: champ sans règle qui lui aille : " + (bloc + c.numero).String())
		}
		s = append(s, rang[B]{r, c})
	}
	if !slices.IsSortedFunc(s, func(a, b rang[B]) int { return cmp.Compare(a.code, b.code) }) {
		panic("dsn: champs en désordre : " + bloc.String())
	}
	return s
}
