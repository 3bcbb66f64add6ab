package calcul

import (
	"fmt"

	"accord/droit"
	v "accord/valeur"
)

func (r *recit) periodes() {
	if len(r.res.Periodes) == 0 {
		return
	}
	r.section("Ce qui est versé")
	for i := range r.res.Periodes {
		r.periodePayee(&r.res.Periodes[i])
	}
	r.sommer()
}

func (r *recit) periodePayee(p *droit.PeriodePayee) {
	r.ligne("")
	jour := ""
	if ij, ok := p.IJ.Get(); ok {
		jour = " à " + ij.Euros()
	}
	r.paragraphe("", fmt.Sprintf("%s, %s, %s : %s%s, qui %s%s.", majuscule(p.Periode.EnLettres()), r.activite(p.Activite),
		nommer(nomsRisque, p.Risque), jours(p.Jours), jour, nommer(nomsBeneficiaire, p.Beneficiaire), regle(p.Regle)))
	r.montant("  Montant brut", p.Brut)
	if p.CSG != 0 {
		r.montant("  CSG (dont déductible : "+p.CSGDeductible.Euros()+")", -p.CSG)
	}
	if p.CRDS != 0 {
		r.montant("  CRDS", -p.CRDS)
	}
	if p.PAS != 0 {
		r.montant("  Impôt prélevé à la source", -p.PAS)
	}
	r.montant("  Montant net", p.Net)
	r.montant("  Montant imposable", p.Imposable)
}

func (r *recit) montant(libelle string, c v.Centimes) { r.rang(libelle, c.Euros()) }

var totaux = map[droit.Beneficiaire]string{
	droit.AssureBeneficiaire:    "Total net qui vous est versé",
	droit.EmployeurBeneficiaire: "Total net versé à votre employeur",
}

// sommer adds up by payee, when there is more than one period.
func (r *recit) sommer() {
	if len(r.res.Periodes) < 2 {
		return
	}
	r.ligne("")
	for _, qui := range []droit.Beneficiaire{droit.AssureBeneficiaire, droit.EmployeurBeneficiaire} {
		if net, n := r.netDe(qui); n > 0 {
			r.montant(totaux[qui], net)
		}
	}
}

// netDe adds up what a payee receives, and counts the periods.
func (r *recit) netDe(qui droit.Beneficiaire) (net v.Centimes, n int) {
	for i := range r.res.Periodes {
		if r.res.Periodes[i].Beneficiaire == qui {
			net += r.res.Periodes[i].Net
			n++
		}
	}
	return net, n
}

func (r *recit) forfaits() {
	if len(r.res.Forfaits) == 0 {
		return
	}
	r.section("Sommes forfaitaires")
	for i := range r.res.Forfaits {
		f := &r.res.Forfaits[i]
		r.paragraphe("- ", fmt.Sprintf("%s, %s%s : %s%s.", nommer(nomsForfait, f.Nature), r.activite(f.Activite), dateEventuelle(", le ", f.Le), f.Montant.Euros(), regle(f.Regle)))
	}
}

func (r *recit) differences() {
	if len(r.res.Differences) == 0 {
		return
	}
	r.section("Différences avec ce qui a été versé")
	for i := range r.res.Differences {
		d := &r.res.Differences[i]
		conclusion := "rien à ajouter"
		switch {
		case d.Ecart > 0:
			conclusion = "reste à verser " + d.Ecart.Euros()
		case d.Ecart < 0:
			conclusion = "versé en trop " + (-d.Ecart).Euros()
		}
		r.paragraphe("- ", fmt.Sprintf("%s, %s, %s : dû %s, versé %s, %s.", majuscule(d.Periode.EnLettres()), r.activite(d.Activite),
			nommer(nomsRisque, d.Risque), d.Du.Euros(), d.Verse.Euros(), conclusion))
	}
}
