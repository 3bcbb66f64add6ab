package exemples

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"accord/droit"
	"accord/droit/maladie"
	"accord/format/calcul"
	v "accord/valeur"
)

// battre reads a case with every list in another order. The readings of
// uncertain points are a map: they have none.
func battre(t *testing.T, r *rand.Rand, texte []byte) *droit.Cas {
	t.Helper()
	cas, _, err := calcul.Read(texte)
	if err != nil {
		t.Fatal(err)
	}
	choix := slices.Clone(cas.Options.Choix)
	battreListes(r, reflect.ValueOf(cas).Elem())
	cas.Options.Choix = choix
	return cas
}

func battreListes(r *rand.Rand, x reflect.Value) {
	switch x.Kind() {
	case reflect.Struct:
		for i := range x.NumField() {
			if x.Type().Field(i).IsExported() {
				battreListes(r, x.Field(i))
			}
		}
	case reflect.Slice:
		for i := range x.Len() {
			battreListes(r, x.Index(i))
		}
		r.Shuffle(x.Len(), reflect.Swapper(x.Interface()))
	}
}

// certainSousToutesReponses closes what the case leaves open with answers drawn
// at random: no day is then owed less than what was said to be certain.
func (p *porte) certainSousToutesReponses(t *testing.T, r *rand.Rand, cas *droit.Cas, res *droit.Resultat) {
	t.Helper()
	if len(maladie.Besoins(cas, p.table)) == 0 {
		return
	}
	for range 3 {
		clos, ferme := p.repondre(r, cas)
		if !ferme {
			return
		}
		p.auMoins(t, cas, res, p.calculer(t, clos, false))
	}
}

// auMoins compares two calendars of the same case, day by day. What a part-time
// month is presumed to owe until its loss is attested is said to be presumed, and
// is not promised.
func (p *porte) auMoins(t *testing.T, cas *droit.Cas, certain, clos *droit.Resultat) {
	t.Helper()
	type cle struct {
		date   v.Jour
		ligne  int
		risque droit.Risque
	}
	du := map[cle]v.Centimes{}
	for i := range clos.Jours {
		if j := &clos.Jours[i]; j.Etat == droit.Paye {
			du[cle{j.Date, j.Activite, j.Risque}] = j.IJ
		}
	}
	presume := slices.ContainsFunc(certain.Avis, func(a droit.Avis) bool { return a.Code == "PERTE_PRESUMEE" })
	for i := range certain.Jours {
		j := &certain.Jours[i]
		if presume && j.Etat == droit.Attente && j.Regle == "MAL-TPT-02" {
			continue
		}
		if j.IJ > du[cle{j.Date, j.Activite, j.Risque}] {
			t.Fatalf("%s sont certains le %s pour %s (%s), et une réponse en doit %s", j.IJ, j.Date, cas.Activites[j.Activite].ID, j.Regle, du[cle{j.Date, j.Activite, j.Risque}])
		}
	}
}

// repondre answers every question of the law, those that the answers raise too.
// It reports whether nothing is left open.
func (p *porte) repondre(r *rand.Rand, cas *droit.Cas) (*droit.Cas, bool) {
	clos := *cas
	clos.Activites = slices.Clone(cas.Activites)
	for range 6 {
		besoins := maladie.Besoins(&clos, p.table)
		if len(besoins) == 0 {
			return &clos, true
		}
		niveau := r.IntN(4)
		for i := range besoins {
			if besoins[i].Activite < 0 {
				return nil, false
			}
			repondreBesoin(r, &clos.Activites[besoins[i].Activite], &besoins[i], niveau)
		}
	}
	return nil, false
}

// repondreBesoin gives one answer; the level keeps those of one case alike.
func repondreBesoin(r *rand.Rand, a *droit.Activite, b *droit.Besoin, niveau int) {
	montant := v.Centimes(r.Int64N([]int64{1, 2_000, 300_000, 2_000_000}[niveau]))
	switch b.Nature {
	case droit.BesoinSalaire, droit.BesoinHeures:
		heures := v.Centiemes(r.Int64N(22_000))
		if montant == 0 && b.Nature == droit.BesoinSalaire {
			heures = 0
		}
		repondrePaie(a, b.Periode, montant, heures)
	case droit.BesoinPerteTPT:
		a.PertesTPT = append(slices.Clone(a.PertesTPT), droit.PerteTPT{Periode: b.Periode, Perte: montant})
	case droit.BesoinRevenu:
		a.Revenus = append(slices.Clone(a.Revenus), droit.Revenu{Annee: b.Periode.Du.Annee(), Montant: montant * 12})
	case droit.BesoinMaintien:
		a.Subrogation = slices.Clone(a.Subrogation)
		for i := range a.Subrogation {
			if s := &a.Subrogation[i]; !s.Maintenu.EstConnu() && !s.Periode.Inter(b.Periode).IsZero() {
				s.Maintenu = v.Connu(montant)
			}
		}
	}
}

// repondrePaie completes the pays that touch a period, or adds one.
func repondrePaie(a *droit.Activite, p v.Periode, brut v.Centimes, heures v.Centiemes) {
	a.Salaires = slices.Clone(a.Salaires)
	trouve := false
	for i := range a.Salaires {
		s := &a.Salaires[i]
		if s.Periode.Inter(p).IsZero() {
			continue
		}
		trouve = true
		s.Brut, s.Heures = v.Connu(s.Brut.Ou(brut)), v.Connu(s.Heures.Ou(heures))
	}
	if !trouve {
		a.Salaires = append(a.Salaires, droit.Salaire{Periode: p, Brut: v.Connu(brut), Heures: v.Connu(heures)})
	}
}
