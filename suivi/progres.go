package suivi

import (
	"slices"
	"strconv"

	"accord/dossier"
	"accord/registre"
	v "accord/valeur"
)

// HorlogeProgres is the clock of whoever must verify that PROGRES pays what was given back to it.
const HorlogeProgres = "VERIFICATION_PROGRES"

// acteurProgres is who pays what was given back to it.
const acteurProgres = "progres"

// Rendu is a dossier that was given back to PROGRES, and what was seen of it since.
type Rendu struct {
	Acte   Acte   // that gave it back
	Du     v.Jour // first day that is PROGRES's to pay
	VuLe   v.Jour // when an agent last saw what PROGRES pays: the day of the act, before anyone did
	Revenu *Acte  // by which it came back; nil while it is there
}

// Horloge is the clock of whoever must verify that PROGRES pays.
func (r *Rendu) Horloge(e *Entree) Cours { return Suivre(e.Calendrier, HorlogeProgres, r.VuLe, e.Jour) }

// aDireProgres: days came back from PROGRES, and nobody said whether it paid them: they are paid neither
// twice nor by chance.
func aDireProgres(e *Entree) (Etape, bool) {
	s, r := e.rendus(registre.RevenuProgres)
	if r == nil || s.Jours == 0 {
		return Etape{}, false
	}
	s.Genre, s.Acteur, s.Depuis = Agent, "technicien", r.Revenu.Le
	reste := "1 jour attend cette réponse (" + s.Brut.Euros() + " brut), et n'est payé ici qu'ensuite"
	if s.Jours > 1 {
		reste = strconv.Itoa(s.Jours) + " jours attendent cette réponse (" + s.Brut.Euros() + " brut), et ne sont payés ici qu'ensuite"
	}
	s.Phrase = "Le dossier est revenu de PROGRES le " + r.Revenu.Le.EnLettres() + " : jusqu'à quel jour PROGRES a-t-il payé depuis le " + r.Du.EnLettres() + " ? " + reste +
		", pour ne pas l'être deux fois. Un technicien le lit dans PROGRES et le dit (acte constater_progres, avec la date, ou la valeur «rien»)."
	return e.chronometrer("SIGNATURE", s), true
}

// avecProgres: PROGRES is to pay what remains. The caisse answers for the wait, and looks by a date
// whether it does.
func avecProgres(e *Entree) (Etape, bool) {
	s, r := e.rendus(registre.AvecProgres)
	if r == nil {
		return Etape{}, false
	}
	s.Genre, s.Acteur, s.Depuis, s.Horloge = AvecProgres, acteurProgres, r.Du, r.Horloge(e)
	s.Echeance = s.Horloge.Echeance
	s.Phrase = "Avec PROGRES depuis le " + r.Du.EnLettres() + ", rendu le " + r.Acte.Le.EnLettres() + " par " + r.Acte.Par + ", parce que : " + Clore(r.Acte.Motif) + " PROGRES paie ces jours"
	if s.Jours > 0 {
		s.Phrase += " (" + pluriel(s.Jours, "jour échu", "jours échus") + ", " + s.Brut.Euros() + " brut)"
	}
	s.Phrase += " et demande ce qui lui manque ; rien n'en est payé ni demandé ici."
	if t := e.aTransmettre(); t != nil {
		s.Acteur, s.Echeance = t.Acteur, min(s.Echeance, t.Echeance)
		s.Phrase += " Une pièce arrivée depuis est à lui transmettre avant le " + t.Echeance.EnLettres() + "."
	}
	if e.Jour > s.Horloge.Echeance {
		s.Acteur = "technicien"
		s.Phrase += " Un technicien devait vérifier que PROGRES paie, et dire jusqu'à quel jour (acte constater_progres), ou reprendre le dossier (acte reprendre_de_progres)."
	} else {
		s.Phrase += " Un technicien vérifie que PROGRES paie (acte constater_progres)."
	}
	if ici, ok := prochainVersement(e); ok {
		s.Phrase += " Des jours d'avant restent payés ici. " + ici.Phrase
	}
	return s, true
}

// rappele: an order is cancelled before it leaves, because some of its days were given back to PROGRES.
func (e *Entree) rappele() (s Etape, ok bool) {
	s = Etape{Genre: EnCours, Echeance: e.Jour}
	for _, o := range e.Ordres {
		if !slices.Contains(e.Rappeles, o.ID) {
			continue
		}
		s.Depuis, s.Brut = premier(s.Depuis, o.CreeLe), s.Brut+o.Total.Brut
		for i := range o.Lignes {
			s.Jours += len(o.Lignes[i].Jours)
		}
	}
	s.Phrase = "Un paiement préparé (" + s.Brut.Euros() + " brut) est annulé avant l'envoi : certains de ses jours ont été rendus à PROGRES, les autres sont proposés de nouveau par la prochaine journée de la caisse."
	return s, s.Jours > 0
}

