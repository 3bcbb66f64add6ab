package piece

import (
	"fmt"
	"strings"

	"accord/app"
	"accord/dossier"
	"accord/format/dsn"
	v "accord/valeur"
)

// lireDSN cuts a DSN into one piece for each person of each declaration.
func lireDSN(contenu []byte) app.Lecture {
	envoi, anomalies := dsn.Read(contenu)
	r := &lectureDSN{envoi: envoi, source: indexer(contenu)}
	r.l.Format = "DSN"
	if envoi.Version != "" {
		r.l.Format += " " + envoi.Version
	}
	r.l.Test = envoi.Essai
	for i := range envoi.Declarations {
		r.declaration(&envoi.Declarations[i])
	}
	r.anomalies(anomalies)
	return r.l
}

// lectureDSN is one file being cut.
type lectureDSN struct {
	l      app.Lecture
	envoi  *dsn.Envoi
	source *source

	d      *dsn.Declaration
	rang   int // of d in l.Declarations
	qui    dossier.Employeur
	entete []byte
	deja   map[v.NIR]int // line of each person already met in d
}

var genresDSN = map[dsn.Nature]dossier.Genre{
	dsn.NatureMensuelle: dossier.GenreMensuelle,
	dsn.NatureArret:     dossier.GenreSignalement,
	dsn.NatureReprise:   dossier.GenreReprise,
}

func (r *lectureDSN) declaration(d *dsn.Declaration) {
	genre, ok := genresDSN[d.Nature]
	if !ok {
		r.nonUtilisee(d)
		return
	}
	r.d, r.deja = d, map[v.NIR]int{}
	r.qui = dossier.Employeur{SIRET: d.SIRET(), Nom: r.nomEmployeur()}
	r.entete = r.source.entete(r.envoi, d)
	if !r.declarer(genre) {
		return
	}
	for i := range d.Individus {
		r.individu(&d.Individus[i], genre)
	}
}

// nonUtilisee keeps whole a declaration whose nature serves no daily benefit.
func (r *lectureDSN) nonUtilisee(d *dsn.Declaration) {
	r.noter(app.Anomalie{Ligne: d.Premiere, Rubrique: "S20.G00.05.001", Trouve: string(d.Nature), Attendu: "01, 04 ou 05",
		Phrase:  phraseDSN(d.Premiere, "S20.G00.05.001", "nature "+string(d.Nature)+" reçue, gardée, non utilisée pour l'instant"),
		Gravite: app.Signalee, Extrait: r.source.octets(d.Lignes)})
}

// nomEmployeur is the name of the sender when he declares for himself: no
// rubric names the enterprise.
func (r *lectureDSN) nomEmployeur() string {
	if r.envoi.Emetteur.SIREN == r.d.Entreprise.SIREN {
		return strings.TrimSpace(r.envoi.Emetteur.Nom)
	}
	return ""
}

func (r *lectureDSN) individu(i *dsn.Individu, genre dossier.Genre) {
	p := app.Piece{Genre: genre, NIR: i.NIR, Extrait: r.source.extrait(r.entete, i), Du: i.Premiere, Au: i.Derniere, Declaration: r.rang}
	if deja := r.deja[i.NIR]; deja > 0 {
		r.signaler(i.Premiere, "S21.G00.30.001", i.NIR.String(), "une fois chaque personne par déclaration",
			fmt.Sprintf("la même personne est déjà déclarée à la ligne %d", deja))
	}
	r.deja[i.NIR] = i.Premiere
	switch {
	case r.d.Type == dsn.TypeAnnule: // says nothing of the person, but that nothing is said any more
	case genre == dossier.GenreMensuelle:
		p.Faits = append(p.Faits, r.mensuelle(i))
	default:
		p.Faits = r.evenements(i)
	}
	if r.d.Type != dsn.TypeAnnule {
		p.Faits = append(p.Faits, r.changements(i)...)
	}
	r.l.Pieces = append(r.l.Pieces, p)
}

func (r *lectureDSN) fait(genre dossier.Genre, lignes dsn.Lignes) dossier.Fait {
	return dossier.Fait{Genre: genre, Source: dossier.Source{Du: lignes.Premiere, Au: lignes.Derniere}}
}

func identite(i *dsn.Individu) dossier.Identite {
	return dossier.Identite{NomNaissance: i.NomFamille, NomUsage: i.NomUsage, Prenoms: i.Prenoms, Naissance: i.Naissance, CodePostal: i.CodePostal}
}
