package decision

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	v "accord/valeur"
)

func signatureDEssai(geste Geste, par, role string, le int64) GesteRejeu {
	return GesteRejeu{Rejeu: "R", Geste: geste, Par: par, Role: role, Motif: "relu", Le: le}
}

// A report holds once two people signed it; nothing is applied before.
func TestPlierRejeux(t *testing.T) {
	un, deux := signatureDEssai(SignerRejeu, "Anne", "cadre", 1), signatureDEssai(ContresignerRejeu, "Marc", "directeur", 3)
	meme := signatureDEssai(ContresignerRejeu, "ANNE", "directeur", 2)
	applique := signatureDEssai(AppliquerRejeu, "Anne", "cadre", 4)
	applique.Personnes = []string{"P"}
	tot := applique
	tot.Le = 2
	ensemble := []GesteRejeu{applique, deux, un}
	for i := range ensemble {
		ensemble[i].Le = 7
	}
	for _, c := range []struct {
		nom         string
		gestes      []GesteRejeu
		signe, fait bool
	}{
		{"une signature", []GesteRejeu{un}, false, false},
		{"deux fois la même main", []GesteRejeu{meme, un}, false, false},
		{"deux personnes", []GesteRejeu{deux, meme, un}, true, false},
		{"appliqué", []GesteRejeu{applique, deux, un}, true, true},
		{"tout au même instant", ensemble, true, true},
		{"appliqué avant la seconde signature", []GesteRejeu{tot, deux, un}, true, false},
	} {
		rs := PlierRejeux(c.gestes)
		if len(rs) != 1 || (rs[0].Applicable() == nil) != c.signe || rs[0].Applique("P") != c.fait {
			t.Errorf("%s : %+v", c.nom, rs)
		}
	}
	if rs := PlierRejeux([]GesteRejeu{deux, applique}); len(rs) != 0 {
		t.Errorf("sans première signature : %+v", rs)
	}
}

func TestQuiSigneUnRejeu(t *testing.T) {
	r := PlierRejeux([]GesteRejeu{signatureDEssai(SignerRejeu, "Anne", "cadre", 1)})[0]
	for _, c := range []struct {
		par, role string
		erreur    error
	}{
		{"Marc", "directeur", nil}, {"Bruno", "comptable", nil}, {"Luc", "cadre", ErrConfirmation}, {"Luc", "technicien", ErrConfirmation}, {"anne", "directeur", ErrConfirmation},
	} {
		if err := r.Contresigner(v.Agent{Nom: c.par}, c.role); !errors.Is(err, c.erreur) {
			t.Errorf("%s, %s : %v", c.par, c.role, err)
		}
	}
	for _, c := range []struct {
		par, role, motif string
		erreur           error
	}{{"Anne", "cadre", "relu", nil}, {"Anne", "technicien", "relu", ErrPouvoir}, {"Anne", "cadre", " ", ErrIncomplet}, {" ", "cadre", "relu", ErrIncomplet}} {
		g := signatureDEssai(SignerRejeu, c.par, c.role, 1)
		g.Motif = c.motif
		if err := VerifierRejeu(&g); !errors.Is(err, c.erreur) {
			t.Errorf("%+v : %v", c, err)
		}
	}
}

// What changed since the signature is named: otherwise, new, or gone without the report.
func TestComparerUnRejeu(t *testing.T) {
	ligne := func(p, e string) LigneRejeu { return LigneRejeu{Personne: p, Empreinte: e} }
	r := Rejeu{GesteRejeu: GesteRejeu{Lignes: []LigneRejeu{ligne("A", "1"), ligne("B", "1"), ligne("C", "1"), ligne("D", "1")}}, Applications: []GesteRejeu{{Personnes: []string{"C"}}}}
	d := r.Comparer([]LigneRejeu{ligne("A", "1"), ligne("B", "2"), ligne("E", "1")})
	if !slices.Equal(d.Autrement, []string{"B"}) || !slices.Equal(d.Nouvelles, []string{"E"}) || !slices.Equal(d.Sorties, []string{"D"}) {
		t.Errorf("%+v", d)
	}
}

// Cohorts read back as they are written, leave out those who lose, and grow with the share.
func TestCohortes(t *testing.T) {
	for _, texte := range []string{"gagnants", "part:1", "part:100", "risque:maladie", "personne:ABC"} {
		if c, err := LireCohorte(texte); err != nil || c.String() != texte {
			t.Errorf("%s : %s, %v", texte, c, err)
		}
	}
	for _, texte := range []string{"", "tous", "gagnants:2", "part", "part:0", "part:101", "part:dix", "risque:", "personne"} {
		if c, err := LireCohorte(texte); !errors.Is(err, ErrIncomplet) {
			t.Errorf("%s : %+v, %v", texte, c, err)
		}
	}
	perd := LigneRejeu{Personne: "P", Perd: true, Risques: []string{"maladie"}}
	for texte, attendu := range map[string]bool{"gagnants": false, "part:100": false, "risque:maladie": false, "personne:Q": false, "personne:P": true} {
		if c, _ := LireCohorte(texte); c.Contient(&perd) != attendu {
			t.Errorf("qui perd, %s : %v", texte, !attendu)
		}
	}
	deux := LigneRejeu{Personne: "P", Risques: []string{"maladie", "maternite"}}
	if c := (Cohorte{Genre: CohorteRisque, Valeur: "maladie"}); c.Contient(&deux) {
		t.Error("un autre risque change aussi")
	}
	n := 0
	for i := range 1000 {
		l := LigneRejeu{Personne: fmt.Sprint("P", i)}
		dix, vingt := Cohorte{Genre: CohortePart, Part: 10}.Contient(&l), Cohorte{Genre: CohortePart, Part: 20}.Contient(&l)
		if dix && !vingt {
			t.Fatalf("%s est des 10 %% et pas des 20 %%", l.Personne)
		}
		if dix {
			n++
		}
	}
	if n < 60 || n > 140 {
		t.Errorf("%d personnes sur mille, pour 10 %%", n)
	}
}
