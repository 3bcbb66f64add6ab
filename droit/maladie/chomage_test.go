package maladie

import (
	"testing"

	"accord/droit"
	v "accord/valeur"
)

// R.323-8 II 4° b): a month before the work began is worth what was earned after it, unless
// something was paid in it.
func TestMoisPerdu(t *testing.T) {
	for _, x := range []struct {
		p    paieMois
		veut bool
	}{
		{paieMois{}, true}, {paieMois{revenu: v.F(300, 1)}, false}, {paieMois{actifs: 31, jours: 31}, false}, {paieMois{actifs: 31, absents: 31}, true},
		{paieMois{actifs: 31, absents: 31, donne: true}, false},
	} {
		if x.p.perdu() != x.veut {
			t.Errorf("%+v", x.p)
		}
	}
}

// The days after the reference are those from its end to the eve of the stop, on which the work
// ran: from the start when its first day is not known.
func TestJoursApresLaReference(t *testing.T) {
	cas := employe(arret("A", "2026-03-20", "2026-03-24", droit.Initial))
	c := prepare(cas)
	ch := c.chaineDu("2026-03-20", 0)
	c.mois = []moisReference{{periode: entre("2026-02-01", "2026-02-28")}}
	for debut, veut := range map[string]string{"": "2026-03-01", "2015-01-01": "2026-03-01", "2026-03-05": "2026-03-05"} {
		a := emploi("E1", "2015-01-01", "")
		if a.Debut = 0; debut != "" {
			a.Debut = jour(debut)
		}
		if got := c.apresReference(ch, &a); got != entre(veut, "2026-03-19") {
			t.Errorf("depuis le «%s» : %s", debut, got)
		}
	}
}

// Work that is not of the base has no pay to ask for, though it began after the reference.
func TestApresReferenceDuSeulTravailArrete(t *testing.T) {
	cas := employe(arret("A", "2026-03-20", "2026-03-24", droit.Initial))
	cas.Arrets[0].Activites = []string{"E1"}
	e1 := emploi("E1", "2026-03-03", "", droit.Salaire{Periode: entre("2026-03-03", "2026-03-31"), Brut: v.Connu(euros("1450.00"))})
	e1.PeriodesHeures = []droit.PeriodeHeures{{Periode: entre("2026-03-03", "2026-03-19"), Heures: euros("150.00")}}
	t1 := independant("T1", droit.ArtisanCommercant, "30000.00")
	t1.Debut = jour("2026-03-05")
	cas.Activites = []droit.Activite{e1, t1}
	if r, bs := calculer(t, cas), Besoins(cas, table); etats(r, 0) != "cccPP" || len(bs) != 0 || r.Bases[0].IJ != 2465 {
		t.Errorf("%s %+v %+v", etats(r, 0), bs, r.Bases[0])
	}
}
