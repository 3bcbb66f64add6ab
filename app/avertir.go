package app

import (
	"encoding/json"
	"fmt"

	"accord/dossier"
	"accord/droit"
	"accord/lettre"
	"accord/parametre"
)

const prefixeAvertissement = "avertissement/"

// avertir enqueues a warning for each form sent late that no letter answered
// yet. One so old that another delay would cost nothing is left alone.
func (c *Caisse) avertir(tx Tx, d *Dossier) error {
	for i := range d.Calcul.Resultat.Retards {
		r := &d.Calcul.Resultat.Retards[i]
		du, err := c.aAvertir(d, r)
		if err != nil {
			return err
		}
		if !du {
			continue
		}
		charge, err := json.Marshal(r)
		if err != nil {
			return fmt.Errorf("avertissement : %w", err)
		}
		cle := prefixeAvertissement + d.Personne + "/" + r.PrescritLe.String() + "/" + r.Debut.String()
		if err := tx.AjouterTravail(Travail{Cle: cle, Genre: travailAvertir, Personne: d.Personne, Charge: string(charge), CreeLe: c.clock.Instant()}); err != nil {
			return err
		}
	}
	return nil
}

// aAvertir reports whether a delay is still to be told: nothing was written since
// the form was sent, and another delay could still be reduced for it.
func (c *Caisse) aAvertir(d *Dossier, r *droit.Retard) (bool, error) {
	for _, le := range d.Calcul.Situation.Cas.Assure.Avertissements {
		if le > r.EnvoyeLe {
			return false, nil
		}
	}
	mois, err := c.table.Entier(parametre.RetardMois, r.PrescritLe)
	return d.Jour < r.PrescritLe.AjouterMois(mois), err
}

// avertissement writes the warning, and keeps it as a fact that the law reads: a
// later delay is reduced because of it.
func (c *Caisse) avertissement(tx Tx, t *Travail) (Message, error) {
	var r droit.Retard
	if err := json.Unmarshal([]byte(t.Charge), &r); err != nil {
		return Message{}, err
	}
	if err := tx.Verrouiller(t.Personne); err != nil {
		return Message{}, err
	}
	d, err := c.ouvrirChef(tx, t.Personne, false)
	if err != nil {
		return Message{}, err
	}
	if du, err := c.encoreEnRetard(d, &r); err != nil || !du {
		if err == nil {
			err = errSansObjet
		}
		return Message{}, err
	}
	mois, err := c.table.Entier(parametre.RetardMois, r.PrescritLe)
	if err != nil {
		return Message{}, err
	}
	jours, err := c.table.Entier(parametre.EnvoiJours, r.Debut)
	if err != nil {
		return Message{}, err
	}
	if err := c.garderAvertissement(tx, d, &r); err != nil {
		return Message{}, err
	}
	a := lettre.Avertissement{Debut: r.Debut, EnvoyeLe: r.EnvoyeLe, Delai: jours, Jusqua: r.PrescritLe.AjouterMois(mois), Caisse: c.conf.Nom}
	objet, corps := a.Rediger()
	return Message{A: "assure", Objet: objet, Corps: corps}, c.recalculer(tx, t.Personne)
}

// encoreEnRetard reports whether the law still finds that delay, and nobody told
// it meanwhile.
func (c *Caisse) encoreEnRetard(d *Dossier, r *droit.Retard) (bool, error) {
	for i := range d.Calcul.Resultat.Retards {
		if d.Calcul.Resultat.Retards[i] == *r {
			return c.aAvertir(d, r)
		}
	}
	return false, nil
}

// garderAvertissement keeps the warning as an act of the caisse.
func (c *Caisse) garderAvertissement(tx Tx, d *Dossier, r *droit.Retard) error {
	a := dossier.Acte{Auteur: dossier.LaCaisse, Nature: dossier.ActeAvertissement, PrisLe: d.Jour, ArretLe: r.Debut}
	a.Reference = "avertissement-" + r.PrescritLe.String() + "-" + r.Debut.String()
	extrait, err := json.Marshal(a)
	if err != nil {
		return fmt.Errorf("avertissement : %w", err)
	}
	e := ecrit{d.Personne, d.Essai, empreinte(fmt.Appendf(extrait, "\n%s", d.Personne)), c.clock.Instant(), extrait}
	return e.garder(tx, dossier.Fait{Genre: dossier.GenreActe, ConnuLe: d.Jour, Acte: &a})
}
