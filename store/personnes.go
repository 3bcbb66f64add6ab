package store

import (
	"bytes"
	"errors"
	"fmt"
	"math"

	"accord/app"
	"accord/store/requetes"
	v "accord/valeur"
)

// Personne implements [app.TxPersonnes]. A person whose content was erased and
// who comes back is a new person of the base.
func (t *tx) Personne(nir v.NIR, essai, creer bool) (string, error) {
	if nir.IsZero() {
		return "", errors.New("un NIR vide ne désigne personne")
	}
	index, tentee := t.coffre.indexNIR(nir), false
	for generation := uint64(0); ; {
		id := t.coffre.identifier(nir, essai, generation)
		p, err := t.lirePersonne(id)
		switch {
		case err == nil && p.efface:
			generation++
		case err == nil && !bytes.Equal(p.index, index):
			return "", fmt.Errorf("l'identifiant %s est déjà celui d'un autre numéro", id)
		case err == nil:
			return id, nil
		case !errors.Is(err, app.ErrAbsent) || tentee:
			return "", err
		case !creer && generation > 0:
			return "", fmt.Errorf("NIR %s : %w", nir, app.ErrEfface)
		case !creer:
			return "", absent("NIR", nir.String())
		default:
			if err := t.creerPersonne(&personne{id: id, essai: essai, index: index}, nir); err != nil {
				return "", err
			}
			tentee = true
		}
	}
}

// creerPersonne makes a person; another transaction may have just done so.
func (t *tx) creerPersonne(p *personne, nir v.NIR) (err error) {
	if p.cle, p.enveloppe, err = t.coffre.nouvelleClePersonne(p.id); err != nil {
		return err
	}
	p.tete = origine(p.id)
	p.nir = sceller(p.cle, lieu{"personnes.nir", p.id}, []byte(nir.Clair()))
	n, err := t.q.InsererPersonne(t.ctx, requetes.InsererPersonneParams{ID: p.id, Essai: p.essai, NirIndex: p.index, NirScelle: p.nir, Tete: p.tete})
	if err != nil || n == 0 {
		return t.erreur(err)
	}
	t.retenir(p)
	return t.erreur(t.q.InsererClePersonne(t.ctx, requetes.InsererClePersonneParams{Personne: p.id, Enveloppe: p.enveloppe}))
}

// NIR implements [app.TxPersonnes].
func (t *tx) NIR(personne string) (nir v.NIR, essai bool, err error) {
	p, err := t.clePersonne(personne)
	if err != nil {
		return "", false, err
	}
	clair, err := desceller(p.cle, lieu{"personnes.nir", personne}, p.nir)
	return v.NIR(clair), p.essai, err
}

// Verrouiller implements [app.TxPersonnes].
func (t *tx) Verrouiller(personne string) error {
	if t.lecture {
		return errLecture
	}
	_, err := t.lirePersonne(personne)
	return err
}

// Personnes implements [app.TxPersonnes].
func (t *tx) Personnes(apres string, n int) ([]string, error) {
	ids, err := t.q.ListerPersonnes(t.ctx, requetes.ListerPersonnesParams{Apres: apres, Nombre: limite(n)})
	return ids, t.erreur(err)
}

// limite is how many rows to read at most: zero or less means all.
func limite(n int) int64 {
	if n <= 0 {
		return math.MaxInt64
	}
	return int64(n)
}
