package paiement

import (
	"accord/registre"
	v "accord/valeur"
)

// motifsProgres says why what remains of a day that was given back to PROGRES is not paid.
var motifsProgres = map[registre.Progres]Motif{registre.AvecProgres: AvecProgres, registre.RevenuProgres: RetourProgres}

// rendus gives the days of which something remains to be paid and that were given back to PROGRES.
// What was paid too much of such a day is no part of it: it stays the matter of the caisse.
func rendus(dus []registre.Du, ecarts []registre.Ecart) map[registre.Creance]Motif {
	motifs := map[registre.Creance]Motif{}
	var restes map[registre.Creance]v.Centimes
	for i := range dus {
		d := &dus[i]
		motif, rendu := motifsProgres[d.Progres]
		if !rendu {
			continue
		}
		if restes == nil {
			restes = registre.Restes(ecarts)
		}
		if c := (registre.Creance{Jour: d.Jour, Ligne: d.Ligne, Destinataire: d.Destinataire}); restes[c] > 0 {
			motifs[c] = motif
		}
	}
	return motifs
}
