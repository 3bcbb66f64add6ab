package piece

import (
	"bytes"
	"reflect"
	"testing"

	"accord/dossier"
	"accord/droit"
	v "accord/valeur"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"pgregory.net/rapid"
)

func unMot[T ~string](code string, vide bool) *rapid.Generator[T] {
	mots := droit.Valeurs[code]
	if vide {
		mots = append([]string{""}, mots...)
	}
	return rapid.Map(rapid.SampledFrom(mots), func(s string) T { return T(s) })
}

func unTexte(min int) *rapid.Generator[string] {
	car := rapid.RuneFrom([]rune(`AZaéïœ'"\/-{}:, 漢😀`))
	return rapid.Map(rapid.StringOfN(car, min, texteMax-2, -1), func(s string) string {
		if s == "" {
			return s
		}
		return "D" + s + "."
	})
}

func unJour(vide bool) *rapid.Generator[v.Jour] {
	g := rapid.Map(rapid.Int32Range(int32(v.JourMin), int32(v.JourMax)), func(n int32) v.Jour { return v.Jour(n) })
	if vide {
		return rapid.OneOf(rapid.Just(v.Jour(0)), g)
	}
	return g
}

func unePeriode(t *rapid.T) v.Periode {
	a, b := unJour(false).Draw(t, "du"), unJour(false).Draw(t, "au")
	return v.P(min(a, b), max(a, b))
}

func uneQuantite() *rapid.Generator[v.Option[v.Centimes]] {
	g := rapid.Map(rapid.Int64Range(0, 999_999_999_999), func(n int64) v.Option[v.Centimes] { return v.Connu(v.Centimes(n)) })
	return rapid.OneOf(rapid.Just(v.Option[v.Centimes]{}), g)
}

func uneIdentite(t *rapid.T) (v.NIR, dossier.Identite) {
	return rapid.SampledFrom([]v.NIR{nirTest, "2850299999001", "185012A006084", "7123456789012"}).Draw(t, "nir"), dossier.Identite{
		NomNaissance: unTexte(1).Draw(t, "nom"), NomUsage: unTexte(0).Draw(t, "usage"),
		Prenoms: unTexte(1).Draw(t, "prénoms"), Naissance: unJour(true).Draw(t, "naissance"),
	}
}

func unAvis(t *rapid.T) (v.NIR, *dossier.AvisArret) {
	nir, qui := uneIdentite(t)
	return nir, &dossier.AvisArret{
		Identite: qui, Reference: unTexte(1).Draw(t, "référence"),
		Nature:     rapid.SampledFrom([]droit.NatureArret{droit.Initial, droit.Prolongation}).Draw(t, "nature"),
		Risque:     unMot[droit.Risque]("risque", false).Draw(t, "risque"),
		Periode:    unePeriode(t),
		PrescritLe: unJour(false).Draw(t, "prescrit"), EnvoyeLe: unJour(true).Draw(t, "envoyé"),
		Canal:            unMot[droit.Canal]("canal", false).Draw(t, "canal"),
		Support:          unMot[droit.Support]("support", true).Draw(t, "support"),
		Prescripteur:     unMot[droit.Prescripteur]("prescripteur", true).Draw(t, "prescripteur"),
		Teleconsultation: rapid.Bool().Draw(t, "télé"), Hospitalise: rapid.Bool().Draw(t, "hospi"),
		TempsPartiel: rapid.Bool().Draw(t, "tp"),
		Employeur:    rapid.SampledFrom([]v.SIRET{"", siret}).Draw(t, "siret"), NomEmployeur: unTexte(0).Draw(t, "employeur"),
	}
}

