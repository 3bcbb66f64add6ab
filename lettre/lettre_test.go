package lettre

import (
	"strings"
	"testing"

	"accord/dossier"
	v "accord/valeur"
)

func TestAccuse(t *testing.T) {
	for genre, a := range map[dossier.Genre]string{
		dossier.GenreAvisArret: "assure", dossier.GenreRIB: "assure", dossier.GenreSignalement: "employeur", dossier.GenreAttestation: "employeur",
		dossier.GenreGrossesse: "assure", dossier.GenreEvenement: "assure", dossier.GenreConge: "assure", dossier.GenreAccident: "employeur",
		dossier.GenreCertificat: "assure", dossier.GenreDeclaration: "assure", dossier.GenreRevenus: "assure",
	} {
		x := Accuse{Genre: string(genre), Piece: "0123456789abcdef", Jour: v.NewJour(2026, 11, 4), Nom: "DURAND Camille"}
		objet, corps := x.Rediger("CPAM d'essai")
		if x.A() != a {
			t.Errorf("%s : adressé à %s", genre, x.A())
		}
		for _, dit := range []string{"4 novembre 2026", "0123456789ab", "CPAM d'essai", "les jours qui n'en dépendent pas sont payés"} {
			if !strings.Contains(corps, dit) {
				t.Errorf("%s : la lettre ne dit pas «%s» :\n%s", genre, dit, corps)
			}
		}
		if strings.Contains(corps, "Concerne : DURAND Camille") != (a == "employeur") {
			t.Errorf("%s : la lettre dit mal de qui elle parle :\n%s", genre, corps)
		}
		if strings.Contains(objet, "votre envoi") {
			t.Errorf("%s n'a pas de nom", genre)
		}
	}
}

// The acknowledgement of an arrêt says what is still awaited, from whom and by when.
func TestAccuseDitCeQuiManque(t *testing.T) {
	x := Accuse{Genre: string(dossier.GenreAvisArret), Piece: "0123456789abcdef", Jour: v.NewJour(2026, 11, 4), Attendus: []Attendu{
		{De: "de l'employeur MENUISERIE DES LILAS", Avant: v.NewJour(2026, 11, 14), Phrase: "Il manque le salaire de septembre 2026."},
		{Avant: v.NewJour(2026, 11, 9), Phrase: "Il manque un revenu.", Geste: "Dites-nous lequel."},
	}}
	_, corps := x.Rediger("CPAM d'essai")
	contient(t, "accusé", corps, "- de l'employeur MENUISERIE DES LILAS, avant le 14 novembre 2026 : il manque le salaire de septembre 2026.\n",
		"- de vous, avant le 9 novembre 2026 : il manque un revenu. Dites-nous lequel.\n")
	if rib := (Accuse{Genre: string(dossier.GenreRIB)}); rib.Ouvre() || !x.Ouvre() {
		t.Error("seul ce qui ouvre un droit dit ce qui manque")
	}
}

// What should have come already is said to be late, not awaited by a day that is over.
func TestAccuseDitCeQuiEstEnRetard(t *testing.T) {
	x := Accuse{Genre: string(dossier.GenreAvisArret), Piece: "0123456789abcdef", Jour: v.NewJour(2026, 11, 6), Attendus: []Attendu{
		{De: "de l'employeur MENUISERIE DES LILAS", Avant: v.NewJour(2026, 10, 18), Phrase: "Il manque un salaire."},
	}}
	_, corps := x.Rediger("CPAM d'essai")
	contient(t, "accusé", corps, "- de l'employeur MENUISERIE DES LILAS, en retard depuis le 18 octobre 2026 : il manque un salaire.\n")
}
