package piece

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"accord/app"
)

const canari = "CANARI-7f3a"

// fuite looks for the canary in all that is not the medical side.
func fuite(l app.Lecture) string {
	for i := range l.Pieces {
		p := l.Pieces[i]
		p.Medical = nil
		if bytes.Contains(p.Extrait, []byte(canari)) {
			return "extrait de pièce"
		}
		faits, err := json.Marshal(p.Faits)
		if err != nil || bytes.Contains(faits, []byte(canari)) {
			return "fait"
		}
	}
	for _, a := range l.Anomalies {
		if bytes.Contains(a.Extrait, []byte(canari)) {
			return "extrait d'anomalie"
		}
		a.Extrait = nil
		if strings.Contains(fmt.Sprintf("%+v", a), canari) {
			return "anomalie"
		}
	}
	return ""
}

func garde(l app.Lecture) bool {
	for _, p := range l.Pieces {
		if bytes.Contains(p.Medical, []byte(canari)) {
			return true
		}
	}
	return false
}

// The medical side goes sealed, and nowhere else, whatever is wrong around it.
func TestRienDeMedicalNeSort(t *testing.T) {
	bon := strings.Replace(uneLigne(t, "aat.json"), "réservé au contrôle médical", canari, 1)
	volet := `"volet_medical":{"motif":"` + canari + `"}`
	rib := uneLigne(t, "rib.json")
	for nom, doc := range map[string]string{
		"lisible":                    bon,
		"en tête":                    remplacer(t, remplacer(t, bon, ","+volet, ""), `{"schema"`, `{`+volet+`,"schema"`),
		"seul":                       "{" + volet + "}",
		"date fausse":                remplacer(t, bon, `"2026-11-17"`, `"demain"`),
		"clé inconnue":               remplacer(t, bon, `"fin":`, `"fim":`),
		"clé inconnue et date":       remplacer(t, remplacer(t, bon, `"fin":`, `"fim":`), `"2026-11-04","fim"`, `"hier","fim"`),
		"volet mal nommé":            remplacer(t, bon, `"volet_medical"`, `"volet-medical"`),
		"volet échappé":              remplacer(t, bon, `"volet_medical"`, `"volet_medica\u006c"`),
		"volet dans l'assuré":        remplacer(t, remplacer(t, bon, ","+volet, ""), `"assure":{`, `"assure":{`+volet+`,`),
		"volet dans un texte simple": remplacer(t, remplacer(t, bon, ","+volet, ""), `"initial"`, `{`+volet+`}`),
		"volet qui est un texte":     remplacer(t, bon, `{"motif":"`+canari+`"}`, `"`+canari+`"`),
		"volet qui est une liste":    remplacer(t, bon, `{"motif":"`+canari+`"}`, `["`+canari+`"]`),
		"deux volets":                remplacer(t, bon, volet, volet+","+volet),
		"coupé après le volet":       bon[:len(bon)-1],
		"coupé dans le volet":        bon[:strings.Index(bon, canari)+len(canari)],
		"schéma inconnu":             remplacer(t, bon, "accord/aat/1", "accord/aat/9"),
		"sans schéma":                remplacer(t, bon, `"schema":"accord/aat/1",`, ""),
		"pas en UTF-8":               remplacer(t, bon, "DURAND", "DUR\xc9"),
		"autre format":               "avis: " + bon,
		"deux lignes, l'une fausse":  bon + "\n" + bon[:len(bon)-1],
		"une ligne coupée en deux":   rib + "\n" + strings.Replace(bon, volet, "\n"+volet, 1),
		"dans un rib":                remplacer(t, rib, `"bic"`, volet+`,"bic"`),
		"au fond d'un rib":           remplacer(t, rib, `"assure":{`, `"assure":{`+volet+`,`),
		"dans un rib coupé":          remplacer(t, rib, `"bic"`, volet+`,"bic"`)[:len(rib)-10],
		"dans un rib coupé, échappé": strings.Replace(remplacer(t, rib, `"bic"`, volet+`,"bic"`), "volet_medical", `volet_m\u0065dical`, 1)[:len(rib)-10],
		"dans un rib, mal nommé":     remplacer(t, rib, `"bic"`, `"Volet_Médical":"`+canari+`","bic"`),
	} {
		l := lire([]byte(doc))
		if ou := fuite(l); ou != "" {
			t.Errorf("%s: fuite par un %s\n%+v", nom, ou, l)
		}
		if !garde(l) {
			t.Errorf("%s: le volet médical est perdu", nom)
		}
		if (nom == "lisible" || nom == "en tête" || nom == "volet échappé") != (len(l.Anomalies) == 0) {
			t.Errorf("%s: anomalies %+v", nom, l.Anomalies)
		}
	}
}

