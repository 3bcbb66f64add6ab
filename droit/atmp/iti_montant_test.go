package atmp

import (
	"testing"

	"accord/droit"
	v "accord/valeur"
)

// The allowance paid last before the case is the last one above nothing, else what is said of
// the accident, at 80 % first; nothing only where nothing else is known, and not where nothing is said.
func TestDerniereIJAvantLeCas(t *testing.T) {
	connu := func(n v.Centimes) v.Option[v.Centimes] { return v.Connu(n) }
	var tue v.Option[v.Centimes]
	for _, x := range []struct {
		nom         string
		anterieures []v.Option[v.Centimes]
		ij80, ij60  v.Option[v.Centimes]
		veut        v.Option[v.Centimes]
	}{
		{"rien n'est dit", nil, tue, tue, tue},
		{"un montant tu", []v.Option[v.Centimes]{tue}, tue, tue, tue},
		{"un montant nul", []v.Option[v.Centimes]{connu(0)}, tue, tue, connu(0)},
		{"un centime", []v.Option[v.Centimes]{connu(1)}, connu(5000), tue, connu(1)},
		{"le dernier qui n'est pas nul", []v.Option[v.Centimes]{connu(3000), connu(4000), connu(0), tue}, connu(5000), tue, connu(4000)},
		{"nul, mais 80 % dits", []v.Option[v.Centimes]{connu(0)}, connu(1), connu(2000), connu(1)},
		{"80 % nuls, 60 % dits", nil, connu(0), connu(2000), connu(2000)},
		{"80 % nuls seuls", nil, connu(0), tue, connu(0)},
		{"60 % nuls seuls", nil, tue, connu(0), connu(0)},
	} {
		cas := simple()
		cas.Sinistres[0].IJ80, cas.Sinistres[0].IJ60 = x.ij80, x.ij60
		for k, ij := range x.anterieures {
			du := jour("2025-01-01").AjouterMois(k)
			cas.Anterieures = append(cas.Anterieures, droit.IndemniteAnterieure{Periode: v.P(du, du.FinMois()), Risque: droit.AccidentTravail, Sinistre: "S1", IJ: ij})
		}
		c := &Calcul{cas: cas}
		if got := c.ijDAvant(&demande{sinistre: "S1", avis: jour("2026-03-31")}); got != x.veut {
			t.Errorf("%s : %+v, attendu %+v", x.nom, got, x.veut)
		}
	}
}
