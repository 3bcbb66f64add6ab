package main

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"path"
	"slices"
	"strconv"
	"strings"
)

// mutant is one change of one place.
type mutant struct {
	target  *target
	place   int
	variant int
	file    string
	line    int
	fn      string // function, with its receiver
	change  string // what is done: «vrai», «supprimé», «< → <=»
	text    string // what it is done to, as written
	within  string // first line of the statement that holds it
	id      string // tells it from all others, and its file from what it was
}

// rewriter writes one file again, with a switch at each place.
type rewriter struct {
	s       *source
	f       *file
	next    *int // number of the next place
	mutants []mutant
	edits   []edit
	parents []ast.Node
	fn      string
	close   map[ast.Node][]string  // what is written after a node
	cuts    map[ast.Node]token.Pos // an operand → where the next begins: a comma stands between
	atoms   map[ast.Expr]bool      // conditions already given their switch
	tags    []*ast.SwitchStmt      // switches on a value, made switches on conditions
	steps   int
}

// edit replaces the bytes from one offset to another.
type edit struct {
	from, to int
	text     string
}

const schemaPath = "accord/internal/mutation/schema"

// rewrite returns the file with its switches, and their mutants.
func rewrite(s *source, f *file, next *int) ([]byte, []mutant) {
	r := &rewriter{s: s, f: f, next: next, close: map[ast.Node][]string{}, cuts: map[ast.Node]token.Pos{}, atoms: map[ast.Expr]bool{}}
	for _, d := range f.ast.Decls {
		if fd, ok := d.(*ast.FuncDecl); ok && fd.Body != nil {
			r.fn = fd.Name.Name
			if fd.Recv != nil {
				r.fn = strings.TrimPrefix(types.ExprString(fd.Recv.List[0].Type), "*") + "." + r.fn
			}
			r.step(fd.Body)
			r.walk(fd.Body)
		}
	}
	if r.steps == 0 {
		return nil, nil
	}
	r.insert(f.ast.Name.End(), "; import schema "+strconv.Quote(schemaPath))
	slices.SortStableFunc(r.edits, func(a, b edit) int { return a.from - b.from })
	var out bytes.Buffer
	at := 0
	for _, e := range r.edits {
		out.Write(f.text[at:e.from])
		out.WriteString(e.text)
		at = e.to
	}
	out.Write(f.text[at:])
	return out.Bytes(), r.mutants
}

func (r *rewriter) offset(p token.Pos) int { return r.s.fset.Position(p).Offset }

func (r *rewriter) insert(p token.Pos, text string) { r.replace(p, p, text) }

func (r *rewriter) replace(from, to token.Pos, text string) {
	r.edits = append(r.edits, edit{r.offset(from), r.offset(to), text})
}

// wrap writes something before a node, and something after it once all that is
// inside it was written.
func (r *rewriter) wrap(n ast.Node, before, after string) {
	r.insert(n.Pos(), before)
	r.close[n] = append(r.close[n], after)
}

func (r *rewriter) source(n ast.Node) string {
	return strings.Join(strings.Fields(string(r.f.text[r.offset(n.Pos()):r.offset(n.End())])), " ")
}

// place gives a number to a place with its mutants: variants by number.
func (r *rewriter) place(n ast.Node, changes map[int]string) int {
	p := *r.next
	*r.next++
	for v := 1; v <= 3; v++ {
		if c, ok := changes[v]; ok {
			r.mutants = append(r.mutants, mutant{place: p, variant: v, file: r.f.name, line: r.s.fset.Position(n.Pos()).Line,
				fn: r.fn, change: c, text: r.source(n), within: r.within(n)})
		}
	}
	return p
}

// within returns the first line of the statement that holds a node.
func (r *rewriter) within(n ast.Node) string {
	for _, p := range slices.Backward(append(slices.Clip(r.parents), n)) {
		_, block := p.(*ast.BlockStmt)
		_, clause := p.(*ast.CaseClause)
		if _, ok := p.(ast.Stmt); ok && !block || clause {
			first, _, _ := strings.Cut(string(r.f.text[r.offset(p.Pos()):r.offset(p.End())]), "\n")
			return strings.TrimSpace(strings.Join(strings.Fields(first), " "))
		}
	}
	return r.source(n)
}

// walk visits a node and what is inside it, in the order of the text.
func (r *rewriter) walk(n ast.Node) {
	ast.Inspect(n, func(x ast.Node) bool {
		if x == nil {
			last := r.parents[len(r.parents)-1]
			r.parents = r.parents[:len(r.parents)-1]
			for _, after := range slices.Backward(r.close[last]) {
				r.insert(last.End(), after)
			}
			if next, ok := r.cuts[last]; ok {
				r.replace(last.End(), next, ", ")
			}
			return true
		}
		if r.skipped(x) {
			return false
		}
		r.enter(x)
		r.parents = append(r.parents, x)
		return true
	})
}

// skipped reports what is left as it is: constants, types, keys, and the
// wording that is made only when an explanation is asked for.
func (r *rewriter) skipped(n ast.Node) bool {
	switch x := n.(type) {
	case *ast.DeclStmt, *ast.ArrayType, *ast.StructType, *ast.MapType, *ast.FuncType:
		return true
	case *ast.IfStmt:
		return strings.Contains(r.source(x.Cond), ".t.Active()")
	case *ast.BasicLit, *ast.Ident:
		switch p := r.parent().(type) {
		case *ast.KeyValueExpr:
			return p.Key == x
		case *ast.ReturnStmt:
			return r.failing(p)
		}
	}
	return false
}

func (r *rewriter) parent() ast.Node {
	if len(r.parents) == 0 {
		return nil
	}
	return r.parents[len(r.parents)-1]
}

// step counts a turn of a loop, or a call.
func (r *rewriter) step(b *ast.BlockStmt) {
	r.steps++
	r.insert(b.Lbrace+1, " schema.Step();")
}

func (r *rewriter) enter(n ast.Node) {
	switch x := n.(type) {
	case *ast.IfStmt:
		r.condition(x.Cond, true, true)
	case *ast.ForStmt:
		r.step(x.Body)
		if x.Cond != nil {
			r.condition(x.Cond, false, true)
		}
	case *ast.RangeStmt:
		r.step(x.Body)
	case *ast.SwitchStmt:
		r.tag(x)
	case *ast.CaseClause:
		r.labels(x)
	case *ast.ReturnStmt:
		r.results(x)
	case *ast.AssignStmt, *ast.IncDecStmt, *ast.ExprStmt, *ast.BranchStmt:
		r.statement(x.(ast.Stmt))
	case ast.Expr:
		r.expression(x)
	}
}

// qualified writes a type as the file names it, or "" when it cannot.
func (r *rewriter) qualified(t types.Type) string {
	known := true
	s := types.TypeString(t, func(p *types.Package) string {
		if p == r.s.types {
			return ""
		}
		for _, i := range r.f.ast.Imports {
			if w, _ := strconv.Unquote(i.Path.Value); w == p.Path() {
				if i.Name != nil {
					return i.Name.Name
				}
				return path.Base(w)
			}
		}
		known = false
		return p.Name()
	})
	if !known {
		return ""
	}
	return s
}

func call(fn string, place int) string { return fmt.Sprintf("schema.%s(%d, ", fn, place) }
