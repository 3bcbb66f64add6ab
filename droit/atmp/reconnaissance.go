package atmp

import (
	"cmp"

	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

// Dossier is what dates the recognition of one accident, disease or relapse. A
// zero date is not known, and no step that hangs on it is given.
type Dossier struct {
	Risque          droit.Risque
	Territoire      droit.Territoire // for public holidays
	AccidentLe      v.Jour
	EmployeurLe     v.Jour // the employer is told of the accident
	DeclarationLe   v.Jour // the caisse has the declaration
	CompletLe       v.Jour // it has the declaration and the medical certificate
	Investigations  bool   // it investigates the accident; always so for a disease
	QuestionnaireLe v.Jour // a party receives the questionnaire
	CRRMPLe         v.Jour // the regional committee is seized
	RechuteLe       v.Jour // it has the certificate of a relapse, or of a new lesion
	PaiementLe      v.Jour // last payment of the allowance
}

// Etape is one legal step of a recognition: who must act, until when.
type Etape struct {
	Nom   string // «declaration_employeur», «decision»…
	Qui   string // «victime», «employeur», «parties», «caisse», «comite»
	Regle droit.Regle
	Le    v.Jour // last day
	Chome bool   // counted in clear days, it ends on a day off: read otherwise, it goes on (AUT-U-22)
}

// Steps, as the calendar names them.
const (
	EtapeInformer       = "information_employeur"
	EtapeDeclarer       = "declaration_employeur"
	EtapeReserves       = "reserves"
	EtapeDecision       = "decision"
	EtapeQuestionnaire  = "questionnaire"
	EtapeConsultation   = "dossier_consultable"
	EtapeObservations   = "observations"
	EtapeCompleter      = "dossier_comite"
	EtapeObservationsC  = "observations_comite"
	EtapeAvisComite     = "avis_comite"
	EtapeDecisionComite = "decision_comite"
	EtapeRechute        = "decision_rechute"
	EtapePaiement       = "paiement_suivant"
)

// Calendrier gives the legal steps that the dates of a dossier allow, with their
// last day (R.441-2 to R.441-16, R.461-9, R.461-10). When the last day of the
// decision passes without one, the origin is recognised (R.441-18).
func Calendrier(p *parametre.Table, o *droit.Options, d *Dossier) ([]Etape, error) {
	h := horloge{p: p, o: o, territoire: d.Territoire}
	h.ouvrables(EtapeInformer, "victime", "REC-01", d.AccidentLe, parametre.RecVictimeJours, false)
	h.ouvrables(EtapeDeclarer, "employeur", "REC-01", d.EmployeurLe, parametre.RecDATJours, true)
	h.francs(EtapeReserves, "employeur", "REC-01", d.DeclarationLe, parametre.RecReservesJours)
	h.decision(d)
	h.francs(EtapeCompleter, "parties", "REC-04", d.CRRMPLe, parametre.RecCRRMPCompleterJours)
	h.francs(EtapeObservationsC, "parties", "REC-04", d.CRRMPLe, parametre.RecCRRMPCompleterJours, parametre.RecObservationsJours)
	h.francs(EtapeAvisComite, "comite", "REC-04", d.CRRMPLe, parametre.RecCRRMPAvisJours)
	h.francs(EtapeDecisionComite, "caisse", "REC-04", d.CRRMPLe, parametre.RecCRRMPDecisionJours)
	h.francs(EtapeRechute, "caisse", "REC-05", d.RechuteLe, parametre.RecRechuteJours)
	h.ouvrables(EtapePaiement, "caisse", "AT-16", d.PaiementLe, parametre.ATPaiementJours, false)
	return h.etapes, h.err
}

// decision adds the steps from the complete file to the decision.
func (h *horloge) decision(d *Dossier) {
	questionnaire, dossier, fin, regle := parametre.RecQuestionnaireATJours, parametre.RecDossierATJours, parametre.RecInvestigationsATJours, droit.Regle("REC-02")
	if d.Risque == droit.MaladiePro {
		questionnaire, dossier, fin, regle = parametre.RecQuestionnaireMPJours, parametre.RecDossierMPJours, parametre.RecDecisionMPJours, "REC-03"
	} else if !d.Investigations {
		h.francs(EtapeDecision, "caisse", regle, d.CompletLe, parametre.RecDecisionATJours)
		return
	}
	h.francs(EtapeQuestionnaire, "parties", regle, d.QuestionnaireLe, questionnaire)
	h.francs(EtapeConsultation, "caisse", regle, d.CompletLe, dossier)
	if n := len(h.etapes); d.CompletLe != 0 {
		h.francs(EtapeObservations, "parties", regle, h.etapes[n-1].Le, parametre.RecObservationsJours)
	}
	h.francs(EtapeDecision, "caisse", regle, d.CompletLe, fin)
}

// FinContestation returns the day on which the date of healing or consolidation
// notified by the caisse becomes final, when the doctor of the victim says
// nothing (R.433-17).
func FinContestation(p *parametre.Table, notifie v.Jour) (v.Jour, error) {
	n, err := p.Entier(parametre.ATConsolidationJours, notifie)
	return notifie + v.Jour(n), err
}

// Penalite is what a late payment of the allowance costs (R.436-5).
type Penalite struct {
	Depuis         v.Jour // first day that bears it
	Jours          int    // days until the eve of the payment
	ParJour, Total v.Centimes
}

// Astreinte computes the penalty on an amount due on one day and paid on
// another: one percent a day from the eighth day.
func Astreinte(p *parametre.Table, montant v.Centimes, du, paye v.Jour) (Penalite, error) {
	rang, err1 := p.Entier(parametre.ATAstreinteJour, du)
	taux, err2 := p.Valeur(parametre.ATAstreinteTaux, du)
	if err := cmp.Or(err1, err2); err != nil {
		return Penalite{}, err
	}
	a := Penalite{Depuis: du + v.Jour(rang), ParJour: montant.Fraction().Fois(taux).Fois(v.F(1, 100)).Centimes(v.DemiSuperieur)}
	a.Jours = max(0, int(paye-a.Depuis))
	a.Total = a.ParJour.Fois(a.Jours)
	return a, nil
}
