package app_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"accord/app"
	"accord/decision"
	"accord/dossier"
	v "accord/valeur"
)

// Whoever confirms what does not wait, or withdraws what was withdrawn, is told so in plain words.
func TestActeSansObjet(t *testing.T) {
	ctx := context.Background()
	m, fermer := nouveauMonde(t, debut+12)
	defer fermer()
	m.recevoir(unAvis(invente(0), debut, debut+9, siretInvente(0)))
	m.recevoir(uneAttestation(invente(0), siretInvente(0), debut-1, 2000_00, 1, mois(debut), nil))
	agir := func(a dossier.Intervention) (dossier.Intervention, error) {
		a.Par, a.Role, a.Motif = "Hélène", "directeur", "vu"
		fait, _, err := m.c.Agir(ctx, string(invente(0)), a)
		return fait, err
	}
	refus := func(err, attendue error, mots string) {
		t.Helper()
		if !errors.Is(err, attendue) || !strings.Contains(err.Error(), mots) {
			t.Errorf("%v, attendu «%s»", err, mots)
		}
	}
	_, err := agir(dossier.Intervention{Nature: dossier.Confirmer})
	refus(err, decision.ErrConfirmation, "rien n'attend de confirmation sur ce dossier")
	note, err := agir(dossier.Intervention{Nature: dossier.Noter})
	m.verifierErreur(err)
	_, err = agir(dossier.Intervention{Nature: dossier.Retirer, Objet: note.ID})
	m.verifierErreur(err)
	_, err = agir(dossier.Intervention{Nature: dossier.Retirer, Objet: note.ID})
	refus(err, app.ErrDejaFait, "a déjà été retiré le "+(debut+12).Francais()+" par Hélène")
	_, err = agir(dossier.Intervention{Nature: dossier.Retirer, Objet: "n'existe pas"})
	refus(err, app.ErrAbsent, "absent")
	for _, j := range []v.Jour{debut + 4, debut + 5} {
		_, _, err := m.c.Agir(ctx, string(invente(0)), dossier.Intervention{
			Nature: dossier.ForcerIJ, Periode: v.P(j, j), Montant: 900_00, Par: "Basile", Role: "technicien", Motif: "vu"})
		m.verifierErreur(err)
	}
	_, err = agir(dossier.Intervention{Nature: dossier.Confirmer})
	refus(err, decision.ErrConfirmation, "2 actes attendent, dites lequel")
}
