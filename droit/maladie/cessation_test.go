package maladie

import (
	"testing"

	"accord/droit"
	v "accord/valeur"
)

// R.323-7: a stop ran to a day of a contract when it covers that day for that work,
// without work resumed since it began.
func TestArreteLe(t *testing.T) {
	le := jour("2026-03-31")
	nommant := func(a droit.Arret, ids ...string) droit.Arret {
		a.Activites = ids
		return a
	}
	arr := func(du, au string) droit.Arret { return arret("A", du, au, droit.Initial) }
	tpt, sansFin, travaille, jusquAuBout := arr("2026-03-20", "2026-04-10"), arr("2026-03-20", "2026-04-10"), arr("2026-03-20", "2026-04-10"), arr("2026-03-20", "2026-04-10")
	tpt.TempsPartiel, sansFin.Fin = true, 0
	travaille.DernierJourTravaille, jusquAuBout.DernierJourTravaille = jour("2026-03-22"), le
	maternite := func(x droit.Interrompu) []droit.Interrompu {
		x.Periode = entre("2026-02-10", "2026-06-01")
		return []droit.Interrompu{x}
	}
	ailleurs := nommant(arr("2026-05-01", "2026-05-02"), "E2")
	for _, x := range []struct {
		nom         string
		arret       droit.Arret
		interrompus []droit.Interrompu
		absence     droit.MotifAbsence
		reprise     string
		veut        string
	}{
		{"un arrêt", arr("2026-03-20", "2026-04-10"), nil, "", "", "2026-03-20"},
		{"qui finit ce jour-là", arr("2026-03-20", "2026-03-31"), nil, "", "", "2026-03-20"},
		{"qui commence ce jour-là", arr("2026-03-31", "2026-04-10"), nil, "", "", "2026-03-31"},
		{"qui a fini la veille", arr("2026-03-20", "2026-03-30"), nil, "", "", ""},
		{"un temps partiel", tpt, nil, "", "", ""},
		{"sans fin connue", sansFin, nil, "", "", ""},
		{"après deux jours travaillés", travaille, nil, "", "", "2026-03-23"},
		{"travaillé ce jour-là", jusquAuBout, nil, "", "", ""},
		{"d'un autre emploi", nommant(arr("2026-03-20", "2026-04-10"), "E2"), nil, "", "", ""},
		{"de cet emploi parmi d'autres", nommant(arr("2026-03-20", "2026-04-10"), "E2", "E1"), nil, "", "", "2026-03-20"},
		{"un retour le premier jour finit celui d'avant", arr("2026-03-20", "2026-04-10"), nil, "", "2026-03-20", "2026-03-20"},
		{"un retour le lendemain", arr("2026-03-20", "2026-04-10"), nil, "", "2026-03-21", ""},
		{"un retour ce jour-là", arr("2026-03-20", "2026-04-10"), nil, "", "2026-03-31", ""},
		{"un retour après", arr("2026-03-20", "2026-04-10"), nil, "", "2026-04-01", "2026-03-20"},
		{"une autre prestation", arr("2026-05-01", "2026-05-02"), maternite(droit.Interrompu{}), "", "", "2026-02-10"},
		{"pour cette ligne", ailleurs, maternite(droit.Interrompu{Lignes: []int{0}}), "", "", "2026-02-10"},
		{"pour une autre ligne", arr("2026-05-01", "2026-05-02"), maternite(droit.Interrompu{Lignes: []int{1}}), "", "", ""},
		{"dont l'arrêt nomme un autre emploi", ailleurs, maternite(droit.Interrompu{}), "", "", ""},
		{"reprise le premier jour", arr("2026-05-01", "2026-05-02"), maternite(droit.Interrompu{}), "", "2026-02-10", "2026-02-10"},
		{"reprise le lendemain", arr("2026-05-01", "2026-05-02"), maternite(droit.Interrompu{}), "", "2026-02-11", ""},
		{"une absence pour maladie", arr("2026-05-01", "2026-05-02"), nil, droit.AbsenceMaladie, "", "2026-03-16"},
		{"pour maternité", arr("2026-05-01", "2026-05-02"), nil, droit.AbsenceMaternite, "", "2026-03-16"},
		{"pour accident", arr("2026-05-01", "2026-05-02"), nil, droit.AbsenceAccident, "", "2026-03-16"},
		{"une prestation dont l'arrêt nomme cet emploi", nommant(arr("2026-05-01", "2026-05-02"), "E2", "E1"), maternite(droit.Interrompu{}), "", "", "2026-02-10"},
		{"une absence pour grève", arr("2026-05-01", "2026-05-02"), nil, droit.AbsenceGreve, "", ""},
	} {
		cas := employe(x.arret)
		a := &cas.Activites[0]
		if x.absence != "" {
			a.Absences = []droit.Absence{{Periode: entre("2026-03-16", "2026-03-31"), Motif: x.absence}}
		}
		if x.reprise != "" {
			a.Reprises = []droit.Reprise{{Le: jour(x.reprise), Motif: droit.RepriseNormale}}
		}
		c := prepare(cas)
		c.Interrompus = x.interrompus
		if got := c.arreteLe(0, le); (got != 0 || x.veut != "") && got.String() != x.veut {
			t.Errorf("%s : %s, attendu %s", x.nom, got, x.veut)
		}
	}
}

