package suivi

import "slices"

// aTraiter: no money is kept from anyone, and someone must act all the same. The
// first of the tasks speaks; what runs meanwhile is said after it.
func aTraiter(e *Entree) (Etape, bool) {
	ouvertes := Ouvertes(e.Taches)
	if len(ouvertes) == 0 || e.confieSeul(ouvertes) {
		return Etape{}, false
	}
	t := &ouvertes[0]
	s := Etape{Genre: Agent, Acteur: t.Acteur, Depuis: t.Depuis, Echeance: t.Echeance, Phrase: t.Phrase}
	if t.Genre == Avis || t.Genre == Renvoi || t.Valeur == Examen {
		s.Genre = Attend
	}
	for _, suite := range []func(*Entree) (Etape, bool){prochainVersement, enArret} {
		if x, court := suite(e); court {
			s.Jours, s.Brut, s.Phrase = x.Jours, x.Brut, s.Phrase+" "+x.Phrase
			break
		}
	}
	return s, true
}

// confieSeul reports whether nothing is open on a dossier that is over but that it was
// entrusted to someone while it ran: that says who works on it, and is no work of its own.
func (e *Entree) confieSeul(ouvertes []Tache) bool {
	return e.Chaine.Fin < e.Jour && !slices.ContainsFunc(ouvertes, func(t Tache) bool { return t.Genre != Confie || t.Depuis > e.Chaine.Fin })
}

// EstConfie reports whether a dossier is entrusted to someone.
func EstConfie(ts []Tache) bool {
	return slices.ContainsFunc(Ouvertes(ts), func(t Tache) bool { return t.Genre == Confie })
}

// Delier ends the entrusting of a dossier that is over and settled.
func Delier(s *Etape, ts []Tache) {
	if s.Genre != Clos && s.Genre != Refuse {
		return
	}
	for i := range ts {
		if t := &ts[i]; t.Genre == Confie && t.FaiteLe == 0 {
			t.FaiteLe, t.FaitePar, t.Suite = max(t.Depuis, s.Depuis), "la caisse", "le dossier est terminé"
		}
	}
}

// Confier gives a step that any technician may take to the one to whom the
// dossier is entrusted.
func Confier(s Etape, ts []Tache) Etape {
	for _, t := range Ouvertes(ts) {
		if t.Genre == Confie && (s.Genre == Agent || s.Genre == AvecProgres) && s.Acteur == "technicien" {
			s.Acteur = t.Acteur
		}
	}
	return s
}
