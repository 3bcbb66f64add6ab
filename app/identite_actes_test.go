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
	v "accord/valeur"
)

// deuxFiches are two paid people, of 40 days each.
func deuxFiches(t *testing.T) *monde {
	t.Helper()
	m, fermer := nouveauMonde(t, debut+40)
	t.Cleanup(fermer)
	for i := range 2 {
		m.recevoir(unAvis(invente(i), debut, debut+39, siretInvente(0)))
		m.recevoir(uneAttestation(invente(i), siretInvente(0), debut-1, 2000_00, 1, mois(debut), nil))
		m.recevoir(unRIB(invente(i), compteInvente(i), debut, false))
	}
	m.vivre(1, true)
	return m
}

func (m *monde) identifier(role, par string, nature dossier.NatureIntervention, reference, objet string) (dossier.Intervention, *app.Effet, error) {
	return m.c.Agir(context.Background(), reference, dossier.Intervention{Nature: nature, Objet: objet, Par: par, Role: role, Motif: "épreuve"})
}

func (m *monde) fiches(nir v.NIR) int { return len(m.consulter(string(nir)).Fiches) }

// Above the limits of its author, an act of identity waits for someone else: both
// records hold it, nothing is together until then; withdrawn, it never was.
func TestRattacherAuDelaDeSaLimite(t *testing.T) {
	m := deuxFiches(t)
	un, deux := invente(0), invente(1)
	a, e, err := m.identifier("technicien", "Anne", dossier.Rattacher, string(un), string(deux))
	if err != nil || !a.ADeux || !e.ADeux || m.fiches(un) != 1 || m.fiches(deux) != 1 {
		t.Fatalf("%+v %v, %d fiches", a, err, m.fiches(un))
	}
	m.prouver() // while it waits
	if _, _, err := m.identifier("cadre", "Anne", dossier.Confirmer, string(un), a.ID); !errors.Is(err, decision.ErrConfirmation) {
		t.Errorf("confirmé par son auteur : %v", err)
	}
	if _, _, err := m.identifier("cadre", "Marc", dossier.Confirmer, string(deux), a.ID); err != nil || m.fiches(un) != 2 || m.fiches(deux) != 2 {
		t.Fatalf("confirmé : %v, %d fiches", err, m.fiches(un))
	}
	m.prouver()
	vue := m.consulter(string(deux))
	if vue.NIR != un || vue.Fiches[1].NIR != deux || vue.Fiches[1].Acte.Par != "Anne" || len(vue.Indus) == 0 {
		t.Errorf("%+v, indus %+v", vue.Fiches, vue.Indus)
	}
	if _, _, err := m.identifier("directeur", "Dominique", dossier.Retirer, string(un), a.ID); err != nil || m.fiches(un) != 1 {
		t.Errorf("retiré : %v, %d fiches", err, m.fiches(un))
	}
	m.prouver()
	if vue := m.consulter(string(deux)); len(vue.Indus) != 0 || vue.NIR != deux {
		t.Errorf("séparée : indus %+v", vue.Indus)
	}
}

// Parting what two people brought together is asked by one, and done once another
// confirms it.
func TestRetirerUnRattachementADeux(t *testing.T) {
	m := deuxFiches(t)
	un, deux := invente(0), invente(1)
	a, _, err := m.identifier("directeur", "Dominique", dossier.Rattacher, string(un), string(deux))
	if err != nil || a.ADeux || m.fiches(un) != 2 {
		t.Fatalf("%+v, %v", a, err)
	}
	retrait, e, err := m.identifier("technicien", "Luc", dossier.Retirer, string(deux), a.ID)
	if err != nil || !retrait.ADeux || e.Enjeu <= 1000_00 || m.fiches(un) != 2 || m.fiches(deux) != 2 {
		t.Fatalf("%+v, %+v, %v", retrait, e, err)
	}
	m.prouver()
	if _, _, err := m.identifier("cadre", "LUC", dossier.Confirmer, string(un), retrait.ID); !errors.Is(err, decision.ErrConfirmation) {
		t.Errorf("confirmé par son auteur : %v", err)
	}
	_, e, err = m.identifier("cadre", "Marc", dossier.Confirmer, string(un), retrait.ID)
	if err != nil || len(e.Jours) == 0 || m.fiches(un) != 1 || m.fiches(deux) != 1 {
		t.Errorf("confirmé : %+v, %v, %d fiches", e, err, m.fiches(un))
	}
	m.prouver()
}

