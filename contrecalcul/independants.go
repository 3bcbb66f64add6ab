package contrecalcul

import (
	"math/big"
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// ouvrirIndependant reads MAL-TNS-02 and 03: a year of affiliation at the
// prescription of this stop, and the mean of the revenues of the years before the
// finding that opened the incapacity.
func (l *lecture) ouvrirIndependant(c *chaine) {
	constat, le, a := l.constat(c), prescritLe(&l.cas.Arrets[c.premier()]), &l.cas.Activites[c.ligne]
	affilie := l.affilie12Mois(le) || a.Debut.AjouterMois(12) <= le // who works is insured
	maintenu := a.Fin == 0 || c.interruption < (a.Fin+1).AjouterMois(12)
	c.droits = droits{connus: true, ouverts: affilie && maintenu, apres6Mois: true, voie: "un an d'affiliation (D.622-1)"}
	ij, connu := l.ijIndependant(c, constat)
	c.droits.connus = connu
	c.base, c.parts = Base{Reference: "revenus", Somme: ij}, []quotePart{{ligne: c.ligne, part: entier(1)}}
	if ij == nil {
		return
	}
	if l.cas.Options.Arrondi.TNS.Ou(v.Troncature) == v.DemiSuperieur {
		ij = plus(ij, big.NewRat(1, 200))
	}
	c.base.IJ = tronquer(ij)
	c.base.Part = c.base.IJ
}

// constat is the date of the medical finding: the prescription of the initial
// stop, and that of the stop before it when work did not resume between (§14.16).
func (l *lecture) constat(c *chaine) v.Jour {
	for _, k := range l.chaines {
		if k.ligne == c.ligne && l.finStop(k)+1 == c.blocs[0].du {
			return l.constat(k)
		}
	}
	return prescritLe(&l.cas.Arrets[c.premier()])
}

// ijIndependant gives the exact IJ; known is false when the PASS of the year is
// not published.
func (l *lecture) ijIndependant(c *chaine, constat v.Jour) (ij *big.Rat, known bool) {
	a := &l.cas.Activites[c.ligne]
	annee := constat.Annee()
	p, ok := pass[annee]
	if !ok {
		return nil, false
	}
	if a.StatutTNS == droit.ConjointCollaborateur {
		return big.NewRat(p*40, 100*730), true
	}
	limite := entier(p)
	if liberale(a) {
		limite = entier(3 * p)
	}
	trois := []int{annee - 3, annee - 2, annee - 1}
	ij = l.ijDuRevenu(l.revenuMoyen(a, c.interruption, trois), seuilNullite(trois), limite, p)
	if debute := a.Debut > v.NewJour(annee-3, 1, 1); !debute && (annee == 2022 || annee == 2023) {
		// the year 2020 is set aside, its plafond with it, when that is better
		sans := slices.DeleteFunc(trois, func(y int) bool { return y == 2020 })
		if autre := l.ijDuRevenu(moyenne(a, sans), seuilNullite(sans), limite, p); autre.Cmp(ij) > 0 {
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
func (l *lecture) revenuMoyen(a *droit.Activite, interruption v.Jour, trois []int) *big.Rat {
	if a.Debut > v.NewJour(trois[0], 1, 1) {
		return debutActivite(a, interruption)
	}
	return moyenne(a, trois)
}

// debutActivite reads D.622-7 II: what was earned from the start of the activity
// to the day before the stop, brought to a year. Where the last weeks are not
// known yet, the days are those that the known revenues cover.
func debutActivite(a *droit.Activite, interruption v.Jour) *big.Rat {
	somme, jusque := new(big.Rat), a.Debut-1
	for i := range a.Revenus {
		r := &a.Revenus[i]
		au := r.Periode.Au
		if r.Periode.Du == 0 {
			au = v.NewJour(r.Annee, 12, 31)
		}
		du := max(r.Periode.Du, a.Debut)
		if r.Periode.Du == 0 {
			du = max(v.NewJour(r.Annee, 1, 1), a.Debut)
		}
		vus := v.P(du, min(au, interruption-1)) // what it covers of that time
		if vus.Du > vus.Au {
			continue
		}
		somme.Add(somme, new(big.Rat).Mul(revenuCotise(r), big.NewRat(int64(vus.Jours()), int64(au-du+1))))
		jusque = max(jusque, vus.Au)
	}
	if jusque < a.Debut {
		return new(big.Rat)
	}
	return somme.Mul(somme, big.NewRat(365, int64(jusque-a.Debut+1)))
}

func seuilNullite(annees []int) *big.Rat {
	somme := new(big.Rat)
	for _, y := range annees {
		somme.Add(somme, entier(pass[y]))
	}
	return somme.Quo(somme, entier(int64(10*len(annees))))
}

// moyenne is the mean of the revenues of some years.
func moyenne(a *droit.Activite, annees []int) *big.Rat {
	somme := new(big.Rat)
	for _, y := range annees {
		for i := range a.Revenus {
			r := &a.Revenus[i]
			if r.Annee == y || r.Periode.Du != 0 && r.Periode.Du.Annee() == y {
				somme.Add(somme, revenuCotise(r))
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
