package exemples

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"accord/dossier"
	"accord/droit"
	"accord/format/calcul"
	"accord/internal/mutation/schema"
	"accord/parametre"
	"accord/tirage"
	v "accord/valeur"
)

// cheminLimites holds the cases found on the limits of the rules: each notices a
// change of the code that the worked examples and the drawn cases let pass, and
// both computations agree on it. One case a line, of the public contract.
const cheminLimites = "testdata/limites.jsonl"

// lireLimites reads the cases found on the limits of the rules.
func lireLimites(t *testing.T) []voisin {
	texte, err := os.ReadFile(filepath.FromSlash(cheminLimites))
	if err != nil {
		t.Fatal(err)
	}
	var vs []voisin
	lignes := bufio.NewScanner(bytes.NewReader(texte))
	for lignes.Buffer(nil, 1<<20); lignes.Scan(); {
		c, _, err := calcul.Read(json.RawMessage(lignes.Bytes()))
		if err != nil {
			t.Fatalf("%s:%d: %v", cheminLimites, len(vs)+1, err)
		}
		vs = append(vs, voisin{nomLimite(lignes.Bytes()), "", c.Connu()})
	}
	return vs
}

func nomLimite(texte []byte) string { return fmt.Sprintf("limite %x", sha256.Sum256(texte))[:19] }

// Both computations agree on the limits of the rules.
func TestLimites(t *testing.T) {
	d := dossier.NewCalculateur(charger(t))
	for i, x := range lireLimites(t) {
		if !contreCalcul(d, x.nom, "", x.cas).Run() {
			t.Errorf("%s:%d (%s): les deux calculs diffèrent", cheminLimites, i+1, x.nom)
		}
	}
}

// gibier is a case of a hunt.
type gibier struct {
	cas *droit.Cas
	d   *dossier.Calculateur
	au  func(int) *droit.Cas // other cases, to take things from
}

// terrain is where mutants are hunted: the drawn cases of every profile, then the
// worked examples.
func terrain(t *testing.T, p *parametre.Table, exs []exemple, n int) *schema.Game {
	d, k := dossier.NewCalculateur(p), len(tirage.Profils)
	var lus []*droit.Cas
	for i := range exs {
		c, _, err := calcul.Read(exs[i].Cas)
		if err != nil {
			t.Fatal(err)
		}
		if len(exs[i].Parametres) == 0 && len(c.Options.Choix) == 0 {
			lus = append(lus, c.Connu())
		}
	}
	au := func(i int) *droit.Cas {
		if i < len(lus) {
			return lus[i]
		}
		i -= len(lus)
		return tirage.Numero(7, i/k, tirage.Profils[i%k].Profil).Connu()
	}
	return &schema.Game{Draws: len(lus) + n, Draw: func(i int) schema.Quarry { return &gibier{au(i), d, au} }}
}

// Answer is a print of the days and lump sums of the case.
func (g *gibier) Answer() uint64 {
	h := fnv.New64a()
	var r droit.Resultat
	if err := g.d.Calculer(g.cas, false, &r); err != nil {
		return 0
	}
	var b []byte
	for i := range r.Jours {
		j := &r.Jours[i]
		b = binary.AppendVarint(b[:0], int64(j.Date))
		b = binary.AppendVarint(b, int64(j.Activite))
		b = binary.AppendVarint(b, int64(j.IJ))
		b = append(append(append(b, j.Etat...), j.Risque...), j.Beneficiaire...)
		h.Write(b)
	}
	for _, f := range r.Forfaits {
		fmt.Fprint(h, f.Nature, f.Le, f.Montant, f.Activite)
	}
	return h.Sum64()
}

// All is a print of all that the law says of the case.
func (g *gibier) All() uint64 {
	h := fnv.New64a()
	var r droit.Resultat
	if err := g.d.Calculer(g.cas, false, &r); err != nil {
		return 0
	}
	fmt.Fprintf(h, "%+v", r)
	return h.Sum64()
}

// Proof is the case as its text gives it back, beside its counter-calculation.
func (g *gibier) Proof() (schema.Case, bool) {
	texte := g.texte()
	lu, _, err := calcul.Read(texte)
	if err != nil {
		return schema.Case{}, false
	}
	return contreCalcul(g.d, nomLimite(texte), "", lu.Connu()), true
}

func (g *gibier) texte() []byte {
	return bytes.TrimSpace(calcul.AppendCas(nil, g.cas, calcul.Presentation{}))
}

// Keep adds the case to those of the limits.
func (g *gibier) Keep() error {
	f, err := os.OpenFile(filepath.FromSlash(cheminLimites), os.O_APPEND|os.O_WRONLY|os.O_CREATE, 0o644)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = f.Write(append(g.texte(), '\n'))
	return err
}

