package suivi

import (
	"slices"

	"accord/dossier"
	"accord/droit"
	"accord/paiement"
	"accord/registre"
	v "accord/valeur"
)

// Rectification is the value of a complaint that asks, within twenty days of its
// reception, that what an indu is founded on be corrected (R.133-9-2).
const Rectification = "rectification"

// Indu is the claim of what was paid too much, as notified to whoever was paid: from the
// certain day of its reception run the time limits before any retention (R.133-9-2).
type Indu struct {
	Acte       dossier.Intervention
	DemandeeLe v.Jour // the rectification, asked for in time; zero when it was not
	RejeteeLe  v.Jour // by a decision; zero when it was not
}

// Indus derives the claims of a dossier from its acts in force.
func Indus(c droit.Calendrier, actes []Acte) (is []Indu) {
	for i := range actes {
		if actes[i].Nature != dossier.NotifierIndu {
			continue
		}
		x, demande := Indu{Acte: actes[i].Intervention}, ""
		for k := range actes {
			switch a := &actes[k]; {
			case a.Nature == dossier.Reclamer && a.Valeur == Rectification && demande == "" && x.rectifiable(c, a.Le):
				demande, x.DemandeeLe = a.ID, a.Le
			case a.Nature == dossier.Repondre && demande != "" && a.Objet == demande:
				x.RejeteeLe = a.Le
			}
		}
		is = append(is, x)
	}
	return is
}

// rectifiable reports whether a correction may still be asked for on a day.
func (x *Indu) rectifiable(c droit.Calendrier, le v.Jour) bool {
	return x.Acte.Date <= le && le <= EcheanceDans(c, "INDU_RECTIFICATION", x.Acte.Date)
}

// Rectifiable reports whether a correction of some claim may still be asked for on a day.
func Rectifiable(c droit.Calendrier, is []Indu, le v.Jour) bool {
	return slices.ContainsFunc(is, func(x Indu) bool { return x.rectifiable(c, le) })
}

// RetenuePermise is the first day on which a retention is not forbidden: the day after
// the twenty days, after the seven that follow a rejection, or after the two months that
// follow a month of silence.
func (x *Indu) RetenuePermise(c droit.Calendrier) v.Jour {
	code, depuis := x.delai(c, v.JourMax)
	return EcheanceDans(c, code, depuis) + 1
}

// delai is the time limit that runs on a day, and since when; the last one once all are over.
func (x *Indu) delai(c droit.Calendrier, jour v.Jour) (code string, depuis v.Jour) {
	silence := EcheanceDans(c, "INDU_REJET_IMPLICITE", x.DemandeeLe)
	switch {
	case x.DemandeeLe == 0 || x.DemandeeLe > jour:
		return "INDU_RECTIFICATION", x.Acte.Date
	case x.RejeteeLe != 0 && x.RejeteeLe <= silence:
		return "INDU_APRES_DECISION", x.RejeteeLe
	case jour <= silence:
		return "INDU_REJET_IMPLICITE", x.DemandeeLe
	}
	return "INDU_APRES_SILENCE", silence
}

// induDe finds the claim of which days that were paid too much are all part, the last one
// notified first; nil when some are in none.
func (e *Entree) induDe(r *paiement.Retenue) *Indu {
	for i := len(e.Indus) - 1; i >= 0; i-- {
		a := &e.Indus[i].Acte
		if !slices.ContainsFunc(r.Details, func(j paiement.JourRetenu) bool { return !a.Vise(j.Jour, j.Ligne) }) {
			return &e.Indus[i]
		}
	}
	return nil
}

// induNotifie: what was paid too much is claimed. Nothing of it keeps money from anyone:
// what does speaks first.
func induNotifie(e *Entree) (Etape, bool) {
	for i := range e.Retenues {
		r := &e.Retenues[i]
		if r.Motif != paiement.TropVerse || r.Par != "" {
			continue
		}
		if x := e.induDe(r); x != nil {
			return e.direIndu(x, r), true
		}
	}
	return Etape{}, false
}

// direIndu says where a claim stands, who must act, and until when nothing is retained.
func (e *Entree) direIndu(x *Indu, r *paiement.Retenue) Etape {
	permise := x.RetenuePermise(e.Calendrier)
	debut := "Un indu de " + (-r.Brut).Euros() + " brut a été notifié, reçu le " + x.Acte.Date.EnLettres()
	code, depuis := x.delai(e.Calendrier, e.Jour)
	s := Etape{Genre: Attend, Acteur: string(r.Destinataire), Depuis: depuis}
	if t := slices.IndexFunc(Ouvertes(e.Taches), func(t Tache) bool { return t.Valeur == Recours }); t >= 0 {
		s.Genre, s.Acteur, s.Depuis = Agent, "technicien", e.Taches[t].Depuis
		s.Phrase = debut + " ; un recours est ouvert : aucune retenue avant sa décision."
		return e.chronometrer(string(CRA), s)
	}
	switch {
	case code == "INDU_REJET_IMPLICITE":
		s.Genre, s.Acteur = Agent, "technicien"
		s.Phrase = debut + " ; sa rectification est demandée : la caisse répond, ou corrige ; sans réponse la demande est rejetée, et aucune retenue n'est permise avant le " + permise.EnLettres() + " (R.133-9-2)."
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
		}[code] + " ; aucune retenue n'est permise avant le " + permise.EnLettres() + " (R.133-9-2)."
	}
	return e.chronometrer(code, s)
}
