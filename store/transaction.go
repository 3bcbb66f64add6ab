package store

import (
	"context"
	"crypto/cipher"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"accord/app"
	"accord/store/requetes"
)

// essaisMax bounds the runs of one transaction that meets conflicts.
const essaisMax = 12

// Update runs f in one transaction. f may run again after a conflict, or a bet
// that was lost. An error met by any statement undoes the whole, even when f
// goes on.
func (s *Store) Update(ctx context.Context, f func(app.Tx) error) error {
	parie := s.base.distante()
	for essai := 1; ; essai++ {
		err := s.transaction(ctx, &tx{parie: parie}, f)
		perdu := pariPerdu(err)
		if err == nil || essai == essaisMax || !perdu && !s.base.reessayable(err) {
			return err
		}
		parie = parie && !perdu
		if err := patienter(ctx, essai); err != nil {
			return err
		}
	}
}

// View runs f on one snapshot.
func (s *Store) View(ctx context.Context, f func(app.Tx) error) error {
	return s.transaction(ctx, &tx{lecture: true}, f)
}

func (s *Store) transaction(ctx context.Context, t *tx, f func(app.Tx) error) error {
	ses, err := s.base.ouvrir(ctx, t.lecture)
	if err != nil {
		return err
	}
	defer ses.liberer() // undoes what was not committed, on a panic too
	t.ctx, t.ses, t.q, t.coffre, t.memoire = ctx, ses, requetes.New(ses), s.coffre, s.memoire
	if err := f(t); err != nil {
		if t.aParie {
			ses.acquitter() // f may have failed because of a bet that is lost
		}
		if faute := ses.faute(); faute != nil && (pariPerdu(faute) || s.base.reessayable(faute)) {
			return faute
		}
		return err
	}
	return ses.valider()
}

// patienter waits a little longer after each try.
func patienter(ctx context.Context, essai int) error {
	attente := time.NewTimer(min(time.Millisecond<<essai, 500*time.Millisecond))
	defer attente.Stop()
	select {
	case <-attente.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// tx is one transaction. It is not safe for several goroutines.
type tx struct {
	ctx     context.Context
	ses     session
	q       *requetes.Queries
	coffre  *coffre
	memoire *memoire
	lecture bool
	parie   bool                   // it may bet that a piece is new (pari.go)
	aParie  bool                   // and did
	gens    map[string]*personne   // people already read, held when it writes
	cles    map[string]cipher.AEAD // keys of people who were not
}

// erreur says in the words of the port that a row is not there. Other errors
// have their meaning already (see [session]).
func (t *tx) erreur(err error) error {
	if errors.Is(err, sql.ErrNoRows) {
		return app.ErrAbsent
	}
	return err
}

// personne is a row of personnes, held when the transaction writes.
type personne struct {
	id        string
	essai     bool
	index     []byte // of the number
	nir       []byte // sealed
	faits     int64
	tete      []byte
	efface    bool
	enveloppe []byte
	cle       cipher.AEAD // unwrapped when first needed

	principale string // record that this one is attached to
	suivie     bool   // some fact of hers opens a dossier

	ajoutes [][]byte // facts that this transaction adds, as it sealed them
	debut   []byte   // head of the chain before them
}

// lirePersonne reads a person once per transaction.
func (t *tx) lirePersonne(id string) (*personne, error) {
	if p := t.gens[id]; p != nil {
		return p, nil
	}
	r, err := t.q.LirePersonneTenue(t.ctx, id)
	if err != nil {
		if err = t.erreur(err); errors.Is(err, app.ErrAbsent) {
			return nil, absent("personne", id)
		}
		return nil, err
	}
	return t.retenir(&personne{id: id, essai: r.Essai, index: r.NirIndex, nir: r.NirScelle, faits: r.Faits, tete: r.Tete, efface: r.Efface, enveloppe: r.Enveloppe,
		principale: r.Principale, suivie: r.Suivie}), nil
}

func (t *tx) retenir(p *personne) *personne {
	if t.gens == nil {
		t.gens = map[string]*personne{}
	}
	t.gens[p.id], p.debut = p, p.tete
	return p
}

// clePersonne reads a person and unwraps the key. [app.ErrEfface].
func (t *tx) clePersonne(id string) (*personne, error) {
	p, err := t.lirePersonne(id)
	if err != nil {
		return nil, err
	}
	if p.efface {
		return nil, fmt.Errorf("personne %s : %w", id, app.ErrEfface)
	}
	if p.enveloppe == nil && p.cle == nil {
		return nil, fmt.Errorf("personne %s : sa clé a disparu, et elle n'est pas effacée", id)
	}
	if p.cle == nil {
		if p.cle, err = t.coffre.clePersonne(id, p.enveloppe); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// cleSansTenir gives the key of a person who need not be held, to open what she
// has in a list. [app.ErrEfface].
func (t *tx) cleSansTenir(id string) (cipher.AEAD, error) {
	if t.gens[id] != nil {
		return t.cleDe(id)
	}
	if t.cles[id] != nil {
		return t.cles[id], nil
	}
	enveloppe, err := t.q.LireClePersonne(t.ctx, id)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, fmt.Errorf("personne %s : %w", id, app.ErrEfface)
	} else if err != nil {
		return nil, err
	}
	cle, err := t.coffre.clePersonne(id, enveloppe)
	if err == nil {
		if t.cles == nil {
			t.cles = map[string]cipher.AEAD{}
		}
		t.cles[id] = cle
	}
	return cle, err
}

// cleDe gives the key that seals what belongs to a person, or to nobody.
func (t *tx) cleDe(personne string) (cipher.AEAD, error) {
	if personne == "" {
		return t.coffre.caisse, nil
	}
	p, err := t.clePersonne(personne)
	if err != nil {
		return nil, err
	}
	return p.cle, nil
}
