package droit

import "accord/parametre"

// Lire returns the reading of an uncertain point on which a case depends, and
// leaves its warning.
func (r *Resultat) Lire(o *Options, p *parametre.Table, point parametre.Point) string {
	l := p.Lecture(point)
	r.Aviser(l.Point, l.Phrase)
	return o.Lecture(l.Point, l.Defaut)
}

// Choisie returns the reading of an uncertain point without a warning, where it
// is not yet known whether the case depends on it.
func (o *Options) Choisie(p *parametre.Table, point parametre.Point) string {
	l := p.Lecture(point)
	return o.Lecture(l.Point, l.Defaut)
}
