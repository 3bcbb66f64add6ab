package droit

import v "accord/valeur"

// NatureBesoin says what kind of datum is needed.
type NatureBesoin string

const (
	// BesoinSalaire is the gross pay of one activity for one period, with its hours.
	BesoinSalaire NatureBesoin = "salaire"
	// BesoinHeures is the hours of work of a pay whose amount is known.
	BesoinHeures NatureBesoin = "heures"
	// BesoinPerteTPT is the loss of earnings of a period of part-time work.
	BesoinPerteTPT NatureBesoin = "perte_tpt"
	// BesoinRevenu is the income of an independent for one civil year.
	BesoinRevenu NatureBesoin = "revenu"
	// BesoinMaintien is the wage kept by an employer who claims subrogation.
	BesoinMaintien NatureBesoin = "maintien"
	// BesoinSalaireMinimum is the minimum wage of the category of a minor (R.436-2).
	BesoinSalaireMinimum NatureBesoin = "salaire_minimum"
)

// Besoin is a datum that the law needs to settle some days and that the case
// does not hold. The floor above closes it by hypotheses and asks for it.
type Besoin struct {
	Nature   NatureBesoin
	Activite int       // activity line that the datum is about; -1 for the person
	Arret    int       // first arrêt of the chain that needs it
	Periode  v.Periode // time that the datum is about: the month of a pay, the period of a loss, a civil year
	Pour     v.Periode // days that hang on it
	Regle    Regle     // rule that needs it
}
