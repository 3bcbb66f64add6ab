package store

import (
	"crypto/cipher"
	"errors"
	"fmt"

	"accord/app"
	"accord/droit"
	"accord/paiement"
	"accord/registre"
	"accord/store/requetes"
)

// contenuCompte is the sealed form of an account.
type contenuCompte struct {
	IBAN      string `json:"iban"`
	BIC       string `json:"bic"`
	Titulaire string `json:"titulaire"`
}

// cleCompte gives the key that seals the account of an order: the account of an
// employer is not the person's.
func (t *tx) cleCompte(cle cipher.AEAD, d registre.Destinataire) cipher.AEAD {
	if d.SIRET() != "" {
		return t.coffre.caisse
	}
	return cle
}

// AjouterOrdre implements [app.TxPaiements]. An identifier says what the order
// pays: the same one twice is one order.
func (t *tx) AjouterOrdre(o *paiement.Ordre) error {
	p, err := t.clePersonne(o.Personne)
	if err != nil {
		return err
	}
	feuille, err := scellerJSON(p.cle, lieu{"ordres.feuille", o.ID}, o.Feuille)
	if err != nil {
		return err
	}
	compte, err := scellerJSON(t.cleCompte(p.cle, o.Destinataire), lieu{"ordres.compte", o.ID}, contenuCompte{o.Compte.IBAN.Clair(), o.Compte.BIC, o.Compte.Titulaire})
	if err != nil {
		return err
	}
	n, err := t.q.InsererOrdre(t.ctx, requetes.InsererOrdreParams{
		ID: o.ID, Personne: o.Personne, Dossier: o.Dossier, Destinataire: string(o.Destinataire), Compte: compte,
		CreeLe: int64(o.CreeLe), Regles: o.Regles,
		Brut: int64(o.Total.Brut), Csg: int64(o.Total.CSG), CsgDeductible: int64(o.Total.CSGDeductible), Crds: int64(o.Total.CRDS),
		Imposable: int64(o.Total.Imposable), Pas: int64(o.Total.PAS), Net: int64(o.Total.Net),
		Feuille: feuille, Etat: string(o.Etat),
	})
	if err != nil || n == 0 {
		return t.erreur(err)
	}
	return t.ajouterLignes(o)
}

// ordre opens a row. The sheet and the account of a person who was erased are
// gone: the order is given without them.
func (t *tx) ordre(r *requetes.LireOrdreTenuRow) (*paiement.Ordre, error) {
	o := &paiement.Ordre{
		ID: r.ID, Personne: r.Personne, Dossier: r.Dossier, Destinataire: registre.Destinataire(r.Destinataire),
		CreeLe: jour(r.CreeLe), Regles: r.Regles, Etat: paiement.Etat(r.Etat), Lot: r.Lot,
		Total: prelevements(r.Brut, r.Csg, r.CsgDeductible, r.Crds, r.Imposable, r.Pas, r.Net),
	}
	cle, err := t.cleSansTenir(r.Personne)
	if err != nil && !errors.Is(err, app.ErrEfface) {
		return nil, err
	}
	if r.Feuille != nil && cle != nil {
		if err := descellerJSON(cle, lieu{"ordres.feuille", r.ID}, r.Feuille, &o.Feuille); err != nil {
			return nil, err
		}
	}
	if cle = t.cleCompte(cle, o.Destinataire); r.Compte != nil && cle != nil {
		var c contenuCompte
		if err := descellerJSON(cle, lieu{"ordres.compte", r.ID}, r.Compte, &c); err != nil {
			return nil, err
		}
		o.Compte = paiement.Compte{IBAN: iban(c.IBAN), BIC: c.BIC, Titulaire: c.Titulaire}
	}
	return o, nil
}

// Ordre implements [app.TxPaiements]. In a transaction that writes, the order
// is held: two people cannot sign it at the same time.
func (t *tx) Ordre(id string) (*paiement.Ordre, error) {
	r, err := t.q.LireOrdreTenu(t.ctx, id)
	if err != nil {
		return nil, t.erreur(err)
	}
	o, err := t.ordre(&r)
	if err != nil {
		return nil, err
	}
	lignes, err := t.q.ListerLignesOrdre(t.ctx, id)
	if err != nil {
		return nil, t.erreur(err)
	}
	jours, err := t.q.ListerJoursOrdre(t.ctx, id)
	if err != nil {
		return nil, t.erreur(err)
	}
	o.Lignes = assembler(lignes, jours)[id]
	return o, nil
}

// Ordres implements [app.TxPaiements]: by day of creation, then identifier.
func (t *tx) Ordres(personne string) ([]*paiement.Ordre, error) {
	rangees, err := t.q.ListerOrdres(t.ctx, personne)
	if err != nil {
		return nil, t.erreur(err)
	}
	if len(rangees) == 0 {
		return nil, nil
	}
	lignes, err := t.q.ListerLignesPersonne(t.ctx, personne)
	if err != nil {
		return nil, t.erreur(err)
	}
	jours, err := t.q.ListerJoursPersonne(t.ctx, personne)
	if err != nil {
		return nil, t.erreur(err)
	}
	parOrdre := assembler(lignes, jours)
	ordres := make([]*paiement.Ordre, len(rangees))
	for i := range rangees {
		r := requetes.LireOrdreTenuRow(rangees[i])
		if ordres[i], err = t.ordre(&r); err != nil {
			return nil, err
		}
		ordres[i].Lignes = parOrdre[r.ID]
	}
	return ordres, nil
}

// OrdresEtat implements [app.TxPaiements].
func (t *tx) OrdresEtat(etat paiement.Etat) ([]string, error) {
	ids, err := t.q.ListerOrdresEtat(t.ctx, string(etat))
	return ids, t.erreur(err)
}

// Passer implements [app.TxPaiements]. An order does not enter a state twice:
// of two hands that do the same act at once, the second is refused.
func (t *tx) Passer(o *paiement.Ordre, a paiement.Acte) error {
	n, err := t.q.PasserOrdre(t.ctx, requetes.PasserOrdreParams{ID: o.ID, Vers: string(a.Vers)})
	if err != nil {
		return t.erreur(err)
	}
	if n == 0 {
		if _, err := t.q.LireOrdreTenu(t.ctx, o.ID); err != nil {
			return t.erreur(err)
		}
		return fmt.Errorf("ordre %s : déjà «%s» : %w", o.ID, a.Vers, paiement.ErrTransition)
	}
	return t.erreur(t.q.InsererActe(t.ctx, requetes.InsererActeParams{Ordre: o.ID, Vers: string(a.Vers), Par: a.Par, Matricule: a.Matricule, Le: a.Le, Motif: a.Motif}))
}

// Actes implements [app.TxPaiements]: in the order in which they were done.
func (t *tx) Actes(ordre string) ([]paiement.Acte, error) {
	lignes, err := t.q.ListerActes(t.ctx, ordre)
	if err != nil {
		return nil, t.erreur(err)
	}
	actes := make([]paiement.Acte, len(lignes))
	for i, l := range lignes {
		actes[i] = paiement.Acte{Ordre: ordre, Vers: paiement.Etat(l.Vers), Par: l.Par, Matricule: l.Matricule, Le: l.Le, Motif: l.Motif}
	}
	return actes, nil
}

func prelevements(brut, csg, deductible, crds, imposable, pas, net int64) droit.Prelevements {
	return droit.Prelevements{
		Brut: centimes(brut), CSG: centimes(csg), CSGDeductible: centimes(deductible), CRDS: centimes(crds),
		Imposable: centimes(imposable), PAS: centimes(pas), Net: centimes(net),
	}
}
