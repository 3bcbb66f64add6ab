package paiement

import (
	"testing"

	"accord/droit"
	"accord/registre"
	v "accord/valeur"
)

// attendre leaves days waiting for an answer, certain for their amount.
func attendre(dus []registre.Du) []registre.Du {
	for i := range dus {
		dus[i].Etat = droit.Attente
	}
	return dus
}

// acompte is a dossier received on Monday, of which what is certain is paid on
// account ten days later.
func acompte(jour int, dus []registre.Du) *Entree {
	e := entree(jour, 30, dus)
	e.Recus, e.Acompte = map[string]v.Jour{"D": lundi}, 10
	return e
}

// ACO-01, ACO-03: what is certain of the awaited days that are over is paid ten
// days after the reception of the prescription, then at the rhythm of payments.
func TestAcompteAuDixiemeJour(t *testing.T) {
	e := acompte(9, attendre(jours(3, 20, 1000, registre.Assure)))
	os, rs := proposer(t, e)
	if len(os) != 0 || len(rs) != 1 || rs[0].Motif != AttendAcompte || rs[0].Jusque != lundi+10 || rs[0].Jours != 6 || rs[0].Brut != 6000 {
		t.Fatalf("neuvième jour : %v %+v", os, rs)
	}
	e.Jour = lundi + 10
	os, rs = proposer(t, e)
	if len(os) != 1 || len(rs) != 0 || len(os[0].Lignes) != 1 {
		t.Fatalf("dixième jour : %v %v", os, rs)
	}
	if l := os[0].Lignes[0]; !l.Acompte || l.Periode != v.P(lundi+3, lundi+9) || l.Brut != 7000 || l.CSG != 434 || l.Net != 6531 {
		t.Errorf("dixième jour : %+v", l)
	}
	e.poser(os)
	e.Jour = lundi + 23
	if os, rs = proposer(t, e); len(os) != 0 || len(rs) != 1 || rs[0].Jusque != lundi+24 {
		t.Errorf("avant le rythme : %v %v", os, rs)
	}
	e.Jour = lundi + 24
	if os, _ = proposer(t, e); len(os) != 1 || os[0].Total.Brut != 11000 {
		t.Errorf("au rythme : %+v", os)
	}
}

// What the last payment on account left out, because someone held it, waits for no other rhythm
// once it is free.
func TestAcompteLibere(t *testing.T) {
	e := acompte(10, attendre(jours(3, 20, 1000, registre.Assure)))
	e.Mains = []Main{{Par: "X", Motif: "vu", Periode: v.P(lundi+4, lundi+5), Jusque: lundi + 13}}
	os, rs := proposer(t, e)
	if len(os) != 1 || os[0].Total.Brut != 5000 || len(rs) != 1 || rs[0].Motif != ParUneMain || rs[0].Jours != 2 {
		t.Fatalf("retenus : %v %+v", os, rs)
	}
	e.poser(os)
	e.Jour = lundi + 12
	if os, rs = proposer(t, e); len(os) != 0 || len(rs) != 2 || rs[0].Jusque+rs[1].Jusque != 2*lundi+13+24 {
		t.Errorf("retenus encore : %v %+v", os, rs)
	}
	e.Jour = lundi + 13
	if os, rs = proposer(t, e); len(os) != 1 || os[0].Total.Brut != 5000 || len(rs) != 0 {
		t.Errorf("libres : %v %+v", os, rs)
	}
}

// Someone decides that it is paid at once; without an account it waits for one.
func TestAcompteDecide(t *testing.T) {
	e := acompte(5, attendre(jours(3, 20, 1000, registre.Assure)))
	e.Avances = map[string]bool{"D": true}
	if os, _ := proposer(t, e); len(os) != 1 || os[0].Total.Brut != 2000 {
		t.Errorf("%+v", os)
	}
	e.Comptes = nil
	if os, rs := proposer(t, e); len(os) != 0 || len(rs) != 1 || rs[0].Motif != AttendCompte {
		t.Errorf("%v %v", os, rs)
	}
}

// ACO-05: the answer settles the named days by difference, in one line on the
// line that paid them; levies are those of the whole.
func TestAcompteRegleParDifference(t *testing.T) {
	e := acompte(10, attendre(jours(3, 9, 1000, registre.Assure)))
	os, _ := proposer(t, e)
	e.poser(os)
	e.Jour, e.Dus = lundi+12, jours(3, 9, 3287, registre.Assure)
	reglement, rs := proposer(t, e)
	if len(rs) != 0 || len(reglement) != 1 || len(reglement[0].Lignes) != 1 {
		t.Fatalf("%v %v", reglement, rs)
	}
	l := &reglement[0].Lignes[0]
	if l.Acompte || l.Racine != os[0].Lignes[0].ID || l.Brut != 7*2287 {
		t.Errorf("%+v", l)
	}
	entier, _ := prelever(7*3287, registre.Assure, droit.Maladie, false)
	if got := os[0].Lignes[0].Prelevements.Plus(l.Prelevements); got != entier {
		t.Errorf("acompte et règlement : %+v, attendu %+v", got, entier)
	}
}

// ACO-06: days paid on account and then refused are held, never taken back by
// the run; while they are awaited again they are not even too much.
func TestAcompteJamaisRepris(t *testing.T) {
	e := acompte(10, attendre(jours(3, 9, 1000, registre.Assure)))
	os, _ := proposer(t, e)
	e.poser(os)
	refus := jours(3, 9, 0, registre.Assure)
	for i := range refus {
		refus[i].Etat = droit.Refuse
	}
	e.Jour, e.Dus = lundi+12, refus
	if os, rs := proposer(t, e); len(os) != 0 || len(rs) != 1 || rs[0].Motif != TropVerse || rs[0].Brut != -7000 {
		t.Errorf("%v %+v", os, rs)
	}
	e.Dus = attendre(jours(3, 9, 400, registre.Assure))
	if os, rs := proposer(t, e); len(os)+len(rs) != 0 {
		t.Errorf("%v %+v", os, rs)
	}
}
