package tirage

import (
	"bytes"
	"slices"
	"testing"

	"accord/droit"
)

// releve is what the profile of ordinary cases promises, counted.
type releve struct {
	durees                                            []int
	plusieurs, tns, ald, tpt, anterieurs, subrogation int
}

func relever(n int) releve {
	var r releve
	for i := range n {
		c := Numero(1, i, Ordinaire)
		duree, partiel, ald := 0, false, false
		for k := range c.Arrets {
			if c.Arrets[k].TempsPartiel {
				partiel = true
			} else {
				duree += c.Arrets[k].Periode().Jours()
			}
			ald = ald || c.Arrets[k].ALD != ""
		}
		r.durees = append(r.durees, duree)
		compter(&r.plusieurs, len(c.Activites) > 1)
		compter(&r.tns, c.Activites[0].Nature == droit.Independant)
		compter(&r.ald, ald)
		compter(&r.tpt, partiel)
		compter(&r.anterieurs, len(c.Anterieures) > 0)
		compter(&r.subrogation, len(c.Activites[0].Subrogation) > 0)
	}
	slices.Sort(r.durees)
	return r
}

func compter(n *int, vrai bool) {
	if vrai {
		*n++
	}
}

// Ordinary cases are distributed as their profile says.
func TestOrdinaireCommeUneCaisse(t *testing.T) {
	const n = 20_000
	r := relever(n)
	if m := r.durees[n/2]; m != 12 {
		t.Errorf("durée médiane %d jours, attendu 12", m)
	}
	longs, _ := slices.BinarySearch(r.durees, 181)
	for _, x := range []struct {
		quoi             string
		compte, pourCent int
	}{
		{"plus de 180 jours", n - longs, 7}, {"plusieurs employeurs", r.plusieurs, 10}, {"indépendants", r.tns, 5},
		{"ALD", r.ald, 4}, {"fin à temps partiel", r.tpt, 3}, {"arrêt antérieur", r.anterieurs, 8}, {"subrogation", r.subrogation * 100 / 95, 30},
	} {
		if pourMille := x.compte * 1000 / n; pourMille < x.pourCent*10-7 || pourMille > x.pourCent*10+7 {
			t.Errorf("%s : %d pour mille, attendu %d %%", x.quoi, pourMille, x.pourCent)
		}
	}
}

// The same seed gives the same bytes, and a case does not depend on how many
// were drawn before it.
func TestMemeGraineMemesCas(t *testing.T) {
	ecrire := func(dst []byte, c *droit.Cas) []byte { return append(dst, c.ID+c.Arrets[0].Periode().String()...) }
	for _, p := range []Profil{Ordinaire, Tordu} {
		var a, b, autre bytes.Buffer
		for _, x := range []struct {
			w      *bytes.Buffer
			graine uint64
			n      int
		}{{&a, 5, 50}, {&b, 5, 80}, {&autre, 6, 50}} {
			if err := Suite(x.w, x.graine, x.n, p, ecrire); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.HasPrefix(b.Bytes(), a.Bytes()) {
			t.Error("la même graine donne d'autres cas")
		}
		if bytes.Equal(a.Bytes(), autre.Bytes()) {
			t.Error("une autre graine donne les mêmes cas")
		}
	}
}
