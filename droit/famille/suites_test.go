package famille

import (
	"slices"
	"testing"

	"accord/droit"
	"accord/droit/maladie"
	"accord/internal/essai/valeurs"
	v "accord/valeur"
)

// A pay is made whole where the work began in it, or was stopped for a reason that
// is not the person's own.
func TestReconstitue(t *testing.T) {
	mars := valeurs.Entre("2026-03-01", "2026-03-31")
	absent := func(m droit.MotifAbsence, du, au string) droit.Activite {
		return droit.Activite{Absences: []droit.Absence{{Motif: m, Periode: valeurs.Entre(du, au)}}}
	}
	for _, x := range []struct {
		nom string
		a   droit.Activite
		oui bool
	}{
		{"rien", droit.Activite{}, false},
		{"embauché le premier jour", droit.Activite{Debut: mars.Du}, false},
		{"embauché le lendemain", droit.Activite{Debut: mars.Du + 1}, true},
		{"embauché le dernier jour", droit.Activite{Debut: mars.Au}, true},
		{"embauché le mois suivant", droit.Activite{Debut: mars.Au + 1}, false},
		{"malade", absent(droit.AbsenceMaladie, "2026-03-31", "2026-04-30"), true},
		{"malade ensuite", absent(droit.AbsenceMaladie, "2026-04-01", "2026-04-30"), false},
		{"absence injustifiée", absent(droit.AbsenceInjustifiee, "2026-03-10", "2026-03-11"), false},
		{"grève", absent(droit.AbsenceGreve, "2026-03-10", "2026-03-11"), false},
		{"chômage partiel", absent(droit.AbsenceActivitePartielle, "2026-02-10", "2026-03-01"), true},
	} {
		c := &Calcul{cas: &droit.Cas{Activites: []droit.Activite{{}, x.a}}}
		if oui := c.reconstitue(&conge{lignes: []int{0, 1}}, maladie.Revenus{Paies: []maladie.Paie{{Periode: mars}}}); oui != x.oui {
			t.Errorf("%s : %v", x.nom, oui)
		}
	}
}

// Stretches of one leave that touch are one, from the first, unless work was resumed.
func TestDebutSuite(t *testing.T) {
	le := valeurs.Jour("2026-06-01")
	pat := func(du, au v.Jour, evenement string) *conge {
		x := &conge{risque: droit.Paternite, evenement: evenement, lignes: []int{0}, du: du, fin: au, declaree: au}
		x.demandes = []*conge{x}
		return x
	}
	for _, x := range []struct {
		nom     string
		avant   []*conge
		reprise v.Jour
		veut    v.Jour
	}{
		{"seule", nil, 0, le},
		{"touche", []*conge{pat(le-9, le-1, "G1")}, 0, le - 9},
		{"un jour entre", []*conge{pat(le-9, le-2, "G1")}, 0, le},
		{"d'un autre événement", []*conge{pat(le-9, le-1, "G2")}, 0, le},
		{"travail repris", []*conge{pat(le-9, le-1, "G1")}, le - 2, le},
		{"trois de suite", []*conge{pat(le-20, le-10, "G1"), pat(le-9, le-1, "G1")}, 0, le - 20},
		{"trois de suite, le premier à part", []*conge{pat(le-20, le-11, "G1"), pat(le-9, le-1, "G1")}, 0, le - 9},
	} {
		c := &Calcul{cas: &droit.Cas{Activites: []droit.Activite{{Reprises: []droit.Reprise{{Le: x.reprise}}}}}}
		g := pat(le, le+9, "G1")
		c.conges = append(x.avant, g)
		if got := c.debutSuite(g); got != x.veut {
			t.Errorf("%s : %s, attendu %s", x.nom, got, x.veut)
		}
	}
}

