package famille

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"accord/droit"
	"accord/internal/essai/valeurs"
	v "accord/valeur"
)

// plages writes the days of a leave as its dates decide them: «06-04 25 paye
// PAT-01»; those at the second rate end with a star.
func plages(g *conge) string {
	var s []string
	for _, x := range g.jalons {
		etoile := ""
		if x.second {
			etoile = "*"
		}
		s = append(s, fmt.Sprintf("%s %d %s %s%s", x.periode.Du.String()[5:], x.periode.Jours(), x.etat, x.regle, etoile))
	}
	return strings.Join(s, ", ")
}

// pere is a father whose child is born on Monday 1 June 2026: the leave of birth
// runs to the Wednesday, four days are taken at once from Thursday 4 June, and the
// leave has twenty-five days, to take before 2 December.
func pere(arrets ...droit.Arret) *droit.Cas {
	for i := range arrets {
		arrets[i].ID, arrets[i].Risque = fmt.Sprintf("P%d", i), droit.Paternite
	}
	ne := valeurs.Jour("2026-06-01")
	return &droit.Cas{Activites: []droit.Activite{salarie}, Arrets: arrets, Naissances: []droit.Naissance{{ID: "G1", PrevueLe: ne, AccouchementLe: ne, Enfants: 1, Rang: 1}}}
}

func du(du, au string) droit.Arret {
	return droit.Arret{Debut: valeurs.Jour("2026-" + du), Fin: valeurs.Jour("2026-" + au)}
}

// casPaternite is a leave and what its days are.
type casPaternite struct {
	nom    string
	arrets []droit.Arret
	change func(*droit.Cas)
	veut   []string
}

// What may be changed in the case of a father.
func travaille(a droit.Arret, le string) droit.Arret {
	a.DernierJourTravaille = valeurs.Jour("2026-" + le)
	return a
}

func ne(change func(*droit.Naissance)) func(*droit.Cas) {
	return func(c *droit.Cas) { change(&c.Naissances[0]) }
}

func repris(le string) func(*droit.Cas) {
	return func(c *droit.Cas) { c.Activites[0].Reprises = []droit.Reprise{{Le: valeurs.Jour("2026-" + le)}} }
}

func pris(jours int) func(*droit.Cas) {
	return ne(func(n *droit.Naissance) { n.JoursPaternitePris = jours })
}

func hopital(du, au string) func(*droit.Cas) {
	return ne(func(n *droit.Naissance) {
		n.EnfantHospitalise = []droit.Hospitalisation{{Periode: v.P(valeurs.Jour("2026-"+du), valeurs.Jour("2026-"+au)), Specialise: true}}
	})
}

func sansEmploi(c *droit.Cas) { c.Activites[0].Fin = valeurs.Jour("2026-05-01") }

func comme(a droit.Activite, change func(*droit.Cas)) func(*droit.Cas) {
	return func(c *droit.Cas) {
		c.Activites = []droit.Activite{a}
		change(c)
	}
}

func verifierPaternite(t *testing.T, xs []casPaternite) {
	t.Helper()
	for _, x := range xs {
		cas := pere(x.arrets...)
		if x.change != nil {
			x.change(cas)
		}
		var got []string
		for _, g := range prevoir(cas).conges {
			s := plages(g)
			for _, p := range g.avis {
				s += " (" + p.String() + ")"
			}
			for _, m := range g.manques {
				s += " [" + m.Code + "]"
			}
			got = append(got, s)
		}
		if !slices.Equal(got, x.veut) {
			t.Errorf("%s :\n%q, attendu\n%q", x.nom, got, x.veut)
		}
	}
}

