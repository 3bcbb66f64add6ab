package suivi

import (
	"strings"
	"unicode/utf8"
)

// Clore ends with a full stop what someone typed, unless it ends as a sentence already: «Pourquoi
// si tard ?» stays as it is.
func Clore(mots string) string {
	mots = strings.TrimRight(strings.TrimSpace(mots), " ,;:\u00a0\u202f")
	if fin, _ := utf8.DecodeLastRuneInString(mots); strings.ContainsRune(".!?…", fin) {
		return mots
	}
	return mots + "."
}
