package main

import (
	"fmt"
	"os"
	"time"
)

func main() {
	root, _ := os.Getwd()
	ts, err := readTargets("internal/mutation/cibles.csv", os.Args[1:])
	if err != nil {
		panic(err)
	}
	ss, err := load(root, ts)
	if err != nil {
		panic(err)
	}
	dir := "/tmp/mut"
	os.MkdirAll(dir, 0o700)
	t0 := time.Now()
	b, err := build(root, dir, ss)
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	fmt.Println(len(b.mutants), time.Since(t0))
	vs := map[*mutant]verdict{}
	var ms []*mutant
	for i := range b.mutants {
		ms = append(ms, &b.mutants[i])
	}
	if err := b.judge("exemples", ms, vs); err != nil {
		fmt.Println(err)
	}
	fmt.Println(time.Since(t0))
	n := 0
	for _, m := range ms {
		v := vs[m]
		if v.killed {
			n++
			if v.by == "no answer" {
				fmt.Println("no answer", m.file, m.line, m.change, m.text)
			}
		} else {
			fmt.Printf("%d:%d %s:%d\t%s\t%s\t«%s»\t| %s\t(%s)\n", m.place, m.variant, m.file, m.line, m.fn, m.change, m.text, m.within, v.by)
		}
	}
	fmt.Println(n, len(ms)-n)
}
