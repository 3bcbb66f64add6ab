package paiement

import (
	"testing"

	"accord/droit"
	"accord/registre"
	v "accord/valeur"
)

// What remains of a day that was given back is held, whatever it was paid under; what was paid too much of it is not, and
// the days of the caisse go on.
func TestRendus(t *testing.T) {
	jour := lundi
	du := func(n int, r droit.Risque, ij v.Centimes, p registre.Progres) registre.Du {
		return registre.Du{Cle: registre.Cle{Jour: jour + v.Jour(n), Ligne: "E1", Risque: r}, Dossier: "D", Etat: droit.Paye, IJ: ij, Destinataire: registre.Assure, Progres: p}
	}
	pose := func(n int, r droit.Risque, brut v.Centimes) registre.Pose {
		return registre.Pose{Cle: registre.Cle{Jour: jour + v.Jour(n), Ligne: "E1", Risque: r}, Dossier: "D", Brut: brut, Destinataire: registre.Assure, OrdreLigne: "L", Racine: "L", Le: jour}
	}
	attente := du(6, droit.Maladie, 20_00, registre.AvecProgres)
	attente.Etat = droit.Attente
	for _, c := range []struct {
		nom     string
		du      registre.Du
		pose    []registre.Pose
		motif   Motif
		brut    v.Centimes
		propose v.Centimes
	}{
		{"à la caisse", du(0, droit.Maladie, 40_00, ""), nil, "", 0, 40_00},
		{"rendu", du(1, droit.Maladie, 40_00, registre.AvecProgres), nil, AvecProgres, 40_00, 0},
		{"revenu, à dire", du(2, droit.Maladie, 40_00, registre.RevenuProgres), nil, RetourProgres, 40_00, 0},
		{"le reste d'un jour", du(3, droit.Maladie, 40_00, registre.AvecProgres), []registre.Pose{pose(3, droit.Maladie, 30_00)}, AvecProgres, 10_00, 0},
		{"payé sous un autre risque", du(4, droit.AccidentTravail, 50_00, registre.AvecProgres), []registre.Pose{pose(4, droit.Maladie, 40_00)}, AvecProgres, 10_00, 0},
		{"payé de trop", du(5, droit.Maladie, 40_00, registre.AvecProgres), []registre.Pose{pose(5, droit.Maladie, 45_00)}, TropVerse, -5_00, 0},
		{"en attente, certain de 20 €", attente, nil, AvecProgres, 20_00, 0},
	} {
		e := entree(10, 8, []registre.Du{c.du})
		e.Poses = c.pose
		ordres, retenues, err := Proposer(e)
		if err != nil {
			t.Fatal(err)
		}
		var propose, retenu v.Centimes
		for i := range ordres {
			propose += ordres[i].Total.Brut
		}
		for _, r := range retenues {
			if r.Motif == c.motif {
				retenu += r.Brut
			}
		}
		if propose != c.propose || retenu != c.brut {
			t.Errorf("%s : proposé %s, retenu %s (%+v)", c.nom, propose, retenu, retenues)
		}
	}
	// Paid by PROGRES, a day owes nothing more.
	d := du(0, droit.Maladie, 40_00, registre.PayeParProgres)
	d.ParProgres = 40_00
	if ordres, retenues, _ := Proposer(entree(10, 8, []registre.Du{d})); d.Dette() != 0 || len(ordres)+len(retenues) != 0 {
		t.Errorf("payé par PROGRES : %+v %+v", ordres, retenues)
	}
}
