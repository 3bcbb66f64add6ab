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
	for _, numero := range []v.NIR{invente(0), invente(1)} { // whoever is asked reads it from either record
		ts := suivi.Ouvertes(m.consulter(string(numero)).Etapes[0].Taches)
		if len(ts) != 1 || ts[0].Genre != suivi.Confirmation || !strings.Contains(ts[0].Phrase, "ne nomment pas la même personne : "+strings.Join(e.Differe, " ; ")+".") {
			t.Errorf("%+v", ts)
		}
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

// The sex that two numbers tell is a difference; where people live is said with the others, and is none
// by itself.
func TestCeQuiDiffereDeDeuxFiches(t *testing.T) {
	lui, elles := v.NIR("1850199999001"), invente(0)
	m, fermer := nouveauMonde(t, debut+40)
	defer fermer()
	for nir, codePostal := range map[v.NIR]string{elles: "44000", invente(1): "75011", lui: "75011"} {
		_, err := m.c.Recevoir(context.Background(), string(nir)+".dsn", unSignalementDe(nir, siretInvente(0), debut+20, codePostal))
		m.verifierErreur(err)
	}
	for autre, veut := range map[v.NIR]string{lui: "sexe femme ou homme, d'après les numéros ; adresse à 44000 ou à 75011", invente(1): ""} {
		e, err := m.c.Simuler(context.Background(), string(elles), dossier.Intervention{Nature: dossier.Rattacher, Objet: string(autre), Par: "Zoé", Role: "directeur", Motif: "épreuve"})
		if err != nil {
			t.Fatal(err)
		}
		if dit := strings.Join(e.Differe, " ; "); dit != veut || e.ADeux != (veut != "") {
			t.Errorf("avec %s : «%s», à deux %v ; attendu «%s»", autre, dit, e.ADeux, veut)
		}
	}
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
