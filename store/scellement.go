package store

import (
	"bytes"
	"crypto/cipher"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"sync"

	jsonrapide "github.com/go-json-experiment/json"
	"github.com/klauspost/compress/flate"

	"accord/app"
)

// A sealed value is one byte of version, then what AES-256-GCM gives: nonce,
// content, tag. It is bound to its place (table and key of the row): moved
// elsewhere, it does not open.
const versionSceau = 1

// Formats of the content inside the seal.
const (
	contenuBrut   byte = 0 // the bytes themselves
	contenuJSON   byte = 1 // encoding/json
	contenuReduit byte = 2 // the bytes, deflated
)

// lieu is the place of a sealed value in the base.
type lieu struct{ colonne, cle string }

func (l lieu) donnees() []byte { return []byte(l.colonne + "\x00" + l.cle) }

// sceller seals bytes for one place; long ones are deflated first.
func sceller(a cipher.AEAD, l lieu, contenu []byte) []byte {
	if reduit := reduire(contenu); reduit != nil {
		return scellerFormat(a, l, contenuReduit, reduit)
	}
	return scellerFormat(a, l, contenuBrut, contenu)
}

// scellerJSON seals a value for one place.
func scellerJSON(a cipher.AEAD, l lieu, valeur any) ([]byte, error) {
	_, scelle, err := ecrireJSON(a, l, valeur)
	return scelle, err
}

// ecrireJSON seals a value for one place, and gives what it sealed too.
func ecrireJSON(a cipher.AEAD, l lieu, valeur any) (clair, scelle []byte, err error) {
	if clair, err = json.Marshal(valeur); err != nil {
		return nil, nil, fmt.Errorf("%s %s : %w", l.colonne, l.cle, err)
	}
	return clair, scellerFormat(a, l, contenuJSON, clair), nil
}

func scellerFormat(a cipher.AEAD, l lieu, format byte, contenu []byte) []byte {
	clair := append(append(make([]byte, 0, 1+len(contenu)), format), contenu...)
	scelle := make([]byte, 1, 1+a.Overhead()+len(clair))
	scelle[0] = versionSceau
	return a.Seal(scelle, nil, clair, l.donnees())
}

// desceller opens a value sealed by [sceller]. A blanked value gives
// [app.ErrEfface].
func desceller(a cipher.AEAD, l lieu, scelle []byte) ([]byte, error) {
	format, contenu, err := descellerFormat(a, l, scelle)
	switch {
	case err != nil:
		return nil, err
	case format == contenuBrut:
		return contenu, nil
	case format == contenuReduit:
		contenu, err = io.ReadAll(flate.NewReader(bytes.NewReader(contenu)))
		if err != nil {
			return nil, fmt.Errorf("%s %s : contenu illisible : %w", l.colonne, l.cle, err)
		}
		return contenu, nil
	}
	return nil, fmt.Errorf("%s %s : contenu de format %d inattendu", l.colonne, l.cle, format)
}

// descellerJSON opens a value sealed by [scellerJSON].
func descellerJSON(a cipher.AEAD, l lieu, scelle []byte, valeur any) error {
	format, contenu, err := descellerFormat(a, l, scelle)
	if err != nil {
		return err
	}
	if format != contenuJSON {
		return fmt.Errorf("%s %s : contenu de format %d inattendu", l.colonne, l.cle, format)
	}
	return lireJSON(l, contenu, valeur)
}

func lireJSON(l lieu, contenu []byte, valeur any) error {
	if err := jsonrapide.Unmarshal(contenu, valeur); err != nil {
		return fmt.Errorf("%s %s : contenu illisible : %w", l.colonne, l.cle, err)
	}
	return nil
}

func descellerFormat(a cipher.AEAD, l lieu, scelle []byte) (format byte, contenu []byte, err error) {
	if scelle == nil {
		return 0, nil, app.ErrEfface
	}
	if len(scelle) == 0 || scelle[0] != versionSceau {
		return 0, nil, fmt.Errorf("%s %s : ce n'est pas un sceau de version %d", l.colonne, l.cle, versionSceau)
	}
	clair, err := a.Open(nil, nil, scelle[1:], l.donnees())
	if err != nil || len(clair) == 0 {
		return 0, nil, fmt.Errorf("%s %s : le sceau est rompu, le contenu a été altéré", l.colonne, l.cle)
	}
	return clair[0], clair[1:], nil
}

// longueurReduite is the length from which deflating is worth its time: the
// extracts of files, that are kept for years and seldom read, take a quarter
// of the room.
const longueurReduite = 512

var reducteurs = sync.Pool{New: func() any {
	w, _ := flate.NewWriter(nil, flate.BestSpeed) // fails only for an unknown level
	return w
}}

// reduire deflates, and gives nil when it is not worth it.
func reduire(contenu []byte) []byte {
	if len(contenu) < longueurReduite {
		return nil
	}
	var b bytes.Buffer
	w := reducteurs.Get().(*flate.Writer)
	defer reducteurs.Put(w)
	w.Reset(&b)
	_, err := w.Write(contenu)
	if err := errors.Join(err, w.Close()); err != nil || b.Len() >= len(contenu) {
		return nil
	}
	return b.Bytes()
}

// nouvelleClePersonne makes the key of a person, and its wrapping.
func (k *coffre) nouvelleClePersonne(id string) (cipher.AEAD, []byte, error) {
	cle := make([]byte, tailleCle)
	rand.Read(cle)
	a, err := nouvelAEAD(cle)
	return a, sceller(k.emballage, lieu{"cles_personnes", id}, cle), err
}

// clePersonne unwraps the key of a person.
func (k *coffre) clePersonne(id string, enveloppe []byte) (cipher.AEAD, error) {
	cle, err := desceller(k.emballage, lieu{"cles_personnes", id}, enveloppe)
	if err != nil {
		return nil, err
	}
	return nouvelAEAD(cle)
}
