package dossier

// Rattachement returns the act by which a record is attached to another today,
// as its own chain of facts says it: the last one in force about it, in the order
// of the chain. Nil when it stands by itself.
func Rattachement(chaine []Fait, fiche string) *Intervention {
	var actes []*Fait
	for i := range chaine {
		if chaine[i].Intervention != nil {
			actes = append(actes, &chaine[i])
		}
	}
	tenus := map[string]bool{}
	vigueur, _ := enVigueur(actes)
	for i := range vigueur {
		tenus[vigueur[i].ID] = true
	}
	for i := len(actes) - 1; i >= 0; i-- {
		a := actes[i].Intervention
		if a.Objet != fiche || !tenus[a.ID] {
			continue
		}
		switch a.Nature {
		case Rattacher:
			return a
		case Detacher:
			return nil
		}
	}
	return nil
}
