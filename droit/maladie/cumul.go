package maladie

import (
	"slices"

	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

// autrePrestation reports whether another benefit that excludes sickness
// allowances is served on that day (MAL-CUM-01): maternity and the other leaves,
// an accident at work that was recognised; or was served before the case. What the
// other régime serves excludes nothing: each pays its own.
func (c *Calcul) autrePrestation(r regime, j v.Jour) bool {
	for i := range c.Autres {
		if x := &c.Autres[i]; x.TNS == (r != salaries) && x.Periode.Contient(j) {
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
// because it was not (MAL-OUV-12, L.371-5), and always for an independent, whom
// only sickness insures.
func Provisoire(cas *droit.Cas, a *droit.Arret) bool {
	if !a.Risque.EstSinistre() {
		return false
	}
	reconnu, _ := Reconnu(cas, a)
	return !reconnu || independantSeul(cas, a)
}

// independantSeul reports whether an arrêt stops independent work and no other.
func independantSeul(cas *droit.Cas, a *droit.Arret) bool {
	independant := false
	for i := range cas.Activites {
		x := &cas.Activites[i]
		if len(a.Activites) > 0 && !slices.Contains(a.Activites, x.ID) {
			continue
		}
		if x.Nature == droit.Salarie {
			return false
		}
		independant = independant || x.Nature == droit.Independant
	}
	return independant
}

// enAttente reports whether the caisse has still to decide on the accident of
// an arrêt, and says so.
func (c *Calcul) enAttente(a *droit.Arret) bool {
	if a.Risque == droit.Maladie {
		return false
	}
	if _, decide := Reconnu(c.cas, a); decide || independantSeul(c.cas, a) {
		return false
	}
	c.r.Aviser("SWI-01", "L'accident du travail ou la maladie professionnelle n'est pas encore reconnu : les indemnités de maladie sont versées en attendant.")
	c.r.Manquer(droit.Manque{Code: "RECONNAISSANCE", AupresDe: "caisse", Pour: a.Periode(),
		Phrase: "La caisse doit décider si l'accident ou la maladie est d'origine professionnelle."})
	return true
}

// Reconnu reports whether the accident or disease of an arrêt was recognised, by
// the last decision of the caisse on it, and whether there is one. A decision
// that names an arrêt is about that one only or, when it is a relapse, about what
// goes on with it. A relapse after the healing or the consolidation has to be recognised
// itself (R.441-16): what was decided before it began says nothing of it.
func Reconnu(cas *droit.Cas, a *droit.Arret) (reconnu, decide bool) {
	rechute, depuis := rechuteDe(cas, a), v.Jour(0)
	if gueriAvant(cas, a.Sinistre, rechute) {
		depuis = rechute
	}
	le := v.Jour(0)
	for i := range cas.Decisions {
		d := &cas.Decisions[i]
		oui := d.Nature == droit.Reconnaissance
		if !oui && d.Nature != droit.RefusReconnaissance || d.Arret != "" && d.Arret != a.ID && !commence(cas, d.Arret, a.Sinistre, rechute) ||
			d.Arret == "" && (d.Sinistre != a.Sinistre || d.Le < depuis) {
			continue
		}
		if d.Le > le || d.Le == le && oui {
			le, reconnu, decide = d.Le, oui, true
		}
	}
	if !decide && depuis == 0 && dejaTraite(cas, a.Sinistre) {
		return true, true
	}
	return reconnu, decide
}

// rechuteDe returns the first day of the last relapse of the same accident that
// began by the start of an arrêt, or 0.
func rechuteDe(cas *droit.Cas, a *droit.Arret) v.Jour {
	le := v.Jour(0)
	for i := range cas.Arrets {
		if x := &cas.Arrets[i]; x.Nature == droit.Rechute && a.Sinistre != "" && x.Sinistre == a.Sinistre && x.Debut <= a.Debut {
			le = max(le, x.Debut)
		}
	}
	return le
}

// commence reports whether an arrêt begins the relapse of an accident on a day: two
// may, when each stops its own work.
func commence(cas *droit.Cas, arret, sinistre string, le v.Jour) bool {
	return slices.ContainsFunc(cas.Arrets, func(x droit.Arret) bool {
		return le != 0 && x.ID == arret && x.Nature == droit.Rechute && x.Sinistre == sinistre && x.Debut == le
	})
}

// gueriAvant reports whether an accident was healed or consolidated before a day.
func gueriAvant(cas *droit.Cas, sinistre string, j v.Jour) bool {
	return slices.ContainsFunc(cas.Decisions, func(d droit.Decision) bool {
		return (d.Nature == droit.Consolidation || d.Nature == droit.Guerison) && d.Le < j && cas.SinistreVise(&d) == sinistre
	})
}

// dejaTraite reports whether the case holds what exists only for a recognised
// accident: a healing or a consolidation fixed by the caisse, a pension, days or
// amounts already paid for it.
func dejaTraite(cas *droit.Cas, sinistre string) bool {
	if sinistre == "" {
		return false
	}
	for i := range cas.Decisions {
		if d := &cas.Decisions[i]; (d.Nature == droit.Consolidation || d.Nature == droit.Guerison) && cas.SinistreVise(d) == sinistre {
			return true
		}
	}
	for i := range cas.Sinistres {
		if s := &cas.Sinistres[i]; s.ID == sinistre && (s.JoursIndemnises > 0 || s.IJ60.EstConnu() || s.IJ80.EstConnu()) {
			return true
		}
	}
	for i := range cas.Rentes {
		if cas.Rentes[i].Sinistre == sinistre {
			return true
		}
	}
	for i := range cas.Anterieures {
		if x := &cas.Anterieures[i]; x.Sinistre == sinistre && x.Risque != droit.Maladie {
			return true
		}
	}
	return false
}

// excluIndependant reports whether an independent's allowance is excluded by an
// invalidity pension or a chômage allowance (MAL-TNS-02, D.622-2).
func (c *Calcul) excluIndependant(j v.Jour) bool {
	p := c.cas.Assure.PensionInvalidite
	return p != 0 && p <= j || c.auChomage(j)
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
