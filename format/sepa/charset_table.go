package sepa

// Base letters of the Latin blocks of Unicode, one for each code point, and a
// dot where there is none: the letter is then in equivalents, or has no
// equivalent at all. Drawn from the canonical decompositions of Unicode; for
// the letters without decomposition, from the transliteration table of ICAO
// document 9303 part 3, that of passports.
const (
	debutLatin = 0xC0 // U+00C0 to U+024F

	basesLatin = "" +
		"AAAAAA.CEEEEIIIIDNOOOOOxOUUUUY..aaaaaa.ceeeeiiiidnooooo.ouuuuy.y" + // U+00C0
		"AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIi..JjKkkLlLlLlL" + // U+0100
		"lLlNnNnNn.NnOoOoOo..RrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs" + // U+0140
		"bBBb...CcDDDd.EEEFfGG.IIKkl.MNnOOo..Pp.....tTtTUu.VYyZz........." + // U+0180
		".............AaIiOoUuUuUuUuUueAaAa..GgGgKkOoOo..j...Gg..NnAa..Oo" + // U+01C0
		"AaAaEeEeIiIiOoOoRrRrUuUuSsTt..HhNd..ZzAaEeOoOoOoOoYylntj..ACcLTs" + // U+0200
		"z..BU.EeJjQqRrYy" // U+0240

	debutLatinAdditionnel = 0x1E00 // U+1E00 to U+1EFF

	basesLatinAdditionnel = "" +
		"AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMm" + // U+1E00
		"MmMmNnNnNnNnOoOoOoOoPpPpRrRrRrRrSsSsSsSsSsTtTtTtTtUuUuUuUuUuVvVv" + // U+1E40
		"WwWwWwWwWwXxXxYyZzZzZzhtwyasss..AaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEe" + // U+1E80
		"EeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYy....Yy" // U+1EC0
)

// equivalents gives what needs more than one letter, and the punctuation.
var equivalents = map[rune]string{
	'Æ': "AE", 'æ': "ae", 'Ǽ': "AE", 'ǽ': "ae", 'Ǣ': "AE", 'ǣ': "ae", 'Œ': "OE", 'œ': "oe",
	'Þ': "TH", 'þ': "th", 'ß': "ss", 'ẞ': "SS", 'Ĳ': "IJ", 'ĳ': "ij", 'ŉ': "'n",
	'Ǆ': "DZ", 'ǅ': "Dz", 'ǆ': "dz", 'Ǳ': "DZ", 'ǲ': "Dz", 'ǳ': "dz", 'Ǉ': "LJ", 'ǈ': "Lj", 'ǉ': "lj",
	'Ǌ': "NJ", 'ǋ': "Nj", 'ǌ': "nj", 'ə': "e", 'ﬀ': "ff", 'ﬁ': "fi", 'ﬂ': "fl", 'ﬃ': "ffi", 'ﬄ': "ffl",
	'ª': "a", 'º': "o", '°': "o", '№': "No", '¹': "1", '²': "2", '³': "3", '€': "EUR", '…': "...",

	'’': "'", '‘': "'", '‚': "'", '‛': "'", '“': "'", '”': "'", '„': "'", '‟': "'", '«': "'", '»': "'",
	'‹': "'", '›': "'", 'ʼ': "'", 'ʻ': "'", '′': "'", '″': "'", '´': "'", '`': "'", '"': "'",
	'‐': "-", '‑': "-", '‒': "-", '–': "-", '—': "-", '―': "-", '−': "-", '_': "-", '~': "-",
	'&': "+", ';': ",", '\\': "/", '⁄': "/", '[': "(", ']': ")", '{': "(", '}': ")", '¿': "?",
}