// The last day worked is the one declared before the end of the contract or, when a leave
// without work ran to that end, the day before it.
func TestDernierTravaille(t *testing.T) {
	for _, x := range []struct {
		nom, fin, declare string
		motif             droit.MotifAbsence
		veut              string
	}{
		{"rien de déclaré", "2026-03-31", "", "", "2026-03-31"},
		{"déclaré avant la fin", "2026-03-31", "2026-03-13", "", "2026-03-13"},
		{"déclaré après la fin", "2026-03-31", "2026-04-02", "", "2026-03-31"},
		{"en cours", "", "2026-03-13", "", ""},
		{"chômage jusqu'à la fin", "2026-03-31", "", droit.AbsenceChomage, "2026-03-15"},
		{"fermeture", "2026-03-31", "", droit.AbsenceFermeture, "2026-03-15"},
		{"congé sans solde", "2026-03-31", "", droit.AbsenceCongeAutorise, "2026-03-15"},
		{"congé parental", "2026-03-31", "", droit.AbsenceCongeParental, "2026-03-15"},
		{"déclaré le jour de la fin d'un congé", "2026-03-31", "2026-03-31", droit.AbsenceCongeAutorise, "2026-03-15"},
		{"activité partielle : il y a du travail", "2026-03-31", "", droit.AbsenceActivitePartielle, "2026-03-31"},
	} {
		cas := employe(arret("A", "2026-05-01", "2026-05-02", droit.Initial))
		a := &cas.Activites[0]
		var fin v.Jour
		if x.fin != "" {
			fin = jour(x.fin)
		}
		if a.Fin = fin; x.declare != "" {
			a.DernierJourTravaille = jour(x.declare)
		}
		if x.motif != "" {
			a.Absences = []droit.Absence{{Periode: entre("2026-03-16", "2026-03-31"), Motif: x.motif}}
		}
		c := prepare(cas)
		if got := c.dernierTravaille(0); (got != 0 || x.veut != "") && got.String() != x.veut {
			t.Errorf("%s : %s, attendu %s", x.nom, got, x.veut)
		}
		for avant, compte := range map[string]bool{"2026-04-01": x.fin != "", "2026-03-31": false, "2026-03-01": false} {
			veut := v.Jour(0)
			if compte {
				veut = jour(x.veut) + 1
			}
			if got := c.cessation(jour(avant)); got != veut {
				t.Errorf("%s, avant le %s : %s, attendu %s", x.nom, avant, got, veut)
			}
		}
	}
}
