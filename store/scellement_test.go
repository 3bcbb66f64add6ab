package store

import (
	"bytes"
	"errors"
	"testing"

	"accord/app"

	"pgregory.net/rapid"
)

func TestSceller(t *testing.T) {
	k, err := nouveauCoffre(clesEssai())
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		contenu := rapid.OneOf(
			rapid.SliceOf(rapid.Byte()),
			rapid.Custom(func(t *rapid.T) []byte { // long enough to be deflated
				motif := rapid.SliceOfN(rapid.Byte(), 1, 40).Draw(t, "motif")
				return bytes.Repeat(motif, longueurReduite/len(motif)+rapid.IntRange(0, 3).Draw(t, "plus"))
			}),
			rapid.SliceOfN(rapid.Byte(), longueurReduite, 600), // long, and not worth it
		).Draw(t, "contenu")
		l := lieu{rapid.String().Draw(t, "colonne"), rapid.String().Draw(t, "clé")}
		scelle := sceller(k.caisse, l, contenu)
		if clair, err := desceller(k.caisse, l, scelle); err != nil || !bytes.Equal(clair, contenu) {
			t.Fatalf("%x, %v", clair, err)
		}
		if bytes.Equal(scelle, sceller(k.caisse, l, contenu)) {
			t.Fatal("deux fois le même sceau")
		}
		if _, err := desceller(k.emballage, l, scelle); err == nil {
			t.Fatal("une autre clé ouvre")
		}
		if _, err := desceller(k.caisse, lieu{l.colonne, l.cle + "x"}, scelle); err == nil {
			t.Fatal("s'ouvre ailleurs")
		}
		if err := descellerJSON(k.caisse, l, scelle, &contenu); err == nil {
			t.Fatal("un contenu brut s'ouvre comme du JSON")
		}
		i := rapid.IntRange(0, len(scelle)-1).Draw(t, "octet")
		scelle[i] ^= 1 << rapid.IntRange(0, 7).Draw(t, "bit")
		if _, err := desceller(k.caisse, l, scelle); err == nil {
			t.Fatalf("l'octet %d altéré, le contenu s'ouvre", i)
		}
		if _, err := desceller(k.caisse, l, scelle[:i]); err == nil {
			t.Fatal("tronqué, le contenu s'ouvre")
		}
	})
	long := bytes.Repeat([]byte("S21.G00.30.001,'1850578006048'\n"), 60)
	if n := len(sceller(k.caisse, lieu{}, long)); n > len(long)/4 {
		t.Errorf("%d octets scellés pour %d", n, len(long))
	}
	if _, err := desceller(k.caisse, lieu{}, nil); !errors.Is(err, app.ErrEfface) {
		t.Errorf("erreur «%v»", err)
	}
}
