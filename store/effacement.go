package store

import "context"

// Effacer implements [app.TxPersonnes]. What remains of the person is the
// chain of hashes and the books: postings, orders without their sheet nor the
// person's account, entries.
func (t *tx) Effacer(personne string) error {
	p, err := t.lirePersonne(personne)
	if err != nil || p.efface {
		return err
	}
	// The key goes first: the triggers let sealed content be blanked only for
	// a person who is erased.
	if err := t.q.EffacerPersonne(t.ctx, personne); err != nil {
		return t.erreur(err)
	}
	for _, effacer := range []func(context.Context, string) error{
		t.q.EffacerCle, t.q.EffacerFaits, t.q.EffacerPieces, t.q.EffacerVolets, t.q.EffacerOrdres,
		t.q.SupprimerSuites, t.q.SupprimerResumes, t.q.SupprimerImpayes, t.q.SupprimerGelsRetenus,
	} {
		if err := effacer(t.ctx, personne); err != nil {
			return t.erreur(err)
		}
	}
	if err := t.q.EffacerMessages(t.ctx, texteOuNul(personne)); err != nil {
		return t.erreur(err)
	}
	if err := t.q.EffacerTravaux(t.ctx, texteOuNul(personne)); err != nil {
		return t.erreur(err)
	}
	t.memoire.lus.Remove(personne)
	p.efface, p.index, p.nir, p.enveloppe, p.cle = true, nil, nil, nil, nil
	return nil
}
