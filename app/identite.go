package app

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"accord/decision"
	"accord/dossier"
	"accord/droit"
	"accord/paiement"
	"accord/registre"
	v "accord/valeur"
)

// ErrFiche is returned when two records cannot be brought together, or parted.
var ErrFiche = errors.New("ces fiches ne peuvent pas être réunies ou séparées")

// lien is a record, where it is attached before an act and after it.
type lien struct {
	fiche        string
	avant, apres string // empty: it stands by itself
}

// designer gives an act of identity its two records: Objet, which is attached or
// detached, and Valeur, which the other one is attached to. Objet is a reference
// like any other: a number, a person or a dossier.
func designer(tx Tx, personne string, a *dossier.Intervention) error {
	fiche, _, err := trouverFiche(tx, a.Objet)
	if err != nil {
		return err
	}
	p, err := tx.Principale(fiche)
	if err != nil {
		return err
	}
	chef, err := racine(tx, fiche)
	if err != nil {
		return err
	}
	switch {
	case a.Nature == dossier.Detacher && p == "":
		return fmt.Errorf("%w : la fiche %s n'est rattachée à aucune autre", ErrFiche, fiche)
	case a.Nature == dossier.Detacher && chef != personne:
		return fmt.Errorf("%w : la fiche %s est rattachée à %s, pas à %s", ErrFiche, fiche, p, personne)
	case a.Nature == dossier.Rattacher && chef == personne:
		return fmt.Errorf("%w : %s et %s sont déjà une même personne", ErrFiche, fiche, personne)
	case a.Nature == dossier.Rattacher && p != "":
		return fmt.Errorf("%w : la fiche %s est déjà rattachée à %s, détachez-la d'abord", ErrFiche, fiche, p)
	}
	if a.Objet, a.Valeur = fiche, p; a.Nature == dossier.Rattacher {
		a.Valeur = personne
	}
	return reunissables(tx, a.Objet, a.Valeur)
}

// reunissables refuses to mix what test files say with what is paid, and to give
// someone the pieces that name nobody.
func reunissables(tx Tx, a, b string) error {
	nirA, essaiA, err := tx.NIR(a)
	if err != nil {
		return err
	}
	nirB, essaiB, err := tx.NIR(b)
	switch {
	case err != nil:
		return err
	case essaiA != essaiB:
		return fmt.Errorf("%w : l'une vient de fichiers d'essai, l'autre non", ErrFiche)
	case nirA == sansIdentite || nirB == sansIdentite:
		return fmt.Errorf("%w : l'une garde les pièces qui ne nomment personne", ErrFiche)
	}
	return nil
}

// trouverAvecEssai finds a person, and tells whether she is of test files.
func trouverAvecEssai(tx Tx, reference string) (personne string, essai bool, err error) {
	if personne, _, err = trouver(tx, reference); err == nil {
		_, essai, err = tx.NIR(personne)
	}
	return personne, essai, err
}

// Renumeroter says that a person has another number: a definitive one after a
// provisional one, or the right one after a wrong one. What came under the former
// number is read with what comes under the new one, which leads from now on. It
// is an act like the others, and is undone by [dossier.Detacher].
func (c *Caisse) Renumeroter(ctx context.Context, reference string, nir v.NIR, a dossier.Intervention) (fait dossier.Intervention, e *Effet, err error) {
	a.Nature = dossier.Rattacher
	err = c.store.Update(ctx, func(tx Tx) error {
		personne, essai, err := trouverAvecEssai(tx, reference)
		if err != nil {
			return err
		}
		fiche, err := tx.Personne(nir, essai, true)
		if err != nil {
			return err
		}
		chef, err := racine(tx, fiche)
		if err != nil {
			return err
		}
		a.Objet = personne
		fait, e, err = c.agir(tx, chef, "", a)
		return err
	})
	return fait, e, err
}

// SimulerNumero says what another number would change, and changes nothing: when
// nothing is known under it, it only takes the lead.
func (c *Caisse) SimulerNumero(ctx context.Context, reference string, nir v.NIR, a dossier.Intervention) (e *Effet, err error) {
	a.Nature = dossier.Rattacher
	err = c.store.View(ctx, func(tx Tx) error {
		personne, essai, err := trouverAvecEssai(tx, reference)
		if err != nil {
			return err
		}
		a.Objet = personne
		fiche, err := tx.Personne(nir, essai, false)
		if errors.Is(err, ErrAbsent) {
			e = &Effet{}
			if err := decision.Verifier(&a, c.clock.Jour()); err != nil {
				return err
			}
			e.ADeux, err = decision.Pouvoir(a.Nature, a.Role, 0)
			return err
		}
		if err != nil {
			return err
		}
		chef, err := racine(tx, fiche)
		if err != nil {
			return err
		}
		x, err := c.preparerActe(tx, chef, "", a)
		e = x.effet
		return err
	})
	return e, err
}

// fichesQuiGardent returns the record whose chain keeps an act: what answers another act is kept
// with it, and the outcome of a control with the payment, so that both stay together if the
// records are parted.
func (d *Dossier) fichesQuiGardent(tx Tx, a, objet *dossier.Intervention) ([]string, error) {
	if a.Nature == dossier.Controler {
		i := slices.IndexFunc(d.Ordres, func(o *paiement.Ordre) bool { return o.ID == a.Objet })
		return []string{d.Ordres[i].Personne}, nil
	}
	for i := 1; i < len(d.Fiches) && objet != a; i++ {
		faits, err := tx.Faits(d.Fiches[i].Personne)
		if err != nil {
			return nil, err
		}
		if slices.ContainsFunc(faits, func(f dossier.Fait) bool { return f.Intervention != nil && f.Intervention.ID == a.Objet }) {
			return []string{d.Fiches[i].Personne}, nil
		}
	}
	return []string{d.Personne}, nil
}

