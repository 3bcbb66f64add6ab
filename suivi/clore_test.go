package suivi

import (
	"regexp"
	"strings"
	"testing"

	"accord/decision"
	"accord/dossier"
	"accord/paiement"
	v "accord/valeur"
)

func TestClore(t *testing.T) {
	for mots, veut := range map[string]string{
		"vu": "vu.", "vu.": "vu.", "pourquoi si tard ?": "pourquoi si tard ?", "enfin !": "enfin !", "à suivre…": "à suivre…", " vu ; ": "vu.", "vu (note)": "vu (note).", "a, b,": "a, b.", "": ".",
	} {
		if got := Clore(mots); got != veut {
			t.Errorf("«%s» : «%s», attendu «%s»", mots, got, veut)
		}
	}
}

var doublePoint = regexp.MustCompile(`[.!?…][ \x{00a0}\x{202f}]*[.!?;,:]`)

// Whatever sign an agent ends his motive with, what is said of his act ends as one sentence does.
func TestUnMotifFinitComme(t *testing.T) {
	type A = dossier.Intervention
	for _, fin := range []string{"", ".", " ?", " !", "…", ";"} {
		var actes, attente []Acte
		for _, role := range decision.TousRoles() {
			for _, n := range decision.Natures(role) {
				a := A{Nature: n, Motif: "salaire à revoir" + fin, Acteur: "Luc", Echeance: debut + 50, Objet: "IJ1", Valeur: ACorriger}
				actes = append(actes, acte(len(actes), a))
				if n == dossier.Rattacher {
					a.Differe = "nom A ou B" + fin
					attente = append(attente, acte(len(actes), a))
					a.Role = decision.Declaration
				}
				attente = append(attente, acte(len(actes), a))
			}
		}
		o := &paiement.Ordre{ID: "IJ1", CreeLe: debut, Lignes: []paiement.Ligne{{Activite: "l", Periode: v.P(debut, debut)}}}
		Constater(actes, []*paiement.Ordre{o})
		e := Entree{Jour: debut + 9, Retenues: []paiement.Retenue{{Motif: paiement.ParUneMain, Par: "Luc", Raison: "salaire à revoir" + fin, Jusque: debut + 20, Jours: 2}}}
		e.Taches = Taches(actes, attente, CRA)
		phrases := []string{Prochaine(&e).Phrase}
		for i := range e.Taches {
			phrases = append(phrases, e.Taches[i].Phrase)
		}
		dites := 0
		for _, p := range phrases {
			if doublePoint.MatchString(p) {
				t.Errorf("«%s»", p)
			}
			dites += strings.Count(p, "salaire à revoir")
		}
		if dites < 10 {
			t.Errorf("%d motifs sont dits", dites)
		}
	}
}
