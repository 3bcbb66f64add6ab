package store

import (
	"crypto/rand"
	"slices"
	"strings"
)

// NouveauJeton draws the token of an agent: 128 bits and more, in letters and digits
// that are not mistaken for each other, by groups of four.
func NouveauJeton() string {
	var groupes []string
	for g := range slices.Chunk([]byte(rand.Text()), 4) {
		groupes = append(groupes, string(g))
	}
	return strings.Join(groupes, "-")
}
