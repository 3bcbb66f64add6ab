package libelle

import (
	"strings"

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

// Paierait says what the next day of the caisse would pay more, or less, gross: «paierait
// 12,50 € brut de plus».
func Paierait(ecart v.Centimes) string {
	switch {
	case ecart > 0:
		return "paierait " + ecart.Euros() + " brut de plus"
	case ecart < 0:
		return "paierait " + (-ecart).Euros() + " brut de moins"
	}
	return "ne paierait rien de plus ni de moins"
}

// PasRegarde says what a bounded count left out; nothing when it left nothing.
func PasRegarde(personnes, ordres int) string {
	var reste []string
	if personnes > 0 {
		reste = append(reste, Compte(personnes, "personne à recalculer", "personnes à recalculer"))
	}
	if ordres > 0 {
		reste = append(reste, Compte(ordres, "paiement en cours à regarder", "paiements en cours à regarder"))
	}
	return strings.Join(reste, " et ")
}
