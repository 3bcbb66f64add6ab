package app

import "testing"

func TestRang(t *testing.T) {
	cent := make([]int, 100)
	for i := range cent {
		cent[i] = i + 1
	}
	for _, c := range []struct {
		valeurs  []int
		pourcent int
		veut     int
	}{
		{nil, 50, 0},
		{[]int{7}, 1, 7}, {[]int{7}, 99, 7},
		{[]int{1, 2}, 50, 1}, {[]int{1, 2}, 51, 2},
		{[]int{1, 2, 3}, 50, 2}, {[]int{1, 2, 3, 4}, 50, 2},
		{cent, 50, 50}, {cent, 90, 90}, {cent, 99, 99}, {cent, 100, 100},
		{cent[:10], 90, 9}, {cent[:10], 91, 10},
	} {
		if got := rang(c.valeurs, c.pourcent); got != c.veut {
			t.Errorf("p%d de %v : %d, attendu %d", c.pourcent, c.valeurs, got, c.veut)
		}
	}
}
