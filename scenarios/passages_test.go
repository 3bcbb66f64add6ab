package scenarios

import (
	"fmt"
	"math/rand/v2"
	"os"
	"reflect"
	"slices"
	"testing"

	"accord/contrecalcul"
	"accord/dossier"
	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

// etatsMax is how many pieces a story may have for all its states to be met.
const etatsMax = 11

// TestEtatsDesPassages meets every state that a passage can be in: each set of its pieces, all
// known on its last day. Any order of arrival goes through such states, one piece more at each
// step, and a set folds to one situation, whatever its order, for the fold puts facts in an order
// of its own: each set is folded in that of the story, in the reverse and in two random ones. So each of the n! orders is covered, at each of its steps,
// by 2^n states, of which
//
//   - the law and the counter-calculation agree on every day that is paid;
//   - nothing that holds whatever the case is broken.
//
// The pays that one employer declares on one day are one piece (5 to 11 pieces a story).
// ACCORD_LONG takes them one by one, where that makes no more than 11. A piece that leaves the
// case as it was, such as an account, is not computed again.
func TestEtatsDesPassages(t *testing.T) {
	for i, nom := range passages {
		t.Run(nom, func(t *testing.T) {
			t.Parallel()
			r, x := passage(t, nom), nouvelExamen(t)
			for k := range r.remises {
				r.remises[k].le = r.fin
			}
			bs := r.blocs(complet() && len(r.remises) <= etatsMax)
			hasard := rand.New(rand.NewPCG(uint64(i), 1))
			vues := make([]dossier.Situation, 1<<len(bs))
			for masque := range vues {
				var venues []*remise
				for k, b := range bs {
					if masque>>k&1 == 1 {
						venues = append(venues, b...)
					}
				}
				vues[masque] = dossier.Plier(faitsDe(venues), r.fin)
				for n := range 3 {
					melees := slices.Clone(venues)
					slices.Reverse(melees)
					if n > 0 {
						hasard.Shuffle(len(melees), func(i, j int) { melees[i], melees[j] = melees[j], melees[i] })
					}
					if s := dossier.Plier(faitsDe(melees), r.fin); !reflect.DeepEqual(s, vues[masque]) {
						t.Fatalf("l'ordre change la situation : %s", noms(melees))
					}
				}
				if !dejaVue(vues, masque) {
					x.examiner(venues, vues[masque])
				}
			}
		})
	}
}

// dejaVue reports whether one of the pieces that make a state leaves the case as it is without it.
func dejaVue(vues []dossier.Situation, masque int) bool {
	s := &vues[masque]
	for k := 1; k <= masque; k <<= 1 {
		if masque&k == 0 {
			continue
		}
		a := &vues[masque^k]
		if reflect.DeepEqual(a.Cas, s.Cas) && reflect.DeepEqual(a.Signales, s.Signales) &&
			reflect.DeepEqual(a.Discordances, s.Discordances) && reflect.DeepEqual(a.Presumes, s.Presumes) {
			return true
		}
	}
	return false
}

// TestRetardsDesPassages hands the pieces of each passage over late: each on any of the days on
// which the story receives something, from the day on which it was written on. That is every
// order of arrival over these days, since orders within one day are one, by
// [TestEtatsDesPassages]. On each of these days both computations agree on what is paid and
// nothing is broken; on the last one the calendar is that of the story. Where there are more than
// 100 ways, some stand for them unless ACCORD_LONG is set: each two pieces as late as can be and
// the others as soon as can be, then each two as soon and the others as late. So each piece is
// once the only one that is late, once the only one in time, and any two come in both orders where
// their own days let them.
func TestRetardsDesPassages(t *testing.T) {
	for _, nom := range passages {
		t.Run(nom, func(t *testing.T) {
			t.Parallel()
			r, x := passage(t, nom), nouvelExamen(t)
			bs := r.blocs(false)
			possibles := r.joursPossibles(bs)
			var histoire []v.Jour
			for _, b := range bs {
				histoire = append(histoire, b[0].le)
			}
			attendu := x.vivre(&r, bs, histoire)
			for _, le := range retards(possibles) {
				if obtenu := x.vivre(&r, bs, le); !slices.Equal(obtenu, attendu) {
					t.Errorf("le jour où viennent les pièces change le calendrier : %s\n%s", noms(slices.Concat(bs...)), premiereDifference(attendu, obtenu))
				}
			}
		})
	}
}

// joursPossibles lists for each block the days of the story on which it may come.
func (r *recueil) joursPossibles(bs [][]*remise) [][]v.Jour {
	var jours []v.Jour
	for i := range r.remises {
		jours = append(jours, r.remises[i].le)
	}
	slices.Sort(jours)
	jours = slices.Compact(jours)
	ps := make([][]v.Jour, len(bs))
	for i, b := range bs {
		for _, p := range b {
			n, _ := slices.BinarySearch(jours, p.faiteLe())
			if ps[i] == nil || len(jours)-n < len(ps[i]) {
				ps[i] = jours[n:]
			}
		}
	}
	return ps
}

// retardsMax is how many ways to be late are all tried.
const retardsMax = 100

// retards lists days on which blocks come, each on one of those possible.
func retards(possibles [][]v.Jour) (rs [][]v.Jour) {
	n := 1
	for _, p := range possibles {
		n *= len(p)
	}
	if n > retardsMax && !complet() {
		return parDeux(possibles)
	}
	for k := range n {
		le := make([]v.Jour, len(possibles))
		for i, p := range possibles {
			le[i], k = p[k%len(p)], k/len(p)
		}
		rs = append(rs, le)
	}
	return rs
}

// parDeux sets each two blocks apart from all the others.
func parDeux(possibles [][]v.Jour) (rs [][]v.Jour) {
	for a := range possibles {
		for b := range a + 1 {
			for sens := range 2 {
				le := make([]v.Jour, len(possibles))
				for i, p := range possibles {
					if (i == a || i == b) == (sens == 0) {
						le[i] = p[len(p)-1]
					} else {
						le[i] = p[0]
					}
				}
				rs = append(rs, le)
			}
		}
	}
	return rs
}

func premiereDifference(a, b []jourVecu) string {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return fmt.Sprintf("%+v\n%+v", a[i], b[i])
		}
	}
	return fmt.Sprintf("%d jours, %d jours", len(a), len(b))
}

