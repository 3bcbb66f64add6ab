package calcul

import (
	"bytes"
	"strings"
	"testing"
)

// FuzzRead: no text makes the reader panic; a refusal says where, what and what
// was expected; an accepted case is written back canonically and read equal; a
// reader that has served reads the same.
func FuzzRead(f *testing.F) {
	for _, graine := range []struct{ raison, texte string }{
		{"le plus petit cas", `{"schema":"accord/cas/1"}`},
		{"des échappements dans les noms", `{"sch\u0065ma":"accord\/cas\/1","id":"\ud83d\ude00\u0000"}`},
		{"un demi-caractère", `{"schema":"accord/cas/1","id":"\ud83d"}`},
		{"des octets hors UTF-8", "{\"schema\":\"accord/cas/1\",\"id\":\"\xff\"}"},
		{"des nombres de toutes formes", `{"schema":"accord/cas/1","naissances":[{"id":"G","enfants":-0,"rang":1e3,"semaines_amenorrhee":00}]}`},
		{"une profondeur démesurée", `{"schema":"accord/cas/1","x":` + strings.Repeat("[", 300) + strings.Repeat("]", 300) + `}`},
		{"des listes vides", `{"schema":"accord/cas/1","activites":[],"arrets":[],"verse":[],"assure":{"retards_anterieurs":[]},"options":{"choix":{}}}`},
		{"un choix nul", `{"schema":"accord/cas/1","options":{"choix":{"MAL-U-2":null,"MAL-U-1":"a"}}}`},
		{"des ids qui se croisent", `{"schema":"accord/cas/1","arrets":[{"id":"A","risque":"maternite","activites":["B"]}],"activites":[{"id":"B","nature":"salarie"}]}`},
		{"une marque d'ordre des octets", "\xEF\xBB\xBF{\"schema\":\"accord/cas/1\"}"},
		{"un moins devant zéro", `{"schema":"accord/cas/1","verse":[{"du":"2026-01-01","au":"2026-01-01","risque":"des","brut":"-0.00"}]}`},
		{"deux documents", `{"schema":"accord/cas/1"}{}`},
		{"une période de tout le calendrier", `{"schema":"accord/cas/1","activites":[{"id":"E","nature":"salarie","absences":[{"du":"1900-01-01","au":"2199-12-31","motif":"greve"}]}]}`},
	} {
		f.Add([]byte(graine.texte))
	}
	f.Add(compact(f, "ordinaire.cas.json"))
	f.Add(compact(f, "complet.cas.json"))
	for _, r := range lesRefus(f) {
		f.Add([]byte(r.cas(f)))
	}
	servi := NewLecteur()
	f.Fuzz(func(t *testing.T, texte []byte) {
		original := bytes.Clone(texte)
		cas, p, err := Read(texte)
		if !bytes.Equal(texte, original) {
			t.Fatal("le texte lu a été modifié")
		}
		_, q, err2 := servi.Lire(texte)
		if (err == nil) != (err2 == nil) || p != q || err != nil && err.Error() != err2.Error() {
			t.Fatalf("le lecteur qui a servi lit autrement: %v, %v", err, err2)
		}
		if err != nil {
			e := err.(*Erreur)
			if e.Phrase == "" || e.Attendu == "" || !strings.HasPrefix(e.Phrase, prefixe(e.Cle)) {
				t.Fatalf("refus sans explication: %+v", e)
			}
			return
		}
		relire(t, cas, p)
	})
}
