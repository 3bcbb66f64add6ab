// Package pgprive runs a PostgreSQL server of one's own: the binaries of the
// system in a folder of its own, a socket and no port, and it dies with the
// process that started it. The tests use it when no server is given to them.
//
// It knows nothing of what is stored.
package pgprive
