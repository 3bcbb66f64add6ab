package app

import (
	"fmt"
	"slices"
	"strings"

	"accord/clock"
	"accord/decision"
	"accord/dossier"
)

// seulAConfirmer gives a confirmation that names nothing the only act that waits for one.
func (d *Dossier) seulAConfirmer(a *dossier.Intervention) error {
	if a.Nature != dossier.Confirmer || a.Objet != "" {
		return nil
	}
	attendent := d.Calcul.Situation.AConfirmer
	switch len(attendent) {
	case 0:
		return fmt.Errorf("%w : rien n'attend de confirmation sur ce dossier", decision.ErrConfirmation)
	case 1:
		a.Objet = attendent[0].ID
		return nil
	}
	dits := make([]string, len(attendent))
	for i := range attendent {
		dits[i] = fmt.Sprintf("%s (%s, par %s)", attendent[i].ID, attendent[i].Nature, attendent[i].Par)
	}
	return fmt.Errorf("%w : %d actes attendent, dites lequel : %s", decision.ErrConfirmation, len(dits), strings.Join(dits, ", "))
}

// direSansObjet says why an act answers nothing: what it names was withdrawn, or has all that it
// needs, or never was.
func (d *Dossier) direSansObjet(a *dossier.Intervention) error {
	actes := garder(d.lues.faits, func(f *dossier.Fait) bool { return f.Intervention != nil })
	for _, f := range slices.Backward(actes) {
		if r := f.Intervention; r.Nature == dossier.Retirer && r.Objet == a.Objet {
			return fmt.Errorf("%w : l'acte %s a déjà été retiré le %s par %s (%s)", ErrDejaFait, a.Objet, clock.JourDe(r.Instant).Francais(), r.Par, r.Motif)
		}
	}
	for _, f := range actes {
		if x := f.Intervention; x.ID == a.Objet {
			return fmt.Errorf("%w : l'acte %s (%s, par %s) a déjà produit son effet ; pour le défaire, un autre acte dit le contraire", ErrDejaFait, x.ID, x.Nature, x.Par)
		}
	}
	return fmt.Errorf("acte «%s» : %w", a.Objet, ErrAbsent)
}
