package atmp

import (
	"cmp"

	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

// horloge counts legal time limits and keeps the steps that they give.
type horloge struct {
	p          *parametre.Table
	o          *droit.Options
	territoire droit.Territoire
	etapes     []Etape
	err        error
}

// francs adds a step counted in clear days: neither the first day nor the last
// is counted, so that one can act until the day after. Several time limits
// follow each other in one.
func (h *horloge) francs(nom, qui string, regle droit.Regle, depuis v.Jour, codes ...parametre.Code) {
	if depuis == 0 {
		return
	}
	jours := 1
	for _, c := range codes {
		jours += h.entier(c, depuis)
	}
	l := h.p.Lecture(parametre.AU22)
	le := depuis + v.Jour(jours)
	repos := chome(le, h.territoire)
	if h.o.Lecture(l.Point, l.Defaut) == "jour_ouvrable" {
		for chome(le, h.territoire) {
			le++
		}
	}
	h.etapes = append(h.etapes, Etape{nom, qui, regle, le, repos})
}

// ouvrables adds a step counted in days from the one after; Sundays and holidays
// are not counted when the text says so.
func (h *horloge) ouvrables(nom, qui string, regle droit.Regle, depuis v.Jour, code parametre.Code, sansDimanches bool) {
	if depuis == 0 {
		return
	}
	jours := h.entier(code, depuis)
	le := depuis
	for jours > 0 {
		le++
		if !sansDimanches || le.JourSemaine() != 7 && !droit.JourFerie(le, h.territoire) {
			jours--
		}
	}
	h.etapes = append(h.etapes, Etape{Nom: nom, Qui: qui, Regle: regle, Le: le})
}

func (h *horloge) entier(c parametre.Code, le v.Jour) int {
	n, err := h.p.Entier(c, le)
	h.err = cmp.Or(h.err, err)
	return n
}

// chome reports whether a day is a Saturday, a Sunday or a public holiday.
func chome(j v.Jour, t droit.Territoire) bool { return j.JourSemaine() >= 6 || droit.JourFerie(j, t) }
