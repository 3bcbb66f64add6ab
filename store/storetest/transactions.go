package storetest

import (
	"context"
	"errors"

	"accord/app"
	"accord/decision"
	"accord/dossier"
	"accord/paiement"
	"accord/registre"
	"accord/suivi"
)

var errVoulue = errors.New("erreur voulue")

var transactions = []essai{
	{"une erreur annule tout", func(b *banc) {
		id := b.personne(1)
		b.refuser(errVoulue, func(tx app.Tx) error {
			if err := remplir(tx, id); err != nil {
				return err
			}
			return errVoulue
		})
		b.vide(id)
		b.ecrire(func(tx app.Tx) error { return remplir(tx, id) })
	}},
	{"une panique annule tout", func(b *banc) {
		id := b.personne(1)
		func() {
			defer func() {
				if r := recover(); r != errVoulue {
					b.Errorf("panique %v", r)
				}
			}()
			b.Update(context.Background(), func(tx app.Tx) error {
				if err := remplir(tx, id); err != nil {
					b.Error(err)
				}
				panic(errVoulue)
			})
		}()
		b.vide(id)
		b.ecrire(func(tx app.Tx) error { return remplir(tx, id) })
	}},
	{"une erreur oubliée condamne la transaction", func(b *banc) {
		id := b.personne(1)
		b.ecrire(func(tx app.Tx) error { return tx.Poser(id, []registre.Pose{pose(0, 0, 100)}) })
		b.refuser(nil, func(tx app.Tx) error {
			tx.AjouterFaits(id, 1, exemples())
			tx.Poser(id, []registre.Pose{pose(0, 0, 100)})
			return nil
		})
		b.egal(len(relire(b, func(tx app.Tx) ([]dossier.Fait, error) { return tx.Faits(id) })), 0)
	}},
	{"ne pas trouver n'est pas une faute", func(b *banc) {
		b.ecrire(func(tx app.Tx) error {
			if _, err := tx.Lot("L"); !errors.Is(err, app.ErrAbsent) {
				b.Errorf("%v", err)
			}
			_, err := tx.Personne(nir(1), false, true)
			return err
		})
		b.egal(len(relire(b, func(tx app.Tx) ([]string, error) { return tx.Personnes("", 9) })), 1)
	}},
	{"la lecture refuse d'écrire", func(b *banc) {
		id := b.personne(1)
		for nom, f := range ecritures(id) {
			var aussitot error
			b.View(context.Background(), func(tx app.Tx) error {
				aussitot = f(tx)
				return nil
			})
			if aussitot == nil {
				b.Errorf("%s a écrit pendant une lecture", nom)
			}
		}
		b.vide(id)
	}},
	{"la lecture est un instantané", func(b *banc) {
		id := b.personne(1)
		b.lire(func(tx app.Tx) error {
			avant, err := tx.Faits(id)
			if err != nil {
				return err
			}
			b.ecrire(func(tx app.Tx) error { return remplir(tx, id) })
			apres, err := tx.Faits(id)
			if err != nil {
				return err
			}
			ps, err := tx.Poses(id)
			if len(avant) != 0 || len(apres) != 0 || len(ps) != 0 {
				b.Errorf("l'instantané a bougé : %d puis %d faits, %d poses", len(avant), len(apres), len(ps))
			}
			return err
		})
	}},
	{"ce qui n'est pas validé ne se voit pas", func(b *banc) {
		id := b.personne(1)
		b.ecrire(func(tx app.Tx) error {
			if err := remplir(tx, id); err != nil {
				return err
			}
			b.vide(id)
			return nil
		})
	}},
	{"une transaction finie ne sert plus", func(b *banc) {
		var gardee app.Tx
		b.ecrire(func(tx app.Tx) error { gardee = tx; return nil })
		if _, err := gardee.Personne(nir(1), false, true); err == nil {
			b.Error("écriture après la fin")
		}
		b.egal(len(relire(b, func(tx app.Tx) ([]string, error) { return tx.Personnes("", 9) })), 0)
	}},
	{"un contexte annulé annule tout", func(b *banc) {
		id := b.personne(1)
		ctx, annuler := context.WithCancel(context.Background())
		err := b.Update(ctx, func(tx app.Tx) error {
			if err := remplir(tx, id); err != nil {
				return err
			}
			annuler()
			return nil
		})
		if !errors.Is(err, context.Canceled) {
			b.Errorf("erreur «%v»", err)
		}
		b.vide(id)
		b.ecrire(func(tx app.Tx) error { return remplir(tx, id) })
	}},
}

