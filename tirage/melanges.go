package tirage

import (
	"accord/droit"
	v "accord/valeur"
)

// melanges draws several benefits that meet: a sick leave that runs into the
// rest, an accident of a pregnant woman, a disease recognised long after, a death
// during a stop.
func (t *tireur) melanges() {
	a := t.jourEntre(v.NewJour(2022, 2, 1), v.NewJour(2026, 9, 15))
	t.assure(a)
	fin := a
	for k := range t.entre(2, 3) {
		d := a
		if k > 0 {
			d = choisir(t, fin+1, t.jourEntre(a, fin+10), fin-v.Jour(t.entre(0, 15)))
			d = min(d, dernierConge-30)
		}
		fin = max(fin, t.unBenefice(d))
	}
	t.entourer(a, fin)
	if len(t.cas.Sinistres) > 0 {
		t.apprentir(a)
		t.primerTous(a)
	}
	t.choisirLectures()
}

// unBenefice draws one benefit that begins about a day.
func (t *tireur) unBenefice(d v.Jour) v.Jour {
	famille := len(t.cas.Naissances) == 0 && len(t.cas.Adoptions) == 0
	switch {
	case t.chance(350):
		return t.arretMaladie(d)
	case t.chance(400) && len(t.cas.Sinistres) == 0:
		return t.accidenter(d)
	case famille && t.chance(700):
		return t.grossesse(d)
	case famille && t.chance(600):
		return t.secondParent(d)
	case famille && t.chance(500):
		return t.adopter(d)
	case len(t.cas.Deces) == 0:
		return t.perdreEnfant(d)
	}
	return t.arretMaladie(d)
}

// arretMaladie draws one to three prescriptions that follow each other.
func (t *tireur) arretMaladie(d v.Jour) v.Jour {
	fin := d
	nature := droit.Initial
	for range t.entre(1, 3) {
		fin = d + v.Jour(t.entre(1, choisir(t, 6, 20, 60)))
		t.prescrire(nature, d, fin)
		d = fin + 1 + v.Jour(choisir(t, 0, 0, 0, 1, 4))
		nature = choisir(t, droit.Prolongation, droit.Prolongation, droit.Initial)
	}
	return fin
}

// choisirLectures takes another reading of an uncertain point now and then.
func (t *tireur) choisirLectures() {
	if !t.chance(200) {
		return
	}
	c := choisir(t, droit.Choix{Point: "AUT-U-9", Lecture: "maternite"}, droit.Choix{Point: "AUT-U-9", Lecture: "accident"}, droit.Choix{Point: "AUT-U-4", Lecture: "annee_en_cours"},
		droit.Choix{Point: "AUT-U-18", Lecture: "periode_entiere"}, droit.Choix{Point: "AUT-U-8", Lecture: "maladie"})
	t.cas.Options.Choix = []droit.Choix{c}
}
