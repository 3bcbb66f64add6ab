package droit

import (
	"reflect"
	"testing"

	v "accord/valeur"
)

// listes gives the lists of a case whose order says nothing.
func listes(c *Cas) map[string]reflect.Value {
	ls := map[string]reflect.Value{}
	for _, nom := range []string{"Anterieures", "Verse", "Rentes", "Decisions"} {
		ls[nom] = reflect.ValueOf(c).Elem().FieldByName(nom)
	}
	ls["RetardsAnterieurs"] = reflect.ValueOf(&c.Assure.RetardsAnterieurs).Elem()
	ls["Avertissements"] = reflect.ValueOf(&c.Assure.Avertissements).Elem()
	for _, nom := range []string{"Salaires", "PeriodesHeures", "Absences", "Primes", "Subrogation", "PertesTPT", "Reprises", "Revenus"} {
		ls[nom] = reflect.ValueOf(&c.Activites[0]).Elem().FieldByName(nom)
	}
	return ls
}

// paire is two values that differ in one thing.
type paire struct {
	quoi string
	a, b reflect.Value
}

// paires gives, for each thing that a fact says, two facts that differ in it alone.
func paires(t *testing.T, quoi string, zero reflect.Value) []paire {
	entre := func(as ...any) []paire {
		var ps []paire
		for i := range len(as) - 1 {
			ps = append(ps, paire{quoi, reflect.ValueOf(as[i]), reflect.ValueOf(as[i+1])})
		}
		return ps
	}
	switch zero.Interface().(type) {
	case v.Option[v.Centimes]:
		return entre(v.Option[v.Centimes]{}, v.Connu(v.Centimes(0)), v.Connu(v.Centimes(1)))
	case v.Option[bool]:
		return entre(v.Option[bool]{}, v.Connu(false), v.Connu(true))
	}
	un := reflect.New(zero.Type()).Elem()
	switch zero.Kind() {
	case reflect.Struct:
		var ps []paire
		for i := range zero.NumField() {
			for _, p := range paires(t, quoi+"."+zero.Type().Field(i).Name, zero.Field(i)) {
				a, b := reflect.New(zero.Type()).Elem(), reflect.New(zero.Type()).Elem()
				a.Field(i).Set(p.a)
				b.Field(i).Set(p.b)
				ps = append(ps, paire{p.quoi, a, b})
			}
		}
		return ps
	case reflect.String:
		un.SetString("x")
	case reflect.Bool:
		un.SetBool(true)
	case reflect.Int, reflect.Int32, reflect.Int64:
		un.SetInt(1)
	default:
		t.Fatalf("%s : %s, que ce test ne sait pas changer", quoi, zero.Type())
	}
	return []paire{{quoi, zero, un}}
}

// Two facts of a list that differ in anything at all come out in the same order,
// whichever the file wrote first; the case as written is left as it is, and a
// case in order is returned itself.
func TestOrdonne(t *testing.T) {
	vide := &Cas{Activites: make([]Activite, 1)}
	if vide.Ordonne() != vide {
		t.Error("un cas en ordre est rendu tel quel")
	}
	if comparerBool(false, true) >= 0 || comparerBool(true, false) <= 0 || comparerBool(true, true) != 0 || comparerBool(false, false) != 0 {
		t.Error("faux vient avant vrai")
	}
	for nom, liste := range listes(vide) {
		for _, p := range paires(t, nom, reflect.New(liste.Type().Elem()).Elem()) {
			ecrire := func(faits ...reflect.Value) (*Cas, any) {
				c := &Cas{Activites: make([]Activite, 1)}
				l := listes(c)[nom]
				l.Set(reflect.Append(l, faits...))
				rendu := listes(c.Ordonne())[nom].Interface()
				if !reflect.DeepEqual(l.Index(0).Interface(), faits[0].Interface()) {
					t.Errorf("%s : le cas écrit a changé", p.quoi)
				}
				return c, rendu
			}
			c, un := ecrire(p.a, p.b)
			d, autre := ecrire(p.b, p.a)
			if !reflect.DeepEqual(un, autre) {
				t.Errorf("%s : %v, et dans l'autre ordre %v", p.quoi, un, autre)
			}
			if (c.Ordonne() == c) == (d.Ordonne() == d) {
				t.Errorf("%s : des deux ordres, un seul est le bon", p.quoi)
			}
		}
	}
}
