package sepa

import (
	"bytes"
	"testing"

	"accord/valeur"
)

// petitLot is the batch of the golden file: an insured person with accents, a
// subrogated employer, an account in Germany and one in Switzerland.
func petitLot() Lot {
	return Lot{
		MsgID:     "IJ-441-20261123-0001",
		CreeLe:    "2026-11-23T05:30:00Z",
		Execution: valeur.NewJour(2026, 11, 24),
		Debiteur: Debiteur{
			Nom: "CPAM d’essai de la Loire-Atlantique", SIRET: "73282932000074",
			IBAN: "FR1420041010050500013M02606", BIC: "PSSTFRPPXXX",
			Adresse: Adresse{Rue: "Rue de l'Exemple", Numero: "1 bis", CodePostal: "44000", Ville: "Nantes", Pays: "FR"},
		},
		Ordres: []Virement{
			{InstrID: "ASS-0000000001", EndToEndID: "IJ441A0000000001N1", Montant: 41702,
				Beneficiaire: "Mme Zoé Lefèbvre-Œuvrard", IBAN: "FR7630006000011234567890189",
				Libelle: "IJ maladie du 04/11/2026 au 13/11/2026"},
			{InstrID: "EMP-0000000002", EndToEndID: "IJ441E0000000002B1", Montant: 36812,
				Beneficiaire: "SOCIÉTÉ « EXEMPLE » & FILS", IBAN: "FR7630006000011234567890189",
				Libelle: "BPIJ 441-2026-000123 subrogation SIRET 73282932000074"},
			{InstrID: "ASS-0000000003", EndToEndID: "IJ441A0000000003N1", Montant: 1,
				Beneficiaire: "Jürgen Weiß", IBAN: "DE89370400440532013000"},
			{InstrID: "ASS-0000000004", EndToEndID: "IJ441A0000000004N1", Montant: 99999999999,
				Beneficiaire: "François N’Guyễn", IBAN: "CH9300762011623852957", BIC: "POFICHBEXXX",
				Libelle: "IJ maladie d’octobre"},
		},
	}
}

// ecrire returns the file of a batch that must be accepted.
func ecrire(t testing.TB, l Lot) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, l); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
