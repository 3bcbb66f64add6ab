package famille

import (
	"fmt"
	"strings"

	"accord/droit"
	"accord/droit/maladie"
	"accord/parametre"
	v "accord/valeur"
)

// The sentences of the trace. Each is made beside the figures that it tells, by
// the computation itself, and says «vous» to nobody: the person, an agent and
// an employer read the same words.

func phraseAffiliation(mois int, jour v.Jour) string {
	return fmt.Sprintf("Il faut être affilié à l'assurance maladie depuis %d mois au %s : ce n'est pas le cas, les droits ne sont pas ouverts.", mois, jour.EnLettres())
}

// direDates tells from when to when a maternity leave runs, and why.
func (c *Calcul) direDates(g *conge) {
	n := c.naissance(g.evenement)
	if g.risque != droit.Maternite || n == nil || prevue(n) == 0 || c.parentSurvivant(n) {
		return
	}
	l := c.durees(n)[0]
	entrees := []droit.Champ{droit.C("prevue_le", l.prevue.String())}
	c.note(rDuree, fmt.Sprintf("La naissance est prévue le %s. Le congé compte %s avant cette date et %s après la naissance : il va %s.",
		l.prevue.EnLettres(), semainesEnLettres(l.avant), semainesEnLettres(l.apres), v.P(l.debut, l.fin).EnLettres()),
		entrees, []droit.Champ{droit.C("du", l.debut.String()), droit.C("au", l.fin.String())})
	c.direNaissance(n, &l)
	if demande, reporte := 7*n.SemainesReportees, c.reportDe(n, &l); demande > 0 {
		c.direReport(n, &l, demande, reporte)
	}
}

// direReport tells what part of the leave is put off until after the birth.
func (c *Calcul) direReport(n *droit.Naissance, l *legale, demande, reporte int) {
	resultat := []droit.Champ{droit.C("jours_reportes", fmt.Sprint(reporte))}
	switch maximum := 7 * c.n(parametre.MatReportSemaines, l.prevue); {
	case reporte == demande:
		c.note(rReport, fmt.Sprintf("À la demande de l'assurée, %s sont reportées après la naissance.", semainesEnLettres(reporte)), nil, resultat)
	case reporte == maximum:
		c.note(rReport, fmt.Sprintf("L'assurée avait demandé de reporter %s après la naissance : la loi n'en permet que %s.", semainesEnLettres(demande), semainesEnLettres(reporte)), nil, resultat)
	default:
		c.note(rReport, fmt.Sprintf("L'assurée avait demandé de reporter %s après la naissance. Ce report a pris fin quand le travail a cessé, le %s : %s sont reportés, et le congé commence ce jour-là.",
			semainesEnLettres(min(demande, maximum)), l.debut.EnLettres(), nombreJours(reporte)), nil, resultat)
	}
}

// reportDe returns the days put off in a leave: what the weeks before the birth
// lack.
func (c *Calcul) reportDe(n *droit.Naissance, l *legale) int {
	avant, _, anticipables := c.semaines(max(n.Rang, 1), max(n.Enfants, 1), l.prevue)
	return 7*(avant+min(n.SemainesAnticipees, anticipables)) - l.avant
}

// direNaissance tells what the day of birth changes.
func (c *Calcul) direNaissance(n *droit.Naissance, l *legale) {
	ne := n.AccouchementLe
	entrees := []droit.Champ{droit.C("accouchement_le", ne.String())}
	switch {
	case ne == 0:
		c.note(rDuree, "La date de naissance n'est pas encore connue : la fin du congé est estimée d'après la date prévue.", nil, nil)
	case !l.supplement.IsZero():
		c.note(rNaissanceAvant, fmt.Sprintf("L'enfant est né le %s, plus de six semaines avant la date prévue, et a été hospitalisé : %s sont ajoutés au congé.", ne.EnLettres(), nombreJours(l.supplement.Jours())),
			entrees, []droit.Champ{droit.C("jours_ajoutes", fmt.Sprint(l.supplement.Jours()))})
	case ne < l.prevue:
		c.note(rNaissanceAvant, fmt.Sprintf("L'enfant est né le %s, avant la date prévue : la durée du congé n'est pas réduite.", ne.EnLettres()), entrees, nil)
	case ne > l.prevue:
		c.note(rNaissanceApres, fmt.Sprintf("L'enfant est né le %s, après la date prévue : les jours en plus sont indemnisés, et le congé qui suit la naissance reste entier.", ne.EnLettres()), entrees, nil)
	}
}

// direDroit tells why the right is open, or not.
func (c *Calcul) direDroit(g *conge, x *maladie.Examen, phrase string) {
	entrees := []droit.Champ{droit.C("debut", max(g.tete, g.travaille+1).String())}
	if h, ok := x.Droit.HeuresRetenues.Get(); ok && !g.tns {
		entrees = append(entrees, droit.C("heures", h.String()))
	}
	c.note(g.regleDroit, phrase, entrees, []droit.Champ{droit.C("ouvert", map[bool]string{true: "oui", false: "non"}[g.ouvert])})
}

