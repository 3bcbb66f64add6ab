package libelle

import (
	"testing"
	"unicode/utf8"

	"accord/droit"
	"accord/registre"
	v "accord/valeur"
)

func TestDuJour(t *testing.T) {
	auj := v.NewJour(2026, 3, 20)
	hier, demain := auj-1, auj+1
	for _, c := range []struct {
		nom   string
		etat  droit.Etat
		jour  v.Jour
		ij    v.Centimes
		suite Suite
		veut  Aspect
	}{
		{"dû hier, rien de posé", droit.Paye, hier, 3287, Suite{}, Du},
		{"le jour même n'est pas encore passé", droit.Paye, auj, 3287, Suite{}, AVenir},
		{"demain", droit.Paye, demain, 3287, Suite{}, AVenir},
		{"tout est parti", droit.Paye, hier, 3287, Suite{Verse: 3287}, Verse},
		{"un jour à venir déjà payé reste payé", droit.Paye, demain, 3287, Suite{Verse: 3287}, Verse},
		{"l'ordre attend une signature", droit.Paye, hier, 3287, Suite{Engage: 3287}, EnPaiement},
		{"le complément est en route", droit.Paye, hier, 3287, Suite{Verse: 3000, Engage: 287}, EnPaiement},
		{"payé en partie", droit.Paye, hier, 3287, Suite{Verse: 3000}, Partiel},
		{"payé en trop", droit.Paye, hier, 3287, Suite{Verse: 4000}, TropVerse},
		{"payé à un autre", droit.Paye, hier, 3287, Suite{Verse: 3287, Ailleurs: 3287}, Du},
		{"payé à un autre, le sien est en route", droit.Paye, hier, 3287, Suite{Verse: 3287, Engage: 3287, Ailleurs: 3287}, EnPaiement},
		{"payé à un autre, et à lui", droit.Paye, hier, 3287, Suite{Verse: 6574, Ailleurs: 3287}, AUnAutre},
		{"une correction rétablit le compte", droit.Paye, hier, 3287, Suite{Verse: 4000, Engage: -713}, EnPaiement},
		{"indemnité nulle", droit.Paye, hier, 0, Suite{}, SansMontant},
		{"en attente", droit.Attente, hier, 0, Suite{}, Attendu},
		{"un acompte ne lève pas l'attente", droit.Attente, hier, 1000, Suite{Verse: 1000}, SurCompte},
		{"refus proposé, pas signé", droit.Refuse, hier, 0, Suite{ASigner: true}, ASigner},
		{"refus signé", droit.Refuse, hier, 0, Suite{}, Refuse},
		{"refusé après paiement", droit.Refuse, hier, 0, Suite{Verse: 3287}, TropVerse},
		{"carence", droit.Carence, hier, 0, Suite{}, Carence},
		{"carence à venir", droit.Carence, demain, 0, Suite{}, Carence},
	} {
		d := registre.Du{Cle: registre.Cle{Jour: c.jour}, Etat: c.etat, IJ: c.ij}
		if a := DuJour(&d, c.suite, auj); a != c.veut {
			t.Errorf("%s : %s, attendu %s", c.nom, a, c.veut)
		}
	}
}

// etats lists the states of the law.
var etats = []droit.Etat{
	droit.Paye, droit.Carence, droit.AChargeEmployeur, droit.NonPrescrit, droit.Refuse, droit.Suspendu, droit.Attente,
	droit.NonCumul, droit.Epuise, droit.Travaille,
}

// TestChaqueEtatSeDit: no state of the law is without an aspect, and no aspect
// without its words; signs tell aspects apart where there is no colour.
func TestChaqueEtatSeDit(t *testing.T) {
	for _, e := range etats {
		d := registre.Du{Cle: registre.Cle{Jour: 10}, Etat: e, IJ: 100}
		if a := DuJour(&d, Suite{}, 20); a == "" {
			t.Errorf("l'état «%s» n'a pas d'aspect", e)
		}
	}
	signes, courts := map[string]Aspect{}, map[string]Aspect{}
	for _, a := range Aspects() {
		m := a.Mot()
		if m.Mot == "" || m.Court == "" || m.Phrase == "" || m.Phrase[len(m.Phrase)-1] != '.' {
			t.Errorf("%s : mots incomplets %+v", a, m)
		}
		if utf8.RuneCountInString(m.Signe) != 1 || utf8.RuneCountInString(m.Court) > 8 {
			t.Errorf("%s : signe «%s», mot court «%s»", a, m.Signe, m.Court)
		}
		if b, vu := signes[m.Signe]; vu {
			t.Errorf("%s et %s ont le même signe «%s»", a, b, m.Signe)
		}
		if b, vu := courts[m.Court]; vu {
			t.Errorf("%s et %s ont le même mot «%s»", a, b, m.Court)
		}
		signes[m.Signe], courts[m.Court] = a, a
	}
	if len(Aspects()) != len(mots) {
		t.Errorf("la légende montre %d aspects sur %d", len(Aspects()), len(mots))
	}
}
