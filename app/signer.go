package app

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"accord/decision"
	"accord/dossier"
	v "accord/valeur"
)

// ErrRienASigner is returned when no adverse decision waits on a dossier.
var ErrRienASigner = errors.New("aucune décision défavorable n'attend de signature")

// Signature is a human's decision on what the law proposes against a person.
type Signature struct {
	Par   v.Agent // who decides
	Motif string  // what was looked at, and why
}

// Signer records that a named person looked at the adverse decisions proposed
// on a dossier and takes them. It is a fact like the others, which every later
// computation keeps; days that change later need a new signature.
func (c *Caisse) Signer(ctx context.Context, reference string, s Signature) ([]decision.Proposee, error) {
	if s.Par.Anonyme() || strings.TrimSpace(s.Motif) == "" {
		return nil, errors.New("une décision nomme qui la prend et pourquoi")
	}
	var signees []decision.Proposee
	err := c.store.Update(ctx, func(tx Tx) error {
		signees = nil
		qui, err := c.pourLActe(tx, s.Par, decision.SignerDecision)
		if err != nil {
			return err
		}
		s.Par = qui
		personne, numero, err := trouver(tx, reference)
		if err != nil {
			return err
		}
		if err := tx.Verrouiller(personne); err != nil {
			return err
		}
		d, err := c.ouvrir(tx, personne, false)
		if err != nil {
			return err
		}
		instant := c.clock.Instant() // of the whole signature
		for _, p := range d.Proposees {
			if p.Signee == nil && (numero == "" || p.Dossier == numero) {
				if err := c.signer(tx, d, &p, s, instant); err != nil {
					return err
				}
				signees = append(signees, p)
			}
		}
		if len(signees) == 0 {
			return ErrRienASigner
		}
		return c.recalculer(tx, personne)
	})
	return signees, err
}

// signer keeps the act as a piece of its own and adds the fact.
func (c *Caisse) signer(tx Tx, d *Dossier, p *decision.Proposee, s Signature, instant int64) error {
	f := dossier.Fait{Genre: dossier.GenreDecision, ConnuLe: d.Jour, Decision: &dossier.Decision{
		Nature: decision.NatureRefus, Par: s.Par.Nom, Matricule: s.Par.Matricule, Role: "ordonnateur", Regle: p.Regle, Periode: p.Periode, Ligne: p.Ligne, Motif: s.Motif,
	}}
	f.Decision.Signature = empreinte(fmt.Appendf(nil, "%s\n%d\n%s\n%s\n%s\n%v", d.Personne, instant, p.Dossier, p.Regle, p.Etat, p.Reserve > 0))[:16]
	acte, err := json.Marshal(f.Decision)
	if err != nil {
		return fmt.Errorf("décision : %w", err)
	}
	e := ecrit{d.Personne, d.Essai, empreinte(fmt.Appendf(acte, "\n%s\n%d", d.Personne, instant)), instant, acte}
	return e.garder(tx, f)
}
