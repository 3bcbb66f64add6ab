package tidy

import (
	"fmt"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// readFloors gives each package its height, from 1 at the bottom.
func readFloors() (map[string]int, error) {
	rows, err := readTable("floors.txt", 2)
	floors, height := map[string]int{}, 0
	for _, row := range slices.Backward(rows) {
		height++
		for _, p := range strings.Fields(row.fields[1]) {
			floors[p] = height
		}
	}
	return floors, err
}

// importsGoDown: a package imports lower floors only, and has a floor. Tests
// follow the same rule: an exception for them says [test].
func importsGoDown(m *module, u *unit, add func(finding)) {
	height, ok := m.floors[u.path]
	if !ok {
		add(finding{"floors", u.path, u.path, "the package has no floor in floors.txt"})
		return
	}
	for _, f := range u.files {
		from := u.path
		if f.test {
			from += " [test]"
		}
		for _, i := range f.ast.Imports {
			path, _ := strconv.Unquote(i.Path.Value)
			to, inside := strings.CutPrefix(path, m.path+"/")
			if inside && to != u.path && m.floors[to] >= height {
				add(finding{"floors", from + " -> " + to, m.at(i.Pos()), "an import that does not go down"})
			}
		}
	}
}

// everyFloorExists: floors.txt names no package that is gone.
func everyFloorExists(m *module, add func(finding)) {
	for p := range m.floors {
		if _, err := os.Stat(filepath.Join(m.root, p)); err != nil {
			add(finding{"floors", p, "internal/tidy/floors.txt", "«" + p + "» is not a package"})
		}
	}
}

// reserved: what reserved.txt names is imported, outside of tests, only by the
// packages that it lists.
func reserved(m *module, u *unit, add func(finding)) {
	for path, pos := range u.imports() {
		for _, r := range m.reservations {
			if within(path, r.fields[0]) && !slices.Contains(strings.Fields(r.fields[1]), u.path) {
				add(finding{"reserved", u.path + " -> " + path, m.at(pos), path + " is reserved: " + r.fields[2]})
			}
		}
	}
}

// everyReservationServes: reserved.txt lets in nobody who does not come.
func everyReservationServes(m *module, add func(finding)) {
	for _, r := range m.reservations {
		for _, p := range strings.Fields(r.fields[1]) {
			if !slices.ContainsFunc(m.units, func(u *unit) bool {
				return u.path == p && slices.ContainsFunc(slices.Collect(maps.Keys(u.imports())), func(path string) bool { return within(path, r.fields[0]) })
			}) {
				add(finding{"reserved", p + " -> " + r.fields[0], fmt.Sprintf("internal/tidy/reserved.txt:%d", r.line), p + " does not import " + r.fields[0]})
			}
		}
	}
}

// imports gives what a unit imports outside of its tests, and where.
func (u *unit) imports() map[string]token.Pos {
	is := map[string]token.Pos{}
	for _, f := range u.files {
		for _, i := range f.ast.Imports {
			if path, err := strconv.Unquote(i.Path.Value); err == nil && !f.test {
				is[path] = i.Pos()
			}
		}
	}
	return is
}

// within reports whether a package is the one named, or below it.
func within(path, name string) bool { return path == name || strings.HasPrefix(path, name+"/") }
