package store

import "accord/store/requetes"

// Principale implements [app.TxPersonnes].
func (t *tx) Principale(personne string) (string, error) {
	p, err := t.lirePersonne(personne)
	if err != nil {
		return "", err
	}
	return p.principale, nil
}

// Rattachees implements [app.TxPersonnes].
func (t *tx) Rattachees(personne string) ([]string, error) {
	if _, err := t.lirePersonne(personne); err != nil {
		return nil, err
	}
	fiches, err := t.q.ListerRattachees(t.ctx, personne)
	return fiches, t.erreur(err)
}

// Rattacher implements [app.TxPersonnes].
func (t *tx) Rattacher(personne, principale string) error {
	p, err := t.lirePersonne(personne)
	if err != nil {
		return err
	}
	if principale != "" {
		if _, err := t.lirePersonne(principale); err != nil {
			return err
		}
	}
	p.principale = principale
	return t.erreur(t.q.Rattacher(t.ctx, requetes.RattacherParams{ID: personne, Principale: principale}))
}
