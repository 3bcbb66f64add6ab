package tidy

import (
	"go/ast"
	"go/types"
	"strings"
)

// farFromMoney are the packages where a float may stand: those that draw
// numbers and those that measure time.
var farFromMoney = map[string]bool{"sim": true, "clock": true}

// noFloat: nothing near money is a float, not even on the way to something
// else. Benchmarks report rates, and may.
func noFloat(m *module, u *unit, add func(finding)) {
	if farFromMoney[u.path] {
		return
	}
	for _, f := range u.files {
		if strings.HasSuffix(f.path, "bench_test.go") {
			continue
		}
		functions(f, func(subject string, d ast.Decl) {
			ast.Inspect(d, func(n ast.Node) bool {
				e, ok := n.(ast.Expr)
				if !ok {
					return true
				}
				tv := u.info.Types[e]
				if b, ok := tv.Type.(*types.Basic); ok && b.Info()&(types.IsFloat|types.IsComplex) != 0 {
					add(finding{"float", subject, m.at(e.Pos()), b.String() + " near money"})
					return false
				}
				return tv.Value == nil // what makes a constant integer (1e6) is never a float of the program
			})
		})
	}
}

// onlyClockReadsTheTime: whoever needs the date is given it.
func onlyClockReadsTheTime(m *module, u *unit, add func(finding)) {
	if u.path == "clock" {
		return
	}
	for _, f := range u.files {
		functions(f, func(subject string, d ast.Decl) {
			ast.Inspect(d, func(n ast.Node) bool {
				id, ok := n.(*ast.Ident)
				if !ok {
					return true
				}
				switch fn, _ := u.info.Uses[id].(*types.Func); {
				case fn == nil || fn.Pkg() == nil || fn.Pkg().Path() != "time":
				case fn.Name() == "Now" || fn.Name() == "Since" || fn.Name() == "Until":
					add(finding{"time", subject, m.at(id.Pos()), "time." + fn.Name() + " outside of package clock"})
				}
				return true
			})
		})
	}
}

// mapOrder: the order of a map is not repeatable. Each loop over one, outside
// of tests, is listed with the reason why that order reaches no result.
func mapOrder(m *module, u *unit, add func(finding)) {
	for _, f := range u.files {
		if f.test || f.generated {
			continue
		}
		functions(f, func(subject string, d ast.Decl) {
			sorted := map[ast.Expr]bool{}
			ast.Inspect(d, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.RangeStmt:
					if t := u.info.TypeOf(n.X); t != nil {
						if _, ok := t.Underlying().(*types.Map); ok {
							add(finding{"maps", subject, m.at(n.Pos()), "a loop in the order of a map"})
						}
					}
				case *ast.CallExpr:
					switch pkg, name := u.callee(n); {
					case pkg == "slices" && (name == "Sorted" || name == "SortedFunc" || name == "SortedStableFunc"):
						sorted[n.Args[0]] = true
					case pkg == "maps" && (name == "Keys" || name == "Values" || name == "All") && !sorted[n]:
						add(finding{"maps", subject, m.at(n.Pos()), "maps." + name + " in the order of a map"})
					}
				}
				return true
			})
		})
	}
}

// callee names the function of a package that a call calls.
func (u *unit) callee(c *ast.CallExpr) (pkg, name string) {
	fun := ast.Unparen(c.Fun)
	switch x := fun.(type) {
	case *ast.IndexExpr:
		fun = x.X
	case *ast.IndexListExpr:
		fun = x.X
	}
	if s, ok := fun.(*ast.SelectorExpr); ok {
		if fn, ok := u.info.Uses[s.Sel].(*types.Func); ok && fn.Pkg() != nil {
			return fn.Pkg().Path(), fn.Name()
		}
	}
	return "", ""
}

// skipsAreSaid: a test is skipped through package essai, so that «make test»
// can refuse it.
func skipsAreSaid(m *module, u *unit, add func(finding)) {
	if u.path == "internal/essai" {
		return
	}
	for _, f := range u.files {
		functions(f, func(subject string, d ast.Decl) {
			ast.Inspect(d, func(n ast.Node) bool {
				c, ok := n.(*ast.CallExpr)
				if !ok {
					return true
				}
				if pkg, name := u.callee(c); pkg == "testing" && (name == "Skip" || name == "Skipf" || name == "SkipNow") {
					add(finding{"skip", subject, m.at(c.Pos()), "a test skipped without essai.Sauter"})
				}
				return true
			})
		})
	}
}
