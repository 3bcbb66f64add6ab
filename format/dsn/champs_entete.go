package dsn

import "accord/valeur"

// The fields of the header, of the declaration and of the employer.

var champsEnvoi = []champ[Envoi]{
	texte(1, func(e *Envoi) *string { return &e.Logiciel }),
	texte(2, func(e *Envoi) *string { return &e.Editeur }),
	texte(3, func(e *Envoi) *string { return &e.VersionLogiciel }),
	{5, []genre{genreListe},
		func(e *Envoi, v *valeurLue) { e.Essai = v.texte == "01" },
		func(e *Envoi) string {
			if e.Essai {
				return "01"
			}
			return "02"
		}},
	texte(6, func(e *Envoi) *string { return &e.Version }),
	texte(7, func(e *Envoi) *string { return &e.PointDepot }),
	texte(8, func(e *Envoi) *string { return &e.Type }),
}

var champsEmetteur = []champ[Emetteur]{
	texte(1, func(e *Emetteur) *string { return &e.SIREN }),
	texte(2, func(e *Emetteur) *string { return &e.NIC }),
	texte(3, func(e *Emetteur) *string { return &e.Nom }),
	texte(4, func(e *Emetteur) *string { return &e.Voie }),
	texte(5, func(e *Emetteur) *string { return &e.CodePostal }),
	texte(6, func(e *Emetteur) *string { return &e.Localite }),
}

var champsContactEmetteur = []champ[ContactEmetteur]{
	texte(1, func(c *ContactEmetteur) *string { return &c.Civilite }),
	texte(2, func(c *ContactEmetteur) *string { return &c.Nom }),
	texte(4, func(c *ContactEmetteur) *string { return &c.Mel }),
	texte(5, func(c *ContactEmetteur) *string { return &c.Telephone }),
}

var champsDeclaration = []champ[Declaration]{
	texte(1, func(d *Declaration) *Nature { return &d.Nature }),
	texte(2, func(d *Declaration) *TypeDeclaration { return &d.Type }),
	texte(3, func(d *Declaration) *string { return &d.Fraction }),
	entier(4, func(d *Declaration) *int64 { return &d.NumeroOrdre }),
	jour(5, func(d *Declaration) *valeur.Jour { return &d.Mois }),
	texte(6, func(d *Declaration) *string { return &d.Remplacee }),
	jour(7, func(d *Declaration) *valeur.Jour { return &d.DateConstitution }),
	texte(8, func(d *Declaration) *string { return &d.Champ }),
	texte(9, func(d *Declaration) *string { return &d.IdentifiantMetier }),
	texte(10, func(d *Declaration) *string { return &d.Devise }),
	texte(13, func(d *Declaration) *string { return &d.TypeSubstitution }),
}

var champsContactDeclare = []champ[ContactDeclare]{
	texte(1, func(c *ContactDeclare) *string { return &c.Nom }),
	texte(2, func(c *ContactDeclare) *string { return &c.Telephone }),
	texte(3, func(c *ContactDeclare) *string { return &c.Mel }),
	texte(4, func(c *ContactDeclare) *string { return &c.Type }),
}

var champsEntreprise = []champ[Entreprise]{
	texte(1, func(e *Entreprise) *string { return &e.SIREN }),
	texte(2, func(e *Entreprise) *string { return &e.NICSiege }),
	texte(3, func(e *Entreprise) *string { return &e.APE }),
	texte(4, func(e *Entreprise) *string { return &e.Voie }),
	texte(5, func(e *Entreprise) *string { return &e.CodePostal }),
	texte(6, func(e *Entreprise) *string { return &e.Localite }),
}

var champsEtablissement = []champ[Etablissement]{
	texte(1, func(e *Etablissement) *string { return &e.NIC }),
	texte(2, func(e *Etablissement) *string { return &e.APE }),
	texte(3, func(e *Etablissement) *string { return &e.Voie }),
	texte(4, func(e *Etablissement) *string { return &e.CodePostal }),
	texte(5, func(e *Etablissement) *string { return &e.Localite }),
	texte(17, func(e *Etablissement) *string { return &e.NatureJuridique }),
	texte(22, func(e *Etablissement) *string { return &e.IDCC }),
}

var champsTotal = []champ[total]{
	entier(1, func(t *total) *int64 { return &t.rubriques }),
	entier(2, func(t *total) *int64 { return &t.declarations }),
}
