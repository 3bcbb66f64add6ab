package calcul

import "accord/droit"

func (r *redacteur) naissance(n *droit.Naissance) {
	r.texte("id", n.ID)
	r.jour("constatee_le", n.ConstateeLe)
	r.jour("prevue_le", n.PrevueLe)
	r.jour("accouchement_le", n.AccouchementLe)
	r.entier("enfants", n.Enfants)
	r.entier("rang", n.Rang)
	r.entier("semaines_reportees", n.SemainesReportees)
	r.entier("semaines_anticipees", n.SemainesAnticipees)
	suite(r, "enfant_hospitalise", n.EnfantHospitalise, (*redacteur).hospitalisation)
	if !n.CongeNaissance.IsZero() {
		r.cle("conge_naissance")
		r.ouvrir('{')
		r.periode(n.CongeNaissance)
		r.fermer('}')
	}
	r.jour("deces_mere_le", n.DecesMereLe)
	r.jour("fin_conge_mere", n.FinCongeMere)
	if semaines, ok := n.SemainesAmenorrhee.Get(); ok {
		r.cle("semaines_amenorrhee")
		r.sortie.entier(semaines)
	}
	r.entier("jours_paternite_pris", n.JoursPaternitePris)
}

func (r *redacteur) hospitalisation(h *droit.Hospitalisation) {
	r.periode(h.Periode)
	r.vrai("specialise", h.Specialise)
}

func (r *redacteur) adoption(a *droit.Adoption) {
	r.texte("id", a.ID)
	r.jour("arrivee_le", a.ArriveeLe)
	r.entier("enfants", a.Enfants)
	r.entier("a_charge_apres", a.AChargeApres)
	r.entier("parents", a.Parents)
	r.entier("jours_autre_parent", a.JoursAutreParent)
	r.vrai("allocation_versee_autre_parent", a.AllocationVersee)
}

func (r *redacteur) deces(d *droit.Deces) {
	r.texte("id", d.ID)
	r.texte("lien", d.Lien)
	r.jour("ne_le", d.NeLe)
	r.jour("le", d.Le)
	r.vrai("a_charge", d.ACharge)
}
