package app

import (
	"fmt"
	"slices"
	"strings"

	"accord/clock"
	"accord/decision"
	"accord/dossier"
	"accord/lettre"
	"accord/libelle"
	"accord/registre"
	"accord/suivi"
	v "accord/valeur"
)

// prefixeRemise begins the key of the letter of a decision on a remission: its act.
const prefixeRemise = "remise/"

// indus lists the claims of a person, notified or about to be.
func (d *Dossier) indus() (is []suivi.Indu) {
	_, indus := d.taches()
	for i := range d.Calcul.Chaines {
		is = append(is, indus[NumeroDossier(d.Personne, &d.Calcul.Chaines[i])]...)
	}
	return is
}

// demanderRemise names, on a request that an indu be given up, the claim that it is about: one from the
// insured, of which something is claimed. The error says which there are.
func (d *Dossier) demanderRemise(a *dossier.Intervention) error {
	var siens []suivi.Indu
	var dits []string
	num := d.dossierDe(a)
	for _, x := range d.indus() {
		es := d.reclamesPar(&x.Acte)
		if len(es) == 0 || es[0].Destinataire != registre.Assure || a.Objet == "" && es[0].Dossier != num {
			continue
		}
		dits = append(dits, x.Acte.ID+" (notifié le "+x.NotifieLe.Francais()+")")
		if a.Objet == "" || a.Objet == x.Acte.ID {
			siens = append(siens, x)
		}
	}
	switch {
	case len(dits) == 0:
		return fmt.Errorf("%w : aucun indu n'est réclamé à l'assuré sur ce dossier ; une remise se demande d'un indu notifié (L.256-4)", ErrReprise)
	case len(siens) == 0:
		return fmt.Errorf("%w : l'acte %s n'est pas un indu réclamé à l'assuré ; le sont : %s", ErrReprise, a.Objet, enumerer(dits))
	case len(siens) > 1:
		return fmt.Errorf("%w : plusieurs indus sont réclamés, dites lequel : %s", ErrReprise, enumerer(dits))
	}
	for _, x := range d.indus() {
		if x.RemiseLe != 0 && x.Acte.ID != siens[0].Acte.ID {
			return fmt.Errorf("%w : la remise de l'indu %s est demandée depuis le %s : elle est décidée d'abord", ErrReprise, x.Acte.ID, x.RemiseLe.Francais())
		}
	}
	a.Objet = siens[0].Acte.ID
	return nil
}

// induDemande finds the claim that a request is about, with what is claimed of it; false when nothing is.
func (d *Dossier) induDemande(demande string) (x suivi.Indu, es []registre.Ecart, ok bool) {
	a := d.acteDe(demande)
	if a == nil || a.Nature != dossier.Reclamer || a.Valeur != suivi.Remise {
		return x, nil, false
	}
	for _, x := range d.indus() {
		if x.Acte.ID == a.Objet {
			es := d.reclamesPar(&x.Acte)
			return x, es, len(es) > 0
		}
	}
	return x, nil, false
}

// RemiseADecider reports whether a request that an indu be given up is to be decided: something is claimed.
func (d *Dossier) RemiseADecider(demande string) bool {
	_, _, ok := d.induDemande(demande)
	return ok
}

// deciderRemise writes on a decision how much it gives up: what is claimed and was not given up before, or
// a part of it.
func (c *Caisse) deciderRemise(d *Dossier, a *dossier.Intervention) error {
	demande := d.acteDe(a.Objet)
	if demande == nil {
		return nil // said when what the act answers is looked for
	}
	if demande.Nature != dossier.Reclamer || demande.Valeur != suivi.Remise {
		return fmt.Errorf("%w : l'acte %s ne demande pas une remise", ErrReprise, a.Objet)
	}
	x, es, reclame := d.induDemande(a.Objet)
	if !reclame {
		return fmt.Errorf("%w : plus rien n'est réclamé de cet indu ; répondez-le à la personne (acte repondre)", ErrReprise)
	}
	if x.RemiseLe == 0 {
		return fmt.Errorf("%w : cette demande de remise est décidée ; une nouvelle demande se décide de nouveau", ErrDejaFait)
	}
	net, err := c.netReclame(d, es)
	if err != nil {
		return err
	}
	remis, _, err := c.remisSur(d, &x.Acte, es)
	if err != nil {
		return err
	}
	reste := net - remis
	switch {
	case a.Valeur == decision.RemiseTotale:
		a.Montant = reste
	case a.Valeur == decision.RemisePartielle && a.Montant >= reste:
		return fmt.Errorf("%w : il reste %s à rembourser : une remise de %s n'est pas une part de cette somme, elle est totale ou moindre", ErrReprise, reste.Euros(), a.Montant.Euros())
	}
	return nil
}

