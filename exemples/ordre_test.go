package exemples

import (
	"testing"

	"accord/dossier"
	"accord/droit"
	"accord/tirage"
	v "accord/valeur"
)

// A reader follows the calendar: rights, bases and steps come in the order of the
// first days of their stops, whatever the law that computed them; then the days.
func TestToutEstDitDansLOrdre(t *testing.T) {
	d := dossier.NewCalculateur(charger(t))
	desordres := 0
	for _, profil := range tirage.Profils {
		for i := range 150 {
			cas := tirage.Numero(5, i, profil.Profil).Connu()
			var r droit.Resultat
			if err := d.Calculer(cas, true, &r); err != nil {
				t.Fatal(err)
			}
			debuts := premiersJours(&r)
			var droits, bases, etapes []v.Jour
			for i := range r.Droits {
				droits = append(droits, debuts[r.Droits[i].Arret])
			}
			for i := range r.Bases {
				bases = append(bases, debuts[r.Bases[i].Arret])
			}
			for i := range r.Explication {
				if e := &r.Explication[i]; e.Chaine >= 0 {
					etapes = append(etapes, debuts[e.Chaine])
				}
			}
			for nom, jours := range map[string][]v.Jour{"droits": droits, "bases": bases, "étapes": etapes[:len(etapes)-desJours(&r)]} {
				if !croissants(jours) {
					t.Errorf("%s %d, %s : %v", profil.Nom, i, nom, jours)
				}
			}
			desordres += enDesordre(&r)
		}
	}
	if desordres < 20 {
		t.Errorf("%d cas seulement où un congé ou un accident précède une maladie", desordres)
	}
}

// premiersJours gives the first day of each stop that has days, by its first arrêt.
func premiersJours(r *droit.Resultat) map[int]v.Jour {
	debuts := map[int]v.Jour{}
	for i := range r.Jours {
		if j := &r.Jours[i]; debuts[j.Chaine] == 0 || j.Date < debuts[j.Chaine] {
			debuts[j.Chaine] = j.Date
		}
	}
	return debuts
}

// desJours counts the steps that tell days.
func desJours(r *droit.Resultat) (n int) {
	for i := range r.Explication {
		if e := &r.Explication[i]; e.Chaine >= 0 && e.DeJours() {
			n++
		}
	}
	return n
}

func croissants(jours []v.Jour) bool {
	avant := v.Jour(0)
	for _, j := range jours {
		if j == 0 { // a stop that no day of the calendar shows
			continue
		}
		if j < avant {
			return false
		}
		avant = j
	}
	return true
}

// enDesordre is 1 when another benefit begins before some sickness: the law of
// sickness is the first to run.
func enDesordre(r *droit.Resultat) int {
	autre := false
	for i := range r.Jours {
		j := &r.Jours[i]
		if j.Risque != droit.Maladie {
			autre = true
		} else if autre {
			return 1
		}
	}
	return 0
}
