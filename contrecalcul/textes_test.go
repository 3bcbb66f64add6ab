package contrecalcul_test

import (
	"encoding/json"
	"os"
	"slices"
	"testing"

	"accord/contrecalcul"
	"accord/format/calcul"
	v "accord/valeur"
)

// situation is a worked example of a text or of a page: a case, and what each of
// its days must be. The amount of a run of days is that of the person and day,
// all lines together; absent where the days share an amount given for a period.
type situation struct {
	Nom, Source string
	Cas         json.RawMessage
	Jours       []struct {
		Du, Au       v.Jour
		Risque, Etat string
		IJ           v.Option[v.Centimes] `json:"ij"`
	}
	Forfaits []v.Centimes
	Brut     v.Option[v.Centimes]
}

// jourLu is what one day is for one benefit, all lines together.
type jourLu struct {
	date         v.Jour
	risque, etat string
	ij           v.Option[v.Centimes]
}

// TestTextes reads the worked examples of the benefits other than maladie: this
// package is checked by the sources, before it checks anything.
func TestTextes(t *testing.T) {
	contenu, err := os.ReadFile("testdata/autres.json")
	if err != nil {
		t.Fatal(err)
	}
	var situations []situation
	if err := json.Unmarshal(contenu, &situations); err != nil {
		t.Fatal(err)
	}
	for _, s := range situations {
		t.Run(s.Nom, func(t *testing.T) { s.eprouver(t) })
	}
}

func (s *situation) eprouver(t *testing.T) {
	cas, _, err := calcul.Read(s.Cas)
	if err != nil {
		t.Fatal(err)
	}
	c, err := contrecalcul.Calculer(cas, true)
	if err != nil {
		t.Fatal(err)
	}
	var lus, voulus []jourLu
	brut := v.Centimes(0)
	for _, j := range c.Jours {
		brut += j.IJ
		k := slices.IndexFunc(lus, func(l jourLu) bool { return l.date == j.Date && l.risque == string(j.Risque) })
		if k >= 0 {
			lus[k].ij = v.Connu(lus[k].ij.Ou(0) + j.IJ)
			continue
		}
		lus = append(lus, jourLu{j.Date, string(j.Risque), j.Etat, v.Connu(j.IJ)})
	}
	for _, p := range s.Jours {
		for d := p.Du; d <= p.Au; d++ {
			voulus = append(voulus, jourLu{d, p.Risque, p.Etat, p.IJ})
		}
	}
	trier(lus)
	trier(voulus)
	comparerJours(t, voulus, lus)
	if b, ok := s.Brut.Get(); ok && b != brut {
		t.Errorf("brut %s, attendu %s", brut, b)
	}
	if s.Forfaits != nil {
		s.eprouverForfaits(t, c.Forfaits)
	}
	if t.Failed() {
		t.Log(s.Source)
		for _, n := range c.Notes {
			t.Log(n)
		}
	}
}

func (s *situation) eprouverForfaits(t *testing.T, lus []contrecalcul.Forfait) {
	var montants []v.Centimes
	for _, f := range lus {
		montants = append(montants, f.Montant)
	}
	if !slices.Equal(montants, s.Forfaits) {
		t.Errorf("forfaits %v, attendus %v", montants, s.Forfaits)
	}
}

func trier(js []jourLu) {
	slices.SortFunc(js, func(a, b jourLu) int {
		if a.date != b.date {
			return int(a.date - b.date)
		}
		if a.risque < b.risque {
			return -1
		}
		return 1
	})
}

// comparerJours tells the first day on which both differ.
func comparerJours(t *testing.T, voulus, lus []jourLu) {
	t.Helper()
	for i := range min(len(voulus), len(lus)) {
		veut, lu := voulus[i], lus[i]
		if veut.date != lu.date || veut.risque != lu.risque || veut.etat != lu.etat || veut.ij.EstConnu() && veut.ij != lu.ij {
			t.Errorf("attendu %s %s %s %s ; lu %s %s %s %s", veut.date, veut.risque, veut.etat, veut.ij.Ou(0), lu.date, lu.risque, lu.etat, lu.ij.Ou(0))
			return
		}
	}
	if len(voulus) != len(lus) {
		t.Errorf("%d jours, attendu %d", len(lus), len(voulus))
	}
}
