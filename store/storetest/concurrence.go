package storetest

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"

	"accord/app"
	"accord/dossier"
	"accord/paiement"
	"accord/registre"
)

const ouvriers = 8

// ensemble runs f in several goroutines and returns their errors.
func ensemble(f func(ouvrier int) error) []error {
	var groupe sync.WaitGroup
	erreurs := make([]error, ouvriers)
	for i := range ouvriers {
		groupe.Go(func() { erreurs[i] = f(i) })
	}
	groupe.Wait()
	return erreurs
}

// unSeul checks that one worker succeeded and the others failed with that error.
func (b *banc) unSeul(erreurs []error, attendu error) {
	b.Helper()
	reussis := 0
	for _, err := range erreurs {
		if err == nil {
			reussis++
		} else if !errors.Is(err, attendu) {
			b.Errorf("erreur «%v», attendu «%v»", err, attendu)
		}
	}
	if reussis != 1 {
		b.Errorf("%d ont réussi", reussis)
	}
}

var concurrence = []essai{
	{"créer ensemble la même personne", func(b *banc) {
		ids := make([]string, ouvriers)
		for _, err := range ensemble(func(i int) error {
			return b.Update(context.Background(), func(tx app.Tx) (err error) {
				ids[i], err = tx.Personne(nir(1), false, true)
				if err != nil {
					return err
				}
				return tx.AjouterFaits(ids[i], int64(i), exemples()[:1])
			})
		}) {
			if err != nil {
				b.Error(err)
			}
		}
		b.egal(relire(b, func(tx app.Tx) ([]string, error) { return tx.Personnes("", 9) }), ids[:1])
		b.egal(len(relire(b, func(tx app.Tx) ([]dossier.Fait, error) { return tx.Faits(ids[0]) })), ouvriers)
		b.lire(func(tx app.Tx) error { return tx.VerifierChaine(ids[0]) })
	}},
	{"allonger ensemble les mêmes chaînes", func(b *banc) {
		ids := []string{b.personne(0), b.personne(1), b.personne(2)}
		const tours = 15
		for _, err := range ensemble(func(o int) error {
			for tour := range tours {
				err := b.Update(context.Background(), func(tx app.Tx) error {
					// Two people, taken in an order that changes: deadlocks are undone and
					// the transaction runs again.
					for _, k := range []int{(o + tour) % 3, (o*tour + 1) % 3} {
						avant, err := tx.Faits(ids[k])
						if err != nil {
							return err
						}
						if err := tx.Poser(ids[k], []registre.Pose{pose(0, len(avant), 1)}); err != nil {
							return err
						}
						if err := tx.AjouterFaits(ids[k], int64(tour), exemples()[:1]); err != nil {
							return err
						}
					}
					return nil
				})
				if err != nil {
					return fmt.Errorf("ouvrier %d, tour %d : %w", o, tour, err)
				}
			}
			return nil
		}) {
			if err != nil {
				b.Error(err)
			}
		}
		total := 0
		b.lire(func(tx app.Tx) error {
			for _, id := range ids {
				fs, err := tx.Faits(id)
				if err != nil {
					return err
				}
				total += len(fs)
				if err := tx.VerifierChaine(id); err != nil {
					return err
				}
			}
			return nil
		})
		b.egal(total, 2*ouvriers*tours)
	}},
	{"poser ensemble le même rang", func(b *banc) {
		id := b.personne(1)
		b.unSeul(ensemble(func(i int) error {
			return b.Update(context.Background(), func(tx app.Tx) error { return tx.Poser(id, []registre.Pose{pose(i, 1, 1), pose(99, 0, 1)}) })
		}), app.ErrDejaPose)
		b.egal(len(relire(b, func(tx app.Tx) ([]registre.Pose, error) { return tx.Poses(id) })), 2)
	}},
	{"recevoir ensemble la même pièce", func(b *banc) {
		id := b.personne(1)
		neuves := make([]bool, ouvriers)
		for _, err := range ensemble(func(i int) error {
			return b.Update(context.Background(), func(tx app.Tx) (err error) {
				neuves[i], err = tx.AjouterPiece(piece(id, "p"))
				return err
			})
		}) {
			if err != nil {
				b.Error(err)
			}
		}
		n := 0
		for _, neuve := range neuves {
			if neuve {
				n++
			}
		}
		b.egal(n, 1)
	}},
	{"signer ensemble le même ordre", func(b *banc) {
		id := b.personne(1)
		b.ecrire(func(tx app.Tx) error { return tx.AjouterOrdre(ordre(id, "O1", lundi)) })
		b.unSeul(ensemble(func(i int) error {
			return b.Update(context.Background(), func(tx app.Tx) error {
				o, err := tx.Ordre("O1")
				if err != nil {
					return err
				}
				a := acte("O1", paiement.Signe, fmt.Sprint("agent ", i))
				if err := o.Passer(a, nil); err != nil {
					return err
				}
				return tx.Passer(o, a)
			})
		}), paiement.ErrTransition)
		b.egal(len(relire(b, func(tx app.Tx) ([]paiement.Acte, error) { return tx.Actes("O1") })), 1)
	}},
	{"émettre ensemble le même lot", func(b *banc) {
		l := b.lot("L1", "O1")
		b.ecrire(ajouterLot(l))
		l.Etat = paiement.LotEmis
		b.unSeul(ensemble(func(int) error { return b.Update(context.Background(), majLot(l)) }), app.ErrDejaEmis)
	}},
	{"mettre ensemble le même ordre en lot", func(b *banc) {
		b.lot("L0", "O1", "O2")
		b.unSeul(ensemble(func(i int) error {
			l := app.Lot{ID: fmt.Sprint("L", i+1), Etat: paiement.LotPrepare, Ordres: []string{"O1", "O2"}}
			return b.Update(context.Background(), ajouterLot(l))
		}), app.ErrDejaEnLot)
	}},
	{"déclarer ensemble : le second voit le premier", func(b *banc) {
		vues := make([]int, ouvriers)
		for _, err := range ensemble(func(i int) error {
			d := app.Declaration{Employeur: "73282932000074", Nature: dossier.GenreMensuelle, Mois: lundi, Ordre: int64(i)}
			return b.Update(context.Background(), func(tx app.Tx) error {
				if err := tx.AjouterDeclaration(d); err != nil {
					return err
				}
				connues, err := tx.Declarations(d)
				vues[i] = len(connues)
				return err
			})
		}) {
			if err != nil {
				b.Error(err)
			}
		}
		slices.Sort(vues)
		b.egal(vues, []int{1, 2, 3, 4, 5, 6, 7, 8})
	}},
	{"vider ensemble la file", func(b *banc) {
		id := b.personne(1)
		b.ecrire(func(tx app.Tx) error {
			for i := range 60 {
				if err := tx.AjouterTravail(app.Travail{Cle: fmt.Sprint("t", i), Genre: "g", Personne: id, CreeLe: int64(i)}); err != nil {
					return err
				}
			}
			return nil
		})
		for _, err := range ensemble(func(o int) error { return viderFile(b, id, o) }) {
			if err != nil {
				b.Error(err)
			}
		}
		b.egal(len(relire(b, func(tx app.Tx) ([]app.Message, error) { return tx.Messages(id) })), 60)
		b.egal(len(relire(b, func(tx app.Tx) ([]app.Travail, error) { return tx.Travaux(app.File{Nombre: 9}) })), 0)
	}},
}

// viderFile does jobs by five until none is free.
func viderFile(b *banc, id string, ouvrier int) error {
	for {
		n := 0
		err := b.Update(context.Background(), func(tx app.Tx) error {
			ws, err := tx.Travaux(app.File{Nombre: 5})
			if err != nil {
				return err
			}
			n = len(ws)
			for _, w := range ws {
				if err := tx.AjouterMessage(app.Message{Cle: w.Cle, Personne: id, A: fmt.Sprint(ouvrier)}); err != nil {
					return err
				}
				if err := tx.FinirTravail(w.Cle, 1); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil || n == 0 {
			return err
		}
	}
}
