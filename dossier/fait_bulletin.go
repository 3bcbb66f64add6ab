package dossier

import (
	"accord/droit"
	v "accord/valeur"
)

// Bulletin is one payslip, as the insured sends it: what he was paid when his
// employer has not said it (R.323-10; code du travail L.3243-2).
type Bulletin struct {
	Envoi
	Employeur    Employeur             `json:"employeur"`
	Contrat      string                `json:"contrat,omitempty"`
	DebutContrat v.Jour                `json:"debut_contrat,omitempty"` // date d'entrée
	Nature       droit.Contrat         `json:"nature,omitempty"`
	Periode      v.Periode             `json:"periode"`
	VerseLe      v.Jour                `json:"verse_le"`
	Brut         v.Centimes            `json:"brut"`
	Heures       v.Option[v.Centiemes] `json:"heures"`
	Absences     []droit.Absence       `json:"absences,omitempty"`
}
