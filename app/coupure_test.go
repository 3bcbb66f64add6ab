package app_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"testing"

	"accord/app"
	"accord/clock"
)

// moment is when a process dies around a transaction.
type moment int

const (
	avant   moment = iota // before it begins
	pendant               // when all is written and nothing is committed
	apres                 // when all is committed and nobody was told
)

var errMort = errors.New("le processus meurt ici")

// mortel is a store in which the process dies at its nth transaction, and writes nothing more.
type mortel struct {
	app.Store
	quand moment
	reste int
	morts int
}

func (m *mortel) Update(ctx context.Context, f func(app.Tx) error) error {
	m.reste--
	switch {
	case m.reste > 0:
		return m.Store.Update(ctx, f)
	case m.reste < 0:
		return errMort
	}
	m.morts++
	switch m.quand {
	case avant:
		return errMort
	case pendant:
		return errors.Join(errMort, m.Store.Update(ctx, func(tx app.Tx) error {
			if err := f(tx); err != nil {
				return err
			}
			return errMort
		}))
	}
	return errors.Join(errMort, m.Store.Update(ctx, f))
}

// depotMortel dies before or after the first file handed over.
type depotMortel struct {
	depot
	quand moment
	morts int
}

func (d *depotMortel) Deposer(nom string, contenu []byte) error {
	d.morts++
	if d.morts > 1 || d.quand == pendant {
		return d.depot.Deposer(nom, contenu)
	}
	if d.quand == apres {
		return errors.Join(errMort, d.depot.Deposer(nom, contenu))
	}
	return errMort
}

// journee receives, runs the day and pays: all that a caisse does. It may be
// run again from its beginning at any time.
func journee(c *app.Caisse, fs []fichier, d app.Depot) error {
	ctx := context.Background()
	for _, f := range fs {
		if _, err := c.Recevoir(ctx, f.nom, f.contenu); err != nil {
			return err
		}
	}
	b, err := c.Journee(ctx)
	if err := errors.Join(err, b.Laisses); err != nil {
		return err
	}
	_, err = c.Payer(ctx, signataires, d)
	return err
}

// Wherever the process dies, starting again ends in the same place: nothing is
// lost, nothing is doubled, the bank gets the same file once.
func TestMortEntreDeuxEtapes(t *testing.T) {
	fs := tirer(t, 4, 45)
	jour := clock.NewManual(debut + 45)
	temoin, remis := caisse(t, ouvrirBase(t, t.TempDir()), jour), depot{}
	if err := journee(temoin, fs, remis); err != nil {
		t.Fatal(err)
	}
	attendu := photographier(t, temoin)
	if len(remis) != 1 {
		t.Fatalf("le témoin remet %d fichiers à la banque", len(remis))
	}
	for _, quand := range []moment{avant, pendant, apres} {
		pas := 9 // every transaction in long runs
		if os.Getenv("ACCORD_LONG") != "" {
			pas = 1
		}
		for n := 1; ; n += pas {
			s, d := ouvrirBase(t, t.TempDir()), depot{}
			m := &mortel{Store: s, quand: quand, reste: n}
			err := journee(caisse(t, m, jour), fs, d)
			if m.morts == 0 {
				break
			}
			if !errors.Is(err, errMort) {
				t.Fatalf("mort %d à la transaction %d : %v", quand, n, err)
			}
			controler(t, fmt.Sprintf("mort %d à la transaction %d", quand, n), caisse(t, s, jour), fs, d, attendu)
			s.Close()
		}
		s, d := ouvrirBase(t, t.TempDir()), &depotMortel{depot: depot{}, quand: quand}
		_ = journee(caisse(t, s, jour), fs, d)
		controler(t, fmt.Sprintf("mort %d à la remise du fichier", quand), caisse(t, s, jour), fs, d.depot, attendu)
	}
}

// controler starts again and compares with what an undisturbed day gives.
func controler(t *testing.T, nom string, c *app.Caisse, fs []fichier, d depot, attendu string) {
	t.Helper()
	if err := journee(c, fs, d); err != nil {
		t.Fatalf("%s : la reprise échoue : %v", nom, err)
	}
	if photo := photographier(t, c); photo != attendu {
		t.Fatalf("%s : la reprise donne autre chose :\n%s", nom, difference(attendu, photo))
	}
	if len(d) != 1 {
		t.Fatalf("%s : %d fichiers remis à la banque", nom, len(d))
	}
	verifier(t, c)
}
