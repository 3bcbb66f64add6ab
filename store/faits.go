package store

import (
	"crypto/sha256"
	"strconv"

	"accord/dossier"
	"accord/store/requetes"
)

func lieuFait(personne string, seq int64) lieu {
	return lieu{"faits", personne + "/" + strconv.FormatInt(seq, 10)}
}

// AjouterFaits implements [app.TxPersonnes].
func (t *tx) AjouterFaits(personne string, recuLe int64, faits []dossier.Fait) error {
	p, err := t.clePersonne(personne)
	if err != nil || len(faits) == 0 {
		return err
	}
	args := make([]any, 0, 7*len(faits))
	seq, tete, suivie := p.faits, p.tete, p.suivie
	clairs := make([][]byte, len(faits))
	for i := range faits {
		seq++
		suivie = suivie || faits[i].OuvreUnDossier()
		clair, scelle, err := ecrireJSON(p.cle, lieuFait(personne, seq), &faits[i])
		if err != nil {
			return err
		}
		clairs[i] = clair
		somme := sha256.Sum256(scelle)
		genre := string(faits[i].Genre)
		tete = maillon(tete, seq, genre, recuLe, somme[:])
		args = append(args, personne, seq, genre, recuLe, scelle, somme[:], tete)
	}
	if err := t.inserer(requetes.InsererFait, args); err != nil {
		return err
	}
	p.ajoutes = append(p.ajoutes, clairs...)
	p.faits, p.tete, p.suivie = seq, tete, suivie
	return t.erreur(t.q.AvancerChaine(t.ctx, requetes.AvancerChaineParams{Faits: seq, Tete: tete, Suivie: suivie, ID: personne}))
}

// Suivie implements [app.TxPersonnes].
func (t *tx) Suivie(personne string) (bool, error) {
	p, err := t.lirePersonne(personne)
	if err != nil {
		return false, err
	}
	return p.suivie, nil
}
