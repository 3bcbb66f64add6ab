package contrecalcul

import (
	"math/big"
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// activitesDe lists the independent activities of one régime that a stop touches: they make
// one insured, of one revenue (D.622-7), whatever the share of each.
func (l *lecture) activitesDe(c *chaine) (as []*droit.Activite, lignes []int) {
	for i := range l.cas.Activites {
		a := &l.cas.Activites[i]
		if a.Nature != droit.Independant || liberale(a) != liberale(&l.cas.Activites[c.ligne]) {
			continue
		}
		if i == c.ligne || slices.ContainsFunc(l.chaines, func(k *chaine) bool { return k.ligne == i && k.premier() == c.premier() }) {
			as, lignes = append(as, a), append(lignes, i)
		}
	}
	return as, lignes
}

// ouvrirIndependant reads MAL-TNS-02 and 03: a year of affiliation at the
// prescription of this stop, and the mean of the revenues of the years before the
// finding that opened the incapacity.
func (l *lecture) ouvrirIndependant(c *chaine) {
	constat, le := l.constat(c), prescritLe(&l.cas.Arrets[c.premier()])
	as, lignes := l.activitesDe(c)
	affilie, maintenu := l.affilie12Mois(le), false
	for _, a := range as {
		affilie = affilie || a.Debut.AjouterMois(12) <= le // who works is insured
		maintenu = maintenu || a.Fin == 0 || c.interruption < (a.Fin+1).AjouterMois(12)
	}
	c.droits = droits{connus: true, ouverts: affilie && maintenu, apres6Mois: true, voie: "un an d'affiliation (D.622-1)"}
	ij, connu := l.ijIndependant(as, c.interruption, constat)
	c.droits.connus = connu
	c.base, c.parts = Base{Reference: "revenus", Somme: ij}, partsDesRevenus(as, lignes, constat.Annee())
	if ij == nil {
		return
	}
	if l.cas.Options.Arrondi.TNS.Ou(v.Troncature) == v.DemiSuperieur {
		ij = plus(ij, big.NewRat(1, 200))
	}
	c.base.IJ = tronquer(ij)
	c.base.Part = c.plancher(c.ligne, c.base.IJ)
}

// partsDesRevenus shares an IJ between activities, pro rata of what each earned in the
// years of the mean; equally where none earned anything.
func partsDesRevenus(as []*droit.Activite, lignes []int, annee int) []quotePart {
	premiere := max(annee-3, debutDe(as).Annee())
	if debutDe(as) <= v.NewJour(annee-3, 1, 1) {
		premiere = annee - 3
	}
	gagnes, total := zeros(len(as)), new(big.Rat)
	for i, a := range as {
		for y := premiere; y < annee; y++ {
			gagnes[i].Add(gagnes[i], moyenne([]*droit.Activite{a}, []int{y}))
		}
		total.Add(total, gagnes[i])
	}
	parts := make([]quotePart, len(as))
	for i := range as {
		parts[i] = quotePart{ligne: lignes[i], part: big.NewRat(1, int64(len(as)))}
		if total.Sign() > 0 {
			parts[i].part = new(big.Rat).Quo(gagnes[i], total)
		}
	}
	return parts
}

// debutDe is the first day of independent work.
func debutDe(as []*droit.Activite) v.Jour {
	debut := as[0].Debut
	for _, a := range as {
		debut = min(debut, a.Debut)
	}
	return debut
}

// constat is the date of the medical finding: the prescription of the initial
// stop, and that of the stop before it when work did not resume between (§14.16).
func (l *lecture) constat(c *chaine) v.Jour {
	for _, k := range l.chaines {
		if k.ligne == c.ligne && k.blocs[0].du < c.blocs[0].du && l.finStop(k)+1 == c.blocs[0].du {
			return l.constat(k)
		}
	}
	return prescritLe(&l.cas.Arrets[c.premier()])
}

// ijIndependant gives the exact IJ; known is false when the PASS of the year is
// not published.
func (l *lecture) ijIndependant(as []*droit.Activite, interruption, constat v.Jour) (ij *big.Rat, known bool) {
	annee := constat.Annee()
	p, ok := pass[annee]
	if !ok {
		return nil, false
	}
	if !slices.ContainsFunc(as, func(a *droit.Activite) bool { return a.StatutTNS != droit.ConjointCollaborateur }) {
		return big.NewRat(p*40, 100*730), true
	}
	limite := entier(p)
	if liberale(as[0]) {
		limite = entier(3 * p)
	}
	trois := []int{annee - 3, annee - 2, annee - 1}
	ij = l.ijDuRevenu(l.revenuMoyen(as, interruption, trois), seuilNullite(trois), limite, p)
	if debute := debutDe(as) > v.NewJour(annee-3, 1, 1); !debute && (annee == 2022 || annee == 2023) {
		// the year 2020 is set aside, its plafond with it, when that is better
		sans := slices.DeleteFunc(trois, func(y int) bool { return y == 2020 })
		if autre := l.ijDuRevenu(moyenne(as, sans), seuilNullite(sans), limite, p); autre.Cmp(ij) > 0 {
			ij = autre
		}
	}
	return ij, true
}

// ijDuRevenu goes from a mean revenue to the exact IJ.
func (l *lecture) ijDuRevenu(revenu, seuil, limite *big.Rat, pass int64) *big.Rat {
	if revenu.Cmp(seuil) < 0 {
		if !l.cas.Assure.RSAOuPrimeActivite.Ou(false) {
			return new(big.Rat) // D.622-8
		}
		revenu = big.NewRat(pass*40, 100) // D.622-9: the minimum base
	}
	if revenu.Cmp(limite) > 0 {
		revenu = limite
	}
	return new(big.Rat).Quo(revenu, entier(730))
}

// revenuMoyen gives the RAAM: the mean of three civil years, or what was earned
// since the start of an activity that does not have them whole (D.622-7 II).
func (l *lecture) revenuMoyen(as []*droit.Activite, interruption v.Jour, trois []int) *big.Rat {
	if debutDe(as) > v.NewJour(trois[0], 1, 1) {
		return debutActivite(as, interruption)
	}
	return moyenne(as, trois)
}

// debutActivite reads D.622-7 II: what was earned from the start of the activity
// to the day before the stop, brought to a year. Where the last weeks are not
// known yet, the days are those that the known revenues cover.
func debutActivite(as []*droit.Activite, interruption v.Jour) *big.Rat {
	debut := debutDe(as)
	somme, jusque := new(big.Rat), debut-1
	for _, a := range as {
		for i := range a.Revenus {
			r := &a.Revenus[i]
			p := r.Periode
			if p.Du == 0 {
				p = v.P(v.NewJour(r.Annee, 1, 1), v.NewJour(r.Annee, 12, 31))
			}
			du := max(p.Du, debut)
			vus := v.P(du, min(p.Au, interruption-1)) // what it covers of that time
			if vus.Du > vus.Au {
				continue
			}
			somme.Add(somme, new(big.Rat).Mul(revenuCotise(r), big.NewRat(int64(vus.Jours()), int64(p.Au-du+1))))
			jusque = max(jusque, vus.Au)
		}
	}
	if jusque < debut {
		return new(big.Rat)
	}
	return somme.Mul(somme, big.NewRat(365, int64(jusque-debut+1)))
}

func seuilNullite(annees []int) *big.Rat {
	somme := new(big.Rat)
	for _, y := range annees {
		somme.Add(somme, entier(pass[y]))
	}
	return somme.Quo(somme, entier(int64(10*len(annees))))
}

// moyenne is the mean of the revenues of some years, all activities together.
func moyenne(as []*droit.Activite, annees []int) *big.Rat {
	somme := new(big.Rat)
	for _, y := range annees {
		for _, a := range as {
			for i := range a.Revenus {
				r := &a.Revenus[i]
				if r.Annee == y || r.Periode.Du != 0 && r.Periode.Du.Annee() == y {
					somme.Add(somme, revenuCotise(r))
				}
			}
		}
	}
	return somme.Quo(somme, entier(int64(len(annees))))
}

// revenuCotise is the revenue, less the flat expenses of a micro-enterprise, in
// the measure in which its contributions were paid.
func revenuCotise(r *droit.Revenu) *big.Rat {
	reste := int64(100)
	switch r.CategorieMicro {
	case "vente":
		reste -= 71
	case "services":
		reste -= 50
	case "liberal":
		reste -= 34
	case "meuble_tourisme":
		reste -= 87
	}
	net := new(big.Rat).Mul(euros(r.Montant), big.NewRat(reste, 100))
	part := min(max(r.PartCotisee.Ou(10000), 0), 10000)
	return net.Mul(net, new(big.Rat).Quo(euros(part), entier(100)))
}

// liberale: the CNAVPL rules, which are those of PAMC practitioners too.
func liberale(a *droit.Activite) bool {
	return a.StatutTNS == droit.CNAVPL || a.StatutTNS == droit.PAMC
}

// tempsPartielIndependant reads MAL-TNS-06: half of the IJ, right after a stop
// that was indemnified unless under an ALD, for 90 or 270 days. It returns why
// a day is not paid, or nothing.
func (l *lecture) tempsPartielIndependant(c *chaine, d v.Jour) string {
	aff := l.affection(c, d)
	if aff == "" && !l.suitUnJourPaye(c, d) {
		return "TPT_SANS_ARRET"
	}
	n := 0
	for i := range l.jours {
		j := &l.jours[i]
		if j.Activite == c.ligne && j.Date < d && j.Etat == "paye" && l.cas.Arrets[j.Arret].TempsPartiel && (aff != "" || j.Date >= c.interruption) {
			n++
		}
	}
	limite := 90
	if aff != "" && !liberale(&l.cas.Activites[c.ligne]) {
		limite = 270
	}
	if n >= limite {
		return "TPT_DUREE"
	}
	return ""
}

// suitUnJourPaye tells whether the part-time days around d come right after a
// full-time day that was paid.
func (l *lecture) suitUnJourPaye(c *chaine, d v.Jour) bool {
	for l.enTempsPartiel(c, d-1) {
		d--
	}
	for i := range l.jours {
		if j := &l.jours[i]; j.Activite == c.ligne && j.Date == d-1 {
			return j.Etat == "paye"
		}
	}
	return false
}
