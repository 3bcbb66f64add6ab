package schema

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
)

// Case is one proof: Run reports whether the code answers it as it must.
type Case struct {
	Name string
	Run  func() bool
}

// Mark begins each line that a judge writes for the tool.
const Mark = "=mutation="

// Judge tries mutants on cases.
type Judge struct {
	cases  []Case
	limits []int64 // steps that each case may take
	byPath [][]int // by place: the cases that run through it, shortest path first
	last   []int   // cases that noticed the last mutants, latest first
}

// NewJudge runs every case on the code as written, notes the places that each
// runs through, and refuses a case that fails.
func NewJudge(cases []Case) (*Judge, error) {
	j := &Judge{cases: cases, byPath: make([][]int, Places)}
	lengths := make([]int, len(cases))
	for i := range cases {
		for p := range switches {
			switches[p] = seen
		}
		met, steps = met[:0], math.MaxInt64
		ok, fault := try(&cases[i])
		if !ok {
			return nil, fmt.Errorf("the case %s fails on the code as written %v", cases[i].Name, fault)
		}
		j.limits = append(j.limits, 100_000+20*(math.MaxInt64-steps))
		lengths[i] = len(met)
		for _, p := range met {
			j.byPath[p] = append(j.byPath[p], i)
		}
	}
	clear(switches[:])
	for _, is := range j.byPath {
		slices.SortStableFunc(is, func(a, b int) int { return cmp.Compare(lengths[a], lengths[b]) })
	}
	return j, nil
}

// try runs a case; a panic is a failure.
func try(c *Case) (ok bool, fault any) {
	defer func() {
		if fault = recover(); fault != nil {
			ok = false
		}
	}()
	return c.Run(), nil
}

// Kill returns the name of a case that notices a mutant, and whether there is
// one. Cases that noticed the last mutants are tried first.
func (j *Judge) Kill(place uint16, variant uint8) (string, bool) {
	switches[place] = variant
	defer func() { switches[place] = 0 }()
	paths := j.byPath[place]
	order := make([]int, 0, len(j.last)+len(paths))
	for _, i := range j.last {
		if slices.Contains(paths, i) {
			order = append(order, i)
		}
	}
	for _, i := range append(order, paths...) {
		steps = j.limits[i]
		if ok, _ := try(&j.cases[i]); !ok {
			steps = math.MaxInt64
			j.last = append([]int{i}, slices.DeleteFunc(j.last, func(x int) bool { return x == i })...)
			j.last = j.last[:min(len(j.last), 8)]
			return j.cases[i].Name, true
		}
	}
	steps = math.MaxInt64
	return "", false
}

// Serve answers the mutants asked for on r, one a line, «place variant».
func (j *Judge) Serve(r io.Reader, w io.Writer) error {
	fmt.Fprintln(w, Mark, "ready", len(j.cases))
	for in := bufio.NewScanner(r); in.Scan(); {
		var place uint16
		var variant uint8
		if _, err := fmt.Sscan(in.Text(), &place, &variant); err != nil {
			return fmt.Errorf("«%s» is no mutant: %w", in.Text(), err)
		}
		if name, killed := j.Kill(place, variant); killed {
			fmt.Fprintln(w, Mark, "killed", strings.Join(strings.Fields(name), "_"))
		} else {
			fmt.Fprintln(w, Mark, "survived", len(j.byPath[place]))
		}
	}
	return nil
}
