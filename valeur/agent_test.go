package valeur

import "testing"

func TestMemeAgent(t *testing.T) {
	for _, c := range []struct {
		nom  string
		a, b Agent
		meme bool
	}{
		{"le même matricule sous deux noms", Agent{"A12", "Marie Dupont"}, Agent{"A12", "Marie Martin"}, true},
		{"deux matricules sous un nom", Agent{"A12", "Marie Dupont"}, Agent{"B34", "Marie Dupont"}, false},
		{"un matricule d'un seul côté : les noms décident", Agent{"A12", "Marie Dupont"}, Agent{"", "Marie Dupont"}, true},
		{"la casse et les espaces", Agent{"", "Marie  DUPONT "}, Agent{"", "marie dupont"}, true},
		{"les accents", Agent{"", "Zoé Lefèvre"}, Agent{"", "ZOE LEFEVRE"}, true},
		{"un accent écrit à part", Agent{"", "Zoe\u0301"}, Agent{"", "Zoé"}, true},
		{"les traits d'union et les apostrophes", Agent{"", "Jean-Paul d’Arc"}, Agent{"", "Jean Paul D'ARC"}, true},
		{"le nom avant le prénom", Agent{"", "DUPONT Marie"}, Agent{"", "Marie Dupont"}, true},
		{"l'espace insécable", Agent{"", "Marie\u00a0Dupont"}, Agent{"", "Marie Dupont"}, true},
		{"deux personnes", Agent{"", "Marie Dupont"}, Agent{"", "Marie Dupond"}, false},
		{"un prénom de plus", Agent{"", "Marie Anne Dupont"}, Agent{"", "Marie Dupont"}, false},
		{"un point", Agent{"", "M. Laurent"}, Agent{"", "M Laurent"}, true},
	} {
		if c.a.Est(c.b) != c.meme || c.b.Est(c.a) != c.meme {
			t.Errorf("%s : %v et %v, attendu %v", c.nom, c.a, c.b, c.meme)
		}
	}
	for a, veut := range map[Agent]string{{"D1", "Anne"}: "Anne, D1", {"", "Anne"}: "Anne"} {
		if a.String() != veut {
			t.Errorf("%q, attendu %q", a, veut)
		}
	}
	for a, veut := range map[Agent]bool{{}: true, {Nom: " "}: true, {Nom: "Anne"}: false, {Matricule: "A12"}: false} {
		if a.Anonyme() != veut {
			t.Errorf("%+v est anonyme : %v", a, !veut)
		}
	}
}

// Someone answers to any words of their name, in any order and writing; to no other.
func TestAgentRepond(t *testing.T) {
	a := Agent{Matricule: "T3", Nom: "Anne-Lise Lefèvre"}
	for nom, veut := range map[string]bool{"lefevre": true, "LEFÈVRE anne": true, "Anne-Lise Lefèvre": true, "Lefèvre Paul": false, "Lise L": false, "": false, " - ": false} {
		if a.Repond(nom) != veut {
			t.Errorf("«%s» : %v", nom, !veut)
		}
	}
}
