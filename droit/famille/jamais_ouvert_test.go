package famille_test

import (
	"slices"
	"testing"

	"accord/droit"
	v "accord/valeur"
)

// incertain gives a case in which nothing was worked for three months, and nobody
// knows of those before: they may open the right.
func incertain(cas *droit.Cas) *droit.Cas {
	a := &cas.Activites[0]
	a.Salaires = slices.DeleteFunc(a.Salaires, func(s droit.Salaire) bool {
		return s.Periode.Au < jour("2026-03-01") && s.Periode.Du > jour("2025-10-31")
	})
	for i := range a.Salaires {
		if s := &a.Salaires[i]; s.Periode.Du < jour("2026-06-01") {
			s.Brut, s.Heures = v.Connu(v.Centimes(0)), v.Connu(v.Centiemes(0))
		}
	}
	return cas
}

// pere is a father whose child is born on 1 June. Hired on the day after, nothing opens
// his paternity leave, and his summer's work opens the supplementary leave of October.
func pere(embauche string, arrets ...droit.Arret) *droit.Cas {
	cas := embauchee(mere(), embauche)
	cas.Naissances[0].AccouchementLe = jour("2026-06-01")
	cas.Arrets = append(arrets, conge("C1", droit.NaissanceConge, "2026-10-01", "2026-10-31"))
	return cas
}

// A supplementary leave follows a leave taken whole, unless no right to that one was
// ever open (CSN-03).
func TestCongeJamaisOuvert(t *testing.T) {
	quatre := conge("P1", droit.Paternite, "2026-06-04", "2026-06-07")
	quatre.Naissance = "G1"
	autre := conge("P2", droit.Paternite, "2026-09-04", "2026-09-28")
	autre.Naissance = "G2"
	const ouvert, ferme = "10-01 31 paye CSN-05", "10-01 31 refuse CSN-03"
	for _, x := range []struct {
		nom  string
		cas  *droit.Cas
		veut string
	}{
		{"jamais ouvert", pere("2026-06-02", quatre), ouvert},
		{"ouvert", pere("2015-01-01", quatre), ferme},
		{"jamais ouvert, trois jours pris", pere("2026-06-02", conge("P1", droit.Paternite, "2026-06-04", "2026-06-06")), ouvert},
		{"ouvert, trois jours pris", pere("2015-01-01", conge("P1", droit.Paternite, "2026-06-04", "2026-06-06")), ferme},
		{"peut-être ouvert", incertain(pere("2015-01-01", quatre)), ferme},
		{"peut-être ouvert, trois jours pris", incertain(pere("2015-01-01", conge("P1", droit.Paternite, "2026-06-04", "2026-06-06"))), ferme},
		{"demandé après", pere("2026-06-02", conge("P1", droit.Paternite, "2026-11-05", "2026-11-08")), ferme},
		{"demandé avant et le même jour", pere("2026-06-02", quatre, conge("P3", droit.Paternite, "2026-10-01", "2026-10-05")), ferme},
		{"d'un autre enfant, ouvert", func() *droit.Cas {
			cas := pere("2026-06-02", quatre, autre)
			cas.Naissances = append(cas.Naissances, droit.Naissance{ID: "G2", PrevueLe: jour("2026-09-01"), AccouchementLe: jour("2026-09-01"), Enfants: 1, Rang: 2})
			cas.Arrets[2].Naissance = "G1"
			return cas
		}(), ouvert},
		{"ouvert comme indépendant", func() *droit.Cas {
			cas := pere("2015-01-01", conge("P1", droit.Paternite, "2026-06-01", "2026-06-07"))
			cas.Assure.AffilieDepuis = jour("2026-02-01") // six months end between the two leaves
			cas.Activites = append(cas.Activites, independante(2000000).Activites[0])
			cas.Arrets[1].Activites = []string{"E1"}
			return cas
		}(), ouvert},
		{"adoption jamais ouverte", func() *droit.Cas {
			cas := pere("2026-06-02", conge("D1", droit.AdoptionConge, "2026-06-04", "2026-06-30"))
			cas.Naissances = nil
			cas.Adoptions = []droit.Adoption{{ID: "D1", ArriveeLe: jour("2026-06-04"), Enfants: 1, AChargeApres: 1, Parents: 1}}
			cas.Arrets[1].Adoption = "D1"
			return cas
		}(), ouvert},
		{"adoption ouverte", func() *droit.Cas {
			cas := pere("2015-01-01", conge("D1", droit.AdoptionConge, "2026-06-04", "2026-06-30"))
			cas.Naissances = nil
			cas.Adoptions = []droit.Adoption{{ID: "D1", ArriveeLe: jour("2026-06-04"), Enfants: 1, AChargeApres: 1, Parents: 1}}
			cas.Arrets[1].Adoption = "D1"
			return cas
		}(), ferme},
	} {
		s, r := etats(t, x.cas, "C1")
		if s != x.veut {
			t.Errorf("%s : %q, attendu %q", x.nom, s, x.veut)
		}
		vus := map[int]bool{}
		for _, d := range r.Droits {
			if vus[2*d.Arret+d.Activite] {
				t.Errorf("%s : deux réponses pour l'arrêt %s", x.nom, x.cas.Arrets[d.Arret].ID)
			}
			vus[2*d.Arret+d.Activite] = true
			if a := &x.cas.Arrets[d.Arret]; a.ID == "P1" && a.Fin == jour("2026-06-06") {
				t.Errorf("%s : une réponse pour un congé dont nul jour n'est payable", x.nom)
			}
		}
	}
}
