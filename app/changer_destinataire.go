package app

import (
	"accord/droit"
	"accord/paiement"
	"accord/registre"
)

const (
	prefixeDestinataire = "destinataire/"
	motifDestinataire   = "ces jours reviennent à un autre depuis que le paiement a été préparé"
)

// aRappeler says why an order that has not left must not leave: it pays someone who is owed no more, or days that
// were given back to PROGRES; empty when it may.
func (d *Dossier) aRappeler(o *paiement.Ordre) string {
	switch {
	case !enAttente(o.Etat):
	case d.mauvaisDestinataire(o):
		return motifDestinataire
	case d.paieDesRendus(o):
		return motifProgres
	}
	return ""
}

// rappelerOrdres asks that the orders that must not leave be cancelled before the next batch.
func (c *Caisse) rappelerOrdres(tx Tx, d *Dossier) error {
	for _, o := range d.Ordres {
		if d.aRappeler(o) == "" {
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
	motif := motifDestinataire
	if err == nil {
		motif = d.aRappeler(o)
	}
	if motif == "" || !enAttente(o.Etat) {
		return errSansObjet
	}
	return c.annulerAvantEnvoi(tx, o.ID, motif)
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
