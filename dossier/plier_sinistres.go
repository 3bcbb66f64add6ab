package dossier

import (
	"cmp"
	"slices"

	"accord/droit"
	v "accord/valeur"
)

const (
	// ecartAccident is how far, in days, two dates of one accident may lie: a
	// night shift, a date written a day off.
	ecartAccident = 1
	// ecartMP is the same for the first finding of a disease, which the doctor,
	// the person and the caisse often date differently.
	ecartMP = 62
)

// sinistres gathers what is said of accidents and occupational diseases, one
// sinistre of the case for each, in the order of their dates.
func (p *pli) sinistres(faits []*Fait) {
	var accidents, nommees, maladies []*Fait
	for _, f := range faits {
		r := f.repere()
		switch {
		case r.le == 0:
		case r.risque != droit.MaladiePro:
			accidents = append(accidents, f)
		case r.affection != "":
			nommees = append(nommees, f)
		default:
			maladies = append(maladies, f)
		}
	}
	p.accidents = rapprocher(accidents, memeDate(ecartAccident))
	mps := rapprocher(nommees, func(a, b *Fait) bool { return a.repere().affection == b.repere().affection })
	for _, g := range rapprocher(maladies, memeDate(ecartMP)) {
		if k := plusProche(mps, g); k >= 0 {
			mps[k] = append(mps[k], g...)
		} else {
			mps = append(mps, g)
		}
	}
	p.accidents = append(p.accidents, mps...)
	trierGrappes(p.accidents, func(g grappe) v.Jour { s := sinistre(g); return cmp.Or(s.AccidentLe, s.ConstatationLe) })
	for _, g := range p.accidents {
		s := sinistre(g)
		for n := 2; slices.ContainsFunc(p.s.Cas.Sinistres, func(x droit.Sinistre) bool { return x.ID == s.ID }); n++ {
			s.ID = sinistre(g).ID + "-" + string(rune('0'+n%10))
		}
		p.s.Cas.Sinistres = append(p.s.Cas.Sinistres, s)
		p.contredire(g, "DATE_ACCIDENT_CONTRADICTOIRE", quoiSinistre(s.Risque), dateSinistre)
	}
}

func quoiSinistre(r droit.Risque) string {
	if r == droit.MaladiePro {
		return "la première constatation de la maladie"
	}
	return "l'accident"
}

// repereSinistre is what a fact names to say of which accident it speaks.
type repereSinistre struct {
	risque    droit.Risque
	le        v.Jour
	affection string
}

// repere returns it, without date when the fact speaks of none.
func (f *Fait) repere() repereSinistre {
	switch {
	case f.Accident != nil:
		return repereSinistre{f.Accident.Risque, f.Accident.AccidentLe, ""}
	case f.Certificat != nil:
		return repereSinistre{f.Certificat.Risque, f.Certificat.SinistreLe, f.Certificat.Affection}
	case f.DeclarationMP != nil:
		return repereSinistre{droit.MaladiePro, f.DeclarationMP.ConstatationLe, f.DeclarationMP.Affection}
	case f.Acte != nil && f.Acte.SinistreLe != 0:
		return repereSinistre{f.Acte.Risque, f.Acte.SinistreLe, f.Acte.Affection}
	case f.Signalement != nil && estATMP(risqueMotif(f.Signalement.Motif)):
		return repereSinistre{risqueMotif(f.Signalement.Motif), f.Signalement.AccidentLe, ""}
	}
	return repereSinistre{}
}

func estATMP(r droit.Risque) bool {
	return r == droit.AccidentTravail || r == droit.AccidentTrajet || r == droit.MaladiePro
}

func memeDate(max v.Jour) func(a, b *Fait) bool {
	return func(a, b *Fait) bool { return ecart(a.repere().le, b.repere().le) <= max }
}

// plusProche returns the group of named diseases that an unnamed one is about:
// the nearest within reach, or -1.
func plusProche(gs []grappe, g grappe) int {
	proche, distance := -1, v.Jour(ecartMP+1)
	for k := range gs {
		for _, a := range gs[k] {
			for _, b := range g {
				if d := ecart(a.repere().le, b.repere().le); d < distance && b.repere().affection == "" && a.repere().affection != "" {
					proche, distance = k, d
				}
			}
		}
	}
	return proche
}

// dateSinistre is the date that a fact states of the accident, or of the
// finding; a decision states one only when it settles it.
func dateSinistre(f *Fait) v.Jour {
	if f.Acte != nil {
		return f.Acte.RetenueLe
	}
	return f.repere().le
}

// sinistre makes one sinistre of the case.
func sinistre(g grappe) droit.Sinistre {
	g = g.parFoi()
	s := droit.Sinistre{
		Risque: premierConnu(g, func(f *Fait) droit.Risque { return f.repere().risque }),
		Employeur: premierConnu(g, func(f *Fait) v.SIRET {
			switch {
			case f.Accident != nil:
				return f.Accident.Employeur.SIRET
			case f.Certificat != nil:
				return f.Certificat.Employeur
			case f.DeclarationMP != nil:
				return f.DeclarationMP.Employeur.SIRET
			case f.Signalement != nil:
				return f.Signalement.Employeur.SIRET
			}
			return ""
		}),
		DeclareLe: premierConnu(g, func(f *Fait) v.Jour {
			if f.Accident != nil || f.DeclarationMP != nil {
				return f.etabliLe()
			}
			return 0
		}),
	}
	le := cmp.Or(premierConnu(g, dateSinistre), premierConnu(g, func(f *Fait) v.Jour { return f.repere().le }))
	if s.Risque == droit.MaladiePro {
		s.ID, s.ConstatationLe = "mp-"+le.String(), le
	} else {
		s.ID, s.AccidentLe = "at-"+le.String(), le
	}
	return s
}

// sinistreDe returns the sinistre of a reference made by a fact, -1 when none.
func (p *pli) sinistreDe(f *Fait) int {
	return slices.IndexFunc(p.accidents, func(g grappe) bool { return slices.Contains(g, f) })
}

// sinistreDeLArret returns the sinistre that a prescription without a date of
// accident is about: the last one of its kind before its first day. A first
// prescription long after an accident is about another one, of which nobody has
// spoken: that one stands without a date, and its declaration is asked for.
func (p *pli) sinistreDeLArret(a *droit.Arret) *droit.Sinistre {
	trouve, date := -1, v.Jour(0)
	for i := range p.s.Cas.Sinistres {
		s := &p.s.Cas.Sinistres[i]
		le := cmp.Or(s.AccidentLe, s.ConstatationLe, p.sansDate[s.ID])
		mp := s.Risque == droit.MaladiePro
		if mp != (a.Risque == droit.MaladiePro) || le > a.Debut || le < date {
			continue
		}
		if a.Nature == droit.Initial && !mp && le+ecartMatch < a.Debut {
			continue
		}
		trouve, date = i, le
	}
	if trouve < 0 {
		trouve = len(p.s.Cas.Sinistres)
		id := "sans-date-" + a.Debut.String()
		if p.sansDate == nil {
			p.sansDate = map[string]v.Jour{}
		}
		p.sansDate[id] = a.Debut
		p.s.Cas.Sinistres = append(p.s.Cas.Sinistres, droit.Sinistre{ID: id, Risque: a.Risque})
		p.accidents = append(p.accidents, nil)
	}
	return &p.s.Cas.Sinistres[trouve]
}
