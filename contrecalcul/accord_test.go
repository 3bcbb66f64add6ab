package contrecalcul_test

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"accord/contrecalcul"
	"accord/dossier"
	"accord/droit"
	"accord/format/calcul"
	"accord/parametre"
	"accord/tirage"
)

// reglage reads a number from the environment.
func reglage(nom string, defaut int) int {
	if n, err := strconv.Atoi(os.Getenv(nom)); err == nil {
		return n
	}
	return defaut
}

// accord compares both computations of one case.
func accord(c *dossier.Calculateur, cas *droit.Cas) ([]contrecalcul.Desaccord, error) {
	var r droit.Resultat
	if err := c.Calculer(cas.Connu(), false, &r); err != nil {
		return nil, err
	}
	contre, err := contrecalcul.Calculer(cas, false)
	if err != nil {
		return nil, err
	}
	ds := contrecalcul.Comparer(r.Jours, contre.Jours)
	if len(ds) == 0 && len(contrecalcul.ComparerForfaits(r.Forfaits, contre.Forfaits)) > 0 {
		return nil, errForfaits
	}
	return ds, nil
}

var errForfaits = errors.New("forfaits différents")

// calcule tells whether the product computes what a profile draws beyond
// maladie: it settles a day of another benefit on one of the first cases.
func calcule(c *dossier.Calculateur, graine uint64, p tirage.Profil) bool {
	if p == tirage.Ordinaire || p == tirage.Tordu {
		return true
	}
	for i := range 40 {
		var r droit.Resultat
		if err := c.Calculer(tirage.Numero(graine, i, p).Connu(), false, &r); err != nil {
			return true
		}
		if slices.ContainsFunc(r.Jours, func(j droit.JourCalcule) bool { return j.Risque != droit.Maladie && j.Etat != droit.Attente }) {
			return true
		}
	}
	return false
}

// genre names the kind of a disagreement.
func genre(cas *droit.Cas, d contrecalcul.Desaccord) string {
	g := fmt.Sprintf("%s : calcul %s %s / contre %s %s", d.Risque, d.Paye.Etat, d.Paye.Regle, d.Contre.Etat, d.Contre.Motif)
	if string(d.Paye.Etat) == d.Contre.Etat {
		if d.Paye.IJ != d.Contre.IJ {
			a := &cas.Activites[d.Activite]
			g += fmt.Sprintf(" : montant, %s %s", a.Nature, a.Paie)
			if a.Discontinu {
				g += " discontinu"
			}
			if len(cas.Activites) > 1 {
				g += ", plusieurs lignes"
			}
		} else {
			g += " : bénéficiaire"
		}
	}
	return g
}

// encoreDiscutes is the number of cases of a profile, of the first 750 of the
// first series, that the two computations still read differently. It may only go
// down, and a profile that is not there has none.
// A difference met on a real dossier holds the days that it touches and shows them.
var encoreDiscutes = map[string]int{}

// TestAccord: both computations agree on every day of random cases, except on
// those counted by [encoreDiscutes]. Set in the environment,
// ACCORD_LONG draws a million of them and forgives none, ACCORD_CAS another number,
// ACCORD_GRAINE another series, ACCORD_NUMEROS only the cases so numbered of it
// (69420,75005); ACCORD_EXEMPLES is the number of kinds of
// disagreement that are told in full, and ACCORD_GENRE a word of those wanted.
func TestAccord(t *testing.T) {
	table, err := parametre.Charger()
	if err != nil {
		t.Fatal(err)
	}
	numeros, err := numeros()
	if err != nil {
		t.Fatal(err)
	}
	strict := os.Getenv("ACCORD_LONG")+os.Getenv("ACCORD_CAS")+os.Getenv("ACCORD_GRAINE")+os.Getenv("ACCORD_NUMEROS") != ""
	graine := uint64(reglage("ACCORD_GRAINE", 1))
	for _, p := range tirage.Profils {
		t.Run(p.Nom, func(t *testing.T) {
			if !calcule(dossier.NewCalculateur(table), graine, p.Profil) {
				t.Logf("le calcul ne donne aucun jour de ces prestations : rien à comparer")
				return
			}
			b := releve{cas: map[string]int{}, exemple: map[string]int{}}
			var attente sync.WaitGroup
			for w := range 2 {
				attente.Go(func() {
					c := dossier.NewCalculateur(table)
					for k := w; k < len(numeros); k += 2 {
						cas := tirage.Numero(graine, numeros[k], p.Profil)
						ds, err := accord(c, cas)
						b.noter(numeros[k], cas, ds, err)
					}
				})
			}
			attente.Wait()
			if !strict && b.discutes() <= encoreDiscutes[p.Nom] {
				t.Logf("%d cas discutés sur %d", b.discutes(), b.total)
				return
			}
			b.dire(t, table, graine, p.Profil)
		})
	}
}

