package atmp

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"accord/droit"
	"accord/droit/maladie"
	v "accord/valeur"
)

// direJours tells the runs of days of the accidents that are alike.
func (c *Calcul) direJours() {
	jours := slices.Clone(c.r.Jours[c.premier:])
	slices.SortStableFunc(jours, func(a, b droit.JourCalcule) int {
		return cmp.Or(cmp.Compare(a.Activite, b.Activite), cmp.Compare(a.Risque, b.Risque), cmp.Compare(a.Date, b.Date))
	})
	for i := 0; i < len(jours); {
		n, somme := i+1, jours[i].IJ
		for ; n < len(jours) && pareil(&jours[n-1], &jours[n]); n++ {
			somme += jours[n].IJ
		}
		p := v.P(jours[i].Date, jours[n-1].Date)
		c.note(jours[i].Regle, c.phraseJours(&jours[i], p, n-i, somme), []droit.Champ{droit.C("du", p.Du.String()), droit.C("au", p.Au.String())},
			[]droit.Champ{droit.C("etat", string(jours[i].Etat)), droit.C("brut", somme.String())})
		i = n
	}
	c.direImputation(jours)
	c.direRefus()
}

// pareil reports whether a row goes on with the one before it.
func pareil(a, b *droit.JourCalcule) bool {
	return b.Date == a.Date+1 && a.Etat == b.Etat && a.Regle == b.Regle && a.Activite == b.Activite && a.Risque == b.Risque && a.Chaine == b.Chaine &&
		a.Beneficiaire == b.Beneficiaire && a.Lot == b.Lot && (a.Lot != 0 || a.IJ == b.IJ)
}

// phraseJours says what happens over a run of days.
func (c *Calcul) phraseJours(j *droit.JourCalcule, p v.Periode, n int, somme v.Centimes) string {
	quand := strings.ToUpper(p.String()[:1]) + p.String()[1:]
	if len(c.cas.Activites) > 1 {
		quand += ", " + c.cas.Activites[j.Activite].ID
	}
	if j.Etat != droit.Paye {
		raison := raisons[j.Regle]
		if j.Etat == droit.Travaille {
			raison = "vous avez travaillé"
		}
		if raison == "" {
			return fmt.Sprintf("%s : %s.", quand, etatsEnClair[j.Etat])
		}
		return fmt.Sprintf("%s : %s, %s.", quand, etatsEnClair[j.Etat], raison)
	}
	qui := ""
	if j.Beneficiaire == droit.EmployeurBeneficiaire {
		qui = ", versés à votre employeur, qui maintient votre salaire"
	}
	jours := fmt.Sprintf("%d jours", n)
	if n == 1 {
		jours = "1 jour"
	}
	switch {
	case j.Lot != 0 && j.Risque == droit.ITI:
		return fmt.Sprintf("%s : %s d'inaptitude, pour %s en tout, la rente déduite.", quand, jours, somme.Euros())
	case j.Lot != 0:
		return fmt.Sprintf("%s : %s de travail allégé. L'indemnité, qui ne peut dépasser la perte de salaire de la période, est de %s%s.", quand, jours, somme.Euros(), qui)
	case j.Regle == rRente:
		qui += ", la rente du même accident étant déduite"
	}
	return fmt.Sprintf("%s : %s à %s par jour%s.", quand, jours, j.IJ.Euros(), qui)
}

// direImputation tells that what was paid as sickness is taken off (R.371-3).
func (c *Calcul) direImputation(jours []droit.JourCalcule) {
	somme := v.Centimes(0)
	for i := range c.cas.Verse {
		w := &c.cas.Verse[i]
		n := w.Periode.Jours()
		for k := range n {
			if w.Risque == droit.Maladie && c.payeLe(jours, w.Activite, w.Periode.Du+v.Jour(k)) {
				somme += droit.Etaler(w.Brut, n, k)
			}
		}
	}
	if somme != 0 {
		c.note(rImputation, fmt.Sprintf("%s ont déjà été versés au titre de la maladie pour ces jours : cette somme s'impute sur ce qui est dû pour l'accident.", somme.Euros()),
			nil, []droit.Champ{droit.C("deja_verse", somme.String())})
	}
}

// direRefus tells that what was paid for an accident that is not recognised is
// set against the sickness that is due (L.371-5).
func (c *Calcul) direRefus() {
	refuse := false
	for i := range c.cas.Arrets {
		a := &c.cas.Arrets[i]
		if reconnu, decide := maladie.Reconnu(c.cas, a); decide && !reconnu && estSinistre(a.Risque) {
			refuse = true
		}
	}
	somme := v.Centimes(0)
	for i := range c.cas.Verse {
		if w := &c.cas.Verse[i]; estSinistre(w.Risque) {
			somme += w.Brut
		}
	}
	if refuse && somme != 0 {
		c.note(rRefus, fmt.Sprintf("%s ont été versés au titre d'un accident qui n'est pas reconnu : les indemnités de maladie sont dues à la place, et la différence est à régler.", somme.Euros()),
			nil, []droit.Champ{droit.C("deja_verse", somme.String())})
	}
}

// payeLe reports whether an accident is compensated on a day of an activity.
func (c *Calcul) payeLe(jours []droit.JourCalcule, activite string, j v.Jour) bool {
	return slices.ContainsFunc(jours, func(x droit.JourCalcule) bool {
		return x.Date == j && x.Etat == droit.Paye && c.cas.Activites[x.Activite].ID == activite
	})
}

// etatsEnClair says the states of days that are not paid.
var etatsEnClair = map[droit.Etat]string{
	droit.AChargeEmployeur: "payé par l'employeur", droit.NonPrescrit: "non payé", droit.Refuse: "non payé", droit.NonCumul: "non payé", droit.Epuise: "non payé",
	droit.Travaille: "travail, non payé", droit.Suspendu: "versement suspendu", droit.Attente: "en attente",
}

// raisons says why a day is not paid.
var raisons = map[droit.Regle]string{
	rPremierJour: "c'est la journée de l'accident",
	rObligations: "une téléconsultation ne peut prescrire plus de trois jours",
	rReference:   "le salaire d'avant l'arrêt n'est pas connu, ou est nul",
	rReduit:      "votre employeur doit attester votre perte de salaire",
	rRente:       "la rente du même accident est au moins égale à l'indemnité",
	rDuree:       "la durée maximale des indemnités de cet accident est atteinte",
	rVersement:   "aucune prescription ne couvre ces jours, ou la caisse a refusé de les payer",
	rSansDroit:   "la caisse a refusé les prestations de cet accident",
	rForclusion:  "la demande arrive plus de deux ans après l'accident ou le dernier paiement",
	rITI:         "ce jour est hors du mois qui suit l'avis d'inaptitude, ou il manque une information",
	rITIRente:    "la rente couvre l'indemnité, ou l'accident n'est pas reconnu",
	rRetroactive: "ces jours précèdent de plus de deux ans la déclaration de la maladie",
	rSansCumul:   "une autre indemnité est due pour ces jours",
	"MAL-CTL-01": "une activité non autorisée a été exercée",
	"MAL-CTL-04": "le médecin-conseil a estimé que l'arrêt n'est plus justifié",
	"MAL-CTL-06": "la caisse n'a pas pu exercer son contrôle",
}
