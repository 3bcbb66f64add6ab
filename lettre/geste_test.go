package lettre

import (
	"strings"
	"testing"

	"accord/dossier"
	"accord/suivi"
	v "accord/valeur"
)

// A letter says what is missing in the words of the file, then what to do, to whoever it is written to.
func TestGesteParleAQuiLit(t *testing.T) {
	const employeur = "employeur:73282932000074"
	for _, c := range []struct{ code, a, objet, veut string }{
		{dossier.QuestionAvisArret, "assure", "2026-09-30", "demandez à votre médecin"},
		{dossier.QuestionAvisArret, "assure", dossier.ObjetInitial + "2026-09-30", "Si aucun arrêt ne précède"},
		{dossier.QuestionCompte, "assure", "", "votre relevé d'identité bancaire"},
		{dossier.QuestionCompte, employeur, "", "votre établissement"},
		{dossier.QuestionConge, "assure", "", "vous avez cessé de travailler"},
		{dossier.QuestionConge, employeur, "", "signalement DSN"},
		{dossier.QuestionDemandeConge, "assure", dossier.ObjetEmploi + "2026-09-30", "votre demande de congé pour cet emploi"},
		{dossier.QuestionAvisArret, dossier.Heritiers, "2026-09-30", "si vous avez la pièce"},
		{dossier.QuestionSalaire, employeur, "2026-09", ""},
		{dossier.QuestionSuccession, dossier.Heritiers, "", ""},
	} {
		q := dossier.Question{Code: c.code, AupresDe: c.a, Objet: c.objet, Phrase: "Il manque quelque chose.", Depuis: v.NewJour(2026, 10, 1), Pour: v.P(v.NewJour(2026, 10, 1), v.NewJour(2026, 10, 9))}
		g := Geste(&q)
		if !strings.Contains(g, c.veut) || c.veut == "" && g != "" {
			t.Errorf("%s, à %s : «%s», attendu «%s»", c.code, c.a, g, c.veut)
		}
		d := Demande{Question: &q, Rappel: suivi.Rappel{Nature: "demande", A: c.a}, Le: v.NewJour(2026, 10, 2), Caisse: "CPAM"}
		if _, corps := d.Rediger(); !strings.Contains(corps, "Il manque quelque chose.\n"+g) {
			t.Errorf("%s, à %s : la lettre ne dit pas ce qui manque, puis quoi faire :\n%s", c.code, c.a, corps)
		}
	}
}

// Whoever is not asked is told nothing to do.
func TestGesteDeChaqueQuestion(t *testing.T) {
	for code := range gestes {
		if objets[code] == "" {
			t.Errorf("%s : un geste, et aucune lettre", code)
		}
	}
	if g := Geste(&dossier.Question{Code: dossier.QuestionAvisMedical, AupresDe: "medecin_conseil"}); g != "" {
		t.Errorf("le contrôle médical reçoit «%s»", g)
	}
}
