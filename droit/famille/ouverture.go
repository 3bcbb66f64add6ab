package famille

import (
	"cmp"

	"accord/droit"
	"accord/droit/maladie"
	"accord/parametre"
	v "accord/valeur"
)

// Ways by which a right opens that are not those of sickness.
const (
	voieSans        = "sans_condition"
	voieAffiliation = "affiliation"
	voiePresume     = "presume"
	voieDecision    = "decision"
)

// ouvrir decides the right of a leave, at its start: the periods that follow of
// the same leave do not examine it again, but those that are prescribed apart. It
// returns the examination that the reference pays hang on, and the sentence that
// tells the right.
func (c *Calcul) ouvrir(g *conge) (*maladie.Examen, string, error) {
	le, propre := max(g.tete, g.travaille+1), max(g.du, g.travaille+1)
	x, d, phrase, err := c.examiner(g, le)
	if err == nil && !d.Ouvert && !g.attend && propre > le && aPart(g.risque) {
		x, d, phrase, err = c.examiner(g, propre)
	}
	if err != nil {
		return x, "", err
	}
	if ouverts, decide := premiereDecision(g.ses(), c.socle.DroitsForces); decide {
		d.Ouvert, d.Voie, g.attend = ouverts, voieDecision, false
		phrase = "La caisse a décidé que les droits sont " + map[bool]string{true: "ouverts.", false: "fermés."}[ouverts]
	}
	g.ouvert, g.regleDroit = d.Ouvert, d.Regle
	for _, a := range g.lignes {
		d.Activite, d.Arret = a, g.demande(a).arret
		c.r.Droits = append(c.r.Droits, d)
	}
	return x, phrase, nil
}

// examiner examines the right of a leave on one day.
func (c *Calcul) examiner(g *conge, le v.Jour) (*maladie.Examen, droit.Droit, string, error) {
	i := maladie.Interruption{Le: le, Jusqua: g.fin, Arret: g.arret, Activites: g.lignes}
	x := c.socle.Examiner(i)
	d := droit.Droit{Ouvert: true, Regle: rSansCondition, Voie: voieSans}
	phrase := "Aucune condition d'activité n'est exigée pour ce congé."
	var err error
	switch {
	case c.sansCondition(g):
	case g.tns:
		phrase, err = c.ouvrirTNS(g, le, &d)
	default:
		if x, err = c.socle.OuvrirAuMieux(i, c.debutGrossesse(g)); err != nil {
			return x, d, "", err
		}
		if d, g.attend = x.Droit, x.Attend(); c.t.Active() {
			phrase = x.Phrase()
		}
		if d.Regle == "MAL-OUV-03" {
			if d.Regle = rDroit; d.Fenetres.Jours90.Au != le-1 {
				d.Regle = rDateDroit
			}
		}
		if d.Ouvert && g.risque != droit.GarantieGrossesse {
			depuis, connue := c.cas.Assure.AffilieDepuis, c.cas.Assure.AffilieDepuis != 0
			phrase, err = c.affilier(g, le, depuis, connue, &d, phrase)
		}
	}
	return x, d, phrase, err
}

// aPart tells the rests that are prescribed now and then in one pregnancy.
func aPart(r droit.Risque) bool { return r == droit.Pathologique || r == droit.DES }

// sansCondition reports whether a leave asks for no earlier work (AUT-OUV-05).
func (c *Calcul) sansCondition(g *conge) bool {
	switch g.risque {
	case droit.AJAP:
		return true
	case droit.DeuilEnfant:
		return c.choix(parametre.AU15) == "sans_condition"
	case droit.Maternite:
		n := c.naissance(g.evenement)
		return n != nil && c.parentSurvivant(n)
	}
	return false
}

// debutGrossesse returns the other day on which the rights of maternity may be
// open, or 0: nine months before the expected day (R.313-1 2°).
func (c *Calcul) debutGrossesse(g *conge) v.Jour {
	n := c.naissance(g.evenement)
	if n == nil || n.PrevueLe == 0 {
		return 0
	}
	switch g.risque {
	case droit.Maternite, droit.Pathologique, droit.DES:
		return n.PrevueLe.AjouterMois(-c.n(parametre.MatDroitMois, n.PrevueLe))
	}
	return 0
}

// jourAffiliation returns the day on which the time of affiliation is counted:
// that of the expected birth, of the arrival of the child, or of the leave.
func (c *Calcul) jourAffiliation(g *conge, le v.Jour) v.Jour {
	switch g.risque {
	case droit.Maternite, droit.Pathologique, droit.DES, droit.Paternite:
		if n := c.naissance(g.evenement); n != nil && prevue(n) != 0 {
			return prevue(n)
		}
	case droit.AdoptionConge:
		if d := c.adoption(g.evenement); d != nil && d.ArriveeLe != 0 {
			return d.ArriveeLe
		}
	}
	return le
}

// affilier closes the right of a person who was not insured for long enough: ten
// months, six for the leaves that start from 20 August 2023 (AUT-OUV-03).
func (c *Calcul) affilier(g *conge, le, depuis v.Jour, connue bool, d *droit.Droit, phrase string) (string, error) {
	mois, err := c.p.Entier(parametre.FamAffiliationMois, le)
	if err != nil {
		return "", err
	}
	if !connue {
		c.r.Aviser("DROITS_PRESUMES", "Les heures de travail ou la date d'affiliation ne sont pas connues : le droit est présumé ouvert, sous réserve de vérification.")
		return phrase, nil
	}
	if jour := c.jourAffiliation(g, le); depuis.AjouterMois(mois) > jour {
		d.Ouvert, d.Voie = false, ""
		if d.Regle = rAffiliation; g.tns {
			d.Regle = rAffiliationTNS
		}
		return phraseAffiliation(mois, jour), nil
	}
	return phrase, nil
}

// ouvrirTNS examines the right of an independent: the time of affiliation alone
// (AUT-OUV-06).
func (c *Calcul) ouvrirTNS(g *conge, le v.Jour, d *droit.Droit) (string, error) {
	d.Regle, d.Voie = rAffiliationTNS, voieAffiliation
	depuis := v.Jour(0)
	for _, i := range g.lignes {
		if debut := c.cas.Activites[i].Debut; debut != 0 {
			depuis = min(debut, cmp.Or(depuis, debut))
		}
	}
	depuis = cmp.Or(depuis, c.cas.Assure.AffilieDepuis)
	if depuis == 0 {
		d.Voie = voiePresume
	}
	return c.affilier(g, le, depuis, depuis != 0, d, "L'affiliation comme indépendant dure depuis assez longtemps : les droits sont ouverts.")
}
