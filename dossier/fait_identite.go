package dossier

import (
	"strings"

	v "accord/valeur"
)

// ChangementIdentite is what an employer says of who the person was before a day: he
// corrects a number, a name, a date of birth (DSN, S21.G00.31). The records of both
// numbers keep it.
type ChangementIdentite struct {
	Identite          Identite  `json:"identite"` // today
	NIR               v.NIR     `json:"nir"`
	Employeur         Employeur `json:"employeur"`
	Le                v.Jour    `json:"le"`
	AncienNIR         v.NIR     `json:"ancien_nir,omitempty"`
	AncienNom         string    `json:"ancien_nom,omitempty"`
	AnciensPrenoms    string    `json:"anciens_prenoms,omitempty"`
	AncienneNaissance v.Jour    `json:"ancienne_naissance,omitempty"`
}

// Connait reports whether an identity is that of the person, as she is said to be or
// to have been.
func (c *ChangementIdentite) Connait(id *Identite) bool {
	nom := memesMots(id.NomNaissance, c.Identite.NomNaissance) || c.AncienNom != "" && memesMots(id.NomNaissance, c.AncienNom)
	prenoms := debutCommun(id.Prenoms, c.Identite.Prenoms) || c.AnciensPrenoms != "" && debutCommun(id.Prenoms, c.AnciensPrenoms)
	naissance := id.Naissance == c.Identite.Naissance || c.AncienneNaissance != 0 && id.Naissance == c.AncienneNaissance
	return nom && prenoms && naissance && id.Naissance != 0
}

// Doute says why what came under the former number may not be of the person who has
// the new one; empty when nothing does. It reports false when nothing that names
// someone came yet under the one or the other.
func (c *ChangementIdentite) Doute(neuve, ancienne []Fait) (doute string, nomment bool) {
	for _, x := range []struct {
		faits []Fait
		dit   string
	}{{ancienne, "sous l'ancien numéro"}, {neuve, "sous le nouveau numéro"}} {
		nommee := false
		for i := range x.faits {
			id := x.faits[i].Identite()
			if id == nil || id.NomNaissance == "" || x.faits[i].Changement != nil {
				continue
			}
			nommee = true
			if !c.Connait(id) {
				doute = "une pièce reçue " + x.dit + " parle de quelqu'un d'autre (nom, prénoms ou date de naissance)"
			}
		}
		if !nommee {
			return "", false
		}
	}
	return doute, true
}

// corriger applies to who the person is what employers corrected, in the order of
// the days: what was said under the former name or date is replaced.
func (p *pli) corriger(faits []*Fait) {
	for _, f := range faits {
		c := f.Changement
		if c == nil {
			continue
		}
		id := &p.s.Identite
		if c.AncienNom != "" && memesMots(id.NomNaissance, c.AncienNom) {
			id.NomNaissance = c.Identite.NomNaissance
		}
		if c.AnciensPrenoms != "" && memesMots(id.Prenoms, c.AnciensPrenoms) {
			id.Prenoms = c.Identite.Prenoms
		}
		if c.AncienneNaissance != 0 && id.Naissance == c.AncienneNaissance {
			id.Naissance = c.Identite.Naissance
		}
	}
}

// lettresNues are the letters of names without what one system writes and another
// does not.
var lettresNues = strings.NewReplacer("À", "A", "Â", "A", "Ä", "A", "Ç", "C", "È", "E", "É", "E", "Ê", "E", "Ë", "E", "Î", "I", "Ï", "I", "Ñ", "N", "Ô", "O", "Ö", "O",
	"Ù", "U", "Û", "U", "Ü", "U", "Ÿ", "Y", "Œ", "OE", "Æ", "AE", " ", "", "-", "", "'", "", "’", "", ",", "", ".", "")

func nu(s string) string { return lettresNues.Replace(strings.ToUpper(s)) }

func memesMots(a, b string) bool { return nu(a) == nu(b) }

// debutCommun reports whether two lists of first names say the same, one of them
// perhaps shorter.
func debutCommun(a, b string) bool {
	a, b = nu(a), nu(b)
	return a != "" && b != "" && (strings.HasPrefix(a, b) || strings.HasPrefix(b, a))
}
