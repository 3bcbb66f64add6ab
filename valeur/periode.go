package valeur

import (
	"fmt"
	"strings"
)

// Periode is a run of days, both ends included. The zero value is empty. A
// zero Au with a known Du means «still running».
type Periode struct {
	Du Jour `json:"du"`
	Au Jour `json:"au"`
}

// P builds a period.
func P(du, au Jour) Periode { return Periode{du, au} }

// IsZero reports whether nothing is known of the period.
func (p Periode) IsZero() bool { return p == Periode{} }

// Jours returns the number of days, 0 when the ends are crossed. The period
// must be closed.
func (p Periode) Jours() int {
	if p.Du == 0 || p.Au < p.Du {
		return 0
	}
	return int(p.Au-p.Du) + 1
}

// Contient reports whether the day is in the period, open end included.
func (p Periode) Contient(j Jour) bool {
	return p.Du != 0 && j >= p.Du && (p.Au == 0 || j <= p.Au)
}

// Inter returns the common part of two periods; an open end gives way to a
// closed one. The result has no days when there is no common part.
func (p Periode) Inter(q Periode) Periode {
	if p.Du == 0 || q.Du == 0 {
		return Periode{}
	}
	r := Periode{max(p.Du, q.Du), p.Au}
	if r.Au == 0 || (q.Au != 0 && q.Au < r.Au) {
		r.Au = q.Au
	}
	if r.Au != 0 && r.Au < r.Du {
		return Periode{}
	}
	return r
}

// String gives «du 04/11/2026 au 17/11/2026».
func (p Periode) String() string {
	switch {
	case p.Du == p.Au:
		return "le " + p.Du.Francais()
	case p.Au == 0:
		return "depuis le " + p.Du.Francais()
	}
	return "du " + p.Du.Francais() + " au " + p.Au.Francais()
}

// EnLettres gives «du 4 au 17 novembre 2026», without saying twice what both
// ends share.
func (p Periode) EnLettres() string {
	if p.Au == 0 {
		return "à partir du " + p.Du.EnLettres()
	}
	if p.Du == p.Au {
		return "le " + p.Du.EnLettres()
	}
	a1, m1, _ := p.Du.Date()
	a2, m2, _ := p.Au.Date()
	debut := p.Du.EnLettres()
	if a1 == a2 {
		debut = strings.TrimSuffix(debut, fmt.Sprintf(" %d", a1))
		if m1 == m2 {
			debut = strings.TrimSuffix(debut, " "+NomsMois[m1])
		}
	}
	return "du " + debut + " au " + p.Au.EnLettres()
}
