package store

import (
	"fmt"
	"slices"

	"accord/droit"
	"accord/registre"
	"accord/store/requetes"
	v "accord/valeur"
)

// trierDus gives the days in the order of their keys, each of them once.
func trierDus(personne string, dus []registre.Du) ([]registre.Du, error) {
	ordre := func(a, b registre.Du) int { return a.Compare(b.Cle) }
	if !slices.IsSortedFunc(dus, ordre) {
		dus = slices.SortedFunc(slices.Values(dus), ordre)
	}
	for i := 1; i < len(dus); i++ {
		if dus[i].Cle == dus[i-1].Cle {
			return nil, fmt.Errorf("registre de %s : le jour %s est deux fois sur la ligne %s (%s)",
				personne, dus[i].Jour.Francais(), dus[i].Ligne, dus[i].Risque)
		}
	}
	return dus, nil
}

// projeterRegistre replaces the runs of days of a person.
func (t *tx) projeterRegistre(personne string, dus []registre.Du) error {
	dus, err := trierDus(personne, dus)
	if err != nil {
		return err
	}
	if err := t.q.SupprimerSuites(t.ctx, personne); err != nil {
		return t.erreur(err)
	}
	suites := registre.Comprimer(dus)
	args := make([]any, 0, 12*len(suites))
	for i := range suites {
		s := &suites[i]
		args = append(args, personne, s.Ligne, string(s.Risque), int64(s.Jour), int64(s.Au), s.Dossier, string(s.Etat),
			int64(s.IJ), string(s.Destinataire), string(s.Regle), s.Exonere, int64(s.Reserve))
	}
	return t.inserer(requetes.InsererSuite, args)
}

// Registre implements [app.TxProjections].
func (t *tx) Registre(personne string) ([]registre.Du, error) {
	lignes, err := t.q.ListerSuites(t.ctx, personne)
	if err != nil {
		return nil, t.erreur(err)
	}
	suites := make([]registre.Suite, len(lignes))
	for i, l := range lignes {
		suites[i] = registre.Suite{
			Du: registre.Du{
				Cle:     registre.Cle{Jour: v.Jour(l.Du), Ligne: l.Ligne, Risque: droit.Risque(l.Risque)},
				Dossier: l.Dossier, Etat: droit.Etat(l.Etat), IJ: v.Centimes(l.Ij),
				Destinataire: registre.Destinataire(l.Destinataire), Regle: droit.Regle(l.Regle), Exonere: l.Exonere, Reserve: v.Centimes(l.Reserve),
			},
			Au: v.Jour(l.Au),
		}
	}
	return registre.Deplier(suites), nil
}
