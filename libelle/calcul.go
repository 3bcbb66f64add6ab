package libelle

import (
	"slices"
	"strings"

	"accord/droit"
)

// CalculIncomplet says what the steps of a computation count where answers are awaited;
// empty when none is, and the steps give what is due.
func CalculIncomplet(r *droit.Resultat) string {
	attend := func(j droit.JourCalcule) bool { return j.Etat == droit.Attente }
	if len(r.Manques) == 0 || !slices.ContainsFunc(r.Jours, attend) {
		return ""
	}
	return "Des réponses sont attendues : ce calcul compte pour rien ce qui n'est pas connu, et donne le moins qui puisse être dû."
}

// manqueParametre heads what the law says of an official amount that nobody loaded.
const manqueParametre = "PARAMETRE_MANQUANT"

// ParametreManquant names the official amount without which a computation is not done:
// «AJAP_MONTANT 2026»; empty when what is missing is something else.
func ParametreManquant(m *droit.Manque) string {
	if m.Code != manqueParametre {
		return ""
	}
	nom, _, _ := strings.Cut(strings.TrimPrefix(m.Phrase, manqueParametre+": "), " : ")
	return nom
}

// Manque says what is missing in words for people: without the code that files quote.
func Manque(m *droit.Manque) string {
	if nom := ParametreManquant(m); nom != "" {
		return "Montant officiel à charger : " + strings.TrimPrefix(m.Phrase, manqueParametre+": ")
	}
	return m.Phrase
}
