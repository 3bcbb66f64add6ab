package piece

import (
	"cmp"
	"fmt"
	"slices"

	"accord/app"
	"accord/format/dsn"
)

// phraseDSN writes a sentence as the reader of DSN does.
func phraseDSN(ligne int, rubrique, remarque string) string {
	return fmt.Sprintf("Ligne %d, %s : %s.", ligne, rubrique, remarque)
}

func (r *lectureDSN) noter(a app.Anomalie) { r.l.Anomalies = append(r.l.Anomalies, a) }

func (r *lectureDSN) signaler(ligne int, rubrique, trouve, attendu, remarque string) {
	r.noter(app.Anomalie{Ligne: ligne, Rubrique: rubrique, Trouve: trouve, Attendu: attendu,
		Phrase: phraseDSN(ligne, rubrique, remarque), Gravite: app.Signalee})
}

// gravitesDSN says what an anomaly of the file costs here. A block that is set
// aside stays in the extract of its person.
var gravitesDSN = map[dsn.Gravite]app.Gravite{
	dsn.Signalee: app.Signalee, dsn.ValeurIgnoree: app.Signalee,
	dsn.BlocEcarte: app.Ecartee, dsn.IndividuEcarte: app.Ecartee, dsn.DeclarationEcartee: app.Ecartee,
	dsn.FichierRefuse: app.Illisible,
}

// anomalies takes over what the reader of DSN says, each thing that is set
// aside being kept once, with the first anomaly that says so, and puts all in
// the order of the lines.
func (r *lectureDSN) anomalies(lues []dsn.Anomalie) {
	ecartes := r.ecartes()
	gardees := map[dsn.Lignes]bool{}
	for _, a := range lues {
		b := app.Anomalie{Ligne: a.Ligne, Rubrique: a.Rubrique, Trouve: masquer(a.Rubrique, a.Trouve), Attendu: a.Attendu,
			Phrase: a.Phrase, Gravite: gravitesDSN[a.Gravite]}
		if a.Gravite >= dsn.IndividuEcarte {
			lignes := r.lignesEcartees(ecartes, a.Ligne)
			if !gardees[lignes] {
				gardees[lignes] = true
				b.Extrait = r.source.octets(lignes)
			}
		}
		r.noter(b)
	}
	slices.SortStableFunc(r.l.Anomalies, func(a, b app.Anomalie) int { return cmp.Compare(a.Ligne, b.Ligne) })
}

// ecartes returns the runs of lines that are set aside, in the order of the
// file: the file, declarations, persons, never one inside another.
func (r *lectureDSN) ecartes() (l []dsn.Lignes) {
	if r.envoi.Ecarte != "" {
		return []dsn.Lignes{{Premiere: 0, Derniere: len(r.source.debuts) - 1}}
	}
	for i := range r.envoi.Ecartees {
		l = append(l, r.envoi.Ecartees[i].Lignes)
	}
	for i := range r.envoi.Declarations {
		for j := range r.envoi.Declarations[i].Ecartes {
			l = append(l, r.envoi.Declarations[i].Ecartes[j].Lignes)
		}
	}
	slices.SortFunc(l, func(a, b dsn.Lignes) int { return cmp.Compare(a.Premiere, b.Premiere) })
	return l
}

// lignesEcartees returns the run that holds a line.
func (r *lectureDSN) lignesEcartees(ecartes []dsn.Lignes, ligne int) dsn.Lignes {
	k, _ := slices.BinarySearchFunc(ecartes, ligne, func(l dsn.Lignes, ligne int) int { return cmp.Compare(l.Derniere, ligne) })
	if k < len(ecartes) && ecartes[k].Premiere <= ligne {
		return ecartes[k]
	}
	return r.orphelin(ligne)
}

// orphelin returns the lines of a person who stands in no declaration: up to
// the next person, declaration or total.
func (r *lectureDSN) orphelin(ligne int) dsn.Lignes {
	rubs := r.envoi.Rubriques
	k, _ := slices.BinarySearchFunc(rubs, ligne, func(rub dsn.Rubrique, ligne int) int { return cmp.Compare(rub.Ligne, ligne) })
	l := dsn.Lignes{Premiere: ligne, Derniere: ligne}
	for k++; k < len(rubs); k++ {
		avant, code := rubs[k-1].Code, rubs[k].Code
		nouveau := code.Bloc() == blocIndividu && (avant.Bloc() != blocIndividu || code <= avant)
		if nouveau || code.Bloc() == blocDeclaration || code.Bloc() == blocTotal {
			break
		}
		l.Derniere = rubs[k].Ligne
	}
	return l
}

const (
	blocDeclaration dsn.Code = 200005000
	blocIndividu    dsn.Code = 210030000
	blocTotal       dsn.Code = 900090000
)

// masquer hides the numbers that a sentence or a log must not show.
func masquer(rubrique, trouve string) string {
	switch rubrique {
	case "S21.G00.30.001", "S21.G00.30.020", "S21.G00.60.007":
		if r := []rune(trouve); len(r) > 6 {
			return string(r[:3]) + "…" + string(r[len(r)-3:])
		}
	}
	return propre(trouve)
}
