package store

import (
	"crypto/cipher"
	"crypto/rand"
	"encoding/json"
	"fmt"

	"accord/app"
)

// A sealed value is one byte of version, then what AES-256-GCM gives: nonce,
// content, tag. It is bound to its place (table and key of the row): moved
// elsewhere, it does not open.
const versionSceau = 1

// Formats of the content inside the seal.
const (
	contenuBrut byte = 0 // the bytes themselves
	contenuJSON byte = 1 // encoding/json
)

// lieu is the place of a sealed value in the base.
type lieu struct{ colonne, cle string }

func (l lieu) donnees() []byte { return []byte(l.colonne + "\x00" + l.cle) }

// sceller seals bytes for one place.
func sceller(a cipher.AEAD, l lieu, contenu []byte) []byte {
	return scellerFormat(a, l, contenuBrut, contenu)
}

// scellerJSON seals a value for one place.
func scellerJSON(a cipher.AEAD, l lieu, valeur any) ([]byte, error) {
	contenu, err := json.Marshal(valeur)
	if err != nil {
		return nil, fmt.Errorf("%s %s : %w", l.colonne, l.cle, err)
	}
	return scellerFormat(a, l, contenuJSON, contenu), nil
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
	return descellerFormat(a, l, contenuBrut, scelle)
}

// descellerJSON opens a value sealed by [scellerJSON].
func descellerJSON(a cipher.AEAD, l lieu, scelle []byte, valeur any) error {
	contenu, err := descellerFormat(a, l, contenuJSON, scelle)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(contenu, valeur); err != nil {
		return fmt.Errorf("%s %s : contenu illisible : %w", l.colonne, l.cle, err)
	}
	return nil
}

func descellerFormat(a cipher.AEAD, l lieu, format byte, scelle []byte) ([]byte, error) {
	if scelle == nil {
		return nil, app.ErrEfface
	}
	if len(scelle) == 0 || scelle[0] != versionSceau {
		return nil, fmt.Errorf("%s %s : ce n'est pas un sceau de version %d", l.colonne, l.cle, versionSceau)
	}
	clair, err := a.Open(nil, nil, scelle[1:], l.donnees())
	if err != nil {
		return nil, fmt.Errorf("%s %s : le sceau est rompu, le contenu a été altéré", l.colonne, l.cle)
	}
	if len(clair) == 0 || clair[0] != format {
		return nil, fmt.Errorf("%s %s : le contenu n'est pas de format %d", l.colonne, l.cle, format)
	}
	return clair[1:], nil
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