// passage reads the pieces of a story.
func passage(t *testing.T, nom string) recueil {
	t.Helper()
	script, err := os.ReadFile(nom + ".txtar")
	if err != nil {
		t.Fatal(err)
	}
	return recueillir(t, string(script))
}

// examen looks at situations by the law alone: no base, no payment.
type examen struct {
	t     *testing.T
	table *parametre.Table
	c     *dossier.Calculateur
}

func nouvelExamen(t *testing.T) *examen {
	t.Helper()
	table, err := parametre.Charger()
	if err != nil {
		t.Fatal(err)
	}
	return &examen{t, table, dossier.NewCalculateur(table)}
}

// jourVecu is a day of the calendar, as far as the days of reception may not change it.
type jourVecu struct {
	date         v.Jour
	ligne        string
	risque       droit.Risque
	etat         droit.Etat
	ij           v.Centimes
	beneficiaire droit.Beneficiaire
	regle        droit.Regle
}

// vivre hands blocks over on some days, looks at each of them, and gives the last calendar.
func (x *examen) vivre(r *recueil, bs [][]*remise, jours []v.Jour) (derniers []jourVecu) {
	for i, b := range bs {
		for _, p := range b {
			p.le = jours[i]
		}
	}
	venues := slices.Concat(bs...)
	au := append(slices.Compact(slices.Sorted(slices.Values(jours))), r.fin)
	for _, j := range slices.Compact(au) {
		derniers = x.examiner(venues, dossier.Plier(faitsDe(venues), j))
	}
	return derniers
}

// examiner computes a situation both ways.
func (x *examen) examiner(venues []*remise, s dossier.Situation) (jours []jourVecu) {
	x.t.Helper()
	calcul, err := x.c.Situation(&s, false)
	if err != nil {
		x.t.Fatalf("%s : %v", noms(venues), err)
	}
	for _, dit := range calcul.Ruptures(x.table) {
		x.t.Errorf("%s : %s", noms(venues), dit)
	}
	cas := s.Cas
	cas.Arrets = cas.Arrets[:len(s.Origines)] // without those that no prescription covers
	contre, err := contrecalcul.Calculer(&cas, false)
	if err != nil {
		x.t.Errorf("%s : %v", noms(venues), err)
		return nil
	}
	for _, d := range contrecalcul.Comparer(calcul.Resultat.Jours, contre.Jours) {
		if d.Paye.Etat == droit.Paye {
			x.t.Errorf("%s : %v", noms(venues), d)
		}
	}
	for _, j := range calcul.Resultat.Jours {
		jours = append(jours, jourVecu{j.Date, s.Lignes[j.Activite].Cle, j.Risque, j.Etat, j.IJ, j.Beneficiaire, j.Regle})
	}
	return jours
}
