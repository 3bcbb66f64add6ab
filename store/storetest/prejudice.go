package storetest

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"accord/app"
	"accord/suivi"
	v "accord/valeur"

	"pgregory.net/rapid"
)

// impaye is a run of unpaid days, counted from the first day of the tests.
func impaye(du, au int, montant v.Centimes) suivi.Impaye {
	return suivi.Impaye{Du: lundi + v.Jour(du), Au: lundi + v.Jour(au), Montant: montant}
}

// simple is the priority of a dossier on which nothing was signalled.
var simple = suivi.Priorite{Pourcent: 100}

// essaiPrejudice lists by harm, on several days: the figures are worked out by hand.
func essaiPrejudice(b *banc) {
	id1, id2 := b.personne(1), b.personne(2)
	b.projeter(id1,
		app.Resume{Dossier: "VIEUX", PlusAncien: lundi, Impayes: []suivi.Impaye{impaye(0, 1, 1000)}, Priorite: simple, Attend: "assure"},
		app.Resume{Dossier: "GROS", PlusAncien: lundi + 4, Impayes: []suivi.Impaye{impaye(4, 20, 5000)}, Priorite: simple, Attend: "technicien", Taches: 2},
		app.Resume{Dossier: "CLOS", Priorite: simple},
		app.Resume{Dossier: "REPONDRE", Taches: 1, Priorite: simple},
		app.Resume{Dossier: "SIGNER", Attend: "ordonnateur", Priorite: simple}) // nothing of it is owed, and it is work
	b.projeter(id2, app.Resume{Dossier: "URGENT", PlusAncien: lundi + 4, Impayes: []suivi.Impaye{impaye(4, 4, 1000), impaye(4, 4, 2000)}, Priorite: suivi.Priorite{Pourcent: 300, Socle: 7000}, Taches: 1})
	for _, cas := range []struct {
		filtre  app.Filtre
		attendu string // dossiers and their harm
		compte  int
	}{
		// The day 5: VIEUX 1000×5 + 1000×4; GROS 5000×1; URGENT (1000+2000)×1, three times, and 7000.
		{app.Filtre{Avant: lundi + 5}, "URGENT 3000, VIEUX 9000, GROS 5000, REPONDRE 0, SIGNER 0", 5},
		// The day 7: VIEUX 1000×(7+6); GROS 5000×(3+2+1); URGENT 3000×3, three times, and 7000.
		{app.Filtre{Avant: lundi + 7}, "URGENT 9000, GROS 30000, VIEUX 13000, REPONDRE 0, SIGNER 0", 5},
		// The day 30: VIEUX 1000×(30+29); GROS 5000×(26+25+…+10), seventeen days; URGENT 3000×26.
		{app.Filtre{Avant: lundi + 30}, "GROS 1530000, URGENT 78000, VIEUX 59000, REPONDRE 0, SIGNER 0", 5},
		{app.Filtre{Avant: lundi}, "URGENT 0, VIEUX 0, GROS 0, REPONDRE 0, SIGNER 0", 5},
		{app.Filtre{}, "URGENT 0, VIEUX 0, GROS 0, REPONDRE 0, SIGNER 0", 5},
		{app.Filtre{Avant: lundi + 7, Taches: true}, "URGENT 9000, GROS 30000, REPONDRE 0", 3},
		{app.Filtre{Avant: lundi + 7, Taches: true, Attend: "technicien"}, "GROS 30000", 1},
		{app.Filtre{Avant: lundi + 4, Impayes: true}, "VIEUX 7000", 1},
		{app.Filtre{Avant: lundi + 7, Saut: 1, Max: 2}, "GROS 30000, VIEUX 13000", 5},
	} {
		cas.filtre.Ordre = app.ParPrejudice
		rs := relire(b, func(tx app.Tx) ([]app.Resume, error) { return tx.Dossiers(cas.filtre) })
		n := relire(b, func(tx app.Tx) (int, error) { return tx.Compter(cas.filtre) })
		if lus := rangs(rs); lus != cas.attendu || n != cas.compte {
			b.Errorf("%+v : «%s» (%d), attendu «%s» (%d)", cas.filtre, lus, n, cas.attendu, cas.compte)
		}
	}
	// The list of all says the same harm, and keeps the tasks apart too.
	tous := relire(b, func(tx app.Tx) ([]app.Resume, error) { return tx.Dossiers(app.Filtre{Avant: lundi + 7}) })
	b.egal(rangs(tous), "VIEUX 13000, GROS 30000, URGENT 9000, CLOS 0, REPONDRE 0, SIGNER 0")
	b.egal(relire(b, func(tx app.Tx) (int, error) { return tx.Compter(app.Filtre{Taches: true}) }), 3)
	b.projeter(id1, app.Resume{Dossier: "VIEUX", PlusAncien: lundi, Impayes: []suivi.Impaye{impaye(0, 0, 1)}, Priorite: simple})
	tous = relire(b, func(tx app.Tx) ([]app.Resume, error) {
		return tx.Dossiers(app.Filtre{Avant: lundi + 7, Ordre: app.ParPrejudice})
	})
	b.egal(rangs(tous), "URGENT 9000, VIEUX 7")
}

func rangs(rs []app.Resume) string {
	mots := make([]string, len(rs))
	for i, r := range rs {
		mots[i] = fmt.Sprint(r.Dossier, " ", int64(r.Prejudice))
	}
	return strings.Join(mots, ", ")
}

// essaiPrejudiceTire compares the base with the domain on drawn dossiers.
func essaiPrejudiceTire(b *banc) {
	id := b.personne(1)
	rapid.Check(b.T, func(t *rapid.T) {
		jour := lundi + v.Jour(rapid.IntRange(-5, 60).Draw(t, "jour"))
		var rs []app.Resume
		for i := range rapid.IntRange(1, 5).Draw(t, "dossiers") {
			r := app.Resume{Dossier: fmt.Sprint("D", i), PlusAncien: lundi, Priorite: suivi.Priorite{
				Pourcent: rapid.SampledFrom([]int{100, 150, 300}).Draw(t, "poids"), Socle: v.Centimes(rapid.IntRange(0, 500).Draw(t, "socle")),
			}}
			for range rapid.IntRange(0, 4).Draw(t, "suites") {
				du := rapid.IntRange(0, 40).Draw(t, "du")
				r.Impayes = append(r.Impayes, impaye(du, du+rapid.IntRange(0, 20).Draw(t, "durée"), v.Centimes(rapid.IntRange(1, 9999).Draw(t, "montant"))))
			}
			r.Prejudice = suivi.Prejudice(r.Impayes, jour)
			rs = append(rs, r)
		}
		var lus []app.Resume
		if err := b.Update(b.Context(), func(tx app.Tx) (err error) {
			if err = tx.Projeter(app.Projection{Personne: id, Resumes: rs}); err == nil {
				lus, err = tx.Dossiers(app.Filtre{Avant: jour, Ordre: app.ParPrejudice})
			}
			return err
		}); err != nil {
			t.Fatal(err)
		}
		slices.SortStableFunc(rs, func(a, b app.Resume) int {
			return cmp.Compare(b.Priorite.Rang(b.Prejudice), a.Priorite.Rang(a.Prejudice))
		})
		if rangs(lus) != rangs(rs) {
			t.Fatalf("la base dit %s, le domaine %s", rangs(lus), rangs(rs))
		}
	})
}
