package suivi

import (
	"accord/droit"
	v "accord/valeur"
)

// EtatHorloge is where a running clock stands.
type EtatHorloge string

const (
	DansLesTemps EtatHorloge = "dans_les_temps"
	Alerte       EtatHorloge = "alerte"   // its last day is near
	Depassee     EtatHorloge = "depassee" // its last day is past
	Portee       EtatHorloge = "portee"   // past, and carried up the hierarchy
)

// Cours is a clock that runs.
type Cours struct {
	Code     string
	Depuis   v.Jour
	Echeance v.Jour // last day
	Etat     EtatHorloge
	A        string // to whom it is carried
}

// Suivre says where a clock started on a day stands on another.
func Suivre(c droit.Calendrier, code string, depuis, jour v.Jour) Cours {
	h := horlogeDe(code, depuis)
	return h.suivre(h.Dernier(c, depuis), depuis, jour)
}

func (h *Horloge) suivre(echeance, depuis, jour v.Jour) Cours {
	s := Cours{Code: h.Code, Depuis: depuis, Echeance: echeance, Etat: DansLesTemps}
	switch {
	case jour > echeance:
		s.Etat = Depassee
	case h.Alerte >= 0 && jour >= echeance-v.Jour(h.Alerte):
		s.Etat = Alerte
	}
	for _, e := range h.Echelons {
		if jour >= echeance+v.Jour(e.Jours) {
			s.Etat, s.A = Portee, e.A
		}
	}
	return s
}

// Dire says in words where the clock stands.
func (s *Cours) Dire(jour v.Jour) string {
	fin := s.Echeance.EnLettres()
	porte := ""
	if s.Etat == Portee {
		porte = " : porté " + EchelonEnMots(s.A)
	}
	switch {
	case jour > s.Echeance:
		return "Échéance du " + fin + " dépassée de " + pluriel(int(jour-s.Echeance), "jour", "jours") + porte + "."
	case jour == s.Echeance && s.Etat != DansLesTemps:
		return "L'échéance est aujourd'hui, " + fin + porte + "."
	case s.Etat == Alerte:
		return "L'échéance approche : " + fin + ", dans " + pluriel(int(s.Echeance-jour), "jour", "jours") + "."
	}
	return "Échéance : " + fin + "."
}

// EchelonEnMots says to whom a clock is carried: «au directeur».
func EchelonEnMots(a string) string { return echelons[a] }
