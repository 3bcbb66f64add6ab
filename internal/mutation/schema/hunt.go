package schema

import (
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
)

// Quarry is a case that may turn out to notice a mutant. It need not be a proof:
// it becomes one when the code as written is right on it.
type Quarry interface {
	// Answer is what the code makes of the case, in short.
	Answer() uint64
	// All is all that the code says of the case, in short.
	All() uint64
	// Near is the case with a few things moved, or nil. hints are distances that
	// would bring two things that the code compares to each other.
	Near(r *rand.Rand, hints []int64) Quarry
	// Smaller is the case without its i-th detail, or nil; false beyond the last.
	Smaller(i int) (Quarry, bool)
	// Proof is the case as whoever keeps it will read it, or false if it has no sense.
	Proof() (Case, bool)
	// Keep writes it down, since it alone notices some mutant.
	Keep() error
}

// Game is where mutants are hunted: cases drawn at random, by their number.
type Game struct {
	Draws int
	Draw  func(i int) Quarry
}

// pond is how many cases are kept for one place, and near how many places
// before and after it tell the distances of what is compared there.
const pond, near = 24, 8

// hunted is a game whose cases have been run: by place, the numbers of some that go
// through it. Drawing a case again is cheaper than keeping them all.
type hunted struct {
	*Game
	byPlace [][]int32
}

// through draws again the cases that go through a place.
func (h *hunted) through(place uint16) []Quarry {
	var qs []Quarry
	for _, i := range h.byPlace[place] {
		qs = append(qs, h.Draw(int(i)))
	}
	return qs
}

// gather runs the cases of a game on the code as written, and keeps for each
// place the first that go through it.
func (g *Game) gather() *hunted {
	h := &hunted{g, make([][]int32, Places)}
	for i := range g.Draws {
		q := g.Draw(i)
		copy(switches[:], looking[:])
		met = met[:0]
		if _, ok := answer(q.Answer); !ok {
			continue
		}
		for _, place := range met {
			if len(h.byPlace[place]) < pond {
				h.byPlace[place] = append(h.byPlace[place], int32(i))
			}
		}
	}
	clear(switches[:])
	return h
}

// answer is what the code makes of a case, or false if it does not live to say it.
func answer(of func() uint64) (a uint64, ok bool) {
	defer func() {
		if recover() != nil {
			ok = false
		}
	}()
	return of(), true
}

// seek is the hunt of one mutant.
type seek struct {
	place   uint16
	variant uint8
	pool    []Quarry
	hints   []int64
	limit   int64 // steps that the mutant may take: many more than the code as written took
}

// asWritten runs a case on the code as written, notes whether it goes through
// the place, and at what distances the things compared around it are.
func (s *seek) asWritten(q Quarry) (a uint64, through, ok bool) {
	switches[s.place] = seen
	met, distances = met[:0], distances[:0]
	measured.from, measured.to = s.place-min(s.place, near), s.place+near
	steps = math.MaxInt64
	a, ok = answer(q.Answer)
	s.limit = 100_000 + 20*(math.MaxInt64-steps)
	switches[s.place], measured.from, measured.to, steps = 0, 1, 0, math.MaxInt64
	return a, len(met) > 0 || len(distances) > 0, ok
}

// mutated runs a case with the mutant switched on.
func (s *seek) mutated(run func()) {
	switches[s.place], steps = s.variant, s.limit
	defer func() { switches[s.place], steps = 0, math.MaxInt64 }()
	run()
}

// notices reports whether a case tells the mutant from the code as written, and is right on the latter.
func (s *seek) notices(q Quarry) (Case, bool) {
	c, ok := q.Proof()
	if !ok {
		return c, false
	}
	p := &proof{Case: c}
	if right, _ := p.try(); !right {
		return c, false
	}
	right := true
	s.mutated(func() { right, _ = p.try() })
	return c, !right
}

// differs reports whether the mutant answers a case otherwise.
func (s *seek) differs(q Quarry, a uint64) bool {
	b, ok := uint64(0), false
	s.mutated(func() { b, ok = answer(q.Answer) })
	return !ok || a != b
}

// Hunt looks for a case that notices a mutant among those drawn and their
// neighbours, makes it small and keeps it. It returns its name, or how the hunt
// ended: nothing goes there, nothing differs, what differs is not in the days, or
// nothing proves it.
func (j *Judge) Hunt(place uint16, variant uint8, tries int) (string, bool, error) {
	if j.game == nil {
		return "no game", false, nil
	}
	if j.hunted == nil {
		j.hunted = j.game.gather()
	}
	s := &seek{place: place, variant: variant, pool: j.hunted.through(place)}
	drawn := len(s.pool)
	if drawn == 0 {
		return "unreached", false, nil
	}
	r, end := rand.New(rand.NewPCG(uint64(place), uint64(variant))), "same"
	for i := range tries {
		var q Quarry
		if i < drawn {
			q = s.pool[i]
		} else if q = s.pool[r.IntN(len(s.pool))].Near(r, s.hints); q == nil {
			continue
		}
		a, through, ok := s.asWritten(q)
		if !ok || !through {
			continue
		}
		s.learn(r, q, i >= drawn)
		if !s.differs(q, a) {
			continue
		}
		end = "unproved"
		if c, ok := s.notices(q); ok {
			q, c = s.shrink(q, c)
			if err := q.Keep(); err != nil {
				return "", false, err
			}
			return c.Name, true, j.first.learn([]Case{c}, false)
		}
	}
	if end == "same" && s.speaks() {
		end = "elsewhere"
	}
	return end, false, nil
}

// speaks reports whether the mutant says otherwise, on some case, what the days do not tell.
func (s *seek) speaks() bool {
	return slices.ContainsFunc(s.pool, func(q Quarry) bool {
		a, ok := answer(q.All)
		b, same := a, true
		s.mutated(func() { b, same = answer(q.All) })
		return ok && (!same || a != b)
	})
}

// learn keeps the distances met, and sometimes the case, to go on from it.
func (s *seek) learn(r *rand.Rand, q Quarry, isNew bool) {
	for _, d := range distances {
		if d != 0 && len(s.hints) < 256 {
			s.hints = append(s.hints, d)
		} else if d != 0 {
			s.hints[r.IntN(len(s.hints))] = d
		}
	}
	switch {
	case !isNew:
	case len(s.pool) < 4*pond:
		s.pool = append(s.pool, q)
	default:
		s.pool[r.IntN(len(s.pool))] = q
	}
}

// shrink leaves out of a case what it can do without.
func (s *seek) shrink(q Quarry, c Case) (Quarry, Case) {
	for i := 0; ; {
		smaller, more := q.Smaller(i)
		if !more {
			return q, c
		}
		i++
		if smaller == nil {
			continue
		}
		a, through, ok := s.asWritten(smaller)
		if !ok || !through || !s.differs(smaller, a) {
			continue
		}
		if less, ok := s.notices(smaller); ok {
			q, c = smaller, less
			i-- // what followed has taken its place
		}
	}
}

// measured is the range of places whose comparisons are measured, and distances
// what was found there.
var (
	measured  = struct{ from, to uint16 }{1, 0}
	distances []int64
)

// measure notes the distance of two whole numbers compared at a place.
func measure(place uint16, a, b any) {
	if place < measured.from || place > measured.to || len(distances) >= 64 {
		return
	}
	if x, y := reflect.ValueOf(a), reflect.ValueOf(b); x.CanInt() {
		distances = append(distances, y.Int()-x.Int())
	}
}