// What an act would change is said before, the same as after, and changes nothing.
func TestSimulerUnRattachement(t *testing.T) {
	m := deuxFiches(t)
	avant := photographier(t, m.c)
	e, err := m.c.Simuler(context.Background(), string(invente(0)), dossier.Intervention{
		Nature: dossier.Rattacher, Objet: string(invente(1)), Par: "Anne", Role: "directeur", Motif: "épreuve"})
	if err != nil || len(e.Jours) != 37 || e.Ecart != -37*3287 {
		t.Fatalf("%d jours, %s, %v", len(e.Jours), e.Ecart, err)
	}
	if photographier(t, m.c) != avant {
		t.Error("simuler a changé la base")
	}
	_, fait, err := m.identifier("directeur", "Anne", dossier.Rattacher, string(invente(0)), string(invente(1)))
	if err != nil || fait.Ecart != e.Ecart || len(fait.Jours) != len(e.Jours) {
		t.Errorf("fait %+v, simulé %+v, %v", fait, e, err)
	}
}

func TestFichesQuiNeSeReunissentPas(t *testing.T) {
	m := deuxFiches(t)
	m.recevoir(unRIB(invente(2), compteInvente(2), debut, false))
	un, deux, trois := string(invente(0)), string(invente(1)), string(invente(2))
	reunir := func(a, b string) error {
		_, _, err := m.identifier("directeur", "Anne", dossier.Rattacher, a, b)
		return err
	}
	if err := reunir(un, deux); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		nom   string
		err   error
		veut  string
		cause error
	}{
		{"soi-même", reunir(un, un), "déjà une même personne", app.ErrFiche},
		{"deux fois", reunir(un, deux), "déjà une même personne", app.ErrFiche},
		{"dans l'autre sens", reunir(deux, un), "déjà une même personne", app.ErrFiche},
		{"celle d'un autre", reunir(trois, deux), "détachez-la d'abord", app.ErrFiche},
		{"une inconnue", reunir(un, string(invente(9))), "absent de la base", app.ErrAbsent},
	} {
		if !errors.Is(c.err, c.cause) || !strings.Contains(c.err.Error(), c.veut) {
			t.Errorf("%s : %v", c.nom, c.err)
		}
	}
	if _, _, err := m.identifier("directeur", "Anne", dossier.Detacher, un, trois); !errors.Is(err, app.ErrFiche) {
		t.Errorf("détacher qui ne l'est pas : %v", err)
	}
	m.prouver()
}

// A new number leads: what came under the former one follows, and what comes
// later under either is one person's.
func TestRenumeroter(t *testing.T) {
	m, fermer := nouveauMonde(t, debut+5)
	defer fermer()
	provisoire, definitif := v.NIR("7100000000001"), invente(0)
	m.recevoir(unAvis(provisoire, debut, debut+9, siretInvente(0)))
	m.recevoir(unRIB(provisoire, compteInvente(0), debut, false))
	_, _, err := m.c.Renumeroter(context.Background(), string(provisoire), definitif, dossier.Intervention{Par: "Anne", Role: "technicien", Motif: "immatriculation"})
	if err != nil || m.consulter(string(provisoire)).NIR != definitif {
		t.Fatal(err)
	}
	m.recevoir(uneAttestation(definitif, siretInvente(0), debut-1, 2000_00, 1, mois(debut), nil))
	m.recevoir(avisDeNature(droit.Prolongation, provisoire, debut+10, debut+14, siretInvente(0)))
	for m.h.Jour() < debut+16 {
		m.vivre(1, true)
	}
	vue := m.consulter(string(definitif))
	if len(vue.Etapes) != 1 || len(vue.Pieces) != 6 {
		t.Errorf("%d dossiers, %d pièces", len(vue.Etapes), len(vue.Pieces))
	}
	var total v.Centimes
	for _, paye := range verse(vue) {
		total += paye
	}
	if total != 12*3287 {
		t.Errorf("%s payés", total)
	}
	m.prouver()
}

// A link that the acts do not say is seen, and stops the person.
func TestLienFalsifie(t *testing.T) {
	m := deuxFiches(t)
	err := m.c.Store().Update(context.Background(), func(tx app.Tx) error {
		a, err := tx.Personne(invente(0), false, false)
		if err != nil {
			return err
		}
		b, err := tx.Personne(invente(1), false, false)
		if err != nil {
			return err
		}
		return tx.Rattacher(b, a)
	})
	m.verifierErreur(err)
	r, err := m.c.Verifier(context.Background(), func(int) {})
	m.verifierErreur(err)
	calcul := 0
	for _, b := range r.Breches {
		if b.Code == "CALCUL" && strings.Contains(b.Phrase, "rattachée") {
			calcul++
		}
	}
	if calcul != 2 {
		t.Errorf("%+v", r.Breches)
	}
	if _, err := m.c.Consulter(context.Background(), string(invente(1))); err == nil {
		t.Error("la personne s'ouvre malgré le lien falsifié")
	}
}
