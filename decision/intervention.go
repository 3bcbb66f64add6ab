package decision

import (
	"fmt"
	"slices"
	"strings"

	"accord/dossier"
	v "accord/valeur"
)

// Exigence is what an act must say to be understood, beside its author and its
// motive.
type Exigence struct {
	Jours, Fin, Ligne, Montant, Date, Acteur, Echeance, Objet bool
	DateLibre                                                 bool // it may say a date
	MontantLibre                                              bool // and an amount
	Valeurs                                                   []string
	Piece                                                     bool // Valeur names a piece
}

// RienPaye is the value of an act that says that PROGRES paid nothing yet.
const RienPaye = "rien"

// CausesIndu are why too much was paid, each with its words in the letter that claims it. Fraud
// has its own procedure, and is not one of them.
var CausesIndu = []string{"assure_reprise", "assure_declaration", "employeur_reprise", "employeur_attestation", "decision", "autre_destinataire", "caisse_calcul", "caisse_paiement"}

// What is decided on the remission of an indu (L.256-4).
const (
	RemiseTotale    = "totale"
	RemisePartielle = "partielle" // and how much
	RemiseRefusee   = "refusee"
)

var exigences = map[dossier.NatureIntervention]Exigence{
	dossier.ForcerSalaire:       {Jours: true, Fin: true, Ligne: true, Montant: true},
	dossier.ForcerDroit:         {Jours: true, Valeurs: []string{"ouvert", "refuse"}},
	dossier.ForcerJour:          {Jours: true, Valeurs: []string{"payer", "refuser"}},
	dossier.ForcerIJ:            {Jours: true, Montant: true},
	dossier.ForcerCarence:       {Jours: true, Valeurs: []string{"0", "1", "2", "3"}},
	dossier.ForcerDestinataire:  {Jours: true, Valeurs: []string{"assure", "employeur"}},
	dossier.ForcerDernierJour:   {Jours: true, Date: true},
	dossier.LeverReduction:      {Jours: true},
	dossier.Retenir:             {Jours: true, Echeance: true},
	dossier.Liberer:             {Jours: true},
	dossier.Avancer:             {Jours: true},
	dossier.Compenser:           {Jours: true},
	dossier.Renoncer:            {Jours: true},
	dossier.PayerAQuiDeDroit:    {Jours: true, Fin: true, Valeurs: []string{"assure", "employeur"}},
	dossier.NotifierIndu:        {Jours: true, DateLibre: true, Valeurs: append([]string{""}, CausesIndu...)},
	dossier.ConstaterReception:  {Date: true, Objet: true},
	dossier.RendreAProgres:      {Jours: true},
	dossier.TransmettreAProgres: {Objet: true},
	dossier.ConstaterProgres:    {Objet: true, DateLibre: true, Valeurs: []string{"", RienPaye}},
	dossier.ReprendreDeProgres:  {Objet: true, DateLibre: true, Valeurs: []string{"", RienPaye}},
	dossier.Confier:             {Acteur: true},
	dossier.DemanderAvis:        {Acteur: true, Echeance: true},
	dossier.RendreAvis:          {Objet: true},
	dossier.Promettre:           {Echeance: true},
	dossier.Tenir:               {Objet: true},
	dossier.Noter:               {},
	dossier.Joindre:             {Objet: true},
	dossier.Renvoyer:            {Objet: true, Acteur: true},
	dossier.Retirer:             {Objet: true},
	dossier.Confirmer:           {Objet: true},
	dossier.Rattacher:           {Objet: true},
	dossier.Detacher:            {Objet: true},
	dossier.Reclamer:            {Valeurs: []string{"", "recours", "examen", "rectification", "echeancier", "remise"}},
	dossier.Remettre:            {Objet: true, MontantLibre: true, Valeurs: []string{RemiseTotale, RemisePartielle, RemiseRefusee}},
	dossier.Repondre:            {Objet: true, Valeurs: []string{"", "accord"}},
	dossier.Signaler:            {Valeurs: []string{"sans_ressources", "expulsion", "coupure", "aide_alimentaire", "seul_revenu", "detresse"}},
	dossier.Apaiser:             {Objet: true},
	dossier.Controler:           {Objet: true, Valeurs: []string{"conforme", "a_corriger"}},
	dossier.Reparer:             {Objet: true, Piece: true},
}