// Smaller is the case without one of its things.
func (g *gibier) Smaller(i int) (schema.Quarry, bool) {
	var ps []pas
	retraits(reflect.ValueOf(g.cas).Elem(), nil, &ps)
	if i >= len(ps) {
		return nil, false
	}
	c := copier(reflect.ValueOf(g.cas)).Interface().(*droit.Cas)
	ps[i].change(suivre(reflect.ValueOf(c).Elem(), ps[i].ou))
	return &gibier{c, g.d, g.au}, true
}

// Near is the case with one to three things moved.
func (g *gibier) Near(r *rand.Rand, ecarts []int64) schema.Quarry {
	c := copier(reflect.ValueOf(g.cas)).Interface().(*droit.Cas)
	b := &battue{r: r, ecarts: ecarts, cas: reflect.ValueOf(c).Elem()}
	b.jours = jours(b.cas, nil)
	for range 1 + r.IntN(3) {
		if r.IntN(12) == 0 {
			b.emprunter(reflect.ValueOf(g.au(r.IntN(1 << 20))).Elem())
		} else {
			b.deplacer()
		}
	}
	return &gibier{c, g.d, g.au}
}

// battue moves things of a case at random.
type battue struct {
	r      *rand.Rand
	ecarts []int64 // what may bring two things to each other
	cas    reflect.Value
	jours  []v.Jour // the days of the case
}

// deplacer moves one thing.
func (b *battue) deplacer() {
	var ps []pas
	b.lieux(b.cas, nil, &ps)
	if len(ps) > 0 {
		p := ps[b.r.IntN(len(ps))]
		p.change(suivre(b.cas, p.ou))
	}
}

// lieux lists what can be moved.
func (b *battue) lieux(x reflect.Value, ou []int, ps *[]pas) {
	ici := append([]int(nil), ou...)
	switch {
	case x.Kind() == reflect.Struct && !opaque(x):
		for i := range x.NumField() {
			if champ := x.Type().Field(i); champ.IsExported() && champ.Name != "Options" && champ.Name != "ConnuAu" {
				b.lieux(x.Field(i), append(ici, i), ps)
			}
		}
		if len(jours(x, nil)) > 1 {
			*ps = append(*ps, pas{ici, func(y reflect.Value) { b.glisser(y, v.Jour(b.ecart())) }})
		}
	case x.Kind() == reflect.Slice:
		for i := range x.Len() {
			b.lieux(x.Index(i), append(ici, i), ps)
		}
		if x.Len() > 0 {
			*ps = append(*ps, pas{ici, b.listeChangee})
		}
	default:
		*ps = append(*ps, pas{ici, b.changer})
	}
}

// ecart is how far a thing is moved.
func (b *battue) ecart() int64 {
	if n := len(b.ecarts); n > 0 && b.r.IntN(2) == 0 {
		e := b.ecarts[b.r.IntN(n)] + int64(b.r.IntN(3)-1)
		if b.r.IntN(2) == 0 {
			return -e
		}
		return e
	}
	e := []int64{1, 1, 1, 2, 3, 7, 14, 30, 31, 90, 365}[b.r.IntN(11)]
	if b.r.IntN(2) == 0 {
		return -e
	}
	return e
}

// changer moves one value.
func (b *battue) changer(x reflect.Value) {
	centimes := func(c v.Centimes) v.Centimes {
		return max(0, []v.Centimes{c + v.Centimes(b.ecart()), c + v.Centimes(b.ecart()), c + 1, c - 1, c / 2, c * 2, 0}[b.r.IntN(7)])
	}
	switch y := x.Interface().(type) {
	case v.Jour:
		switch {
		case len(b.jours) > 0 && (y == 0 || b.r.IntN(4) == 0):
			x.Set(reflect.ValueOf(b.jours[b.r.IntN(len(b.jours))] + v.Jour(b.r.IntN(3)-1)))
		case b.r.IntN(12) == 0:
			x.Set(reflect.ValueOf(v.Jour(0)))
		default:
			x.Set(reflect.ValueOf(y + v.Jour(b.ecart())))
		}
	case v.Centimes:
		x.Set(reflect.ValueOf(centimes(y)))
	case v.Option[v.Centimes]:
		x.Set(reflect.ValueOf(v.Connu(centimes(y.Ou(v.Centimes(1000 + b.r.IntN(300000)))))))
	case v.Option[bool]:
		x.Set(reflect.ValueOf(v.Connu(!y.Ou(false))))
	case bool:
		x.SetBool(!y)
	default:
		b.changerMot(x)
	}
}

