package app_test

import (
	"context"
	"testing"

	"accord/app"
	"accord/dossier"
)

// A dossier that was entrusted to someone while it ran leaves the list of work the day after it is over,
// although nothing was ever owed of it; the proof holds before that day is run, and after.
func TestUnDossierConfieQuitteLaListe(t *testing.T) {
	m, fermer := nouveauMonde(t, debut)
	defer fermer()
	m.recevoir(unAvis(invente(0), debut, debut+1, siretInvente(0)))
	m.recevoir(uneAttestation(invente(0), siretInvente(0), debut-1, 2000_00, 1, mois(debut), nil))
	ctx := context.Background()
	_, _, err := m.c.Agir(ctx, string(invente(0)), dossier.Intervention{Nature: dossier.Confier, Acteur: "Luc", Par: "Anne", Role: "technicien", Motif: "suivi"})
	m.verifierErreur(err)
	confies := func() int {
		liste, _, err := m.c.Lister(ctx, app.Filtre{Taches: true, Max: 10})
		m.verifierErreur(err)
		return len(liste)
	}
	if confies() != 1 {
		t.Error("confié, il n'est dans aucune liste")
	}
	m.h.Avancer()
	m.h.Avancer()
	m.prouver()
	m.vivre(1, false)
	if confies() != 0 {
		t.Error("terminé, il reste dans la liste")
	}
	m.prouver()
}
