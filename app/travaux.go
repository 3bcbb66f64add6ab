package app

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"

	"accord/dossier"
	"accord/lettre"
)

// Kinds of jobs. They are stored: never renamed.
const (
	travailAccuse     = "accuse_reception"
	travailDemande    = "demande"
	travailRappel     = "rappel"
	travailCloture    = "cloture"
	travailRafraichir = "rafraichir"
)

// accuser enqueues the acknowledgement of a piece that a person or an employer
// sent about an arrêt. Monthly declarations have their own acknowledgement, and
// a decision is notified by whoever takes it.
func (c *Caisse) accuser(tx Tx, personne, nom string, p *PieceRecue) error {
	if p.Test || p.Genre == dossier.GenreMensuelle || p.Genre == dossier.GenreIllisible || p.Genre == dossier.GenreActe {
		return nil
	}
	charge, err := json.Marshal(lettre.Accuse{Genre: string(p.Genre), Piece: p.Empreinte, Jour: c.clock.Jour(), Nom: nom})
	if err != nil {
		return fmt.Errorf("accusé de réception : %w", err)
	}
	return tx.AjouterTravail(Travail{
		Cle: "accuse/" + p.Empreinte, Genre: travailAccuse, Personne: personne, Charge: string(charge), CreeLe: p.RecuLe,
	})
}

const pageTravaux = 100

// Travailler does the pending jobs: what each one does and the mark that it is
// done share a transaction, so that nothing is said twice or forgotten. A job
// that fails stays pending, does not hold the others back, and is named in the
// error.
func (c *Caisse) Travailler(ctx context.Context) (faits int, err error) { return c.travaux(ctx, "") }

// travaux does the pending jobs of one kind, or of all.
func (c *Caisse) travaux(ctx context.Context, genre string) (faits int, err error) {
	rates := map[string]error{}
	page := pageTravaux
	for {
		n, avant := 0, len(rates)
		err := c.store.Update(ctx, func(tx Tx) (err error) {
			n, err = c.travaillerPage(tx, page, genre, rates)
			return err
		})
		var rate *travailRate
		switch {
		case errors.As(err, &rate) && page == 1:
			rates[rate.cle] = rate
			page = pageTravaux
		case errors.As(err, &rate):
			page = 1 // find the one that fails, by itself
		case err != nil:
			return faits, err
		case n == 0 && len(rates) == avant:
			return faits, joindre(rates)
		default:
			faits += n
		}
	}
}

// travailRate is a job that could not be done.
type travailRate struct {
	cle string
	err error
}

func (r *travailRate) Error() string { return "travail " + r.cle + " : " + r.err.Error() }
func (r *travailRate) Unwrap() error { return r.err }

// joindre gives the failures in the order of their keys.
func joindre(rates map[string]error) error {
	errs := make([]error, 0, len(rates))
	for _, cle := range slices.Sorted(maps.Keys(rates)) {
		if !errors.Is(rates[cle], errTropTot) {
			errs = append(errs, rates[cle])
		}
	}
	return errors.Join(errs...)
}

// travaillerPage does at most n jobs; those that failed before, whose time has
// not come, or of another kind than asked, are left aside.
func (c *Caisse) travaillerPage(tx Tx, n int, genre string, rates map[string]error) (faits int, err error) {
	ts, err := tx.Travaux(n + len(rates))
	if err != nil {
		return 0, err
	}
	o := ouverts{}
	for i := range ts {
		if rates[ts[i].Cle] != nil || faits == n {
			continue
		}
		if genre != "" && ts[i].Genre != genre {
			rates[ts[i].Cle] = errTropTot
			continue
		}
		err := c.travailler(tx, o, &ts[i])
		if errors.Is(err, errTropTot) {
			rates[ts[i].Cle] = err
			continue
		}
		if err != nil {
			return 0, &travailRate{ts[i].Cle, err}
		}
		faits++
	}
	return faits, nil
}

// ouverts are the people computed in one transaction of jobs: no job changes
// what another one asks of the same person.
type ouverts map[string]*Dossier

func (c *Caisse) ouvrirUneFois(tx Tx, o ouverts, personne string) (d *Dossier, err error) {
	if o[personne] == nil {
		if o[personne], err = c.ouvrir(tx, personne, false); err != nil {
			return nil, err
		}
	}
	return o[personne], nil
}

func (c *Caisse) travailler(tx Tx, o ouverts, t *Travail) error {
	if t.Genre == travailRafraichir {
		if err := tx.Verrouiller(t.Personne); err != nil {
			return err
		}
		if err := c.recalculer(tx, t.Personne); err != nil {
			return err
		}
		return tx.FinirTravail(t.Cle, c.clock.Instant())
	}
	m, err := c.message(tx, o, t)
	if errors.Is(err, errSansObjet) {
		return tx.RetirerTravail(t.Cle)
	}
	if err != nil {
		return err
	}
	if m.A != "" {
		m.Cle, m.Personne, m.Le = t.Cle, t.Personne, c.clock.Instant()
		if err := tx.AjouterMessage(m); err != nil {
			return err
		}
	}
	return tx.FinirTravail(t.Cle, c.clock.Instant())
}

var (
	// errSansObjet says that what was to be said has no object any more: the
	// answer came before the question left.
	errSansObjet = errors.New("sans objet")
	// errTropTot says that the letter does not leave yet: what it asks for is on
	// its way by itself, or time is left to answer.
	errTropTot = errors.New("trop tôt")
)

// message writes what a job says; a message to nobody says that the job only
// moved the work to someone else.
func (c *Caisse) message(tx Tx, o ouverts, t *Travail) (Message, error) {
	switch t.Genre {
	case travailAccuse:
		var a lettre.Accuse
		if err := json.Unmarshal([]byte(t.Charge), &a); err != nil {
			return Message{}, err
		}
		objet, corps := a.Rediger(c.conf.Nom)
		return Message{A: a.A(), Objet: objet, Corps: corps}, nil
	case travailDemande, travailRappel:
		var r relance
		if err := json.Unmarshal([]byte(t.Charge), &r); err != nil {
			return Message{}, err
		}
		return c.relancer(tx, o, t, &r)
	case travailCloture:
		var x lettre.Cloture
		if err := json.Unmarshal([]byte(t.Charge), &x); err != nil {
			return Message{}, err
		}
		objet, corps := x.Rediger(c.conf.Nom)
		return Message{A: x.A, Objet: objet, Corps: corps}, nil
	}
	return Message{}, fmt.Errorf("genre de travail «%s» inconnu", t.Genre)
}
