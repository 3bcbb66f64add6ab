package store

import (
	"crypto/ecdh"
	"crypto/hpke"
	"errors"
	"fmt"
)

// The medical side of a piece is closed by HPKE (RFC 9180: X25519,
// HKDF-SHA-256, AES-256-GCM), anonymously: whoever holds the base and its keys
// cannot open it, only the contrôle médical can.

var errSansControleMedical = errors.New("la clé publique du contrôle médical n'est pas renseignée : un volet médical ne peut pas être conservé")

func infoVolet(piece string) []byte { return []byte("accord/volet-medical/1/" + piece) }

func (k *coffre) fermerVolet(piece string, contenu []byte) ([]byte, error) {
	if k.medical == nil {
		return nil, errSansControleMedical
	}
	return hpke.Seal(k.medical, hpke.HKDFSHA256(), hpke.AES256GCM(), infoVolet(piece), contenu)
}

// OuvrirVolet opens the medical side of a piece, given by its hash, with the
// private key of the contrôle médical (X25519, 32 bytes). It is for its own
// tools: the administrative side never holds that key.
func OuvrirVolet(privee []byte, piece string, boite []byte) ([]byte, error) {
	cle, err := hpke.DHKEM(ecdh.X25519()).NewPrivateKey(privee)
	if err != nil {
		return nil, fmt.Errorf("clé privée du contrôle médical : %w", err)
	}
	contenu, err := hpke.Open(cle, hpke.HKDFSHA256(), hpke.AES256GCM(), infoVolet(piece), boite)
	if err != nil {
		return nil, errors.New("volet médical : ce n'est pas la bonne clé, ou le contenu a été altéré")
	}
	return contenu, nil
}
