package store

import (
	"bytes"
	"slices"

	lru "github.com/hashicorp/golang-lru/v2"

	"accord/dossier"
	"accord/store/requetes"
)

// personnesEnMemoire bounds how many people have their facts held opened.
const personnesEnMemoire = 4096

// memoire holds the facts of the people read last, opened. Facts are only
// added: those of a chain whose head was seen hold for ever, so nothing has to
// say that they are stale. What is held is shared and must not be changed.
type memoire struct{ lus *lru.Cache[string, lus] }

// lus are the first facts of a person, down to the one whose hash is tete.
type lus struct {
	tete  []byte
	faits []dossier.Fait
}

func nouvelleMemoire() *memoire {
	c, _ := lru.New[string, lus](personnesEnMemoire) // fails only for a size below one
	return &memoire{lus: c}
}

// Faits implements [app.TxPersonnes]. It opens the facts that were added since
// the person was read last, when the chain in the base goes through those.
func (t *tx) Faits(personne string) ([]dossier.Fait, error) {
	p, err := t.clePersonne(personne)
	if err != nil {
		t.memoire.lus.Remove(personne) // erased, perhaps, while it was being read
		return nil, err
	}
	deja, _ := t.memoire.lus.Get(personne)
	if bytes.Equal(deja.tete, p.tete) {
		return slices.Clone(deja.faits), nil
	}
	faits, err := p.suivreAjoutes(deja)
	if faits == nil && err == nil {
		faits, err = t.lireFaits(p, deja)
	}
	if err != nil {
		return nil, err
	}
	if int64(len(faits)) == p.faits {
		t.memoire.lus.Add(personne, lus{tete: p.tete, faits: faits})
	}
	return slices.Clone(faits), nil
}

// suivreAjoutes reads what this transaction added after facts that are read
// already; nil when these are not all that was there before.
func (p *personne) suivreAjoutes(deja lus) ([]dossier.Fait, error) {
	n := p.faits - int64(len(p.ajoutes))
	if int64(len(deja.faits)) != n || n > 0 && !bytes.Equal(deja.tete, p.debut) {
		return nil, nil
	}
	faits := make([]dossier.Fait, p.faits)
	copy(faits, deja.faits)
	for i, clair := range p.ajoutes {
		if err := lireJSON(lieuFait(p.id, n+int64(i)+1), clair, &faits[n+int64(i)]); err != nil {
			return nil, err
		}
	}
	return faits, nil
}

// lireFaits opens the facts of a person that are not read already.
func (t *tx) lireFaits(p *personne, deja lus) ([]dossier.Fait, error) {
	n := int64(len(deja.faits))
	lignes, err := t.q.ListerScelles(t.ctx, requetes.ListerScellesParams{Personne: p.id, Depuis: n})
	if err != nil {
		return nil, t.erreur(err)
	}
	if n > 0 {
		if len(lignes) == 0 || lignes[0].Seq != n || !bytes.Equal(lignes[0].Empreinte, deja.tete) {
			// A transaction that was undone had added them.
			return t.lireFaits(p, lus{})
		}
		lignes = lignes[1:]
	}
	faits := make([]dossier.Fait, n, n+int64(len(lignes)))
	copy(faits, deja.faits)
	for _, l := range lignes {
		var f dossier.Fait
		if err := descellerJSON(p.cle, lieuFait(p.id, l.Seq), l.Scelle, &f); err != nil {
			return nil, err
		}
		faits = append(faits, f)
	}
	return faits, nil
}
