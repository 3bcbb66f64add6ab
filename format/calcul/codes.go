package calcul

import (
	"strings"

	"accord/droit"
)

// lexique is the closed list of words of one code.
type lexique struct {
	mots    []string
	attendu string
}

func lexiqueDe(mots []string) *lexique {
	return &lexique{mots, "un des mots " + strings.Join(mots, ", ")}
}

var (
	motsTerritoire   = lexiqueDe(droit.Valeurs["territoire"])
	motsActivite     = lexiqueDe(droit.Valeurs["nature_activite"])
	motsContrat      = lexiqueDe(droit.Valeurs["contrat"])
	motsStatutTNS    = lexiqueDe(droit.Valeurs["statut_tns"])
	motsPaie         = lexiqueDe(droit.Valeurs["paie"])
	motsAbsence      = lexiqueDe(droit.Valeurs["motif_absence"])
	motsMaintien     = lexiqueDe(droit.Valeurs["maintien"])
	motsReprise      = lexiqueDe(droit.Valeurs["motif_reprise"])
	motsRisque       = lexiqueDe(droit.Valeurs["risque"])
	motsArret        = lexiqueDe(droit.Valeurs["nature_arret"])
	motsCanal        = lexiqueDe(droit.Valeurs["canal"])
	motsSupport      = lexiqueDe(droit.Valeurs["support"])
	motsPrescripteur = lexiqueDe(droit.Valeurs["prescripteur"])
	motsExoneration  = lexiqueDe(droit.Valeurs["exonere_carence"])
	motsVersement    = lexiqueDe(droit.Valeurs["nature_versement"])
	motsBeneficiaire = lexiqueDe(droit.Valeurs["beneficiaire"])
	motsDecision     = lexiqueDe(droit.Valeurs["nature_decision"])

	motsArrondi = lexiqueDe([]string{"troncature", "demi_superieur"})
	// Only these have a sinistre; a rechute is an arrêt of one of them.
	motsSinistre = lexiqueDe([]string{string(droit.AccidentTravail), string(droit.AccidentTrajet), string(droit.MaladiePro)})
)

// code reads a word of a closed list, and gives the word of the list.
func code[T ~string](l *Lecteur, x *lexique) T {
	b, ok := l.chaine("un mot admis", x.attendu)
	if !ok {
		return ""
	}
	for _, m := range x.mots {
		if m == string(b) {
			return T(m)
		}
	}
	constat := "n'est pas un mot admis"
	if proche := plusProche(string(b), x.mots); proche != "" {
		constat += ", peut-être «" + proche + "»"
	}
	l.refuserValeur(b, constat, x.attendu)
	return ""
}
