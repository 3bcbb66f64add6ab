package dsn

import v "accord/valeur"

// The fields of pay.

var champsVersement = []champ[Versement]{
	jour(1, func(x *Versement) *v.Jour { return &x.Date }),
	decimal(2, func(x *Versement) *v.Option[v.Centimes] { return &x.NetFiscal }),
	texte(3, func(x *Versement) *string { return &x.Numero }),
	decimal(4, func(x *Versement) *v.Option[v.Centimes] { return &x.NetVerse }),
	decimal(6, func(x *Versement) *v.Option[v.Centiemes] { return &x.TauxPAS }),
	texte(7, func(x *Versement) *string { return &x.TypeTauxPAS }),
	texte(8, func(x *Versement) *string { return &x.IdentifiantPAS }),
	decimal(9, func(x *Versement) *v.Option[v.Centimes] { return &x.MontantPAS }),
	decimal(13, func(x *Versement) *v.Option[v.Centimes] { return &x.SoumisPAS }),
}

var champsRemuneration = []champ[Remuneration]{
	jour(1, func(r *Remuneration) *v.Jour { return &r.Periode.Du }),
	jour(2, func(r *Remuneration) *v.Jour { return &r.Periode.Au }),
	texte(10, func(r *Remuneration) *string { return &r.Contrat }),
	texte(11, func(r *Remuneration) *TypeRemuneration { return &r.Type }),
	decimal(12, func(r *Remuneration) *v.Option[v.Centiemes] { return &r.Heures }),
	decimal(13, func(r *Remuneration) *v.Option[v.Centimes] { return &r.Montant }),
}

var champsActivite = []champ[Activite]{
	texte(1, func(a *Activite) *TypeActivite { return &a.Type }),
	decimal(2, func(a *Activite) *v.Option[v.Centiemes] { return &a.Mesure }),
	texte(3, func(a *Activite) *Unite { return &a.Unite }),
}

var champsPrime = []champ[Prime]{
	texte(1, func(p *Prime) *string { return &p.Type }),
	decimal(2, func(p *Prime) *v.Option[v.Centimes] { return &p.Montant }),
	jour(3, func(p *Prime) *v.Jour { return &p.Periode.Du }),
	jour(4, func(p *Prime) *v.Jour { return &p.Periode.Au }),
	texte(6, func(p *Prime) *string { return &p.Contrat }),
	jour(7, func(p *Prime) *v.Jour { return &p.DateOrigine }),
}

var champsElementNet = []champ[ElementNet]{
	jour(1, func(e *ElementNet) *v.Jour { return &e.Periode.Du }),
	jour(2, func(e *ElementNet) *v.Jour { return &e.Periode.Au }),
	texte(3, func(e *ElementNet) *string { return &e.Type }),
	decimal(4, func(e *ElementNet) *v.Option[v.Centimes] { return &e.Montant }),
}

var champsBase = []champ[Base]{
	texte(1, func(b *Base) *string { return &b.Type }),
	jour(2, func(b *Base) *v.Jour { return &b.Periode.Du }),
	jour(3, func(b *Base) *v.Jour { return &b.Periode.Au }),
	decimal(4, func(b *Base) *v.Option[v.Centimes] { return &b.Montant }),
	texte(6, func(b *Base) *string { return &b.Contrat }),
}

var champsComposant = []champ[Composant]{
	texte(1, func(c *Composant) *string { return &c.Type }),
	decimal(4, func(c *Composant) *v.Option[v.Centimes] { return &c.Montant }),
}

var champsCotisation = []champ[Cotisation]{
	texte(1, func(c *Cotisation) *string { return &c.Type }),
	texte(2, func(c *Cotisation) *string { return &c.Organisme }),
	decimal(3, func(c *Cotisation) *v.Option[v.Centimes] { return &c.Assiette }),
	decimal(4, func(c *Cotisation) *v.Option[v.Centimes] { return &c.Montant }),
	decimal(7, func(c *Cotisation) *v.Option[v.Centiemes] { return &c.Taux }),
}
