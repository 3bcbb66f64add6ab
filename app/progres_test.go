package app_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"accord/app"
	"accord/clock"
	"accord/decision"
	"accord/dossier"
	"accord/registre"
	"accord/suivi"
	v "accord/valeur"
)

// payee opens a caisse that knows one person, ill for sixty days, with her pay and her account.
func payee(t *testing.T) (m *monde, fermer func()) {
	t.Helper()
	m, fermer = nouveauMonde(t, debut)
	m.recevoir(unAvis(invente(0), debut, debut+59, siretInvente(0)))
	m.recevoir(uneAttestation(invente(0), siretInvente(0), debut-1, 2000_00, 1, mois(debut), nil))
	m.recevoir(unRIB(invente(0), compteInvente(0), debut, false))
	return m, fermer
}

// progres does an act as whoever may do it alone.
func (m *monde) progres(n dossier.NatureIntervention, a dossier.Intervention) (dossier.Intervention, error) {
	a.Nature, a.Par, a.Role, a.Motif = n, "Dominique", "directeur", "vu"
	if n == dossier.TransmettreAProgres {
		a.Role = "cadre"
	}
	fait, _, err := m.c.Agir(context.Background(), string(invente(0)), a)
	return fait, err
}

// etatsProgres counts the days that are over by where they stand with PROGRES; those of the caisse under "".
func etatsProgres(vue *app.Vue) map[registre.Progres]int {
	n := map[registre.Progres]int{}
	for i := range vue.Dus {
		if d := &vue.Dus[i]; d.Jour < vue.Jour {
			n[d.Progres]++
		}
	}
	return n
}

// A payment that waits in a batch is taken apart when one of its days is given back; the act is withdrawn on its own day, and all is
// as before.
func TestRendreUnPaiementEnLot(t *testing.T) {
	m, fermer := payee(t)
	defer fermer()
	m.vivre(20, false)
	p, err := m.c.Preparer(context.Background(), signataires)
	m.verifierErreur(err)
	avant := m.consulter(string(invente(0)))
	rendu, err := m.progres(dossier.RendreAProgres, dossier.Intervention{Periode: v.P(debut+10, debut+30)})
	m.verifierErreur(err)
	if p.Lot == "" || rendu.Periode.Au != 0 {
		t.Fatalf("%+v ; %+v", p, rendu)
	}
	vue := m.consulter(string(invente(0)))
	if n := etatsProgres(vue); n[registre.AvecProgres] != 10 || vue.Etapes[0].Acteur == "ordonnateur" {
		t.Errorf("%v, %+v", n, vue.Etapes[0].Etape)
	}
	m.prouver()
	_, err = m.progres(dossier.Retirer, dossier.Intervention{Objet: rendu.ID})
	m.verifierErreur(err)
	if !slices.Equal(avant.Dus, m.consulter(string(invente(0))).Dus) {
		t.Error("retiré le jour même, l'acte laisse une trace")
	}
	m.prouver()
}

// What PROGRES paid is said for one activity alone, corrected by a later act, and bars no day beyond the return.
func TestDireCeQueProgresAPaye(t *testing.T) {
	m, fermer := payee(t)
	defer fermer()
	m.vivre(20, true)
	rendu, err := m.progres(dossier.RendreAProgres, dossier.Intervention{Periode: v.Periode{Du: debut + 10}})
	m.verifierErreur(err)
	ligne := m.consulter(string(invente(0))).Dus[0].Ligne
	m.vivre(20, true)
	dire := func(n dossier.NatureIntervention, a dossier.Intervention, avec, revenu, paye int) {
		t.Helper()
		a.Objet = rendu.ID
		_, err := m.progres(n, a)
		m.verifierErreur(err)
		got := etatsProgres(m.consulter(string(invente(0))))
		if got[registre.AvecProgres] != avec || got[registre.RevenuProgres] != revenu || got[registre.PayeParProgres] != paye {
			t.Errorf("%s %+v : %v, attendu %d avec PROGRES, %d revenus, %d payés", n, a.Date, got, avec, revenu, paye)
		}
		m.prouver()
	}
	// paid here up to debut+17: twenty-two days are with PROGRES
	dire(dossier.ConstaterProgres, dossier.Intervention{Valeur: decision.RienPaye}, 22, 0, 0)
	dire(dossier.ConstaterProgres, dossier.Intervention{Date: debut + 29}, 10, 0, 12)
	dire(dossier.ConstaterProgres, dossier.Intervention{Date: debut + 24, Ligne: ligne}, 15, 0, 7)
	dire(dossier.ConstaterProgres, dossier.Intervention{Date: debut + 39, Ligne: "une autre"}, 15, 0, 7)
	dire(dossier.ReprendreDeProgres, dossier.Intervention{}, 0, 15, 7)
	m.vivre(3, true)
	if n := etatsProgres(m.consulter(string(invente(0)))); n[registre.RevenuProgres] != 15 {
		t.Errorf("%v : les jours qui suivent le retour attendent aussi", n)
	}
	dire(dossier.ConstaterProgres, dossier.Intervention{Date: debut + 29}, 0, 0, 12)
	m.vivre(30, true)
	vue := m.consulter(string(invente(0)))
	par := map[v.Jour]int{}
	for i := range vue.Poses {
		if vue.Poses[i].Brut > 0 {
			par[vue.Poses[i].Jour]++
		}
	}
	for j := debut + 3; j < debut+60; j++ {
		if ici, la := par[j], j >= debut+18 && j <= debut+29; ici > 1 || (ici == 1) == la {
			t.Errorf("le %s : payé %d fois ici, par PROGRES : %v", j, ici, la)
		}
	}
	if vue.Etapes[0].Genre != suivi.Clos {
		t.Errorf("%+v", vue.Etapes[0].Etape)
	}
	m.prouver()
}

