package web

import (
	"cmp"
	"strings"

	"accord/app"
	"accord/dossier"
	"accord/libelle"
	v "accord/valeur"
)

// effet is what an act would change, said.
type effet struct {
	Rien               bool
	Exterieur          bool // someone outside is told what becomes of his own act
	Suite, Echeance    string
	Jours              int
	Ecart, Enjeu, Paye v.Centimes
	Repris, Redresse   v.Centimes
	Progres, Annule    v.Centimes // that change payer between the caisse and PROGRES; of payments cancelled before they leave
	Suites             []suiteChange
	Etapes             []app.EtapeChange
	Plusieurs          bool   // the act bears on all the dossiers of the person
	Differe            string // in what two records do not name the same person
	ADeux              bool
}

// suiteChange is a run of days that change alike.
type suiteChange struct {
	Dates        string
	Jours        int
	Activite     string
	Avant, Apres string
	Ecart        v.Centimes // on all its days
}

func (f *fiche) effet(e *app.Effet, n dossier.NatureIntervention) *effet {
	if e.Exterieur {
		return &effet{Exterieur: true, Suite: e.Suite, Echeance: e.Echeance.EnLettres()}
	}
	x := &effet{Jours: len(e.Jours), Ecart: e.Ecart, Enjeu: e.Enjeu, Paye: e.Paye, Repris: e.Repris, Redresse: e.Redresse, Progres: e.Progres, Annule: e.Annule, Differe: strings.Join(e.Differe, " ; "), ADeux: e.ADeux}
	for _, s := range e.Suites() {
		x.Suites = append(x.Suites, suiteChange{
			Dates: s.Periode.String(), Jours: s.Jours, Activite: f.nomLigne(cmp.Or(s.Apres.Ligne, s.Avant.Ligne)),
			Avant: libelle.JourDu(&s.Avant), Apres: libelle.JourDu(&s.Apres), Ecart: (s.Apres.Dette() - s.Avant.Dette()).Fois(s.Jours),
		})
	}
	for _, c := range e.Etapes {
		if c.Dossier == f.Numero || identite(n) {
			x.Etapes = append(x.Etapes, c)
		}
	}
	x.Plusieurs = identite(n)
	x.Rien = x.Jours == 0 && x.Paye == 0 && x.Repris == 0 && x.Redresse == 0 && len(x.Etapes) == 0
	return x
}
