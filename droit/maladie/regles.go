package maladie

import (
	"accord/droit"
	"accord/parametre"
)

// The rules of maladie that a day or a step may quote.
const (
	rDateExamen     droit.Regle = "MAL-OUV-01"
	rFenetres       droit.Regle = "MAL-OUV-02"
	rSixMois        droit.Regle = "MAL-OUV-03"
	rApresSixMois   droit.Regle = "MAL-OUV-04"
	rDiscontinu     droit.Regle = "MAL-OUV-05"
	rAssimile       droit.Regle = "MAL-OUV-06"
	rMaintien       droit.Regle = "MAL-OUV-08"
	rChomage        droit.Regle = "MAL-OUV-09"
	rIncapacite     droit.Regle = "MAL-OUV-13"
	rCarence        droit.Regle = "MAL-CAR-01"
	rSansCarence    droit.Regle = "MAL-CAR-02"
	rEcart          droit.Regle = "MAL-CAR-04"
	rContinuite     droit.Regle = "MAL-CAR-05"
	rReference      droit.Regle = "MAL-BAS-01"
	rPlafond        droit.Regle = "MAL-BAS-03"
	rIndemnite      droit.Regle = "MAL-BAS-04"
	rDouzeMois      droit.Regle = "MAL-BAS-05"
	rRetablissement droit.Regle = "MAL-BAS-07"
	rPlusieurs      droit.Regle = "MAL-BAS-08"
	rSansMinimum    droit.Regle = "MAL-BAS-10"
	rMax360         droit.Regle = "MAL-DUR-01"
	rPrescripteur   droit.Regle = "MAL-PRE-03"
	rSubrogation    droit.Regle = "MAL-SUB-01"
)

// note adds a step to the trace, with the article and version of its rule.
// Call it only when the trace is active.
func (c *Calcul) note(regle droit.Regle, phrase string, entrees, resultat []droit.Champ) {
	e := droit.Etape{Regle: regle, Phrase: phrase, Entrees: entrees, Resultat: resultat}
	if r, ok := c.p.Regle(string(regle)); ok {
		e.Article, e.Version = r.Article, r.Version
	}
	c.t.Note(e)
}

// lire returns the reading of an uncertain point on which the case depends,
// and leaves its warning.
func (c *Calcul) lire(p parametre.Point) string {
	l := c.p.Lecture(p)
	c.r.Aviser(l.Point, l.Phrase)
	return c.cas.Options.Lecture(l.Point, l.Defaut)
}

// choix returns the reading of an uncertain point without a warning, where it
// is not yet known whether the case depends on it.
func (c *Calcul) choix(p parametre.Point) string {
	l := c.p.Lecture(p)
	return c.cas.Options.Lecture(l.Point, l.Defaut)
}
