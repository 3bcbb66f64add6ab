package suivi

import (
	"fmt"
	"strings"
	"testing"

	"accord/decision"
	"accord/dossier"
	"accord/droit"
	"accord/paiement"
	v "accord/valeur"
)

// acte is the n-th act of a story, done n days after the first day.
func acte(n int, a dossier.Intervention) Acte {
	a.ID, a.Instant = fmt.Sprint("a", n), int64(n)
	if a.Par == "" {
		a.Par = "Anne"
	}
	if a.Motif == "" {
		a.Motif = fmt.Sprint("motif ", n)
	}
	return Acte{Intervention: a, Le: debut + v.Jour(n)}
}

func histoire(as ...dossier.Intervention) (actes []Acte) {
	for i := range as {
		actes = append(actes, acte(i, as[i]))
	}
	return actes
}

// dire says tasks in a few words: kind, actor, age of its opening, deadline, calls; then what ended it.
func dire(ts []Tache) string {
	var mots []string
	for _, t := range ts {
		m := fmt.Sprintf("%s %s %d", t.Genre, t.Acteur, int(t.Depuis-debut))
		if t.Echeance != 0 {
			m += fmt.Sprintf("→%d", int(t.Echeance-debut))
		}
		m += fmt.Sprintf(" ×%d", len(t.Appels))
		if t.FaiteLe != 0 {
			m += fmt.Sprintf(" faite %d par %s (%s)", int(t.FaiteLe-debut), t.FaitePar, t.Suite)
		}
		mots = append(mots, m)
	}
	return strings.Join(mots, ", ")
}

