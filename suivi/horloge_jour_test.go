package suivi

import (
	"strings"
	"testing"

	"accord/decision"
	"accord/dossier"
	"accord/droit"
	"accord/paiement"
	"accord/parametre"
	"accord/registre"
	v "accord/valeur"
)

// leJour is a day of the dossier: the fourth of the arrêt.
func leJour(etat droit.Etat, ij v.Centimes) registre.Du {
	return registre.Du{Cle: registre.Cle{Jour: debut + 3, Ligne: "L", Risque: droit.Maladie}, Etat: etat, IJ: ij, Regle: "MAL-X", Destinataire: registre.Assure}
}

// unJour are one day of each kind, and what its next step must be: exactly one.
var unJour = []struct {
	nom    string
	du     registre.Du
	change func(*Entree)
	genre  Genre // empty: nothing says what follows
	acteur string
	dit    string
	par    Responsabilite
}{
	{"payé", leJour(droit.Paye, 3287), func(e *Entree) { e.Verse = map[registre.Cle]v.Centimes{leJour("", 0).Cle: 3287} }, Clos, "", "Ce jour est payé", ""},
	{"carence", leJour(droit.Carence, 0), func(*Entree) {}, Clos, "", "Rien n'est dû pour ce jour (règle MAL-X)", ""},
	{"dû, dans aucun paiement et sans raison", leJour(droit.Paye, 3287), func(*Entree) {}, "", "", "", ""},
	{"attendu, sans question ni acompte", leJour(droit.Attente, 0), func(*Entree) {}, Agent, "technicien", "1 jour attend un calcul", Caisse},
	{"payé en partie seulement", leJour(droit.Paye, 3287), func(e *Entree) { e.Verse = map[registre.Cle]v.Centimes{leJour("", 0).Cle: 3286} }, "", "", "", ""},
	{"payé de trop en partie, et nul n'a décidé", leJour(droit.Paye, 3287), func(e *Entree) { e.Verse = map[registre.Cle]v.Centimes{leJour("", 0).Cle: 4000} }, "", "", "", ""},
	{"payé de trop en partie, et abandonné", leJour(droit.Paye, 3287), func(e *Entree) {
		e.Verse = map[registre.Cle]v.Centimes{leJour("", 0).Cle: 4000}
		e.Retenues = []paiement.Retenue{{Motif: paiement.Abandonne, Par: "Zoé", Brut: -713, Details: []paiement.JourRetenu{{Cle: leJour("", 0).Cle, Brut: -713}}}}
	}, Clos, "", "ce qui l'a été de trop (7,13 € brut) n'est pas réclamé : Zoé en a décidé ainsi", ""},
	{"refusé et signé", leJour(droit.Refuse, 0), func(e *Entree) {
		e.Proposees = []decision.Proposee{{Ligne: "L", Periode: v.P(debut, fin), Signee: &dossier.Decision{}}}
	}, Refuse, "", "règle MAL-X", ""},
	{"refusé sans que personne ait signé", leJour(droit.Refuse, 0), func(e *Entree) {
		e.Proposees = []decision.Proposee{{Ligne: "L", Periode: v.P(debut, fin)}}
	}, Agent, "ordonnateur", "rien n'est notifié", Caisse},
	{"refusé, et la décision proposée est celle d'une autre ligne", leJour(droit.Refuse, 0), func(e *Entree) {
		e.Proposees = []decision.Proposee{{Ligne: "M", Periode: v.P(debut, fin), Signee: &dossier.Decision{}}}
	}, "", "", "", ""},
	{"dans un ordre", leJour(droit.Paye, 3287), func(e *Entree) {
		e.Ordres = []*paiement.Ordre{ordreDe(debut+3, paiement.Propose), ordreDe(debut+4, paiement.Signe)}
	}, Agent, "ordonnateur", "Un paiement de 32,87 € brut est prêt", Caisse},
	{"dans l'ordre d'un autre jour", leJour(droit.Paye, 3287), func(e *Entree) { e.Ordres = []*paiement.Ordre{ordreDe(debut+4, paiement.Propose)} }, "", "", "", ""},
	{"à proposer", leJour(droit.Paye, 3287), func(e *Entree) { e.Proposes = []paiement.Ordre{*ordreDe(debut+3, paiement.Propose)} }, EnCours, "", "1 jour est dû (32,87 € brut)", Caisse},
	{"retenu par quelqu'un", leJour(droit.Paye, 3287), func(e *Entree) {
		e.Retenues = []paiement.Retenue{{Motif: paiement.ParUneMain, Par: "Anne", Raison: "contrôle", Jusque: fin + 9, Jours: 4, Details: details(debut+2, debut+3)}}
	}, Tenu, "agent:Anne", "1 jour est retenu par Anne", Caisse},
	{"retenu, mais un autre jour", leJour(droit.Paye, 3287), func(e *Entree) {
		e.Retenues = []paiement.Retenue{{Motif: paiement.ParUneMain, Par: "Anne", Jusque: fin + 9, Details: details(debut + 2)}}
	}, "", "", "", ""},
	{"sans compte", leJour(droit.Paye, 3287), func(e *Entree) {
		e.Retenues = []paiement.Retenue{{Motif: paiement.AttendCompte, Destinataire: registre.Assure, Details: details(debut + 3)}}
	}, Attend, "assure", "1 jour est dû (32,87 € brut) : il manque les coordonnées bancaires", Assure},
	{"au rythme", leJour(droit.Paye, 3287), func(e *Entree) {
		e.Retenues = []paiement.Retenue{{Motif: paiement.AttendRythme, Depuis: debut, Jusque: fin + 1, Details: details(debut + 3)}}
	}, EnCours, "", "Prochain paiement le 16 mars 2026", Caisse},
	{"attend un salaire", leJour(droit.Attente, 0), func(e *Entree) { e.Questions = questions(dossier.QuestionSalaire, string(entreprise)) }, Attend, string(entreprise), "Ce qui manque.", Employeur},
	{"attend un certificat", leJour(droit.Attente, 0), func(e *Entree) { e.Questions = questions(dossier.QuestionCertificat, "assure") }, Attend, "assure", "Ce qui manque.", Medecin},
	{"attend la caisse", leJour(droit.Attente, 0), func(e *Entree) { e.Questions = questions(dossier.QuestionReconnaissanceMP, "caisse") }, Agent, "caisse", "Ce qui manque.", Caisse},
	{"attend une réponse sur d'autres jours", leJour(droit.Attente, 0), func(e *Entree) {
		e.Questions = questions(dossier.QuestionDates, string(entreprise))
		e.Questions[0].Pour = v.P(debut, debut+1)
	}, Attend, string(entreprise), "Ce qui manque.", Employeur},
	{"dû malgré la question d'un autre jour", leJour(droit.Paye, 3287), func(e *Entree) {
		e.Questions = questions(dossier.QuestionSalaire, string(entreprise))
		e.Proposes = []paiement.Ordre{*ordreDe(debut+3, paiement.Propose)}
	}, EnCours, "", "la prochaine journée", Caisse},
}

