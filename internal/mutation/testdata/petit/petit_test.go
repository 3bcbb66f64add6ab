package petit

import (
	"os"
	"testing"

	"accord/internal/mutation/schema"
)

func TestJuge(t *testing.T) {
	j, err := schema.NewJudge([]schema.Case{
		{Name: "dix", Run: func() bool { return Prix(10, 3) == 30 }},
		{Name: "onze", Run: func() bool { return Prix(11, 3) == 28 }},
		{Name: "gratuit", Run: func() bool { return Prix(11, 0) == 0 }},
	}, func() []schema.Case {
		return []schema.Case{{Name: "somme", Run: func() bool { return Somme(4) == 10 }}}
	})
	if err != nil {
		t.Fatal(err)
	}
	if os.Getenv(schema.Serving) != "" {
		if err := j.Serve(os.Stdin, os.Stdout); err != nil {
			t.Fatal(err)
		}
	}
}

func TestPlancher(t *testing.T) {
	if Plancher(-3) != 0 || Plancher(2) != 2 || Plancher(-1) != 0 {
		t.Error("jamais sous zéro")
	}
}
