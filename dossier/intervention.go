package dossier

import v "accord/valeur"

// NatureIntervention is what an agent did on a dossier. It is stored: never renamed.
type NatureIntervention string

// What an agent forces. The next computations keep it until it is withdrawn.
const (
	ForcerSalaire      NatureIntervention = "forcer_salaire"      // a pay of a line
	ForcerDroit        NatureIntervention = "forcer_droit"        // Valeur: ouvert, refuse
	ForcerJour         NatureIntervention = "forcer_jour"         // Valeur: payer, refuser
	ForcerIJ           NatureIntervention = "forcer_ij"           // Montant: the daily allowance
	ForcerCarence      NatureIntervention = "forcer_carence"      // Valeur: 0 to 9 days
	ForcerDestinataire NatureIntervention = "forcer_destinataire" // Valeur: assure, employeur
	ForcerDernierJour  NatureIntervention = "forcer_dernier_jour" // Date: last day worked
	// LeverReduction pays whole what a late sending reduced: the insured could not
	// send in time (D.323-2), or the caisse does not take that decision.
	LeverReduction NatureIntervention = "lever_reduction"
)

// What an agent decides on money and on work.
const (
	Retenir   NatureIntervention = "retenir"   // days are not paid until Echeance
	Liberer   NatureIntervention = "liberer"   // days held by a control are paid as computed
	Avancer   NatureIntervention = "avancer"   // what is certain is paid on account at once
	Compenser NatureIntervention = "compenser" // what was paid too much is set against what is owed of days past
	Renoncer  NatureIntervention = "renoncer"  // what was paid too much is given up
	// PayerAQuiDeDroit pays to whoever is owed them, Valeur (assure, employeur), days for which another
	// was paid: he owes back what he received, and it is claimed from him.
	PayerAQuiDeDroit NatureIntervention = "payer_a_qui_de_droit"
	// NotifierIndu claims what was paid too much, by a letter that gives the cause Valeur; Date: certain
	// day of reception of a letter that was sent already.
	NotifierIndu NatureIntervention = "notifier_indu"
	// ConstaterReception proves when the letter of the decision or claim Objet was received: Date.
	ConstaterReception NatureIntervention = "constater_reception"

	Confier      NatureIntervention = "confier"       // to Acteur
	DemanderAvis NatureIntervention = "demander_avis" // of Acteur, before Echeance
	RendreAvis   NatureIntervention = "rendre_avis"   // answers the request Objet
	Promettre    NatureIntervention = "promettre"     // Motif, before Echeance
	Tenir        NatureIntervention = "tenir"         // the promise Objet
	Noter        NatureIntervention = "noter"
	Joindre      NatureIntervention = "joindre"  // the piece Objet
	Renvoyer     NatureIntervention = "renvoyer" // the piece Objet, to Acteur
	Retirer      NatureIntervention = "retirer"  // withdraws the act Objet
	// Confirmer gives effect to the act Objet, which was above the limits of
	// whoever did it: by someone else.
	Confirmer NatureIntervention = "confirmer"
)

// What is given back to PROGRES, the software of the caisses that Accord runs beside.
const (
	// RendreAProgres gives back the dossier Objet: what is not paid of its days from Periode.Du on is
	// PROGRES's to pay.
	RendreAProgres NatureIntervention = "rendre_a_progres"
	// TransmettreAProgres says that the piece Objet, come since the act Valeur, was handed to PROGRES.
	TransmettreAProgres NatureIntervention = "transmettre_a_progres"
	// ConstaterProgres says, of the act Objet, what PROGRES paid: all that remained of the days up to Date, or
	// of none of them yet (Valeur: rien).
	ConstaterProgres NatureIntervention = "constater_progres"
	// ReprendreDeProgres takes back the dossier that the act Objet gave; it may say what PROGRES paid, as
	// ConstaterProgres does.
	ReprendreDeProgres NatureIntervention = "reprendre_de_progres"
)

// Who is who. Both records of the pair keep the act.
const (
	Rattacher NatureIntervention = "rattacher" // the record Objet and the record Valeur are one person
	Detacher  NatureIntervention = "detacher"  // they are not, after all
)

// What people outside make heard.
const (
	Reclamer NatureIntervention = "reclamer" // a complaint: one open ticket on a dossier
	Repondre NatureIntervention = "repondre" // answers the complaint Objet
	// Remettre decides on the remission of an indu that the complaint Objet asks for: Valeur (totale,
	// partielle, refusee), Montant what is given up of what was asked for. Motif is written to the person.
	Remettre  NatureIntervention = "remettre"
	Signaler  NatureIntervention = "signaler"  // an urgent situation; Valeur: why
	Apaiser   NatureIntervention = "apaiser"   // the urgent situation Objet is over
	Controler NatureIntervention = "controler" // outcome of a sampled automatic decision: conforme, a_corriger
	// Reparer says that the piece Valeur cures what the control Objet found wrong.
	Reparer NatureIntervention = "reparer"
)

// Intervention is what a named agent did, and why. It is a fact like the others: it is
// never edited, survives every computation, and another act withdraws it.
type Intervention struct {
	ID     string             `json:"id"` // names the act: those that answer it quote it
	Nature NatureIntervention `json:"nature"`
	Par    string             `json:"par"`
	// Matricule is the number of Par in the register of agents; empty where the
	// caisse had none.
	Matricule string `json:"matricule,omitempty"`

	Role     string      `json:"role"`
	ADeux    bool        `json:"a_deux,omitempty"` // has no effect until someone else confirms it
	Motif    string      `json:"motif"`
	Instant  int64       `json:"instant"`           // microseconds UTC: the later of two acts prevails
	Periode  v.Periode   `json:"periode,omitzero"`  // days it bears on; without end when Au is zero
	Ligne    string      `json:"ligne,omitempty"`   // activity line; empty: all of them
	Valeur   string      `json:"valeur,omitempty"`  // what is decided, in the words of its nature
	Montant  v.Centimes  `json:"montant,omitempty"` // cents
	Heures   v.Centiemes `json:"heures,omitempty"`
	Date     v.Jour      `json:"date,omitempty"`
	Acteur   string      `json:"acteur,omitempty"`
	Echeance v.Jour      `json:"echeance,omitempty"`
	Objet    string      `json:"objet,omitempty"` // act, piece or question that it is about
	// Differe is in what the two records that it brings together did not name the same person, when
	// it was done; in words, for whoever confirms it.
	Differe string `json:"differe,omitempty"`
}

// Auteur is who did the act.
func (a *Intervention) Auteur() v.Agent { return v.Agent{Matricule: a.Matricule, Nom: a.Par} }

// Vise reports whether the act bears on a day of a line.
func (a *Intervention) Vise(j v.Jour, ligne string) bool {
	return (a.Ligne == "" || a.Ligne == ligne) && j >= a.Periode.Du && (a.Periode.Au == 0 || j <= a.Periode.Au)
}
