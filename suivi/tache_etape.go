package suivi

// aTraiter: no money is kept from anyone, and someone must act all the same. The
// first of the tasks speaks; what runs meanwhile is said after it.
func aTraiter(e *Entree) (Etape, bool) {
	ouvertes := Ouvertes(e.Taches)
	if len(ouvertes) == 0 {
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

// Confier gives a step that any technician may take to the one to whom the
// dossier is entrusted.
func Confier(s Etape, ts []Tache) Etape {
	for _, t := range Ouvertes(ts) {
		if t.Genre == Confie && s.Genre == Agent && s.Acteur == "technicien" {
			s.Acteur = t.Acteur
		}
	}
	return s
}
