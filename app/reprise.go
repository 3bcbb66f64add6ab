package app

import (
	"errors"
	"fmt"
	"slices"

	"accord/dossier"
	"accord/droit"
	"accord/indu"
	"accord/paiement"
	"accord/registre"
	v "accord/valeur"
)

// ErrReprise is returned for a decision on what was paid too much that cannot be
// taken: nothing was, or it is too much to be given up.
var ErrReprise = errors.New("cette décision ne peut pas être prise")

// reprises lists what people decided on days that were paid too much.
func reprises(actes []dossier.Intervention) (rs []paiement.Reprise) {
	for i := range actes {
		if a := &actes[i]; a.Nature == dossier.Compenser || a.Nature == dossier.Renoncer {
			rs = append(rs, paiement.Reprise{Par: a.Par, Motif: a.Motif, Ligne: a.Ligne, Periode: a.Periode, Abandon: a.Nature == dossier.Renoncer})
		}
	}
	return rs
}

// lots names, for the days whose amount was given for a period, that amount.
func (d *Dossier) lots() map[registre.Cle]int {
	m := map[registre.Cle]int{}
	for i := range d.Calcul.Resultat.Jours {
		if j := &d.Calcul.Resultat.Jours[i]; j.Lot != 0 && j.Etat == droit.Paye {
			m[registre.Cle{Jour: j.Date, Ligne: d.Calcul.Situation.Lignes[j.Activite].Cle, Risque: j.Risque}] = j.Lot
		}
	}
	return m
}

// verserDeTrop is what was paid too much on the days that an act decides on. What
// is given up is under the threshold of the law, and is never a slice of more
// (D.133-2).
func (c *Caisse) verserDeTrop(d *Dossier, a *dossier.Intervention) (v.Centimes, error) {
	ecarts, _ := registre.Comparer(slices.Clone(d.Dus), slices.Clone(d.Poses), d.Jour-1)
	touches, somme := map[[2]string]bool{}, v.Centimes(0)
	for _, e := range registre.TropPayes(ecarts) {
		if a.Vise(e.Jour, e.Ligne) {
			somme -= e.Montant
			touches[[2]string{e.Dossier, string(e.Destinataire)}] = true
		}
	}
	if somme == 0 {
		return 0, fmt.Errorf("%w : rien n'a été versé de trop sur ces jours", ErrReprise)
	}
	if a.Nature != dossier.Renoncer {
		if err := d.payerDAbord(a); err != nil {
			return somme, err
		}
	}
	switch a.Nature {
	case dossier.NotifierIndu:
		return somme, d.notifiable(a, ecarts, touches)
	case dossier.Renoncer:
	default:
		return somme, nil
	}
	seuil, err := indu.Seuil(c.table, d.Jour)
	if err != nil {
		return 0, fmt.Errorf("%w : le seuil sous lequel la caisse peut renoncer n'est pas connu (%w)", ErrReprise, err)
	}
	for i := range d.Indus {
		if x := &d.Indus[i]; touches[[2]string{x.Dossier, string(x.Destinataire)}] && x.Brut >= seuil {
			return 0, fmt.Errorf("%w : il a été versé %s de trop sur le dossier, la caisse ne peut renoncer qu'à moins de %s (D.133-2)", ErrReprise, x.Brut.Euros(), seuil.Euros())
		}
	}
	return somme, nil
}
