package main

import (
	"fmt"
	"os"
	"strings"
)

// report is what became of every mutant of some packages.
type report struct {
	targets  []target
	mutants  []*mutant
	verdicts map[*mutant]verdict
}

// try makes the mutants of some packages and judges them, judge by judge.
// progress is given what tells how far it went.
func try(root string, targets []target, j *journal, o options, progress func(func() string)) (*report, error) {
	sources, err := load(root, targets)
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "mutation")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	b, err := build(root, dir, sources)
	if err != nil {
		return nil, err
	}
	r := &report{targets: targets}
	byJudge := map[string][]*mutant{}
	for i := range b.mutants {
		m := &b.mutants[i]
		r.mutants = append(r.mutants, m)
		byJudge[m.target.judge] = append(byJudge[m.target.judge], m)
	}
	t := &trial{built: b, journal: j, options: o, verdicts: map[*mutant]verdict{}}
	progress(t.progress)
	for _, s := range sources {
		if err := t.try(s.judge, byJudge[s.judge]); err != nil {
			return nil, err
		}
		delete(byJudge, s.judge)
	}
	r.verdicts = t.verdicts
	return r, nil
}

// survivors lists the mutants that nothing noticed, in the order of the text.
func (r *report) survivors() []*mutant {
	var ms []*mutant
	for _, m := range r.mutants {
		if !r.verdicts[m].killed {
			ms = append(ms, m)
		}
	}
	return ms
}

// covers reports whether a known survivor is of the packages tried.
func (r *report) covers(key string) bool {
	for _, t := range r.targets {
		if rest, ok := strings.CutPrefix(key, t.dir+"/"); ok && !strings.Contains(rest[:strings.Index(rest, ";")], "/") {
			return true
		}
	}
	return false
}

// String tells a mutant on one line.
func (m *mutant) String() string {
	return fmt.Sprintf("%s:%d %s : %s «%s» in «%s»", m.file, m.line, m.fn, m.change, m.text, m.within)
}
