package atmp

import (
	"cmp"
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// piece is the days of one arrêt that the accident compensates.
type piece struct {
	du, au v.Jour
	arret  int
}

// chaine is a stop of work for one accident: an arrêt and those that go on with
// it. It has one reference pay and one pair of allowances.
type chaine struct {
	sinistre *droit.Sinistre // without an identifier when no accident is named
	suivi    int             // in Calcul.suivis
	arret    int             // first arrêt
	du, fin  v.Jour          // first and last day on the calendar
	debut    v.Jour          // interruption of work: first day prescribed and not worked
	accident v.Jour          // day left to the employer, or 0
	pieces   []int           // in Calcul.pieces, by day
	lignes   []ligne
	premiere bool // the first of its accident, what came before the case not being known

	bloquee    bool   // a parameter is not known
	refuse     bool   // the caisse refused every benefit
	inconnu    bool   // some reference pay is not known
	seuil      int    // rank of the first day at the second rate
	annees     int    // longest duration of the allowance; 0: none
	revalorise v.Jour // first day on which the allowance could be revalued
	m          montants
	regle      droit.Regle
}

// ligne is one activity stopped by a chain.
type ligne struct {
	activite int
	du, fin  v.Jour
	poids    v.Fraction
	ecartees []bool // subrogations set aside
}

// suivi is what is known of one accident while the days go by.
type suivi struct {
	compte    int           // days compensated since the accident, or since the last consolidation
	fin       v.Jour        // that consolidation
	payeLe    v.Jour        // last day counted
	premierIJ v.Jour        // first day compensated in the case
	recu      [2]v.Centimes // in the first interruption, at each rate: the minimum of those to come
}

// suiviInitial is what the case says of an accident from before.
func (c *Calcul) suiviInitial(s *droit.Sinistre) suivi {
	return suivi{compte: max(s.JoursIndemnises, c.dejaIndemnise(s)), recu: [2]v.Centimes{s.IJ60.Ou(0), s.IJ80.Ou(0)}}
}

// formerChaines cuts the arrêts of recognised accidents into stops of work.
func (c *Calcul) formerChaines() {
	for i := range c.cas.Arrets {
		a := &c.cas.Arrets[i]
		if !reconnu(c.cas, a) {
			continue
		}
		x := porteeDe(c.cas, c.p, a)
		m := piece{du: x.at.Du, au: x.at.Au, arret: i}
		if m.du != 0 {
			c.pieces = append(c.pieces, m)
		}
	}
	slices.SortFunc(c.pieces, func(m, n piece) int {
		return cmp.Or(cmp.Compare(m.du, n.du), c.force(&m, &n))
	})
	for i := range c.pieces {
		c.joindre(i)
	}
	for k := range c.chaines {
		c.situer(k)
	}
}

// force compares two prescriptions for the same day: the latest prescribed
// prevails, then the latest sent, then the greater hash of the piece.
func (c *Calcul) force(m, n *piece) int {
	a, b := &c.cas.Arrets[m.arret], &c.cas.Arrets[n.arret]
	return cmp.Or(cmp.Compare(a.PrescritLe, b.PrescritLe), cmp.Compare(a.EnvoyeLe, b.EnvoyeLe), cmp.Compare(a.Empreinte, b.Empreinte), cmp.Compare(a.ID, b.ID))
}

// joindre adds a prescription to the stop that it goes on with, or begins one: a
// prescription that touches goes on, and a prolongation near enough.
func (c *Calcul) joindre(i int) {
	m := &c.pieces[i]
	a := &c.cas.Arrets[m.arret]
	if ch := c.derniereChaine(a.Sinistre); ch != nil && derniereFin(c.cas, a, m.du) < ch.du && !c.reprisAvant(ch, m.du) &&
		(m.du <= ch.fin+1 || a.Nature == droit.Prolongation && c.socle.Rattachable(ch.fin, m.du)) {
		ch.pieces = append(ch.pieces, i)
		ch.fin = max(ch.fin, m.au)
		return
	}
	ch := c.nouvelleChaine()
	ch.arret, ch.du, ch.fin, ch.pieces = m.arret, m.du, m.au, append(ch.pieces, i)
	ch.sinistre = sinistreDe(c.cas, a.Sinistre)
	if ch.suivi = slices.IndexFunc(c.cas.Sinistres, func(x droit.Sinistre) bool { return x.ID == a.Sinistre }); ch.suivi < 0 {
		ch.suivi = len(c.suivis) // an accident that is not named is counted stop by stop
		c.suivis = append(c.suivis, c.suiviInitial(ch.sinistre))
	}
}

// derniereChaine returns the last stop for an accident so far, or nil.
func (c *Calcul) derniereChaine(sinistre string) *chaine {
	for k := len(c.chaines) - 1; k >= 0; k-- {
		if c.cas.Arrets[c.chaines[k].arret].Sinistre == sinistre {
			return &c.chaines[k]
		}
	}
	return nil
}

// reprisAvant reports whether work was resumed, on every line of a stop, while its
// last prescription ran and before a day: what follows is another stop. A return after
// its end that fails at once is a gap like any other, which a prolongation may bridge.
func (c *Calcul) reprisAvant(ch *chaine, du v.Jour) bool {
	depuis := c.pieces[ch.pieces[len(ch.pieces)-1]].du
	for _, i := range c.lignesCas {
		if c.socle.Stoppe(ch.arret, i) && c.socle.Reprise(i, depuis+1, min(du-1, ch.fin)) == 0 {
			return false
		}
	}
	ch.fin = min(ch.fin, du-1)
	return true
}

// nouvelleChaine adds an empty stop, with the memory of one of a former case.
func (c *Calcul) nouvelleChaine() *chaine {
	n := len(c.chaines)
	if n == cap(c.chaines) {
		c.chaines = append(c.chaines, chaine{})
	} else {
		c.chaines = c.chaines[:n+1]
	}
	ch := &c.chaines[n]
	*ch = chaine{pieces: ch.pieces[:0], lignes: ch.lignes[:0]}
	return ch
}

// situer finds the lines of a stop, the day on which work was interrupted and
// the day of the accident.
func (c *Calcul) situer(rang int) {
	ch := &c.chaines[rang]
	for _, i := range c.lignesCas {
		l := ligne{activite: i}
		for _, k := range ch.pieces {
			m := &c.pieces[k]
			if !c.stoppe(m, i, l.fin) {
				continue
			}
			if l.du == 0 {
				l.du = m.du
			}
			l.fin = max(l.fin, m.au)
		}
		if l.du != 0 {
			ch.lignes = append(ch.lignes, l)
		}
	}
	if len(ch.lignes) == 0 {
		c.r.Manquer(droit.Manque{Code: "NON_CALCULE", AupresDe: "caisse", Pour: v.P(ch.du, ch.fin),
			Phrase: "Aucun emploi salarié n'est connu pour cet accident : le régime général n'assure que les salariés, un technicien doit regarder le dossier."})
		return
	}
	a := &c.cas.Arrets[ch.arret]
	ch.debut = ch.du
	for k := range ch.lignes {
		l := &ch.lignes[k]
		l.ecartees = make([]bool, len(c.cas.Activites[l.activite].Subrogation))
		ch.debut = max(ch.debut, dernierTravaille(c.cas, a, l.activite, v.P(l.du, l.fin))+1)
	}
	avant := slices.ContainsFunc(c.chaines[:rang], func(x chaine) bool { return x.suivi == ch.suivi })
	ch.premiere = !avant && !ch.sinistre.IJ60.EstConnu() && !ch.sinistre.IJ80.EstConnu()
	if !avant && a.Nature != droit.Rechute && c.suivis[ch.suivi].compte == 0 {
		c.situerAccident(ch, a)
	}
}

// stoppe reports whether an arrêt stops a line: its own work or, when it names
// none, that of the stop that it goes on with.
func (c *Calcul) stoppe(m *piece, activite int, finLigne v.Jour) bool {
	return c.socle.Stoppe(m.arret, activite) || finLigne != 0 && len(c.cas.Arrets[m.arret].Activites) == 0
}

// situerAccident finds the day that the employer pays (L.433-1): that of the
// accident, before or at the head of the first stop. For a disease, only when
// work was done on the day of its first medical finding.
func (c *Calcul) situerAccident(ch *chaine, a *droit.Arret) {
	jour := dateDe(ch.sinistre)
	if jour > ch.fin {
		return
	}
	if ch.sinistre.Risque == droit.MaladiePro && !slices.ContainsFunc(ch.lignes, func(l ligne) bool {
		return cmp.Or(a.DernierJourTravaille, c.cas.Activites[l.activite].DernierJourTravaille) == jour
	}) {
		return
	}
	ch.accident = jour
	ch.debut = max(ch.debut, jour+1)
}

// dejaIndemnise counts the days compensated before the case for an accident.
func (c *Calcul) dejaIndemnise(s *droit.Sinistre) int {
	n := 0
	for i := range c.cas.Anterieures {
		if x := &c.cas.Anterieures[i]; x.Sinistre != "" && x.Sinistre == s.ID && x.Risque.EstSinistre() {
			n += x.Periode.Jours()
		}
	}
	return n
}

// pieceDu returns the prescription that governs a day of a line: the strongest
// that covers it or, on a day without any, the last one begun before it.
func (c *Calcul) pieceDu(ch *chaine, l *ligne, j v.Jour) (m *piece, couvre bool) {
	if len(ch.pieces) == 1 {
		return &c.pieces[ch.pieces[0]], true
	}
	var avant *piece
	for _, k := range ch.pieces {
		x := &c.pieces[k]
		if x.du > j || !c.stoppe(x, l.activite, l.du) {
			continue
		}
		if x.au < j {
			avant = x
			continue
		}
		if m == nil || c.force(x, m) > 0 {
			m = x
		}
	}
	if m != nil {
		return m, true
	}
	return avant, false
}