// prevoirLien says which records the act brings together or parts, and what that
// changes. objet is the act of identity itself, or the one that the act confirms
// or withdraws; both records keep it.
func (c *Caisse) prevoirLien(tx Tx, x *acte, objet *dossier.Intervention) error {
	x.fiches = []string{objet.Objet, objet.Valeur}
	x.lien = &lien{fiche: objet.Objet}
	var err error
	if x.lien.avant, err = tx.Principale(objet.Objet); err != nil {
		return err
	}
	faits, err := tx.Faits(objet.Objet)
	if err != nil {
		return err
	}
	x.lien.apres = principaleDe(dossier.Rattachement(append(faits, x.fait), objet.Objet))
	if x.effet, err = c.effetLien(tx, x.lien, x.lire); err == nil && objet == x.fait.Intervention {
		objet.Differe = strings.Join(x.effet.Differe, " ; ")
	}
	return err
}

// lire reads a record as it is once the act is done: what waits since the records are together,
// or apart, waits since today.
func (x *acte) lire(tx Tx, fiche string) (ficheLue, error) {
	if !slices.Contains(x.fiches, fiche) {
		return lireFiche(tx, fiche)
	}
	return lireFicheAvec(tx, fiche, x.fait)
}

// effetLien compares a person with her records apart and together.
func (c *Caisse) effetLien(tx Tx, l *lien, apres func(Tx, string) (ficheLue, error)) (*Effet, error) {
	switch {
	case l.avant == l.apres:
		return &Effet{}, nil
	case l.avant != "" && l.apres != "":
		return nil, fmt.Errorf("%w : la fiche %s est déjà rattachée à %s, détachez-la d'abord", ErrFiche, l.fiche, l.avant)
	}
	chef, err := racine(tx, cmp.Or(l.avant, l.apres))
	if err != nil {
		return nil, err
	}
	if l.apres != "" && chef == l.fiche {
		return nil, fmt.Errorf("%w : %s est elle-même rattachée à %s", ErrFiche, l.apres, l.fiche)
	}
	siennes, err := reunies(tx, l.fiche)
	if err != nil {
		return nil, err
	}
	toutes, err := reunies(tx, chef)
	if err != nil {
		return nil, err
	}
	autres := slices.DeleteFunc(slices.Clone(toutes), func(f string) bool { return slices.Contains(siennes, f) })
	lireEnsemble, lireSepares := apres, lireFiche
	if l.apres == "" {
		lireEnsemble, lireSepares = lireFiche, apres
	}
	ensemble, err := c.imaginer(tx, append(slices.Clone(autres), siennes...), lireEnsemble)
	if err != nil {
		return nil, err
	}
	a, err := c.imaginer(tx, autres, lireSepares)
	if err != nil {
		return nil, err
	}
	b, err := c.imaginer(tx, siennes, lireSepares)
	if err != nil {
		return nil, err
	}
	if l.apres != "" {
		e := comparerDossiers(coteACote(a, b), ensemble)
		e.Differe = differences(a, b)
		return e, nil
	}
	return comparerDossiers(ensemble, coteACote(a, b)), nil
}

// imaginer computes a person as if her records were those.
func (c *Caisse) imaginer(tx Tx, fiches []string, lire func(Tx, string) (ficheLue, error)) (*Dossier, error) {
	g, err := lireReunion(tx, fiches, lire)
	if err != nil {
		return nil, err
	}
	gels, err := c.gelsEnVigueur(tx)
	if err != nil {
		return nil, err
	}
	return c.calculer(g, fiches[0], g.fiches[0].NIR, false, gels)
}

// coteACote puts two people side by side under the numbers of the first. A day
// that both have is owed to both.
func coteACote(a, b *Dossier) *Dossier {
	d := &Dossier{Personne: a.Personne, Proposes: slices.Concat(a.Proposes, b.Proposes), Etapes: slices.Concat(a.Etapes, b.Etapes)}
	places := map[registre.Cle]int{}
	for i, du := range slices.Concat(a.Dus, b.Dus) {
		if i >= len(a.Dus) {
			du.Dossier = a.Personne + strings.TrimPrefix(du.Dossier, b.Personne)
		}
		k, deja := places[du.Cle]
		if !deja {
			places[du.Cle] = len(d.Dus)
			d.Dus = append(d.Dus, du)
			continue
		}
		somme := d.Dus[k].Dette() + du.Dette()
		if du.Etat == droit.Paye {
			d.Dus[k] = du
		}
		if somme > 0 {
			d.Dus[k].IJ = somme
		}
	}
	return d
}

// relier makes the link that an act decides, when it is not the one that holds
// already, and computes afresh everyone whom it concerns.
func (c *Caisse) relier(tx Tx, l *lien) error {
	faits, err := tx.Faits(l.fiche)
	if err != nil {
		return err
	}
	apres := principaleDe(dossier.Rattachement(faits, l.fiche)) // an act above the limits waits
	if err := tx.Rattacher(l.fiche, apres); err != nil {
		return err
	}
	if apres != "" {
		if err := tx.Projeter(Projection{Personne: l.fiche}); err != nil {
			return err
		}
	}
	vues := []string{""}
	for _, fiche := range []string{l.fiche, l.avant, l.apres} { // the other one too, when the act waits: it has the task
		if slices.Contains(vues, fiche) {
			continue
		}
		vues = append(vues, fiche)
		if err := c.recalculer(tx, fiche); err != nil {
			return err
		}
	}
	return nil
}
