package maladie

import (
	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

// droitChaine is the answer to «is the right open?» for one chain.
type droitChaine struct {
	ouvert bool
	regle  droit.Regle
	voie   string
	limite v.Jour // last day payable when the right stops after the sixth month, or 0
	// What is not known could open the right, or carry it beyond the limit.
	attend, attendApres bool
}

// Ways by which a right opens, as the result names them.
const (
	voie3Mois   = "150h_3_mois"
	voie90Jours = "150h_90_jours"
	voie6Mois   = "1015_smic_6_mois"
	voiePresume = "presume"
	voieAucune  = ""
)

// examinerDroits decides the right of a chain at its interruption of work
// (MAL-OUV-01), once: prolongations do not re-examine it.
func (c *Calcul) examinerDroits(ch *chaine) error {
	f := fenetresAu(ch.debut)
	d := droit.Droit{Arret: ch.arret, Regle: rSixMois, Fenetres: f}
	if err := c.seuils(&d, f, ch.debut); err != nil {
		return err
	}
	if err := c.premiersSixMois(ch, &d, f); err != nil {
		return err
	}
	ch.droit.ouvert, ch.droit.regle, ch.droit.voie = d.Ouvert, d.Regle, d.Voie
	if d.Ouvert {
		if err := c.apresSixMois(ch, &d, f); err != nil {
			return err
		}
	}
	for k := range ch.lignes {
		d.Activite = ch.lignes[k].activite
		c.r.Droits = append(c.r.Droits, d)
	}
	if c.t.Active() {
		c.direDroits(ch, &d)
	}
	return nil
}

// seuils fills the hourly SMIC and the two thresholds of pay, as far as the
// SMIC is known.
func (c *Calcul) seuils(d *droit.Droit, f droit.Fenetres, a v.Jour) error {
	le := f.Mois6.Du
	if c.choix(parametre.U4) == "date_arret" {
		le = a
	}
	if smic, err := c.p.Centimes(parametre.SmicHoraire, le); err == nil {
		n, err := c.p.Entier(parametre.Smic6Mois, a)
		if err != nil {
			return err
		}
		d.Smic, d.Salaire6Mois = v.Connu(smic), v.Connu(smic.Fois(n))
	}
	if smic, err := c.p.Centimes(parametre.SmicHoraire, c.premierJanvier(f.Mois12.Du)); err == nil {
		n, err := c.p.Entier(parametre.Smic12Mois, a)
		if err != nil {
			return err
		}
		d.Salaire12Mois = v.Connu(smic.Fois(n))
	}
	return nil
}

// premierJanvier returns the 1 January that immediately precedes a window. When
// the window itself opens on 1 January, it is that of the year before.
func (c *Calcul) premierJanvier(du v.Jour) v.Jour {
	if c.choix(parametre.U5) == "meme_jour" {
		return du.DebutAnnee()
	}
	return (du - 1).DebutAnnee()
}

// premiersSixMois examines the right for the first six months (MAL-OUV-03):
// 150 hours in three months or ninety days, or 1015 times the SMIC in six
// months.
func (c *Calcul) premiersSixMois(ch *chaine, d *droit.Droit, f droit.Fenetres) error {
	n, err := c.p.Valeur(parametre.Heures3Mois, ch.debut)
	if err != nil {
		return err
	}
	h3 := c.heuresSur(f.Mois3)
	d.HeuresRetenues = v.Connu(h3.valeur.Centimes(v.Troncature))
	if h3.valeur.Cmp(n) >= 0 {
		d.Ouvert, d.Voie = true, voie3Mois
		return nil
	}
	h90 := c.heuresSur(f.Jours90)
	if h90.valeur.Cmp(n) >= 0 {
		d.Ouvert, d.Voie, d.HeuresRetenues = true, voie90Jours, v.Connu(h90.valeur.Centimes(v.Troncature))
		return nil
	}
	s6 := c.salairesSur(f.Mois6, ch.debut)
	d.SalaireRetenu = v.Connu(s6.valeur.Centimes(v.Troncature))
	if seuil, connu := d.Salaire6Mois.Get(); connu && s6.valeur.Cmp(seuil.Fraction()) >= 0 {
		d.Ouvert, d.Voie, d.HeuresRetenues = true, voie6Mois, v.Option[v.Centiemes]{}
		return nil
	}
	if !h3.connu && !h90.connu {
		d.Ouvert, d.Voie = true, voiePresume
		d.HeuresRetenues, d.SalaireRetenu = v.Option[v.Centiemes]{}, v.Option[v.Centimes]{}
		c.presumer()
		return nil
	}
	if !h3.complet || !s6.complet {
		ch.droit.attend = true
		c.reclamerPeriode(ch, f.Mois6, rSixMois)
	}
	return nil
}

// presumer warns that a right is taken to be open for want of hours.
func (c *Calcul) presumer() {
	c.r.Aviser("DROITS_PRESUMES", "Les heures de travail ou la date d'affiliation ne sont pas connues : le droit est présumé ouvert, sous réserve de vérification.")
}

// apresSixMois examines, on the day of the interruption, whether the right will
// go on beyond the sixth month (MAL-OUV-04): twelve months of affiliation, and
// 600 hours or 2030 times the SMIC over twelve months. The answer is left open
// when it hangs on pays that are not known and the chain ends before.
func (c *Calcul) apresSixMois(ch *chaine, d *droit.Droit, f droit.Fenetres) error {
	mois, err := c.p.Entier(parametre.DureeSansAffiliationMois, ch.debut)
	if err != nil {
		return err
	}
	affilie, connue, err := c.affilieDepuisUnAn(ch.debut)
	if err != nil {
		return err
	}
	travail, err := c.travailSurUnAn(ch, d, f)
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
	case travail == insuffisant:
		d.Apres6Mois = v.Connu(false)
	case utile:
		ch.droit.attendApres = true
		c.reclamerPeriode(ch, f.Mois12, rApresSixMois)
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
)

// travailSurUnAn compares the work of twelve months with the two thresholds.
func (c *Calcul) travailSurUnAn(ch *chaine, d *droit.Droit, f droit.Fenetres) (travail, error) {
	n, err := c.p.Valeur(parametre.Heures12Mois, ch.debut)
	if err != nil {
		return insuffisant, err
	}
	h := c.heuresSur(f.Mois12)
	if h.valeur.Cmp(n) >= 0 || c.heuresSur(f.Jours365).valeur.Cmp(n) >= 0 {
		return suffisant, nil
	}
	s := c.salairesSur(f.Mois12, ch.debut)
	if seuil, connu := d.Salaire12Mois.Get(); connu && s.valeur.Cmp(seuil.Fraction()) >= 0 {
		return suffisant, nil
	}
	switch {
	case !h.connu:
		return sansHeures, nil
	case h.complet && s.complet:
		return insuffisant, nil
	}
	return inconnu, nil
}

// affilieDepuisUnAn reports whether the person was insured twelve months before
// that day, and whether the date is known; unknown, it is presumed.
func (c *Calcul) affilieDepuisUnAn(a v.Jour) (affilie, connue bool, err error) {
	mois, err := c.p.Entier(parametre.AffiliationMois, a)
	if c.cas.Assure.AffilieDepuis == 0 {
		return true, false, err
	}
	return c.cas.Assure.AffilieDepuis <= a.AjouterMois(-mois), true, err
}
