package decision

import (
	"errors"
	"slices"
	"testing"

	v "accord/valeur"
)

func inscrire(matricule string, par v.Agent, aDeux bool, roles ...string) GesteAgent {
	return GesteAgent{Matricule: matricule, Geste: InscrireAgent, Nom: "Nom " + matricule, Roles: roles, Du: mardi, Empreinte: "e1", Par: par, ADeux: aDeux}
}

// inscritsDe gives the register that gestures make, each with the next rank of its agent.
func inscritsDe(gestes ...GesteAgent) []Inscrit {
	rangs := map[string]int{}
	for i := range gestes {
		rangs[gestes[i].Matricule]++
		gestes[i].Rang = rangs[gestes[i].Matricule]
	}
	return PlierAgents(gestes)
}

var (
	anne = v.Agent{Matricule: "D1", Nom: "Nom D1"}
	marc = v.Agent{Matricule: "C2", Nom: "Nom C2"}
	base = []GesteAgent{inscrire("D1", v.Agent{}, false, "directeur"), inscrire("C2", v.Agent{}, false, "comptable")}
)

// What waits has no effect until someone else confirms it: neither who did it, nor who
// it is about.
func TestRegistreDesAgents(t *testing.T) {
	luc := inscrire("T3", anne, true, "technicien")
	geste := func(matricule string, g GesteRegistre, par v.Agent, aDeux bool) GesteAgent {
		return GesteAgent{Matricule: matricule, Geste: g, Empreinte: "e2", Par: par, ADeux: aDeux}
	}
	for _, c := range []struct {
		nom       string
		gestes    []GesteAgent
		vigueur   bool
		attend    bool
		empreinte string
	}{
		{"inscrit, sans confirmation", []GesteAgent{luc}, false, true, ""},
		{"confirmé par qui l'a inscrit", []GesteAgent{luc, geste("T3", ConfirmerAgent, anne, false)}, false, true, ""},
		{"confirmé par lui-même", []GesteAgent{luc, geste("T3", ConfirmerAgent, v.Agent{Matricule: "T3"}, false)}, false, true, ""},
		{"confirmé par un autre", []GesteAgent{luc, geste("T3", ConfirmerAgent, marc, false)}, true, false, "e1"},
		{"clos", []GesteAgent{luc, geste("T3", ConfirmerAgent, marc, false), geste("T3", CloreAgent, anne, false)}, false, false, "e1"},
		{"clos avant d'être confirmé", []GesteAgent{luc, geste("T3", CloreAgent, anne, false), geste("T3", ConfirmerAgent, marc, false)}, false, false, ""},
		{"clos, puis inscrit de nouveau", []GesteAgent{luc, geste("T3", ConfirmerAgent, marc, false), geste("T3", CloreAgent, anne, false), inscrire("T3", v.Agent{}, false, "accueil")}, true, false, "e1"},
		{"un jeton donné par un autre attend, l'ancien vaut", []GesteAgent{luc, geste("T3", ConfirmerAgent, marc, false), geste("T3", NouveauJeton, anne, true)}, true, true, "e1"},
		{"un jeton donné, confirmé", []GesteAgent{luc, geste("T3", ConfirmerAgent, marc, false), geste("T3", NouveauJeton, anne, true), geste("T3", ConfirmerAgent, marc, false)}, true, false, "e2"},
		{"son propre jeton", []GesteAgent{luc, geste("T3", ConfirmerAgent, marc, false), geste("T3", NouveauJeton, v.Agent{Matricule: "T3"}, false)}, true, false, "e2"},
	} {
		is := inscritsDe(slices.Concat(base, c.gestes)...)
		if len(is) != 3 || is[0].Matricule != "C2" || is[1].Matricule != "D1" {
			t.Fatalf("%s : %+v", c.nom, is)
		}
		if x := &is[2]; x.EnVigueur(mardi) != c.vigueur || (x.Attend != nil) != c.attend || x.Empreinte != c.empreinte {
			t.Errorf("%s : %+v", c.nom, x)
		}
	}
}

func TestJoursDUnAgent(t *testing.T) {
	x := Inscrit{Empreinte: "e", Du: mardi, Au: mardi + 2}
	for j, veut := range map[v.Jour]bool{mardi - 1: false, mardi: true, mardi + 2: true, mardi + 3: false} {
		if x.EnVigueur(j) != veut {
			t.Errorf("%s : %v", j, !veut)
		}
	}
	if x.Au = 0; !x.EnVigueur(mardi + 999) {
		t.Error("sans dernier jour, il n'est plus en fonction")
	}
}

