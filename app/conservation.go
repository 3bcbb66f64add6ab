package app

import (
	"context"
	"errors"
	"slices"

	"accord/decision"
	"accord/dossier"
	"accord/paiement"
	"accord/suivi"
	v "accord/valeur"
)

// Echu is someone of whom nothing has been known for longer than what is kept serves.
type Echu struct {
	Personne string
	Derniere v.Jour // the last trace: a fact that was learnt, a payment
	Terme    v.Jour // last day of keeping, over
	Garde    string // why the content is kept nevertheless, in French; empty when it may go
}

// Echus lists those whose term is over, in the order of the base: those whose content
// may be erased, and those for whom something still keeps it. Nothing is erased here.
func (c *Caisse) Echus(ctx context.Context) (echus []Echu, err error) {
	err = c.parcourir(ctx, func(tx Tx, _ string, ids []string) error {
		for _, id := range ids {
			e, echu, err := c.echu(tx, id)
			if err != nil {
				return err
			}
			if echu {
				echus = append(echus, e)
			}
		}
		return nil
	})
	return echus, err
}

// echu reports whether the term of a person is over, all her records together: that of
// the record that leads. Nobody knows the term of a person who cannot be read: Garde says so.
func (c *Caisse) echu(tx Tx, personne string) (e Echu, echu bool, err error) {
	e.Personne = personne
	if p, err := tx.Principale(personne); err != nil || p != "" {
		return e, false, err
	}
	l, err := lireOuverture(tx, personne)
	switch {
	case errors.Is(err, ErrAbsent):
		return e, false, err
	case errors.Is(err, ErrEfface):
		return e, false, nil
	case err != nil: // the proof of the night names whom it cannot read
		e.Garde = "son contenu ne s'ouvre pas : on ne sait pas si son terme est passé"
		return e, false, nil
	}
	e.Derniere = l.derniereTrace()
	e.Terme = suivi.Echeance("CONSERVATION", e.Derniere)
	if e.Derniere == 0 || c.clock.Jour() <= e.Terme {
		return e, false, nil
	}
	e.Garde, err = c.garde(tx, &l, personne)
	return e, true, err
}

// derniereTrace is the last day on which something was learnt or paid; zero when nothing ever was.
func (g *reunion) derniereTrace() (j v.Jour) {
	for i := range g.faits {
		j = max(j, g.faits[i].ConnuLe)
	}
	for i := range g.poses {
		j = max(j, g.poses[i].Cle.Jour)
	}
	for _, o := range g.ordres {
		j = max(j, o.CreeLe)
	}
	return j
}

// garde says what still keeps the content of a person whose term is over.
func (c *Caisse) garde(tx Tx, l *ouverture, personne string) (string, error) {
	if l.nir == sansIdentite {
		return "la fiche garde les pièces qui ne nomment personne", nil
	}
	if slices.ContainsFunc(l.faits, func(f dossier.Fait) bool { return f.Accident != nil || f.Certificat != nil || f.DeclarationMP != nil }) {
		return "un accident du travail ou une maladie professionnelle peut encore rechuter, ou être révisé (L.443-1, L.443-2)", nil
	}
	gels, err := c.gelsEnVigueur(tx)
	if err != nil {
		return "", err
	}
	d, err := c.calculer(l.reunion, personne, l.nir, false, gels)
	var empechee *Empechement
	if errors.As(err, &empechee) {
		return "le dossier ne se calcule pas : " + err.Error(), nil
	}
	if err != nil {
		return "", err
	}
	return d.garde(), nil
}

func (d *Dossier) garde() string {
	for _, o := range d.Ordres {
		if o.Etat != paiement.Emis && o.Etat != paiement.SansFlux && o.Etat != paiement.Annule {
			return "un paiement n'est pas parti"
		}
	}
	if len(d.Indus) > 0 {
		return "un trop-versé n'est pas réglé"
	}
	for i := range d.Etapes {
		e := &d.Etapes[i]
		num := "dossier " + NumeroDossier(d.Personne, &e.Chaine) + " : "
		if e.Genre != suivi.Clos && e.Genre != suivi.Refuse {
			return num + e.Phrase
		}
		for _, t := range e.Taches {
			if t.FaiteLe == 0 {
				return num + t.Phrase
			}
		}
	}
	if i := slices.IndexFunc(d.gels, func(g decision.Gel) bool { return g.Genre == decision.GelPersonne && g.Objet == d.Personne }); i >= 0 {
		return d.gels[i].Dit()
	}
	return ""
}
