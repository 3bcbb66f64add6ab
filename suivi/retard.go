package suivi

import (
	"accord/decision"
	"accord/registre"
	v "accord/valeur"
)

// Retard is what is not paid to the insured of a dossier, and until when the law gave the
// caisse to pay the day whose time runs out first.
type Retard struct {
	Premier  v.Jour // oldest day that is owed or awaited and not paid, over or to come
	Echeance v.Jour
	Horloge  string // the clock of the law
	Attente  bool   // some of these days hang on what is not known
}

// Retard finds it; false when everything is settled.
func (e *Entree) Retard() (r Retard, ok bool) {
	for i := range e.Dus {
		d := &e.Dus[i]
		if !e.attenduDeLAssure(d) {
			continue
		}
		code := delaiLegal(d.Risque)
		if fin := EcheanceDans(e.Calendrier, code, e.exigible(d.Jour)); !ok || fin < r.Echeance {
			r.Echeance, r.Horloge = fin, code
		}
		r.Premier, ok = premier(r.Premier, d.Jour), true
		r.Attente = r.Attente || d.Attend()
	}
	return r, ok
}

// Attendus lists the days that are over and that the insured waits for.
func (e *Entree) Attendus() (ds []registre.Du) {
	for i := range e.Dus {
		if d := &e.Dus[i]; d.Jour < e.Jour && e.attenduDeLAssure(d) {
			ds = append(ds, *d)
		}
	}
	return ds
}

func (e *Entree) attenduDeLAssure(d *registre.Du) bool {
	if d.Destinataire != registre.Assure && d.Destinataire != "" || decision.Defavorable(d.Etat) {
		return false
	}
	return d.Attend() || e.Verse[d.Cle] < d.Dette()
}

// ArticleDuDelai is the article of the code de la sécurité sociale that gives a clock of
// payment.
func ArticleDuDelai(horloge string) string { return articlesDuDelai[horloge] }

var articlesDuDelai = map[string]string{horlogeMaladie: "R.362-1", horlogeAT: "R.433-14"}
