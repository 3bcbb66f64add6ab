package web

import "bytes"

const insecable = "\u00a0"

// brut are the elements whose text is kept as it came: what a file says, what someone typed.
var brut = [][]byte{[]byte("<code"), []byte("<textarea")}

// typographier keeps together what French typography does: «1 234,56 €», «60 %», what comes before a double sign and inside
// quotation marks. Only the text of a page is touched, never an attribute nor what is quoted as it came.
func typographier(page []byte) []byte {
	b := make([]byte, 0, len(page)+len(page)/16)
	for len(page) > 0 {
		texte := page
		if i := bytes.IndexByte(page, '<'); i >= 0 {
			texte = page[:i]
		}
		b = lier(b, texte)
		page = page[len(texte):]
		n := finBalise(page)
		b, page = append(b, page[:n]...), page[n:]
	}
	return b
}

// finBalise gives the length of the tag at the head of a page, and of all that it holds when its text is kept as it came.
func finBalise(page []byte) int {
	n := bytes.IndexByte(page, '>') + 1
	for _, x := range brut {
		if bytes.HasPrefix(page, x) {
			n += max(0, bytes.Index(page[n:], append([]byte("</"), x[1:]...)))
		}
	}
	if n == 0 {
		return len(page)
	}
	return n
}

// lier writes a text, its spaces made unbreakable where a line must not end.
func lier(b, texte []byte) []byte {
	for i := range texte {
		if texte[i] == ' ' && (tient(texte[i+1:]) || bytes.HasSuffix(texte[:i], []byte("«")) || milliers(texte, i)) {
			b = append(b, insecable...)
			continue
		}
		b = append(b, texte[i])
	}
	return b
}

// tient reports whether what follows a space stays with what comes before it.
func tient(suite []byte) bool {
	for _, signe := range []string{"€", "%", ":", ";", "?", "!", "»"} {
		if bytes.HasPrefix(suite, []byte(signe)) {
			return true
		}
	}
	return false
}

// milliers reports whether a space stands between the thousands of a number.
func milliers(texte []byte, i int) bool {
	chiffre := func(k int) bool { return k >= 0 && k < len(texte) && texte[k] >= '0' && texte[k] <= '9' }
	return chiffre(i-1) && chiffre(i+1) && chiffre(i+2) && chiffre(i+3) && !chiffre(i+4)
}
