package calcul

import (
	"accord/droit"
	v "accord/valeur"
)

func (r *redacteur) arret(a *droit.Arret) {
	r.texte("id", a.ID)
	r.texte("risque", string(a.Risque))
	r.texte("nature", string(a.Nature))
	r.jour("debut", a.Debut)
	r.jour("fin", a.Fin)
	r.identifiants("activites", a.Activites)
	r.identifiants("activites_poursuivies", a.Poursuivies)
	r.jour("dernier_jour_travaille", a.DernierJourTravaille)
	r.vrai("temps_partiel", a.TempsPartiel)
	r.texte("ald", a.ALD)
	r.texte("grossesse", a.Grossesse)
	r.texte("naissance", a.Naissance)
	r.texte("adoption", a.Adoption)
	r.texte("deces", a.Deces)
	r.texte("sinistre", a.Sinistre)
	r.texte("canal", string(a.Canal))
	r.texte("support", string(a.Support))
	r.jour("prescrit_le", a.PrescritLe)
	r.jour("envoye_le", a.EnvoyeLe)
	r.jour("recu_le", a.RecuLe)
	r.jour("connu_le", a.ConnuLe)
	r.texte("prescripteur", string(a.Prescripteur))
	r.booleenO("teleconsultation", a.Teleconsultation)
	r.booleenO("hospitalise", a.Hospitalise)
	r.texte("exonere_carence", string(a.ExonereCarence))
}

// identifiants writes a list of ids, of which an empty one is known.
func (r *redacteur) identifiants(cle string, ids []string) {
	if ids == nil {
		return
	}
	r.cle(cle)
	r.ouvrir('[')
	for _, id := range ids {
		r.element()
		r.sortie.texte(id)
	}
	r.fermer(']')
}

func (r *redacteur) sinistre(s *droit.Sinistre) {
	r.texte("id", s.ID)
	r.texte("risque", string(s.Risque))
	r.jour("accident_le", s.AccidentLe)
	r.jour("constatation_le", s.ConstatationLe)
	r.jour("declare_le", s.DeclareLe)
	r.entier("jours_indemnises", s.JoursIndemnises)
	r.montant("ij_60", s.IJ60)
	r.montant("ij_80", s.IJ80)
	r.texte("employeur", string(s.Employeur))
}

func (r *redacteur) rente(p *droit.Rente) {
	r.texte("sinistre", p.Sinistre)
	r.jour("du", p.Du)
	r.montant("mensuelle", v.Connu(p.Mensuelle))
}

func (r *redacteur) anterieure(i *droit.IndemniteAnterieure) {
	r.texte("risque", string(i.Risque))
	r.periode(i.Periode)
	r.texte("ald", i.ALD)
	r.montant("ij", i.IJ)
	r.booleenO("carence", i.Carence)
	r.vrai("maintien_droits", i.MaintienDroits)
	r.texte("sinistre", i.Sinistre)
	r.vrai("temps_partiel", i.TempsPartiel)
}

func (r *redacteur) versement(w *droit.Versement) {
	r.periode(w.Periode)
	r.texte("activite", w.Activite)
	r.texte("risque", string(w.Risque))
	r.montant("brut", v.Connu(w.Brut))
	r.texte("nature", string(w.Nature))
	r.texte("beneficiaire", string(w.Beneficiaire))
	r.jour("verse_le", w.VerseLe)
}

func (r *redacteur) decision(d *droit.Decision) {
	r.texte("nature", string(d.Nature))
	r.texte("arret", d.Arret)
	r.texte("sinistre", d.Sinistre)
	r.texte("affection", d.Affection)
	r.jour("le", d.Le)
	r.jour("au", d.Au)
	r.texte("valeur", d.Valeur)
	r.texte("motif", d.Motif)
}
