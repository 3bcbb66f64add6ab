// Command mutation tries the proofs of the law: it changes the code of the
// rules in thousands of small ways, one at a time, and lists the changes that
// no proof notices. Those that no proof can notice stand in survivants.csv with
// their reason; any other survivor fails, and so does a row of that file that
// no longer survives.
//
//	go run ./internal/mutation [-v] [-neuf | -vite | -bilan | -chasse N] [-fichiers a.go,b.go] [package …]
//
// It takes up an earlier run where it stopped, and judges only what changed
// since; -neuf judges everything, -vite asks the worked examples and the tests
// of the package only, -bilan tells what is known without judging anything,
// -chasse looks for cases that notice the survivors and keeps them.
//
// It knows no rule of the law: the packages to change are those of cibles.csv,
// and the proofs are the cases that their judge hands over, then the tests of
// the packages themselves.
package main
