package famille

import (
	"strings"
	"testing"

	"accord/droit"
	"accord/internal/essai/valeurs"
	v "accord/valeur"
)

// prevoir decides the leaves of a case by their dates.
func prevoir(cas *droit.Cas) *Calcul {
	c := new(Calcul)
	c.Prevoir(cas, valeurs.Table())
	return c
}

// salarie and independant are at work for years.
var (
	salarie     = droit.Activite{ID: "E1", Nature: droit.Salarie, Debut: valeurs.Jour("2015-01-01")}
	independant = droit.Activite{ID: "T1", Nature: droit.Independant, Debut: valeurs.Jour("2015-01-01")}
)

// An arrêt is of the event that it names or, when it names none, of the only one
// of the case; the company of a dying person never guesses whose.
func TestEvenement(t *testing.T) {
	ne, adopte, morts := []droit.Naissance{{ID: "G1"}, {ID: "G2"}}, []droit.Adoption{{ID: "D1"}, {ID: "D2"}}, []droit.Deces{{ID: "X1"}, {ID: "X2"}}
	for _, c := range []struct {
		a    droit.Arret
		n    int // events of each kind
		quel string
	}{
		{droit.Arret{Risque: droit.AdoptionConge}, 1, "D1"},
		{droit.Arret{Risque: droit.AdoptionConge}, 2, ""},
		{droit.Arret{Risque: droit.AdoptionConge, Adoption: "D9"}, 1, "D9"},
		{droit.Arret{Risque: droit.DeuilEnfant}, 1, "X1"},
		{droit.Arret{Risque: droit.DeuilEnfant}, 2, ""},
		{droit.Arret{Risque: droit.DeuilEnfant, Deces: "X9"}, 1, "X9"},
		{droit.Arret{Risque: droit.AJAP}, 1, ""},
		{droit.Arret{Risque: droit.AJAP, Deces: "X1"}, 1, "X1"},
		{droit.Arret{Risque: droit.Maternite}, 1, "G1"},
		{droit.Arret{Risque: droit.Maternite}, 2, ""},
		{droit.Arret{Risque: droit.Maternite, Naissance: "G9"}, 1, "G9"},
		{droit.Arret{Risque: droit.Maternite, Grossesse: "G9"}, 1, "G9"},
		{droit.Arret{Risque: droit.Maternite, Adoption: "D1"}, 2, ""},
		{droit.Arret{Risque: droit.NaissanceConge}, 1, "G1"},
		{droit.Arret{Risque: droit.NaissanceConge, Adoption: "D1"}, 1, "D1"},
		{droit.Arret{Risque: droit.NaissanceConge, Adoption: "D1", Naissance: "G1"}, 1, "G1"},
	} {
		calcul := &Calcul{cas: &droit.Cas{Naissances: ne[:c.n], Adoptions: adopte[:c.n], Deces: morts[:c.n]}}
		if quel := calcul.evenement(&c.a); quel != c.quel {
			t.Errorf("%+v, %d de chaque : «%s», attendu «%s»", c.a, c.n, quel, c.quel)
		}
	}
	calcul := &Calcul{cas: &droit.Cas{Naissances: ne, Adoptions: adopte, Deces: morts}}
	if n, d, x := calcul.naissance("G2"), calcul.adoption("D2"), calcul.deces("X2"); n != &ne[1] || d != &adopte[1] || x != &morts[1] {
		t.Errorf("trouvé %v %v %v", n, d, x)
	}
	if n, d, x := calcul.naissance("G9"), calcul.adoption("D9"), calcul.deces("X9"); n != nil || d != nil || x != nil {
		t.Errorf("trouvé %v %v %v", n, d, x)
	}
}

