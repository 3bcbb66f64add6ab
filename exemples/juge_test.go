package exemples

import (
	"os"
	"strconv"
	"testing"

	"accord/contrecalcul"
	"accord/dossier"
	"accord/droit"
	"accord/format/calcul"
	"accord/internal/mutation/schema"
	"accord/parametre"
	"accord/tirage"
)

// TestJuge gives the cases that prove the law to whoever changes its code: the
// worked examples, then drawn cases compared with the counter-calculation. On
// the code as written, each of them passes. Run by internal/mutation, it
// answers mutants instead of ending.
func TestJuge(t *testing.T) {
	p := charger(t)
	n, autour, un := 20, 1, 500
	if os.Getenv(schema.Serving) != "" {
		n, autour, un = 2000, 11, 5
	}
	exs := lire(t, "*")
	j, err := schema.NewJudge(casExemples(t, p, exs), func() []schema.Case {
		cas := casTires(t, p, n)
		cas = append(cas, casVoisins(t, p, exs, autour)...)
		return append(cas, casCertains(t, p, exs, un)...)
	})
	if err == nil && os.Getenv(schema.Serving) != "" {
		err = j.Serve(os.Stdin, os.Stdout)
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

// casTires draws n cases of each profile and keeps those on which both
// computations agree. One memory computes them all: what a case leaves in it
// must not reach the next.
func casTires(t *testing.T, p *parametre.Table, n int) []schema.Case {
	d := dossier.NewCalculateur(p)
	var tires []schema.Case
	for _, profil := range tirage.Profils {
		for i := range n {
			c := tirage.Numero(1, i, profil.Profil).Connu()
			if k, ok := contreCalcul(d, profil.Nom+" "+strconv.Itoa(i), "", c); ok {
				tires = append(tires, k)
			}
		}
	}
	return tires
}

// contreCalcul proves a case by its counter-calculation, where both agree.
func contreCalcul(d *dossier.Calculateur, nom, empreinte string, c *droit.Cas) (schema.Case, bool) {
	contre, err := contrecalcul.Jours(c)
	if err != nil {
		return schema.Case{}, false
	}
	k := schema.Case{Name: nom, Print: empreinte, Run: func() bool {
		var r droit.Resultat
		return d.Calculer(c, false, &r) == nil && len(contrecalcul.Comparer(r.Jours, contre)) == 0
	}}
	return k, k.Run()
}

// casVoisins gives the neighbours of the examples on which both computations
// agree.
func casVoisins(t *testing.T, p *parametre.Table, exs []exemple, n int) []schema.Case {
	d := dossier.NewCalculateur(p)
	var cas []schema.Case
	for _, x := range voisins(t, exs, n) {
		if k, ok := contreCalcul(d, x.nom, x.empreinte, x.cas.Connu()); ok {
			cas = append(cas, k)
		}
	}
	t.Logf("%d voisins sur %d", len(cas), n*len(exs))
	return cas
}

// casCertains gives the examples of which something is not known: what their
// calendar settles must be the truth.
func casCertains(t *testing.T, p *parametre.Table, exs []exemple, un int) []schema.Case {
	d := dossier.NewCalculateur(p)
	var cas []schema.Case
	os := casOublies(t, p, exs, un)
	for _, x := range os {
		k := schema.Case{Name: x.nom, Print: x.empreinte, Run: func() bool {
			jours, manques, err := calendrier(d, x.cas)
			return err == nil && compatible(jours, manques, x.vrais)
		}}
		if k.Run() {
			cas = append(cas, k)
		}
	}
	t.Logf("%d oublis sur %d", len(cas), len(os))
	return cas
}
