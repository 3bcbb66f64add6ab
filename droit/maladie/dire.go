package maladie

import (
	"fmt"
	"strings"

	"accord/droit"
	v "accord/valeur"
)

// The sentences of the trace. Each is made beside the figures that it tells, by
// the computation itself, and speaks to the person concerned.

func (c *Calcul) direDroits(ch *chaine, d *droit.Droit) {
	entrees := []droit.Champ{droit.C("interruption", ch.debut.String())}
	if h, ok := d.HeuresRetenues.Get(); ok {
		entrees = append(entrees, droit.C("heures", h.String()))
	}
	if s, ok := d.SalaireRetenu.Get(); ok {
		entrees = append(entrees, droit.C("salaires", s.String()))
	}
	c.note(d.Regle, c.phraseDroits(ch, d), entrees, []droit.Champ{droit.C("ouvert", ouiNon(d.Ouvert)), droit.C("voie", d.Voie)})
	if d.DernierJour != 0 {
		c.note(rApresSixMois, fmt.Sprintf("Au-delà de six mois d'arrêt, il faut un an d'affiliation et 600 heures de travail sur un an : sans cela, le dernier jour payable est le %s.", d.DernierJour.EnLettres()),
			nil, []droit.Champ{droit.C("dernier_jour", d.DernierJour.String())})
	}
}

// phraseDroits says by what way the right is open, or that it is not.
func (c *Calcul) phraseDroits(ch *chaine, d *droit.Droit) string {
	heures := d.HeuresRetenues.Ou(0).Nombre()
	switch d.Voie {
	case voie3Mois:
		return fmt.Sprintf("Vos droits sont ouverts : %s heures de travail %s, pour 150 exigées.", heures, d.Fenetres.Mois3)
	case voie90Jours:
		return fmt.Sprintf("Vos droits sont ouverts : %s heures de travail %s, pour 150 exigées.", heures, d.Fenetres.Jours90)
	case voie6Mois:
		return fmt.Sprintf("Vos droits sont ouverts : vos salaires %s, soit %s, atteignent le seuil de %s.", d.Fenetres.Mois6, d.SalaireRetenu.Ou(0).Euros(), d.Salaire6Mois.Ou(0).Euros())
	case voie600h12Mois, voie600h365:
		return "Votre travail est saisonnier ou discontinu : vos droits sont ouverts par 600 heures de travail sur un an."
	case voie2030:
		return fmt.Sprintf("Votre travail est saisonnier ou discontinu : vos droits sont ouverts par vos salaires %s, qui atteignent %s.", d.Fenetres.Mois12, d.Salaire12Mois.Ou(0).Euros())
	case voieMaintien:
		return "Votre activité a pris fin : les droits qu'elle vous avait ouverts sont maintenus pendant douze mois."
	case voieChomage:
		return "Vous êtes indemnisé au titre du chômage : les droits de votre ancien emploi sont maintenus. L'indemnité remplace l'allocation de chômage."
	case voieInsuffisant:
		return "Votre nouvel emploi n'ouvre pas encore de droits : ceux d'avant le chômage sont conservés pendant douze mois."
	case voieParental:
		return "Vous retrouvez les droits que vous aviez avant votre congé parental."
	case voieTotalisation:
		return fmt.Sprintf("Vos périodes d'activité dans un autre régime s'ajoutent à votre travail salarié : %s heures retenues, pour 150 exigées.", heures)
	case voieSans:
		return "Votre arrêt est dû à un acte de terrorisme : aucune condition d'activité n'est exigée."
	case voieAffiliation:
		return "Vous êtes affilié depuis un an au moins : vos droits d'indépendant sont ouverts."
	case voieDecision:
		return fmt.Sprintf("La caisse a décidé que vos droits sont %s.", map[bool]string{true: "ouverts", false: "fermés"}[d.Ouvert])
	case voiePresume:
		return "Vos heures de travail ou votre date d'affiliation ne sont pas connues : vos droits sont présumés ouverts, sous réserve de vérification."
	}
	if ch.droit.attend {
		return fmt.Sprintf("Il manque des salaires ou des heures pour dire si vos droits étaient ouverts le %s.", ch.debut.EnLettres())
	}
	switch d.Regle {
	case rMaintien, rChomage:
		return fmt.Sprintf("Votre activité a pris fin trop tôt avant le %s, ou ne vous avait pas ouvert de droits : ils ne sont pas maintenus.", ch.debut.EnLettres())
	case rDroitTNS:
		return fmt.Sprintf("Vos droits ne sont pas ouverts au %s : il faut être affilié depuis un an.", ch.debut.EnLettres())
	}
	return fmt.Sprintf("Vos droits ne sont pas ouverts au %s : ni les 150 heures de travail en trois mois, ni le seuil de salaires de six mois ne sont atteints.", ch.debut.EnLettres())
}

func (c *Calcul) direSansCarence(ch *chaine, motif string) {
	regle := rSansCarence
	if ch.regime == artisans && c.memeAccident(ch) {
		regle = rAccidentTNS
	}
	c.note(regle, fmt.Sprintf("Votre arrêt est payé dès le premier jour, sans carence : %s.", motif), []droit.Champ{droit.C("interruption", ch.debut.String())}, []droit.Champ{droit.C("carence", "0")})
}

