package storetest

import (
	"fmt"
	"slices"
	"strings"

	"accord/app"
	"accord/droit"
	"accord/registre"
	"accord/suivi"
	v "accord/valeur"

	"pgregory.net/rapid"
)

var projections = []essai{
	{"le registre revient jour par jour", func(b *banc) {
		id := b.personne(1)
		tous := append(dus(40, droit.Paye, 3287), dus(5, droit.Attente, 0)...)
		for i := range 5 {
			tous[40+i].Ligne = "autre"
		}
		melange := slices.Clone(tous)
		slices.Reverse(melange)
		b.ecrire(func(tx app.Tx) error { return tx.Projeter(app.Projection{Personne: id, Dus: melange}) })
		b.egal(relire(b, func(tx app.Tx) ([]registre.Du, error) { return tx.Registre(id) }), tous)
		if melange[0].Ligne != "autre" {
			b.Error("la tranche donnée a été triée")
		}
		b.ecrire(func(tx app.Tx) error { return tx.Projeter(app.Projection{Personne: id, Dus: tous[:3]}) })
		b.egal(relire(b, func(tx app.Tx) ([]registre.Du, error) { return tx.Registre(id) }), tous[:3])
	}},
	{"n'importe quel registre", func(b *banc) {
		id := b.personne(1)
		rapid.Check(b.T, func(t *rapid.T) {
			var ds []registre.Du
			for _, ligne := range []string{"L1", "L1é", "L2"} {
				for j := range rapid.IntRange(0, 9).Draw(t, "jours") {
					if rapid.Bool().Draw(t, "présent") {
						d := dus(1, rapid.SampledFrom([]droit.Etat{droit.Paye, droit.Refuse}).Draw(t, "état"), v.Centimes(rapid.IntRange(0, 2).Draw(t, "ij")))[0]
						d.Jour, d.Ligne = lundi+v.Jour(j), ligne
						ds = append(ds, d)
					}
				}
			}
			if err := b.Update(b.Context(), func(tx app.Tx) error {
				if err := tx.Projeter(app.Projection{Personne: id, Dus: ds}); err != nil {
					return err
				}
				relus, err := tx.Registre(id)
				if !slices.Equal(relus, ds) {
					t.Fatalf("relu %v, donné %v", relus, ds)
				}
				return err
			}); err != nil {
				t.Fatal(err)
			}
		})
	}},
	{"un jour deux fois est refusé", func(b *banc) {
		id := b.personne(1)
		b.refuser(nil, func(tx app.Tx) error {
			return tx.Projeter(app.Projection{Personne: id, Dus: append(dus(3, droit.Paye, 1), dus(1, droit.Refuse, 0)...)})
		})
	}},
	{"les lignes d'une personne reviennent, avec leurs jours impayés", func(b *banc) {
		id, autre := b.personne(1), b.personne(2)
		un := app.Resume{Dossier: "D1", Personne: id, Nom: "Élise", Debut: lundi, Fin: lundi + 20, PlusAncien: lundi + 3, Jours: 5, DuBrut: 16435, Attend: "assure", AVoirLe: lundi + 9, CalculeLe: lundi + 8,
			Taches: 2, Priorite: suivi.Priorite{Pourcent: 150, Socle: 700}, Impayes: []suivi.Impaye{{Du: lundi + 3, Au: lundi + 5, Montant: 3287}, {Du: lundi + 7, Au: lundi + 8, Montant: 1}}}
		deux := app.Resume{Dossier: "D2", Personne: id, Nom: "Élise", Debut: lundi + 30, Fin: lundi + 40, Priorite: suivi.Priorite{Pourcent: 100}}
		b.ecrire(func(tx app.Tx) error {
			return tx.Projeter(app.Projection{Personne: id, Resumes: []app.Resume{deux, un}})
		})
		b.ecrire(func(tx app.Tx) error {
			return tx.Projeter(app.Projection{Personne: autre, Resumes: []app.Resume{{Dossier: "D3", Personne: autre, Priorite: suivi.Priorite{Pourcent: 100}}}})
		})
		b.egal(relire(b, func(tx app.Tx) ([]app.Resume, error) { return tx.Resumes(id) }), []app.Resume{un, deux})
		b.ecrire(func(tx app.Tx) error { return tx.Projeter(app.Projection{Personne: id}) })
		b.egal(relire(b, func(tx app.Tx) ([]app.Resume, error) { return tx.Resumes(id) }), []app.Resume{})
	}},
	{"la liste des dossiers", essaiDossiers},
	{"l'ordre de préjudice", essaiPrejudice},
	{"n'importe quel préjudice, n'importe quel jour", essaiPrejudiceTire},
	{"un dossier change de mains ou disparaît", func(b *banc) {
		id := b.personne(1)
		b.egal(relire(b, func(tx app.Tx) (bool, error) { return tx.ADossier(id) }), false)
		b.projeter(id, app.Resume{Dossier: "D1"}, app.Resume{Dossier: "D2"})
		b.egal(relire(b, func(tx app.Tx) (bool, error) { return tx.ADossier(id) }), true)
		b.egal(relire(b, func(tx app.Tx) (string, error) { return tx.PersonneDe("D2") }), id)
		b.projeter(id, app.Resume{Dossier: "D2"})
		b.refuser(app.ErrAbsent, func(tx app.Tx) error { _, err := tx.PersonneDe("D1"); return err })
		autre := b.personne(2)
		b.refuser(nil, func(tx app.Tx) error { // a dossier belongs to one person
			return tx.Projeter(app.Projection{Personne: autre, Resumes: []app.Resume{{Dossier: "D2"}}})
		})
	}},
	{"ceux à voir, par pages", func(b *banc) {
		var attendus []string
		for i := range 30 {
			id := b.personne(i)
			r := app.Resume{Dossier: id + "-1", AVoirLe: lundi + v.Jour(i%3)}
			if i%5 == 0 {
				r.AVoirLe = 0
			}
			b.projeter(id, r, app.Resume{Dossier: id + "-2", AVoirLe: r.AVoirLe})
			if r.AVoirLe != 0 && r.AVoirLe <= lundi+1 {
				attendus = append(attendus, id)
			}
		}
		trier(attendus)
		var lus []string
		for apres := ""; ; apres = lus[len(lus)-1] {
			page := relire(b, func(tx app.Tx) ([]string, error) { return tx.AVoir(lundi+1, apres, 4) })
			if len(page) == 0 {
				break
			}
			lus = append(lus, page...)
		}
		b.egal(lus, attendus)
	}},
}