// What an arrêt stops: what it names, else what runs on its first day, else the
// last work that ended, in the order of identifiers.
func TestArretees(t *testing.T) {
	le := valeurs.Jour("2026-06-01")
	en := func(id string, n droit.NatureActivite, du, au v.Jour) droit.Activite {
		return droit.Activite{ID: id, Nature: n, Debut: du, Fin: au}
	}
	const e, i, ch = droit.Salarie, droit.Independant, droit.ChomageIndemnise
	for _, c := range []struct {
		nom      string
		xs       []droit.Activite
		nommees  string
		salarie  string // lines of employees
		tns      string // of independents
		maintenu bool
	}{
		{"deux emplois et une activité", []droit.Activite{en("E2", e, 1, 0), en("T1", i, 1, 0), en("E1", e, 1, 0)}, "", "E1 E2", "T1", false},
		{"un seul nommé", []droit.Activite{en("E2", e, 1, 0), en("T1", i, 1, 0), en("E1", e, 1, 0)}, "E2", "E2", "", false},
		{"commence ce jour", []droit.Activite{en("E1", e, le, 0)}, "", "E1", "", false},
		{"commence demain", []droit.Activite{en("E1", e, le+1, 0)}, "", "", "", true},
		{"finit ce jour", []droit.Activite{en("E1", e, 1, le), en("E2", e, 1, le-1)}, "", "E1", "", false},
		{"finie hier", []droit.Activite{en("E1", e, 1, le-1), en("E2", e, 1, le-2)}, "", "E1", "", true},
		{"finies le même jour", []droit.Activite{en("T1", i, 1, le-9), en("E1", e, 1, le-9)}, "", "E1", "T1", true},
		{"finie avant l'autre régime", []droit.Activite{en("T1", i, 1, le-9), en("E1", e, 1, le-8)}, "", "E1", "", true},
		{"finie, une autre à venir", []droit.Activite{en("E1", e, 1, le-9), en("E2", e, le+1, le+9)}, "", "E1", "", true},
		{"finie, une autre à venir sans fin", []droit.Activite{en("E1", e, 1, le-9), en("E2", e, le+1, 0)}, "", "E1", "", true},
		{"finie, une autre court", []droit.Activite{en("E1", e, 1, le-9), en("T1", i, 1, 0)}, "", "", "T1", false},
		{"au chômage", []droit.Activite{en("E1", e, 1, le-9), en("C1", ch, le-8, 0)}, "", "E1", "", true},
		{"au chômage seulement", []droit.Activite{en("C1", ch, 1, 0)}, "", "", "", true},
		{"chômage nommé", []droit.Activite{en("E1", e, 1, 0), en("C1", ch, 1, 0)}, "C1", "", "", true},
		{"nommée, finie, une autre court", []droit.Activite{en("E1", e, 1, le-9), en("E2", e, 1, 0)}, "E1", "E1", "", true},
		{"nommée, court, une autre ne court plus", []droit.Activite{en("E1", e, 1, le-9), en("E2", e, 1, 0)}, "E2", "E2", "", false},
		{"nommées, celle qui court d'abord", []droit.Activite{en("E1", e, 1, 0), en("E2", e, 1, le-9)}, "E1 E2", "E1 E2", "", false},
		{"nommée, elle et une autre courent", []droit.Activite{en("E1", e, 1, 0), en("E2", e, 1, 0)}, "E1", "E1", "", false},
	} {
		calcul := &Calcul{cas: &droit.Cas{Activites: c.xs}}
		a := &droit.Arret{Activites: strings.Fields(c.nommees)}
		for tns, veut := range map[bool]string{false: c.salarie, true: c.tns} {
			lignes, maintenu := calcul.arretees(nil, a, le, tns)
			var ids []string
			for _, k := range lignes {
				ids = append(ids, c.xs[k].ID)
			}
			if got := strings.Join(ids, " "); got != veut || maintenu != c.maintenu {
				t.Errorf("%s, indépendant %v : «%s» %v, attendu «%s» %v", c.nom, tns, got, maintenu, veut, c.maintenu)
			}
		}
	}
}

