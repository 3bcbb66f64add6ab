package app

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"accord/clock"
	"accord/dossier"
	"accord/paiement"
	"accord/registre"
	"accord/suivi"
	v "accord/valeur"
)

// ErrProgres is returned for an act about PROGRES that cannot be done where it is.
var ErrProgres = errors.New("cet acte ne va pas avec ce qui a été rendu à PROGRES")

// preciserProgres writes on an act about PROGRES what it does not have to say, and examines whether it
// may be done there.
func (d *Dossier) preciserProgres(a *dossier.Intervention, numero string) error {
	switch a.Nature {
	case dossier.RendreAProgres:
		return d.aRendre(a, numero)
	case dossier.ConstaterProgres, dossier.ReprendreDeProgres:
		return d.surRendu(a)
	case dossier.TransmettreAProgres:
		return d.aTransmettre(a, numero)
	}
	return nil
}

// seulRendu gives an act that names nothing the only dossier that is with PROGRES, or that came back; or the only piece
// to hand over to it.
func (d *Dossier) seulRendu(a *dossier.Intervention, numero string) {
	var objets []string
	switch {
	case a.Objet != "":
		return
	case a.Nature == dossier.ConstaterProgres || a.Nature == dossier.ReprendreDeProgres:
		for i := range d.rendus {
			if r := &d.rendus[i]; (numero == "" || r.dossier == numero) && (a.Nature == dossier.ConstaterProgres || r.Revenu == nil) {
				objets = append(objets, r.Acte.ID)
			}
		}
	case a.Nature == dossier.TransmettreAProgres:
		objets = d.ATransmettre(numero)
	}
	if n := len(objets); n == 1 || n > 1 && a.Nature == dossier.ConstaterProgres {
		a.Objet = objets[n-1]
	}
}

// transmissions lists the pieces of a dossier, of all of them without a number, that are to be handed over to PROGRES.
func (d *Dossier) transmissions(numero string) (ts []suivi.Tache) {
	for i := range d.Etapes {
		if numero == "" || NumeroDossier(d.Personne, &d.Etapes[i].Chaine) == numero {
			ts = append(ts, garder(suivi.Ouvertes(d.Etapes[i].Taches), func(t *suivi.Tache) bool { return t.Genre == suivi.Transmission })...)
		}
	}
	return ts
}

// ATransmettre lists those pieces.
func (d *Dossier) ATransmettre(numero string) (pieces []string) {
	for _, t := range d.transmissions(numero) {
		pieces = append(pieces, t.Valeur)
	}
	return pieces
}

// aRendre names the dossier that an act gives back, whole, from one of its days on.
func (d *Dossier) aRendre(a *dossier.Intervention, numero string) error {
	if a.Ligne != "" {
		return fmt.Errorf("%w : un dossier est rendu entier, avec toutes ses activités", ErrProgres)
	}
	a.Periode.Au = 0
	var nums []string
	for i := range d.Calcul.Chaines {
		c := &d.Calcul.Chaines[i]
		if num := NumeroDossier(d.Personne, c); c.Debut <= a.Periode.Du && a.Periode.Du <= c.Fin && (numero == "" || num == numero) {
			nums = append(nums, num)
		}
	}
	switch len(nums) {
	case 0:
		return fmt.Errorf("%w : le %s n'est pas un jour du dossier ; donnez un de ses jours, le premier que PROGRES doit payer", ErrProgres, a.Periode.Du.Francais())
	case 1:
		a.Objet = nums[0]
	default:
		return fmt.Errorf("%w : plusieurs dossiers ont ce jour, dites lequel : %s", ErrProgres, enumerer(nums))
	}
	return d.pasRendu(a)
}

// pasRendu refuses to give back a dossier that is with PROGRES already.
func (d *Dossier) pasRendu(a *dossier.Intervention) error {
	num := d.dossierRendu(a)
	for i := range d.rendus {
		if r := &d.rendus[i]; r.dossier == num && r.Revenu == nil && r.Acte.ID != a.ID {
			return fmt.Errorf("%w : il est avec PROGRES depuis le %s (acte %s, par %s) ; pour changer ce jour, reprenez-le d'abord", ErrProgres, r.Du.Francais(), r.Acte.ID, r.Acte.Par)
		}
	}
	return nil
}

// surRendu examines whether an act names a dossier that is with PROGRES, or that came back, and what it
// says of its days.
func (d *Dossier) surRendu(a *dossier.Intervention) error {
	k := slices.IndexFunc(d.rendus, func(r rendu) bool { return r.Acte.ID == a.Objet })
	if k < 0 {
		var dits []string
		for i := range d.rendus {
			r := &d.rendus[i]
			dits = append(dits, r.Acte.ID+" (depuis le "+r.Du.Francais()+")")
		}
		if len(dits) == 0 {
			return fmt.Errorf("%w : aucun dossier de cette personne n'est avec PROGRES", ErrProgres)
		}
		return fmt.Errorf("%w : l'acte «%s» ne rend pas de dossier à PROGRES ; le font : %s", ErrProgres, a.Objet, strings.Join(dits, ", "))
	}
	switch r := &d.rendus[k]; {
	case a.Nature == dossier.ReprendreDeProgres && r.Revenu != nil:
		return fmt.Errorf("%w : le dossier est déjà revenu, le %s par %s ; ce que PROGRES a payé se dit par l'acte constater_progres", ErrProgres, r.Revenu.Le.Francais(), r.Revenu.Par)
	case a.Nature == dossier.ReprendreDeProgres && a.Ligne != "":
		return fmt.Errorf("%w : un dossier revient entier ; ce que PROGRES a payé d'une seule activité se dit par l'acte constater_progres", ErrProgres)
	case a.Date != 0 && a.Date < r.Du:
		return fmt.Errorf("%w : PROGRES paie à partir du %s ; s'il n'a rien payé, dites-le (valeur «rien»)", ErrProgres, r.Du.Francais())
	}
	return nil
}

