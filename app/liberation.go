package app

import (
	"encoding/json"
	"fmt"
	"slices"

	"accord/lettre"
	"accord/registre"
	v "accord/valeur"
)

const prefixeLiberation = "liberation/"

// aLiberer is what a job keeps of a letter about days paid before a subrogation was known.
type aLiberer struct {
	SIRET     v.SIRET `json:"siret"`
	DemandeLe v.Jour  `json:"demande_le"`
	A         string  `json:"a"`
}

// annoncerLiberations enqueues what an employer and his employee are told of the days
// that were paid before the caisse heard of the subrogation: once for the same days.
func (c *Caisse) annoncerLiberations(tx Tx, d *Dossier) error {
	for _, g := range d.liberations() {
		jours := joursLiberes(g)
		for _, a := range []string{string(registre.Employeur(g[0].SIRET)), "assure"} {
			charge, err := json.Marshal(aLiberer{g[0].SIRET, g[0].DemandeLe, a})
			if err != nil {
				return fmt.Errorf("libération : %w", err)
			}
			cle := fmt.Sprintf("%s%s/%s/%s/%s/%d/%s", prefixeLiberation, d.Personne, g[0].SIRET, jours[0], jours[len(jours)-1], len(jours), a)
			if err := tx.AjouterTravail(Travail{Cle: cle, Genre: travailLiberer, Personne: d.Personne, Charge: string(charge), CreeLe: c.clock.Instant()}); err != nil {
				return err
			}
		}
	}
	return nil
}

// liberation writes the letter, of the days as they stand when it leaves.
func (c *Caisse) liberation(tx Tx, o ouverts, t *Travail) (Message, error) {
	var x aLiberer
	if err := json.Unmarshal([]byte(t.Charge), &x); err != nil {
		return Message{}, err
	}
	d, err := c.ouvrirUneFois(tx, o, t.Personne)
	if err != nil {
		return Message{}, err
	}
	gs := d.liberations()
	n := slices.IndexFunc(gs, func(g []JourLibere) bool { return g[0].SIRET == x.SIRET && g[0].DemandeLe == x.DemandeLe })
	if n < 0 {
		return Message{}, errSansObjet
	}
	s := d.Calcul.Situation
	l := lettre.Liberation{A: x.A, Nom: nomComplet(&s.Identite), DemandeLe: x.DemandeLe, Versees: versees(gs[n]), Caisse: c.conf.Nom}
	if k := s.Index(gs[n][0].Ligne); k >= 0 {
		l.Employeur = s.Lignes[k].Nom
	}
	objet, corps := l.Rediger()
	return Message{A: x.A, Objet: objet, Corps: corps}, nil
}

// versees gathers days by the day on which they were paid.
func versees(g []JourLibere) (vs []lettre.Versee) {
	parLe := slices.Clone(g)
	slices.SortStableFunc(parLe, func(a, b JourLibere) int { return int(a.PayeLe - b.PayeLe) })
	for debut := 0; debut < len(parLe); {
		fin := debut
		for fin < len(parLe) && parLe[fin].PayeLe == parLe[debut].PayeLe {
			fin++
		}
		lot := parLe[debut:fin]
		vs = append(vs, lettre.Versee{Jours: enPeriodes(joursLiberes(lot)), Brut: totalLibere(lot), PayeLe: lot[0].PayeLe})
		debut = fin
	}
	return vs
}
