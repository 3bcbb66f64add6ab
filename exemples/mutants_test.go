package exemples

import (
	"os"
	"strings"
	"testing"

	"accord/parametre"
	v "accord/valeur"
)

// mutation is one change of a row that the law can tell apart.
type mutation struct {
	nom   string
	ligne parametre.Ligne
}

// mutations returns the changes of one row: its value one unit up and down, and
// its day one step before and after. The SMIC is looked up on the first or the
// last day of months, the PASS once a year: their steps are those.
func mutations(l parametre.Ligne) []mutation {
	ms := []mutation{}
	valeur := func(nom string, f v.Fraction) {
		m := l
		m.Valeur = f
		ms = append(ms, mutation{nom, m})
	}
	jour := func(nom string, du v.Jour) {
		m := l
		m.Du = du
		ms = append(ms, mutation{nom, m})
	}
	unite := v.F(1, 1)
	if l.Fichier == "smic.csv" || l.Valeur.Fois(v.F(1, 1)).Decimal(0)+".00" != l.Valeur.Exacte() {
		unite = v.F(1, 100)
	}
	valeur("+1", l.Valeur.Plus(unite))
	if l.Valeur.Cmp(unite) >= 0 {
		valeur("-1", l.Valeur.Moins(unite))
	}
	if l.Du == 0 {
		return ms
	}
	switch l.Code {
	case parametre.SmicHoraire, parametre.SmicMensuel:
		jour("un mois plus tard", l.Du.AjouterMois(1))
		jour("un mois plus tôt", l.Du.AjouterMois(-1))
	case parametre.PASS, parametre.PMSS:
		jour("un an plus tard", l.Du.AjouterAnnees(1))
		jour("un an plus tôt", l.Du.AjouterAnnees(-1))
	default:
		jour("un jour plus tard", l.Du+1)
		jour("un jour plus tôt", l.Du-1)
	}
	return ms
}

// Every row of the parameters is held by an example, but the clocks of
// recognition, which droit/atmp moves in the same way: moving its value by one
// unit, or its day by one step, makes one fail. The suite takes one row in
// forty; ACCORD_MUTANTS=1 takes them all, in minutes.
func TestParametresMutes(t *testing.T) {
	p := charger(t)
	exs, admis, pas := sains(t), survivants(t), 40
	if os.Getenv("ACCORD_MUTANTS") != "" {
		pas = 1
	}
	for i, l := range p.Lignes() {
		if i%pas != 0 || l.Code.Horloge() {
			continue
		}
		for _, m := range mutations(l) {
			q, err := p.Modifier(i, m.ligne)
			if err != nil || incoherent(q) || remarque(t, q, exs) {
				continue
			}
			if cle := l.Code.String() + ";" + l.Du.String() + ";" + m.nom; admis[cle] {
				delete(admis, cle)
			} else {
				t.Errorf("%s : aucun exemple ne le remarque", cle)
			}
		}
	}
	if pas == 1 && len(admis) > 0 {
		t.Errorf("ne survivent plus : %v", admis)
	}
}

// survivants reads the mutations that no case can notice.
func survivants(t *testing.T) map[string]bool {
	b, err := os.ReadFile("testdata/mutants_survivants.csv")
	if err != nil {
		t.Fatal(err)
	}
	admis := map[string]bool{}
	for _, l := range strings.Split(string(b), "\n") {
		if c := strings.Split(l, ";"); len(c) == 4 && c[0] != "code" {
			admis[strings.Join(c[:3], ";")] = true
		}
	}
	return admis
}

// incoherent reports whether the yearly ceiling is no longer twelve monthly
// ones: the parameters' own tests notice it.
func incoherent(p *parametre.Table) bool {
	as, ms := p.Historique(parametre.PASS), p.Historique(parametre.PMSS)
	for i := range as {
		if as[i].Du != ms[i].Du || ms[i].Valeur.Fois(v.F(12, 1)).Cmp(as[i].Valeur) != 0 {
			return true
		}
	}
	return false
}

// remarque reports whether some example fails under other parameters.
func remarque(t *testing.T, p *parametre.Table, exs []exemple) bool {
	for i := range exs {
		e := &exs[i]
		if len(e.Attendu.comparer(e.calculer(t, p))) > 0 {
			return true
		}
	}
	return false
}
