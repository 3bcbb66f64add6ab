package app

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"accord/droit"
	"accord/paiement"
	"accord/registre"
	v "accord/valeur"
)

// Breche is a promise that the base does not keep.
type Breche struct {
	Code   string // «CHAINE», «JOUR_DEUX_FOIS»…
	Objet  string // person, dossier, order, batch or account
	Phrase string
}

// Verification is the proof of the night.
type Verification struct {
	Personnes int
	Jours     int
	Ordres    int
	Lots      int
	Attendent int // of whom the register says what a former program did: two people signed the change, and it is not applied to her yet
	Breches   []Breche

	signees map[string]string // by person, what was signed of her and is not applied
}

func (r *Verification) breche(code, objet, format string, args ...any) {
	r.Breches = append(r.Breches, Breche{code, objet, fmt.Sprintf(format, args...)})
}

// Verifier proves the promises over the whole base: it recomputes everyone from
// the facts and compares, and lists every breach. It writes nothing.
func (c *Caisse) Verifier(ctx context.Context, avance func(n int)) (*Verification, error) {
	r := &Verification{}
	if err := c.store.View(ctx, func(tx Tx) (err error) {
		r.signees, err = c.aAppliquer(tx)
		return err
	}); err != nil {
		return r, err
	}
	grandLivre := map[registre.Compte]v.Centimes{}
	err := c.parcourir(ctx, func(tx Tx, apres string, ids []string) error {
		vus, err := tx.AVoir(c.clock.Jour(), apres, len(ids)) // all of them are people: those of the page are among the first
		if err != nil {
			return err
		}
		for _, id := range ids {
			if err := c.verifierPersonne(tx, id, slices.Contains(vus, id), r, grandLivre); err != nil {
				return err
			}
		}
		avance(len(ids))
		return nil
	})
	if err != nil {
		return r, err
	}
	err = c.store.View(ctx, func(tx Tx) error {
		if err := verifierBalance(tx, r, grandLivre); err != nil {
			return err
		}
		return c.verifierLots(tx, r)
	})
	return r, err
}

// verifierPersonne proves one person; vue says that the run of the caisse looks at her today.
func (c *Caisse) verifierPersonne(tx Tx, id string, vue bool, r *Verification, grandLivre map[registre.Compte]v.Centimes) error {
	if err := r.compter(tx, id); err != nil {
		return err
	}
	if err := tx.VerifierChaine(id); err != nil {
		r.breche("CHAINE", id, "La chaîne des faits est rompue : %v.", err)
	}
	if err := verifierSuivie(tx, id, r); err != nil {
		return err
	}
	ecritures, err := sommerLivre(tx, id, r, grandLivre)
	if err != nil {
		return err
	}
	d, err := c.ouvrir(tx, id, false)
	if errors.Is(err, ErrEfface) {
		return nil // her part of the books stays
	}
	if err != nil {
		r.breche("CALCUL", id, "La personne ne peut plus être calculée : %v.", empecher(id, err).Cause)
		return nil
	}
	gardes, err := tx.Registre(id)
	if err != nil {
		return err
	}
	attend := r.attend(gardes, d)
	if attend {
		r.Attendent++
	} else if !slices.EqualFunc(gardes, d.Dus, func(a, b registre.Du) bool { return a == garde(b) }) {
		r.breche("REGISTRE", id, "Le registre gardé diffère de ce que donnent les faits.")
	}
	if !attend { // else what the lists say of her is of the former program too
		if err := c.verifierProjections(tx, d, r); err != nil {
			return err
		}
	}
	for _, dit := range d.Calcul.Ruptures(c.table) {
		r.breche("CALENDRIER", id, "%s", dit)
	}
	r.Jours += len(d.Dus)
	r.Ordres += len(d.Ordres)
	verifierJours(d, r)
	verifierOrdres(d, r)
	verifierEtapes(d, r)
	verifierPaiement(d, vue || attend, r)
	verifierPromesses(d, r)
	verifierConstats(d, r)
	if err := c.verifierProgres(tx, d, r); err != nil {
		return err
	}
	if err := verifierSignatures(tx, d, r); err != nil {
		return err
	}
	return verifierLivre(tx, d, ecritures, r)
}

