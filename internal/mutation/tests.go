package main

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"accord/internal/mutation/schema"
)

// draws are the flags of tests that draw: the same draws each time, fewer than
// usual.
var draws = []string{"-rapid.checks=30", "-rapid.seed=1", "-rapid.nofailfile"}

// suite is how the tests of a package are run.
type suite struct {
	flags []string
	skip  string // the judge's, and tests that the switches alone make fail
}

// suiteOf runs the tests of a package on the code as written, with its switches.
func (b *built) suiteOf(pkg string) suite {
	s := suite{flags: draws, skip: "^TestJuge$"}
	out, ok := b.run(pkg, s, "")
	if strings.Contains(out, "flag provided but not defined") {
		s.flags = nil
		out, ok = b.run(pkg, s, "")
	}
	for !ok {
		s.skip += "|^" + firstFailure(out) + "$"
		if out, ok = b.run(pkg, s, ""); strings.Contains(s.skip, "^died$") {
			break
		}
	}
	return s
}

// run runs the tests of a package under a mutant.
func (b *built) run(pkg string, s suite, mutant string) (string, bool) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	args := append([]string{"-test.short", "-test.failfast", "-test.skip", s.skip}, s.flags...)
	c := exec.CommandContext(ctx, b.binaries[pkg], args...)
	c.Dir = filepath.Join(b.root, pkg)
	c.Env = append(os.Environ(), schema.Variable+"="+mutant, "GOMAXPROCS=1")
	out, err := c.CombinedOutput()
	return string(out), err == nil
}

// firstFailure names the first test that failed.
func firstFailure(out string) string {
	for line := range strings.Lines(out) {
		if name, ok := strings.CutPrefix(strings.TrimSpace(line), "--- FAIL: "); ok {
			return strings.Fields(name)[0]
		}
	}
	return "died"
}
