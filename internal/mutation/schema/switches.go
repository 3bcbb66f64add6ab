package schema

import (
	"cmp"
	"fmt"
	"math"
	"os"
)

// Places is how many places of one build may be mutated.
const Places = 1 << 16

const seen = 0xff // the switch of a place while it is only looked at

var (
	switches [Places]uint8 // 0: as written; seen; else the variant switched on
	met      []uint16      // places run through while they are only looked at
	steps    int64         = math.MaxInt64
	looking  [Places]uint8 // every place only looked at
)

// Variable names the mutant that a process is born with, as «place:variant».
const Variable = "ACCORD_MUTANT"

// Serving, when set, asks the judge to answer the mutants of its input.
const Serving = "ACCORD_MUTATION"

func init() {
	for p := range looking {
		looking[p] = seen
	}
	var place uint16
	var variant uint8
	if _, err := fmt.Sscanf(os.Getenv(Variable), "%d:%d", &place, &variant); err == nil {
		switches[place], steps = variant, 2_000_000_000
	}
}

// tooLong is what a mutant that runs without end panics with.
type tooLong struct{}

// on returns the variant switched on at a place, or 0, and notes the place
// while it is only looked at.
func on(place uint16) uint8 {
	s := switches[place]
	if s != seen {
		return s
	}
	switches[place] = 0
	met = append(met, place)
	return 0
}

// Step counts one turn of a loop or one call, and stops a run without end.
func Step() {
	if steps--; steps < 0 {
		panic(tooLong{})
	}
}

// Cond is a condition: negated, always true, always false.
func Cond(place uint16, x bool) bool {
	if switches[place] != 0 {
		switch on(place) {
		case 1:
			return !x
		case 2:
			return true
		case 3:
			return false
		}
	}
	return x
}

// On reports whether the only change of a place is switched on.
func On(place uint16) bool { return switches[place] != 0 && on(place) == 1 }

// Keep reports whether a statement or a case is left in.
func Keep(place uint16) bool { return !On(place) }

// Lt is a < b; its mutant a <= b.
func Lt[T cmp.Ordered](place uint16, a, b T) bool {
	if measured.to != 0 {
		measure(place, a, b)
	}
	return a < b || On(place) && a == b
}

// Le is a <= b; its mutant a < b.
func Le[T cmp.Ordered](place uint16, a, b T) bool {
	if measured.to != 0 {
		measure(place, a, b)
	}
	return a <= b && (!On(place) || a != b)
}

// Gt is a > b; its mutant a >= b.
func Gt[T cmp.Ordered](place uint16, a, b T) bool {
	if measured.to != 0 {
		measure(place, a, b)
	}
	return a > b || On(place) && a == b
}

// Ge is a >= b; its mutant a > b.
func Ge[T cmp.Ordered](place uint16, a, b T) bool {
	if measured.to != 0 {
		measure(place, a, b)
	}
	return a >= b && (!On(place) || a != b)
}

// Number is what is counted with: days, cents, ranks.
type Number interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64
}

// Add is a + b; its mutant a - b.
func Add[T Number](place uint16, a, b T) T {
	if On(place) {
		return a - b
	}
	return a + b
}

// Sub is a - b; its mutant a + b.
func Sub[T Number](place uint16, a, b T) T {
	if On(place) {
		return a + b
	}
	return a - b
}

// Mul is a * b; its mutant a / b.
func Mul[T Number](place uint16, a, b T) T {
	if On(place) {
		return a / b
	}
	return a * b
}

// Div is a / b; its mutant a * b.
func Div[T Number](place uint16, a, b T) T {
	if On(place) {
		return a * b
	}
	return a / b
}

// Mod is a % b; its mutant a / b.
func Mod[T Number](place uint16, a, b T) T {
	if On(place) {
		return a / b
	}
	return a % b
}

// Min is min(a, b…); its mutant max.
func Min[T cmp.Ordered](place uint16, a, b T) T {
	if measured.to != 0 {
		measure(place, a, b)
	}
	if On(place) {
		return max(a, b)
	}
	return min(a, b)
}

// Max is max(a, b); its mutant min.
func Max[T cmp.Ordered](place uint16, a, b T) T {
	if measured.to != 0 {
		measure(place, a, b)
	}
	if On(place) {
		return min(a, b)
	}
	return max(a, b)
}

// Plus is a.Plus(b); its mutant a.Moins(b).
func Plus[T interface {
	Plus(T) T
	Moins(T) T
}](place uint16, a, b T) T {
	if On(place) {
		return a.Moins(b)
	}
	return a.Plus(b)
}

// Moins is a.Moins(b); its mutant a.Plus(b).
func Moins[T interface {
	Plus(T) T
	Moins(T) T
}](place uint16, a, b T) T {
	if On(place) {
		return a.Plus(b)
	}
	return a.Moins(b)
}

// Fois is a.Fois(b); its mutant a.Sur(b).
func Fois[T interface {
	Fois(T) T
	Sur(T) T
}](place uint16, a, b T) T {
	if On(place) {
		return a.Sur(b)
	}
	return a.Fois(b)
}

// Sur is a.Sur(b); its mutant a.Fois(b).
func Sur[T interface {
	Fois(T) T
	Sur(T) T
}](place uint16, a, b T) T {
	if On(place) {
		return a.Fois(b)
	}
	return a.Sur(b)
}

// K is a whole constant: one more, one less.
func K[T Number](place uint16, x T) T {
	if switches[place] != 0 {
		switch on(place) {
		case 1:
			return x + 1
		case 2:
			return x - 1
		}
	}
	return x
}

// Other is a constant of two values: the other one.
func Other[T any](place uint16, x, other T) T {
	if On(place) {
		return other
	}
	return x
}

// Zero is what is returned: nothing instead.
func Zero[T any](place uint16, x T) T {
	if On(place) {
		var zero T
		return zero
	}
	return x
}
