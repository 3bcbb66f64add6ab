package app

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"accord/clock"
	"accord/dossier"
	"accord/registre"
	"accord/suivi"
	v "accord/valeur"
)

// prefixeIndu begins the key of the letters of a claim: its act, how many left before, what
// is claimed, then, once it left, the net amount.
const prefixeIndu = "indu/"

// lettreIndu is a letter of a claim that left.
type lettreIndu struct {
	cle     string
	le      v.Jour
	quoi    string     // what it claimed
	net     v.Centimes // and how much was asked for
	retiree bool       // told since that nothing is claimed
}

// lettresIndu lists the letters of a claim that left, in order.
func (d *Dossier) lettresIndu(id string) (ls []lettreIndu) {
	for i := range d.courriers {
		m := &d.courriers[i]
		if mots := strings.Split(m.Cle, "/"); len(mots) == 5 && mots[0]+"/" == prefixeIndu && mots[1] == id {
			net, err := strconv.ParseInt(mots[4], 10, 64)
			if err != nil {
				continue // no key of ours
			}
			_, retiree := d.partieLe(prefixeRetrait + m.Cle)
			ls = append(ls, lettreIndu{m.Cle, clock.JourDe(m.Le), mots[3], v.Centimes(net), retiree})
		}
	}
	slices.SortFunc(ls, func(a, b lettreIndu) int {
		return cmp.Or(cmp.Compare(len(a.cle), len(b.cle)), cmp.Compare(a.cle, b.cle))
	})
	slices.SortStableFunc(ls, func(a, b lettreIndu) int { return cmp.Compare(a.le, b.le) })
	return ls
}

// derniereLettre is the letter that says what a claim is; nil when none does.
func derniereLettre(ls []lettreIndu) *lettreIndu {
	if n := len(ls); n > 0 && !ls[n-1].retiree {
		return &ls[n-1]
	}
	return nil
}

// lettreAvant is the letter of which that of a claim takes the place: its own last one, else that of the claim
// whose place it takes; nil when there is none.
func (d *Dossier) lettreAvant(a *dossier.Intervention) *lettreIndu {
	if l := derniereLettre(d.lettresIndu(a.ID)); l != nil {
		return l
	}
	actes := d.Calcul.Situation.Interventions
	for i := len(actes) - 1; i >= 0; i-- {
		if remplace(a, &actes[i]) {
			if l := derniereLettre(d.lettresIndu(actes[i].ID)); l != nil {
				return l
			}
		}
	}
	return nil
}

// remplacee reports whether another claim took the place of one: its letter says so.
func (d *Dossier) remplacee(id string) bool {
	b := d.acteDe(id)
	return b != nil && slices.ContainsFunc(d.Calcul.Situation.Interventions, func(a dossier.Intervention) bool { return remplace(&a, b) })
}

// lettreDue gives the key of the letter that a claim calls for: the first one, or one that
// corrects the last, when what is claimed is not what it says any more. None is due of what
// a letter sent otherwise says, nor of more than what was signed, or than all that was given up: that is decided anew.
func (d *Dossier) lettreDue(a *dossier.Intervention) (cle string, due bool) {
	es := d.reclamesPar(a)
	if _, _, entier := d.remis(a.ID); len(es) == 0 || entier {
		return "", false
	}
	brut, quoi := reclame(es)
	ls := d.lettresIndu(a.ID)
	derniere := derniereLettre(ls)
	switch {
	case a.Montant > 0 && brut > a.Montant:
		return "", false
	case derniere != nil:
		due = derniere.quoi != quoi
	default:
		due = a.Date == 0 || len(ls) > 0 || a.Montant > 0 && brut < a.Montant
	}
	return fmt.Sprintf("%s%s/%d/%s", prefixeIndu, a.ID, len(ls), quoi), due
}

// reclame sums what is claimed, and names it: the same days for the same amounts.
func reclame(es []registre.Ecart) (brut v.Centimes, quoi string) {
	var dit []byte
	for i := range es {
		brut -= es[i].Montant
		dit = fmt.Appendln(dit, es[i].Jour, es[i].Ligne, es[i].Risque, es[i].Destinataire, es[i].Montant)
	}
	return brut, fmt.Sprintf("%d-%s", int64(brut), empreinte(dit)[:12])
}

// lireLettres tells a claim when its last letter left, and whether another one is due.
func (d *Dossier) lireLettres(x *suivi.Indu) {
	if ls := d.lettresIndu(x.Acte.ID); len(ls) > 0 {
		x.PartieLe, x.Lettres = ls[len(ls)-1].le, len(ls)
	}
	_, x.LettreDue = d.lettreDue(&x.Acte)
}
