package maladie

import (
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// Interruption is a stop of work for another benefit whose texts refer to those
// of sickness: rights (R.313-3), reference pays (R.323-4, R.323-8).
type Interruption struct {
	Le, Jusqua v.Jour // day from which nothing counts; last day that hangs on it
	Depuis     v.Jour // day before which the pays are taken, when the work ended earlier; 0: Le
	Arret      int
	Activites  []int // the lines stopped: at least one
}

// Forme is how many pays of each rhythm a base takes: three months, six
// fortnights or twelve weeks for sickness and family benefits (R.323-4), one,
// two or four for an accident (R.433-4).
type Forme struct {
	Mois, Quinzaines, Semaines Nombre
	// Accident reads the pays as R.433-4 to R.433-6 do: short pays are those of
	// the civil month before, bonuses count in the months that follow their
	// payment, and a new job counts for the whole month.
	Accident bool
}

// Nombre is a number of pays, and the name that the result gives to such a
// reference.
type Nombre struct {
	N   int
	Nom string
}

// FormeMaladie is that of R.323-4.
var FormeMaladie = Forme{Mois: Nombre{3, "3_mois"}, Quinzaines: Nombre{6, "6_quinzaines"}, Semaines: Nombre{12, "12_semaines"}}

// Examen answers, for one interruption, what another benefit asks of the rules
// of sickness. It reads the days paid by the last computation of its Calcul,
// and adds its needs to those of that one.
type Examen struct {
	Droit   droit.Droit // filled by Ouvrir
	Inconnu bool        // some reference pay is not known; filled by Revenus

	c  *Calcul
	ch chaine
}

// Examiner prepares the examination of an interruption, in the memory of the
// Calcul: it is valid until the next computation.
func (c *Calcul) Examiner(i Interruption) *Examen {
	n := len(c.examens)
	c.examens = slices.Grow(c.examens, 1)[:n+1]
	x := &c.examens[n]
	lignes := x.ch.lignes[:0]
	*x = Examen{c: c, ch: chaine{regime: salaries, arret: i.Arret, du: i.Le, debut: i.Le, fin: max(i.Le, i.Jusqua), reference: i.Le, courte: true}}
	if i.Depuis != 0 {
		x.ch.reference = i.Depuis
	}
	for _, a := range i.Activites {
		lignes = append(lignes, ligne{activite: a, du: i.Le, fin: x.ch.fin, active: x.ch.fin})
	}
	x.ch.lignes = lignes
	return x
}

// Ouvrir examines the right of an employee as for the first six months of a
// sickness stop (MAL-OUV-03, 05 to 10): family benefits ask no more.
func (x *Examen) Ouvrir() error {
	return x.c.droitsSalarie(&x.ch, &x.Droit)
}

// Attend reports whether what is not known could open the right.
func (x *Examen) Attend() bool { return x.ch.droit.attend }

// Paie is one reference month, or short pay, all employers together, restored
// (R.323-8).
type Paie struct {
	Periode v.Periode
	Retabli v.Fraction
	ParAn   int // number of such pays in a year: 12, 26 or 52
}

// Revenus are the reference pays of an interruption.
type Revenus struct {
	Reference string // «3_mois», «12_mois», «6_quinzaines», «12_semaines», «1_mois»…
	Depuis    v.Jour // day before which they are taken
	Paies     []Paie
	Poids     []v.Fraction // of each line stopped, in the order given: what its share is pro rata of (MAL-BAS-08)
	Retablis  bool         // some pay was made whole
}

// Revenus gathers the reference pays before the interruption. Call it after
// [Examen.Ouvrir] where the right is examined: a right kept from former work,
// or opened by twelve months, changes them. They are valid until the next
// computation of the Calcul.
func (x *Examen) Revenus(f Forme) (Revenus, error) {
	c, ch := x.c, &x.ch
	ch.forme = f
	c.situerReference(ch)
	var b droit.Base
	if _, err := c.lireReference(ch, &b); err != nil {
		return Revenus{}, err
	}
	r := Revenus{Reference: b.Reference, Depuis: ch.reference}
	n, m := len(c.paies), len(c.poids)
	for i := range c.mois {
		m := &c.mois[i]
		p := Paie{Periode: m.periode, Retabli: m.retabli, ParAn: 12}
		if m.prorata {
			p.ParAn = m.parAn
		}
		c.paies = append(c.paies, p)
	}
	for k := range ch.lignes {
		c.poids = append(c.poids, ch.lignes[k].poids)
	}
	r.Paies, r.Poids = slices.Clip(c.paies[n:]), slices.Clip(c.poids[m:])
	x.Inconnu, r.Retablis = ch.salairesManquent, ch.retabli
	return r, nil
}
