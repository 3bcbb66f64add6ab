package suivi

import (
	"cmp"
	"slices"

	"accord/droit/atmp"
	"accord/paiement"
	"accord/parametre"
	"accord/registre"
	v "accord/valeur"
)

// Exposition is what the caisse would owe for paying late days of an accident at
// work or an occupational disease (L.436-1, R.436-5).
type Exposition struct {
	Jours   int        // unpaid days that bear it
	Brut    v.Centimes // their amount
	ParJour v.Centimes // what each more day adds
	Total   v.Centimes
}

// Exposer computes the penalty to which a dossier exposes the caisse today. The
// texts do not say on which day an allowance falls due: it is read as the last
// day on which it can be paid without a breach of R.433-14, sixteen days after
// the day itself, or after the reception of its certificate: the reading with
// the least penalty. A day bears it for what is certain of it, maladie served
// meanwhile included (R.441-15), and not while it waits for an account, nor once it was given back to
// PROGRES, which may have paid it.
func Exposer(p *parametre.Table, e *Entree) (Exposition, error) {
	type echeance struct {
		le   v.Jour
		brut v.Centimes
		n    int
	}
	var es []echeance
	for i := range e.Dus {
		d := &e.Dus[i]
		reste := d.IJ - d.ParProgres - e.Verse[d.Cle]
		if !d.Risque.Professionnel() || !e.Impaye(d) || reste <= 0 {
			continue
		}
		if e.sansCompte(d.Cle) || d.Progres != "" {
			continue
		}
		le := EcheanceDans(e.Calendrier, horlogeAT, e.exigible(d.Jour))
		k, vue := slices.BinarySearchFunc(es, le, func(x echeance, j v.Jour) int { return cmp.Compare(x.le, j) })
		if !vue {
			es = slices.Insert(es, k, echeance{le: le})
		}
		es[k].brut += reste
		es[k].n++
	}
	var x Exposition
	for _, y := range es {
		a, err := atmp.Astreinte(p, y.brut, y.le, e.Jour)
		if err != nil {
			return x, err
		}
		if a.Total > 0 {
			x.Jours += y.n
			x.Brut += y.brut
			x.ParJour += a.ParJour
			x.Total += a.Total
		}
	}
	return x, nil
}

// sansCompte reports whether a day is held because nobody gave an account.
func (e *Entree) sansCompte(c registre.Cle) bool {
	return slices.ContainsFunc(e.Retenues, func(r paiement.Retenue) bool {
		return r.Motif == paiement.AttendCompte && slices.ContainsFunc(r.Details, func(j paiement.JourRetenu) bool { return j.Cle == c })
	})
}

// Dire says the penalty in words; nothing when there is none.
func (x *Exposition) Dire() string {
	if x.Total == 0 {
		return ""
	}
	return " Risque professionnel payé en retard (" + pluriel(x.Jours, "jour", "jours") + ", " + x.Brut.Euros() + ") : astreinte encourue de " + x.Total.Euros() +
		" à ce jour, " + x.ParJour.Euros() + " de plus par jour (R.436-5)."
}
