package parametre

import (
	"slices"
	"strconv"
)

// Point names a point that the texts read do not settle, as an index into the
// readings of a [Table]. Its identifier is that of [Point.String].
type Point uint8

// The uncertain points of maladie.
const (
	U1  Point = iota // rounding of the daily allowance
	U2               // published maximum from July 2026
	U3               // minimum after the sixth month
	U4               // date of the SMIC for 1015 ×
	U5               // window that opens on 1 January
	U6               // who works discontinuously
	U7               // jobseekers and waiting days
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
	U19              // duties after the law of 2026
	U20              // detention
	U21              // unit of the TPT limit
	U22              // independents: first years, RSA, spouses
	U23              // PAS of independents
	U24              // rounding unit of levies
	U25              // tax exemption of ALD
	U26              // suspended day and carence
	U27              // what breaks a year of work
	U28              // missions in a 12-month base
	U29              // CSG of independents
)

// The uncertain points of the other benefits.
const (
	AU1  = U29 + 1 + iota // rounding of family and accident allowances
	AU2                   // floor of family allowances
	AU3                   // congé supplémentaire de naissance: decree
	AU4                   // ceiling of a leave that starts in January
	AU5                   // longest accident stop
	AU6                   // congé supplémentaire de naissance: months and base
	AU7                   // congé supplémentaire de naissance of independents
	AU8                   // sick during that leave
	AU9                   // accident and maternity on one day
	AU10                  // threshold of independents in 2022
	AU11                  // AJAP amounts
	AU12                  // rounding unit of levies
	AU13                  // days of a daily income
	AU14                  // CSG of independents outside sickness
	AU15                  // conditions of the mourning leave
	AU16                  // ceiling of a year to come
	AU17                  // first paid day of a later stop
	AU18                  // paternity leave that crosses its limit
	AU19                  // net gain of an apprentice
	AU20                  // revaluation of accident allowances
	AU21                  // part-time work after an accident
	AU22                  // clear days that end on a week-end
	AU23                  // occupational disease: texts of 2026
	AU24                  // taxable half of accident allowances
	AU25                  // time limits of paternity, adoption, mourning
	AU26                  // flat deduction in Alsace-Moselle
	AU27                  // days that count as work, of benefits that R.313-8 does not name
	AU28                  // paternity leave of an independent whose child is in hospital
	AU29                  // leave asked of one of several employers
	AU30                  // a right refused without a name, and unfitness
	nbPoints
)

// String gives the identifier, such as «MAL-U-18» or «AUT-U-9».
func (p Point) String() string {
	if p > U29 {
		return "AUT-U-" + strconv.Itoa(int(p-U29))
	}
	return "MAL-U-" + strconv.Itoa(int(p)+1)
}

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

// ModifierLecture returns a table in which a point is read as l says. The former
// table is left as it is.
func (t *Table) ModifierLecture(p Point, l Lecture) *Table {
	n := *t
	n.points[p] = l
	return &n
}

// LectureDe finds a point by its identifier, for the checks at the door.
func (t *Table) LectureDe(point string) (*Lecture, bool) {
	for i := range t.points {
		if t.points[i].Point == point {
			return &t.points[i], true
		}
	}
	return nil, false
}
