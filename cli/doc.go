// Package cli is the command line: it reads arguments, opens the base, calls
// the use cases and prints in French. It wires every edge to the application.
//
// It knows words and files; it knows nothing of the law, and decides nothing.
package cli
