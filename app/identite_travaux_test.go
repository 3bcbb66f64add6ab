package app_test

import (
	"context"
	"strings"
	"testing"

	"accord/app"
	"accord/dossier"
	"accord/paiement"
	v "accord/valeur"
)

// What was to be done of a person is done of the one whom her record was attached to meanwhile: an
// order that pays someone who is owed no more does not leave.
func TestUnOrdreRappeleSousUneAutreFiche(t *testing.T) {
	m, fermer := nouveauMonde(t, debut+25)
	defer fermer()
	a, b := invente(0), invente(1)
	for _, p := range jumelles(a, b, [2]v.IBAN{compteInvente(0), compteInvente(1)})[1] {
		m.recevoir(p)
	}
	m.recevoir(unAvis(a, debut+60, debut+61, siretInvente(0)))
	m.vivre(1, false)
	subrogation := &dossier.SubrogationDeclaree{Periode: v.P(debut, debut+300), IBAN: compteInvente(100)}
	m.recevoir(uneAttestation(b, siretInvente(0), debut-1, 2000_00, 2, mois(debut), subrogation))
	m.reunir(a, b)
	m.payer()
	ordres := m.consulter(string(a)).Ordres
	if len(ordres) != 1 || ordres[0].Etat != paiement.Annule {
		t.Errorf("l'ordre vers l'assuré est %s", ordres[0].Etat)
	}
	m.prouver()
}

// The letter of a claim that two people signed leaves, whoever leads by then.
func TestUneLettrePartSousUneAutreFiche(t *testing.T) {
	m, fermer := nouveauMonde(t, debut+25)
	defer fermer()
	a, b := invente(0), invente(1)
	for _, p := range jumelles(a, b, [2]v.IBAN{compteInvente(0), compteInvente(1)})[1] {
		m.recevoir(p)
	}
	m.recevoir(unAvis(a, debut+60, debut+61, siretInvente(0)))
	m.vivre(1, true)
	m.recevoir(uneAttestation(b, siretInvente(0), debut-1, 1500_00, 2, mois(debut), nil))
	indu := m.reclamerIndu(b, v.P(debut+3, debut+19))
	m.reunir(a, b)
	m.vivre(1, false)
	if n := m.lettres(a, "indu/"+indu); n != 1 {
		t.Errorf("%d lettres de l'indu sont parties", n)
	}
	m.prouver()
}

// reclamerIndu claims what was paid too much on some days, signed by two people.
func (m *monde) reclamerIndu(nir v.NIR, jours v.Periode) (acte string) {
	m.t.Helper()
	a, _, err := m.c.Agir(context.Background(), string(nir), dossier.Intervention{Nature: dossier.NotifierIndu, Valeur: "caisse_calcul", Periode: jours, Par: "Anne", Role: "technicien", Motif: "vu"})
	m.verifierErreur(err)
	_, _, err = m.c.Agir(context.Background(), string(nir), dossier.Intervention{Nature: dossier.Confirmer, Objet: a.ID, Par: "Bruno", Role: "comptable", Motif: "contrôlé"})
	m.verifierErreur(err)
	return a.ID
}

// lettres counts the letters that left under a prefix.
func (m *monde) lettres(nir v.NIR, prefixe string) (n int) {
	m.t.Helper()
	m.verifierErreur(m.c.Store().View(context.Background(), func(tx app.Tx) error {
		for _, f := range m.consulter(string(nir)).Fiches {
			siens, err := tx.Messages(f.Personne)
			if err != nil {
				return err
			}
			for i := range siens {
				if strings.HasPrefix(siens[i].Cle, prefixe) {
					n++
				}
			}
		}
		return nil
	}))
	return n
}
