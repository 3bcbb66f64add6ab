package suivi

import (
	"slices"
	"strings"

	"accord/dossier"
	"accord/droit"
	"accord/paiement"
	"accord/registre"
	v "accord/valeur"
)

// Rectification is the value of a complaint that asks, within twenty days of its
// reception, that what an indu is founded on be corrected (R.133-9-2).
const Rectification = "rectification"

// Echeancier is the value of a request to pay an indu in several times: asked within the
// twenty days, it is concluded within a month, or the recovery goes on (R.133-9-2).
const Echeancier = "echeancier"

// Indu is the lui of what was paid too much, as notified to whoever was paid: from the
// certain day of its reception run the time limits before any retention (R.133-9-2).
type Indu struct {
	Acte       dossier.Intervention
	NotifieLe  v.Jour // day of the act
	PartieLe   v.Jour // of the last letter; zero while it has not left, or was sent otherwise
	RecueLe    v.Jour // certain; zero while nothing proves it, and then no time runs
	DemandeeLe v.Jour // the rectification, asked for in time; zero when it was not
	RejeteeLe  v.Jour // by a decision; zero when it was not
	PlanLe     v.Jour // a schedule was asked for in time; zero when it was not
	ConcluLe   v.Jour // it was agreed; zero when it was not
	RemiseLe   v.Jour // a request that it be given up is open; zero when none is
	Remises    []RemiseDecidee
	Lettres    int  // how many left: each but the first corrects the one before
	LettreDue  bool // what is claimed is not what the last one says

	recues []v.Jour // certain, of its letters
}

// Indus derives the claims of a dossier from its acts in force; lettres tells of each what
// letters left. A letter that corrects another is a notification of its own: every time limit
// runs again from its own reception, and a schedule that was agreed goes on.
func Indus(c droit.Calendrier, actes []Acte, lettres func(*Indu)) (is []Indu) {
	for i := range actes {
		if actes[i].Nature != dossier.NotifierIndu {
			continue
		}
		x := Indu{Acte: actes[i].Intervention, NotifieLe: actes[i].Le}
		lettres(&x)
		x.recevoir(actes[i].Date)
		for k := range actes {
			if a := &actes[k]; a.Nature == dossier.ConstaterReception && a.Objet == x.Acte.ID {
				x.recevoir(a.Date)
			}
		}
		x.repondre(c, actes)
		x.lireRemises(actes)
		is = append(is, x)
	}
	return is
}

// recevoir notes a certain reception: that of the last letter, or of one before.
func (x *Indu) recevoir(le v.Jour) {
	if le == 0 {
		return
	}
	x.recues = append(x.recues, le)
	if le >= x.PartieLe {
		x.RecueLe = le
	}
}

// repondre reads what was asked of a lui, and answered.
func (x *Indu) repondre(c droit.Calendrier, actes []Acte) {
	demande, plan := "", ""
	for k := range actes {
		switch a := &actes[k]; {
		case a.Nature == dossier.Reclamer && a.Valeur == Echeancier && plan == "" && x.rectifiable(c, a.Le):
			plan, x.PlanLe = a.ID, a.Le
		case a.Nature == dossier.Repondre && plan != "" && a.Objet == plan:
			if a.Valeur == "accord" && a.Le <= EcheanceDans(c, "INDU_PLAN", x.PlanLe) {
				x.ConcluLe = a.Le
			}
		case a.Nature == dossier.Reclamer && a.Valeur == Rectification && demande == "" && a.Le >= x.RecueLe && x.rectifiable(c, a.Le):
			demande, x.DemandeeLe = a.ID, a.Le
		case a.Nature == dossier.Repondre && demande != "" && a.Objet == demande:
			x.RejeteeLe = a.Le
		}
	}
}

// rectifiable reports whether a correction may still be asked for on a day.
func (x *Indu) rectifiable(c droit.Calendrier, le v.Jour) bool {
	return slices.ContainsFunc(x.recues, func(recue v.Jour) bool { return recue <= le && le <= EcheanceDans(c, "INDU_RECTIFICATION", recue) })
}

// Rectifiable reports whether a correction of some lui may still be asked for on a day.
func Rectifiable(c droit.Calendrier, is []Indu, le v.Jour) bool {
	return slices.ContainsFunc(is, func(x Indu) bool { return x.rectifiable(c, le) })
}

