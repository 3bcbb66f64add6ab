package parametre

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
)

// Version identifies the values and the readings of a table: twelve characters
// that change with any of them. Orders carry it, so that what was paid stays
// tied to the rules that paid it.
func (t *Table) Version() string {
	h := sha256.New()
	for _, l := range t.Lignes() {
		fmt.Fprintln(h, l.Code, l.Du, l.Au, l.Valeur)
	}
	for _, l := range t.Lectures() {
		fmt.Fprintln(h, l.Point, l.Defaut)
	}
	return hex.EncodeToString(h.Sum(nil))[:12]
}
