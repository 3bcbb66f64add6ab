package suivi

import (
	"slices"
	"strings"

	"accord/decision"
	"accord/droit"
)

// termine: the arrêt is over and nothing is pending. What is refused is said, and by what.
func termine(e *Entree) Etape {
	if e.Bilan.Refuses == 0 {
		return Etape{Genre: Clos, Depuis: e.Chaine.Fin, Phrase: "L'arrêt est terminé et soldé" + e.direParProgres() + "."}
	}
	par := " par décision signée" + e.direRefus() + "."
	if e.Bilan.Payes == 0 {
		return Etape{Genre: Refuse, Depuis: e.Chaine.Debut, Phrase: "Les jours de cet arrêt ne sont pas indemnisés," + par}
	}
	return Etape{Genre: Clos, Depuis: e.Chaine.Fin, Phrase: "L'arrêt est terminé et soldé ; " + pluriel(e.Bilan.Refuses, "jour n'est pas indemnisé,", "jours ne sont pas indemnisés,") + par}
}

// direRefus names what the days of a dossier were refused by, and who signed: each rule once.
func (e *Entree) direRefus() string {
	var dites []string
	for i := range e.Proposees {
		p := &e.Proposees[i]
		if p.Signee == nil || !decision.Defavorable(p.Etat) {
			continue
		}
		dit := e.direRegle(p.Regle) + ", signée le " + p.Signee.Le.EnLettres() + " par " + p.Signee.Par
		if !slices.Contains(dites, dit) {
			dites = append(dites, dit)
		}
	}
	if len(dites) == 0 {
		return ""
	}
	return " (" + strings.Join(dites, " ; ") + ")"
}

// direRegle says by what a day is what it is: «article R.313-3, règle MAL-OUV-03».
func (e *Entree) direRegle(r droit.Regle) string {
	if e.Articles != nil {
		if a := e.Articles(r); a != "" {
			return "article " + a + ", règle " + string(r)
		}
	}
	return "règle " + string(r)
}
