package suivi

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"accord/dossier"
	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

// exempleHorloge is one start of a clock, and what must follow.
type exempleHorloge struct {
	code, caisse             string
	depuis, echeance, alerte v.Jour
	portees                  []Echelon // Jours is the day on which it is carried, from 0001-01-01
}

func lireExemples(t *testing.T) (exs []exempleHorloge) {
	t.Helper()
	b, err := os.ReadFile("testdata/horloges.csv")
	if err != nil {
		t.Fatal(err)
	}
	jour := func(s string) v.Jour {
		if s == "" {
			return 0
		}
		j, err := v.ParseJour(s)
		if err != nil {
			t.Fatal(err)
		}
		return j
	}
	for _, l := range lireTable("testdata/horloges.csv", string(b), 6) {
		x := exempleHorloge{code: l[0], caisse: l[1], depuis: jour(l[2]), echeance: jour(l[3]), alerte: jour(l[4])}
		for _, p := range strings.Split(l[5], ",") {
			if le, a, ok := strings.Cut(p, ":"); ok {
				x.portees = append(x.portees, Echelon{int(jour(le)), a})
			}
		}
		exs = append(exs, x)
	}
	return exs
}

// tient reports what a row gives against an example; nothing when it holds.
func (x *exempleHorloge) ecart(h *Horloge) string {
	if h.Du > x.depuis || h.Au != 0 && h.Au < x.depuis {
		return "la rangée ne vaut pas ce jour-là"
	}
	fin := h.Dernier(droit.CalendrierDe(x.caisse), x.depuis)
	if fin != x.echeance {
		return "échéance " + fin.String()
	}
	etat := func(j v.Jour) Cours { return h.suivre(fin, x.depuis, j) }
	if x.alerte != 0 && (etat(x.alerte).Etat == DansLesTemps || etat(x.alerte-1).Etat != DansLesTemps) || x.alerte == 0 && etat(fin-1).Etat != DansLesTemps {
		return "alerte"
	}
	if s := etat(fin + 1).Etat; s != Depassee && s != Portee {
		return "dépassée"
	}
	if len(x.portees) != len(h.Echelons) {
		return "échelons"
	}
	for _, p := range x.portees {
		if le := v.Jour(p.Jours); etat(le).A != p.A || etat(le-1).A == p.A {
			return "porté " + p.A
		}
	}
	return ""
}

// Each clock gives what its example says, on the calendar of the place.
func TestHorloges(t *testing.T) {
	vues := map[string]bool{}
	for _, x := range lireExemples(t) {
		h := horlogeDe(x.code, x.depuis)
		if e := x.ecart(&h); e != "" {
			t.Errorf("%s, %s à %s : %s", x.code, x.depuis, x.caisse, e)
		}
		if got := EcheanceDans(droit.CalendrierDe(x.caisse), x.code, x.depuis); got != x.echeance {
			t.Errorf("%s : %s", x.code, got)
		}
		vues[x.code] = true
	}
	for _, h := range Horloges() {
		if !vues[h.Code] {
			t.Errorf("%s n'a pas d'exemple", h.Code)
		}
		if h.Source == "" || h.Depart == "" || h.VraiEncoreLe == 0 {
			t.Errorf("%s ne dit pas son départ, sa source ou le jour où elle a été relue", h.Code)
		}
	}
}

// A row moved by a day, or counted in another unit, makes its example fail.
func TestHorlogesMutees(t *testing.T) {
	exs := lireExemples(t)
	for _, h := range Horloges() {
		for _, m := range mutationsHorloge(h) {
			t.Run(h.Code+" "+m.nom, func(t *testing.T) {
				siens := slices.DeleteFunc(slices.Clone(exs), func(x exempleHorloge) bool { return x.code != h.Code })
				if !slices.ContainsFunc(siens, func(x exempleHorloge) bool { return x.ecart(&m.ligne) != "" }) {
					t.Error("aucun exemple ne le remarque")
				}
			})
		}
	}
}

type mutationHorloge struct {
	nom   string
	ligne Horloge
}

func mutationsHorloge(h Horloge) (ms []mutationHorloge) {
	muter := func(nom string, change func(*Horloge)) {
		m := h
		m.Echelons = slices.Clone(h.Echelons)
		change(&m)
		ms = append(ms, mutationHorloge{nom, m})
	}
	muter("durée +1", func(m *Horloge) { m.Duree++ })
	muter("durée -1", func(m *Horloge) { m.Duree-- })
	for _, u := range []Unite{Jours, Ouvres, Ouvrables, Francs, Mois, Annees, FinMois, FinAnnee} {
		if u != h.Unite {
			muter("en "+string(u), func(m *Horloge) { m.Unite = u })
		}
	}
	if h.Alerte >= 0 {
		muter("alerte +1", func(m *Horloge) { m.Alerte++ })
		muter("alerte -1", func(m *Horloge) { m.Alerte-- })
	}
	for i, e := range h.Echelons {
		muter(e.A+" +1", func(m *Horloge) { m.Echelons[i].Jours++ })
		muter(e.A+" -1", func(m *Horloge) { m.Echelons[i].Jours-- })
		muter(e.A+" à personne", func(m *Horloge) { m.Echelons = slices.Delete(m.Echelons, i, i+1) })
	}
	if h.Du != 0 {
		muter("vaut plus tard", func(m *Horloge) { m.Du++ })
	}
	if h.Au != 0 {
		muter("finit plus tôt", func(m *Horloge) { m.Au-- })
	}
	return ms
}

