package app

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"accord/decision"
	"accord/registre"
	v "accord/valeur"
)

// ErrRejeu is returned for a report that is not what is found today, or does not exist.
var ErrRejeu = errors.New("ce rapport de rejeu ne vaut pas")

// perd reports whether the person loses something on a run of days: an amount, a day that
// goes to another, a day that is refused and was not.
func (s *SuiteRejouee) perd() bool {
	return s.Ecart() < 0 || montant(&s.Avant) > 0 && s.Avant.Destinataire != s.Apres.Destinataire ||
		decision.Defavorable(s.Apres.Etat) && !decision.Defavorable(s.Avant.Etat) || s.Apres.Reserve > s.Avant.Reserve
}

// lignes is what is signed of a report: a line a person, in the order of the base.
func (r *Rejeu) lignes() []decision.LigneRejeu {
	ls := make([]decision.LigneRejeu, len(r.Rejouees))
	for i := range r.Rejouees {
		p := r.Rejouees[i]
		p.Nom = "" // no part of what changes
		l := decision.LigneRejeu{Personne: p.Personne, Empreinte: empreinte(fmt.Appendf(nil, "%+v", p))[:16], Gain: p.Gain, Perte: p.Perte, Perd: p.Perd}
		for k := range p.Suites {
			if risque := string(p.Suites[k].Cle.Risque); !slices.Contains(l.Risques, risque) {
				l.Risques = append(l.Risques, risque)
			}
		}
		slices.Sort(l.Risques)
		ls[i] = l
	}
	slices.SortFunc(ls, func(a, b decision.LigneRejeu) int { return strings.Compare(a.Personne, b.Personne) })
	return ls
}

// identifier gives a report its name.
func (r *Rejeu) identifier() {
	texte := fmt.Appendf(nil, "accord/rejeu/1\n%s\n", r.Regles)
	for _, l := range r.lignes() {
		texte = fmt.Appendf(texte, "%s %s\n", l.Personne, l.Empreinte)
	}
	r.ID = strings.ToUpper(empreinte(texte)[:12])
}

// Rejeux lists the reports that someone signed, the oldest first.
func (c *Caisse) Rejeux(ctx context.Context) (rs []decision.Rejeu, err error) {
	err = c.store.View(ctx, func(tx Tx) error {
		gestes, err := tx.GestesRejeux()
		rs = decision.PlierRejeux(gestes)
		return err
	})
	return rs, err
}

// SignerRejeu signs the report that r is, if it is the one that whoever signs has read (id):
// first, or after someone else. ErrRejeu, [decision.ErrConfirmation], [decision.ErrPouvoir].
func (c *Caisse) SignerRejeu(ctx context.Context, r *Rejeu, id string, par v.Agent, role, motif string) (x decision.Rejeu, err error) {
	g := decision.GesteRejeu{Rejeu: strings.ToUpper(strings.TrimSpace(id)), Geste: decision.SignerRejeu, Par: par.Nom, Matricule: par.Matricule, Role: role, Motif: motif}
	if err := c.applicable(r); err != nil {
		return x, err
	}
	err = c.store.Update(ctx, func(tx Tx) error {
		g := g
		if err := c.preparerRejeu(tx, &g); err != nil {
			return err
		}
		connu, err := rejeuNomme(tx, g.Rejeu)
		switch {
		case err != nil:
			return err
		case g.Rejeu != r.ID:
			return r.dire(g.Rejeu, connu)
		case connu == nil:
			g.Regles, g.Lignes = r.Regles, r.lignes()
		default:
			if err := connu.Contresigner(g.Auteur(), g.Role); err != nil {
				return err
			}
			g.Geste = decision.ContresignerRejeu
		}
		if err := tx.AjouterGesteRejeu(g); err != nil {
			return err
		}
		connu, err = rejeuNomme(tx, g.Rejeu)
		if err == nil {
			x = *connu
		}
		return err
	})
	return x, err
}

// applicable examines whether a report is of rules that a program bears, and names someone.
func (c *Caisse) applicable(r *Rejeu) error {
	switch {
	case r.imagine:
		return fmt.Errorf("%w : des règles imaginées ne s'appliquent pas, un programme qui les porte le fait", ErrRejeu)
	case len(r.Rejouees) == 0:
		return fmt.Errorf("%w : rien ne change, pour personne", ErrRejeu)
	}
	return nil
}

