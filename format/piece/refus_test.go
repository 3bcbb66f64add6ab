package piece

import (
	"slices"
	"strings"
	"testing"

	"accord/app"
)

// remplacer changes one key of a fixture written on one line.
func remplacer(t *testing.T, doc, avant, apres string) string {
	t.Helper()
	if strings.Count(doc, avant) != 1 {
		t.Fatalf("%q n'est pas une fois dans %s", avant, doc)
	}
	return strings.Replace(doc, avant, apres, 1)
}

const tousLesSchemas = "accord/aat/1, accord/dsij/1, accord/rib/1, accord/grossesse/1, accord/evenement/1, accord/conge/1, accord/dat/1, " +
	"accord/certificat-at/1, accord/dmp/1, accord/acte/1, accord/revenus/1, accord/bulletin/1"

// refusAttendus are bad inputs, each one change of a fixture on one line.
var refusAttendus = []refusAttendu{
	{"rib", `"iban":`, `"ibam":`, "ibam: clé inconnue; attendu: une des clés schema, iban, bic, titulaire, demande_le, succession, assure", true},
	{"dsij", `"du":"2026-09-01"`, `"debut":"2026-09-01"`, "salaires[1].debut: clé inconnue; attendu: une des clés du, au, brut, heures, retabli, verse_le", true},
	{"aat", `"schema":"accord/aat/1"`, `"schema":"accord/aat/2"`, "schema: «accord/aat/2» n'est pas connu; attendu: un schéma parmi " + tousLesSchemas, true},
	{"aat", `"schema":"accord/aat/1",`, ``, "schema: clé absente; attendu: un schéma parmi " + tousLesSchemas, true},
	{"aat", `"schema":"accord/aat/1"`, `"schema":1`, "schema: un nombre au lieu d'une chaîne", true},
	{"aat", `"reference":"AAT-2026-000123",`, ``, "reference: clé absente; attendu: un texte de 1 à 120 caractères", true},
	{"aat", `"reference":"AAT-2026-000123"`, `"reference":"  "`, "reference: texte vide; attendu: un texte de 1 à 120 caractères", true},
	{"aat", `"reference":"AAT-2026-000123"`, `"reference":"A\u001b[2J"`, "reference: «A\ufffd[2J» contient un caractère de contrôle", true},
	{"aat", `"reference":"AAT-2026-000123"`, `"reference":"` + strings.Repeat("x", 121) + `"`, "reference: texte de plus de 120 caractères", true},
	{"aat", `"reference":"AAT-2026-000123"`, `"reference":123`, "reference: un nombre au lieu d'une chaîne; attendu: un texte de 1 à 120 caractères", true},
	{"aat", `"fin":"2026-11-17"`, `"fin":"2026-02-30"`, "fin: «2026-02-30» n'est pas une date", true},
	{"aat", `"fin":"2026-11-17"`, `"fin":"17/11/2026"`, "fin: «17/11/2026» n'est pas une date", true},
	{"aat", `"fin":"2026-11-17"`, `"fin":null`, "fin: clé absente; attendu: une date AAAA-MM-JJ", true},
	{"aat", `"fin":"2026-11-17"`, `"fin":20261117`, "fin: un nombre au lieu d'une chaîne; attendu: une date AAAA-MM-JJ", true},
	{"aat", `"fin":"2026-11-17"`, `"fin":"2026-11-03"`, "fin: «2026-11-03» précède debut «2026-11-04»", false},
	{"aat", `"nature":"initial"`, `"nature":"rechute"`, "nature: «rechute» n'est pas connu; attendu: un mot parmi initial, prolongation", true},
	{"aat", `"canal":"electronique"`, `"canal":"fax"`, "canal: «fax» n'est pas connu; attendu: un mot parmi electronique, papier", true},
	{"aat", `"hospitalise":false`, `"hospitalise":"non"`, "hospitalise: une chaîne au lieu de true ou false", true},
	{"aat", `"nir":"185017800608427"`, `"nir":"185017800608428"`, "assure.nir: clé du NIR fausse: 28 lue, 27 calculée", false},
	{"aat", `"nir":"185017800608427"`, `"nir":"18501780060842"`, "assure.nir: ce n'est pas un NIR; attendu: un NIR de 13 caractères, ou de 15 avec sa clé, sans espace", true},
	{"aat", `"nir":"185017800608427"`, `"nir":"1 85 01 78 006 084"`, "assure.nir: ce n'est pas un NIR; attendu: un NIR de 13 caractères, ou de 15 avec sa clé, sans espace", true},
	{"aat", `"nir":"185017800608427"`, `"nir":"185012a006084"`, "assure.nir: ce n'est pas un NIR; attendu: un NIR de 13 caractères, ou de 15 avec sa clé, sans espace", true},
	{"aat", `"nir":"185017800608427"`, `"nir":""`, "assure.nir: ce n'est pas un NIR; attendu: un NIR de 13 caractères, ou de 15 avec sa clé, sans espace", true},
	{"aat", `"assure":{`, `"assure":[],"employeur_bis":{`, "assure: une liste au lieu d'un objet", true},
	{"dsij", `"assure":{"nir":"185017800608427","nom_naissance":"DURAND","nom_usage":null,"prenoms":"Camille","naissance":"1985-01-15"},`, ``, "assure: clé absente; attendu: un objet", true},
	{"dsij", `"siret":"90000000100017"`, `"siret":"90000000100018"`, "employeur.siret: «90000000100018» n'est pas un SIRET", false},
	{"dsij", `"brut":"2083.00"`, `"brut":2083.00`, "salaires[1].brut: un nombre au lieu d'une chaîne; attendu: un montant comme \"2000.00\"", true},
	{"dsij", `"brut":"2083.00"`, `"brut":"2083,00"`, "salaires[1].brut: «2083,00» n'est pas un montant; attendu: un montant comme \"2000.00\"", true},
	{"dsij", `"brut":"2083.00"`, `"brut":"-2083.00"`, "salaires[1].brut: «-2083.00» est négatif; attendu: un montant comme \"2000.00\"", true},
	{"dsij", `"brut":"2083.00"`, `"brut":"10000000000"`, "salaires[1].brut: «10000000000» n'est pas un montant; attendu: un montant comme \"2000.00\"", true},
	{"dsij", `"heures":"116.67"`, `"heures":"116.667"`, "salaires[1].heures: «116.667» n'est pas un nombre d'heures; attendu: un nombre d'heures comme \"151.67\"", true},
	{"dsij", `"heures":"420.01"`, `"heures":null`, "heures[0].heures: clé absente; attendu: un nombre d'heures comme \"151.67\"", true},
	{"dsij", `"cachets":null`, `"cachets":1.5`, "heures[0].cachets: «1.5» n'est pas un nombre entier d'au moins 0", true},
	{"dsij", `"version":1`, `"version":0`, "version: «0» n'est pas un nombre entier d'au moins 1", true},
	{"dsij", `"version":1`, `"version":"1"`, "version: une chaîne au lieu d'un nombre entier d'au moins 1", true},
	{"dsij", `"absences":[{`, `"absences":[3,{`, "absences[0]: un nombre au lieu d'un objet", true},
	{"dsij", `"absences":[{"du":"2026-09-07","au":"2026-09-11","motif":"maladie"}]`, `"absences":{}`, "absences: un objet au lieu d'une liste d'objets", true},
	{"dsij", `"motif":"maladie"`, `"motif":["maladie"]`, "absences[0].motif: une liste au lieu d'une valeur simple", true},
	{"dsij", `"reprise":null`, `"reprise":{"le":"2026-11-18","motif":"forcee"}`, "reprise.motif: «forcee» n'est pas connu; attendu: un mot parmi normale, tpt, raison_personnelle", true},
	{"rib", `"FR7630006000011234567890189"`, `"FR7630006000011234567890188"`, "iban: «FR76 •••• 0188» n'est pas un IBAN; attendu: un IBAN de la zone SEPA, en majuscules et sans espace", false},
	{"rib", `"FR7630006000011234567890189"`, `"FR76 3000 6000 0112 3456 7890 189"`, "iban: «FR76 ••••  189» n'est pas un IBAN; attendu: un IBAN de la zone SEPA, en majuscules et sans espace", true},
	{"rib", `"FR7630006000011234567890189"`, `"FR76"`, "iban: un texte de 4 caractères n'est pas un IBAN; attendu: un IBAN de la zone SEPA, en majuscules et sans espace", true},
	{"rib", `"FR7630006000011234567890189"`, `null`, "iban: clé absente; attendu: un IBAN de la zone SEPA, en majuscules et sans espace", true},
	{"rib", `"titulaire":"CAMILLE DURAND"`, `"titulaire":true`, "titulaire: un booléen au lieu d'une chaîne; attendu: un texte de 1 à 120 caractères", true},
	{"rib", `"titulaire":"CAMILLE DURAND"`, `"titulaire":"CAMILLE DURAND","titulaire":"X"`, "une clé est écrite deux fois dans le même objet", false},
	{"rib", `"2026-11-05"}`, `"2026-11-05"`, "le document JSON s'arrête avant sa fin", true},
	{"rib", `"2026-11-05"}`, `"2026-11-05",}`, "le JSON est mal formé", true},
	{"rib", `"2026-11-05"}`, `"2026-11-05"} []`, "un texte suit la fin du document JSON", true},
	{"rib", `CAMILLE DURAND`, "CAMILLE \xc9LO\xcfSE", "le document n'est pas écrit en UTF-8", false},
}

