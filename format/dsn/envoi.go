package dsn

import "accord/valeur"

// Envoi is one file: its header and its declarations.
type Envoi struct {
	Lignes
	Logiciel, Editeur, VersionLogiciel string // S10.G00.00.001 to 003
	Essai                              bool   // 005: a test file must never create a payment
	Version                            string // 006: P26V01
	PointDepot                         string // 007: 01 net-entreprises, 02 MSA
	Type                               string // 008: 01 normal, 02 néant

	Emetteur Emetteur
	Contacts []ContactEmetteur

	Declarations []Declaration // usable, in the order of the file
	Ecartees     []Declaration // set aside, each with its reason
	Ecarte       string        // why the whole file is refused; Declarations is then empty

	Rubriques []Rubrique // every line that is not blank
}

// Emetteur is who sends, S10.G00.01; not always who declares.
type Emetteur struct {
	SIREN, NIC                      string // 001, 002
	Nom, Voie, CodePostal, Localite string // 003 to 006
}

// ContactEmetteur is S10.G00.02.
type ContactEmetteur struct {
	Lignes
	Civilite, Nom, Mel, Telephone string // 001, 002, 004, 005
}

// Declaration is what one establishment states in one go: S20.G00.05 and all
// that follows up to the next one.
type Declaration struct {
	Lignes
	Nature            Nature          // S20.G00.05.001
	Type              TypeDeclaration // 002
	Fraction          string          // 003: 11 is the first of one
	NumeroOrdre       int64           // 004: grows; the latest wins
	Mois              valeur.Jour     // 005: first day of the main month; monthly only
	Remplacee         string          // 006: identifier of the declaration replaced or cancelled
	DateConstitution  valeur.Jour     // 007
	Champ             string          // 008: 01 whole, 02 agricultural part, 03 general part
	IdentifiantMetier string          // 009
	Devise            string          // 010: 01 euro
	TypeSubstitution  string          // 013, since P26V01

	Contacts      []ContactDeclare
	Entreprise    Entreprise
	Etablissement Etablissement

	Individus []Individu // usable, in the order of the file
	Ecartes   []Individu // set aside, each with its reason
	Ecarte    string     // why the declaration is set aside; empty when usable

	Rubriques []Rubrique
}

// SIRET returns the number of the declared establishment, unchecked in a tree
// that was not read from a file.
func (d *Declaration) SIRET() valeur.SIRET {
	return valeur.SIRET(d.Entreprise.SIREN + d.Etablissement.NIC)
}

// ContactDeclare is S20.G00.07, whom to call at the declared enterprise.
type ContactDeclare struct {
	Lignes
	Nom, Telephone, Mel, Type string // 001 to 004
}

// Entreprise is S21.G00.06.
type Entreprise struct {
	Lignes
	SIREN, NICSiege, APE       string // 001 to 003
	Voie, CodePostal, Localite string // 004 to 006
}

// Etablissement is S21.G00.11.
type Etablissement struct {
	Lignes
	NIC, APE                   string // 001, 002
	Voie, CodePostal, Localite string // 003 to 005
	NatureJuridique            string // 017
	IDCC                       string // 022
}
