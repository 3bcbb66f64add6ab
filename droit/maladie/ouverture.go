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
	douze  bool   // opened by twelve months of work, which are then the base
	limite v.Jour // last day payable when the right stops after the sixth month, or 0
	// What is not known could open the right, or carry it beyond the limit.
	attend, attendApres bool
}

// Ways by which a right opens, as the result names them.
const (
	voie3Mois        = "150h_3_mois"
	voie90Jours      = "150h_90_jours"
	voie6Mois        = "1015_smic_6_mois"
	voie600h12Mois   = "600h_12_mois"
	voie600h365      = "600h_365_jours"
	voie2030         = "2030_smic_12_mois"
	voieMaintien     = "maintien"
	voieChomage      = "chomage_indemnise"
	voieInsuffisant  = "emploi_insuffisant"
	voieParental     = "conge_parental"
	voieTotalisation = "totalisation"
	voieSans         = "sans_condition"
	voieAffiliation  = "affiliation"
	voiePresume      = "presume"
	voieDecision     = "decision"
)

// examinerDroits decides the right of a chain, once: prolongations do not
// re-examine it (MAL-OUV-01).
func (c *Calcul) examinerDroits(ch *chaine) error {
	d := droit.Droit{Arret: ch.arret}
	ch.reference, ch.assimilable = ch.debut, true
	besoins := len(c.besoins)
	c.sansSeuil = nil
	var err error
	if ch.regime == salaries {
		err = c.droitsSalarie(ch, &d)
	} else {
		err = c.droitsIndependant(ch, &d)
	}
	if err != nil {
		return err
	}
	c.forcerDroits(ch, &d, besoins)
	if !d.Ouvert && d.Voie != voieDecision && c.sansSeuil != nil {
		return c.sansSeuil // what no threshold can be set against is not refused
	}
	ch.droit.ouvert, ch.droit.regle, ch.droit.voie = d.Ouvert, d.Regle, d.Voie
	for k := range ch.lignes {
		d.Activite = ch.lignes[k].activite
		c.r.Droits = append(c.r.Droits, d)
	}
	if c.t.Active() {
		c.direDroits(ch, &d)
	}
	return nil
}

// droitsSalarie looks for the right of an employee in the order of the law: no
// condition at all, the work done before the stop, then the rights kept from
// former work, then the work done in another régime.
func (c *Calcul) droitsSalarie(ch *chaine, d *droit.Droit) error {
	a := &c.cas.Arrets[ch.arret]
	if a.ExonereCarence == droit.ExoTerrorisme {
		d.Fenetres = fenetresAu(ch.debut)
		d.Ouvert, d.Regle, d.Voie, d.Apres6Mois = true, rSansCondition, voieSans, v.Connu(true)
		if !c.enEmploi(ch) {
			ch.reference = c.cessation(ch.debut)
		}
		return nil
	}
	le := ch.debut
	if accident := c.accidentConsolide(ch); accident != 0 {
		le = accident
	}
	if !c.enEmploi(ch) {
		return c.droitsMaintenus(ch, d)
	}
	if conge := c.congeParental(ch, ch.debut); conge != 0 {
		return c.droitsEnCongeParental(ch, d, conge)
	}
	c.essais = c.essais[:0]
	issue, err := c.eprouver(ch, d, le)
	if err == nil && issue != droitOuvert && le != ch.debut {
		le = ch.debut // what the accident keeps does not take away the right of the day
		issue, err = c.eprouver(ch, d, le)
	}
	if err != nil {
		return err
	}
	if issue == droitOuvert {
		return c.prolonger(ch, d, le)
	}
	if issue == droitEnAttente {
		c.essais = append(c.essais, *d)
	}
	return c.droitsAnciens(ch, d, le)
}

