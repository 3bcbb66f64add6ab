package app

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"accord/clock"
	"accord/dossier"
	"accord/droit"
	"accord/lettre"
	"accord/libelle"
	"accord/paiement"
	"accord/registre"
	"accord/suivi"
	v "accord/valeur"
)

// relance is one rung of the ladder of a question, as a job keeps it.
type relance struct {
	dossier.Question
	Rang     int      `json:",omitempty"`
	PasAvant v.Jour   `json:",omitempty"`
	Deja     []v.Jour `json:",omitempty"` // days on which the rungs before were done
	// Ouverture counts how many times the question had been closed when it was opened,
	// Rouverte is the day on which it was opened again.
	Ouverture int    `json:",omitempty"`
	Rouverte  v.Jour `json:",omitempty"`
}

const (
	prefixeDemande = "demande/"
	prefixeRappel  = "rappel/"
	prefixeCloture = "cloture/"
)

// cle names the job of a rung: the same rung twice is one job.
func (r *relance) cle(personne string) string {
	cle := cleOuverte(r.Question.Cle(), r.Ouverture)
	if r.Rang == 0 {
		return prefixeDemande + personne + "/" + cle
	}
	return prefixeRappel + personne + "/" + strconv.Itoa(r.Rang) + "/" + cle
}

// demander enqueues each open question, once for each time that it opens: the key of
// the job is that of the question. It is asked at the end of the day, if it is still
// open then, or when its day comes. What the caisse asks of itself is no letter.
func (c *Caisse) demander(tx Tx, d *Dossier) error {
	messages, err := tx.Messages(d.Personne)
	if err != nil {
		return err
	}
	o := ouverturesDe(messages, d.Personne)
	for _, q := range slices.Concat(d.ouvertes(), d.Calcul.AVenir) {
		if q.AupresDe == "caisse" {
			continue
		}
		r := relance{Question: q, Ouverture: o[famille(q.Cle())]}
		if r.Ouverture > 0 {
			r.Rouverte = d.Jour
		}
		if err := c.ajouterRelance(tx, d.Personne, &r); err != nil {
			return err
		}
	}
	return c.cloturer(tx, d, messages, o)
}

func (c *Caisse) ajouterRelance(tx Tx, personne string, r *relance) error {
	charge, err := json.Marshal(r)
	if err != nil {
		return fmt.Errorf("question %s : %w", r.Code, err)
	}
	genre := travailRappel
	if r.Rang == 0 {
		genre = travailDemande
	}
	return tx.AjouterTravail(Travail{Cle: r.cle(personne), Genre: genre, Personne: personne, Charge: string(charge), CreeLe: c.clock.Instant(), PasAvant: max(r.PasAvant, c.clock.Jour())})
}

// relancer does one rung of the ladder of a question, and enqueues the next one.
// The answer that came meanwhile withdraws it.
func (c *Caisse) relancer(tx Tx, o ouverts, t *Travail, r *relance) (Message, error) {
	jour := c.clock.Jour()
	if r.PasAvant > jour {
		return Message{}, tropTot{r.PasAvant}
	}
	d, err := c.ouvrirUneFois(tx, o, t.Personne)
	if err != nil {
		return Message{}, err
	}
	meme := func(x dossier.Question) bool { return x.Cle() == r.Question.Cle() }
	ouvertes := d.ouvertes()
	i := slices.IndexFunc(ouvertes, meme)
	if i < 0 {
		if slices.ContainsFunc(d.tues, meme) {
			return Message{}, tropTot{jour + 1} // PROGRES asks it meanwhile
		}
		if k := slices.IndexFunc(d.Calcul.AVenir, meme); k >= 0 {
			return Message{}, tropTot{d.Calcul.AVenir[k].Depuis}
		}
		return Message{}, errSansObjet
	}
	r.Question = ouvertes[i] // as it stands today
	r.Depuis = cmp.Or(r.Rouverte, r.Depuis)
	echelle := suivi.Rappels(d.Calendrier, &r.Question)
	k := slices.IndexFunc(echelle, func(x suivi.Rappel) bool { return x.Rang >= r.Rang })
	if k < 0 {
		return Message{}, errSansObjet // the ladder lost that rung
	}
	if r.Rang == 0 && echelle[k].Le > jour {
		return Message{}, tropTot{echelle[k].Le}
	}
	if perime, err := c.perime(tx, t.Personne, r); perime || err != nil {
		return Message{}, cmp.Or(err, errSansObjet)
	}
	if echelle[k].Nature == suivi.RappelAgent || r.Depuis > clock.JourDe(t.CreeLe) { // the list of dossiers says who must act now
		if err := tx.Verrouiller(t.Personne); err != nil {
			return Message{}, err
		}
		if err := c.projeter(tx, d); err != nil {
			return Message{}, err
		}
	}
	if echelle[k].Nature == suivi.RappelAgent {
		return Message{}, nil
	}
	return c.ecrireRelance(tx, d, r, echelle[k:])
}