// The first return to work after a day, in whatever line and order, no later than
// another day.
func TestReprise(t *testing.T) {
	le := valeurs.Jour("2026-06-01")
	r := func(js ...v.Jour) (rs []droit.Reprise) {
		for _, j := range js {
			rs = append(rs, droit.Reprise{Le: j})
		}
		return rs
	}
	c := &Calcul{cas: &droit.Cas{Activites: []droit.Activite{{Reprises: r(le+9, le+3)}, {Reprises: r(le + 5)}, {Reprises: r(le + 1)}}}}
	for _, x := range []struct {
		lignes          []int
		apres, au, veut v.Jour
	}{
		{[]int{0, 1}, le, le + 10, le + 3},
		{[]int{1, 0}, le, le + 10, le + 3},
		{[]int{0, 1}, le + 3, le + 10, le + 5},
		{[]int{0, 1}, le + 2, le + 3, le + 3},
		{[]int{0, 1}, le, le + 2, 0},
		{[]int{0, 1}, le + 5, le + 8, 0},
		{nil, le, le + 10, 0},
	} {
		if got := c.reprise(&conge{lignes: x.lignes}, x.apres, x.au); got != x.veut {
			t.Errorf("%v après %s jusqu'au %s : %s", x.lignes, x.apres, x.au, got)
		}
	}
}

// Days of rest alone join a stop to what follows it.
func TestAccole(t *testing.T) {
	for _, x := range []struct {
		fin, le string
		metro   bool // joined in metropolitan France
		alsace  bool
	}{
		{"2026-06-03", "2026-06-04", true, true}, // a Wednesday, then a Thursday
		{"2026-06-03", "2026-06-05", false, false},
		{"2026-06-05", "2026-06-08", true, true}, // over a week-end
		{"2026-06-05", "2026-06-09", false, false},
		{"2026-06-04", "2026-06-08", false, false}, // the Friday is worked
		{"2026-07-13", "2026-07-15", true, true},   // over 14 July
		{"2026-04-02", "2026-04-07", false, true},  // Good Friday is a holiday in Alsace
	} {
		for territoire, veut := range map[droit.Territoire]bool{"": x.metro, droit.AlsaceMoselle: x.alsace} {
			c := &Calcul{cas: &droit.Cas{Assure: droit.Assure{Territoire: territoire}, Activites: []droit.Activite{salarie}}}
			if got := c.accole(valeurs.Jour(x.fin), valeurs.Jour(x.le)); got != veut {
				t.Errorf("%+v %s accolé : %v", x, territoire, got)
			}
			if got := c.enchaine(&conge{lignes: []int{0}}, valeurs.Jour(x.fin), valeurs.Jour(x.le)); got != veut {
				t.Errorf("%+v %s enchaîné : %v", x, territoire, got)
			}
		}
	}
}

// Days of a stop of the same line join too, unless work was resumed; those of
// another line, or of no stop, do not.
func TestEnchaine(t *testing.T) {
	fin, du := valeurs.Jour("2026-06-03"), valeurs.Jour("2026-06-12") // Wednesday; the Friday of the week after
	malade := func(du, au v.Jour, activites ...string) droit.Arret {
		return droit.Arret{Risque: droit.Maladie, Debut: du, Fin: au, Activites: activites}
	}
	for _, x := range []struct {
		nom      string
		arrets   []droit.Arret
		reprise  v.Jour
		enchaine bool
	}{
		{"rien entre", nil, 0, false},
		{"malade entre", []droit.Arret{malade(fin+1, du-1)}, 0, true},
		{"par deux arrêts", []droit.Arret{malade(fin+1, fin+2), malade(fin+5, du-1)}, 0, true},
		{"moins un jour au début", []droit.Arret{malade(fin+2, du-1)}, 0, false},
		{"moins un jour à la fin", []droit.Arret{malade(fin+1, du-2)}, 0, false},
		{"malade de cette ligne", []droit.Arret{malade(fin+1, du-1, "E1")}, 0, true},
		{"malade d'une autre ligne", []droit.Arret{malade(fin+1, du-1, "T1")}, 0, false},
		{"travail repris", []droit.Arret{malade(fin+1, du-1)}, du - 2, false},
		{"travail repris le jour même", []droit.Arret{malade(fin+1, du-1)}, du, false},
		{"travail repris d'un arrêt plus ancien", []droit.Arret{malade(fin-9, du-1)}, fin, false},
		{"travail repris avant", []droit.Arret{malade(fin+1, du-1)}, fin, true},
	} {
		a := salarie
		if x.reprise != 0 {
			a.Reprises = []droit.Reprise{{Le: x.reprise}}
		}
		c := prevoir(&droit.Cas{Activites: []droit.Activite{a, independant}, Arrets: x.arrets})
		if got := c.enchaine(&conge{arret: -1, lignes: []int{0}}, fin, du); got != x.enchaine {
			t.Errorf("%s : %v", x.nom, got)
		}
	}
}

