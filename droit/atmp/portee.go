package atmp

import (
	"cmp"

	"accord/droit"
	"accord/droit/maladie"
	"accord/parametre"
	v "accord/valeur"
)

// sansNom is an accident that no arrêt names: nothing is known of it.
var sansNom droit.Sinistre

// sinistreDe returns the accident named by an arrêt or a decision.
func sinistreDe(cas *droit.Cas, id string) *droit.Sinistre {
	for i := range cas.Sinistres {
		if cas.Sinistres[i].ID == id {
			return &cas.Sinistres[i]
		}
	}
	return &sansNom
}

// dateDe returns the day of an accident, or that of the first medical finding of
// a disease, which is that of the accident (L.461-1); 0 when nobody said it.
func dateDe(s *droit.Sinistre) v.Jour {
	if s.Risque == droit.MaladiePro {
		return cmp.Or(s.ConstatationLe, s.AccidentLe)
	}
	return cmp.Or(s.AccidentLe, s.ConstatationLe)
}

// portee says which days of an arrêt the accident compensates: not those more
// than two years before a disease was declared (SWI-06), nor those after the
// healing or the consolidation (AT-17). The others are days of sickness.
type portee struct{ at, avant, apres v.Periode }

// porteeDe cuts the days of an arrêt of a recognised accident.
func porteeDe(cas *droit.Cas, p *parametre.Table, a *droit.Arret) portee {
	x := portee{at: a.Periode()}
	if d := cas.Assure.DecesLe; d != 0 {
		x.at.Au = min(x.at.Au, d)
	}
	if s := sinistreDe(cas, a.Sinistre); s.Risque == droit.MaladiePro {
		if annees, err := p.Entier(parametre.ATMPRetroactiviteAnnees, s.DeclareLe); err == nil {
			if limite := s.DeclareLe.AjouterAnnees(-annees); x.at.Du < limite {
				x.avant = v.P(x.at.Du, min(x.at.Au, limite-1))
				x.at.Du = limite
			}
		}
	}
	if x.at.Du > x.at.Au {
		return portee{avant: x.avant}
	}
	if fermeLe(cas, a, x.at.Du) != 0 {
		return portee{avant: x.avant, apres: x.at}
	}
	if fin := finDans(cas, a, x.at); fin < x.at.Au {
		x.apres = v.P(fin+1, x.at.Au)
		x.at.Au = fin
	}
	return x
}

// derniereFin returns the last healing or consolidation, before a day, of the
// accident of an arrêt, or 0.
func derniereFin(cas *droit.Cas, a *droit.Arret, avant v.Jour) v.Jour {
	le := v.Jour(0)
	for i := range cas.Decisions {
		if d := &cas.Decisions[i]; d.Le < avant && cas.EstFinDe(d, a) {
			le = max(le, d.Le)
		}
	}
	return le
}

// finDans returns the first healing or consolidation of the accident of an arrêt in
// a period, or its last day.
func finDans(cas *droit.Cas, a *droit.Arret, p v.Periode) v.Jour {
	for i := range cas.Decisions {
		if d := &cas.Decisions[i]; d.Le >= p.Du && cas.EstFinDe(d, a) {
			p.Au = min(p.Au, d.Le)
		}
	}
	return p.Au
}

// fermeLe returns the healing or consolidation that ended the accident of an arrêt
// before a day and that no relapse followed since, or 0.
func fermeLe(cas *droit.Cas, a *droit.Arret, j v.Jour) v.Jour {
	fin := derniereFin(cas, a, j)
	for i := range cas.Arrets {
		if x := &cas.Arrets[i]; x.Nature == droit.Rechute && x.Sinistre == a.Sinistre && x.Debut > fin && x.Debut <= j && reconnu(cas, x) {
			return 0
		}
	}
	return fin
}

// reconnu reports whether an arrêt is that of a recognised accident.
func reconnu(cas *droit.Cas, a *droit.Arret) bool {
	return a.Risque.EstSinistre() && !maladie.Provisoire(cas, a)
}

// renvois lists the days that arrêts of recognised accidents hand over to
// sickness. What follows an accident without a day between has no waiting
// period when that stop already lasted it (R.371-2).
func renvois(cas *droit.Cas, p *parametre.Table) []droit.Renvoi {
	var rs []droit.Renvoi
	for i := range cas.Arrets {
		a := &cas.Arrets[i]
		if !reconnu(cas, a) {
			continue
		}
		x := porteeDe(cas, p, a)
		if (x.avant != v.Periode{}) {
			rs = append(rs, droit.Renvoi{Arret: i, Periode: x.avant, Nature: a.Nature})
		}
		if (x.apres != v.Periode{}) {
			r := droit.Renvoi{Arret: i, Periode: x.apres, Nature: a.Nature}
			if fin := derniereFin(cas, a, x.apres.Du); fin == x.apres.Du-1 {
				r.Nature = droit.Initial
			}
			rs = append(rs, r)
		}
	}
	return rs
}

// dernierTravaille returns the last day worked that an arrêt or the work stopped
// gives, when it falls in the days prescribed; 0 otherwise.
func dernierTravaille(cas *droit.Cas, a *droit.Arret, activite int, jours v.Periode) v.Jour {
	dernier := cmp.Or(a.DernierJourTravaille, cas.Activites[activite].DernierJourTravaille)
	if a.TempsPartiel || !jours.Contient(dernier) {
		return 0
	}
	return dernier
}
