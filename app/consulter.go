package app

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"accord/libelle"
	"accord/paiement"
	"accord/registre"
	"accord/suivi"
	v "accord/valeur"
)

// Vue is a dossier with everything that a person at a desk wants to see.
type Vue struct {
	*Dossier
	Numero   string // the dossier asked for, empty when the whole person was
	Pieces   []PieceRecue
	Messages []Message
	Actes    map[string][]paiement.Acte // by order
}

// Consulter opens a dossier by its number, a person by her identifier or by
// her NIR. ErrAbsent.
func (c *Caisse) Consulter(ctx context.Context, reference string) (*Vue, error) {
	var vue *Vue
	err := c.store.View(ctx, func(tx Tx) error {
		personne, numero, err := trouver(tx, reference)
		if err != nil {
			return err
		}
		d, err := c.ouvrir(tx, personne, true)
		if err != nil {
			return err
		}
		vue = &Vue{Dossier: d, Numero: numero, Actes: map[string][]paiement.Acte{}}
		if err := vue.lirePapiers(tx); err != nil {
			return err
		}
		for _, o := range d.Ordres {
			if vue.Actes[o.ID], err = tx.Actes(o.ID); err != nil {
				return err
			}
		}
		return nil
	})
	return vue, err
}

// lirePapiers reads the pieces and the letters of all the records of a person, the
// oldest first.
func (vue *Vue) lirePapiers(tx Tx) error {
	for i := range vue.Fiches {
		pieces, err := tx.Pieces(vue.Fiches[i].Personne)
		if err != nil {
			return err
		}
		messages, err := tx.Messages(vue.Fiches[i].Personne)
		if err != nil {
			return err
		}
		vue.Pieces, vue.Messages = append(vue.Pieces, pieces...), append(vue.Messages, messages...)
	}
	if len(vue.Fiches) > 1 {
		slices.SortStableFunc(vue.Pieces, func(a, b PieceRecue) int { return cmp.Compare(a.RecuLe, b.RecuLe) })
		slices.SortStableFunc(vue.Messages, func(a, b Message) int { return cmp.Compare(a.Le, b.Le) })
	}
	return nil
}

// trouver resolves a reference to a person and, when it is one, a dossier. A
// number whose first day has since moved leads to the person, and one of a record
// that is attached to another leads to that one.
func trouver(tx Tx, reference string) (personne, numero string, err error) {
	fiche, numero, err := trouverFiche(tx, reference)
	if err != nil {
		return fiche, numero, err
	}
	if personne, err = racine(tx, fiche); personne != fiche {
		numero = ""
	}
	return personne, numero, err
}

// trouverFiche resolves a reference to the very record that it names.
func trouverFiche(tx Tx, reference string) (personne, numero string, err error) {
	if nir, err := v.ParseNIR(reference); err == nil {
		id, err := tx.Personne(nir, false, false)
		if errors.Is(err, ErrAbsent) {
			id, err = tx.Personne(nir, true, false)
		}
		return id, "", err
	}
	reference = strings.ToUpper(strings.TrimSpace(reference))
	if p, err := tx.PersonneDe(reference); err == nil {
		return p, reference, nil
	} else if !errors.Is(err, ErrAbsent) {
		return "", "", err
	}
	personne, _, _ = strings.Cut(reference, "-")
	if _, _, err := tx.NIR(personne); err != nil {
		return "", "", fmt.Errorf("dossier «%s» : %w", reference, err)
	}
	return personne, "", nil
}

// Lister lists dossiers, and how many there are in all.
func (c *Caisse) Lister(ctx context.Context, f Filtre) (rs []Resume, total int, err error) {
	err = c.store.View(ctx, func(tx Tx) (err error) {
		if rs, err = tx.Dossiers(f); err != nil {
			return err
		}
		total, err = tx.Compter(f)
		return err
	})
	return rs, total, err
}

// Suite is the next step of a dossier, and who must act, by name.
type Suite struct {
	suivi.Etape
	Qui string // empty when nobody must
}

// Suites tells where dossiers stand today, in the words of their pages, by number. Whoever
// cannot be computed is left out: their page says why.
func (c *Caisse) Suites(ctx context.Context, numeros []string) (suites map[string]Suite, err error) {
	suites = make(map[string]Suite, len(numeros))
	err = c.store.View(ctx, func(tx Tx) error {
		var personnes []string
		for _, n := range numeros {
			p, err := tx.PersonneDe(n)
			if errors.Is(err, ErrAbsent) {
				continue // it has another number since the list was read
			} else if err != nil {
				return err
			}
			if !slices.Contains(personnes, p) {
				personnes = append(personnes, p)
			}
		}
		os, err := c.ouvrirEnsemble(tx, personnes, true)
		if err != nil {
			return err
		}
		for _, o := range os {
			if o.err != nil {
				continue
			}
			for i := range o.d.Etapes {
				x := Suite{Etape: o.d.Etapes[i].Etape}
				if x.Acteur != "" {
					x.Qui = libelle.Acteur(x.Acteur, o.d.Calcul.Situation.NomDe(registre.Destinataire(x.Acteur).SIRET()))
				}
				suites[NumeroDossier(o.d.Personne, &o.d.Etapes[i].Chaine)] = x
			}
		}
		return nil
	})
	return suites, err
}

// Ordre returns an order, its acts, and the person's dossier.
func (c *Caisse) Ordre(ctx context.Context, id string) (o *paiement.Ordre, actes []paiement.Acte, err error) {
	err = c.store.View(ctx, func(tx Tx) (err error) {
		if o, err = tx.Ordre(id); err != nil {
			return err
		}
		actes, err = tx.Actes(id)
		return err
	})
	return o, actes, err
}
