package exemples

import (
	"os"
	"strconv"
	"sync"
	"testing"

	"accord/contrecalcul"
	"accord/dossier"
	"accord/droit"
	"accord/droit/prestations"
	"accord/format/calcul"
	"accord/internal/mutation/schema"
	"accord/parametre"
	"accord/tirage"
)

// TestJuge gives the cases that prove the law to whoever changes its code: the
// worked examples, which all pass on the code as written, then cases drawn, moved
// or forgotten: those that pass are proofs. Run by internal/mutation, it
// answers mutants instead of ending.
func TestJuge(t *testing.T) {
	p := charger(t)
	n, autour, un := 20, 1, 500
	if os.Getenv(schema.Serving) != "" {
		n, autour, un = 1000, 8, 5
	}
	exs := lire(t, "*")
	premiers := casExemples(t, p, exs)
	d := dossier.NewCalculateur(p)
	for _, x := range lireLimites(t) {
		premiers = append(premiers, contreCalcul(d, x.nom, "", x.cas))
	}
	j, err := schema.NewJudge(premiers, func() []schema.Case {
		cas := casTires(p, n)
		cas = append(cas, casVoisins(t, p, exs, autour)...)
		return append(cas, casCertains(t, p, exs, un)...)
	})
	if err == nil && os.Getenv(schema.Serving) != "" {
		err = j.In(terrain(t, p, exs, 60_000)).Serve(os.Stdin, os.Stdout)
	} else if err == nil {
		err = j.Rest()
	}
	if err != nil {
		t.Fatal(err)
	}
}

// casExemples gives the worked examples.
func casExemples(t *testing.T, p *parametre.Table, exs []exemple) []schema.Case {
	var cas []schema.Case
	for _, e := range exs {
		c, presentation, err := calcul.Read(e.Cas)
		if err != nil {
			t.Fatal(err)
		}
		q := supposer(t, p, e.Parametres)
		cas = append(cas, schema.Case{Name: e.ID, Print: e.empreinte(), Run: func() bool {
			r, err := repondre(dossier.NewCalculateur(q), c, presentation)
			return err == nil && len(e.Attendu.comparer(r)) == 0
		}})
		if e.DemiSuperieur != "" {
			cas = append(cas, schema.Case{Name: e.ID + " au plus proche", Print: e.empreinte(), Run: func() bool {
				r, err := repondre(dossier.NewCalculateur(q), c, presentation, droit.Choix{Point: "MAL-U-1", Lecture: "demi_superieur"})
				return err == nil && r.Bases[0]["ij"] == e.DemiSuperieur
			}})
		}
	}
	return cas
}

// casTires draws n cases of each profile: both computations must agree on them.
// One memory computes them all: what a case leaves in it must not reach the next.
func casTires(p *parametre.Table, n int) []schema.Case {
	d := dossier.NewCalculateur(p)
	var tires []schema.Case
	for _, profil := range tirage.Profils {
		for i := range n {
			tires = append(tires, contreCalcul(d, profil.Nom+" "+strconv.Itoa(i), "", tirage.Numero(1, i, profil.Profil).Connu()))
		}
	}
	return tires
}

// contreCalcul proves a case by its counter-calculation, made when it is first
// run.
func contreCalcul(d *dossier.Calculateur, nom, empreinte string, c *droit.Cas) schema.Case {
	contre := sync.OnceValues(func() ([]contrecalcul.Jour, error) { return contrecalcul.Jours(c) })
	return schema.Case{Name: nom, Print: empreinte, Run: func() bool {
		jours, err := contre()
		var r droit.Resultat
		return err == nil && d.Calculer(c, false, &r) == nil && len(contrecalcul.Comparer(r.Jours, jours)) == 0
	}}
}

// casVoisins gives n neighbours of each example.
func casVoisins(t *testing.T, p *parametre.Table, exs []exemple, n int) []schema.Case {
	d := dossier.NewCalculateur(p)
	var cas []schema.Case
	for _, x := range voisins(t, exs, n) {
		cas = append(cas, contreCalcul(d, x.nom, x.empreinte, x.cas.Connu()))
	}
	return cas
}

// casCertains gives the examples of which something is not known: what their
// calendar settles must be the truth, and what the law alone settles too.
func casCertains(t *testing.T, p *parametre.Table, exs []exemple, un int) []schema.Case {
	d := dossier.NewCalculateur(p)
	var loi prestations.Calcul
	var cas []schema.Case
	for _, x := range casOublies(t, p, exs, un) {
		cas = append(cas, schema.Case{Name: x.nom, Print: x.empreinte, Run: func() bool {
			jours, manques, err := calendrier(d, x.cas)
			return err == nil && compatible(jours, manques, x.vrais)
		}}, schema.Case{Name: x.nom + " par la loi seule", Print: x.empreinte, Run: func() bool {
			jours, manques, err := loiSeule(&loi, p, x.cas)
			return err == nil && compatible(jours, manques, x.vrais)
		}})
	}
	return cas
}