// ecritures names a call of each method that writes.
func ecritures(id string) map[string]func(app.Tx) error {
	return map[string]func(app.Tx) error{
		"Personne":     func(tx app.Tx) error { _, err := tx.Personne(nir(2), false, true); return err },
		"Verrouiller":  func(tx app.Tx) error { return tx.Verrouiller(id) },
		"AjouterFaits": func(tx app.Tx) error { return tx.AjouterFaits(id, 1, exemples()) },
		"Effacer":      func(tx app.Tx) error { return tx.Effacer(id) },
		"AjouterFichier": func(tx app.Tx) error {
			return tx.AjouterFichier(app.FichierRecu{Empreinte: empreinte("f"), Nom: "LEFÈVRE.txt"}, []app.Anomalie{{Trouve: "LEFÈVRE", Gravite: app.Signalee}})
		},
		"AjouterPiece": func(tx app.Tx) error {
			p := piece(id, "LEFÈVRE")
			p.Medical = []byte("diagnostic")
			_, err := tx.AjouterPiece(p)
			return err
		},
		"Declarer":           func(tx app.Tx) error { return tx.Declarer(app.Declaration{Employeur: "1"}, id) },
		"AjouterDeclaration": func(tx app.Tx) error { return tx.AjouterDeclaration(app.Declaration{Employeur: "1"}) },
		"Projeter": func(tx app.Tx) error {
			return tx.Projeter(app.Projection{Personne: id, Dus: dus(3, "paye", 5), Resumes: []app.Resume{{Dossier: "D1", Nom: "LEFÈVRE", Impayes: []suivi.Impaye{impaye(0, 2, 5)}}}, Gels: []app.GelRetenu{{Gel: "G", Jours: 1}}})
		},
		"AjouterGel":        ajouterGel(gel("G", decision.Arreter, lundi, 1)),
		"AjouterGesteAgent": ajouterGesteAgent(gesteAgent("A1", 1, decision.InscrireAgent)),
		"AjouterBordereau":  ajouterBordereau(bordereau("B1", decision.EtablirBordereau, 1)),
		"AjouterGesteRejeu": ajouterGesteRejeu(gesteRejeu("R1", decision.SignerRejeu, 1)),
		"AjouterOrdre":      func(tx app.Tx) error { return tx.AjouterOrdre(ordre(id, "O1", lundi)) },
		"Passer": func(tx app.Tx) error {
			return tx.Passer(&paiement.Ordre{ID: "O1"}, acte("O1", paiement.Signe, "A"))
		},
		"Poser":           func(tx app.Tx) error { return tx.Poser(id, []registre.Pose{pose(0, 0, 100)}) },
		"AjouterEcriture": func(tx app.Tx) error { return tx.AjouterEcriture(ecriture("e", id, 1000)) },
		"AjouterLot": func(tx app.Tx) error {
			return tx.AjouterLot(app.Lot{ID: "L1", Etat: paiement.LotPrepare, Ordres: []string{"O1"}, Fichier: []byte("LEFÈVRE")})
		},
		"MajLot": func(tx app.Tx) error { return tx.MajLot(app.Lot{ID: "L1", Etat: paiement.LotEmis}) },
		"AjouterTravail": func(tx app.Tx) error {
			return tx.AjouterTravail(app.Travail{Cle: "t", Genre: "g", Personne: id, Charge: "LEFÈVRE"})
		},
		"FinirTravail": func(tx app.Tx) error { return tx.FinirTravail("t", 1) },
		"AjouterMessage": func(tx app.Tx) error {
			return tx.AjouterMessage(app.Message{Cle: "m", Personne: id, Corps: "LEFÈVRE"})
		},
	}
}

// Remplir writes a little of everything about a person, in every table of a
// base, for the tests of one database.
func Remplir(tx app.Tx, personne string) error { return remplir(tx, personne) }

func remplir(tx app.Tx, id string) error {
	fs := ecritures(id)
	for _, nom := range []string{
		"Personne", "AjouterFaits", "AjouterFichier", "AjouterPiece", "Declarer", "AjouterDeclaration", "Projeter", "AjouterOrdre",
		"Passer", "Poser", "AjouterEcriture", "AjouterLot", "MajLot", "AjouterTravail", "FinirTravail", "AjouterMessage", "AjouterGel", "AjouterGesteAgent", "AjouterBordereau", "AjouterGesteRejeu",
	} {
		if err := fs[nom](tx); err != nil {
			return err
		}
	}
	return nil
}

// vide checks that nothing of what remplir writes is there.
func (b *banc) vide(id string) {
	b.Helper()
	b.lire(func(tx app.Tx) error {
		compter := func(nom string, n int, err error) {
			if err != nil || n != 0 {
				b.Errorf("%s : %d, %v", nom, n, err)
			}
		}
		absent := func(nom string, err error) {
			if !errors.Is(err, app.ErrAbsent) {
				b.Errorf("%s : %v", nom, err)
			}
		}
		_, err := tx.Personne(nir(2), false, false)
		absent("Personne", err)
		_, err = tx.Fichier(empreinte("f"))
		absent("Fichier", err)
		_, err = tx.Ordre("O1")
		absent("Ordre", err)
		_, err = tx.Lot("L1")
		absent("Lot", err)
		fs, err := tx.Faits(id)
		compter("Faits", len(fs), err)
		ps, err := tx.Pieces(id)
		compter("Pieces", len(ps), err)
		rs, err := tx.Registre(id)
		compter("Registre", len(rs), err)
		qs, err := tx.Poses(id)
		compter("Poses", len(qs), err)
		es, err := tx.Ecritures(id)
		compter("Ecritures", len(es), err)
		ts, err := tx.Travaux(app.File{Nombre: 9})
		compter("Travaux", len(ts), err)
		ms, err := tx.Messages(id)
		compter("Messages", len(ms), err)
		gs, err := tx.Gels(0)
		compter("Gels", len(gs), err)
		as, err := tx.GestesAgents("")
		compter("GestesAgents", len(as), err)
		bs, err := tx.Bordereaux()
		compter("Bordereaux", len(bs), err)
		js, err := tx.GestesRejeux()
		compter("GestesRejeux", len(js), err)
		return tx.VerifierChaine(id)
	})
}
