package app_test

import (
	"context"
	"slices"

	"accord/app"
	"accord/decision"
	"accord/dossier"
	"accord/paiement"
	v "accord/valeur"

	"pgregory.net/rapid"
)

// quelquUnDAutre waits for his employer: what is stopped is never all that there is to pay.
const quelquUnDAutre = elle + 2

// reprendreLArret counts stops that were lifted, among the acts that were done.
const reprendreLArret dossier.NatureIntervention = "reprendre"

// arreter stops what pays the person, or lifts a stop: herself, a rule of her computation, the
// version in force, a batch that was prepared. Wide ones have no effect until another confirms.
func (x *mains) arreter() {
	ctx := context.Background()
	if x.parfois("reprendre") {
		if gels := x.arretsOuverts(); len(gels) > 0 {
			x.lever(gels[x.tirer(len(gels), "arrêt levé")])
			return
		}
		_, err := x.c.Reprendre(ctx, string(invente(elle)), v.Agent{Nom: gens["cadre"]}, "cadre", "vu")
		x.refuse(err)
		return
	}
	g := decision.GesteGel{Par: gens["technicien"], Role: "technicien", Motif: "en doute", Jusque: x.h.Jour() + 1 + v.Jour(x.tirer(31, "durée de l'arrêt"))}
	genres := []decision.GenreGel{decision.GelPersonne, decision.GelPersonne, decision.GelRegle, decision.GelVersion, decision.GelLot}
	if slices.ContainsFunc(x.consulter(string(invente(elle))).Ordres, func(o *paiement.Ordre) bool { return o.Etat == paiement.Propose }) {
		genres = append(genres, decision.GelLot, decision.GelLot, decision.GelLot)
	}
	g.Genre = genres[x.auHasard(len(genres), "ce qui est arrêté")]
	switch g.Genre {
	case decision.GelPersonne:
		g.Objet = string(x.numero())
	case decision.GelVersion:
		g.Objet = x.c.Table().Version()
	case decision.GelRegle:
		g.Objet = x.uneRegle()
	case decision.GelLot:
		g.Par, g.Role, g.Objet = gens["comptable"], "comptable", x.unLot()
	}
	if g.Objet == "" {
		return
	}
	g.Geste = decision.Arreter
	e, refus := x.c.SimulerGel(ctx, g, 0)
	fait, err := x.c.Arreter(ctx, g)
	if (refus == nil) != (err == nil) {
		x.t.Fatalf("l'arrêt se prévoit %v, et se fait %v", refus, err)
	}
	if x.refuse(err) {
		return
	}
	if fait.ADeux {
		if x.parfois("laisser sans confirmation") {
			return
		}
		fait, err = x.c.ConfirmerArret(ctx, fait.Gel, v.Agent{Nom: gens["directeur"]}, "directeur", "vu")
		x.verifierErreur(err)
	}
	if !slices.Equal(annulesFaits(fait), annulesPrevus(e)) {
		x.t.Fatalf("l'arrêt de %s %s annule %v, prévu %v", g.Genre, g.Objet, annulesFaits(fait), annulesPrevus(e))
	}
	x.faits[decision.NatureGel(g.Genre)]++
	x.prouverEnCours()
}

// uneRegle draws one of the rules that explain what she is owed.
func (x *mains) uneRegle() string {
	var regles []string
	for _, e := range x.consulter(string(invente(elle))).Calcul.Resultat.Explication {
		if r := string(e.Regle); r != "" && !slices.Contains(regles, r) {
			regles = append(regles, r)
		}
	}
	if len(regles) == 0 {
		return ""
	}
	return regles[x.tirer(len(regles), "règle")]
}

// unLot prepares a batch of what one more day leaves to pay, and sometimes leaves it to the next payment.
func (x *mains) unLot() string {
	x.vivreUnJour(false, false)
	p, err := x.c.Preparer(context.Background(), signataires)
	x.verifierErreur(err)
	if x.parfois("laisser le lot") {
		return ""
	}
	return p.Lot
}

// arretsOuverts lists the stops that hold payments, or wait for a confirmation.
func (x *mains) arretsOuverts() []app.GelVu {
	gels, err := x.c.Gels(context.Background())
	x.verifierErreur(err)
	return slices.DeleteFunc(gels, func(g app.GelVu) bool { return !g.EnVigueur(x.h.Jour()) && !g.AConfirmer() })
}

// lever lifts a stop that can be lifted.
func (x *mains) lever(g app.GelVu) {
	_, err := x.c.Reprendre(context.Background(), g.Gel.Gel, v.Agent{Nom: gens["cadre"]}, "cadre", "vu")
	x.verifierErreur(err)
	x.faits[reprendreLArret]++
}

// auHasard draws as evenly as it can: what is drawn by [rapid.IntRange] is mostly among the first values.
func (x *reponses) auHasard(n int, nom string) (k int) {
	for _, pile := range rapid.SliceOfN(rapid.Bool(), 10, 10).Draw(x.t, nom) {
		k *= 2
		if pile {
			k++
		}
	}
	return k % n
}
