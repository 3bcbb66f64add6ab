package libelle

import (
	"strconv"
	"strings"

	"accord/droit"
	v "accord/valeur"
)

// nomsChamps gives the names of values that underscores and missing accents
// would leave unreadable. Others are read as they stand, without underscores.
var nomsChamps = map[string]string{
	"ij": "indemnité journalière", "raam": "revenu d'activité annuel moyen", "ouvert": "droit ouvert", "etat": "état", "carence": "jours de carence",
}

// Champ gives the name and the value of a step of a computation as people read
// them: «gain_journalier: 85.934071» is «gain journalier : 85,934071».
func Champ(c droit.Champ) droit.Champ {
	nom, ok := nomsChamps[c.Nom]
	if !ok {
		nom = strings.ReplaceAll(c.Nom, "_", " ")
		if mois, ok := strings.CutPrefix(nom, "retabli "); ok {
			nom = "rétabli " + mois
		}
	}
	return droit.C(nom, valeurChamp(c))
}

func valeurChamp(c droit.Champ) string {
	switch c.Nom {
	case "voie":
		return Voie(c.Valeur)
	case "etat":
		return Etat(droit.Etat(c.Valeur))
	}
	if j, err := v.ParseJour(c.Valeur); err == nil {
		return j.Francais()
	}
	return Decimal(c.Valeur)
}

// Etat names what the law says of a day, whatever became of its money.
func Etat(e droit.Etat) string {
	if e == droit.Paye {
		return "indemnisé"
	}
	if a, ok := sansVersement[e]; ok {
		return a.Mot().Mot
	}
	return string(e)
}

// proposees names what the law proposes against a person, before anyone decides.
var proposees = map[droit.Etat]string{
	droit.Refuse: "Refus proposé", droit.Suspendu: "Suspension proposée", droit.Epuise: "Fin des indemnités proposée",
}

// DecisionProposee names an adverse decision that nobody signed.
func DecisionProposee(e droit.Etat) string { return ou(proposees, e) }

// Decimal writes a number as French people do: «2552.242» is «2 552,242».
// Anything but a decimal number with a dot is left as it stands.
func Decimal(s string) string {
	entier, decimales, ok := strings.Cut(s, ".")
	n, err := strconv.Atoi(entier)
	if _, err2 := strconv.Atoi(decimales); !ok || err != nil || err2 != nil || decimales[0] == '-' || decimales[0] == '+' {
		return s
	}
	signe := ""
	if n == 0 && entier[0] == '-' {
		signe = "-"
	}
	return signe + Nombre(n) + "," + decimales
}
