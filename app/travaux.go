package app

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"

	"accord/dossier"
	"accord/lettre"
	v "accord/valeur"
)

// Kinds of jobs. They are stored: never renamed.
const (
	travailAccuse     = "accuse_reception"
	travailDemande    = "demande"
	travailRappel     = "rappel"
	travailCloture    = "cloture"
	travailNotifier   = "notification"
	travailRetrait    = "retrait"
	travailAvertir    = "avertissement"
	travailRafraichir = "rafraichir"

	travailDestinataire = "destinataire"
	travailLiberer      = "liberation"
	travailIndu         = "indu"
	travailRemise       = "remise"
	travailRetard       = "retard"
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

// travaux does the pending jobs of one kind, or of all, and those that they
// enqueue.
func (c *Caisse) travaux(ctx context.Context, genre string) (faits int, err error) {
	rates := map[string]error{}
	for {
		n, err := c.passerFile(ctx, genre, rates)
		faits += n
		if err != nil {
			return faits, err
		}
		if n == 0 {
			return faits, joindre(rates)
		}
	}
}

// passerFile goes through the queue once, a page in a transaction, and notes the
// jobs that fail.
func (c *Caisse) passerFile(ctx context.Context, genre string, rates map[string]error) (faits int, err error) {
	f := File{Jour: c.clock.Jour(), Genre: genre, Nombre: pageTravaux}
	for {
		var page []Travail
		n := 0
		err := c.store.Update(ctx, func(tx Tx) (err error) {
			if page, err = tx.Travaux(f); err != nil {
				return err
			}
			n, err = c.travaillerPage(tx, page, rates)
			return err
		})
		var rate *travailRate
		switch {
		case errors.As(err, &rate) && f.Nombre > 1:
			f.Nombre = 1 // find the one that fails, by itself
			continue
		case errors.As(err, &rate):
			rates[rate.cle] = rate
			f.Nombre = pageTravaux
		case err != nil || len(page) == 0:
			return faits, err
		}
		faits += n
		f.Apres = page[len(page)-1].Rang()
	}
}

// travailRate is a job that could not be done.
type travailRate struct {
	cle string
	err error
}

func (r *travailRate) Error() string { return "travail " + r.cle + " : " + r.err.Error() }
func (r *travailRate) Unwrap() error { return r.err }

// travauxRates are the jobs that could not be done, when all the others were.
type travauxRates struct{ error }

// joindre gives the failures in the order of their keys.
func joindre(rates map[string]error) error {
	if len(rates) == 0 {
		return nil
	}
	errs := make([]error, 0, len(rates))
	for _, cle := range slices.Sorted(maps.Keys(rates)) {
		errs = append(errs, rates[cle])
	}
	return travauxRates{errors.Join(errs...)}
}

// avancer does the pending jobs of one kind before a payment. Those that fail stay
// pending, and the day names them: nobody else's payment waits for them.
func (c *Caisse) avancer(ctx context.Context, genre string) error {
	_, err := c.travaux(ctx, genre)
	var rates travauxRates
	if errors.As(err, &rates) {
		return nil
	}
	return err
}

// travaillerPage does jobs, but for those that failed before; one whose time has
// not come is put off.
func (c *Caisse) travaillerPage(tx Tx, page []Travail, rates map[string]error) (faits int, err error) {
	o, refaits := ouverts{}, c.refaire(tx, page)
	for i := range page {
		t := &page[i]
		if rates[t.Cle] != nil {
			continue
		}
		err := proteger(func() error { return c.travailler(tx, o, refaits, t) })
		var tot tropTot
		switch {
		case errors.As(err, &tot):
			if err := tx.ReporterTravail(t.Cle, max(tot.le, c.clock.Jour()+1)); err != nil {
				return 0, err
			}
		case err != nil:
			return 0, &travailRate{t.Cle, err}
		default:
			faits++
		}
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

func (c *Caisse) travailler(tx Tx, o ouverts, refaits map[string]ouvert, t *Travail) error {
	if t.Genre == travailRafraichir {
		if err := tx.Verrouiller(t.Personne); err != nil {
			return err
		}
		if err := c.recalculerParmi(tx, refaits, t.Personne); err != nil {
			return err
		}
		return tx.FinirTravail(t.Cle, c.clock.Instant())
	}
	m, err := c.faireOuDire(tx, o, t)
	if errors.Is(err, errSansObjet) {
		return tx.RetirerTravail(t.Cle)
	}
	if err != nil {
		return err
	}
	if m.A != "" {
		m.Cle, m.Personne, m.Le = cmp.Or(m.Cle, t.Cle), t.Personne, c.clock.Instant()
		if err := tx.AjouterMessage(m); err != nil {
			return err
		}
	}
	if t.Genre == travailIndu { // from now on its reception is awaited
		delete(o, t.Personne)
		if err := tx.Verrouiller(t.Personne); err != nil {
			return err
		}
		if err := c.recalculer(tx, t.Personne); err != nil {
			return err
		}
	}
	return tx.FinirTravail(t.Cle, c.clock.Instant())
}

// errSansObjet says that what was to be said has no object any more: the answer
// came before the question left.
var errSansObjet = errors.New("sans objet")

// tropTot says that the letter does not leave before a day: what it asks for is
// on its way by itself, or time is left to answer.
type tropTot struct{ le v.Jour }

func (t tropTot) Error() string { return "trop tôt, avant le " + t.le.Francais() }

// faireOuDire does a job that moves an order, or writes what it says.
func (c *Caisse) faireOuDire(tx Tx, o ouverts, t *Travail) (Message, error) {
	if t.Genre == travailDestinataire {
		delete(o, t.Personne)
		return Message{}, c.rappelerOrdre(tx, t)
	}
	return c.message(tx, o, t)
}

// message writes what a job says; a message to nobody says that the job only
// moved the work to someone else.
func (c *Caisse) message(tx Tx, o ouverts, t *Travail) (Message, error) {
	switch t.Genre {
	case travailAccuse:
		var a lettre.Accuse
		if err := json.Unmarshal([]byte(t.Charge), &a); err != nil {
			return Message{}, err
		}
		if a.Ouvre() {
			if d, err := c.ouvrirUneFois(tx, o, t.Personne); err == nil { // who cannot be computed is answered all the same
				a.Attendus = d.attendus()
			}
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
	case travailLiberer:
		return c.liberation(tx, o, t)
	case travailRetard:
		return c.retardEcrit(tx, o, t)
	case travailIndu:
		return c.induEcrit(tx, t)
	case travailRemise:
		return c.remiseEcrite(tx, t)
	case travailNotifier:
		return c.notification(tx, t)
	case travailAvertir:
		delete(o, t.Personne) // it adds a fact
		return c.avertissement(tx, t)
	case travailRetrait:
		var x lettre.Retrait
		if err := json.Unmarshal([]byte(t.Charge), &x); err != nil {
			return Message{}, err
		}
		objet, corps := x.Rediger(c.conf.Nom)
		return Message{A: x.A, Objet: objet, Corps: corps}, nil
	}
	return Message{}, fmt.Errorf("genre de travail «%s» inconnu", t.Genre)
}
