package app

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"

	"accord/dossier"
	"accord/lettre"
	"accord/suivi"
	v "accord/valeur"
)

const prefixeRetard = "retard/"

// retardAEcrire is what a job keeps of a payment that may come late.
type retardAEcrire struct {
	Dossier string `json:"dossier"`
	Premier v.Jour `json:"premier"` // the oldest day not paid: once it is, the job has no object
	Rang    int    `json:"rang"`    // of the letter
}

// surveillerRetards enqueues, for each dossier on which somebody is awaited or will be, the
// day on which the law will find its payment late. What the caisse pays at its date needs no job.
func (c *Caisse) surveillerRetards(tx Tx, d *Dossier) error {
	for i := range d.Etapes {
		e := &d.Etapes[i]
		r, ok := d.entrees[i].Retard()
		if !ok || !r.Attente && e.Genre != suivi.Agent && e.Genre != suivi.Attend {
			continue
		}
		if err := c.ajouterRetard(tx, d, retardAEcrire{NumeroDossier(d.Personne, &e.Chaine), r.Premier, 0}, r.Echeance+1); err != nil {
			return err
		}
	}
	return nil
}

func (c *Caisse) ajouterRetard(tx Tx, d *Dossier, x retardAEcrire, le v.Jour) error {
	charge, err := json.Marshal(x)
	if err != nil {
		return fmt.Errorf("retard : %w", err)
	}
	cle := fmt.Sprintf("%s%s/%s/%d", prefixeRetard, x.Dossier, x.Premier, x.Rang)
	return tx.AjouterTravail(Travail{Cle: cle, Genre: travailRetard, Personne: d.Personne, Charge: string(charge), CreeLe: c.clock.Instant(), PasAvant: max(le, c.clock.Jour())})
}

// retardEcrit tells the insured why she is not paid, once the time that the law gives is
// over and the caisse is the one who must act. Whoever else is awaited was written to, and so
// was she when her own answer is missing.
func (c *Caisse) retardEcrit(tx Tx, o ouverts, t *Travail) (Message, error) {
	var x retardAEcrire
	if err := json.Unmarshal([]byte(t.Charge), &x); err != nil {
		return Message{}, err
	}
	d, err := c.ouvrirUneFois(tx, o, t.Personne)
	if err != nil {
		return Message{}, err
	}
	i := slices.IndexFunc(d.Etapes, func(e Etape) bool { return NumeroDossier(d.Personne, &e.Chaine) == x.Dossier })
	if i < 0 || d.Essai || d.Calcul.Situation.Cas.Assure.DecesLe != 0 {
		return Message{}, errSansObjet
	}
	r, ok := d.entrees[i].Retard()
	switch jour := d.Jour; {
	case !ok || r.Premier != x.Premier:
		return Message{}, errSansObjet
	case x.Rang == 0 && jour <= r.Echeance:
		return Message{}, tropTot{r.Echeance + 1}
	case d.Etapes[i].Genre != suivi.Agent || d.attendLAssure(&d.Etapes[i]):
		return Message{}, tropTot{jour + 1}
	}
	suivante := suivi.EcheanceDans(d.Calendrier, "RETARD_ECRIT", d.Jour)
	l := c.lettreDeRetard(d, i, &r, suivante)
	if l.Nombre == 0 {
		return Message{}, tropTot{d.Jour + 1}
	}
	if err := c.ajouterRetard(tx, d, retardAEcrire{x.Dossier, x.Premier, x.Rang + 1}, suivante); err != nil {
		return Message{}, err
	}
	objet, corps := l.Rediger()
	return Message{A: "assure", Objet: objet, Corps: corps}, nil
}

// attendLAssure reports whether something that was asked of the insured is still missing.
func (d *Dossier) attendLAssure(e *Etape) bool {
	return slices.ContainsFunc(d.ouvertes(), func(q dossier.Question) bool {
		return q.AupresDe == "assure" && !q.Pour.Inter(v.P(e.Debut, e.Fin)).IsZero()
	})
}

// lettreDeRetard gathers what the letter says of one dossier.
func (c *Caisse) lettreDeRetard(d *Dossier, i int, r *suivi.Retard, suivante v.Jour) *lettre.Retard {
	e := &d.Etapes[i]
	l := lettre.Retard{
		Dossier: NumeroDossier(d.Personne, &e.Chaine), Echeance: r.Echeance, Article: suivi.ArticleDuDelai(r.Horloge),
		Etape: cmp.Or(e.Tait, e.Lettre), Suivante: suivante, Caisse: c.conf.Nom,
	}
	var jours []v.Jour
	for _, x := range d.entrees[i].Attendus() {
		if s, _ := suivi.DuJour(&d.entrees[i], &x); s.Genre != suivi.Agent || x.Progres != "" {
			continue // it has its date, someone else is awaited, or PROGRES may have paid it
		}
		jours = append(jours, x.Jour)
		verse := d.entrees[i].Verse[x.Cle]
		l.Certain += max(0, x.IJ-verse)
		l.Partiel = l.Partiel || verse > 0
	}
	slices.Sort(jours)
	jours = slices.Compact(jours)
	l.Jours, l.Nombre = enPeriodes(jours), len(jours)
	l.Bulletins = slices.ContainsFunc(d.Calcul.Questions, func(q dossier.Question) bool {
		return q.ADefaut != "" && slices.ContainsFunc(jours, q.Pour.Contient)
	})
	return &l
}
