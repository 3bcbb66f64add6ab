package app

import (
	"slices"

	"accord/decision"
	"accord/droit"
	"accord/paiement"
	"accord/registre"
	v "accord/valeur"
)

// gelsEnVigueur lists the stops that hold payments today.
func (c *Caisse) gelsEnVigueur(tx Tx) ([]decision.Gel, error) {
	jour := c.clock.Jour()
	gestes, err := tx.Gels(jour + 1)
	if err != nil || len(gestes) == 0 {
		return nil, err
	}
	gels := decision.PlierGels(gestes)
	return slices.DeleteFunc(gels, func(g decision.Gel) bool { return !g.EnVigueur(jour) }), nil
}

// gelsDeRegles reports whether one of the stops bears on a rule: what a rule
// computes is known from the trace.
func gelsDeRegles(gels []decision.Gel) bool {
	return slices.ContainsFunc(gels, func(g decision.Gel) bool { return g.Genre == decision.GelRegle })
}

// gelsQuiTouchent gives the stops that may hold days of the person, each with
// what it touches. version is that of the rules in force.
func (d *Dossier) gelsQuiTouchent(version string) []paiement.Gel {
	var gs []paiement.Gel
	for i := range d.gels {
		g := &d.gels[i]
		x := paiement.Gel{ID: g.Gel, Par: g.Par, Raison: g.Dit(), Jusque: g.Jusque}
		switch {
		case g.Genre == decision.GelPersonne && d.aFiche(g.Objet):
			x.Touche = func(*registre.Ecart) bool { return true }
		case g.Genre == decision.GelRegle:
			regle := droit.Regle(g.Objet)
			x.Touche = func(e *registre.Ecart) bool {
				return e.Regle == regle || sert(d.etapesDu(e.Dossier), regle, e.Jour)
			}
		case g.Genre == decision.GelVersion && g.Objet == version:
			x.Touche = func(e *registre.Ecart) bool { return !d.dejaPayeAinsi(e, version) }
		default:
			continue
		}
		gs = append(gs, x)
	}
	return gs
}

// sert reports whether a rule served to compute a day. A step that names no days
// speaks of all of them.
func sert(feuille []droit.Etape, regle droit.Regle, jour v.Jour) bool {
	return slices.ContainsFunc(feuille, func(e droit.Etape) bool { return e.Regle == regle && e.ParleDe(jour) })
}

// dejaPayeAinsi reports whether another version of the rules paid the line the
// same amount a day: what a version does not change is not what is in doubt.
func (d *Dossier) dejaPayeAinsi(e *registre.Ecart, version string) bool {
	if e.Racine != "" {
		return false
	}
	for _, o := range d.Ordres {
		if o.Regles == version || o.Etat == paiement.Annule {
			continue
		}
		for i := range o.Lignes {
			l := &o.Lignes[i]
			if l.Activite == e.Ligne && l.Risque == e.Risque && slices.ContainsFunc(l.Jours, func(j paiement.JourLigne) bool { return j.Brut == e.Montant }) {
				return true
			}
		}
	}
	return false
}

// gelsRetenus sums what each stop holds of the person.
func (d *Dossier) gelsRetenus() []GelRetenu {
	var rs []GelRetenu
	for i := range d.Retenues {
		r := &d.Retenues[i]
		if r.Gel == "" || d.Essai {
			continue
		}
		k := slices.IndexFunc(rs, func(x GelRetenu) bool { return x.Gel == r.Gel })
		if k < 0 {
			k = len(rs)
			rs = append(rs, GelRetenu{Gel: r.Gel})
		}
		rs[k].Jours += r.Jours
		rs[k].Brut += r.Brut
	}
	return rs
}

// toucheOrdre returns the stop that touches an order on its way, if there is
// one: the order says what computed it, the dossier what would today.
func (c *Caisse) toucheOrdre(tx Tx, gels []decision.Gel, o *paiement.Ordre) (*decision.Gel, error) {
	personne, err := racine(tx, o.Personne)
	if err != nil {
		return nil, err
	}
	return c.toucheOrdreDe(gels, o, personne, func() (*Dossier, error) { return c.ouvrirSous(tx, personne, true, gels) })
}

// toucheOrdreDe is toucheOrdre for an order of a person, who is opened only if the stops
// ask for it.
func (c *Caisse) toucheOrdreDe(gels []decision.Gel, o *paiement.Ordre, personne string, ouvrir func() (*Dossier, error)) (*decision.Gel, error) {
	var d *Dossier
	for i := range gels {
		g := &gels[i]
		switch g.Genre {
		case decision.GelPersonne:
			if g.Objet == o.Personne || g.Objet == personne {
				return g, nil
			}
			continue
		case decision.GelVersion:
			if g.Objet != o.Regles {
				continue
			}
			if g.Objet != c.regles {
				return g, nil
			}
		}
		if d == nil {
			var err error
			if d, err = ouvrir(); empeche(err) {
				return g, nil // nobody can say that it does not
			} else if err != nil {
				return nil, err
			}
		}
		if d.touche(g, o, c.regles) {
			return g, nil
		}
	}
	return nil, nil
}

// touche reports whether a stop of a rule or of the version in force touches a
// day of an order.
func (d *Dossier) touche(g *decision.Gel, o *paiement.Ordre, version string) bool {
	regles := make(map[registre.Cle]droit.Regle, len(d.Dus))
	for i := range d.Dus {
		regles[d.Dus[i].Cle] = d.Dus[i].Regle
	}
	for i := range o.Lignes {
		l := &o.Lignes[i]
		for _, j := range l.Jours {
			e := registre.Ecart{Cle: registre.Cle{Jour: j.Jour, Ligne: l.Activite, Risque: l.Risque}, Montant: j.Brut}
			if l.Correction() {
				e.Racine = l.Racine
			}
			regle := droit.Regle(g.Objet)
			switch g.Genre {
			case decision.GelRegle:
				if regles[e.Cle] == regle || sert(o.Feuille, regle, j.Jour) {
					return true
				}
			case decision.GelVersion:
				if !d.dejaPayeAinsi(&e, version) {
					return true
				}
			}
		}
	}
	return false
}
