package maladie

import (
	"slices"
	"testing"

	"accord/droit"
	v "accord/valeur"
)

// arrets writes which arrêt governs each day of one line: the last letter of its identifier.
func arrets(cas *droit.Cas, r *droit.Resultat, activite int) string {
	var s []byte
	for i := range r.Jours {
		if j := &r.Jours[i]; j.Activite == activite {
			id := cas.Arrets[j.Arret].ID
			s = append(s, id[len(id)-1])
		}
	}
	return string(s)
}

func prescrit(le string, a droit.Arret) droit.Arret {
	a.PrescritLe = jour(le)
	return a
}

// A return to work ends what is prescribed; a new prescription stands alone, and nothing
// that the former one still covered comes back after it. One prescription written in two
// pieces is ended whole.
func TestPrescriptionsEtReprises(t *testing.T) {
	ini, pro := droit.Initial, droit.Prolongation
	type a = droit.Arret
	for _, c := range []struct {
		nom, veut, de string
		reprises      []string
		arrets        []a
	}{
		{"l'ancienne allait au-delà de la nouvelle", "cccPPPPPTTTTTTcccPP", "AAAAAAAAAAAAAABBBBB", []string{"2026-03-10"},
			[]a{arret("A", "2026-03-02", "2026-03-31", ini), arret("B", "2026-03-16", "2026-03-20", ini)}},
		{"la nouvelle commence le jour du retour", "cccPPPPPcccPPPP", "AAAAAAAABBBBBBB", []string{"2026-03-10"},
			[]a{arret("A", "2026-03-02", "2026-03-31", ini), arret("B", "2026-03-10", "2026-03-16", ini)}},
		{"le lendemain du retour", "cccPPPPPTcccPPPP", "AAAAAAAAABBBBBBB", []string{"2026-03-10"},
			[]a{arret("A", "2026-03-02", "2026-03-31", ini), arret("B", "2026-03-11", "2026-03-17", ini)}},
		{"l'ancienne, la plus forte, finissait ce jour-là", "cccPPPPPTTTTTTcccPP", "AAAAAAAAAAAAAABBBBB", []string{"2026-03-10"},
			[]a{prescrit("2026-03-17", arret("A", "2026-03-02", "2026-03-16", ini)), arret("B", "2026-03-16", "2026-03-20", ini)}},
		{"le premier des retours", "cccPPPTTTTTTTT", "AAAAAAAAAAAAAA", []string{"2026-03-12", "2026-03-08"},
			[]a{arret("A", "2026-03-02", "2026-03-15", ini)}},
		{"une seule prescription en deux", "cccPTTTTTTTTTTTTTTT", "AAAAAAAAABBBBBBBBBB", []string{"2026-03-06"},
			[]a{arret("A", "2026-03-02", "2026-03-10", ini), prescrit("2026-03-02", arret("B", "2026-03-11", "2026-03-20", pro))}},
		{"un initial du même jour est un autre arrêt", "cccPTTTTTcccPPPPPPP", "AAAAAAAAABBBBBBBBBB", []string{"2026-03-06"},
			[]a{arret("A", "2026-03-02", "2026-03-10", ini), prescrit("2026-03-02", arret("B", "2026-03-11", "2026-03-20", ini))}},
		{"une prolongation un jour plus tard aussi", "cccPTTTTTcccPPPPPP", "AAAAAAAAABBBBBBBBB", []string{"2026-03-06"},
			[]a{arret("A", "2026-03-02", "2026-03-10", ini), prescrit("2026-03-02", arret("B", "2026-03-12", "2026-03-20", pro))}},
		{"ce qu'un autre médecin prescrit ce jour-là aussi", "cccPTTTTTRRRRRRRRRR", "AAAAAAAAABBBBBBBBBB", []string{"2026-03-06"},
			[]a{arret("A", "2026-03-02", "2026-03-10", ini), autre(prescrit("2026-03-02", arret("B", "2026-03-11", "2026-03-20", pro)))}},
		{"la plus récente vaut le jour commun", "cccPPPPPP", "AAAABBBBB", nil,
			[]a{arret("A", "2026-03-02", "2026-03-06", ini), prescrit("2026-03-03", arret("B", "2026-03-06", "2026-03-10", pro)), prescrit("2026-03-01", arret("C", "2026-03-10", "2026-03-10", pro))}},
		{"la plus récente tient ses jours entre deux autres", "cccPPPPPPPPPP", "AABBBBBBBBCCC", nil,
			[]a{prescrit("2026-03-01", arret("A", "2026-03-02", "2026-03-09", ini)), prescrit("2026-03-05", arret("B", "2026-03-04", "2026-03-11", ini)), prescrit("2026-03-02", arret("C", "2026-03-04", "2026-03-14", ini))}},
	} {
		cas := employe(c.arrets...)
		for _, le := range c.reprises {
			cas.Activites[0].Reprises = append(cas.Activites[0].Reprises, droit.Reprise{Le: jour(le), Motif: droit.RepriseNormale})
		}
		r := calculer(t, cas)
		if got, de := etats(r, 0), arrets(cas, r, 0); got != c.veut || de != c.de {
			t.Errorf("%s :\n%s %s, attendu\n%s %s", c.nom, got, de, c.veut, c.de)
		}
	}
}

