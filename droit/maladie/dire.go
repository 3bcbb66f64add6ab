package maladie

import (
	"fmt"
	"strings"

	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

// The sentences of the trace. Each is made beside the figures that it tells, by
// the computation itself, and says «vous» to nobody: the person, an agent and
// an employer read the same words.

func (c *Calcul) direDroits(ch *chaine, d *droit.Droit) {
	entrees := []droit.Champ{droit.C("interruption", ch.debut.String())}
	if h, ok := d.HeuresRetenues.Get(); ok {
		entrees = append(entrees, droit.C("heures", h.String()))
	}
	if s, ok := d.SalaireRetenu.Get(); ok {
		entrees = append(entrees, droit.C("salaires", s.String()))
	}
	c.note(d.Regle, c.pourArret(ch, c.phraseDroits(ch, d)), entrees, []droit.Champ{droit.C("ouvert", ouiNon(d.Ouvert)), droit.C("voie", d.Voie)})
	if d.DernierJour != 0 {
		etablies := "n'étaient pas remplies"
		if ch.droit.attendApres {
			etablies = "ne sont pas encore établies"
		}
		c.note(rApresSixMois, fmt.Sprintf("Au-delà de six mois d'arrêt, il faut un an d'affiliation et, sur un an, 600 heures de travail ou %s de salaires. Au %s, ces conditions %s : le dernier jour payable est le %s.",
			d.Salaire12Mois.Ou(0).Euros(), ch.debut.EnLettres(), etablies, d.DernierJour.EnLettres()),
			nil, []droit.Champ{droit.C("dernier_jour", d.DernierJour.String())})
	}
}

// pourArret says of which stop a sentence speaks, when the case has several.
func (c *Calcul) pourArret(ch *chaine, phrase string) string {
	if len(c.chaines) == 1 {
		return phrase
	}
	return fmt.Sprintf("Pour l'arrêt du %s, %s%s", ch.debut.EnLettres(), strings.ToLower(phrase[:1]), phrase[1:])
}

// phraseDroits says by what way the right is open, or that it is not.
func (c *Calcul) phraseDroits(ch *chaine, d *droit.Droit) string {
	heures := d.HeuresRetenues.Ou(0).Nombre()
	switch d.Voie {
	case voie3Mois:
		return fmt.Sprintf("Les droits sont ouverts : %s heures de travail %s, pour 150 exigées.", heures, d.Fenetres.Mois3.EnLettres())
	case voie90Jours:
		return fmt.Sprintf("Les droits sont ouverts : %s heures de travail %s, pour 150 exigées.", heures, d.Fenetres.Jours90.EnLettres())
	case voie6Mois:
		return fmt.Sprintf("Les droits sont ouverts : les salaires %s, soit %s, atteignent le seuil de %s.", d.Fenetres.Mois6.EnLettres(), d.SalaireRetenu.Ou(0).Euros(), d.Salaire6Mois.Ou(0).Euros())
	case voie600h12Mois, voie600h365:
		return "Le travail est saisonnier ou discontinu : les droits sont ouverts par 600 heures de travail sur un an."
	case voie2030:
		return fmt.Sprintf("Le travail est saisonnier ou discontinu : les droits sont ouverts par les salaires %s, qui atteignent %s.", d.Fenetres.Mois12.EnLettres(), d.Salaire12Mois.Ou(0).Euros())
	case voieMaintien:
		return "L'activité a pris fin : les droits qu'elle avait ouverts sont maintenus pendant douze mois."
	case voieChomage:
		return "Le chômage est indemnisé : les droits de l'ancien emploi sont maintenus. L'indemnité remplace l'allocation de chômage."
	case voieInsuffisant:
		return "Le nouvel emploi n'ouvre pas encore de droits : ceux d'avant le chômage sont conservés pendant douze mois."
	case voieParental:
		return "Les droits d'avant le congé parental sont retrouvés."
	case voieTotalisation:
		return fmt.Sprintf("Les périodes d'activité dans un autre régime s'ajoutent au travail salarié : %s heures retenues, pour 150 exigées.", heures)
	case voieSans:
		return "L'arrêt est dû à un acte de terrorisme : aucune condition d'activité n'est exigée."
	case voieAffiliation:
		return "L'affiliation dure depuis un an au moins : les droits d'indépendant sont ouverts."
	case voieDecision:
		return fmt.Sprintf("La caisse a décidé que les droits sont %s.", map[bool]string{true: "ouverts", false: "fermés"}[d.Ouvert])
	case voiePresume:
		return "Les heures de travail ou la date d'affiliation ne sont pas connues : les droits sont présumés ouverts, sous réserve de vérification."
	}
	if ch.droit.attend {
		return droitsIncertains(ch.debut)
	}
	switch d.Regle {
	case rMaintien, rChomage:
		return fmt.Sprintf("L'activité a pris fin trop tôt avant le %s, ou n'avait pas ouvert de droits : ils ne sont pas maintenus.", ch.debut.EnLettres())
	case rDroitTNS:
		return fmt.Sprintf("Les droits ne sont pas ouverts au %s : il faut être affilié depuis un an.", ch.debut.EnLettres())
	}
	s := fmt.Sprintf("Les droits ne sont pas ouverts au %s : ni les 150 heures de travail en trois mois, ni le seuil de salaires de six mois ne sont atteints.", ch.debut.EnLettres())
	salaires, lus := d.SalaireRetenu.Get()
	if seuil, connu := d.Salaire6Mois.Get(); connu && lus && d.Regle == rSixMois {
		s += fmt.Sprintf(" La caisse retient %s heures %s, et %s de salaires %s, pour %s exigés.",
			heures, d.Fenetres.Mois3.EnLettres(), salaires.Euros(), d.Fenetres.Mois6.EnLettres(), seuil.Euros())
	}
	return s
}

func droitsIncertains(le v.Jour) string {
	return fmt.Sprintf("Il manque des salaires ou des heures pour dire si les droits étaient ouverts le %s.", le.EnLettres())
}

func (c *Calcul) direSansCarence(ch *chaine, motif string) {
	regle := rSansCarence
	if ch.regime == artisans && c.memeAccident(ch) {
		regle = rAccidentTNS
	}
	c.note(regle, fmt.Sprintf("L'arrêt est payé dès le premier jour, sans carence : %s.", motif), []droit.Champ{droit.C("interruption", ch.debut.String())}, []droit.Champ{droit.C("carence", "0")})
}

// direALD tells until when the illness of a chain is compensated by its own
// rule.
func (c *Calcul) direALD(ch *chaine) {
	k := c.chercherAffection(ch.regime, c.morceaux[ch.lignes[0].prem].ald)
	if k < 0 {
		return
	}
	annees, err := c.p.Entier(parametre.ALDAnnees, c.affections[k].debut)
	if err != nil {
		return
	}
	fin := c.affections[k].debut.AjouterAnnees(annees) - 1
	phrase := fmt.Sprintf("Cet arrêt relève d'une affection de longue durée : elle peut être indemnisée jusqu'au %s, trois ans après son premier arrêt.", fin.EnLettres())
	if fin < ch.debut {
		phrase = fmt.Sprintf("Les trois ans d'indemnités de cette affection de longue durée ont pris fin le %s : elle est indemnisée comme une autre maladie.", fin.EnLettres())
	}
	c.note(rALD, phrase, nil, []droit.Champ{droit.C("jusqu_au", fin.String())})
}

// direBase tells the reference pays, the cap and the allowance.
func (c *Calcul) direBase(ch *chaine, b *droit.Base) {
	var mois []string
	var entrees []droit.Champ
	courtes, vides := false, false
	for i := range c.mois {
		nom := c.mois[i].periode.Du.MoisEnLettres()
		dit := fmt.Sprintf("%s pour %s", b.SalairesRetablis[i].Centimes(v.DemiSuperieur).Euros(), nom)
		if c.mois[i].prorata {
			courtes, nom = true, c.mois[i].periode.String()
			dit = fmt.Sprintf("%s %s", b.SalairesRetablis[i].Centimes(v.DemiSuperieur).Euros(), c.mois[i].periode.EnLettres())
		}
		if b.SalairesRetenus[i].Cmp(b.SalairesRetablis[i]) < 0 {
			dit += fmt.Sprintf(" (ramenés à %s)", b.SalairesRetenus[i].Centimes(v.DemiSuperieur).Euros())
		}
		if b.SalairesRetablis[i].EstNulle() && len(c.mois) == 12 {
			vides = true
		} else {
			mois = append(mois, dit)
		}
		entrees = append(entrees, droit.C("retabli "+nom, ecrit(b.SalairesRetablis[i])), droit.C("retenu "+nom, ecrit(b.SalairesRetenus[i])))
	}
	regle, avant := rReference, "l'arrêt"
	if ch.suite {
		avant = "le premier arrêt, le " + ch.reference.EnLettres()
	} else if ch.reference != ch.debut {
		regle, avant = rAvantCessation, "la fin du travail, le "+(ch.reference-1).EnLettres()
	} else if b.Reference == "12_mois" {
		regle = rDouzeMois
	}
	if vides {
		mois = append(mois, "rien pour les autres mois")
	}
	dits := "Les salaires retenus sont les derniers avant"
	if len(c.mois) == 12 {
		dits = "Les salaires retenus sont ceux des douze mois avant"
	}
	c.note(regle, fmt.Sprintf(dits+" %s : %s.", avant, strings.Join(mois, ", ")), entrees, nil)
	limite := fmt.Sprintf("Chaque mois est retenu dans la limite de %s.", b.PlafondMensuel.Centimes(v.DemiSuperieur).Euros())
	if courtes {
		limite = fmt.Sprintf("Chaque paie est retenue dans la limite de %s par mois, ramenée à sa durée.", b.PlafondMensuel.Centimes(v.DemiSuperieur).Euros())
	}
	c.note(rPlafond, limite,
		nil, []droit.Champ{droit.C("plafond_mensuel", b.PlafondMensuel.Exacte())})
	if len(b.Activites) > 1 {
		c.note(rPlusieurs, "Les salaires des employeurs sont additionnés, et l'indemnité est partagée entre eux en proportion.", nil, nil)
	}
	c.note(rIndemnite, c.phraseIndemnite(b),
		[]droit.Champ{droit.C("gain_journalier", b.GainJournalier.Decimal(6))}, []droit.Champ{droit.C("ij", b.IJ.String())})
}

// phraseIndemnite says how the wages retained give the allowance.
func (c *Calcul) phraseIndemnite(b *droit.Base) string {
	if b.GainJournalier.EstNulle() {
		return "Aucun salaire n'est retenu : l'indemnité journalière est nulle."
	}
	var somme v.Fraction
	for i := range b.SalairesRetenus {
		somme = somme.Plus(b.SalairesRetenus[i])
	}
	gain, diviseur := virgule(b.GainJournalier.Decimal(2)), somme.Sur(b.GainJournalier)
	dit := fmt.Sprintf("Le gain journalier est de %s €", gain)
	switch n := diviseurs[b.Reference]; diviseur.Cmp(n) {
	case 1:
		dit = fmt.Sprintf("Le gain journalier est limité à %s €, la 365e partie de douze plafonds mensuels", gain)
	case 0:
		dit = fmt.Sprintf("Ces salaires, %s en tout, divisés par %s, donnent un gain journalier de %s €", somme.Centimes(v.DemiSuperieur).Euros(), strings.TrimSuffix(virgule(n.Exacte()), ",00"), gain)
	}
	return fmt.Sprintf("%s ; l'indemnité journalière en est la moitié : %s par jour.", dit, b.IJ.Euros())
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
	revenu := "Le revenu annuel moyen"
	if r.debut {
		revenu = "Le revenu depuis le début de l'activité, ramené à l'année,"
	}
	phrase := fmt.Sprintf(revenu+" est de %s ; l'indemnité journalière en est la 730e partie : %s par jour.", r.moyen.Centimes(v.DemiSuperieur).Euros(), b.IJ.Euros())
	switch {
	case b.IJ == 0:
		phrase = fmt.Sprintf("%s, %s, est inférieur au seuil de %s : aucune indemnité n'est due.", strings.TrimSuffix(revenu, ","), r.moyen.Centimes(v.DemiSuperieur).Euros(), r.seuil.Centimes(v.DemiSuperieur).Euros())
	case c.conjoint(ch):
		phrase = fmt.Sprintf("Le conjoint collaborateur reçoit une indemnité forfaitaire : %s par jour.", b.IJ.Euros())
	case r.moyen.Cmp(r.plafond) > 0:
		phrase = fmt.Sprintf("%s, %s, est retenu dans la limite de %s ; l'indemnité journalière en est la 730e partie : %s par jour.",
			strings.TrimSuffix(revenu, ","), r.moyen.Centimes(v.DemiSuperieur).Euros(), r.plafond.Centimes(v.DemiSuperieur).Euros(), b.IJ.Euros())
	}
	c.note(rIndemniteTNS, phrase, entrees, []droit.Champ{droit.C("ij", b.IJ.String())})
}

// diviseurs turns the wages of each reference into a daily income (R.323-4).
var diviseurs = map[string]v.Fraction{
	"3_mois": v.F(9125, 100), "12_mois": v.F(365, 1), "6_quinzaines": v.F(84, 1), "12_semaines": v.F(84, 1),
}

// direRetablissement tells how an incomplete month was made whole.
func (c *Calcul) direRetablissement(mois v.Periode, paye, retabli v.Fraction, jours int) {
	quand, entier := mois.Du.MoisEnLettres(), "le mois entier"
	if mois != v.P(mois.Du.DebutMois(), mois.Du.FinMois()) {
		quand, entier = "la période "+mois.EnLettres(), "la période entière"
	}
	phrase := fmt.Sprintf("Aucun salaire n'a été versé pour %s : il est compté %s, d'après le revenu par jour des autres périodes.", quand, retabli.Centimes(v.DemiSuperieur).Euros())
	if jours > 0 {
		phrase = fmt.Sprintf("Pour %s, %s ont été versés pour %s : au même revenu par jour, %s vaut %s.", quand, paye.Centimes(v.DemiSuperieur).Euros(), nombreJours(jours), entier, retabli.Centimes(v.DemiSuperieur).Euros())
	}
	c.note(rRetablissement, phrase, []droit.Champ{droit.C("paye", ecrit(paye)), droit.C("jours", fmt.Sprint(jours))}, []droit.Champ{droit.C("retabli", ecrit(retabli))})
}

// direMaintien tells why an employer is not paid in the insured's stead.
func (c *Calcul) direMaintien(s *droit.Subrogation, maintenu, due v.Centimes) {
	c.note(rSubrogation, fmt.Sprintf("L'employeur maintient %s %s, moins que l'indemnité de cette période, %s : elle est versée à l'assuré, et non à lui.", maintenu.Euros(), s.Periode.EnLettres(), due.Euros()),
		nil, []droit.Champ{droit.C("maintenu", maintenu.String()), droit.C("indemnite", due.String())})
}
