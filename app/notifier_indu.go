package app

import (
	"cmp"
	"fmt"

	"accord/dossier"
	"accord/registre"
	"accord/suivi"
	v "accord/valeur"
)

// notifiable examines whether what was paid too much may be claimed as an act says it was:
// of one payee, received on a day that is past, or sent today, while the caisse owed nothing
// more on the dossier for days that are over, and before the time to take back each day was
// over (L.332-1).
func (d *Dossier) notifiable(a *dossier.Intervention, ecarts []registre.Ecart, touches map[[2]string]bool) error {
	if len(touches) > 1 {
		return fmt.Errorf("%w : ces jours ont été payés à plusieurs, ou sont de plusieurs dossiers ; chacun a sa notification : donnez l'activité, ou d'autres jours", ErrReprise)
	}
	if a.Date > d.Jour {
		return fmt.Errorf("%w : la notification n'a pas pu être reçue le %s", ErrReprise, a.Date.Francais())
	}
	for i := range d.entrees {
		e := &d.entrees[i]
		for k := range e.Dus {
			if x := &e.Dus[k]; e.Impaye(x) && touches[[2]string{x.Dossier, string(x.Destinataire)}] {
				return fmt.Errorf("%w : la caisse doit encore le %s sur ce dossier ; un indu ne se notifie qu'une fois tout réglé", ErrReprise, x.Jour.Francais())
			}
		}
	}
	for _, e := range registre.TropPayes(ecarts) {
		if !a.Vise(e.Jour, e.Ligne) {
			continue
		}
		if fin := suivi.EcheanceDans(d.Calendrier, "PRESCRIPTION_INDU", d.payeLe(&e)); fin < cmp.Or(a.Date, d.Jour) {
			return fmt.Errorf("%w : le droit de reprendre le %s est éteint depuis le %s (L.332-1)", ErrReprise, e.Jour.Francais(), fin.Francais())
		}
	}
	return nil
}

// payeLe is the day on which a day was first posted for whoever was paid too much.
func (d *Dossier) payeLe(e *registre.Ecart) (le v.Jour) {
	for i := range d.Poses {
		if p := &d.Poses[i]; p.Cle == e.Cle && p.Destinataire == e.Destinataire && (le == 0 || p.Le < le) {
			le = p.Le
		}
	}
	return le
}

// rectifier examines whether the correction of a claim may still be asked for: after
// twenty days, what contests it is a recourse (R.133-9-2).
func (d *Dossier) rectifier() error {
	for i := range d.entrees {
		if suivi.Rectifiable(d.Calendrier, d.entrees[i].Indus, d.Jour) {
			return nil
		}
	}
	return fmt.Errorf("%w : aucun indu notifié depuis vingt jours au plus ; une contestation écrite est un recours (reclamer, valeur recours)", ErrReprise)
}
