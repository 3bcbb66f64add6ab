package suivi

import (
	"strings"
	"testing"

	"accord/droit"
	"accord/paiement"
	"accord/registre"
	v "accord/valeur"
)

// A dossier with PROGRES says too when what is still ours of earlier days is paid.
func TestAvecProgresPaieLesJoursDAvant(t *testing.T) {
	j := v.NewJour(2026, 11, 21)
	e := &Entree{
		Jour:   j,
		Dus:    []registre.Du{{Cle: registre.Cle{Jour: j - 11}, Etat: droit.Paye, IJ: 3705, Progres: registre.AvecProgres}},
		Rendus: []Rendu{{Acte: Acte{Le: j}, Du: j - 11, VuLe: j}},
	}
	for _, x := range []struct {
		retenues []paiement.Retenue
		dit      bool
	}{{nil, false}, {[]paiement.Retenue{{Motif: paiement.AttendRythme, Depuis: j - 13, Jusque: j + 1}}, true}} {
		e.Retenues = x.retenues
		s, ok := avecProgres(e)
		if !ok || s.Genre != AvecProgres || strings.Contains(s.Phrase, "payés ici. Prochain paiement le 22 novembre 2026") != x.dit {
			t.Errorf("%v : %+v", x.retenues, s)
		}
	}
}
