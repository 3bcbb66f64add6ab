package atmp

import (
	"cmp"
	"errors"
	"slices"

	"accord/droit"
	"accord/droit/maladie"
	"accord/parametre"
	v "accord/valeur"
)

// Calcul is the working memory of one computation. It may be reused: after the
// first cases it allocates little more. The zero value is ready.
type Calcul struct {
	cas   *droit.Cas
	p     *parametre.Table
	t     *droit.Trace
	r     *droit.Resultat
	socle *maladie.Calcul

	lignesCas   []int // salaried lines by identifier: the order of everything that follows
	interrompus []droit.Interrompu
	pieces      []piece
	chaines     []chaine
	suivis      []suivi      // beside each accident of the case, then of each stop that names none
	premier     int          // first row of the accidents in the result
	stoppees    []int        // lines of the stop at hand
	entieres    []v.Centimes // beside each row: the whole allowance of its stop
	taux        []v.Centimes // beside each row: the same before the pension
	lots        int          // amounts given for a period so far
}

// Traite reports whether the package computes the arrêts of that risk.
func Traite(r droit.Risque) bool { return r.EstSinistre() || r == droit.ITI }

// Prevoir adds to ss the days on which the accidents of the case, and the unfitness
// that follows them, stop work, as [Calcul.Interrompus] lists them, whether or not
// they are then paid.
func Prevoir(cas *droit.Cas, xs []droit.Interrompu, ss []droit.Servi) []droit.Servi {
	for _, x := range xs {
		ss = append(ss, droit.Servi{Risque: cas.Arrets[x.Arret].Risque, Periode: x.Periode})
	}
	return ss
}

// Interrompus lists the days not worked for the recognised accidents of the case,
// and for the unfitness that follows: that of the accident is not one of them. They
// are valid until the next call.
func (c *Calcul) Interrompus(cas *droit.Cas, p *parametre.Table) []droit.Interrompu {
	c.interrompus = c.interrompus[:0]
	for i := range cas.Arrets {
		a := &cas.Arrets[i]
		x := v.Periode{}
		switch {
		case a.Risque == droit.ITI:
			x = a.Periode()
		case reconnu(cas, a):
			x = porteeDe(cas, p, a).at
			if s := sinistreDe(cas, a.Sinistre); s.Risque != droit.MaladiePro && s.AccidentLe == x.Du {
				x.Du++
			}
		}
		if x.Du != 0 && x.Du <= x.Au {
			c.interrompus = append(c.interrompus, droit.Interrompu{Arret: i, Periode: x})
		}
	}
	return c.interrompus
}

// Renvois lists the days handed over to sickness.
func (c *Calcul) Renvois(cas *droit.Cas, p *parametre.Table) []droit.Renvoi { return renvois(cas, p) }

// Calculer adds the rights, bases, days and lump sums of the accidents of the case
// to r, and the steps to t unless it is nil. The rights and pays are examined by
// socle, which has just computed the sickness of the same case.
func (c *Calcul) Calculer(cas *droit.Cas, p *parametre.Table, t *droit.Trace, r *droit.Resultat, socle *maladie.Calcul) error {
	c.preparer(cas, p, t, r, socle)
	c.formerChaines()
	if err := c.parcourir(); err != nil {
		return err
	}
	c.repartir()
	if err := c.inaptitudes(); err != nil {
		return err
	}
	return c.direDelais()
}

// preparer empties the memory of the former case and reads the new one.
func (c *Calcul) preparer(cas *droit.Cas, p *parametre.Table, t *droit.Trace, r *droit.Resultat, socle *maladie.Calcul) {
	c.cas, c.p, c.t, c.r, c.socle = cas, p, t, r, socle
	c.lignesCas, c.pieces, c.chaines, c.entieres, c.taux = c.lignesCas[:0], c.pieces[:0], c.chaines[:0], c.entieres[:0], c.taux[:0]
	c.premier, c.lots = len(r.Jours), 0
	for i := range r.Jours {
		c.lots = max(c.lots, r.Jours[i].Lot)
	}
	for i := range cas.Activites {
		if cas.Activites[i].Nature == droit.Salarie {
			c.lignesCas = append(c.lignesCas, i)
		}
	}
	slices.SortFunc(c.lignesCas, func(a, b int) int { return cmp.Compare(cas.Activites[a].ID, cas.Activites[b].ID) })
	c.suivis = c.suivis[:0]
	for i := range cas.Sinistres {
		c.suivis = append(c.suivis, c.suiviInitial(&cas.Sinistres[i]))
	}
}

// parcourir walks the calendar day by day over all stops, in the order of dates,
// so that the count of each accident sees what came before.
func (c *Calcul) parcourir() error {
	if len(c.chaines) == 0 {
		return nil
	}
	fin := v.Jour(0)
	for k := range c.chaines {
		fin = max(fin, c.chaines[k].fin)
	}
	for j := c.chaines[0].du; j <= fin; j++ {
		for k := range c.chaines {
			if ch := &c.chaines[k]; j <= ch.fin {
				if err := c.journee(ch, j); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// bloquer leaves the days of a stop waiting for a parameter that is not known.
func (c *Calcul) bloquer(ch *chaine, err error) error {
	var m *parametre.ManquantError
	if !errors.As(err, &m) {
		return err
	}
	ch.bloquee = true
	c.r.Manquer(droit.Manque{Code: droit.ManqueParametre, AupresDe: "caisse", Pour: v.P(ch.debut, ch.fin), Phrase: m.Phrase()})
	if m.Code == parametre.PASS {
		c.lire(parametre.AU16)
	}
	return nil
}
