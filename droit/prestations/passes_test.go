package prestations

import (
	"testing"

	"accord/droit"
	v "accord/valeur"
)

// deuxRegimes is a pregnant employee who works for herself too, put to rest for
// forty days before her leave.
func deuxRegimes() *droit.Cas {
	prevue := v.NewJour(2026, 6, 29)
	e := droit.Activite{ID: "E1", Nature: droit.Salarie, Contrat: droit.CDI, Debut: v.NewJour(2015, 1, 1), Paie: droit.Mensuelle}
	for m := v.NewJour(2025, 1, 1); m < v.NewJour(2026, 5, 1); m = m.AjouterMois(1) {
		e.Salaires = append(e.Salaires, droit.Salaire{Periode: v.P(m, m.FinMois()), Brut: v.Connu(v.Centimes(240000)), Heures: v.Connu(v.Centiemes(15167))})
	}
	t := droit.Activite{ID: "T1", Nature: droit.Independant, StatutTNS: droit.ArtisanCommercant, Debut: v.NewJour(2015, 1, 1)}
	for a := 2022; a < 2026; a++ {
		t.Revenus = append(t.Revenus, droit.Revenu{Annee: a, Montant: 2400000})
	}
	du := prevue - 42 - 50
	return &droit.Cas{ID: "deux", ConnuAu: prevue, Assure: droit.Assure{Naissance: v.NewJour(1990, 3, 2), AffilieDepuis: v.NewJour(2008, 9, 1), TauxPAS: v.Connu(v.Centiemes(0))},
		Activites:  []droit.Activite{e, t},
		Naissances: []droit.Naissance{{ID: "G1", PrevueLe: prevue, Enfants: 1, Rang: 1}},
		Arrets:     []droit.Arret{{ID: "P1", Risque: droit.Pathologique, Naissance: "G1", Debut: du, Fin: du + 39, PrescritLe: du, RecuLe: du, Canal: droit.Electronique}}}
}

// What an arrêt has beyond the rest of one régime is sickness for that régime
// alone, from a day of its own: each day of a line is told once.
func TestReposDeDeuxRegimes(t *testing.T) {
	cas, r := deuxRegimes(), new(droit.Resultat)
	if err := new(Calcul).Calculer(cas, table, nil, r); err != nil {
		t.Fatal(err)
	}
	du := cas.Arrets[0].Debut
	if len(r.Jours) != 80 {
		t.Fatalf("%d lignes pour 40 jours de deux activités", len(r.Jours))
	}
	for i := range r.Jours {
		j, rang := &r.Jours[i], int(r.Jours[i].Date-du)
		repos := map[int]int{0: 14, 1: 30}[j.Activite] // R.331-6 ; D.623-4
		risque := droit.Maladie
		if rang < repos {
			risque = droit.Pathologique
		}
		etat := droit.Paye
		if risque == droit.Maladie && rang < repos+3 {
			etat = droit.Carence
		}
		if j.Risque != risque || j.Etat != etat {
			t.Errorf("jour %d de %s : %s %s, attendu %s %s", rang+1, cas.Activites[j.Activite].ID, j.Risque, j.Etat, risque, etat)
		}
	}
}

// A rest that goes on beyond the leave is sickness before it and after it: on the
// days of the leave it is told once, beside the leave itself.
func TestReposAutourDuConge(t *testing.T) {
	cas, r := deuxRegimes(), new(droit.Resultat)
	debut, fin := cas.Naissances[0].PrevueLe-42, cas.Naissances[0].PrevueLe+69
	cas.Activites = cas.Activites[:1]
	cas.Arrets[0].Debut, cas.Arrets[0].Fin = debut-20, fin+10
	cas.Arrets = append(cas.Arrets, droit.Arret{ID: "M1", Risque: droit.Maternite, Naissance: "G1", Debut: debut, Fin: fin})
	if err := new(Calcul).Calculer(cas, table, nil, r); err != nil {
		t.Fatal(err)
	}
	type ligne struct {
		date  v.Jour
		arret int
	}
	vues := map[ligne]bool{}
	for _, j := range r.Jours {
		if vues[ligne{j.Date, j.Arret}] {
			t.Errorf("le %s est dit deux fois de l'arrêt %d", j.Date, j.Arret)
		}
		vues[ligne{j.Date, j.Arret}] = true
		if dans := j.Date >= debut && j.Date <= fin; dans && j.Arret == 0 && (j.Risque != droit.Pathologique || j.Etat != droit.NonCumul) || j.Date > fin && j.Risque != droit.Maladie {
			t.Errorf("%s : %s %s", j.Date, j.Risque, j.Etat)
		}
	}
	if len(vues) != 20+112+112+10 {
		t.Errorf("%d lignes", len(vues))
	}
}