func questions(code, aupres string) []dossier.Question {
	return []dossier.Question{{Code: code, AupresDe: aupres, Depuis: debut + 4, Pour: v.P(debut, fin), Phrase: "Ce qui manque."}}
}

func details(js ...v.Jour) (ds []paiement.JourRetenu) {
	for _, j := range js {
		ds = append(ds, paiement.JourRetenu{Cle: registre.Cle{Jour: j, Ligne: "L", Risque: droit.Maladie}, Brut: 3287})
	}
	return ds
}

// ordreDe pays two days, the first of which is given.
func ordreDe(j v.Jour, etat paiement.Etat) *paiement.Ordre {
	return &paiement.Ordre{Etat: etat, CreeLe: debut + 8, Total: droit.Prelevements{Brut: 6574}, Lignes: []paiement.Ligne{{
		Activite: "L", Risque: droit.Maladie, Periode: v.P(j, j+9), Jours: []paiement.JourLigne{{Jour: j, Brut: 3287}, {Jour: j + 9, Brut: 3287}},
	}}}
}

// Each day that is over has one step, of what bears on it alone; one that nothing
// explains is said to have none.
func TestDuJour(t *testing.T) {
	for _, c := range unJour {
		e := base(debut + 9)
		e.Dus = []registre.Du{leJour(droit.Carence, 0), c.du}
		c.change(e)
		s, ok := DuJour(e, &c.du)
		if ok != (c.genre != "") || s.Genre != c.genre || s.Acteur != c.acteur || !strings.Contains(s.Phrase, c.dit) {
			t.Errorf("%s : %+v (%v)", c.nom, s, ok)
		}
		if par := Responsable(&s); par != c.par {
			t.Errorf("%s : attend %q", c.nom, par)
		}
	}
}

