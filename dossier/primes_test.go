package dossier

import (
	"reflect"
	"slices"
	"testing"

	"accord/droit"
	v "accord/valeur"
)

// avecPrime puts a yearly bonus in a monthly declaration, whose gross holds it.
func avecPrime(f Fait, montant v.Centimes) Fait {
	c := &f.Mensuelle.Contrats[0]
	c.Salaires[0].Brut = v.Connu(c.Salaires[0].Brut.Ou(0) + montant)
	c.Primes = []droit.Prime{{VerseLe: c.Salaires[0].VerseLe, Montant: montant, Pour: v.P(jour("2025-01-01"), jour("2025-12-31"))}}
	return f
}

// A bonus is taken out of the gross that holds it: the case adds up to the
// same, and the sickness allowance does not move.
func TestPrimeRetranchee(t *testing.T) {
	faits := usuelle()
	faits[0] = avecPrime(faits[0], 120000)
	c := calculerFaits(t, faits)
	a := c.Situation.Cas.Activites[0]
	if len(a.Primes) != 1 || a.Primes[0].Montant != 120000 || a.Salaires[0].Brut.Ou(0) != 200000 {
		t.Fatalf("%+v %+v", a.Primes, a.Salaires)
	}
	sans := usuelle()
	sans[0].Mensuelle.Contrats[0].Salaires[0].Brut = v.Connu[v.Centimes](320000)
	if _, brut := etats(&c); brut == 0 {
		t.Error("rien n'est payé")
	} else if d := calculerFaits(t, sans); !reflect.DeepEqual(d.Resultat.Jours, c.Resultat.Jours) {
		t.Error("retirer la prime du brut change l'indemnité")
	}
}

// A bonus whose pay is not found stays where it is: nothing is counted twice.
func TestPrimeSansPaie(t *testing.T) {
	faits := usuelle()
	faits[0] = avecPrime(faits[0], 120000)
	faits[0].Mensuelle.Contrats[0].Primes[0].VerseLe = jour("2026-01-05")
	if a := calculerFaits(t, faits).Situation.Cas.Activites[0]; len(a.Primes) != 0 || a.Salaires[0].Brut.Ou(0) != 320000 {
		t.Errorf("%+v %+v", a.Primes, a.Salaires)
	}
}

// The attestation prevails for a bonus and for a loss, and of two declarations
// of one loss the last one holds.
func TestPrimesEtPertesContradictoires(t *testing.T) {
	p := v.P(jour("2026-02-01"), jour("2026-02-28"))
	perdre := func(f Fait, m v.Centimes) Fait {
		f.Mensuelle.Contrats[0].Pertes = []droit.PerteTPT{{Periode: p, Perte: m}}
		return f
	}
	faits := usuelle()
	faits[0] = avecPrime(faits[0], 120000)
	faits[2], faits[1] = perdre(faits[2], 700_00), perdre(faits[1], 600_00)
	if a := calculerFaits(t, faits).Situation.Cas.Activites[0]; !reflect.DeepEqual(a.PertesTPT, []droit.PerteTPT{{Periode: p, Perte: 700_00}}) {
		t.Errorf("%+v", a.PertesTPT)
	}
	att := Fait{Genre: GenreAttestation, ConnuLe: jour("2026-03-10"), Source: piece(8), Attestation: &Attestation{
		Identite: elodie, Employeur: Employeur{SIRET: boulangerie}, Reference: "R1", Version: 1, Risque: droit.Maladie, DernierJour: jour("2026-03-01"),
		Primes: []droit.Prime{{VerseLe: jour("2025-12-31"), Montant: 100000, Pour: v.P(jour("2025-01-01"), jour("2025-12-31"))}},
		Pertes: []droit.PerteTPT{{Periode: p, Perte: 800_00}},
	}}
	a := calculerFaits(t, slices.Insert(faits, 0, att)).Situation.Cas.Activites[0]
	if len(a.Primes) != 1 || a.Primes[0].Montant != 100000 || a.Salaires[0].Brut.Ou(0) != 220000 || a.PertesTPT[0].Perte != 800_00 {
		t.Errorf("%+v %+v %+v", a.Primes, a.Salaires, a.PertesTPT)
	}
}
