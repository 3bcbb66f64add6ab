package main

import (
	"errors"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"
)

func main() {
	var o options
	flag.BoolVar(&o.all, "v", false, "print every mutant, and what noticed it")
	flag.BoolVar(&o.fresh, "neuf", false, "judge again what earlier runs judged")
	flag.BoolVar(&o.quick, "vite", false, "ask the worked examples and the tests of the package only")
	flag.BoolVar(&o.told, "bilan", false, "judge nothing: tell what the journal holds")
	flag.IntVar(&o.tries, "chasse", 0, "hunt each survivor in so many tries, keep the cases that notice it, and go no further")
	flag.StringVar(&o.files, "fichiers", "", "judge, and list, the mutants of these files only: a.go,b.go")
	flag.IntVar(&o.judges, "p", runtime.NumCPU(), "judges at work together")
	flag.Parse()
	root, err := os.Getwd()
	if err == nil {
		err = run(root, flag.Args(), o)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// options say how much is judged, and by how many.
type options struct {
	all, fresh, quick, told bool
	judges, tries           int
	files                   string
}

// wants reports whether the mutants of a file are asked for.
func (o *options) wants(m *mutant) bool {
	return o.files == "" || slices.Contains(strings.Split(o.files, ","), filepath.Base(m.file))
}

// run tries the packages named, or all those of cibles.csv.
func run(root string, named []string, o options) error {
	start := time.Now()
	here := filepath.Join(root, "internal", "mutation")
	targets, err := readTargets(filepath.Join(here, "cibles.csv"), named)
	if err != nil {
		return err
	}
	known, err := readSurvivors(filepath.Join(here, "survivants.csv"))
	if err != nil {
		return err
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		return err
	}
	j, err := openJournal(filepath.Join(cache, "accord", "mutation"), o.fresh)
	if err != nil {
		return err
	}
	report, err := try(root, targets, j, o, tell)
	if err != nil {
		return err
	}
	if o.all {
		for _, m := range report.mutants {
			fmt.Println(m, "←", report.verdicts[m].by)
		}
	}
	survivors := report.survivors()
	rest := unexplained(survivors, known)
	for _, m := range rest {
		if o.wants(m) {
			fmt.Println("survives:", m)
		}
	}
	stale := 0
	for _, k := range slices.Sorted(maps.Keys(known)) {
		if known[k] > 0 && report.covers(k) {
			fmt.Println("no longer survives:", k)
			stale++
		}
	}
	faults := stale
	for _, t := range targets {
		n := countOf(rest, t.dir)
		if n != t.left {
			fmt.Printf("%s: %d survivors have no reason, cibles.csv says %d\n", t.dir, n, t.left)
		}
		if n > t.left {
			faults++
		}
	}
	n := len(report.mutants)
	fmt.Printf("%d mutants: %d killed, %d survive, of which %d without a reason; %d reasons too many; %v\n",
		n, n-len(survivors), len(survivors), len(rest), stale, time.Since(start).Round(time.Second))
	if faults > 0 && !o.quick {
		return errors.New("each survivor is killed by a worked example, or explained in internal/mutation/survivants.csv")
	}
	return nil
}

// tell prints how far the trial went, now and then.
func tell(progress func() string) {
	go func() {
		for range time.Tick(20 * time.Second) {
			if p := progress(); p != "" {
				fmt.Fprintln(os.Stderr, p)
			}
		}
	}()
}

// countOf counts the mutants of one package.
func countOf(ms []*mutant, dir string) int {
	n := 0
	for _, m := range ms {
		if m.target.dir == dir {
			n++
		}
	}
	return n
}