// rendus sums the days of a dossier that stand so with PROGRES, those that are over, and finds the last
// act that put them there; nil when no day does.
func (e *Entree) rendus(etat registre.Progres) (s Etape, r *Rendu) {
	for i := range e.Dus {
		d := &e.Dus[i]
		if d.Progres != etat {
			continue
		}
		for k := range e.Rendus {
			if x := &e.Rendus[k]; x.Du <= d.Jour && (x.Revenu != nil) == (etat == registre.RevenuProgres) {
				r = x
			}
		}
		if d.Jour < e.Jour {
			s.Jours++
			s.Brut += max(0, d.IJ+d.Reserve-e.Verse[d.Cle])
		}
	}
	return s, r
}

// direProgres adds to another step that later days are with PROGRES.
func (e *Entree) direProgres(s *Etape) string {
	if s.Genre == AvecProgres {
		return ""
	}
	if _, r := e.rendus(registre.AvecProgres); r != nil {
		return " Depuis le " + r.Du.EnLettres() + ", le dossier est avec PROGRES (rendu le " + r.Acte.Le.EnLettres() + " par " + r.Acte.Par + ")."
	}
	return ""
}

// aTransmettre is the first piece to hand over to PROGRES.
func (e *Entree) aTransmettre() *Tache {
	ts := Ouvertes(e.Taches)
	for i := range ts {
		if ts[i].Genre == Transmission {
			return &ts[i]
		}
	}
	return nil
}

// rendre opens the tasks of a dossier that was given back: somebody looks whether PROGRES pays, and
// hands over to it each piece that came since.
func rendre(ts []Tache, a *Acte) []Tache {
	ts = append(ts, aVerifier(a, a.Le))
	for _, p := range a.Arrivees {
		t := ouvrirTache(Transmission, "technicien", a, Echeance("TRANSMISSION_PROGRES", p.Le))
		t.Depuis, t.Valeur = p.Le, p.Piece
		t.Phrase = "Une pièce est arrivée le " + p.Le.EnLettres() + " («" + p.Fichier + "») alors que le dossier est avec PROGRES : elle est gardée et accusée ici ; un technicien la transmet à PROGRES, puis le dit (acte transmettre_a_progres, pièce " + p.Piece[:min(12, len(p.Piece))] + ")."
		ts = append(ts, t)
	}
	return ts
}

func aVerifier(a *Acte, depuis v.Jour) Tache {
	t := ouvrirTache(Verification, "technicien", a, Echeance(HorlogeProgres, depuis))
	t.Depuis = depuis
	t.Phrase = "Le dossier est avec PROGRES depuis le " + a.Periode.Du.EnLettres() + " : un technicien vérifie que PROGRES paie, et dit jusqu'à quel jour (acte constater_progres)."
	return t
}

// suivreProgres ends the tasks that an act about a dossier given back does, and opens the next one.
func suivreProgres(ts []Tache, a *Acte, actes []Acte) []Tache {
	rendu := func(t *Tache) bool { return t.Appels[0].Acte == a.Objet }
	switch a.Nature {
	case dossier.RendreAProgres:
		return rendre(ts, a)
	case dossier.TransmettreAProgres:
		finir(ts, a, func(t *Tache) bool {
			return t.Genre == Transmission && t.Valeur == a.Objet && t.Appels[0].Acte == a.Valeur
		})
	case dossier.ReprendreDeProgres:
		finir(ts, a, func(t *Tache) bool { return (t.Genre == Verification || t.Genre == Transmission) && rendu(t) })
	case dossier.ConstaterProgres:
		suite := false
		finir(ts, a, func(t *Tache) bool {
			suite = suite || t.Genre == Verification && rendu(t)
			return t.Genre == Verification && rendu(t)
		})
		for i := range actes {
			if suite && actes[i].ID == a.Objet {
				ts = append(ts, aVerifier(&actes[i], a.Le))
			}
		}
	}
	return ts
}

// solderProgres ends what is to be verified of dossiers of which nothing is with PROGRES any more.
func solderProgres(ts []Tache, actes []Acte) {
	for i := range actes {
		a := &actes[i]
		if a.Nature != dossier.RendreAProgres || a.AvecProgres {
			continue
		}
		for k := range ts {
			if t := &ts[k]; t.FaiteLe == 0 && (t.Genre == Verification || t.Genre == Transmission) && t.Appels[0].Acte == a.ID {
				t.FaiteLe, t.FaitePar, t.Suite = t.Depuis, "la caisse", "aucun jour n'est plus avec PROGRES"
			}
		}
	}
}

// direParProgres says how many days of a dossier that is over PROGRES paid.
func (e *Entree) direParProgres() string {
	n := 0
	for i := range e.Dus {
		if e.Dus[i].Progres == registre.PayeParProgres {
			n++
		}
	}
	if n == 0 {
		return ""
	}
	return ", dont " + pluriel(n, "jour réglé", "jours réglés") + " par PROGRES"
}

// payeAilleurs says of a day that PROGRES paid it.
func payeAilleurs(d *registre.Du) (Etape, bool) {
	return Etape{Genre: Clos, Depuis: d.Jour, Phrase: "PROGRES a réglé ce jour : il n'est pas payé une seconde fois."}, d.Progres == registre.PayeParProgres
}

// attend reports whether a day that is over waits for an answer, and the caisse is to get it.
func (e *Entree) attend(d *registre.Du) bool {
	return d.Attend() && d.Progres == "" && d.Jour < e.Jour
}
