package app

import (
	"crypto/sha256"
	"encoding/hex"
	"sync"

	"accord/clock"
	"accord/decision"
	"accord/dossier"
	"accord/parametre"
)

// Caisse is the application: one caisse, its base, its clock and its doors.
type Caisse struct {
	store   Store
	lecteur Lecteur
	banque  Banque
	clock   clock.Clock
	table   *parametre.Table
	regles  string // version of the parameters, carried by every order
	conf    Config

	calculateurs sync.Pool // of *dossier.Calculateur
}

// Config is what a caisse sets for itself.
type Config struct {
	Code     string // «441»: in the identifiers of batches
	Nom      string
	Debiteur Debiteur
	// Groupe is how many pieces share a transaction, at most: 1 in service,
	// more for bulk loads. A piece is whole or absent either way.
	Groupe int
	// Tirages says which automatic payments are looked at; nil: the table of the
	// program.
	Tirages decision.Tirages
}

// New returns the application over a store.
func New(s Store, l Lecteur, b Banque, c clock.Clock, t *parametre.Table, conf Config) *Caisse {
	if conf.Groupe < 1 {
		conf.Groupe = 1
	}
	if conf.Tirages == nil {
		conf.Tirages = decision.TiragesEnVigueur
	}
	return &Caisse{
		store: s, lecteur: l, banque: b, clock: c, table: t, regles: t.Version(), conf: conf,
		calculateurs: sync.Pool{New: func() any { return dossier.NewCalculateur(t) }},
	}
}

// Store returns the store, for the commands that operate the base itself.
func (c *Caisse) Store() Store { return c.store }

// Nom returns the name of the caisse.
func (c *Caisse) Nom() string { return c.conf.Nom }

// Clock returns the clock that the caisse lives by.
func (c *Caisse) Clock() clock.Clock { return c.clock }

// Table returns the parameters of the law.
func (c *Caisse) Table() *parametre.Table { return c.table }

// empreinte is the hash by which files and pieces are known.
func empreinte(b []byte) string {
	h := sha256.Sum256(b)
	return hex.EncodeToString(h[:])
}
