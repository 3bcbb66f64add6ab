package app_test

import (
	"context"
	"testing"

	"accord/app"
	"accord/decision"
	"accord/dossier"
	"accord/droit"
	v "accord/valeur"
)

// The list of work says who holds the money of a person from the stop on, and no more once it is lifted; what is
// computed between a wide stop and its lifting, the same day, is proved as of then.
func TestLaListeApresUnArretLeve(t *testing.T) {
	ctx := context.Background()
	m, fermer := nouveauMonde(t, debut)
	defer fermer()
	m.recevoir(unAvis(invente(0), debut, debut+19, siretInvente(0)))
	m.recevoir(uneAttestation(invente(0), siretInvente(0), debut-1, 2000_00, 1, mois(debut), nil))
	m.recevoir(unAvis(invente(1), debut, debut+19, siretInvente(1)))
	m.recevoir(uneAttestation(invente(1), siretInvente(1), debut-1, 2000_00, 1, mois(debut), nil))
	m.recevoir(unCertificat(invente(2), dossier.CertificatInitial, debut-1, v.P(debut, debut+19), siretInvente(2)))
	m.recevoir(unAccident(invente(2), siretInvente(2), debut-1))
	m.recevoir(uneAttestation(invente(2), siretInvente(2), debut-1, 2000_00, 1, mois(debut), nil))
	m.recevoir(uneDecision(invente(2), droit.Reconnaissance, debut-1, debut+1))
	m.vivre(10, true) // no account: the insured is awaited
	attendus := func() int {
		n := 0
		for _, nir := range []v.NIR{invente(0), invente(1)} {
			liste, _, err := m.c.Lister(ctx, app.Filtre{Attend: "assure", Max: 10})
			m.verifierErreur(err)
			for i := range liste {
				if liste[i].Personne == m.ficheDe(nir) {
					n++
				}
			}
		}
		return n
	}
	arreter := func(genre decision.GenreGel, objet string) (lever func()) {
		g, err := m.c.Arreter(ctx, decision.GesteGel{Genre: genre, Objet: objet, Par: "Basile Nord", Role: "technicien", Motif: "en doute", Jusque: m.h.Jour() + 20})
		m.verifierErreur(err)
		if g.ADeux {
			_, err = m.c.ConfirmerArret(ctx, g.Gel, v.Agent{Nom: "Dominique Petit"}, "directeur", "vu")
			m.verifierErreur(err)
		}
		return func() {
			_, err := m.c.Reprendre(ctx, g.Gel, v.Agent{Nom: "Chloé Vasseur"}, "cadre", "vu")
			m.verifierErreur(err)
		}
	}
	if n := attendus(); n != 2 {
		t.Fatalf("%d assurés attendus", n)
	}
	lever := arreter(decision.GelPersonne, string(invente(0)))
	if n := attendus(); n != 1 {
		t.Errorf("l'une arrêtée, %d assurés attendus", n)
	}
	m.prouver()
	lever()
	if n := attendus(); n != 2 {
		t.Errorf("l'arrêt levé, %d assurés attendus", n)
	}
	m.prouver()
	lever = arreter(decision.GelRegle, "MAL-BAS-04")
	m.recevoir(uneAttestation(invente(0), siretInvente(0), debut-1, 2100_00, 2, mois(debut), nil))
	m.prouver()
	lever()
	m.prouver()
}
