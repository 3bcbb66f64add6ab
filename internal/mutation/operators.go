package main

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"
)

// condition gives its switches to a condition: each clause of it always true,
// always false, as far as that is not the same as the whole being so. A test of
// an error is only negated. Negating any other clause would be noticed by the
// proof that notices one of the two constants.
func (r *rewriter) condition(e ast.Expr, yes, no bool) {
	r.atoms[e] = true
	if r.constant(e) {
		return
	}
	switch x := e.(type) {
	case *ast.ParenExpr:
		r.condition(x.X, yes, no)
		return
	case *ast.BinaryExpr:
		if x.Op == token.LAND || x.Op == token.LOR {
			and := x.Op == token.LAND
			r.choose(e, yes && !and, no && and)
			r.short(x, and)
			r.condition(x.X, and, !and)
			r.condition(x.Y, and, !and)
			return
		}
		if r.isError(x.X) {
			r.wrap(e, call("Cond", r.place(e, map[int]string{1: "nié"})), ")")
			return
		}
	}
	r.choose(e, yes, no)
}

func (r *rewriter) choose(e ast.Expr, yes, no bool) {
	changes := map[int]string{}
	if yes {
		changes[2] = "vrai"
	}
	if no {
		changes[3] = "faux"
	}
	if len(changes) > 0 {
		r.wrap(e, call("Cond", r.place(e, changes)), ")")
	}
}

// short exchanges «and» with «or»: a || b is !(!a && !b), so that the second
// clause is looked at only when it must be.
func (r *rewriter) short(x *ast.BinaryExpr, and bool) {
	change := "&& → ||"
	if !and {
		change = "|| → &&"
	}
	p := r.place(x, map[int]string{1: change})
	not := fmt.Sprintf(" != schema.On(%d))", p)
	r.wrap(x, "((", ")"+not)
	r.wrap(x.X, "((", ")"+not)
	r.wrap(x.Y, "((", ")"+not)
}

func (r *rewriter) constant(e ast.Expr) bool { return r.s.info.Types[e].Value != nil }

func (r *rewriter) isError(e ast.Expr) bool {
	t := r.s.info.Types[e].Type
	return t != nil && t.String() == "error"
}

func (r *rewriter) isBool(e ast.Expr) bool {
	t := r.s.info.Types[e].Type
	if t == nil {
		return false
	}
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsBoolean != 0
}

func (r *rewriter) isInteger(e ast.Expr) bool {
	t := r.s.info.Types[e].Type
	if t == nil {
		return false
	}
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsInteger != 0
}

// expression gives its switch to an operation, a constant or a call.
func (r *rewriter) expression(e ast.Expr) {
	switch x := e.(type) {
	case *ast.BinaryExpr:
		if r.constant(x) {
			r.number(x)
			return
		}
		if r.isBool(x) && !r.atoms[x] {
			r.condition(x, true, true)
		}
		r.operation(x)
	case *ast.BasicLit:
		r.number(x)
	case *ast.UnaryExpr:
		if r.constant(x) {
			r.number(x)
		}
	case *ast.Ident:
		if c, ok := r.s.info.Uses[x].(*types.Const); ok && c.Parent() == types.Universe && c.Val().Kind() == constant.Bool {
			p := r.place(x, map[int]string{1: map[string]string{"true": "faux", "false": "vrai"}[x.Name]})
			r.wrap(x, call("Cond", p), ")")
		}
	case *ast.SelectorExpr:
		other := map[string]string{"Troncature": "DemiSuperieur", "DemiSuperieur": "Troncature"}[x.Sel.Name]
		if other != "" && r.constant(x) {
			pkg := r.source(x.X)
			p := r.place(x, map[int]string{1: x.Sel.Name + " → " + other})
			r.wrap(x, call("Other", p), ", "+pkg+"."+other+")")
		}
	case *ast.CallExpr:
		r.call(x)
	}
}

