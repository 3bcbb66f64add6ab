package app

import (
	"slices"

	"accord/clock"
	"accord/decision"
	"accord/dossier"
	"accord/droit"
	"accord/paiement"
	"accord/registre"
	"accord/suivi"
	v "accord/valeur"
)

// verifierProgres proves that a day is with PROGRES when an act in force gave it back, and only then; that
// the caisse pays none of these days meanwhile; and that the list of dossiers says so of no other.
func (c *Caisse) verifierProgres(tx Tx, d *Dossier, r *Verification) error {
	garde, err := tx.Resumes(d.Personne)
	if err != nil {
		return err
	}
	for i := range garde {
		if garde[i].Attend == string(paiement.AvecProgres) && !d.couvert(garde[i].Dossier) {
			r.breche("PROGRES", garde[i].Dossier, "La liste dit ce dossier avec PROGRES, et aucun acte en vigueur ne l'y a rendu.")
		}
	}
	d.verifierProposes(r)
	for i := range d.Dus {
		d.verifierJourProgres(&d.Dus[i], r)
	}
	for i := range d.rendus {
		if err := c.verifierPayesIci(tx, d, &d.rendus[i], r); err != nil {
			return err
		}
	}
	return nil
}

// couvert reports whether an act in force gave a dossier back.
func (d *Dossier) couvert(numero string) bool {
	return slices.ContainsFunc(d.Calcul.Situation.Interventions, func(a dossier.Intervention) bool {
		return a.Nature == dossier.RendreAProgres && d.dossierRendu(&a) == numero
	})
}

func (d *Dossier) verifierJourProgres(du *registre.Du, r *Verification) {
	var rendu, revenu bool
	for _, a := range d.Calcul.Situation.Interventions {
		if a.Nature != dossier.RendreAProgres || du.Jour < a.Periode.Du || d.dossierRendu(&a) != du.Dossier {
			continue
		}
		rendu = true
		revenu = slices.ContainsFunc(d.Calcul.Situation.Interventions, func(x dossier.Intervention) bool {
			return x.Nature == dossier.ReprendreDeProgres && x.Objet == a.ID
		})
	}
	switch {
	case du.Progres != "" && !rendu:
		r.breche("PROGRES", du.Dossier, "Le %s (ligne %s) est dit avec PROGRES, et aucun acte en vigueur ne l'y a rendu.", du.Jour.Francais(), du.Ligne)
	case rendu && !revenu && du.Jour < d.Jour && d.restePaye(du):
		if s, ok := d.EtapeDuJour(du); !d.Essai && (!ok || s.Genre != suivi.AvecProgres && s.Genre != suivi.Clos) {
			r.breche("PROGRES", du.Dossier, "Le %s (ligne %s) a été rendu à PROGRES, et sa suite est «%s».", du.Jour.Francais(), du.Ligne, s.Phrase)
		}
	}
}

// verifierProposes proves that the next run pays nothing of the days given back.
func (d *Dossier) verifierProposes(r *Verification) {
	rendus := d.creancesRendues()
	for i := range d.Proposes {
		o := &d.Proposes[i]
		for _, c := range joursPayes(o) {
			if rendus[c] {
				r.breche("PROGRES", o.Dossier, "Le %s (ligne %s) a été rendu à PROGRES, et la prochaine journée de la caisse en proposerait le paiement.", c.Jour.Francais(), c.Ligne)
				break
			}
		}
	}
}

// restePaye reports whether something of a day is not paid here, that nobody decided to refuse or to arbitrate.
func (d *Dossier) restePaye(du *registre.Du) bool {
	if decision.Defavorable(du.Etat) {
		return d.aSigner(du)
	}
	if slices.ContainsFunc(d.Ordres, func(o *paiement.Ordre) bool { return enAttente(o.Etat) && o.Porte(du.Jour, du.Ligne) }) {
		return false // cancelled before it leaves
	}
	if slices.ContainsFunc(d.Retenues, func(r paiement.Retenue) bool {
		return r.Motif == paiement.AttendArbitrage && slices.ContainsFunc(r.Details, func(j paiement.JourRetenu) bool { return j.Cle == du.Cle })
	}) {
		return false
	}
	return du.Etat == droit.Attente || du.Dette() > registre.Verser([]registre.Du{*du}, d.emises())[du.Cle]
}

// verifierPayesIci proves that no payment of days given back left while the dossier was with PROGRES. What was known
// on the day of the payment decides: a dossier may have come to hold other days since.
func (c *Caisse) verifierPayesIci(tx Tx, d *Dossier, x *rendu, r *Verification) error {
	du, au := d.effetDe(&x.Acte.Intervention), int64(1<<62)
	if x.Revenu != nil {
		au = d.effetDe(&x.Revenu.Intervention)
	}
	for _, o := range d.Ordres {
		if o.Dossier != x.dossier || o.Etat != paiement.Emis && o.Etat != paiement.SansFlux {
			continue
		}
		actes, err := tx.Actes(o.ID)
		if err != nil {
			return err
		}
		k := slices.IndexFunc(actes, func(a paiement.Acte) bool { return a.Vers == paiement.Emis || a.Vers == paiement.SansFlux })
		if k < 0 || actes[k].Le <= du || actes[k].Le >= au {
			continue
		}
		payes := slices.DeleteFunc(joursPayes(o), func(c registre.Creance) bool { return c.Jour < x.Du })
		if len(payes) == 0 {
			continue
		}
		rendus, err := c.rendusSans(d, o, clock.JourDe(actes[k].Le))
		if err != nil {
			return err
		}
		for _, p := range payes {
			if rendus[p] {
				r.breche("PROGRES", o.ID, "Le %s (ligne %s) a été payé ici alors qu'il était rendu à PROGRES.", p.Jour.Francais(), p.Ligne)
				break
			}
		}
	}
	return nil
}

// effetDe is the instant from which an act had effect: its own, or that of the second person.
func (d *Dossier) effetDe(a *dossier.Intervention) int64 {
	if !a.ADeux {
		return a.Instant
	}
	confirme := int64(1<<62 - 1)
	for i := range d.lues.faits {
		if x := d.lues.faits[i].Intervention; x != nil && x.Nature == dossier.Confirmer && x.Objet == a.ID && !x.Auteur().Est(a.Auteur()) {
			confirme = min(confirme, x.Instant)
		}
	}
	return max(a.Instant, confirme)
}

// rendusSans gives the days that were with PROGRES on a day, as the person was known then, before a payment left.
func (c *Caisse) rendusSans(d *Dossier, o *paiement.Ordre, jour v.Jour) (map[registre.Creance]bool, error) {
	alors := d.lues.au(jour)
	lignes := map[string]bool{}
	for i := range o.Lignes {
		lignes[o.Lignes[i].ID] = true
	}
	alors.poses = garder(alors.poses, func(p *registre.Pose) bool { return !lignes[p.OrdreLigne] })
	alors.ordres = slices.DeleteFunc(alors.ordres, func(x *paiement.Ordre) bool { return x.ID == o.ID })
	x, err := c.calculerLe(alors, d.Personne, d.NIR, jour, false, nil)
	if err != nil {
		return nil, err
	}
	return x.creancesRendues(), nil
}
