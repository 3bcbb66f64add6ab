package dsn

import v "accord/valeur"

// The fields of the person and of the contract.

var champsIndividu = []champ[Individu]{
	texte(1, func(i *Individu) *v.NIR { return &i.NIR }),
	texte(2, func(i *Individu) *string { return &i.NomFamille }),
	texte(3, func(i *Individu) *string { return &i.NomUsage }),
	texte(4, func(i *Individu) *string { return &i.Prenoms }),
	texte(5, func(i *Individu) *string { return &i.Sexe }),
	jour(6, func(i *Individu) *v.Jour { return &i.Naissance }),
	texte(7, func(i *Individu) *string { return &i.LieuNaissance }),
	texte(8, func(i *Individu) *string { return &i.Voie }),
	texte(9, func(i *Individu) *string { return &i.CodePostal }),
	texte(10, func(i *Individu) *string { return &i.Localite }),
	texte(13, func(i *Individu) *string { return &i.CodificationUE }),
	texte(14, func(i *Individu) *string { return &i.DepartementNaissance }),
	texte(15, func(i *Individu) *string { return &i.PaysNaissance }),
	texte(18, func(i *Individu) *string { return &i.Mel }),
	texte(19, func(i *Individu) *string { return &i.Matricule }),
	texte(20, func(i *Individu) *string { return &i.NTT }),
}

var champsIdentite = []champ[ChangementIdentite]{
	jour(1, func(c *ChangementIdentite) *v.Jour { return &c.Date }),
	texte(8, func(c *ChangementIdentite) *v.NIR { return &c.AncienNIR }),
	texte(9, func(c *ChangementIdentite) *string { return &c.AncienNom }),
	texte(10, func(c *ChangementIdentite) *string { return &c.AnciensPrenoms }),
	jour(11, func(c *ChangementIdentite) *v.Jour { return &c.AncienneNaissance }),
}

var champsContrat = []champ[Contrat]{
	jour(1, func(c *Contrat) *v.Jour { return &c.Debut }),
	texte(2, func(c *Contrat) *string { return &c.StatutConventionnel }),
	texte(3, func(c *Contrat) *string { return &c.StatutRetraite }),
	texte(4, func(c *Contrat) *string { return &c.PCSESE }),
	texte(6, func(c *Contrat) *string { return &c.Emploi }),
	texte(7, func(c *Contrat) *string { return &c.Nature }),
	texte(8, func(c *Contrat) *string { return &c.Dispositif }),
	texte(9, func(c *Contrat) *string { return &c.Numero }),
	jour(10, func(c *Contrat) *v.Jour { return &c.FinPrevue }),
	texte(11, func(c *Contrat) *Unite { return &c.Unite }),
	decimal(12, func(c *Contrat) *v.Option[v.Centiemes] { return &c.QuotiteReference }),
	decimal(13, func(c *Contrat) *v.Option[v.Centiemes] { return &c.Quotite }),
	texte(14, func(c *Contrat) *string { return &c.Modalite }),
	texte(16, func(c *Contrat) *string { return &c.ComplementRegime }),
	texte(17, func(c *Contrat) *string { return &c.IDCC }),
	texte(18, func(c *Contrat) *string { return &c.RegimeMaladie }),
	texte(19, func(c *Contrat) *string { return &c.LieuTravail }),
	texte(20, func(c *Contrat) *string { return &c.RegimeVieillesse }),
	texte(21, func(c *Contrat) *string { return &c.MotifRecours }),
	texte(24, func(c *Contrat) *string { return &c.TravailleurEtranger }),
	texte(26, func(c *Contrat) *string { return &c.StatutEmploi }),
	texte(35, func(c *Contrat) *string { return &c.DelegataireMaladie }),
	texte(36, func(c *Contrat) *string { return &c.EmploisMultiples }),
	texte(37, func(c *Contrat) *string { return &c.EmployeursMultiples }),
	texte(39, func(c *Contrat) *string { return &c.RegimeAT }),
	texte(40, func(c *Contrat) *string { return &c.RisqueAT }),
	decimal(43, func(c *Contrat) *v.Option[v.Centiemes] { return &c.TauxAT }),
}

var champsChangement = []champ[Changement]{
	jour(1, func(c *Changement) *v.Jour { return &c.Date }),
	texte(12, func(c *Changement) *v.SIRET { return &c.AncienSIRET }),
	texte(14, func(c *Changement) *string { return &c.AncienNumero }),
	jour(21, func(c *Changement) *v.Jour { return &c.AncienDebut }),
}

var champsArret = []champ[Arret]{
	texte(1, func(a *Arret) *MotifArret { return &a.Motif }),
	jour(2, func(a *Arret) *v.Jour { return &a.DernierJourTravaille }),
	jour(3, func(a *Arret) *v.Jour { return &a.FinPrevue }),
	ouiNon(4, func(a *Arret) *v.Option[bool] { return &a.Subrogation }),
	jour(5, func(a *Arret) *v.Jour { return &a.PeriodeSubrogation.Du }),
	jour(6, func(a *Arret) *v.Jour { return &a.PeriodeSubrogation.Au }),
	texte(7, func(a *Arret) *v.IBAN { return &a.IBAN }),
	texte(8, func(a *Arret) *string { return &a.BIC }),
	jour(10, func(a *Arret) *v.Jour { return &a.Reprise }),
	texte(11, func(a *Arret) *MotifReprise { return &a.MotifReprise }),
	jour(12, func(a *Arret) *v.Jour { return &a.DateAccident }),
	texte(600, func(a *Arret) *v.SIRET { return &a.SIRETCentralisateur }),
}

var champsTempsPartiel = []champ[TempsPartiel]{
	jour(1, func(t *TempsPartiel) *v.Jour { return &t.Periode.Du }),
	jour(2, func(t *TempsPartiel) *v.Jour { return &t.Periode.Au }),
	decimal(3, func(t *TempsPartiel) *v.Option[v.Centimes] { return &t.Perte }),
}

var champsFinContrat = []champ[FinContrat]{
	jour(1, func(f *FinContrat) *v.Jour { return &f.Date }),
	texte(2, func(f *FinContrat) *string { return &f.Motif }),
	jour(6, func(f *FinContrat) *v.Jour { return &f.DernierJourTravaille }),
}

var champsSuspension = []champ[Suspension]{
	texte(1, func(s *Suspension) *string { return &s.Motif }),
	jour(2, func(s *Suspension) *v.Jour { return &s.Periode.Du }),
	jour(3, func(s *Suspension) *v.Jour { return &s.Periode.Au }),
}

var champsRetraite = []champ[Retraite]{
	texte(2, func(r *Retraite) *string { return &r.Regime }),
}

var champsAnciennete = []champ[Anciennete]{
	texte(1, func(a *Anciennete) *string { return &a.Type }),
	texte(2, func(a *Anciennete) *string { return &a.Unite }),
	entier(3, func(a *Anciennete) *int64 { return &a.Valeur }),
	texte(5, func(a *Anciennete) *string { return &a.Contrat }),
}
