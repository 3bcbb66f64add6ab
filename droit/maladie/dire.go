package maladie

import (
	"fmt"
	"strings"

	"accord/droit"
	v "accord/valeur"
)

// The sentences of the trace. Each is made beside the figures that it tells, by
// the computation itself.

func (c *Calcul) direDroits(ch *chaine, d *droit.Droit) {
	entrees := []droit.Champ{droit.C("interruption", ch.debut.String())}
	phrase := ""
	switch d.Voie {
	case voie3Mois:
		phrase = fmt.Sprintf("Vos droits sont ouverts : vous avez travaillé %s heures %s, pour 150 exigées.", d.HeuresRetenues.Ou(0).Nombre(), d.Fenetres.Mois3)
	case voie90Jours:
		phrase = fmt.Sprintf("Vos droits sont ouverts : vous avez travaillé %s heures %s, pour 150 exigées.", d.HeuresRetenues.Ou(0).Nombre(), d.Fenetres.Jours90)
	case voie6Mois:
		phrase = fmt.Sprintf("Vos droits sont ouverts : vos salaires %s, soit %s, atteignent le seuil de %s.", d.Fenetres.Mois6, d.SalaireRetenu.Ou(0).Euros(), d.Salaire6Mois.Ou(0).Euros())
	case voiePresume:
		phrase = "Vos heures de travail ne sont pas connues : vos droits sont présumés ouverts, sous réserve de vérification."
	default:
		phrase = fmt.Sprintf("Vos droits ne sont pas ouverts au %s : ni les 150 heures de travail en trois mois, ni le seuil de salaires de six mois ne sont atteints.", ch.debut.EnLettres())
	}
	if h, ok := d.HeuresRetenues.Get(); ok {
		entrees = append(entrees, droit.C("heures", h.String()))
	}
	if s, ok := d.SalaireRetenu.Get(); ok {
		entrees = append(entrees, droit.C("salaires", s.String()))
	}
	c.note(d.Regle, phrase, entrees, []droit.Champ{droit.C("ouvert", ouiNon(d.Ouvert)), droit.C("voie", d.Voie)})
	if d.DernierJour != 0 {
		c.note(rApresSixMois, fmt.Sprintf("Au-delà de six mois d'arrêt, il faut un an d'affiliation et 600 heures de travail sur un an : sans cela, le dernier jour payable est le %s.", d.DernierJour.EnLettres()),
			nil, []droit.Champ{droit.C("dernier_jour", d.DernierJour.String())})
	}
}

func (c *Calcul) direBase(ch *chaine, b *droit.Base) {
	var mois []string
	var entrees []droit.Champ
	for i := range c.mois {
		nom := c.mois[i].periode.Du.MoisEnLettres()
		mois = append(mois, fmt.Sprintf("%s en %s", b.SalairesRetenus[i].Centimes(v.DemiSuperieur).Euros(), nom))
		entrees = append(entrees, droit.C("retabli "+nom, b.SalairesRetablis[i].Exacte()), droit.C("retenu "+nom, b.SalairesRetenus[i].Exacte()))
	}
	c.note(rReference, fmt.Sprintf("Les salaires retenus sont ceux des mois civils qui précèdent votre arrêt : %s.", strings.Join(mois, ", ")), entrees, nil)
	c.note(rPlafond, fmt.Sprintf("Chaque mois est retenu dans la limite de %s.", b.PlafondMensuel.Centimes(v.DemiSuperieur).Euros()),
		nil, []droit.Champ{droit.C("plafond_mensuel", b.PlafondMensuel.Exacte())})
	c.note(rIndemnite, fmt.Sprintf("Votre gain journalier est de %s € ; l'indemnité journalière en est la moitié : %s par jour.", strings.Replace(b.GainJournalier.Decimal(2), ".", ",", 1), b.IJ.Euros()),
		[]droit.Champ{droit.C("gain_journalier", b.GainJournalier.Decimal(6))}, []droit.Champ{droit.C("ij", b.IJ.String())})
}

// direJours tells the runs of days of a chain that are alike.
func (c *Calcul) direJours() {
	for i := 0; i < len(c.r.Jours); {
		j := &c.r.Jours[i]
		fin, n := j.Date, 1
		z := i + 1
		for ; z < len(c.r.Jours); z++ {
			k := &c.r.Jours[z]
			if k.Etat != j.Etat || k.Regle != j.Regle || k.Activite != j.Activite || k.Chaine != j.Chaine || k.IJ != j.IJ || k.Date != fin+1 {
				break
			}
			fin = k.Date
			n++
		}
		c.note(j.Regle, c.phraseJours(j, v.P(j.Date, fin), n), []droit.Champ{droit.C("du", j.Date.String()), droit.C("au", fin.String())},
			[]droit.Champ{droit.C("etat", string(j.Etat)), droit.C("ij", j.IJ.String())})
		i = z
	}
}

// phraseJours says what happens over a run of days.
func (c *Calcul) phraseJours(j *droit.JourCalcule, p v.Periode, n int) string {
	quand := strings.ToUpper(p.String()[:1]) + p.String()[1:]
	switch j.Etat {
	case droit.Paye:
		if j.Beneficiaire == droit.EmployeurBeneficiaire {
			return fmt.Sprintf("%s : %s à %s par jour, versés à votre employeur, qui maintient votre salaire.", quand, jours(n), j.IJ.Euros())
		}
		return fmt.Sprintf("%s : %s à %s par jour.", quand, jours(n), j.IJ.Euros())
	case droit.Carence:
		return fmt.Sprintf("%s : %s de carence, non indemnisés. Les trois premiers jours d'un arrêt ne sont pas payés.", quand, jours(n))
	case droit.NonPrescrit:
		return fmt.Sprintf("%s : %s sans prescription, non indemnisés.", quand, jours(n))
	case droit.Travaille:
		return fmt.Sprintf("%s : %s travaillés, non indemnisés.", quand, jours(n))
	case droit.Epuise:
		return fmt.Sprintf("%s : %s non indemnisés, la durée maximale de versement est atteinte.", quand, jours(n))
	case droit.Attente:
		return fmt.Sprintf("%s : %s en attente, une information manque pour les calculer.", quand, jours(n))
	}
	titre := string(j.Regle)
	if r, ok := c.p.Regle(titre); ok {
		titre = strings.ToLower(r.Titre[:1]) + r.Titre[1:]
	}
	return fmt.Sprintf("%s : %s non indemnisés (%s).", quand, jours(n), titre)
}

func jours(n int) string {
	if n == 1 {
		return "1 jour"
	}
	return fmt.Sprintf("%d jours", n)
}

func ouiNon(b bool) string {
	if b {
		return "oui"
	}
	return "non"
}