// Exige returns what an act must say; false when there is no such act.
func Exige(nature dossier.NatureIntervention) (Exigence, bool) {
	x, connue := exigences[nature]
	return x, connue
}

// Manque says what an act does not say, or says wrong, and in which field. It
// is an [ErrIncomplet].
type Manque struct {
	Nature dossier.NatureIntervention
	Champ  string // «motif», «du», «montant»…
	Phrase string // «il manque son motif»
}

func (m *Manque) Error() string {
	return string(m.Nature) + " : " + ErrIncomplet.Error() + ", " + m.Phrase
}

func (m *Manque) Unwrap() error { return ErrIncomplet }

// Verifier examines whether an act says what its nature needs: who, why, and on
// what. The error names what is missing, and what was expected.
func Verifier(a *dossier.Intervention, aujourdhui v.Jour) error {
	x, connue := exigences[a.Nature]
	faute := func(champ, phrase string) error { return &Manque{a.Nature, champ, phrase} }
	switch {
	case !connue:
		return fmt.Errorf("l'acte «%s» n'existe pas : %w", a.Nature, ErrIncomplet)
	case strings.TrimSpace(a.Par) == "":
		return faute("par", "il manque le nom de son auteur")
	case strings.TrimSpace(a.Motif) == "":
		return faute("motif", "il manque son motif")
	case x.Jours && a.Periode.Du == 0:
		return faute("du", "il manque les jours sur lesquels il porte")
	case x.Fin && a.Periode.Au == 0:
		return faute("au", "il manque le dernier jour de la période")
	case a.Periode.Au != 0 && a.Periode.Au < a.Periode.Du:
		return faute("au", "ses jours finissent avant de commencer")
	case x.Ligne && a.Ligne == "":
		return faute("ligne", "il manque l'activité concernée")
	case a.Montant < 0, !x.Montant && !x.MontantLibre && a.Montant != 0, x.MontantLibre && (a.Montant > 0) != (a.Valeur == RemisePartielle):
		return faute("montant", "le montant "+a.Montant.Euros()+" ne convient pas")
	case a.Nature == dossier.NotifierIndu && a.Date == 0 && a.Valeur == "":
		return faute("valeur", "il manque la cause du trop-versé, que la lettre doit dire, ou la date de réception d'une lettre déjà envoyée")
	case a.Nature == dossier.ConstaterProgres && a.Date == 0 && a.Valeur == "":
		return faute("date", "il manque le dernier jour que PROGRES a payé, ou la valeur «rien» s'il n'a encore rien payé")
	case (a.Nature == dossier.ConstaterProgres || a.Nature == dossier.ReprendreDeProgres) && a.Date >= aujourdhui:
		return faute("date", "ce jour n'est pas passé, PROGRES ne l'a pas payé")
	case a.Valeur == RienPaye && a.Date != 0:
		return faute("date", "PROGRES n'a rien payé, ou a payé jusqu'à ce jour : les deux ne vont pas ensemble")
	case x.Date && a.Date == 0:
		return faute("date", "il manque la date")
	case x.Acteur && a.Acteur == "":
		return faute("acteur", "il manque la personne à qui il s'adresse")
	case x.Echeance && a.Echeance <= aujourdhui:
		return faute("echeance", "il manque une échéance à venir : rien n'est tenu sans date")
	case x.Objet && a.Objet == "":
		return faute("objet", "il manque ce à quoi il répond")
	case x.Piece && a.Valeur == "":
		return faute("valeur", "il manque la pièce qui répare, par son numéro")
	case len(x.Valeurs) > 0 && !slices.Contains(x.Valeurs, a.Valeur):
		return faute("valeur", "il manque sa valeur, parmi : "+strings.Join(x.Valeurs, ", "))
	}
	return nil
}