// perime reports whether a rung belongs to an opening of its question that was
// closed since: another ladder runs.
func (c *Caisse) perime(tx Tx, personne string, r *relance) (bool, error) {
	messages, err := tx.Messages(personne)
	return ouverturesDe(messages, personne)[famille(r.Question.Cle())] > r.Ouverture, err
}

// ecrireRelance writes the letter of the first rung of what remains of a ladder,
// and enqueues the next one. The time between two letters is kept, even when the
// first one leaves late.
func (c *Caisse) ecrireRelance(tx Tx, d *Dossier, r *relance, reste []suivi.Rappel) (Message, error) {
	for i := 1; i < len(reste); i++ {
		reste[i].Le = max(reste[i].Le, d.Jour+reste[i].Le-reste[0].Le)
	}
	l := d.lettreDe(&r.Question, &reste[0])
	l.Caisse, l.Deja, l.Rouverte = c.conf.Nom, r.Deja, r.Ouverture > 0
	if i := slices.IndexFunc(reste[1:], func(x suivi.Rappel) bool { return x.Nature != suivi.RappelInformation }); i >= 0 {
		l.Suite = &reste[1+i]
	}
	if len(reste) > 1 {
		suivant := relance{Question: r.Question, Rang: reste[1].Rang, PasAvant: reste[1].Le, Deja: r.Deja, Ouverture: r.Ouverture, Rouverte: r.Rouverte}
		if reste[0].A == r.AupresDe {
			suivant.Deja = append(slices.Clone(r.Deja), d.Jour)
		}
		if err := c.ajouterRelance(tx, d.Personne, &suivant); err != nil {
			return Message{}, err
		}
	}
	objet, corps := l.Rediger()
	return Message{A: l.Rappel.A, Objet: objet, Corps: corps}, nil
}

// attendus lists the open questions of a person, as an acknowledgement tells them.
func (d *Dossier) attendus() (as []lettre.Attendu) {
	for i := range d.Calcul.Questions {
		q := &d.Calcul.Questions[i]
		x := lettre.Attendu{Avant: d.Echeance(q), Phrase: q.Phrase}
		if q.AupresDe == "assure" {
			x.Geste = lettre.Geste(q)
		} else {
			x.De = libelle.ActeurDe(q.AupresDe, d.employeur(q))
		}
		as = append(as, x)
	}
	return as
}

// employeur names the one whom a question asks; empty when it asks someone else.
func (d *Dossier) employeur(q *dossier.Question) string {
	return d.Calcul.Situation.NomDe(registre.Destinataire(q.AupresDe).SIRET())
}

// lettreDe says what hangs on a question today: days, and money.
func (d *Dossier) lettreDe(q *dossier.Question, r *suivi.Rappel) lettre.Demande {
	l := lettre.Demande{Question: q, Rappel: *r, Nom: nomComplet(&d.Calcul.Situation.Identite), Le: d.Jour, Calendrier: d.Calendrier}
	l.Employeur = d.employeur(q)
	dernier := v.Jour(0)
	for i := range d.Dus {
		x := &d.Dus[i]
		if q.Code == dossier.QuestionCompte || x.Etat != droit.Attente || !q.Pour.Contient(x.Jour) || q.Ligne != "" && q.Ligne != x.Ligne {
			continue
		}
		if x.Destinataire == registre.Assure {
			l.Certain += x.IJ
		} else {
			l.Subroge += x.IJ
		}
		if x.Jour == dernier { // several lines
			continue
		}
		dernier = x.Jour
		l.Jours++
		if x.Jour < d.Jour {
			l.Ecoules++
		}
	}
	return l
}

