package indu

import (
	"testing"

	"accord/droit"
	"accord/registre"
	v "accord/valeur"
)

// An early return told after the payment: the days that left the calendar were
// paid too much, to the one who was paid.
func TestDetecter(t *testing.T) {
	debut := v.NewJour(2026, 3, 2)
	var dus []registre.Du
	var poses []registre.Pose
	for j := range 10 {
		cle := registre.Cle{Jour: debut + v.Jour(j), Ligne: "E1", Risque: droit.Maladie}
		if j < 8 {
			dus = append(dus, registre.Du{Cle: cle, Dossier: "D", Etat: droit.Paye, IJ: 3287, Destinataire: registre.Assure})
		}
		poses = append(poses, registre.Pose{Cle: cle, Dossier: "D", Brut: 3287, Destinataire: registre.Assure})
	}
	ds := Detecter(dus, poses)
	if len(ds) != 1 || ds[0].Brut != 2*3287 || ds[0].Jours != 2 || ds[0].Periode != v.P(debut+8, debut+9) || ds[0].Destinataire != registre.Assure {
		t.Errorf("%+v", ds)
	}
	if ds := Detecter(dus, poses[:8]); len(ds) != 0 {
		t.Errorf("rien n'est en trop : %+v", ds)
	}
}
