package piece

import (
	"bytes"
	"slices"
	"strings"

	"accord/app"
)

// document is the part of a file that should be one JSON object.
type document struct {
	brut   []byte
	ligne  int    // its first line
	racine *noeud // set when it was already analysed without fault
}

func (d *document) analyser() (*noeud, *refus) {
	if d.racine != nil {
		return d.racine, nil
	}
	return analyser(d.brut, d.ligne)
}

// lireJSON reads one document, or one a line.
func lireJSON(texte []byte) app.Lecture {
	var l app.Lecture
	var formats []string
	for _, d := range documents(texte) {
		schema := lireDocument(&l, d)
		if !slices.Contains(formats, schema) {
			formats = append(formats, schema)
		}
	}
	l.Format = strings.Join(formats, ", ")
	return l
}

// documents cuts a file into documents. It is NDJSON when it is not one
// document as a whole, and either one of its lines is, or each of several
// lines opens one: a bad line must not hide the others.
func documents(texte []byte) []document {
	debut := bytes.TrimLeft(texte, " \t\r\n")
	avant := texte[:len(texte)-len(debut)]
	entier := document{brut: bytes.TrimRight(debut, " \t\r\n"), ligne: 1 + bytes.Count(avant, []byte("\n"))}
	if racine, mal := entier.analyser(); mal == nil {
		entier.racine = racine
		return []document{entier}
	}
	lignes := parLigne(entier)
	ouvertes := 0
	for i := range lignes {
		if lignes[i].brut[0] == '{' {
			ouvertes++
		}
		if racine, mal := lignes[i].analyser(); mal == nil && racine.membre("schema") != nil {
			return lignes
		}
	}
	if len(lignes) > 1 && ouvertes == len(lignes) {
		return lignes
	}
	return []document{entier}
}

func parLigne(entier document) (docs []document) {
	n := entier.ligne
	for l := range bytes.Lines(entier.brut) {
		if l = bytes.TrimSpace(l); len(l) > 0 {
			docs = append(docs, document{brut: l, ligne: n})
		}
		n++
	}
	return docs
}

// lireDocument adds to the reading what one document says, and returns the
// schema that it follows.
func lireDocument(l *app.Lecture, d document) (schema string) {
	racine, mal := d.analyser()
	p := porteDe(racine)
	schema = "JSON"
	if p != nil {
		schema = p.schema
	}
	s := separer(d, racine, p, mal != nil)
	piece := app.Piece{NIR: nirDe(racine), Extrait: s.administratif, Medical: s.medical,
		Du: d.ligne, Au: d.ligne + bytes.Count(d.brut, []byte("\n")), Declaration: sansDeclaration}
	if p != nil {
		piece.Genre = p.genre
	}
	if mal == nil && p == nil {
		mal = refusSchema(racine, d.ligne)
	}
	if mal == nil {
		mal = verifierForme(racine, p)
	}
	if mal == nil {
		o := objet{c: new(controle), n: racine}
		fait := p.lire(o)
		if mal = o.c.refus; mal == nil {
			for i := range o.c.signales {
				l.Anomalies = append(l.Anomalies, o.c.signales[i].anomalie(app.Signalee, nil))
			}
			fait.Genre, fait.Source.Du, fait.Source.Au = p.genre, piece.Du, piece.Au
			piece.Faits = append(piece.Faits, fait)
			l.Pieces = append(l.Pieces, piece)
			return schema
		}
	}
	l.Anomalies = append(l.Anomalies, refuser(mal, s))
	if piece.Medical != nil {
		piece.Extrait = nil // the anomaly keeps it
		l.Pieces = append(l.Pieces, piece)
	}
	return schema
}

// refuser makes the anomaly of a piece that could not be read. Nothing is
// lost: the administrative side is in its extract, the rest is sealed.
func refuser(mal *refus, s cotes) app.Anomalie {
	a := mal.anomalie(app.Illisible, s.administratif)
	if s.administratif == nil {
		a.Phrase += "; " + misSousScelle
	}
	return a
}
