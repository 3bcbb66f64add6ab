package suivi

import (
	_ "embed"
	"encoding/csv"
	"slices"
	"strconv"
	"strings"

	"accord/droit"
	"accord/registre"
	v "accord/valeur"
)

// Impaye is a run of days of one line that are owed or awaited, and not paid.
type Impaye struct {
	Du, Au  v.Jour
	Montant v.Centimes // that each of its days counts for
}

// Impayes lists the days of a register that cause harm, in runs: what is owed, or
// certain under every answer, less what was paid; what a reduction reserves is owed
// until someone signs it. A day of the insured of which
// nothing is certain nor paid counts for the minimum of its date. Days to come
// are listed too: they count once they are over.
func Impayes(dus []registre.Du, verse map[registre.Cle]v.Centimes) []Impaye {
	var is []Impaye
	var derniere registre.Cle
	for i := range dus {
		d := &dus[i]
		m := compte(d, verse[d.Cle])
		if m <= 0 {
			continue
		}
		suite := derniere == registre.Cle{Jour: d.Jour - 1, Ligne: d.Ligne, Risque: d.Risque}
		if n := len(is) - 1; suite && is[n].Montant == m {
			is[n].Au = d.Jour
		} else {
			is = append(is, Impaye{d.Jour, d.Jour, m})
		}
		derniere = d.Cle
	}
	return is
}

// compte is what a day counts for, whatever its age.
func compte(d *registre.Du, verse v.Centimes) v.Centimes {
	switch {
	case d.Progres == registre.PayeParProgres:
		return 0
	case d.Etat == droit.Attente && verse == 0 && d.Destinataire.SIRET() == "":
		return max(d.IJ, Minimum(d.Jour))
	case d.Etat == droit.Paye, d.Etat == droit.Attente:
		return d.IJ + d.Reserve - verse
	}
	return 0
}

// Prejudice is the harm of a dossier on a day: for each day that is over and not
// paid, what it counts for × the days since, in cents × days.
func Prejudice(is []Impaye, jour v.Jour) (p v.Centimes) {
	for _, i := range is {
		if n := min(i.Au+1, jour) - i.Du; n > 0 {
			p += i.Montant * v.Centimes(n) * v.Centimes(2*(jour-i.Du)-n+1) / 2
		}
	}
	return p
}

// Priorite is what signals add to the harm of a dossier.
type Priorite struct {
	Pourcent int        // by which it is multiplied; 100 when nothing was signalled
	Socle    v.Centimes // added to it, in cents × days
}

// Rang is the place of a dossier: the greatest first.
func (p Priorite) Rang(prejudice v.Centimes) v.Centimes {
	return prejudice*v.Centimes(p.Pourcent)/100 + p.Socle
}

// Prioriser gives the priority of a dossier: that of the heaviest of its open
// signals, alone. Complaints take no part.
func Prioriser(ts []Tache) Priorite {
	p := Priorite{Pourcent: 100}
	for i := range ts {
		if t := &ts[i]; t.Genre == Urgence && t.FaiteLe == 0 {
			if r := poidsDe(t.Valeur, t.Depuis); r.Socle > p.Socle || r.Socle == p.Socle && r.Pourcent > p.Pourcent {
				p = r.Priorite
			}
		}
	}
	return p
}

// Minimum is what a day counts for while nothing of it is certain nor paid.
func Minimum(j v.Jour) v.Centimes { return poidsDe("jour_sans_montant", j).Socle }

// poids is one row of the table.
type poids struct {
	Priorite
	depuis v.Jour
	dit    string
}

//go:embed prejudice.csv
var prejudiceCSV string

var tablePoids = chargerPoids(prejudiceCSV)

// chargerPoids reads the table, which is part of the program; the rows of a code
// are in the order of their dates.
func chargerPoids(texte string) map[string][]poids {
	r := csv.NewReader(strings.NewReader(texte))
	r.Comma, r.Comment = ';', '#'
	lignes, err := r.ReadAll()
	if err != nil {
		panic("suivi: prejudice.csv: " + err.Error())
	}
	m := map[string][]poids{}
	for _, l := range lignes[1:] {
		depuis, err1 := v.ParseJour(l[1])
		pourcent, err2 := strconv.Atoi(l[2])
		socle, err3 := v.ParseCentimes(l[3])
		if err1 != nil || err2 != nil || err3 != nil || l[4] == "" || l[5] == "" {
			panic("suivi: prejudice.csv: ligne «" + strings.Join(l, ";") + "»")
		}
		m[l[0]] = append(m[l[0]], poids{Priorite{pourcent, socle}, depuis, l[4]})
	}
	return m
}

// poidsDe returns the row of a code that holds on a day; before the first one
// nothing is raised.
func poidsDe(code string, j v.Jour) poids {
	for _, p := range slices.Backward(tablePoids[code]) {
		if p.depuis <= j {
			return p
		}
	}
	return poids{Priorite{Pourcent: 100}, 0, code}
}
