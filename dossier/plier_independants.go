package dossier

import (
	"cmp"
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// prefixes names the lines of what no employer declares.
var prefixes = map[droit.NatureActivite]string{droit.Independant: "INDEPENDANT", droit.ChomageIndemnise: "CHOMAGE"}

// independants makes an activity line of each independent activity and of each
// time of unemployment benefit, whatever the DSN says, and dates the insurance.
func (p *pli) independants(faits []*Fait) {
	var sources grappe
	for _, f := range faits {
		if f.Revenus != nil {
			sources = append(sources, f)
			p.s.Cas.Assure.AffilieDepuis = premierJour(p.s.Cas.Assure.AffilieDepuis, f.Revenus.AffilieDepuis)
		}
	}
	for _, f := range sources.parFoi() {
		for i := range f.Revenus.Activites {
			p.independant(&f.Revenus.Activites[i])
		}
	}
	for i := range p.s.Cas.Activites {
		a := &p.s.Cas.Activites[i]
		slices.SortFunc(a.Revenus, func(x, y droit.Revenu) int {
			return cmp.Or(cmp.Compare(x.Annee, y.Annee), cmp.Compare(x.Periode.Du, y.Periode.Du), cmp.Compare(x.Periode.Au, y.Periode.Au))
		})
	}
}

// independant adds what one source says of one activity. Sources come in the
// order in which they are believed: of one year, the first word holds.
func (p *pli) independant(d *ActiviteDeclaree) {
	cle := prefixes[d.Nature]
	if d.Numero != "" {
		cle += "/" + d.Numero
	} else if d.Nature == droit.ChomageIndemnise {
		cle += "/" + d.Periode.Du.String()
	}
	i := p.s.Index(cle)
	if i < 0 {
		i = len(p.s.Lignes)
		p.s.Lignes = append(p.s.Lignes, Ligne{Cle: cle, Contrat: d.Numero})
		p.s.Cas.Activites = append(p.s.Cas.Activites, droit.Activite{ID: cle, Nature: d.Nature, Fin: d.Periode.Au})
	}
	a := &p.s.Cas.Activites[i]
	a.StatutTNS = cmp.Or(a.StatutTNS, d.Statut)
	a.Debut = premierJour(a.Debut, d.Periode.Du)
	for _, r := range d.Revenus {
		meme := func(x droit.Revenu) bool { return x.Annee == int(r.Annee) && x.Periode == r.Periode }
		if !slices.ContainsFunc(a.Revenus, meme) {
			a.Revenus = append(a.Revenus, droit.Revenu{Annee: int(r.Annee), Periode: r.Periode, Montant: r.Montant, PartCotisee: r.PartCotisee, CategorieMicro: r.CategorieMicro})
		}
	}
	p.contredireRevenus(cle, d)
}

// contredireRevenus warns when a source gives a year another income than the
// one that is kept.
func (p *pli) contredireRevenus(cle string, d *ActiviteDeclaree) {
	a := &p.s.Cas.Activites[p.s.Index(cle)]
	for _, r := range d.Revenus {
		k := slices.IndexFunc(a.Revenus, func(x droit.Revenu) bool { return x.Annee == int(r.Annee) && x.Periode == r.Periode })
		if garde := a.Revenus[k].Montant; garde != r.Montant {
			p.s.Avis = append(p.s.Avis, droit.Avis{Code: "REVENU_CONTRADICTOIRE", Phrase: "Deux revenus sont donnés pour " + tempsRevenu(r) +
				" : " + garde.Euros() + " (retenu) et " + r.Montant.Euros() + "."})
		}
	}
}

func tempsRevenu(r RevenuDeclare) string {
	if r.Annee != 0 {
		return "l'année " + v.NewJour(int(r.Annee), 1, 1).String()[:4]
	}
	return "la période " + r.Periode.String()
}
