package maladie

import (
	"errors"
	"slices"

	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

// Calcul is the working memory of one computation. It may be reused: after the
// first cases it allocates nothing more. The zero value is ready.
type Calcul struct {
	// Autres are the days served as another benefit: no sickness allowance is
	// paid on them, and they count as work for later rights.
	Autres []droit.Servi
	// Interrompus are the days on which other benefits keep from work, served or not.
	Interrompus []droit.Interrompu
	// Renvois are the days that other benefits hand over, already written in the
	// case as arrêts of sickness: when work stopped is known from them.
	Renvois []droit.Renvoi
	// Dus is what all the benefits owe over the wages kept in part; nil: the days of
	// sickness are all that there is.
	Dus droit.DusMaintenus

	cas *droit.Cas
	p   *parametre.Table
	t   *droit.Trace
	r   *droit.Resultat

	ordre        []int     // activities by identifier: the order of everything that follows
	arrets       []int     // arrêts of maladie by first day
	anterieures  []int     // earlier compensated periods of maladie, by first day
	morceaux     []morceau // by activity: prescriptions without overlap, by day
	tampon       []morceau
	chaines      []chaine
	lignes       []ligne
	histoires    [nbRegimes]histoire // days already paid
	affections   []affection
	mois         []moisReference
	gagne        bool         // something was earned in them for days worked
	entieres     []v.Centimes // beside each row of the calendar: the whole allowance of its chain
	pleines      []v.Centimes // beside each row: the same before a reduction, 0 when there is none
	parts        []droit.Part
	entiere      v.Centimes   // allowance that parts share
	refusees     []bool       // subrogations set aside, activity by activity
	subrogations []int        // by activity: first of its subrogations in refusees
	examens      []Examen     // of this computation,
	paies        []Paie       // with the pays
	poids        []v.Fraction // and weights that they gave
	besoins      []droit.Besoin
	essais       []droit.Droit // ways to open the right at hand that wait for a datum
	lots         int           // amounts given for a period so far
	servisDuJour []service     // what the stops before the one at hand are served on its day

	sansSeuil      error  // the SMIC that would say whether a right is open is not known
	totalise       bool   // hours of independent work are being added
	servisAvant    v.Jour // the days compensated from then on are not work; 0: all are
	decisions      bool   // some decision was taken
	autres         bool   // some day is served as another benefit
	retraiteDepuis v.Jour // from then on a pensioner over the legal age, or 0
}

// Calculer fills the rights, the bases and the calendar of every maladie arrêt
// of the case into r, and the steps into t unless it is nil. The days are told
// afterwards ([DireJours]), as periods, differences and what is certain are made.
//
// The error is for a case that no calendar can answer. A parameter that is not
// known blocks only the chains that need it: their days wait, and r says why.
func (c *Calcul) Calculer(cas *droit.Cas, p *parametre.Table, t *droit.Trace, r *droit.Resultat) error {
	c.preparer(cas, p, t, r)
	c.formerChaines()
	if err := c.parcourir(); err != nil {
		return err
	}
	return c.repartir()
}

// preparer empties the memory of the former case and reads the new one.
func (c *Calcul) preparer(cas *droit.Cas, p *parametre.Table, t *droit.Trace, r *droit.Resultat) {
	c.cas, c.p, c.t, c.r = cas, p, t, r
	c.ordre, c.arrets, c.morceaux, c.entieres, c.pleines = c.ordre[:0], c.arrets[:0], c.morceaux[:0], c.entieres[:0], c.pleines[:0]
	c.chaines, c.lignes, c.affections, c.besoins = c.chaines[:0], c.lignes[:0], c.affections[:0], c.besoins[:0]
	c.examens, c.paies, c.poids, c.lots = c.examens[:0], c.paies[:0], c.poids[:0], 0
	for i := range c.histoires {
		c.histoires[i].vider()
	}
	c.decisions = len(cas.Decisions) > 0
	c.autres = len(c.Autres) > 0 || slices.ContainsFunc(cas.Anterieures, func(a droit.IndemniteAnterieure) bool { return a.Risque != droit.Maladie })
	c.retraiteDepuis = c.datesRetraite()
	c.ordonnerActivites()
	c.trierPrescriptions()
	c.chargerAnterieures()
}

// parcourir walks the calendar day by day over all chains, in the order of
// dates, so that every count (360 days, assimilated time) sees what came before.
func (c *Calcul) parcourir() error {
	for i := 0; i < len(c.chaines); {
		// Chains i to n-1 overlap in time and are walked together.
		n, fin := i+1, c.chaines[i].fin
		for n < len(c.chaines) && c.chaines[n].du <= fin {
			fin = max(fin, c.chaines[n].fin)
			n++
		}
		for j := c.chaines[i].du; j <= fin; j++ {
			c.servisDuJour = c.servisDuJour[:0]
			for k := i; k < n; k++ {
				ch := &c.chaines[k]
				if j < ch.du || j > ch.fin {
					continue
				}
				if err := c.journee(ch, j); err != nil {
					return err
				}
			}
		}
		i = n
	}
	return nil
}

// ouvrir decides the right and the base of a chain on its first day. A
// parameter that is not known blocks the chain, by name.
func (c *Calcul) ouvrir(ch *chaine) error {
	ch.ouverte = true
	if c.cas.Assure.Territoire == droit.Mayotte {
		c.lire(parametre.U17)
	}
	if n, err := c.p.Entier(parametre.DroitVerifie, ch.debut); err == nil && n != 1 {
		c.r.Aviser("DROIT_ANTERIEUR", "L'arrêt commence avant 2022 : les règles de 2022 lui sont appliquées, sans que celles de l'époque aient été relues.")
	}
	err := c.examinerDroits(ch)
	if err == nil {
		err = c.fixerIndemnite(ch)
	}
	if err != nil {
		return c.bloquer(ch, err)
	}
	return nil
}

// bloquer leaves the days of a chain waiting for a parameter that is not known.
func (c *Calcul) bloquer(ch *chaine, err error) error {
	var m *parametre.ManquantError
	if !errors.As(err, &m) {
		return err
	}
	ch.bloquee = true
	if ch.base >= 0 {
		c.r.Bases, ch.base = c.r.Bases[:ch.base], -1
	}
	c.r.Manquer(droit.Manque{Code: droit.ManqueParametre, AupresDe: "caisse", Pour: v.P(ch.debut, ch.fin), Phrase: m.Phrase()})
	return nil
}
