package web

import (
	"accord/app"
	"accord/libelle"
	"accord/suivi"
	v "accord/valeur"
)

// tache is something that someone must do on the dossier, or did.
type tache struct {
	Genre, A  string
	Phrase    string
	Depuis    v.Jour
	DepuisDit string
	Echeance  v.Jour // zero when it has none
	Delai     string
	Retard    bool
	Appels    []suivi.Appel
	Combien   string // how many times it was asked for, when it was several
	FaiteLe   v.Jour
	FaitePar  string
	Suite     string
}

// taches lists the tasks of the dossier: those that are open, those that were
// done.
func (f *fiche) taches() (ouvertes, faites []tache) {
	for i := range f.etape.Taches {
		t := &f.etape.Taches[i]
		x := tache{
			Genre: libelle.Tache(t.Genre), A: f.acteur(t.Acteur), Phrase: t.Phrase, Depuis: t.Depuis, DepuisDit: libelle.IlYA(t.Depuis, f.Dossier.Jour),
			Appels: t.Appels, Combien: libelle.Appels(t), FaiteLe: t.FaiteLe, FaitePar: t.FaitePar, Suite: t.Suite,
		}
		if t.FaiteLe != 0 {
			faites = append(faites, x)
			continue
		}
		if t.Echeance != 0 {
			x.Echeance, x.Delai, x.Retard = t.Echeance, libelle.Delai(t.Echeance, f.Dossier.Jour), t.Echeance < f.Dossier.Jour
		}
		ouvertes = append(ouvertes, x)
	}
	return ouvertes, faites
}

// prejudice says the harm of the dossier today; nothing when there is none.
func prejudice(e *app.Etape, jour v.Jour) string {
	p := e.Prejudice(jour)
	if p == 0 {
		return ""
	}
	return libelle.Prejudice(p)
}
