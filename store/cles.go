package store

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/ecdh"
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/hpke"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"log/slog"

	v "accord/valeur"
)

// tailleCle is the length of every key, in bytes.
const tailleCle = 32

// Cles are the keys with which a base is sealed.
type Cles struct {
	maitre  []byte
	medical []byte
}

// ErrAutreCle is returned when a base was sealed with another key.
var ErrAutreCle = errors.New("la base a été scellée avec une autre clé")

// NouvellesCles checks and holds the master key of a caisse (32 bytes) and the
// public key of its contrôle médical (X25519, 32 bytes; nil when it has none,
// and then no medical content can be kept).
func NouvellesCles(maitre, medical []byte) (Cles, error) {
	if len(maitre) != tailleCle {
		return Cles{}, fmt.Errorf("clé maîtresse : %d octets trouvés, %d attendus", len(maitre), tailleCle)
	}
	if medical != nil {
		if _, err := hpke.DHKEM(ecdh.X25519()).NewPublicKey(medical); err != nil {
			return Cles{}, fmt.Errorf("clé publique du contrôle médical : %d octets trouvés, 32 attendus (X25519)", len(medical))
		}
	}
	return Cles{maitre, medical}, nil
}

// String hides the keys, so that no log shows them.
func (Cles) String() string { return "clés (masquées)" }

// GoString hides the keys.
func (c Cles) GoString() string { return c.String() }

// LogValue hides the keys.
func (c Cles) LogValue() slog.Value { return slog.StringValue(c.String()) }

// coffre holds what is derived from the keys: each use has its own key.
type coffre struct {
	caisse      cipher.AEAD // seals what belongs to nobody
	emballage   cipher.AEAD // wraps the keys of people
	index       []byte      // HMAC of numbers
	identifiant []byte      // HMAC that names people
	session     []byte      // HMAC of the sessions of the desk
	medical     hpke.PublicKey
}

func nouveauCoffre(c Cles) (*coffre, error) {
	if _, err := NouvellesCles(c.maitre, c.medical); err != nil {
		return nil, err
	}
	var erreurs []error
	deriver := func(usage string) []byte {
		cle, err := hkdf.Key(sha256.New, c.maitre, nil, "accord/"+usage+"/1", tailleCle)
		erreurs = append(erreurs, err)
		return cle
	}
	aead := func(cle []byte) cipher.AEAD {
		a, err := nouvelAEAD(cle)
		erreurs = append(erreurs, err)
		return a
	}
	k := &coffre{
		caisse: aead(deriver("caisse")), emballage: aead(deriver("emballage")),
		index: deriver("index-nir"), identifiant: deriver("identifiant"), session: deriver("session"),
	}
	if c.medical != nil {
		publique, err := hpke.DHKEM(ecdh.X25519()).NewPublicKey(c.medical)
		k.medical = publique
		erreurs = append(erreurs, err)
	}
	return k, errors.Join(erreurs...)
}

// nouvelAEAD is AES-256-GCM with a random nonce put before what it seals.
func nouvelAEAD(cle []byte) (cipher.AEAD, error) {
	bloc, err := aes.NewCipher(cle)
	if err != nil {
		return nil, err
	}
	return cipher.NewGCMWithRandomNonce(bloc)
}

// indexNIR is what the base keeps of a number to compare it: it reveals
// nothing without the key.
func (k *coffre) indexNIR(nir v.NIR) []byte {
	h := hmac.New(sha256.New, k.index)
	h.Write([]byte(nir.Clair()))
	return h.Sum(nil)
}

// Letters and digits that are not mistaken for one another (Crockford).
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

// identifier names the person of a number: sixty bits, twelve characters. The
// people of test files have names of their own. The generation grows when a
// person whose content was erased comes back: what comes then belongs to a new
// person of the base, with a new chain.
func (k *coffre) identifier(nir v.NIR, essai bool, generation uint64) string {
	h := hmac.New(sha256.New, k.identifiant)
	h.Write([]byte(nir.Clair()))
	if essai {
		h.Write([]byte("/essai"))
	}
	h.Write(binary.BigEndian.AppendUint64(nil, generation))
	bits := binary.BigEndian.Uint64(h.Sum(nil))
	id := make([]byte, 12)
	for i := range id {
		id[i] = alphabet[bits>>59]
		bits <<= 5
	}
	return string(id)
}

// CleSession is the key with which the desk signs its sessions.
func (s *Store) CleSession() []byte { return s.coffre.session }