// preparerRejeu writes on a gesture who does it and when, and examines whether they may.
func (c *Caisse) preparerRejeu(tx Tx, g *decision.GesteRejeu) error {
	if err := decision.VerifierRejeu(g); err != nil {
		return err
	}
	qui, err := c.admettre(tx, g.Auteur(), g.Role)
	g.Par, g.Matricule, g.Le = qui.Nom, qui.Matricule, c.clock.Instant()
	return err
}

// rejeuNomme finds a report that someone signed; nil when nobody did.
func rejeuNomme(tx Tx, id string) (*decision.Rejeu, error) {
	gestes, err := tx.GestesRejeux()
	if err != nil {
		return nil, err
	}
	rs := decision.PlierRejeux(gestes)
	if k := slices.IndexFunc(rs, func(x decision.Rejeu) bool { return x.Rejeu == id }); k >= 0 {
		return &rs[k], nil
	}
	return nil, nil
}

// dire says that a report is not the one of today, and how they differ.
func (r *Rejeu) dire(id string, connu *decision.Rejeu) error {
	if connu == nil {
		return fmt.Errorf("rapport %s : %w : celui d'aujourd'hui est %s ; relisez-le («accord rejouer»)", id, ErrRejeu, r.ID)
	}
	d := connu.Comparer(r.lignes())
	err := r.tient(connu, &d)
	if err == nil {
		err = fmt.Errorf("rapport %s : %w : il ne change plus rien pour %s ; celui d'aujourd'hui est %s", id, ErrRejeu, enumerer(r.nommer(d.Sorties)), r.ID)
	}
	return err
}

// tient examines whether what two people signed still is what is found: same rules, nobody
// of whom something else is found, nobody whom it does not name. Those of whom nothing
// changes any more prevent nothing: the program computed them since, for another reason.
func (r *Rejeu) tient(x *decision.Rejeu, d *decision.DifferenceRejeu) error {
	var quoi []string
	if x.Regles != r.Regles {
		quoi = append(quoi, "signé pour les règles "+x.Regles+", celles d'aujourd'hui sont "+r.Regles)
	}
	if len(d.Autrement) > 0 {
		quoi = append(quoi, "autre chose change pour "+enumerer(r.nommer(d.Autrement)))
	}
	if len(d.Nouvelles) > 0 {
		quoi = append(quoi, "il ne nomme pas "+enumerer(r.nommer(d.Nouvelles)))
	}
	if len(quoi) == 0 {
		return nil
	}
	return fmt.Errorf("rapport %s : %w : ce qui a été signé n'est plus ce qui est trouvé : %s ; à signer de nouveau : %s", x.Rejeu, ErrRejeu, strings.Join(quoi, " ; "), r.ID)
}

// nommer gives people their names, where the report has them.
func (r *Rejeu) nommer(personnes []string) []string {
	noms := slices.Clone(personnes)
	for i := range noms {
		if k := slices.IndexFunc(r.Rejouees, func(p PersonneRejouee) bool { return p.Personne == noms[i] }); k >= 0 {
			noms[i] = r.Rejouees[k].Nom + " (" + noms[i] + ")"
		}
	}
	return noms
}

// ApplicationRejeu is what an application did.
type ApplicationRejeu struct {
	decision.GesteRejeu
	Sorties  []string // named by the report, and of whom nothing changes any more
	Restent  []decision.LigneRejeu
	Empeches Empechements
}

