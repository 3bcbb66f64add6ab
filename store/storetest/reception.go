package storetest

import (
	"errors"
	"fmt"

	"accord/app"
	"accord/dossier"
	v "accord/valeur"
)

var reception = []essai{
	{"un fichier et ses anomalies", func(b *banc) {
		f := app.FichierRecu{
			Empreinte: empreinte("f"), Nom: "dsn de Zoé.txt", Format: "DSN P26V01", Taille: 1234, RecuLe: 5, Test: true, Pieces: 3, Anomalies: 3, Perdues: 2,
		}
		anomalies := []app.Anomalie{
			{Ligne: 12, Rubrique: "S21.G00.30.001", Trouve: "1 85", Attendu: "13 chiffres", Phrase: "Le NIR…", Gravite: app.Ecartee, Extrait: []byte{0, 255, '\n'}},
			{Gravite: app.Signalee, Phrase: "rien de perdu"},
			{Ligne: 99, Gravite: app.Illisible, Extrait: []byte{}},
		}
		for range 2 { // a second reception changes nothing
			b.ecrire(func(tx app.Tx) error { return tx.AjouterFichier(f, anomalies) })
		}
		b.egal(relire(b, func(tx app.Tx) (app.FichierRecu, error) { return tx.Fichier(f.Empreinte) }), f)
		b.egal(relire(b, func(tx app.Tx) ([]app.Anomalie, error) { return tx.Anomalies(f.Empreinte) }), anomalies)
		b.egal(relire(b, func(tx app.Tx) ([]app.Anomalie, error) { return tx.Anomalies(empreinte("autre")) }), []app.Anomalie{})
	}},
	{"les fichiers, le dernier reçu d'abord", func(b *banc) {
		b.ecrire(func(tx app.Tx) error {
			for i := range 5 {
				if err := tx.AjouterFichier(app.FichierRecu{Empreinte: empreinte(fmt.Sprint(i)), Nom: fmt.Sprint(i), RecuLe: int64(i * 3 % 5)}, nil); err != nil {
					return err
				}
			}
			return nil
		})
		noms := ""
		for _, f := range relire(b, func(tx app.Tx) ([]app.FichierRecu, error) { return tx.Fichiers(4) }) {
			noms += f.Nom
		}
		b.egal(noms, "3142")
	}},
	{"beaucoup d'anomalies", func(b *banc) {
		anomalies := make([]app.Anomalie, 2000)
		for i := range anomalies {
			anomalies[i] = app.Anomalie{Ligne: i, Phrase: fmt.Sprint("ligne ", i), Gravite: app.Signalee}
		}
		b.ecrire(func(tx app.Tx) error { return tx.AjouterFichier(app.FichierRecu{Empreinte: empreinte("f")}, anomalies) })
		b.egal(relire(b, func(tx app.Tx) ([]app.Anomalie, error) { return tx.Anomalies(empreinte("f")) }), anomalies)
	}},
	{"une pièce n'entre qu'une fois", func(b *banc) {
		id, autre := b.personne(1), b.personne(2)
		p := piece(id, "avis")
		p.Medical = []byte("diagnostic")
		for i, attendu := range []bool{true, false} {
			var neuve bool // as the run that is kept was told
			b.ecrire(func(tx app.Tx) (err error) {
				neuve, err = tx.AjouterPiece(p)
				return err
			})
			if neuve != attendu {
				b.Errorf("essai %d : neuve %v", i, neuve)
			}
		}
		var neuves [2]bool
		b.ecrire(func(tx app.Tx) (err error) { // twice in one transaction, too
			q := piece(autre, "autre")
			q.Extrait, q.RecuLe = nil, p.RecuLe+1
			if neuves[0], err = tx.AjouterPiece(q); err != nil {
				return err
			}
			neuves[1], err = tx.AjouterPiece(q)
			return err
		})
		if neuves != [2]bool{true, false} {
			b.Errorf("la même pièce deux fois dans la transaction : %v", neuves)
		}
		b.ecrire(func(tx app.Tx) error { // and f is run again when it fails because it was told wrong
			neuve, err := tx.AjouterPiece(p)
			if neuve {
				err = errors.New("elle n'est pas neuve")
			}
			return err
		})
		p.Medical = nil // closed, and never given back
		b.egal(relire(b, func(tx app.Tx) ([]app.PieceRecue, error) { return tx.Pieces(id) }), []app.PieceRecue{p})
	}},
	{"les pièces dans l'ordre de réception", func(b *banc) {
		id := b.personne(1)
		b.ecrire(func(tx app.Tx) error {
			for i := range 6 {
				p := piece(id, fmt.Sprint("p", i))
				p.RecuLe, p.Du, p.Au = int64(i/2), 10-i, 100
				if _, err := tx.AjouterPiece(p); err != nil {
					return err
				}
			}
			return nil
		})
		noms := ""
		for _, p := range relire(b, func(tx app.Tx) ([]app.PieceRecue, error) { return tx.Pieces(id) }) {
			noms += p.NomFichier + " "
		}
		b.egal(noms, "p1.json p0.json p3.json p2.json p5.json p4.json ")
	}},
	{"les déclarations et ceux qu'elles nomment", essaiDeclarations},
}

func essaiDeclarations(b *banc) {
	id1, id2, id3 := b.personne(1), b.personne(2), b.personne(3)
	mars := app.Declaration{Employeur: "73282932000074", Nature: dossier.GenreMensuelle, Mois: v.NewJour(2026, 3, 1), Ordre: 1}
	remplace := mars
	remplace.Ordre, remplace.Remplace = 2, true
	autres := []app.Declaration{mars, mars, mars, mars}
	autres[0].Mois = v.NewJour(2026, 4, 1)
	autres[1].Employeur = "35600000000048"
	autres[2].Nature = dossier.GenreSignalement
	autres[3].Mois, autres[3].Identifiant = 0, "E1"
	b.ecrire(func(tx app.Tx) error {
		for range 2 {
			for _, d := range append(autres, remplace, mars) {
				if err := tx.AjouterDeclaration(d); err != nil {
					return err
				}
				if err := tx.Declarer(d, id3); err != nil {
					return err
				}
			}
			for _, id := range []string{id2, id1} {
				if err := tx.Declarer(mars, id); err != nil {
					return err
				}
			}
		}
		return nil
	})
	nommes := []string{id1, id2, id3}
	trier(nommes)
	connues := func(d app.Declaration) []app.DeclarationConnue {
		return relire(b, func(tx app.Tx) ([]app.DeclarationConnue, error) { return tx.Declarations(d) })
	}
	// People are given for what d comes after.
	b.egal(connues(remplace), []app.DeclarationConnue{{Declaration: mars, Personnes: nommes}, {Declaration: remplace}})
	b.egal(connues(mars), []app.DeclarationConnue{{Declaration: mars}, {Declaration: remplace}})
	annule := remplace
	annule.Ordre = 9
	b.egal(connues(annule), []app.DeclarationConnue{
		{Declaration: mars, Personnes: nommes}, {Declaration: remplace, Personnes: []string{id3}},
	})
	b.egal(connues(autres[3]), []app.DeclarationConnue{{Declaration: autres[3]}})
	b.ecrire(func(tx app.Tx) error { // and inside a transaction that writes
		cs, err := tx.Declarations(annule)
		if len(cs) != 2 {
			b.Errorf("%d déclarations", len(cs))
		}
		return err
	})
}
