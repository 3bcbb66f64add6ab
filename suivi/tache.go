package suivi

import (
	"cmp"
	"slices"
	"strings"

	"accord/decision"
	"accord/dossier"
	"accord/paiement"
	v "accord/valeur"
)

// GenreTache is the kind of a task.
type GenreTache string

// In the order in which they are shown and done.
const (
	Urgence      GenreTache = "urgence"      // signalled, open until it is over
	Confirmation GenreTache = "confirmation" // an act above the limits of its author
	Constat      GenreTache = "constat"      // a payment that a control found wrong, and nobody corrected
	Reclamation  GenreTache = "reclamation"  // one open ticket on a dossier, however many complaints
	Promesse     GenreTache = "promesse"     // what by when, by whom
	Avis         GenreTache = "avis"         // asked and not given
	Renvoi       GenreTache = "renvoi"       // a piece sent back, and not yet joined again
	Transmission GenreTache = "transmission" // a piece that came while the dossier is with PROGRES
	Verification GenreTache = "verification" // whether PROGRES pays
	Confie       GenreTache = "confie"       // to someone, until it is to someone else
)

var ordreTaches = []GenreTache{Urgence, Confirmation, Constat, Reclamation, Promesse, Avis, Renvoi, Transmission, Verification, Confie}

// Tache is something that someone must do on a dossier. It follows from the acts
// in force and is never typed: an act opens it, another one ends it.
type Tache struct {
	Genre    GenreTache
	Valeur   string // of an urgent situation: why
	Acteur   string // who must act: a role, «agent:NOM», «assure», «employeur:SIRET»
	Depuis   v.Jour
	Echeance v.Jour // zero when it has none
	Phrase   string // the same words for everyone
	Appels   []Appel
	FaiteLe  v.Jour // zero while it is open
	FaitePar string
	Suite    string // what ended it, in the words of whoever did
}

// Acte is an act and the day on which it was done.
type Acte struct {
	dossier.Intervention
	Le      v.Jour
	Ordre   *paiement.Ordre // that a control found wrong
	Corrige *Acte           // which answers that control; nil: nobody did
	// Arrivees are the pieces that came since the dossier was given back to PROGRES, which some of its
	// days are still with when AvecProgres is set.
	Arrivees    []PieceVenue
	AvecProgres bool
	Change      *Changement // that pieces made since to what it found wrong; nil: none did, or someone answered
}

// Appel is one of the acts that a task gathers: those that answer it quote one.
type Appel struct {
	Acte  string
	Le    v.Jour
	Par   string
	Motif string
}

// Taches derives the tasks of one dossier from its acts in force, and from those
// that wait for a second person, each in the order in which they were done. A recourse is
// examined by the commission that is given. The open ones come first, then those that were done, the last one first.
func Taches(actes, enAttente []Acte, devant Commission) []Tache {
	var ts []Tache
	for i := range actes {
		ts = suivreProgres(suivre(ts, &actes[i], devant), &actes[i], actes)
	}
	solderProgres(ts, actes)
	for i := range enAttente {
		ts = append(ts, aConfirmer(&enAttente[i]))
	}
	confier(ts)
	slices.SortStableFunc(ts, func(a, b Tache) int {
		return cmp.Or(cmp.Compare(b2i(a.FaiteLe != 0), b2i(b.FaiteLe != 0)), cmp.Compare(b.FaiteLe, a.FaiteLe),
			cmp.Compare(slices.Index(ordreTaches, a.Genre), slices.Index(ordreTaches, b.Genre)), cmp.Compare(a.Depuis, b.Depuis))
	})
	return ts
}

// confier gives the open tasks of any technician to the one to whom the dossier
// is entrusted.
func confier(ts []Tache) {
	for i := range ts {
		for k := range ts {
			if c, t := &ts[i], &ts[k]; c.Genre == Confie && c.FaiteLe == 0 && t.FaiteLe == 0 && t.Acteur == "technicien" {
				t.Acteur = c.Acteur
			}
		}
	}
}

