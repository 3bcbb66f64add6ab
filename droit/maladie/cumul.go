package maladie

import (
	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

// autrePrestation reports whether another benefit that excludes sickness
// allowances runs on that day (MAL-CUM-01): maternity and the other leaves, or
// an accident at work that was recognised. Days that it was paid before the case
// are its own too.
func (c *Calcul) autrePrestation(j v.Jour) bool {
	for i := range c.cas.Arrets {
		a := &c.cas.Arrets[i]
		if a.Debut == 0 || a.Fin == 0 || j < a.Debut || j > a.Fin {
			continue
		}
		switch a.Risque {
		case droit.Maternite, droit.Pathologique, droit.Paternite, droit.AdoptionConge, droit.NaissanceConge, droit.DeuilEnfant, droit.AJAP:
			return true
		case droit.AccidentTravail, droit.AccidentTrajet, droit.MaladiePro:
			if c.reconnu(a.Sinistre) {
				return true
			}
		}
	}
	for i := range c.cas.Anterieures {
		if x := &c.cas.Anterieures[i]; x.Risque != droit.Maladie && x.Periode.Contient(j) {
			return true
		}
	}
	return false
}

// provisoire reports whether an arrêt of an accident at work, or of an
// occupational disease, is compensated as sickness: until it is recognised, or
// because it was not (MAL-OUV-12, L.371-5).
func (c *Calcul) provisoire(a *droit.Arret) bool {
	switch a.Risque {
	case droit.AccidentTravail, droit.AccidentTrajet, droit.MaladiePro:
		return !c.reconnu(a.Sinistre)
	}
	return false
}

// enAttente reports whether the caisse has still to decide on the accident of
// an arrêt, and says so.
func (c *Calcul) enAttente(a *droit.Arret) bool {
	if a.Risque == droit.Maladie {
		return false
	}
	for i := range c.cas.Decisions {
		if d := &c.cas.Decisions[i]; d.Nature == droit.RefusReconnaissance && d.Sinistre == a.Sinistre {
			return false
		}
	}
	c.r.Aviser("SWI-01", "L'accident du travail ou la maladie professionnelle n'est pas encore reconnu : les indemnités de maladie sont versées en attendant.")
	c.r.Manquer(droit.Manque{Code: "RECONNAISSANCE", AupresDe: "caisse", Pour: a.Periode(),
		Phrase: "La caisse doit décider si l'accident ou la maladie est d'origine professionnelle."})
	return true
}

// reconnu reports whether an accident at work was recognised.
func (c *Calcul) reconnu(sinistre string) bool {
	for i := range c.cas.Decisions {
		if d := &c.cas.Decisions[i]; d.Nature == droit.Reconnaissance && d.Sinistre == sinistre {
			return true
		}
	}
	return false
}

// excluIndependant reports whether an independent's allowance is excluded by an
// invalidity pension or a chômage allowance (MAL-TNS-02, D.622-2).
func (c *Calcul) excluIndependant(j v.Jour) bool {
	p := c.cas.Assure.PensionInvalidite
	return p != 0 && p <= j || c.chomageAu(j) >= 0
}

// forclos reports whether a day was claimed out of time (MAL-PRS-01): more than
// two years after the first day of the quarter that follows it. The claim is the
// arrêt, on the day of its reception; not received, it is not claimed yet.
func (c *Calcul) forclos(a *droit.Arret, j v.Jour) (bool, error) {
	demande := a.RecuLe
	if demande == 0 {
		demande = c.cas.ConnuAu
	}
	if demande == 0 {
		return false, nil
	}
	annees, err := c.p.Entier(parametre.PrescriptionAnnees, j)
	return demande >= trimestreSuivant(j).AjouterAnnees(annees), err
}

// trimestreSuivant returns the first day of the quarter after that of a day.
func trimestreSuivant(j v.Jour) v.Jour {
	_, mois, _ := j.Date()
	return j.DebutMois().AjouterMois(3 - (mois-1)%3)
}
