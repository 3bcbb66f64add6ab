package web

import (
	"cmp"
	"slices"

	"accord/app"
	"accord/libelle"
	"accord/paiement"
	v "accord/valeur"
)

// versement is an order of payment in the list of a dossier.
type versement struct {
	ID, Href  string
	CreeLe    v.Jour
	A         string
	Jours     int
	Periode   v.Periode
	Brut, Net v.Centimes
	Etat      string
	Aspect    libelle.Aspect
	Reference string
	Lot       string
}

// versements lists the orders of the dossier, the latest first.
func (f *fiche) versements() []versement {
	return versements(f.Vue, func(o *paiement.Ordre) bool { return o.Dossier == f.Numero })
}

// versements lists some orders of a person, the latest first.
func versements(vue *app.Vue, garde func(*paiement.Ordre) bool) []versement {
	var vs []versement
	for _, o := range vue.Ordres {
		if !garde(o) {
			continue
		}
		p := versement{
			ID: o.ID, Href: "/ordres/" + o.ID, CreeLe: o.CreeLe, A: libelle.Destinataire(o.Destinataire, vue.Calcul.Situation.NomDe(o.Destinataire.SIRET())), Brut: o.Total.Brut, Net: o.Total.Net,
			Etat: libelle.EtatOrdre(o.Etat), Aspect: aspectOrdre(o), Reference: o.Reference(), Lot: o.Lot,
		}
		p.Jours, p.Periode = etendue(o)
		vs = append(vs, p)
	}
	slices.SortStableFunc(vs, func(a, b versement) int { return cmp.Compare(b.CreeLe, a.CreeLe) })
	return vs
}

// etendue counts the days of an order and gives the first and the last.
func etendue(o *paiement.Ordre) (jours int, p v.Periode) {
	vus := map[v.Jour]bool{}
	for i := range o.Lignes {
		l := &o.Lignes[i]
		for _, j := range l.Jours {
			if !vus[j.Jour] {
				vus[j.Jour] = true
				jours++
			}
		}
		if p.Du == 0 || l.Periode.Du < p.Du {
			p.Du = l.Periode.Du
		}
		p.Au = max(p.Au, l.Periode.Au)
	}
	return jours, p
}

func aspectOrdre(o *paiement.Ordre) libelle.Aspect {
	switch {
	case parti(o):
		return libelle.Verse
	case o.Etat == paiement.Annule:
		return libelle.Carence
	}
	return libelle.EnPaiement
}

// Dates gives the first and the last day paid.
func (p *versement) Dates() string {
	if p.Periode.Du == p.Periode.Au {
		return p.Periode.Du.Francais()
	}
	return p.Periode.Du.Francais() + " – " + p.Periode.Au.Francais()
}

// retenu is an amount owed that is in no order yet, and why.
type retenu struct {
	A      string
	Motif  string
	Jours  int
	Brut   v.Centimes // positive
	Trop   bool       // paid, and not owed
	Depuis v.Jour
	Jusque v.Jour
}

// retenus lists what the next run would leave out, and why.
func (f *fiche) retenus() []retenu {
	var rs []retenu
	for i := range f.Retenues {
		if r := &f.Retenues[i]; r.Dossier == f.Numero {
			motif := libelle.Retenue(r.Motif)
			if r.Par != "" {
				motif = "retenu par " + r.Par + ", " + r.Raison
			}
			rs = append(rs, retenu{
				A: f.destinataire(r.Destinataire), Motif: motif, Jours: r.Jours, Brut: max(r.Brut, -r.Brut), Trop: r.Brut < 0,
				Depuis: r.Depuis, Jusque: r.Jusque,
			})
		}
	}
	return rs
}
