package sim

import (
	"bytes"

	v "accord/valeur"
)

// These make of a good document what no writer would write.

// fausserCle changes the key of the NIR of a JSON document.
func fausserCle(doc []byte) []byte {
	const avant = `"nir":"`
	doc = bytes.Clone(doc)
	cle := doc[bytes.Index(doc, []byte(avant))+len(avant)+13:]
	cle[1] = '0' + (cle[1]-'0'+1)%10
	return doc
}

// fausserDate gives the avis a last day that no calendar has.
func fausserDate(doc []byte) []byte {
	const avant = `"fin":"`
	doc = bytes.Clone(doc)
	copy(doc[bytes.Index(doc, []byte(avant))+len(avant)+5:], "02-31")
	return doc
}

// fausserIBAN changes the last figure of an account.
func fausserIBAN(doc []byte, compte v.IBAN) []byte {
	faux := []byte(compte.Clair())
	fin := &faux[len(faux)-1]
	*fin = '0' + (*fin-'0'+1)%10
	return bytes.Replace(doc, []byte(compte.Clair()), faux, 1)
}

// brouiller makes the line of the last day worked unreadable.
func brouiller(fichier []byte) []byte {
	const ligne = "S21.G00.60.002,"
	return bytes.Replace(fichier, []byte(ligne), []byte("S21#G00?60;002 "), 1)
}
