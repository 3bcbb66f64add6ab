package contrecalcul_test

import (
	"cmp"
	"fmt"
	"os"
	"slices"
	"testing"

	"accord/contrecalcul"
	"accord/droit"
	"accord/format/calcul"
	"accord/tirage"
	v "accord/valeur"
)

// TestHasard reads random cases of the benefits other than maladie: none of them
// breaks the reading, none breaks what must hold whatever the case (§12.4), and
// the public JSON of a case gives the same days. ACCORD_LONG draws 200 000 of them.
func TestHasard(t *testing.T) {
	n := reglage("ACCORD_HASARD", 600)
	if os.Getenv("ACCORD_LONG") != "" {
		n = 200_000
	}
	graine := uint64(reglage("ACCORD_GRAINE", 1))
	for _, p := range tirage.Profils[2:] {
		t.Run(p.Nom, func(t *testing.T) {
			payes := map[droit.Risque]int{}
			for i := range n / 3 {
				cas := tirage.Numero(graine, i, p.Profil).Connu()
				c, err := contrecalcul.Calculer(cas, false)
				if err != nil {
					t.Fatalf("cas %d : %v", i, err)
				}
				for _, j := range c.Jours {
					if j.Etat == "paye" {
						payes[j.Risque]++
					}
				}
				for _, dit := range ruptures(cas, c.Jours) {
					t.Errorf("cas %d : %s", i, dit)
				}
				if i%4 == 0 {
					if dit := relire(cas, c.Jours); dit != "" {
						t.Errorf("cas %d : %s", i, dit)
					}
				}
				if t.Failed() {
					t.Fatalf("%s", calcul.AppendCas(nil, cas, calcul.Presentation{}))
				}
			}
			t.Log(payes)
		})
	}
}

// relire reads the case again through its public JSON, and with its arrêts and
// decisions in the reverse order.
func relire(cas *droit.Cas, jours []contrecalcul.Jour) string {
	lu, _, err := calcul.Read(calcul.AppendCas(nil, cas, calcul.Complete))
	if err != nil {
		return err.Error()
	}
	encore, err := contrecalcul.Jours(lu)
	if err != nil {
		return err.Error()
	}
	if !slices.Equal(jours, encore) {
		return "le JSON du cas donne d'autres jours"
	}
	debuts := map[v.Jour]bool{}
	for _, a := range cas.Arrets {
		if debuts[a.Debut] {
			return "" // the hash of the pieces decides between them, and drawn pieces have none
		}
		debuts[a.Debut] = true
	}
	retourne := *cas
	retourne.Arrets, retourne.Decisions = slices.Clone(cas.Arrets), slices.Clone(cas.Decisions)
	slices.Reverse(retourne.Arrets)
	encore, err = contrecalcul.Jours(&retourne)
	if err != nil {
		return err.Error()
	}
	if a, b := sansArret(jours), sansArret(encore); !slices.Equal(a, b) {
		for i := range min(len(a), len(b)) {
			if a[i] != b[i] {
				return fmt.Sprintf("l'ordre des arrêts change les jours : %v, puis %v", a[i], b[i])
			}
		}
		return "l'ordre des arrêts change les jours"
	}
	return ""
}

func sansArret(jours []contrecalcul.Jour) []contrecalcul.Jour {
	s := slices.Clone(jours)
	for i := range s {
		s[i].Arret = 0
	}
	slices.SortFunc(s, func(a, b contrecalcul.Jour) int {
		return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.Activite, b.Activite), cmp.Compare(a.Risque, b.Risque))
	})
	return s
}

// ruptures lists what a calendar breaks of what holds whatever the case.
func ruptures(cas *droit.Cas, jours []contrecalcul.Jour) []string {
	var dits []string
	dire := func(format string, args ...any) { dits = append(dits, fmt.Sprintf(format, args...)) }
	type place struct {
		d v.Jour
		a int
		r droit.Risque
	}
	vus, payeLe := map[place]bool{}, map[place]droit.Risque{}
	for _, j := range jours {
		k := place{j.Date, j.Activite, j.Risque}
		if vus[k] {
			dire("deux fois le %s, %s", j.Date, j.Risque)
		}
		vus[k] = true
		paye := j.Etat == "paye"
		if !paye && (j.IJ != 0 || j.Beneficiaire != "") || paye && j.Beneficiaire == "" || j.IJ < 0 {
			dire("%s : %s %s à «%s»", j.Date, j.Etat, j.IJ, j.Beneficiaire)
		}
		if !paye {
			continue
		}
		k.r = ""
		if autre, deja := payeLe[k]; deja {
			dire("le %s est payé en %s et en %s", j.Date, autre, j.Risque)
		}
		payeLe[k] = j.Risque
		if m := cas.Assure.DecesLe; m != 0 && j.Date > m {
			dire("le %s est payé après le décès", j.Date)
		}
		if a := &cas.Arrets[j.Arret]; a.Debut != 0 && j.Date < a.Debut && j.Risque != droit.Maternite {
			dire("le %s est payé avant l'arrêt %s", j.Date, a.ID)
		}
	}
	return append(dits, plafonds(cas, jours)...)
}

