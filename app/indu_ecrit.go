package app

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"accord/clock"
	"accord/dossier"
	"accord/lettre"
	"accord/libelle"
	"accord/paiement"
	"accord/registre"
	"accord/suivi"
	v "accord/valeur"
)

// ecrireIndus enqueues the letter of each claim that was signed by two people and was not
// sent otherwise, the one that corrects it when it comes to claim less, and tells of those that
// are claimed no more.
func (c *Caisse) ecrireIndus(tx Tx, d *Dossier) error {
	s := d.Calcul.Situation
	reclames := map[string]bool{}
	for i := range s.Interventions {
		a := &s.Interventions[i]
		if a.Nature != dossier.NotifierIndu {
			continue
		}
		reclames[a.ID] = len(d.reclamesPar(a)) > 0
		cle, due := d.lettreDue(a)
		if !due {
			continue
		}
		if err := tx.AjouterTravail(Travail{Cle: cle, Genre: travailIndu, Personne: d.Personne, Charge: a.ID, CreeLe: c.clock.Instant()}); err != nil {
			return err
		}
	}
	for i := range d.courriers {
		m := &d.courriers[i]
		reste, est := strings.CutPrefix(m.Cle, prefixeIndu)
		if !est {
			continue
		}
		id, _, _ := strings.Cut(reste, "/")
		if ls := d.lettresIndu(id); len(ls) > 0 && ls[len(ls)-1].cle == m.Cle {
			if _, _, entier := d.remis(id); entier || d.remplacee(id) {
				continue // another letter says so
			}
			if err := c.retirerIndu(tx, d, m, reclames[id]); err != nil {
				return err
			}
		}
	}
	return nil
}

// retirerIndu tells whoever was written to that nothing is claimed any more, or that
// it is again.
func (c *Caisse) retirerIndu(tx Tx, d *Dossier, m *Message, reclame bool) error {
	t := Travail{Cle: prefixeRetrait + m.Cle, Genre: travailRetrait, Personne: d.Personne, CreeLe: c.clock.Instant()}
	if reclame {
		return tx.RetirerTravail(t.Cle)
	}
	charge, err := json.Marshal(lettre.Retrait{A: m.A, Objet: m.Objet, EcritLe: clock.JourDe(m.Le), Nom: nomComplet(&d.Calcul.Situation.Identite), Indu: true})
	if err != nil {
		return fmt.Errorf("indu : %w", err)
	}
	t.Charge = string(charge)
	return tx.AjouterTravail(t)
}

// reclamesPar lists what an act claims today: what is still paid too much on its days, and
// nobody gave up.
func (d *Dossier) reclamesPar(a *dossier.Intervention) (es []registre.Ecart) {
	abandonne := func(e *registre.Ecart) bool {
		return slices.ContainsFunc(d.Retenues, func(r paiement.Retenue) bool {
			return r.Motif == paiement.Abandonne && slices.ContainsFunc(r.Details, func(j paiement.JourRetenu) bool { return j.Cle == e.Cle })
		})
	}
	for _, e := range d.tropPayesDe(a) {
		if !abandonne(&e) {
			es = append(es, e)
		}
	}
	return es
}

// induEcrit writes the letter, of what is claimed on the day on which it leaves.
func (c *Caisse) induEcrit(tx Tx, t *Travail) (Message, error) {
	d, err := c.ouvrirChef(tx, t.Personne, false)
	if err != nil {
		return Message{}, err
	}
	a := d.acteDe(t.Charge)
	if a == nil {
		return Message{}, errSansObjet
	}
	cle, due := d.lettreDue(a)
	if !due {
		return Message{}, errSansObjet
	}
	es := d.reclamesPar(a)
	total, err := c.aReprendre(d, es)
	if err != nil {
		return Message{}, err
	}
	fin := suivi.EcheanceDans(d.Calendrier, "INDU_RECTIFICATION", d.Jour)
	l := lettre.Indu{
		A: string(es[0].Destinataire), Nom: nomComplet(&d.Calcul.Situation.Identite), Dossier: es[0].Dossier, Cause: a.Valeur, Brut: -total.Brut, Net: -total.Net, Lignes: d.lignesIndu(es),
		FinRectification: fin, PremiereRetenue: fin + 1, FinRecours: suivi.EcheanceDans(d.Calendrier, "RECOURS_CRA", d.Jour),
		Par: a.Par, Role: libelle.Role(a.Role), Le: clock.JourDe(a.Instant), Controle: d.confirmePar(a.ID), Caisse: c.conf.Nom, Adresse: c.conf.Debiteur.Postale(),
	}
	if l.Remis, _, err = c.remisSur(d, a, es); err != nil {
		return Message{}, err
	}
	l.Net -= l.Remis
	if derniere := d.lettreAvant(a); derniere != nil {
		l.Avant, l.AvantLe = derniere.net, derniere.le
	} else if a.Date != 0 && len(d.lettresIndu(a.ID)) == 0 {
		l.AvantLe = a.Date
	}
	objet, corps := l.Rediger()
	return Message{Cle: fmt.Sprintf("%s/%d", cle, int64(l.Net)), A: l.A, Objet: objet, Corps: corps}, nil
}

// lignesIndu groups days paid by one transfer, and too much by the same amount.
func (d *Dossier) lignesIndu(es []registre.Ecart) (ls []lettre.LigneIndu) {
	for i := range es {
		e := &es[i]
		p := d.premierePose(e)
		ordre, _, _ := strings.Cut(p.OrdreLigne, "-")
		l := lettre.LigneIndu{Jours: v.P(e.Jour, e.Jour), PayeLe: p.Le, Virement: (&paiement.Ordre{ID: ordre}).Reference(), Paye: e.Nouveau - e.Montant, Du: e.Nouveau, TropVerse: -e.Montant}
		if n := len(ls); n > 0 {
			x := &ls[n-1]
			if x.Jours.Au+1 == e.Jour && x.Virement == l.Virement && x.Paye == l.Paye && x.Du == l.Du {
				x.Jours.Au, x.TropVerse = e.Jour, x.TropVerse+l.TropVerse
				continue
			}
		}
		ls = append(ls, l)
	}
	return ls
}

// premierePose is what first paid a day to whoever was paid too much.
func (d *Dossier) premierePose(e *registre.Ecart) (p registre.Pose) {
	for i := range d.Poses {
		if x := &d.Poses[i]; x.Cle == e.Cle && x.Destinataire == e.Destinataire && x.Brut > 0 && (p.Le == 0 || x.Rang < p.Rang) {
			p = *x
		}
	}
	return p
}

// confirmePar names the second person of an act.
func (d *Dossier) confirmePar(id string) string {
	for i := range d.lues.faits {
		if a := d.lues.faits[i].Intervention; a != nil && a.Nature == dossier.Confirmer && a.Objet == id {
			return a.Par + ", " + libelle.Role(a.Role)
		}
	}
	return ""
}
