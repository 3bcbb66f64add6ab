package app_test

import (
	"context"
	"testing"

	"accord/dossier"
	v "accord/valeur"
)

// What an agent decides today of days to come is no disagreement of two computations: the second one hears
// a decision on its day. Those days come, and are paid as both say.
func TestDesJoursForcesAVenir(t *testing.T) {
	for _, c := range []struct {
		nom  string
		acte dossier.Intervention
		paye v.Centimes // once the stop is over
	}{
		{"la carence payée", dossier.Intervention{Nature: dossier.ForcerJour, Valeur: "payer", Periode: v.P(debut+6, debut+7)}, 9 * 32_87},
		{"des jours refusés", dossier.Intervention{Nature: dossier.ForcerJour, Valeur: "refuser", Periode: v.P(debut+10, debut+11)}, 5 * 32_87},
		{"sans terme", dossier.Intervention{Nature: dossier.ForcerJour, Valeur: "payer", Periode: v.Periode{Du: debut + 5}}, 10 * 32_87},
	} {
		m, fermer := nouveauMonde(t, debut)
		m.recevoir(unAvis(invente(0), debut+5, debut+14, siretInvente(0)))
		m.recevoir(uneAttestation(invente(0), siretInvente(0), debut-1, 2000_00, 1, mois(debut), nil))
		m.recevoir(unRIB(invente(0), compteInvente(0), debut, false))
		c.acte.Par, c.acte.Role, c.acte.Motif = "Dominique Petit", "directeur", "vu"
		_, _, err := m.c.Agir(context.Background(), string(invente(0)), c.acte)
		m.verifierErreur(err)
		for range 16 {
			if contre := m.consulter(string(invente(0))).Contre; len(contre) > 0 {
				t.Errorf("%s, le %s : %+v", c.nom, m.h.Jour(), contre)
			}
			m.vivre(1, true)
		}
		var paye v.Centimes
		for _, brut := range verse(m.consulter(string(invente(0)))) {
			paye += brut
		}
		if paye != c.paye {
			t.Errorf("%s : %s payés", c.nom, paye.Euros())
		}
		m.prouver()
		fermer()
	}
}
