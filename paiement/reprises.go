package paiement

import (
	"slices"

	"accord/registre"
	v "accord/valeur"
)

// Reprise is what a named person decided on days that were paid too much: to set
// it against what the dossier is owed for days past, or to give it up.
type Reprise struct {
	Par, Motif string
	Ligne      string
	Periode    v.Periode // without end when Au is zero
	Abandon    bool
}

func (r *Reprise) vise(c registre.Cle) bool {
	return (r.Ligne == "" || r.Ligne == c.Ligne) && c.Jour >= r.Periode.Du && (r.Periode.Au == 0 || c.Jour <= r.Periode.Au)
}

// unite is what is paid or taken back as one: a day of a line whatever the risk,
// or the days of an amount given for a period. Owed 80 and paid 100 takes 20 back,
// whichever of its parts went up.
type unite struct {
	ecarts []registre.Ecart
	brut   v.Centimes
	du     v.Jour
}

// unites groups the differences of one order, those that take back apart.
func (e *Entree) unites(dettes []registre.Ecart) (plus, moins []unite) {
	type cle struct {
		jour  v.Jour
		ligne string
		lot   int
	}
	rangs := map[cle]int{}
	var us []unite
	for i := range dettes {
		d := &dettes[i]
		c := cle{jour: d.Jour, ligne: d.Ligne}
		if lot := e.Lots[d.Cle]; lot != 0 {
			c = cle{ligne: d.Ligne, lot: lot}
		}
		k, vue := rangs[c]
		if !vue {
			k = len(us)
			rangs[c] = k
			us = append(us, unite{du: d.Jour})
		}
		u := &us[k]
		u.ecarts, u.brut, u.du = append(u.ecarts, *d), u.brut+d.Montant, min(u.du, d.Jour)
	}
	for _, u := range us {
		if u.brut < 0 {
			moins = append(moins, u)
		} else {
			plus = append(plus, u)
		}
	}
	parJour := func(a, b unite) int { return int(a.du - b.du) }
	slices.SortStableFunc(plus, parJour)
	slices.SortStableFunc(moins, parJour)
	return plus, moins
}

// reprendre parts what is paid today from what is not, when a recalculation takes
// back money that was paid. Nothing is taken back without the decision of a named
// person (RGPD art. 22). What is owed of days past waits for that decision as long
// as an agent has to take it, up to what would be taken back, and is paid then
// whatever happens; what the dossier goes on to owe never waits.
func (e *Entree) reprendre(dettes []registre.Ecart) (payes []registre.Ecart, rs []Retenue) {
	plus, moins := e.unites(dettes)
	if len(moins) == 0 {
		return dettes, nil
	}
	rappels, courants := e.rappels(plus, &dettes[0])
	var reste v.Centimes
	var aDecider []delai
	for i := range rappels {
		reste += rappels[i].brut
	}
	for i := range moins {
		m := &moins[i]
		r := retenir(m.ecarts)
		r.PayeLe = e.payeLe(m)
		switch d := e.decidee(m); {
		case d == nil:
			aDecider = e.attendre(aDecider, m)
			r.Motif = TropVerse
		case d.Abandon:
			r.Motif, r.Par, r.Raison = Abandonne, d.Par, d.Motif
		case -m.brut <= reste:
			reste += m.brut
			payes = append(payes, m.ecarts...)
			continue
		default:
			r.Motif, r.Par, r.Raison = TropVerse, d.Par, d.Motif
		}
		rs = append(rs, r)
	}
	if len(aDecider) > 0 {
		tenables, echus := e.tenables(rappels)
		libres, tenus := tenir(tenables, min(sommer(aDecider), reste))
		rappels = append(echus, libres...)
		rs = append(rs, e.dater(tenus, aDecider)...)
	}
	for _, us := range [][]unite{rappels, courants} {
		for i := range us {
			payes = append(payes, us[i].ecarts...)
		}
	}
	slices.SortFunc(payes, func(a, b registre.Ecart) int { return a.Compare(b.Cle) })
	return payes, rs
}

// delai is what an agent still has time to decide on.
type delai struct {
	brut            v.Centimes // positive
	depuis, dernier v.Jour
}

