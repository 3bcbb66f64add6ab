package dsn

import "fmt"

// Code is the code of a rubric, S21.G00.51.013 being 210051013. The code of a
// block is that of its rubric 000. Zero stands for a line that has no code.
type Code uint32

const longueurCode = len("S21.G00.51.013")

// parseCode reads the code at the start of a line.
func parseCode(s string) (Code, bool) {
	if len(s) < longueurCode || s[0] != 'S' || s[3] != '.' || s[4] != 'G' || s[7] != '.' || s[10] != '.' {
		return 0, false
	}
	var n Code
	for _, i := range [...]int{1, 2, 5, 6, 8, 9, 11, 12, 13} {
		c := s[i] - '0'
		if c > 9 {
			return 0, false
		}
		n = 10*n + Code(c)
	}
	return n, n != 0
}

// Bloc returns the code of the block of the rubric.
func (c Code) Bloc() Code { return c - c%1000 }

// String gives S21.G00.51.013, S21.G00.51 for a block, and nothing for zero.
func (c Code) String() string {
	switch {
	case c == 0:
		return ""
	case c%1000 == 0:
		return fmt.Sprintf("S%02d.G%02d.%02d", c/1e7, c/1e5%100, c/1e3%100)
	}
	return fmt.Sprintf("S%02d.G%02d.%02d.%03d", c/1e7, c/1e5%100, c/1e3%100, c%1000)
}

// Rubrique is one line of the file, known to the dictionary or not.
type Rubrique struct {
	Code      Code // 0 for a line that could not be read
	malformee bool // the code is right, the value is not between quotes
	Ligne     int  // physical line, from 1
	Valeur    string
}

// Lignes are the first and last physical lines of a node of the tree, its
// children included. Zero in a tree that was not read from a file.
type Lignes struct{ Premiere, Derniere int }
