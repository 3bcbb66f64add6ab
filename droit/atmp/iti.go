package atmp

import (
	"cmp"
	"slices"

	"accord/droit"
	"accord/droit/maladie"
	"accord/parametre"
	v "accord/valeur"
)

// demande is one claim to the temporary allowance of unfitness: the arrêt that
// bears it, and the notice of the occupational physician.
type demande struct {
	arret    int
	expresse bool // an arrêt of that risk, with days of its own
	sinistre string
	avis     v.Jour
	jours    v.Periode // days due: from the day after the notice
	mois     v.Periode // the whole month that the law allows

	reconnu, decide, refuse bool // the right: whether the accident is recognised, whether that is decided, whether it is refused
}

// inaptitudes adds the days of the temporary allowance of unfitness (D.433-2 to
// D.433-8): asked for by an arrêt of that risk, or by a notice of unfitness
// linked to an accident of the case.
// Of two claims for one day the first noticed is served.
func (c *Calcul) inaptitudes() error {
	var ds []demande
	for i := range c.cas.Arrets {
		if a := &c.cas.Arrets[i]; a.Risque == droit.ITI && a.Debut != 0 {
			ds = append(ds, demande{arret: i, expresse: true, sinistre: a.Sinistre, avis: c.avisInaptitude(a.Sinistre)})
		}
	}
	for i := range c.cas.Sinistres {
		id := c.cas.Sinistres[i].ID
		if slices.ContainsFunc(c.cas.Arrets, func(a droit.Arret) bool { return a.Risque == droit.ITI && a.Sinistre == id }) {
			continue
		}
		if avis, k := c.avisInaptitude(id), c.dernierArret(id); avis != 0 && k >= 0 {
			ds = append(ds, demande{arret: k, sinistre: id, avis: avis})
		}
	}
	slices.SortFunc(ds, func(x, y demande) int {
		return cmp.Or(cmp.Compare(x.avis, y.avis), cmp.Compare(x.sinistre, y.sinistre), cmp.Compare(c.cas.Arrets[x.arret].ID, c.cas.Arrets[y.arret].ID))
	})
	for _, d := range ds {
		if err := c.servirITI(d); err != nil {
			return err
		}
	}
	return nil
}

// avisInaptitude returns the day of the last notice of unfitness linked to an
// accident, or 0.
func (c *Calcul) avisInaptitude(sinistre string) v.Jour {
	le := v.Jour(0)
	for i := range c.cas.Decisions {
		if d := &c.cas.Decisions[i]; d.Nature == droit.AvisInaptitude && c.cas.SinistreVise(d) == sinistre {
			le = max(le, d.Le)
		}
	}
	return le
}

// dernierArret returns the last arrêt of an accident, or -1.
func (c *Calcul) dernierArret(sinistre string) int {
	dernier := -1
	for i := range c.cas.Arrets {
		a := &c.cas.Arrets[i]
		if a.Sinistre != sinistre || !a.Risque.EstSinistre() {
			continue
		}
		if dernier < 0 || cmp.Or(cmp.Compare(a.Fin, c.cas.Arrets[dernier].Fin), cmp.Compare(a.ID, c.cas.Arrets[dernier].ID)) > 0 {
			dernier = i
		}
	}
	return dernier
}

// finInaptitude returns the last day due: that of the dismissal or redeployment, at
// most the end of the month.
func (c *Calcul) finInaptitude(d *demande) v.Jour {
	fin := d.mois.Au
	for i := range c.cas.Decisions {
		x := &c.cas.Decisions[i]
		if x.Nature != droit.Licenciement && x.Nature != droit.Reclassement || x.Le < d.avis {
			continue
		}
		if s := c.cas.SinistreVise(x); s == "" || s == d.sinistre {
			fin = min(fin, x.Le)
		}
	}
	return fin
}

// servirITI decides the days of one claim.
func (c *Calcul) servirITI(d demande) error {
	a := &c.cas.Arrets[d.arret]
	mois, err := c.p.Entier(parametre.ITIMois, d.avis)
	if err != nil {
		return err
	}
	d.mois = v.P(d.avis+1, d.avis.AjouterMois(mois))
	d.jours = v.P(d.mois.Du, c.finInaptitude(&d))
	calendrier := d.jours
	if d.expresse {
		calendrier = a.Periode()
	}
	if deces := c.cas.Assure.DecesLe; deces != 0 {
		calendrier.Au = min(calendrier.Au, deces)
	}
	if calendrier.Au < calendrier.Du {
		return nil
	}
	c.ouvrirITI(&d)
	lignes, debut := c.lignesITI(&d), len(c.r.Jours)
	ijs, connues := c.dues(&d, lignes)
	for k, activite := range lignes {
		for j := calendrier.Du; j <= calendrier.Au; j++ {
			if c.inapteLe(activite, j) {
				continue
			}
			x := c.statuerITI(&d, activite, j)
			switch {
			case x.etat != droit.Paye:
			case !connues:
				x = c.sansDerniere(&d)
			case slices.Max(ijs) == 0:
				x = jourDecide{etat: droit.Refuse, regle: rITI} // equal to nothing
			default:
				x.ij, x.taux = ijs[k], ijs[k]
			}
			c.ajouterITI(&d, activite, j, x)
		}
	}
	if err := c.imputerITI(&d, lignes, debut); err != nil {
		return err
	}
	c.manquesITI(&d, calendrier, debut)
	if c.t.Active() && d.avis != 0 && d.reconnu {
		c.t.Sur(d.arret)
		c.direITI(&d)
	}
	return nil
}