// droitsAnciens looks, when the present work opens no right, for those kept from
// former work, then for those that work in another régime completes. It asks for what could
// open the right at each day at which it was looked for.
func (c *Calcul) droitsAnciens(ch *chaine, d *droit.Droit, le v.Jour) error {
	propres := len(c.essais)
	ouvert, err := c.emploiInsuffisant(ch, d)
	if err == nil && !ouvert {
		ouvert, err = c.retourDeCongeParental(ch, d)
	}
	if err != nil || ouvert {
		return err
	}
	anciens := len(c.essais) > propres // what is kept comes before what is added (L.172-2)
	if ouvert, err = c.totaliser(ch, d, le); err != nil || ouvert && !anciens {
		return err
	}
	ch.droit.attend = !ouvert && len(c.essais) != 0
	for i := range c.essais {
		c.reclamerPremiersMois(ch, &c.essais[i], c.essais[i].Regle)
	}
	return nil
}

// enEmploi reports whether some work stopped by the chain was running on the
// day of the interruption.
func (c *Calcul) enEmploi(ch *chaine) bool {
	for k := range ch.lignes {
		if a := &c.cas.Activites[ch.lignes[k].activite]; a.Fin == 0 || a.Fin >= ch.debut {
			return true
		}
	}
	return false
}

// issueDroit is the outcome of an examination.
type issueDroit uint8

const (
	droitFerme issueDroit = iota
	droitOuvert
	droitEnAttente // what is not known could open it
)

// eprouver examines the right on that day: the first six months and the time
// beyond or, when they do not open it, what seasonal and discontinuous work adds.
// A right that is presumed is open: it is not opened a second time by R.313-7.
func (c *Calcul) eprouver(ch *chaine, d *droit.Droit, le v.Jour) (issueDroit, error) {
	d.Fenetres, d.Regle = fenetresAu(le), rSixMois
	if err := c.seuils(d, le); err != nil {
		return droitFerme, err
	}
	issue, err := c.premiersSixMois(ch, d, le)
	if err != nil {
		return issue, err
	}
	if issue == droitOuvert {
		return issue, c.apresSixMois(ch, d, le)
	}
	annee, err := c.travailDiscontinu(ch, d, le)
	if err != nil || annee != droitFerme {
		return annee, err
	}
	return issue, nil
}

// seuils fills the hourly SMIC and the two thresholds of pay, as far as the
// SMIC is known.
func (c *Calcul) seuils(d *droit.Droit, le v.Jour) error {
	if smic, err := c.p.Centimes(parametre.SmicHoraire, c.jourSmic6Mois(d, le)); err == nil {
		n, err := c.p.Entier(parametre.Smic6Mois, le)
		if err != nil {
			return err
		}
		d.Smic, d.Salaire6Mois = v.Connu(smic), v.Connu(smic.Fois(n))
	}
	if smic, err := c.p.Centimes(parametre.SmicHoraire, c.premierJanvier(d.Fenetres.Mois12.Du)); err == nil {
		n, err := c.p.Entier(parametre.Smic12Mois, le)
		if err != nil {
			return err
		}
		d.Salaire12Mois = v.Connu(smic.Fois(n))
	}
	return nil
}

// jourSmic6Mois returns the day of the SMIC of the threshold of six months.
func (c *Calcul) jourSmic6Mois(d *droit.Droit, le v.Jour) v.Jour {
	if c.choix(parametre.U4) == "date_arret" {
		return le
	}
	return d.Fenetres.Mois6.Du
}

