package decision

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"accord/dossier"
	v "accord/valeur"
)

// Every act that exists can be done by someone, and every row of the table is
// about an act that exists: nobody is left without a lever.
func TestPouvoirsEtActes(t *testing.T) {
	for n := range exigences {
		if len(Roles(n)) == 0 {
			t.Errorf("personne ne peut faire «%s»", n)
		}
	}
	for i, p := range pouvoirs {
		_, surDossier := exigences[p.nature]
		surCaisse := slices.Contains([]dossier.NatureIntervention{natureReprendre, SignerDecision, SignerOrdre, ViserOrdre, Habiliter, natureEffacer, natureRejeu}, p.nature) || strings.HasPrefix(string(p.nature), "arreter_")
		if surDossier == surCaisse {
			t.Errorf("ligne %d : l'acte «%s» n'existe pas", i, p.nature)
		}
		if q := trouverPouvoir(p.nature, p.role); *q != p {
			t.Errorf("%s, %s : deux lignes", p.nature, p.role)
		}
	}
}

// The cent beyond the limit of one person needs another; a role that is not
// named does nothing.
func TestLimites(t *testing.T) {
	for _, c := range []struct {
		nature dossier.NatureIntervention
		role   string
		enjeu  v.Centimes
		aDeux  bool
		refus  bool
	}{
		{dossier.ForcerIJ, "technicien", 500_00, false, false},
		{dossier.ForcerIJ, "technicien", 500_01, true, false},
		{dossier.ForcerIJ, "technicien", -500_01, true, false},
		{dossier.ForcerIJ, "accueil", 1, false, true},
		{dossier.Avancer, "accueil", 800_00, false, false},
		{dossier.Avancer, "accueil", 800_01, true, false},
		{dossier.Avancer, "directeur", 99_999_00, false, false},
		{dossier.Noter, "accueil", 0, false, false},
	} {
		aDeux, err := Pouvoir(c.nature, c.role, c.enjeu)
		if aDeux != c.aDeux || (err != nil) != c.refus || err != nil && !errors.Is(err, ErrPouvoir) {
			t.Errorf("%s, %s, %s : à deux %v, %v", c.nature, c.role, c.enjeu, aDeux, err)
		}
	}
	a := &dossier.Intervention{Nature: dossier.ForcerIJ, Par: "Anne"}
	for _, c := range []struct {
		par, role string
		enjeu     v.Centimes
		ok        bool
	}{
		{"Marc", "cadre", 5000_00, true}, {"Marc", "cadre", 5000_01, false}, {"Marc", "directeur", 90_000_00, true},
		{"Anne", "directeur", 1, false}, {"Marc", "technicien", 1, false}, {"Marc", "accueil", 1, false},
	} {
		if err := Confirmer(a, v.Agent{Nom: c.par}, c.role, c.enjeu); (err == nil) != c.ok {
			t.Errorf("%s, %s, %s : %v", c.par, c.role, c.enjeu, err)
		}
	}
}

// Each act says who, why and on what; what is missing is named.
func TestActeIncomplet(t *testing.T) {
	jour := v.NewJour(2026, 11, 20)
	complet := dossier.Intervention{
		Par: "Anne", Motif: "vu avec l'employeur", Periode: v.P(jour-10, jour-1), Ligne: "E1", Date: jour - 11, Acteur: "Marc", Echeance: jour + 5, Objet: "x",
	}
	for n, x := range exigences {
		a := complet
		a.Nature = n
		if x.Montant {
			a.Montant = 10_00
		}
		if len(x.Valeurs) > 0 {
			a.Valeur = x.Valeurs[0]
		}
		if x.Piece {
			a.Valeur = "0123abcd"
		}
		if err := Verifier(&a, jour); err != nil {
			t.Errorf("%s, complet : %v", n, err)
		}
		for nom, vider := range map[string]func(*dossier.Intervention) bool{
			"auteur":          func(a *dossier.Intervention) bool { a.Par = " "; return true },
			"motif":           func(a *dossier.Intervention) bool { a.Motif = ""; return true },
			"jours":           func(a *dossier.Intervention) bool { a.Periode = v.Periode{}; return x.Jours },
			"jours à rebours": func(a *dossier.Intervention) bool { a.Periode = v.Periode{Du: jour, Au: jour - 1}; return true },
			"ligne":           func(a *dossier.Intervention) bool { a.Ligne = ""; return x.Ligne },
			"montant":         func(a *dossier.Intervention) bool { a.Montant = -1; return true },
			"date": func(a *dossier.Intervention) bool {
				a.Date = 0
				return x.Date || x.DateLibre && a.Valeur == "" && n != dossier.ReprendreDeProgres
			},
			"acteur":   func(a *dossier.Intervention) bool { a.Acteur = ""; return x.Acteur },
			"échéance": func(a *dossier.Intervention) bool { a.Echeance = jour; return x.Echeance },
			"objet":    func(a *dossier.Intervention) bool { a.Objet = ""; return x.Objet },
			"pièce": func(a *dossier.Intervention) bool {
				a.Valeur = ""
				return x.Piece || len(x.Valeurs) > 0 && !slices.Contains(x.Valeurs, "")
			},
			"valeur": func(a *dossier.Intervention) bool { a.Valeur = "?"; return len(x.Valeurs) > 0 },
		} {
			b := a
			if refus := vider(&b); (Verifier(&b, jour) != nil) != refus {
				t.Errorf("%s sans %s : %v", n, nom, Verifier(&b, jour))
			}
		}
	}
	if Verifier(&dossier.Intervention{Nature: "payer_tout", Par: "Anne", Motif: "?"}, jour) == nil {
		t.Error("un acte inconnu est admis")
	}
}