func TestHabilitation(t *testing.T) {
	plein := slices.Concat(base, []GesteAgent{inscrire("T3", v.Agent{}, false, "technicien")})
	tous := func(gestes ...GesteAgent) []Inscrit { return inscritsDe(slices.Concat(plein, gestes)...) }
	qui := func(m string) v.Agent { return v.Agent{Matricule: m, Nom: m} }
	for _, c := range []struct {
		nom   string
		is    []Inscrit
		g     GesteAgent
		ok    bool
		aDeux bool
	}{
		{"la machine ouvre le registre", nil, inscrire("D1", v.Agent{}, false, "directeur"), true, false},
		{"la machine inscrit le second", inscritsDe(base[0]), inscrire("C2", v.Agent{}, false, "comptable"), true, false},
		{"un technicien ne compte pas", inscritsDe(base[0], inscrire("T3", v.Agent{}, false, "technicien")), inscrire("C2", v.Agent{}, false, "comptable"), true, false},
		{"la machine, ensuite, n'inscrit plus", tous(), inscrire("X9", v.Agent{}, false, "comptable"), false, false},
		{"même quand l'autre est clos", tous(GesteAgent{Matricule: "C2", Geste: CloreAgent, Par: anne}), inscrire("X9", v.Agent{}, false, "comptable"), false, false},
		{"sauf en secours", tous(), GesteAgent{Matricule: "X9", Geste: InscrireAgent, Secours: true}, true, false},
		{"seul, un directeur attend un second", inscritsDe(base[0]), inscrire("C2", anne, false, "comptable"), true, true},
		{"un directeur inscrit, un autre confirme", tous(), inscrire("X9", anne, false, "cadre"), true, true},
		{"un comptable aussi", tous(), inscrire("X9", marc, false, "cadre"), true, true},
		{"un technicien, non", tous(), inscrire("X9", qui("T3"), false, "cadre"), false, false},
		{"un inconnu, non", tous(), inscrire("X9", qui("Y8"), false, "cadre"), false, false},
		{"un directeur clos, non", tous(GesteAgent{Matricule: "D1", Geste: CloreAgent, Par: marc}), inscrire("X9", anne, false, "cadre"), false, false},
		{"soi-même, non", tous(), inscrire("D1", anne, false, "comptable"), false, false},
		{"se confirmer, non", tous(), GesteAgent{Matricule: "C2", Geste: ConfirmerAgent, Par: marc}, false, false},
		{"son propre jeton", tous(), GesteAgent{Matricule: "T3", Geste: NouveauJeton, Par: qui("T3")}, true, false},
		{"le jeton d'un autre attend", tous(), GesteAgent{Matricule: "C2", Geste: NouveauJeton, Par: anne}, true, true},
		{"clore un autre ne se confirme pas", tous(), GesteAgent{Matricule: "T3", Geste: CloreAgent, Par: anne}, true, false},
		{"se clore", tous(), GesteAgent{Matricule: "D1", Geste: CloreAgent, Par: anne}, true, false},
	} {
		err := Habilitation(c.is, &c.g, mardi)
		if (err == nil) != c.ok || err != nil && !errors.Is(err, ErrRegistre) || c.g.ADeux != c.aDeux {
			t.Errorf("%s : à deux %v, %v", c.nom, c.g.ADeux, err)
		}
	}
}

func TestInscription(t *testing.T) {
	for nom, c := range map[string]struct {
		change func(*GesteAgent)
		ok     bool
	}{
		"entière":              {func(*GesteAgent) {}, true},
		"sans nom":             {func(g *GesteAgent) { g.Nom = " " }, false},
		"sans rôle":            {func(g *GesteAgent) { g.Roles = nil }, false},
		"rôle inconnu":         {func(g *GesteAgent) { g.Roles = []string{"cadre", "chef"} }, false},
		"ordonnateur":          {func(g *GesteAgent) { g.Roles = []string{"ordonnateur", "cadre"} }, true},
		"ordonne et vise":      {func(g *GesteAgent) { g.Roles = []string{"comptable", "ordonnateur"} }, false},
		"directeur et vise":    {func(g *GesteAgent) { g.Roles = []string{"directeur", "comptable"} }, false},
		"finit avant":          {func(g *GesteAgent) { g.Au = mardi - 1 }, false},
		"finie depuis hier":    {func(g *GesteAgent) { g.Du, g.Au = mardi-9, mardi-1 }, false},
		"finit le même jour":   {func(g *GesteAgent) { g.Au = mardi }, true},
		"commence plus tard":   {func(g *GesteAgent) { g.Du = mardi + 9 }, true},
		"un matricule d'agent": {func(g *GesteAgent) { g.Matricule = "D1" }, true},
	} {
		g := inscrire("T3", anne, true, "technicien")
		c.change(&g)
		if err := VerifierInscription(&g, mardi); (err == nil) != c.ok {
			t.Errorf("%s : %v", nom, err)
		}
	}
	for texte, veut := range map[string]string{" d1 ": "D1", "441-a.7": "441-A.7", "": "", "é1": "", "A 1": "", "123456789012345678901": ""} {
		if m, err := LireMatricule(texte); m != veut || (err == nil) != (veut != "") {
			t.Errorf("«%s» : «%s», %v", texte, m, err)
		}
	}
}
