// Package banque makes the bank file of a batch: it gives the orders of the
// application the form of SEPA credit transfers, and reads the file again.
//
// It knows the content of an order and of a transfer, nothing of who signs.
package banque

import (
	"bytes"
	"fmt"
	"strings"

	"accord/app"
	"accord/clock"
	"accord/droit"
	"accord/format/sepa"
	"accord/paiement"
	v "accord/valeur"
)

// SEPA implements app.Banque with pain.001.001.09 files.
type SEPA struct{}

// Ecrire makes the file. It refuses, in French, whatever the rules of the EPC
// refuse.
func (SEPA) Ecrire(l app.LotBancaire) ([]byte, error) {
	var b bytes.Buffer
	if err := sepa.Write(&b, virements(&l)); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// Comparer reads a file again, as strictly as the bank does, and compares it
// with the batch.
func (SEPA) Comparer(fichier []byte, l app.LotBancaire) error {
	relu, err := sepa.Read(bytes.NewReader(fichier))
	if err != nil {
		return err
	}
	voulu := virements(&l)
	if l.Debiteur == (app.Debiteur{}) {
		voulu.Debiteur = relu.Debiteur
	}
	return sepa.Compare(voulu, relu)
}

// Execution returns the first day of TARGET on or after a day.
func (SEPA) Execution(j v.Jour) v.Jour { return sepa.ProchainTARGET(j) }

func virements(l *app.LotBancaire) sepa.Lot {
	d := &l.Debiteur
	lot := sepa.Lot{
		MsgID: l.ID, CreeLe: clock.RFC3339(l.CreeLe), Execution: l.Execution,
		Debiteur: sepa.Debiteur{
			Nom: d.Nom, SIRET: d.SIRET, IBAN: d.IBAN, BIC: d.BIC,
			Adresse: sepa.Adresse{Rue: d.Rue, Numero: d.Numero, CodePostal: d.CodePostal, Ville: d.Ville, Pays: d.Pays},
		},
	}
	for _, o := range l.Ordres {
		lot.Ordres = append(lot.Ordres, sepa.Virement{
			InstrID: o.ID, EndToEndID: o.Reference(), Montant: o.Total.Net,
			Beneficiaire: o.Compte.Titulaire, IBAN: o.Compte.IBAN, BIC: o.Compte.BIC, Libelle: libelle(o),
		})
	}
	return lot
}

// libelle is what the payee reads on the statement: the benefit and the days,
// never a medical reason or a number of insured.
func libelle(o *paiement.Ordre) string {
	du, au := v.JourMax, v.Jour(0)
	risque := ""
	for i := range o.Lignes {
		l := &o.Lignes[i]
		du, au = min(du, l.Periode.Du), max(au, l.Periode.Au)
		risque = nomRisque(l.Risque)
	}
	if o.Destinataire.SIRET() != "" {
		return fmt.Sprintf("IJ SUBROGATION %s DU %s AU %s", o.ID, du.Francais(), au.Francais())
	}
	return strings.TrimSpace(fmt.Sprintf("IJ %s DU %s AU %s", risque, du.Francais(), au.Francais()))
}

// nomRisque names the benefit without saying anything of health: an accident or
// a disease at work is not told to whoever reads the statement.
func nomRisque(r droit.Risque) string {
	switch r {
	case droit.Maladie:
		return "MALADIE"
	case droit.Maternite, droit.Pathologique, droit.Paternite, droit.AdoptionConge, droit.NaissanceConge:
		return "CONGE FAMILIAL"
	}
	return ""
}
