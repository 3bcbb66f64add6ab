package piece

import (
	"strconv"
	"strings"

	"accord/dossier"
	"accord/droit"
	v "accord/valeur"

	"github.com/go-json-experiment/json/jsontext"
)

// ecrivain appends one JSON object on one line. What is not known is left out.
type ecrivain struct {
	b     []byte
	suite bool // a member was already written in the open object
}

func (e *ecrivain) nom(cle string) {
	if e.suite {
		e.b = append(e.b, ',')
	}
	e.suite = true
	e.guillemets(cle)
	e.b = append(e.b, ':')
}

// guillemets writes a JSON string; bytes that are not UTF-8 become U+FFFD.
func (e *ecrivain) guillemets(s string) {
	// AppendQuote fails on what is not UTF-8 only.
	e.b, _ = jsontext.AppendQuote(e.b, strings.ToValidUTF8(s, "\ufffd"))
}

func (e *ecrivain) chaine(cle, s string) {
	if s != "" {
		e.nom(cle)
		e.guillemets(s)
	}
}

func (e *ecrivain) jour(cle string, j v.Jour) { e.chaine(cle, j.String()) }

func (e *ecrivain) quantite(cle string, q v.Option[v.Centimes]) {
	if c, ok := q.Get(); ok {
		e.chaine(cle, c.String())
	}
}

func (e *ecrivain) entier(cle string, n int64) {
	e.nom(cle)
	e.b = strconv.AppendInt(e.b, n, 10)
}

func (e *ecrivain) vrai(cle string, b bool) {
	if b {
		e.nom(cle)
		e.b = append(e.b, "true"...)
	}
}

func (e *ecrivain) periode(p v.Periode) {
	e.jour("du", p.Du)
	e.jour("au", p.Au)
}

func (e *ecrivain) objet(cle string, corps func()) {
	e.nom(cle)
	e.accolades(corps)
}

func (e *ecrivain) accolades(corps func()) {
	e.b, e.suite = append(e.b, '{'), false
	corps()
	e.b, e.suite = append(e.b, '}'), true
}

func liste[T any](e *ecrivain, cle string, elements []T, corps func(*T)) {
	e.nom(cle)
	e.b, e.suite = append(e.b, '['), false
	for i := range elements {
		if i > 0 {
			e.b = append(e.b, ',')
		}
		e.accolades(func() { corps(&elements[i]) })
	}
	e.b, e.suite = append(e.b, ']'), true
}

// assure writes the person; a definitive NIR gets its key.
func (e *ecrivain) assure(nir v.NIR, i *dossier.Identite) {
	e.objet("assure", func() {
		n := nir.Clair()
		if nir.Genre() == v.NIRDefinitif {
			cle := nir.Cle()
			n += string([]byte{byte('0' + cle/10), byte('0' + cle%10)})
		}
		e.chaine("nir", n)
		e.chaine("nom_naissance", i.NomNaissance)
		e.chaine("nom_usage", i.NomUsage)
		e.chaine("prenoms", i.Prenoms)
		e.jour("naissance", i.Naissance)
	})
}

func (e *ecrivain) employeur(siret v.SIRET, nom string) {
	if siret == "" && nom == "" {
		return
	}
	e.objet("employeur", func() {
		e.chaine("siret", string(siret))
		e.chaine("nom", nom)
	})
}

func (e *ecrivain) reprise(r *droit.Reprise) {
	if r != nil {
		e.objet("reprise", func() {
			e.jour("le", r.Le)
			e.chaine("motif", string(r.Motif))
		})
	}
}