// Each bad input gives one precise sentence. schema tells whether the published
// schema refuses it as well; the rest is beyond what a schema can say.
func TestPhrasesDeRefus(t *testing.T) {
	verifierRefus(t, refusAttendus)
}

type refusAttendu struct {
	doc, avant, apres string
	phrase            string
	schema            bool // the published schema refuses it as well
}

func verifierRefus(t *testing.T, attendus []refusAttendu) {
	t.Helper()
	schemas := compilerTout(t)
	docs := map[string]string{}
	for nom := range schemas {
		nom = strings.Split(nom, "/")[1]
		docs[nom] = uneLigne(t, nom+".json")
	}
	for _, c := range attendus {
		doc := remplacer(t, docs[c.doc], c.avant, c.apres)
		l := lire([]byte(doc))
		if len(l.Anomalies) == 0 || l.Anomalies[0].Gravite != app.Illisible || slices.ContainsFunc(l.Anomalies[1:], func(a app.Anomalie) bool { return a.Gravite != app.Signalee || a.Extrait != nil }) {
			t.Errorf("%s: une pièce illisible attendue: %+v", c.phrase, l.Anomalies)
			continue
		}
		a := l.Anomalies[0]
		if got := strings.TrimSuffix(a.Phrase, "; "+misSousScelle); got != c.phrase {
			t.Errorf("phrase %q\n attendue %q", got, c.phrase)
		}
		if a.Ligne != 1 || a.Trouve == "" || a.Attendu == "" {
			t.Errorf("%s: %+v", c.phrase, a)
		}
		for _, p := range l.Pieces {
			if len(p.Faits) > 0 {
				t.Errorf("%s: un fait est né d'un document refusé", c.phrase)
			}
		}
		if gardes(l) < len(doc)-2 { // the comma and nothing else may be lost
			t.Errorf("%s: %d octets gardés sur %d", c.phrase, gardes(l), len(doc))
		}
		if refuse := valide(schemas["accord/"+c.doc+"/1"], []byte(doc)) != nil; refuse != c.schema {
			t.Errorf("%s: le schéma refuse: %v", c.phrase, refuse)
		}
	}
}

