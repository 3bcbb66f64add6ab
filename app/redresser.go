package app

import (
	"fmt"
	"slices"

	"accord/dossier"
	"accord/droit"
	"accord/registre"
	v "accord/valeur"
)

// redresser marks the days that an agent decided to pay to whoever is owed them, although
// another was paid. It bears on no day that is owed to anyone else than the act says.
func (d *Dossier) redresser() {
	for _, a := range d.Calcul.Situation.Interventions {
		if a.Nature != dossier.PayerAQuiDeDroit {
			continue
		}
		for i := range d.Dus {
			if du := &d.Dus[i]; du.Etat == droit.Paye && a.Vise(du.Jour, du.Ligne) && revientA(du.Destinataire, a.Valeur) {
				du.Redresse = true
			}
		}
	}
}

// revientA reports whether a payee is the one that an act names.
func revientA(d registre.Destinataire, valeur string) bool {
	return d != "" && (d == registre.Assure) == (valeur == "assure")
}

// aRedresser is what an act would pay to whoever is owed days for which another was paid.
// The money must have left: what has not is cancelled, and nothing is paid twice.
func (d *Dossier) aRedresser(a *dossier.Intervention) (somme v.Centimes, err error) {
	dus := slices.Clone(d.Dus)
	for i := range dus {
		dus[i].Redresse = false
	}
	_, conflits := registre.Comparer(dus, d.emises(), d.Jour-1)
	var autre error
	for _, c := range conflits {
		switch {
		case !a.Vise(c.Jour, c.Ligne):
		case !revientA(c.DuA, a.Valeur):
			autre = fmt.Errorf("%w : le %s revient %s, et non %s", ErrReprise, c.Jour.Francais(), aQui(c.DuA == registre.Assure), aQui(a.Valeur == "assure"))
		default:
			somme += c.Reste
		}
	}
	switch {
	case somme > 0:
		return somme, nil
	case autre != nil:
		return 0, autre
	}
	return 0, fmt.Errorf("%w : aucun de ces jours n'a été payé à un autre que celui à qui il revient", ErrReprise)
}

func aQui(assure bool) string {
	if assure {
		return "à l'assuré"
	}
	return "à l'employeur"
}

// payerDAbord refuses to take back days from one while whoever is owed them, by an agent's
// decision, has not been paid (L.323-1): his right does not wait for what is recovered.
func (d *Dossier) payerDAbord(a *dossier.Intervention) error {
	verse := registre.Verser(d.Dus, d.emises())
	for i := range d.Dus {
		if du := &d.Dus[i]; du.Redresse && a.Vise(du.Jour, du.Ligne) && du.Jour < d.Jour && verse[du.Cle] < du.Dette() {
			return fmt.Errorf("%w : le %s est dû %s, qui n'est pas encore payé ; il l'est d'abord", ErrReprise, du.Jour.Francais(), aQui(du.Destinataire == registre.Assure))
		}
	}
	return nil
}
