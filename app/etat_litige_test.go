package app_test

import (
	"context"
	"testing"

	"accord/app"
	"accord/dossier"
	v "accord/valeur"
)

// Days paid to the employer and owed to the insured are still owed: they count in what is
// due, gross and net, and against the technician who must say who is paid.
func TestJoursEnLitigeRestentDus(t *testing.T) {
	m, fermer := nouveauMonde(t, debut+12)
	defer fermer()
	m.recevoir(unAvis(invente(0), debut, debut+9, siretInvente(0)))
	m.recevoir(uneAttestation(invente(0), siretInvente(0), debut-1, 2000_00, 1, mois(debut), &dossier.SubrogationDeclaree{Periode: v.P(debut, debut+30), IBAN: compteInvente(100)}))
	m.recevoir(unRIB(invente(0), compteInvente(0), debut, false))
	m.vivre(1, true)
	_, _, err := m.c.Agir(context.Background(), string(invente(0)), dossier.Intervention{
		Nature: dossier.ForcerDestinataire, Valeur: "assure", Periode: v.P(debut, debut+9), Par: "Dominique Petit", Role: "directeur", Motif: "elle n'a pas été payée"})
	m.verifierErreur(err)
	e, err := m.c.Etat(context.Background(), func(int) {})
	m.verifierErreur(err)
	if e.Jours.AArbitrer != 7 || e.Sommes.BrutDu != e.Sommes.BrutVerse || e.Sommes.BrutDu == 0 || e.Sommes.NetDu == 0 || e.Sommes.NetDu >= e.Sommes.BrutDu {
		t.Errorf("%d jours à arbitrer, %s versés, %s dus, net %s", e.Jours.AArbitrer, e.Sommes.BrutVerse, e.Sommes.BrutDu, e.Sommes.NetDu)
	}
	rs, _, err := m.c.Lister(context.Background(), app.Filtre{Ordre: app.ParPrejudice, Avant: m.h.Jour(), Max: 10})
	m.verifierErreur(err)
	if len(rs) != 1 || rs[0].DuBrut < e.Sommes.BrutDu || rs[0].Jours != 7 || rs[0].PlusAncien != debut+3 || rs[0].Prejudice == 0 {
		t.Errorf("la liste du bureau dit %+v", rs)
	}
	m.prouver()
	if len(e.Attendus) != 1 || e.Attendus[0].Acteur != "technicien" || e.Attendus[0].Brut != e.Sommes.BrutDu {
		t.Errorf("%+v", e.Attendus)
	}
}
