package app_test

import (
	"testing"

	"accord/app"
	"accord/clock"
	"accord/droit"
	v "accord/valeur"
)

// mondeDe is a caisse of a code.
func mondeDe(t *testing.T, code string, j v.Jour) *monde {
	t.Helper()
	h := clock.NewManual(j)
	return &monde{t: t, c: caisseAvec(t, ouvrirBase(t, t.TempDir()), h, func(c *app.Config) { c.Code = code }), h: h, banque: depot{}}
}

// Two days stand between an arrêt and its prolongation, one of which is 26 December: a
// holiday at a caisse of Alsace-Moselle, or for who lives there as her employer says.
// The prolongation follows there; elsewhere it is another arrêt, with a carence of its own.
func TestJourFerieDeLaPersonne(t *testing.T) {
	noel, suite := v.NewJour(2023, 12, 25), v.NewJour(2023, 12, 28) // Tuesday and Wednesday between
	for _, c := range []struct {
		caisse, habite string
		ouvre          bool // the 26th is a working day for her
	}{
		{"441", "", true}, {"441", "44000", true}, {"671", "", false}, {"441", "67000", false}, {"671", "44000", true}, {"971", "", true},
	} {
		m := mondeDe(t, c.caisse, suite+20)
		m.recevoir(unAvis(invente(0), noel-9, noel, siretInvente(0)))
		m.recevoir(avisDeNature(droit.Prolongation, invente(0), suite, suite+9, siretInvente(0)))
		m.recevoir(uneAttestation(invente(0), siretInvente(0), noel-10, 2000_00, 1, mois(noel), nil))
		m.recevoir(unRIB(invente(0), compteInvente(0), noel, false))
		if c.habite != "" {
			if _, err := m.c.Recevoir(t.Context(), "s.dsn", unSignalementDe(invente(0), siretInvente(0), noel-9, c.habite)); err != nil {
				t.Fatal(err)
			}
		}
		vue := m.consulter(string(invente(0)))
		if got := vue.Calendrier.Ouvre(noel + 1); got != c.ouvre {
			t.Errorf("caisse %s, habite %q : le 26 décembre est ouvré : %v", c.caisse, c.habite, got)
		}
		carence := 0
		for _, d := range vue.Dus {
			if d.Etat == droit.Carence {
				carence++
			}
		}
		if (carence == 3) == c.ouvre {
			t.Errorf("caisse %s, habite %q : %d jours de carence", c.caisse, c.habite, carence)
		}
		m.prouver()
	}
}