// The periods of a paternity leave: what is taken at once, what touches, what is
// too many (L.331-8, D.1225-8).
func TestPeriodesDePaternite(t *testing.T) {
	verifierPaternite(t, []casPaternite{
		{"tout d'un coup", []droit.Arret{du("06-04", "06-29")}, nil, []string{"06-04 25 paye PAT-01, 06-29 1 epuise PAT-01"}},
		{"trois jours seulement", []droit.Arret{du("06-04", "06-06")}, nil, []string{"06-04 3 refuse PAT-02"}},
		{"repris après les quatre jours", []droit.Arret{du("06-04", "06-28")}, repris("06-08"), []string{"06-04 4 paye PAT-01, 06-08 21 travaille PAT-01"}},
		{"repris le quatrième jour", []droit.Arret{du("06-04", "06-28")}, repris("06-07"), []string{"06-04 3 refuse PAT-02, 06-07 22 travaille MAT-11"}},
		{"travaillé le premier des quatre jours", []droit.Arret{travaille(du("06-04", "06-28"), "06-04")}, nil, []string{"06-04 1 travaille PAT-02, 06-05 24 refuse PAT-02"}},
		{"travaillé le jour de la naissance", []droit.Arret{travaille(du("06-01", "06-28"), "06-01")}, nil, []string{"06-01 1 travaille PAT-01, 06-02 2 refuse PAT-01, 06-04 25 paye PAT-01"}},
		{"en deux arrêts qui se touchent", []droit.Arret{du("06-04", "06-07"), du("06-08", "06-10"), du("07-01", "07-05"), du("08-01", "08-05")}, nil,
			[]string{"06-04 4 paye PAT-01", "06-08 3 paye PAT-01", "07-01 5 paye PAT-01", "08-01 5 refuse PAT-03"}},
		{"qui se touchent plus loin", []droit.Arret{du("06-04", "06-10"), du("06-11", "06-13"), du("07-01", "07-05"), du("08-01", "08-05")}, nil,
			[]string{"06-04 7 paye PAT-01", "06-11 3 paye PAT-01", "07-01 5 paye PAT-01", "08-01 5 refuse PAT-03"}},
		{"trois arrêts qui se touchent", []droit.Arret{du("06-04", "06-07"), du("06-08", "06-10"), du("06-11", "06-13"), du("07-01", "07-05"), du("08-01", "08-05")}, nil,
			[]string{"06-04 4 paye PAT-01", "06-08 3 paye PAT-01", "06-11 3 paye PAT-01", "07-01 5 paye PAT-01", "08-01 5 refuse PAT-03"}},
		{"la troisième période, en deux arrêts, après une suite", []droit.Arret{du("06-04", "06-10"), du("07-01", "07-05"), du("08-01", "08-05"), du("08-06", "08-10")}, nil,
			[]string{"06-04 7 paye PAT-01", "07-01 5 paye PAT-01", "08-01 5 refuse PAT-03", "08-06 5 refuse PAT-03"}},
		{"un jour entre eux", []droit.Arret{du("06-04", "06-10"), du("06-12", "06-14")}, nil, []string{"06-04 7 paye PAT-01", "06-12 3 refuse PAT-03"}},
		{"la troisième période, en deux arrêts", []droit.Arret{du("06-04", "06-07"), du("07-01", "07-05"), du("08-01", "08-05"), du("09-01", "09-05"), du("09-06", "09-10")}, nil,
			[]string{"06-04 4 paye PAT-01", "07-01 5 paye PAT-01", "08-01 5 paye PAT-01", "09-01 5 refuse PAT-03", "09-06 5 refuse PAT-03"}},
		{"la période reprise le jour même", []droit.Arret{du("06-04", "06-07"), du("07-01", "07-10")}, repris("07-01"), []string{"06-04 4 paye PAT-01", "07-01 10 paye PAT-01"}},
	})
}