// AppliquerRejeu computes again, each in a transaction, those of a cohort of whom a report
// that two people signed says that the rules of this program say something else than what
// is kept, if r, found today, still says it. As after any other change, what they are owed
// more is ordered by the next day of the caisse, a decision against them waits for its
// signature, and what they received in excess for one about it. Cut short, it is run
// again. ErrRejeu, [decision.ErrConfirmation], [decision.ErrPouvoir].
func (c *Caisse) AppliquerRejeu(ctx context.Context, r *Rejeu, id string, cohorte decision.Cohorte, par v.Agent, role, motif string) (a ApplicationRejeu, err error) {
	a.GesteRejeu = decision.GesteRejeu{Rejeu: strings.ToUpper(strings.TrimSpace(id)), Geste: decision.AppliquerRejeu, Cohorte: cohorte.String(), Par: par.Nom, Matricule: par.Matricule, Role: role, Motif: motif}
	if err := c.applicable(r); err != nil {
		return a, err
	}
	err = c.store.Update(ctx, func(tx Tx) error { return c.ouvrirApplication(tx, r, cohorte, &a) })
	if err != nil {
		return a, err
	}
	for _, personne := range a.Personnes {
		err := c.store.Update(ctx, func(tx Tx) error {
			if err := tx.Verrouiller(personne); err != nil {
				return err
			}
			return c.recalculer(tx, personne)
		})
		if err := a.Empeches.noter(ctx, personne, err); err != nil {
			return a, err
		}
	}
	return a, nil
}

// ouvrirApplication records to whom a report is about to be applied.
func (c *Caisse) ouvrirApplication(tx Tx, r *Rejeu, cohorte decision.Cohorte, a *ApplicationRejeu) error {
	a.Personnes, a.Restent = nil, nil
	if err := c.preparerRejeu(tx, &a.GesteRejeu); err != nil {
		return err
	}
	x, err := rejeuNomme(tx, a.Rejeu)
	if err != nil {
		return err
	}
	if x == nil {
		return fmt.Errorf("rapport «%s» : %w : personne ne l'a signé ; celui d'aujourd'hui est %s", a.Rejeu, ErrRejeu, r.ID)
	}
	if err := x.Applicable(); err != nil {
		return err
	}
	lignes := r.lignes()
	d := x.Comparer(lignes)
	if err := r.tient(x, &d); err != nil {
		return err
	}
	a.Sorties = d.Sorties
	if cohorte, err = cohorteNommee(tx, cohorte); err != nil {
		return err
	}
	a.Cohorte = cohorte.String()
	for i := range lignes {
		if cohorte.Contient(&lignes[i]) {
			a.Personnes = append(a.Personnes, lignes[i].Personne)
		} else {
			a.Restent = append(a.Restent, lignes[i])
		}
	}
	if len(a.Personnes) == 0 {
		return fmt.Errorf("cohorte %s : %w : personne n'y est, de ceux pour qui quelque chose change encore", a.Cohorte, ErrRejeu)
	}
	if !slices.ContainsFunc(a.Personnes, func(p string) bool { return !x.Applique(p) }) {
		return nil // it was cut short: it is written already
	}
	return tx.AjouterGesteRejeu(a.GesteRejeu)
}

// cohorteNommee names the person of a cohort as the base does.
func cohorteNommee(tx Tx, c decision.Cohorte) (decision.Cohorte, error) {
	if c.Genre != decision.CohortePersonne {
		return c, nil
	}
	personne, _, err := trouver(tx, c.Valeur)
	if err != nil {
		return c, err
	}
	c.Valeur, err = racine(tx, personne)
	return c, err
}

// aAppliquer gives what two people signed, under the rules of this program, of those to whom
// it is not applied yet: by person, the hash of what the report says of her.
func (c *Caisse) aAppliquer(tx Tx) (map[string]string, error) {
	gestes, err := tx.GestesRejeux()
	signees := map[string]string{}
	for _, x := range decision.PlierRejeux(gestes) {
		if x.Regles != c.regles || x.Applicable() != nil {
			continue
		}
		for _, l := range x.Lignes {
			signees[l.Personne] = l.Empreinte
			if x.Applique(l.Personne) {
				delete(signees, l.Personne)
			}
		}
	}
	return signees, err
}

// attend reports whether what the register keeps of a person differs from the facts as two
// people signed it, neither more nor less.
func (r *Verification) attend(gardes []registre.Du, d *Dossier) bool {
	signee := r.signees[d.Personne]
	if signee == "" {
		return false
	}
	var seule Rejeu
	seule.comparer(d.Personne, &ancien{dus: gardes}, d)
	lignes := seule.lignes()
	return len(lignes) == 1 && lignes[0].Empreinte == signee
}
