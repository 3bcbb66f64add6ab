package app_test

import (
	"context"
	"testing"

	"accord/app"
	"accord/dossier"
)

// A piece that was sent back and is joined again leaves the list of work at once: nothing else is
// due on the dossier, and no run of the caisse looks at it.
func TestUnePieceRevenueQuitteLaListe(t *testing.T) {
	m, fermer := nouveauMonde(t, debut)
	defer fermer()
	m.recevoir(unAvis(invente(0), debut, debut+1, siretInvente(0)))
	m.recevoir(uneAttestation(invente(0), siretInvente(0), debut-1, 2000_00, 1, mois(debut), nil))
	m.vivre(10, false) // over: nothing was ever owed of it
	ctx := context.Background()
	piece := m.consulter(string(invente(0))).Pieces[0].Empreinte
	_, _, err := m.c.Agir(ctx, string(invente(0)), dossier.Intervention{Nature: dossier.Renvoyer, Objet: piece, Acteur: "assure", Par: "Anne", Role: "technicien", Motif: "illisible"})
	m.verifierErreur(err)
	attendues := func() int {
		liste, _, err := m.c.Lister(ctx, app.Filtre{Taches: true, Max: 10})
		m.verifierErreur(err)
		return len(liste)
	}
	if attendues() != 1 {
		t.Error("la pièce renvoyée n'est dans aucune liste")
	}
	_, err = m.c.Joindre(ctx, string(invente(0)), dossier.Intervention{Valeur: piece, Par: "Anne", Role: "accueil", Motif: "revenue"}, "avis.pdf", []byte("%PDF"))
	m.verifierErreur(err)
	if attendues() != 0 {
		t.Error("revenue, elle reste dans la liste")
	}
	m.prouver()
}
