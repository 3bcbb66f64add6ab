package app_test

import (
	"context"
	"errors"
	"slices"

	"accord/app"
	"accord/decision"
	"accord/dossier"
	"accord/registre"
	"accord/suivi"
	v "accord/valeur"
)

// verifierProgres does what an agent does of a dossier that is with PROGRES: he sees what PROGRES paid, once
// a day, or takes the dossier back. A piece may come first, which is handed over.
func (x *mains) verifierProgres(num string, t *suivi.Tache) bool {
	if !x.fin && x.parfois("une pièce arrive") {
		_, err := x.c.Joindre(context.Background(), num, dossier.Intervention{Par: gens["accueil"], Role: "accueil", Motif: "reçue"}, "lettre.pdf", []byte{byte(x.suivante())})
		x.verifierErreur(err)
		return true
	}
	a := dossier.Intervention{Nature: dossier.ReprendreDeProgres, Objet: t.Appels[0].Acte, Par: "Hélène Directrice", Role: "directeur", Motif: "vu dans PROGRES"}
	if !x.fin && x.parfois("PROGRES garde le dossier") {
		if a.Nature = dossier.ConstaterProgres; t.Depuis >= x.h.Jour() {
			return false
		}
	}
	x.direPaye(num, &a)
	return x.faireSeul(a)
}

// revenir says of each dossier that came back what PROGRES paid, when nobody did.
func (x *mains) revenir() {
	vue := x.consulter(string(invente(elle)))
	for range 4 { // given back several times
		k := slices.IndexFunc(vue.Dus, func(d registre.Du) bool { return d.Progres == registre.RevenuProgres })
		if k < 0 {
			return
		}
		for _, r := range vue.RendusDe(vue.Dus[k].Dossier, true) {
			a := dossier.Intervention{Nature: dossier.ConstaterProgres, Objet: r.ID, Par: "Hélène Directrice", Role: "directeur", Motif: "vu dans PROGRES"}
			x.direPaye(vue.Dus[k].Dossier, &a)
			x.faireSeul(a)
		}
		vue = x.consulter(string(invente(elle)))
	}
}

// direPaye draws what PROGRES paid.
func (x *mains) direPaye(num string, a *dossier.Intervention) {
	vue := x.consulter(num)
	a.Valeur = decision.RienPaye
	for _, r := range vue.RendusDe(num, true) {
		if hier := vue.Jour - 1; r.ID == a.Objet && r.Periode.Du <= hier && x.parfois("PROGRES a payé") {
			a.Valeur, a.Date = "", hier-v.Jour(x.tirer(min(15, int(hier-r.Periode.Du)+1), "jusqu'au"))
		}
	}
}

// faireSeul does an act; someone else confirms it when it needs two people.
func (x *mains) faireSeul(a dossier.Intervention) bool {
	fait, _, err := x.c.Agir(context.Background(), string(invente(elle)), a)
	if errors.Is(err, app.ErrProgres) {
		return false
	}
	x.verifierErreur(err)
	x.faits[a.Nature]++
	if fait.ADeux {
		_, _, err = x.c.Agir(context.Background(), string(invente(elle)), dossier.Intervention{Nature: dossier.Confirmer, Objet: fait.ID, Par: gens["directeur"], Role: "directeur", Motif: "vu"})
		x.verifierErreur(err)
	}
	return true
}
