package dossier

import (
	"accord/droit"
	v "accord/valeur"
)

// Revenus is what is known of a person beside the DSN: independent activities
// with their income, unemployment benefit, and since when she is insured.
type Revenus struct {
	Envoi
	Auteur        Auteur             `json:"auteur"`
	EtabliLe      v.Jour             `json:"etabli_le"`
	AffilieDepuis v.Jour             `json:"affilie_depuis,omitempty"`
	Activites     []ActiviteDeclaree `json:"activites,omitempty"`
}

// ActiviteDeclaree is an independent activity or a time of unemployment benefit.
type ActiviteDeclaree struct {
	Numero  string               `json:"numero,omitempty"` // tells two activities of one nature apart
	Nature  droit.NatureActivite `json:"nature"`
	Statut  droit.StatutTNS      `json:"statut_tns,omitempty"`
	Periode v.Periode            `json:"periode"` // a zero end: it goes on
	Revenus []RevenuDeclare      `json:"revenus,omitempty"`
}

// RevenuDeclare is the income of one civil year, or of a time of the first years.
type RevenuDeclare struct {
	Annee          int64                 `json:"annee,omitempty"`
	Periode        v.Periode             `json:"periode"`
	Montant        v.Centimes            `json:"montant"`                 // a deficit is negative
	PartCotisee    v.Option[v.Centiemes] `json:"part_cotisations_payees"` // percent
	CategorieMicro string                `json:"categorie_micro,omitempty"`
}