// RetenuePermise is the first day on which a retention is not forbidden: the day after
// the twenty days, after the seven that follow a rejection, after the two months that
// follow a month of silence, or after the month to agree on a schedule, or the schedule.
func (x *Indu) RetenuePermise(c droit.Calendrier) v.Jour {
	code, depuis := x.delai(c, v.JourMax)
	permise := EcheanceDans(c, code, depuis) + 1
	if code, depuis := x.plan(); code != "" {
		permise = max(permise, EcheanceDans(c, code, depuis)+1)
	}
	return max(permise, x.apresRemise(c))
}

// plan is the time limit of a schedule that was asked for, or agreed; none otherwise.
func (x *Indu) plan() (code string, depuis v.Jour) {
	switch {
	case x.ConcluLe != 0:
		return "INDU_PLAN_DUREE", x.ConcluLe
	case x.PlanLe != 0:
		return "INDU_PLAN", x.PlanLe
	}
	return "", 0
}

// delai is the time limit that runs on a day, and since when; the last one once all are over.
func (x *Indu) delai(c droit.Calendrier, jour v.Jour) (code string, depuis v.Jour) {
	silence := EcheanceDans(c, "INDU_REJET_IMPLICITE", x.DemandeeLe)
	switch {
	case x.DemandeeLe == 0 || x.DemandeeLe > jour:
		return "INDU_RECTIFICATION", x.RecueLe
	case x.RejeteeLe != 0 && x.RejeteeLe <= silence:
		return "INDU_APRES_DECISION", x.RejeteeLe
	case jour <= silence:
		return "INDU_REJET_IMPLICITE", x.DemandeeLe
	}
	return "INDU_APRES_SILENCE", silence
}

// induDuJour finds the lui of which a day that was paid too much is part, the last one
// notified first; nil when it is in none.
func (e *Entree) induDuJour(j *paiement.JourRetenu) *Indu {
	for i := len(e.Indus) - 1; i >= 0; i-- {
		if e.Indus[i].Acte.Vise(j.Jour, j.Ligne) {
			return &e.Indus[i]
		}
	}
	return nil
}

// reclames parts days that were paid too much: those of one claim, and those of none.
func (e *Entree) reclames(r *paiement.Retenue) (x *Indu, siens, autres paiement.Retenue) {
	sans, des := *r, *r
	sans.Details, des.Details = nil, nil
	for i := range r.Details {
		j := &r.Details[i]
		y := e.induDuJour(j)
		if x == nil {
			x = y
		}
		switch {
		case y == nil:
			sans.Details = append(sans.Details, *j)
		case y == x:
			des.Details = append(des.Details, *j)
		}
	}
	return x, resommer(des, r), resommer(sans, r)
}

// resommer sums a part of what is held.
func resommer(part paiement.Retenue, tout *paiement.Retenue) paiement.Retenue {
	if len(part.Details) == len(tout.Details) {
		return *tout
	}
	part.Jours, part.Brut = len(part.Details), 0
	for i := range part.Details {
		part.Brut += part.Details[i].Brut
	}
	return part
}

// induNotifie: what was paid too much is claimed. Nothing of it keeps money from anyone:
// what does speaks first.
func induNotifie(e *Entree) (Etape, bool) {
	for i := range e.Retenues {
		r := &e.Retenues[i]
		if r.Motif != paiement.TropVerse || r.Par != "" {
			continue
		}
		if x, siens, _ := e.reclames(r); x != nil {
			return e.direIndu(x, &siens), true
		}
	}
	return Etape{}, false
}

