package suivi

import (
	"accord/decision"
	"accord/paiement"
	"accord/registre"
	v "accord/valeur"
)

// Raison is why a day waits for someone who must look at it: what is to be done, on
// that day. The same reason on the same day is one wait, whatever is learnt meanwhile.
type Raison struct {
	Quoi string
	Cle  registre.Cle
}

// quoiRetenue names what is to be done on days that are held.
func quoiRetenue(r *paiement.Retenue) string {
	switch r.Motif {
	case paiement.AttendArbitrage, paiement.AttendReprise, paiement.ContreCalcul, paiement.Invraisemblable, paiement.AttendSuccession:
		return string(r.Motif)
	case paiement.TropVerse:
		if r.Par != "" {
			return string(r.Motif) + "/decide"
		}
		return string(r.Motif)
	}
	return ""
}

// TropVerseDe is the reason of a day that was paid too much, and on which nobody decided.
func TropVerseDe(c registre.Cle) Raison { return Raison{string(paiement.TropVerse), c} }

// RepriseDe is the reason of a day that is owed, and waits for that decision.
func RepriseDe(c registre.Cle) Raison { return Raison{string(paiement.AttendReprise), c} }

// quoiSansQuestion is what is to be done with days that wait for no answer.
const quoiSansQuestion = "sans_question"

// Raisons lists why the days of a dossier that are over wait for someone to look at them.
func Raisons(e *Entree) (rs []Raison) {
	for i := range e.Retenues {
		r := &e.Retenues[i]
		if quoi := quoiRetenue(r); quoi != "" {
			for _, j := range r.Details {
				rs = append(rs, Raison{quoi, j.Cle})
			}
		}
	}
	for i := range e.Proposees {
		if p := &e.Proposees[i]; p.Signee == nil {
			rs = append(rs, e.raisonsProposee(p)...)
		}
	}
	if len(e.Questions) == 0 && len(e.AVenir) == 0 {
		for i := range e.Dus {
			if d := &e.Dus[i]; e.attend(d) {
				rs = append(rs, Raison{quoiSansQuestion, d.Cle})
			}
		}
	}
	return rs
}

// raisonsProposee gives the days of an adverse decision, not signed, that are over.
func (e *Entree) raisonsProposee(p *decision.Proposee) (rs []Raison) {
	for j := p.Periode.Du; j <= p.Periode.Au && j < e.Jour; j++ {
		rs = append(rs, Raison{"signer/" + string(p.Regle), registre.Cle{Jour: j, Ligne: p.Ligne}})
	}
	return rs
}

// surgi is the day since which a step waits: the first on which one of its days was
// over and had that very reason, as far as the dossier was known to the caisse.
func (e *Entree) surgi(rs ...Raison) v.Jour {
	depuis := v.JourMax
	for _, r := range rs {
		le, connu := e.Surgis[r]
		if !connu {
			le = r.Cle.Jour + 1
		}
		depuis = min(depuis, le)
	}
	return max(depuis, e.RecuLe)
}

// surgiRetenue is the day since which days that are held wait for someone.
func (e *Entree) surgiRetenue(r *paiement.Retenue) v.Jour {
	quoi := quoiRetenue(r)
	rs := make([]Raison, len(r.Details))
	for i := range r.Details {
		rs[i] = Raison{quoi, r.Details[i].Cle}
	}
	return e.surgi(rs...)
}

// surgiProposee is the day since which an adverse decision waits for a signature.
func (e *Entree) surgiProposee(p *decision.Proposee) v.Jour { return e.surgi(e.raisonsProposee(p)...) }
