package piece

import (
	"bytes"
	"cmp"
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
	var fautes []refus
	if mal != nil {
		fautes = []refus{*mal}
	} else {
		forme := verifierForme(racine, p)
		o := objet{c: &controle{refus: slices.Clip(forme)}, n: racine}
		fait := p.lire(o)
		if fautes = o.c.refus; len(fautes) == 0 {
			for i := range o.c.signales {
				l.Anomalies = append(l.Anomalies, o.c.signales[i].anomalie(app.Signalee, nil))
			}
			fait.Genre, fait.Source.Du, fait.Source.Au = p.genre, piece.Du, piece.Au
			piece.Faits = append(piece.Faits, fait)
			l.Pieces = append(l.Pieces, piece)
			return schema
		}
		if s.administratif == nil {
			taire(fautes[len(forme):])
		}
	}
	l.Anomalies = append(l.Anomalies, refuser(fautes, s)...)
	if piece.Medical != nil {
		piece.Extrait = nil // the anomaly keeps it
		l.Pieces = append(l.Pieces, piece)
	}
	return schema
}

// fautesMax is how many faults of one piece are told: a file may be nothing else.
const fautesMax = 20

// refuser makes the anomalies of a piece that could not be read, one a fault, in the order
// of the piece. Nothing is lost: the administrative side is in the extract of the first, the
// rest is sealed; the others lose nothing more.
func refuser(fautes []refus, s cotes) []app.Anomalie {
	slices.SortStableFunc(fautes, func(a, b refus) int { return cmp.Compare(a.ligne, b.ligne) })
	as := make([]app.Anomalie, min(len(fautes), fautesMax))
	for i := range as {
		as[i] = fautes[i].anomalie(app.Signalee, nil)
	}
	as[0].Gravite, as[0].Extrait = app.Illisible, s.administratif
	if s.administratif == nil {
		as[0].Phrase += "; " + misSousScelle
	}
	return as
}

// taire takes what was found out of the faults of a document that is sealed whole: a
// diagnosis may have been written in any of its values.
func taire(fautes []refus) {
	for i := range fautes {
		f := &fautes[i]
		f.trouve, f.phrase = "une valeur refusée", f.cle+": valeur absente ou refusée; attendu: "+f.attendu
	}
}
