// Package atmp is the law of the daily allowances of accidents at work, of
// accidents on the way and of occupational diseases (AT/MP), and of the
// temporary allowance of unfitness (ITI).
//
// Files follow the articles: recognition and its legal clocks, who pays which
// day, reference pay, rates and ceilings, relapse, part-time work, end. The
// reference pays are restored as those of sickness (maladie.Examen). Until it is
// recognised, an accident is sickness: package maladie computes it (R.441-15).
// The identifiers AT-…, SWI-…, ITI-… quoted everywhere are those of the table of
// rules.
//
// The package knows nothing of hypotheses, of storage, of the clock, nor of the
// precedence between benefits on one day, which package prestations settles.
package atmp
