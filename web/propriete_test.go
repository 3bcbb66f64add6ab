package web

import (
	"testing"

	"pgregory.net/rapid"

	"accord/app"
	"accord/decision"
	"accord/droit"
	"accord/libelle"
	"accord/paiement"
	"accord/registre"
	v "accord/valeur"
)

// dessinerVue draws a dossier of one line: any states, any payments.
func dessinerVue(r *rapid.T) *app.Vue {
	n := rapid.IntRange(1, 120).Draw(r, "jours")
	du := aujourdhui - v.Jour(rapid.IntRange(0, 150).Draw(r, "début"))
	vue := vueSimple("TIRAGE000001", "TIRAGE", "", false, du, du+v.Jour(n-1))
	num := app.NumeroDossier(vue.Personne, &vue.Etapes[0].Chaine)
	vue.Numero, vue.Dus, vue.Retenues = num, nil, nil
	etats := []droit.Etat{droit.Paye, droit.Paye, droit.Paye, droit.Carence, droit.NonPrescrit, droit.Refuse, droit.Suspendu, droit.Attente, droit.Epuise, droit.NonCumul, droit.Travaille, droit.AChargeEmployeur}
	poses := map[paiement.Etat][]paiement.JourLigne{}
	for d := du; d < du+v.Jour(n); d++ {
		x := registre.Du{Cle: registre.Cle{Jour: d, Ligne: lignePain, Risque: droit.Maladie}, Dossier: num, Etat: rapid.SampledFrom(etats).Draw(r, "état"), Regle: "MAL-BAS-04"}
		if x.Etat == droit.Paye || x.Etat == droit.Attente {
			x.IJ, x.Destinataire = v.Centimes(rapid.IntRange(0, 5000).Draw(r, "ij")), registre.Assure
		}
		vue.Dus = append(vue.Dus, x)
		e := rapid.SampledFrom([]paiement.Etat{"", "", paiement.Emis, paiement.Signe, paiement.Annule}).Draw(r, "ordre")
		if e != "" {
			poses[e] = append(poses[e], paiement.JourLigne{Jour: d, Brut: rapid.SampledFrom([]v.Centimes{x.IJ, 1000}).Draw(r, "payé")})
		}
	}
	for _, e := range []paiement.Etat{paiement.Emis, paiement.Signe, paiement.Annule} {
		if len(poses[e]) > 0 {
			o := ordre("ORDRE"+string(e), num, lignePain, registre.Assure, e, aujourdhui, du, du, 0)
			o.Lignes[0].Jours = poses[e]
			vue.Ordres = append(vue.Ordres, o)
		}
	}
	vue.Proposees = decision.Proposer(vue.Dus, nil)
	return vue
}

// TestUnJourUneFois: whatever the dossier, each day stands once in the
// calendar, in the runs and in the balance, and the balance is that of the
// register.
func TestUnJourUneFois(t *testing.T) {
	table := nouveauBureau(t).table
	rapid.Check(t, func(r *rapid.T) {
		vue := dessinerVue(r)
		f := nouvelleFiche(vue, table)
		cases, suites := 0, 0
		for _, m := range f.calendrier() {
			for _, s := range m.Semaines {
				for _, c := range s {
					cases += len(c.Pastilles)
				}
			}
		}
		as := f.attentes()
		for _, g := range f.suites(as) {
			for _, s := range g.Suites {
				suites += s.Jours
			}
		}
		if cases != len(vue.Dus) || suites != len(vue.Dus) {
			r.Fatalf("%d jours, %d au calendrier, %d en suites", len(vue.Dus), cases, suites)
		}
		verifierSommes(r, vue, f.sommes(as))
	})
}

func verifierSommes(r *rapid.T, vue *app.Vue, ss []somme) {
	var emises []registre.Pose
	for _, o := range vue.Ordres {
		if parti(o) {
			emises = append(emises, o.Poses()...)
		}
	}
	b := registre.Etablir(vue.Dus, emises, v.JourMax)
	jours := map[libelle.Aspect]int{}
	var verse v.Centimes
	for _, s := range ss {
		jours[s.Aspect] += s.Jours
		if s.Aspect == libelle.Verse {
			verse = s.Brut
		}
	}
	if verse != b.Verse {
		r.Fatalf("payé %s, le registre dit %s", verse, b.Verse)
	}
	if n := jours[libelle.Attendu]; n != b.Attendus+b.SurCompte {
		r.Fatalf("%d jours attendus, le registre dit %d", n, b.Attendus+b.SurCompte)
	}
	for _, s := range ss {
		if s.Jours > 0 && s.Brut < 0 {
			r.Fatalf("«%s» est négatif : %s", s.Titre, s.Brut)
		}
	}
}
