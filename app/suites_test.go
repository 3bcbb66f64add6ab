package app_test

import (
	"context"
	"testing"

	"accord/app"
)

// What a list says of each dossier is what its page says, whoever else is on the list; what is
// not there any more is left out.
func TestSuites(t *testing.T) {
	m, fermer := nouveauMonde(t, debut)
	defer fermer()
	m.recevoir(unAvis(invente(0), debut, debut+9, siretInvente(0)))
	m.recevoir(unAvis(invente(1), debut+2, debut+20, siretInvente(1)))
	m.recevoir(unRIB(invente(1), compteInvente(1), debut, false))
	m.vivre(12, false)
	rs, _, err := m.c.Lister(context.Background(), app.Filtre{Ordre: app.ParPrejudice, Avant: m.h.Jour(), Max: 10})
	m.verifierErreur(err)
	numeros := []string{"ABSENT-20260101"}
	for i := range rs {
		numeros = append(numeros, rs[i].Dossier)
	}
	suites, err := m.c.Suites(context.Background(), numeros)
	m.verifierErreur(err)
	if len(rs) != 2 || len(suites) != 2 {
		t.Fatalf("%d dossiers, %d suites", len(rs), len(suites))
	}
	for i := range rs {
		vue := m.consulter(rs[i].Dossier)
		if s := suites[rs[i].Dossier]; s.Etape != vue.Etapes[0].Etape || s.Phrase == "" || s.Acteur != rs[i].Attend {
			t.Errorf("%s : la liste dit %+v, la page %+v", rs[i].Dossier, s, vue.Etapes[0].Etape)
		}
	}
}
