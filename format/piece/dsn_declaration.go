package piece

import (
	"cmp"

	"accord/app"
	"accord/dossier"
	"accord/format/dsn"
)

// declarer identifies the declaration, and what it cancels or replaces. A
// monthly one is known by its month, an event by its identifier: without one,
// «cancel» would reach every event of the employer that has none.
func (r *lectureDSN) declarer(genre dossier.Genre) bool {
	d := r.d
	r.rang = len(r.l.Declarations)
	decl := app.Declaration{Employeur: r.qui.SIRET, Nature: genre, Mois: d.Mois, Ordre: d.NumeroOrdre,
		Annule: d.Type == dsn.TypeAnnule, Remplace: d.Type.Remplace() && d.Type != dsn.TypeAnnule}
	if genre == dossier.GenreMensuelle {
		r.l.Declarations = append(r.l.Declarations, decl)
		return true
	}
	decl.Identifiant = d.IdentifiantMetier
	switch {
	case decl.Annule:
		decl.Identifiant = cmp.Or(d.Remplacee, d.IdentifiantMetier)
		if decl.Identifiant == "" {
			r.sansIdentifiant("on ne sait pas quel signalement annuler, la déclaration est mise de côté", app.Ecartee, r.source.octets(d.Lignes))
			return false
		}
	case decl.Remplace && decl.Identifiant == "":
		decl.Remplace = false
		if d.Remplacee == "" {
			r.sansIdentifiant("on ne sait pas quel signalement remplacer, celui-ci est pris comme un signalement de plus", app.Signalee, nil)
		}
	}
	r.l.Declarations = append(r.l.Declarations, decl)
	if d.Type.Remplace() && !decl.Annule && d.Remplacee != "" && d.Remplacee != d.IdentifiantMetier {
		decl.Identifiant, decl.Annule, decl.Remplace = d.Remplacee, true, false
		r.l.Declarations = append(r.l.Declarations, decl) // the event that this one replaces bore another identifier
	}
	return true
}

func (r *lectureDSN) sansIdentifiant(remarque string, g app.Gravite, extrait []byte) {
	const rubrique = "S20.G00.05.009"
	r.noter(app.Anomalie{Ligne: r.d.Premiere, Rubrique: rubrique, Trouve: "rien", Attendu: "l'identifiant métier du signalement visé",
		Phrase:  phraseDSN(r.d.Premiere, rubrique, "ni identifiant métier ni identifiant de la déclaration remplacée : "+remarque),
		Gravite: g, Extrait: extrait})
}
