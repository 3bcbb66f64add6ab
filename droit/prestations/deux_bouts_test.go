package prestations

import (
	"slices"
	"testing"

	"accord/droit"
	v "accord/valeur"
)

// deuxBouts is a disease declared more than two years after its first days of stop, and
// consolidated in it: both ends of the stop are days of sickness (L.461-1, R.433-17).
func deuxBouts(avant ...droit.Arret) *droit.Cas {
	e := droit.Activite{ID: "E1", Nature: droit.Salarie, Contrat: droit.CDI, Debut: v.NewJour(2010, 1, 1), Paie: droit.Mensuelle}
	for m := v.NewJour(2023, 1, 1); m < v.NewJour(2024, 2, 1); m = m.AjouterMois(1) { // February is missing
		e.Salaires = append(e.Salaires, droit.Salaire{Periode: v.P(m, m.FinMois()), Brut: v.Connu(v.Centimes(240000)), Heures: v.Connu(v.Centiemes(15167))})
	}
	du := v.NewJour(2024, 3, 2)
	return &droit.Cas{ID: "bouts", ConnuAu: v.NewJour(2026, 11, 23), Assure: droit.Assure{Naissance: v.NewJour(1985, 3, 2), AffilieDepuis: v.NewJour(2008, 9, 1), TauxPAS: v.Connu(v.Centiemes(0))},
		Activites: []droit.Activite{e},
		Sinistres: []droit.Sinistre{{ID: "S1", Risque: droit.MaladiePro, ConstatationLe: du, DeclareLe: v.NewJour(2026, 3, 6)}},
		Arrets: append(avant, droit.Arret{ID: "A9", Risque: droit.MaladiePro, Nature: droit.Initial, Sinistre: "S1", Debut: du, Fin: du + 18,
			PrescritLe: du, RecuLe: du, Canal: droit.Electronique, Prescripteur: droit.MedecinTraitant}),
		Decisions: []droit.Decision{{Nature: droit.Reconnaissance, Sinistre: "S1", Le: v.NewJour(2026, 7, 1)}, {Nature: droit.Consolidation, Sinistre: "S1", Le: du + 13}}}
}

// Days, rights, bases and needs of both ends name the arrêt of the case, whatever case
// the same memory computed before.
func TestDeuxBoutsAuMemeArret(t *testing.T) {
	c, r := new(Calcul), new(droit.Resultat)
	if err := c.Calculer(deuxBouts(), table, nil, r); err != nil {
		t.Fatal(err)
	}
	ancien := droit.Arret{ID: "A1", Risque: droit.Maladie, Nature: droit.Initial, Debut: v.NewJour(2023, 9, 4), Fin: v.NewJour(2023, 9, 10), Canal: droit.Electronique}
	cas := deuxBouts(ancien)
	r.Vider()
	if err := c.Calculer(cas, table, nil, r); err != nil {
		t.Fatal(err)
	}
	var risques []droit.Risque
	for _, j := range r.Jours[7:] {
		if j.Arret != 1 || j.Chaine != 1 {
			t.Errorf("%s %s : arrêt %d, chaîne %d", j.Date, j.Risque, j.Arret, j.Chaine)
		}
		risques = append(risques, j.Risque)
	}
	if veut := slices.Concat(slices.Repeat([]droit.Risque{droit.Maladie}, 4), slices.Repeat([]droit.Risque{droit.MaladiePro}, 10), slices.Repeat([]droit.Risque{droit.Maladie}, 5)); !slices.Equal(risques, veut) {
		t.Errorf("%v", risques)
	}
	var droits, bases, besoins []int
	for i := range r.Droits {
		droits = append(droits, r.Droits[i].Arret)
	}
	for i := range r.Bases {
		bases = append(bases, r.Bases[i].Arret)
	}
	for _, b := range c.Besoins() {
		besoins = append(besoins, b.Arret)
	}
	if !slices.Equal(droits, []int{0, 1, 1, 1}) || !slices.Equal(bases, []int{0, 1, 1, 1}) || !slices.Equal(besoins, []int{1, 1}) {
		t.Errorf("droits %v, bases %v, besoins %v", droits, bases, besoins)
	}
}

// The second end alone is an arrêt beyond those of the case: not what another arrêt hands
// over, nor what both régimes do, nor what is handed over twice.
func TestArretsConfies(t *testing.T) {
	jours := func(vue *droit.Cas) (ps []v.Periode) {
		for i := range vue.Arrets {
			ps = append(ps, vue.Arrets[i].Periode())
		}
		return ps
	}
	confier := func(cas *droit.Cas) (*Calcul, []v.Periode) {
		c := new(Calcul)
		c.famille.Prevoir(cas, table)
		return c, jours(c.confier(cas, table))
	}
	bouts := deuxBouts(droit.Arret{ID: "A1", Risque: droit.Maladie, Debut: v.NewJour(2023, 9, 4), Fin: v.NewJour(2023, 9, 10)})
	du := bouts.Arrets[1].Debut
	c, got := confier(bouts)
	if veut := []v.Periode{bouts.Arrets[0].Periode(), v.P(du, du+3), v.P(du+14, du+18)}; !slices.Equal(got, veut) || c.maladie.Renvois[0].Arret != 1 || c.maladie.Renvois[1].Arret != 2 {
		t.Errorf("deux bouts : %v %+v", got, c.maladie.Renvois)
	}
	autre := bouts.Arrets[1]
	autre.ID, autre.Debut, autre.Fin = "A2", du+30, du+40
	bouts.Arrets[0], bouts.Sinistres[0].DeclareLe = autre, du
	if _, got := confier(bouts); !slices.Equal(got, []v.Periode{autre.Periode(), v.P(du+14, du+18)}) {
		t.Errorf("les fins de deux arrêts : %v", got)
	}
	repos := deuxRegimes()
	debut := repos.Naissances[0].PrevueLe - 42
	repos.Arrets[0].Debut, repos.Arrets[0].Fin = debut-20, debut+19
	repos.Arrets = append(repos.Arrets, droit.Arret{ID: "M1", Risque: droit.Maternite, Naissance: "G1", Debut: debut, Fin: debut + 111, Activites: []string{"E1"}})
	if _, got := confier(repos); !slices.Equal(got, []v.Periode{v.P(debut-6, debut+19), repos.Arrets[1].Periode()}) {
		t.Errorf("un repos de deux régimes : %v", got)
	}
	suite := deuxRegimes()
	suite.Activites = suite.Activites[:1]
	conge := repos.Arrets[1]
	redit := conge
	redit.ID, redit.Naissance = "M2", "G2"
	autreNee := suite.Naissances[0]
	autreNee.ID = "G2"
	suite.Naissances = append(suite.Naissances, autreNee)
	suite.Arrets = []droit.Arret{conge, redit, {ID: "P2", Risque: droit.Maladie, Debut: conge.Fin + 1, Fin: conge.Fin + 10}}
	if c, got := confier(suite); len(got) != 3 || len(c.maladie.Renvois) != 2 {
		t.Errorf("une suite de deux congés : %v %+v", got, c.maladie.Renvois)
	}
}