// The days on which no work was done, under any arrêt: after the last day worked
// and, for a recognised accident, after that of the accident.
func TestNonTravailles(t *testing.T) {
	du, au := valeurs.Jour("2026-06-01"), valeurs.Jour("2026-06-10")
	reconnu := []droit.Decision{{Nature: droit.Reconnaissance, Sinistre: "S1", Le: du}, {Nature: droit.Reconnaissance, Sinistre: "S2", Le: du}}
	for _, x := range []struct {
		nom     string
		a       droit.Arret
		ds      []droit.Decision
		depuis  v.Jour // first day, or 0: none
		jusqu   v.Jour
		accueil v.Jour // day of the accident S1
	}{
		{nom: "maladie", a: droit.Arret{Risque: droit.Maladie, Debut: du, Fin: au}, depuis: du, jusqu: au},
		{nom: "travaillé le premier jour", a: droit.Arret{Risque: droit.Maladie, Debut: du, Fin: au, DernierJourTravaille: du}, depuis: du + 1, jusqu: au},
		{nom: "travaillé la veille", a: droit.Arret{Risque: droit.Maladie, Debut: du, Fin: au, DernierJourTravaille: du - 1}, depuis: du, jusqu: au},
		{nom: "travaillé l'avant-dernier jour", a: droit.Arret{Risque: droit.Maladie, Debut: du, Fin: au, DernierJourTravaille: au - 1}, depuis: au, jusqu: au},
		{nom: "travaillé jusqu'au bout", a: droit.Arret{Risque: droit.Maladie, Debut: du, Fin: au, DernierJourTravaille: au}},
		{nom: "accident", a: droit.Arret{Risque: droit.AccidentTravail, Sinistre: "S1", Debut: du, Fin: au}, ds: reconnu, depuis: du + 1, jusqu: au, accueil: du},
		{nom: "trajet", a: droit.Arret{Risque: droit.AccidentTrajet, Sinistre: "S1", Debut: du, Fin: au}, ds: reconnu, depuis: du + 1, jusqu: au, accueil: du},
		{nom: "maladie professionnelle", a: droit.Arret{Risque: droit.MaladiePro, Sinistre: "S1", Debut: du, Fin: au}, ds: reconnu, depuis: du, jusqu: au, accueil: du},
		{nom: "accident de la veille", a: droit.Arret{Risque: droit.AccidentTravail, Sinistre: "S1", Debut: du, Fin: au}, ds: reconnu, depuis: du, jusqu: au, accueil: du - 1},
		{nom: "autre accident", a: droit.Arret{Risque: droit.AccidentTravail, Sinistre: "S2", Debut: du, Fin: au}, ds: reconnu, depuis: du, jusqu: au, accueil: du},
		{nom: "accident non reconnu", a: droit.Arret{Risque: droit.AccidentTravail, Sinistre: "S1", Debut: du, Fin: au}, depuis: du, jusqu: au, accueil: du},
		{nom: "le seul jour de l'accident", a: droit.Arret{Risque: droit.AccidentTravail, Sinistre: "S1", Debut: du, Fin: du}, ds: reconnu, accueil: du},
	} {
		c := prevoir(&droit.Cas{Activites: []droit.Activite{salarie}, Arrets: []droit.Arret{x.a}, Decisions: x.ds,
			Sinistres: []droit.Sinistre{{ID: "S1", Risque: x.a.Risque, AccidentLe: x.accueil}, {ID: "S2", Risque: x.a.Risque, AccidentLe: du + 400}}})
		if p := c.nonTravailles(0); p != (v.Periode{Du: x.depuis, Au: x.jusqu}) {
			t.Errorf("%s : %v", x.nom, p)
		}
	}
}

