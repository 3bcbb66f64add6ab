package maladie

import (
	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

// revenuMoyen is the yearly income on which an independent's allowance rests.
type revenuMoyen struct {
	premiere, derniere int // civil years of the mean
	ecartee            int // year left out of it, or 0
	moyen              v.Fraction
	seuil              v.Fraction // below it, no allowance
	plafond            v.Fraction
	journalier         v.Fraction // allowance before rounding
	debut              bool       // first three civil years of activity
	inconnu            bool       // some income is missing
}

// moyenner computes the mean income at the day of the medical finding and
// the allowance that follows (D.622-7, D.622-8).
func (c *Calcul) moyenner(ch *chaine, constat v.Jour) (revenuMoyen, error) {
	annees, err := c.p.Entier(parametre.TNSAnnees, constat)
	if err != nil {
		return revenuMoyen{}, err
	}
	y := constat.Annee()
	r := revenuMoyen{premiere: y - annees, derniere: y - 1}
	if r.plafond, err = c.plafondRevenu(ch, constat); err != nil {
		return r, err
	}
	if c.conjoint(ch) {
		err = c.forfaitConjoint(&r, constat)
		return r, err
	}
	if r.seuil, err = c.seuilRevenu(&r, constat); err != nil {
		return r, err
	}
	if debut := c.debutActivite(ch); debut > v.NewJour(r.premiere, 1, 1) {
		r.debut = true
		c.lire(parametre.U22)
		if err = c.moyenneDesDebuts(ch, &r, debut); err != nil {
			return r, err
		}
	} else {
		c.moyenneDesAnnees(ch, &r)
	}
	if err := c.indemniteDuRevenu(&r, constat); err != nil || r.debut {
		return r, err
	}
	return c.ecarter2020(ch, r, constat)
}

// plafondRevenu returns the limit of the mean: the PASS of the year, three
// times for the regulated professions.
func (c *Calcul) plafondRevenu(ch *chaine, constat v.Jour) (v.Fraction, error) {
	code := parametre.TNSPlafondPASS
	if ch.regime == liberaux {
		code = parametre.TNSPlafondPASSPL
	}
	fois, err := c.p.Valeur(code, constat)
	if err != nil {
		return fois, err
	}
	pass, err := c.p.Valeur(parametre.PASS, constat)
	return pass.Fois(fois), err
}

// seuilRevenu returns the income below which there is no allowance: a tenth of
// the mean PASS of the same years.
func (c *Calcul) seuilRevenu(r *revenuMoyen, constat v.Jour) (v.Fraction, error) {
	taux, err := c.p.Valeur(parametre.TNSSeuilPourcent, constat)
	if err != nil {
		return taux, err
	}
	somme, n := v.Fraction{}, int64(0)
	for y := r.premiere; y <= r.derniere; y++ {
		if y == r.ecartee {
			continue
		}
		pass, err := c.p.Valeur(parametre.PASS, v.NewJour(y, 12, 31))
		if err != nil {
			return somme, err
		}
		somme, n = somme.Plus(pass), n+1
	}
	return somme.Fois(taux).Fois(v.F(1, 100*n)), nil
}

// conjoint reports whether the chain stops only spouses who collaborate.
func (c *Calcul) conjoint(ch *chaine) bool {
	for k := range ch.lignes {
		if c.cas.Activites[ch.lignes[k].activite].StatutTNS != droit.ConjointCollaborateur {
			return false
		}
	}
	return true
}

// forfaitConjoint gives a collaborating spouse the flat allowance.
func (c *Calcul) forfaitConjoint(r *revenuMoyen, constat v.Jour) error {
	c.lire(parametre.U22)
	taux, err := c.p.Valeur(parametre.TNSConjointPourcent, constat)
	if err != nil {
		return err
	}
	pass, err := c.p.Valeur(parametre.PASS, constat)
	if err != nil {
		return err
	}
	r.moyen = pass.Fois(taux).Fois(v.F(1, 100))
	return c.indemniteDuRevenu(r, constat)
}

// debutActivite returns the first day of the independent work of a chain.
func (c *Calcul) debutActivite(ch *chaine) v.Jour {
	debut := v.Jour(0)
	for k := range ch.lignes {
		if d := c.cas.Activites[ch.lignes[k].activite].Debut; k == 0 || d < debut {
			debut = d
		}
	}
	return debut
}

// moyenneDesAnnees fills the mean of the civil years. A year that is not known
// counts as nothing and is asked for.
func (c *Calcul) moyenneDesAnnees(ch *chaine, r *revenuMoyen) {
	somme, n := v.Fraction{}, int64(0)
	for y := r.premiere; y <= r.derniere; y++ {
		if y == r.ecartee {
			continue
		}
		n++
		for k := range ch.lignes {
			i := ch.lignes[k].activite
			revenu, connu := c.revenuAnnee(i, y)
			if !connu && exerceEn(&c.cas.Activites[i], y) {
				r.inconnu = true
				c.reclamer(ch, droit.BesoinRevenu, i, v.P(v.NewJour(y, 1, 1), v.NewJour(y, 12, 31)), rIndemniteTNS)
			}
			somme = somme.Plus(revenu)
		}
	}
	r.moyen = somme.Fois(v.F(1, n))
}

// exerceEn reports whether an activity ran on some day of a year: what had not begun,
// or had ended, has no income to ask for.
func exerceEn(a *droit.Activite, annee int) bool {
	return a.Debut <= v.NewJour(annee, 12, 31) && (a.Fin == 0 || a.Fin >= v.NewJour(annee, 1, 1))
}

// revenuAnnee returns the income of one activity for one civil year, as the
// contribution counts it.
func (c *Calcul) revenuAnnee(activite, annee int) (v.Fraction, bool) {
	somme, connu := v.Fraction{}, false
	rs := c.cas.Activites[activite].Revenus
	for k := range rs {
		if r := &rs[k]; r.Annee == annee || r.Annee == 0 && r.Periode.Du.Annee() == annee {
			somme, connu = somme.Plus(c.revenuRetenu(r)), true
		}
	}
	return somme, connu
}

// revenuRetenu is an income less the flat expenses of a micro-enterprise, in
// proportion to the contributions paid.
func (c *Calcul) revenuRetenu(r *droit.Revenu) v.Fraction {
	x := r.Montant.Fraction()
	if code, micro := abattements[r.CategorieMicro]; micro {
		if taux, err := c.p.Valeur(code, v.NewJour(max(r.Annee, r.Periode.Du.Annee()), 12, 31)); err == nil {
			x = x.Fois(v.F(100, 1).Moins(taux)).Fois(v.F(1, 100))
		}
	}
	if part, connue := r.PartCotisee.Get(); connue {
		x = x.Fois(v.F(int64(min(max(part, 0), toutPaye)), int64(toutPaye)))
	}
	return x
}

// toutPaye is 100 %: a share beyond it is a typing error.
const toutPaye v.Centiemes = 10000

// abattements gives the flat expenses of each kind of micro-enterprise.
var abattements = map[string]parametre.Code{
	"vente": parametre.MicroVente, "services": parametre.MicroServices, "liberal": parametre.MicroLiberal, "meuble_tourisme": parametre.MicroMeubleTourisme,
}

// moyenneDesDebuts annualises the income of the first three civil years: all
// that was earned since the start, over the days that it covers (D.622-7 II).
func (c *Calcul) moyenneDesDebuts(ch *chaine, r *revenuMoyen, debut v.Jour) error {
	var jours int
	r.premiere = debut.Annee()
	for k := range ch.lignes {
		i := ch.lignes[k].activite
		rs := c.cas.Activites[i].Revenus
		vus := 0
		for n := range rs {
			p := rs[n].Periode
			if rs[n].Annee != 0 {
				p = v.P(v.NewJour(rs[n].Annee, 1, 1), v.NewJour(rs[n].Annee, 12, 31))
			}
			entiere := v.P(max(p.Du, debut), p.Au).Jours()
			if entiere == 0 {
				continue // before the work began
			}
			p = p.Inter(v.P(debut, ch.debut-1))
			r.moyen = r.moyen.Plus(c.revenuRetenu(&rs[n]).Fois(v.F(int64(p.Jours()), int64(entiere))))
			vus += p.Jours()
		}
		if vus == 0 {
			r.inconnu = true
			c.reclamer(ch, droit.BesoinRevenu, i, v.P(debut, ch.debut-1), rIndemniteTNS)
		}
		jours = max(jours, vus)
	}
	if jours == 0 {
		return nil
	}
	diviseur, err := c.p.Valeur(parametre.TNSDebutDiviseur, ch.debut)
	r.moyen = r.moyen.Fois(diviseur).Fois(v.F(1, int64(jours)))
	return err
}

// indemniteDuRevenu goes from the mean to the allowance: the 730th part of it,
// within the limit, nothing below the threshold. Persons on the RSA or the
// prime d'activité have no threshold: they have the minimum base (D.622-9).
func (c *Calcul) indemniteDuRevenu(r *revenuMoyen, constat v.Jour) error {
	r.journalier = v.Fraction{}
	retenu := r.moyen.Min(r.plafond)
	if r.moyen.Cmp(r.seuil) < 0 {
		if !c.cas.Assure.RSAOuPrimeActivite.Ou(false) {
			return nil
		}
		c.lire(parametre.U22)
		taux, err := c.p.Valeur(parametre.TNSConjointPourcent, constat)
		if err != nil {
			return err
		}
		pass, err := c.p.Valeur(parametre.PASS, constat)
		if err != nil {
			return err
		}
		retenu = pass.Fois(taux).Fois(v.F(1, 100))
	}
	n, err := c.p.Valeur(parametre.TNSDiviseur, constat)
	if err != nil {
		return err
	}
	r.journalier = retenu.Sur(n)
	return nil
}

// ecarter2020 leaves 2020 out of the mean, and its PASS out of the threshold,
// for the stops of 2022 and 2023, when that is favourable.
func (c *Calcul) ecarter2020(ch *chaine, r revenuMoyen, constat v.Jour) (revenuMoyen, error) {
	vigueur, err := c.p.Entier(parametre.TNSNeutralisation2020, constat)
	if err != nil || vigueur != 1 || r.premiere > 2020 || r.derniere < 2020 {
		return r, err
	}
	sans := revenuMoyen{premiere: r.premiere, derniere: r.derniere, ecartee: 2020, plafond: r.plafond}
	c.moyenneDesAnnees(ch, &sans)
	if sans.seuil, err = c.seuilRevenu(&sans, constat); err != nil {
		return r, err
	}
	if err := c.indemniteDuRevenu(&sans, constat); err != nil {
		return r, err
	}
	if sans.journalier.Cmp(r.journalier) > 0 {
		return sans, nil
	}
	return r, nil
}

// poidsRevenus weighs one activity among those of a chain.
func (c *Calcul) poidsRevenus(r *revenuMoyen, activite int) v.Fraction {
	var somme v.Fraction
	for y := r.premiere; y <= r.derniere; y++ {
		x, _ := c.revenuAnnee(activite, y)
		somme = somme.Plus(x)
	}
	return somme
}
