package app_test

import (
	"context"
	"testing"

	"accord/app"
	"accord/dossier"
	"accord/suivi"

	v "accord/valeur"
)

func (m *monde) etatLe(jours int) *app.Etat {
	m.t.Helper()
	e, err := m.c.EtatLe(context.Background(), m.h.Jour()-v.Jour(jours), func(int) {})
	m.verifierErreur(err)
	return e
}

// The counters count people: two records brought together are one, and were two
// on the days before; parted, they were one on the days when they were together.
func TestEtatCompteDesPersonnes(t *testing.T) {
	m := deuxFiches(t)
	if _, _, err := m.identifier("technicien", "Anne", dossier.Noter, string(invente(1)), ""); err != nil {
		t.Fatal(err)
	}
	m.vivre(3, true)
	m.reunir(invente(0), invente(1))
	e, err := m.c.Etat(context.Background(), func(int) {})
	m.verifierErreur(err)
	if e.Personnes != 1 || e.Assures != 1 || e.Dossiers != 1 {
		t.Errorf("réunies : %d personnes, %d en arrêt, %d dossiers", e.Personnes, e.Assures, e.Dossiers)
	}
	if e.Mains.Actes != 2 { // the note, kept by the record that is attached now, and the act of identity
		t.Errorf("%d actes", e.Mains.Actes)
	}
	if avant := m.etatLe(1); avant.Personnes != 2 || avant.Assures != 2 || avant.Dossiers != 2 || avant.Jours.Payes != 2*37 {
		t.Errorf("la veille : %+v", avant)
	}
	m.vivre(2, true)
	m.separer(invente(0), invente(1))
	m.vivre(2, true)
	if e := m.etatLe(0); e.Personnes != 2 || e.Assures != 2 {
		t.Errorf("séparées : %d personnes, %d en arrêt", e.Personnes, e.Assures)
	}
	if e := m.etatLe(3); e.Personnes != 1 || e.Assures != 1 {
		t.Errorf("quand elles étaient réunies : %d personnes, %d en arrêt", e.Personnes, e.Assures)
	}
	r, err := m.c.Verifier(context.Background(), func(int) {})
	m.verifierErreur(err)
	if r.Personnes != 2 || len(r.Breches) > 0 {
		t.Errorf("%d personnes, %+v", r.Personnes, r.Breches)
	}
}

// The wait of a person counts from the first word of any of her records, and
// what was written under any of them.
func TestAttentePasseeDeDeuxFiches(t *testing.T) {
	m, fermer := nouveauMonde(t, debut+2)
	defer fermer()
	ancienne, neuve := invente(0), invente(1)
	m.recevoir(unAvis(ancienne, debut, debut+29, siretInvente(0)))
	m.vivre(12, false)
	m.recevoir(unRIB(neuve, compteInvente(0), debut+5, false))
	m.recevoir(unAvis(neuve, debut+14, debut+29, siretInvente(0)))
	m.reunir(neuve, ancienne)
	m.vivre(4, false)
	m.recevoir(uneAttestation(neuve, siretInvente(0), debut-1, 2000_00, 1, mois(debut), nil))
	m.vivre(1, true)
	for _, reference := range []string{string(neuve), string(ancienne)} {
		ps, err := m.c.AttentePassee(context.Background(), reference)
		if err != nil || len(ps) == 0 || ps[0].Periode.Du > debut+4 {
			t.Fatalf("%s : %+v, %v", reference, ps, err)
		}
		var employeur, ecrits int
		for _, p := range ps {
			if p.Par == suivi.Employeur {
				employeur += p.Periode.Jours()
				ecrits += len(p.Ecrit)
			}
		}
		if employeur < 10 || ecrits == 0 {
			t.Errorf("%s : %+v", reference, ps)
		}
	}
}