// The extract of a document cut out of its medical side is the same document
// without it.
func TestCouper(t *testing.T) {
	for doc, veut := range map[string]string{
		`{"a":1, "volet_medical" : {"x":"}"} , "b":2}`: `{"a":1 , "b":2}`,
		`{ "volet_medical":null,"b":2}`:                `{ "b":2}`,
		`{"a":1,"volet_medical":{}}`:                   `{"a":1}`,
		`{"volet_medical":{}}`:                         `{}`,
		`{"a":{"volet_medical":1}}`:                    `{"a":{"volet_medical":1}}`,
	} {
		racine, mal := analyser([]byte(doc), 1)
		if mal != nil {
			t.Fatal(mal)
		}
		if got := string(couper([]byte(doc), racine).administratif); got != veut {
			t.Errorf("%s → %s, attendu %s", doc, got, veut)
		}
	}
}

// A truncated wage attestation stays readable by the administrative service:
// nothing medical enters by that door.
func TestAttestationCoupeeResteEnClair(t *testing.T) {
	doc := uneLigne(t, "dsij.json")
	doc = doc[:len(doc)-20]
	l := lire([]byte(doc))
	if len(l.Pieces) != 0 || len(l.Anomalies) != 1 || string(l.Anomalies[0].Extrait) != doc {
		t.Errorf("%+v", l)
	}
}

// A sealed piece still says to whom it belongs, when that can be read.
func TestPieceScelleeGardeLeNIR(t *testing.T) {
	l := lire([]byte(remplacer(t, uneLigne(t, "aat.json"), `"fin":`, `"fim":`)))
	if len(l.Pieces) != 1 || l.Pieces[0].NIR != nirTest || l.Pieces[0].Extrait != nil || l.Anomalies[0].Extrait != nil {
		t.Errorf("%+v", l)
	}
	if !strings.HasSuffix(l.Anomalies[0].Phrase, "; le contenu est gardé entier, sous scellé médical") {
		t.Error(l.Anomalies[0].Phrase)
	}
}

// An avis that cannot be taken, but whose sides can be told apart, is kept in
// two: the administrative side with the anomaly, the other sealed. One that is
// broken is sealed even where nothing in it looks medical.
func TestAvisRefuseGardeEnDeux(t *testing.T) {
	avis := uneLigne(t, "aat.json")
	l := lire([]byte(remplacer(t, avis, `"2026-11-17"`, `"demain"`)))
	if len(l.Pieces) != 1 || l.Pieces[0].Extrait != nil || !bytes.HasPrefix(l.Pieces[0].Medical, []byte(`{"motif"`)) || l.Pieces[0].Faits != nil {
		t.Errorf("pièces %+v", l.Pieces)
	}
	if a := l.Anomalies[0]; !json.Valid(a.Extrait) || !bytes.Contains(a.Extrait, []byte("demain")) || bytes.Contains(a.Extrait, []byte("medical")) ||
		strings.Contains(a.Phrase, misSousScelle) {
		t.Errorf("anomalie %+v", a)
	}
	coupe := []byte(avis[:strings.Index(avis, `"medecin_traitant"`)])
	if l = lire(coupe); l.Anomalies[0].Extrait != nil || !bytes.Equal(l.Pieces[0].Medical, coupe) || l.Pieces[0].NIR != nirTest {
		t.Errorf("%+v", l)
	}
}
