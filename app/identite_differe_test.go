package app_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"accord/app"
	"accord/decision"
	"accord/dossier"
	"accord/droit"
	"accord/format/piece"
	"accord/suivi"
	v "accord/valeur"
)

// Two records that do not name the same person are shown to differ, and wait for a second
// person whatever the role and the stake; whoever confirms is shown it too.
func TestRattacherDeuxPersonnesDifferentes(t *testing.T) {
	ctx := context.Background()
	m, fermer := nouveauMonde(t, debut+40)
	defer fermer()
	m.recevoir(unAvis(invente(0), debut, debut+9, siretInvente(0)))
	m.recevoir(piece.AppendAAT(nil, invente(1), &dossier.AvisArret{
		Identite: dossier.Identite{NomNaissance: "DUPONT", Prenoms: "Zoé", Naissance: v.NewJour(1990, 3, 2)}, Reference: "AAT-Z", Nature: droit.Initial, Risque: droit.Maladie,
		Periode: v.P(debut+20, debut+29), PrescritLe: debut + 20, EnvoyeLe: debut + 20, Canal: droit.Electronique, Prescripteur: droit.MedecinTraitant, Employeur: siretInvente(0), NomEmployeur: "EMPLOYEUR",
	}, []byte(`{}`)))
	acte := dossier.Intervention{Nature: dossier.Rattacher, Objet: string(invente(1)), Par: "Dominique", Role: "directeur", Motif: "épreuve"}
	montre := func(e *app.Effet, err error) {
		t.Helper()
		dit := strings.Join(e.Differe, ", ")
		if err != nil || !strings.Contains(dit, "MARTIN ou DUPONT") || !strings.Contains(dit, "02/03/1990") {
			t.Errorf("«%s», %v", dit, err)
		}
	}
	e, err := m.c.Simuler(ctx, string(invente(0)), acte)
	montre(e, err)
	a, _, err := m.c.Agir(ctx, string(invente(0)), acte)
	if err != nil || !a.ADeux || m.fiches(invente(0)) != 1 {
		t.Fatalf("%+v, %v", a, err)
	}
	if ts := suivi.Ouvertes(m.consulter(string(invente(1))).Etapes[0].Taches); len(ts) != 1 || ts[0].Genre != suivi.Confirmation {
		t.Errorf("%+v", ts)
	}
	m.prouver()
	oui := dossier.Intervention{Nature: dossier.Confirmer, Objet: a.ID, Par: "Dominique", Role: "directeur", Motif: "vu"}
	if _, _, err := m.c.Agir(ctx, string(invente(0)), oui); !errors.Is(err, decision.ErrConfirmation) {
		t.Errorf("confirmé par son auteur : %v", err)
	}
	oui.Par = "Marc"
	e, err = m.c.Simuler(ctx, string(invente(0)), oui)
	montre(e, err)
	if _, _, err := m.c.Agir(ctx, string(invente(0)), oui); err != nil || m.fiches(invente(0)) != 2 {
		t.Errorf("%d fiches, %v", m.fiches(invente(0)), err)
	}
	m.prouver()
}

// What an act of identity is said to change of the next payment is what the next day of the
// caisse proposes: days that are owed while others turn out too much wait since the act, not
// since the days themselves.
func TestRattacherDitLeProchainPaiement(t *testing.T) {
	ctx := context.Background()
	m := deuxFiches(t)
	m.recevoir(avisDeNature(droit.Prolongation, invente(0), debut+40, debut+46, siretInvente(0)))
	m.recevoir(avisDeNature(droit.Prolongation, invente(1), debut+47, debut+54, siretInvente(0)))
	m.recevoir(uneAttestation(invente(1), siretInvente(0), debut+46, 2000_00, 1, mois(debut+46), nil))
	m.vivre(30, true)
	e, err := m.c.Simuler(ctx, string(invente(0)), dossier.Intervention{Nature: dossier.Rattacher, Objet: string(invente(1)), Par: "Dora", Role: "directeur", Motif: "une personne"})
	if err != nil || e.Ecart == 0 {
		t.Fatalf("%+v, %v", e, err)
	}
	_, _, err = m.identifier("directeur", "Dora", dossier.Rattacher, string(invente(0)), string(invente(1)))
	m.verifierErreur(err)
	var propose v.Centimes
	vue := m.consulter(string(invente(0)))
	for i := range vue.Proposes {
		propose += vue.Proposes[i].Total.Brut
	}
	if e.Paye != propose {
		t.Errorf("annoncé %s, proposé %s ; %+v", e.Paye.Euros(), propose.Euros(), vue.Retenues)
	}
	m.prouver()
}
