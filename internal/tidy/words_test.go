package tidy

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// forbidden are words that promise instead of doing, and places outside of the
// project: a checkout must stand alone.
var forbidden = []struct {
	what    string
	pattern *regexp.Regexp
}{
	{"a promise", regexp.MustCompile(`\b(TODO|FIXME|XXX|HACK)\b`)},
	{"a promise", regexp.MustCompile(`(?i)\b(not (yet )?(implemented|supported)|unimplemented|coming soon|pas encore (calculé|appliqué|implémenté|disponible|géré|limité|pris|possible)|non implémenté|prochaine version)`)},
	{"a place outside of the project", regexp.MustCompile(`(\.\./shar[e]d|\.librar[y]|/wor[k]/|/tmp/[h]/|/roo[t]/)`)},
	{"a registry", regexp.MustCompile(`(?i)\b(proxy\.golang\.org|sum\.golang\.org|goproxy\.[a-z]+|registry\.npmjs\.org|registry\.yarnpkg\.com|pypi\.org|deb\.debian\.org|crates\.io|docker\.io|ghcr\.io|quay\.io|artifactory[\w.]*|nexus\.[\w.]+)\b`)},
}

// words reads every text of the project, and reports what it should not say.
func words(t *testing.T, root string, add func(finding)) {
	t.Helper()
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		path, err := filepath.Rel(root, name)
		if err != nil {
			return err
		}
		path = filepath.ToSlash(path)
		if d.IsDir() {
			if notOurs(path) {
				return filepath.SkipDir
			}
			return nil
		}
		if !d.Type().IsRegular() || path == ".git" || path == "go.sum" || strings.Contains(path, ".min.") {
			return nil // written by others, or where a second working tree keeps its history
		}
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		read(path, text, add)
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

// notOurs are the folders that hold no text of the project: history, what
// .gitignore leaves out, and this package, which has to spell what it forbids.
func notOurs(path string) bool {
	base := filepath.Base(path)
	return base == ".git" || base == "node_modules" || strings.HasSuffix(path, "testdata/rapid") || path == "accord-demo" || path == "accord-base" || path == "internal/tidy"
}

func read(path string, text []byte, add func(finding)) {
	if bytes.IndexByte(text, 0) >= 0 {
		return // not a text
	}
	for i, line := range strings.Split(string(text), "\n") {
		for _, f := range forbidden {
			if said := f.pattern.FindString(line); said != "" {
				add(finding{"words", path + " " + said, fmt.Sprintf("%s:%d", path, i+1), f.what + ": «" + said + "»"})
			}
		}
	}
}
