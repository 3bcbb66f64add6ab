package app

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"accord/clock"
	"accord/decision"
	"accord/dossier"
	"accord/droit"
	"accord/lettre"
	"accord/libelle"
	"accord/suivi"
	v "accord/valeur"
)

// Keys of the letters of decisions: the prefix, the signature, who is told.
const (
	prefixeNotification = "notification/"
	prefixeRetrait      = "retrait/"
)

// aNotifier is what a job keeps of a letter to write.
type aNotifier struct {
	Piece string `json:"piece"` // the signature
	A     string `json:"a"`
}

// notifier enqueues the letters of the decisions signed against a person, to
// her and to the employer who is paid in her place, and tells those who were
// notified of one that bears on no day any more.
func (c *Caisse) notifier(tx Tx, d *Dossier) error {
	signees := map[string]bool{}
	for i := range d.Proposees {
		p := &d.Proposees[i]
		if p.Signee == nil {
			continue
		}
		signees[p.Signee.Cle()] = true
		for _, a := range d.notifies(p) {
			charge, err := json.Marshal(aNotifier{p.Signee.Cle(), a})
			if err != nil {
				return fmt.Errorf("notification : %w", err)
			}
			cle := prefixeNotification + p.Signee.Cle() + "/" + a
			if err := tx.AjouterTravail(Travail{Cle: cle, Genre: travailNotifier, Personne: d.Personne, Charge: string(charge), CreeLe: c.clock.Instant()}); err != nil {
				return err
			}
		}
	}
	if len(d.Calcul.Situation.Decisions) == 0 {
		return nil
	}
	return c.retirerNotifications(tx, d, signees)
}

// notifies lists who is told of a decision: the insured, and the employer who
// claimed the days.
func (d *Dossier) notifies(p *decision.Proposee) []string {
	a := []string{"assure"}
	s := d.Calcul.Situation
	if n := s.Index(p.Ligne); n >= 0 && s.Lignes[n].SIRET != "" &&
		slices.ContainsFunc(s.Cas.Activites[n].Subrogation, func(x droit.Subrogation) bool { return !x.Periode.Inter(p.Periode).IsZero() }) {
		a = append(a, "employeur:"+string(s.Lignes[n].SIRET))
	}
	return a
}

