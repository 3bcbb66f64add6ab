// Package essai holds what the tests of every floor share.
package essai

import (
	"os"
	"testing"
)

// Sauter skips a test for a stated reason: something that the machine lacks.
// With ACCORD_SANS_SAUT=1, as in «make test», nothing may be skipped, and the
// test fails instead.
func Sauter(t testing.TB, raison string) {
	t.Helper()
	if sansSaut := os.Getenv("ACCORD_SANS_SAUT"); sansSaut != "" && sansSaut != "0" {
		t.Fatalf("essai sauté alors que rien ne doit l'être (ACCORD_SANS_SAUT) : %s", raison)
	}
	t.Skip(raison)
}
