package sepa

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
)

// illisible tells a broken source, which is a failure of the machine, from a
// text that is no XML, which is an anomaly of the file.
func (p *parcours) illisible(err error) bool {
	var syntaxe *xml.SyntaxError
	switch {
	case p.source.err != nil:
	case errors.As(err, &syntaxe):
		p.vers.refuser(racine.chemin, "XML mal formé : le fichier est tronqué ou altéré")
	case err == io.EOF:
		p.vers.refuser(racine.chemin, "fichier vide : aucun <Document>")
	default:
		p.vers.refuser(racine.chemin, declarationAttendue)
	}
	return false
}

// source remembers why the file could not be read further.
type source struct {
	r   io.Reader
	err error
}

func (s *source) Read(b []byte) (int, error) {
	n, err := s.r.Read(b)
	if err != nil && err != io.EOF {
		s.err = err
	}
	return n, err
}

// attributs allows the name space on the document and the currency on the
// amounts, and requires them.
func (p *parcours) attributs(n *noeud, debut xml.StartElement) {
	nom, juste := "", ""
	switch {
	case n == racine:
		nom, juste = "xmlns", espace
	case n.devise:
		nom, juste = "Ccy", "EUR"
	}
	vu := false
	for _, a := range debut.Attr {
		if nom == "" || vu || a.Name != (xml.Name{Local: nom}) {
			p.vers.refuser(n.chemin, fmt.Sprintf("attribut %q non prévu", abreger(a.Name.Local)))
			continue
		}
		vu = true
		if a.Value != juste {
			p.vers.refuser(n.chemin, fmt.Sprintf("attribut %s=%q, attendu %q", nom, abreger(a.Value), juste))
		}
	}
	if nom != "" && !vu {
		p.vers.refuser(n.chemin, fmt.Sprintf("attribut %s absent", nom))
	}
}

// etranger refuses what is neither an element nor a blank between elements.
func (p *parcours) etranger(n *noeud, jeton xml.Token) {
	switch t := jeton.(type) {
	case xml.CharData:
		if len(bytes.Trim(t, " \t\r\n")) > 0 {
			p.vers.refuser(n.chemin, "texte hors de tout élément de valeur")
		}
	case xml.Comment:
		p.vers.refuser(n.chemin, "commentaire non prévu")
	case xml.ProcInst:
		p.vers.refuser(n.chemin, "instruction de traitement non prévue")
	case xml.Directive:
		p.vers.refuser(n.chemin, "déclaration <!…> non prévue")
	}
}

// adresseVue remembers what the postal address being read holds.
type adresseVue struct{ libre, ville, pays bool }

// suivreAdresse refuses, wherever it stands, an address whose lines are free
// while its town and country are not given apart: the SEPA schemes take none
// since 15 November 2026 (EPC rulebooks 2025, version 1.1).
func (p *parcours) suivreAdresse(jeton xml.Token) {
	switch t := jeton.(type) {
	case xml.StartElement:
		switch t.Name.Local {
		case "PstlAdr":
			p.adresse = adresseVue{}
		case "AdrLine":
			p.adresse.libre = true
		case "TwnNm":
			p.adresse.ville = true
		case "Ctry":
			p.adresse.pays = true
		}
	case xml.EndElement:
		a := p.adresse
		if t.Name.Local == "PstlAdr" && a.libre && !(a.ville && a.pays) {
			p.vers.refuser("PstlAdr", "adresse non structurée (AdrLine sans TwnNm et Ctry), refusée depuis le 15/11/2026")
		}
	}
}
