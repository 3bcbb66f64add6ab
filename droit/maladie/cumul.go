package maladie

import (
	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

// autrePrestation reports whether another benefit that excludes sickness
// allowances is served on that day (MAL-CUM-01): maternity and the other leaves,
// an accident at work that was recognised; or was served before the case.
func (c *Calcul) autrePrestation(j v.Jour) bool {
	for i := range c.Autres {
		if c.Autres[i].Periode.Contient(j) {
			return true
		}
	}
	for i := range c.cas.Anterieures {
		if x := &c.cas.Anterieures[i]; x.Risque != droit.Maladie && x.Periode.Contient(j) {
			return true
		}
	}
	return false
}

// Provisoire reports whether an arrêt of an accident at work, or of an
// occupational disease, is compensated as sickness: until it is recognised, or
// because it was not (MAL-OUV-12, L.371-5).
func Provisoire(cas *droit.Cas, a *droit.Arret) bool {
	switch a.Risque {
	case droit.AccidentTravail, droit.AccidentTrajet, droit.MaladiePro:
		return !Reconnu(cas, a.Sinistre)
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

// Reconnu reports whether an accident at work was recognised: the last decision
// of the caisse on it says so.
func Reconnu(cas *droit.Cas, sinistre string) bool {
	le, reconnu := v.Jour(0), false
	for i := range cas.Decisions {
		d := &cas.Decisions[i]
		oui := d.Nature == droit.Reconnaissance
		if (oui || d.Nature == droit.RefusReconnaissance) && d.Sinistre == sinistre && (d.Le > le || d.Le == le && oui) {
			le, reconnu = d.Le, oui
		}
	}
	return reconnu
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
