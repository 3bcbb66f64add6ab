package tidy

import (
	"fmt"
	"go/ast"
	"go/token"
	"os"
	"strings"
	"testing"
)

// finding is one breach of a rule.
type finding struct {
	rule    string
	subject string // what an exception names: a file, a file and its function, an import
	where   string
	what    string
}

// rules look at one unit each.
var rules = []func(*module, *unit, func(finding)){
	importsGoDown, reserved, noFloat, onlyClockReadsTheTime, mapOrder, short, documented, skipsAreSaid, nothingEscapes, speaksToNobody,
}

// TestTidy runs every rule over the whole module. What exceptions.txt lists
// passes; what it lists in vain fails.
func TestTidy(t *testing.T) {
	m := load()
	for _, err := range m.errs {
		t.Error(err)
	}
	exceptions := readExceptions(t, "exceptions.txt")
	said := map[finding]bool{}
	report := func(f finding) {
		key := finding{rule: f.rule, subject: f.subject}
		if said[key] {
			return
		}
		said[key] = true
		if e := exceptions[f.rule+" | "+f.subject]; e != nil {
			e.used = true
			return
		}
		t.Errorf("%s: %s\n\tto let it pass, exceptions.txt: %s | %s | <why>", f.where, f.what, f.rule, f.subject)
	}
	for _, u := range m.units {
		for _, rule := range rules {
			rule(m, u, report)
		}
	}
	everyFloorExists(m, report)
	formatted(m, report)
	words(t, m.root, report)
	if len(m.errs) > 0 {
		return // what does not compile was not looked at: the tables cannot be judged
	}
	everyReservationServes(m, report)
	for key, e := range exceptions {
		if !e.used {
			t.Errorf("exceptions.txt:%d: «%s» no longer excepts anything", e.line, key)
		}
	}
}

// exception is one line of exceptions.txt.
type exception struct {
	line int
	used bool
}

// readExceptions reads lines «rule | subject | reason».
func readExceptions(t *testing.T, name string) map[string]*exception {
	t.Helper()
	rows, err := readTable(name, 3)
	if err != nil {
		t.Fatal(err)
	}
	es := map[string]*exception{}
	for _, r := range rows {
		key := r.fields[0] + " | " + r.fields[1]
		if len(r.fields[2]) < 10 {
			t.Errorf("%s:%d: «%s» has no reason", name, r.line, key)
		}
		if es[key] != nil {
			t.Errorf("%s:%d: «%s» is listed twice", name, r.line, key)
		}
		es[key] = &exception{line: r.line}
	}
	return es
}

// row is one line of a table.
type row struct {
	line   int
	fields []string
}

// readTable reads the fields of a file. Lines that are empty or begin with #
// say nothing.
func readTable(name string, columns int) (rows []row, err error) {
	text, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	for i, line := range strings.Split(string(text), "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		fields := strings.Split(line, "|")
		for k := range fields {
			fields[k] = strings.TrimSpace(fields[k])
		}
		if len(fields) != columns {
			return nil, fmt.Errorf("%s:%d: %d fields, %d expected", name, i+1, len(fields), columns)
		}
		rows = append(rows, row{i + 1, fields})
	}
	return rows, nil
}

// at tells a position as file and line.
func (m *module) at(p token.Pos) string {
	q := m.fset.Position(p)
	return fmt.Sprintf("%s:%d", q.Filename, q.Line)
}

// functions calls visit with each declaration of a file and the subject that
// an exception would name: the file and the function, or the file alone.
func functions(f *file, visit func(subject string, d ast.Decl)) {
	for _, d := range f.ast.Decls {
		subject := f.path
		if fn, ok := d.(*ast.FuncDecl); ok {
			subject += " " + functionName(fn)
		}
		visit(subject, d)
	}
}

// functionName is «Payer» or «Caisse.Payer».
func functionName(fn *ast.FuncDecl) string {
	if fn.Recv == nil {
		return fn.Name.Name
	}
	receiver := fn.Recv.List[0].Type
	if star, ok := receiver.(*ast.StarExpr); ok {
		receiver = star.X
	}
	if generic, ok := receiver.(*ast.IndexExpr); ok {
		receiver = generic.X
	}
	if id, ok := receiver.(*ast.Ident); ok {
		return id.Name + "." + fn.Name.Name
	}
	return fn.Name.Name
}