func TestTaches(t *testing.T) {
	type A = dossier.Intervention
	for _, c := range []struct {
		nom     string
		actes   []Acte
		attendu string
	}{
		{"rien", nil, ""},
		{"une note n'est pas une tâche", histoire(A{Nature: dossier.Noter}), ""},
		{"un avis demandé", histoire(A{Nature: dossier.DemanderAvis, Acteur: "medecin_conseil", Echeance: debut + 8}), "avis medecin_conseil 0→8 ×1"},
		{"un avis rendu", histoire(A{Nature: dossier.DemanderAvis, Acteur: "Paul", Echeance: debut + 8}, A{Nature: dossier.RendreAvis, Objet: "a0", Par: "Paul"}),
			"avis agent:Paul 0→8 ×1 faite 1 par Paul (motif 1)"},
		{"une promesse", histoire(A{Nature: dossier.Promettre, Echeance: debut + 3}), "promesse agent:Anne 0→3 ×1"},
		{"une promesse tenue", histoire(A{Nature: dossier.Promettre, Echeance: debut + 3}, A{Nature: dossier.Tenir, Objet: "a0", Par: "Luc"}),
			"promesse agent:Anne 0→3 ×1 faite 1 par Luc (motif 1)"},
		{"confié, puis à une autre", histoire(A{Nature: dossier.Confier, Acteur: "Luc"}, A{Nature: dossier.Confier, Acteur: "Zoé"}),
			"confie agent:Zoé 1 ×1, confie agent:Luc 0 ×1 faite 1 par Anne (motif 1)"},
		{"confié, une réclamation", histoire(A{Nature: dossier.Reclamer}, A{Nature: dossier.Confier, Acteur: "Luc"}), "reclamation agent:Luc 0→10 ×1, confie agent:Luc 1 ×1"},
		{"trois réclamations, un ticket, une horloge", histoire(A{Nature: dossier.Reclamer}, A{Nature: dossier.Reclamer}, A{Nature: dossier.Reclamer}), "reclamation technicien 0→10 ×3"},
		{"une réponse à l'une répond à toutes", histoire(A{Nature: dossier.Reclamer}, A{Nature: dossier.Reclamer}, A{Nature: dossier.Repondre, Objet: "a1"}),
			"reclamation technicien 0→10 ×2 faite 2 par Anne (motif 2)"},
		{"une réclamation après la réponse ouvre un autre ticket", histoire(A{Nature: dossier.Reclamer}, A{Nature: dossier.Repondre, Objet: "a0"}, A{Nature: dossier.Reclamer}),
			"reclamation technicien 2→12 ×1, reclamation technicien 0→10 ×1 faite 1 par Anne (motif 1)"},
		{"une réponse à autre chose ne ferme rien", histoire(A{Nature: dossier.Reclamer}, A{Nature: dossier.Repondre, Objet: "a9"}), "reclamation technicien 0→10 ×1"},
		{"deux urgences différentes", histoire(A{Nature: dossier.Signaler, Valeur: "coupure"}, A{Nature: dossier.Signaler, Valeur: "expulsion"}, A{Nature: dossier.Signaler, Valeur: "coupure"},
			A{Nature: dossier.Apaiser, Objet: "a2"}), "urgence technicien 1→2 ×1, urgence technicien 0→1 ×2 faite 3 par Anne (motif 3)"},
		{"une pièce renvoyée", histoire(A{Nature: dossier.Renvoyer, Objet: "p1", Acteur: "assure"}), "renvoi assure 0→10 ×1"},
		{"renvoyée à un autre", histoire(A{Nature: dossier.Renvoyer, Objet: "p1", Acteur: "assure"}, A{Nature: dossier.Renvoyer, Objet: "p1", Acteur: "employeur:73282932000074"}),
			"renvoi employeur:73282932000074 1→11 ×1, renvoi assure 0→10 ×1 faite 1 par Anne (motif 1)"},
		{"une nouvelle copie, sous un autre numéro", histoire(A{Nature: dossier.Renvoyer, Objet: "p1", Acteur: "assure"}, A{Nature: dossier.Joindre, Objet: "p2"}), "renvoi assure 0→10 ×1 faite 1 par Anne (motif 1)"},
		{"une copie, et deux pièces attendues", histoire(A{Nature: dossier.Renvoyer, Objet: "p1", Acteur: "assure"}, A{Nature: dossier.Renvoyer, Objet: "p2", Acteur: "assure"}, A{Nature: dossier.Joindre, Objet: "p3"}),
			"renvoi assure 0→10 ×1, renvoi assure 1→11 ×1"},
		{"une pièce jointe de nouveau", histoire(A{Nature: dossier.Renvoyer, Objet: "p1", Acteur: "assure"}, A{Nature: dossier.Joindre, Objet: "p1"}), "renvoi assure 0→10 ×1 faite 1 par Anne (motif 1)"},
		{"l'urgence d'abord, puis la réclamation", histoire(A{Nature: dossier.Promettre, Echeance: debut + 3}, A{Nature: dossier.Reclamer}, A{Nature: dossier.Signaler, Valeur: "coupure"}),
			"urgence technicien 2→3 ×1, reclamation technicien 1→11 ×1, promesse agent:Anne 0→3 ×1"},
	} {
		ts := Taches(c.actes, nil, CRA)
		if got := dire(ts); got != c.attendu {
			t.Errorf("%s : %s\nattendu %s", c.nom, got, c.attendu)
		}
		for _, x := range ts {
			if !strings.HasSuffix(x.Phrase, ".") {
				t.Errorf("%s : «%s»", c.nom, x.Phrase)
			}
		}
	}
	for i, x := range constates() {
		if got := dire(Taches(x.actes, nil, CRA)); got != x.attendu {
			t.Errorf("constat %d : %s\nattendu %s", i, got, x.attendu)
		}
	}
	grave := acte(2, A{Nature: dossier.ForcerIJ, ADeux: true})
	if got := dire(Taches(nil, []Acte{grave}, CRA)); got != "confirmation cadre 2→4 ×1" {
		t.Error(got)
	}
}

// Every urgency that can be signalled has its weight and its words.
func TestChaqueUrgenceAUnPoids(t *testing.T) {
	for _, valeur := range []string{"sans_ressources", "expulsion", "coupure", "aide_alimentaire", "seul_revenu", "detresse"} {
		a := acte(0, dossier.Intervention{Nature: dossier.Signaler, Valeur: valeur, Role: "accueil"})
		if err := decision.Verifier(&a.Intervention, debut); err != nil {
			t.Error(err)
		}
		ts := Taches([]Acte{a}, nil, CRA)
		if p := Prioriser(ts); p.Rang(100) <= 100 || strings.Contains(ts[0].Phrase, "_") {
			t.Errorf("%s : %+v, «%s»", valeur, p, ts[0].Phrase)
		}
	}
}

