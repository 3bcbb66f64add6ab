package sepa

import (
	"bytes"
	"testing"
)

func TestCompareNommeLaDifference(t *testing.T) {
	for _, c := range []struct {
		nom     string
		changer func(*Lot)
		message string
	}{
		{"identique", func(*Lot) {}, ""},
		{"identifiant", func(l *Lot) { l.MsgID = "B" }, "identifiant du lot : voulu « IJ-441-20261123-0001 », relu « B »"},
		{"instant", func(l *Lot) { l.CreeLe = "" }, "instant de création : voulu « 2026-11-23T05:30:00Z », relu «  »"},
		{"SIRET", func(l *Lot) { l.Debiteur.SIRET = "00000000000000" }, "SIRET de la caisse : voulu « 73282932000074 », relu « 00000000000000 »"},
		{"date", func(l *Lot) { l.Execution++ }, "date d'exécution : voulu « 2026-11-24 », relu « 2026-11-25 »"},
		{"caisse", func(l *Lot) { l.Debiteur.Nom = "X" }, "nom de la caisse : voulu « CPAM d'essai de la Loire-Atlantique », relu « X »"},
		{"rue", func(l *Lot) { l.Debiteur.Adresse.Rue = "" }, "rue de la caisse : voulu « Rue de l'Exemple », relu «  »"},
		{"numéro", func(l *Lot) { l.Debiteur.Adresse.Numero = "2" }, "numéro de la caisse dans la rue : voulu « 1 bis », relu « 2 »"},
		{"code postal", func(l *Lot) { l.Debiteur.Adresse.CodePostal = "44100" }, "code postal de la caisse : voulu « 44000 », relu « 44100 »"},
		{"ville", func(l *Lot) { l.Debiteur.Adresse.Ville = "Rezé" }, "ville de la caisse : voulu « Nantes », relu « Rezé »"},
		{"pays", func(l *Lot) { l.Debiteur.Adresse.Pays = "BE" }, "pays de la caisse : voulu « FR », relu « BE »"},
		{"compte débité", func(l *Lot) { l.Debiteur.IBAN = "DE89370400440532013000" },
			"compte de la caisse : voulu « FR14 •••• 2606 », relu « DE89 •••• 3000 »"},
		{"BIC", func(l *Lot) { l.Debiteur.BIC = "PSSTFRPP" }, "BIC de la caisse : voulu « PSSTFRPPXXX », relu « PSSTFRPP »"},
		{"virement perdu", func(l *Lot) { l.Ordres = l.Ordres[:3] }, "nombre de virements : 4 voulus, 3 relus"},
		{"InstrId", func(l *Lot) { l.Ordres[1].InstrID = "Z" },
			"virement 2 (EndToEndId IJ441E0000000002B1), InstrId : voulu « EMP-0000000002 », relu « Z »"},
		{"virements échangés", func(l *Lot) {
			l.Ordres[0].EndToEndID, l.Ordres[1].EndToEndID = "IJ441E0000000002B1", "IJ441A0000000001N1"
		},
			"virement 1 (EndToEndId IJ441A0000000001N1), EndToEndId : voulu « IJ441A0000000001N1 », relu « IJ441E0000000002B1 »"},
		{"montant", func(l *Lot) { l.Ordres[2].Montant++ }, "virement 3 (EndToEndId IJ441A0000000003N1), montant : voulu « 0.01 », relu « 0.02 »"},
		{"bénéficiaire", func(l *Lot) { l.Ordres[2].Beneficiaire = "Y" },
			"virement 3 (EndToEndId IJ441A0000000003N1), bénéficiaire : voulu « Jurgen Weiss », relu « Y »"},
		{"compte", func(l *Lot) { l.Ordres[0].IBAN = "FR1420041010050500013M02606" },
			"virement 1 (EndToEndId IJ441A0000000001N1), compte du bénéficiaire : voulu « FR76 •••• 0189 », relu « FR14 •••• 2606 »"},
		{"compte de même apparence", func(l *Lot) { l.Ordres[0].IBAN = "FR7630006000019999999990189" },
			"virement 1 (EndToEndId IJ441A0000000001N1), compte du bénéficiaire : deux comptes différents qui se lisent tous deux « FR76 •••• 0189 » une fois masqués"},
		{"BIC du bénéficiaire", func(l *Lot) { l.Ordres[3].BIC = "" },
			"virement 4 (EndToEndId IJ441A0000000004N1), BIC du bénéficiaire : voulu « POFICHBEXXX », relu «  »"},
		{"libellé", func(l *Lot) { l.Ordres[2].Libelle = "IJ" }, "virement 3 (EndToEndId IJ441A0000000003N1), libellé : voulu «  », relu « IJ »"},
	} {
		relu, err := Read(bytes.NewReader(ecrire(t, petitLot())))
		if err != nil {
			t.Fatal(err)
		}
		c.changer(&relu)
		obtenu := ""
		if err := Compare(petitLot(), relu); err != nil {
			obtenu = err.Error()
		}
		if obtenu != c.message {
			t.Errorf("%s\nobtenu  : %s\nattendu : %s", c.nom, obtenu, c.message)
		}
	}
}
