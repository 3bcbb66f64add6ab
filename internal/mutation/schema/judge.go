package schema

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

// Case is one proof: Run reports whether the code answers it as it must.
type Case struct {
	Name  string
	Print string // what it proves, in short: another print is another proof
	Run   func() bool
}

// Judge tries mutants on cases: those that come first, few and sharp, then the
// others, which are made only when some mutant survives the first.
type Judge struct {
	first, others batch
	more          func() []Case   // makes the others, once
	last          []*proof        // those that noticed the last mutants, latest first
	known         map[string]bool // cases that some mutants have survived already
	game          *Game           // where survivors are hunted, if anywhere
	hunted        *hunted
}

// batch is the cases of one kind: by place, those that run through it, shortest
// path first.
type batch struct {
	cases  []*proof
	byPath [][]*proof
}

// proof is a case on the code as written: how far it goes, and how long it may.
type proof struct {
	Case
	path  int
	limit int64
}

// NewJudge runs every first case on the code as written, notes the places that
// each runs through, and refuses a case that fails; the others come from more,
// if it is not nil, those that fail left out.
func NewJudge(first []Case, more func() []Case) (*Judge, error) {
	j := &Judge{more: more, known: map[string]bool{}}
	return j, j.first.learn(first, true)
}

// In gives a judge the game where survivors are hunted.
func (j *Judge) In(g *Game) *Judge {
	j.game = g
	return j
}

// learn runs cases on the code as written. One that fails is no proof: it is an
// error when it must pass, and left out otherwise.
func (b *batch) learn(cases []Case, must bool) error {
	if b.byPath == nil {
		b.byPath = make([][]*proof, Places)
	}
	for i := range cases {
		p := &proof{Case: cases[i]}
		copy(switches[:], looking[:])
		met, steps = met[:0], math.MaxInt64
		ok, fault := p.try()
		switch {
		case !ok && !must:
			continue
		case !ok:
			clear(switches[:])
			return fmt.Errorf("the case %s fails on the code as written %v", p.Name, fault)
		}
		p.limit, p.path = 100_000+20*(math.MaxInt64-steps), len(met)
		b.cases = append(b.cases, p)
		for _, place := range met {
			b.byPath[place] = append(b.byPath[place], p)
		}
	}
	clear(switches[:])
	for _, ps := range b.byPath {
		slices.SortStableFunc(ps, func(a, b *proof) int { return cmp.Compare(a.path, b.path) })
	}
	return nil
}

// Rest makes the other cases, once.
func (j *Judge) Rest() error {
	if j.more == nil {
		return nil
	}
	cases := j.more()
	j.more = nil
	return j.others.learn(cases, false)
}

// print tells a case from all others.
func (p *proof) print() string { return p.Name + " " + p.Print }

// try runs a case; a panic is a failure.
func (p *proof) try() (ok bool, fault any) {
	defer func() {
		if fault = recover(); fault != nil {
			ok = false
		}
	}()
	return p.Run(), nil
}

// kill returns the name of a case of a batch that notices a mutant, and whether there is
// one. Cases that noticed the last mutants are tried first. Of a mutant that
// survived the known cases, only those that are new are asked.
func (j *Judge) kill(b *batch, place uint16, variant uint8, onlyNew bool) (string, bool) {
	if b.byPath == nil {
		return "", false
	}
	switches[place] = variant
	defer func() { switches[place], steps = 0, math.MaxInt64 }()
	var order []*proof
	for _, p := range j.last {
		if slices.Contains(b.byPath[place], p) {
			order = append(order, p)
		}
	}
	for _, p := range append(order, b.byPath[place]...) {
		if onlyNew && j.known[p.print()] {
			continue
		}
		steps = p.limit
		if ok, _ := p.try(); !ok {
			j.last = append([]*proof{p}, slices.DeleteFunc(j.last, func(x *proof) bool { return x == p })...)
			j.last = j.last[:min(len(j.last), 8)]
			return p.Name, true
		}
	}
	return "", false
}
