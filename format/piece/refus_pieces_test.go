package piece

import (
	"strings"
	"testing"
)

const (
	attenduCode  = "un identifiant opaque de 1 à 40 lettres, chiffres et tirets"
	attenduFois  = "l'événement doit être dit une fois; attendu: un seul objet parmi naissance, adoption, deces"
	attenduSigne = "un montant comme \"2000.00\" ou \"-150.00\""
)

// Each bad input of a leave, an accident or an income gives one precise
// sentence. An identifier that is not opaque is not quoted: it may name a disease.
func TestPhrasesDeRefusDesConges(t *testing.T) {
	verifierRefus(t, []refusAttendu{
		{"grossesse", `"prevue_le":"2026-12-14"`, `"prevue_le":null`, "prevue_le: clé absente; attendu: une date AAAA-MM-JJ", true},
		{"grossesse", `"rang":2`, `"rang":0`, "rang: «0» n'est pas un nombre entier d'au moins 1", true},
		{"grossesse", `"semaines_reportees":0`, `"semaines_reportees":-1`, "semaines_reportees: «-1» n'est pas un nombre entier d'au moins 0", true},
		{"grossesse", `"version":1`, `"version":0`, "version: «0» n'est pas un nombre entier d'au moins 1", true},
		{"evenement", `"auteur":"etat_civil"`, `"auteur":"voisin"`,
			"auteur: «voisin» n'est pas connu; attendu: un mot parmi etat_civil, etablissement, caisse, assure, employeur", true},
		{"evenement", `"adoption":null`, `"adoption":{"arrivee_le":"2026-11-16","enfants":1}`, "naissance: " + attenduFois, false},
		{"evenement", `"enfants":1`, `"enfants":null`, "naissance.enfants: clé absente; attendu: un nombre entier", true},
		{"evenement", `"au":"2026-12-20"`, `"au":"2026-12-12"`, "naissance.hospitalisations[0].au: «2026-12-12» précède du «2026-12-13»", false},
		{"evenement", `"deces":null`, `"deces":{"le":"2026-11-10","lien":"cousin"}`, "deces.lien: «cousin» n'est pas connu; attendu: un mot parmi enfant, personne_a_charge, assure", true},
		{"bulletin", `"au":"2026-09-30"`, `"au":"2026-11-30"`, "au: un bulletin paie un mois au plus; attendu: une période d'un mois au plus", false},
		{"bulletin", `"brut":"2083.00"`, `"brut":null`, "brut: clé absente; attendu: un montant comme \"2000.00\"", true},
		{"bulletin", `"siret":"90000000100017"`, `"siret":"90000000100018"`, "employeur.siret: «90000000100018» n'est pas un SIRET", false},
		{"conge", `"risque":"paternite"`, `"risque":"maladie"`,
			"risque: «maladie» n'est pas connu; attendu: un mot parmi maternite, pathologique, paternite, adoption, naissance, deuil_enfant, ajap, garantie_grossesse", true},
		{"conge", `"au":"2026-12-20"`, `"au":null`, "periodes[0].au: clé absente; attendu: une date AAAA-MM-JJ", true},
		{"dat", `"siret":"90000000100017"`, `"siret":"90000000100018"`, "employeur.siret: «90000000100018» n'est pas un SIRET", false},
		{"dat", `"risque":"accident_travail"`, `"risque":"maladie_professionnelle"`,
			"risque: «maladie_professionnelle» n'est pas connu; attendu: un mot parmi accident_travail, accident_trajet", true},
		{"certificat-at", `"affection":null`, `"affection":"lombalgie chronique"`, "affection: ce n'est pas un identifiant opaque; attendu: " + attenduCode, true},
		{"certificat-at", `"issue":null`, `"issue":{"nature":"guerison"}`, "issue.le: clé absente; attendu: une date AAAA-MM-JJ", true},
		{"dmp", `"constatation_le":"2026-03-02"`, `"constatation_le":"mars"`, "constatation_le: «mars» n'est pas une date", true},
		{"acte", `"nature":"reconnaissance"`, `"nature":"forcage"`, "nature: «forcage» n'est pas connu; attendu: un mot parmi " + mots(naturesDActe()), true},
		{"acte", `"sinistre":{"risque":"accident_travail","le":"2026-11-03","date_retenue":null}`, `"sinistre":null`,
			"sinistre: clé absente; attendu: l'accident ou la maladie, pour la nature «reconnaissance»", false},
		{"acte", `"effet_au":null`, `"effet_au":"2026-12-31"`, "effet_du: clé absente; attendu: une date AAAA-MM-JJ, avec effet_au", false},
		{"revenus", `"montant":"30000.00"`, `"montant":"30 000"`, "activites[0].revenus[0].montant: «30 000» n'est pas un montant; attendu: " + attenduSigne, true},
		{"revenus", `"part_cotisations_payees":"100.00"`, `"part_cotisations_payees":"100.01"`, "activites[0].revenus[0].part_cotisations_payees: «100.01» dépasse 100", true},
		{"revenus", `"annee":2023`, `"annee":null`, "activites[0].revenus[0].du: clé absente; attendu: une date AAAA-MM-JJ", false},
		{"revenus", `"annee":2023,"du":null`, `"annee":2023,"du":"2023-01-01"`, "activites[0].revenus[0].annee: annee, ou du et au, mais pas les deux", false},
	})
}

// Nobody declares his own death: someone else's word is needed.
func TestNulNeDeclareSonDeces(t *testing.T) {
	doc := remplacer(t, uneLigne(t, "evenement.json"), `"deces":null`, `"deces":{"le":"2026-11-10","lien":"assure"}`)
	i, j := strings.Index(doc, `"naissance":{`), strings.Index(doc, `"adoption":`)
	doc = doc[:i] + doc[j:]
	if l := lire([]byte(doc)); len(l.Anomalies) != 0 || !l.Pieces[0].Faits[0].Evenement.DeLAssure() {
		t.Errorf("%+v", l.Anomalies)
	}
	l := lire([]byte(remplacer(t, doc, `"auteur":"etat_civil"`, `"auteur":"assure"`)))
	const veut = "auteur: nul ne déclare son propre décès; attendu: un autre auteur que l'assuré"
	if len(l.Anomalies) != 1 || l.Anomalies[0].Phrase != veut {
		t.Errorf("%+v", l.Anomalies)
	}
}

// What an act is about must be named: an effect on everything is never meant.
func TestActeSansObjet(t *testing.T) {
	acte := func(nature string) string {
		doc := remplacer(t, uneLigne(t, "acte.json"), `"nature":"reconnaissance"`, `"nature":"`+nature+`"`)
		doc = remplacer(t, doc, `"sinistre":{"risque":"accident_travail","le":"2026-11-03","date_retenue":null}`, `"sinistre":null`)
		return remplacer(t, doc, `"arret_le":"2026-11-04"`, `"arret_le":null`)
	}
	for _, n := range naturesDActe() {
		l := lire([]byte(acte(n)))
		libre := n == "avis_inaptitude" || n == "licenciement" || n == "reclassement"
		if (len(l.Anomalies) == 0) != libre {
			t.Errorf("%s : %+v", n, l.Anomalies)
		}
	}
}