// Nothing rises by noise: ten complaints, or a signal made ten times, weigh what
// one does; and an urgent situation that is over weighs nothing.
func TestLeBruitNeComptePas(t *testing.T) {
	var plaintes, signaux []Acte
	for i := range 10 {
		plaintes = append(plaintes, acte(i, dossier.Intervention{Nature: dossier.Reclamer}))
		signaux = append(signaux, acte(i, dossier.Intervention{Nature: dossier.Signaler, Valeur: "coupure"}))
	}
	if p := Prioriser(Taches(plaintes, nil, CRA)); p != (Priorite{Pourcent: 100}) {
		t.Errorf("dix réclamations font monter le dossier : %+v", p)
	}
	un, dix := Prioriser(Taches(signaux[:1], nil, CRA)), Prioriser(Taches(signaux, nil, CRA))
	if un != dix || un.Socle == 0 {
		t.Errorf("un signal %+v, dix signaux %+v", un, dix)
	}
	plus := append(signaux, acte(11, dossier.Intervention{Nature: dossier.Signaler, Valeur: "sans_ressources"}))
	if p := Prioriser(Taches(plus, nil, CRA)); p != poidsDe("sans_ressources", debut).Priorite {
		t.Errorf("deux urgences ne pèsent pas la plus lourde : %+v", p)
	}
	finis := append(plus, acte(12, dossier.Intervention{Nature: dossier.Apaiser, Objet: "a11"}), acte(13, dossier.Intervention{Nature: dossier.Apaiser, Objet: "a0"}))
	if p := Prioriser(Taches(finis, nil, CRA)); p != (Priorite{Pourcent: 100}) {
		t.Errorf("une urgence apaisée pèse encore : %+v", p)
	}
}

// The step of a dossier where someone must act: after what keeps money from
// people, before what only runs, and with what runs said beside it.
func TestEtapeDesTaches(t *testing.T) {
	ticket := Taches(histoire(dossier.Intervention{Nature: dossier.Reclamer}), nil, CRA)
	e := base(debut + 9)
	e.Taches = ticket
	e.Retenues = []paiement.Retenue{{Motif: paiement.AttendRythme, Jours: 4, Depuis: debut + 5, Jusque: fin + 1}}
	if s := Prochaine(e); s.Genre != Agent || s.Acteur != "technicien" || s.Jours != 4 || !strings.Contains(s.Phrase, "réclamation") || !strings.Contains(s.Phrase, "Prochain paiement") {
		t.Errorf("%+v", s)
	}
	e.Questions = []dossier.Question{{Code: dossier.QuestionSalaire, AupresDe: string(entreprise), Depuis: debut + 2, Pour: v.P(debut, fin), Phrase: "Il manque un salaire."}}
	if s := Prochaine(e); s.Acteur != string(entreprise) {
		t.Errorf("la réclamation passe avant l'argent : %+v", s)
	}
	clos := base(fin + 5)
	clos.Bilan.Payes = 11
	clos.Taches = Taches(histoire(dossier.Intervention{Nature: dossier.DemanderAvis, Acteur: "medecin_conseil", Echeance: fin + 8}), nil, CRA)
	if s := Prochaine(clos); s.Genre != Attend || s.Acteur != "medecin_conseil" || s.Echeance != fin+8 {
		t.Errorf("un avis attendu sur un dossier payé : %+v", s)
	}
	clos.Taches[0].FaiteLe = fin
	if s := Prochaine(clos); s.Genre != Clos {
		t.Errorf("une tâche faite retient le dossier : %+v", s)
	}
}

// A dossier entrusted to someone is theirs to act on; nobody else's step moves.
func TestConfier(t *testing.T) {
	ts := Taches(histoire(dossier.Intervention{Nature: dossier.Confier, Acteur: "Zoé Martin"}), nil, CRA)
	for acteur, attendu := range map[string]string{"technicien": "agent:Zoé Martin", "ordonnateur": "ordonnateur"} {
		if s := Confier(Etape{Genre: Agent, Acteur: acteur}, ts); s.Acteur != attendu {
			t.Errorf("%s : %s", acteur, s.Acteur)
		}
	}
	e := base(debut + 5)
	e.Taches = ts
	e.Dus = jours("A", 0, 1, droit.Attente, 0, "")
	if s := Confier(Prochaine(e), ts); s.Acteur != "agent:Zoé Martin" || !strings.Contains(s.Phrase, "un calcul") {
		t.Errorf("%+v", s)
	}
}
