package dsn

// remplir reads the rubrics of one block into a node and returns the worst
// anomaly. Rubrics and schema are both in ascending order: they are merged.
func remplir[B any](t *arbre, rubs []Rubrique, s schema[B], b *B) Gravite {
	pire := aucune
	k := 0
	for j := range rubs {
		r := &rubs[j]
		for k < len(s) && s[k].code < r.Code {
			pire = max(pire, absente(t, rubs, &s[k]))
			k++
		}
		if k < len(s) && s[k].code == r.Code {
			pire = max(pire, poser(t, rubs, r, &s[k], b))
			k++
		}
	}
	for ; k < len(s); k++ {
		pire = max(pire, absente(t, rubs, &s[k]))
	}
	return pire
}

// poser reads one rubric into its field.
func poser[B any](t *arbre, rubs []Rubrique, r *Rubrique, g *rang[B], b *B) Gravite {
	if !g.existe {
		return aucune // unknown in that version of the norm: kept among the rubrics, not read
	}
	if r.Valeur == "" && !r.malformee {
		t.noter(constat{gravite: Signalee, ligne: r.Ligne, code: r.Code, attendu: "une valeur, ou pas de ligne",
			remarque: g.libelle + " : la rubrique est vide"})
		return absente(t, rubs, g)
	}
	var ok bool
	if t.lue, ok = g.format.lire(r.Valeur); ok && !r.malformee {
		g.poser(b, &t.lue)
		return aucune
	}
	gravite := t.fausse(r, g.regle)
	if gravite == Signalee {
		g.poser(b, &t.lue)
	}
	return gravite
}

// absente records the absence of a rubric, when it matters.
func absente[B any](t *arbre, rubs []Rubrique, g *rang[B]) Gravite {
	if g.absent == aucune || !g.existe {
		return aucune
	}
	var nature Nature
	if t.d != nil {
		nature = t.d.Nature
	}
	if gravite := g.graviteAbsence(nature); gravite != aucune {
		return t.manquante(rubs[0].Ligne, g.regle, gravite)
	}
	return aucune
}
