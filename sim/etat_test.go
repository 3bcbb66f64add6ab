package sim

import (
	"testing"

	"accord/app"
	"accord/decision"
	"accord/libelle"
	v "accord/valeur"
)

// verifierEtat counts the days a second time, as the desk shows them.
func verifierEtat(t *testing.T, j *jouee) {
	t.Helper()
	e, err := j.caisse.Etat(t.Context(), func(int) {})
	if err != nil {
		t.Fatal(err)
	}
	dossiers, _, err := j.caisse.Lister(t.Context(), app.Filtre{})
	if err != nil {
		t.Fatal(err)
	}
	vues := map[string]bool{}
	var c compte
	for _, x := range dossiers {
		if x.Test || vues[x.Personne] {
			continue
		}
		vues[x.Personne] = true
		d, err := j.caisse.Consulter(t.Context(), x.Personne)
		if err != nil {
			t.Fatal(err)
		}
		c.ajouter(d)
	}
	if e.Assures != len(vues) || e.Assures != j.plan.Malades+j.plan.Autres || e.Dossiers != c.dossiers {
		t.Errorf("%d personnes et %d dossiers comptés, %d et %d vus, %d tirées", e.Assures, e.Dossiers, len(vues), c.dossiers, j.plan.Malades+j.plan.Autres)
	}
	veut := c.jours
	veut.Payes -= e.Jours.AArbitrer // shown as paid, since the money left
	veut.AArbitrer = e.Jours.AArbitrer
	if e.Jours != veut {
		t.Errorf("jours comptés %+v, vus %+v", e.Jours, veut)
	}
	if e.Ancien.Jour != c.ancien && e.Jours.AArbitrer == 0 {
		t.Errorf("plus ancien jour impayé %v, vu %v", e.Ancien.Jour, c.ancien)
	}
	if e.Sommes.BrutVerse != c.verse {
		t.Errorf("versé %s, les ordres disent %s", e.Sommes.BrutVerse.Euros(), c.verse.Euros())
	}
	attendus := 0
	for _, a := range e.Attendus {
		attendus += a.Jours
	}
	if attendus != e.Jours.APayer+e.Jours.Attendus+e.Jours.AArbitrer {
		t.Errorf("%d jours attendus de quelqu'un, %+v", attendus, e.Jours)
	}
	verifierGroupes(t, e, attendus)
	verifierPrejudice(t, j, e)
	d, a := e.Delais, e.Ages
	if d.Dossiers == 0 || d.P50 > d.P90 || d.P90 > d.P99 || d.P99 > d.Max || d.Impayes >= d.Dossiers || a.Retards[2] > a.Retards[1] || a.Retards[1] > a.Retards[0] {
		t.Errorf("délais %+v, âges %+v", d, a)
	}
}

// verifierGroupes compares the ways in which unpaid days are counted.
func verifierGroupes(t *testing.T, e *app.Etat, attendus int) {
	t.Helper()
	groupes, causes := 0, 0
	ancien := 0
	for _, x := range e.Impayes {
		groupes += x.Jours
		ancien = max(ancien, x.Max)
	}
	for _, c := range e.Causes {
		causes += c.Jours
	}
	if groupes != attendus || causes != attendus || ancien != e.Ancien.Age || e.Ages.Max != ancien {
		t.Errorf("%d jours attendus de quelqu'un, %d par prestation, %d par cause ; plus ancien %d, %d, %d", attendus, groupes, causes, e.Ancien.Age, ancien, e.Ages.Max)
	}
	if e.Certain > e.Prejudice || e.Mains.Seuls > e.Dossiers || len(e.Tete) == 0 || e.Tete[0].Prejudice > e.Prejudice {
		t.Errorf("préjudice %s dont %s certain ; %d dossiers sans main sur %d", e.Prejudice.Euros(), e.Certain.Euros(), e.Mains.Seuls, e.Dossiers)
	}
}

// verifierPrejudice: the work list of the base says the harm that the facts give,
// in order, and in all what the counters say.
func verifierPrejudice(t *testing.T, j *jouee, e *app.Etat) {
	t.Helper()
	liste, total, err := j.caisse.Lister(t.Context(), app.Filtre{Ordre: app.ParPrejudice, Avant: e.Jour})
	if err != nil || len(liste) != total {
		t.Fatalf("%d dossiers sur %d : %v", len(liste), total, err)
	}
	var somme, dernier v.Centimes
	for i := range liste {
		x := &liste[i]
		somme += x.Prejudice
		if rang := x.Priorite.Rang(x.Prejudice); i > 0 && rang > dernier {
			t.Errorf("%s passe après un dossier de moindre préjudice", x.Dossier)
		}
		dernier = x.Priorite.Rang(x.Prejudice)
		if i > 20 {
			continue
		}
		vue, err := j.caisse.Consulter(t.Context(), x.Dossier)
		if err != nil {
			t.Fatal(err)
		}
		for k := range vue.Etapes {
			if d := &vue.Etapes[k]; app.NumeroDossier(vue.Personne, &d.Chaine) == x.Dossier && d.Prejudice(e.Jour) != x.Prejudice {
				t.Errorf("%s : préjudice %d dans la liste, %d d'après les faits", x.Dossier, x.Prejudice, d.Prejudice(e.Jour))
			}
		}
	}
	if somme != e.Prejudice {
		t.Errorf("préjudice de la liste %d, des compteurs %d", somme, e.Prejudice)
	}
}

type compte struct {
	dossiers int
	jours    app.CompteJours
	ancien   v.Jour
	verse    v.Centimes
}

func (c *compte) ajouter(d *app.Vue) {
	c.dossiers += len(d.Etapes)
	for _, o := range d.Ordres {
		if o.Etat == "emis" || o.Etat == "sans_flux" {
			c.verse += o.Total.Brut
		}
	}
	for i := range d.Dus {
		du := &d.Dus[i]
		if du.Jour >= d.Jour {
			continue
		}
		impaye := true
		switch a := app.AspectDe(d.Dossier, du); {
		case a == libelle.Verse || a == libelle.TropVerse && du.Dette() > 0:
			c.jours.Payes++
			impaye = false
		case a == libelle.EnPaiement || a == libelle.Du || a == libelle.Partiel:
			c.jours.APayer++
		case a == libelle.Attendu || a == libelle.ASigner:
			c.jours.Attendus++
		case decision.Defavorable(du.Etat):
			c.jours.Refuses++
			impaye = false
		default:
			c.jours.SansObjet++
			impaye = false
		}
		if impaye && (c.ancien == 0 || du.Jour < c.ancien) {
			c.ancien = du.Jour
		}
	}
}