// A leave without dates has those of its birth, and stops the lines that it names.
func TestJoursDUnConge(t *testing.T) {
	c := prevoir(&droit.Cas{Activites: []droit.Activite{independant, salarie}, Naissances: []droit.Naissance{{ID: "G1", PrevueLe: valeurs.Jour("2026-06-01"), Enfants: 1, Rang: 1}},
		Arrets: []droit.Arret{{ID: "M1", Risque: droit.Maternite}, {ID: "A1", Risque: droit.Maladie, Debut: 5, Fin: 9}, {ID: "M2", Risque: droit.Maternite, Activites: []string{"absente"}, Debut: 5, Fin: 9}}})
	if m, a, perdu := c.jours(0), c.jours(1), c.jours(2); m != valeurs.Entre("2026-04-20", "2026-08-09") || a != v.P(5, 9) || !perdu.IsZero() {
		t.Errorf("%v %v %v", m, a, perdu)
	}
	for _, x := range []struct {
		nommees string
		oui     bool
	}{{"", true}, {"E1", true}, {"T1", false}, {"T1 E1", true}} {
		if got := c.concerne(&droit.Arret{Activites: strings.Fields(x.nommees)}, &conge{lignes: []int{1}}); got != x.oui {
			t.Errorf("«%s» concerne E1 : %v", x.nommees, got)
		}
	}
}

// A leave goes on with the stops of the same line that touch it, and with what they
// touch, unless work was done between.
func TestInterruption(t *testing.T) {
	du := valeurs.Jour("2026-06-08") // a Monday
	conges := func(nature droit.Risque, du, au v.Jour) droit.Arret {
		return droit.Arret{Risque: nature, Debut: du, Fin: au}
	}
	const mal = droit.Maladie
	ailleurs := conges(mal, du-10, du-1)
	ailleurs.Activites = []string{"T1"}
	for _, x := range []struct {
		nom       string
		arrets    []droit.Arret
		travaille v.Jour
		reprise   v.Jour
		veut      v.Jour
	}{
		{"seul", nil, 0, 0, du},
		{"après un arrêt", []droit.Arret{conges(mal, du-10, du-1)}, 0, 0, du - 10},
		{"après le week-end", []droit.Arret{conges(mal, du-10, du-3)}, 0, 0, du - 10},
		{"après un vendredi travaillé", []droit.Arret{conges(mal, du-10, du-4)}, 0, 0, du},
		{"après deux arrêts", []droit.Arret{conges(mal, du-20, du-11), conges(mal, du-10, du-1)}, 0, 0, du - 20},
		{"après deux arrêts, dans l'autre ordre", []droit.Arret{conges(mal, du-10, du-1), conges(mal, du-20, du-11)}, 0, 0, du - 20},
		{"d'une autre ligne", []droit.Arret{ailleurs}, 0, 0, du},
		{"travail repris", []droit.Arret{conges(mal, du-10, du-1)}, 0, du - 2, du},
		{"travaillé le premier jour", []droit.Arret{conges(mal, du-10, du-1)}, du, 0, du + 1},
		{"travaillé le premier jour, seul", nil, du, 0, du + 1},
		{"travaillé deux jours", nil, du + 1, 0, du + 2},
		{"malade et travaillé le premier jour", []droit.Arret{conges(mal, du-3, du+5)}, du, 0, du + 1},
		{"malade un jour travaillé", []droit.Arret{{Risque: mal, Debut: du - 3, Fin: du - 3, DernierJourTravaille: du - 3}}, 0, 0, du},
	} {
		a := salarie
		if x.reprise != 0 {
			a.Reprises = []droit.Reprise{{Le: x.reprise}}
		}
		c := prevoir(&droit.Cas{Activites: []droit.Activite{a, independant}, Arrets: x.arrets})
		g := &conge{risque: droit.Paternite, arret: -1, lignes: []int{0}, du: du, tete: du, fin: du + 20, travaille: x.travaille}
		if got := c.interruption(g); got != x.veut {
			t.Errorf("%s : %s, attendu %s", x.nom, got, x.veut)
		}
	}
}
