package parametre

import v "accord/valeur"

// Regle is what the product says of a rule of law: where it stands, in which
// version, and how far it was verified.
type Regle struct {
	ID           string
	Titre        string
	Article      string
	Version      string // LEGIARTI…, JORFTEXT…, or another reference; may be empty
	Preuve       string // texte, administration, professionnel, deduction
	VraiEncoreLe v.Jour
}

// Regle finds a rule by its identifier.
func (t *Table) Regle(id string) (*Regle, bool) {
	i, ok := t.rangs[id]
	if !ok {
		return nil, false
	}
	return &t.regles[i], true
}

// Regles returns every rule, in the order of the law.
func (t *Table) Regles() []Regle { return t.regles }
