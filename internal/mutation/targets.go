package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// target is one package whose code is changed.
type target struct {
	dir    string   // below the module: «droit/maladie»
	except []string // patterns of its files that decide nothing
	judge  string   // the package whose TestJuge hands the cases over
	tests  []string // packages whose tests then judge what it did not notice
	left   int      // survivors that still have no reason: it may only go down
}

// readRows reads a file of rows separated by semicolons, after a header; lines
// that begin with # are comments.
func readRows(path, header string) ([][]string, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	n := strings.Count(header, ";") + 1
	var rows [][]string
	for i, line := range strings.Split(string(text), "\n") {
		if line == "" || line == header || strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Split(line, ";")
		if len(fields) != n {
			return nil, fmt.Errorf("%s:%d: %d fields, %d expected (%s)", path, i+1, len(fields), n, header)
		}
		rows = append(rows, fields)
	}
	return rows, nil
}

const targetsHeader = "paquet;sauf;juge;essais;restants"

// readTargets reads the packages to change: those named, or all of them.
func readTargets(path string, named []string) ([]target, error) {
	rows, err := readRows(path, targetsHeader)
	if err != nil {
		return nil, err
	}
	var ts []target
	for _, r := range rows {
		left, err := strconv.Atoi(r[4])
		if err != nil {
			return nil, fmt.Errorf("%s: %s: %w", path, r[0], err)
		}
		if len(named) == 0 || slices.Contains(named, r[0]) {
			ts = append(ts, target{dir: r[0], except: strings.Fields(r[1]), judge: r[2], tests: strings.Fields(r[3]), left: left})
		}
	}
	if len(ts) == 0 {
		return nil, fmt.Errorf("%s holds none of %v", path, named)
	}
	return ts, nil
}

// changes reports whether a file of the package is one to change.
func (t *target) changes(file string) bool {
	return !slices.ContainsFunc(t.except, func(pattern string) bool {
		ok, err := filepath.Match(pattern, file)
		return ok && err == nil
	})
}
