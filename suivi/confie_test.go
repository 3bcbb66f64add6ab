package suivi

import (
	"testing"

	"accord/dossier"
	v "accord/valeur"
)

// Entrusting a dossier says who works on it: over and settled, it keeps nothing open. One
// that is entrusted after its end is work of its own, until the act is withdrawn.
func TestConfieSeul(t *testing.T) {
	fin := v.NewJour(2026, 9, 10)
	for _, c := range []struct {
		le    v.Jour
		genre Genre
	}{{fin - 5, Clos}, {fin, Clos}, {fin + 1, Agent}} {
		actes := []Acte{{Intervention: dossier.Intervention{ID: "a", Nature: dossier.Confier, Par: "Anne", Acteur: "Basile", Motif: "à suivre"}, Le: c.le}}
		e := Entree{Chaine: dossier.Chaine{Debut: fin - 9, Fin: fin}, Jour: fin + 3, Taches: Taches(actes, nil, CRA)}
		s := Prochaine(&e)
		Delier(&s, e.Taches)
		if ouvertes := len(Ouvertes(e.Taches)); s.Genre != c.genre || (ouvertes == 0) != (c.genre == Clos) {
			t.Errorf("confié le %s : %s, %d tâches ouvertes", c.le, s.Genre, ouvertes)
		}
	}
	e := Entree{Chaine: dossier.Chaine{Debut: fin - 9, Fin: fin}, Jour: fin, Taches: Taches([]Acte{{Intervention: dossier.Intervention{ID: "a", Nature: dossier.Confier, Acteur: "Basile"}, Le: fin - 5}}, nil, CRA)}
	if s := Prochaine(&e); s.Genre != Agent || s.Acteur != "agent:Basile" {
		t.Errorf("pendant l'arrêt : %+v", s)
	}
}

// Two pieces are sent back: a new copy ends the wait for the one that it replaces.
func TestPieceRemplacee(t *testing.T) {
	acte := func(n dossier.NatureIntervention, objet, valeur string) Acte {
		return Acte{Intervention: dossier.Intervention{ID: string(n) + objet, Nature: n, Objet: objet, Valeur: valeur, Acteur: "assure"}, Le: v.NewJour(2026, 9, 1)}
	}
	ts := Ouvertes(Taches([]Acte{acte(dossier.Renvoyer, "p1", ""), acte(dossier.Renvoyer, "p2", ""), acte(dossier.Joindre, "p3", "p2")}, nil, CRA))
	if len(ts) != 1 || ts[0].Valeur != "p1" {
		t.Errorf("%+v", ts)
	}
}
