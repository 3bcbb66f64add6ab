package dsn

import "slices"

// The codes of the norm that decide something. Those that only travel are
// plain strings, documented by their rubric.
type (
	Nature           string // S20.G00.05.001
	TypeDeclaration  string // S20.G00.05.002
	MotifArret       string // S21.G00.60.001
	MotifReprise     string // S21.G00.60.011
	TypeRemuneration string // S21.G00.51.011
	TypeActivite     string // S21.G00.53.001
	Unite            string // S21.G00.40.011 and S21.G00.53.003
)

const (
	NatureMensuelle    Nature = "01"
	NatureArret        Nature = "04"
	NatureReprise      Nature = "05"
	NatureSubstitution Nature = "09"

	TypeNormale                    TypeDeclaration = "01"
	TypeNormaleSansIndividu        TypeDeclaration = "02"
	TypeAnnuleRemplace             TypeDeclaration = "03"
	TypeAnnule                     TypeDeclaration = "04"
	TypeAnnuleRemplaceSansIndividu TypeDeclaration = "05"

	MotifMaladie       MotifArret = "01"
	MotifMaternite     MotifArret = "02"
	MotifPaternite     MotifArret = "03"
	MotifTrajet        MotifArret = "04"
	MotifMaladiePro    MotifArret = "05"
	MotifAccident      MotifArret = "06"
	MotifDispensee     MotifArret = "07"
	MotifTPTAncien     MotifArret = "08" // until P24V01
	MotifAdoption      MotifArret = "09"
	MotifTPTMaladie    MotifArret = "15"
	MotifTPTAccident   MotifArret = "16"
	MotifTPTTrajet     MotifArret = "17"
	MotifTPTMaladiePro MotifArret = "18"
	MotifDeuilEnfant   MotifArret = "19"
	MotifAnnulation    MotifArret = "99"

	RepriseNormale           MotifReprise = "01"
	RepriseTPT               MotifReprise = "02"
	RepriseRaisonPersonnelle MotifReprise = "03"

	RemunerationBrute       TypeRemuneration = "001" // gross, uncapped
	RemunerationChomage     TypeRemuneration = "002" // gross for unemployment insurance
	RemunerationRetablie    TypeRemuneration = "003" // salaire rétabli – reconstitué
	RemunerationSalaireBase TypeRemuneration = "010"

	ActiviteTravail TypeActivite = "01"
	ActiviteAbsence TypeActivite = "02" // unpaid absence

	UniteHeure          Unite = "10"
	UniteJournee        Unite = "12"
	UniteForfaitJour    Unite = "20"
	UniteForfaitHeure   Unite = "21"
	UniteJourCalendaire Unite = "40"
)

const regimeGeneral = "200" // S21.G00.40.018

// Remplace reports whether the declaration stands in place of an earlier one,
// so that what it does not say is no longer said.
func (t TypeDeclaration) Remplace() bool {
	return t == TypeAnnuleRemplace || t == TypeAnnule || t == TypeAnnuleRemplaceSansIndividu
}

// ApresAccident reports whether the stop follows an accident or an
// occupational disease, whose date (S21.G00.60.012) must then be stated.
func (m MotifArret) ApresAccident() bool {
	return slices.Contains([]MotifArret{MotifTrajet, MotifMaladiePro, MotifAccident}, m)
}
