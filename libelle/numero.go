package libelle

import v "accord/valeur"

// Numero names the kind of a number of a person.
func Numero(n v.NIR) string {
	switch n.Genre() {
	case v.NIRProvisoire:
		return "numéro provisoire"
	case v.NIRMigrant:
		return "numéro de migrant"
	}
	return "NIR"
}