// attendre adds what was paid too much on a unit to what an agent still has time to
// decide on. The time runs from the day on which the caisse learnt it of these very
// days: what it learns later of anything else does not prolong it.
func (e *Entree) attendre(ds []delai, m *unite) []delai {
	if e.Decider == nil {
		return ds
	}
	x := delai{brut: -m.brut, dernier: v.JourMax}
	for i := range m.ecarts {
		if depuis, dernier := e.Decider(m.ecarts[i].Cle); dernier < x.dernier {
			x.depuis, x.dernier = depuis, dernier
		}
	}
	if e.Jour > x.dernier {
		return ds
	}
	return append(ds, x)
}

func sommer(ds []delai) (somme v.Centimes) {
	for i := range ds {
		somme += ds[i].brut
	}
	return somme
}

// dater says until when each of the units held waits: the last ones as long as there is
// enough to decide on to hold them, the others less.
func (e *Entree) dater(tenus []unite, ds []delai) (rs []Retenue) {
	slices.SortStableFunc(ds, func(a, b delai) int { return int(b.dernier - a.dernier) })
	var tenu, couvert v.Centimes
	k := -1
	for i := len(tenus) - 1; i >= 0; i-- {
		for tenu += tenus[i].brut; k < 0 || couvert < tenu; {
			k++
			couvert += ds[k].brut
		}
		r := retenir(tenus[i].ecarts)
		r.Motif, r.ADeciderLe, r.Jusque = AttendReprise, ds[k].depuis, min(ds[k].dernier, e.dernierJour(&tenus[i]))+1
		rs = append(rs, r)
	}
	return rs
}

// rappels tells what is owed of days past from what the dossier goes on to owe:
// it was paid since. A subrogated employer's account is one.
func (e *Entree) rappels(plus []unite, d *registre.Ecart) (rappels, courants []unite) {
	dernier := e.dernierPaiement(&Retenue{Dossier: d.Dossier, Destinataire: d.Destinataire})
	for _, u := range plus {
		if u.du < dernier || d.Destinataire.SIRET() != "" {
			rappels = append(rappels, u)
		} else {
			courants = append(courants, u)
		}
	}
	return rappels, courants
}

// tenables tells the units that may still wait from those that have waited enough.
func (e *Entree) tenables(us []unite) (tenables, echus []unite) {
	for i := range us {
		if e.Jour > e.dernierJour(&us[i]) {
			echus = append(echus, us[i])
		} else {
			tenables = append(tenables, us[i])
		}
	}
	return tenables, echus
}

// dernierJour is the last day on which a unit that is owed waits for a decision.
func (e *Entree) dernierJour(u *unite) v.Jour {
	dernier := v.JourMax
	for i := range u.ecarts {
		if e.Tenir != nil {
			dernier = min(dernier, e.Tenir(u.ecarts[i].Cle))
		}
	}
	return dernier
}

// tenir holds the latest of some units, up to an amount.
func tenir(us []unite, montant v.Centimes) (libres, tenus []unite) {
	n := len(us)
	for n > 0 && us[n-1].brut <= montant {
		n--
		montant -= us[n].brut
	}
	return us[:n], us[n:]
}

// payeLe is the day on which the first of the days of a unit was posted for its payee.
func (e *Entree) payeLe(u *unite) (le v.Jour) {
	for i := range e.Poses {
		p := &e.Poses[i]
		if slices.ContainsFunc(u.ecarts, func(d registre.Ecart) bool { return d.Cle == p.Cle && d.Destinataire == p.Destinataire }) && (le == 0 || p.Le < le) {
			le = p.Le
		}
	}
	return le
}

// decidee returns what someone decided on a whole unit, the last decision first;
// nil when nobody did.
func (e *Entree) decidee(u *unite) *Reprise {
	for k := len(e.Reprises) - 1; k >= 0; k-- {
		r := &e.Reprises[k]
		if !slices.ContainsFunc(u.ecarts, func(d registre.Ecart) bool { return d.Montant < 0 && !r.vise(d.Cle) }) {
			return r
		}
	}
	return nil
}
