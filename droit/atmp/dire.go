package atmp

import (
	"fmt"
	"strings"

	"accord/droit"
	"accord/droit/maladie"
	v "accord/valeur"
)

// The sentences of the trace. Each is made beside the figures that it tells, by
// the computation itself, and says «vous» to nobody: the person, an agent and
// an employer read the same words.

// origines names what an arrêt follows from.
var origines = map[droit.Risque]string{
	droit.AccidentTravail: "cet accident du travail", droit.AccidentTrajet: "cet accident de trajet", droit.MaladiePro: "cette maladie professionnelle",
}

// note adds a step to the trace. Call it only when the trace is active.
func (c *Calcul) note(regle droit.Regle, phrase string, entrees, resultat []droit.Champ) {
	c.t.Dire(c.p, regle, phrase, entrees, resultat)
}

func (c *Calcul) direDroit(ch *chaine) {
	a := &c.cas.Arrets[ch.arret]
	quand := ""
	if le := dateDe(ch.sinistre); le != 0 {
		quand = " du " + le.EnLettres()
	}
	phrase := fmt.Sprintf("%s%s est d'origine professionnelle : l'indemnité est due sans condition d'activité et sans carence.", "C"+origines[a.Risque][1:], quand)
	regle := rPremierJour
	if ch.refuse {
		phrase, regle = fmt.Sprintf("La caisse a refusé toute prestation pour %s%s.", origines[a.Risque], quand), rSansDroit
	}
	c.note(regle, phrase, []droit.Champ{droit.C("interruption", ch.debut.String())}, []droit.Champ{droit.C("ouvert", map[bool]string{true: "non", false: "oui"}[ch.refuse])})
	if ch.accident != 0 && !ch.refuse {
		c.note(rPremierJour, fmt.Sprintf("La journée de l'accident, le %s, est payée par l'employeur ; l'indemnité commence le %s.", ch.accident.EnLettres(), ch.debut.EnLettres()), nil, nil)
	}
}

// direBase tells the reference pay, the ceilings and the two allowances.
func (c *Calcul) direBase(ch *chaine, rev *maladie.Revenus) {
	var paies []string
	var entrees []droit.Champ
	for i := range rev.Paies {
		p := &rev.Paies[i]
		nom := p.Periode.Du.MoisEnLettres()
		if p.ParAn != 12 {
			nom = p.Periode.String()
		}
		paies = append(paies, fmt.Sprintf("%s pour %s", p.Retabli.Centimes(v.DemiSuperieur).Euros(), nom))
		entrees = append(entrees, droit.C("salaire "+nom, p.Retabli.Centimes(v.DemiSuperieur).String()))
	}
	m := &ch.m
	c.note(rReference, fmt.Sprintf("Le salaire retenu est le dernier avant l'arrêt : %s. Le salaire journalier est de %s.", strings.Join(paies, ", "), m.sj.Centimes(v.DemiSuperieur).Euros()),
		entrees, []droit.Champ{droit.C("salaire_journalier", m.sj.Decimal(6))})
	if rev.Retablis {
		c.note(rReconstitue, "Le mois n'ayant pas été travaillé en entier, son salaire est compté comme s'il l'avait été.", nil, nil)
	}
	c.direPrimes(ch)
	if m.sj.Cmp(m.plafond) > 0 {
		c.note(rPlafond, fmt.Sprintf("Le salaire journalier est retenu dans la limite de %s.", m.plafond.Centimes(v.DemiSuperieur).Euros()), nil, []droit.Champ{droit.C("plafond_journalier", m.plafond.Decimal(6))})
	}
	limite := fmt.Sprintf("sans dépasser le gain journalier net de %s", m.net.Centimes(v.DemiSuperieur).Euros())
	c.note(rIndemnite, fmt.Sprintf("L'indemnité est de 60 %% du salaire journalier pendant vingt-huit jours, puis de 80 %%, %s : %s, puis %s par jour.", limite, m.calcule[0].Euros(), m.calcule[1].Euros()),
		[]droit.Champ{droit.C("gain_net", m.net.Decimal(6))}, []droit.Champ{droit.C("ij", m.calcule[0].String()), droit.C("ij_2", m.calcule[1].String())})
	if m.ij != m.calcule && ch.regle == rRechute {
		c.note(rRechute, fmt.Sprintf("L'indemnité n'est pas inférieure à celle du premier arrêt pour cet accident : %s, puis %s par jour.", m.ij[0].Euros(), m.ij[1].Euros()), nil,
			[]droit.Champ{droit.C("ij", m.ij[0].String()), droit.C("ij_2", m.ij[1].String())})
	}
	if len(ch.lignes) > 1 {
		c.note(rPlusieurs, "Les salaires des employeurs sont additionnés, et l'indemnité est partagée entre eux en proportion.", nil, nil)
	}
}

