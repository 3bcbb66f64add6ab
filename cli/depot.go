package cli

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// dossierBancaire is a folder from which the bank's channel takes files. A file
// appears whole, with beside it the mark of its hash, which stays when the file
// is taken away: that is how a file is handed over exactly once.
type dossierBancaire string

// Deposer writes the file under a temporary name, then its mark, then moves it
// to its place. Called again after a crash it finishes what was begun; when the
// mark is there and nothing is left to move, the file was handed over.
func (d dossierBancaire) Deposer(nom string, contenu []byte) error {
	if err := os.MkdirAll(string(d), 0o755); err != nil {
		return err
	}
	chemin := filepath.Join(string(d), nom)
	attente, marque := chemin+".tmp", chemin+".sha256"
	hash := fmt.Sprintf("%x  %s\n", sha256.Sum256(contenu), nom)
	switch texte, err := os.ReadFile(marque); {
	case err == nil && string(texte) != hash:
		return fmt.Errorf("%s a déjà été remis avec un autre contenu", nom)
	case err == nil:
		if err := os.Rename(attente, chemin); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	if err := ecrireDurable(attente, contenu); err != nil {
		return err
	}
	if err := ecrireDurable(marque+".tmp", []byte(hash)); err != nil {
		return err
	}
	if err := os.Rename(marque+".tmp", marque); err != nil {
		return err
	}
	return os.Rename(attente, chemin)
}

// ecrireDurable writes a file and waits until the disk has it.
func ecrireDurable(chemin string, contenu []byte) error {
	f, err := os.OpenFile(chemin, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(contenu)
	return errors.Join(err, f.Sync(), f.Close())
}
