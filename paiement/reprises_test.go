package paiement

import (
	"slices"
	"testing"

	"accord/droit"
	"accord/registre"
	v "accord/valeur"

	"pgregory.net/rapid"
)

// recalcule is a dossier paid on days 3 to 12 at 32.87, paid since, and computed
// anew: days 3 to 7 owe more, days 8 to 12 are not owed any more, days 20 to 24 go on.
func recalcule(t *testing.T) *Entree {
	t.Helper()
	e := entree(20, 13, jours(3, 12, 3287, registre.Assure))
	os, _ := proposer(t, e)
	e.poser(os)
	e.Fins = map[string]v.Jour{e.Dus[0].Dossier: lundi + 40}
	e.Dus = append(jours(3, 7, 3587, registre.Assure), jours(20, 24, 3587, registre.Assure)...)
	e.Jour = lundi + 34
	e.Decider = avant(lundi + 34)
	return e
}

// avant leaves an agent until a day to decide on whatever was paid too much.
func avant(dernier v.Jour) func(registre.Cle) (depuis, dernier v.Jour) {
	return func(registre.Cle) (v.Jour, v.Jour) { return dernier - 2, dernier }
}

// montants sums what leaves, and what is held by motive.
func montants(os []Ordre, rs []Retenue) (v.Centimes, map[Motif]v.Centimes) {
	var paye v.Centimes
	for i := range os {
		paye += os[i].Total.Brut
	}
	m := map[Motif]v.Centimes{}
	for i := range rs {
		m[rs[i].Motif] += rs[i].Brut
	}
	return paye, m
}

// Nothing is taken back without a decision: what is owed of days past waits for it
// as long as an agent has to take it; what the dossier goes on to owe does not.
func TestRienNEstReprisSansDecision(t *testing.T) {
	const rappel, trop, suite = 5 * 300, 5 * 3287, 5 * 3587
	e := recalcule(t)
	paye, m := montants(proposer(t, e))
	if paye != suite || m[AttendReprise] != rappel || m[TropVerse] != -trop {
		t.Errorf("dans le délai : payé %d, %v", paye, m)
	}
	e.Jour++
	if paye, m = montants(proposer(t, e)); paye != suite+rappel || m[AttendReprise] != 0 || m[TropVerse] != -trop {
		t.Errorf("passé le délai, tout est payé : payé %d, %v", paye, m)
	}
	signee := Reprise{Par: "Anne", Periode: v.P(lundi+8, lundi+12)}
	e.Reprises = []Reprise{signee}
	if paye, m = montants(proposer(t, e)); paye != suite+rappel || m[TropVerse] != -trop {
		t.Errorf("un jour repris tient dans le rappel, ou ne l'est pas : payé %d, %v", paye, m)
	}
	e.Dus = append(jours(3, 7, 6000, registre.Assure), jours(20, 24, 3587, registre.Assure)...)
	const grand = 5 * (6000 - 3287)
	if paye, m = montants(proposer(t, e)); paye != suite+grand-4*3287 || m[TropVerse] != -3287 {
		t.Errorf("signée, prise sur le rappel et sur rien d'autre : payé %d, %v", paye, m)
	}
	e.Reprises = append(e.Reprises, Reprise{Par: "Zoé", Periode: v.P(lundi+8, lundi+12), Abandon: true})
	if paye, m = montants(proposer(t, e)); paye != suite+grand || m[Abandonne] != -trop || m[TropVerse] != 0 {
		t.Errorf("abandonnée : payé %d, %v", paye, m)
	}
}

// What is learnt later of other days gives its own time to decide, up to its own amount,
// and prolongs nothing.
func TestChaqueTropVerseASonDelai(t *testing.T) {
	const un, suite = 300, 5 * 3587
	e := recalcule(t)
	e.Dus = slices.Concat(jours(3, 7, 3587, registre.Assure), jours(8, 8, 3287-2*un, registre.Assure), jours(9, 9, 3287-un, registre.Assure), jours(10, 12, 3287, registre.Assure), jours(20, 24, 3587, registre.Assure))
	e.Decider = func(c registre.Cle) (v.Jour, v.Jour) {
		if c.Jour == lundi+9 { // learnt two days after the other one
			return lundi + 34, lundi + 36
		}
		return lundi + 32, lundi + 34
	}
	os, rs := proposer(t, e)
	paye, m := montants(os, rs)
	if paye != suite+2*un || m[AttendReprise] != 3*un {
		t.Errorf("payé %d, %v", paye, m)
	}
	jusque := map[v.Jour]int{}
	for i := range rs {
		if r := &rs[i]; r.Motif == AttendReprise {
			jusque[r.Jusque] += r.Jours
			if r.ADeciderLe != r.Jusque-3 {
				t.Errorf("à décider depuis le %s, jusqu'au %s", r.ADeciderLe, r.Jusque)
			}
		}
	}
	if jusque[lundi+35] != 2 || jusque[lundi+37] != 1 {
		t.Errorf("jours tenus jusqu'au : %v", jusque)
	}
	e.Jour++
	if paye, m = montants(proposer(t, e)); paye != suite+4*un || m[AttendReprise] != un {
		t.Errorf("le premier délai passé : payé %d, %v", paye, m)
	}
}

// What is owed under one risk and was paid under another is one thing, and so is an
// amount given for a period: neither takes anything back when it does not go down.
func TestUneSeuleChose(t *testing.T) {
	e := entree(20, 13, jours(3, 12, 3000, registre.Assure))
	os, _ := proposer(t, e)
	e.poser(os)
	e.Jour++
	e.Dus = jours(3, 14, 2500, registre.Assure) // 300 for the period, spread over two more days
	e.Jour = lundi + 15
	e.Lots = map[registre.Cle]int{}
	for i := range e.Dus {
		e.Lots[e.Dus[i].Cle] = 1
	}
	if paye, m := montants(proposer(t, e)); paye != 0 || len(m) != 0 {
		t.Errorf("la même somme pour la période : payé %d, %v", paye, m)
	}
	e.Lots = nil
	if paye, m := montants(proposer(t, e)); paye != 2*2500 || m[TropVerse] != -10*500 {
		t.Errorf("jour par jour : payé %d, %v", paye, m)
	}
}

// However the calendar moves, an order takes back nothing that nobody signed: each
// of its days, whatever the risk, is paid more or the same.
func TestAucunOrdreNeReprend(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := entree(15, 12, nil)
		for range rapid.IntRange(2, 6).Draw(t, "tours") {
			risque := rapid.SampledFrom([]droit.Risque{droit.Maladie, droit.AccidentTravail}).Draw(t, "risque")
			e.Dus = sous(risque, jours(rapid.IntRange(2, 5).Draw(t, "début"), rapid.IntRange(5, 14).Draw(t, "fin"), v.Centimes(rapid.IntRange(1, 9000).Draw(t, "ij")), registre.Assure))
			e.Decider = avant(lundi + v.Jour(rapid.IntRange(0, 40).Draw(t, "décider")))
			os, _, err := Proposer(e)
			if err != nil {
				t.Fatal(err)
			}
			parJour := map[v.Jour]v.Centimes{}
			for i := range os {
				for _, p := range os[i].Poses() {
					parJour[p.Jour] += p.Brut
				}
			}
			for j, m := range parJour {
				if m < 0 {
					t.Fatalf("%s : %s repris sans décision", j, (-m).Euros())
				}
			}
			e.poser(os)
			e.Jour++
		}
	})
}
