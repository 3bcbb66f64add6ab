package store

import (
	"fmt"

	"accord/app"
	"accord/decision"
	"accord/store/requetes"
	v "accord/valeur"
)

// AjouterGel implements [app.TxGels]. A stop is made, confirmed and lifted once
// each.
func (t *tx) AjouterGel(g decision.GesteGel) error {
	scelle, err := scellerJSON(t.coffre.caisse, lieu{"gels." + string(g.Geste), g.Gel}, g)
	if err != nil {
		return err
	}
	n, err := t.q.InsererGel(t.ctx, requetes.InsererGelParams{ID: g.Gel, Geste: string(g.Geste), Jusque: int64(g.Jusque), Le: g.Le, Scelle: scelle})
	if err == nil && n == 0 {
		return fmt.Errorf("arrêt %s, %s : %w", g.Gel, g.Geste, app.ErrDejaFait)
	}
	return t.erreur(err)
}

// Gels implements [app.TxGels].
func (t *tx) Gels(depuis v.Jour) ([]decision.GesteGel, error) {
	lignes, err := t.q.ListerGels(t.ctx, int64(depuis))
	if err != nil {
		return nil, t.erreur(err)
	}
	gestes := make([]decision.GesteGel, len(lignes))
	for i, l := range lignes {
		if err := descellerJSON(t.coffre.caisse, lieu{"gels." + l.Geste, l.ID}, l.Scelle, &gestes[i]); err != nil {
			return nil, err
		}
	}
	return gestes, nil
}

// CompterGel implements [app.TxGels].
func (t *tx) CompterGel(gel string) (app.GelCompte, error) {
	r, err := t.q.CompterGel(t.ctx, gel)
	return app.GelCompte{Personnes: int(r.Personnes), Jours: int(r.Jours), Brut: v.Centimes(r.Brut)}, t.erreur(err)
}

// RetenusPar implements [app.TxGels].
func (t *tx) RetenusPar(gel string) ([]string, error) {
	personnes, err := t.q.ListerRetenusPar(t.ctx, gel)
	return personnes, t.erreur(err)
}

// projeterGels replaces what stops hold of a person.
func (t *tx) projeterGels(personne string, gels []app.GelRetenu) error {
	if err := t.q.SupprimerGelsRetenus(t.ctx, personne); err != nil {
		return t.erreur(err)
	}
	args := make([]any, 0, 4*len(gels))
	for _, g := range gels {
		args = append(args, personne, g.Gel, int64(g.Jours), int64(g.Brut))
	}
	return t.inserer(requetes.InsererGelRetenu, args)
}

// OrdresDepuis implements [app.TxGels].
func (t *tx) OrdresDepuis(jour v.Jour) ([]string, error) {
	ids, err := t.q.ListerOrdresDepuis(t.ctx, int64(jour))
	return ids, t.erreur(err)
}

// Versions implements [app.TxGels].
func (t *tx) Versions() ([]string, error) {
	versions, err := t.q.ListerVersions(t.ctx)
	return versions, t.erreur(err)
}
