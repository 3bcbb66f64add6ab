package app_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"accord/app"
	"accord/dossier"
	"accord/droit"
	"accord/format/dsn"
	"accord/suivi"
	v "accord/valeur"
)

const provisoire = v.NIR("7100000000001")

// unChangement is the event of an employer who says that the person had another
// number before, about an arrêt.
func unChangement(nir, ancien v.NIR, arretDu v.Jour) []byte {
	return signalementDe(dsn.Individu{NIR: nir, Identites: []dsn.ChangementIdentite{{Date: arretDu, AncienNIR: ancien}}}, siretInvente(0), arretDu, arretDu-1, arretDu+29, 1, v.Periode{}, "")
}

// avisDe is a prescription of someone.
func avisDe(nir v.NIR, qui dossier.Identite, du, au v.Jour) []byte {
	avant := quelquun
	quelquun = qui
	defer func() { quelquun = avant }()
	return unAvis(nir, du, au, siretInvente(0))
}

func (m *monde) recevoirTout(pieces ...[]byte) {
	m.t.Helper()
	for _, p := range pieces {
		m.n++
		_, err := m.c.Recevoir(context.Background(), fmt.Sprintf("%d", m.n), p)
		m.verifierErreur(err)
	}
}

// identitesDe are the acts of identity of a person, in force and to be confirmed.
func identitesDe(vue *app.Vue) (vigueur, attente []dossier.Intervention) {
	for _, a := range vue.Calcul.Situation.Interventions {
		if a.Nature == dossier.Rattacher {
			vigueur = append(vigueur, a)
		}
	}
	for _, a := range vue.Calcul.Situation.AConfirmer {
		if a.Nature == dossier.Rattacher {
			attente = append(attente, a)
		}
	}
	return vigueur, attente
}

// The DSN says that the provisional number was hers: in whatever order the pieces
// come, her records are brought together once, she is paid once, the act says why,
// and whoever withdraws it is obeyed, also when the employer says it again.
func TestAncienNIRDeclare(t *testing.T) {
	definitif := invente(0)
	pieces := [][]byte{
		unAvis(provisoire, debut, debut+29, siretInvente(0)),
		uneAttestation(provisoire, siretInvente(0), debut-1, 2000_00, 1, mois(debut), nil),
		unRIB(provisoire, compteInvente(0), debut, false),
		unChangement(definitif, provisoire, debut),
		avisDeNature(droit.Prolongation, definitif, debut+30, debut+39, siretInvente(0)),
	}
	for n := range pieces {
		m, fermer := nouveauMonde(t, debut+45)
		tour := append(append([][]byte{}, pieces[n:]...), pieces[:n]...)
		m.recevoirTout(tour...)
		m.vivre(1, true)
		vue := m.consulter(string(provisoire))
		vigueur, attente := identitesDe(vue)
		if vue.NIR != definitif || len(vue.Fiches) != 2 || len(vigueur) != 1 || len(attente) != 0 || len(vue.Etapes) != 1 {
			t.Fatalf("tour %d : %s conduit, %d fiches, %+v, %+v", n, vue.NIR, len(vue.Fiches), vigueur, attente)
		}
		if a := vigueur[0]; !strings.Contains(a.Motif, provisoire.String()) || strings.Contains(a.Motif, provisoire.Clair()) || a.Par == "" {
			t.Errorf("%+v", a)
		}
		var paye v.Centimes
		for _, brut := range verse(vue) {
			paye += brut
		}
		if paye != 37*3287 {
			t.Errorf("tour %d : %s payés", n, paye)
		}
		m.prouver()
		if _, _, err := m.identifier("directeur", "Dominique", dossier.Retirer, string(definitif), vigueur[0].ID); err != nil {
			t.Fatal(err)
		}
		m.recevoirTout(signalementDe(dsn.Individu{NIR: definitif, Identites: []dsn.ChangementIdentite{{Date: debut, AncienNIR: provisoire}}}, siretInvente(0), debut, debut-1, debut+29, 2, v.Periode{}, ""))
		if n := m.fiches(definitif); n != 1 {
			t.Errorf("%d fiches après le retrait", n)
		}
		m.prouver()
		fermer()
	}
}