// What makes no sense is refused, and says why.
func TestActesDeProgresRefuses(t *testing.T) {
	m, fermer := payee(t)
	defer fermer()
	m.vivre(5, false)
	refus := func(n dossier.NatureIntervention, a dossier.Intervention, mots string) {
		t.Helper()
		if _, err := m.progres(n, a); !errors.Is(err, app.ErrProgres) || !strings.Contains(err.Error(), mots) {
			t.Errorf("%s : %v, attendu «%s»", n, err, mots)
		}
	}
	refus(dossier.RendreAProgres, dossier.Intervention{Periode: v.Periode{Du: debut + 100}}, "n'est pas un jour du dossier")
	refus(dossier.RendreAProgres, dossier.Intervention{Periode: v.Periode{Du: debut}, Ligne: "E1"}, "rendu entier")
	refus(dossier.ReprendreDeProgres, dossier.Intervention{Objet: "?"}, "aucun dossier de cette personne")
	refus(dossier.TransmettreAProgres, dossier.Intervention{Objet: "?"}, "aucune pièce n'est à transmettre")
	rendu, err := m.progres(dossier.RendreAProgres, dossier.Intervention{Periode: v.Periode{Du: debut + 3}})
	m.verifierErreur(err)
	refus(dossier.RendreAProgres, dossier.Intervention{Periode: v.Periode{Du: debut + 9}}, "il est avec PROGRES depuis le")
	refus(dossier.ConstaterProgres, dossier.Intervention{Date: debut}, "PROGRES paie à partir du")
	refus(dossier.ConstaterProgres, dossier.Intervention{Objet: "?", Date: debut + 4}, "le font : "+rendu.ID)
	m.vivre(1, false)
	refus(dossier.Retirer, dossier.Intervention{Objet: rendu.ID}, "PROGRES a pu payer")
	_, err = m.progres(dossier.ReprendreDeProgres, dossier.Intervention{Valeur: decision.RienPaye})
	m.verifierErreur(err)
	refus(dossier.ReprendreDeProgres, dossier.Intervention{Objet: rendu.ID}, "déjà revenu")
	if n := etatsProgres(m.consulter(string(invente(0)))); n[""] != 6 {
		t.Errorf("%v", n)
	}
	m.prouver()
}

// A piece that an agent attaches while the dossier is with PROGRES is to be handed over to it too.
func TestPieceJointeATransmettre(t *testing.T) {
	m, fermer := payee(t)
	defer fermer()
	m.vivre(5, false)
	_, err := m.progres(dossier.RendreAProgres, dossier.Intervention{Periode: v.Periode{Du: debut}})
	m.verifierErreur(err)
	_, err = m.c.Joindre(context.Background(), string(invente(0)), dossier.Intervention{Par: "Anne", Role: "accueil", Motif: "reçue"}, "lettre.pdf", []byte("%PDF"))
	m.verifierErreur(err)
	ps := m.consulter(string(invente(0))).ATransmettre("")
	if len(ps) != 1 {
		t.Fatalf("%v", ps)
	}
	_, err = m.progres(dossier.TransmettreAProgres, dossier.Intervention{Objet: ps[0][:8]})
	m.verifierErreur(err)
	if ps := m.consulter(string(invente(0))).ATransmettre(""); len(ps) != 0 {
		t.Errorf("%v", ps)
	}
	m.prouver()
}

// The proof of the night finds a day paid here while it was with PROGRES, and a dossier that the list says to be
// there without an act.
func TestVerifierProgres(t *testing.T) {
	h := clock.NewManual(debut)
	saine := t.TempDir()
	s := ouvrirBase(t, saine)
	m := &monde{t: t, c: caisse(t, s, h), h: h, banque: depot{}}
	m.recevoir(unAvis(invente(0), debut, debut+59, siretInvente(0)))
	m.recevoir(uneAttestation(invente(0), siretInvente(0), debut-1, 2000_00, 1, mois(debut), nil))
	m.recevoir(unRIB(invente(0), compteInvente(0), debut, false))
	m.vivre(20, true)
	_, err := m.progres(dossier.RendreAProgres, dossier.Intervention{Periode: v.Periode{Du: debut + 10}})
	m.verifierErreur(err)
	m.recevoir(unAvis(invente(1), debut, debut+5, siretInvente(0)))
	m.prouver()
	s.Close()
	for _, cas := range []struct{ table, requete, mots string }{
		{"actes", "UPDATE actes SET le = le + 3600000000 WHERE vers = 'emis'", "a été payé ici alors qu'il était rendu"},
		{"resumes", "UPDATE resumes SET attend = 'progres' WHERE attend <> 'progres'", "aucun acte en vigueur ne l'y a rendu"},
	} {
		base := t.TempDir()
		if err := os.CopyFS(base, os.DirFS(saine)); err != nil {
			t.Fatal(err)
		}
		falsifier(t, filepath.Join(base, "accord.db"), cas.table, cas.requete)
		s, err := ouvrir(base)
		if err != nil {
			t.Fatal(err)
		}
		r, err := caisse(t, s, h).Verifier(context.Background(), func(int) {})
		s.Close()
		if err != nil || !slices.ContainsFunc(r.Breches, func(b app.Breche) bool { return b.Code == "PROGRES" && strings.Contains(b.Phrase, cas.mots) }) {
			t.Errorf("%s\nn'est pas dit : %v %+v", cas.requete, err, r.Breches)
		}
	}
}
