// Command accord computes, pays and explains daily sickness allowances.
package main

import (
	"os"

	"accord/cli"
)

func main() { os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }
