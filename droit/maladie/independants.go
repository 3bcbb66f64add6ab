package maladie

import (
	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

// droitsIndependant examines the right of an independent: a year of
// affiliation at the day of the medical finding, all régimes added
// (MAL-TNS-02). There is no test of hours, nor after six months.
func (c *Calcul) droitsIndependant(ch *chaine, d *droit.Droit) error {
	d.Regle, d.Apres6Mois = rDroitTNS, v.Connu(true)
	constat := prescritLe(&c.cas.Arrets[ch.arret])
	mois, err := c.p.Entier(parametre.AffiliationTNSMois, constat)
	if err != nil {
		return err
	}
	switch depuis := c.affilieDepuis(ch); {
	case depuis != 0 && depuis <= constat.AjouterMois(-mois):
		d.Ouvert, d.Voie = true, voieAffiliation
	case c.cas.Assure.AffilieDepuis == 0:
		c.presumer()
		d.Ouvert, d.Voie = true, voiePresume
	}
	if d.Ouvert && !c.enEmploi(ch) {
		fin := c.finLignes(ch)
		maintien, err := c.p.Entier(parametre.MaintienMois, fin+1)
		if err != nil {
			return err
		}
		d.Ouvert, d.Regle, d.Voie = ch.debut < (fin+1).AjouterMois(maintien), rMaintien, voieMaintien
	}
	return nil
}

// affilieDepuis returns the first day on which the person is known to be insured,
// by what the case says or by the work that it shows; or 0.
func (c *Calcul) affilieDepuis(ch *chaine) v.Jour {
	depuis := c.cas.Assure.AffilieDepuis
	for k := range ch.lignes {
		if d := c.cas.Activites[ch.lignes[k].activite].Debut; d != 0 && (depuis == 0 || d < depuis) {
			depuis = d
		}
	}
	return depuis
}

// indemniteIndependant computes the allowance of an independent from the mean
// of the incomes of the three civil years before the medical finding
// (MAL-TNS-03). A new stop without return to work keeps the years of the first.
func (c *Calcul) indemniteIndependant(ch *chaine) error {
	constat := c.constat(ch)
	ch.base = len(c.r.Bases)
	b := c.r.AjouterBase()
	b.Arret, b.Reference = ch.arret, "raam"
	for k := range ch.lignes {
		b.Activites = append(b.Activites, ch.lignes[k].activite)
	}
	r, err := c.moyenner(ch, constat)
	if err != nil {
		return err
	}
	b.RAAM, b.SeuilNullite = v.Connu(r.moyen.Centimes(v.DemiSuperieur)), v.Connu(r.seuil.Centimes(v.DemiSuperieur))
	for y := r.premiere; y <= r.derniere; y++ {
		if y != r.ecartee {
			b.Annees = append(b.Annees, y)
		}
	}
	mode, err := c.p.Entier(parametre.ArrondiTNS, ch.debut)
	if err != nil {
		return err
	}
	b.IJ = c.arrondir(r.journalier, mode, c.cas.Options.Arrondi.TNS)
	ch.ij, ch.regleIJ = b.IJ, rIndemniteTNS
	ch.salairesManquent = r.inconnu
	for k := range ch.lignes {
		ch.lignes[k].poids = c.poidsRevenus(&r, ch.lignes[k].activite)
	}
	if c.t.Active() {
		c.direRevenus(ch, b, &r)
	}
	return nil
}

// constat returns the day of the medical finding: the prescription of the stop
// that opened the incapacity.
func (c *Calcul) constat(ch *chaine) v.Jour {
	return prescritLe(&c.cas.Arrets[c.chaineInitiale(ch).arret])
}

// chaineInitiale goes back over the chains that follow each other without a day
// between, to the one that opened the incapacity.
func (c *Calcul) chaineInitiale(ch *chaine) *chaine {
	for avant := c.chaineAvant(ch); avant != nil; avant = c.chaineAvant(ch) {
		ch = avant
	}
	return ch
}

// chaineAvant returns an earlier chain that stopped some work of another to the day
// before, or nil.
func (c *Calcul) chaineAvant(ch *chaine) *chaine {
	for k := range c.chaines {
		x := &c.chaines[k]
		if x.du >= ch.du { // they are sorted; a prescription wholly resumed goes on with nothing, not even itself
			return nil
		}
		for i := range x.lignes {
			for n := range ch.lignes {
				if l, avant := &ch.lignes[n], &x.lignes[i]; avant.activite == l.activite && avant.active == l.du-1 {
					return x
				}
			}
		}
	}
	return nil
}
