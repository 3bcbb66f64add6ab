package exemples

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"accord/format/calcul"
	"accord/tirage"
)

// grainesMalformees are texts that are nearly a case, or a case that nothing
// sensible is in.
var grainesMalformees = []string{
	``, `null`, `[]`, `{"schema":"accord/cas/1"}`, `{"schema":"accord/cas/2"}`,
	`{"schema":"accord/cas/1","arrets":[{"id":"A","risque":"maladie","debut":"2026-01-01","fin":"2026-01-31"}]}`,
	`{"schema":"accord/cas/1","activites":[{"id":"E","nature":"salarie"}],"arrets":[{"id":"A","risque":"maladie","debut":"1900-01-01","fin":"1900-03-01"}]}`,
	`{"schema":"accord/cas/1","activites":[{"id":"E","nature":"salarie"}],"arrets":[{"id":"A","risque":"maladie","debut":"2199-12-01","fin":"2199-12-31"}]}`,
	`{"schema":"accord/cas/1","activites":[{"id":"E","nature":"salarie","salaires":[{"du":"1900-01-01","au":"2199-12-31","brut":"1.00"}]}],"arrets":[{"id":"A","risque":"maladie","debut":"2026-01-01","fin":"2026-01-31","activites":[]}]}`,
	`{"schema":"accord/cas/1","activites":[{"id":"T","nature":"independant","revenus":[{"annee":2024,"montant":"-5.00"}]}],"arrets":[{"id":"A","risque":"iti","debut":"2026-01-01","fin":"2026-01-31"}]}`,
}

// raretes: from a case with a fault or two to one of which little is left.
var raretes = [4]int{800, 200, 100, 30}

// FuzzCalculer takes a text through the public door, as it is when the seed is
// 0, or else with some fields of its case changed by that seed; where the text
// is no case, the seed draws one. Whatever is accepted is computed within bounds
// and keeps every promise.
func FuzzCalculer(f *testing.F) {
	for _, g := range grainesMalformees {
		f.Add([]byte(g), uint64(0))
	}
	for i, e := range lire(f, "*") {
		var compact bytes.Buffer
		if err := json.Compact(&compact, e.Cas); err != nil {
			f.Fatal(err)
		}
		if i%3 == 0 {
			f.Add(compact.Bytes(), uint64(i%2*i))
		}
	}
	for i := range 20 {
		f.Add(calcul.AppendCas(nil, tirage.Numero(3, i, tirage.Tordu), calcul.Complete), uint64(i))
	}
	porte := newPorte(f)
	f.Fuzz(func(t *testing.T, texte []byte, graine uint64) {
		if graine != 0 {
			cas, p, err := calcul.Read(texte)
			if err != nil {
				cas, p = tirage.Numero(graine, len(texte), tirage.Tordu), calcul.Complete
			}
			deformer(rand.New(rand.NewPCG(graine, 2026)), reflect.ValueOf(cas).Elem(), raretes[graine%4])
			texte = calcul.AppendCas(nil, cas, p)
		}
		porte.eprouver(t, texte, graine)
	})
}

// Drawn cases and worked examples, deformed, keep the promises too: what the
// fuzzing looks for at length, in a second.
func TestPromesses(t *testing.T) {
	porte := newPorte(t)
	acceptes := 0
	for i := range 400 {
		cas := tirage.Numero(11, i, tirage.Tordu)
		if i%5 != 0 {
			deformer(rand.New(rand.NewPCG(uint64(i), 7)), reflect.ValueOf(cas).Elem(), raretes[i%4])
		}
		if porte.eprouver(t, calcul.AppendCas(nil, cas, calcul.Complete), uint64(i)) {
			acceptes++
		}
		if t.Failed() {
			t.Fatalf("cas %d", i)
		}
	}
	if acceptes < 150 {
		t.Errorf("%d cas acceptés seulement", acceptes)
	}
}

// verifierRefus: a refusal says where, what, and what was expected.
func verifierRefus(t *testing.T, err error) {
	t.Helper()
	e, ok := err.(*calcul.Erreur)
	if !ok {
		t.Fatalf("erreur d'un autre type : %v", err)
	}
	if e.Phrase == "" || e.Attendu == "" || !strings.Contains(e.Phrase, e.Cle) {
		t.Fatalf("refus sans explication : %+v", e)
	}
}