// compteJours counts the days paid, once whatever the lines, that match.
func compteJours(jours []contrecalcul.Jour, va func(*contrecalcul.Jour) bool) int {
	vus := map[v.Jour]bool{}
	for i := range jours {
		if j := &jours[i]; j.Etat == "paye" && va(j) {
			vus[j.Date] = true
		}
	}
	return len(vus)
}

// plafonds lists the counts that exceed what each benefit allows.
func plafonds(cas *droit.Cas, jours []contrecalcul.Jour) []string {
	var dits []string
	borner := func(quoi string, max int, va func(*contrecalcul.Jour) bool) {
		if n := compteJours(jours, va); n > max {
			dits = append(dits, fmt.Sprintf("%d jours de %s, %d au plus", n, quoi, max))
		}
	}
	de := func(r droit.Risque, id string) func(*contrecalcul.Jour) bool {
		return func(j *contrecalcul.Jour) bool {
			a := &cas.Arrets[j.Arret]
			return j.Risque == r && (a.Naissance == id || a.Grossesse == id || a.Adoption == id || a.Deces == id)
		}
	}
	patho := 14
	if slices.ContainsFunc(cas.Activites, func(a droit.Activite) bool { return a.Nature == droit.Independant }) {
		patho = 30
	}
	for i := range cas.Naissances {
		n := &cas.Naissances[i]
		semaines, jumeaux := 16, n.Enfants >= 2
		switch {
		case n.Enfants >= 3:
			semaines = 46
		case jumeaux:
			semaines = 34
		case n.Rang >= 3:
			semaines = 26
		}
		tard := max(0, int(n.AccouchementLe-n.PrevueLe))
		tot := 0
		if n.AccouchementLe != 0 && n.PrevueLe-n.AccouchementLe > 42 {
			tot = int(n.PrevueLe - n.AccouchementLe)
		}
		if n.DecesMereLe == 0 {
			borner("maternité", semaines*7+tard+tot, de(droit.Maternite, n.ID))
		}
		if n.DecesMereLe == 0 && cas.Assure.DecesLe == 0 {
			if k := compteJours(jours, de(droit.Maternite, n.ID)); k > 0 && k+compteAutres(jours, n) < 56 {
				dits = append(dits, fmt.Sprintf("%d jours de maternité, 56 au moins", k))
			}
		}
		borner("repos pathologique", patho, de(droit.Pathologique, n.ID))
		enfants := 25
		if jumeaux {
			enfants = 32
		}
		borner("paternité", enfants+30, de(droit.Paternite, n.ID))
		borner("congé supplémentaire", 62, de(droit.NaissanceConge, n.ID))
	}
	for i := range cas.Adoptions {
		borner("adoption", 154, de(droit.AdoptionConge, cas.Adoptions[i].ID))
	}
	for i := range cas.Deces {
		borner("deuil", 15, de(droit.DeuilEnfant, cas.Deces[i].ID))
	}
	for i := range cas.Sinistres {
		dits = append(dits, accidentBorne(cas, jours, &cas.Sinistres[i])...)
	}
	return dits
}

// compteAutres counts the days of the rest on which another benefit was paid.
func compteAutres(jours []contrecalcul.Jour, n *droit.Naissance) int {
	vus := map[v.Jour]bool{}
	for i := range jours {
		if j := &jours[i]; j.Risque == droit.Maternite && j.Etat == "non_cumul" {
			vus[j.Date] = true
		}
	}
	return len(vus)
}

// accidentBorne: 28 days at the first rate between two consolidations, and no
// day of the accident after the first one without a relapse.
func accidentBorne(cas *droit.Cas, jours []contrecalcul.Jour, s *droit.Sinistre) []string {
	var dits []string
	var fins []v.Jour
	for _, d := range cas.Decisions {
		if (d.Nature == droit.Consolidation || d.Nature == droit.Guerison) && d.Sinistre == s.ID {
			fins = append(fins, d.Le)
		}
	}
	slices.Sort(fins)
	rechute := slices.ContainsFunc(cas.Arrets, func(a droit.Arret) bool { return a.Sinistre == s.ID && a.Nature == droit.Rechute })
	depuis := v.Jour(0)
	for _, fin := range append(fins, 1<<30) {
		n := compteJours(jours, func(j *contrecalcul.Jour) bool {
			return j.Motif == "AT_60" && cas.Arrets[j.Arret].Sinistre == s.ID && j.Date >= depuis && j.Date <= fin
		})
		if n > 28 {
			dits = append(dits, fmt.Sprintf("%d jours à 60 %% du %s au %s", n, depuis, fin))
		}
		depuis = fin + 1
	}
	if len(fins) > 0 && !rechute {
		n := compteJours(jours, func(j *contrecalcul.Jour) bool {
			return (j.Risque == s.Risque) && cas.Arrets[j.Arret].Sinistre == s.ID && j.Date > fins[0]
		})
		if n > 0 {
			dits = append(dits, fmt.Sprintf("%d jours d'accident après la consolidation du %s", n, fins[0]))
		}
	}
	return dits
}