// compter adds a person, of whom a record may tell only the number that she had
// before. One that does not open counts: the computation says why.
func (r *Verification) compter(tx Tx, id string) error {
	p, err := tx.Principale(id)
	if err != nil || p != "" {
		return err
	}
	nir, _, err := tx.NIR(id)
	if err != nil {
		r.Personnes++
		return nil
	}
	faits, err := tx.Faits(id)
	r.Personnes += compterVrai(err != nil || len(faits) == 0 || !seulementAnnoncee(faits, nir))
	return nil
}

// verifierJours proves the day: one row for each key, ranks without gap, and
// owed = posted + open difference, day by day and in total.
func verifierJours(d *Dossier, r *Verification) {
	for i := 1; i < len(d.Dus); i++ {
		if d.Dus[i].Cle == d.Dus[i-1].Cle {
			r.breche("JOUR_DEUX_FOIS", d.Personne, "Le %s figure deux fois au calendrier de la ligne %s.", d.Dus[i].Jour.Francais(), d.Dus[i].Ligne)
		}
	}
	poses := slices.Clone(d.Poses)
	ecarts, conflits := registre.Comparer(slices.Clone(d.Dus), poses, v.JourMax)
	var du, pose, ecart v.Centimes
	attendus, dettes := registre.Attendus(d.Dus), map[registre.Cle]v.Centimes{}
	for i := range d.Dus {
		du += d.Dus[i].Dette()
		dettes[d.Dus[i].Cle] += d.Dus[i].Dette()
	}
	for i := range poses {
		if !attendus.Suspend(poses[i].Cle, dettes[poses[i].Cle]) {
			pose += poses[i].Brut
		}
		attendu := 0
		if i > 0 && poses[i].Cle == poses[i-1].Cle {
			attendu = poses[i-1].Rang + 1
		}
		if poses[i].Rang != attendu {
			r.breche("JOUR_DEUX_FOIS", d.Personne, "Le %s (ligne %s) porte le rang %d au lieu de %d : un paiement manque ou se répète.", poses[i].Jour.Francais(), poses[i].Ligne, poses[i].Rang, attendu)
		}
	}
	for _, e := range registre.Dettes(ecarts) {
		ecart += e.Montant
	}
	for i := range conflits {
		ecart += conflits[i].Du - conflits[i].Paye
	}
	if du != pose+ecart {
		r.breche("CONSERVATION", d.Personne, "Dû %s, posé %s, différence ouverte %s : le compte n'y est pas.", du.Euros(), pose.Euros(), ecart.Euros())
	}
}

// verifierOrdres proves that the lines of orders and the postings say the same.
func verifierOrdres(d *Dossier, r *Verification) {
	pose := map[string]v.Centimes{}
	for i := range d.Poses {
		pose[d.Poses[i].OrdreLigne] += d.Poses[i].Brut
	}
	for _, o := range d.Ordres {
		var total droit.Prelevements
		for i := range o.Lignes {
			l := &o.Lignes[i]
			var jours v.Centimes
			for _, j := range l.Jours {
				jours += j.Brut
			}
			if o.Etat != paiement.Annule && (jours != l.Brut || pose[l.ID] != l.Brut) {
				r.breche("ORDRE", o.ID, "La ligne %s porte %s, ses jours %s, le registre %s.", l.ID, l.Brut.Euros(), jours.Euros(), pose[l.ID].Euros())
			}
			delete(pose, l.ID)
			total = total.Plus(l.Prelevements)
		}
		if total != o.Total {
			r.breche("ORDRE", o.ID, "Le total de l'ordre n'est pas la somme de ses lignes.")
		}
		if o.Total.Net != o.Total.Brut-o.Total.CSG-o.Total.CRDS-o.Total.PAS {
			r.breche("ORDRE", o.ID, "Le net n'est pas le brut moins les prélèvements.")
		}
	}
	if len(pose) > 0 {
		r.breche("ORDRE", d.Personne, "%d lignes du registre ne viennent d'aucun ordre.", len(pose))
	}
}

// sommerLivre adds the entries of one record to the books, whatever became of it.
func sommerLivre(tx Tx, id string, r *Verification, grandLivre map[registre.Compte]v.Centimes) ([]registre.Ecriture, error) {
	es, err := tx.Ecritures(id)
	for i := range es {
		if err := es[i].Verifier(); err != nil {
			r.breche("ECRITURE", es[i].Cle, "L'écriture est déséquilibrée.")
		}
		for _, m := range es[i].Mouvements {
			grandLivre[m.Compte] += m.Montant
		}
	}
	return es, err
}

