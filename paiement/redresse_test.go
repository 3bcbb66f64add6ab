package paiement

import (
	"slices"
	"testing"

	"accord/registre"
	v "accord/valeur"
)

// One is paid days that another owes back, and who has others to be paid: where an agent
// decided to set them off, both orders of the same run post on the same days, each at its
// own rank.
func TestDeuxOrdresSurUnMemeJour(t *testing.T) {
	patron := registre.Employeur("11111111111111")
	e := entree(20, 13, jours(3, 12, 3287, patron))
	e.Comptes[patron] = e.Comptes[registre.Assure]
	os, _ := proposer(t, e)
	e.poser(os)
	e.Dus = append(jours(3, 4, 3287, registre.Assure), jours(5, 12, 4287, patron)...)
	for i := range 2 {
		e.Dus[i].Redresse = true
	}
	e.Reprises = []Reprise{{Par: "Anne", Periode: v.P(lundi+3, lundi+4)}}
	os, rs := proposer(t, e)
	if len(os) != 2 || len(rs) != 0 {
		t.Fatalf("ordres %+v, retenues %+v", os, rs)
	}
	sommes := map[registre.Destinataire]v.Centimes{}
	for i := range os {
		sommes[os[i].Destinataire] = os[i].Total.Brut
	}
	if sommes[registre.Assure] != 2*3287 || sommes[patron] != 8*1000-2*3287 {
		t.Errorf("payé %v", sommes)
	}
	e.poser(os)
	rangs := map[registre.Cle][]int{}
	for _, p := range e.Poses {
		rangs[p.Cle] = append(rangs[p.Cle], p.Rang)
	}
	for c, r := range rangs {
		slices.Sort(r)
		for i := range r {
			if r[i] != i {
				t.Errorf("le %s porte les rangs %v", c.Jour, r)
			}
		}
	}
	if os, rs := proposer(t, e); len(os)+len(rs) != 0 {
		t.Errorf("encore %v, %v", os, rs)
	}
}