// retirerNotifications enqueues the letters that take back what was notified and
// holds no more.
func (c *Caisse) retirerNotifications(tx Tx, d *Dossier, signees map[string]bool) error {
	messages, err := desFiches(d.Fiches, tx.Messages)
	if err != nil {
		return err
	}
	for _, m := range messages {
		reste, ok := strings.CutPrefix(m.Cle, prefixeNotification)
		if !ok {
			continue
		}
		t := Travail{Cle: prefixeRetrait + reste, Genre: travailRetrait, Personne: d.Personne, CreeLe: c.clock.Instant()}
		var err error
		if piece, _, _ := strings.Cut(reste, "/"); signees[piece] {
			err = tx.RetirerTravail(t.Cle)
		} else {
			var charge []byte
			charge, err = json.Marshal(lettre.Retrait{A: m.A, Objet: m.Objet, EcritLe: clock.JourDe(m.Le), Nom: nomComplet(&d.Calcul.Situation.Identite)})
			if err != nil {
				return fmt.Errorf("retrait : %w", err)
			}
			t.Charge = string(charge)
			err = tx.AjouterTravail(t)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// notification writes the letter of a decision as it stands today: the days that
// it bears on, and why.
func (c *Caisse) notification(tx Tx, t *Travail) (Message, error) {
	var x aNotifier
	if err := json.Unmarshal([]byte(t.Charge), &x); err != nil {
		return Message{}, err
	}
	d, err := c.ouvrirChef(tx, t.Personne, true)
	if err != nil {
		return Message{}, err
	}
	var ps []decision.Proposee
	for _, p := range d.Proposees {
		if p.Signee != nil && p.Signee.Cle() == x.Piece && slices.Contains(d.notifies(&p), x.A) {
			ps = append(ps, p)
		}
	}
	if len(ps) == 0 {
		return Message{}, errSansObjet
	}
	jours, reduit := joursSignes(ps)
	var objet, corps string
	if x.A == "assure" {
		objet, corps = c.decisionEcrite(d, ps, jours, reduit).Rediger()
	} else {
		i := lettre.InformationEmployeur{Nom: nomComplet(&d.Calcul.Situation.Identite), Reduit: reduit, Etat: ps[0].Etat, Jours: jours, Caisse: c.conf.Nom}
		objet, corps = i.Rediger()
	}
	return Message{A: x.A, Objet: objet, Corps: corps}, nil
}

// joursSignes gathers the days of one signature, each once whatever its lines, and what a
// reduction takes from them.
func joursSignes(ps []decision.Proposee) (jours []v.Periode, reduit v.Centimes) {
	var js []v.Jour
	for i := range ps {
		reduit += ps[i].Reserve
		for j := ps[i].Periode.Du; j <= ps[i].Periode.Au; j++ {
			js = append(js, j)
		}
	}
	slices.Sort(js)
	return enPeriodes(slices.Compact(js)), reduit
}

// decisionEcrite gathers what the letter to the insured says.
func (c *Caisse) decisionEcrite(d *Dossier, ps []decision.Proposee, jours []v.Periode, reduit v.Centimes) *lettre.Notification {
	p := &ps[0]
	n := &lettre.Notification{
		Dossier: p.Dossier, Etat: p.Etat, Reduit: reduit, Jours: jours, Regle: p.Regle, Medical: decision.Medicale(p.Regle),
		Par: p.Signee.Par, Role: libelle.Role(p.Signee.Role), Le: p.Signee.Le, Caisse: c.conf.Nom, FinDelai: suivi.EcheanceDans(d.Calendrier, "RECOURS_CRA", d.Jour), DejaVerse: d.dejaVerse(ps), Adresse: c.conf.Debiteur.Postale(), Faits: d.Faits(ps...),
	}
	n.Titre = string(p.Regle)
	if r, ok := c.table.Regle(string(p.Regle)); ok {
		n.Titre, n.Article = r.Titre, r.Article
	}
	return n
}

// dejaVerse is what left for the days of decisions that refuse them.
func (d *Dossier) dejaVerse(ps []decision.Proposee) (somme v.Centimes) {
	for _, x := range d.emises() {
		if slices.ContainsFunc(ps, func(p decision.Proposee) bool {
			return decision.Defavorable(p.Etat) && p.Ligne == x.Ligne && p.Periode.Contient(x.Jour)
		}) {
			somme += x.Brut
		}
	}
	return somme
}

// Faits gives the sentences of the computation that speak of some of the days
// by the rule that is applied to them, each once, but those that speak of another
// line.
func (d *Dossier) Faits(ps ...decision.Proposee) (faits []string) {
	for i := range ps {
		es := d.etapesDu(ps[i].Dossier)
		for k := range es {
			e := &es[k]
			phrase, autre := nommerLignes(d.Calcul.Situation, e.Phrase, ps[i].Ligne)
			if e.Regle == ps[i].Regle && !autre && phrase != "" && parleDe(e, ps[i].Periode) && !slices.Contains(faits, phrase) {
				faits = append(faits, phrase)
			}
		}
	}
	return faits
}

// nommerLignes puts the name of the employer in the place of the key of a line,
// and reports whether the sentence speaks of another one.
func nommerLignes(s *dossier.Situation, phrase, ligne string) (nommee string, autre bool) {
	for i := range s.Lignes {
		l := &s.Lignes[i]
		switch {
		case l.Cle == "" || !strings.Contains(phrase, l.Cle):
		case l.Cle != ligne:
			return phrase, true
		default:
			phrase = strings.ReplaceAll(phrase, l.Cle, cmp.Or(l.Nom, "SIRET "+libelle.SIRET(l.SIRET)))
		}
	}
	return phrase, false
}

func parleDe(e *droit.Etape, p v.Periode) bool {
	for j := p.Du; j <= p.Au; j++ {
		if e.ParleDe(j) {
			return true
		}
	}
	return false
}

// Postale is the address of the caisse on one line.
func (d *Debiteur) Postale() string {
	rue := strings.TrimSpace(d.Numero + " " + d.Rue)
	ville := strings.TrimSpace(d.CodePostal + " " + d.Ville)
	return strings.Trim(rue+", "+ville, ", ")
}
