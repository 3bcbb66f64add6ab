package app

import (
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// ValeursManquantes lists the values of the law that are not known, with the days
// that wait for them: nobody outside the caisse can answer.
func (d *Dossier) ValeursManquantes() []droit.Manque {
	return garder(d.Calcul.Resultat.Manques, func(m *droit.Manque) bool { return m.Code == droit.ManqueParametre })
}

// sansCalcul says why days that wait for no answer are not computed.
func (d *Dossier) sansCalcul(p v.Periode) string {
	if slices.ContainsFunc(d.ValeursManquantes(), func(m droit.Manque) bool { return !m.Pour.Inter(p).IsZero() }) {
		return CauseSansValeur
	}
	return CauseSansCalcul
}
