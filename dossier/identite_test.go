package dossier

import (
	"testing"

	v "accord/valeur"
)

func changement(n int, le string, c ChangementIdentite) Fait {
	c.Le = jour(le)
	return Fait{Genre: GenreIdentite, ConnuLe: jour(le), Source: piece(n), Changement: &c}
}

// What an employer corrects replaces what was said under the former name or date,
// and nothing else.
func TestIdentiteCorrigee(t *testing.T) {
	juste := Identite{NomNaissance: "CONNOR", Prenoms: "Élodie", Naissance: v.NewJour(1986, 1, 15)}
	for _, c := range []struct {
		nom     string
		c       ChangementIdentite
		corrige bool
	}{
		{"le nom et la naissance", ChangementIdentite{Identite: juste, AncienNom: "O’Connor", AncienneNaissance: elodie.Naissance}, true},
		{"ceux d'un autre", ChangementIdentite{Identite: juste, AncienNom: "DURAND", AncienneNaissance: v.NewJour(1970, 1, 1)}, false},
		{"le numéro seulement", ChangementIdentite{Identite: juste, NIR: "2850199999001", AncienNIR: "7100000000001"}, false},
	} {
		s := Plier(append(usuelle(), changement(9, "2026-03-20", c.c)), jour("2026-12-31"))
		nom, naissance := s.Identite.NomNaissance == juste.NomNaissance, s.Cas.Assure.Naissance == juste.Naissance
		if nom != c.corrige || naissance != c.corrige {
			t.Errorf("%s : %+v, née le %s", c.nom, s.Identite, s.Cas.Assure.Naissance)
		}
	}
}

// A former number is that of the same person when all that came under both names
// her; someone else, or a birth that nobody wrote, leaves a doubt.
func TestDouteDuChangement(t *testing.T) {
	c := ChangementIdentite{Identite: elodie, AncienNom: "DUPONT", AncienneNaissance: v.NewJour(1985, 1, 1)}
	sous := func(ids ...Identite) (faits []Fait) {
		for _, id := range ids {
			f := paie(1, boulangerie, "2026-01", 100000, 1)
			f.Mensuelle.Identite = id
			faits = append(faits, f)
		}
		return faits
	}
	de := func(nom, prenoms string, naissance v.Jour) Identite {
		return Identite{NomNaissance: nom, Prenoms: prenoms, Naissance: naissance}
	}
	for _, x := range []struct {
		nom             string
		neuve, ancienne []Fait
		doute, nomment  bool
	}{
		{"la même", sous(elodie), sous(elodie), false, true},
		{"sans accent, un prénom de plus", sous(elodie), sous(de("O CONNOR", "ELODIE, Anne", elodie.Naissance)), false, true},
		{"sous son ancien nom", sous(elodie), sous(de("Dupont", "Élodie", v.NewJour(1985, 1, 1))), false, true},
		{"un autre nom", sous(elodie), sous(elodie, de("DURAND", "Élodie", elodie.Naissance)), true, true},
		{"un autre prénom", sous(elodie), sous(de("O'CONNOR", "Léa", elodie.Naissance)), true, true},
		{"une autre naissance", sous(elodie), sous(de("O'CONNOR", "Élodie", v.NewJour(1985, 1, 16))), true, true},
		{"sans naissance", sous(elodie), sous(de("O'CONNOR", "Élodie", 0)), true, true},
		{"un autre sous le nouveau", sous(de("DURAND", "Luc", elodie.Naissance)), sous(elodie), true, true},
		{"rien sous l'ancien", sous(elodie), nil, false, false},
		{"rien sous le nouveau", nil, sous(elodie), false, false},
		{"la seule déclaration", sous(elodie), []Fait{changement(3, "2026-01-01", c)}, false, false},
	} {
		if doute, nomment := c.Doute(x.neuve, x.ancienne); (doute != "") != x.doute || nomment != x.nomment {
			t.Errorf("%s : doute «%s», %v", x.nom, doute, nomment)
		}
	}
}
