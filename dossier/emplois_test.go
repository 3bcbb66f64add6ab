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

// Asked of each employer or of all at once, with its days or from its event, a leave is the same
// days and the same money.
func TestCongeDemandeAChacun(t *testing.T) {
	mere, pere := naissanceLe(1, EtatCivil, "2026-06-11", 1), naissanceLe(1, EtatCivil, "2026-03-11", 1)
	mere.Evenement.Naissance.Enfants, pere.Evenement.Naissance.Enfants, pere.Evenement.Naissance.Mere = 1, 1, false
	mort := Fait{Genre: GenreEvenement, ConnuLe: jour("2026-06-13"), Source: piece(1), Evenement: &Evenement{Envoi: envoi("D1", 1), Auteur: EtatCivil, EtabliLe: jour("2026-06-12"),
		Deces: &DecesDeclare{Le: jour("2026-06-11"), Lien: "enfant", NeLe: jour("2015-01-01")}}}
	for _, c := range []struct {
		risque droit.Risque
		fait   Fait
		le     string
		jours  v.Periode
	}{
		{droit.Maternite, mere, "2026-06-11", v.P(jour("2026-04-30"), jour("2026-08-19"))},
		{droit.NaissanceConge, pere, "2026-03-11", v.P(jour("2026-09-07"), jour("2026-10-06"))},
		{droit.DeuilEnfant, mort, "2026-06-11", v.P(jour("2026-06-12"), jour("2026-06-19"))},
	} {
		demande := func(n int, s v.SIRET, ps ...v.Periode) Fait {
			f := conge(n, c.risque, c.le, ps...)
			f.Conge.Employeur = s
			return f
		}
		variantes := [][]Fait{{demande(30, "", c.jours)}, {demande(30, boulangerie, c.jours), demande(31, garage, c.jours)}}
		if c.risque != droit.NaissanceConge { // whose days follow from another leave
			variantes = append(variantes, []Fait{demande(30, boulangerie), demande(31, garage)})
		}
		var attendu []jourDit
		for n, demandes := range variantes {
			calcul := calculerFaits(t, slices.Concat(paiesDeDeux(), []Fait{c.fait}, demandes))
			obtenu := payesDits(&calcul)
			if len(obtenu) != 2*c.jours.Jours() {
				e, total := etats(&calcul)
				t.Errorf("%s, variante %d : %d jours, %v, %s, %+v", c.risque, n, len(obtenu), e, total, calcul.Questions)
			}
			if n == 0 {
				attendu = obtenu
			} else if !slices.Equal(obtenu, attendu) {
				t.Errorf("%s, variante %d :\n%v\n%v", c.risque, n, obtenu, attendu)
			}
		}
	}
}

// Asked of one employer of two, a leave that the law pays once all work has ceased waits: for the
// other employer of a mother, who rests from all her work, for the person otherwise. A mourning does not.
func TestCongeDemandeAUnSeul(t *testing.T) {
	mere, pere := naissanceLe(1, EtatCivil, "2026-06-11", 1), naissanceLe(1, EtatCivil, "2026-03-11", 1)
	mere.Evenement.Naissance.Enfants, pere.Evenement.Naissance.Enfants, pere.Evenement.Naissance.Mere = 1, 1, false
	mort := Fait{Genre: GenreEvenement, ConnuLe: jour("2026-06-13"), Source: piece(1), Evenement: &Evenement{Envoi: envoi("D1", 1), Auteur: EtatCivil, EtabliLe: jour("2026-06-12"),
		Deces: &DecesDeclare{Le: jour("2026-06-11"), Lien: "enfant", NeLe: jour("2015-01-01")}}}
	for _, c := range []struct {
		risque   droit.Risque
		fait     Fait
		le       string
		jours    v.Periode
		payes    int
		question string
	}{
		{droit.Maternite, mere, "2026-06-11", v.P(jour("2026-04-30"), jour("2026-08-19")), 0, QuestionConge},
		{droit.NaissanceConge, pere, "2026-03-11", v.P(jour("2026-09-07"), jour("2026-10-06")), 0, QuestionDemandeConge},
		{droit.DeuilEnfant, mort, "2026-06-11", v.P(jour("2026-06-12"), jour("2026-06-19")), 8, ""},
	} {
		f := conge(30, c.risque, c.le, c.jours)
		f.Conge.Employeur = boulangerie
		calcul := calculerFaits(t, slices.Concat(paiesDeDeux(), []Fait{c.fait, f}))
		e, _ := etats(&calcul)
		var codes string
		for _, q := range calcul.Questions {
			codes += q.Code
		}
		if e[droit.Paye] != c.payes || e[droit.Refuse] != 0 || codes != c.question {
			t.Errorf("%s : %v, %s", c.risque, e, codes)
		}
		f.Conge.Poursuivis = []Employeur{{SIRET: garage}}
		calcul = calculerFaits(t, slices.Concat(paiesDeDeux(), []Fait{c.fait, f}))
		if e, _ := etats(&calcul); e[droit.Attente] != 0 || len(calcul.Questions) != 0 || e[droit.Paye] != c.payes {
			t.Errorf("%s, l'autre emploi se poursuit : %v, %+v", c.risque, e, calcul.Questions)
		}
	}
}

// paiesDeDeux are eight months of two employers.
func paiesDeDeux() (paies []Fait) {
	for i, mois := range []string{"2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06", "2026-07", "2026-08"} {
		paies = append(paies, paie(100+i, boulangerie, mois, 300000, int64(i+1)), paie(200+i, garage, mois, 200000, int64(i+1)))
	}
	return paies
}

type jourDit struct {
	le    v.Jour
	ligne int
	ij    v.Centimes
}

func payesDits(c *Calcul) (js []jourDit) {
	for _, j := range c.Resultat.Jours {
		if j.Etat == droit.Paye {
			js = append(js, jourDit{j.Date, j.Activite, j.IJ})
		}
	}
	return js
}