// aTransmettre examines whether a piece is to be handed over to PROGRES, and names the act that gave its dossier back; the
// first figures of its number name it.
func (d *Dossier) aTransmettre(a *dossier.Intervention, numero string) error {
	ts := d.transmissions(numero)
	var nommees []string
	siennes := garder(ts, func(t *suivi.Tache) bool { return strings.HasPrefix(t.Valeur, a.Objet) })
	for i := range ts {
		nommees = append(nommees, ts[i].Valeur[:min(12, len(ts[i].Valeur))])
	}
	switch {
	case len(siennes) > 0 && !slices.ContainsFunc(siennes, func(t suivi.Tache) bool { return t.Valeur != siennes[0].Valeur }):
		a.Objet, a.Valeur = siennes[0].Valeur, siennes[0].Appels[0].Acte
		return nil
	case len(ts) == 0:
		return fmt.Errorf("%w : aucune pièce n'est à transmettre à PROGRES", ErrProgres)
	}
	return fmt.Errorf("%w : la pièce «%s» n'est pas à transmettre à PROGRES ; le sont : %s", ErrProgres, a.Objet, enumerer(nommees))
}

// effetProgres examines an act that answers another one about PROGRES: what was given back is withdrawn on its own
// day only, since PROGRES may have paid after it, and nothing is given back twice.
func (d *Dossier) effetProgres(a, objet *dossier.Intervention) error {
	fond := d.fondDe(a, objet)
	if fond == nil || fond.Nature != dossier.RendreAProgres {
		return nil
	}
	retire := a.Nature == dossier.Retirer || a.Nature == dossier.Confirmer && objet.Nature == dossier.Retirer
	enVigueur := slices.ContainsFunc(d.rendus, func(r rendu) bool { return r.Acte.ID == fond.ID })
	switch {
	case retire && enVigueur && clock.JourDe(fond.Instant) < d.Jour:
		return fmt.Errorf("%w : PROGRES a pu payer depuis le %s ; le dossier se reprend (acte reprendre_de_progres), et l'on dit jusqu'à quel jour PROGRES a payé", ErrProgres, clock.JourDe(fond.Instant).Francais())
	case a.Nature == dossier.Confirmer && !retire:
		return d.pasRendu(fond)
	}
	return nil
}

// motifProgres is why an order that pays days given back to PROGRES is cancelled.
const motifProgres = "ces jours ont été rendus à PROGRES depuis que le paiement a été préparé"

// paieDesRendus reports whether an order that has not left pays days that were given back to PROGRES.
func (d *Dossier) paieDesRendus(o *paiement.Ordre) bool {
	if len(d.rendus) == 0 {
		return false
	}
	rendus := d.creancesRendues()
	return slices.ContainsFunc(joursPayes(o), func(c registre.Creance) bool { return rendus[c] })
}

// creancesRendues gives the days, for one payee, that were given back to PROGRES.
func (d *Dossier) creancesRendues() map[registre.Creance]bool {
	m := map[registre.Creance]bool{}
	for i := range d.Dus {
		if x := &d.Dus[i]; x.Progres != "" {
			m[registre.Creance{Jour: x.Jour, Ligne: x.Ligne, Destinataire: x.Destinataire}] = true
		}
	}
	return m
}

// joursPayes lists the days for which an order pays more than it takes back: what was paid under one risk and is owed under
// another is no payment.
func joursPayes(o *paiement.Ordre) (cs []registre.Creance) {
	sommes := map[registre.Creance]v.Centimes{}
	for _, p := range o.Poses() {
		c := registre.Creance{Jour: p.Jour, Ligne: p.Ligne, Destinataire: p.Destinataire}
		if _, vu := sommes[c]; !vu {
			cs = append(cs, c)
		}
		sommes[c] += p.Brut
	}
	return slices.DeleteFunc(cs, func(c registre.Creance) bool { return sommes[c] <= 0 })
}

// rappelerRendus cancels at once the orders on their way that pay days given back to PROGRES.
func (c *Caisse) rappelerRendus(tx Tx, personne string) error {
	for {
		d, err := c.ouvrirChef(tx, personne, false)
		if err != nil || len(d.rendus) == 0 {
			return err
		}
		k := slices.IndexFunc(d.Ordres, func(o *paiement.Ordre) bool { return enAttente(o.Etat) && d.paieDesRendus(o) })
		if k < 0 {
			return nil
		}
		if err := c.annulerAvantEnvoi(tx, d.Ordres[k].ID, motifProgres); err != nil {
			return err
		}
	}
}

// annulerAvantEnvoi cancels an order that has not left, with its whole batch if it is in one.
func (c *Caisse) annulerAvantEnvoi(tx Tx, id, motif string) error {
	o, err := tx.Ordre(id)
	if err != nil {
		return err
	}
	caisse := v.Agent{Nom: string(dossier.LaCaisse)}
	if o.Etat == paiement.EnLot {
		_, err = c.annulerLotDans(tx, o.Lot, caisse, motif)
		return err
	}
	return c.annulerOrdre(tx, o, caisse, motif)
}
