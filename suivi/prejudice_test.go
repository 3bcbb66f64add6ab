package suivi

import (
	"strings"
	"testing"

	"accord/droit"
	"accord/registre"
	v "accord/valeur"

	"pgregory.net/rapid"
)

// jours is a run of days of one line.
func jours(ligne string, du, n int, etat droit.Etat, ij v.Centimes, a registre.Destinataire) (ds []registre.Du) {
	for i := range n {
		ds = append(ds, registre.Du{Cle: registre.Cle{Jour: debut + v.Jour(du+i), Ligne: ligne, Risque: droit.Maladie}, Etat: etat, IJ: ij, Destinataire: a})
	}
	return ds
}

// Which days cause harm, and for how much each.
func TestImpayes(t *testing.T) {
	minimum := Minimum(debut)
	for _, c := range []struct {
		nom     string
		dus     []registre.Du
		verse   map[registre.Cle]v.Centimes
		attendu []Impaye
	}{
		{"dus", jours("A", 0, 3, droit.Paye, 3287, registre.Assure), nil, []Impaye{{debut, debut + 2, 3287}}},
		{"à l'employeur, dus de même", jours("A", 0, 3, droit.Paye, 3287, entreprise), nil, []Impaye{{debut, debut + 2, 3287}}},
		{"un jour payé au milieu", jours("A", 0, 3, droit.Paye, 3287, registre.Assure),
			map[registre.Cle]v.Centimes{{Jour: debut + 1, Ligne: "A", Risque: droit.Maladie}: 3287}, []Impaye{{debut, debut, 3287}, {debut + 2, debut + 2, 3287}}},
		{"un jour payé en partie", jours("A", 0, 1, droit.Paye, 3287, registre.Assure),
			map[registre.Cle]v.Centimes{{Jour: debut, Ligne: "A", Risque: droit.Maladie}: 3000}, []Impaye{{debut, debut, 287}}},
		{"payé en trop", jours("A", 0, 1, droit.Paye, 3287, registre.Assure), map[registre.Cle]v.Centimes{{Jour: debut, Ligne: "A", Risque: droit.Maladie}: 4000}, nil},
		{"attendus, certains en partie", jours("A", 0, 2, droit.Attente, 3000, registre.Assure), nil, []Impaye{{debut, debut + 1, 3000}}},
		{"attendus, rien de certain", jours("A", 0, 2, droit.Attente, 0, ""), nil, []Impaye{{debut, debut + 1, minimum}}},
		{"attendus, presque rien de certain", jours("A", 0, 2, droit.Attente, 5, registre.Assure), nil, []Impaye{{debut, debut + 1, minimum}}},
		{"attendus, ce qui est certain est payé en acompte", jours("A", 0, 1, droit.Attente, 3000, registre.Assure),
			map[registre.Cle]v.Centimes{{Jour: debut, Ligne: "A", Risque: droit.Maladie}: 3000}, nil},
		{"attendus par un employeur, rien de certain", jours("A", 0, 2, droit.Attente, 0, entreprise), nil, nil},
		{"carence, refus", append(jours("A", 0, 3, droit.Carence, 0, ""), jours("A", 3, 3, droit.Refuse, 0, "")...), nil, nil},
		{"deux activités", append(jours("A", 0, 2, droit.Paye, 100, registre.Assure), jours("B", 1, 2, droit.Paye, 100, registre.Assure)...), nil,
			[]Impaye{{debut, debut + 1, 100}, {debut + 1, debut + 2, 100}}},
	} {
		got := Impayes(c.dus, c.verse)
		if len(got) != len(c.attendu) {
			t.Errorf("%s : %v, attendu %v", c.nom, got, c.attendu)
			continue
		}
		for i := range got {
			if got[i] != c.attendu[i] {
				t.Errorf("%s : %v, attendu %v", c.nom, got, c.attendu)
			}
		}
	}
}

// Harm is what it says: for each day that is over, its amount × the days since.
func TestPrejudiceJourParJour(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		var is []Impaye
		for range rapid.IntRange(0, 4).Draw(r, "suites") {
			du := debut + v.Jour(rapid.IntRange(0, 30).Draw(r, "du"))
			is = append(is, Impaye{du, du + v.Jour(rapid.IntRange(0, 20).Draw(r, "durée")), v.Centimes(rapid.IntRange(1, 9000).Draw(r, "montant"))})
		}
		jour := debut + v.Jour(rapid.IntRange(-3, 60).Draw(r, "jour"))
		var attendu v.Centimes
		for _, i := range is {
			for j := i.Du; j <= i.Au && j < jour; j++ {
				attendu += i.Montant * v.Centimes(jour-j)
			}
		}
		if got := Prejudice(is, jour); got != attendu {
			r.Fatalf("%v au jour %d : %d, attendu %d", is, jour-debut, got, attendu)
		}
	})
}

// A row of the table holds from its date; before the first one of its code
// nothing is raised.
func TestPoidsDates(t *testing.T) {
	if a, b := Minimum(v.NewJour(2026, 3, 31)), Minimum(v.NewJour(2026, 4, 1)); a != 2155 || b != 2172 {
		t.Errorf("minimum d'un jour : %s puis %s (RSA : 646,52 puis 651,69 euros par mois)", a, b)
	}
	if p := poidsDe("expulsion", v.NewJour(2019, 12, 31)); p.Priorite != (Priorite{Pourcent: 100}) {
		t.Errorf("un poids vaut avant sa date : %+v", p)
	}
	if p := poidsDe("sans_ressources", debut); p.Rang(500) != 1001500 {
		t.Errorf("500 pèse %d", p.Rang(500))
	}
}

func TestTableMalEcrite(t *testing.T) {
	for _, ligne := range []string{"a;hier;1;1;x;y", "a;2026-01-01;x;1;x;y", "a;2026-01-01;1;x;x;y", "a;2026-01-01;1;1;;y", "a;2026-01-01;1;1;x;", "a;b"} {
		func() {
			defer func() {
				if e := recover(); e == nil || !strings.Contains(e.(string), "prejudice.csv") {
					t.Errorf("«%s» est lu : %v", ligne, e)
				}
			}()
			chargerPoids("code;depuis;poids;socle;dit;raison\n" + ligne)
		}()
	}
}