// direIndu says where a lui stands, who must act, and until when nothing is retained.
func (e *Entree) direIndu(x *Indu, r *paiement.Retenue) Etape {
	somme := (-r.Brut).Euros() + " brut"
	if m := x.Acte.Montant; m > 0 && -r.Brut > m || x.RemisEntier() {
		s := Etape{Genre: Agent, Acteur: "technicien", Depuis: e.surgiRetenue(r)}
		s.Phrase = x.direDepasse(somme)
		return e.chronometrer("SIGNATURE", s)
	}
	if x.LettreDue && (x.PartieLe != 0 || x.RecueLe != 0) {
		return Etape{Genre: EnCours, Depuis: e.Jour, Echeance: e.Jour,
			Phrase: "Un indu notifié est ramené à " + somme + " : la lettre qui le rectifie part à la prochaine journée de la caisse, et tous les délais repartent de sa réception."}
	}
	if x.RemiseLe != 0 {
		s := Etape{Genre: Agent, Acteur: "directeur", Depuis: x.RemiseLe}
		s.Phrase = "Un indu de " + somme + " a été notifié, et sa remise est demandée depuis le " + x.RemiseLe.EnLettres() + " (L.256-4) : rien n'est retenu avant la décision du directeur, ou de qui en a reçu le pouvoir (acte remettre)."
		return e.chronometrer("REMISE", s)
	}
	if x.RecueLe == 0 {
		return e.direReception(x, somme)
	}
	permise := x.RetenuePermise(e.Calendrier)
	debut := "Un indu de " + somme + " a été notifié, reçu le " + x.RecueLe.EnLettres() + x.direRemise()
	code, depuis := x.delai(e.Calendrier, e.Jour)
	s := Etape{Genre: Attend, Acteur: string(r.Destinataire), Depuis: depuis}
	if t := slices.IndexFunc(Ouvertes(e.Taches), func(t Tache) bool { return t.Valeur == Recours }); t >= 0 {
		s.Genre, s.Acteur, s.Depuis = Agent, "technicien", e.Taches[t].Depuis
		s.Phrase = debut + " ; un recours est ouvert : aucune retenue avant sa décision."
		return e.chronometrer(string(CRA), s)
	}
	avant := " ; aucune retenue n'est permise avant le " + permise.EnLettres()
	plan, planLe := x.plan()
	switch {
	case code == "INDU_REJET_IMPLICITE":
		s.Genre, s.Acteur = Agent, "technicien"
		s.Phrase = debut + " ; sa rectification est demandée : la caisse répond, ou corrige ; sans réponse la demande est rejetée" + strings.Replace(avant, " ;", ", et", 1) + " (R.133-9-2)."
	case plan == "INDU_PLAN_DUREE" && e.Jour < permise:
		s.Depuis, code = planLe, plan
		s.Phrase = debut + " : un échéancier a été convenu le " + planLe.EnLettres() + ", de douze mois au plus (D.133-2-3) ; rien n'est retenu tant qu'il est tenu."
	case plan == "INDU_PLAN" && e.Jour < permise && e.Jour <= EcheanceDans(e.Calendrier, plan, planLe):
		s.Genre, s.Acteur, s.Depuis, code = Agent, "technicien", planLe, plan
		s.Phrase = debut + " : un échéancier est demandé depuis le " + planLe.EnLettres() + " ; un agent en convient dans le mois, douze mois au plus, et l'écrit (acte repondre, accord)" + avant + " (R.133-9-2)."
	case len(x.Remises) > 0 && e.Jour < x.apresRemise(e.Calendrier) && permise == x.apresRemise(e.Calendrier):
		s.Depuis, code = x.Remises[len(x.Remises)-1].Le, "INDU_APRES_DECISION"
		s.Phrase = debut + avant + "."
	case e.Jour >= permise:
		s.Genre, s.Acteur, s.Depuis, code = Agent, "technicien", permise, "SIGNATURE"
		s.Phrase = debut + " : une retenue est permise depuis le " + permise.EnLettres() + " (R.133-9-2)"
		if r.Destinataire == registre.Assure {
			s.Phrase += ", dans la limite qui dépend du foyer (D.133-2-2) et de la part saisissable (L.323-5)"
		}
		s.Phrase += ". Ce programme ne retient rien de lui-même sur les jours à venir : un technicien convient d'un échéancier, ou fait la retenue."
	default:
		s.Phrase = debut + " : " + map[string]string{
			"INDU_RECTIFICATION": "sa rectification ou un échéancier peuvent être demandés", "INDU_APRES_DECISION": "la rectification est refusée", "INDU_APRES_SILENCE": "la demande de rectification est restée sans réponse",
		}[code] + avant + " (R.133-9-2)."
	}
	return e.chronometrer(code, s)
}

// direReception: a lui was signed, and nothing proves yet that its letter was received.
func (e *Entree) direReception(x *Indu, somme string) Etape {
	s := Etape{Genre: Agent, Acteur: "technicien", Depuis: max(x.NotifieLe, x.PartieLe)}
	depart := "la lettre part à la prochaine journée de la caisse"
	if x.PartieLe != 0 {
		depart = "la lettre est partie le " + x.PartieLe.EnLettres()
		if x.Lettres > 1 {
			depart = "la lettre qui le rectifie est partie le " + x.PartieLe.EnLettres()
		}
	}
	s.Phrase = "Un indu de " + somme + " est notifié : " + depart + ". Sa réception n'est pas prouvée : aucun délai ne court, et rien ne peut être retenu. Un agent en note la date certaine dès qu'il l'a (acte constater_reception)."
	return e.chronometrer("RECEPTION_PRESUMEE", s)
}
