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
	cas := casExemples(t, p)
	n := 20
	if os.Getenv(schema.Serving) != "" {
		n = 400
	}
	j, err := schema.NewJudge(append(cas, casTires(t, p, n)...))
	if err != nil {
		t.Fatal(err)
	}
	if os.Getenv(schema.Serving) != "" {
		if err := j.Serve(os.Stdin, os.Stdout); err != nil {
			t.Fatal(err)
		}
	}
}

// casExemples gives the worked examples.
func casExemples(t *testing.T, p *parametre.Table) []schema.Case {
	var cas []schema.Case
	for _, e := range lire(t, "*") {
		c, presentation, err := calcul.Read(e.Cas)
		if err != nil {
			t.Fatal(err)
		}
		q := supposer(t, p, e.Parametres)
		cas = append(cas, schema.Case{Name: e.ID, Run: func() bool {
			r, err := repondre(dossier.NewCalculateur(q), c, presentation)
			return err == nil && len(e.Attendu.comparer(r)) == 0
		}})
		if e.DemiSuperieur != "" {
			cas = append(cas, schema.Case{Name: e.ID + " au plus proche", Run: func() bool {
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
	for i := range 2 * n {
		nom, profil := "ordinaire", tirage.Ordinaire
		if i >= n {
			nom, profil = "tordu", tirage.Tordu
		}
		c := tirage.Numero(1, i%n, profil).Connu()
		contre, err := contrecalcul.Jours(c)
		if err != nil {
			t.Fatal(err)
		}
		run := func() bool {
			var r droit.Resultat
			return d.Calculer(c, false, &r) == nil && len(contrecalcul.Comparer(r.Jours, contre)) == 0
		}
		if run() {
			tires = append(tires, schema.Case{Name: nom + " " + strconv.Itoa(i%n), Run: run})
		}
	}
	return tires
}
