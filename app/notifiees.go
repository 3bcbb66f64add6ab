package app

import (
	"errors"
	"fmt"
	"slices"

	"accord/clock"
	"accord/decision"
	"accord/dossier"
	"accord/suivi"
	v "accord/valeur"
)

// ErrReception is returned for the reception of a letter that never left, or before it did.
var ErrReception = errors.New("cette réception ne peut pas être constatée")

// Notifiees lists the signed decisions of a dossier whose letter to the insured left,
// each with the day on which it was received, when it was proved.
func (d *Dossier) Notifiees(numero string) (ns []suivi.Notifiee) {
	for i := range d.Proposees {
		p := &d.Proposees[i]
		if p.Signee == nil || p.Dossier != numero {
			continue
		}
		cle := p.Signee.Cle()
		parti, connu := d.partieLe(prefixeNotification + cle + "/assure")
		if !connu || slices.ContainsFunc(ns, func(n suivi.Notifiee) bool { return n.Signature == cle }) {
			continue
		}
		ns = append(ns, suivi.Notifiee{Signature: cle, DecideeLe: p.Signee.Le, PartieLe: parti, RecueLe: d.recueLe(cle), Medicale: decision.Medicale(p.Regle)})
	}
	return ns
}

// recueLe is the day on which a letter was received, as an agent stated it last.
func (d *Dossier) recueLe(objet string) (le v.Jour) {
	actes := d.Calcul.Situation.Interventions
	for i := range actes {
		if a := &actes[i]; a.Nature == dossier.ConstaterReception && a.Objet == objet {
			le = a.Date
		}
	}
	return le
}

// lireParties notes when the letters left that start a time limit, if there may be any.
func (d *Dossier) lireParties(courriers func() ([]Message, error)) error {
	if courriers == nil || !d.attendReception() {
		return nil
	}
	ms, err := courriers()
	if err != nil {
		return err
	}
	d.courriers = garder(ms, func(m *Message) bool { return clock.JourDe(m.Le) <= d.Jour })
	return nil
}

// partieLe is the day on which a letter left; false when it did not.
func (d *Dossier) partieLe(cle string) (v.Jour, bool) {
	n := slices.IndexFunc(d.courriers, func(m Message) bool { return m.Cle == cle })
	if n < 0 {
		return 0, false
	}
	return clock.JourDe(d.courriers[n].Le), true
}

func (d *Dossier) attendReception() bool {
	return slices.ContainsFunc(d.lues.faits, func(f dossier.Fait) bool { // withdrawn since, too
		return f.Decision != nil || f.Intervention != nil && f.Intervention.Nature == dossier.NotifierIndu
	})
}

// constatable examines whether a letter may have been received on a day.
func (d *Dossier) constatable(a *dossier.Intervention) error {
	for i := range d.Calcul.Chaines {
		for _, n := range d.Notifiees(NumeroDossier(d.Personne, &d.Calcul.Chaines[i])) {
			if n.Signature == a.Objet {
				return recevable(a.Date, n.PartieLe, d.Jour)
			}
		}
	}
	if ls := d.lettresIndu(a.Objet); len(ls) > 0 {
		return recevable(a.Date, ls[0].le, d.Jour)
	}
	return fmt.Errorf("%w : aucune lettre de décision ou d'indu «%s» n'est partie", ErrReception, a.Objet)
}

func recevable(le, partie, jour v.Jour) error {
	if le < partie || le > jour {
		return fmt.Errorf("%w : la lettre est partie le %s, elle ne peut pas avoir été reçue le %s", ErrReception, partie.Francais(), le.Francais())
	}
	return nil
}

// IndusEcrits lists the claims of the person whose letter left.
func (d *Dossier) IndusEcrits() (is []suivi.Indu) {
	_, indus := d.taches()
	for i := range d.Calcul.Chaines {
		is = append(is, garder(indus[NumeroDossier(d.Personne, &d.Calcul.Chaines[i])], func(x *suivi.Indu) bool { return x.PartieLe != 0 })...)
	}
	return is
}
