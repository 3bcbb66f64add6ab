package contrecalcul

import (
	"math/big"
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// bloc is what overlapping prescriptions make together: one stretch of
// prescribed days.
type bloc struct {
	du, au  v.Jour
	membres []int
	tete    int // the prescription followed on the first day
}

// chaine is one stop of work on one line: an initial prescription and the
// prolongations that join it (MAL-CAR-05).
type chaine struct {
	ligne        int
	blocs        []bloc
	interruption v.Jour // A
	independant  bool
	jointes      []int // the lines of a leave that several employers were asked for

	ouverte   bool // the answers below are those given at A
	droits    droits
	base      Base
	carence   int  // days of carence due from A
	sansSeuil bool // pays were set against a SMIC that is not known

	parts []quotePart // how the IJ is shared between the lines that the stop touches

	indemnisee bool // a day of it was paid
}

// quotePart is the share of one line in an IJ.
type quotePart struct {
	ligne int
	part  *big.Rat

	de, plancher v.Centimes // the last amount asked about, and the share of it
}

func (c *chaine) premier() int { return c.blocs[0].tete }

func (c *chaine) fin() v.Jour { return c.blocs[len(c.blocs)-1].au }

// bloc returns the stretch that covers day d, or the one before it when the day
// is between two of them.
func (c *chaine) bloc(d v.Jour) (b *bloc, prescrit bool) {
	for i := range c.blocs {
		if c.blocs[i].du <= d {
			b = &c.blocs[i]
		}
	}
	return b, b != nil && d <= b.au
}

// suivreChaines reads the chains of every line.
func (l *lecture) suivreChaines() []*chaine {
	var toutes []*chaine
	for i := range l.cas.Activites {
		if l.cas.Activites[i].Nature == droit.ChomageIndemnise {
			continue // its days are those of the job that was lost
		}
		for _, c := range l.chainesDe(i) {
			if l.arrete(c) {
				toutes = append(toutes, c)
			}
		}
	}
	return toutes
}

// sansMaintien drops the chains of jobs lost before the stop when another
// régime opens a right that is not nil: rights are then no longer kept (L.161-8).
// Whoever is paid unemployment keeps them (L.311-5).
func (l *lecture) sansMaintien() []*chaine {
	return slices.DeleteFunc(slices.Clone(l.chaines), func(c *chaine) bool {
		if c.independant || l.cas.Arrets[c.premier()].Activites != nil || court(&l.cas.Activites[c.ligne], c.interruption) || l.auChomage(c.interruption) {
			return false
		}
		return slices.ContainsFunc(l.chaines, func(k *chaine) bool {
			if !k.independant || k.premier() != c.premier() || !court(&l.cas.Activites[k.ligne], k.interruption) {
				return false
			}
			essai := *k // the chain itself is opened on its day, once those before are read
			l.ouvrirIndependant(&essai)
			return essai.droits.ouverts && (!essai.droits.connus || essai.base.IJ > 0)
		})
	})
}

// auChomage tells whether unemployment is paid that day.
func (l *lecture) auChomage(d v.Jour) bool {
	return slices.ContainsFunc(l.cas.Activites, func(a droit.Activite) bool { return a.Nature == droit.ChomageIndemnise && court(&a, d) })
}

// blocsDe merges the prescriptions of a line that overlap. What a prescription
// still covers once work has resumed overlaps nothing: a later one stands alone.
func (l *lecture) blocsDe(ligne int) []bloc {
	var blocs []bloc
	reelle := v.Jour(0) // last day not worked of the stretch
	for _, i := range l.arrets {
		a := &l.cas.Arrets[i]
		if !concerne(a, &l.cas.Activites[ligne]) || a.Activites == nil && a.Debut < l.cas.Activites[ligne].Debut {
			continue // it does not stop what had not begun
		}
		n := len(blocs)
		if n > 0 && (a.Debut <= reelle || l.coupee(blocs[n-1].membres, a)) {
			blocs[n-1].au = max(blocs[n-1].au, a.Fin)
			blocs[n-1].membres = append(blocs[n-1].membres, i)
			reelle = max(reelle, l.finReelle(ligne, a))
			continue
		}
		if n > 0 {
			blocs[n-1].au = min(blocs[n-1].au, a.Debut-1)
		}
		blocs = append(blocs, bloc{du: a.Debut, au: a.Fin, membres: []int{i}})
		reelle = l.finReelle(ligne, a)
	}
	for i := range blocs {
		blocs[i].tete = l.suivie(blocs[i].membres, blocs[i].du)
	}
	return blocs
}

// coupee tells whether an arrêt is the end of a prescription cut in two: the
// prolongation, prescribed on the same day, of the last of those given. Whoever may
// not prolong wrote another prescription.
func (l *lecture) coupee(membres []int, a *droit.Arret) bool {
	b := &l.cas.Arrets[membres[len(membres)-1]]
	return a.Nature == droit.Prolongation && a.Debut == b.Fin+1 && prescritLe(a) == prescritLe(b) && prescripteurValable(a)
}

// debutPrescription is the first day of the whole prescription that an arrêt is, or ends:
// for days that another benefit leaves to maladie, that of the arrêt that they come from.
func (l *lecture) debutPrescription(ligne int, a *droit.Arret) v.Jour {
	debut := a.Debut
	if o := l.remisDe(a); o != nil {
		return min(debut, o.Debut)
	}
	for _, i := range slices.Backward(l.arrets) {
		b := &l.cas.Arrets[i]
		if concerne(b, &l.cas.Activites[ligne]) && b.Debut < debut && b.Fin+1 == debut && l.coupee([]int{i}, a) {
			a, debut = b, b.Debut
		}
	}
	return debut
}

// remisDe is the arrêt of another benefit of which days are left to maladie, or nil.
func (l *lecture) remisDe(a *droit.Arret) *droit.Arret {
	for i, o := range l.origines {
		if o != i && &l.cas.Arrets[i] == a && a.Risque == droit.Maladie {
			return &l.cas.Arrets[o]
		}
	}
	return nil
}

// finReelle is the last day of a prescription on which work had not resumed.
func (l *lecture) finReelle(ligne int, a *droit.Arret) v.Jour {
	fin, debut := a.Fin, l.debutPrescription(ligne, a)
	for _, r := range l.cas.Activites[ligne].Reprises {
		if r.Motif != droit.RepriseTPT && r.Le > debut {
			fin = min(fin, r.Le-1)
		}
	}
	return fin
}

// chainesDe links the stretches of a line into chains.
func (l *lecture) chainesDe(ligne int) []*chaine {
	activite := &l.cas.Activites[ligne]
	var chaines []*chaine
	for _, b := range l.blocsDe(ligne) {
		if n := len(chaines); n > 0 {
			c := chaines[n-1]
			if l.resteRepris(c, b) || l.prolonge(c, b) && prescripteurValable(&l.cas.Arrets[b.tete]) || l.changeDeTemps(c, b) {
				c.blocs = append(c.blocs, b)
				continue
			}
		}
		chaines = append(chaines, &chaine{
			ligne: ligne, blocs: []bloc{b}, independant: activite.Nature == droit.Independant,
			interruption: dateInterruption(&l.cas.Arrets[b.tete], activite, b),
		})
	}
	return chaines
}

// resteRepris tells a stretch that another benefit leaves to maladie once work had resumed:
// it stops nothing, and goes with the chain that it touches.
func (l *lecture) resteRepris(c *chaine, b bloc) bool {
	return b.du <= c.fin()+1 && !slices.ContainsFunc(b.membres, func(i int) bool { return l.finReelle(c.ligne, &l.cas.Arrets[i]) >= l.cas.Arrets[i].Debut })
}

// dateInterruption is the first day that is prescribed and entirely not worked
// (§9.1). The last day worked of the contract speaks of this stop only when it
// falls inside it.
func dateInterruption(a *droit.Arret, activite *droit.Activite, b bloc) v.Jour {
	dernier := a.DernierJourTravaille
	if dernier == 0 && activite.DernierJourTravaille <= b.au {
		dernier = activite.DernierJourTravaille
	}
	if dernier >= b.du && !a.TempsPartiel {
		return dernier + 1
	}
	return b.du
}

// prolonge tells whether a stretch is a prolongation that MAL-CAR-04 links to
// the chain before it, whoever prescribed it.
func (l *lecture) prolonge(c *chaine, b bloc) bool {
	if l.cas.Arrets[b.tete].Nature != droit.Prolongation {
		return false
	}
	fin := l.finStop(c)
	g := int(b.du - fin - 1)
	if b.du >= finTolerance {
		return g <= 2
	}
	samedisDimanches, chomes := 0, 0
	for d := fin + 1; d < b.du; d++ {
		if weekEnd(d) {
			samedisDimanches++
		}
		if weekEnd(d) || ferie(d, l.cas.Assure.Territoire == droit.AlsaceMoselle) {
			chomes++
		}
	}
	switch g {
	case 0, 1:
		return true
	case 2:
		return chomes >= 1
	case 3:
		return samedisDimanches == 2
	}
	return false
}

// changeDeTemps reads MAL-TPT-04: a full stop and part-time work that touch are
// one stop, whatever box was ticked.
func (l *lecture) changeDeTemps(c *chaine, b bloc) bool {
	dernier := &c.blocs[len(c.blocs)-1]
	fin := l.finStop(c)
	suivie := l.suivie(dernier.membres, fin)
	tete := &l.cas.Arrets[b.tete]
	return suivie >= 0 && b.du == fin+1 && tete.Nature != droit.Prolongation && tete.TempsPartiel != l.cas.Arrets[suivie].TempsPartiel
}

// finStop is the last day of the chain on which work had not resumed: an early
// return ends it before its prescribed end.
func (l *lecture) finStop(c *chaine) v.Jour {
	fin := v.Jour(0)
	for _, i := range c.blocs[len(c.blocs)-1].membres {
		fin = max(fin, l.finReelle(c.ligne, &l.cas.Arrets[i]))
	}
	return fin
}

// repris tells whether work had resumed on the line on day d, with no
// prescription begun since.
func (l *lecture) repris(ligne int, b *bloc, d v.Jour) bool {
	du := b.du
	for _, i := range b.membres {
		if o := l.remisDe(&l.cas.Arrets[i]); o != nil {
			du = min(du, o.Debut)
		}
	}
	for _, r := range l.cas.Activites[ligne].Reprises {
		if r.Motif == droit.RepriseTPT || r.Le > d || r.Le <= du {
			continue
		}
		depuis := slices.ContainsFunc(b.membres, func(i int) bool {
			a := &l.cas.Arrets[i]
			return l.debutPrescription(ligne, a) >= r.Le && a.Debut <= d && d <= a.Fin
		})
		if !depuis {
			return true
		}
	}
	return false
}

// prescripteurValable reads MAL-PRE-03.
func prescripteurValable(a *droit.Arret) bool {
	return a.Prescripteur != droit.AutrePrescripteur || a.Hospitalise.Ou(false)
}

// arrete tells whether the chain stops the work of its line: the prescription
// names it, or it was running at A, or it is the last to have ended, of all when
// nothing runs, of the employments when only independent work does and the rights
// of that employment may still be kept.
func (l *lecture) arrete(c *chaine) bool {
	if l.cas.Arrets[c.premier()].Activites != nil {
		return true
	}
	soi, jour := &l.cas.Activites[c.ligne], c.interruption
	if court(soi, jour) {
		return true
	}
	if soi.Fin == 0 || soi.Fin >= jour {
		return false
	}
	independantCourt := false
	for i := range l.cas.Activites {
		if a := &l.cas.Activites[i]; a.Nature != droit.ChomageIndemnise && court(a, jour) {
			if a.Nature == droit.Salarie {
				return false
			}
			independantCourt = true
		}
	}
	if independantCourt && (soi.Nature != droit.Salarie || jour >= l.finMaintien(jour)) {
		return false
	}
	for i := range l.cas.Activites {
		a := &l.cas.Activites[i]
		rival := a.Nature == droit.Salarie || a.Nature == droit.Independant && !independantCourt
		if rival && a.Fin != 0 && a.Fin < jour && a.Fin > soi.Fin {
			return false
		}
	}
	return true
}

func weekEnd(d v.Jour) bool { return d.JourSemaine() >= 6 }
