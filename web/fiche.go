package web

import (
	"cmp"
	"slices"

	"accord/app"
	"accord/droit"
	"accord/libelle"
	"accord/paiement"
	"accord/parametre"
	"accord/registre"
	v "accord/valeur"
)

// fiche is one dossier as its pages read it: the view of the person, and the
// days of this dossier with what became of each.
type fiche struct {
	*app.Vue
	table  *parametre.Table
	etape  *app.Etape
	Jours  []jour // by date, then activity line
	pieces map[string]*app.PieceRecue
}

// jour is one day of one activity line.
type jour struct {
	registre.Du
	Aspect     libelle.Aspect
	Suite      libelle.Suite
	Mouvements []mouvement
	Quitte     bool // paid once, and no longer in the calendar
}

// mouvement is what one order posted on a day.
type mouvement struct {
	Ordre   *paiement.Ordre
	Montant v.Centimes
}

// nouvelleFiche reads a dossier of a view. It returns nil when the person has
// no dossier of that number, or none any more.
func nouvelleFiche(vue *app.Vue, t *parametre.Table) *fiche {
	f := &fiche{Vue: vue, table: t, pieces: make(map[string]*app.PieceRecue, len(vue.Pieces))}
	for i := range vue.Etapes {
		if app.NumeroDossier(vue.Personne, &vue.Etapes[i].Chaine) == vue.Numero {
			f.etape = &vue.Etapes[i]
		}
	}
	if f.etape == nil {
		return nil
	}
	for i := range vue.Pieces {
		f.pieces[vue.Pieces[i].Empreinte] = &vue.Pieces[i]
	}
	f.lireJours()
	return f
}

// lireJours gathers the days of the dossier, those that left the calendar after
// they were paid among them.
func (f *fiche) lireJours() {
	mouvements, ordre := f.mouvements()
	vus := map[registre.Cle]bool{}
	for i := range f.Dus {
		d := &f.Dus[i]
		vus[d.Cle] = true
		if d.Dossier == f.Numero {
			f.Jours = append(f.Jours, f.jour(*d, mouvements[d.Cle]))
		}
	}
	for _, cle := range ordre {
		if j := f.jour(registre.Du{Cle: cle, Dossier: f.Numero, Etat: droit.NonPrescrit}, mouvements[cle]); !vus[cle] && j.Suite.Verse+j.Suite.Engage != 0 {
			j.Quitte = true
			f.Jours = append(f.Jours, j)
		}
	}
	slices.SortFunc(f.Jours, func(a, b jour) int {
		return cmp.Or(cmp.Compare(a.Jour, b.Jour), a.Compare(b.Cle))
	})
}

// mouvements lists what the orders of the dossier posted on each day, and the
// days in the order in which they were first posted.
func (f *fiche) mouvements() (m map[registre.Cle][]mouvement, ordre []registre.Cle) {
	m = map[registre.Cle][]mouvement{}
	for _, o := range f.Ordres {
		if o.Dossier != f.Numero || o.Etat == paiement.Annule {
			continue
		}
		for i := range o.Lignes {
			l := &o.Lignes[i]
			for _, j := range l.Jours {
				cle := registre.Cle{Jour: j.Jour, Ligne: l.Activite, Risque: l.Risque}
				if m[cle] == nil {
					ordre = append(ordre, cle)
				}
				m[cle] = append(m[cle], mouvement{o, j.Brut})
			}
		}
	}
	return m, ordre
}

func (f *fiche) jour(d registre.Du, ms []mouvement) jour {
	j := jour{Du: d, Mouvements: ms}
	var parties []registre.Pose
	for _, m := range ms {
		if parti(m.Ordre) {
			j.Suite.Verse += m.Montant
			parties = append(parties, registre.Pose{Cle: d.Cle, Brut: m.Montant, Destinataire: m.Ordre.Destinataire})
		} else {
			j.Suite.Engage += m.Montant
		}
	}
	j.Suite.Ailleurs = registre.Ailleurs([]registre.Du{d}, parties)[d.Cle]
	for i := range f.Proposees {
		p := &f.Proposees[i]
		if p.Signee == nil && p.Ligne == d.Ligne && p.Regle == d.Regle && p.Periode.Contient(d.Jour) {
			j.Suite.ASigner = true
		}
	}
	j.Aspect = libelle.DuJour(&d, j.Suite, f.Dossier.Jour)
	return j
}

// parti reports whether the money of an order has left.
func parti(o *paiement.Ordre) bool { return o.Etat == paiement.Emis || o.Etat == paiement.SansFlux }

// lignes lists the activity lines of the dossier, in order.
func (f *fiche) lignes() []string {
	var ls []string
	for i := range f.Jours {
		if !slices.Contains(ls, f.Jours[i].Ligne) {
			ls = append(ls, f.Jours[i].Ligne)
		}
	}
	slices.Sort(ls)
	return ls
}

// nomLigne names an activity line by its employer, and by the contract where
// one employer has several.
func (f *fiche) nomLigne(cle string) string {
	s := f.Calcul.Situation
	i := s.Index(cle)
	if i < 0 {
		return nomLigneInconnue(cle)
	}
	l := &s.Lignes[i]
	nom := cmp.Or(l.Nom, "SIRET "+libelle.SIRET(l.SIRET))
	if l.SIRET == "" {
		nom = cmp.Or(l.Nom, "employeur non déclaré")
	}
	for k := range s.Lignes {
		if k != i && s.Lignes[k].SIRET == l.SIRET && l.Contrat != "" {
			return nom + ", contrat " + l.Contrat
		}
	}
	return nom
}

// acteur names who is awaited, an employer by his name.
func (f *fiche) acteur(code string) string {
	return libelle.Acteur(code, f.Calcul.Situation.NomDe(registre.Destinataire(code).SIRET()))
}

// acteurDe is acteur after «de».
func (f *fiche) acteurDe(code string) string {
	return libelle.ActeurDe(code, f.Calcul.Situation.NomDe(registre.Destinataire(code).SIRET()))
}

// acteurA is acteur after «à».
func (f *fiche) acteurA(code string) string {
	return libelle.ActeurA(code, f.Calcul.Situation.NomDe(registre.Destinataire(code).SIRET()))
}

// destinataire names a payee.
func (f *fiche) destinataire(d registre.Destinataire) string {
	return libelle.Destinataire(d, f.Calcul.Situation.NomDe(d.SIRET()))
}

// concerne reports whether a period touches the days of the dossier.
func (f *fiche) concerne(p v.Periode) bool {
	return !p.Inter(v.P(f.etape.Debut, f.etape.Fin)).IsZero()
}
