package paiement

import (
	"testing"

	"accord/registre"
	v "accord/valeur"
)

// What was settled goes on being paid; what is beyond waits for someone, and a
// day already paid that much is not paid again.
func TestUnMontantQuiSurprend(t *testing.T) {
	e := entree(20, 40, jours(3, 12, 1000, registre.Assure))
	os, _ := proposer(t, e)
	e.poser(os)
	e.Surprend = func(d *registre.Ecart) (v.Centimes, bool) { return 1000, d.Nouveau > 3000 }
	e.Dus = append(jours(3, 12, 9000, registre.Assure), jours(20, 24, 9000, registre.Assure)...)
	e.Jour = lundi + 34
	os, rs := proposer(t, e)
	if paye, m := montants(os, rs); paye != 5*1000 || m[Invraisemblable] != 15*8000 {
		t.Errorf("payé %d, %v", paye, m)
	}
	e.poser(os)
	if paye, m := montants(proposer(t, e)); paye != 0 || m[Invraisemblable] != 15*8000 {
		t.Errorf("ensuite : payé %d, %v", paye, m)
	}
	e.Surprend = nil
	if paye, m := montants(proposer(t, e)); paye != 15*8000 || len(m) != 0 {
		t.Errorf("libéré : payé %d, %v", paye, m)
	}
}
