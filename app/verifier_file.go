package app

import (
	"slices"

	"accord/clock"
	"accord/decision"
	"accord/libelle"
	v "accord/valeur"
)

// verifierFile proves who is awaited on a dossier, when the run of the caisse looks at it next and
// how many tasks are open. They move with the days: what is kept is either what the facts give
// today, or what they gave on the day on which it was computed.
func (c *Caisse) verifierFile(tx Tx, d *Dossier, garde, derive *Resume, r *Verification) error {
	if memeFile(garde, derive) || garde.CalculeLe == 0 {
		return nil
	}
	attendu := derive
	for _, trace := range [...]bool{false, true} { // the run computes everyone twice, a reception does not
		for _, avant := range [...]bool{false, true} { // a stop of that day, made before or after
			x, err := c.resumeDu(tx, d, derive.Dossier, garde.CalculeLe, trace, avant)
			if err != nil || memeFile(garde, x) {
				return err
			}
			if !trace && !avant {
				attendu = x
			}
		}
	}
	r.breche("FILE", derive.Dossier, "Calculée le %s, la liste dit : %s ; les faits donnaient ce jour-là : %s.", garde.CalculeLe.Francais(), garde.direFile(), attendu.direFile())
	return nil
}

func memeFile(a, b *Resume) bool {
	return a.Attend == b.Attend && a.AVoirLe == b.AVoirLe && a.Taches == b.Taches
}

// resumeDu gives the line of a dossier as it was to be written on a day, under the stops
// of that day, or of the day before.
func (c *Caisse) resumeDu(tx Tx, d *Dossier, numero string, le v.Jour, trace, veille bool) (*Resume, error) {
	alors := New(c.store, c.lecteur, c.banque, clock.NewManual(le), c.table, c.conf)
	gestes, err := tx.Gels(le + 1)
	if err != nil {
		return nil, err
	}
	gestes = slices.DeleteFunc(gestes, func(g decision.GesteGel) bool {
		fait := clock.JourDe(g.Le)
		return fait > le || veille && fait == le
	})
	gels := slices.DeleteFunc(decision.PlierGels(gestes), func(g decision.Gel) bool { return !g.EnVigueur(le) })
	x, err := alors.ouvrirSous(tx, d.Personne, trace, gels)
	if err != nil {
		return nil, err
	}
	for i := range x.Etapes {
		if e := &x.Etapes[i]; NumeroDossier(x.Personne, &e.Chaine) == numero {
			r := x.resume(e)
			return &r, nil
		}
	}
	return &Resume{}, nil // the dossier was not there
}

// direFile tells in words who is awaited and when the dossier is looked at.
func (r *Resume) direFile() string {
	qui, quand := "personne n'est attendu", "rien à examiner"
	if r.Attend != "" {
		qui = "on attend " + libelle.Acteur(r.Attend, "")
	}
	if r.AVoirLe != 0 {
		quand = "à examiner le " + r.AVoirLe.Francais()
	}
	return qui + ", " + quand + ", " + libelle.Compte(r.Taches, "tâche ouverte", "tâches ouvertes")
}
