package cli

import (
	"regexp"
	"strings"
	"testing"
)

var (
	lettresMontrees = regexp.MustCompile(`(?s)<details class="message">.*?</details>`)
	contenuPage     = regexp.MustCompile(`(?s)<main.*</main>`)
	baliseHTML      = regexp.MustCompile(`<[^>]*>`)
	adresseLecteur  = regexp.MustCompile(`(?i)[^.]*(^|[^\pL])(vous|votre|vos|nous|notre|nos)[^\pL][^.]*`)
	pageDUnJour     = regexp.MustCompile(`href="(/dossiers/[^"]*/jours/[^"]*)"`)
)

// What an agent reads of a person, her days and who must act takes nobody for her: «vous» is in the letters, shown as such.
func TestLeBureauNePrendPasLAgentPourLAssure(t *testing.T) {
	b := ouvrirBureauDe(t, 40, 1)
	employeurs := 0
	verifier := func(adresse string) string {
		page := b.lire(adresse)
		texte := baliseHTML.ReplaceAllString(lettresMontrees.ReplaceAllString(contenuPage.FindString(page), ""), " ")
		if dit := adresseLecteur.FindString(texte); dit != "" {
			t.Errorf("%s : %s", adresse, strings.Join(strings.Fields(dit), " "))
		}
		employeurs += strings.Count(texte, "l'employeur ")
		return page
	}
	verifier("/")
	for _, d := range b.dossiers {
		if jour := pageDUnJour.FindStringSubmatch(verifier(d)); jour != nil {
			verifier(jour[1])
		}
	}
	if len(b.dossiers) < 30 || employeurs < 30 {
		t.Errorf("%d dossiers, %d fois un employeur : ce n'est pas assez pour en juger", len(b.dossiers), employeurs)
	}
}