// Ouvertes keeps the tasks that are not done.
func Ouvertes(ts []Tache) []Tache {
	n := slices.IndexFunc(ts, func(t Tache) bool { return t.FaiteLe != 0 })
	if n < 0 {
		return ts
	}
	return ts[:n]
}

// suivre adds one act to the tasks of those before it.
func suivre(ts []Tache, a *Acte, devant Commission) []Tache {
	switch a.Nature {
	case dossier.Signaler:
		t := ouvrirTache(Urgence, "technicien", a, Echeance("URGENCE", a.Le))
		t.Valeur = a.Valeur
		t.Phrase = "Situation urgente signalée (" + poidsDe(a.Valeur, a.Le).dit + ") : la personne est rappelée ; ce qui est certain peut lui être avancé le jour même."
		return rejoindre(ts, t)
	case dossier.Reclamer:
		return rejoindre(ts, reclamation(a, devant))
	case dossier.Controler:
		if a.Ordre != nil {
			return append(ts, aCorriger(a))
		}
	case dossier.DemanderAvis:
		t := ouvrirTache(Avis, nommer(a.Acteur), a, a.Echeance)
		t.Phrase = a.Par + " demande un avis : " + Clore(a.Motif)
		return append(ts, t)
	case dossier.Promettre:
		t := ouvrirTache(Promesse, "agent:"+a.Par, a, a.Echeance)
		t.Phrase = a.Par + " a promis pour le " + a.Echeance.EnLettres() + " : " + Clore(a.Motif)
		return append(ts, t)
	case dossier.Renvoyer:
		finir(ts, a, func(t *Tache) bool { return t.Genre == Renvoi && t.Valeur == a.Objet })
		t := ouvrirTache(Renvoi, nommer(a.Acteur), a, Echeance("RENVOI", a.Le))
		t.Valeur = a.Objet
		t.Phrase = "Une pièce a été renvoyée par " + a.Par + " : " + Clore(a.Motif)
		return append(ts, t)
	case dossier.Joindre:
		remplacer(ts, a)
		devant.recommencer(ts, a)
	case dossier.Confier:
		finir(ts, a, func(t *Tache) bool { return t.Genre == Confie })
		t := ouvrirTache(Confie, nommer(a.Acteur), a, a.Echeance)
		t.Phrase = "Le dossier est confié par " + a.Par + " : " + Clore(a.Motif)
		return append(ts, t)
	}
	if a.Nature == dossier.Remettre {
		finir(ts, a, func(t *Tache) bool { return t.demande(Remise, a.Objet) })
		return ts
	}
	if genre := finitTache[a.Nature]; genre != "" {
		finir(ts, a, func(t *Tache) bool {
			return t.Genre == genre && slices.ContainsFunc(t.Appels, func(x Appel) bool { return x.Acte == a.Objet })
		})
	}
	return ts
}

// Examen is the value of a request to be examined by the contrôle médical, after a
// suspension (D.315-4).
const Examen = "examen"

// reclamation is the ticket of a complaint; of a recourse, which has the clock of the
// law: silence is a rejection, and the failure of the caisse; or of a request to be examined.
func reclamation(a *Acte, devant Commission) Tache {
	if a.Valeur == Examen {
		t := ouvrirTache(Reclamation, "medecin_conseil", a, Echeance("REPONSE_CONTROLE_MEDICAL", a.Le))
		t.Valeur = Examen
		t.Phrase = "L'assuré demande à être examiné par le contrôle médical après une suspension : la réponse est due dans les quatre jours francs (D.315-4)."
		return t
	}
	if a.Valeur == Rectification {
		t := ouvrirTache(Reclamation, "technicien", a, Echeance("INDU_REJET_IMPLICITE", a.Le))
		t.Valeur = Rectification
		t.Phrase = "L'assuré demande la rectification d'un indu : sans réponse d'ici là, sa demande est rejetée en silence, et aucune retenue n'est permise avant deux mois de plus (R.133-9-2)."
		return t
	}
	if a.Valeur == Echeancier {
		t := ouvrirTache(Reclamation, "technicien", a, Echeance("INDU_PLAN", a.Le))
		t.Valeur = Echeancier
		t.Phrase = "Un échéancier est demandé pour un indu notifié : un agent en convient dans le mois, douze mois au plus (R.133-9-2, D.133-2-3), et l'écrit (acte repondre, accord)."
		return t
	}
	if a.Valeur == Remise {
		return remise(a)
	}
	if a.Valeur == Recours {
		return devant.recours(a)
	}
	t := ouvrirTache(Reclamation, "technicien", a, Echeance("RECLAMATION", a.Le))
	t.Phrase = "Une réclamation attend une réponse ; si elle demande de l'argent, le silence la rejette le " + (Echeance("REJET_IMPLICITE", a.Le) + 1).EnLettres() + " (L.231-4 du CRPA)."
	return t
}

