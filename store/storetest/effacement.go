package storetest

import (
	"errors"

	"accord/app"
	"accord/dossier"
	"accord/paiement"
	"accord/registre"
)

var effacement = []essai{
	{"le contenu disparaît, la chaîne et les livres restent", func(b *banc) {
		id, temoin := b.personne(1), b.personne(3)
		b.ecrire(func(tx app.Tx) error {
			if err := tx.AjouterFaits(temoin, 1, exemples()); err != nil {
				return err
			}
			employeur := ordre(id, "E1", lundi)
			employeur.Destinataire = registre.Employeur("73282932000074")
			if err := tx.AjouterOrdre(employeur); err != nil {
				return err
			}
			p := piece(id, "médicale")
			p.Medical = []byte("diagnostic")
			if _, err := tx.AjouterPiece(p); err != nil {
				return err
			}
			if err := tx.AjouterTravail(app.Travail{Cle: "reste", Genre: "g", Personne: id, Charge: "secret"}); err != nil {
				return err
			}
			return remplir(tx, id)
		})
		b.projeter(id, app.Resume{Dossier: "D1", Nom: "LEFÈVRE", AVoirLe: lundi})
		for range 2 {
			b.ecrire(func(tx app.Tx) error { return tx.Effacer(id) })
		}
		b.efface(id)
		b.lire(func(tx app.Tx) error {
			fs, err := tx.Faits(temoin)
			if len(fs) != len(exemples()) {
				b.Errorf("le voisin a %d faits", len(fs))
			}
			return err
		})
	}},
	{"effacer puis lire dans la même transaction", func(b *banc) {
		id := b.personne(1)
		b.refuser(app.ErrEfface, func(tx app.Tx) error {
			if err := tx.Effacer(id); err != nil {
				return err
			}
			_, err := tx.Faits(id)
			return err
		})
		b.lire(func(tx app.Tx) error { _, _, err := tx.NIR(id); return err }) // undone
	}},
	{"qui revient est une nouvelle personne", func(b *banc) {
		id := b.personne(1)
		b.ecrire(func(tx app.Tx) error { return tx.AjouterFaits(id, 1, exemples()) })
		b.ecrire(func(tx app.Tx) error { return tx.Effacer(id) })
		b.refuser(app.ErrEfface, func(tx app.Tx) error { _, err := tx.Personne(nir(1), false, false); return err })
		retour := b.personne(1)
		if retour == id {
			b.Fatal("le même identifiant sert deux fois")
		}
		b.ecrire(func(tx app.Tx) error { return tx.AjouterFaits(retour, 1, exemples()[:1]) })
		b.egal(relire(b, func(tx app.Tx) ([]dossier.Fait, error) { return tx.Faits(retour) }), exemples()[:1])
		b.lire(func(tx app.Tx) error { return errors.Join(tx.VerifierChaine(id), tx.VerifierChaine(retour)) })
		b.egal(b.personne(1), retour)
	}},
}

// efface checks what is left of a person filled by remplir.
func (b *banc) efface(id string) {
	b.Helper()
	for nom, f := range map[string]func(tx app.Tx) error{
		"NIR":            func(tx app.Tx) error { _, _, err := tx.NIR(id); return err },
		"Faits":          func(tx app.Tx) error { _, err := tx.Faits(id); return err },
		"Pieces":         func(tx app.Tx) error { _, err := tx.Pieces(id); return err },
		"Messages":       func(tx app.Tx) error { _, err := tx.Messages(id); return err },
		"AjouterFaits":   func(tx app.Tx) error { return tx.AjouterFaits(id, 1, exemples()) },
		"AjouterPiece":   func(tx app.Tx) error { _, err := tx.AjouterPiece(piece(id, "après")); return err },
		"Projeter":       func(tx app.Tx) error { return tx.Projeter(app.Projection{Personne: id}) },
		"AjouterMessage": func(tx app.Tx) error { return tx.AjouterMessage(app.Message{Cle: "après", Personne: id}) },
		"AjouterOrdre":   func(tx app.Tx) error { return tx.AjouterOrdre(ordre(id, "après", lundi)) },
	} {
		if err := erreur(b.Update(b.Context(), f), app.ErrEfface); err != nil {
			b.Errorf("%s : %v", nom, err)
		}
	}
	b.lire(func(tx app.Tx) error {
		attendus := map[string]paiement.Compte{"O1": {}, "E1": ordre(id, "E1", lundi).Compte}
		os, err := tx.Ordres(id)
		for _, o := range os {
			if o.Lot != map[string]string{"O1": "L1"}[o.ID] {
				b.Errorf("ordre %s : lot «%s»", o.ID, o.Lot)
			}
			if o.Feuille != nil || o.Compte != attendus[o.ID] || len(o.Lignes) != 3 || o.Total.Net != 41735 {
				b.Errorf("ordre %s : %+v", o.ID, o)
			}
		}
		if err != nil || len(os) != 2 {
			b.Errorf("%d ordres, %v", len(os), err)
		}
		ps, err := tx.Poses(id)
		if err != nil || len(ps) != 1 {
			b.Errorf("%d poses, %v", len(ps), err)
		}
		es, err := tx.Ecritures(id)
		if err != nil || len(es) != 1 {
			b.Errorf("%d écritures, %v", len(es), err)
		}
		ts, err := tx.Travaux(app.File{Nombre: 9})
		if err != nil || len(ts) != 1 || ts[0].Charge != "" || ts[0].Personne != id {
			b.Errorf("travaux %+v, %v", ts, err)
		}
		ds, err := tx.Declarations(app.Declaration{Employeur: "1", Ordre: 1})
		if err != nil || len(ds) != 1 || len(ds[0].Personnes) != 0 {
			b.Errorf("déclarations %+v, %v", ds, err)
		}
		rs, err := tx.Dossiers(app.Filtre{})
		if err != nil || len(rs) != 0 {
			b.Errorf("%d dossiers, %v", len(rs), err)
		}
		vus, err := tx.AVoir(lundi, "", 9)
		if err != nil || len(vus) != 0 {
			b.Errorf("%d personnes à voir, %v", len(vus), err)
		}
		ids, err := tx.Personnes("", 9)
		if err != nil || len(ids) != 3 { // listed, for the proofs
			b.Errorf("%d personnes, %v", len(ids), err)
		}
		return tx.VerifierChaine(id)
	})
}