// The legal clock runs from the day, or from the reception of what says that it
// was not worked, and an acompte does not stop it.
func TestDelaiLegal(t *testing.T) {
	for _, c := range []struct {
		nom    string
		jour   v.Jour
		risque droit.Risque
		recu   v.Jour
		verse  v.Centimes
		dit    string
	}{
		{"dans les temps", debut + 10, droit.Maladie, debut, 0, ""},
		{"bientôt", debut + 13, droit.Maladie, debut, 0, "(R.362-1) : il finit le 20 mars 2026"},
		{"dépassé", debut + 19, droit.Maladie, debut, 0, "(R.362-1) : dépassé de 1 jour, porté au cadre du service"},
		{"dépassé malgré un acompte", debut + 19, droit.Maladie, debut, 1000, "dépassé de 1 jour"},
		{"payé", debut + 19, droit.Maladie, debut, 3287, ""},
		{"reçu tard", debut + 19, droit.Maladie, debut + 9, 0, "il finit le 26 mars 2026"},
		{"accident du travail", debut + 20, droit.AccidentTravail, debut, 0, "(R.433-14) : dépassé de 1 jour, porté au cadre du service"},
		{"au directeur", debut + 33, droit.Maladie, debut, 0, "dépassé de 15 jours, porté au directeur"},
	} {
		e := base(c.jour)
		d := leJour(droit.Paye, 3287)
		d.Risque = c.risque
		e.Dus, e.Recus, e.Verse = []registre.Du{d}, []Reception{{v.P(debut, fin), c.recu}, {v.P(fin, fin), debut}}, map[registre.Cle]v.Centimes{d.Cle: c.verse}
		s := Prochaine(e)
		if (c.dit == "") != !strings.Contains(s.Phrase, "Délai légal") || !strings.Contains(s.Phrase, c.dit) {
			t.Errorf("%s : %s", c.nom, s.Phrase)
		}
	}
}

// The penalty of an accident paid late: sixteen days, then eight, then one percent
// of what is certain a day; nothing for sickness, nor while an account is missing.
func TestExposer(t *testing.T) {
	p, err := parametre.Charger()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		nom    string
		jour   v.Jour
		change func(*Entree, *registre.Du)
		veut   Exposition
	}{
		{"au huitième jour", debut + 27, func(*Entree, *registre.Du) {}, Exposition{}},
		{"au neuvième", debut + 28, func(*Entree, *registre.Du) {}, Exposition{1, 10000, 100, 100}},
		{"dix jours", debut + 37, func(*Entree, *registre.Du) {}, Exposition{1, 10000, 100, 1000}},
		{"reçu deux jours plus tard", debut + 30, func(e *Entree, _ *registre.Du) { e.Recus[0].Le = debut + 5 }, Exposition{1, 10000, 100, 100}},
		{"payé en partie", debut + 37, func(e *Entree, d *registre.Du) { e.Verse = map[registre.Cle]v.Centimes{d.Cle: 4000} }, Exposition{1, 6000, 60, 600}},
		{"certain pour une part, en attente de la décision", debut + 37, func(e *Entree, d *registre.Du) {
			d.Etat, d.IJ = droit.Attente, 3000
			e.Questions = questions(dossier.QuestionSalaire, string(entreprise))
		}, Exposition{1, 3000, 30, 300}},
		{"maladie", debut + 37, func(_ *Entree, d *registre.Du) { d.Risque = droit.Maladie }, Exposition{}},
		{"sans compte", debut + 37, func(e *Entree, d *registre.Du) {
			e.Retenues = []paiement.Retenue{{Motif: paiement.AttendCompte, Destinataire: registre.Assure, Details: []paiement.JourRetenu{{Cle: d.Cle, Brut: 10000}}}}
		}, Exposition{}},
	} {
		e := base(c.jour)
		e.Recus = []Reception{{v.P(debut, fin), debut}}
		d := leJour(droit.Paye, 10000)
		d.Risque = droit.AccidentTravail
		c.change(e, &d)
		e.Dus = []registre.Du{d}
		if got, err := Exposer(p, e); err != nil || got != c.veut {
			t.Errorf("%s : %+v, attendu %+v (%v)", c.nom, got, c.veut, err)
		}
	}
	x := Exposition{1, 10000, 100, 1000}
	if dit := x.Dire(); !strings.Contains(dit, "(1 jour, 100,00 €) : astreinte encourue de 10,00 €") {
		t.Error(dit)
	}
}
