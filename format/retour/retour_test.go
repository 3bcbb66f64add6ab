package retour

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	v "accord/valeur"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// pleine is a sheet that has everything.
func pleine() *Feuille {
	jour := v.NewJour(2026, 11, 25)
	p, vrai, ij := Periode{jour, jour + 6}, true, v.Centimes(40_00)
	paye := Paye{p, jour + 7, "IJ2345", "assure", 230_09, 214_67}
	compte := Compte{"FR7630006000011234567890189", "AGRIFRPP", "CAMILLE DURAND"}
	return &Feuille{
		Schema: Version, EtablieLe: jour + 7, Caisse: "CPAM d'essai", Dossier: "P-20261104", Arret: p, Risque: "maladie", Suite: "Avec PROGRES.",
		Rendu:  &Rendu{jour, jour + 7, "Anne Lebrun", "à revoir", "a1"},
		Assure: Assure{"2850199999001", "DURAND", "MARTIN", "Camille", v.NewJour(1985, 1, 15), compte},
		Arrets: []Arret{{p, "initial", jour, jour + 1, jour, true}}, Droits: []Droit{{"MENUISERIE", true, "150h_3_mois", "MAL-OUV-03", &vrai, jour + 100}, {Activite: "AUTRE", Regle: "MAL-OUV-03"}},
		Bases: []Base{{"3_mois", "65.753425", 32_87, &ij}}, Compteurs: Compteurs{3, 25, 18, 2, 5, 60},
		Activites: []Activite{{"MENUISERIE", "90000000100017", "CT0001", compte, []Jours{{p, "maladie", "paye", "avec PROGRES", 32_87, "employeur:90000000100017", 10_00, 22_87, "MAL-BAS-04"}}, &paye}},
		Payes:     []Paye{paye}, TropVerse: 5_00, Questions: []Question{{"l'employeur MENUISERIE", jour, p, "Il manque un salaire."}},
		Calcul: []string{"Trois jours de carence. (R.323-1, MAL-CAR-01)"}, Pieces: []Piece{{"0123456789abcdef", "avis_arret", "aat.json", jour}},
	}
}

func schemaCompile(t *testing.T) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(Schema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("retour.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("retour.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func document(t *testing.T, f *Feuille) any {
	t.Helper()
	b, err := f.JSON()
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(string(b)))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// The schema accepts a sheet that has everything, and one that has the least; it wants each key that is always there, and
// knows no other.
func TestSchema(t *testing.T) {
	s := schemaCompile(t)
	moindre := pleine()
	moindre.Rendu, moindre.Assure.NomUsage, moindre.Assure.Naissance, moindre.Assure.Compte = nil, "", 0, Compte{}
	moindre.Arrets, moindre.Droits, moindre.Bases, moindre.Activites = []Arret{}, []Droit{}, []Base{}, []Activite{}
	moindre.Payes, moindre.Questions, moindre.Calcul, moindre.Pieces = []Paye{}, []Question{}, []string{}, []Piece{}
	for _, f := range []*Feuille{pleine(), moindre} {
		if err := s.Validate(document(t, f)); err != nil {
			t.Error(err)
		}
	}
	entier := document(t, moindre).(map[string]any)
	for cle := range entier {
		valeur := entier[cle]
		delete(entier, cle)
		if s.Validate(entier) == nil {
			t.Errorf("sans «%s», le schéma l'accepte", cle)
		}
		entier[cle] = valeur
	}
	entier["autre"] = "x"
	if s.Validate(entier) == nil {
		t.Error("le schéma accepte une clé qu'il ne dit pas")
	}
}

// What is written is read back, and the text says it all.
func TestTexte(t *testing.T) {
	b, err := pleine().JSON()
	if err != nil {
		t.Fatal(err)
	}
	var relue Feuille
	if err := json.Unmarshal(b, &relue); err != nil || !reflect.DeepEqual(&relue, pleine()) {
		t.Errorf("%v %+v", err, relue)
	}
	texte := pleine().Texte()
	for _, mots := range []string{
		"MARTIN (née ou né DURAND) Camille, NIR 2850199999001", "FR7630006000011234567890189 AGRIFRPP CAMILLE DURAND", "Rendu à PROGRES à partir du 25 novembre 2026, par Anne Lebrun le 2 décembre 2026 (acte a1) : à revoir",
		"du 25/11/2026 au 01/12/2026 : initial, temps partiel, dernier jour travaillé le 25/11/2026", "MENUISERIE : droits ouverts, jusqu'au 05/03/2027 (MAL-OUV-03)", "AUTRE : droits non ouverts", "Gain journalier 65,753425 €, indemnité journalière 32,87 €, puis 40,00 €",
		"Carence : 3 ; indemnisés par la loi : 25, dont payés ici : 18, réglés par PROGRES : 2", "pas vus payés : 5 ; indemnisés depuis trois ans, tous dossiers connus ici : 60",
		"Dernier jour payé ici : le 01/12/2026, à l'assuré, par le virement IJ2345 du 02/12/2026", "avec PROGRES, 32,87 € par jour, à l'employeur, payé ici 10,00 €, reste 22,87 € par jour (MAL-BAS-04)",
		"5,00 € brut l'est de trop", "À demander à l'employeur MENUISERIE, pour les jours du 25/11/2026 au 01/12/2026 : Il manque un salaire.", "1. Trois jours de carence.", "avis d'arrêt de travail aat.json (0123456789ab)",
	} {
		if !strings.Contains(texte, mots) {
			t.Errorf("le texte ne dit pas «%s» :\n%s", mots, texte)
		}
	}
	vide := &Feuille{Schema: Version}
	if texte := vide.Texte(); !strings.Contains(texte, "n'est pas rendu à PROGRES") || !strings.Contains(texte, "Rien n'est établi") {
		t.Error(texte)
	}
}