// noterSansSeuil keeps which SMIC is wanted to say whether pays open a right: those of
// nothing never do.
func (c *Calcul) noterSansSeuil(s total, jour v.Jour) bool {
	_, err := c.p.Centimes(parametre.SmicHoraire, jour)
	if err == nil || s.valeur.EstNulle() {
		return false
	}
	c.sansSeuil = err
	return true
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
func (c *Calcul) premiersSixMois(ch *chaine, d *droit.Droit, le v.Jour) (issueDroit, error) {
	n, err := c.p.Valeur(parametre.Heures3Mois, le)
	if err != nil {
		return droitFerme, err
	}
	h3, err := c.heuresRetenues(d.Fenetres.Mois3, n, le)
	if err != nil {
		return droitFerme, err
	}
	d.HeuresRetenues = v.Connu(h3.valeur.Centimes(v.Troncature))
	if h3.valeur.Cmp(n) >= 0 || c.cachets(d.Fenetres.Mois3, parametre.CachetsTrimestre, le) {
		d.Ouvert, d.Voie = true, voie3Mois
		return droitOuvert, nil
	}
	h90, err := c.heuresRetenues(d.Fenetres.Jours90, n, le)
	if err != nil {
		return droitFerme, err
	}
	if h90.valeur.Cmp(n) >= 0 || c.cachets(d.Fenetres.Jours90, parametre.CachetsTrimestre, le) {
		d.Ouvert, d.Voie, d.HeuresRetenues = true, voie90Jours, v.Connu(h90.valeur.Centimes(v.Troncature))
		return droitOuvert, nil
	}
	s6, err := c.salairesRetenus(d.Fenetres.Mois6, d.Salaire6Mois, le)
	if err != nil {
		return droitFerme, err
	}
	d.SalaireRetenu = v.Connu(s6.valeur.Centimes(v.Troncature))
	if c.atteint6Mois(d, s6, le) {
		d.Ouvert, d.Voie, d.HeuresRetenues = true, voie6Mois, v.Option[v.Centiemes]{}
		return droitOuvert, nil
	}
	c.noterSansSeuil(s6, c.jourSmic6Mois(d, le))
	pourrait := c.pourraitAtteindre(h3, d.Fenetres.Mois3, n) || c.pourraitAtteindre(h90, d.Fenetres.Jours90, n)
	switch {
	case pourrait && !h3.connu && !h90.connu:
		d.Ouvert, d.Voie = true, voiePresume
		d.HeuresRetenues, d.SalaireRetenu = v.Option[v.Centiemes]{}, v.Option[v.Centimes]{}
		c.presumer()
		return droitOuvert, nil
	case pourrait || !s6.complet:
		return droitEnAttente, nil
	}
	return droitFerme, nil
}

// atteint6Mois compares the pay of six months with its threshold, and warns
// when the date at which the SMIC is taken decides.
func (c *Calcul) atteint6Mois(d *droit.Droit, s total, le v.Jour) bool {
	seuil, connu := d.Salaire6Mois.Get()
	if !connu {
		return false
	}
	atteint := s.valeur.Cmp(seuil.Fraction()) >= 0
	autre, err := c.p.Centimes(parametre.SmicHoraire, le)
	if c.choix(parametre.U4) == "date_arret" {
		autre, err = c.p.Centimes(parametre.SmicHoraire, d.Fenetres.Mois6.Du)
	}
	if n, err2 := c.p.Entier(parametre.Smic6Mois, le); err == nil && err2 == nil && atteint != (s.valeur.Cmp(autre.Fois(n).Fraction()) >= 0) {
		c.lire(parametre.U4)
	}
	return atteint
}

// reclamerPremiersMois asks for what could open the right of the first six
// months: the pays of the six months, or of the year where it may, and those since
// the last whole month, which the ninety days reach.
func (c *Calcul) reclamerPremiersMois(ch *chaine, d *droit.Droit, regle droit.Regle) {
	w := v.P(d.Fenetres.Mois6.Du, max(d.Fenetres.Mois6.Au, d.Fenetres.Jours90.Au))
	if c.discontinu(ch) {
		w.Du = d.Fenetres.Mois12.Du
	}
	c.reclamerPeriode(ch, w, v.P(ch.debut, ch.fin), regle)
}

// presumer warns that a right is taken to be open for want of hours.
func (c *Calcul) presumer() {
	c.r.Aviser("DROITS_PRESUMES", "Les heures de travail ou la date d'affiliation ne sont pas connues : le droit est présumé ouvert, sous réserve de vérification.")
}
