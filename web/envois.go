package web

import (
	"cmp"
	"slices"

	"accord/app"
	"accord/clock"
	"accord/libelle"
)

// envoi is a piece received, in a list.
type envoi struct {
	Genre   string
	RecuLe  string
	Fichier string
	Lignes  string
	Test    bool
	Href    string
}

// recus lists the pieces of a person, the latest first.
func recus(ps []app.PieceRecue, adresse func(empreinte string) string) []envoi {
	ps = slices.Clone(ps)
	slices.SortStableFunc(ps, func(a, b app.PieceRecue) int { return cmp.Compare(b.RecuLe, a.RecuLe) })
	es := make([]envoi, len(ps))
	for i := range ps {
		p := &ps[i]
		es[i] = envoi{Genre: libelle.Piece(p.Genre), RecuLe: clock.Texte(p.RecuLe), Fichier: p.NomFichier, Lignes: libelle.Lignes(p.Du, p.Au), Test: p.Test, Href: adresse(p.Empreinte)}
	}
	return es
}

// courrier is a message sent.
type courrier struct {
	Le, A, Objet, Corps string // A: «à l'assuré»
}

// courriers lists messages, the latest first.
func courriers(ms []app.Message, nommer func(code string) string) []courrier {
	ms = slices.Clone(ms)
	slices.SortStableFunc(ms, func(a, b app.Message) int { return cmp.Compare(b.Le, a.Le) })
	cs := make([]courrier, len(ms))
	for i, m := range ms {
		cs[i] = courrier{Le: clock.Texte(m.Le), A: nommer(m.A), Objet: m.Objet, Corps: m.Corps}
	}
	return cs
}