// direBase tells the reference pays, the ceiling and the allowance.
func (c *Calcul) direBase(g *conge, b *droit.Base, minimum v.Centimes) {
	c.direSalaires(g, b)
	phrase := fmt.Sprintf("Le revenu journalier est de %s € ; après une réduction forfaitaire de 21 %%, l'indemnité journalière est de %s.", virgule(b.GainJournalier.Decimal(2)), b.IJ.Euros())
	if b.IJ == minimum {
		phrase = fmt.Sprintf("Le calcul donne moins que le minimum : l'indemnité journalière est portée à %s.", b.IJ.Euros())
	}
	c.note(rIndemnite, phrase, []droit.Champ{droit.C("gain_journalier", b.GainJournalier.Decimal(6))}, []droit.Champ{droit.C("ij", b.IJ.String())})
}

func (c *Calcul) direSalaires(g *conge, b *droit.Base) {
	var dits []string
	var entrees []droit.Champ
	for i := range b.SalairesRetablis {
		r, k := b.SalairesRetablis[i].Centimes(v.DemiSuperieur), b.SalairesRetenus[i].Centimes(v.DemiSuperieur)
		dit := r.Euros()
		if k < r {
			dit += fmt.Sprintf(" (ramenés à %s)", k.Euros())
		}
		dits = append(dits, dit)
		entrees = append(entrees, droit.C(fmt.Sprintf("salaire %d", i+1), r.String()), droit.C(fmt.Sprintf("retenu %d", i+1), k.String()))
	}
	c.note(rReference, fmt.Sprintf("Les salaires retenus sont les derniers avant le %s : %s.", g.depuis.EnLettres(), strings.Join(dits, ", ")), entrees, nil)
	c.note(rPlafond, fmt.Sprintf("Chaque mois est retenu dans la limite du plafond de la sécurité sociale, %s.", b.PlafondMensuel.Centimes(v.DemiSuperieur).Euros()),
		nil, []droit.Champ{droit.C("plafond_mensuel", b.PlafondMensuel.Exacte())})
}

// direDeuxTaux tells the two amounts of the congé supplémentaire de naissance.
func (c *Calcul) direDeuxTaux(g *conge, b *droit.Base) {
	if b.Reference == "conge_precedent" {
		c.note(rReference, "Ce congé suit le précédent sans reprise du travail : il en garde la base de calcul.", nil, nil)
	} else if !g.tns {
		c.direSalaires(g, b)
	}
	c.note(rMontantNaissance, fmt.Sprintf("L'indemnité est de 70 %% le premier mois, %s par jour, et de 60 %% le second, %s par jour.", g.ij.Euros(), g.ij2.Euros()),
		[]droit.Champ{droit.C("base", g.exacte.Decimal(6))}, []droit.Champ{droit.C("ij", g.ij.String()), droit.C("ij_2", g.ij2.String())})
}

// direForfait tells the flat allowance of an independent.
func (c *Calcul) direForfait(g *conge, b *droit.Base) {
	regle, phrase := rMontantTNS, fmt.Sprintf("L'indemnité journalière est forfaitaire : %s par jour.", b.IJ.Euros())
	moyen, connu := b.RAAM.Get()
	switch seuil := b.SeuilNullite.Ou(0); {
	case connu && moyen < seuil:
		regle = rReductionTNS
		phrase = fmt.Sprintf("Le revenu annuel moyen, %s, est inférieur à %s : les montants forfaitaires sont réduits au dixième, soit %s par jour.", moyen.Euros(), seuil.Euros(), b.IJ.Euros())
	case c.cas.Activites[g.lignes[0]].StatutTNS == droit.PAMC:
		regle = rPAMC
	}
	c.note(regle, phrase, nil, []droit.Champ{droit.C("ij", b.IJ.String())})
}

// direAllocation tells one lump sum.
func (c *Calcul) direAllocation(f *droit.Forfait) {
	c.note(f.Regle, fmt.Sprintf("L'allocation forfaitaire de repos est versée le %s : %s.", f.Le.EnLettres(), f.Montant.Euros()), nil,
		[]droit.Champ{droit.C("le", f.Le.String()), droit.C("montant", f.Montant.String())})
}

func virgule(s string) string { return strings.Replace(s, ".", ",", 1) }

func nombreJours(n int) string {
	if n == 1 {
		return "1 jour"
	}
	return fmt.Sprintf("%d jours", n)
}

// semainesEnLettres writes days as weeks when they make whole ones.
func semainesEnLettres(jours int) string {
	if jours%7 != 0 {
		return nombreJours(jours)
	}
	if jours == 7 {
		return "1 semaine"
	}
	return fmt.Sprintf("%d semaines", jours/7)
}

// direRenvoi tells that the days of a rest are those of sickness.
func (c *Calcul) direRenvoi(g *conge) {
	for i := range c.renvois {
		x := &c.renvois[i]
		if x.Arret != g.arret {
			continue
		}
		regle, quand := rPathologique, "À partir du "+x.Periode.Du.EnLettres()
		if x.SansCarence != "" {
			c.note(rSuites, fmt.Sprintf("%s, ce repos suit le congé de maternité sans reprise du travail : il est indemnisé comme un arrêt de maladie, dès le premier jour.", quand), nil, nil)
			return
		}
		if g.tns {
			regle = rPathologiqueTNS
		}
		c.note(regle, fmt.Sprintf("%s, ce repos est indemnisé comme un arrêt de maladie : les jours de repos pathologique sont tous pris, ou le congé est terminé.", quand), nil, nil)
	}
}
