package storetest

import (
	"accord/app"
	"accord/registre"
	v "accord/valeur"
)

var comptes = []essai{
	{"poser des jours", func(b *banc) {
		id := b.personne(1)
		poses := []registre.Pose{pose(0, 0, 3287), pose(0, 1, -287), pose(1, 0, 3287)}
		b.ecrire(func(tx app.Tx) error { return tx.Poser(id, []registre.Pose{poses[2], poses[0], poses[1]}) })
		b.egal(relire(b, func(tx app.Tx) ([]registre.Pose, error) { return tx.Poses(id) }), poses)
		b.egal(relire(b, func(tx app.Tx) ([]registre.Pose, error) { return tx.Poses(b.personne(2)) }), []registre.Pose{})
		b.ecrire(func(tx app.Tx) error { return tx.Poser(id, nil) })
	}},
	{"un rang n'est pris qu'une fois", func(b *banc) {
		id, autre := b.personne(1), b.personne(2)
		b.ecrire(func(tx app.Tx) error { return tx.Poser(id, []registre.Pose{pose(5, 0, 3287)}) })
		b.refuser(app.ErrDejaPose, func(tx app.Tx) error {
			return tx.Poser(id, []registre.Pose{pose(4, 0, 3287), pose(5, 0, 1), pose(6, 0, 3287)})
		})
		b.refuser(app.ErrDejaPose, func(tx app.Tx) error { return tx.Poser(id, []registre.Pose{pose(7, 0, 1), pose(7, 0, 1)}) })
		b.ecrire(func(tx app.Tx) error { return tx.Poser(autre, []registre.Pose{pose(5, 0, 1)}) })
		b.ecrire(func(tx app.Tx) error { return tx.Poser(id, []registre.Pose{pose(5, 1, 1)}) })
		b.egal(len(relire(b, func(tx app.Tx) ([]registre.Pose, error) { return tx.Poses(id) })), 2)
	}},
	{"des milliers de jours d'un coup", func(b *banc) {
		id := b.personne(1)
		poses := make([]registre.Pose, 5000)
		for i := range poses {
			poses[i] = pose(i, 0, v.Centimes(i))
		}
		b.ecrire(func(tx app.Tx) error { return tx.Poser(id, poses) })
		b.egal(relire(b, func(tx app.Tx) ([]registre.Pose, error) { return tx.Poses(id) }), poses)
	}},
	{"des valeurs hors bornes sont refusées", func(b *banc) {
		id := b.personne(1)
		for _, p := range []registre.Pose{pose(0, -1, 1), pose(-900000, 0, 1), pose(900000, 0, 1)} {
			b.refuser(nil, func(tx app.Tx) error { return tx.Poser(id, []registre.Pose{p}) })
		}
	}},
	{"le livre est équilibré", func(b *banc) {
		id := b.personne(1)
		b.ecrire(func(tx app.Tx) error { return tx.AjouterOrdre(ordre(id, "O1", lundi)) })
		e1, e2, seul := ecriture("vise/2", id, 10000), ecriture("vise/1", id, 555), ecriture("ouverture", "", 7)
		e1.Ordre, e1.Le = "O1", lundi-1
		for range 2 { // the same key is the same entry
			b.ecrire(func(tx app.Tx) error {
				for _, e := range []registre.Ecriture{e2, e1, seul} {
					if err := tx.AjouterEcriture(e); err != nil {
						return err
					}
				}
				return nil
			})
		}
		b.egal(relire(b, func(tx app.Tx) ([]registre.Ecriture, error) { return tx.Ecritures(id) }), []registre.Ecriture{e1, e2})
		b.egal(relire(b, func(tx app.Tx) ([]registre.Mouvement, error) { return tx.Balance() }), []registre.Mouvement{
			{Compte: registre.ChargeIJMaladie, Montant: 10562}, {Compte: registre.DetteBeneficiaire, Montant: -9507}, {Compte: registre.DetteCSGCRDS, Montant: -1055},
		})
	}},
	{"une écriture fausse est refusée", func(b *banc) {
		id := b.personne(1)
		b.ecrire(func(tx app.Tx) error { return tx.AjouterEcriture(ecriture("e", id, 1000)) })
		bancale := ecriture("x", id, 1000)
		bancale.Mouvements[0].Montant++
		b.refuser(registre.ErrDesequilibre, func(tx app.Tx) error { return tx.AjouterEcriture(bancale) })
		b.refuser(registre.ErrDesequilibre, func(tx app.Tx) error { return tx.AjouterEcriture(registre.Ecriture{Cle: "vide", Le: lundi}) })
		b.refuser(nil, func(tx app.Tx) error { return tx.AjouterEcriture(ecriture("e", id, 1001)) })
		sansOrdre := ecriture("y", id, 1000)
		sansOrdre.Ordre = "INCONNU"
		b.refuser(app.ErrAbsent, func(tx app.Tx) error { return tx.AjouterEcriture(sansOrdre) })
		b.egal(len(relire(b, func(tx app.Tx) ([]registre.Ecriture, error) { return tx.Ecritures(id) })), 1)
	}},
}
