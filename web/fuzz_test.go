package web

import (
	"net/url"
	"testing"

	v "accord/valeur"
)

// FuzzLireReference: whatever is typed, what goes to the base is a NIR or has
// the form of a reference, and what does not is answered in words.
func FuzzLireReference(f *testing.F) {
	for _, s := range []string{
		"", string(nirClaire), "2 85 03 75 116 042", dossierLong, "c1a1r3000001", // as typed
		"2A85037511604", "28503751160420000", "ÉÉÉÉÉÉÉÉÉÉÉÉ", "C1A1R3000001-2026091", "C1A1R3000001-20260914\n", "../../etc", "\x00", "İ85037511604", // wrong
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, saisie string) {
		reference, phrase := lireReference(saisie)
		_, err := v.ParseNIR(reference)
		accepte := err == nil || formeReference.MatchString(reference)
		if accepte == (phrase != "") || phrase != "" && reference != "" {
			t.Errorf("«%s» donne «%s» et «%s»", saisie, reference, phrase)
		}
	})
}

// FuzzLireChoix: whatever the address asks for, the links made from it lead
// back to the same choice.
func FuzzLireChoix(f *testing.F) {
	for _, s := range []string{"", "attend=employeur", "attend=assure&impayes=1&page=2", "page=-3", "page=1e9", "attend=%zz", "attend=a&attend=assure"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, requete string) {
		q, err := url.ParseQuery(requete)
		if err != nil {
			return
		}
		c := lireChoix(q)
		u, err := url.Parse(c.href())
		if err != nil || lireChoix(u.Query()) != c || c.page < 1 {
			t.Errorf("«%s» : %+v donne %s", requete, c, c.href())
		}
	})
}
