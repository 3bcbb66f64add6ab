package dsn

import (
	"bytes"
	"reflect"
	"slices"
	"testing"
)

// Every rubric of the dictionary has a field, every field a rule, and every
// block of the code stands in the table of blocks: nothing is data for show.
func TestDictionnaireEtChampsSeRepondent(t *testing.T) {
	for version, g := range grammaires() {
		lues := map[Code]bool{}
		v := reflect.ValueOf(g).Elem()
		for i := range v.NumField() {
			s := v.Field(i)
			if s.Kind() != reflect.Slice {
				continue
			}
			for j := range s.Len() {
				lues[Code(s.Index(j).FieldByName("regle").Elem().FieldByName("code").Uint())] = true
			}
		}
		for code := range g.regles {
			if !lues[code] {
				t.Errorf("%d : la rubrique %v du dictionnaire n'a pas de champ", version, code)
			}
			if f := g.regles[code].format; f.max+len(g.regles[code].prefixe)+1 > longueurLigneMax {
				t.Errorf("%d : une valeur permise de %v ne tient pas dans une ligne", version, code)
			}
			if blocsNorme()[code.Bloc()] == nil || !estLu(code.Bloc()) {
				t.Errorf("%d : le bloc de %v n'est pas lu", version, code)
			}
		}
		if len(lues) != len(g.regles) || len(lues) < 130 {
			t.Errorf("%d : %d champs, %d règles", version, len(lues), len(g.regles))
		}
	}
	for _, b := range blocsLus {
		if blocsNorme()[b] == nil {
			t.Errorf("le bloc %v n'est pas dans la table des blocs", b)
		}
	}
}

// The lists that decide something, against the codes named in Go.
func TestListes(t *testing.T) {
	g := grammaires()[2601]
	for liste, codes := range map[Code][]string{
		codeVersion:         {"P25V01", "P26V01"},
		blocEnvoi + 5:       {"01", "02"},
		blocDeclaration + 2: {string(TypeNormale), string(TypeNormaleSansIndividu), string(TypeAnnuleRemplace), string(TypeAnnule), string(TypeAnnuleRemplaceSansIndividu)},
		blocArret + 4:       {"01", "02"},
		blocArret + 11:      {string(RepriseNormale), string(RepriseTPT), string(RepriseRaisonPersonnelle)},
		blocActivite + 1:    {string(ActiviteTravail), string(ActiviteAbsence)},
	} {
		if got := g.listes[liste].codes; !slices.Equal(got, codes) {
			t.Errorf("liste %v : %v, attendu %v", liste, got, codes)
		}
	}
	for code, connus := range map[Code][]string{
		blocDeclaration + 1: {string(NatureMensuelle), string(NatureArret), string(NatureReprise), string(NatureSubstitution)},
		blocArret + 1: {string(MotifMaladie), string(MotifMaternite), string(MotifPaternite), string(MotifTrajet), string(MotifMaladiePro),
			string(MotifAccident), string(MotifDispensee), string(MotifAdoption), string(MotifTPTMaladie), string(MotifTPTAccident),
			string(MotifTPTTrajet), string(MotifTPTMaladiePro), string(MotifDeuilEnfant), string(MotifAnnulation)},
		blocRemuneration + 11: {string(RemunerationBrute), string(RemunerationChomage), string(RemunerationRetablie), string(RemunerationSalaireBase)},
		blocActivite + 3:      {string(UniteHeure), string(UniteJournee), string(UniteForfaitJour), string(UniteForfaitHeure), string(UniteJourCalendaire)},
		codeRegimeMaladie:     {regimeGeneral},
	} {
		for _, c := range connus {
			if g.listes[code].libelles[c] == "" {
				t.Errorf("%v : le code %s n'est pas dans la liste", code, c)
			}
		}
	}
}

func TestVersions(t *testing.T) {
	base := fixture(t, "arret.dsn")
	de := func(version string) []byte {
		return bytes.Replace(base, []byte("'P26V01'"), []byte("'"+version+"'"), 1)
	}
	attendu, _ := Read(base)
	for version, phrase := range map[string]string{
		"P25V01": "",
		"P26V01": "",
		"P27V01": "Ligne 5, S10.G00.00.006 : norme postérieure à celles que l'on connaît : le fichier est lu avec la dernière.",
		"P25V02": "Ligne 5, S10.G00.00.006 : version de norme inconnue : le fichier est lu avec la précédente.",
		"P24V01": "Ligne 5, S10.G00.00.006 : norme antérieure à celles que l'on connaît : les anciens codes sont admis.",
		"2026":   "Ligne 5, S10.G00.00.006 : Version de la norme : « 2026 » trouvé, attendu : une version de norme, comme P26V01.",
	} {
		e, anomalies := Read(de(version))
		switch {
		case phrase == "" && len(anomalies) > 0, phrase != "" && (len(anomalies) != 1 || anomalies[0].Phrase != phrase || anomalies[0].Gravite != Signalee):
			t.Errorf("%s : %+v, attendu %q", version, anomalies, phrase)
		}
		if e.Version != version || !reflect.DeepEqual(nu(e).Declarations, nu(attendu).Declarations) {
			t.Errorf("%s : lu autrement que P26V01", version)
		}
	}
}

// Motive 08 was the therapeutic part-time of old versions; it is a mistake now.
func TestMotif08SelonLaVersion(t *testing.T) {
	data := changer(t, fixture(t, "arret.dsn"), "S21.G00.60.001,'01'", "S21.G00.60.001,'08'")
	e, anomalies := Read(data)
	if len(anomalies) != 1 || anomalies[0].Gravite != BlocEcarte || anomalies[0].Trouve != "08" || len(premier(e).Contrats[0].Arrets) != 0 {
		t.Errorf("P26V01 : %+v", anomalies)
	}
	e, anomalies = Read(bytes.Replace(data, []byte("P26V01"), []byte("P22V01"), 1))
	if a := premier(e).Contrats[0].Arrets; len(anomalies) != 1 || anomalies[0].Rubrique != "S10.G00.00.006" || len(a) != 1 || a[0].Motif != MotifTPTAncien {
		t.Errorf("P22V01 : %+v, %+v", anomalies, a)
	}
}