// numeros lists the cases of the series to compare, by their numbers: those named,
// else the first ones.
func numeros() ([]int, error) {
	if nommes := os.Getenv("ACCORD_NUMEROS"); nommes != "" {
		var ns []int
		for mot := range strings.SplitSeq(nommes, ",") {
			n, err := strconv.Atoi(mot)
			if err != nil {
				return nil, fmt.Errorf("ACCORD_NUMEROS : %w", err)
			}
			ns = append(ns, n)
		}
		return ns, nil
	}
	n := reglage("ACCORD_CAS", 1500)
	if os.Getenv("ACCORD_LONG") != "" {
		n = 1_000_000
	}
	ns := make([]int, n/2)
	for i := range ns {
		ns[i] = i
	}
	return ns, nil
}

// releve gathers the disagreements by kind.
type releve struct {
	mu      sync.Mutex
	total   int
	jours   int
	cas     map[string]int
	exemple map[string]int
}

// discutes counts the cases on which both differ.
func (b *releve) discutes() int {
	n := 0
	for _, x := range b.cas {
		n += x
	}
	return n
}

func (b *releve) noter(i int, cas *droit.Cas, ds []contrecalcul.Desaccord, err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.total++
	if err != nil {
		b.ajouter("erreur "+err.Error(), i)
	} else if len(ds) > 0 {
		b.jours += len(ds)
		b.ajouter(genre(cas, ds[0]), i)
	}
}

func (b *releve) ajouter(g string, i int) {
	b.cas[g]++
	if e, deja := b.exemple[g]; !deja || i < e {
		b.exemple[g] = i
	}
}

// dire fails with one reduced case by kind.
func (b *releve) dire(t *testing.T, table *parametre.Table, graine uint64, p tirage.Profil) {
	t.Logf("%d cas comparés", b.total)
	var genres []string
	for g := range b.cas {
		genres = append(genres, g)
	}
	slices.SortFunc(genres, func(x, y string) int { return b.cas[y] - b.cas[x] })
	for k, g := range genres {
		t.Errorf("%d cas : %s (cas %d de la graine %d)", b.cas[g], g, b.exemple[g], graine)
		if k < reglage("ACCORD_EXEMPLES", 3) && strings.Contains(g, os.Getenv("ACCORD_GENRE")) {
			t.Log(raconter(table, tirage.Numero(graine, b.exemple[g], p)))
		}
	}
}

// raconter tells a case on which both disagree: reduced, in JSON, with the
// steps of both.
func raconter(table *parametre.Table, cas *droit.Cas) string {
	c := dossier.NewCalculateur(table)
	premier, err := accord(c, cas)
	if err != nil || len(premier) == 0 {
		return fmt.Sprintf("%v\ncas : %s\n%s", err, calcul.AppendCas(nil, cas, calcul.Presentation{Jours: true}), direForfaits(c, cas))
	}
	voulu := genre(cas, premier[0])
	cas = reduire(cas, func(essai *droit.Cas) bool {
		ds, err := accord(c, essai)
		return err == nil && len(ds) > 0 && genre(essai, ds[0]) == voulu
	})
	ds, _ := accord(c, cas)
	var s strings.Builder
	for i := range min(6, len(ds)) {
		fmt.Fprintln(&s, ds[i])
	}
	fmt.Fprintf(&s, "cas : %s\n", calcul.AppendCas(nil, cas, calcul.Presentation{Jours: true}))
	contre, _ := contrecalcul.Calculer(cas, true)
	for _, n := range contre.Notes {
		fmt.Fprintln(&s, "contre-calcul :", n)
	}
	var r droit.Resultat
	if err := c.Calculer(cas.Connu(), true, &r); err == nil {
		for i := range r.Explication {
			fmt.Fprintln(&s, "calcul :", r.Explication[i].Phrase)
		}
	}
	return s.String()
}

// direForfaits lists the lump sums that only one of both gives.
func direForfaits(c *dossier.Calculateur, cas *droit.Cas) string {
	var r droit.Resultat
	if c.Calculer(cas.Connu(), false, &r) != nil {
		return ""
	}
	contre, _ := contrecalcul.Calculer(cas.Connu(), false)
	return strings.Join(contrecalcul.ComparerForfaits(r.Forfaits, contre.Forfaits), "\n")
}