// remplacer ends the sending back of a piece that is joined again: the one named, the
// one that the act says it replaces or, since a new copy has another number, the only
// one that is awaited.
func remplacer(ts []Tache, a *Acte) {
	attendues := 0
	memes := func(t *Tache) bool { return t.Genre == Renvoi && (t.Valeur == a.Objet || t.Valeur == a.Valeur) }
	for i := range ts {
		t := &ts[i]
		if t.FaiteLe != 0 || t.Genre != Renvoi {
			continue
		}
		if attendues++; memes(t) {
			finir(ts, a, memes)
			return
		}
	}
	if attendues == 1 {
		finir(ts, a, func(t *Tache) bool { return t.Genre == Renvoi })
	}
}

// finitTache gives the kind of task that each act ends.
var finitTache = map[dossier.NatureIntervention]GenreTache{
	dossier.Apaiser: Urgence, dossier.Repondre: Reclamation, dossier.Tenir: Promesse, dossier.RendreAvis: Avis, dossier.Reparer: Constat,
}

// Repond reports whether an act answers acts of a nature: a complaint is answered,
// a promise is kept. Others bear on whatever they name.
func Repond(a, objet dossier.NatureIntervention) bool {
	switch a {
	case dossier.Remettre:
		return objet == dossier.Reclamer
	case dossier.ConstaterProgres, dossier.ReprendreDeProgres:
		return objet == dossier.RendreAProgres
	}
	appel := map[GenreTache]dossier.NatureIntervention{
		Urgence: dossier.Signaler, Reclamation: dossier.Reclamer, Promesse: dossier.Promettre, Avis: dossier.DemanderAvis, Constat: dossier.Controler,
	}[finitTache[a]]
	return appel == "" || appel == objet
}

func ouvrirTache(g GenreTache, acteur string, a *Acte, echeance v.Jour) Tache {
	return Tache{Genre: g, Acteur: acteur, Depuis: a.Le, Echeance: echeance, Appels: []Appel{{a.ID, a.Le, a.Par, a.Motif}}}
}

// rejoindre adds what is heard to the open task of the same kind and reason, whose
// clock does not start again, or opens one.
func rejoindre(ts []Tache, t Tache) []Tache {
	for i := range ts {
		if o := &ts[i]; o.Genre == t.Genre && o.Valeur == t.Valeur && o.FaiteLe == 0 {
			o.Appels = append(o.Appels, t.Appels...)
			return ts
		}
	}
	return append(ts, t)
}

// finir ends the open tasks that an act answers.
func finir(ts []Tache, a *Acte, vise func(*Tache) bool) {
	for i := range ts {
		if t := &ts[i]; t.FaiteLe == 0 && vise(t) {
			t.FaiteLe, t.FaitePar, t.Suite = a.Le, a.Par, a.Motif
		}
	}
}

// EstUnePersonne reports whether an act is addressed to a person by name, not to a role nor
// to someone outside.
func EstUnePersonne(acteur string) bool { return strings.HasPrefix(nommer(acteur), "agent:") }

// nommer gives the code of whoever an act is addressed to: a role or someone
// outside as they stand, else a person by name.
func nommer(acteur string) string {
	if acteur == "assure" || acteur == "prescripteur" || acteur == "employeur" || strings.HasPrefix(acteur, "employeur:") || decision.EstRole(acteur) {
		return acteur
	}
	return "agent:" + acteur
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
