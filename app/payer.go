package app

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"accord/paiement"
	"accord/registre"
	v "accord/valeur"
)

// Paiement is what one emission did.
type Paiement struct {
	Lot       string // empty when there was nothing to transfer
	Fichier   string // name of the bank file
	Execution v.Jour
	Ordres    int
	Somme     v.Centimes
	SansFlux  int // orders posted with nothing to transfer
	Signes    int // orders that wait for the visa: only the ordonnateur was there
	Ecartes   []Ecarte
	Retenus   []Ecarte // by a stop, or to be looked at first
}

// Ecarte is an order that cannot be paid today; the others go on.
type Ecarte struct{ Ordre, Raison string }

// Payer signs the proposed orders, gives them the visa, puts them in a batch,
// writes the bank file, reads it again, compares, books and hands it over. Each
// step is a transaction: cut short, the next call first finishes the batch that
// was under way, and nothing is sent twice.
func (c *Caisse) Payer(ctx context.Context, s Signataires, depot Depot) (Paiement, error) {
	s, err := c.admettreSignataires(ctx, s)
	if err != nil {
		return Paiement{}, err
	}
	arretes, err := c.retenirAvantEnvoi(ctx)
	if err != nil {
		return Paiement{}, err
	}
	if !s.Comptable.Anonyme() {
		if err := c.finirLots(ctx, s, depot); err != nil {
			return Paiement{}, err
		}
	}
	p, l, err := c.signerEtPreparer(ctx, s, arretes)
	if err != nil || l == nil {
		return p, err
	}
	if err := c.emettre(ctx, l, s); err != nil {
		return p, err
	}
	return p, c.deposer(ctx, l, depot)
}

// Preparer goes as far as the batch, and releases nothing: it may be looked at,
// and stopped. The next payment releases it.
func (c *Caisse) Preparer(ctx context.Context, s Signataires) (Paiement, error) {
	s, err := c.admettreSignataires(ctx, s)
	if err != nil {
		return Paiement{}, err
	}
	arretes, err := c.retenirAvantEnvoi(ctx)
	if err != nil {
		return Paiement{}, err
	}
	p, l, err := c.signerEtPreparer(ctx, s, arretes)
	if err != nil || l == nil {
		return p, err
	}
	return p, c.rafraichirLot(ctx, l)
}

// retenirAvantEnvoi cancels the orders on their way that must not leave: those that a
// stop touches, and those that pay someone who is owed no more.
func (c *Caisse) retenirAvantEnvoi(ctx context.Context) ([]Ecarte, error) {
	if err := c.avancer(ctx, travailDestinataire); err != nil {
		return nil, err
	}
	return c.appliquerGels(ctx)
}

func (c *Caisse) signerEtPreparer(ctx context.Context, s Signataires, arretes []Ecarte) (p Paiement, l *Lot, err error) {
	var attendent, siens []Ecarte
	if !s.Ordonnateur.Anonyme() {
		if attendent, err = c.passerTous(ctx, paiement.Propose, paiement.Signe, s.Ordonnateur); err != nil {
			return p, nil, err
		}
	}
	if s.Comptable.Anonyme() {
		p.Retenus = slices.Concat(arretes, attendent)
		p.Signes, err = c.rafraichirSignes(ctx)
		return p, nil, err
	}
	if siens, err = c.passerTous(ctx, paiement.Signe, paiement.Vise, s.Comptable); err != nil {
		return p, nil, err
	}
	if l, err = c.preparer(ctx, s, &p); err != nil {
		return p, nil, err
	}
	p.Retenus = slices.Concat(arretes, attendent, siens)
	if l != nil {
		p.Lot, p.Fichier, p.Execution, p.Ordres, p.Somme = l.ID, nomFichier(l), l.Execution, l.Nombre, l.Somme
	}
	return p, l, c.avancer(ctx, travailRafraichir)
}

// finirLots takes up the batches that a former call left on their way.
func (c *Caisse) finirLots(ctx context.Context, s Signataires, depot Depot) error {
	var lots []Lot
	err := c.store.View(ctx, func(tx Tx) error {
		tous, err := tx.Lots()
		if err != nil {
			return err
		}
		for i := range tous {
			if tous[i].Etat == paiement.LotDepose || tous[i].Etat == paiement.LotAnnule {
				continue
			}
			l, err := tx.Lot(tous[i].ID)
			if err != nil {
				return err
			}
			lots = append(lots, l)
		}
		return nil
	})
	if err != nil {
		return err
	}
	for i := range lots {
		l := &lots[i]
		if l.Etat == paiement.LotPrepare {
			if err := c.emettre(ctx, l, s); err != nil {
				return err
			}
		}
		if err := c.deposer(ctx, l, depot); err != nil {
			return err
		}
	}
	return nil
}

