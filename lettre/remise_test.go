package lettre

import (
	"strings"
	"testing"

	"accord/decision"
	v "accord/valeur"
)

// A decision on a remission says its reasons, who took it and, unless all was given up, what is left and how
// to contest (L.256-4, R.142-1).
func TestRemise(t *testing.T) {
	r := Remise{
		Dossier: "ABC-20261104", DemandeLe: v.NewJour(2026, 12, 1), NotifieLe: v.NewJour(2026, 11, 20), Remis: 5000, Reste: 5735, Motif: "Vos ressources sont sous vos charges.",
		PremiereRetenue: v.NewJour(2027, 1, 16), FinRecours: v.NewJour(2027, 3, 8), Par: "Dora Val", Role: "directeur", Le: v.NewJour(2027, 1, 8), Controle: "Zoé Vert, directeur", Caisse: "CPAM d'essai", Adresse: "1 Rue de l'Exemple, 44000 Nantes",
	}
	for valeur, dit := range map[string][]string{
		decision.RemiseTotale:    {"est acceptée : 50,00 € ne vous sont plus demandés", "Nous l'acceptons en entier", "vous n'avez plus rien à nous rembourser"},
		decision.RemisePartielle: {"est acceptée en partie : il reste 57,35 € à rembourser", "50,00 € ne vous sont plus demandés", "avant le 16 janvier 2027"},
		decision.RemiseRefusee:   {"est refusée", "57,35 € vous restent demandés", "demander de nouveau une remise", "D.133-2-2"},
	} {
		r.Valeur = valeur
		objet, corps := r.Rediger()
		for _, d := range append(dit, "1er décembre 2026", "20 novembre 2026", "Pourquoi : Vos ressources sont sous vos charges.\n", "L.256-4", "Dora Val, directeur, et confirmée par Zoé Vert, directeur") {
			if !strings.Contains(objet+"\n"+corps, d) {
				t.Errorf("%s : la lettre ne dit pas «%s» :\n%s\n%s", valeur, d, objet, corps)
			}
		}
		if contester := strings.Contains(corps, "commission de recours amiable") && strings.Contains(corps, "8 mars 2027") && strings.Contains(corps, "tribunal") && strings.Contains(corps, "médiateur"); contester != (valeur != decision.RemiseTotale) {
			t.Errorf("%s : les voies de recours sont dites : %v", valeur, contester)
		}
	}
	r.Valeur, r.PremiereRetenue = decision.RemiseRefusee, v.JourMax
	if _, corps := r.Rediger(); strings.Contains(corps, "2199") {
		t.Errorf("une date qui n'est pas connue est dite :\n%s", corps)
	}
}