// 05.013 appeared in P26V01: before, it is an unknown rubric like any other.
func TestRubriqueSelonLaVersion(t *testing.T) {
	data := changer(t, fixture(t, "mensuelle_2026_07.dsn"), "S20.G00.05.001,'01'", "S20.G00.05.001,'09'")
	data = changer(t, data, "S20.G00.05.010,'01'", "S20.G00.05.010,'01'", "S20.G00.05.013,'02'")
	e, anomalies := Read(data)
	if d := e.Declarations[0]; len(anomalies) > 0 || d.Nature != NatureSubstitution || d.TypeSubstitution != "02" {
		t.Errorf("P26V01 : %+v %v", d, anomalies)
	}
	e, anomalies = Read(bytes.Replace(data, []byte("P26V01"), []byte("P25V01"), 1))
	d := e.Declarations[0]
	if len(anomalies) > 0 || d.TypeSubstitution != "" || !slices.ContainsFunc(d.Rubriques, func(r Rubrique) bool { return r.Code == blocDeclaration+13 && r.Valeur == "02" }) {
		t.Errorf("P25V01 : %+v %v", d, anomalies)
	}
}

func TestFormats(t *testing.T) {
	g := grammaires()[2601]
	for _, c := range []struct {
		rubrique      Code
		bons, mauvais []string
	}{
		{blocRemuneration + 13, []string{"0.00", "-12.50", "0012.50", "999999999.99"}, []string{"", "12", "12.5", "12,50", "+1.00", ".50", "-.50", "1.2.50", "1e3.00", "99999999999999.00", "12.5O"}},
		{blocArret + 2, []string{"29022024", "31121999"}, []string{"29022026", "00012026", "2026-01-01", "1012026", "010120266", "ABCDEFGH", "31129999"}},
		{blocDeclaration + 5, []string{"01122026"}, []string{"02122026", "31122026"}},
		{blocDeclaration + 4, []string{"1", "000000000000007", "999999999999999"}, []string{"", "-1", "+1", "1000000000000000", "1.0", "A"}},
		{blocArret + 8, []string{"PSSTFRPP", "PSSTFRPPXXX", "ABCDFR2A123"}, []string{"PSSTFRP", "psstfrpp", "PSS1FRPP", "PSSTFRPPX", "PSSTFRPP-XX"}},
		{codeNTT, []string{"10000000001", "2000000000MATRICULE0000000000000000000Z"}, []string{"30000000001", "1000000000", ""}},
		{codeNIR, []string{"2850199999001", "2845599999001", "285202A999001", "7144100000001"}, []string{"285019999900", "3850199999001", "2851399999001", "2 85 01 99 999 001", "ZZZZZZZZZZZZZ"}},
		{blocEtablissement + 1, []string{"00018"}, []string{"0001", "000180", "0001A"}},
		{blocChangement + 12, []string{"73282932000074", "35600000049837"}, []string{"73282932000075", "7328293200007"}},
		{codeIBAN, []string{"FR1420041010050500013M02606", "DE89370400440532013000"}, []string{"FR1420041010050500013M02607", "US64SVBKUS6S3300958879", ""}},
		{codeVersion, []string{"P26V01", "P99V99"}, []string{"P26", "P2601", "X26V01", "P2AV01"}},
		{blocContrat + 9, []string{"12345", "ÉTÉ01", "12345678901234567890"}, []string{"1234", "123456789012345678901"}},
	} {
		f := g.regles[c.rubrique].format
		for _, s := range c.bons {
			if _, ok := f.lire(s); !ok {
				t.Errorf("%v : %q refusé", c.rubrique, s)
			}
		}
		for _, s := range c.mauvais {
			if lu, ok := f.lire(s); ok {
				t.Errorf("%v : %q accepté, %+v", c.rubrique, s, lu)
			}
		}
		if f.attendu() == "" {
			t.Errorf("%v ne dit pas ce qu'elle attend", c.rubrique)
		}
	}
}

func TestCodes(t *testing.T) {
	for s, bon := range map[string]bool{
		"S21.G00.51.013,'1'": true, "S21.G00.51.01": false, "S21.G00.51-013": false, "s21.G00.51.013": false,
		"S2A.G00.51.013": false, "S00.G00.00.000": false, "": false,
	} {
		c, ok := parseCode(s)
		if ok != bon || ok && c.String() != s[:longueurCode] {
			t.Errorf("%q : %v %v", s, c, ok)
		}
	}
	if c := Code(210051013); c.Bloc() != blocRemuneration || c.Bloc().String() != "S21.G00.51" || Code(0).String() != "" {
		t.Errorf("%v %v", c, c.Bloc())
	}
}

// What a sentence may show of a value: never a whole NIR or IBAN.
func TestMasques(t *testing.T) {
	for _, c := range []struct {
		valeur  string
		genre   genre
		attendu string
	}{
		{"2850199999001", genreNIR, "285…001"}, {"123456", genreNIR, "…"}, {"FR1420041010050500013M02607", genreIBAN, "FR1…607"},
		{"31092026", genreDate, "31092026"},
	} {
		if got := montrer(c.valeur, c.genre); got != c.attendu {
			t.Errorf("%s montré %q, attendu %q", c.valeur, got, c.attendu)
		}
	}
}
