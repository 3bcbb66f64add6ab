package exemples

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"

	"accord/droit"
	"accord/format/calcul"
	v "accord/valeur"
)

// A neighbour of an example is the same case but for one thing: a day moved, an
// amount, a word, something left out or not known. The limits of the law lie
// between an example and its neighbours.

// pas is one way to change a case: where, and how.
type pas struct {
	ou     []int // fields and ranks, from the case down
	change func(reflect.Value)
}

// paysages lists the ways to change a value and what is inside it. Pays are
// many and alike: few of them are moved.
func paysages(r *rand.Rand, x reflect.Value, ou []int, ps *[]pas) {
	ici := append([]int(nil), ou...)
	ajouter := func(f func(reflect.Value)) { *ps = append(*ps, pas{ici, f}) }
	switch x.Kind() {
	case reflect.Struct:
		if !opaque(x) {
			for i := range x.NumField() {
				if x.Type().Field(i).IsExported() {
					paysages(r, x.Field(i), append(ici, i), ps)
				}
			}
		}
	case reflect.Slice:
		for i := range x.Len() {
			if x.Len() > 4 && r.IntN(x.Len()) > 2 {
				continue
			}
			paysages(r, x.Index(i), append(ici, i), ps)
			ajouter(func(y reflect.Value) {
				y.Set(reflect.AppendSlice(y.Slice3(0, i, i), y.Slice(i+1, y.Len())))
			})
		}
	}
	for _, f := range deplacements(x) {
		ajouter(f)
	}
}

// opaque reports whether a struct is one value: something known or not.
func opaque(x reflect.Value) bool {
	_, champs := x.Type().FieldByName("Debut")
	return !champs && x.NumField() > 0 && !x.Type().Field(0).IsExported()
}

// deplacements lists the ways to move one value.
func deplacements(x reflect.Value) []func(reflect.Value) {
	mettre := func(y any) func(reflect.Value) {
		return func(x reflect.Value) { x.Set(reflect.ValueOf(y)) }
	}
	switch y := x.Interface().(type) {
	case v.Jour:
		if y == 0 {
			return nil
		}
		return []func(reflect.Value){mettre(y - 1), mettre(y + 1), mettre(y - 30), mettre(y + 31), mettre(v.Jour(0))}
	case v.Centimes:
		return []func(reflect.Value){mettre(y + 1), mettre(y - 1), mettre(y / 2), mettre(v.Centimes(0))}
	case v.Option[v.Centimes]:
		n, connu := y.Get()
		if !connu {
			return nil
		}
		return []func(reflect.Value){mettre(v.Connu(n + 1)), mettre(v.Connu(n - 1)), mettre(v.Connu(n / 2)), mettre(v.Connu(v.Centimes(0)))}
	case v.Option[bool]:
		return []func(reflect.Value){mettre(v.Connu(!y.Ou(false)))}
	case bool:
		return []func(reflect.Value){mettre(!y)}
	case int:
		return []func(reflect.Value){mettre(y + 1), mettre(y - 1)}
	case string:
		return nil
	}
	if x.Kind() != reflect.String {
		return nil
	}
	var fs []func(reflect.Value)
	for _, mot := range mots(x.Type().Name()) {
		if mot != x.String() {
			fs = append(fs, func(x reflect.Value) { x.SetString(mot) })
		}
	}
	return fs
}

// suivre goes down to what a change is about.
func suivre(x reflect.Value, ou []int) reflect.Value {
	for _, i := range ou {
		if x.Kind() == reflect.Slice {
			x = x.Index(i)
		} else {
			x = x.Field(i)
		}
	}
	return x
}

// voisin is a case and the example that it comes from.
type voisin struct {
	nom, empreinte string
	cas            *droit.Cas
}

// voisins draws at most n neighbours of each example, always the same.
func voisins(t *testing.T, exs []exemple, n int) []voisin {
	var vs []voisin
	for k := range exs {
		lire := func() *droit.Cas {
			c, _, err := calcul.Read(exs[k].Cas)
			if err != nil {
				t.Fatal(err)
			}
			return c
		}
		r := rand.New(rand.NewPCG(1, uint64(len(exs[k].ID))))
		var ps []pas
		paysages(r, reflect.ValueOf(lire()).Elem(), nil, &ps)
		r.Shuffle(len(ps), func(i, j int) { ps[i], ps[j] = ps[j], ps[i] })
		for i := range min(n, len(ps)) {
			c := lire()
			ps[i].change(suivre(reflect.ValueOf(c).Elem(), ps[i].ou))
			// What the door refuses is no case.
			if lu, _, err := calcul.Read(calcul.AppendCas(nil, c, calcul.Presentation{})); err == nil {
				vs = append(vs, voisin{fmt.Sprintf("%s voisin %d", exs[k].ID, i), exs[k].empreinte(), lu})
			}
		}
	}
	return vs
}
