package sepa

import (
	"slices"

	"accord/valeur"
)

// Greatest lengths, in characters: those of the schema, and for names the
// shorter one of the SEPA schemes.
const (
	maxIdentifiant = 35
	maxNom         = 70
	maxLibelle     = 140
	maxRue         = 70
	maxNumero      = 16
	maxCodePostal  = 16
	maxVille       = 35
)

// Lot is one batch of credit transfers from one account on one day.
type Lot struct {
	MsgID     string      // at most 35 characters, never used twice
	CreeLe    string      // instant of creation in UTC, AAAA-MM-JJThh:mm:ssZ
	Execution valeur.Jour // day on which the bank debits: a day of TARGET
	Debiteur  Debiteur
	Ordres    []Virement
}

// Debiteur is the caisse that pays and its account.
type Debiteur struct {
	Nom     string
	SIRET   valeur.SIRET
	IBAN    valeur.IBAN
	BIC     string // 8 or 11 characters
	Adresse Adresse
}

// Adresse is a structured postal address. Town and country are required, the
// rest may be empty.
type Adresse struct {
	Rue        string
	Numero     string
	CodePostal string
	Ville      string
	Pays       string // ISO 3166, two letters
}

// Virement is one credit transfer. An identifier with fewer than twelve digits
// can never be mistaken for a NIR or an account number, which are refused.
type Virement struct {
	InstrID      string // at most 35 characters, unique in the batch
	EndToEndID   string // permanent key of the payment, which comes back in every answer of the bank
	Montant      valeur.Centimes
	Beneficiaire string
	IBAN         valeur.IBAN
	BIC          string // may be empty, save for a bank outside the European Economic Area
	Libelle      string // what the payee reads on the statement; may be empty
}

// Total returns the sum of the transfers. It stops growing once over
// [valeur.MontantMax], which no batch may reach.
func (l Lot) Total() valeur.Centimes {
	var t valeur.Centimes
	for i := range l.Ordres {
		t = ajouter(t, l.Ordres[i].Montant)
	}
	return t
}

// ajouter adds without ever overflowing.
func ajouter(total, m valeur.Centimes) valeur.Centimes {
	if total > valeur.MontantMax || m > valeur.MontantMax {
		return valeur.MontantMax + 1
	}
	return total + m
}

// Normalize returns the batch as its file carries it: names, addresses and
// labels in the Latin set of SEPA, without needless spaces or slashes, cut
// between two words where they are too long. Identifiers, accounts and amounts
// are left as they are. It is idempotent.
func Normalize(l Lot) Lot {
	d := &l.Debiteur
	d.Nom = texteSEPA(d.Nom, maxNom)
	d.Adresse.Rue = texteSEPA(d.Adresse.Rue, maxRue)
	d.Adresse.Numero = texteSEPA(d.Adresse.Numero, maxNumero)
	d.Adresse.CodePostal = texteSEPA(d.Adresse.CodePostal, maxCodePostal)
	d.Adresse.Ville = texteSEPA(d.Adresse.Ville, maxVille)
	l.Ordres = slices.Clone(l.Ordres)
	for i := range l.Ordres {
		v := &l.Ordres[i]
		v.Beneficiaire = texteSEPA(v.Beneficiaire, maxNom)
		v.Libelle = texteSEPA(v.Libelle, maxLibelle)
	}
	return l
}
