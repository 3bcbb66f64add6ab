package maladie

import (
	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

// apresSixMois examines, with the right itself, whether it will go on beyond
// the sixth month (MAL-OUV-04): twelve months of affiliation, and 600 hours or
// 2030 times the SMIC over twelve months. The answer is left open when it hangs
// on pays that are not known and the chain ends before.
func (c *Calcul) apresSixMois(ch *chaine, d *droit.Droit, le v.Jour) error {
	if ch.courte {
		return nil
	}
	mois, err := c.p.Entier(parametre.DureeSansAffiliationMois, ch.debut)
	if err != nil {
		return err
	}
	affilie, connue, err := c.affilieDepuisUnAn(le)
	if err != nil {
		return err
	}
	travail, _, err := c.travailSurUnAn(d, le)
	if err != nil {
		return err
	}
	septieme := ch.debut.AjouterMois(mois)
	utile := ch.fin >= septieme
	switch {
	case !affilie:
		d.Apres6Mois = v.Connu(false)
	case travail == suffisant || utile && travail == sansHeures:
		d.Apres6Mois = v.Connu(true)
		if utile && (!connue || travail == sansHeures) {
			c.presumer()
		}
	case travail == sansSeuil:
		if utile {
			return c.sansSeuil
		}
	case travail == insuffisant:
		d.Apres6Mois = v.Connu(false)
	case utile:
		ch.droit.attendApres = true
		pour := v.P(septieme, ch.fin)
		if d.Voie == voiePresume {
			pour.Du = ch.debut // the same hours say whether the right is open at all
		}
		c.reclamerPeriode(ch, v.P(d.Fenetres.Mois12.Du, d.Fenetres.Jours365.Au), pour, rApresSixMois)
	}
	if ouvert, connu := d.Apres6Mois.Get(); !ouvert && (connu || utile) {
		d.DernierJour = septieme - 1
		ch.droit.limite = septieme - 1
	}
	return nil
}

// travail is what twelve months of work amount to.
type travail uint8

const (
	insuffisant travail = iota // all is known, and not enough
	suffisant
	sansHeures // no hours at all are known: presumed
	inconnu    // not enough in what is known, and the rest is missing
	sansSeuil  // the SMIC that would decide is not known
)

// travailSurUnAn compares the work of twelve months with the two thresholds,
// and names the one that is reached.
func (c *Calcul) travailSurUnAn(d *droit.Droit, le v.Jour) (travail, string, error) {
	n, err := c.p.Valeur(parametre.Heures12Mois, le)
	if err != nil {
		return insuffisant, "", err
	}
	h, err := c.heuresRetenues(d.Fenetres.Mois12, n, le)
	if err != nil {
		return insuffisant, "", err
	}
	if h.valeur.Cmp(n) >= 0 || c.cachets(d.Fenetres.Mois12, parametre.CachetsAnnee, le) {
		return suffisant, voie600h12Mois, nil
	}
	h365, err := c.heuresRetenues(d.Fenetres.Jours365, n, le)
	if err != nil || h365.valeur.Cmp(n) >= 0 || c.cachets(d.Fenetres.Jours365, parametre.CachetsAnnee, le) {
		return suffisant, voie600h365, err
	}
	s, err := c.salairesRetenus(d.Fenetres.Mois12, d.Salaire12Mois, le)
	if err != nil {
		return insuffisant, "", err
	}
	if c.atteint12Mois(d, s, le) {
		return suffisant, voie2030, nil
	}
	switch {
	case !h.connu && !h365.connu && (c.pourraitAtteindre(h, d.Fenetres.Mois12, n) || c.pourraitAtteindre(h365, d.Fenetres.Jours365, n)):
		return sansHeures, "", nil
	case c.noterSansSeuil(s, c.premierJanvier(d.Fenetres.Mois12.Du)):
		return sansSeuil, "", nil
	case h.complet && h365.complet && s.complet:
		return insuffisant, "", nil
	}
	return inconnu, "", nil
}

// atteint12Mois compares the pay of twelve months with its threshold, and warns
// when the 1 January at which the SMIC is taken decides.
func (c *Calcul) atteint12Mois(d *droit.Droit, s total, le v.Jour) bool {
	seuil, connu := d.Salaire12Mois.Get()
	if !connu {
		return false
	}
	atteint := s.valeur.Cmp(seuil.Fraction()) >= 0
	if du := d.Fenetres.Mois12.Du; du == du.DebutAnnee() {
		autre := du
		if c.choix(parametre.U5) == "meme_jour" {
			autre = (du - 1).DebutAnnee()
		}
		smic, err1 := c.p.Centimes(parametre.SmicHoraire, autre)
		n, err2 := c.p.Entier(parametre.Smic12Mois, le)
		if err1 == nil && err2 == nil && atteint != (s.valeur.Cmp(smic.Fois(n).Fraction()) >= 0) {
			c.lire(parametre.U5)
		}
	}
	return atteint
}

// affilieDepuisUnAn reports whether the person was insured twelve months before
// that day, and whether the date is known; unknown, it is presumed.
func (c *Calcul) affilieDepuisUnAn(le v.Jour) (affilie, connue bool, err error) {
	mois, err := c.p.Entier(parametre.AffiliationMois, le)
	if c.cas.Assure.AffilieDepuis == 0 {
		return true, false, err
	}
	return c.cas.Assure.AffilieDepuis <= le.AjouterMois(-mois), true, err
}

// travailDiscontinu examines the right of those whose work is seasonal or
// discontinuous (MAL-OUV-05): what carries others beyond the sixth month opens
// theirs, for the whole stop.
func (c *Calcul) travailDiscontinu(ch *chaine, d *droit.Droit, le v.Jour) (issueDroit, error) {
	if !c.discontinu(ch) {
		return droitFerme, nil
	}
	travail, voie, err := c.travailSurUnAn(d, le)
	if err != nil || travail == insuffisant || travail == sansSeuil {
		return droitFerme, err
	}
	if travail != suffisant {
		return droitEnAttente, nil
	}
	d.Ouvert, d.Regle, d.Voie, d.Apres6Mois = true, rDiscontinu, voie, v.Connu(true)
	ch.droit.douze = true
	if voie == voie2030 {
		d.HeuresRetenues = v.Option[v.Centiemes]{}
	}
	return droitOuvert, nil
}

// discontinu reports whether some work stopped by the chain is seasonal or
// discontinuous by nature.
func (c *Calcul) discontinu(ch *chaine) bool {
	for k := range ch.lignes {
		a := &c.cas.Activites[ch.lignes[k].activite]
		if a.Discontinu {
			return true
		}
		switch a.Contrat {
		case droit.Saisonnier, droit.Interim, droit.Intermittent, droit.Vacation, droit.CESU:
			c.lire(parametre.U6)
			return true
		}
	}
	return false
}
