package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"

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

// own asks the tests of the packages about the mutants that no judge noticed.
func (b *built) own(ms []*mutant, verdicts map[*mutant]verdict) {
	suites := map[string]suite{}
	for _, m := range ms {
		for _, pkg := range m.target.tests {
			if _, known := suites[pkg]; !known {
				suites[pkg] = b.suiteOf(pkg)
			}
		}
	}
	todo := make(chan *mutant)
	var mu sync.Mutex
	var wait sync.WaitGroup
	for range runtime.NumCPU() {
		wait.Go(func() {
			for m := range todo {
				for _, pkg := range m.target.tests {
					out, ok := b.run(pkg, suites[pkg], fmt.Sprintf("%d:%d", m.place, m.variant))
					if ok {
						continue
					}
					mu.Lock()
					verdicts[m] = verdict{true, pkg + " " + firstFailure(out)}
					mu.Unlock()
					break
				}
			}
		})
	}
	for _, m := range ms {
		todo <- m
	}
	close(todo)
	wait.Wait()
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
