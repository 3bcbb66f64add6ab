package maladie

import (
	"accord/droit"
	"accord/parametre"
)

// The rules of maladie that a day, a right or a step may quote.
const (
	rSixMois      droit.Regle = "MAL-OUV-03"
	rApresSixMois droit.Regle = "MAL-OUV-04"
	rDiscontinu   droit.Regle = "MAL-OUV-05"

	rTotalisation  droit.Regle = "MAL-OUV-07"
	rMaintien      droit.Regle = "MAL-OUV-08"
	rChomage       droit.Regle = "MAL-OUV-09"
	rParental      droit.Regle = "MAL-OUV-10"
	rSansCondition droit.Regle = "MAL-OUV-11"
	rIncapacite    droit.Regle = "MAL-OUV-13"
	rCarence       droit.Regle = "MAL-CAR-01"
	rSansCarence   droit.Regle = "MAL-CAR-02"
	rAccidentTNS   droit.Regle = "MAL-CAR-03"
	rEcart         droit.Regle = "MAL-CAR-04"
	rReference     droit.Regle = "MAL-BAS-01"
	rPlafond       droit.Regle = "MAL-BAS-03"
	rIndemnite     droit.Regle = "MAL-BAS-04"
	rDouzeMois     droit.Regle = "MAL-BAS-05"
	rPlafondIJ     droit.Regle = "MAL-BAS-06"

	rRetablissement droit.Regle = "MAL-BAS-07"
	rPlusieurs      droit.Regle = "MAL-BAS-08"
	rAvantCessation droit.Regle = "MAL-BAS-09"
	rBaseNulle      droit.Regle = "MAL-BAS-10"
	rMax360         droit.Regle = "MAL-DUR-01"
	rALD            droit.Regle = "MAL-DUR-02"
	rRetraite       droit.Regle = "MAL-DUR-04"
	rFormulaire     droit.Regle = "MAL-PRE-02"
	rPrescripteur   droit.Regle = "MAL-PRE-03"
	rTeleconsult    droit.Regle = "MAL-PRE-04"
	rDuree          droit.Regle = "MAL-PRE-06"
	rEnvoiTardif    droit.Regle = "MAL-RTD-01"
	rActivite       droit.Regle = "MAL-CTL-01"
	rSuspension     droit.Regle = "MAL-CTL-04"
	rAvisAttendu    droit.Regle = "MAL-CTL-05"
	rControle       droit.Regle = "MAL-CTL-06"
	rCumul          droit.Regle = "MAL-CUM-01"
	rForclusion     droit.Regle = "MAL-PRS-01"
	rTPT            droit.Regle = "MAL-TPT-02"

	rDroitTNS     droit.Regle = "MAL-TNS-02"
	rIndemniteTNS droit.Regle = "MAL-TNS-03"
	rDureePL      droit.Regle = "MAL-TNS-05"
	rTPTTNS       droit.Regle = "MAL-TNS-06"
	rProvisoire   droit.Regle = "SWI-01"
	rSubrogation  droit.Regle = "MAL-SUB-01"
)

// note adds a step to the trace. Call it only when the trace is active.
func (c *Calcul) note(regle droit.Regle, phrase string, entrees, resultat []droit.Champ) {
	c.t.Dire(c.p, regle, phrase, entrees, resultat)
}

// lire returns the reading of an uncertain point on which the case depends, and
// leaves its warning.
func (c *Calcul) lire(p parametre.Point) string { return c.r.Lire(&c.cas.Options, c.p, p) }

// choix returns the reading of an uncertain point without a warning.
func (c *Calcul) choix(p parametre.Point) string { return c.cas.Options.Choisie(c.p, p) }
