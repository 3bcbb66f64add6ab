package exemples

import (
	"testing"

	"accord/contrecalcul"
	"accord/dossier"
	"accord/droit"
	"accord/format/calcul"
	v "accord/valeur"
)

// The counter-calculation gives the days of the worked examples too: a dossier like
// one of them is not held. Left out: those that choose a reading or suppose a
// parameter, which it does not know, and the law of before 2022, whose figures it
// does not have.
func TestContreCalcul(t *testing.T) {
	d := dossier.NewCalculateur(charger(t))
	n := 0
	for _, e := range lire(t, "*") {
		c, _, err := calcul.Read(e.Cas)
		if err != nil {
			t.Fatal(err)
		}
		if c = c.Connu(); len(e.Parametres) > 0 || len(c.Options.Choix) > 0 || premierArret(c) < v.NewJour(2022, 1, 1) {
			continue
		}
		n++
		t.Run(e.ID, func(t *testing.T) {
			var r droit.Resultat
			if err := d.Calculer(c, false, &r); err != nil {
				t.Fatal(err)
			}
			contre, err := contrecalcul.Jours(c)
			if err != nil {
				t.Fatal(err)
			}
			for _, x := range contrecalcul.Comparer(r.Jours, contre) {
				t.Error(x)
			}
		})
	}
	if n < 950 {
		t.Errorf("%d exemples comparés seulement", n)
	}
}

// premierArret is the first day of the first stop of a case, or that of what a leave
// without dates follows.
func premierArret(c *droit.Cas) v.Jour {
	premier := v.Jour(1 << 30)
	noter := func(d v.Jour) {
		if d != 0 {
			premier = min(premier, d)
		}
	}
	for i := range c.Arrets {
		noter(c.Arrets[i].Debut)
	}
	for i := range c.Naissances {
		noter(c.Naissances[i].PrevueLe)
		noter(c.Naissances[i].AccouchementLe)
	}
	return premier
}
