package famille

import (
	"accord/droit"
	"accord/parametre"
)

// The rules of the family benefits that a day, a right or a step may quote.
const (
	rDroit          droit.Regle = "AUT-OUV-01"
	rDateDroit      droit.Regle = "AUT-OUV-02"
	rAffiliation    droit.Regle = "AUT-OUV-03"
	rSansCondition  droit.Regle = "AUT-OUV-05"
	rAffiliationTNS droit.Regle = "AUT-OUV-06"

	rReference droit.Regle = "FAM-01"
	rPlafond   droit.Regle = "FAM-02"
	rIndemnite droit.Regle = "FAM-04"
	rViable    droit.Regle = "FAM-08"

	rDuree           droit.Regle = "MAT-DUR"
	rMinimum         droit.Regle = "MAT-01"
	rNaissanceAvant  droit.Regle = "MAT-02"
	rNaissanceApres  droit.Regle = "MAT-03"
	rReport          droit.Regle = "MAT-04"
	rPathologique    droit.Regle = "MAT-05"
	rSuites          droit.Regle = "MAT-06"
	rHospitalisation droit.Regle = "MAT-07"
	rDecesMere       droit.Regle = "MAT-08"
	rPendantRepos    droit.Regle = "MAT-09"
	rReprise         droit.Regle = "MAT-11"
	rDES             droit.Regle = "DES-01"

	rPaternite         droit.Regle = "PAT-01"
	rMinimumPaternite  droit.Regle = "PAT-02"
	rFractionPaternite droit.Regle = "PAT-03"
	rPaterniteHopital  droit.Regle = "PAT-04"
	rAdoption          droit.Regle = "ADO-01"
	rAdoptionPartagee  droit.Regle = "ADO-02"

	rEntreeEnVigueur  droit.Regle = "CSN-01"
	rNaissance        droit.Regle = "CSN-02"
	rEpuisement       droit.Regle = "CSN-03"
	rMontantNaissance droit.Regle = "CSN-05"
	rCumulNaissance   droit.Regle = "CSN-07"
	rRetourAnticipe   droit.Regle = "CSN-08"

	rDeuil    droit.Regle = "DEU-01"
	rAJAP     droit.Regle = "AJP-01"
	rGarantie droit.Regle = "EXP-01"

	rMinimumTNS      droit.Regle = "AUT-TNS-01"
	rMontantTNS      droit.Regle = "AUT-TNS-02"
	rReductionTNS    droit.Regle = "AUT-TNS-03"
	rPathologiqueTNS droit.Regle = "AUT-TNS-04"
	rCongesTNS       droit.Regle = "AUT-TNS-05"
	rPAMC            droit.Regle = "AUT-TNS-06"

	rPrescription droit.Regle = "FAM-PRS"
	rCumul        droit.Regle = "FAM-CUM"
)

// regles gives the rule that a leave rests on.
var regles = map[droit.Risque]droit.Regle{
	droit.Maternite: rIndemnite, droit.Pathologique: rPathologique, droit.Paternite: rPaternite, droit.AdoptionConge: rAdoption,
	droit.NaissanceConge: rMontantNaissance, droit.DeuilEnfant: rDeuil, droit.AJAP: rAJAP, droit.GarantieGrossesse: rGarantie, droit.DES: rDES,
}

// note adds a step to the trace. Call it only when the trace is active.
func (c *Calcul) note(regle droit.Regle, phrase string, entrees, resultat []droit.Champ) {
	c.t.Dire(c.p, regle, phrase, entrees, resultat)
}

// lire returns the reading of an uncertain point on which the case depends, and
// leaves its warning.
func (c *Calcul) lire(p parametre.Point) string { return c.r.Lire(&c.cas.Options, c.p, p) }

// choix returns the reading of an uncertain point without a warning.
func (c *Calcul) choix(p parametre.Point) string { return c.cas.Options.Choisie(c.p, p) }
