package app

import (
	"testing"

	"accord/droit"
	"accord/paiement"
	"accord/registre"
	v "accord/valeur"
)

// When the run of the caisse looks at a dossier again: what one payee waits for
// does not put off the other.
func TestAVoirLe(t *testing.T) {
	const siret = "73282932000074"
	lundi := v.NewJour(2026, 11, 2)
	du := func(k int, a registre.Destinataire) registre.Du {
		return registre.Du{Cle: registre.Cle{Jour: lundi + v.Jour(k), Ligne: "E1", Risque: droit.Maladie}, Dossier: "D", Etat: droit.Paye, IJ: 3287, Destinataire: a}
	}
	retenu := func(a registre.Destinataire, jusque int, gel string) paiement.Retenue {
		return paiement.Retenue{Dossier: "D", Destinataire: a, Jusque: lundi + v.Jour(jusque), Gel: gel}
	}
	patron := registre.Employeur(siret)
	for _, c := range []struct {
		nom string
		d   Dossier
		le  v.Jour
	}{
		{"rien n'est dû", Dossier{}, 0},
		{"un jour finit demain", Dossier{Dus: []registre.Du{du(4, registre.Assure)}}, lundi + 5},
		{"le rythme", Dossier{Dus: []registre.Du{du(0, registre.Assure)}, Retenues: []paiement.Retenue{retenu(registre.Assure, 14, "")}}, lundi + 14},
		{"deux retenues, la première qui finit", Dossier{Dus: []registre.Du{du(0, registre.Assure)}, Retenues: []paiement.Retenue{retenu(registre.Assure, 14, ""), retenu(registre.Assure, 9, "")}}, lundi + 9},
		{"l'employeur n'attend pas le rythme de l'assuré", Dossier{Dus: []registre.Du{du(0, registre.Assure), du(3, patron)}, Retenues: []paiement.Retenue{retenu(registre.Assure, 14, "")}}, lundi + 4},
		{"l'assuré est proposé, l'employeur retenu", Dossier{Dus: []registre.Du{du(0, registre.Assure), du(0, patron)}, Retenues: []paiement.Retenue{retenu(patron, 14, "")},
			Proposes: []paiement.Ordre{{Dossier: "D", Destinataire: registre.Assure}}}, lundi + 1},
		{"une part proposée, l'autre retenue", Dossier{Dus: []registre.Du{du(0, registre.Assure)}, Retenues: []paiement.Retenue{retenu(registre.Assure, 14, "")},
			Proposes: []paiement.Ordre{{Dossier: "D", Destinataire: registre.Assure}}}, lundi + 1},
		{"un arrêt des paiements peut être levé", Dossier{Dus: []registre.Du{du(0, registre.Assure)}, Retenues: []paiement.Retenue{retenu(registre.Assure, 14, "G")}}, lundi + 1},
		{"un jour à venir n'attend pas que d'autres soient lâchés", Dossier{Dus: []registre.Du{du(0, registre.Assure), du(4, registre.Assure)}, Retenues: []paiement.Retenue{
			{Dossier: "D", Destinataire: registre.Assure, Motif: paiement.ParUneMain, Jusque: lundi + 14, Details: []paiement.JourRetenu{{Cle: du(0, registre.Assure).Cle}}}}}, lundi + 5},
		{"sauf au rythme", Dossier{Dus: []registre.Du{du(0, registre.Assure), du(1, registre.Assure), du(4, registre.Assure)}, Retenues: []paiement.Retenue{
			{Dossier: "D", Destinataire: registre.Assure, Motif: paiement.ParUneMain, Jusque: lundi + 14, Details: []paiement.JourRetenu{{Cle: du(0, registre.Assure).Cle}}},
			{Dossier: "D", Destinataire: registre.Assure, Motif: paiement.AttendRythme, Jusque: lundi + 12, Details: []paiement.JourRetenu{{Cle: du(1, registre.Assure).Cle}}}}}, lundi + 12},
		{"la retenue d'un autre dossier", Dossier{Dus: []registre.Du{du(0, registre.Assure)}, Retenues: []paiement.Retenue{{Dossier: "X", Destinataire: registre.Assure, Jusque: lundi + 14}}}, lundi + 1},
	} {
		if le := c.d.aVoirLe("D"); le != c.le {
			t.Errorf("%s : %s, attendu %s", c.nom, le, c.le)
		}
	}
}
