package main

import (
	"bytes"
	"encoding/json"
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
)

// source is one package, parsed and typed.
type source struct {
	target
	path  string // import path
	fset  *token.FileSet
	files []*file
	types *types.Package
	info  *types.Info
}

// file is one file of a package, as written.
type file struct {
	name string // below the module
	text []byte
	ast  *ast.File
}

// load parses and types the packages to change, below a module.
func load(root string, targets []target) ([]*source, error) {
	args := []string{"list", "-deps", "-export", "-json=ImportPath,Dir,Export,GoFiles"}
	for _, t := range targets {
		args = append(args, "./"+t.dir)
	}
	c := exec.Command("go", args...)
	c.Dir, c.Stderr = root, os.Stderr
	out, err := c.Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w", err)
	}
	type listed struct {
		ImportPath, Dir, Export string
		GoFiles                 []string
	}
	exports, byDir := map[string]string{}, map[string]*listed{}
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		p := &listed{}
		if err := d.Decode(p); err == io.EOF {
			break
		} else if err != nil {
			return nil, err
		}
		exports[p.ImportPath], byDir[p.Dir] = p.Export, p
	}
	fset := token.NewFileSet()
	imports := importer.ForCompiler(fset, "gc", func(path string) (io.ReadCloser, error) { return os.Open(exports[path]) })
	var ss []*source
	for _, t := range targets {
		p := byDir[filepath.Join(root, t.dir)]
		s := &source{target: t, path: p.ImportPath, fset: fset}
		for _, name := range p.GoFiles {
			if err := s.add(root, name); err != nil {
				return nil, err
			}
		}
		if err := s.check(imports); err != nil {
			return nil, err
		}
		ss = append(ss, s)
	}
	return ss, nil
}

func (s *source) add(root, name string) error {
	path := filepath.Join(s.dir, name)
	text, err := os.ReadFile(filepath.Join(root, path))
	if err != nil {
		return err
	}
	tree, err := parser.ParseFile(s.fset, path, text, parser.SkipObjectResolution)
	s.files = append(s.files, &file{filepath.ToSlash(path), text, tree})
	return err
}

func (s *source) check(imports types.Importer) (err error) {
	s.info = &types.Info{Types: map[ast.Expr]types.TypeAndValue{}, Uses: map[*ast.Ident]types.Object{}}
	var trees []*ast.File
	for _, f := range s.files {
		trees = append(trees, f.ast)
	}
	s.types, err = (&types.Config{Importer: imports}).Check(s.path, s.fset, trees, s.info)
	return err
}
