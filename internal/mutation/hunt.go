package main

import (
	"fmt"
	"strings"
)

// hunt looks, for each mutant that nothing noticed yet, for a case that does; the
// judge keeps what it finds. How the other hunts ended is told at once.
func (t *trial) hunt(pkg string, ms []*mutant, known []string) {
	t.share("hunting in "+pkg, ms, func() (func(*mutant), func()) {
		var j *judge
		do := func(m *mutant) {
			if j == nil {
				var err error
				if j, err = t.ready(pkg, known); err != nil {
					t.fail(err)
					return
				}
			}
			switch answer, ok := j.hunt(m, t.tries); {
			case !ok:
				j.stop()
				j = nil
				fmt.Println("no answer:", m)
			case strings.HasPrefix(answer, "killed "):
				t.settle(m, verdict{true, strings.TrimPrefix(answer, "killed ")}, "")
			default:
				fmt.Printf("%s: %s\n", strings.TrimPrefix(answer, "survived "), m)
			}
		}
		return do, func() {
			if j != nil {
				j.stop()
			}
		}
	})
}
