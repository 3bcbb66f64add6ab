package decision

import (
	"testing"

	"accord/dossier"
	"accord/droit"
	"accord/registre"
	v "accord/valeur"
)

var debut = v.NewJour(2026, 3, 2)

func refus(n int, etat droit.Etat) (dus []registre.Du) {
	for j := range n {
		dus = append(dus, registre.Du{Cle: registre.Cle{Jour: debut + v.Jour(j), Ligne: "E1", Risque: droit.Maladie}, Dossier: "D", Etat: etat, Regle: "MAL-OUV-03"})
	}
	return dus
}

func TestCeQuUnHumainSigne(t *testing.T) {
	for etat, attendu := range map[droit.Etat]bool{
		droit.Refuse: true, droit.Suspendu: true, droit.Epuise: true,
		droit.Paye: false, droit.Carence: false, droit.Attente: false, droit.NonPrescrit: false, droit.Travaille: false,
	} {
		if got := len(Proposer(refus(5, etat), nil)) == 1; got != attendu {
			t.Errorf("%s : décision proposée %v", etat, got)
		}
	}
}

// A reduction is signed like a refusal; what is certain meanwhile is paid.
func TestUneReductionSeSigne(t *testing.T) {
	dus := refus(3, droit.Paye)
	for i := range dus {
		dus[i].IJ, dus[i].Reserve, dus[i].Regle = 1643, 1644+v.Centimes(i), "MAL-RTD-01"
	}
	ps := Proposer(dus, nil)
	if len(ps) != 1 || ps[0].Signee != nil || ps[0].Regle != "MAL-RTD-01" || ps[0].Reserve != 3*1644+3 || ps[0].Periode != v.P(debut, debut+2) {
		t.Errorf("trois jours qui se suivent sont une décision : %+v", ps)
	}
	if Decider(dus, ps); dus[0].Reserve == 0 {
		t.Error("la part réservée est décidée sans signature")
	}
	signee := []dossier.Decision{{Nature: NatureRefus, Regle: "MAL-RTD-01", Ligne: "E1", Periode: v.P(debut, debut+1)}}
	ps = Proposer(dus, signee)
	if Decider(dus, ps); len(ps) != 2 || dus[0].Reserve != 0 || dus[1].Reserve != 0 || dus[2].Reserve == 0 || ps[1].Signee != nil {
		t.Errorf("deux jours sont décidés, le troisième attend : %+v %+v", dus, ps)
	}
}

// A signature covers the rule, the line and the days that it names, no more.
func TestPorteeDUneSignature(t *testing.T) {
	signee := dossier.Decision{Nature: NatureRefus, Regle: "MAL-OUV-03", Ligne: "E1", Periode: v.P(debut, debut+4)}
	for _, c := range []struct {
		nom    string
		jours  int
		change func(*dossier.Decision)
		signee bool
	}{
		{"exacte", 5, func(*dossier.Decision) {}, true},
		{"moins de jours refusés qu'à la signature", 3, func(*dossier.Decision) {}, true},
		{"un jour de plus", 6, func(*dossier.Decision) {}, false},
		{"une autre règle", 5, func(d *dossier.Decision) { d.Regle = "MAL-DUR-01" }, false},
		{"une autre ligne", 5, func(d *dossier.Decision) { d.Ligne = "E2" }, false},
		{"une autre nature", 5, func(d *dossier.Decision) { d.Nature = "note" }, false},
	} {
		d := signee
		c.change(&d)
		if p := Proposer(refus(c.jours, droit.Refuse), []dossier.Decision{d}); (p[0].Signee != nil) != c.signee {
			t.Errorf("%s : signée %v", c.nom, p[0].Signee != nil)
		}
	}
}
