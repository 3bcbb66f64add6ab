package web

import (
	"strings"
	"testing"

	"accord/app"
	"accord/dossier"
	"accord/paiement"
	"accord/registre"
	v "accord/valeur"
)

// What holds days is one click away from the act that settles it, filled in with its days.
func TestGestes(t *testing.T) {
	du, au := v.NewJour(2026, 11, 7), v.NewJour(2026, 11, 9)
	jours := []paiement.JourRetenu{{Cle: registre.Cle{Jour: au, Ligne: "E1"}}, {Cle: registre.Cle{Jour: du, Ligne: "E1"}}}
	for _, c := range []struct {
		nom      string
		retenue  paiement.Retenue
		reclame  bool
		adresses string
	}{
		{"payé à l'assuré", paiement.Retenue{Motif: paiement.AttendArbitrage, PayeA: registre.Assure}, false, "payer_a_qui_de_droit?au=2026-11-09&du=2026-11-07&valeur=employeur forcer_destinataire?au=2026-11-09&du=2026-11-07&valeur=assure"},
		{"payé à l'employeur", paiement.Retenue{Motif: paiement.AttendArbitrage, PayeA: "employeur:73282932000074"}, false, "payer_a_qui_de_droit?au=2026-11-09&du=2026-11-07&valeur=assure forcer_destinataire?au=2026-11-09&du=2026-11-07&valeur=employeur"},
		{"deux calculs", paiement.Retenue{Motif: paiement.ContreCalcul}, false, "liberer?au=2026-11-09&du=2026-11-07"},
		{"retenu par un agent", paiement.Retenue{Motif: paiement.ParUneMain}, false, "liberer?au=2026-11-09&du=2026-11-07"},
		{"certain", paiement.Retenue{Motif: paiement.AttendAcompte}, false, "avancer?au=2026-11-09&du=2026-11-07"},
		{"trop versé", paiement.Retenue{Motif: paiement.TropVerse}, false, "compenser?au=2026-11-09&du=2026-11-07 notifier_indu?au=2026-11-09&du=2026-11-07"},
		{"trop versé, décidé", paiement.Retenue{Motif: paiement.TropVerse, Par: "Anne"}, false, ""},
		{"trop versé, réclamé", paiement.Retenue{Motif: paiement.TropVerse}, true, ""},
		{"au rythme", paiement.Retenue{Motif: paiement.AttendRythme}, false, ""},
	} {
		c.retenue.Dossier, c.retenue.Details = "P-20261104", jours
		d := &app.Dossier{Retenues: []paiement.Retenue{c.retenue, {Dossier: "P-20250101", Motif: paiement.ContreCalcul, Details: jours}}}
		d.Calcul.Situation = &dossier.Situation{}
		if c.reclame {
			d.Calcul.Situation.Interventions = []dossier.Intervention{{Nature: dossier.NotifierIndu, Periode: v.P(du, au)}}
		}
		f := &fiche{Vue: &app.Vue{Dossier: d, Numero: "P-20261104"}}
		var adresses []string
		for _, l := range f.gestes() {
			adresses = append(adresses, strings.TrimPrefix(l.Href, "/dossiers/P-20261104/actes/"))
		}
		if got := strings.Join(adresses, " "); got != c.adresses {
			t.Errorf("%s : %s", c.nom, got)
		}
	}
}

// What is asked of others about the days of a dossier, and that an agent may settle himself,
// leads to the act that does: the last day worked, the carence of an arrêt that nobody sent.
func TestGestesDesQuestions(t *testing.T) {
	du, au := v.NewJour(2026, 11, 7), v.NewJour(2026, 11, 9)
	for _, c := range []struct {
		question dossier.Question
		adresses string
	}{
		{dossier.Question{Code: dossier.QuestionDates, Pour: v.P(du, au)}, "forcer_dernier_jour?au=2026-11-09&du=2026-11-07"},
		{dossier.Question{Code: dossier.QuestionAvisArret, Objet: dossier.ObjetInitial + "2026-11-07", Pour: v.P(du, au)}, "forcer_carence?au=2026-11-09&du=2026-11-07"},
		{dossier.Question{Code: dossier.QuestionSalaire, Ligne: "E1", Objet: "2026-08,2026-09", Pour: v.P(du, au)}, "forcer_salaire?au=2026-08-31&du=2026-08-01&ligne=E1"},
		{dossier.Question{Code: dossier.QuestionAvisArret, Objet: "2026-11-06", Pour: v.P(du, au)}, ""},
		{dossier.Question{Code: dossier.QuestionDates, Pour: v.P(du-30, du-20)}, ""},
	} {
		d := &app.Dossier{}
		d.Calcul.Situation, d.Calcul.Questions = &dossier.Situation{}, []dossier.Question{c.question}
		f := &fiche{Vue: &app.Vue{Dossier: d, Numero: "P-20261104"}, etape: &app.Etape{Chaine: dossier.Chaine{Debut: du, Fin: au}}}
		var adresses []string
		for _, l := range f.gestes() {
			adresses = append(adresses, strings.TrimPrefix(l.Href, "/dossiers/P-20261104/actes/"))
		}
		if got := strings.Join(adresses, " "); got != c.adresses {
			t.Errorf("%s : %s", c.question.Cle(), got)
		}
	}
}
