package app

import (
	"testing"

	"accord/dossier"
	"accord/suivi"
	v "accord/valeur"
)

// deuxDossiers is a person with an arrêt in March and another one in May.
func deuxDossiers(actes ...dossier.Intervention) *Dossier {
	d := &Dossier{Personne: "P", Jour: v.NewJour(2026, 5, 20), Calcul: dossier.Calcul{
		Chaines: []dossier.Chaine{{Debut: v.NewJour(2026, 3, 2), Fin: v.NewJour(2026, 3, 15)}, {Debut: v.NewJour(2026, 5, 4), Fin: v.NewJour(2026, 5, 31)}},
	}}
	d.Calcul.Situation = &dossier.Situation{}
	for i := range actes {
		actes[i].Instant = int64(i)
	}
	d.Calcul.Situation.Interventions = actes
	return d
}

const mars, mai = "P-20260302", "P-20260504"

// An act stays with the dossier on which it was done, and what answers it goes
// with it, whatever the days of the answer.
func TestActesParDossier(t *testing.T) {
	de := func(numero, id string) dossier.Intervention {
		a := dossier.Intervention{ID: id, Nature: dossier.Reclamer}
		deuxDossiers().porter(&a, numero)
		return a
	}
	for _, c := range []struct {
		nom       string
		actes     []dossier.Intervention
		mars, mai int // open tasks
	}{
		{"sur le dossier de mars", []dossier.Intervention{de(mars, "a")}, 1, 0},
		{"sur celui de mai", []dossier.Intervention{de(mai, "a")}, 0, 1},
		{"sur la personne : le dossier en cours", []dossier.Intervention{de("", "a")}, 0, 1},
		{"un dossier dont le numéro a changé", []dossier.Intervention{{ID: "a", Nature: dossier.Reclamer, Periode: v.P(v.NewJour(2026, 3, 10), v.NewJour(2026, 3, 20))}}, 1, 0},
		{"des jours sans dossier : le plus proche", []dossier.Intervention{{ID: "a", Nature: dossier.Reclamer, Periode: v.P(v.NewJour(2026, 4, 10), v.NewJour(2026, 4, 11))}}, 1, 0},
		{"avant tout dossier : le premier", []dossier.Intervention{{ID: "a", Nature: dossier.Reclamer}}, 1, 0},
		{"la réponse suit sa question", []dossier.Intervention{de(mars, "a"), de(mai, "b"), {ID: "c", Nature: dossier.Repondre, Objet: "a", Periode: v.P(v.NewJour(2026, 5, 4), v.NewJour(2026, 5, 31))}}, 0, 1},
	} {
		ts, _ := deuxDossiers(c.actes...).taches()
		if n, m := len(suivi.Ouvertes(ts[mars])), len(suivi.Ouvertes(ts[mai])); n != c.mars || m != c.mai {
			t.Errorf("%s : %d tâches en mars, %d en mai", c.nom, n, m)
		}
	}
}

// Days that an act says by itself are kept; a person without dossier gives none.
func TestPorter(t *testing.T) {
	jours := v.P(v.NewJour(2026, 3, 5), v.NewJour(2026, 3, 6))
	a := dossier.Intervention{Periode: jours}
	if deuxDossiers().porter(&a, mai); a.Periode != jours {
		t.Errorf("%s", a.Periode)
	}
	b := dossier.Intervention{}
	sans := &Dossier{Personne: "P"}
	if sans.porter(&b, ""); !b.Periode.IsZero() {
		t.Errorf("%s", b.Periode)
	}
}

// Two acts of one instant are done one after the other.
func TestSuivreLesActes(t *testing.T) {
	d := deuxDossiers(dossier.Intervention{}, dossier.Intervention{}, dossier.Intervention{})
	for instant, veut := range map[int64]int64{0: 3, 2: 3, 3: 3, 9: 9} {
		a := dossier.Intervention{Instant: instant}
		if d.suivreLesActes(&a); a.Instant != veut {
			t.Errorf("instant %d : %d, attendu %d", instant, a.Instant, veut)
		}
	}
}
