package contrecalcul_test

import (
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
	contre, err := contrecalcul.Jours(cas)
	if err != nil {
		return nil, err
	}
	return contrecalcul.Comparer(r.Jours, contre), nil
}

// genre names the kind of a disagreement.
func genre(cas *droit.Cas, d contrecalcul.Desaccord) string {
	g := fmt.Sprintf("calcul %s %s / contre %s %s", d.Paye.Etat, d.Paye.Regle, d.Contre.Etat, d.Contre.Motif)
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

// TestAccord: both computations agree on every day of random cases. Set in the
// environment, ACCORD_LONG draws a million of them, ACCORD_CAS another number and
// ACCORD_GRAINE another series; ACCORD_EXEMPLES is the number of kinds of
// disagreement that are told in full, and ACCORD_GENRE a word of those wanted.
func TestAccord(t *testing.T) {
	table, err := parametre.Charger()
	if err != nil {
		t.Fatal(err)
	}
	n := reglage("ACCORD_CAS", 1500)
	if os.Getenv("ACCORD_LONG") != "" {
		n = 1_000_000
	}
	graine := uint64(reglage("ACCORD_GRAINE", 1))
	for _, p := range []struct {
		nom    string
		profil tirage.Profil
	}{{"ordinaire", tirage.Ordinaire}, {"tordu", tirage.Tordu}} {
		t.Run(p.nom, func(t *testing.T) {
			b := releve{cas: map[string]int{}, exemple: map[string]int{}}
			var attente sync.WaitGroup
			for w := range 2 {
				attente.Go(func() {
					c := dossier.NewCalculateur(table)
					for i := w; i < n/2; i += 2 {
						cas := tirage.Numero(graine, i, p.profil)
						ds, err := accord(c, cas)
						b.noter(i, cas, ds, err)
					}
				})
			}
			attente.Wait()
			b.dire(t, table, graine, p.profil)
		})
	}
}

// releve gathers the disagreements by kind.
type releve struct {
	mu      sync.Mutex
	total   int
	jours   int
	cas     map[string]int
	exemple map[string]int
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
		return fmt.Sprint("rien à raconter ", err)
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
	if err := c.Calculer(cas, true, &r); err == nil {
		for i := range r.Explication {
			fmt.Fprintln(&s, "calcul :", r.Explication[i].Phrase)
		}
	}
	return s.String()
}
