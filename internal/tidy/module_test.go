package tidy

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
)

// module is the whole of the code, parsed and typed.
type module struct {
	root    string // folder of go.mod
	path    string // «accord»
	fset    *token.FileSet
	units   []*unit
	exports map[string]string // import path, or variant of it → file of compiled declarations
	shared  types.Importer
	// floors gives each package its height; reservations, who may import what.
	floors       map[string]int
	reservations []row
	errs         []error // what could not be listed, parsed or typed
}

// unit is one package as the compiler sees it: with its own tests, or a package
// of outside tests.
type unit struct {
	path  string // below the module: «format/dsn»
	files []*file
	// leftOut are the files that a build constraint keeps from this machine.
	leftOut []string
	info    *types.Info
}

// file is one Go file of a unit.
type file struct {
	path      string // below the module: «format/dsn/lecture.go»
	test      bool
	generated bool
	lines     int
	ast       *ast.File
}

// listed is what the go command says of a package.
type listed struct {
	ImportPath, Dir, Export, ForTest string
	GoFiles, IgnoredGoFiles          []string
	ImportMap                        map[string]string
	Module                           *struct{ Path string }
	Error                            *struct{ Err string }
}

// load lists, parses and types the module in which the test runs, once.
var load = sync.OnceValue(func() *module {
	root, err := filepath.Abs("../..")
	if err != nil {
		panic(err)
	}
	m := &module{root: root, fset: token.NewFileSet(), exports: map[string]string{}}
	m.shared = m.importer(nil)
	var ps []*listed
	errs := [3]error{}
	m.floors, errs[0] = readFloors()
	m.reservations, errs[1] = readTable("reserved.txt", 3)
	ps, errs[2] = m.list()
	if err := errors.Join(errs[:]...); err != nil {
		m.errs = append(m.errs, err)
	}
	for _, p := range choose(ps, m.path) {
		u, err := m.unit(p)
		if err != nil {
			m.errs = append(m.errs, fmt.Errorf("%s: %w", p.ImportPath, err))
			continue
		}
		m.units = append(m.units, u)
	}
	return m
})

// list asks the go command for every package of the module, its tests, and
// where the declarations of what they import lie.
func (m *module) list() (ps []*listed, err error) {
	mod, err := os.ReadFile(filepath.Join(m.root, "go.mod"))
	if err != nil {
		return nil, err
	}
	m.path = string(regexp.MustCompile(`(?m)^module (\S+)$`).FindSubmatch(mod)[1])
	c := exec.Command("go", "list", "-e", "-test", "-deps", "-export",
		"-json=ImportPath,Dir,Export,ForTest,GoFiles,IgnoredGoFiles,ImportMap,Module,Error", "./...")
	c.Dir = m.root
	var complaints bytes.Buffer
	c.Stderr = &complaints
	out, err := c.Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w\n%s", err, complaints.String())
	}
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		p := &listed{}
		if err := d.Decode(p); err == io.EOF {
			return ps, nil
		} else if err != nil {
			return ps, err
		}
		m.exports[p.ImportPath] = p.Export
		ps = append(ps, p)
	}
}

// choose keeps each package of the module once: with its tests when it has some.
func choose(ps []*listed, modulePath string) []*listed {
	best := map[string]*listed{}
	for _, p := range ps {
		if p.Module == nil || p.Module.Path != modulePath || strings.HasSuffix(p.ImportPath, ".test") {
			continue
		}
		plain, _, variant := strings.Cut(p.ImportPath, " ")
		if variant && plain != p.ForTest && plain != p.ForTest+"_test" {
			continue // recompiled for the tests of another package
		}
		if best[plain] == nil || variant {
			best[plain] = p
		}
	}
	var chosen []*listed
	for _, p := range best {
		chosen = append(chosen, p)
	}
	slices.SortFunc(chosen, func(a, b *listed) int { return strings.Compare(a.ImportPath, b.ImportPath) })
	return chosen
}

// unit parses and types one package.
func (m *module) unit(p *listed) (*unit, error) {
	if p.Error != nil {
		return nil, fmt.Errorf("%s", p.Error.Err)
	}
	dir, err := filepath.Rel(m.root, p.Dir)
	if err != nil {
		return nil, err
	}
	u := &unit{path: filepath.ToSlash(dir), leftOut: p.IgnoredGoFiles}
	for _, name := range p.GoFiles {
		text, err := os.ReadFile(filepath.Join(p.Dir, name))
		if err != nil {
			return nil, err
		}
		if err := u.add(m.fset, filepath.ToSlash(filepath.Join(dir, name)), text); err != nil {
			return nil, err
		}
	}
	u.recogniseTests()
	imports := m.shared
	if len(p.ImportMap) > 0 {
		imports = m.importer(p.ImportMap)
	}
	return u, u.check(m.fset, imports)
}

var generatedHeader = regexp.MustCompile(`(?m)^// Code generated .* DO NOT EDIT\.$`)

func (u *unit) add(fset *token.FileSet, path string, text []byte) error {
	tree, err := parser.ParseFile(fset, path, text, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return err
	}
	u.files = append(u.files, &file{
		path: path, test: strings.HasSuffix(path, "_test.go"), lines: bytes.Count(text, []byte("\n")), ast: tree,
		generated: generatedHeader.Match(text),
	})
	return nil
}

// recogniseTests: a package that imports testing is a tool of tests, all of it.
func (u *unit) recogniseTests() {
	if slices.ContainsFunc(u.files, func(f *file) bool {
		return !f.test && slices.ContainsFunc(f.ast.Imports, func(i *ast.ImportSpec) bool { return i.Path.Value == `"testing"` })
	}) {
		for _, f := range u.files {
			f.test = true
		}
	}
}

// check types the unit; its first error is the answer.
func (u *unit) check(fset *token.FileSet, imports types.Importer) error {
	u.info = &types.Info{Types: map[ast.Expr]types.TypeAndValue{}, Uses: map[*ast.Ident]types.Object{}}
	trees := make([]*ast.File, len(u.files))
	for i, f := range u.files {
		trees[i] = f.ast
	}
	_, err := (&types.Config{Importer: imports}).Check(u.path, fset, trees, u.info)
	return err
}

// importer reads the declarations that the compiler left of other packages.
func (m *module) importer(variants map[string]string) types.Importer {
	return importer.ForCompiler(m.fset, "gc", func(path string) (io.ReadCloser, error) {
		if v := variants[path]; v != "" {
			path = v
		}
		if m.exports[path] == "" {
			return nil, fmt.Errorf("%s does not compile", path)
		}
		return os.Open(m.exports[path])
	})
}
