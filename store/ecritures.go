package store

import (
	"fmt"
	"slices"

	"accord/registre"
	"accord/store/requetes"
	v "accord/valeur"
)

// AjouterEcriture implements [app.TxPaiements]. An entry that differs from the
// one that its key already holds is refused.
func (t *tx) AjouterEcriture(e registre.Ecriture) error {
	if err := e.Verifier(); err != nil {
		return fmt.Errorf("écriture %s : %w", e.Cle, err)
	}
	n, err := t.q.InsererEcriture(t.ctx, requetes.InsererEcritureParams{
		Cle: e.Cle, Le: int64(e.Le), Personne: texteOuNul(e.Personne), Ordre: texteOuNul(e.Ordre), Libelle: e.Libelle, Regles: e.Regles,
	})
	if err != nil {
		return t.erreur(err)
	}
	if n == 0 {
		return t.memeEcriture(&e)
	}
	args := make([]any, 0, 4*len(e.Mouvements))
	for i, m := range e.Mouvements {
		args = append(args, e.Cle, int64(i+1), string(m.Compte), int64(m.Montant))
	}
	return t.inserer(requetes.InsererMouvement, args)
}

// memeEcriture compares an entry with the one that holds its key.
func (t *tx) memeEcriture(e *registre.Ecriture) error {
	r, err := t.q.LireEcriture(t.ctx, e.Cle)
	if err != nil {
		return t.erreur(err)
	}
	lignes, err := t.q.ListerMouvements(t.ctx, e.Cle)
	if err != nil {
		return t.erreur(err)
	}
	deja := ecriture(&r)
	for _, l := range lignes {
		deja.Mouvements = append(deja.Mouvements, mouvement(l.Compte, l.Montant))
	}
	if deja.Le != e.Le || deja.Personne != e.Personne || deja.Ordre != e.Ordre || !slices.Equal(deja.Mouvements, e.Mouvements) {
		return fmt.Errorf("écriture %s : la même clé porte déjà une autre écriture", e.Cle)
	}
	return nil
}

func ecriture(r *requetes.Ecriture) registre.Ecriture {
	return registre.Ecriture{
		Cle: r.Cle, Le: v.Jour(r.Le), Personne: texte(r.Personne), Ordre: texte(r.Ordre), Libelle: r.Libelle, Regles: r.Regles,
	}
}

func mouvement(compte string, montant int64) registre.Mouvement {
	return registre.Mouvement{Compte: registre.Compte(compte), Montant: v.Centimes(montant)}
}

// Ecritures implements [app.TxPaiements]: by day, then key.
func (t *tx) Ecritures(personne string) ([]registre.Ecriture, error) {
	lignes, err := t.q.ListerEcritures(t.ctx, texteOuNul(personne))
	if err != nil {
		return nil, t.erreur(err)
	}
	mouvements, err := t.q.ListerMouvementsPersonne(t.ctx, texteOuNul(personne))
	if err != nil {
		return nil, t.erreur(err)
	}
	parCle := map[string][]registre.Mouvement{}
	for _, m := range mouvements {
		parCle[m.Ecriture] = append(parCle[m.Ecriture], mouvement(m.Compte, m.Montant))
	}
	ecritures := make([]registre.Ecriture, len(lignes))
	for i := range lignes {
		ecritures[i] = ecriture(&lignes[i])
		ecritures[i].Mouvements = parCle[lignes[i].Cle]
	}
	return ecritures, nil
}

// Balance implements [app.TxPaiements].
func (t *tx) Balance() ([]registre.Mouvement, error) {
	lignes, err := t.q.Solder(t.ctx)
	if err != nil {
		return nil, t.erreur(err)
	}
	soldes := make([]registre.Mouvement, len(lignes))
	for i, l := range lignes {
		soldes[i] = mouvement(l.Compte, l.Montant)
	}
	return soldes, nil
}
