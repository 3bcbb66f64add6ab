package piece

import (
	"strconv"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
)

// cle is one key that an object may hold. With sous, its value is an object of
// those keys, or a list of such objects.
type cle struct {
	nom   string
	sous  []cle
	liste bool
}

func simples(noms ...string) []cle {
	cles := make([]cle, len(noms))
	for i, n := range noms {
		cles[i].nom = n
	}
	return cles
}

// verifierForme lists the keys that the door does not know, and the values that are an
// object, a list or neither where they should be another of the three. Every value may be
// null: not known.
func verifierForme(racine *noeud, p *porte) []refus { return formeObjet(racine, "", p.cles) }

func formeObjet(n *noeud, chemin string, cles []cle) (mal []refus) {
	for i := range n.membres {
		m := &n.membres[i]
		ici := joindre(chemin, propre(m.nom))
		k := trouver(cles, m.nom)
		if k == nil {
			attendu := "une des clés " + noms(cles)
			mal = append(mal, refus{m.ligne, ici, "une clé inconnue", attendu, ici + ": clé inconnue; attendu: " + attendu})
			continue
		}
		mal = append(mal, formeValeur(&m.noeud, ici, k)...)
	}
	return mal
}

func formeValeur(n *noeud, ici string, k *cle) (mal []refus) {
	switch {
	case n.genre == 'n':
		return nil
	case k.sous == nil:
		if !n.estScalaire() {
			return []refus{*refusGenre(n, ici, "une valeur simple")}
		}
	case k.liste:
		if n.genre != '[' {
			return []refus{*refusGenre(n, ici, "une liste d'objets")}
		}
		for i := range n.elements {
			place := ici + "[" + strconv.Itoa(i) + "]"
			if n.elements[i].genre != '{' {
				mal = append(mal, *refusGenre(&n.elements[i], place, "un objet"))
				continue
			}
			mal = append(mal, formeObjet(&n.elements[i], place, k.sous)...)
		}
	case n.genre != '{':
		return []refus{*refusGenre(n, ici, "un objet")}
	case len(k.sous) > 0: // an object without listed keys is opaque
		return formeObjet(n, ici, k.sous)
	}
	return mal
}

func refusGenre(n *noeud, ici, attendu string) *refus {
	g := nomGenre(n.genre)
	return &refus{n.ligne, ici, g, attendu, ici + ": " + g + " au lieu d'" + attendu}
}

func nomGenre(k jsontext.Kind) string {
	switch k {
	case '{':
		return "un objet"
	case '[':
		return "une liste"
	case '"':
		return "une chaîne"
	case '0':
		return "un nombre"
	}
	return "un booléen"
}

func trouver(cles []cle, nom string) *cle {
	for i := range cles {
		if cles[i].nom == nom {
			return &cles[i]
		}
	}
	return nil
}

func noms(cles []cle) string {
	n := make([]string, len(cles))
	for i := range cles {
		n[i] = cles[i].nom
	}
	return strings.Join(n, ", ")
}

func joindre(chemin, nom string) string {
	if chemin == "" {
		return nom
	}
	return chemin + "." + nom
}