// The clocks of accidents at work, which the law counts too, say the same here.
func TestHorlogesDeLaLoi(t *testing.T) {
	p, err := parametre.Charger()
	if err != nil {
		t.Fatal(err)
	}
	for code, c := range map[string]parametre.Code{
		"RECONNAISSANCE_AT": parametre.RecDecisionATJours, "RECONNAISSANCE_AT_ENQUETE": parametre.RecInvestigationsATJours,
		"CONSULTATION_AT": parametre.RecDossierATJours, "OBSERVATIONS_AT": parametre.RecObservationsJours,
		"RECONNAISSANCE_MP": parametre.RecDecisionMPJours, "DATE_CONSOLIDATION": parametre.ATConsolidationJours,
		"ARRET_APRES_SUSPENSION": parametre.ControleJoursFrancs, "PAIEMENT_AT": parametre.ATPaiementJours, "ASTREINTE_AT": parametre.ATAstreinteJour,
	} {
		if n, err := p.Entier(c, debut); err != nil || n != Delai(code, debut) {
			t.Errorf("%s : %d ici, %d dans la loi (%v)", code, Delai(code, debut), n, err)
		}
	}
}

// A table that cannot be read stops the build, and says where.
func TestTablesFautives(t *testing.T) {
	entete := strings.SplitAfter(horlogesCSV[strings.Index(horlogesCSV, "code;"):], "\n")[0]
	for nom, l := range map[string]string{
		"durée": "X;y;dix;jours;;;;caisse;;s;2026-11-23", "unité": "X;y;1;semaines;;;;caisse;;s;2026-11-23", "alerte": "X;y;1;jours;-2;;;caisse;;s;2026-11-23",
		"échelon": "X;y;1;jours;;;;caisse;1:roi;s;2026-11-23", "day": "X;y;1;jours;;hier;;caisse;;s;2026-11-23",
	} {
		func() {
			defer func() {
				if e := recover(); e == nil || nom != "day" && !strings.Contains(e.(string), nom) || !strings.Contains(e.(string), "rangée 1 (X)") {
					t.Errorf("%s : %v", nom, e)
				}
			}()
			chargerHorloges(entete + l)
		}()
	}
}

// A row serves the starts of its time only.
func TestHorlogeDatee(t *testing.T) {
	garde := horloges
	defer func() { horloges = garde }()
	ancienne, nouvelle := horlogeDe("SIGNALEMENT_DSN", debut), horlogeDe("SIGNALEMENT_DSN", debut)
	ancienne.Au, nouvelle.Du, nouvelle.Duree = debut-1, debut, 3
	horloges = []Horloge{ancienne, nouvelle}
	if a, b := Delai("SIGNALEMENT_DSN", debut-1), Delai("SIGNALEMENT_DSN", debut); a != 5 || b != 3 {
		t.Errorf("%d puis %d", a, b)
	}
}

// The words say where the clock stands, and to whom it was carried.
func TestDireHorloge(t *testing.T) {
	for _, c := range []struct {
		jour v.Jour
		dit  string
	}{
		{debut, "Échéance : 4 mars 2026."},
		{debut + 1, "L'échéance approche : 4 mars 2026, dans 1 jour."},
		{debut + 2, "L'échéance est aujourd'hui, 4 mars 2026."},
		{debut + 3, "Échéance du 4 mars 2026 dépassée de 1 jour : porté au cadre du service."},
		{debut + 7, "Échéance du 4 mars 2026 dépassée de 5 jours : porté au directeur."},
	} {
		s := Suivre(droit.Calendrier{}, "SIGNATURE", debut, c.jour)
		if dit := s.Dire(c.jour); dit != c.dit {
			t.Errorf("%s : %s", c.jour, dit)
		}
	}
	s := Suivre(droit.Calendrier{}, "EMPLOYEUR", debut, debut+6)
	if s.Etat != Depassee || s.Dire(debut+6) != "Échéance du 7 mars 2026 dépassée de 1 jour." {
		t.Errorf("%+v", s)
	}
}

