package decision

import (
	"fmt"
	"strings"

	"accord/dossier"
	v "accord/valeur"
)

// exigence is what an act must say to be understood.
type exigence struct {
	jours, ligne, montant, date, acteur, echeance, objet bool
	valeurs                                              []string
}

var exigences = map[dossier.NatureIntervention]exigence{
	dossier.ForcerSalaire:      {jours: true, ligne: true, montant: true},
	dossier.ForcerDroit:        {jours: true, valeurs: []string{"ouvert", "refuse"}},
	dossier.ForcerJour:         {jours: true, valeurs: []string{"payer", "refuser"}},
	dossier.ForcerIJ:           {jours: true, montant: true},
	dossier.ForcerCarence:      {jours: true, valeurs: []string{"0", "1", "2", "3"}},
	dossier.ForcerDestinataire: {jours: true, valeurs: []string{"assure", "employeur"}},
	dossier.ForcerDernierJour:  {jours: true, date: true},
	dossier.Retenir:            {jours: true, echeance: true},
	dossier.Liberer:            {jours: true},
	dossier.Avancer:            {jours: true},
	dossier.Confier:            {acteur: true},
	dossier.DemanderAvis:       {acteur: true, echeance: true},
	dossier.RendreAvis:         {objet: true},
	dossier.Promettre:          {echeance: true},
	dossier.Tenir:              {objet: true},
	dossier.Noter:              {},
	dossier.Joindre:            {objet: true},
	dossier.Renvoyer:           {objet: true, acteur: true},
	dossier.Retirer:            {objet: true},
	dossier.Confirmer:          {objet: true},
	dossier.Reclamer:           {},
	dossier.Repondre:           {objet: true},
	dossier.Signaler:           {valeurs: []string{"sans_ressources", "expulsion", "coupure", "aide_alimentaire", "seul_revenu", "detresse"}},
	dossier.Apaiser:            {objet: true},
	dossier.Controler:          {objet: true, valeurs: []string{"conforme", "a_corriger"}},
}

// Verifier examines whether an act says what its nature needs: who, why, and on
// what. The error names what is missing, and what was expected.
func Verifier(a *dossier.Intervention, aujourdhui v.Jour) error {
	x, connue := exigences[a.Nature]
	manque := func(quoi string) error { return fmt.Errorf("%s : %w, il manque %s", a.Nature, ErrIncomplet, quoi) }
	switch {
	case !connue:
		return fmt.Errorf("l'acte «%s» n'existe pas : %w", a.Nature, ErrIncomplet)
	case strings.TrimSpace(a.Par) == "":
		return manque("le nom de son auteur")
	case strings.TrimSpace(a.Motif) == "":
		return manque("son motif")
	case x.jours && a.Periode.Du == 0:
		return manque("les jours sur lesquels il porte")
	case a.Periode.Au != 0 && a.Periode.Au < a.Periode.Du:
		return fmt.Errorf("%s : %w, ses jours finissent avant de commencer", a.Nature, ErrIncomplet)
	case x.ligne && a.Ligne == "":
		return manque("l'activité concernée")
	case x.montant && a.Montant < 0, !x.montant && a.Montant != 0:
		return fmt.Errorf("%s : %w, le montant %s ne convient pas", a.Nature, ErrIncomplet, a.Montant.Euros())
	case x.date && a.Date == 0:
		return manque("la date")
	case x.acteur && a.Acteur == "":
		return manque("la personne à qui il s'adresse")
	case x.echeance && a.Echeance <= aujourdhui:
		return manque("une échéance à venir : rien n'est tenu sans date")
	case x.objet && a.Objet == "":
		return manque("ce à quoi il répond")
	}
	if len(x.valeurs) == 0 {
		return nil
	}
	for _, mot := range x.valeurs {
		if a.Valeur == mot {
			return nil
		}
	}
	return manque("sa valeur, parmi : " + strings.Join(x.valeurs, ", "))
}
