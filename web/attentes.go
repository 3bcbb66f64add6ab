package web

import (
	"cmp"
	"slices"

	"accord/dossier"
	"accord/libelle"
	v "accord/valeur"
)

// attente is something that the caisse must be told, or do, before some days
// can be settled.
type attente struct {
	Code      string
	A         string // who is asked
	acteur    string // code of the actor
	ligne     string
	Ligne     string // activity line concerned
	Pour      v.Periode
	Phrase    string
	Depuis    v.Jour
	DepuisDit string
	Echeance  v.Jour
	Delai     string
	Retard    bool
	Jours     int        // days of the dossier that hang on it and are over
	Brut      v.Centimes // certain amount of those days
	Enjeu     v.Centimes // what answers may add to it, at most, over all the days that hang on them
	ADefaut   string     // what the insured may send meanwhile
}

// attentes lists the open questions of the dossier, then what is missing and is
// asked of nobody outside.
func (f *fiche) attentes() []attente {
	var as []attente
	for i := range f.Calcul.Questions {
		if q := &f.Calcul.Questions[i]; f.concerne(q.Pour) {
			as = append(as, f.question(q))
		}
	}
	slices.SortStableFunc(as, func(a, b attente) int { return cmp.Compare(a.Depuis, b.Depuis) })
	for _, m := range f.Calcul.Resultat.Manques {
		question := slices.ContainsFunc(f.Calcul.Questions, func(q dossier.Question) bool {
			return q.Code == m.Code && q.AupresDe == m.AupresDe && q.Pour == m.Pour
		})
		if !question && (m.Pour.IsZero() || f.concerne(m.Pour)) {
			as = append(as, attente{Code: m.Code, acteur: m.AupresDe, A: f.acteur(m.AupresDe), Pour: m.Pour, Phrase: m.Phrase})
		}
	}
	for i := range as {
		f.compter(&as[i])
	}
	return as
}

func (f *fiche) question(q *dossier.Question) attente {
	e := f.Echeance(q)
	a := attente{
		Code: q.Code, acteur: q.AupresDe, A: f.acteur(q.AupresDe), ligne: q.Ligne, Pour: q.Pour, Phrase: q.Phrase, Enjeu: q.Enjeu, ADefaut: q.ADefaut,
		Depuis: q.Depuis, DepuisDit: libelle.IlYA(q.Depuis, f.Dossier.Jour),
		Echeance: e, Delai: libelle.Delai(e, f.Dossier.Jour), Retard: e < f.Dossier.Jour,
	}
	if q.Ligne != "" {
		a.Ligne = f.nomLigne(q.Ligne)
	}
	return a
}

// compter counts the days that hang on an answer.
func (f *fiche) compter(a *attente) {
	var dernier v.Jour
	for i := range f.Jours {
		j := &f.Jours[i]
		if !j.Aspect.EnAttente() || j.Jour >= f.Dossier.Jour || !a.couvre(j) {
			continue
		}
		if j.Jour != dernier {
			a.Jours++
			dernier = j.Jour
		}
		a.Brut += j.IJ
	}
}

// couvre reports whether a day hangs on the answer.
func (a *attente) couvre(j *jour) bool {
	return (a.Pour.IsZero() || a.Pour.Contient(j.Jour)) && (a.ligne == "" || a.ligne == j.Ligne)
}

// duJour lists the answers on which a day hangs. A day that waits while no
// question names it hangs on all of them: an answer about one day may move the
// next ones.
func duJour(as []attente, j *jour) []attente {
	var ses []attente
	for i := range as {
		if as[i].couvre(j) {
			ses = append(ses, as[i])
		}
	}
	if len(ses) == 0 {
		return as
	}
	return ses
}

// attendus lists who is awaited for a day; the caisse, when nobody else is.
func attendus(as []attente, j *jour) []string {
	var codes []string
	for _, a := range duJour(as, j) {
		if !slices.Contains(codes, a.acteur) {
			codes = append(codes, a.acteur)
		}
	}
	if len(codes) == 0 {
		return []string{"caisse"}
	}
	return codes
}
