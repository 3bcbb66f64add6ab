// Package indu knows what was paid beyond what is owed. Detecting is not
// claiming: a detected overpayment is first netted, by difference, against what
// the caisse still owes; nothing is notified, retained or recovered without a
// cause, its evidence and a human signature.
//
// It knows nothing of storage or of letters.
package indu

import (
	"accord/registre"
	v "accord/valeur"
)

// Detecte is an amount posted beyond what is owed, by dossier and payee.
type Detecte struct {
	Dossier      string
	Destinataire registre.Destinataire
	Periode      v.Periode // first to last day concerned
	Jours        int
	Brut         v.Centimes // positive
}

// Detecter lists what was paid too much, up to and including a day. A day that
// is over and one still to come count alike: paid is paid. What was paid under a
// risk and is owed under another is not too much: it is imputed.
func Detecter(dus []registre.Du, poses []registre.Pose) []Detecte {
	ecarts, _ := registre.Comparer(dus, poses, v.JourMax)
	var ds []Detecte
	for _, e := range registre.TropPayes(ecarts) {
		if n := len(ds); n > 0 && ds[n-1].Dossier == e.Dossier && ds[n-1].Destinataire == e.Destinataire {
			d := &ds[n-1]
			d.Jours++
			d.Brut -= e.Montant
			d.Periode = v.P(min(d.Periode.Du, e.Jour), max(d.Periode.Au, e.Jour))
			continue
		}
		ds = append(ds, Detecte{Dossier: e.Dossier, Destinataire: e.Destinataire, Periode: v.P(e.Jour, e.Jour), Jours: 1, Brut: -e.Montant})
	}
	return ds
}
