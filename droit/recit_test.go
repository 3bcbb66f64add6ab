package droit

import "testing"

// A stop all of whose days another benefit takes gives nothing: its steps say
// which days only. A stop without days, or with a day of its own, is told whole.
func TestRecit(t *testing.T) {
	r := &Resultat{
		Jours: []JourCalcule{{Chaine: 0, Etat: Paye}, {Chaine: 0, Etat: NonCumul}, {Chaine: 1, Etat: NonCumul}, {Chaine: 2, Etat: Carence}},
		Explication: []Etape{
			{Chaine: 0, Phrase: "payé"}, {Chaine: 1, Phrase: "calcul pour rien", Resultat: []Champ{C("ouvert", "oui")}}, {Chaine: 2, Phrase: "carence"}, {Chaine: 3, Phrase: "sans jour"},
			{Chaine: -1, Phrase: "de tous"}, {Chaine: 1, Phrase: "cédé", Resultat: []Champ{C("etat", "non_cumul")}},
		},
	}
	var dit string
	for _, e := range r.Recit() {
		dit += e.Phrase + "; "
	}
	if veut := "payé; carence; sans jour; de tous; cédé; "; dit != veut {
		t.Errorf("%s, attendu %s", dit, veut)
	}
}