func uneAttestation(t *rapid.T) (v.NIR, *dossier.Attestation) {
	nir, qui := uneIdentite(t)
	a := &dossier.Attestation{
		Identite: qui, Employeur: dossier.Employeur{SIRET: siret, Nom: unTexte(0).Draw(t, "employeur")},
		Contrat: unTexte(0).Draw(t, "contrat"), DebutContrat: unJour(true).Draw(t, "début"),
		Nature:    unMot[droit.Contrat]("contrat", true).Draw(t, "nature"),
		Reference: unTexte(1).Draw(t, "référence"), Version: rapid.Int64Range(1, 1<<31-1).Draw(t, "version"),
		Risque:      unMot[droit.Risque]("risque", false).Draw(t, "risque"),
		DernierJour: unJour(false).Draw(t, "djt"), SigneeLe: unJour(false).Draw(t, "signée"),
		MaintienTotal: rapid.Bool().Draw(t, "maintien"),
	}
	if rapid.Bool().Draw(t, "salaires connus") {
		a.Salaires = rapid.SliceOfN(rapid.Custom(func(t *rapid.T) droit.Salaire {
			return droit.Salaire{Periode: unePeriode(t), Brut: uneQuantite().Draw(t, "brut"), Heures: uneQuantite().Draw(t, "heures"),
				Retabli: uneQuantite().Draw(t, "rétabli"), VerseLe: unJour(true).Draw(t, "versé")}
		}), 0, 4).Draw(t, "salaires")
	}
	for range rapid.IntRange(0, 2).Draw(t, "absences") {
		a.Absences = append(a.Absences, droit.Absence{Periode: unePeriode(t), Motif: unMot[droit.MotifAbsence]("motif_absence", false).Draw(t, "motif")})
	}
	for range rapid.IntRange(0, 2).Draw(t, "périodes d'heures") {
		a.Heures = append(a.Heures, droit.PeriodeHeures{Periode: unePeriode(t), Heures: uneQuantite().Draw(t, "heures").Ou(0),
			Cachets: rapid.IntRange(0, 400).Draw(t, "cachets")})
	}
	montant := func() v.Centimes { return v.Centimes(rapid.Int64Range(0, 999_999_999).Draw(t, "montant")) }
	for range rapid.IntRange(0, 2).Draw(t, "primes") {
		a.Primes = append(a.Primes, droit.Prime{VerseLe: unJour(false).Draw(t, "versée"), Montant: montant(), Pour: unePeriode(t)})
	}
	for range rapid.IntRange(0, 2).Draw(t, "pertes") {
		a.Pertes = append(a.Pertes, droit.PerteTPT{Periode: unePeriode(t), Perte: montant()})
	}
	if rapid.Bool().Draw(t, "subrogé") {
		a.Subrogation = &dossier.SubrogationDeclaree{Periode: unePeriode(t), IBAN: iban,
			BIC:   rapid.SampledFrom([]string{"", "AGRIFRPP", "AGRIFRPPXXX"}).Draw(t, "bic"),
			SIRET: rapid.SampledFrom([]v.SIRET{"", siret}).Draw(t, "payé")}
	}
	if rapid.Bool().Draw(t, "repris") {
		a.Reprise = &droit.Reprise{Le: unJour(false).Draw(t, "reprise"), Motif: unMot[droit.MotifReprise]("motif_reprise", false).Draw(t, "motif")}
	}
	return nir, a
}

// relu reads one document back, checks it against its schema and returns its
// fact.
func relu(t *rapid.T, schemas map[string]*jsonschema.Schema, nom string, nir v.NIR, doc []byte) (dossier.Fait, []byte) {
	if bytes.ContainsAny(doc, "\r\n") {
		t.Fatalf("plus d'une ligne: %s", doc)
	}
	if err := valide(schemas[nom], doc); err != nil {
		t.Fatalf("%s: %v\n%s", nom, err, doc)
	}
	l := lire(doc)
	if len(l.Anomalies) != 0 || len(l.Pieces) != 1 || len(l.Pieces[0].Faits) != 1 || l.Pieces[0].NIR != nir {
		t.Fatalf("%s\n%+v", doc, l)
	}
	return l.Pieces[0].Faits[0], l.Pieces[0].Medical
}

// What is written is read back the same, and follows the published schema.
func TestEcrirePuisLire(t *testing.T) {
	schemas := compilerTout(t)
	rapid.Check(t, func(t *rapid.T) {
		nir, avis := unAvis(t)
		volet := []byte(`{"motif":"` + canari + `"}`)
		f, medical := relu(t, schemas, "accord/aat/1", nir, AppendAAT(nil, nir, avis, volet))
		if !reflect.DeepEqual(f.AvisArret, avis) || !bytes.Equal(medical, volet) {
			t.Fatalf("%+v\nrelu %+v", avis, f.AvisArret)
		}
		if f, medical = relu(t, schemas, "accord/aat/1", nir, AppendAAT(nil, nir, avis, nil)); medical != nil {
			t.Fatalf("volet médical né de rien: %s", medical)
		}

		nir, attestation := uneAttestation(t)
		if f, _ = relu(t, schemas, "accord/dsij/1", nir, AppendDSIJ(nil, nir, attestation)); !reflect.DeepEqual(f.Attestation, attestation) {
			t.Fatalf("%+v\nrelu %+v", attestation, f.Attestation)
		}

		nir, qui := uneIdentite(t)
		rib := &dossier.RIB{Identite: qui, IBAN: iban, BIC: "AGRIFRPPXXX", Titulaire: unTexte(1).Draw(t, "titulaire"), Du: unJour(false).Draw(t, "demandé")}
		if f, _ = relu(t, schemas, "accord/rib/1", nir, AppendRIB(nil, nir, rib)); !reflect.DeepEqual(f.RIB, rib) {
			t.Fatalf("%+v\nrelu %+v", rib, f.RIB)
		}
	})
}

// Documents can be put one after the other in one file.
func TestAjouterAuFichier(t *testing.T) {
	qui := dossier.Identite{NomNaissance: "N", Prenoms: "P"}
	rib := &dossier.RIB{Identite: qui, IBAN: iban, Titulaire: "T", Du: jour("2026-11-05")}
	b := append(AppendRIB(nil, nirTest, rib), '\n')
	b = append(AppendRIB(b, nirTest, rib), '\n')
	if l := lire(b); len(l.Pieces) != 2 || len(l.Anomalies) != 0 || l.Pieces[1].Du != 2 {
		t.Errorf("%+v", l)
	}
}