// direPrimes tells that bonuses are spread.
func (c *Calcul) direPrimes(ch *chaine) {
	for k := range ch.lignes {
		for i := range c.cas.Activites[ch.lignes[k].activite].Primes {
			if x := &c.cas.Activites[ch.lignes[k].activite].Primes[i]; x.VerseLe != 0 && x.VerseLe < ch.debut {
				c.note(rPrimes, fmt.Sprintf("La prime de %s versée le %s compte dans les mois qui suivent, pour une durée égale à celle qu'elle récompense.", x.Montant.Euros(), x.VerseLe.EnLettres()), nil, nil)
			}
		}
	}
}

func (c *Calcul) direMinimum(regle droit.Regle, mois v.Fraction) {
	phrase := "L'assuré avait moins de dix-huit ans : le salaire retenu n'est pas inférieur au minimum de sa catégorie, %s par mois."
	if regle == rApprenti {
		phrase = "Le salaire retenu pour un apprenti n'est pas inférieur au SMIC, %s par mois."
	}
	c.note(regle, fmt.Sprintf(phrase, mois.Centimes(v.DemiSuperieur).Euros()), nil, []droit.Champ{droit.C("minimum_mensuel", mois.Exacte())})
}

func (c *Calcul) direITI(d *demande) {
	c.note(rITI, fmt.Sprintf("L'inaptitude a été déclarée le %s : l'indemnité temporaire est égale à la dernière indemnité journalière, du %s au plus tard au %s.",
		d.avis.EnLettres(), d.jours.Du.EnLettres(), d.jours.Au.EnLettres()), []droit.Champ{droit.C("avis", d.avis.String())}, []droit.Champ{droit.C("dernier_jour", d.jours.Au.String())})
	if rente := c.renteLe(d.sinistre, d.jours.Au); rente != 0 {
		c.note(rITIRente, fmt.Sprintf("La rente de %s par mois versée pour le même accident vient en déduction.", rente.Euros()), []droit.Champ{droit.C("rente", rente.String())}, nil)
	}
}

// direDelai tells until when the caisse may decide, once for a disease, which it
// always investigates.
func (c *Calcul) direDelai(d *Dossier, e *Etape, passe bool) {
	phrase := "Le dossier est complet depuis le %s : la caisse doit décider, ou engager des investigations, au plus tard le %s."
	switch {
	case d.Investigations:
		phrase = "Le dossier est complet depuis le %s : après investigations, la caisse doit décider au plus tard le %s ; son silence vaut reconnaissance."
	case d.Risque == droit.MaladiePro:
		return
	}
	c.note(e.Regle, fmt.Sprintf(phrase, d.CompletLe.EnLettres(), e.Le.EnLettres()), []droit.Champ{droit.C("complet_le", d.CompletLe.String())}, []droit.Champ{droit.C("au_plus_tard", e.Le.String())})
	if passe {
		c.note("REC-06", fmt.Sprintf("Aucune décision n'est connue au %s : le silence de la caisse vaut reconnaissance.", c.cas.ConnuAu.EnLettres()), nil, nil)
	}
}
