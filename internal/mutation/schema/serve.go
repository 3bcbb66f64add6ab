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
// end to leave out those that «known» named; «hunt place variant tries» looks for
// a case that notices it; «cases» lists the cases.
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
		case "hunt":
		default:
			return fmt.Errorf("«%s» is no question", in.Text())
		}
		name, killed, err := j.answer(word, b, rest)
		switch {
		case err != nil:
			return err
		case killed:
			fmt.Fprintln(w, Mark, "killed", strings.Join(strings.Fields(name), "_"))
		default:
			fmt.Fprintln(w, Mark, "survived", name)
		}
	}
	return nil
}

// answer tells of one mutant the case that notices it, if there is one.
func (j *Judge) answer(word string, b *batch, rest string) (string, bool, error) {
	var place uint16
	var variant uint8
	var tries int
	if word != "hunt" {
		if _, err := fmt.Sscan(rest, &place, &variant); err != nil {
			return "", false, fmt.Errorf("«%s» is no mutant: %w", rest, err)
		}
		name, killed := j.kill(b, place, variant, strings.HasSuffix(rest, " new"))
		return name, killed, nil
	}
	if _, err := fmt.Sscan(rest, &place, &variant, &tries); err != nil {
		return "", false, fmt.Errorf("«%s» is no mutant to hunt: %w", rest, err)
	}
	// What was found for another mutant may do for this one.
	if name, killed := j.kill(&j.first, place, variant, true); killed {
		return name, true, nil
	}
	return j.Hunt(place, variant, tries)
}