func trier(ids []string) { slices.Sort(ids) }

func (b *banc) projeter(id string, rs ...app.Resume) {
	b.Helper()
	b.ecrire(func(tx app.Tx) error { return tx.Projeter(app.Projection{Personne: id, Resumes: rs}) })
}

func essaiDossiers(b *banc) {
	id1, id2 := b.personne(1), b.personne(2)
	complet := app.Resume{
		Dossier: "D5", Personne: id1, Nom: "LEFÈVRE ZOÉ", Debut: lundi, Fin: lundi + 30, PlusAncien: lundi + 9, Jours: 12, DuBrut: 39444,
		Attend: "employeur:73282932000074", AVoirLe: lundi + 10, Test: true, Taches: 3, Priorite: suivi.Priorite{Pourcent: 250, Socle: 500000},
	}
	b.projeter(id1, complet, app.Resume{Dossier: "D1", Nom: "A"}, app.Resume{Dossier: "D3", PlusAncien: lundi + 3, Attend: "assure"})
	b.projeter(id2, app.Resume{Dossier: "D0"}, app.Resume{Dossier: "D4", PlusAncien: lundi + 9, Attend: "employe"},
		app.Resume{Dossier: "D2", PlusAncien: lundi + 20, Attend: "employeur:35600000000048"})
	for _, cas := range []struct {
		filtre  app.Filtre
		attendu string
		compte  int
	}{
		{app.Filtre{}, "D3 D4 D5 D2 D0 D1", 6},
		{app.Filtre{Max: 2}, "D3 D4", 6},
		{app.Filtre{Saut: 4, Max: 10}, "D0 D1", 6},
		{app.Filtre{Saut: 9}, "", 6},
		{app.Filtre{Attend: "employeur"}, "D5 D2", 2},
		{app.Filtre{Attend: "employeur:35"}, "D2", 1},
		{app.Filtre{Attend: "é"}, "", 0},
		{app.Filtre{Impayes: true}, "D3 D4 D5 D2", 4},
		{app.Filtre{Impayes: true, Avant: lundi + 9}, "D3", 1},
		{app.Filtre{Impayes: true, Avant: lundi + 10}, "D3 D4 D5", 3},
		{app.Filtre{Avant: lundi + 10}, "D3 D4 D5 D2 D0 D1", 6},
		{app.Filtre{Attend: "employe", Impayes: true, Avant: lundi + 12, Saut: 1, Max: 1}, "D5", 2},
	} {
		b.lire(func(tx app.Tx) error {
			rs, err := tx.Dossiers(cas.filtre)
			if err != nil {
				return err
			}
			var noms []string
			for _, r := range rs {
				noms = append(noms, r.Dossier)
			}
			n, err := tx.Compter(cas.filtre)
			if lus := strings.Join(noms, " "); lus != cas.attendu || n != cas.compte {
				b.Errorf("%+v : «%s» (%d), attendu «%s» (%d)", cas.filtre, lus, n, cas.attendu, cas.compte)
			}
			return err
		})
	}
	rs := relire(b, func(tx app.Tx) ([]app.Resume, error) { return tx.Dossiers(app.Filtre{}) })
	b.egal(rs[2], complet)
	b.egal(fmt.Sprint(rs[5].Dossier, rs[5].PlusAncien, rs[5].Personne, rs[5].Nom), "D1"+id1+"A")
}
