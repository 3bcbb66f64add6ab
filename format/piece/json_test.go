package piece

import (
	"bytes"
	"encoding/json"
	"os"
	"reflect"
	"strings"
	"testing"

	"accord/app"
	"accord/dossier"
	"accord/droit"
	"accord/internal/essai/valeurs"
	v "accord/valeur"
)

func fichier(t testing.TB, nom string) []byte {
	t.Helper()
	b, err := os.ReadFile("testdata/" + nom)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func lire(contenu []byte) app.Lecture { return Lecteur{}.Lire("peu-importe.dsn", contenu) }

// unePiece reads a file that must give one piece and one fact, and no anomaly.
func unePiece(t *testing.T, contenu []byte) app.Piece {
	t.Helper()
	l := lire(contenu)
	if len(l.Pieces) != 1 || len(l.Anomalies) != 0 || len(l.Pieces[0].Faits) != 1 {
		t.Fatalf("une pièce d'un fait attendue: %+v", l)
	}
	return l.Pieces[0]
}

var (
	camille = dossier.Identite{NomNaissance: "DURAND", Prenoms: "Camille", Naissance: v.NewJour(1985, 1, 15)}
	nirTest = v.NIR("1850178006084")
	siret   = v.SIRET("90000000100017")
	iban    = v.IBAN("FR7630006000011234567890189")
)

var jour, entre = valeurs.Jour, valeurs.Entre

func TestAvisArret(t *testing.T) {
	p := unePiece(t, fichier(t, "aat.json"))
	veut := dossier.AvisArret{
		Identite: camille, Reference: "AAT-2026-000123", Nature: droit.Initial, Risque: droit.Maladie,
		Periode: entre("2026-11-04", "2026-11-17"), PrescritLe: jour("2026-11-04"), Canal: droit.Electronique,
		Prescripteur: droit.MedecinTraitant, Employeur: siret, NomEmployeur: "MENUISERIE DES LILAS",
	}
	if got := p.Faits[0].AvisArret; !reflect.DeepEqual(*got, veut) {
		t.Errorf("avis: %+v", got)
	}
	if f := p.Faits[0]; f.Genre != dossier.GenreAvisArret || f.Source != (dossier.Source{Du: 1, Au: 30}) || f.ConnuLe != 0 {
		t.Errorf("fait: %+v", f)
	}
	if p.NIR != nirTest || p.Genre != dossier.GenreAvisArret || p.Du != 1 || p.Au != 30 || p.Declaration != -1 {
		t.Errorf("pièce: %+v", p)
	}
	if got := string(p.Medical); got != "{\n    \"motif\": \"réservé au contrôle médical\"\n  }" {
		t.Errorf("volet médical: %s", got)
	}
	if !json.Valid(p.Extrait) || bytes.Contains(p.Extrait, []byte("medical")) || !bytes.Contains(p.Extrait, []byte("AAT-2026-000123")) {
		t.Errorf("extrait: %s", p.Extrait)
	}
}

func TestAttestation(t *testing.T) {
	p := unePiece(t, fichier(t, "dsij.json"))
	paie := func(du, au, brut, heures string) droit.Salaire {
		b, _ := v.ParseCentimes(brut)
		h, _ := v.ParseCentimes(heures)
		return droit.Salaire{Periode: entre(du, au), Brut: v.Connu(b), Heures: v.Connu(h), VerseLe: jour(au)}
	}
	septembre := paie("2026-09-01", "2026-09-30", "2083.00", "116.67")
	septembre.Retabli = v.Connu[v.Centimes](2500_00)
	veut := dossier.Attestation{
		Identite: camille, Employeur: dossier.Employeur{SIRET: siret, Nom: "MENUISERIE DES LILAS"},
		Contrat: "CT0001", DebutContrat: jour("2024-01-01"), Nature: droit.CDI,
		Reference: "DSIJ-2026-0042", Version: 1, Risque: droit.Maladie,
		DernierJour: jour("2026-11-03"), SigneeLe: jour("2026-11-06"),
		Salaires: []droit.Salaire{paie("2026-08-01", "2026-08-31", "2500.00", "151.67"), septembre,
			paie("2026-10-01", "2026-10-31", "2500.00", "151.67")},
		Heures:   []droit.PeriodeHeures{{Periode: entre("2026-08-01", "2026-10-31"), Heures: 420_01}},
		Absences: []droit.Absence{{Periode: entre("2026-09-07", "2026-09-11"), Motif: droit.AbsenceMaladie}},
		Subrogation: &dossier.SubrogationDeclaree{Periode: entre("2026-11-04", "2027-05-03"), IBAN: iban,
			BIC: "AGRIFRPPXXX"},
		MaintienTotal: true,
	}
	if got := p.Faits[0].Attestation; !reflect.DeepEqual(*got, veut) {
		t.Errorf("attestation:\n%+v\nattendue:\n%+v", *got, veut)
	}
	if p.NIR != nirTest || p.Medical != nil || !bytes.Equal(p.Extrait, bytes.TrimSpace(fichier(t, "dsij.json"))) {
		t.Errorf("pièce: %+v", p)
	}
}

func TestRIB(t *testing.T) {
	p := unePiece(t, fichier(t, "rib.json"))
	veut := dossier.RIB{Identite: camille, IBAN: iban, BIC: "AGRIFRPPXXX", Titulaire: "CAMILLE DURAND", Du: jour("2026-11-05")}
	if got := p.Faits[0].RIB; *got != veut {
		t.Errorf("rib: %+v", got)
	}
}

// An absent list is not known; an empty one says that there was nothing.
func TestSalairesAbsentsOuVides(t *testing.T) {
	base := `{"schema":"accord/dsij/1","employeur":{"siret":"90000000100017"},"assure":{"nir":"1850178006084",` +
		`"nom_naissance":"DURAND","prenoms":"Camille"},"reference":"D1","dernier_jour_travaille":"2026-11-03","signee_le":"2026-11-06"%}`
	for ajout, veut := range map[string]bool{"": true, `,"salaires":null`: true, `,"salaires":[]`: false} {
		a := unePiece(t, []byte(strings.Replace(base, "%", ajout, 1))).Faits[0].Attestation
		if (a.Salaires == nil) != veut || len(a.Salaires) != 0 {
			t.Errorf("%q: salaires %#v", ajout, a.Salaires)
		}
		if a.Version != 1 || a.Risque != droit.Maladie {
			t.Errorf("valeurs par défaut: %+v", a)
		}
	}
}

// A subrogation may have no end yet.
func TestSubrogationOuverte(t *testing.T) {
	doc := remplacer(t, uneLigne(t, "dsij.json"), `"au":"2027-05-03"`, `"au":null`)
	s := unePiece(t, []byte(doc)).Faits[0].Attestation.Subrogation
	if s.Periode != v.P(jour("2026-11-04"), 0) {
		t.Errorf("%+v", s)
	}
}

func uneLigne(t testing.TB, nom string) string {
	t.Helper()
	var b bytes.Buffer
	if err := json.Compact(&b, fichier(t, nom)); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// A bad line is one anomaly with its line number; the others are read.
func TestNDJSON(t *testing.T) {
	aat, dsij, rib := uneLigne(t, "aat.json"), uneLigne(t, "dsij.json"), uneLigne(t, "rib.json")
	fichier := "\ufeff\n" + aat + "\r\n" + `{"schema":"accord/aat/1","assu` + "\n\n" + dsij + "\npas du JSON\n" + rib
	l := lire([]byte(fichier))
	var lignes []int
	for _, p := range l.Pieces {
		if p.Du != p.Au {
			t.Errorf("pièce sur plusieurs lignes: %d à %d", p.Du, p.Au)
		}
		if len(p.Faits) == 1 {
			lignes = append(lignes, p.Du)
			if p.Faits[0].Source.Du != p.Du {
				t.Errorf("source %+v", p.Faits[0].Source)
			}
		}
	}
	if !reflect.DeepEqual(lignes, []int{2, 5, 7}) {
		t.Errorf("pièces lues aux lignes %v", lignes)
	}
	if len(l.Anomalies) != 2 || l.Anomalies[0].Ligne != 3 || l.Anomalies[1].Ligne != 6 {
		t.Errorf("anomalies: %+v", l.Anomalies)
	}
	if l.Format != "accord/aat/1, accord/dsij/1, JSON, accord/rib/1" {
		t.Errorf("format %q", l.Format)
	}
}

// The first line may be the bad one, and all of them may be.
func TestNDJSONToutFaux(t *testing.T) {
	for _, f := range []string{
		`{"schema":"accord/rib/1","assu` + "\n" + uneLigne(t, "rib.json"),
		`{"schema":"accord/rib/1","assu` + "\n" + `{"schema":"accord/rib/1",}`,
	} {
		if l := lire([]byte(f)); len(l.Pieces)+len(l.Anomalies) != 2 || l.Anomalies[0].Ligne != 1 {
			t.Errorf("%q: %+v", f, l)
		}
	}
}

func TestFormatInconnu(t *testing.T) {
	for _, c := range []struct{ contenu, format, phrase string }{
		{"", "vide", "le fichier est vide"},
		{" \r\n\t", "vide", "le fichier est vide"},
		{"%PDF-1.7 avis", "inconnu", "le format du fichier n'est pas reconnu : " + formatsConnus + " est attendu ; " + misSousScelle},
		{"<xml/>", "inconnu", "le format du fichier n'est pas reconnu : " + formatsConnus + " est attendu ; " + misSousScelle},
	} {
		l := lire([]byte(c.contenu))
		if l.Format != c.format || len(l.Anomalies) != 1 || l.Anomalies[0].Phrase != c.phrase ||
			l.Anomalies[0].Gravite != app.Illisible || l.Anomalies[0].Extrait != nil {
			t.Errorf("%q: %+v", c.contenu, l)
		}
		if c.format == "inconnu" && string(l.Pieces[0].Medical) != c.contenu {
			t.Errorf("%q: perdu", c.contenu)
		}
	}
}
