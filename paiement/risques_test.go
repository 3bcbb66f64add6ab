package paiement

import (
	"testing"

	"accord/droit"
	"accord/registre"
	v "accord/valeur"

	"pgregory.net/rapid"
)

// sous puts days under another risk.
func sous(r droit.Risque, dus []registre.Du) []registre.Du {
	for i := range dus {
		dus[i].Risque = r
	}
	return dus
}

// A stop paid as sickness, then recognised as an accident: one order takes back
// the sickness and pays the accident, with the levies of the difference.
func TestMaladieReconnueAccident(t *testing.T) {
	e := entree(31, 30, jours(3, 29, 3945, registre.Assure))
	os, _ := proposer(t, e)
	e.poser(os)
	paye, _ := prelever(27*3945, registre.Assure, droit.Maladie, false)
	e.Jour += 30
	e.Dus = sous(droit.AccidentTravail, append(jours(0, 27, 4734, registre.Assure), jours(28, 29, 6233, registre.Assure)...))
	os, rs := proposer(t, e)
	if len(os) != 1 || len(rs) != 0 || os[0].Total.Brut != 145018-106515 {
		t.Fatalf("ordres %+v, retenues %+v", os, rs)
	}
	a, _ := prelever(28*4734, registre.Assure, droit.AccidentTravail, false)
	b, _ := prelever(2*6233, registre.Assure, droit.AccidentTravail, false)
	if os[0].Total != a.Plus(b).Moins(paye) {
		t.Errorf("rappel %+v, attendu %+v", os[0].Total, a.Plus(b).Moins(paye))
	}
	e.poser(os)
	if os, rs := proposer(t, e); len(os)+len(rs) != 0 {
		t.Errorf("encore %v, %v", os, rs)
	}
	// Refused later: the sickness is due again, and the rest is too much.
	e.Dus = jours(3, 29, 3945, registre.Assure)
	if os, rs := proposer(t, e); len(os) != 0 || len(rs) != 1 || rs[0].Motif != TropVerse || rs[0].Brut != 106515-145018 {
		t.Errorf("refus : %v, %+v", os, rs)
	}
}

// An accident owed to the employer for days paid to the insured as sickness is
// decided by a human, and days that wait for a wage are left as they are.
func TestRisqueChangePourUnAutre(t *testing.T) {
	e := entree(31, 30, jours(3, 29, 3945, registre.Assure))
	os, _ := proposer(t, e)
	e.poser(os)
	e.Comptes[registre.Employeur("11111111111111")] = e.Comptes[registre.Assure]
	e.Dus = sous(droit.AccidentTravail, jours(3, 29, 4734, registre.Employeur("11111111111111")))
	if os, rs := proposer(t, e); len(os) != 0 || len(rs) != 1 || rs[0].Motif != AttendArbitrage || rs[0].Jours != 27 {
		t.Errorf("autre destinataire : %v, %+v", os, rs)
	}
	for i := range e.Dus {
		e.Dus[i].Etat, e.Dus[i].IJ = droit.Attente, 0
	}
	if os, rs := proposer(t, e); len(os)+len(rs) != 0 {
		t.Errorf("en attente : %v, %+v", os, rs)
	}
}

// Two computations that differ on a day hold it whole: what was paid for it
// under another risk is not taken back alone.
func TestJourTenuTousRisques(t *testing.T) {
	e := entree(31, 30, jours(3, 29, 3945, registre.Assure))
	os, _ := proposer(t, e)
	e.poser(os)
	e.Dus = sous(droit.AccidentTravail, jours(3, 29, 4734, registre.Assure))
	e.Retenus = map[registre.Cle]bool{e.Dus[0].Cle: true}
	os, rs := proposer(t, e)
	if len(os) != 1 || os[0].Total.Brut != 26*(4734-3945) || len(rs) != 1 || rs[0].Motif != ContreCalcul || rs[0].Brut != 4734-3945 {
		t.Errorf("%+v, %+v", os, rs)
	}
}

// Whatever happens to the days of a line (risk, amount, payee, answer awaited),
// at most one risk is left paid on each, and a run that holds nothing back
// leaves paid what is owed.
func TestUnRisquePayeParJour(t *testing.T) {
	employeur := registre.Employeur("11111111111111")
	rapid.Check(t, func(t *rapid.T) {
		e := entree(40, 9, nil)
		e.Comptes[employeur] = e.Comptes[registre.Assure]
		for range rapid.IntRange(1, 6).Draw(t, "tours") {
			e.Dus = e.Dus[:0]
			for j := range 10 {
				r := rapid.SampledFrom([]droit.Risque{droit.Maladie, droit.AccidentTravail, droit.Maternite}).Draw(t, "risque")
				d := rapid.SampledFrom([]registre.Destinataire{registre.Assure, registre.Assure, registre.Assure, employeur}).Draw(t, "à qui")
				du := sous(r, jours(j, j, v.Centimes(rapid.Int64Range(1, 9000).Draw(t, "ij")), d))[0]
				if rapid.IntRange(0, 4).Draw(t, "attente") == 0 {
					du.Etat, du.IJ = droit.Attente, 0
				}
				e.Dus = append(e.Dus, du)
			}
			os, rs, err := Proposer(e)
			if err != nil {
				t.Fatal(err)
			}
			e.poser(os)
			e.Jour++
			verifierUnRisque(t, e, len(rs) == 0)
		}
	})
}

func verifierUnRisque(t *rapid.T, e *Entree, solde bool) {
	paye := map[registre.Cle]v.Centimes{}
	for i := range e.Poses {
		paye[e.Poses[i].Cle] += e.Poses[i].Brut
	}
	for j := range 10 {
		n, total := 0, v.Centimes(0)
		for _, r := range []droit.Risque{droit.Maladie, droit.AccidentTravail, droit.Maternite} {
			m := paye[registre.Cle{Jour: lundi + v.Jour(j), Ligne: "E1", Risque: r}]
			if m < 0 {
				t.Fatalf("jour %d, %s : %s posés", j, r, m)
			}
			if m > 0 {
				n++
			}
			total += m
		}
		if n > 1 {
			t.Fatalf("jour %d payé sous %d risques", j, n)
		}
		for i := range e.Dus {
			if x := &e.Dus[i]; solde && x.Jour == lundi+v.Jour(j) && x.Etat == droit.Paye && total != x.IJ {
				t.Fatalf("jour %d : %s payés, %s dus", j, total, x.IJ)
			}
		}
	}
}
