package dsn

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// The norm wants ISO-8859-1. Two other habits are met and read: the letters
// that Windows puts in the range 0x80 to 0x9F, where ISO-8859-1 has none, and
// files wholly in UTF-8, which are signalled.

const windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ"

var lettresWindows = []rune(windows1252)

const marqueUTF8 = "\xef\xbb\xbf"

// decoderLatin returns the text of bytes in ISO-8859-1.
func decoderLatin(s string) string {
	if estASCII(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + len(s)/4)
	for i := range len(s) {
		switch c := s[i]; {
		case c >= 0x80 && c < 0xa0:
			b.WriteRune(lettresWindows[c-0x80])
		default:
			b.WriteRune(rune(c))
		}
	}
	return b.String()
}

func estASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// ressembleUTF8 reports whether the text has accents that are all written in
// UTF-8 and all exist in the charset of the norm. French words in ISO-8859-1
// never look so: no accented letter is followed by a byte 0x80 to 0xBF.
func ressembleUTF8(s string) bool {
	accents := false
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if n == 1 || r > 0xff && !strings.ContainsRune(windows1252, r) {
			return false
		}
		accents = true
		i += n
	}
	return accents
}

// encoderLatin appends s in ISO-8859-1, and refuses what it cannot write: any
// other character, and the controls, which would break the lines.
func encoderLatin(b []byte, s string) ([]byte, error) {
	for _, r := range s {
		if r < ' ' || r >= 0x7f && r < 0xa0 || r > 0xff {
			return b, fmt.Errorf("le caractère « %c » (U+%04X) n'existe pas en ISO-8859-1", r, r)
		}
		b = append(b, byte(r))
	}
	return b, nil
}
