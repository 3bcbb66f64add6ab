// Package cli is the command line: it reads arguments, opens the base, calls
// the use cases and prints in French. It wires every edge to the application;
// nothing imports it but the command.
package cli
