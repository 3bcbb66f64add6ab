package app

import (
	"cmp"
	"slices"

	"accord/decision"
	"accord/dossier"
	"accord/droit"
	"accord/paiement"
	"accord/registre"
	v "accord/valeur"
)

// remis is what decisions gave up of a claim, net: par is the last of them, nil when none did; entier, one of them
// gave up all that was left.
func (d *Dossier) remis(indu string) (somme v.Centimes, par *dossier.Intervention, entier bool) {
	actes := d.Calcul.Situation.Interventions
	for i := range actes {
		a := &actes[i]
		if a.Nature != dossier.Remettre || a.Montant == 0 {
			continue
		}
		if demande := d.acteDe(a.Objet); demande == nil || demande.Objet != indu {
			continue
		}
		somme, par, entier = somme+a.Montant, a, entier || a.Valeur == decision.RemiseTotale
	}
	return somme, par, entier
}

// remisSur is what is given up of what a claim asks for, and the last decision that did: decisions on it, and on
// claims before it of the same days, as far as these days go. What was given up is not claimed by another act.
func (c *Caisse) remisSur(d *Dossier, a *dossier.Intervention, es []registre.Ecart) (somme v.Centimes, par *dossier.Intervention, err error) {
	actes := d.Calcul.Situation.Interventions
	for i := range actes {
		b := &actes[i]
		if b.ID == a.ID {
			break
		}
		autre, par2, _ := d.remis(b.ID)
		communs := slices.DeleteFunc(slices.Clone(es), func(e registre.Ecart) bool { return !b.Vise(e.Jour, e.Ligne) })
		if b.Nature != dossier.NotifierIndu || autre == 0 || len(communs) == 0 {
			continue
		}
		net, err := c.netReclame(d, communs)
		if err != nil {
			return 0, nil, err
		}
		somme, par = somme+min(autre, net), par2
	}
	siens, par2, _ := d.remis(a.ID)
	return somme + siens, cmp.Or(par2, par), nil
}

// netReclame is what is asked for of days that were paid too much: what was received.
func (c *Caisse) netReclame(d *Dossier, es []registre.Ecart) (v.Centimes, error) {
	total, err := c.aReprendre(d, es)
	return -total.Net, err
}

// aReprendre gives what was paid too much with its levies, all negative.
func (c *Caisse) aReprendre(d *Dossier, es []registre.Ecart) (droit.Prelevements, error) {
	p := paiement.Entree{Enregistres: enregistres(d.Ordres), Prelever: c.prelever(&d.Calcul.Situation.Cas, d.Jour)}
	return p.Reprendre(es)
}

// remises lists the claims of which all that they ask for today is given up: they claim nothing any more. A
// claim that rises above it is claimed again, as far as somebody signed it.
func (c *Caisse) remises(d *Dossier) (rs []paiement.Reprise, err error) {
	actes := d.Calcul.Situation.Interventions
	if !slices.ContainsFunc(actes, func(a dossier.Intervention) bool { return a.Nature == dossier.Remettre }) {
		return nil, nil
	}
	for i := range actes {
		indu := &actes[i]
		es := d.tropPayesDe(indu)
		if indu.Nature != dossier.NotifierIndu || len(es) == 0 {
			continue
		}
		somme, par, err := c.remisSur(d, indu, es)
		if err != nil {
			return nil, err
		}
		if net, err := c.netReclame(d, es); err != nil {
			return nil, err
		} else if par != nil && net <= somme {
			rs = append(rs, paiement.Reprise{Par: par.Par, Motif: par.Motif, Ligne: indu.Ligne, Periode: indu.Periode, Abandon: true})
		}
	}
	return rs, nil
}

// remplace reports whether a claim takes the place of another one: made since, of all its days.
func remplace(a, b *dossier.Intervention) bool {
	return a.Nature == dossier.NotifierIndu && b.Nature == dossier.NotifierIndu && a.Instant > b.Instant && (a.Ligne == "" || a.Ligne == b.Ligne) &&
		a.Periode.Du <= b.Periode.Du && (a.Periode.Au == 0 || b.Periode.Au != 0 && b.Periode.Au <= a.Periode.Au)
}

// tropPayesDe lists what was paid too much on the days of a claim, but for those of which another one, made
// since, is the claim.
func (d *Dossier) tropPayesDe(a *dossier.Intervention) (es []registre.Ecart) {
	actes := d.Calcul.Situation.Interventions
	n := slices.IndexFunc(actes, func(x dossier.Intervention) bool { return x.ID == a.ID })
	ecarts, _ := registre.Comparer(slices.Clone(d.Dus), slices.Clone(d.Poses), d.Jour-1)
	for _, e := range registre.TropPayes(ecarts) {
		depuis := slices.ContainsFunc(actes[n+1:], func(x dossier.Intervention) bool {
			return x.Nature == dossier.NotifierIndu && x.Vise(e.Jour, e.Ligne)
		})
		if a.Vise(e.Jour, e.Ligne) && !depuis {
			es = append(es, e)
		}
	}
	return es
}
