package registre

import (
	"errors"

	v "accord/valeur"
)

// Compte is a symbolic account. The mapping to the account numbers of the plan
// comptable unique (PCUOSS) is a table of the caisse, not a matter of code.
type Compte string

const (
	ChargeIJMaladie    Compte = "CHG_IJ_MALADIE"
	ReductionIJMaladie Compte = "REDUCTION_CHG_IJ_MALADIE"
	ChargeIJATMP       Compte = "CHG_IJ_AT_MP" // another branch bears accidents and occupational diseases
	ReductionIJATMP    Compte = "REDUCTION_CHG_IJ_AT_MP"
	DetteBeneficiaire  Compte = "DETTE_BENEF"
	DetteCSGCRDS       Compte = "DETTE_CSG_CRDS"
	DettePAS           Compte = "DETTE_PAS"
	CreanceIndu        Compte = "CREANCE_INDU"
	TransitVirement    Compte = "TRANSIT_VIREMENT"
)

// Mouvement is one line of an entry: positive on the debit side, negative on
// the credit side.
type Mouvement struct {
	Compte  Compte     `json:"compte"`
	Montant v.Centimes `json:"montant"`
}

// Ecriture is a balanced entry. It is never edited: a correction is another
// entry (D.253-16: receipts and expenses are not netted).
type Ecriture struct {
	Cle        string // idempotency: one entry for one cause
	Le         v.Jour
	Personne   string
	Ordre      string
	Libelle    string
	Regles     string // version of the rules
	Mouvements []Mouvement
}

// ErrDesequilibre is returned for an entry whose debits and credits differ.
var ErrDesequilibre = errors.New("écriture déséquilibrée")

// Debiter adds a debit; a zero amount adds nothing.
func (e *Ecriture) Debiter(c Compte, m v.Centimes) { e.mouvement(c, m) }

// Crediter adds a credit; a zero amount adds nothing.
func (e *Ecriture) Crediter(c Compte, m v.Centimes) { e.mouvement(c, -m) }

func (e *Ecriture) mouvement(c Compte, m v.Centimes) {
	if m != 0 {
		e.Mouvements = append(e.Mouvements, Mouvement{c, m})
	}
}

// Verifier checks that debits equal credits.
func (e *Ecriture) Verifier() error {
	var s v.Centimes
	for _, m := range e.Mouvements {
		s += m.Montant
	}
	if s != 0 || len(e.Mouvements) == 0 {
		return ErrDesequilibre
	}
	return nil
}
