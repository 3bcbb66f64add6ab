package piece

import (
	"reflect"
	"testing"

	"accord/dossier"
)

// The block of the changes of a person is a fact of its own; one that says nothing,
// and a declaration that is cancelled, say nothing.
func TestChangementIdentite(t *testing.T) {
	const naissance = "S21.G00.30.006,'15011985'"
	for _, c := range []struct {
		bloc string
		veut *dossier.ChangementIdentite
	}{
		{"S21.G00.31.001,'01112026'\nS21.G00.31.008,'7100000000001'", &dossier.ChangementIdentite{AncienNIR: "7100000000001"}},
		{"S21.G00.31.001,'01112026'\nS21.G00.31.009,'DURAND'\nS21.G00.31.010,'Camile'\nS21.G00.31.011,'15011986'",
			&dossier.ChangementIdentite{AncienNom: "DURAND", AnciensPrenoms: "Camile", AncienneNaissance: jour("1986-01-15")}},
		{"S21.G00.31.001,'01112026'", nil},
	} {
		contenu := changer(t, "arret.dsn", naissance, naissance+"\n"+c.bloc)
		l := lire(contenu)
		if len(l.Pieces) != 1 || len(l.Anomalies) != 0 {
			t.Fatalf("%+v", l.Anomalies)
		}
		faits := l.Pieces[0].Faits
		if c.veut == nil {
			if len(faits) != 1 {
				t.Errorf("%s : %d faits", c.bloc, len(faits))
			}
			continue
		}
		c.veut.Identite, c.veut.NIR, c.veut.Employeur, c.veut.Le = camilleDSN, l.Pieces[0].NIR, lilas, jour("2026-11-01")
		if len(faits) != 2 || faits[1].Genre != dossier.GenreIdentite || !reflect.DeepEqual(faits[1].Changement, c.veut) {
			t.Errorf("%s : %+v", c.bloc, faits[1].Changement)
		}
	}
}
