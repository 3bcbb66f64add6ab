package dossier

import (
	"slices"
	"testing"

	"accord/droit"
	v "accord/valeur"
)

// attestation states the pay of February of one stop.
func attestation(n int, ref string, version int64, signee string, brut v.Centimes) Fait {
	m := jour("2026-02-01")
	return Fait{Genre: GenreAttestation, ConnuLe: jour("2026-04-10"), Source: piece(n), Attestation: &Attestation{
		Identite: elodie, Employeur: Employeur{SIRET: boulangerie}, Reference: ref, Version: version, Risque: droit.Maladie,
		DernierJour: jour("2026-03-01"), SigneeLe: jour(signee),
		Salaires: []droit.Salaire{{Periode: v.P(m, m.FinMois()), Brut: v.Connu(brut), Heures: v.Connu(v.Centiemes(15167))}},
	}}
}

// The attestation of the reference pays and that of a month of part-time work speak of
// one stop, under two references: neither erases the other, whichever comes first and
// whatever their hashes.
func TestUnePerteNEffacePasLesSalaires(t *testing.T) {
	p := v.P(jour("2026-03-16"), jour("2026-03-31"))
	for _, n := range []int{8, 99} {
		perte := attestation(n, "TPT", 1, "2026-04-02", 0)
		perte.Attestation.Salaires, perte.Attestation.Pertes = nil, []droit.PerteTPT{{Periode: p, Perte: 300_00}}
		faits := append(usuelle(), attestation(50, "DSIJ", 1, "2026-03-10", 210000), perte)
		for range 2 {
			a := calculerFaits(t, faits).Situation.Cas.Activites[0]
			if len(a.PertesTPT) != 1 || a.PertesTPT[0] != (droit.PerteTPT{Periode: p, Perte: 300_00}) || a.Salaires[2].Brut.Ou(0) != 210000 {
				t.Errorf("pièce %d : pertes %+v, février %+v", n, a.PertesTPT, a.Salaires[2])
			}
			slices.Reverse(faits)
		}
	}
}

// Of the attestations of the pays of one stop, the greater version of one reference
// holds and, of two references, the last that was signed.
func TestAttestationRectifiee(t *testing.T) {
	for _, c := range []struct {
		nom  string
		a, b Fait
	}{
		{"version", attestation(9, "R", 1, "2026-03-20", 210000), attestation(8, "R", 2, "2026-03-10", 220000)},
		{"signature", attestation(9, "R", 2, "2026-03-10", 210000), attestation(8, "S", 1, "2026-03-20", 220000)},
		{"empreinte", attestation(8, "R", 1, "2026-03-10", 210000), attestation(9, "R", 1, "2026-03-10", 220000)},
	} {
		for _, faits := range [][]Fait{append(usuelle(), c.a, c.b), append(usuelle(), c.b, c.a)} {
			if s := calculerFaits(t, faits).Situation.Cas.Activites[0].Salaires; len(s) != 3 || s[2].Brut.Ou(0) != 220000 {
				t.Errorf("%s : %+v", c.nom, s)
			}
		}
	}
	autre := attestation(8, "R", 2, "2026-03-10", 220000)
	autre.Attestation.DernierJour = jour("2026-02-28")
	faits := sansAnnules([]*Fait{new(attestation(9, "R", 1, "2026-03-10", 210000)), &autre})
	if len(faits) != 2 {
		t.Errorf("l'attestation d'un autre arrêt en efface une")
	}
}