// gardes counts the bytes that a reading keeps, on one side or the other.
func gardes(l app.Lecture) (n int) {
	for _, p := range l.Pieces {
		n += len(p.Extrait) + len(p.Medical)
	}
	for _, a := range l.Anomalies {
		n += len(a.Extrait)
	}
	return n + len(`"volet_medical":`)
}

// What the document can do without is signalled, and the rest is taken.
func TestPhrasesDeSignalement(t *testing.T) {
	for _, c := range []struct{ doc, avant, apres, phrase string }{
		{"aat.json", `"siret":"90000000100017"`, `"siret":"123"`, "employeur.siret: «123» n'est pas un SIRET; le document est retenu sans lui"},
		{"dsij.json", `"iban":"FR7630006000011234567890189"`, `"iban":"FR7630006000011234567890188"`, "subrogation.iban: «FR76 •••• 0188» n'est pas un IBAN; la subrogation est retenue sans compte"},
		{"dsij.json", `"iban":"FR7630006000011234567890189"`, `"iban":null`, "subrogation.iban: compte absent; la subrogation est retenue sans compte"},
		{"dsij.json", `"AGRIFRPPXXX","siret":null`, `"AGRIFRPPXXX","siret":"90000000100018"`, "subrogation.siret: «90000000100018» n'est pas un SIRET; le document est retenu sans lui"},
		{"rib.json", `"bic":"AGRIFRPPXXX"`, `"bic":"agri"`, "bic: «agri» n'est pas un BIC; le compte est retenu sans lui"},
	} {
		l := lire([]byte(remplacer(t, uneLigne(t, c.doc), c.avant, c.apres)))
		if len(l.Pieces) != 1 || len(l.Pieces[0].Faits) != 1 || len(l.Anomalies) != 1 {
			t.Errorf("%s: %+v", c.phrase, l)
			continue
		}
		if a := l.Anomalies[0]; a.Phrase != c.phrase || a.Gravite != app.Signalee || a.Extrait != nil || a.Ligne != 1 {
			t.Errorf("%+v\nattendu %q", a, c.phrase)
		}
	}
}

// In a document of several lines the anomaly gives the line of the value.
func TestLigneDuDefaut(t *testing.T) {
	doc := strings.Replace(string(fichier(t, "dsij.json")), `"2500.00"`, `"beaucoup"`, 1)
	n := 1 + strings.Count(doc[:strings.Index(doc, "beaucoup")], "\n")
	for _, avant := range []string{"", "\n\n"} {
		a := lire([]byte(avant + doc)).Anomalies[0]
		if a.Ligne != n+len(avant) || a.Rubrique != "salaires[0].brut" {
			t.Errorf("ligne %d, rubrique %s", a.Ligne, a.Rubrique)
		}
	}
	if a := lire([]byte("{\"schema\":\"accord/rib/1\",\n\n  iban}")).Anomalies[0]; a.Ligne != 3 {
		t.Errorf("défaut de la ligne 3, dit %d", a.Ligne)
	}
	coupe := doc[:strings.Index(doc, "beaucoup")]
	if a := lire([]byte(coupe)).Anomalies[0]; a.Ligne != n {
		t.Errorf("document coupé à la ligne %d, dit %d", n, a.Ligne)
	}
}
