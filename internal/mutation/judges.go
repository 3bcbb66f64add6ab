package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"

	"accord/internal/mutation/schema"
)

// patience is how long a judge may look at one mutant: those that run without
// end are stopped by their steps, long before.
const patience = 60 * time.Second

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
	if answer, ok := j.wait(40 * patience); !ok || !strings.HasPrefix(answer, "ready") {
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

// ask gives the judge's answer on a mutant, or false if it did not live to give it.
func (j *judge) ask(m *mutant) (string, bool) {
	if _, err := fmt.Fprintln(j.in, m.place, m.variant); err != nil {
		return "", false
	}
	return j.wait(patience)
}

func (j *judge) stop() {
	j.cmd.Process.Kill()
	for range j.lines {
	}
	j.cmd.Wait()
}

// verdict is what became of a mutant.
type verdict struct {
	killed bool
	by     string
}

// judge asks every mutant of some packages of the judge, on every processor.
func (b *built) judge(pkg string, ms []*mutant, verdicts map[*mutant]verdict) error {
	todo := make(chan *mutant)
	var mu sync.Mutex
	var failed error
	var wait sync.WaitGroup
	for range runtime.NumCPU() {
		wait.Go(func() {
			var j *judge
			for m := range todo {
				mu.Lock()
				stop := failed != nil
				mu.Unlock()
				if stop {
					continue
				}
				var err error
				if j == nil {
					if j, err = b.start(pkg); err != nil {
						mu.Lock()
						failed = err
						mu.Unlock()
						continue
					}
				}
				v := verdict{killed: true, by: "no answer"}
				if answer, ok := j.ask(m); ok {
					word, by, _ := strings.Cut(answer, " ")
					v = verdict{killed: word == "killed", by: by}
				} else {
					j.stop()
					j = nil
				}
				mu.Lock()
				verdicts[m] = v
				mu.Unlock()
			}
			if j != nil {
				j.stop()
			}
		})
	}
	for _, m := range ms {
		todo <- m
	}
	close(todo)
	wait.Wait()
	return failed
}
