package web

import (
	_ "embed"
	"errors"
	"io"
	"maps"
	"mime"
	"net/http"
	"slices"
	"strings"
)

// tailleCas bounds the body of a case.
const tailleCas = 1 << 20

//go:embed openapi.json
var documentOpenAPI []byte

// calculer answers one case of the public contract. Nothing of it is kept.
func (s *site) calculer(w http.ResponseWriter, r *http.Request) error {
	if t, p, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || t != "application/json" || !utf8Annonce(p["charset"]) {
		return &faute{
			statut: http.StatusUnsupportedMediaType, titre: "Type de contenu refusé",
			phrase: "Le cas s'envoie en JSON, encodé en UTF-8, avec l'en-tête Content-Type: application/json.",
		}
	}
	cas, err := io.ReadAll(http.MaxBytesReader(w, r.Body, tailleCas))
	if err != nil {
		var trop *http.MaxBytesError
		if errors.As(err, &trop) {
			return &faute{statut: http.StatusRequestEntityTooLarge, titre: "Cas trop volumineux", phrase: "Un cas ne dépasse pas un mébioctet (1 048 576 octets). Pour plusieurs cas, envoyez-les un par un."}
		}
		return &faute{statut: http.StatusBadRequest, titre: "Envoi interrompu", phrase: "Le cas n'a pas été reçu en entier.", cause: err}
	}
	resultat, err := s.options.Calculer(cas)
	var refus Refus
	if errors.As(err, &refus) {
		cle, attendu, phrase := refus.Refus()
		return &faute{statut: http.StatusUnprocessableEntity, titre: "Cas refusé", phrase: phrase, cle: cle, attendu: attendu}
	}
	if err != nil {
		return err
	}
	ecrireCorps(w, "application/json", http.StatusOK, resultat)
	return nil
}

func utf8Annonce(charset string) bool { return charset == "" || strings.EqualFold(charset, "utf-8") }

// schema serves one published JSON Schema.
func (s *site) schema(w http.ResponseWriter, r *http.Request) error {
	texte, ok := s.options.Schemas[r.PathValue("nom")]
	if !ok {
		noms := slices.Sorted(maps.Keys(s.options.Schemas))
		return &faute{statut: http.StatusNotFound, titre: "Schéma introuvable", phrase: "Aucun schéma ne porte ce nom. Schémas publiés : " + strings.Join(noms, ", ") + "."}
	}
	ecrireCorps(w, "application/schema+json", http.StatusOK, []byte(texte))
	return nil
}

// openapi serves the description of the API.
func (s *site) openapi(w http.ResponseWriter, _ *http.Request) error {
	ecrireCorps(w, "application/json", http.StatusOK, documentOpenAPI)
	return nil
}
