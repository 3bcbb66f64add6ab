package suivi

import (
	"strings"
	"testing"

	"accord/decision"
	"accord/dossier"
	"accord/droit"
	v "accord/valeur"
)

// A request that a claim be given up forbids any retention until it is decided, then for seven days; the
// directeur has two months, and its decision alone ends the task.
func TestRemise(t *testing.T) {
	type A = dossier.Intervention
	notifie, demande := A{Nature: dossier.NotifierIndu, Date: debut + 1}, A{Nature: dossier.Reclamer, Valeur: Remise, Objet: "a0"}
	decide := func(valeur string, montant v.Centimes) A {
		return A{Nature: dossier.Remettre, Objet: "a1", Valeur: valeur, Montant: montant}
	}
	deux := Echeance("REMISE", debut+1)
	for _, c := range []struct {
		nom     string
		actes   []A
		permise v.Jour
		remis   v.Centimes
		entier  bool
		ouverte bool
	}{
		{"sans demande", []A{notifie}, debut + 22, 0, false, false},
		{"demandée", []A{notifie, demande}, v.JourMax, 0, false, true},
		{"d'un autre indu", []A{notifie, {Nature: dossier.Reclamer, Valeur: Remise, Objet: "a9"}}, debut + 22, 0, false, true},
		{"répondue, pas décidée", []A{notifie, demande, {Nature: dossier.Remettre, Objet: "a9", Valeur: decision.RemiseTotale, Montant: 1}}, v.JourMax, 0, false, true},
		{"refusée", []A{notifie, demande, decide(decision.RemiseRefusee, 0)}, debut + 22, 0, false, false},
		{"en partie", []A{notifie, demande, decide(decision.RemisePartielle, 50_00)}, debut + 22, 50_00, false, false},
		{"en entier", []A{notifie, demande, decide(decision.RemiseTotale, 107_35)}, debut + 22, 107_35, true, false},
		{"demandée de nouveau", []A{notifie, demande, decide(decision.RemiseRefusee, 0), demande}, v.JourMax, 0, false, true},
	} {
		actes := histoire(c.actes...)
		is := Indus(droit.Calendrier{}, actes, func(*Indu) {})
		if len(is) != 1 || is[0].RetenuePermise(droit.Calendrier{}) != c.permise || is[0].Remis() != c.remis || is[0].RemisEntier() != c.entier {
			t.Errorf("%s : %+v, permise %s", c.nom, is, is[0].RetenuePermise(droit.Calendrier{}))
		}
		ouvertes := Ouvertes(Taches(actes, nil, CRA))
		if (len(ouvertes) == 1) != c.ouverte || c.ouverte && (ouvertes[0].Acteur != "directeur" || ouvertes[0].Echeance < deux || !strings.Contains(ouvertes[0].Phrase, "L.256-4")) {
			t.Errorf("%s : %+v", c.nom, ouvertes)
		}
	}
	tard := histoire(notifie, demande, decide(decision.RemiseRefusee, 0))
	tard[2].Le = debut + 40
	if j := Indus(droit.Calendrier{}, tard, func(*Indu) {})[0].RetenuePermise(droit.Calendrier{}); j != debut+48 {
		t.Errorf("refusée le %s, une retenue est permise le %s", debut+40, j)
	}
}