// In doubt nothing is brought together: an act waits for an agent, with the reason,
// and a task says so. So it is when someone else was known under the former number, or
// when the days of both would be paid once instead of twice.
func TestAncienNIRDouteux(t *testing.T) {
	neuf, ancien := invente(0), invente(1)
	autre := dossier.Identite{NomNaissance: "BERNARD", Prenoms: "Luc", Naissance: v.NewJour(1970, 5, 2)}
	for _, c := range []struct {
		nom    string
		pieces [][]byte
		doute  string
	}{
		{"quelqu'un d'autre", [][]byte{avisDe(ancien, autre, debut, debut+9)}, "parle de quelqu'un d'autre"},
		{"des jours deux fois", [][]byte{
			unAvis(ancien, debut, debut+29, siretInvente(0)), uneAttestation(ancien, siretInvente(0), debut-1, 2000_00, 1, mois(debut), nil), unRIB(ancien, compteInvente(1), debut, false),
			unAvis(neuf, debut, debut+29, siretInvente(0)), uneAttestation(neuf, siretInvente(0), debut-1, 2000_00, 1, mois(debut), nil), unRIB(neuf, compteInvente(0), debut, false),
		}, "sous les deux numéros"},
	} {
		m, fermer := nouveauMonde(t, debut+45)
		m.recevoirTout(c.pieces...)
		m.vivre(1, true)
		m.recevoirTout(unChangement(neuf, ancien, debut), unAvis(neuf, debut+40, debut+44, siretInvente(0)))
		vue := m.consulter(string(neuf))
		vigueur, attente := identitesDe(vue)
		if len(vue.Fiches) != 1 || len(vigueur) != 0 || len(attente) != 1 || !strings.Contains(attente[0].Motif, c.doute) {
			t.Fatalf("%s : %d fiches, %+v, %+v", c.nom, len(vue.Fiches), vigueur, attente)
		}
		taches := 0
		for _, e := range vue.Etapes {
			for _, x := range suivi.Ouvertes(e.Taches) {
				if x.Genre == suivi.Confirmation && strings.Contains(x.Phrase, c.doute) {
					taches++
				}
			}
		}
		if taches != 1 {
			t.Errorf("%s : %d tâches", c.nom, taches)
		}
		if _, _, err := m.identifier("directeur", "Dominique", dossier.Confirmer, string(neuf), attente[0].ID); err != nil || m.fiches(neuf) != 2 {
			t.Errorf("%s : confirmé, %v, %d fiches", c.nom, err, m.fiches(neuf))
		}
		m.prouver()
		fermer()
	}
}

// Someone else's piece that comes under the former number after both were brought
// together parts them, as if it had come first; what an agent says next holds.
func TestDouteVenuApres(t *testing.T) {
	m, fermer := nouveauMonde(t, debut+45)
	defer fermer()
	neuf, ancien := invente(0), invente(1)
	autre := dossier.Identite{NomNaissance: "BERNARD", Prenoms: "Luc", Naissance: v.NewJour(1970, 5, 2)}
	m.recevoirTout(unAvis(ancien, debut, debut+9, siretInvente(0)), unChangement(neuf, ancien, debut), unAvis(neuf, debut+20, debut+29, siretInvente(0)))
	if n := m.fiches(neuf); n != 2 {
		t.Fatalf("%d fiches", n)
	}
	m.recevoirTout(avisDe(ancien, autre, debut+60, debut+69))
	vue := m.consulter(string(neuf))
	_, attente := identitesDe(vue)
	if len(vue.Fiches) != 1 || len(attente) != 1 || !strings.Contains(attente[0].Motif, "parle de quelqu'un d'autre") {
		t.Fatalf("%d fiches, %+v", len(vue.Fiches), attente)
	}
	m.prouver()
	m.reunir(neuf, ancien)
	m.recevoirTout(avisDe(ancien, autre, debut+80, debut+89))
	if n := m.fiches(neuf); n != 2 {
		t.Errorf("un agent les a réunies, et il y a %d fiches", n)
	}
	m.prouver()
}

// A former number under which nothing came brings nothing together; what someone said
// of both numbers is not said again.
func TestChangementSansAncienneFiche(t *testing.T) {
	m, fermer := nouveauMonde(t, debut+45)
	defer fermer()
	neuf, ancien := invente(0), invente(1)
	m.recevoirTout(unAvis(neuf, debut, debut+9, siretInvente(0)), unChangement(neuf, ancien, debut))
	if vue := m.consulter(string(neuf)); len(vue.Fiches) != 1 || len(vue.Calcul.Situation.AConfirmer) != 0 {
		t.Errorf("%d fiches, %+v", len(vue.Fiches), vue.Calcul.Situation.AConfirmer)
	}
	if e := m.etatLe(0); e.Personnes != 1 {
		t.Errorf("%d personnes", e.Personnes)
	}
	m.reunir(neuf, ancien)
	m.separer(neuf, ancien)
	m.recevoirTout(unAvis(ancien, debut+20, debut+25, siretInvente(0)))
	if vue := m.consulter(string(neuf)); len(vue.Fiches) != 1 || len(vue.Calcul.Situation.AConfirmer) != 0 {
		t.Errorf("après une séparation : %d fiches", len(vue.Fiches))
	}
	m.prouver()
}
