package calcul

import (
	"reflect"
	"testing"

	"accord/droit"
	v "accord/valeur"

	"pgregory.net/rapid"
)

// relire writes a case in its canonical form and reads it back.
func relire(t rapid.TB, cas *droit.Cas, p Presentation) {
	t.Helper()
	texte := AppendCas(nil, cas, p)
	relu, q, err := Read(texte)
	if err != nil {
		t.Fatalf("la forme canonique est refusée: %v\n%s", err, texte)
	}
	if p != q || !reflect.DeepEqual(cas, relu) {
		t.Fatalf("la forme canonique est relue autrement\n%s\n%s", texte, AppendCas(nil, relu, q))
	}
	if encore := AppendCas(nil, relu, q); string(encore) != string(texte) {
		t.Fatalf("la forme canonique change\n%s\n%s", texte, encore)
	}
}

func TestAllerRetourDesFixtures(t *testing.T) {
	for _, nom := range []string{"ordinaire.cas.json", "complet.cas.json"} {
		cas, p, err := Read(fixture(t, nom))
		if err != nil {
			t.Fatal(err)
		}
		relire(t, cas, p)
	}
}

// Any case that the contract can state is written and read back the same.
func TestAllerRetour(t *testing.T) {
	s := schema(t, SchemaCas())
	rapid.Check(t, func(t *rapid.T) {
		cas := casQuelconque(t)
		p := Presentation{Jours: rapid.Bool().Draw(t, "jours"), Explication: rapid.Bool().Draw(t, "explication")}
		relire(t, cas, p)
		if err := s.Validate(document(t, string(AppendCas(nil, cas, p)))); err != nil {
			t.Fatal(err)
		}
	})
}

var (
	genJour    = rapid.Custom(func(t *rapid.T) v.Jour { return v.Jour(rapid.IntRange(int(v.JourMin), int(v.JourMax)).Draw(t, "jour")) })
	genMontant = rapid.Custom(func(t *rapid.T) v.Centimes { return v.Centimes(rapid.Int64Range(1, 9_999_999_999).Draw(t, "montant")) })
	genID      = rapid.StringMatching(`[A-Z«é "\\]{1,8}[0-9]{0,3}`)
	genPeriode = rapid.Custom(func(t *rapid.T) v.Periode {
		du := v.Jour(rapid.IntRange(int(v.NewJour(2000, 1, 1)), int(v.NewJour(2030, 1, 1))).Draw(t, "du"))
		return v.P(du, du+v.Jour(rapid.IntRange(0, 400).Draw(t, "duree")))
	})
)

func option[T comparable](t *rapid.T, g *rapid.Generator[T]) v.Option[T] {
	if rapid.Bool().Draw(t, "connu") {
		return v.Connu(g.Draw(t, "valeur"))
	}
	return v.Option[T]{}
}

func mot[T ~string](t *rapid.T, code string) T {
	return T(rapid.SampledFrom(append([]string{""}, droit.Valeurs[code]...)).Draw(t, code))
}

func motConnu[T ~string](t *rapid.T, code string) T {
	return T(rapid.SampledFrom(droit.Valeurs[code]).Draw(t, code))
}

// listeDe draws nil (not known), an empty list or a few elements.
func listeDe[T any](t *rapid.T, g func(*rapid.T) T) []T {
	if rapid.Bool().Draw(t, "inconnue") {
		return nil
	}
	return rapid.SliceOfN(rapid.Custom(g), 0, 3).Draw(t, "liste")
}

func casQuelconque(t *rapid.T) *droit.Cas {
	cas := &droit.Cas{
		ID: rapid.String().Draw(t, "id"), ConnuAu: genJour.Draw(t, "connu_au"),
		Assure: droit.Assure{
			Territoire: mot[droit.Territoire](t, "territoire"), AffilieDepuis: genJour.Draw(t, "affilie"),
			TauxPAS:           option(t, rapid.Map(rapid.IntRange(0, 100_00), func(n int) v.Centiemes { return v.Centiemes(n) })),
			RetardsAnterieurs: listeDe(t, func(t *rapid.T) v.Jour { return genJour.Draw(t, "retard") }),
			Avertissements:    listeDe(t, func(t *rapid.T) v.Jour { return genJour.Draw(t, "avertissement") }),
		},
	}
	cas.Options.Arrondi.TNS = option(t, rapid.SampledFrom([]v.Arrondi{v.Troncature, v.DemiSuperieur}))
	for i, id := range rapid.SliceOfNDistinct(genID, 0, 3, rapid.ID).Draw(t, "activites") {
		if i == 0 {
			cas.Activites = []droit.Activite{}
		}
		cas.Activites = append(cas.Activites, activiteQuelconque(t, id))
	}
	for _, id := range rapid.SliceOfNDistinct(genID, 0, 3, rapid.ID).Draw(t, "arrets") {
		cas.Arrets = append(cas.Arrets, arretQuelconque(t, id, cas.Activites))
	}
	cas.Verse = listeDe(t, func(t *rapid.T) droit.Versement {
		return droit.Versement{Periode: genPeriode.Draw(t, "p"), Risque: motConnu[droit.Risque](t, "risque"),
			Brut: -genMontant.Draw(t, "brut"), Nature: mot[droit.NatureVersement](t, "nature_versement")}
	})
	return cas
}

func activiteQuelconque(t *rapid.T, id string) droit.Activite {
	return droit.Activite{
		ID: id, Nature: motConnu[droit.NatureActivite](t, "nature_activite"), Paie: mot[droit.Paie](t, "paie"),
		Discontinu: rapid.Bool().Draw(t, "discontinu"), SalaireMinimum: option(t, genMontant),
		Salaires: listeDe(t, func(t *rapid.T) droit.Salaire {
			return droit.Salaire{Periode: genPeriode.Draw(t, "p"), Brut: option(t, genMontant), Retabli: option(t, genMontant)}
		}),
		Absences: listeDe(t, func(t *rapid.T) droit.Absence {
			return droit.Absence{Periode: genPeriode.Draw(t, "p"), Motif: motConnu[droit.MotifAbsence](t, "motif_absence")}
		}),
		Revenus: listeDe(t, func(t *rapid.T) droit.Revenu {
			return droit.Revenu{Annee: rapid.IntRange(1900, 2199).Draw(t, "annee"), Montant: genMontant.Draw(t, "montant")}
		}),
	}
}

func arretQuelconque(t *rapid.T, id string, activites []droit.Activite) droit.Arret {
	p := genPeriode.Draw(t, "p")
	a := droit.Arret{
		ID: id, Debut: p.Du, Fin: p.Au, Risque: motConnu[droit.Risque](t, "risque"), Canal: mot[droit.Canal](t, "canal"),
		TempsPartiel: rapid.Bool().Draw(t, "temps partiel"), Teleconsultation: option(t, rapid.Bool()),
		PrescritLe: genJour.Draw(t, "prescrit_le"), ExonereCarence: mot[droit.Exoneration](t, "exonere_carence"),
	}
	if len(activites) > 0 && rapid.Bool().Draw(t, "nommee") {
		a.Activites = []string{activites[0].ID}
	}
	if n := len(activites); n > 1 && rapid.Bool().Draw(t, "poursuivie") {
		a.Poursuivies = []string{activites[n-1].ID}
	}
	return a
}
