package app

import (
	"slices"
	"strconv"
	"strings"

	"accord/clock"
	"accord/dossier"
	"accord/suivi"
	v "accord/valeur"
)

// ouvertures tells how many times each family of questions was told closed to
// those who had been asked: an answer that is cancelled later opens it again, and it is
// then asked again, once for that opening, by the same ladder.
type ouvertures map[string]int

func ouverturesDe(messages []Message, personne string) ouvertures {
	o := ouvertures{}
	for i := range messages {
		reste, cloture := strings.CutPrefix(messages[i].Cle, prefixeCloture+personne+"/")
		if !cloture {
			continue
		}
		_, cle, _ := strings.Cut(reste, "/") // whom it was told to
		cle, n := ouvertureDe(cle)
		o[famille(cle)] = max(o[famille(cle)], n+1)
	}
	return o
}

// marqueOuverture parts the key of a question from the number of its opening.
const marqueOuverture = "~"

// cleOuverte names one opening of a question; the first one bears no number.
func cleOuverte(cle string, n int) string {
	if n == 0 {
		return cle
	}
	return cle + marqueOuverture + strconv.Itoa(n)
}

// ouvertureDe returns the question of a key and the number of its opening.
func ouvertureDe(cle string) (string, int) {
	i := strings.LastIndex(cle, marqueOuverture)
	if i < 0 {
		return cle, 0
	}
	n, err := strconv.Atoi(cle[i+1:])
	if err != nil {
		return cle, 0
	}
	return cle[:i], n
}

// rouvrir dates a question that was opened again: whoever was told that nothing
// more is expected has not been waited for since the first time. It counts from
// the day on which it was asked again, or from today until it is. Only questions
// whose ladder would be climbed have anything to be told apart.
func (d *Dossier) rouvrir(messages func() ([]Message, error)) error {
	if messages == nil {
		return nil
	}
	var lus []Message
	var o ouvertures
	for i := range d.Calcul.Questions {
		q := &d.Calcul.Questions[i]
		if _, vaine := suivi.SansReponse(d.Calendrier, q, d.Jour); !vaine {
			continue
		}
		if o == nil {
			var err error
			if lus, err = messages(); err != nil {
				return err
			}
			lus = slices.DeleteFunc(lus, func(m Message) bool { return clock.JourDe(m.Le) > d.Jour })
			o = ouverturesDe(lus, d.Personne)
		}
		if n := o[famille(q.Cle())]; n > 0 {
			q.Depuis = max(q.Depuis, redemandeLe(lus, d.Personne, q, n, d.Jour))
		}
	}
	return nil
}

// redemandeLe is the day on which an opening of a question was first asked, else
// the day given.
func redemandeLe(messages []Message, personne string, q *dossier.Question, n int, sinon v.Jour) v.Jour {
	for i := range messages {
		cle, question := questionDe(messages[i].Cle, personne)
		if question {
			if c, k := ouvertureDe(cle); k == n && famille(c) == famille(q.Cle()) {
				return clock.JourDe(messages[i].Le)
			}
		}
	}
	return sinon
}
