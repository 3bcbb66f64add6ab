package main

import (
	"bufio"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

// journal keeps what became of each mutant in a folder of this machine, outside
// the tree, so that a run cut short goes on where it stopped and the next one
// judges only what changed. A mutant that was noticed is not judged again while
// its file stays as it is. One that survived is shown to the cases that it has
// not met, and to the tests once they change. A nil journal keeps nothing.
type journal struct {
	dir  string
	mu   sync.Mutex
	rows map[string]row // by the mutant's identity
	out  *os.File
}

// row is the last verdict on a mutant, and the tests that it survived.
type row struct {
	verdict
	tests string
}

// openJournal reads the journal of a folder, or begins it.
func openJournal(dir string, fresh bool) (*journal, error) {
	if fresh {
		if err := os.RemoveAll(dir); err != nil {
			return nil, err
		}
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	j := &journal{dir: dir, rows: map[string]row{}}
	path := filepath.Join(dir, "verdicts")
	text, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	for line := range strings.Lines(string(text)) {
		// A line that a cut left unfinished is no verdict.
		if f := strings.Split(strings.TrimSuffix(line, "\n"), "\t"); len(f) == 4 && strings.HasSuffix(line, "\n") {
			j.rows[f[0]] = row{verdict{f[2] == "killed", f[3]}, f[1]}
		}
	}
	if j.out, err = os.OpenFile(path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600); err == nil && len(text) > 0 && text[len(text)-1] != '\n' {
		_, err = j.out.WriteString("\n")
	}
	return j, err
}

// find returns the last verdict on a mutant.
func (j *journal) find(m *mutant) (row, bool) {
	if j == nil {
		return row{}, false
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	r, ok := j.rows[m.id]
	return r, ok
}

// note writes a verdict at once.
func (j *journal) note(m *mutant, r row) error {
	if j == nil {
		return nil
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	j.rows[m.id] = r
	word := "survived"
	if r.killed {
		word = "killed"
	}
	_, err := fmt.Fprintf(j.out, "%s\t%s\t%s\t%s\n", m.id, r.tests, word, r.by)
	return err
}

// cases returns the cases that survivors met last.
func (j *journal) cases(judge string) ([]string, error) {
	if j == nil {
		return nil, nil
	}
	f, err := os.Open(j.casesOf(judge))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	defer f.Close()
	var names []string
	s := bufio.NewScanner(f)
	for s.Scan() {
		names = append(names, s.Text())
	}
	return names, s.Err()
}

// noteCases writes the cases that survivors have now met.
func (j *journal) noteCases(judge string, names []string) error {
	if j == nil || len(names) == 0 {
		return nil
	}
	return os.WriteFile(j.casesOf(judge), []byte(strings.Join(names, "\n")+"\n"), 0o600)
}

func (j *journal) casesOf(judge string) string {
	return filepath.Join(j.dir, strings.ReplaceAll(judge, "/", "+")+".cases")
}

// identify gives each mutant of a file its identity: the content of the file, what is
// changed, and its rank among those that read alike.
func identify(ms []mutant, text []byte) {
	file := sum(string(text))
	ranks := map[string]int{}
	for i := range ms {
		k := ms[i].key()
		ms[i].id = fmt.Sprintf("%s;%s;%d", file, k, ranks[k])
		ranks[k]++
	}
}

// sum tells texts from others.
func sum(texts ...string) string {
	return fmt.Sprintf("%x", sha256.Sum256([]byte(strings.Join(texts, "\n"))))[:16]
}

// printTests is the sum of the tests of some packages, with their data.
func printTests(root string, pkgs []string) (string, error) {
	var all []string
	for _, pkg := range pkgs {
		files, err := filepath.Glob(filepath.Join(root, pkg, "*_test.go"))
		if err != nil {
			return "", err
		}
		err = filepath.WalkDir(filepath.Join(root, pkg, "testdata"), func(path string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() {
				files = append(files, path)
			}
			return err
		})
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return "", err
		}
		slices.Sort(files)
		for _, path := range files {
			text, err := os.ReadFile(path)
			if err != nil {
				return "", err
			}
			all = append(all, path, string(text))
		}
	}
	return sum(all...), nil
}
