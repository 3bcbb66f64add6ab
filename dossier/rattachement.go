package dossier

// Rattachement returns the act by which a record is attached to another today,
// as its own chain of facts says it: the last one in force about it. Nil when it
// stands by itself.
func Rattachement(faits []Fait, fiche string) *Intervention {
	connus := make([]*Fait, 0, len(faits))
	for i := range faits {
		if faits[i].Intervention != nil {
			connus = append(connus, &faits[i])
		}
	}
	vigueur, _ := enVigueur(connus)
	for i := len(vigueur) - 1; i >= 0; i-- {
		if a := &vigueur[i]; a.Objet == fiche && (a.Nature == Rattacher || a.Nature == Detacher) {
			if a.Nature == Detacher {
				return nil
			}
			return a
		}
	}
	return nil
}
