package exemples

import (
	"os"
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

// Every row of the parameters is held by an example: moving its value by one
// unit, or its day by one step, makes one fail. It takes a minute.
func TestParametresMutes(t *testing.T) {
	if os.Getenv("ACCORD_MUTANTS") == "" {
		t.Skip("une minute : ACCORD_MUTANTS=1 pour le lancer")
	}
	p := charger(t)
	exs := lire(t, "../droit/maladie/testdata/exemples.json")
	for i, l := range p.Lignes() {
		for _, m := range mutations(l) {
			q, err := p.Modifier(i, m.ligne)
			if err == nil && !remarque(t, q, exs) {
				t.Errorf("%s %s du %s, %s : aucun exemple ne le remarque", l.Code, l.Texte, l.Du, m.nom)
			}
		}
	}
}

// remarque reports whether some example fails under other parameters.
func remarque(t *testing.T, p *parametre.Table, exs []exemple) bool {
	for i := range exs {
		e := &exs[i]
		if len(e.Attendu.comparer(calculer(t, supposer(t, p, e.Parametres), e.Cas))) > 0 {
			return true
		}
	}
	return false
}