// number moves a whole constant by one: the whole of it, where it is made of
// several.
func (r *rewriter) number(e ast.Expr) {
	switch p := r.parent().(type) {
	case *ast.UnaryExpr, *ast.BinaryExpr, *ast.ParenExpr:
		if r.constant(p.(ast.Expr)) {
			return
		}
	}
	if !r.isInteger(e) || r.noDay(e) {
		return
	}
	changes := map[int]string{1: "+1", 2: "-1"}
	if n, _ := constant.Int64Val(r.s.info.Types[e].Value); n == -1 {
		delete(changes, 2) // an index that is not there: any below zero is
	}
	if t := r.qualified(types.Default(r.s.info.Types[e].Type)); t != "" {
		r.wrap(e, fmt.Sprintf("schema.K[%s](%d, ", t, r.place(e, changes)), ")")
	}
}

// noDay reports whether a constant is the day that is not known: the days
// beside it are no days of a case either.
func (r *rewriter) noDay(e ast.Expr) bool {
	t, ok := r.s.info.Types[e].Type.(*types.Named)
	return ok && t.Obj().Name() == "Jour" && r.zero(e)
}

var comparisons = map[token.Token][2]string{token.LSS: {"Lt", "< → <="}, token.LEQ: {"Le", "<= → <"}, token.GTR: {"Gt", "> → >="}, token.GEQ: {"Ge", ">= → >"}}

var arithmetic = map[token.Token][2]string{token.ADD: {"Add", "+ → -"}, token.SUB: {"Sub", "- → +"}, token.MUL: {"Mul", "* → /"}, token.QUO: {"Div", "/ → *"}, token.REM: {"Mod", "% → /"}}

// operation moves a boundary, or exchanges an operator. A boundary beside a
// whole constant is moved by the constant.
func (r *rewriter) operation(x *ast.BinaryExpr) {
	if !r.isInteger(x.X) || !r.isInteger(x.Y) {
		return
	}
	c, comparison := comparisons[x.Op]
	a, operation := arithmetic[x.Op]
	if comparison && (literal(x.X) || literal(x.Y)) || !comparison && !operation {
		return
	}
	if operation {
		c = a
	}
	p := r.place(x, map[int]string{1: c[1]})
	r.wrap(x, call(c[0], p), ")")
	r.cuts[x.X] = x.Y.Pos()
}

func literal(e ast.Expr) bool {
	l, ok := e.(*ast.BasicLit)
	return ok && l.Kind == token.INT
}

var methods = map[string]string{"Plus": "Moins", "Moins": "Plus", "Fois": "Sur", "Sur": "Fois"}

// call exchanges min and max, and the operations of exact fractions.
func (r *rewriter) call(x *ast.CallExpr) {
	switch fn := x.Fun.(type) {
	case *ast.Ident:
		_, builtin := r.s.info.Uses[fn].(*types.Builtin)
		other := map[string]string{"min": "max", "max": "min"}[fn.Name]
		if builtin && other != "" && len(x.Args) == 2 {
			p := r.place(x, map[int]string{1: fn.Name + " → " + other})
			r.replace(fn.Pos(), x.Lparen+1, call(strings.ToUpper(fn.Name[:1])+fn.Name[1:], p))
		}
	case *ast.SelectorExpr:
		other := methods[fn.Sel.Name]
		if other == "" || len(x.Args) != 1 {
			return
		}
		t, u := r.s.info.Types[fn.X].Type, r.s.info.Types[x.Args[0]].Type
		if t != nil && u != nil && types.Identical(t, u) && types.Identical(t, r.s.info.Types[x].Type) {
			p := r.place(x, map[int]string{1: fn.Sel.Name + " → " + other})
			r.wrap(x, call(fn.Sel.Name, p), "")
			r.cuts[fn.X] = x.Lparen + 1
		}
	}
}

