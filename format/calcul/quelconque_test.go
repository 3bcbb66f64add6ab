package calcul

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"accord/droit"
	v "accord/valeur"

	"pgregory.net/rapid"
)

// Any result that a law could give is written as the schema says, twice the
// same, and told within the page.
func TestResultatQuelconque(t *testing.T) {
	s := schema(t, SchemaResultat())
	rapid.Check(t, func(t *rapid.T) {
		cas, res := casQuelconque(t), resultatQuelconque(t)
		p := Presentation{Jours: rapid.Bool().Draw(t, "jours"), Explication: rapid.Bool().Draw(t, "explication")}
		texte := Append(nil, cas, res, p)
		if err := s.Validate(document(t, string(texte))); err != nil {
			t.Fatalf("%v\n%s", err, texte)
		}
		if encore := Append(nil, cas, res, p); !bytes.Equal(texte, encore) {
			t.Fatal("deux écritures diffèrent")
		}
		var prose bytes.Buffer
		if err := Expliquer(&prose, cas, res); err != nil {
			t.Fatal(err)
		}
		for ligne := range strings.Lines(prose.String()) {
			if n := utf8.RuneCountInString(strings.TrimSuffix(ligne, "\n")); n > largeur {
				t.Fatalf("%d colonnes: %s", n, ligne)
			}
		}
	})
}

var (
	genRang     = rapid.IntRange(-1, 4)
	genSigne    = rapid.Custom(func(t *rapid.T) v.Centimes { return v.Centimes(rapid.Int64Range(-1e12, 1e12).Draw(t, "montant")) })
	genFraction = rapid.Custom(func(t *rapid.T) v.Fraction {
		return v.F(rapid.Int64().Draw(t, "n")/1000, rapid.Int64Range(1, 1e9).Draw(t, "d"))
	})
	genPhrase = rapid.StringMatching(`[a-zé «»"\\\x01]{0,60}`)
)

func resultatQuelconque(t *rapid.T) *droit.Resultat {
	regle := rapid.SampledFrom([]droit.Regle{"", "MAL-CAR-01"})
	return &droit.Resultat{
		Droits: listeDe(t, func(t *rapid.T) droit.Droit {
			return droit.Droit{Arret: genRang.Draw(t, "arret"), Activite: genRang.Draw(t, "activite"), Ouvert: rapid.Bool().Draw(t, "ouvert"),
				Regle: regle.Draw(t, "regle"), Apres6Mois: option(t, rapid.Bool()), Smic: option(t, genSigne), HeuresRetenues: option(t, genSigne),
				Fenetres: droit.Fenetres{Mois3: genPeriode.Draw(t, "mois_3")}}
		}),
		Bases: listeDe(t, func(t *rapid.T) droit.Base {
			return droit.Base{Arret: genRang.Draw(t, "arret"), Activites: rapid.SliceOfN(genRang, 0, 3).Draw(t, "activites"),
				PlafondMensuel: genFraction.Draw(t, "plafond"), GainJournalier: genFraction.Draw(t, "gain"), IJ: genSigne.Draw(t, "ij"),
				SalairesRetenus: rapid.SliceOfN(genFraction, 0, 3).Draw(t, "salaires"), RAAM: option(t, genSigne)}
		}),
		Jours: listeDe(t, func(t *rapid.T) droit.JourCalcule {
			return droit.JourCalcule{Date: genPeriode.Draw(t, "p").Du, Arret: genRang.Draw(t, "arret"), Activite: genRang.Draw(t, "activite"),
				Risque: mot[droit.Risque](t, "risque"), Etat: rapid.SampledFrom(etats).Draw(t, "etat").etat, IJ: genSigne.Draw(t, "ij"),
				Beneficiaire: mot[droit.Beneficiaire](t, "beneficiaire"), Regle: regle.Draw(t, "regle")}
		}),
		Periodes: listeDe(t, func(t *rapid.T) droit.PeriodePayee {
			return droit.PeriodePayee{Periode: genPeriode.Draw(t, "p"), Activite: genRang.Draw(t, "activite"), Jours: rapid.IntRange(0, 400).Draw(t, "jours"),
				IJ: option(t, genSigne), Prelevements: droit.Prelevements{Brut: genSigne.Draw(t, "brut"), CSG: genSigne.Draw(t, "csg"), PAS: genSigne.Draw(t, "pas")},
				Beneficiaire: mot[droit.Beneficiaire](t, "beneficiaire")}
		}),
		Differences: listeDe(t, func(t *rapid.T) droit.Difference {
			return droit.Difference{Periode: genPeriode.Draw(t, "p"), Activite: genRang.Draw(t, "activite"), Ecart: genSigne.Draw(t, "ecart")}
		}),
		Certain: droit.Certain{Jours: rapid.IntRange(0, 9).Draw(t, "jours"), Brut: genSigne.Draw(t, "brut")},
		Manques: listeDe(t, func(t *rapid.T) droit.Manque {
			return droit.Manque{Code: "X", AupresDe: rapid.SampledFrom([]string{"", "assure", "employeur", "employeur:73282932000074", "caisse", "prescripteur", "autre"}).Draw(t, "aupres_de"),
				Pour: rapid.SampledFrom([]v.Periode{{}, {Du: 739000}, {Du: 739000, Au: 739010}}).Draw(t, "pour"), Phrase: genPhrase.Draw(t, "phrase")}
		}),
		Explication: listeDe(t, func(t *rapid.T) droit.Etape {
			return droit.Etape{Regle: regle.Draw(t, "regle"), Phrase: genPhrase.Draw(t, "phrase"),
				Entrees: []droit.Champ{droit.C("a", genPhrase.Draw(t, "a")), droit.C("a", "1"), droit.C("a", "2")}}
		}),
	}
}
