package registre

import (
	"slices"
	"testing"

	"accord/droit"
	v "accord/valeur"

	"pgregory.net/rapid"
)

var lundi = v.NewJour(2026, 3, 2)

func du(j int, ij v.Centimes, d Destinataire) Du {
	return Du{Cle: Cle{Jour: lundi + v.Jour(j), Ligne: "E1", Risque: droit.Maladie}, Dossier: "D", Etat: droit.Paye, IJ: ij, Destinataire: d}
}

func pose(j, rang int, brut v.Centimes, d Destinataire) Pose {
	return Pose{Cle: Cle{Jour: lundi + v.Jour(j), Ligne: "E1", Risque: droit.Maladie}, Dossier: "D", Rang: rang, Brut: brut, Destinataire: d, Racine: "R"}
}

const entreprise Destinataire = "employeur:73282932000074"

func TestComparer(t *testing.T) {
	cas := []struct {
		nom     string
		dus     []Du
		poses   []Pose
		ecart   v.Centimes
		rang    int
		conflit bool
	}{
		{"dû, rien de payé", []Du{du(0, 3287, Assure)}, nil, 3287, 0, false},
		{"dû et payé", []Du{du(0, 3287, Assure)}, []Pose{pose(0, 0, 3287, Assure)}, 0, 0, false},
		{"salaire corrigé à la hausse", []Du{du(0, 3500, Assure)}, []Pose{pose(0, 0, 3287, Assure)}, 213, 1, false},
		{"salaire corrigé à la baisse", []Du{du(0, 3000, Assure)}, []Pose{pose(0, 0, 3287, Assure)}, -287, 1, false},
		{"le jour a quitté le calendrier", nil, []Pose{pose(0, 0, 3287, Assure)}, -3287, 1, false},
		{"deux différences déjà posées", []Du{du(0, 3500, Assure)}, []Pose{pose(0, 1, 213, Assure), pose(0, 0, 3287, Assure)}, 0, 0, false},
		{"subrogation tardive : jamais deux fois", []Du{du(0, 3287, entreprise)}, []Pose{pose(0, 0, 3287, Assure)}, 0, 0, true},
		{"repris puis dû à l'employeur", []Du{du(0, 3287, entreprise)}, []Pose{pose(0, 0, 3287, Assure), pose(0, 1, -3287, Assure)}, 3287, 2, false},
	}
	for _, c := range cas {
		ecarts, conflits := Comparer(c.dus, c.poses, lundi)
		var e Ecart
		if len(ecarts) > 0 {
			e = ecarts[0]
		}
		if e.Montant != c.ecart || e.Rang != c.rang || (len(conflits) > 0) != c.conflit {
			t.Errorf("%s : écart %v rang %d conflits %v", c.nom, e.Montant, e.Rang, conflits)
		}
	}
}

func TestComparerSArreteAuJour(t *testing.T) {
	ecarts, _ := Comparer([]Du{du(0, 100, Assure), du(1, 100, Assure)}, nil, lundi)
	if len(ecarts) != 1 || ecarts[0].Jour != lundi {
		t.Errorf("les jours à venir ne sont pas payables : %v", ecarts)
	}
}

func TestAttenteNEstPasDue(t *testing.T) {
	d := du(0, 1200, Assure)
	d.Etat = droit.Attente
	if ecarts, _ := Comparer([]Du{d}, nil, lundi); len(ecarts) != 1 || !ecarts[0].Acompte || len(Dettes(ecarts)) != 0 {
		t.Errorf("la part certaine d'un jour en attente peut être versée en acompte, et n'est pas une dette : %v", ecarts)
	}
	for nom, f := range map[string]func(*Du){
		"rien n'est certain": func(d *Du) { d.IJ = 0 }, "l'employeur est subrogé": func(d *Du) { d.Destinataire = entreprise },
		"le destinataire est discuté": func(d *Du) { d.Destinataire = "" },
	} {
		x := d
		f(&x)
		if ecarts, _ := Comparer([]Du{x}, nil, lundi); len(ecarts) != 0 {
			t.Errorf("%s : %v", nom, ecarts)
		}
	}
	if ecarts, _ := Comparer([]Du{d}, []Pose{pose(0, 0, 1000, Assure)}, lundi); len(ecarts) != 1 || ecarts[0].Montant != 200 || ecarts[0].Racine == "" {
		t.Errorf("un acompte ne verse que ce qui manque : %v", ecarts)
	}
	if ecarts, _ := Comparer([]Du{d}, []Pose{pose(0, 0, 1000, entreprise)}, lundi); len(ecarts) != 0 {
		t.Errorf("un jour payé à un autre n'a pas d'acompte : %v", ecarts)
	}
	if ecarts, _ := Comparer([]Du{d}, []Pose{pose(0, 0, 3287, Assure)}, lundi); len(ecarts) != 0 {
		t.Errorf("un jour payé dont la réponse redevient attendue n'est pas payé en trop : %v", ecarts)
	}
}

