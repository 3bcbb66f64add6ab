package parametre

import "slices"

// Point names a point that the texts read do not settle, as an index into the
// readings of a [Table]. Its identifier is that of [Point.String].
type Point uint8

// The uncertain points of maladie.
const (
	U1  Point = iota // rounding of the daily allowance
	U3               // minimum after the sixth month
	U4               // date of the SMIC for 1015 ×
	U5               // window that opens on 1 January
	U6               // who works discontinuously
	U8               // sick during a parental leave
	U9               // covid derogations
	U10              // contiguous «initial»
	U11              // cap of a weekly or fortnightly pay
	U12              // strike days
	U13              // legal gap of June to October 2024
	U14              // stop of some of the jobs
	U15              // cap of a jobseeker
	U16              // TPT within 360
	U17              // Mayotte
	U18              // length of a prescription
	U21              // unit of the TPT limit
	U22              // independents: first years, RSA, spouses
	U23              // PAS of independents
	U24              // rounding unit of levies
	U25              // tax exemption of ALD
	U26              // suspended day and carence
	U27              // what breaks a year of work
	U28              // missions in a 12-month base
	U29              // CSG of independents
	nbPoints
)

var points = [nbPoints]string{
	"MAL-U-1", "MAL-U-3", "MAL-U-4", "MAL-U-5", "MAL-U-6", "MAL-U-8", "MAL-U-9", "MAL-U-10", "MAL-U-11", "MAL-U-12", "MAL-U-13",
	"MAL-U-14", "MAL-U-15", "MAL-U-16", "MAL-U-17", "MAL-U-18", "MAL-U-21", "MAL-U-22", "MAL-U-23", "MAL-U-24", "MAL-U-25",
	"MAL-U-26", "MAL-U-27", "MAL-U-28", "MAL-U-29",
}

// String gives the identifier, such as «MAL-U-18».
func (p Point) String() string { return points[p] }

// Lecture is how an uncertain point is read: the default, the other readings
// that a case may choose, and the sentence that tells the person.
type Lecture struct {
	Point  string
	Defaut string
	Autres []string
	Phrase string
}

// Admet reports whether that reading exists for the point.
func (l *Lecture) Admet(lecture string) bool {
	return lecture == l.Defaut || slices.Contains(l.Autres, lecture)
}

// Lecture returns the reading of a point.
func (t *Table) Lecture(p Point) *Lecture { return &t.points[p] }

// Lectures returns every reading, in order.
func (t *Table) Lectures() []Lecture { return t.points[:] }

// LectureDe finds a point by its identifier, for the checks at the door.
func (t *Table) LectureDe(point string) (*Lecture, bool) {
	for i := range t.points {
		if t.points[i].Point == point {
			return &t.points[i], true
		}
	}
	return nil, false
}
