package exemples

import (
	"math/rand/v2"
	"os"
	"reflect"
	"runtime/debug"
	"testing"

	"accord/dossier"
	"accord/droit"
	"accord/format/calcul"
	v "accord/valeur"
)

// deformer changes one field in rarete of a case at random: dates, amounts,
// codes, lists doubled or emptied. The result may be absurd; it must never panic.
func deformer(r *rand.Rand, x reflect.Value, rarete int) {
	switch x.Kind() {
	case reflect.Struct:
		for i := range x.NumField() {
			if x.Type().Field(i).IsExported() {
				deformer(r, x.Field(i), rarete)
			}
		}
	case reflect.Slice:
		for i := range x.Len() {
			deformer(r, x.Index(i), rarete)
		}
		switch {
		case x.Len() > 0 && r.IntN(2*rarete) == 0:
			x.Set(reflect.AppendSlice(x, x))
		case r.IntN(3*rarete) == 0:
			x.Set(reflect.Zero(x.Type()))
		}
	}
	if !x.CanSet() || r.IntN(rarete) != 0 {
		return
	}
	switch x.Interface().(type) {
	case v.Jour:
		switch r.IntN(4) {
		case 0:
			x.Set(reflect.ValueOf(v.Jour(0)))
		case 1:
			x.Set(reflect.ValueOf(v.NewJour(2022+r.IntN(6), 1+r.IntN(12), 1+r.IntN(28))))
		default:
			x.Set(reflect.ValueOf(x.Interface().(v.Jour) + v.Jour(r.IntN(80)-40)))
		}
	case v.Centimes:
		x.Set(reflect.ValueOf(v.Centimes([]int64{0, 1, -1, 99, int64(v.MontantMax)}[r.IntN(5)])))
	case v.Option[v.Centimes]:
		x.Set(reflect.ValueOf([]v.Option[v.Centimes]{{}, v.Connu(v.Centimes(0)), v.Connu(v.MontantMax)}[r.IntN(3)]))
	case v.Option[bool]:
		x.Set(reflect.ValueOf([]v.Option[bool]{{}, v.Connu(true), v.Connu(false)}[r.IntN(3)]))
	case bool:
		x.SetBool(r.IntN(2) == 0)
	case int:
		x.SetInt(int64([]int{0, 2019, 2023, 2025, 9999}[r.IntN(5)]))
	case string, droit.Risque, droit.NatureArret, droit.NatureActivite, droit.Contrat, droit.StatutTNS, droit.Paie, droit.MotifAbsence, droit.Maintien,
		droit.MotifReprise, droit.Canal, droit.Support, droit.Prescripteur, droit.Exoneration, droit.NatureDecision, droit.Territoire:
		x.SetString(motAuHasard(r, x.Type().Name()))
	}
}

// motAuHasard draws a word of the contract, or none.
func motAuHasard(r *rand.Rand, genre string) string {
	if vs := mots(genre); vs != nil {
		return vs[r.IntN(len(vs))]
	}
	return []string{"", "A1", "A2", "E1", "X", "S1", "payer", "ij=10.00", "carence=0"}[r.IntN(9)]
}

// mots lists the words of the contract of that kind, or none.
func mots(genre string) []string {
	return droit.Valeurs[map[string]string{"Risque": "risque", "NatureArret": "nature_arret", "NatureActivite": "nature_activite", "Contrat": "contrat", "StatutTNS": "statut_tns", "Paie": "paie",
		"MotifAbsence": "motif_absence", "Maintien": "maintien", "MotifReprise": "motif_reprise", "Canal": "canal", "Support": "support", "Prescripteur": "prescripteur",
		"Exoneration": "exonere_carence", "NatureDecision": "nature_decision", "Territoire": "territoire"}[genre]]
}

// Absurd cases get an answer: no panic, whatever the law meets.
func TestCasDifformes(t *testing.T) {
	p := charger(t)
	exs := lire(t, "*")
	c := dossier.NewCalculateur(p)
	tours := 1
	if os.Getenv("ACCORD_LONG") != "" {
		tours = 40
	}
	for graine := range tours {
		r := rand.New(rand.NewPCG(uint64(graine), 2026))
		for i := range exs {
			cas, _, err := calcul.Read(exs[i].Cas)
			if err != nil {
				t.Fatal(err)
			}
			deformer(r, reflect.ValueOf(cas).Elem(), 25)
			essayer(t, c, cas, exs[i].ID, graine)
		}
	}
}

func essayer(t *testing.T, c *dossier.Calculateur, cas *droit.Cas, id string, graine int) {
	t.Helper()
	defer func() {
		if p := recover(); p != nil {
			t.Fatalf("%s, graine %d : %v\n%s", id, graine, p, debug.Stack())
		}
	}()
	var r droit.Resultat
	if err := c.Calculer(cas, true, &r); err != nil {
		t.Logf("%s, graine %d : %v", id, graine, err)
	}
}
