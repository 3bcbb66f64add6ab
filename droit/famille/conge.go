package famille

import (
	"cmp"
	"slices"

	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

// conge is one arrêt of a family benefit, for the lines of one régime: each
// régime has its own durations and amounts.
type conge struct {
	arret     int
	risque    droit.Risque
	tns       bool
	maintenu  bool   // no work was running: rights are kept from former work
	evenement string // birth, adoption or death that it follows, or empty
	lignes    []int
	demandes  []*conge  // the requests that make it, of the same days: itself, but for the runs of several
	ailleurs  bool      // another job goes on meanwhile
	tranche   v.Periode // days asked for together, of which it is a run; zero: its own
	du, fin   v.Jour    // days of the calendar
	declaree  v.Jour    // last day of the leave asked for: death may have cut it
	suite     v.Periode // days put off until the child left hospital
	certain   v.Periode // days that it has whatever the answers, when they follow from the birth; zero: all
	tete      v.Jour    // first day of the whole leave, of which this may be a period
	travaille v.Jour    // last day worked inside it, or 0
	jalons    []jalon

	avis    []parametre.Point
	manques []droit.Manque
	manquee error // a parameter that its dates need is not known

	presume   bool // the leave that it follows is presumed taken
	sansAvant bool // no right was ever open to the leave that it follows

	service
}

// service is the right and the amount of a leave, decided anew each time that
// benefits are set against each other.
type service struct {
	ouvert, attend bool        // the right
	regleDroit     droit.Regle // empty: not examined
	exacte         v.Fraction  // daily base before rounding, of which another leave may take a part
	gain           v.Fraction  // daily income before the deduction
	ij             v.Centimes  // whole allowance of a day
	ij2            v.Centimes  // of the second month, or of a half day
	forcee         bool        // an agent fixed it
	inconnu        bool        // some pay is not known
	bloque         bool        // a parameter that its amount needs is not known
	depuis         v.Jour      // first day of the stop that it goes on with
	poids          []v.Fraction
}

// jalon is a run of days of one leave decided alike by dates alone, before any
// right or amount is looked at.
type jalon struct {
	periode v.Periode
	etat    droit.Etat // Paye: what the right and the amount will pay
	regle   droit.Regle
	second  bool // paid at the second rate
}

// noter decides the day that follows those decided before, at the whole rate.
func (g *conge) noter(j v.Jour, etat droit.Etat, regle droit.Regle) { g.poser(j, etat, regle, false) }

// poser decides the day that follows those decided before.
func (g *conge) poser(j v.Jour, etat droit.Etat, regle droit.Regle, second bool) {
	if n := len(g.jalons); n > 0 {
		if d := &g.jalons[n-1]; d.periode.Au == j-1 && d.etat == etat && d.regle == regle && d.second == second {
			d.periode.Au = j
			return
		}
	}
	g.jalons = append(g.jalons, jalon{v.P(j, j), etat, regle, second})
}

// tout decides all the days of the leave alike.
func (g *conge) tout(etat droit.Etat, regle droit.Regle) {
	g.jalons = g.jalons[:0]
	if g.du != 0 && g.fin >= g.du {
		g.jalons = append(g.jalons, jalon{periode: v.P(g.du, g.fin), etat: etat, regle: regle})
	}
}

// refuser refuses the days of the leave that were not worked.
func (g *conge) refuser(regle droit.Regle) {
	for j := g.du; j <= g.fin; j++ {
		etat := droit.Refuse
		if j <= g.travaille {
			etat = droit.Travaille
		}
		g.noter(j, etat, regle)
	}
}

// changer gives another state to the days in one.
func (g *conge) changer(de, a droit.Etat, regle droit.Regle) {
	for i := range g.jalons {
		if g.jalons[i].etat == de {
			g.jalons[i].etat, g.jalons[i].regle = a, regle
		}
	}
}

// certaine returns the part of a period that is of the leave whatever the answers:
// what another benefit may go on with.
func (g *conge) certaine(p v.Periode) v.Periode {
	if g.certain.IsZero() {
		return p
	}
	return p.Inter(g.certain)
}

// superflu reports whether a day is only perhaps of the leave, and nothing is owed for it.
func (g *conge) superflu(j v.Jour, etat droit.Etat) bool {
	return !g.certain.IsZero() && !g.certain.Contient(j) && etat != droit.Paye && etat != droit.Attente
}

// compter counts the days that are, or may be, paid between two days.
func (g *conge) compter(p v.Periode) int {
	n := 0
	for i := range g.jalons {
		if x := &g.jalons[i]; x.etat == droit.Paye || x.etat == droit.Attente {
			n += x.periode.Inter(p).Jours()
		}
	}
	return n
}

// premierPaye returns the first day paid by its dates, or 0.
func (g *conge) premierPaye() v.Jour {
	for i := range g.jalons {
		if g.jalons[i].etat == droit.Paye {
			return g.jalons[i].periode.Du
		}
	}
	return 0
}

// dernierPaye returns the last day, up to another, paid by its dates, or 0.
func (g *conge) dernierPaye(jusque v.Jour) v.Jour {
	dernier := v.Jour(0)
	for i := range g.jalons {
		if x := &g.jalons[i]; x.etat == droit.Paye && x.periode.Du <= jusque {
			dernier = min(x.periode.Au, jusque)
		}
	}
	return dernier
}

// aviser notes an uncertain point on which the dates of the leave depend.
func (g *conge) aviser(p parametre.Point) {
	if !slices.Contains(g.avis, p) {
		g.avis = append(g.avis, p)
	}
}

// manquer notes a datum that its dates need, and which days hang on it.
func (g *conge) manquer(code, aupres, phrase string) {
	g.manques = append(g.manques, droit.Manque{Code: code, AupresDe: aupres, Pour: v.P(g.du, g.fin), Phrase: phrase})
}

// rangs is the order in which leaves are served on one day.
var rangs = map[droit.Risque]int{
	droit.Maternite: 1, droit.DES: 2, droit.Pathologique: 3, droit.AdoptionConge: 4, droit.Paternite: 5, droit.NaissanceConge: 6, droit.DeuilEnfant: 7,
	droit.AJAP: 8, droit.GarantieGrossesse: 9,
}

// parRang sorts leaves by precedence, then by day and by name.
func (c *Calcul) parRang(a, b *conge) int {
	return cmp.Or(cmp.Compare(rangs[a.risque], rangs[b.risque]), cmp.Compare(a.evenement, b.evenement), comparerBool(a.tns, b.tns),
		cmp.Compare(a.du, b.du), cmp.Compare(c.cas.Arrets[a.arret].ID, c.cas.Arrets[b.arret].ID))
}

func comparerBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// memeGroupe reports whether two leaves share their days: the periods of one
// paternity leave, of one mourning.
func memeGroupe(a, b *conge) bool {
	return a.risque == b.risque && a.tns == b.tns && a.evenement == b.evenement
}
