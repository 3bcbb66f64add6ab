package dossier

import (
	"slices"
	"testing"

	"accord/droit"
	v "accord/valeur"
)

// A leave is the person's, whoever tells it: one request, one of each employer, or one
// request and what the other employer declares give the same days and the same money. What
// nobody says of the other job is asked, and nothing is paid meanwhile.
func TestCongeDeDeuxEmployeurs(t *testing.T) {
	jours := v.P(jour("2026-06-15"), jour("2026-07-09"))
	pere := naissanceLe(1, EtatCivil, "2026-06-11", 1)
	pere.Evenement.Naissance.Mere, pere.Evenement.Naissance.Enfants = false, 1
	base := []Fait{pere}
	for i, mois := range []string{"2026-03", "2026-04", "2026-05"} {
		base = append(base, paie(10+i, boulangerie, mois, 200000, int64(i+1)), paie(20+i, garage, mois, 100000, int64(i+1)))
	}
	demande := func(n int, s v.SIRET, ps ...v.Periode) Fait {
		f := conge(n, droit.Paternite, "2026-06-11", ps...)
		f.Conge.Employeur, f.Conge.CongeNaissance = s, v.P(jour("2026-06-12"), jour("2026-06-14"))
		return f
	}
	poursuit := func(n int, siretConge v.SIRET, ps ...v.Periode) Fait {
		f := demande(n, siretConge, ps...)
		f.Conge.Poursuivis = []Employeur{{SIRET: garage}}
		return f
	}
	seconde := poursuit(32, boulangerie, jours)
	seconde.Conge.Reference, seconde.Conge.Version = "C30", 2
	declare := signalement(40, garage, "2026-06-14", "2026-07-09", nil)
	declare.Signalement.Motif = "03"
	aussi := signalement(41, boulangerie, "2026-06-14", "2026-07-09", nil)
	aussi.Signalement.Motif = "03"
	for _, c := range []struct {
		nom     string
		faits   []Fait
		payes   int
		attente int
		refuses int
	}{
		{"une demande", []Fait{demande(30, "", jours)}, 50, 0, 0},
		{"une de chacun", []Fait{demande(30, boulangerie, jours), demande(31, garage, jours)}, 50, 0, 0},
		{"une de chacun, sans dates", []Fait{demande(30, boulangerie), demande(31, garage)}, 50, 0, 0},
		{"une demande et l'autre employeur", []Fait{demande(30, boulangerie, jours), declare}, 50, 0, 0},
		{"une seule, rien de l'autre", []Fait{demande(30, boulangerie, jours)}, 0, 50, 0},
		{"deux employeurs, aucune demande", []Fait{declare, aussi}, 0, 50, 0},
		{"l'autre emploi se poursuit, dit d'emblée", []Fait{poursuit(30, boulangerie, jours)}, 0, 0, 25},
		{"l'autre emploi se poursuit, en réponse", []Fait{demande(30, boulangerie, jours), seconde}, 0, 0, 25},
		{"l'autre emploi se poursuit, sous une autre référence", []Fait{demande(30, boulangerie, jours), poursuit(33, boulangerie)}, 0, 0, 25},
		{"tout emploi, sauf celui qui se poursuit", []Fait{poursuit(30, "", jours)}, 0, 0, 25},
		{"il se poursuivait, puis le congé y est demandé", []Fait{poursuit(30, boulangerie, jours), demande(31, garage, jours)}, 50, 0, 0},
	} {
		for sens := range 2 {
			faits := append([]Fait{}, base...)
			faits = append(faits, c.faits...)
			if sens == 1 {
				for i, j := 0, len(faits)-1; i < j; i, j = i+1, j-1 {
					faits[i], faits[j] = faits[j], faits[i]
				}
			}
			calcul := calculerFaits(t, faits)
			n, total := etats(&calcul)
			if n[droit.Paye] != c.payes || n[droit.Attente] != c.attente || n[droit.Refuse] != c.refuses || n[droit.Epuise] != 0 {
				t.Errorf("%s, sens %d : %v", c.nom, sens, n)
			}
			if c.payes > 0 && total != 25*7792 {
				t.Errorf("%s, sens %d : %s", c.nom, sens, total)
			}
			demandee := slices.ContainsFunc(calcul.Questions, func(q Question) bool { return q.Code == QuestionDemandeConge })
			if c.attente > 0 && len(calcul.Questions) == 0 || demandee && c.attente == 0 {
				t.Errorf("%s : demandé %v, %+v", c.nom, demandee, calcul.Questions)
			}
		}
	}
}
