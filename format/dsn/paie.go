package dsn

import "accord/valeur"

// Versement is S21.G00.50, one payment to the person.
type Versement struct {
	Lignes
	Date                        valeur.Jour                     // 001
	NetFiscal                   valeur.Option[valeur.Centimes]  // 002
	Numero                      string                          // 003
	NetVerse                    valeur.Option[valeur.Centimes]  // 004
	TauxPAS                     valeur.Option[valeur.Centiemes] // 006: percent
	TypeTauxPAS, IdentifiantPAS string                          // 007, 008
	MontantPAS, SoumisPAS       valeur.Option[valeur.Centimes]  // 009, 013

	Remunerations []Remuneration
	Primes        []Prime
	ElementsNets  []ElementNet
	Bases         []Base
}

// Remuneration is S21.G00.51: an amount, hours or both for a period, which
// may lie in an earlier month than the declaration.
type Remuneration struct {
	Lignes
	Periode valeur.Periode                  // 001, 002
	Contrat string                          // 010
	Type    TypeRemuneration                // 011
	Heures  valeur.Option[valeur.Centiemes] // 012
	Montant valeur.Option[valeur.Centimes]  // 013: negative for a regularisation

	Activites []Activite
}

// Activite is S21.G00.53, a measure of work or of absence.
type Activite struct {
	Lignes
	Type   TypeActivite                    // 001
	Mesure valeur.Option[valeur.Centiemes] // 002: in hundredths of Unite
	Unite  Unite                           // 003
}

// Prime is S21.G00.52; Periode is the time that it rewards.
type Prime struct {
	Lignes
	Type        string                         // 001
	Montant     valeur.Option[valeur.Centimes] // 002
	Periode     valeur.Periode                 // 003, 004
	Contrat     string                         // 006
	DateOrigine valeur.Jour                    // 007
}

// ElementNet is S21.G00.58, an income computed on the net.
type ElementNet struct {
	Lignes
	Periode valeur.Periode                 // 001, 002
	Type    string                         // 003: 03 montant net social, 10 subrogated allowances
	Montant valeur.Option[valeur.Centimes] // 004
}

// Base is S21.G00.78, a base subject to contributions.
type Base struct {
	Lignes
	Type    string                         // 001: 02 capped, 03 uncapped, 04 CSG
	Periode valeur.Periode                 // 002, 003
	Montant valeur.Option[valeur.Centimes] // 004
	Contrat string                         // 006

	Composants  []Composant
	Cotisations []Cotisation
}

// Composant is S21.G00.79, a part of a base.
type Composant struct {
	Lignes
	Type    string                         // 001
	Montant valeur.Option[valeur.Centimes] // 004
}

// Cotisation is S21.G00.81, one contribution of the person.
type Cotisation struct {
	Lignes
	Type              string                          // 001
	Organisme         string                          // 002
	Assiette, Montant valeur.Option[valeur.Centimes]  // 003, 004
	Taux              valeur.Option[valeur.Centiemes] // 007: percent
}
