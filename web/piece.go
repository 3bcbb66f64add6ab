package web

import (
	"mime"
	"net/http"
	"strings"
	"unicode/utf8"

	"accord/app"
	"accord/clock"
	"accord/dossier"
	"accord/libelle"
)

// pagePiece is the extract of a file that concerns the person.
type pagePiece struct {
	Genre     string
	Fichier   string
	Lignes    string
	RecuLe    string
	Empreinte string
	Test      bool
	Joint     string // address of the file, when an agent attached it
	Debut     int    // number of the first line
	Texte     []string
}

// piece shows the extract of a piece, line by line, as it was received.
func (s *site) piece(w http.ResponseWriter, r *http.Request) error {
	_, vue, err := s.ouvrir(r)
	if err != nil {
		return err
	}
	p := chercherPiece(vue, r.PathValue("empreinte"))
	if p == nil {
		return errAbsent
	}
	contenu := &pagePiece{
		Genre: majuscule(libelle.Piece(p.Genre)), Fichier: p.NomFichier, Lignes: libelle.Lignes(p.Du, p.Au), RecuLe: clock.Texte(p.RecuLe),
		Empreinte: p.Empreinte, Test: p.Test, Debut: max(p.Du, 1), Texte: lignesDe(p.Extrait),
	}
	if p.Genre == dossier.GenreJointe {
		contenu.Joint, contenu.Texte = r.URL.Path+"/fichier", nil
	}
	nom := nomDe(&vue.Calcul.Situation.Identite)
	page := s.nouvellePage(contenu.Genre+", dossier de "+nom, lien{"Dossiers", "/"}, lien{nom, "/dossiers/" + r.PathValue("id")})
	page.Ici, page.Contenu = contenu.Genre, contenu
	return s.ecrire(w, http.StatusOK, "piece", page)
}

// fichierJoint gives back a file that an agent attached, to be kept and opened
// elsewhere: nothing of it runs in the desk.
func (s *site) fichierJoint(w http.ResponseWriter, r *http.Request) error {
	_, vue, err := s.ouvrir(r)
	if err != nil {
		return err
	}
	p := chercherPiece(vue, r.PathValue("empreinte"))
	if p == nil || p.Genre != dossier.GenreJointe {
		return errAbsent
	}
	w.Header().Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": p.NomFichier}))
	ecrireCorps(w, "application/octet-stream", http.StatusOK, p.Extrait)
	return nil
}

func chercherPiece(vue *app.Vue, empreinte string) *app.PieceRecue {
	for i := range vue.Pieces {
		if vue.Pieces[i].Empreinte == empreinte {
			return &vue.Pieces[i]
		}
	}
	return nil
}

// lignesDe splits an extract. What is not UTF-8 is read as ISO-8859-1, the
// alphabet of the DSN.
func lignesDe(b []byte) []string {
	texte := string(b)
	if !utf8.Valid(b) {
		runes := make([]rune, len(b))
		for i, c := range b {
			runes[i] = rune(c)
		}
		texte = string(runes)
	}
	texte = strings.ReplaceAll(texte, "\r\n", "\n")
	return strings.Split(strings.TrimRight(texte, "\n"), "\n")
}
