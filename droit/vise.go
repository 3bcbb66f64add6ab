package droit

import "cmp"

// SinistreVise returns the accident that a decision is on: the one that it names or,
// when it names none, that of the arrêt that it names; empty when neither says.
func (c *Cas) SinistreVise(d *Decision) string {
	if d.Sinistre != "" {
		return d.Sinistre
	}
	if a := c.arret(d.Arret); a != nil {
		return a.Sinistre
	}
	return ""
}

// Vise reports whether a decision is about an arrêt: it names it or, naming none, is
// on its accident or on no accident.
func (d *Decision) Vise(a *Arret) bool {
	return d.Arret == a.ID || d.Arret == "" && (d.Sinistre == "" || d.Sinistre == a.Sinistre)
}

// EstFinDe reports whether a decision fixes the healing or the consolidation of the
// accident that an arrêt is due to: the injury ends, whichever of its certificates
// is named (L.442-6). Of accidents that nothing names, an arrêt that is named tells
// the one that it began or goes on with from the others.
func (c *Cas) EstFinDe(d *Decision, a *Arret) bool {
	if d.Nature != Consolidation && d.Nature != Guerison {
		return false
	}
	if s := c.SinistreVise(d); s != "" || a.Sinistre != "" {
		return s == a.Sinistre
	}
	x := c.arret(d.Arret)
	return x == nil || x.Risque == a.Risque && c.tete(x) == c.tete(a)
}

// arret returns the arrêt of that name, or nil.
func (c *Cas) arret(id string) *Arret {
	for i := range c.Arrets {
		if c.Arrets[i].ID == id {
			return &c.Arrets[i]
		}
	}
	return nil
}

// tete returns the arrêt that a prolongation of no named accident goes back to: the
// last begun before it that is not one.
func (c *Cas) tete(a *Arret) *Arret {
	if a.Nature != Prolongation {
		return c.arret(a.ID)
	}
	var t *Arret
	for i := range c.Arrets {
		x := &c.Arrets[i]
		if x.Sinistre == "" && x.Risque == a.Risque && x.Nature != Prolongation && x.Debut <= a.Debut &&
			(t == nil || cmp.Or(cmp.Compare(x.Debut, t.Debut), cmp.Compare(x.ID, t.ID)) > 0) {
			t = x
		}
	}
	return t
}
