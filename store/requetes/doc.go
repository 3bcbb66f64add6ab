// Package requetes holds the queries of the store: the .sql files are written
// by hand, the Go is made from them by sqlc. They are written once, for
// PostgreSQL, and run unchanged on SQLite.
//
// It knows nothing of seals, of transactions, or of which database answers.
package requetes