// The days of a paternity leave: in hospital, already taken, perhaps more, on both
// sides of six months (L.331-8, D.1225-8; D.623-2 for an independent).
func TestJoursDePaternite(t *testing.T) {
	verifierPaternite(t, []casPaternite{
		{"le dernier des quatre jours à part, à l'hôpital", []droit.Arret{du("06-04", "06-06"), du("06-07", "06-28")}, hopital("06-01", "06-20"),
			[]string{"06-04 3 paye PAT-01", "06-07 1 paye PAT-01, 06-08 13 paye PAT-04, 06-21 8 paye PAT-01"}},
		{"à l'hôpital jusqu'au cinquième jour", []droit.Arret{du("06-04", "06-30")}, hopital("06-01", "06-08"), []string{"06-04 4 paye PAT-01, 06-08 1 paye PAT-04, 06-09 21 paye PAT-01, 06-30 1 epuise PAT-01"}},
		{"à l'hôpital jusqu'au quatrième jour", []droit.Arret{du("06-04", "06-28")}, hopital("06-01", "06-07"), []string{"06-04 25 paye PAT-01"}},
		{"à l'hôpital dès le cinquième jour", []droit.Arret{du("06-04", "06-30")}, hopital("06-08", "06-09"), []string{"06-04 4 paye PAT-01, 06-08 2 paye PAT-04, 06-10 21 paye PAT-01"}},
		{"à l'hôpital dès le sixième jour", []droit.Arret{du("06-04", "06-28")}, hopital("06-09", "06-20"), []string{"06-04 25 paye PAT-01"}},
		{"repris pendant l'hôpital", []droit.Arret{du("06-04", "06-28")}, func(c *droit.Cas) {
			hopital("06-01", "06-20")(c)
			repris("06-15")(c)
		}, []string{"06-04 4 paye PAT-01, 06-08 7 paye PAT-04, 06-15 14 travaille PAT-01"}},
		{"indépendant, à l'hôpital", []droit.Arret{du("06-01", "06-26")}, comme(independant, hopital("06-01", "06-20")), []string{"06-01 7 paye PAT-01, 06-08 13 paye PAT-04, 06-21 6 paye PAT-01 (AUT-U-28)"}},
		{"sans emploi", []droit.Arret{du("05-30", "06-25")}, sansEmploi, []string{"05-30 2 refuse PAT-01, 06-01 25 paye PAT-01"}},
		{"quatre jours déjà pris ailleurs", []droit.Arret{du("06-01", "06-22")}, pris(4), []string{"06-01 21 paye PAT-01, 06-22 1 epuise PAT-01"}},
		{"un jour déjà pris", []droit.Arret{du("06-20", "07-14")}, pris(1), []string{"06-20 24 paye PAT-01, 07-14 1 epuise PAT-01"}},
		{"un seul jour reste, en une période trop courte", []droit.Arret{du("06-20", "06-22")}, pris(24), []string{"06-20 3 refuse PAT-03"}},
		{"rien ne reste", []droit.Arret{du("06-20", "06-22")}, pris(25), []string{"06-20 3 epuise PAT-01"}},
		{"rien ne reste, peut-être des jumeaux", []droit.Arret{du("06-20", "06-22")}, ne(func(n *droit.Naissance) { n.JoursPaternitePris, n.Enfants = 25, 0 }), []string{"06-20 3 refuse PAT-03"}},
		{"peut-être des jumeaux", []droit.Arret{du("06-04", "07-06")}, ne(func(n *droit.Naissance) { n.Enfants = 0 }), []string{"06-04 25 paye PAT-01, 06-29 7 attente PAT-01, 07-06 1 epuise PAT-01 [NOMBRE_ENFANTS]"}},
		{"à cheval sur les six mois", []droit.Arret{du("06-04", "06-07"), du("11-27", "12-03")}, nil, []string{"06-04 4 paye PAT-01", "11-27 5 paye PAT-01, 12-02 2 refuse PAT-03 (AUT-U-18)"}},
		{"jusqu'au dernier jour des six mois", []droit.Arret{du("06-04", "06-07"), du("11-27", "12-01")}, nil, []string{"06-04 4 paye PAT-01", "11-27 5 paye PAT-01"}},
		{"après les six mois", []droit.Arret{du("06-04", "06-07"), du("12-02", "12-08")}, nil, []string{"06-04 4 paye PAT-01", "12-02 7 refuse PAT-03"}},
		{"congé de naissance fini plus tard", []droit.Arret{du("06-04", "06-30")}, ne(func(n *droit.Naissance) { n.CongeNaissance = valeurs.Entre("2026-06-03", "2026-06-05") }),
			[]string{"06-04 2 refuse PAT-01, 06-06 25 paye PAT-01"}},
		{"naissance inconnue", []droit.Arret{{Naissance: "G9", Debut: valeurs.Jour("2026-06-04"), Fin: valeurs.Jour("2026-06-28")}}, nil, []string{"06-04 25 attente PAT-01 [DATE_ACCOUCHEMENT]"}},
	})
}
