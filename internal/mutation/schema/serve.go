package schema

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// Mark begins each line that a judge writes for the tool.
const Mark = "=mutation="

// Serve answers what the tool asks on r, one question a line: «first place
// variant», «others place variant», on the cases of each kind, with «new» at the
// end to leave out those that «known» named; «cases» lists the cases.
func (j *Judge) Serve(r io.Reader, w io.Writer) error {
	fmt.Fprintln(w, Mark, "ready")
	for in := bufio.NewScanner(r); in.Scan(); {
		word, rest, _ := strings.Cut(in.Text(), " ")
		b := &j.first
		switch word {
		case "known":
			j.known[rest] = true
			continue
		case "cases":
			if err := j.Rest(); err != nil {
				return err
			}
			for _, p := range append(j.first.cases, j.others.cases...) {
				fmt.Fprintln(w, Mark, "case", p.print())
			}
			fmt.Fprintln(w, Mark, "end")
			continue
		case "first":
		case "others":
			if err := j.Rest(); err != nil {
				return err
			}
			b = &j.others
		default:
			return fmt.Errorf("«%s» is no question", in.Text())
		}
		var place uint16
		var variant uint8
		if _, err := fmt.Sscan(rest, &place, &variant); err != nil {
			return fmt.Errorf("«%s» is no mutant: %w", rest, err)
		}
		if name, killed := j.kill(b, place, variant, strings.HasSuffix(rest, " new")); killed {
			fmt.Fprintln(w, Mark, "killed", strings.Join(strings.Fields(name), "_"))
		} else {
			fmt.Fprintln(w, Mark, "survived")
		}
	}
	return nil
}
