package prestations

import (
	"slices"

	"accord/droit"
	"accord/droit/atmp"
	"accord/parametre"
	v "accord/valeur"
)

// rangs gives the order in which benefits are served on one day: the leaves of
// birth and mourning, then an accident, then unfitness; sickness comes last and
// already leaves its days to any other (L.371-3, R.331-6, L.331-8-2).
var rangs = map[droit.Risque]int{
	droit.Maternite: 1, droit.Pathologique: 1, droit.DES: 1, droit.AdoptionConge: 2, droit.Paternite: 2, droit.NaissanceConge: 2, droit.DeuilEnfant: 2,
	droit.AJAP: 3, droit.AccidentTravail: 4, droit.AccidentTrajet: 4, droit.MaladiePro: 4, droit.ITI: 5, droit.GarantieGrossesse: 6, droit.Maladie: 7,
}

// regleCumul is the rule of a day that another benefit takes.
const regleCumul droit.Regle = "MAL-CUM-01"

// departager leaves at most one paid benefit on each day of each line. Rows must
// be in the order of dates.
func (c *Calcul) departager(cas *droit.Cas, p *parametre.Table, r *droit.Resultat) {
	for debut := 0; debut < len(r.Jours); {
		fin := debut + 1
		for fin < len(r.Jours) && r.Jours[fin].Date == r.Jours[debut].Date {
			fin++
		}
		jour := r.Jours[debut:fin]
		var avant []droit.JourCalcule // the day as each benefit gives it
		for i := range jour {
			for k := i + 1; k < len(jour); k++ {
				if jour[i].Activite == jour[k].Activite && jour[i].Etat == droit.Paye && jour[k].Etat == droit.Paye {
					if avant == nil {
						avant = slices.Clone(jour)
					}
					perdant(cas, p, r, avant, &jour[i], &jour[k])
				}
			}
		}
		debut = fin
	}
}

// perdant takes one of two benefits off a day.
func perdant(cas *droit.Cas, p *parametre.Table, r *droit.Resultat, jour []droit.JourCalcule, a, b *droit.JourCalcule) {
	perd := a
	if rangs[a.Risque] < rangs[b.Risque] || rangs[a.Risque] == rangs[b.Risque] && a.IJ >= b.IJ {
		perd = b
	}
	if m, at := opposes(a, b); m != nil {
		perd = accidentOuMaternite(cas, p, r, jour, m, at)
	}
	perd.Etat, perd.IJ, perd.Plein, perd.Lot, perd.Beneficiaire, perd.Regle = droit.NonCumul, 0, 0, 0, "", regleCumul
}

// communs adds what a stop owes on a day for the lines that another pays too.
func communs(cas *droit.Cas, p *parametre.Table, tous, jour []droit.JourCalcule, a, b *droit.JourCalcule) v.Centimes {
	var somme v.Centimes
	for i := range jour {
		x := &jour[i]
		if x.Etat == droit.Paye && x.Risque == a.Risque && x.Chaine == a.Chaine && slices.ContainsFunc(jour, func(y droit.JourCalcule) bool {
			return y.Etat == droit.Paye && y.Risque == b.Risque && y.Chaine == b.Chaine && y.Activite == x.Activite
		}) {
			somme += atmp.DuLeJour(cas, p, tous, x)
		}
	}
	return somme
}

// opposes returns the day of maternity and that of an accident when two days are
// these.
func opposes(a, b *droit.JourCalcule) (maternite, accident *droit.JourCalcule) {
	for _, x := range [...][2]*droit.JourCalcule{{a, b}, {b, a}} {
		if rangs[x[0].Risque] == rangs[droit.Maternite] && rangs[x[1].Risque] == rangs[droit.AccidentTravail] {
			return x[0], x[1]
		}
	}
	return nil, nil
}

// accidentOuMaternite returns which of the two is not served. The texts
// contradict each other (AUT-U-9): unless read one way, the caisse decides, and
// the lesser of the two is served meanwhile.
func accidentOuMaternite(cas *droit.Cas, p *parametre.Table, r *droit.Resultat, jour []droit.JourCalcule, maternite, accident *droit.JourCalcule) *droit.JourCalcule {
	l := p.Lecture(parametre.AU9)
	r.Aviser(l.Point, l.Phrase)
	switch cas.Options.Lecture(l.Point, l.Defaut) {
	case "maternite":
		return accident
	case "accident":
		return maternite
	}
	fin := cas.Arrets[accident.Arret].Fin
	if i := slices.IndexFunc(r.Manques, func(m droit.Manque) bool { return m.Code == codePrecedence }); i >= 0 {
		r.Manques[i].Pour.Au = max(r.Manques[i].Pour.Au, fin) // those of a prolongation too
	} else {
		r.Manquer(droit.Manque{Code: codePrecedence, AupresDe: "caisse", Pour: v.P(maternite.Date, fin),
			Phrase: "Un arrêt d'accident du travail et un congé de maternité courent les mêmes jours : la caisse doit décider lequel est indemnisé. Le moins élevé des deux montants est dû en attendant."})
	}
	if communs(cas, p, r.Jours, jour, maternite, accident) < communs(cas, p, r.Jours, jour, accident, maternite) {
		return accident
	}
	return maternite
}

const codePrecedence = "ACCIDENT_OU_MATERNITE"
