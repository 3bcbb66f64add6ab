package web

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"mime"
	"net/http"
	"path"
	"time"
)

//go:embed static
var fichiersStatiques embed.FS

// statique is one embedded asset and its validator.
type statique struct {
	contenu []byte
	etag    string
}

var statiques = lireStatiques()

func lireStatiques() map[string]statique {
	entrees, err := fichiersStatiques.ReadDir("static")
	if err != nil {
		panic("web: " + err.Error())
	}
	m := make(map[string]statique, len(entrees))
	for _, e := range entrees {
		b, err := fichiersStatiques.ReadFile("static/" + e.Name())
		if err != nil {
			panic("web: " + err.Error())
		}
		h := sha256.Sum256(b)
		m[e.Name()] = statique{b, `"` + hex.EncodeToString(h[:8]) + `"`}
	}
	return m
}

// servirStatique serves an asset. Browsers keep it and ask each time whether it
// changed: an update of the product is seen at once.
func servirStatique(w http.ResponseWriter, r *http.Request) {
	nom := r.PathValue("nom")
	f, ok := statiques[nom]
	if !ok {
		http.Error(w, "Fichier introuvable.", http.StatusNotFound)
		return
	}
	w.Header().Set("Cache-Control", "no-cache")
	w.Header().Set("ETag", f.etag)
	if t := mime.TypeByExtension(path.Ext(nom)); t != "" {
		w.Header().Set("Content-Type", t)
	}
	http.ServeContent(w, r, nom, time.Time{}, bytes.NewReader(f.contenu))
}
