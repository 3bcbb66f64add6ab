package registre

import (
	"cmp"

	"accord/droit"
	v "accord/valeur"
)

// Cle is the unit of the product, inside one person's register.
type Cle struct {
	Jour   v.Jour       `json:"jour"`
	Ligne  string       `json:"ligne"` // activity line: SIRET and contract
	Risque droit.Risque `json:"risque"`
}

// Compare orders keys by line, risk and day, so that runs are contiguous.
func (c Cle) Compare(d Cle) int {
	return cmp.Or(cmp.Compare(c.Ligne, d.Ligne), cmp.Compare(c.Risque, d.Risque), cmp.Compare(c.Jour, d.Jour))
}

// Destinataire is who is paid: «assure», or «employeur:SIRET».
type Destinataire string

// Assure is the insured person.
const Assure Destinataire = "assure"

const prefixeEmployeur = "employeur:"

// Employeur is the subrogated employer.
func Employeur(s v.SIRET) Destinataire { return Destinataire(prefixeEmployeur + string(s)) }

// SIRET returns the employer's number, zero for the insured.
func (d Destinataire) SIRET() v.SIRET {
	if len(d) > len(prefixeEmployeur) && d[:len(prefixeEmployeur)] == prefixeEmployeur {
		return v.SIRET(d[len(prefixeEmployeur):])
	}
	return ""
}

// Du is one day as the calendar has it today.
type Du struct {
	Cle
	Dossier      string
	Etat         droit.Etat
	IJ           v.Centimes // gross; what is certain when the day is awaited
	Reserve      v.Centimes // gross; what a reduction takes from a paid day, while nobody has signed it
	Destinataire Destinataire
	// Libere is what was paid to another and discharges the caisse all the same: only
	// the rest is owed to Destinataire (late subrogation, article 1342-3 of the code civil).
	Libere v.Centimes
	// Redresse: an agent decided that Destinataire is paid although another was, who owes
	// back what he received.
	Redresse bool
	Regle    droit.Regle
	Exonere  bool
	// Progres says where what is not paid of the day stands, once its dossier was given back to PROGRES; ParProgres is
	// the gross amount of it that PROGRES paid, which is owed no more.
	Progres    Progres
	ParProgres v.Centimes
}

// Pose is one amount posted on a day: the first payment (rank 0) or a later
// difference. The sum over the ranks is what was paid for the day.
type Pose struct {
	Cle
	Dossier      string
	Rang         int
	Brut         v.Centimes // gross; negative when a later difference takes back
	Destinataire Destinataire
	OrdreLigne   string // line of the order that posted it
	Racine       string // first line that paid the day: levies are rounded over it; empty when the order was cancelled
	Le           v.Jour
	Exonere      bool
	Fiche        string // record under which it was posted, when the person has several
}

// Reunir brings together the postings of the records of one person, each with
// the record that it comes from. On each day they take their ranks one record
// after the other, in the order given: a rank that a record lacks, or repeats,
// is still seen.
func Reunir(fiches []string, poses [][]Pose) []Pose {
	var tout []Pose
	avant := map[Cle]int{}
	for i := range poses {
		for _, p := range poses[i] {
			p.Fiche = fiches[i]
			p.Rang += avant[p.Cle]
			tout = append(tout, p)
		}
		for k := range poses[i] {
			avant[poses[i][k].Cle]++
		}
	}
	return tout
}