// Nothing is prescribed to a person who has died; a death after the stop changes nothing.
func TestPrescriptionsEtDeces(t *testing.T) {
	for _, c := range []struct{ deces, veut string }{
		{"2026-03-01", ""}, {"2026-03-02", "c"}, {"2026-03-08", "cccPPPP"}, {"2026-03-15", "cccPPPPPPPPPPP"}, {"2026-04-20", "cccPPPPPPPPPPP"},
	} {
		cas := simple()
		cas.Assure.DecesLe = jour(c.deces)
		if got := etats(calculer(t, cas), 0); got != c.veut {
			t.Errorf("décès le %s : %s, attendu %s", c.deces, got, c.veut)
		}
	}
}

// Prescriptions come by first day, then the weakest first, however the case lists them.
func TestOrdreDesPrescriptions(t *testing.T) {
	cas := employe(prescrit("2026-03-03", arret("D", "2026-03-03", "2026-03-09", droit.Initial)),
		prescrit("2026-03-08", arret("B", "2026-03-02", "2026-03-07", droit.Initial)),
		prescrit("2026-03-01", arret("C", "2026-03-02", "2026-03-08", droit.Initial)),
		prescrit("2026-03-01", arret("A", "2026-03-02", "2026-03-09", droit.Initial)))
	var c Calcul
	c.preparer(cas, table, nil, new(droit.Resultat))
	if veut := []int{3, 2, 1, 0}; !slices.Equal(c.arrets, veut) {
		t.Errorf("%v, attendu %v", c.arrets, veut)
	}
}

// Days that another benefit hands over stand for each régime as it hands them over,
// for a line as it names it; and the prescriptions of a line come by those days.
func TestJoursRendusParRegime(t *testing.T) {
	cas := employe(arret("A", "2026-03-02", "2026-03-31", droit.Initial), arret("B", "2026-03-10", "2026-03-12", droit.Initial))
	tns := droit.Activite{ID: "T1", Nature: droit.Independant, StatutTNS: droit.ArtisanCommercant, Debut: jour("2015-01-01")}
	second := cas.Activites[0]
	second.ID = "E2"
	cas.Activites = append(cas.Activites, tns, second)
	avant, apres, reste := entre("2026-03-02", "2026-03-05"), entre("2026-03-20", "2026-03-31"), entre("2026-03-25", "2026-03-31")
	type rendu = droit.Renvoi
	for _, x := range []struct {
		nom      string
		renvois  []rendu
		arret    int
		activite int
		veut     v.Periode
	}{
		{"rien de rendu", nil, 0, 0, entre("2026-03-02", "2026-03-31")},
		{"à un autre arrêt", []rendu{{Arret: 1, Lignes: []int{0}, Periode: apres}}, 0, 0, entre("2026-03-02", "2026-03-31")},
		{"à toutes les lignes", []rendu{{Arret: 0, Periode: apres}}, 0, 0, entre("2026-03-02", "2026-03-31")},
		{"au salarié", []rendu{{Lignes: []int{1}, Periode: avant}, {Lignes: []int{0}, Periode: apres}}, 0, 0, apres},
		{"à l'indépendant", []rendu{{Lignes: []int{1}, Periode: avant}, {Lignes: []int{0}, Periode: apres}}, 0, 1, avant},
		{"à l'autre emploi salarié", []rendu{{Lignes: []int{1}, Periode: avant}, {Lignes: []int{0}, Periode: apres}}, 0, 2, apres},
		{"à la ligne nommée d'abord", []rendu{{Lignes: []int{0}, Periode: apres}, {Lignes: []int{2}, Periode: reste}}, 0, 0, apres},
		{"à la ligne nommée enfin", []rendu{{Lignes: []int{0}, Periode: apres}, {Lignes: []int{2}, Periode: reste}}, 0, 2, reste},
	} {
		c := Calcul{Renvois: x.renvois}
		c.preparer(cas, table, nil, new(droit.Resultat))
		if got := c.joursDe(x.arret, x.activite); got != x.veut {
			t.Errorf("%s : %s, attendu %s", x.nom, got, x.veut)
		}
	}
	c := Calcul{Renvois: []rendu{{Lignes: []int{0}, Periode: apres}}}
	c.preparer(cas, table, nil, new(droit.Resultat))
	if got := c.ordreDe(0); !slices.Equal(got, []int{1, 0}) {
		t.Errorf("salarié : %v", got)
	}
	if got := c.ordreDe(1); !slices.Equal(got, []int{0, 1}) {
		t.Errorf("indépendant : %v", got)
	}
}
