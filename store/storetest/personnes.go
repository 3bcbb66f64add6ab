package storetest

import (
	"fmt"
	"slices"
	"strings"

	"accord/app"
	"accord/registre"
	v "accord/valeur"
)

var personnes = []essai{
	{"créer puis retrouver", func(b *banc) {
		b.refuser(app.ErrAbsent, func(tx app.Tx) error {
			_, err := tx.Personne(nir(1), false, false)
			return err
		})
		id := b.personne(1)
		if autre := b.personne(1); autre != id {
			b.Fatalf("la même personne a deux identifiants : %s et %s", id, autre)
		}
		b.egal(relire(b, func(tx app.Tx) (string, error) { return tx.Personne(nir(1), false, false) }), id)
		b.lire(func(tx app.Tx) error {
			n, essai, err := tx.NIR(id)
			if n != nir(1) || essai {
				b.Errorf("NIR %s, essai %v", n.Clair(), essai)
			}
			return err
		})
	}},
	{"un NIR vide ne désigne personne", func(b *banc) {
		b.refuser(nil, func(tx app.Tx) error {
			_, err := tx.Personne("", false, true)
			return err
		})
	}},
	{"l'identifiant suit du NIR et de la clé, pas de l'ordre", func(b *banc) {
		autre := &banc{T: b.T, Store: b.open(b.T)}
		var ici, ailleurs []string
		for i := range 20 {
			ici = append(ici, b.personne(i))
		}
		for i := 19; i >= 0; i-- {
			ailleurs = append(ailleurs, autre.personne(i))
		}
		slices.Reverse(ailleurs)
		b.egal(ailleurs, ici)
		for i, id := range ici {
			if len(id) != 12 || strings.Trim(id, "0123456789ABCDEFGHJKMNPQRSTVWXYZ") != "" {
				b.Errorf("identifiant «%s»", id)
			}
			if strings.Contains(id, nir(i).Clair()[9:]) && i > 0 {
				b.Errorf("l'identifiant %s laisse voir le numéro %s", id, nir(i).Clair())
			}
		}
	}},
	{"les fichiers d'essai font une autre personne", func(b *banc) {
		vraie := b.personne(1)
		var essai string
		b.ecrire(func(tx app.Tx) (err error) {
			essai, err = tx.Personne(nir(1), true, true)
			return err
		})
		if essai == vraie {
			b.Fatal("la personne des fichiers d'essai est la vraie")
		}
		b.lire(func(tx app.Tx) error {
			n, estEssai, err := tx.NIR(essai)
			if n != nir(1) || !estEssai {
				b.Errorf("NIR %s, essai %v", n.Clair(), estEssai)
			}
			return err
		})
	}},
	{"énumérer par pages", func(b *banc) {
		var ids []string
		b.ecrire(func(tx app.Tx) error {
			for i := range 25 {
				id, err := tx.Personne(nir(i), false, true)
				if err != nil {
					return err
				}
				ids = append(ids, id)
			}
			return nil
		})
		slices.Sort(ids)
		var lus []string
		for apres := ""; ; apres = lus[len(lus)-1] {
			page := relire(b, func(tx app.Tx) ([]string, error) { return tx.Personnes(apres, 10) })
			if len(page) == 0 {
				break
			}
			lus = append(lus, page...)
		}
		b.egal(lus, ids)
	}},
	{"une personne inconnue est absente", func(b *banc) {
		inconnue := "000000000000"
		for nom, f := range map[string]func(tx app.Tx) error{
			"Verrouiller":    func(tx app.Tx) error { return tx.Verrouiller(inconnue) },
			"NIR":            func(tx app.Tx) error { _, _, err := tx.NIR(inconnue); return err },
			"Faits":          func(tx app.Tx) error { _, err := tx.Faits(inconnue); return err },
			"AjouterFaits":   func(tx app.Tx) error { return tx.AjouterFaits(inconnue, 1, exemples()) },
			"AjouterPiece":   func(tx app.Tx) error { _, err := tx.AjouterPiece(piece(inconnue, "p")); return err },
			"Pieces":         func(tx app.Tx) error { _, err := tx.Pieces(inconnue); return err },
			"Principale":     func(tx app.Tx) error { _, err := tx.Principale(inconnue); return err },
			"Rattachees":     func(tx app.Tx) error { _, err := tx.Rattachees(inconnue); return err },
			"Rattacher":      func(tx app.Tx) error { return tx.Rattacher(inconnue, "") },
			"VerifierChaine": func(tx app.Tx) error { return tx.VerifierChaine(inconnue) },
			"Effacer":        func(tx app.Tx) error { return tx.Effacer(inconnue) },
			"Projeter":       func(tx app.Tx) error { return tx.Projeter(app.Projection{Personne: inconnue}) },
			"Declarer":       func(tx app.Tx) error { return tx.Declarer(app.Declaration{}, inconnue) },
			"Poser":          func(tx app.Tx) error { return tx.Poser(inconnue, []registre.Pose{pose(1, 0, 1)}) },
			"AjouterOrdre":   func(tx app.Tx) error { return tx.AjouterOrdre(ordre(inconnue, "O", lundi)) },
			"AjouterTravail": func(tx app.Tx) error { return tx.AjouterTravail(app.Travail{Cle: "c", Genre: "g", Personne: inconnue}) },
			"AjouterMessage": func(tx app.Tx) error { return tx.AjouterMessage(app.Message{Cle: "c", Personne: inconnue}) },
			"PersonneDe":     func(tx app.Tx) error { _, err := tx.PersonneDe("D"); return err },
			"Ordre":          func(tx app.Tx) error { _, err := tx.Ordre("O"); return err },
			"Lot":            func(tx app.Tx) error { _, err := tx.Lot("L"); return err },
			"MajLot":         func(tx app.Tx) error { return tx.MajLot(app.Lot{ID: "L", Etat: "emis"}) },
			"Fichier":        func(tx app.Tx) error { _, err := tx.Fichier("F"); return err },
			"FinirTravail":   func(tx app.Tx) error { return tx.FinirTravail("T", 1) },
			"Passer":         func(tx app.Tx) error { return tx.Passer(ordre(inconnue, "O", lundi), acte("O", "signe", "A")) },
		} {
			if err := erreur(b.Update(b.Context(), f), app.ErrAbsent); err != nil {
				b.Error(fmt.Errorf("%s : %w", nom, err))
			}
		}
		b.egal(relire(b, func(tx app.Tx) ([]string, error) { return tx.Personnes("", 10) }), []string{})
	}},
	{"les formes provisoires du NIR", func(b *banc) {
		for _, n := range []v.NIR{"7100000000001", "5112345678901", "1850520A00604"} {
			var id string
			b.ecrire(func(tx app.Tx) (err error) {
				id, err = tx.Personne(n, false, true)
				return err
			})
			b.lire(func(tx app.Tx) error {
				lu, _, err := tx.NIR(id)
				if lu != n {
					b.Errorf("%s au lieu de %s", lu.Clair(), n.Clair())
				}
				return err
			})
		}
	}},
}
