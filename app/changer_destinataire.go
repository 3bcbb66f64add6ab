package app

import (
	"accord/dossier"
	"accord/droit"
	"accord/paiement"
	"accord/registre"
	v "accord/valeur"
)

const (
	prefixeDestinataire = "destinataire/"
	motifDestinataire   = "ces jours reviennent à un autre depuis que le paiement a été préparé"
)

// rappelerOrdres asks that the orders that have not left and pay someone who is owed no
// more be cancelled before the next batch.
func (c *Caisse) rappelerOrdres(tx Tx, d *Dossier) error {
	for _, o := range d.Ordres {
		if !enAttente(o.Etat) || !d.mauvaisDestinataire(o) {
			continue
		}
		t := Travail{Cle: prefixeDestinataire + o.ID, Genre: travailDestinataire, Personne: d.Personne, Charge: o.ID, CreeLe: c.clock.Instant()}
		if err := tx.AjouterTravail(t); err != nil {
			return err
		}
	}
	return nil
}

// rappelerOrdre cancels such an order, with its whole batch if it is in one, when it is
// still so: its days are owed again, to the right payee.
func (c *Caisse) rappelerOrdre(tx Tx, t *Travail) error {
	o, err := tx.Ordre(t.Charge)
	if err != nil {
		return err
	}
	d, err := c.ouvrirChef(tx, t.Personne, false)
	if err != nil && !empeche(err) { // the last computation that could be made found it wrong
		return err
	}
	if !enAttente(o.Etat) || err == nil && !d.mauvaisDestinataire(o) {
		return errSansObjet
	}
	if o.Etat == paiement.EnLot {
		_, err = c.annulerLotDans(tx, o.Lot, v.Agent{Nom: string(dossier.LaCaisse)}, motifDestinataire)
		return err
	}
	return c.annulerOrdre(tx, o, v.Agent{Nom: string(dossier.LaCaisse)}, motifDestinataire)
}

// mauvaisDestinataire reports whether an order that has not left pays days that are owed
// to someone else by now.
func (d *Dossier) mauvaisDestinataire(o *paiement.Ordre) bool {
	du := make(map[registre.Cle]registre.Destinataire, len(d.Dus))
	for i := range d.Dus {
		if d.Dus[i].Etat == droit.Paye {
			du[d.Dus[i].Cle] = d.Dus[i].Destinataire
		}
	}
	for _, p := range o.Poses() {
		if a, connu := du[p.Cle]; connu && a != o.Destinataire && p.Brut > 0 {
			return true
		}
	}
	return false
}
