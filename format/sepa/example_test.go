package sepa_test

import (
	"bytes"
	"fmt"

	"accord/format/sepa"
	"accord/valeur"
)

// A file leaves only after it was read back and found to say what was meant.
func Example() {
	lot := sepa.Lot{
		MsgID: "IJ-441-20261123-0001", CreeLe: "2026-11-23T05:30:00Z", Execution: valeur.NewJour(2026, 11, 24),
		Debiteur: sepa.Debiteur{
			Nom: "CPAM d'essai", SIRET: "73282932000074", IBAN: "FR1420041010050500013M02606", BIC: "PSSTFRPPXXX",
			Adresse: sepa.Adresse{Ville: "Nantes", Pays: "FR"},
		},
		Ordres: []sepa.Virement{{
			InstrID: "ASS-0000000001", EndToEndID: "IJ441A0000000001N1", Montant: 41702,
			Beneficiaire: "Zoé Lefèbvre", IBAN: "FR7630006000011234567890189", Libelle: "IJ du 04/11/2026 au 13/11/2026",
		}},
	}
	var fichier bytes.Buffer
	if err := sepa.Write(&fichier, lot); err != nil {
		fmt.Println(err)
		return
	}
	relu, err := sepa.Read(&fichier)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(sepa.Compare(lot, relu), relu.Ordres[0].Beneficiaire)

	relu.Ordres[0].Montant = 41703
	fmt.Println(sepa.Compare(lot, relu))
	// Output:
	// <nil> Zoe Lefebvre
	// virement 1 (EndToEndId IJ441A0000000001N1), montant : voulu « 417.02 », relu « 417.03 »
}
