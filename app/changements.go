package app

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"accord/decision"
	"accord/dossier"
	v "accord/valeur"
)

// A declaration may say that a person had another number before. The records of both
// numbers keep it, and each piece that comes under the one or the other is a reason to
// look: when everything that came under both names the same person, and bringing them
// together takes nothing back, the declaration is followed, by an act that anyone may
// withdraw. In doubt, the act waits for an agent.

// annoncer keeps what a piece says of a former number in the record of that number too.
func (c *Caisse) annoncer(tx Tx, essai bool, recuLe int64, faits []dossier.Fait) error {
	for i := range faits {
		x := faits[i].Changement
		if x == nil || x.AncienNIR.IsZero() || x.AncienNIR == x.NIR {
			continue
		}
		ancienne, err := tx.Personne(x.AncienNIR, essai, true)
		if err != nil {
			return err
		}
		if _, _, err := tx.NIR(ancienne); errors.Is(err, ErrEfface) {
			continue // nothing of it can be read with the new one
		}
		if err := tx.Verrouiller(ancienne); err != nil {
			return err
		}
		if err := tx.AjouterFaits(ancienne, recuLe, faits[i:i+1]); err != nil {
			return err
		}
	}
	return nil
}

// suivreChangements looks at the former numbers that a record knows of.
func (c *Caisse) suivreChangements(tx Tx, fiche string) error {
	if suivie, err := tx.Suivie(fiche); err != nil || !suivie {
		return err
	}
	faits, err := tx.Faits(fiche)
	if err != nil {
		return err
	}
	_, essai, err := tx.NIR(fiche)
	if err != nil {
		return err
	}
	for i := range faits {
		if x := faits[i].Changement; x != nil && !x.AncienNIR.IsZero() && x.AncienNIR != x.NIR {
			if err := c.suivreChangement(tx, essai, x); err != nil {
				return err
			}
		}
	}
	return nil
}

// suivreChangement brings the records of two numbers together, or asks an agent;
// once, and never after someone said anything of both.
func (c *Caisse) suivreChangement(tx Tx, essai bool, x *dossier.ChangementIdentite) error {
	neuve, ancienne, err := fichesDuChangement(tx, essai, x)
	if errors.Is(err, ErrEfface) {
		return nil
	}
	if err != nil {
		return err
	}
	chef, err := racine(tx, neuve.Personne)
	if err != nil {
		return err
	}
	sien, err := racine(tx, ancienne.Personne)
	if err != nil {
		return err
	}
	doute, nomment := x.Doute(neuve.faits, ancienne.faits)
	a := ancienne.Acte
	switch {
	case a != nil && a.Role == decision.Declaration && sien == chef && doute != "":
		return c.reprendreParDeclaration(tx, x, a, doute)
	case !nomment, sien != ancienne.Personne, sien == chef, dejaDit(ancienne.faits, chef, neuve.Personne):
		return nil
	}
	for _, fiche := range []string{chef, ancienne.Personne} {
		if err := tx.Verrouiller(fiche); err != nil {
			return err
		}
	}
	return c.parDeclaration(tx, x, dossier.Rattacher, chef, ancienne.Personne, doute)
}

// reprendreParDeclaration parts what a declaration brought together, when a piece that
// came since names someone else, and leaves the rest to an agent: as if that piece had
// come first.
func (c *Caisse) reprendreParDeclaration(tx Tx, x *dossier.ChangementIdentite, a *dossier.Intervention, doute string) error {
	if err := c.parDeclaration(tx, x, dossier.Detacher, a.Valeur, a.Objet, doute); err != nil {
		return err
	}
	return c.parDeclaration(tx, x, dossier.Rattacher, a.Valeur, a.Objet, doute)
}

// fichesDuChangement reads the records of both numbers.
func fichesDuChangement(tx Tx, essai bool, x *dossier.ChangementIdentite) (neuve, ancienne ficheLue, err error) {
	for _, f := range []struct {
		nir v.NIR
		l   *ficheLue
	}{{x.NIR, &neuve}, {x.AncienNIR, &ancienne}} {
		id, err := tx.Personne(f.nir, essai, true)
		if err != nil {
			return neuve, ancienne, err
		}
		if *f.l, err = lireFiche(tx, id); err != nil {
			return neuve, ancienne, err
		}
	}
	return neuve, ancienne, nil
}

// dejaDit reports whether someone, or a declaration, said something of a record and of
// one of others.
func dejaDit(faits []dossier.Fait, autres ...string) bool {
	return slices.ContainsFunc(faits, func(f dossier.Fait) bool {
		a := f.Intervention
		return a != nil && (a.Nature == dossier.Rattacher || a.Nature == dossier.Detacher) && (slices.Contains(autres, a.Valeur) || slices.Contains(autres, a.Objet))
	})
}

// parDeclaration does an act of identity, or leaves it to be confirmed: to bring
// together in doubt.
func (c *Caisse) parDeclaration(tx Tx, x *dossier.ChangementIdentite, nature dossier.NatureIntervention, chef, ancienne, doute string) error {
	a := dossier.Intervention{
		Nature: nature, Objet: ancienne, Valeur: chef, Instant: c.clock.Instant(), Role: decision.Declaration,
		Par:   "DSN de " + cmp.Or(x.Employeur.Nom, "l'établissement "+string(x.Employeur.SIRET)),
		Motif: "L'employeur déclare que le numéro " + x.AncienNIR.String() + " était celui de la personne avant le " + x.Le.Francais(),
	}
	a.ID = empreinte(fmt.Appendf(nil, "changement %s %s %s %v", nature, chef, ancienne, doute != ""))[:16]
	acte := acte{fait: dossier.Fait{Genre: dossier.GenreIntervention, ConnuLe: c.clock.Jour(), Intervention: &a}}
	acte.fait.Source.Piece = a.ID
	if err := c.prevoirLien(tx, &acte, &a); err != nil {
		return err
	}
	if doute == "" {
		doute = acte.effet.retient()
	}
	if doute != "" {
		a.ADeux = nature == dossier.Rattacher
		a.Motif += ". À vérifier : " + doute
	}
	for _, fiche := range acte.fiches {
		if err := c.garderActe(tx, fiche, acte.fait); err != nil {
			return err
		}
	}
	return c.relier(tx, acte.lien)
}

// retient says why an effect is not that of a mere change of number.
func (e *Effet) retient() string {
	for i := range e.Jours {
		if j := &e.Jours[i]; j.Apres.Dette() < j.Avant.Dette() {
			return "des jours sont dus sous les deux numéros, ou le seraient moins"
		}
	}
	if aDeux, err := decision.Pouvoir(dossier.Rattacher, "technicien", e.Enjeu); err != nil || aDeux {
		return "réunir les deux numéros change " + e.Enjeu.Euros() + ", plus que ce qu'un technicien décide seul"
	}
	return ""
}

// seulementAnnoncee reports whether nothing came under a number, but that it was
// someone's before: that is nobody more.
func seulementAnnoncee(faits []dossier.Fait, nir v.NIR) bool {
	return !slices.ContainsFunc(faits, func(f dossier.Fait) bool { return f.Changement == nil || f.Changement.AncienNIR != nir })
}
