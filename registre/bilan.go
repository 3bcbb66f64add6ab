package registre

import (
	"accord/droit"
	v "accord/valeur"
)

// Bilan sums a register up to a day. Every day of the calendar is in exactly
// one of the counts; the amounts are gross.
type Bilan struct {
	Payes     int // days paid, in full or in part, here or by PROGRES
	APayer    int // days owed, nothing paid yet
	Attendus  int // days that hang on a question, and for which nothing was paid
	SurCompte int // days that hang on a question, and were paid on account
	Refuses   int // days refused, suspended or exhausted
	SansObjet int // carence, employer's day, not prescribed, other benefit, worked

	Du, Verse  v.Centimes // owed; posted
	Acomptes   v.Centimes // posted on days that still hang on a question
	TropPercu  v.Centimes // posted beyond what is owed for the same days
	PlusAncien v.Jour     // oldest day owed and not paid
}

// Etablir counts the days of a calendar up to and including jusqua.
func Etablir(dus []Du, poses []Pose, jusqua v.Jour) Bilan {
	var b Bilan
	verse := Verser(dus, poses)
	for i := range poses {
		b.Verse += poses[i].Brut
	}
	for i := range dus {
		d := &dus[i]
		if d.Jour > jusqua {
			continue
		}
		p, dette := verse[d.Cle], d.Dette()
		b.Du += dette
		switch d.Etat {
		case droit.Paye:
			switch {
			case dette == 0 && d.ParProgres == 0:
				b.SansObjet++
			case dette == 0 || p > 0:
				b.Payes++
			default:
				b.APayer++
				if b.PlusAncien == 0 || d.Jour < b.PlusAncien {
					b.PlusAncien = d.Jour
				}
			}
		case droit.Attente:
			switch b.Acomptes += p; {
			case !d.Attend():
				b.Payes++
			case p > 0:
				b.SurCompte++
			default:
				b.Attendus++
			}
		case droit.Refuse, droit.Suspendu, droit.Epuise:
			b.Refuses++
		default:
			b.SansObjet++
		}
	}
	ecarts, _ := Comparer(dus, poses, jusqua)
	for _, e := range TropPayes(ecarts) {
		b.TropPercu -= e.Montant
	}
	return b
}

// Plus adds two balances.
func (b Bilan) Plus(c Bilan) Bilan {
	b.Payes += c.Payes
	b.APayer += c.APayer
	b.Attendus += c.Attendus
	b.SurCompte += c.SurCompte
	b.Refuses += c.Refuses
	b.SansObjet += c.SansObjet
	b.Du += c.Du
	b.Verse += c.Verse
	b.Acomptes += c.Acomptes
	b.TropPercu += c.TropPercu
	if c.PlusAncien != 0 && (b.PlusAncien == 0 || c.PlusAncien < b.PlusAncien) {
		b.PlusAncien = c.PlusAncien
	}
	return b
}
