package piece

import (
	"bytes"
	"strings"
)

// voletMedical is the key of the medical side of an avis (volet 1). Its value
// is opaque here.
const voletMedical = "volet_medical"

// cotes are the two sides of a document: what the administrative service may
// read, and what is sealed for the contrôle médical.
type cotes struct{ administratif, medical []byte }

// separer cuts the medical side out of a document. Where it cannot be told
// apart the whole document is medical: in broken JSON, under an unknown
// schema, and, in an avis d'arrêt, as soon as a key is unknown or a value has
// not its form, since a diagnosis may have been written there.
func separer(d document, racine *noeud, p *porte, casse bool) cotes {
	tout := cotes{medical: d.brut}
	switch {
	case p == nil:
		return tout
	case casse:
		if p.medical || evoqueMedical(d.brut) {
			return tout
		}
		return cotes{administratif: d.brut}
	}
	if r := verifierForme(sansVolet(racine), p); len(r) > 0 && (p.medical || cleMedicale(sansVolet(racine))) {
		return tout
	}
	return couper(d.brut, racine)
}

// couper removes the member volet_medical, with one of the commas around it.
func couper(brut []byte, racine *noeud) cotes {
	for i := range racine.membres {
		m := &racine.membres[i]
		if m.nom != voletMedical {
			continue
		}
		du, au := m.debut, m.fin
		switch {
		case i > 0:
			du = racine.membres[i-1].fin
		case len(racine.membres) > 1:
			au = racine.membres[1].debut
		}
		c := cotes{administratif: bytes.Join([][]byte{brut[:du], brut[au:]}, nil)}
		if m.genre != 'n' {
			c.medical = brut[m.noeud.debut:m.fin]
		}
		return c
	}
	return cotes{administratif: brut}
}

// sansVolet is the same object without its medical side.
func sansVolet(racine *noeud) *noeud {
	reste := *racine
	reste.membres = nil
	for _, m := range racine.membres {
		if m.nom != voletMedical {
			reste.membres = append(reste.membres, m)
		}
	}
	return &reste
}

// cleMedicale reports whether a key, at any depth, speaks of medical matters.
func cleMedicale(n *noeud) bool {
	for i := range n.membres {
		if evoqueMedical([]byte(n.membres[i].nom)) || cleMedicale(&n.membres[i].noeud) {
			return true
		}
	}
	for i := range n.elements {
		if cleMedicale(&n.elements[i]) {
			return true
		}
	}
	return false
}

// evoqueMedical is deliberately broad: to seal a wage by mistake costs a
// second sending, to show a diagnosis cannot be repaired. An escape sequence
// could spell anything.
func evoqueMedical(b []byte) bool {
	s := strings.ToLower(string(b))
	return strings.Contains(s, "medical") || strings.Contains(s, "médical") || strings.Contains(s, `\`)
}
