package dsn

import (
	"bytes"
	"strings"
	"testing"
)

// phrases reads a file and returns what was said of it.
func phrases(data []byte) (*Envoi, []string) {
	e, anomalies := Read(data)
	var s []string
	for _, a := range anomalies {
		s = append(s, a.Phrase)
	}
	return e, s
}

func attendre(t *testing.T, obtenu []string, attendu ...string) {
	t.Helper()
	if strings.Join(obtenu, "\n") != strings.Join(attendu, "\n") {
		t.Errorf("obtenu\n%s\nattendu\n%s", strings.Join(obtenu, "\n"), strings.Join(attendu, "\n"))
	}
}

// A stop stated before any contract of its person never goes to the contract
// of the person before.
func TestArretSansContratNeVaPasAuPrecedent(t *testing.T) {
	data := changer(t, fixture(t, "mensuelle_2026_09.dsn"), "S21.G00.40.001,'01062026'",
		"S21.G00.60.001,'01'", "S21.G00.60.002,'01092026'", "S21.G00.40.001,'01062026'")
	e, s := phrases(data)
	attendre(t, s, "Ligne 141, S21.G00.60 : bloc « Arrêt de travail » sans bloc « Contrat » avant lui ; le bloc « Arrêt de travail » est écarté.")
	for i, attendus := range []int{2, 0} {
		if n := len(e.Declarations[0].Individus[i].Contrats[0].Arrets); n != attendus {
			t.Errorf("individu %d : %d arrêts, attendu %d", i+1, n, attendus)
		}
	}
}

func TestRubriqueIndispensableVide(t *testing.T) {
	e, s := phrases(changer(t, fixture(t, "arret.dsn"), "S21.G00.60.002,'14102026'", "S21.G00.60.002,''"))
	attendre(t, s, "Ligne 40, S21.G00.60.002 : Dernier jour travaillé : cette rubrique manque ; le bloc « Arrêt de travail » est écarté.",
		"Ligne 41, S21.G00.60.002 : Dernier jour travaillé : la rubrique est vide.")
	if len(premier(e).Contrats[0].Arrets) != 0 {
		t.Error("arrêt gardé")
	}
}

// A rubric that a version has not cannot be missing in it.
func TestRubriqueInexistanteNeManquePas(t *testing.T) {
	arbre := nouvelArbre(nil, decouper(""))
	rubs := []Rubrique{{Code: blocArret + 1, Ligne: 1}}
	g := rang[Arret]{regle: &regle{code: blocArret + 2, absent: BlocEcarte}}
	if got := absente(arbre, rubs, &g); got != aucune {
		t.Errorf("hors de sa version : %v", got)
	}
	g.existe = true
	if got := absente(arbre, rubs, &g); got != BlocEcarte {
		t.Errorf("dans sa version : %v", got)
	}
}

// Several reasons to set a declaration aside: all are said, the first is kept.
func TestLaPremiereRaisonReste(t *testing.T) {
	data := changer(t, fixture(t, "arret.dsn"), "S20.G00.05.002,'01'", "S20.G00.05.002,'31'")
	e, s := phrases(changer(t, data, "S21.G00.06.001,'000000000'", "S21.G00.06.001,'1'"))
	if len(s) != 2 || len(e.Ecartees) != 1 || !strings.HasPrefix(e.Ecartees[0].Ecarte, "Type de la déclaration") {
		t.Errorf("%q, écartée : %q", s, e.Ecartees[0].Ecarte)
	}
}

// One unknown contract number is said once, not once for each line of pay; a
// number that a change of contract explains is known.
func TestContratInconnuDitUneFois(t *testing.T) {
	data := bytes.ReplaceAll(fixture(t, "mensuelle_2026_07.dsn"), []byte("S21.G00.51.010,'VEND00017'"), []byte("S21.G00.51.010,'VEND00099'"))
	_, s := phrases(data)
	attendre(t, s, "Ligne 77, S21.G00.51.010 : rémunération du contrat « VEND00099 », que la déclaration ne décrit pas.")

	data = bytes.ReplaceAll(fixture(t, "mensuelle_2026_08.dsn"), []byte("S21.G00.51.010,'VEND00018'"), []byte("S21.G00.51.010,'VEND00017'"))
	_, s = phrases(data)
	attendre(t, s)
}

// The last lawful values: work stopped on the first day of the contract, a
// stop of which the end is the last day worked, a pay of one day.
func TestBornesPermises(t *testing.T) {
	data := changer(t, fixture(t, "arret.dsn"), "S21.G00.40.001,'02092019'", "S21.G00.40.001,'14102026'")
	data = changer(t, data, "S21.G00.60.003,'28102026'", "S21.G00.60.003,'14102026'")
	data = changer(t, data, "S21.G00.60.006,'14102027'", "S21.G00.60.006,'15102026'")
	_, s := phrases(data)
	attendre(t, s)
	_, s = phrases(changer(t, fixture(t, "mensuelle_2026_07.dsn"), "S21.G00.51.002,'31072026'", "S21.G00.51.002,'01072026'"))
	attendre(t, s)
}

func TestContexteDesAnomalies(t *testing.T) {
	data := bytes.ReplaceAll(fixture(t, "deux_declarations.dsn"), []byte("'06112026'"), []byte("'06132026'"))
	_, anomalies := Read(data)
	if len(anomalies) != 1 || anomalies[0].Declaration != 2 || anomalies[0].Individu != 1 || anomalies[0].NIR != "1900299999017" {
		t.Errorf("%+v", anomalies)
	}
}

func TestSuiteDuTotalDiteUneFois(t *testing.T) {
	data := changer(t, fixture(t, "arret.dsn"), "S90.G00.90.002,'1'", "S90.G00.90.002,'1'", "S21.G00.99.001,'A'", "S21.G00.98.001,'B'")
	_, s := phrases(data)
	attendre(t, s, "Ligne 51, S21.G00.99 : le fichier continue après son bloc de total.")
}

// A version between two that are known is read as the one before it.
func TestVersionIntermediaire(t *testing.T) {
	data := changer(t, fixture(t, "mensuelle_2026_07.dsn"), "S20.G00.05.010,'01'", "S20.G00.05.010,'01'", "S20.G00.05.013,'02'")
	e, _ := Read(bytes.Replace(data, []byte("P26V01"), []byte("P25V02"), 1))
	if d := e.Declarations[0]; d.TypeSubstitution != "" {
		t.Errorf("P25V02 lue comme P26V01 : %q", d.TypeSubstitution)
	}
}

func TestEncoderLatin(t *testing.T) {
	for s, bon := range map[string]bool{
		"D'AURÉ ÿ°": true, "": true, "œ": false, "€": false, "’": false, "\t": false, "\r": false, "\x7f": false, "\u0085": false, "\u00a0": true, "Ā": false, "\xff": false,
	} {
		b, err := encoderLatin(nil, s)
		if (err == nil) != bon || bon && decoderLatin(string(b)) != s {
			t.Errorf("%q : %q %v", s, b, err)
		}
	}
	for s, oui := range map[string]bool{
		"ASCII": false, "\xc9lodie": false, "Élodie": true, "Élodie \xe9": false, "œuvre": true, "Łódź": false, "\xc9\xb0": false,
	} {
		if ressembleUTF8(s) != oui {
			t.Errorf("%q pris pour de l'UTF-8 : %v", s, !oui)
		}
	}
}
