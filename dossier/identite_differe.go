package dossier

// Differences says in what two records do not name the same person: family name, whether of
// birth or of use, first names, date of birth. What one of them does not say is no difference.
func Differences(a, b *Identite) (ds []string) {
	if na, nb := a.noms(), b.noms(); len(na) > 0 && len(nb) > 0 && !seCroisent(na, nb) {
		ds = append(ds, "nom "+na[0]+" ou "+nb[0])
	}
	if a.Prenoms != "" && b.Prenoms != "" && !debutCommun(a.Prenoms, b.Prenoms) {
		ds = append(ds, "prénoms "+a.Prenoms+" ou "+b.Prenoms)
	}
	if a.Naissance != 0 && b.Naissance != 0 && a.Naissance != b.Naissance {
		ds = append(ds, "naissance le "+a.Naissance.Francais()+" ou le "+b.Naissance.Francais())
	}
	return ds
}

func (i *Identite) noms() (ns []string) {
	for _, n := range []string{i.NomNaissance, i.NomUsage} {
		if n != "" {
			ns = append(ns, n)
		}
	}
	return ns
}

func seCroisent(as, bs []string) bool {
	for _, a := range as {
		for _, b := range bs {
			if memesMots(a, b) {
				return true
			}
		}
	}
	return false
}
