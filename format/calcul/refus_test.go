package calcul

import (
	"encoding/json"
	"strconv"
	"strings"
	"testing"
)

// refus is one way for a case to be wrong, and the sentence that says so. The
// case is a text, or a fixture in which one part is replaced.
type refus struct {
	Nom        string `json:"nom"`
	Texte      string `json:"texte"`
	Base       string `json:"base"`
	De         string `json:"de"`
	Par        string `json:"par"`
	Phrase     string `json:"phrase"`
	HorsSchema string `json:"hors_schema"` // why the schema cannot refuse it
}

func (r *refus) cas(t testing.TB) string {
	if r.Base == "" {
		return r.Texte
	}
	base := string(fixture(t, r.Base+".cas.json"))
	if !strings.Contains(base, r.De) {
		t.Fatalf("%s: la base ne contient pas %q", r.Nom, r.De)
	}
	return strings.Replace(base, r.De, r.Par, 1)
}

func lesRefus(t testing.TB) []refus {
	t.Helper()
	var liste []refus
	if err := json.Unmarshal(fixture(t, "refus.json"), &liste); err != nil {
		t.Fatal(err)
	}
	return liste
}

func TestRefus(t *testing.T) {
	for _, r := range lesRefus(t) {
		t.Run(r.Nom, func(t *testing.T) {
			_, _, err := Read([]byte(r.cas(t)))
			refus, ok := err.(*Erreur)
			if !ok {
				t.Fatalf("accepté, ou erreur d'un autre type: %v", err)
			}
			if refus.Phrase != r.Phrase {
				t.Errorf("phrase\n lue      %s\n attendue %s", refus.Phrase, r.Phrase)
			}
			if refus.Attendu == "" {
				t.Error("ne dit pas ce qui était attendu")
			}
			if refus.Cle != "" && !strings.HasPrefix(refus.Phrase, refus.Cle+": ") {
				t.Errorf("la phrase ne nomme pas la clé %s", refus.Cle)
			}
			if refus.sens && r.HorsSchema == "" && refus.Cle != "arrets[0].activites[1]" {
				t.Error("dit hors de portée du schéma, alors que le schéma le refuse")
			}
		})
	}
}

// The answer of a public door must not carry the value back.
func TestRefusSansValeur(t *testing.T) {
	for _, r := range lesRefus(t) {
		_, _, err := Read([]byte(r.cas(t)))
		e := err.(*Erreur).SansValeur()
		if e.Valeur != "" {
			t.Errorf("%s: il reste la valeur %q", r.Nom, e.Valeur)
		}
		if v := err.(*Erreur).Valeur; len(v) > 1 && strings.Contains(e.Phrase, "«"+v+"»") {
			t.Errorf("%s: la phrase dit encore la valeur: %s", r.Nom, e.Phrase)
		}
	}
	_, _, err := Read([]byte(`{"schema":"accord/cas/1","connu_au":"2026-02-30"}`))
	if e := err.(*Erreur).SansValeur(); e.Phrase != "connu_au: la valeur n'est pas une date" || e.Cle != "connu_au" || e.Attendu != attenduDate {
		t.Errorf("%+v", e)
	}
}

// Only the first error is told, and it is always the same.
func TestPremiereErreur(t *testing.T) {
	texte := `{"schema":"accord/cas/1","arrets":[{"id":"A","risque":"grippe","fin":"hier"}],"activites":[{"id":3}]}`
	for range 20 {
		_, _, err := Read([]byte(texte))
		if err == nil || err.Error() != "arrets[0].risque: «grippe» n'est pas un mot admis" {
			t.Fatal(err)
		}
	}
}

// The bounds of a case are refused in so many words.
func TestBornes(t *testing.T) {
	trop := strings.Repeat(`{"id":"A","risque":"maternite"},`, listeMax) + `{"id":"A","risque":"maternite"}`
	_, _, err := Read([]byte(`{"schema":"accord/cas/1","arrets":[` + trop + `]}`))
	if err == nil || err.Error() != "arrets: plus de 10000 éléments" {
		t.Error(err)
	}
	var b strings.Builder
	b.WriteString(`{"schema":"accord/cas/1","arrets":[`)
	for i := range 300 {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(`{"id":"` + strings.Repeat("A", i%90+1) + strings.Repeat("B", i/90+1) + `","risque":"maladie","debut":"2016-01-01","fin":"2025-12-31"}`)
	}
	_, _, err = Read([]byte(b.String() + `]}`))
	if err == nil || err.Error() != "arrets: «1095900 jours d'activité» dépassent ce qu'un cas peut contenir" {
		t.Error(err)
	}
	siecles := strings.Repeat(`{"du":"1900-01-01","au":"2199-12-31","risque":"maladie","brut":"1.00"},`, 2)
	_, _, err = Read([]byte(`{"schema":"accord/cas/1","verse":[` + strings.TrimSuffix(siecles, ",") + `]}`))
	if err == nil || err.Error() != "verse: «219146 jours versés» dépassent ce qu'un cas peut contenir" {
		t.Error(err)
	}
	var lignes []string
	for i := range activitesMax + 1 {
		lignes = append(lignes, `{"id":"E`+strconv.Itoa(i)+`","nature":"salarie"}`)
	}
	_, _, err = Read([]byte(`{"schema":"accord/cas/1","activites":[` + strings.Join(lignes, ",") + `]}`))
	if err == nil || err.Error() != "activites: «501 activités» dépassent ce qu'un cas peut contenir" {
		t.Error(err)
	}
	choix := strings.Builder{}
	for i := range choixMax + 1 {
		choix.WriteString(`,"MAL-U-` + string(rune('1'+i/100)) + string(rune('0'+i/10%10)) + string(rune('0'+i%10)) + `":"a"`)
	}
	_, _, err = Read([]byte(`{"schema":"accord/cas/1","options":{"choix":{` + choix.String()[1:] + `}}}`))
	if err == nil || err.Error() != "options.choix.MAL-U-300: trop de choix" {
		t.Error(err)
	}
}
