package app

import (
	"cmp"
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
	gestes, duJour, err := gestesDu(tx, garde.CalculeLe)
	if err != nil {
		return err
	}
	attendu := derive
	for sans := range duJour + 1 { // as it stood when it was computed: some stops of that day came after
		for _, trace := range [...]bool{false, true} { // the run computes everyone twice, a reception does not
			x, err := c.resumeDu(tx, d, derive.Dossier, garde.CalculeLe, trace, gestes[:len(gestes)-sans])
			if err != nil || memeFile(garde, x) {
				return err
			}
			if !trace && sans == 0 {
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

// gestesDu lists what was done to stops until a day, in order, and how many were done on it.
func gestesDu(tx Tx, le v.Jour) (gestes []decision.GesteGel, duJour int, err error) {
	if gestes, err = tx.Gels(le + 1); err != nil {
		return nil, 0, err
	}
	gestes = slices.DeleteFunc(gestes, func(g decision.GesteGel) bool { return clock.JourDe(g.Le) > le })
	slices.SortStableFunc(gestes, func(a, b decision.GesteGel) int { return cmp.Compare(a.Le, b.Le) })
	for i := range gestes {
		if clock.JourDe(gestes[i].Le) == le {
			duJour++
		}
	}
	return gestes, duJour, nil
}

// resumeDu gives the line of a dossier as it was to be written on a day, under what was done to stops until then.
func (c *Caisse) resumeDu(tx Tx, d *Dossier, numero string, le v.Jour, trace bool, gestes []decision.GesteGel) (*Resume, error) {
	alors := New(c.store, c.lecteur, c.banque, clock.NewManual(le), c.table, c.conf)
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