// The régime that hands over its days last does not cut those of the other.
func TestReposFiniPourUnRegime(t *testing.T) {
	cas, r := deuxRegimes(), new(droit.Resultat)
	debut := cas.Naissances[0].PrevueLe - 42
	cas.Arrets[0].Debut, cas.Arrets[0].Fin = debut-40, debut+9
	cas.Arrets = append(cas.Arrets, droit.Arret{ID: "M1", Risque: droit.Maternite, Naissance: "G1", Debut: debut, Fin: debut + 111, Activites: []string{"T1"}})
	c := new(Calcul)
	if err := c.Calculer(cas, table, nil, r); err != nil {
		t.Fatal(err)
	}
	if vu := c.confier(cas, table).Arrets[0]; vu.Debut != debut-40+14 || vu.Fin != debut+9 {
		t.Errorf("la maladie lit un arrêt du %s au %s", vu.Debut, vu.Fin)
	}
	n := [2]int{}
	for _, j := range r.Jours {
		if j.Risque == droit.Maladie && j.Etat == droit.Paye {
			n[j.Activite]++
		}
	}
	if n != [2]int{50 - 14 - 3, 40 - 30 - 3} {
		t.Errorf("jours de maladie payés : %v", n)
	}
}

// However many times benefits are set against each other, each step is told once.
func TestEtapesDitesUneFois(t *testing.T) {
	cas := deuxRegimes()
	cas.Activites, cas.Assure.AffilieDepuis = cas.Activites[:1], v.NewJour(2026, 3, 1) // the right is closed: a second pass
	r, trace := new(droit.Resultat), new(droit.Trace)
	trace.Note(droit.Etape{Phrase: "D'un autre calcul."})
	if err := new(Calcul).Calculer(cas, table, trace, r); err != nil {
		t.Fatal(err)
	}
	vues := map[string]bool{}
	for _, e := range trace.Etapes {
		if vues[string(e.Regle)+e.Phrase] {
			t.Errorf("dit deux fois : %s", e.Phrase)
		}
		vues[string(e.Regle)+e.Phrase] = true
	}
	if len(vues) < 3 || vues["D'un autre calcul."] {
		t.Errorf("%v", vues)
	}
}

// What is told of a wage kept that is too low is what the employer would have been
// paid, all benefits together, had it been enough.
func TestIndemniteDuMaintien(t *testing.T) {
	cas := deuxRegimes()
	debut := cas.Naissances[0].PrevueLe - 42
	e2 := cas.Activites[0]
	e2.ID, e2.Salaires = "E2", nil
	for _, s := range cas.Activites[0].Salaires {
		s.Brut = v.Connu(v.Centimes(70100))
		e2.Salaires = append(e2.Salaires, s)
	}
	cas.Activites = []droit.Activite{cas.Activites[0], e2}
	cas.Arrets = []droit.Arret{{ID: "A1", Risque: droit.Maladie, Debut: debut - 30, Fin: debut - 1, PrescritLe: debut - 30, RecuLe: debut - 30, Canal: droit.Electronique},
		{ID: "M1", Risque: droit.Maternite, Naissance: "G1", Debut: debut, Fin: debut + 111}}
	periode := v.P(debut-30, debut+111)
	verse := func(maintenu v.Centimes) (string, v.Centimes) {
		cas.Activites[0].Subrogation = []droit.Subrogation{{Periode: periode, Maintien: droit.MaintienPartiel, Maintenu: v.Connu(maintenu)}}
		r, trace := new(droit.Resultat), new(droit.Trace)
		if err := new(Calcul).Calculer(cas, table, trace, r); err != nil {
			t.Fatal(err)
		}
		dit, somme := "", v.Centimes(0)
		for _, e := range trace.Etapes {
			if e.Regle == "MAL-SUB-01" && len(e.Resultat) == 2 {
				dit = e.Resultat[1].Valeur
			}
		}
		for _, j := range r.Jours {
			if j.Activite == 0 && j.Etat == droit.Paye && j.Beneficiaire == droit.EmployeurBeneficiaire {
				somme += j.IJ
			}
		}
		return dit, somme
	}
	dit, paye := verse(1000)
	_, somme := verse(9999999)
	if paye != 0 || somme == 0 || dit != somme.String() {
		t.Errorf("dit %s, et l'employeur recevrait %s", dit, somme)
	}
	if dit, paye := verse(somme - 1); paye != 0 || dit != somme.String() {
		t.Errorf("un centime de moins : dit %s, payé %s", dit, paye)
	}
	if dit, paye := verse(somme); paye != somme || dit != "" {
		t.Errorf("juste assez : dit %s, payé %s", dit, paye)
	}
}