// peserRemise adds to what an act moves the whole of what is claimed, whatever is decided: a refusal too is
// for whoever may grant.
func (d *Dossier) peserRemise(e *Effet, demande string) {
	_, es, _ := d.induDemande(demande)
	for i := range es {
		e.Repris -= es[i].Montant
	}
	e.Enjeu = max(e.Enjeu, e.Repris)
}

// ecrireRemises enqueues the letter of each decision on a remission.
func (c *Caisse) ecrireRemises(tx Tx, d *Dossier) error {
	actes := d.Calcul.Situation.Interventions
	for i := range actes {
		a := &actes[i]
		if a.Nature != dossier.Remettre {
			continue
		}
		if err := tx.AjouterTravail(Travail{Cle: prefixeRemise + a.ID, Genre: travailRemise, Personne: d.Personne, Charge: a.ID, CreeLe: c.clock.Instant()}); err != nil {
			return err
		}
	}
	return nil
}

// remiseEcrite writes the letter of a decision on a remission.
func (c *Caisse) remiseEcrite(tx Tx, t *Travail) (Message, error) {
	d, err := c.ouvrirChef(tx, t.Personne, false)
	if err != nil {
		return Message{}, err
	}
	a := d.acteDe(t.Charge)
	if a == nil || a.Nature != dossier.Remettre {
		return Message{}, errSansObjet
	}
	for _, x := range d.indus() {
		k := slices.IndexFunc(x.Remises, func(r suivi.RemiseDecidee) bool { return r.Acte.ID == a.ID })
		if k < 0 {
			continue
		}
		l := lettre.Remise{
			Dossier: d.dossierDe(&x.Acte), DemandeLe: x.Remises[k].DemandeLe, NotifieLe: x.NotifieLe, Valeur: a.Valeur, Remis: a.Montant, Motif: suivi.Clore(a.Motif),
			Par: a.Par, Role: libelle.Role(a.Role), Le: clock.JourDe(a.Instant), Controle: d.confirmePar(a.ID), Caisse: c.conf.Nom, Adresse: c.conf.Debiteur.Postale(),
			PremiereRetenue: x.RetenuePermise(d.Calendrier), FinRecours: suivi.EcheanceDans(d.Calendrier, "RECOURS_CRA", d.Jour),
		}
		if a.Valeur != decision.RemiseTotale {
			if l.Reste, err = c.resteReclame(d, &x.Acte); err != nil {
				return Message{}, err
			}
		}
		objet, corps := l.Rediger()
		return Message{A: "assure", Objet: objet, Corps: corps}, nil
	}
	return Message{}, errSansObjet
}

// resteReclame is what a claim asks for today, less what was given up of it.
func (c *Caisse) resteReclame(d *Dossier, indu *dossier.Intervention) (v.Centimes, error) {
	es := d.reclamesPar(indu)
	net, err := c.netReclame(d, es)
	if err != nil {
		return 0, err
	}
	remis, _, err := c.remisSur(d, indu, es)
	return max(0, net-remis), err
}

// remiseEnvoyee refuses to withdraw a decision on a remission once its letter left, or what it decides on: the
// person counts on it.
func (d *Dossier) remiseEnvoyee(objet *dossier.Intervention) error {
	for _, x := range d.indus() {
		for i := range x.Remises {
			r := &x.Remises[i].Acte
			le, partie := d.partieLe(prefixeRemise + r.ID)
			if partie && slices.Contains([]string{r.ID, r.Objet, x.Acte.ID}, objet.ID) {
				return fmt.Errorf("%w : la décision sur la remise a été notifiée le %s, elle ne se retire plus ; une nouvelle demande se décide de nouveau", ErrReprise, le.Francais())
			}
		}
	}
	return nil
}

// aDecider says that a request to give up a claim is decided, not answered, as long as something is claimed.
func (d *Dossier) aDecider(objet *dossier.Intervention) error {
	if strings.TrimSpace(objet.Valeur) != suivi.Remise {
		return nil
	}
	if x, _, reclame := d.induDemande(objet.ID); reclame && x.RemiseLe != 0 {
		return fmt.Errorf("%w : une demande de remise se décide (acte remettre : totale, partielle ou refusee)", ErrReprise)
	}
	return nil
}
