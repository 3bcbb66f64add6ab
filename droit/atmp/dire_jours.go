package atmp

import (
	"fmt"
	"slices"

	"accord/droit"
	"accord/droit/maladie"
	"accord/parametre"
	v "accord/valeur"
)

// DireJours says what happens over a run of days of an accident or of an
// unfitness.
func DireJours(p *droit.Plage) string {
	j := p.Premier
	if j.Etat != droit.Paye {
		raison := raisons[j.Regle]
		switch {
		case j.Etat == droit.Travaille:
			raison = ""
		case j.Etat == droit.Attente && raison == "":
			raison = "une information manque pour décider de ces jours"
		}
		if raison == "" {
			return etatsEnClair[j.Etat]
		}
		return etatsEnClair[j.Etat] + ", " + raison
	}
	qui := ""
	if j.Beneficiaire == droit.EmployeurBeneficiaire {
		qui = ", versés à l'employeur, qui maintient le salaire"
	}
	jours := fmt.Sprintf("%d jours", p.N)
	if p.N == 1 {
		jours = "1 jour"
	}
	switch {
	case j.Lot != 0 && j.Risque == droit.ITI:
		return fmt.Sprintf("%s d'inaptitude, pour %s en tout, la rente déduite", jours, p.Somme.Euros())
	case j.Lot != 0:
		return fmt.Sprintf("%s de travail allégé. L'indemnité, qui ne peut dépasser la perte de salaire de la période, est de %s%s", jours, p.Somme.Euros(), qui)
	case j.Regle == rRente:
		qui += ", la rente du même accident étant déduite"
	}
	return fmt.Sprintf("%s à %s par jour%s", jours, j.IJ.Euros(), qui)
}

// DireVerse tells what becomes of what was already paid under the other risk.
func DireVerse(cas *droit.Cas, p *parametre.Table, t *droit.Trace, jours []droit.JourCalcule) {
	direImputation(cas, p, t, jours)
	direRefus(cas, p, t)
}

// direImputation tells that what was paid as sickness is taken off (R.371-3).
func direImputation(cas *droit.Cas, p *parametre.Table, t *droit.Trace, jours []droit.JourCalcule) {
	somme := v.Centimes(0)
	for i := range cas.Verse {
		w := &cas.Verse[i]
		n := w.Periode.Jours()
		for k := range n {
			if w.Risque == droit.Maladie && payeLe(cas, jours, w.Activite, w.Periode.Du+v.Jour(k)) {
				somme += droit.Etaler(w.Brut, n, k)
			}
		}
	}
	if somme != 0 {
		t.Dire(p, rImputation, fmt.Sprintf("%s ont déjà été versés au titre de la maladie pour ces jours : cette somme s'impute sur ce qui est dû pour l'accident.", somme.Euros()),
			nil, []droit.Champ{droit.C("deja_verse", somme.String())})
	}
}

// direRefus tells that what was paid for an accident that is not recognised is
// set against the sickness that is due (L.371-5).
func direRefus(cas *droit.Cas, p *parametre.Table, t *droit.Trace) {
	refuse := false
	for i := range cas.Arrets {
		a := &cas.Arrets[i]
		if reconnu, decide := maladie.Reconnu(cas, a); decide && !reconnu && a.Risque.EstSinistre() {
			refuse = true
		}
	}
	somme := v.Centimes(0)
	for i := range cas.Verse {
		if w := &cas.Verse[i]; w.Risque.EstSinistre() {
			somme += w.Brut
		}
	}
	if refuse && somme != 0 {
		t.Dire(p, rRefus, fmt.Sprintf("%s ont été versés au titre d'un accident qui n'est pas reconnu : les indemnités de maladie sont dues à la place, et la différence est à régler.", somme.Euros()),
			nil, []droit.Champ{droit.C("deja_verse", somme.String())})
	}
}

// payeLe reports whether an accident is compensated on a day of an activity.
func payeLe(cas *droit.Cas, jours []droit.JourCalcule, activite string, j v.Jour) bool {
	return slices.ContainsFunc(jours, func(x droit.JourCalcule) bool {
		return x.Date == j && x.Etat == droit.Paye && Traite(x.Risque) && cas.Activites[x.Activite].ID == activite
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
	rReduit:      "l'employeur doit attester la perte de salaire",
	rRente:       "la rente du même accident est au moins égale à l'indemnité",
	rDuree:       "la durée maximale des indemnités de cet accident est atteinte",
	rVersement:   "aucune prescription ne couvre ces jours, ou la caisse a refusé de les payer",
	rSansDroit:   "la caisse a refusé les prestations de cet accident",
	rForclusion:  "la demande arrive plus de deux ans après l'accident ou le dernier paiement",
	rITI:         "ce jour est hors du mois qui suit l'avis d'inaptitude, ou il manque une information",
	rITIRente:    "la rente couvre l'indemnité, ou l'accident n'est pas reconnu",
	rSansCumul:   "une autre indemnité est due pour ces jours",
	"MAL-CTL-01": "une activité non autorisée a été exercée",
	"MAL-CTL-04": "le médecin-conseil a estimé que l'arrêt n'est plus justifié",
	"MAL-CTL-06": "la caisse n'a pas pu exercer son contrôle",
}