// statement lets a statement be left out.
func (r *rewriter) statement(s ast.Stmt) {
	switch p := r.parent().(type) {
	case *ast.BlockStmt:
	case *ast.CaseClause:
		if !slices.Contains(p.Body, s) {
			return
		}
	default:
		return
	}
	switch x := s.(type) {
	case *ast.AssignStmt:
		if x.Tok == token.DEFINE {
			return
		}
	case *ast.ExprStmt:
		if _, ok := x.X.(*ast.CallExpr); !ok {
			return
		}
	case *ast.BranchStmt:
		if x.Tok != token.BREAK && x.Tok != token.CONTINUE {
			return
		}
	}
	p := r.place(s, map[int]string{1: "supprimé"})
	r.wrap(s, fmt.Sprintf("if schema.Keep(%d) { ", p), " }")
}

// results returns nothing in the stead of something. What is returned beside an
// error is read by nobody.
func (r *rewriter) results(x *ast.ReturnStmt) {
	if r.failing(x) {
		return
	}
	for _, e := range x.Results {
		t := r.s.info.Types[e]
		_, tuple := t.Type.(*types.Tuple)
		switch {
		case tuple, t.IsNil(), r.isError(e), literal(e), r.zero(e):
		case r.isBool(e):
			if !r.constant(e) {
				r.condition(e, true, true)
			}
		case r.constant(e):
			if b, ok := t.Type.(*types.Basic); !ok || b.Info()&types.IsUntyped == 0 {
				r.nothing(e)
			}
		default:
			r.nothing(e)
		}
	}
}

func (r *rewriter) nothing(e ast.Expr) {
	r.wrap(e, call("Zero", r.place(e, map[int]string{1: "zéro"})), ")")
}

// failing reports whether a return gives up on an error: «if err != nil».
func (r *rewriter) failing(x *ast.ReturnStmt) bool {
	above := r.parents
	if r.parent() == x {
		above = above[:len(above)-1]
	}
	if len(above) < 2 || len(x.Results) < 2 {
		return false
	}
	i, ok := above[len(above)-2].(*ast.IfStmt)
	if !ok || i.Body != above[len(above)-1] {
		return false
	}
	b, ok := i.Cond.(*ast.BinaryExpr)
	return ok && b.Op == token.NEQ && r.isError(b.X)
}

// zero reports whether an expression is nothing already.
func (r *rewriter) zero(e ast.Expr) bool {
	if l, ok := e.(*ast.CompositeLit); ok {
		return len(l.Elts) == 0
	}
	switch c := r.s.info.Types[e].Value; {
	case c == nil:
		return false
	case c.Kind() == constant.Int:
		return constant.Sign(c) == 0
	case c.Kind() == constant.String:
		return constant.StringVal(c) == ""
	}
	return false
}

// tag makes of a switch on a value one on conditions, whose cases may be
// dropped one by one.
func (r *rewriter) tag(x *ast.SwitchStmt) {
	if x.Tag == nil || x.Init != nil {
		return
	}
	if len(x.Body.List) == 1 && x.Body.List[0].(*ast.CaseClause).List == nil {
		return
	}
	r.insert(x.Tag.Pos(), "schemaTag := (")
	r.close[x.Tag] = append(r.close[x.Tag], ");")
	r.tags = append(r.tags, x)
}

// labels gives its switch to each label of a case.
func (r *rewriter) labels(c *ast.CaseClause) {
	if len(r.parents) < 2 {
		return
	}
	s, ok := r.parents[len(r.parents)-2].(*ast.SwitchStmt)
	if !ok {
		return
	}
	for _, e := range c.List {
		switch {
		case s.Tag == nil:
			r.condition(e, true, true)
		case slices.Contains(r.tags, s):
			r.wrap(e, "(schemaTag == ", fmt.Sprintf(" && schema.Keep(%d))", r.place(e, map[int]string{1: "cas supprimé"})))
		}
	}
}
