package app

import (
	"accord/dossier"
	v "accord/valeur"
)

// Lecteur reads one file of any known format. It never fails as a whole: what
// it cannot read comes back as anomalies, the rest as pieces.
type Lecteur interface {
	Lire(nom string, contenu []byte) Lecture
}

// Lecture is what a file says.
type Lecture struct {
	Format       string // «DSN P26V01», «accord/aat/1»…
	Test         bool   // test file: shown, never paid
	Pieces       []Piece
	Declarations []Declaration
	Anomalies    []Anomalie
}

// Piece is the part of a file that concerns one person: the unit of
// reception, kept whole, one transaction each.
type Piece struct {
	Genre       dossier.Genre
	NIR         v.NIR
	Extrait     []byte         // the bytes of the piece, without any medical part
	Du, Au      int            // lines of the file, from 1
	Medical     []byte         // sealed for the contrôle médical, never read here; usually nil
	Faits       []dossier.Fait // ConnuLe, Source.Piece and Source.Fichier are filled at reception
	Declaration int            // index in Lecture.Declarations, -1 when there is none
}

// Declaration identifies one declaration of a DSN, so that one which cancels
// or replaces another reaches also the people whom it no longer names.
type Declaration struct {
	Employeur   v.SIRET
	Nature      dossier.Genre
	Mois        v.Jour // monthly only
	Identifiant string // events only
	Ordre       int64
	Annule      bool // voids without replacing (type 04)
	Remplace    bool // replaces the whole (types 03 and 05)
}

// Anomalie says what could not be read, and where.
type Anomalie struct {
	Ligne    int    // from 1, 0 when it concerns the whole file
	Rubrique string // DSN rubric or JSON key
	Trouve   string
	Attendu  string
	Phrase   string // plain French
	Gravite  Gravite
	Extrait  []byte // what was set aside, kept whole; nil when nothing is lost
}

// Gravite says what an anomaly costs.
type Gravite string

const (
	Signalee  Gravite = "signalee"  // nothing is lost
	Ecartee   Gravite = "ecartee"   // the piece is set aside, for a stated reason
	Illisible Gravite = "illisible" // the piece or the file could not be read
)
