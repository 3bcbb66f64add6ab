package main

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
)

// verdict is what became of a mutant.
type verdict struct {
	killed bool
	by     string
}

// The two kinds of cases that a judge has.
const first, others = "first", "others"

// trial is one run over the mutants of some packages.
type trial struct {
	*built
	journal *journal
	options

	mu       sync.Mutex
	verdicts map[*mutant]verdict
	failed   error

	stage      atomic.Pointer[string] // what is being done, for whoever waits
	done, todo atomic.Int64
	noticed    atomic.Int64
}

// begin says what is being done, and over how many mutants.
func (t *trial) begin(stage string, n int) {
	t.stage.Store(&stage)
	t.done.Store(0)
	t.todo.Store(int64(n))
}

// progress tells how far the trial went, or nothing before it began.
func (t *trial) progress() string {
	stage := t.stage.Load()
	if stage == nil {
		return ""
	}
	return fmt.Sprintf("%s: %d of %d; %d noticed in all", *stage, t.done.Load(), t.todo.Load(), t.noticed.Load())
}

// settle keeps a verdict, and writes it down.
func (t *trial) settle(m *mutant, v verdict, tests string) {
	err := t.journal.note(m, row{v, tests})
	t.mu.Lock()
	defer t.mu.Unlock()
	t.verdicts[m] = v
	if v.killed {
		t.noticed.Add(1)
	}
	if t.failed == nil {
		t.failed = err
	}
}

func (t *trial) fail(err error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.failed == nil {
		t.failed = err
	}
}

func (t *trial) stopped() bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.failed != nil
}

// share does something for each mutant, by each judge; work gives to each
// of them what does it, and what ends it.
func (t *trial) share(stage string, ms []*mutant, work func() (do func(*mutant), end func())) {
	t.begin(stage, len(ms))
	todo := make(chan *mutant)
	var wait sync.WaitGroup
	for range min(t.judges, len(ms)) {
		wait.Go(func() {
			do, end := work()
			for m := range todo {
				if !t.stopped() {
					do(m)
				}
				t.done.Add(1)
			}
			end()
		})
	}
	for _, m := range ms {
		todo <- m
	}
	close(todo)
	wait.Wait()
}

// try judges the mutants of one judge: its first cases, the tests of each
// package, then the other cases, which take the longest to make.
func (t *trial) try(pkg string, ms []*mutant) error {
	known, err := t.journal.cases(pkg)
	if err != nil {
		return err
	}
	var todo []*mutant
	for _, m := range ms {
		r, _ := t.journal.find(m)
		t.verdicts[m] = r.verdict
		if r.killed {
			t.noticed.Add(1)
		} else if t.wants(m) {
			todo = append(todo, m)
		}
	}
	if len(todo) == 0 || t.told {
		return nil
	}
	t.begin("building "+pkg, 1)
	if err := t.test(pkg); err != nil {
		return err
	}
	t.judge(pkg, first, todo, known)
	if t.tries > 0 {
		t.hunt(pkg, t.left(todo), known)
		return t.failed
	}
	for left := t.left(todo); len(left) > 0 && !t.stopped(); {
		n := slices.IndexFunc(left, func(m *mutant) bool { return m.target != left[0].target })
		if n < 0 {
			n = len(left)
		}
		if err := t.own(left[0].target, left[:n]); err != nil {
			return err
		}
		left = left[n:]
	}
	if t.quick || t.stopped() {
		return t.failed
	}
	names := t.judge(pkg, others, t.left(todo), known)
	if t.failed != nil {
		return t.failed
	}
	return t.journal.noteCases(pkg, names)
}

// left lists the mutants that nothing noticed yet.
func (t *trial) left(ms []*mutant) []*mutant {
	return slices.DeleteFunc(slices.Clone(ms), func(m *mutant) bool { return t.verdicts[m].killed })
}

// judge shows mutants to cases of the judge, and returns all its cases. The last
// verdict of a survivor tells, by their sum, which cases it has met.
func (t *trial) judge(pkg, kind string, ms []*mutant, known []string) []string {
	var names []string
	var once sync.Once
	before := sum(known...)
	t.share(kind+" cases of "+pkg, ms, func() (func(*mutant), func()) {
		var j *judge
		var all string // the sum of the cases that the judge holds
		do := func(m *mutant) {
			if j == nil {
				var err error
				if j, err = t.ready(pkg, known); err != nil {
					t.fail(err)
					return
				}
				if kind == others {
					cases := j.cases()
					all = sum(cases...)
					once.Do(func() { names = cases })
				}
			}
			r, met := t.journal.find(m)
			if kind == others && met && r.by == all {
				return
			}
			switch answer, ok := j.ask(kind, m, met && r.by == before); {
			case !ok:
				j.stop()
				j = nil
				t.settle(m, verdict{true, "no answer"}, "")
			case strings.HasPrefix(answer, "killed "):
				t.settle(m, verdict{true, strings.TrimPrefix(answer, "killed ")}, "")
			case kind == others:
				t.settle(m, verdict{false, all}, r.tests)
			}
		}
		return do, func() {
			if j != nil {
				j.stop()
			}
		}
	})
	return names
}

// ready starts a judge and names it the cases that survivors have met.
func (t *trial) ready(pkg string, known []string) (*judge, error) {
	j, err := t.start(pkg)
	if err == nil {
		err = j.tell(known)
	}
	return j, err
}

// last is the verdict on a mutant so far.
func (t *trial) last(m *mutant) verdict {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.verdicts[m]
}

// own asks the tests of a package about the mutants that its first cases did not
// notice, but those that survived the same tests.
func (t *trial) own(target *target, ms []*mutant) error {
	tests, err := printTests(t.root, target.tests)
	if err != nil {
		return err
	}
	ms = slices.DeleteFunc(slices.Clone(ms), func(m *mutant) bool {
		r, ok := t.journal.find(m)
		return ok && r.tests == tests
	})
	if len(ms) == 0 {
		return nil
	}
	suites := map[string]suite{}
	for _, pkg := range target.tests {
		t.begin("building "+pkg, 1)
		if err := t.test(pkg); err != nil {
			return err
		}
		suites[pkg] = t.suiteOf(pkg)
	}
	t.share(target.dir+", tests of "+strings.Join(target.tests, " "), ms, func() (func(*mutant), func()) {
		return func(m *mutant) {
			for _, pkg := range target.tests {
				if out, ok := t.run(pkg, suites[pkg], fmt.Sprintf("%d:%d", m.place, m.variant)); !ok {
					t.settle(m, verdict{true, pkg + " " + firstFailure(out)}, "")
					return
				}
			}
			t.settle(m, t.last(m), tests)
		}, func() {}
	})
	return t.failed
}
