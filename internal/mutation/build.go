package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"accord/internal/mutation/schema"
)

// built is one build that holds every mutant.
type built struct {
	root     string
	dir      string // holds the files written again, and the tests built
	mutants  []mutant
	binaries map[string]string // package below the module → its tests
}

// build writes the packages again.
func build(root, dir string, sources []*source) (*built, error) {
	b := &built{root: root, dir: dir, binaries: map[string]string{}}
	overlay := struct{ Replace map[string]string }{map[string]string{}}
	next := 0
	for _, s := range sources {
		for _, f := range s.files {
			if !s.changes(filepath.Base(f.name)) {
				continue
			}
			text, ms := rewrite(s, f, &next)
			if text == nil {
				continue
			}
			for i := range ms {
				ms[i].target = &s.target
			}
			identify(ms, f.text)
			b.mutants = append(b.mutants, ms...)
			to := filepath.Join(dir, strings.ReplaceAll(f.name, "/", "+"))
			if err := os.WriteFile(to, text, 0o600); err != nil {
				return nil, err
			}
			overlay.Replace[filepath.Join(root, f.name)] = to
		}
	}
	if next >= schema.Places {
		return nil, fmt.Errorf("%d places, %d at most", next, schema.Places)
	}
	text, err := json.Marshal(overlay)
	if err != nil {
		return nil, err
	}
	if err := os.WriteFile(filepath.Join(dir, "overlay.json"), text, 0o600); err != nil {
		return nil, err
	}
	return b, nil
}

// test builds the tests of a package over the files written again, once.
func (b *built) test(pkg string) error {
	if b.binaries[pkg] != "" {
		return nil
	}
	to := filepath.Join(b.dir, strings.ReplaceAll(pkg, "/", "+")+".test")
	c := exec.Command("go", "test", "-c", "-vet=off", "-overlay", filepath.Join(b.dir, "overlay.json"), "-o", to, "./"+pkg)
	c.Dir = b.root
	if out, err := c.CombinedOutput(); err != nil {
		return fmt.Errorf("%s, written again, does not compile: %w\n%s", pkg, err, out)
	}
	b.binaries[pkg] = to
	return nil
}
