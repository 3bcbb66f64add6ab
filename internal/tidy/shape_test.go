package tidy

import (
	"bytes"
	"errors"
	"fmt"
	"go/ast"
	"go/format"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
)

const (
	linesOfFile     = 450
	linesOfFunction = 70
)

// short: a file holds one idea and a function fits on a screen.
func short(m *module, u *unit, add func(finding)) {
	for _, f := range u.files {
		if f.generated {
			continue
		}
		if f.lines > linesOfFile {
			add(finding{"length", f.path, f.path, fmt.Sprintf("%d lines, %d at most", f.lines, linesOfFile)})
		}
		functions(f, func(subject string, d ast.Decl) {
			n := m.fset.Position(d.End()).Line - m.fset.Position(d.Pos()).Line + 1
			if _, ok := d.(*ast.FuncDecl); ok && n > linesOfFunction {
				add(finding{"length", subject, m.at(d.Pos()), fmt.Sprintf("a function of %d lines, %d at most", n, linesOfFunction)})
			}
		})
	}
}

// formatted: every file is as gofmt writes it.
func formatted(m *module, add func(finding)) {
	for _, u := range m.units {
		for _, f := range u.files {
			text, err := os.ReadFile(filepath.Join(m.root, f.path))
			want, refused := format.Source(text)
			if err := errors.Join(err, refused); err != nil {
				add(finding{"format", f.path, f.path, err.Error()})
			} else if !bytes.Equal(want, text) {
				add(finding{"format", f.path, f.path, "not as gofmt writes it"})
			}
		}
	}
}

// ignorance is how a package comment says where the package stops.
var ignorance = regexp.MustCompile(`(?i)\b(knows? no|knows? nothing|nothing of|does not know|do not know)\b`)

// documented: each package says what it knows and what it does not, and
// everything it exports is explained.
func documented(m *module, u *unit, add func(finding)) {
	comment, production := "", false
	for _, f := range u.files {
		if f.test || f.generated {
			continue
		}
		production = true
		comment += f.ast.Doc.Text()
		for _, d := range f.ast.Decls {
			undocumented(d, func(pos token.Pos, name string) {
				add(finding{"docs", f.path + " " + name, m.at(pos), name + " is exported and not explained"})
			})
		}
	}
	if production && !ignorance.MatchString(comment) {
		add(finding{"docs", u.path, u.path, "the package comment does not say what the package knows and what it knows nothing of"})
	}
}

// undocumented lists the exported names of a declaration that no comment
// explains. A comment on a group speaks for all of it, a code of a closed list
// (const CDI Contrat = "cdi") speaks for itself, and the methods of a type that
// is not exported are nobody's business.
func undocumented(d ast.Decl, add func(token.Pos, string)) {
	switch d := d.(type) {
	case *ast.FuncDecl:
		name := functionName(d)
		if d.Doc == nil && d.Name.IsExported() && ast.IsExported(name) && !selfEvident[d.Name.Name] {
			add(d.Pos(), name)
		}
	case *ast.GenDecl:
		if d.Doc != nil {
			return
		}
		for _, s := range d.Specs {
			switch s := s.(type) {
			case *ast.TypeSpec:
				if s.Doc == nil && s.Comment == nil && s.Name.IsExported() {
					add(s.Pos(), s.Name.Name)
				}
			case *ast.ValueSpec:
				if d.Tok == token.CONST && s.Type != nil && len(s.Values) == 1 && isText(s.Values[0]) {
					continue
				}
				for _, id := range s.Names {
					if s.Doc == nil && s.Comment == nil && id.IsExported() {
						add(id.Pos(), id.Name)
					}
				}
			}
		}
	}
}

func isText(e ast.Expr) bool {
	l, ok := e.(*ast.BasicLit)
	return ok && l.Kind == token.STRING
}

// nothingEscapes: a file that this machine does not compile is not checked.
func nothingEscapes(m *module, u *unit, add func(finding)) {
	for _, name := range u.leftOut {
		add(finding{"left out", u.path + "/" + name, u.path + "/" + name, "a build constraint keeps this file from the rules"})
	}
}

// selfEvident are the methods that every Go reader knows.
var selfEvident = map[string]bool{"Error": true, "Unwrap": true, "String": true}