func nomFichier(l *Lot) string { return l.ID + ".xml" }

// deposer hands the file over, then writes that it was. The depot makes a
// second call for the same file harmless.
func (c *Caisse) deposer(ctx context.Context, l *Lot, depot Depot) error {
	if err := depot.Deposer(nomFichier(l), l.Fichier); err != nil {
		return fmt.Errorf("lot %s : %w", l.ID, err)
	}
	return c.store.Update(ctx, func(tx Tx) error {
		actuel, err := tx.Lot(l.ID)
		if err != nil {
			return err
		}
		actuel.Etat = paiement.LotDepose
		return tx.MajLot(actuel)
	})
}

// passerTous moves every order of a state to the next.
// The visa books the expense. An order that was drawn to be looked at before it
// is paid waits, with its reason; so does one that whoever would give the visa has
// signed.
func (c *Caisse) passerTous(ctx context.Context, de, vers paiement.Etat, par v.Agent) ([]Ecarte, error) {
	ids, err := c.ordresEtat(ctx, de)
	if err != nil {
		return nil, err
	}
	var ecartes []Ecarte
	for groupe := range slices.Chunk(ids, pageOrdres) {
		var attendent []Ecarte
		err := c.store.Update(ctx, func(tx Tx) error {
			attendent = nil
			for _, id := range groupe {
				attend, err := c.passerUn(tx, id, vers, par)
				if err != nil {
					return err
				}
				if attend != "" {
					attendent = append(attendent, Ecarte{id, attend})
				}
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
		ecartes = append(ecartes, attendent...)
	}
	return ecartes, nil
}

// pageOrdres is how many orders share a transaction when they are signed.
const pageOrdres = 100

func (c *Caisse) passerUn(tx Tx, id string, vers paiement.Etat, par v.Agent) (attend string, err error) {
	o, err := tx.Ordre(id)
	if err != nil {
		return "", err
	}
	if vers == paiement.Signe {
		if attend, err = c.attendControle(tx, o); err != nil || attend != "" {
			return attend, err
		}
	}
	if err := c.passer(tx, o, vers, par, ""); errors.Is(err, paiement.ErrSeparation) {
		return "signé par " + par.Nom + " : " + err.Error(), nil
	} else if err != nil || vers != paiement.Vise {
		return "", err
	}
	return "", ajouterEcriture(tx, o.Comptabiliser())
}

func (c *Caisse) ordresEtat(ctx context.Context, e paiement.Etat) (ids []string, err error) {
	err = c.store.View(ctx, func(tx Tx) (err error) {
		ids, err = tx.OrdresEtat(e)
		return err
	})
	return ids, err
}

func (c *Caisse) passer(tx Tx, o *paiement.Ordre, vers paiement.Etat, par v.Agent, motif string) error {
	passes, err := tx.Actes(o.ID)
	if err != nil {
		return err
	}
	a := paiement.Acte{Ordre: o.ID, Vers: vers, Par: par.Nom, Matricule: par.Matricule, Le: c.clock.Instant(), Motif: motif}
	if err := o.Passer(a, passes); err != nil {
		return err
	}
	return tx.Passer(o, a)
}

func ajouterEcriture(tx Tx, e registre.Ecriture) error {
	if len(e.Mouvements) == 0 {
		return nil
	}
	if err := e.Verifier(); err != nil {
		return fmt.Errorf("%s : %w", e.Cle, err)
	}
	return tx.AjouterEcriture(e)
}

// preparer puts the orders that have their visa in a batch and writes its
// file. An order that the bank rules refuse stays out, with its reason.
func (c *Caisse) preparer(ctx context.Context, s Signataires, p *Paiement) (*Lot, error) {
	var lot *Lot
	err := c.store.Update(ctx, func(tx Tx) error {
		*p, lot = Paiement{}, nil
		ids, err := tx.OrdresEtat(paiement.Vise)
		if err != nil {
			return err
		}
		b := LotBancaire{CreeLe: c.clock.Instant(), Execution: c.banque.Execution(c.clock.Jour() + 1), Debiteur: c.conf.Debiteur}
		if b.ID, err = c.numeroLot(tx); err != nil {
			return err
		}
		for _, id := range ids {
			o, err := tx.Ordre(id)
			if err != nil {
				return err
			}
			if o.Total.Net == 0 {
				p.SansFlux++
				if err := c.passer(tx, o, paiement.SansFlux, s.Comptable, "rien à virer : les différences se compensent"); err != nil {
					return err
				}
				if err := c.rafraichir(tx, o.ID, o.Personne); err != nil {
					return err
				}
				continue
			}
			essai := b
			essai.Ordres = []*paiement.Ordre{o}
			if _, err := c.banque.Ecrire(essai); err != nil {
				p.Ecartes = append(p.Ecartes, Ecarte{o.ID, err.Error()})
				if err := c.rafraichir(tx, o.ID, o.Personne); err != nil {
					return err
				}
				continue
			}
			b.Ordres = append(b.Ordres, o)
		}
		if len(b.Ordres) == 0 {
			return nil
		}
		lot, err = c.ecrireLot(tx, b, s)
		return err
	})
	return lot, err
}

func (c *Caisse) ecrireLot(tx Tx, b LotBancaire, s Signataires) (*Lot, error) {
	fichier, err := c.banque.Ecrire(b)
	if err != nil {
		return nil, err
	}
	if err := c.banque.Comparer(fichier, b); err != nil {
		return nil, fmt.Errorf("le fichier relu diffère du lot : %w", err)
	}
	l := Lot{ID: b.ID, CreeLe: b.CreeLe, Execution: b.Execution, Etat: paiement.LotPrepare, Nombre: len(b.Ordres), Empreinte: empreinte(fichier), Fichier: fichier}
	for _, o := range b.Ordres {
		l.Ordres = append(l.Ordres, o.ID)
		l.Somme += o.Total.Net
	}
	if err := tx.AjouterLot(l); err != nil {
		return nil, err
	}
	for _, o := range b.Ordres {
		o.Lot = l.ID
		if err := c.passer(tx, o, paiement.EnLot, s.Comptable, ""); err != nil {
			return nil, err
		}
	}
	return &l, nil
}

// numeroLot gives the identifier of the next batch of the day, unique for ever.
func (c *Caisse) numeroLot(tx Tx) (string, error) {
	a, m, j := c.clock.Jour().Date()
	prefixe := fmt.Sprintf("IJ-%s-%04d%02d%02d-", c.conf.Code, a, m, j)
	for n := 1; ; n++ {
		id := fmt.Sprintf("%s%04d", prefixe, n)
		if _, err := tx.Lot(id); errors.Is(err, ErrAbsent) {
			return id, nil
		} else if err != nil {
			return "", err
		}
	}
}

// emettre releases a batch: its orders are emitted and booked, once, before its
// file is handed over.
func (c *Caisse) emettre(ctx context.Context, l *Lot, s Signataires) error {
	err := c.store.Update(ctx, func(tx Tx) error {
		actuel, err := tx.Lot(l.ID)
		if err != nil {
			return err
		}
		if actuel.Etat != paiement.LotPrepare {
			return fmt.Errorf("le lot %s est déjà émis : il n'est pas envoyé une seconde fois", l.ID)
		}
		for _, id := range actuel.Ordres {
			o, err := tx.Ordre(id)
			if err != nil {
				return err
			}
			if err := c.passer(tx, o, paiement.Emis, s.Comptable, ""); err != nil {
				return err
			}
			if err := ajouterEcriture(tx, o.ComptabiliserEmission()); err != nil {
				return err
			}
			if err := c.rafraichir(tx, l.ID, o.Personne); err != nil {
				return err
			}
		}
		actuel.Etat = paiement.LotEmis
		return tx.MajLot(actuel)
	})
	if err != nil {
		return err
	}
	l.Etat = paiement.LotEmis
	return c.avancer(ctx, travailRafraichir)
}

// rafraichir asks that a person whose payments moved be projected again; once for
// what moved them, a batch or an order.
func (c *Caisse) rafraichir(tx Tx, cause, personne string) error {
	return tx.AjouterTravail(Travail{Cle: "rafraichir/" + cause + "/" + personne, Genre: travailRafraichir, Personne: personne, CreeLe: c.clock.Instant()})
}

// rafraichirLot projects again everyone whose orders are in a batch that waits to be
// released: nobody signs them any more.
func (c *Caisse) rafraichirLot(ctx context.Context, l *Lot) error {
	err := c.store.Update(ctx, func(tx Tx) error {
		for _, id := range l.Ordres {
			o, err := tx.Ordre(id)
			if err != nil {
				return err
			}
			if err := c.rafraichir(tx, "prepare/"+l.ID, o.Personne); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return c.avancer(ctx, travailRafraichir)
}

// lotBancaire gives back the orders of a batch, for the proofs. The debtor is
// that of the day of the batch: it is left out of the comparison.
func lotBancaire(tx Tx, l *Lot) (LotBancaire, error) {
	b := LotBancaire{ID: l.ID, CreeLe: l.CreeLe, Execution: l.Execution}
	for _, id := range l.Ordres {
		o, err := tx.Ordre(id)
		if err != nil {
			return b, err
		}
		b.Ordres = append(b.Ordres, o)
	}
	return b, nil
}