// Every question has its clock and its ladder, which ends at the hands of an agent.
func TestEchelles(t *testing.T) {
	for _, code := range []string{
		dossier.QuestionSalaire, dossier.QuestionAvisArret, dossier.QuestionDates, dossier.QuestionEmployeur, dossier.QuestionCompte, dossier.QuestionHeures,
		dossier.QuestionPerte, dossier.QuestionRevenu, dossier.QuestionMaintien, dossier.QuestionGrossesse, dossier.QuestionNaissance, dossier.QuestionRang,
		dossier.QuestionConge, dossier.QuestionDemandeConge, dossier.QuestionAccident, dossier.QuestionCertificat, dossier.QuestionDeclarationMP, dossier.QuestionMinimum, dossier.QuestionAvisMedical,
	} {
		for _, qui := range []string{"assure", string(entreprise)} {
			q := dossier.Question{Code: code, AupresDe: qui, Depuis: debut}
			rs := Rappels(droit.Calendrier{}, &q)
			dernier := rs[len(rs)-1]
			if rs[0].Nature != RappelDemande || rs[0].A != qui || dernier.Nature != RappelAgent || dernier.A != "technicien" {
				t.Errorf("%s à %s : %+v", code, qui, rs)
			}
			for i := 1; i < len(rs); i++ {
				if rs[i].Le < rs[i-1].Le || rs[i].Rang <= rs[i-1].Rang {
					t.Errorf("%s : l'échelle redescend : %+v", code, rs)
				}
				if rs[i].Nature == RappelInformation && qui == "assure" {
					t.Errorf("%s : l'assuré apprend qu'il ne répond pas", code)
				}
			}
			if le, vaine := SansReponse(droit.Calendrier{}, &q, dernier.Le); !vaine || le != dernier.Le {
				t.Errorf("%s : au dernier rappel, %s %v", code, le, vaine)
			}
			if _, vaine := SansReponse(droit.Calendrier{}, &q, dernier.Le-1); vaine {
				t.Errorf("%s : l'agent prend la main trop tôt", code)
			}
		}
	}
}

// direRappels says the rungs of a ladder for a wait that begins on 2 March 2026.
func direRappels(code, qui string) (s string) {
	q := dossier.Question{Code: code, AupresDe: qui, Depuis: debut}
	for _, r := range Rappels(droit.Calendrier{}, &q) {
		s += string(r.Nature) + " " + r.Le.String()[5:] + " "
	}
	return strings.TrimSpace(s)
}

// exemplesRappels are the days of each ladder, rung by rung.
var exemplesRappels = []struct{ code, qui, veut string }{
	{dossier.QuestionSalaire, string(entreprise), "demande 03-07 rappel 03-10 information 03-10 mise_en_demeure 03-17 agent 03-22"},
	{dossier.QuestionConge, string(entreprise), "demande 03-07 rappel 03-13 information 03-13 agent 03-22"},
	{dossier.QuestionAccident, string(entreprise), "demande 03-05 rappel 03-08 information 03-08 mise_en_demeure 03-15 agent 03-19"},
	{dossier.QuestionCertificat, "assure", "demande 03-05 rappel 03-13 agent 03-20"},
	{dossier.QuestionAvisMedical, "medecin_conseil", "demande 03-02 rappel 03-08 agent 03-12"},
	{dossier.QuestionDates, string(entreprise), "demande 03-02 rappel 03-08 information 03-08 agent 03-15"},
	{dossier.QuestionAvisArret, "assure", "demande 03-02 rappel 03-05 agent 03-12"},
}

func TestJoursDesRappels(t *testing.T) {
	for _, c := range exemplesRappels {
		if got := direRappels(c.code, c.qui); got != c.veut {
			t.Errorf("%s : %s, attendu %s", c.code, got, c.veut)
		}
	}
}

// A row of the ladder moved by a day, counted from elsewhere, dated or left out,
// makes an example fail.
func TestRappelsMutes(t *testing.T) {
	garde := rappels
	defer func() { rappels = garde }()
	for i, r := range garde {
		for nom, change := range map[string]func(*rappel){
			"un jour plus tard": func(m *rappel) { m.jours++ }, "un jour plus tôt": func(m *rappel) { m.jours-- },
			"d'un autre départ": func(m *rappel) { m.echeance = !m.echeance }, "d'une autre nature": func(m *rappel) { m.nature += "x" },
			"trop tard": func(m *rappel) { m.du = debut + 1 }, "trop tôt": func(m *rappel) { m.au = debut - 1 },
		} {
			t.Run(fmt.Sprint(r.code, " ", r.rang, " ", nom), func(t *testing.T) {
				rappels = slices.Clone(garde)
				change(&rappels[i])
				if !slices.ContainsFunc(exemplesRappels, func(c struct{ code, qui, veut string }) bool { return direRappels(c.code, c.qui) != c.veut }) {
					t.Error("aucun exemple ne le remarque")
				}
			})
		}
	}
}
