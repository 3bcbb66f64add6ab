package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"

	"accord/store/requetes"
)

// The chain of a person: the hash of each fact covers the one before it, its
// rank, its kind, its instant and the hash of its sealed content. No key is
// needed to verify it, and blanking the content does not break it.

// origine is what the first fact of a person is chained to.
func origine(personne string) []byte {
	h := sha256.Sum256([]byte("accord/chaine/1/" + personne))
	return h[:]
}

func maillon(precedent []byte, seq int64, genre string, recuLe int64, empreinteScelle []byte) []byte {
	b := make([]byte, 0, 2*sha256.Size+17+len(genre))
	b = append(b, precedent...)
	b = binary.BigEndian.AppendUint64(b, uint64(seq))
	b = append(b, byte(len(genre)))
	b = append(b, genre...)
	b = binary.BigEndian.AppendUint64(b, uint64(recuLe))
	b = append(b, empreinteScelle...)
	h := sha256.Sum256(b)
	return h[:]
}

// VerifierChaine implements [app.TxPersonnes]: the error names the first fact
// that is not what it was.
func (t *tx) VerifierChaine(personne string) error {
	p, err := t.lirePersonne(personne)
	if err != nil {
		return err
	}
	faits, err := t.q.ListerFaits(t.ctx, personne)
	if err != nil {
		return t.erreur(err)
	}
	tete := origine(personne)
	for i := range faits {
		if tete, err = verifierFait(p, tete, int64(i+1), &faits[i]); err != nil {
			return err
		}
	}
	if n := int64(len(faits)); n != p.faits {
		return fmt.Errorf("personne %s, fait %d : %d faits enregistrés, %d dans la base", personne, min(n, p.faits)+1, p.faits, n)
	}
	if !bytes.Equal(tete, p.tete) {
		return fmt.Errorf("personne %s, fait %d : la tête de la chaîne n'est pas celle du dernier fait", personne, p.faits)
	}
	return nil
}

func verifierFait(p *personne, precedent []byte, seq int64, f *requetes.ListerFaitsRow) ([]byte, error) {
	altere := func(quoi string) error {
		return fmt.Errorf("personne %s, fait %d : %s", p.id, seq, quoi)
	}
	if f.Seq != seq {
		return nil, altere("il manque à la chaîne")
	}
	if f.Scelle == nil && !p.efface {
		return nil, altere("son contenu a disparu")
	}
	if somme := sha256.Sum256(f.Scelle); f.Scelle != nil && !bytes.Equal(somme[:], f.EmpreinteScelle) {
		return nil, altere("son contenu a été altéré")
	}
	if !bytes.Equal(maillon(precedent, f.Seq, f.Genre, f.RecuLe, f.EmpreinteScelle), f.Empreinte) {
		return nil, altere("sa ligne a été altérée")
	}
	return f.Empreinte, nil
}