// Whatever happened before, posting the differences leaves none: owed = posted.
func TestPoserLesEcartsSolde(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var poses []Pose
		for range rapid.IntRange(1, 5).Draw(t, "tours") {
			var dus []Du
			for j := range 6 {
				if rapid.Bool().Draw(t, "présent") {
					dus = append(dus, du(j, v.Centimes(rapid.IntRange(0, 3).Draw(t, "ij")), Assure))
				}
			}
			ecarts, _ := Comparer(dus, poses, lundi+10)
			for _, e := range ecarts {
				poses = append(poses, Pose{Cle: e.Cle, Dossier: "D", Rang: e.Rang, Brut: e.Montant, Destinataire: e.Destinataire, Racine: "R"})
			}
			if reste, _ := Comparer(dus, poses, lundi+10); len(reste) != 0 {
				t.Fatalf("il reste %v", reste)
			}
			b := Etablir(dus, poses, lundi+10)
			if b.Du != b.Verse || b.TropPercu != 0 {
				t.Fatalf("dû %d, versé %d, trop perçu %d", b.Du, b.Verse, b.TropPercu)
			}
		}
		vus := map[Cle][]int{}
		for _, p := range poses {
			vus[p.Cle] = append(vus[p.Cle], p.Rang)
		}
		for c, rangs := range vus {
			slices.Sort(rangs)
			for i, r := range rangs {
				if r != i {
					t.Fatalf("%v : rangs %v", c, rangs)
				}
			}
		}
	})
}

func TestComprimerDeplier(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var dus []Du
		for j := range 12 {
			if rapid.IntRange(0, 3).Draw(t, "présent") > 0 {
				dus = append(dus, du(j, v.Centimes(rapid.IntRange(1, 2).Draw(t, "ij")), Assure))
			}
		}
		if got := Deplier(Comprimer(dus)); !slices.Equal(got, dus) {
			t.Fatalf("%v au lieu de %v", got, dus)
		}
	})
}

func TestEcriture(t *testing.T) {
	e := Ecriture{Cle: "x"}
	if e.Verifier() == nil {
		t.Error("une écriture vide est acceptée")
	}
	e.Debiter(ChargeIJMaladie, 100)
	e.Crediter(DetteBeneficiaire, 93)
	if e.Verifier() == nil {
		t.Error("une écriture déséquilibrée est acceptée")
	}
	e.Crediter(DetteCSGCRDS, 7)
	e.Crediter(DettePAS, 0)
	if err := e.Verifier(); err != nil || len(e.Mouvements) != 3 {
		t.Errorf("%v %v", err, e.Mouvements)
	}
}

func TestBilan(t *testing.T) {
	refuse, attente, carence := du(2, 0, ""), du(3, 500, ""), du(4, 0, "")
	refuse.Etat, attente.Etat, carence.Etat = droit.Refuse, droit.Attente, droit.Carence
	b := Etablir([]Du{du(0, 100, Assure), du(1, 100, Assure), refuse, attente, carence, du(9, 100, Assure)}, []Pose{pose(0, 0, 100, Assure)}, lundi+5)
	want := Bilan{Payes: 1, APayer: 1, Attendus: 1, Refuses: 1, SansObjet: 1, Du: 200, Verse: 100, PlusAncien: lundi + 1}
	if b != want {
		t.Errorf("%+v, attendu %+v", b, want)
	}
}
