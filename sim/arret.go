package sim

import (
	"cmp"
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// arret is a spell of sickness: an initial prescription and its prolongations.
type arret struct {
	rang          int
	salarie       *salarie
	debut         v.Jour
	prescriptions []prescription
	reprise       v.Jour // early return to work, 0 when the prescription is followed
	delai04       int    // days from the beginning to the event 04
	delaiRIB      int    // days from the first avis to the RIB, when the caisse has none
	attestation   bool   // an attestation de salaire is sent
	delaiAttest   int

	// Zero: a sickness. The others are drawn apart (autres.go) and carry no trouble.
	risque     droit.Risque
	sinistreLe v.Jour // of an accident, or the first finding of a disease
	naissance  *naissance
	conge      *conge
	suite      *suite
	issue      droit.NatureDecision // that closes an accident, when what follows needs it
	instruction

	trouble  Genre
	decalage int // days by which what is troubled is late, or cured
}

// prescription is one avis d'arrêt.
type prescription struct {
	periode      v.Periode
	nature       droit.NatureArret
	prescritLe   v.Jour
	envoyeLe     v.Jour
	recuLe       v.Jour
	electronique bool
	prescripteur droit.Prescripteur
	tele, hospi  bool
	partiel      bool // part-time work prescribed
}

// fin is the last day prescribed.
func (a *arret) fin() v.Jour {
	fin := v.Jour(0)
	for i := range a.prescriptions {
		fin = max(fin, a.prescriptions[i].periode.Au)
	}
	return fin
}

// partiel is the time of part-time work: the last prescription, when it is one.
func (a *arret) partiel() v.Periode {
	if n := len(a.prescriptions); n > 0 && a.prescriptions[n-1].partiel {
		return a.prescriptions[n-1].periode
	}
	return v.Periode{}
}

// dernierJour is the last day not worked.
func (a *arret) dernierJour() v.Jour {
	if a.reprise != 0 {
		return a.reprise - 1
	}
	return a.fin()
}

// contrats are the jobs that the arrêt interrupts.
func (a *arret) contrats() []*contrat {
	return slices.DeleteFunc(slices.Clone(a.salarie.contrats), func(k *contrat) bool {
		return !v.P(k.debut, k.fin).Contient(a.debut - 1)
	})
}

// subroge reports whether an employer is paid in the insured's stead.
func (a *arret) subroge() bool {
	return slices.ContainsFunc(a.contrats(), func(k *contrat) bool { return k.subroge })
}

// tirerArrets draws who is ill and when: as many as leave, among the people in
// arrêt, the share of the other benefits. The arrêts are sorted by their first day
// and numbered in that order.
func tirerArrets(c *Config, salaries []*salarie) []*arret {
	a := flux(c.Graine, "malades", 0)
	var arrets []*arret
	malades := 0
	for _, i := range a.Perm(len(salaries)) {
		if malades > 0 && malades+personnesAutres(len(arrets)) >= c.Assures {
			break
		}
		if tires := salaries[i].tomberMalade(c); len(tires) > 0 {
			malades++
			arrets = append(arrets, tires...)
		}
	}
	slices.SortFunc(arrets, func(x, y *arret) int {
		return cmp.Or(cmp.Compare(x.debut, y.debut), cmp.Compare(x.salarie.rang, y.salarie.rang))
	})
	for i := range arrets {
		arrets[i].rang = i
	}
	return arrets
}

// delaiMax is how many days at most the first avis of an arrêt takes to reach
// the caisse, troubles apart.
const delaiMax = 7

// tomberMalade draws the arrêts of someone; none when his contract does not run
// long enough in the period. The first begins early enough to be known before
// the end.
func (s *salarie) tomberMalade(c *Config) []*arret {
	a := flux(c.Graine, "arrêts", s.rang)
	k := s.contrats[0]
	possible := v.P(c.Debut, max(c.Debut, c.fin()-delaiMax)).Inter(v.P(k.debut+7, k.fin))
	if possible.Jours() == 0 {
		return nil
	}
	debut := possible.Du + v.Jour(a.IntN(possible.Jours()))
	for range 20 {
		if a.IntN(jourDebut[0]) < jourDebut[debut.JourSemaine()-1] {
			break
		}
		debut = possible.Du + v.Jour(a.IntN(possible.Jours()))
	}
	for {
		s.arrets = append(s.arrets, a.arret(c, s, debut))
		dernier := s.arrets[len(s.arrets)-1]
		debut = dernier.fin() + 5 + v.Jour(20*a.ExpFloat64())
		if debut > c.fin() || !a.chance(int(1000*autresArrets(c.Jours))) {
			return s.arrets
		}
	}
}

// arret draws one arrêt from its first day.
func (a alea) arret(c *Config, s *salarie, debut v.Jour) *arret {
	total := a.joursIndemnises() + carence
	x := &arret{
		salarie: s, debut: debut, delai04: min(1+int(1.5*a.ExpFloat64()), 8), delaiRIB: a.entre(0, 4), delaiAttest: a.entre(3, 10),
		prescriptions: a.prescriptions(debut, total), decalage: a.entre(5, 12),
	}
	k := s.contrats[0]
	x.attestation = k.attestations || k.debut > c.premierMois()
	if total > 8 && a.chance(partReprises) {
		x.reprise = debut + v.Jour(a.entre(5, total-2))
		x.prescriptions = slices.DeleteFunc(x.prescriptions, func(p prescription) bool { return p.periode.Du >= x.reprise || p.prescritLe >= x.reprise })
		if x.reprise > x.fin() {
			x.reprise = 0
		}
	}
	return x
}
