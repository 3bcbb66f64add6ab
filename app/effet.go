package app

import (
	"slices"

	"accord/dossier"
	"accord/droit"
	"accord/registre"
	"accord/suivi"
	v "accord/valeur"
)

// Effet is what an act changes, in days and in euros: shown before it is
// confirmed, kept by nobody, the same for everyone who asks.
type Effet struct {
	Jours  []JourChange
	Ecart  v.Centimes // gross owed after, less gross owed before, on all the days
	Enjeu  v.Centimes // gross amount that moves: what the limits of a role are compared with
	Paye   v.Centimes // gross that the next run would pay more, or less
	Repris v.Centimes // gross, paid too much, that the act takes back or gives up
	// Redresse is what the act pays of days for which another was paid, who owes it back.
	Redresse v.Centimes
	// Progres is the gross amount of the days that change payer between the caisse and PROGRES.
	Progres v.Centimes
	// Annule is that of the payments on their way that are cancelled, because they pay some of these days.
	Annule v.Centimes
	Etapes []EtapeChange
	// Differe is in what two records that it brings together do not name the same person: someone else
	// must confirm.
	Differe []string
	ADeux   bool // above the limits of whoever acts: someone else must confirm

	Exterieur bool   // whoever acts is outside the caisse: what follows is all that he is told
	Suite     string // what becomes of his act
	Echeance  v.Jour // by when
}

// JourChange is one day that an act changes.
type JourChange struct {
	registre.Cle
	Avant, Apres registre.Du // zero Etat: the day is not on the calendar
}

// EtapeChange is a dossier whose next step changes.
type EtapeChange struct{ Dossier, Avant, Apres string }

// SuiteChange is a run of days of one line that change alike.
type SuiteChange struct {
	Periode      v.Periode
	Jours        int
	Avant, Apres registre.Du // of the first day
}

// Suites groups the days that an act changes, in their order.
func (e *Effet) Suites() []SuiteChange {
	var ss []SuiteChange
	for i := range e.Jours {
		j := &e.Jours[i]
		if n := len(ss); n > 0 && ss[n-1].Periode.Au+1 == j.Jour && e.Jours[i-1].Ligne == j.Ligne && e.Jours[i-1].Risque == j.Risque &&
			seDitComme(&ss[n-1].Avant, &j.Avant) && seDitComme(&ss[n-1].Apres, &j.Apres) {
			ss[n-1].Periode.Au = j.Jour
			ss[n-1].Jours++
			continue
		}
		ss = append(ss, SuiteChange{v.P(j.Jour, j.Jour), 1, j.Avant, j.Apres})
	}
	return ss
}

func seDitComme(a, b *registre.Du) bool {
	return a.Etat == b.Etat && a.IJ == b.IJ && a.Destinataire == b.Destinataire && a.Progres == b.Progres
}

// comparerDossiers says what changes between two computations of one person.
func comparerDossiers(avant, apres *Dossier) *Effet {
	e := &Effet{}
	anciens := make(map[registre.Cle]registre.Du, len(avant.Dus))
	for _, d := range avant.Dus {
		anciens[d.Cle] = d
	}
	for _, d := range apres.Dus {
		a := anciens[d.Cle]
		d.Redresse, a.Redresse = false, false // owed as before, to the same
		if a != d {
			e.changer(JourChange{d.Cle, a, d})
		}
		delete(anciens, d.Cle)
	}
	for _, d := range avant.Dus {
		if _, reste := anciens[d.Cle]; reste {
			e.changer(JourChange{d.Cle, d, registre.Du{}})
		}
	}
	slices.SortFunc(e.Jours, func(a, b JourChange) int { return a.Compare(b.Cle) })
	e.Paye = propose(apres) - propose(avant)
	e.Enjeu = max(e.Enjeu, e.Paye, -e.Paye)
	for _, o := range apres.Ordres {
		if enAttente(o.Etat) && apres.paieDesRendus(o) {
			e.Annule += o.Total.Brut
		}
	}
	e.comparerEtapes(avant, apres)
	return e
}

// changer adds a day that changes. One that only changes hands moves its whole
// amount.
func (e *Effet) changer(j JourChange) {
	passe := j.Avant.Progres != j.Apres.Progres
	if !passe && j.Avant.Etat == droit.Attente && j.Apres.Etat == droit.Attente && j.Avant.IJ == j.Apres.IJ && j.Avant.Destinataire == j.Apres.Destinataire {
		return
	}
	e.Jours = append(e.Jours, j)
	ecart := j.Apres.Dette() - j.Avant.Dette()
	e.Ecart += ecart
	if ecart == 0 && j.Avant.Destinataire != j.Apres.Destinataire {
		ecart = j.Apres.Dette()
	}
	if passe {
		ecart = max(ecart, -ecart, j.Apres.IJ)
		if j.Apres.Etat == droit.Attente && j.Apres.Destinataire.SIRET() == "" {
			ecart = max(ecart, suivi.Minimum(j.Jour)) // nothing is certain of it: it counts as it does in the harm
		}
		e.Progres += ecart
	}
	e.Enjeu += max(ecart, -ecart)
}

// propose sums what the next run would pay.
func propose(d *Dossier) (brut v.Centimes) {
	for i := range d.Proposes {
		brut += d.Proposes[i].Total.Brut
	}
	return brut
}

func (e *Effet) comparerEtapes(avant, apres *Dossier) {
	phrases := map[string]string{}
	for i := range avant.Etapes {
		phrases[NumeroDossier(avant.Personne, &avant.Etapes[i].Chaine)] = avant.Etapes[i].Phrase
	}
	for i := range apres.Etapes {
		num := NumeroDossier(apres.Personne, &apres.Etapes[i].Chaine)
		if p := apres.Etapes[i].Phrase; phrases[num] != p {
			e.Etapes = append(e.Etapes, EtapeChange{num, phrases[num], p})
		}
	}
}

// acteDe finds an act of a person by its identifier, in force or to be
// confirmed.
func (d *Dossier) acteDe(id string) *dossier.Intervention {
	s := d.Calcul.Situation
	for _, actes := range [][]dossier.Intervention{s.Interventions, s.AConfirmer} {
		for i := range actes {
			if actes[i].ID == id {
				return &actes[i]
			}
		}
	}
	return nil
}