func (b *battue) changerMot(x reflect.Value) {
	switch {
	case x.CanInt():
		x.SetInt(max(0, x.Int()+b.ecart()))
	case x.Kind() == reflect.String:
		ms := append(mots(x.Type().Name()), "")
		x.SetString(ms[b.r.IntN(len(ms))])
	}
}

// glisser moves every day of a thing together.
func (b *battue) glisser(x reflect.Value, n v.Jour) {
	switch x.Kind() {
	case reflect.Struct:
		if opaque(x) {
			return
		}
		for i := range x.NumField() {
			b.glisser(x.Field(i), n)
		}
	case reflect.Slice:
		for i := range x.Len() {
			b.glisser(x.Index(i), n)
		}
	default:
		if y, ok := x.Interface().(v.Jour); ok && y != 0 {
			x.Set(reflect.ValueOf(y + n))
		}
	}
}

// listeChangee leaves out one thing of a list, or doubles it.
func (b *battue) listeChangee(x reflect.Value) {
	i := b.r.IntN(x.Len())
	if b.r.IntN(2) == 0 {
		x.Set(reflect.AppendSlice(x.Slice3(0, i, i), x.Slice(i+1, x.Len())))
		return
	}
	double := copier(x.Index(i))
	if id := double.FieldByName("ID"); double.Kind() == reflect.Struct && id.IsValid() {
		id.SetString(id.String() + "x")
	}
	b.glisser(double, v.Jour(b.ecart()))
	x.Set(reflect.Append(x, double))
}

// emprunter takes one list of another case, brought to the days of this one.
func (b *battue) emprunter(autre reflect.Value) {
	var listes []int
	for i := range autre.NumField() {
		if f := autre.Field(i); f.Kind() == reflect.Slice && f.Len() > 0 {
			listes = append(listes, i)
		}
	}
	if len(listes) == 0 {
		return
	}
	i := listes[b.r.IntN(len(listes))]
	siens := jours(autre.Field(i), nil)
	prise := copier(autre.Field(i))
	if len(siens) > 0 && len(b.jours) > 0 && b.r.IntN(3) > 0 {
		b.glisser(prise, b.jours[b.r.IntN(len(b.jours))]-siens[0])
	}
	b.cas.Field(i).Set(reflect.AppendSlice(b.cas.Field(i), prise))
}

// jours lists the days of a thing.
func jours(x reflect.Value, js []v.Jour) []v.Jour {
	switch {
	case x.Kind() == reflect.Struct && !opaque(x):
		for i := range x.NumField() {
			if x.Type().Field(i).IsExported() {
				js = jours(x.Field(i), js)
			}
		}
	case x.Kind() == reflect.Slice:
		for i := range x.Len() {
			js = jours(x.Index(i), js)
		}
	case x.Kind() == reflect.Int32 || x.Kind() == reflect.Int64 || x.Kind() == reflect.Int:
		if y, ok := x.Interface().(v.Jour); ok && y != 0 {
			js = append(js, y)
		}
	}
	return js
}

// retraits lists what can be left out of a case: the things of its lists, then
// what it says that is not nothing.
func retraits(x reflect.Value, ou []int, ps *[]pas) {
	ici := append([]int(nil), ou...)
	switch {
	case x.Kind() == reflect.Slice:
		for i := range x.Len() {
			*ps = append(*ps, pas{ici, func(y reflect.Value) {
				y.Set(reflect.AppendSlice(y.Slice3(0, i, i), y.Slice(i+1, y.Len())))
			}})
			retraits(x.Index(i), append(ici, i), ps)
		}
	case x.Kind() == reflect.Struct && !opaque(x):
		for i := range x.NumField() {
			if champ := x.Type().Field(i); champ.IsExported() && champ.Name != "ID" {
				retraits(x.Field(i), append(ici, i), ps)
			}
		}
	case !x.IsZero():
		*ps = append(*ps, pas{ici, func(y reflect.Value) { y.SetZero() }})
	}
}

// copier copies a thing and all that is in it.
func copier(x reflect.Value) reflect.Value {
	y := reflect.New(x.Type()).Elem()
	switch {
	case x.Kind() == reflect.Pointer && !x.IsNil():
		y.Set(reflect.New(x.Type().Elem()))
		y.Elem().Set(copier(x.Elem()))
	case x.Kind() == reflect.Slice && !x.IsNil():
		y.Set(reflect.MakeSlice(x.Type(), x.Len(), x.Len()))
		for i := range x.Len() {
			y.Index(i).Set(copier(x.Index(i)))
		}
	case x.Kind() == reflect.Struct && !opaque(x):
		y.Set(x)
		for i := range x.NumField() {
			if x.Type().Field(i).IsExported() {
				y.Field(i).Set(copier(x.Field(i)))
			}
		}
	default:
		y.Set(x)
	}
	return y
}
