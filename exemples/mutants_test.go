package exemples

import (
	"bytes"
	"maps"
	"os"
	"slices"
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
// its first and last days one step before and after. The SMIC is looked up on the first or the
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
	fin := func(nom string, au v.Jour) {
		m := l
		m.Au = au
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
	pas, mot := func(j v.Jour, n int) v.Jour { return j + v.Jour(n) }, "un jour"
	switch l.Code {
	case parametre.SmicHoraire, parametre.SmicMensuel:
		pas, mot = v.Jour.AjouterMois, "un mois"
	case parametre.PASS, parametre.PMSS:
		pas, mot = v.Jour.AjouterAnnees, "un an"
	}
	if l.Du != 0 {
		jour(mot+" plus tard", pas(l.Du, 1))
		jour(mot+" plus tôt", pas(l.Du, -1))
	}
	if l.Au != 0 {
		fin("finit "+mot+" plus tard", pas(l.Au+1, 1)-1)
		fin("finit "+mot+" plus tôt", pas(l.Au+1, -1)-1)
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
	maps.DeleteFunc(admis, func(cle string, _ bool) bool { return strings.HasPrefix(cle, "AGE ") })
	if pas == 1 && len(admis) > 0 {
		t.Errorf("ne survivent plus : %v", admis)
	}
}

// Every default reading is held by an example: taking another one makes one fail.
func TestLecturesMutees(t *testing.T) {
	p := charger(t)
	exs := lire(t, "*")
	for i, l := range p.Lectures() {
		// Those that say the point are looked at first.
		slices.SortStableFunc(exs, func(a, b exemple) int { return b.dit(l.Point) - a.dit(l.Point) })
		for _, autre := range l.Autres {
			m := l
			m.Defaut, m.Autres = autre, append([]string{l.Defaut}, l.Autres...)
			if !remarque(t, p.ModifierLecture(parametre.Point(i), m), exs) {
				t.Errorf("%s : aucun exemple ne remarque la lecture «%s»", l.Point, autre)
			}
		}
	}
}

// dit is 1 when an example names a point that no text settles.
func (e *exemple) dit(point string) int {
	if slices.Contains(e.Attendu.Avis, point) || bytes.Contains(e.Cas, []byte(point)) {
		return 1
	}
	return 0
}

// Every row of the legal ages is held by an example: moving the age by a month,
// or a day of birth or of pension by a day, makes one fail. The rows of one law
// share the day of pension: it moves for all of them.
func TestAgesMutes(t *testing.T) {
	p := charger(t)
	exs := slices.DeleteFunc(lire(t, "*"), func(e exemple) bool { return !bytes.Contains(e.Cas, []byte(`"pension_vieillesse_depuis"`)) })
	admis := survivants(t)
	essayer := func(a parametre.Age, nom string, q *parametre.Table) {
		cle := "AGE " + a.PensionDu.String() + ";" + a.NeDu.String() + ";" + nom
		if vu := remarque(t, q, exs); vu && admis[cle] {
			t.Errorf("%s ne survit plus", cle)
		} else if !vu && !admis[cle] {
			t.Errorf("%s : aucun exemple ne le remarque", cle)
		}
	}
	for i, a := range p.Ages() {
		muter := func(nom string, change func(*parametre.Age)) {
			m := a
			change(&m)
			essayer(a, nom, p.ModifierAge(i, m))
		}
		muter("+1", func(m *parametre.Age) { m.Mois++ })
		muter("-1", func(m *parametre.Age) { m.Mois-- })
		muter("un jour plus tard", func(m *parametre.Age) { m.NeDu++ })
		muter("un jour plus tôt", func(m *parametre.Age) { m.NeDu-- })
		if i > 0 && p.Ages()[i-1].PensionDu == a.PensionDu {
			continue
		}
		for _, n := range []v.Jour{1, -1} {
			q, nom := p, "pension un jour plus tard"
			if n < 0 {
				nom = "pension un jour plus tôt"
			}
			for k, x := range p.Ages() {
				if x.PensionDu == a.PensionDu {
					x.PensionDu += n
					q = q.ModifierAge(k, x)
				}
			}
			essayer(a, nom, q)
		}
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

// remarque reports whether some example fails under other parameters, or cannot
// suppose its own any more. That one comes first from then on: what is moved
// next is often noticed by it.
func remarque(t *testing.T, p *parametre.Table, exs []exemple) bool {
	for i := range exs {
		e := exs[i]
		q, err := ajouterLignes(p, e.Parametres)
		e.Parametres = nil
		if err != nil || len(e.Attendu.comparer(e.calculer(t, q))) > 0 {
			exs[0], exs[i] = exs[i], exs[0]
			return true
		}
	}
	return false
}
