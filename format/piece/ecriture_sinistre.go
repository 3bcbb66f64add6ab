package piece

import (
	"accord/dossier"
	v "accord/valeur"
)

// AppendDAT appends the declaration as an accord/dat/1 document of one line,
// without its line end.
func AppendDAT(b []byte, nir v.NIR, d *dossier.DeclarationAccident, medical []byte) []byte {
	return envoi(b, porteDAT.schema, nir, &d.Envoi, medical, func(e *ecrivain) {
		e.employeur(d.Employeur.SIRET, d.Employeur.Nom)
		e.chaine("risque", string(d.Risque))
		e.jour("accident_le", d.AccidentLe)
		e.jour("connu_employeur_le", d.ConnuEmployeurLe)
		e.jour("dernier_jour_travaille", d.DernierJour)
		e.jour("declaree_le", d.DeclareeLe)
		e.jour("reserves_le", d.ReservesLe)
	})
}

// AppendCertificatAT appends the certificate as an accord/certificat-at/1
// document of one line, without its line end.
func AppendCertificatAT(b []byte, nir v.NIR, c *dossier.CertificatAT, medical []byte) []byte {
	return envoi(b, porteCertificat.schema, nir, &c.Envoi, medical, func(e *ecrivain) {
		e.chaine("nature", string(c.Nature))
		e.chaine("risque", string(c.Risque))
		e.jour("sinistre_le", c.SinistreLe)
		e.chaine("affection", c.Affection)
		e.jour("etabli_le", c.EtabliLe)
		e.periodeSous("arret", c.Arret)
		e.vrai("temps_partiel", c.TempsPartiel)
		if c.Issue != "" {
			e.objet("issue", func() {
				e.chaine("nature", string(c.Issue))
				e.jour("le", c.IssueLe)
			})
		}
		e.chaine("canal", string(c.Canal))
		e.chaine("prescripteur", string(c.Prescripteur))
		e.employeur(c.Employeur, c.NomEmployeur)
	})
}

// AppendDMP appends the declaration as an accord/dmp/1 document of one line,
// without its line end.
func AppendDMP(b []byte, nir v.NIR, d *dossier.DeclarationMP, medical []byte) []byte {
	return envoi(b, porteDMP.schema, nir, &d.Envoi, medical, func(e *ecrivain) {
		e.chaine("affection", d.Affection)
		e.jour("constatation_le", d.ConstatationLe)
		e.jour("declaree_le", d.DeclareeLe)
		e.employeur(d.Employeur.SIRET, d.Employeur.Nom)
	})
}

// AppendActe appends the decision or the step as an accord/acte/1 document of
// one line, without its line end.
func AppendActe(b []byte, nir v.NIR, a *dossier.Acte, medical []byte) []byte {
	return envoi(b, porteActe.schema, nir, &a.Envoi, medical, func(e *ecrivain) {
		e.chaine("auteur", string(a.Auteur))
		e.chaine("nature", string(a.Nature))
		e.jour("pris_le", a.PrisLe)
		e.jour("effet_du", a.Effet.Du)
		e.jour("effet_au", a.Effet.Au)
		if a.SinistreLe != 0 {
			e.objet("sinistre", func() {
				e.chaine("risque", string(a.Risque))
				e.jour("le", a.SinistreLe)
				e.jour("date_retenue", a.RetenueLe)
			})
		}
		e.chaine("affection", a.Affection)
		e.jour("arret_le", a.ArretLe)
		e.vrai("exonerante", a.Exonerante)
		if a.Mensuelle != 0 {
			e.chaine("rente_mensuelle", a.Mensuelle.String())
		}
	})
}

// AppendRevenus appends the document as accord/revenus/1, on one line, without
// its line end.
func AppendRevenus(b []byte, nir v.NIR, r *dossier.Revenus) []byte {
	return envoi(b, porteRevenus.schema, nir, &r.Envoi, nil, func(e *ecrivain) {
		e.chaine("auteur", string(r.Auteur))
		e.jour("etabli_le", r.EtabliLe)
		e.jour("affilie_depuis", r.AffilieDepuis)
		if len(r.Activites) > 0 {
			liste(e, "activites", r.Activites, func(a *dossier.ActiviteDeclaree) {
				e.chaine("numero", a.Numero)
				e.chaine("nature", string(a.Nature))
				e.chaine("statut_tns", string(a.Statut))
				e.periode(a.Periode)
				e.revenus(a.Revenus)
			})
		}
	})
}

func (e *ecrivain) revenus(revenus []dossier.RevenuDeclare) {
	if len(revenus) == 0 {
		return
	}
	liste(e, "revenus", revenus, func(r *dossier.RevenuDeclare) {
		e.nombre("annee", r.Annee)
		e.periode(r.Periode)
		e.chaine("montant", r.Montant.String())
		e.quantite("part_cotisations_payees", r.PartCotisee)
		e.chaine("categorie_micro", r.CategorieMicro)
	})
}
