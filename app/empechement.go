package app

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
)

// Empechement is a person who cannot be computed, and why: one of her facts does not
// open any more, or the program fails on what she holds. She stops nobody else. What
// was paid to her stays, nothing more is, and each run names her until she is mended.
type Empechement struct {
	Personne string
	Cause    error
}

func (e *Empechement) Error() string {
	return fmt.Sprintf("%s ne peut pas être calculé : %v", e.Personne, e.Cause)
}

// Unwrap gives the cause.
func (e *Empechement) Unwrap() error { return e.Cause }

// Empechements are those that a run met, in the order of the people: all the others
// were dealt with.
type Empechements []*Empechement

// erreur names them; nil when there is none.
func (es Empechements) erreur() error {
	errs := make([]error, len(es))
	for i, e := range es {
		errs[i] = e
	}
	return errors.Join(errs...)
}

// empeche reports whether an error is that of one person who cannot be computed.
func empeche(err error) bool {
	var e *Empechement
	return errors.As(err, &e)
}

// noter keeps an error that concerns one person; it gives back one that concerns
// everyone, because the run was stopped. One of the base undoes the transaction, which
// says it at its end.
func (es *Empechements) noter(ctx context.Context, personne string, err error) error {
	if err == nil || ctx.Err() != nil {
		return err
	}
	*es = append(*es, empecher(personne, err))
	return nil
}

// empecher says of whom an error prevents the computation.
func empecher(personne string, err error) *Empechement {
	var e *Empechement
	if !errors.As(err, &e) {
		e = &Empechement{Personne: personne, Cause: err}
	}
	return e
}

// nonLu says that what a person holds could not be read; someone who is not there, or
// who was erased, prevents nothing.
func nonLu(personne string, err error) error {
	if errors.Is(err, ErrAbsent) || errors.Is(err, ErrEfface) {
		return err
	}
	return empecher(personne, err)
}

// proteger runs what is done for one person, or one job: a fault of the program there
// is an error like another, which says where it happened.
func proteger(faire func() error) (err error) {
	defer func() {
		if faute := recover(); faute != nil {
			err = fmt.Errorf("défaut du programme (%s) : %v", ouFaute(), faute)
		}
	}()
	return faire()
}

// ouFaute gives the place that a panic being recovered comes from.
func ouFaute() string {
	var adresses [32]uintptr
	cadres := runtime.CallersFrames(adresses[:runtime.Callers(3, adresses[:])])
	for {
		c, suite := cadres.Next()
		if !strings.HasPrefix(c.Function, "runtime.") {
			return fmt.Sprintf("%s:%d", c.File[strings.LastIndexByte(c.File, '/')+1:], c.Line)
		}
		if !suite {
			return "lieu inconnu"
		}
	}
}
