package calcul

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"accord/droit"
	v "accord/valeur"
)

func expliquer(t *testing.T, cas *droit.Cas, res *droit.Resultat) string {
	t.Helper()
	var b bytes.Buffer
	if err := Expliquer(&b, cas, res); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestExpliquer(t *testing.T) {
	cas, _, err := Read(fixture(t, "ordinaire.cas.json"))
	if err != nil {
		t.Fatal(err)
	}
	comparer(t, "ordinaire.txt", []byte(expliquer(t, cas, resultatOrdinaire())))
}

func TestExpliquerRiche(t *testing.T) {
	cas, _, err := Read(fixture(t, "complet.cas.json"))
	if err != nil {
		t.Fatal(err)
	}
	comparer(t, "riche.txt", []byte(expliquer(t, cas, resultatRiche())))
}

// Nothing goes beyond 80 columns but a single word that is longer, no control
// character reaches the terminal, no line ends with a space.
func TestExpliquerTientDansLaPage(t *testing.T) {
	cas, _, err := Read(fixture(t, "complet.cas.json"))
	if err != nil {
		t.Fatal(err)
	}
	cas.ID = "\x1b[31m" + strings.Repeat("très long ", 30)
	for _, res := range []*droit.Resultat{resultatOrdinaire(), resultatRiche(), {}} {
		res.Avis = append(res.Avis, droit.Avis{Code: "X", Phrase: strings.Repeat("mot ", 100) + "\x07\n"})
		texte := expliquer(t, cas, res)
		if !utf8.ValidString(texte) {
			t.Error("pas de l'UTF-8")
		}
		for ligne := range strings.Lines(texte) {
			ligne = strings.TrimSuffix(ligne, "\n")
			if utf8.RuneCountInString(ligne) > largeur {
				t.Errorf("%d colonnes: %s", utf8.RuneCountInString(ligne), ligne)
			}
			if strings.ContainsFunc(ligne, unicode.IsControl) || strings.TrimRight(ligne, " ") != ligne {
				t.Errorf("%q", ligne)
			}
		}
	}
}

// A long stop over two lines: each has its calendar, every day of the result is
// on it once with its sign, and the legend names the signs used.
func TestCalendrier(t *testing.T) {
	cas, _, err := Read(fixture(t, "complet.cas.json"))
	if err != nil {
		t.Fatal(err)
	}
	res := &droit.Resultat{}
	debut := v.NewJour(2025, 11, 28)
	for i := range 200 {
		for ligne := range 2 {
			res.Jours = append(res.Jours, droit.JourCalcule{Date: debut + v.Jour(i), Activite: ligne, Risque: droit.Maladie, Etat: etats[i*len(etats)/200].etat})
		}
	}
	texte := expliquer(t, cas, res)
	for _, e := range etats {
		cases := regexp.MustCompile(`(?m)\d `+regexp.QuoteMeta(string(e.signe))+`( |$)`).FindAllString(texte, -1)
		if len(cases) != 40 {
			t.Errorf("état %s: %d signes %c", e.etat, len(cases), e.signe)
		}
		if !strings.Contains(texte, "  "+string(e.signe)+"  "+strings.ReplaceAll(e.nom, " :", "\u00a0:")+"\n") {
			t.Errorf("la légende n'explique pas %c", e.signe)
		}
	}
	for _, m := range []string{"novembre 2025", "décembre 2025", "janvier 2026", "juin 2026"} {
		if !strings.Contains(texte, "   "+m) {
			t.Errorf("il manque %s", m)
		}
	}
	if !strings.Contains(texte, "\nE1\u00a0: emploi salarié") || !strings.Contains(texte, "\nT1\u00a0: activité indépendante") {
		t.Error("les deux lignes ne sont pas titrées")
	}
}

// A sickness that falls inside a maternity leave: each benefit has one run of days,
// the day shows what is paid, and nothing is said of an amount that nobody is owed.
func TestUneIndemniteDansUneAutre(t *testing.T) {
	cas, _, err := Read(fixture(t, "complet.cas.json"))
	if err != nil {
		t.Fatal(err)
	}
	res := &droit.Resultat{
		Droits: []droit.Droit{{Ouvert: true, Regle: "AUT-OUV-01"}, {Arret: 1, Ouvert: true, Regle: "MAL-OUV-03"}},
		Bases:  []droit.Base{{Activites: []int{0}, IJ: 5323}, {Arret: 1, Activites: []int{0}, IJ: 3369}},
		Explication: []droit.Etape{
			{Regle: "FAM-04", Phrase: "L'indemnité journalière est de 53,23 €."},
			{Regle: "MAL-BAS-04", Phrase: "L'indemnité journalière est de 33,69 €.", Chaine: 1},
			{Regle: "MAL-CUM-01", Phrase: "Non payé, une autre indemnité est due.", Chaine: 1, Resultat: []droit.Champ{droit.C("etat", "non_cumul")}},
		},
	}
	for i := range 10 {
		j := v.NewJour(2026, 3, 2) + v.Jour(i)
		if i >= 3 && i < 7 {
			res.Jours = append(res.Jours, droit.JourCalcule{Date: j, Chaine: 1, Risque: droit.Maladie, Etat: droit.NonCumul, Regle: "MAL-CUM-01"})
		}
		res.Jours = append(res.Jours, droit.JourCalcule{Date: j, Risque: droit.Maternite, Etat: droit.Paye, IJ: 5323, Regle: "FAM-04"})
	}
	texte := strings.ReplaceAll(expliquer(t, cas, res), "\u00a0", " ")
	for _, attendu := range []string{
		"  - du 2 au 11 mars 2026 (10 jours) : maternité, indemnisés, 53,23 € par jour\n    (FAM-04).\n",
		"  - du 5 au 8 mars 2026 (4 jours) : maladie, couverts par une autre indemnité\n    (MAL-CUM-01).\n",
		"  2 €  3 €  4 €  5 €  6 €  7 €  8 €", "Non payé, une autre indemnité est due.",
	} {
		if !strings.Contains(texte, attendu) {
			t.Errorf("il manque «%s» dans :\n%s", attendu, texte)
		}
	}
	for _, inutile := range []string{"33,69 €", "MAL-OUV-03", "  A  couvert"} {
		if strings.Contains(texte, inutile) {
			t.Errorf("«%s» ne dit rien de ce qui est dû", inutile)
		}
	}
}

// The signs of the legend are all different, and every state has one.
func TestSignesDesEtats(t *testing.T) {
	signes := map[rune]droit.Etat{}
	for _, e := range etats {
		if autre, pris := signes[e.signe]; pris {
			t.Errorf("%c dit %s et %s", e.signe, e.etat, autre)
		}
		signes[e.signe] = e.etat
	}
	for _, mot := range listeEnum(t, "etat") {
		if etatDe(droit.Etat(mot)).signe == '*' {
			t.Errorf("l'état %s n'a pas de signe", mot)
		}
	}
}

// listeEnum gives the words of an enumeration of the day, in the result schema.
func listeEnum(t *testing.T, cle string) []string {
	t.Helper()
	doc := document(t, SchemaResultat()).(map[string]any)
	jour := doc["$defs"].(map[string]any)["jour"].(map[string]any)
	var mots []string
	for _, m := range jour["properties"].(map[string]any)[cle].(map[string]any)["enum"].([]any) {
		mots = append(mots, m.(string))
	}
	return mots
}

// Every code that a person reads has a French name.
func TestCodesNommes(t *testing.T) {
	for _, mot := range droit.Valeurs["risque"] {
		if _, ok := nomsRisque[droit.Risque(mot)]; !ok {
			t.Errorf("le risque %s n'est pas nommé", mot)
		}
	}
	for _, mot := range droit.Valeurs["prescripteur"] {
		if _, ok := nomsPrescripteur[droit.Prescripteur(mot)]; !ok {
			t.Errorf("le prescripteur %s n'est pas nommé", mot)
		}
	}
	for _, mot := range droit.Valeurs["nature_arret"] {
		if _, ok := nomsNatureArret[droit.NatureArret(mot)]; !ok {
			t.Errorf("la nature %s n'est pas nommée", mot)
		}
	}
	for _, mot := range droit.Valeurs["nature_activite"] {
		if _, ok := nomsNatureActivite[droit.NatureActivite(mot)]; !ok {
			t.Errorf("l'activité %s n'est pas nommée", mot)
		}
	}
	for _, mot := range droit.Valeurs["beneficiaire"] {
		if _, ok := nomsBeneficiaire[droit.Beneficiaire(mot)]; !ok {
			t.Errorf("le bénéficiaire %s n'est pas nommé", mot)
		}
	}
}

func TestPeriodeEnFrancais(t *testing.T) {
	j := v.NewJour
	for _, c := range []struct {
		p       v.Periode
		attendu string
	}{
		{v.P(j(2026, 4, 7), j(2026, 4, 20)), "du 7 au 20 avril 2026"},
		{v.P(j(2026, 3, 28), j(2026, 4, 1)), "du 28 mars au 1er avril 2026"},
		{v.P(j(2025, 12, 28), j(2026, 1, 3)), "du 28 décembre 2025 au 3 janvier 2026"},
		{v.P(j(2026, 4, 1), j(2026, 4, 1)), "le 1er avril 2026"},
		{v.P(j(2026, 4, 1), 0), "à partir du 1er avril 2026"},
	} {
		if obtenu := c.p.EnLettres(); obtenu != c.attendu {
			t.Errorf("%s, attendu %s", obtenu, c.attendu)
		}
	}
	for _, c := range [][2]string{{"2552.242", "2\u00a0552,242"}, {"0.00", "0,00"}, {"-1234567.5", "-1\u00a0234\u00a0567,5"}, {"100.00", "100,00"}} {
		if obtenu := decimalFrancais(c[0]); obtenu != c[1] {
			t.Errorf("%s: %q", c[0], obtenu)
		}
	}
}

// A number and its sign stay on one line; a text that has several arrêts names
// the one that each allowance begins with; what waits is not said to be refused.
func TestExpliquerComme(t *testing.T) {
	if got := mots("soit 5 397,53 € nets, 1 234 jours le 2 mars 2026"); !slices.Equal(got, []string{"soit", "5\u00a0397,53\u00a0€", "nets,", "1\u00a0234", "jours", "le", "2", "mars", "2026"}) {
		t.Errorf("%q", got)
	}
	if got := mots("2 552,24 €, puis 12 €."); !slices.Equal(got, []string{"2\u00a0552,24\u00a0€,", "puis", "12\u00a0€."}) {
		t.Errorf("%q", got)
	}
	cas := &droit.Cas{
		Activites: []droit.Activite{{ID: "E1", Nature: droit.Salarie}},
		Arrets:    []droit.Arret{{ID: "A1", Nature: droit.Initial}, {ID: "A2", Risque: droit.Maladie, Nature: droit.Prolongation, PrescritLe: v.NewJour(2026, 3, 2)}},
	}
	res := &droit.Resultat{
		Droits:      []droit.Droit{{Arret: 0, Regle: "MAL-OUV-03"}, {Arret: 1, Regle: "MAL-OUV-03"}},
		Bases:       []droit.Base{{Arret: 0, Activites: []int{0}, IJ: 3287}, {Arret: 1, Activites: []int{0}, IJ: 3287}},
		Manques:     []droit.Manque{{Code: "ATTESTATION_SALAIRE"}},
		Explication: []droit.Etape{{Phrase: "Étape."}},
		Jours: []droit.JourCalcule{
			{Date: v.NewJour(2026, 3, 2), Chaine: 0, Etat: droit.Attente, Regle: "MAL-OUV-03", IJ: 3287},
			{Date: v.NewJour(2026, 3, 9), Chaine: 1, Etat: droit.Refuse, Regle: "MAL-OUV-03"},
		},
	}
	texte := strings.ReplaceAll(expliquer(t, cas, res), "\n  ", " ")
	for _, dit := range []string{
		"- E1, à compter de l'arrêt A1 : on ne peut pas encore dire si le droit est ouvert (MAL-OUV-03).",
		"- E1, à compter de l'arrêt A2 : le droit n'est pas ouvert (MAL-OUV-03).",
		"- E1, à compter de l'arrêt A2 : 32,87 € par jour.",
		"- A2 : prolongation, maladie, prescrite le 2 mars 2026.",
		"- E1, à compter de l'arrêt A1 : au moins 32,87 € par jour.",
		"Des réponses sont attendues : ce calcul compte pour rien ce qui n'est pas connu,",
	} {
		if !strings.Contains(strings.ReplaceAll(texte, "\u00a0", " "), dit) {
			t.Errorf("«%s» n'est pas écrit :\n%s", dit, texte)
		}
	}
}
