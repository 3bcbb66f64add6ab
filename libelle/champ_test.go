package libelle

import (
	"strings"
	"testing"

	"accord/droit"
)

func TestChamp(t *testing.T) {
	for _, c := range []struct{ nom, valeur, nomDit, valeurDite string }{
		{"gain_journalier", "85.934071", "gain journalier", "85,934071"},
		{"interruption", "2026-09-09", "interruption", "09/09/2026"},
		{"retabli juin 2026", "874.00", "rétabli juin 2026", "874,00"},
		{"voie", "150h_3_mois", "voie", "150 heures en trois mois civils"},
		{"etat", "paye", "état", "indemnisé"},
		{"etat", "carence", "état", "carence"},
		{"ij", "42.96", "indemnité journalière", "42,96"},
		{"jours", "14", "jours", "14"},
		{"ouvert", "oui", "droit ouvert", "oui"},
		{"note", "art. 3.4.5", "note", "art. 3.4.5"},
	} {
		if d := Champ(droit.C(c.nom, c.valeur)); d.Nom != c.nomDit || d.Valeur != c.valeurDite {
			t.Errorf("%s : %s se dit %s : %s", c.nom, c.valeur, d.Nom, d.Valeur)
		}
	}
}

func TestDecimal(t *testing.T) {
	for s, veut := range map[string]string{
		"0.50": "0,50", "-0.50": "-0,50", "-12.30": "-12,30", "7": "7", "": "", ".5": ".5", "1.": "1.", "1.-5": "1.-5", "1.2.3": "1.2.3", "a.b": "a.b",
		"2552.242": Nombre(2552) + ",242",
	} {
		if d := Decimal(s); d != veut {
			t.Errorf("«%s» se dit «%s», attendu «%s»", s, d, veut)
		}
	}
	for _, e := range etats {
		if Etat(e) == "" || strings.Contains(Etat(e), "_") || Etat(e) == string(droit.Paye) {
			t.Errorf("l'état «%s» ne se dit pas", e)
		}
	}
}