// ouvrirITI decides the right of one claim: the accident is recognised, and its benefits
// are not refused (L.453-1). An agent who answers on the right of an arrêt answers for
// the claim that it makes or bears.
func (c *Calcul) ouvrirITI(d *demande) {
	a := &c.cas.Arrets[d.arret]
	d.reconnu, d.decide = maladie.Reconnu(c.cas, &droit.Arret{ID: a.ID, Sinistre: d.sinistre})
	d.refuse = slices.ContainsFunc(c.cas.Decisions, func(x droit.Decision) bool {
		return x.Nature == droit.RefusDroits && x.Vise(a)
	})
	if ouverts, force := c.socle.DroitsForces(d.arret); force {
		d.refuse = !ouverts
		if ouverts && d.expresse {
			d.reconnu, d.decide = true, true
		}
	}
}

// sansDerniere gives the state of a day whose last allowance nobody knows: it waits,
// unless the benefits of the accident were refused, so that there is none.
func (c *Calcul) sansDerniere(d *demande) jourDecide {
	if ch := c.derniereChaine(d.sinistre); ch != nil && ch.refuse {
		return jourDecide{etat: droit.Refuse, regle: rSansDroit}
	}
	return jourDecide{etat: droit.Attente, regle: rITI}
}

// statuerITI gives the state of one day, before its amount: the last word is that of
// an agent.
func (c *Calcul) statuerITI(d *demande, activite int, j v.Jour) jourDecide {
	paye, force := c.socle.JourForce(&c.cas.Arrets[d.arret], j)
	switch {
	case force && !paye:
		return jourDecide{etat: droit.Refuse, regle: rITI}
	case force:
		return jourDecide{etat: droit.Paye, regle: rITI}
	case d.refuse:
		return jourDecide{etat: droit.Refuse, regle: rSansDroit}
	case d.decide && !d.reconnu:
		return jourDecide{etat: droit.Refuse, regle: rITIRente}
	case !d.reconnu || d.avis == 0:
		return jourDecide{etat: droit.Attente, regle: rITI}
	case c.socle.Reprise(activite, d.avis+1, j) != 0:
		return jourDecide{etat: droit.Travaille, regle: rITI}
	case d.mois.Au < j:
		return jourDecide{etat: droit.Epuise, regle: rITI}
	case !d.jours.Contient(j):
		return jourDecide{etat: droit.Refuse, regle: rITI}
	case c.sert(j, estConge), c.accidentPaye(activite, j):
		return jourDecide{etat: droit.NonCumul, regle: rSansCumul}
	}
	return jourDecide{etat: droit.Paye, regle: rITI}
}

// ajouterITI adds one row of the temporary allowance.
func (c *Calcul) ajouterITI(d *demande, activite int, j v.Jour, x jourDecide) {
	c.ajouter(&chaine{arret: d.arret}, d.arret, activite, j, x)
	c.r.Jours[len(c.r.Jours)-1].Risque = droit.ITI
}

// inapteLe reports whether another claim already has that day of a line.
func (c *Calcul) inapteLe(activite int, j v.Jour) bool {
	return slices.ContainsFunc(c.r.Jours[c.premier:], func(x droit.JourCalcule) bool {
		return x.Date == j && x.Activite == activite && x.Risque == droit.ITI
	})
}

// accidentPaye reports whether an accident is compensated on that day of a line.
func (c *Calcul) accidentPaye(activite int, j v.Jour) bool {
	return slices.ContainsFunc(c.r.Jours[c.premier:], func(x droit.JourCalcule) bool {
		return x.Date == j && x.Activite == activite && x.Etat == droit.Paye
	})
}

// lignesITI returns the lines concerned: those that the claim names, else the
// job of the accident, else the work stopped by it.
func (c *Calcul) lignesITI(d *demande) []int {
	a := &c.cas.Arrets[d.arret]
	employeur := sinistreDe(c.cas, d.sinistre).Employeur
	var stoppees, accident []int
	for _, i := range c.lignesCas {
		if !c.socle.Stoppe(d.arret, i) {
			continue
		}
		stoppees = append(stoppees, i)
		if !employeur.IsZero() && c.cas.Activites[i].Employeur == employeur {
			accident = append(accident, i)
		}
	}
	if len(accident) > 0 && (!d.expresse || len(a.Activites) == 0) {
		return accident
	}
	return stoppees
}

// manquesITI says what a claim that waits is missing, its days beginning at a row.
func (c *Calcul) manquesITI(d *demande, jours v.Periode, debut int) {
	switch {
	case d.refuse:
	case !d.decide:
		c.r.Manquer(droit.Manque{Code: "RECONNAISSANCE", AupresDe: "caisse", Pour: jours, Phrase: "La caisse doit décider si l'accident ou la maladie est d'origine professionnelle."})
	case !d.reconnu:
	case d.avis == 0:
		c.r.Manquer(droit.Manque{Code: "AVIS_INAPTITUDE", AupresDe: "assure", Pour: jours, Phrase: "Il manque l'avis d'inaptitude du médecin du travail, lié à l'accident ou à la maladie."})
	case slices.ContainsFunc(c.r.Jours[debut:], func(j droit.JourCalcule) bool { return j.Etat == droit.Attente }):
		c.r.Manquer(droit.Manque{Code: "DERNIERE_IJ", AupresDe: "caisse", Pour: jours, Phrase: "Il manque la dernière indemnité journalière versée pour cet accident : l'indemnité d'inaptitude lui est égale."})
	}
}