// direBase tells the reference pays, the cap and the allowance.
func (c *Calcul) direBase(ch *chaine, b *droit.Base) {
	var mois []string
	var entrees []droit.Champ
	for i := range c.mois {
		nom := c.mois[i].periode.Du.MoisEnLettres()
		if c.mois[i].prorata {
			nom = c.mois[i].periode.String()
		}
		dit := fmt.Sprintf("%s pour %s", b.SalairesRetablis[i].Centimes(v.DemiSuperieur).Euros(), nom)
		if b.SalairesRetenus[i].Cmp(b.SalairesRetablis[i]) < 0 {
			dit += fmt.Sprintf(" (ramenés à %s)", b.SalairesRetenus[i].Centimes(v.DemiSuperieur).Euros())
		}
		mois = append(mois, dit)
		entrees = append(entrees, droit.C("retabli "+nom, ecrit(b.SalairesRetablis[i])), droit.C("retenu "+nom, ecrit(b.SalairesRetenus[i])))
	}
	regle, avant := rReference, "votre arrêt"
	if ch.suite {
		avant = "votre premier arrêt, le " + ch.reference.EnLettres()
	} else if ch.reference != ch.debut {
		regle, avant = rAvantCessation, "la fin de votre travail, le "+(ch.reference-1).EnLettres()
	} else if b.Reference == "12_mois" {
		regle = rDouzeMois
	}
	c.note(regle, fmt.Sprintf("Les salaires retenus sont les derniers avant %s : %s.", avant, strings.Join(mois, ", ")), entrees, nil)
	c.note(rPlafond, fmt.Sprintf("Chaque mois est retenu dans la limite de %s.", b.PlafondMensuel.Centimes(v.DemiSuperieur).Euros()),
		nil, []droit.Champ{droit.C("plafond_mensuel", b.PlafondMensuel.Exacte())})
	if len(b.Activites) > 1 {
		c.note(rPlusieurs, "Les salaires de vos employeurs sont additionnés, et l'indemnité est partagée entre eux en proportion.", nil, nil)
	}
	c.note(rIndemnite, fmt.Sprintf("Votre gain journalier est de %s € ; l'indemnité journalière en est la moitié : %s par jour.", virgule(b.GainJournalier.Decimal(2)), b.IJ.Euros()),
		[]droit.Champ{droit.C("gain_journalier", b.GainJournalier.Decimal(6))}, []droit.Champ{droit.C("ij", b.IJ.String())})
}

// ecrit writes an amount exactly, or to the cent when it is beyond any wage.
func ecrit(f v.Fraction) string {
	if f.Cmp(v.F(1_000_000_000, 1)) > 0 {
		return f.Decimal(2)
	}
	return f.Exacte()
}

func virgule(s string) string { return strings.Replace(s, ".", ",", 1) }

// direRevenus tells the mean income of an independent and the allowance.
func (c *Calcul) direRevenus(ch *chaine, b *droit.Base, r *revenuMoyen) {
	entrees := []droit.Champ{droit.C("raam", r.moyen.Decimal(2)), droit.C("seuil", r.seuil.Decimal(2)), droit.C("plafond", r.plafond.Decimal(2))}
	phrase := fmt.Sprintf("Votre revenu annuel moyen est de %s ; l'indemnité journalière en est la 730e partie : %s par jour.", r.moyen.Centimes(v.DemiSuperieur).Euros(), b.IJ.Euros())
	switch {
	case b.IJ == 0:
		phrase = fmt.Sprintf("Votre revenu annuel moyen, %s, est inférieur au seuil de %s : aucune indemnité n'est due.", r.moyen.Centimes(v.DemiSuperieur).Euros(), r.seuil.Centimes(v.DemiSuperieur).Euros())
	case c.conjoint(ch):
		phrase = fmt.Sprintf("Le conjoint collaborateur reçoit une indemnité forfaitaire : %s par jour.", b.IJ.Euros())
	case r.moyen.Cmp(r.plafond) > 0:
		phrase = fmt.Sprintf("Votre revenu annuel moyen, %s, est retenu dans la limite de %s ; l'indemnité journalière en est la 730e partie : %s par jour.",
			r.moyen.Centimes(v.DemiSuperieur).Euros(), r.plafond.Centimes(v.DemiSuperieur).Euros(), b.IJ.Euros())
	}
	c.note(rIndemniteTNS, phrase, entrees, []droit.Champ{droit.C("ij", b.IJ.String())})
}

// direRetablissement tells how an incomplete month was made whole.
func (c *Calcul) direRetablissement(mois v.Periode, paye, retabli v.Fraction, jours int) {
	quand := mois.Du.MoisEnLettres()
	if mois != v.P(mois.Du.DebutMois(), mois.Du.FinMois()) {
		quand = "la période " + mois.String()
	}
	phrase := fmt.Sprintf("Aucun salaire pour %s : la période est reconstituée à %s, d'après votre revenu journalier.", quand, retabli.Centimes(v.DemiSuperieur).Euros())
	if jours > 0 {
		phrase = fmt.Sprintf("%s payés pour %s de %s : la période est reconstituée à %s.", paye.Centimes(v.DemiSuperieur).Euros(), nombreJours(jours), quand, retabli.Centimes(v.DemiSuperieur).Euros())
	}
	c.note(rRetablissement, phrase, []droit.Champ{droit.C("paye", ecrit(paye)), droit.C("jours", fmt.Sprint(jours))}, []droit.Champ{droit.C("retabli", ecrit(retabli))})
}
