package parametre

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	v "accord/valeur"
)

func charger(t testing.TB) *Table {
	t.Helper()
	p, err := Charger()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func jour(s string) v.Jour {
	j, err := v.ParseJour(s)
	if err != nil {
		panic(err)
	}
	return j
}

// Values as printed by the texts that fix them, on the first and last day of
// each, and at the ends of what is known.
func TestValeurs(t *testing.T) {
	p := charger(t)
	for _, c := range []struct {
		code Code
		le   string
		vaut string // "" : unknown
	}{
		{SmicHoraire, "2013-01-01", "9.43"}, {SmicHoraire, "2018-06-30", "9.88"}, {SmicHoraire, "2022-04-30", "10.57"}, {SmicHoraire, "2022-05-01", "10.85"},
		{SmicHoraire, "2026-05-31", "12.02"}, {SmicHoraire, "2026-06-01", "12.31"}, {SmicHoraire, "2026-12-31", "12.31"}, {SmicHoraire, "2027-01-01", ""},
		{SmicMensuel, "2021-12-31", "1589.47"}, {SmicMensuel, "2025-03-31", "1801.80"}, {SmicMensuel, "2026-12-31", "1867.02"}, {SmicMensuel, "2011-12-31", ""},
		{PASS, "2019-07-01", "40524.00"}, {PASS, "2026-12-31", "48060.00"}, {PASS, "2027-01-01", ""}, {PMSS, "2025-01-01", "3925.00"},
		{PlafondSmic, "2025-03-31", "1.80"}, {PlafondSmic, "2025-04-01", "1.40"}, {CSG, "2030-01-01", "6.20"},
		{EcartMax, "2024-08-31", "0.00"}, {EcartMax, "2024-09-01", "2.00"}, {Formulaire, "2025-08-31", "1.00"}, {Formulaire, "2025-09-01", "2.00"},
		{TNSNeutralisation2020, "2023-12-31", "1.00"}, {TNSNeutralisation2020, "2024-01-01", "0.00"},
	} {
		f, err := p.Valeur(c.code, jour(c.le))
		if c.vaut == "" {
			var m *ManquantError
			if !errors.As(err, &m) {
				t.Errorf("%s au %s : %s, une valeur inconnue était attendue", c.code, c.le, f)
			}
			continue
		}
		if err != nil || f.Exacte() != c.vaut {
			t.Errorf("%s au %s : %s (%v), attendu %s", c.code, c.le, f.Exacte(), err, c.vaut)
		}
	}
}

func TestManquantSeNomme(t *testing.T) {
	_, err := charger(t).Centimes(SmicMensuel, jour("2027-01-31"))
	if err == nil || err.Error() != "PARAMETRE_MANQUANT: SMIC 2027" {
		t.Errorf("%v", err)
	}
	_, err = charger(t).Valeur(PASS, jour("2027-03-01"))
	if err == nil || err.Error() != "PARAMETRE_MANQUANT: PASS 2027" {
		t.Errorf("%v", err)
	}
}

// The monthly SMIC of each text is hourly × 35 × 52 / 12, and the PASS is twelve PMSS.
func TestCoherence(t *testing.T) {
	p := charger(t)
	horaires, mensuels := p.Historique(SmicHoraire), p.Historique(SmicMensuel)
	if len(horaires) != len(mensuels) {
		t.Fatal("séries du SMIC de longueurs différentes")
	}
	for i, h := range horaires {
		if got := h.Valeur.Fois(v.F(35*52, 12)).Centimes(v.DemiSuperieur); h.Du != mensuels[i].Du || got.Fraction().Cmp(mensuels[i].Valeur) != 0 {
			t.Errorf("SMIC du %s : %s par mois, calculé %s", h.Du, mensuels[i].Texte, got)
		}
	}
	for i, a := range p.Historique(PASS) {
		if m := p.Historique(PMSS)[i]; m.Du != a.Du || m.Valeur.Fois(v.F(12, 1)).Cmp(a.Valeur) != 0 {
			t.Errorf("plafond du %s : %s et %s", a.Du, a.Texte, m.Texte)
		}
	}
}

func TestModifier(t *testing.T) {
	p := charger(t)
	for i, l := range p.Lignes() {
		if l.Code == CarenceJours {
			l.Valeur = v.F(7, 1)
			q, err := p.Modifier(i, l)
			if err != nil {
				t.Fatal(err)
			}
			avant, _ := p.Entier(CarenceJours, jour("2026-01-01"))
			apres, _ := q.Entier(CarenceJours, jour("2026-01-01"))
			if avant != 3 || apres != 7 {
				t.Errorf("carence %d puis %d", avant, apres)
			}
		}
	}
	q, err := p.Ajouter(Ligne{Code: PASS, Valeur: v.F(49000, 1), Du: jour("2027-01-01"), Source: "essai"})
	if err != nil {
		t.Fatal(err)
	}
	if n, err := q.Centimes(PASS, jour("2027-06-01")); err != nil || n != 4900000 {
		t.Errorf("PASS 2027 : %d %v", n, err)
	}
	if _, err := p.Valeur(PASS, jour("2027-06-01")); err == nil {
		t.Error("la table d'origine a changé")
	}
}

func TestRechercheSansAllocation(t *testing.T) {
	p, j := charger(t), jour("2026-03-02")
	if n := testing.AllocsPerRun(100, func() { p.Valeur(SmicMensuel, j); p.Centimes(CSG, j); p.Entier(MaxIJ, j) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

// Each fault of a data file is refused, where it stands.
func TestFautes(t *testing.T) {
	copie := func() fstest.MapFS {
		m := fstest.MapFS{}
		es, _ := donnees.ReadDir("donnees")
		for _, e := range es {
			b, _ := donnees.ReadFile("donnees/" + e.Name())
			m[e.Name()] = &fstest.MapFile{Data: b}
		}
		return m
	}
	for _, c := range []struct{ fichier, de, a, dit string }{
		{"duree.csv", "MAX_IJ;360;", "MAX_IJ;360 jours;", "nombre décimal attendu"},
		{"duree.csv", "MAX_IJ;360;", "MAX_IJ;360;01/01/2000", "n'est pas une date"},
		{"duree.csv", "MAX_IJ;360;", "MAXIMUM;360;", "«MAXIMUM» inconnu"},
		{"duree.csv", "code;valeur", "valeur;code", "en-tête"},
		{"carence.csv", "EXO_IMG;1;2024-07-01", "EXO_FAUSSE_COUCHE;1;2024-01-01", "deux fois"},
		{"indemnite.csv", "PLAFOND_SMIC;1.4;2025-04-01", "PLAFOND_SMIC;1.4;", "pas de date de début"},
		{"independants.csv", "TNS_NEUTRALISATION_2020;0;2024-01-01", "TNS_NEUTRALISATION_2020;0;2021-01-01", "ordre des dates"},
		{"independants.csv", "TNS_NEUTRALISATION_2020;0;2024-01-01", "TNS_NEUTRALISATION_2020;0;2024-02-01", "n'a pas de valeur entre"},
		{"independants.csv", "TNS_NEUTRALISATION_2020;0;2024-01-01", "TNS_NEUTRALISATION_2020;0;2023-12-01", "deux valeurs"},
		{"duree.csv", "Article R.323-2 (LEGIARTI000043356761)", "", "la source manque"},
		{"lectures.csv", "MAL-U-18;signalement", "MAL-U-18;", "MAL-U-18"},
		{"regles.csv", "MAL-NET-02;", "MAL-NET-01;", "déjà décrite"},
	} {
		m := copie()
		avant := string(m[c.fichier].Data)
		m[c.fichier] = &fstest.MapFile{Data: []byte(strings.Replace(avant, c.de, c.a, 1))}
		if !strings.Contains(avant, c.de) {
			t.Errorf("%s ne contient pas %q", c.fichier, c.de)
		}
		if _, err := Lire(m); err == nil || !strings.Contains(err.Error(), c.dit) {
			t.Errorf("%s avec %q : %v, %q attendu", c.fichier, c.a, err, c.dit)
		}
	}
	m := copie()
	m["duree.csv"] = &fstest.MapFile{Data: []byte("code;valeur;du;au;source;jo;vrai_encore_le\n")}
	if _, err := Lire(m); err == nil || !strings.Contains(err.Error(), "MAX_IJ : aucune valeur") {
		t.Errorf("fichier vidé : %v", err)
	}
}

func TestAgeLegal(t *testing.T) {
	p := charger(t)
	for _, c := range []struct{ pension, ne, ageLe string }{
		{"2026-01-01", "1960-05-05", "2022-05-05"}, {"2026-01-01", "1963-06-01", "2026-03-01"}, {"2026-08-31", "1968-01-01", "2032-01-01"},
		{"2026-09-01", "1964-12-31", "2027-09-30"}, {"2026-09-01", "1965-04-01", "2028-04-01"}, {"2027-01-01", "1968-12-31", "2032-09-30"}, {"2023-08-31", "1962-02-01", "2024-02-01"},
	} {
		if got := p.AgeLegal(jour(c.pension), jour(c.ne)); got != jour(c.ageLe) {
			t.Errorf("né le %s, pension du %s : âge légal le %s, attendu %s", c.ne, c.pension, got, c.ageLe)
		}
	}
}

func TestLecturesEtRegles(t *testing.T) {
	p := charger(t)
	if l := p.Lecture(U18); l.Point != "MAL-U-18" || !l.Admet("refus") || l.Admet("autre") {
		t.Errorf("%+v", l)
	}
	if r, ok := p.Regle("MAL-BAS-04"); !ok || r.Article != "R.323-5" {
		t.Errorf("%+v", r)
	}
}

func BenchmarkValeur(b *testing.B) {
	p, j := charger(b), jour("2026-03-02")
	b.ReportAllocs()
	for b.Loop() {
		p.Valeur(SmicMensuel, j)
	}
}
