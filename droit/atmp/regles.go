package atmp

import (
	"accord/droit"
	"accord/parametre"
)

// The rules that a day, a right or a step of an accident may quote.
const (
	rPremierJour  droit.Regle = "AT-01"
	rObligations  droit.Regle = "AT-02"
	rReference    droit.Regle = "AT-03"
	rMineur       droit.Regle = "AT-04"
	rPrimes       droit.Regle = "AT-06"
	rApprenti     droit.Regle = "AT-07"
	rIndemnite    droit.Regle = "AT-08"
	rPlafond      droit.Regle = "AT-09"
	rRechute      droit.Regle = "AT-11"
	rRente        droit.Regle = "AT-12"
	rReduit       droit.Regle = "AT-13"
	rDuree        droit.Regle = "AT-14"
	rVersement    droit.Regle = "AT-16"
	rConsolide    droit.Regle = "AT-17"
	rSansDroit    droit.Regle = "AT-18"
	rForclusion   droit.Regle = "AUT-PRS-01"
	rITI          droit.Regle = "ITI-01"
	rITIRente     droit.Regle = "ITI-02"
	rImputation   droit.Regle = "SWI-02"
	rRefus        droit.Regle = "SWI-03"
	rSansCumul    droit.Regle = "MAL-CUM-01"
	rPlusieurs    droit.Regle = "MAL-BAS-08"
	rSubrogation  droit.Regle = "MAL-SUB-01"
	rReconstitue  droit.Regle = "AT-05"
	sansCondition             = "sans_condition" // the way by which the right of every accident opens
)

// note adds a step to the trace. Call it only when the trace is active.
func (c *Calcul) note(regle droit.Regle, phrase string, entrees, resultat []droit.Champ) {
	c.t.Dire(c.p, regle, phrase, entrees, resultat)
}

// lire returns the reading of an uncertain point on which the case depends, and
// leaves its warning.
func (c *Calcul) lire(p parametre.Point) string { return c.r.Lire(&c.cas.Options, c.p, p) }