// ouvertes lists the questions that wait for an answer: those of the computation,
// and the accounts without which days that are owed cannot be paid.
func (d *Dossier) ouvertes() []dossier.Question {
	qs := slices.Clone(d.Calcul.Questions)
	for i := range d.Retenues {
		r := &d.Retenues[i]
		if r.Motif != paiement.AttendCompte {
			continue
		}
		q := dossier.Question{Code: dossier.QuestionCompte, AupresDe: string(r.Destinataire), Objet: r.Dossier, Pour: v.P(r.Depuis, r.Depuis)}
		for _, j := range r.Details {
			q.Pour.Au = max(q.Pour.Au, j.Jour)
		}
		for k := range d.entrees {
			if NumeroDossier(d.Personne, &d.entrees[k].Chaine) == r.Dossier {
				q.Depuis = max(r.Depuis+1, d.entrees[k].RecuLe)
			}
		}
		q.Phrase = nombreJours(r.Jours) + " (" + r.Brut.Euros() + " brut) : il manque les coordonnées bancaires pour payer."
		if q.AupresDe != "assure" {
			q.Phrase = nombreJours(r.Jours) + " (" + r.Brut.Euros() + " brut) à l'employeur, subrogé : il manque les coordonnées bancaires pour payer."
		}
		qs = append(qs, q)
	}
	return qs
}

func nombreJours(n int) string {
	if n == 1 {
		return "1 jour est dû"
	}
	return strconv.Itoa(n) + " jours sont dus"
}

// cloturer tells once whoever had been asked, or told, of a question that found its
// answer, that nothing more is expected: once for each time that it was open. A partial answer closes
// nothing: what remains is asked under another key. What opens again before that was told is not told closed.
func (c *Caisse) cloturer(tx Tx, d *Dossier, messages []Message, o ouvertures) error {
	ouvertes := map[string]bool{}
	for _, q := range slices.Concat(d.ouvertes(), d.Calcul.AVenir, d.tues) { // PROGRES still waits for the last ones
		ouvertes[famille(q.Cle())] = true
	}
	derniers := map[string]Message{} // by family and recipient
	var ordre []string
	for _, m := range messages {
		cle, question := questionDe(m.Cle, d.Personne)
		if cle, n := ouvertureDe(cle); question && n == o[famille(cle)] {
			x := famille(cle) + " " + m.A
			if _, vu := derniers[x]; !vu {
				ordre = append(ordre, x)
			}
			derniers[x] = m
		}
	}
	for _, x := range ordre {
		m := derniers[x]
		cle, _ := questionDe(m.Cle, d.Personne)
		t := Travail{Cle: prefixeCloture + d.Personne + "/" + m.A + "/" + cle, Genre: travailCloture, Personne: d.Personne, CreeLe: c.clock.Instant()}
		if sans, _ := ouvertureDe(cle); ouvertes[famille(sans)] {
			if err := tx.RetirerTravail(t.Cle); err != nil {
				return err
			}
			continue
		}
		charge, err := json.Marshal(lettre.Cloture{A: m.A, Objet: m.Objet, EcritLe: clock.JourDe(m.Le), Nom: nomComplet(&d.Calcul.Situation.Identite)})
		if err != nil {
			return fmt.Errorf("clôture %s : %w", cle, err)
		}
		t.Charge = string(charge)
		if err := tx.AjouterTravail(t); err != nil {
			return err
		}
	}
	return nil
}

// questionDe returns the key of the question that a message asked or recalled.
func questionDe(cle, personne string) (string, bool) {
	if q, ok := strings.CutPrefix(cle, prefixeDemande+personne+"/"); ok {
		return q, true
	}
	q, ok := strings.CutPrefix(cle, prefixeRappel+personne+"/")
	if !ok {
		return "", false
	}
	_, q, ok = strings.Cut(q, "/")
	return q, ok
}

// famille is the key of a question without its object: the months that remain
// to be declared are the same question.
func famille(cle string) string { return cle[:strings.LastIndexByte(cle, '/')+1] }
