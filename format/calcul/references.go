package calcul

import (
	"strconv"

	"accord/droit"
)

// index holds the ids of one case, kind by kind, for look-ups only.
type index struct {
	activites, arrets, sinistres, naissances, adoptions, deces map[string]int

	nommee []int // for each activity, 1 + the last arrêt that named it
}

func newIndex() index {
	nouveau := func() map[string]int { return make(map[string]int) }
	return index{nouveau(), nouveau(), nouveau(), nouveau(), nouveau(), nouveau(), nil}
}

// verifierReferences checks what the whole case alone tells: an id names one
// thing, what is named exists, no arrêt comes before the birth of the insured,
// and the volume of days is one that a life can hold.
func (l *Lecteur) verifierReferences() {
	c, x := &l.cas, &l.index
	l.chemin = l.chemin[:0]
	indexer(l, "activites", c.Activites, x.activites, func(a *droit.Activite) string { return a.ID })
	indexer(l, "arrets", c.Arrets, x.arrets, func(a *droit.Arret) string { return a.ID })
	indexer(l, "sinistres", c.Sinistres, x.sinistres, func(s *droit.Sinistre) string { return s.ID })
	indexer(l, "naissances", c.Naissances, x.naissances, func(n *droit.Naissance) string { return n.ID })
	indexer(l, "adoptions", c.Adoptions, x.adoptions, func(a *droit.Adoption) string { return a.ID })
	indexer(l, "deces", c.Deces, x.deces, func(d *droit.Deces) string { return d.ID })

	x.nommee = append(x.nommee[:0], make([]int, len(c.Activites))...)
	for i := range c.Arrets {
		l.referencesArret(i, &c.Arrets[i])
	}
	for i := range c.Rentes {
		l.nommer("rentes", i, "sinistre", c.Rentes[i].Sinistre, x.sinistres, "sinistres")
	}
	for i := range c.Anterieures {
		l.nommer("indemnites_anterieures", i, "sinistre", c.Anterieures[i].Sinistre, x.sinistres, "sinistres")
	}
	for i := range c.Verse {
		l.nommer("verse", i, "activite", c.Verse[i].Activite, x.activites, "activites")
	}
	for i := range c.Decisions {
		d := &c.Decisions[i]
		l.nommer("decisions", i, "arret", d.Arret, x.arrets, "arrets")
		l.nommer("decisions", i, "sinistre", d.Sinistre, x.sinistres, "sinistres")
	}
	l.verifierVolume()
}

func (l *Lecteur) referencesArret(i int, a *droit.Arret) {
	x := &l.index
	if n := l.cas.Assure.Naissance; l.err == nil && n != 0 && a.Debut != 0 && a.Debut < n {
		l.refuserSens("arrets["+strconv.Itoa(i)+"].debut", a.Debut.String(),
			"précède «assure.naissance»", "une date qui ne précède pas «assure.naissance»")
	}
	l.activitesNommees(i, "activites", a.Activites)
	l.activitesNommees(i, "activites_poursuivies", a.Poursuivies)
	l.nommer("arrets", i, "grossesse", a.Grossesse, x.naissances, "naissances")
	l.nommer("arrets", i, "naissance", a.Naissance, x.naissances, "naissances")
	l.nommer("arrets", i, "adoption", a.Adoption, x.adoptions, "adoptions")
	l.nommer("arrets", i, "deces", a.Deces, x.deces, "deces")
	l.nommer("arrets", i, "sinistre", a.Sinistre, x.sinistres, "sinistres")
}

// activitesNommees checks the lines whose work an arrêt stops, or does not, each named once.
func (l *Lecteur) activitesNommees(i int, liste string, ids []string) {
	for k, id := range ids {
		rang, ok := l.index.activites[id]
		if ok && l.index.nommee[rang] != i+1 {
			l.index.nommee[rang] = i + 1
			continue
		}
		cle := liste + "[" + strconv.Itoa(k) + "]"
		l.nommer("arrets", i, cle, id, l.index.activites, "activites")
		if l.err == nil {
			l.refuserSens("arrets["+strconv.Itoa(i)+"]."+cle, id, "est nommée deux fois", "des activités différentes")
		}
		return
	}
}

// indexer fills one map of ids and refuses a doubled one.
func indexer[T any](l *Lecteur, liste string, elements []T, rang map[string]int, id func(*T) string) {
	clear(rang)
	for i := range elements {
		cle := id(&elements[i])
		if premier, doublon := rang[cle]; doublon {
			l.refuserSens(liste+"["+strconv.Itoa(i)+"].id", cle,
				"est déjà l'id de "+liste+"["+strconv.Itoa(premier)+"]", "un id différent pour chaque élément")
			return
		}
		rang[cle] = i
	}
}

// nommer refuses an id that names nothing. The empty id is not known.
func (l *Lecteur) nommer(liste string, i int, cle, id string, rang map[string]int, cible string) {
	if id == "" || l.err != nil {
		return
	}
	if _, ok := rang[id]; !ok {
		l.refuserSens(liste+"["+strconv.Itoa(i)+"]."+cle, id,
			"n'est l'id d'aucun élément de «"+cible+"»", "un id déclaré dans «"+cible+"»")
	}
}

// verifierVolume bounds what there is to compute: the lines, the days that each
// arrêt stops on each of its lines, and those already paid.
func (l *Lecteur) verifierVolume() {
	lignes, verses := 0, 0
	for i := range l.cas.Arrets {
		a := &l.cas.Arrets[i]
		touchees := len(a.Activites)
		if a.Activites == nil {
			touchees = len(l.cas.Activites)
		}
		lignes += a.Periode().Jours() * max(1, touchees)
	}
	for i := range l.cas.Verse {
		verses += l.cas.Verse[i].Periode.Jours()
	}
	l.borner("activites", len(l.cas.Activites), activitesMax, "activités")
	l.borner("arrets", lignes, lignesMax, "jours d'activité")
	l.borner("verse", verses, versesMax, "jours versés")
}

func (l *Lecteur) borner(cle string, n, maxi int, quoi string) {
	if l.err == nil && n > maxi {
		l.refuserSens(cle, strconv.Itoa(n)+" "+quoi, "dépassent ce qu'un cas peut contenir", "au plus "+strconv.Itoa(maxi)+" "+quoi)
	}
}