// verifierLivre proves that each order that has its visa is booked, among the entries of
// the person and those of her other records.
func verifierLivre(tx Tx, d *Dossier, es []registre.Ecriture, r *Verification) error {
	for i := 1; i < len(d.Fiches); i++ {
		suite, err := tx.Ecritures(d.Fiches[i].Personne)
		if err != nil {
			return err
		}
		es = append(es, suite...)
	}
	parCle := map[string]*registre.Ecriture{}
	for i := range es {
		parCle[es[i].Cle] = &es[i]
	}
	for _, o := range d.Ordres {
		vise := o.Etat == paiement.Vise || o.Etat == paiement.EnLot || o.Etat == paiement.Emis || o.Etat == paiement.SansFlux
		visa := o.Comptabiliser()
		if !verifierEcriture(parCle, visa, r) && vise && len(visa.Mouvements) > 0 {
			r.breche("ECRITURE", o.ID, "L'ordre a son visa et n'est pas comptabilisé.")
		}
		if !verifierEcriture(parCle, o.ComptabiliserEmission(), r) && o.Etat == paiement.Emis {
			r.breche("ECRITURE", o.ID, "Le virement est émis et n'est pas comptabilisé.")
		}
	}
	return nil
}

// verifierBalance proves that the ledger sums to zero and that it is the sum of
// everyone's entries.
func verifierBalance(tx Tx, r *Verification, grandLivre map[registre.Compte]v.Centimes) error {
	balance, err := tx.Balance()
	if err != nil {
		return err
	}
	var somme v.Centimes
	for _, m := range balance {
		somme += m.Montant
		if grandLivre[m.Compte] != m.Montant {
			r.breche("BALANCE", string(m.Compte), "Le grand livre porte %s, les comptes des personnes %s.", m.Montant.Euros(), grandLivre[m.Compte].Euros())
		}
	}
	if somme != 0 {
		r.breche("BALANCE", "grand livre", "Débits et crédits diffèrent de %s.", somme.Euros())
	}
	return nil
}

// verifierLots proves that each bank file is the one that was hashed, says what
// its orders say, and holds each order once.
func (c *Caisse) verifierLots(tx Tx, r *Verification) error {
	lots, err := tx.Lots()
	if err != nil {
		return err
	}
	r.Lots = len(lots)
	deja := map[string]string{}
	for i := range lots {
		l, err := tx.Lot(lots[i].ID)
		if err != nil {
			return err
		}
		if empreinte(l.Fichier) != l.Empreinte {
			r.breche("LOT", l.ID, "Le fichier gardé n'est pas celui qui a été préparé.")
		}
		for _, o := range l.Ordres {
			if autre, vu := deja[o]; vu {
				r.breche("LOT", o, "L'ordre est dans deux lots : %s et %s.", autre, l.ID)
			}
			deja[o] = l.ID
		}
		b, err := lotBancaire(tx, &l)
		if err != nil {
			r.breche("LOT", l.ID, "Un ordre du lot est introuvable : %v.", err)
			continue
		}
		verifierSomme(&l, &b, r)
		if comptesEffaces(&b) {
			continue // who was paid is not known any more; how much is
		}
		if err := c.banque.Comparer(l.Fichier, b); err != nil {
			r.breche("LOT", l.ID, "Le fichier ne dit pas ce que disent les ordres : %v.", err)
		}
	}
	return nil
}

// verifierSomme proves that a batch is the sum of its orders.
func verifierSomme(l *Lot, b *LotBancaire, r *Verification) {
	var somme v.Centimes
	for _, o := range b.Ordres {
		somme += o.Total.Net
	}
	if somme != l.Somme || len(b.Ordres) != l.Nombre {
		r.breche("LOT", l.ID, "Le lot porte %d virements pour %s, ses ordres %d pour %s.", l.Nombre, l.Somme.Euros(), len(b.Ordres), somme.Euros())
	}
}

// comptesEffaces reports whether the account of some order of a batch was erased
// with the content of its person: an order without an account is in no batch.
func comptesEffaces(b *LotBancaire) bool {
	return slices.ContainsFunc(b.Ordres, func(o *paiement.Ordre) bool { return o.Compte.IBAN.IsZero() })
}
