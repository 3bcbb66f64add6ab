package scenarios

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// The page of failures is true: each failure has its row, each file that a row
// names exists, and the story of a failure is named in its row.
func TestPageDesEchecs(t *testing.T) {
	texte, err := os.ReadFile("../docs/echecs.md")
	if err != nil {
		t.Fatal(err)
	}
	rangs := map[string]string{}
	for _, l := range strings.Split(string(texte), "\n") {
		if m := regexp.MustCompile(`^\| (F\d+) \|`).FindStringSubmatch(l); m != nil {
			if rangs[m[1]] != "" {
				t.Errorf("%s a deux rangs", m[1])
			}
			rangs[m[1]] = l
			if n := strings.Count(l, "|"); n != 6 {
				t.Errorf("%s : %d colonnes", m[1], n-1)
			}
		}
	}
	for n := 1; n <= 53; n++ {
		if rangs[fmt.Sprintf("F%d", n)] == "" {
			t.Errorf("F%d n'a pas de rang", n)
		}
	}
	for _, m := range regexp.MustCompile("`([a-zA-Z0-9-]+\\.txtar)`").FindAllStringSubmatch(string(texte), -1) {
		if _, err := os.Stat(m[1]); err != nil {
			t.Errorf("la page nomme «%s», qui n'existe pas", m[1])
		}
	}
	histoires, err := filepath.Glob("F*.txtar")
	if err != nil || len(histoires) == 0 {
		t.Fatal(histoires, err)
	}
	for _, h := range histoires {
		numero := "F" + strings.TrimLeft(h[1:3], "0")
		if !strings.Contains(rangs[numero], "`"+h+"`") {
			t.Errorf("%s n'est pas nommée au rang %s", h, numero)
		}
	}
}
