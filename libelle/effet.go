package libelle

import (
	"accord/registre"
	v "accord/valeur"
)

// JourDu says in few words what a day owes: before an act, or after it.
func JourDu(d *registre.Du) string {
	if d.Etat == "" {
		return "hors du calendrier"
	}
	s := Etat(d.Etat)
	if d.IJ > 0 {
		s += " " + d.IJ.Euros()
	}
	if d.Destinataire.SIRET() != "" {
		s += " à l'employeur"
	}
	if d.Progres != "" {
		s += ", " + progres[d.Progres].Mot().Mot
	}
	return s
}

// Ecart writes a difference in euros, with its sign: «+12,50 €».
func Ecart(m v.Centimes) string {
	if m > 0 {
		return "+" + m.Euros()
	}
	return m.Euros()
}
