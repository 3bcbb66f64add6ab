package app

import (
	"accord/libelle"
	"accord/registre"
)

// AspectDe says how a day of a dossier stands: what the law says of it, and
// what became of its money.
func AspectDe(d *Dossier, du *registre.Du) libelle.Aspect {
	s := libelle.Suite{ASigner: d.aSigner(du)}
	for _, p := range d.emises() {
		if p.Cle == du.Cle {
			s.Verse += p.Brut
		}
	}
	for i := range d.Poses {
		if d.Poses[i].Cle == du.Cle {
			s.Engage += d.Poses[i].Brut
		}
	}
	s.Engage -= s.Verse
	s.Ailleurs = registre.Ailleurs([]registre.Du{*du}, d.emises())[du.Cle]
	return libelle.DuJour(du, s, d.Jour)
}

func (d *Dossier) aSigner(du *registre.Du) bool {
	for i := range d.Proposees {
		p := &d.Proposees[i]
		if p.Signee == nil && p.Ligne == du.Ligne && p.Dossier == du.Dossier && p.Periode.Contient(du.Jour) {
			return true
		}
	}
	return false
}
