package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"accord/internal/mutation/schema"
)

// patience is how long a judge may look at one mutant, on a machine that does
// other work: those that run without end are stopped by their steps, long before.
const patience = 15 * time.Minute

// judge is one process that answers mutants.
type judge struct {
	cmd   *exec.Cmd
	in    io.WriteCloser
	lines chan string
}

// start starts a judge and waits until it has run its cases once.
func (b *built) start(pkg string) (*judge, error) {
	j := &judge{cmd: exec.Command(b.binaries[pkg], "-test.run", "^TestJuge$", "-test.timeout", "0"), lines: make(chan string)}
	j.cmd.Dir = filepath.Join(b.root, pkg)
	j.cmd.Env = append(os.Environ(), schema.Serving+"=1", "GOMAXPROCS=1")
	in, err := j.cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := j.cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := j.cmd.Start(); err != nil {
		return nil, err
	}
	j.in = in
	var said strings.Builder
	go func() {
		for s := bufio.NewScanner(out); s.Scan(); {
			if answer, ok := strings.CutPrefix(s.Text(), schema.Mark+" "); ok {
				j.lines <- answer
			} else {
				said.WriteString(s.Text() + "\n")
			}
		}
		close(j.lines)
	}()
	if answer, ok := j.wait(patience); !ok || !strings.HasPrefix(answer, "ready") {
		j.stop()
		return nil, fmt.Errorf("the judge of %s does not start: %s", pkg, said.String())
	}
	return j, nil
}

func (j *judge) wait(d time.Duration) (string, bool) {
	select {
	case answer, ok := <-j.lines:
		return answer, ok
	case <-time.After(d):
		return "", false
	}
}

// ask gives the judge's answer on a mutant, or false if it did not live to give
// it. Of one that survived before, only the cases that are new are asked.
func (j *judge) ask(kind string, m *mutant, before bool) (string, bool) {
	end := ""
	if before {
		end = " new"
	}
	if _, err := fmt.Fprintf(j.in, "%s %d %d%s\n", kind, m.place, m.variant, end); err != nil {
		return "", false
	}
	return j.wait(patience)
}

// hunt asks the judge to look for a case that notices a mutant, in so many tries.
func (j *judge) hunt(m *mutant, tries int) (string, bool) {
	if _, err := fmt.Fprintf(j.in, "hunt %d %d %d\n", m.place, m.variant, tries); err != nil {
		return "", false
	}
	return j.wait(patience)
}

// tell names the cases that survivors have met already.
func (j *judge) tell(known []string) error {
	for _, name := range known {
		if _, err := fmt.Fprintln(j.in, "known", name); err != nil {
			return err
		}
	}
	return nil
}

// cases lists the cases of the judge.
func (j *judge) cases() []string {
	var names []string
	if _, err := fmt.Fprintln(j.in, "cases"); err != nil {
		return nil
	}
	for {
		answer, ok := j.wait(patience)
		name, found := strings.CutPrefix(answer, "case ")
		switch {
		case ok && found:
			names = append(names, name)
		case ok && answer == "end":
			return names
		default:
			return nil
		}
	}
}

func (j *judge) stop() {
	j.cmd.Process.Kill()
	for range j.lines {
	}
	j.cmd.Wait()
}
