package calcul

import (
	"strings"

	"github.com/go-json-experiment/json/jsontext"
)

// objet describes one kind of object of the contract: its keys in their
// published order, how each is read, and what must hold between them.
type objet[T any] struct {
	champs   []champ[T]
	verifier func(*Lecteur, *T)
}

// champ is one key. attendu is empty when the key may be absent or null;
// otherwise it says what is expected there.
type champ[T any] struct {
	cle     string
	attendu string
	lire    func(*Lecteur, *T)
}

// lire reads the object into t, which must be zero: what is absent or null is
// left as it stands.
func (o *objet[T]) lire(l *Lecteur, t *T) {
	if !l.ouvrir('{', "un objet") {
		return
	}
	var vus, donnes uint64
	suivant := 0
	for l.err == nil && !l.fini('}') {
		i := o.indice(l, l.nom(), suivant)
		if l.err != nil {
			return
		}
		c := &o.champs[i]
		l.cle, suivant = c.cle, i+1
		if vus&(1<<i) != 0 {
			l.refuserCle("clé écrite deux fois", "une seule valeur pour la clé")
			return
		}
		vus |= 1 << i
		if l.genre = l.dec.PeekKind(); l.genre == 'n' {
			l.jeton()
			continue
		}
		donnes |= 1 << i
		c.lire(l, t)
	}
	o.conclure(l, t, donnes)
}

// conclure checks what only the whole object tells.
func (o *objet[T]) conclure(l *Lecteur, t *T, donnes uint64) {
	if l.err != nil {
		return
	}
	for i := range o.champs {
		if c := &o.champs[i]; c.attendu != "" && donnes&(1<<i) == 0 {
			l.cle = c.cle
			l.refuserCle("clé absente", c.attendu)
			return
		}
	}
	if o.verifier != nil {
		l.donnes = donnes
		o.verifier(l, t)
	}
}

// indice finds a key. Keys mostly come in the published order: the search
// begins after the last one.
func (o *objet[T]) indice(l *Lecteur, nom []byte, depart int) int {
	for k := range o.champs {
		i := depart + k
		if i >= len(o.champs) {
			i -= len(o.champs)
		}
		if o.champs[i].cle == string(nom) {
			return i
		}
	}
	if l.err == nil {
		l.cleInconnue(string(nom), o.cles())
	}
	return 0
}

func (o *objet[T]) cles() []string {
	cles := make([]string, len(o.champs))
	for i := range o.champs {
		cles[i] = o.champs[i].cle
	}
	return cles
}

func (l *Lecteur) cleInconnue(nom string, cles []string) {
	l.cle = abreger(nom)
	constat := "clé inconnue"
	if proche := plusProche(nom, cles); proche != "" {
		constat += ", peut-être «" + proche + "»"
	}
	l.refuser(&Erreur{
		Valeur:  abreger(string(l.valeur())),
		Attendu: "une des clés " + strings.Join(cles, ", "),
		constat: constat,
	}, constat)
}

// ouvrir reads the opening delimiter.
func (l *Lecteur) ouvrir(genre jsontext.Kind, attendu string) bool {
	if l.err != nil {
		return false
	}
	if l.genre != genre {
		l.refuserType(attendu)
		return false
	}
	return l.jeton()
}

// fini reads the closing delimiter when it stands there.
func (l *Lecteur) fini(genre jsontext.Kind) bool {
	l.cle = ""
	l.genre = l.dec.PeekKind()
	if l.genre != genre {
		return false
	}
	return l.jeton()
}

// nom reads the name of a member.
func (l *Lecteur) nom() []byte {
	b := l.valeur()
	if l.err != nil {
		return nil
	}
	return l.sansGuillemets(b)
}

// lireListe reads an array of objects into the part of a shared list that
// belongs to it. An empty array is known to be empty: it is not nil.
func lireListe[T any](l *Lecteur, liste *[]T, o *objet[T]) []T {
	debut := len(*liste)
	l.elements(func() {
		var zero T
		*liste = append(*liste, zero)
		o.lire(l, &(*liste)[len(*liste)-1])
	})
	return part(*liste, debut)
}

// lireValeurs reads an array of plain values.
func lireValeurs[T any](l *Lecteur, liste *[]T, lire func(*Lecteur) T) []T {
	debut := len(*liste)
	l.elements(func() { *liste = append(*liste, lire(l)) })
	return part(*liste, debut)
}

func part[T any](liste []T, debut int) []T {
	if len(liste) == debut {
		return []T{}
	}
	return liste[debut:len(liste):len(liste)]
}

// elements reads an array, calling lire at each element.
func (l *Lecteur) elements(lire func()) {
	if !l.ouvrir('[', "une liste") {
		return
	}
	l.entrer(0)
	for i := 0; l.err == nil && !l.fini(']'); i++ {
		l.chemin[len(l.chemin)-1].i, l.cle = i, ""
		if i == listeMax {
			l.sortir()
			l.refuserCle("plus de "+listeMaxTexte+" éléments", "une liste plus courte")
			return
		}
		lire()
	}
	if l.err == nil {
		l.sortir()
	}
}

// lireSous reads an object held under a key.
func lireSous[T any](l *Lecteur, t *T, o *objet[T]) {
	l.entrer(-1)
	o.lire(l, t)
	l.sortir()
}
