package sepa

import (
	"encoding/xml"
	"fmt"
	"io"
)

// recepteur is told what a walk through the file finds.
type recepteur interface {
	debutVirement()
	valeur(n *noeud, texte string)
	finVirement()
	refuser(chemin, message string)
}

// parcours walks through a file under the grammar of the subset. What does not
// fit is refused by name and skipped; the walk goes on with the rest and stops
// only where the text is no XML any more.
type parcours struct {
	dec          *xml.Decoder
	vers         recepteur
	dansVirement bool
	adresse      adresseVue
	source       *source
}

const (
	declaration         = `version="1.0" encoding="UTF-8"`
	declarationAttendue = "déclaration XML non prise en charge : attendu " + declaration
)

func nouveauParcours(r io.Reader, vers recepteur) parcours {
	s := &source{r: r}
	return parcours{dec: xml.NewDecoder(s), vers: vers, source: s}
}

func (p *parcours) numeroLigne() int {
	ligne, _ := p.dec.InputPos()
	return ligne
}

// parcourir walks through the whole file and reports whether it could be read
// to its end.
func (p *parcours) parcourir() bool {
	vu := false
	for premier := true; ; premier = false {
		jeton, err := p.dec.Token()
		if err == io.EOF && vu {
			return true
		}
		if err != nil {
			return p.illisible(err)
		}
		switch t := jeton.(type) {
		case xml.StartElement:
			if vu || t.Name.Local != racine.nom || t.Name.Space != espace {
				p.vers.refuser(racine.chemin, fmt.Sprintf(
					"élément <%s> (espace de noms %q) : attendu un seul <Document> de %s",
					abreger(t.Name.Local), abreger(t.Name.Space), espace))
				return false
			}
			vu = true
			if !p.element(racine, t) {
				return false
			}
		case xml.ProcInst:
			if !premier || t.Target != "xml" {
				p.etranger(racine, jeton)
			} else if string(t.Inst) != declaration {
				p.vers.refuser(racine.chemin, declarationAttendue)
			}
		default:
			p.etranger(racine, jeton)
		}
	}
}

// suivant returns the next token inside the document, nil where the file
// cannot be read any further.
func (p *parcours) suivant() xml.Token {
	jeton, err := p.dec.Token()
	if err != nil {
		p.illisible(err)
		return nil
	}
	p.suivreAdresse(jeton)
	return jeton
}

// element walks through one element whose start was just read.
func (p *parcours) element(n *noeud, debut xml.StartElement) bool {
	p.attributs(n, debut)
	if n.enfants == nil {
		return p.texteDe(n)
	}
	if !n.repete {
		return p.enfantsDe(n)
	}
	p.vers.debutVirement()
	p.dansVirement = true
	ok := p.enfantsDe(n)
	p.vers.finVirement()
	p.dansVirement = false
	return ok
}

// enfantsDe walks through the children of an element.
func (p *parcours) enfantsDe(n *noeud) bool {
	vu := -1 // rank of the last child met
	for {
		switch t := p.suivant().(type) {
		case nil:
			return false
		case xml.StartElement:
			rang := n.chercher(t.Name)
			if rang < 0 || rang < vu || rang == vu && !n.enfants[rang].repete {
				p.vers.refuser(n.chemin, inattendu(t.Name, rang))
				if !p.sauter() {
					return false
				}
				continue
			}
			p.absents(n, vu+1, rang)
			vu = rang
			if !p.element(n.enfants[rang], t) {
				return false
			}
		case xml.EndElement:
			p.absents(n, vu+1, len(n.enfants))
			return true
		default:
			p.etranger(n, t)
		}
	}
}

func inattendu(nom xml.Name, rang int) string {
	switch {
	case rang >= 0:
		return fmt.Sprintf("élément <%s> en double ou mal placé", nom.Local)
	case nom.Space != espace:
		return fmt.Sprintf("élément <%s> d'un autre espace de noms", abreger(nom.Local))
	}
	return fmt.Sprintf("élément <%s> non prévu ici", abreger(nom.Local))
}

// absents refuses the children required between two ranks.
func (p *parcours) absents(n *noeud, de, a int) {
	for i := de; i < a; i++ {
		// A file without transfers is refused once, by its count.
		if e := n.enfants[i]; !e.facultatif && !e.repete {
			p.vers.refuser(n.chemin, fmt.Sprintf("élément <%s> absent", e.nom))
		}
	}
}

// texteDe reads the text of an element without children.
func (p *parcours) texteDe(n *noeud) bool {
	var texte []byte
	for {
		switch t := p.suivant().(type) {
		case nil:
			return false
		case xml.CharData:
			texte = append(texte, t...)
		case xml.EndElement:
			p.vers.valeur(n, string(texte))
			return true
		case xml.StartElement:
			p.vers.refuser(n.chemin, inattendu(t.Name, -1))
			if !p.sauter() {
				return false
			}
		default:
			p.etranger(n, t)
		}
	}
}

// sauter passes over an element that was refused.
func (p *parcours) sauter() bool {
	for profondeur := 1; profondeur > 0; {
		switch p.suivant().(type) {
		case nil:
			return false
		case xml.StartElement:
			profondeur++
		case xml.EndElement:
			profondeur--
		}
	}
	return true
}
