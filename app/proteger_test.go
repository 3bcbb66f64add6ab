package app

import (
	"strings"
	"testing"
)

// A fault of the program on one person is an error that says where.
func TestProteger(t *testing.T) {
	var vide []int
	err := proteger(func() error { vide[3]++; return nil })
	if err == nil || !strings.Contains(err.Error(), "proteger_test.go:") {
		t.Errorf("la faute ne dit pas où : %v", err)
	}
	if err := proteger(func() error { return nil }); err != nil {
		t.Error(err)
	}
}
