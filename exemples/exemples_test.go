package exemples

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"accord/dossier"
	"accord/droit"
	"accord/format/calcul"
	"accord/parametre"
	v "accord/valeur"
)

// exemple is one worked example, as written in its data file.
type exemple struct {
	ID            string          `json:"id"`
	Regles        []string        `json:"regles"`
	Source        string          `json:"source"`
	Origine       string          `json:"origine"`
	ComplePar     string          `json:"complete_par"`
	Note          string          `json:"note"`
	Parametres    []parametreDate `json:"parametres"`
	Cas           json.RawMessage `json:"cas"`
	Attendu       attendu         `json:"attendu"`
	DemiSuperieur string          `json:"demi_superieur"` // allowance under the other reading of MAL-U-1

	texte string // as its file has it
}

// empreinte tells the example from what it was before a change.
func (e *exemple) empreinte() string {
	return fmt.Sprintf("%x", sha256.Sum256([]byte(e.texte)))[:12]
}

// parametreDate is a row that the example supposes, for a year to come.
type parametreDate struct{ Code, Valeur, Du string }

// lire reads the examples of one package of the law, or of all of them («*»),
// in the order of their files.
func lire(t testing.TB, loi string) []exemple {
	t.Helper()
	fichiers, err := filepath.Glob("../droit/" + loi + "/testdata/exemples/*.json")
	if err != nil || len(fichiers) == 0 {
		t.Fatalf("aucun exemple pour «%s» (%v)", loi, err)
	}
	var tous []exemple
	vus := map[string]string{}
	for _, fichier := range fichiers {
		b, err := os.ReadFile(fichier)
		if err != nil {
			t.Fatal(err)
		}
		var textes []json.RawMessage
		if err := json.Unmarshal(b, &textes); err != nil {
			t.Fatalf("%s : %v", fichier, err)
		}
		exs := make([]exemple, len(textes))
		for i, texte := range textes {
			if err := json.Unmarshal(texte, &exs[i]); err != nil {
				t.Fatalf("%s : %v", fichier, err)
			}
			exs[i].texte = string(texte)
		}
		for _, e := range exs {
			if vus[e.ID] != "" {
				t.Errorf("%s : l'exemple %s est déjà dans %s", fichier, e.ID, vus[e.ID])
			}
			vus[e.ID] = fichier
		}
		tous = append(tous, exs...)
	}
	return tous
}

func charger(t testing.TB) *parametre.Table {
	t.Helper()
	p, err := parametre.Charger()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// supposer adds to the table the rows that an example supposes.
func supposer(t testing.TB, p *parametre.Table, lignes []parametreDate) *parametre.Table {
	t.Helper()
	p, err := ajouterLignes(p, lignes)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// ajouterLignes adds rows to a table, or says which cannot stand in it.
func ajouterLignes(p *parametre.Table, lignes []parametreDate) (*parametre.Table, error) {
	for _, l := range lignes {
		var code parametre.Code
		for _, c := range parametre.Codes() {
			if c.String() == l.Code {
				code = c
			}
		}
		n, err1 := v.ParseCentimes(l.Valeur)
		du, err2 := v.ParseJour(l.Du)
		if err1 != nil || err2 != nil || code.String() != l.Code {
			return nil, fmt.Errorf("paramètre supposé illisible : %+v", l)
		}
		var err error
		if p, err = p.Ajouter(parametre.Ligne{Code: code, Valeur: n.Fraction(), Texte: l.Valeur, Du: du, Source: "supposé par l'exemple"}); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// calculer runs one example through the public entry, under its supposed
// parameters, and returns the answer as the public JSON has it.
func (e *exemple) calculer(t testing.TB, p *parametre.Table, choix ...droit.Choix) *reponse {
	t.Helper()
	p = supposer(t, p, e.Parametres)
	c, presentation, err := calcul.Read(e.Cas)
	if err != nil {
		t.Fatal(err)
	}
	rep, err := repondre(dossier.NewCalculateur(p), c, presentation, choix...)
	if err != nil {
		t.Fatal(err)
	}
	return rep
}

// repondre computes a case that was read.
func repondre(d *dossier.Calculateur, c *droit.Cas, presentation calcul.Presentation, choix ...droit.Choix) (*reponse, error) {
	c = c.Connu()
	c.Options.Choix = append(slices.Clip(c.Options.Choix), choix...)
	var r droit.Resultat
	if err := d.Calculer(c, presentation.Explication, &r); err != nil {
		return nil, err
	}
	rep := new(reponse)
	return rep, json.Unmarshal(calcul.Append(nil, c, &r, presentation), rep)
}

func TestExemples(t *testing.T) {
	p := charger(t)
	for _, e := range lire(t, "*") {
		t.Run(e.ID, func(t *testing.T) {
			if e.Source == "" || len(e.Regles) == 0 {
				t.Error("l'exemple n'a pas de source, ou n'illustre aucune règle")
			}
			for _, id := range e.Regles {
				if _, ok := p.Regle(id); !ok {
					t.Errorf("règle %s inconnue", id)
				}
			}
			for _, ecart := range e.Attendu.comparer(e.calculer(t, p)) {
				t.Error(ecart)
			}
			if e.DemiSuperieur != "" {
				r := e.calculer(t, p, droit.Choix{Point: "MAL-U-1", Lecture: "demi_superieur"})
				if len(r.Bases) == 0 || r.Bases[0]["ij"] != e.DemiSuperieur {
					t.Errorf("au centime le plus proche : %v, attendu %s", r.Bases, e.DemiSuperieur)
				}
			}
		})
	}
}