// A supplementary leave has the base of the last leave of the same event that ended
// before it, for as many lines, without work resumed between.
func TestPrecedent(t *testing.T) {
	le := valeurs.Jour("2026-09-01") // a Tuesday
	avant := func(r droit.Risque, fin v.Jour, change func(*conge)) *conge {
		x := &conge{risque: r, evenement: "G1", lignes: []int{0}, du: fin - 20, fin: fin, service: service{poids: make([]v.Fraction, 1)}}
		x.tout(droit.Paye, rPaternite)
		if change != nil {
			change(x)
		}
		return x
	}
	const pat, mat, csn = droit.Paternite, droit.Maternite, droit.NaissanceConge
	for _, x := range []struct {
		nom     string
		conges  []*conge
		reprise v.Jour
		veut    int // place of the one found, or -1
	}{
		{"aucun", nil, 0, -1},
		{"paternité", []*conge{avant(pat, le-1, nil)}, 0, 0},
		{"un autre mois du même congé", []*conge{avant(csn, le-1, nil)}, 0, 0},
		{"deuil", []*conge{avant(droit.DeuilEnfant, le-1, nil)}, 0, -1},
		{"finit le premier jour", []*conge{avant(pat, le, nil)}, 0, -1},
		{"le dernier fini", []*conge{avant(pat, le-8, nil), avant(mat, le-1, nil)}, 0, 1},
		{"le dernier fini d'abord", []*conge{avant(mat, le-1, nil), avant(pat, le-8, nil)}, 0, 0},
		{"finis le même jour", []*conge{avant(mat, le-1, nil), avant(pat, le-1, nil)}, 0, 0},
		{"d'un autre enfant", []*conge{avant(pat, le-1, func(x *conge) { x.evenement = "G2" })}, 0, -1},
		{"de l'autre régime", []*conge{avant(pat, le-1, func(x *conge) { x.tns = true })}, 0, -1},
		{"non chiffré", []*conge{avant(pat, le-1, func(x *conge) { x.poids = nil })}, 0, -1},
		{"un jour travaillé entre", []*conge{avant(pat, le-2, nil)}, 0, -1},
		{"repris avant sa fin", []*conge{avant(pat, le-1, func(x *conge) {
			x.jalons = nil
			x.poser(x.du, droit.Paye, rPaternite, false)
			x.poser(x.du+1, droit.Travaille, rPaternite, false)
		})}, le - 19, -1},
		{"repris avant lui", []*conge{avant(pat, le-1, nil)}, le - 25, 0},
		{"repris avant lui, rien n'en étant payé", []*conge{avant(pat, le-1, func(x *conge) { x.tout(droit.Refuse, rPaternite) })}, le - 25, 0},
		{"repris le dernier jour", []*conge{avant(pat, le-1, nil)}, le - 1, 0},
	} {
		c := &Calcul{cas: &droit.Cas{Activites: []droit.Activite{{Reprises: []droit.Reprise{{Le: x.reprise}}}}}, conges: x.conges}
		got := -1
		y := c.precedent(&conge{risque: csn, evenement: "G1", lignes: []int{0}, du: le, fin: le + 29})
		for i := range x.conges {
			if x.conges[i] == y {
				got = i
			}
		}
		if got != x.veut {
			t.Errorf("%s : %d, attendu %d", x.nom, got, x.veut)
		}
	}
}

// The days paid by each régime are noted as runs; a day of a run is taken, for that
// régime.
func TestOccuper(t *testing.T) {
	salarie, tns := &conge{}, &conge{tns: true}
	c := &Calcul{cas: &droit.Cas{}}
	for _, x := range []struct {
		g *conge
		j v.Jour
	}{{salarie, 10}, {salarie, 11}, {salarie, 12}, {salarie, 14}, {tns, 15}, {tns, 16}, {salarie, 17}} {
		c.occuper(x.g, x.j)
	}
	if veut := []occupation{{v.P(10, 12), false}, {v.P(14, 14), false}, {v.P(15, 16), true}, {v.P(17, 17), false}}; !slices.Equal(c.occupes, veut) {
		t.Errorf("%v", c.occupes)
	}
	for j, veut := range map[v.Jour][2]bool{9: {}, 10: {true}, 12: {true}, 13: {}, 14: {true}, 15: {false, true}, 17: {true}} {
		if got := [2]bool{c.occupe(salarie, j), c.occupe(tns, j)}; got != veut {
			t.Errorf("jour %d : %v", j, got)
		}
	}
}

// A right that is open is paid, though more could be known of it; one that is not
// waits if it may be.
func TestStatuerLeDroit(t *testing.T) {
	for _, x := range []struct {
		ouvert, attend bool
		veut           droit.Etat
	}{{true, true, droit.Paye}, {true, false, droit.Paye}, {false, true, droit.Attente}, {false, false, droit.Refuse}} {
		c := &Calcul{cas: &droit.Cas{Arrets: []droit.Arret{{}}}}
		g := &conge{risque: droit.Paternite, service: service{ouvert: x.ouvert, attend: x.attend, regleDroit: rDroit, ij: 100}}
		if vd := c.statuer(g, &jalon{etat: droit.Paye, regle: rPaternite}, 1, false); vd.etat != x.veut {
			t.Errorf("%+v : %s", x, vd.etat)
		}
	}
}
