package app

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"accord/dossier"
	"accord/lettre"
)

// Kinds of jobs. They are stored: never renamed.
const (
	travailAccuse     = "accuse_reception"
	travailDemande    = "demande"
	travailRafraichir = "rafraichir"
)

// accuser enqueues the acknowledgement of a piece that a person or an employer
// sent about an arrêt. Monthly declarations have their own acknowledgement.
func (c *Caisse) accuser(tx Tx, personne string, p *PieceRecue) error {
	if p.Test || p.Genre == dossier.GenreMensuelle || p.Genre == dossier.GenreIllisible {
		return nil
	}
	charge, err := json.Marshal(lettre.Accuse{Genre: string(p.Genre), Piece: p.Empreinte, Jour: c.clock.Jour()})
	if err != nil {
		return fmt.Errorf("accusé de réception : %w", err)
	}
	return tx.AjouterTravail(Travail{
		Cle: "accuse/" + p.Empreinte, Genre: travailAccuse, Personne: personne, Charge: string(charge), CreeLe: p.RecuLe,
	})
}

// demander enqueues each open question, once: the key of the job is that of the
// question. It is asked at the end of the day, if it is still open then.
func (c *Caisse) demander(tx Tx, d *Dossier) error {
	for i := range d.Calcul.Questions {
		q := &d.Calcul.Questions[i]
		charge, err := json.Marshal(q)
		if err != nil {
			return fmt.Errorf("question %s : %w", q.Code, err)
		}
		t := Travail{Cle: "demande/" + d.Personne + "/" + q.Cle(), Genre: travailDemande, Personne: d.Personne, Charge: string(charge), CreeLe: c.clock.Instant()}
		if err := tx.AjouterTravail(t); err != nil {
			return err
		}
	}
	return nil
}

const pageTravaux = 100

// Travailler does the pending jobs: what each one does and the mark that it is
// done share a transaction, so that nothing is said twice or forgotten.
func (c *Caisse) Travailler(ctx context.Context) (faits int, err error) {
	for {
		n := 0
		err := c.store.Update(ctx, func(tx Tx) error {
			ts, err := tx.Travaux(pageTravaux)
			if err != nil {
				return err
			}
			n = len(ts)
			for i := range ts {
				if err := c.travailler(tx, &ts[i]); err != nil {
					return fmt.Errorf("travail %s : %w", ts[i].Cle, err)
				}
			}
			return nil
		})
		if err != nil || n == 0 {
			return faits, err
		}
		faits += n
	}
}

func (c *Caisse) travailler(tx Tx, t *Travail) error {
	if t.Genre == travailRafraichir {
		if err := tx.Verrouiller(t.Personne); err != nil {
			return err
		}
		if err := c.recalculer(tx, t.Personne); err != nil {
			return err
		}
		return tx.FinirTravail(t.Cle, c.clock.Instant())
	}
	m, err := c.message(tx, t)
	if errors.Is(err, errSansObjet) {
		return tx.RetirerTravail(t.Cle)
	}
	if err != nil {
		return err
	}
	m.Cle, m.Personne, m.Le = t.Cle, t.Personne, c.clock.Instant()
	if err := tx.AjouterMessage(m); err != nil {
		return err
	}
	return tx.FinirTravail(t.Cle, m.Le)
}

// errSansObjet says that what was to be said has no object any more: the answer
// came before the question left.
var errSansObjet = errors.New("sans objet")

func (c *Caisse) message(tx Tx, t *Travail) (Message, error) {
	switch t.Genre {
	case travailAccuse:
		var a lettre.Accuse
		if err := json.Unmarshal([]byte(t.Charge), &a); err != nil {
			return Message{}, err
		}
		objet, corps := a.Rediger(c.conf.Nom)
		return Message{A: a.A(), Objet: objet, Corps: corps}, nil
	case travailDemande:
		var q dossier.Question
		if err := json.Unmarshal([]byte(t.Charge), &q); err != nil {
			return Message{}, err
		}
		if ouverte, err := c.encoreOuverte(tx, t.Personne, &q); err != nil || !ouverte {
			return Message{}, cmp.Or(err, errSansObjet)
		}
		objet, corps := lettre.Demander(&q, c.conf.Nom, c.clock.Jour())
		return Message{A: q.AupresDe, Objet: objet, Corps: corps}, nil
	}
	return Message{}, fmt.Errorf("genre de travail «%s» inconnu", t.Genre)
}

// encoreOuverte reports whether a question still waits for its answer.
func (c *Caisse) encoreOuverte(tx Tx, personne string, q *dossier.Question) (bool, error) {
	d, err := c.ouvrir(tx, personne, false)
	if err != nil {
		return false, err
	}
	return slices.ContainsFunc(d.Calcul.Questions, func(x dossier.Question) bool { return x.Cle() == q.Cle() }), nil
}
