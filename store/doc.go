// Package store keeps the base of a caisse, on SQLite (a folder, nothing to
// install) or on PostgreSQL (any number of nodes): one schema, one set of
// queries, one conformance suite. It implements [app.Store].
//
// Personal content is sealed before it reaches the database: by a key for each
// person, itself wrapped by the key of the caisse and kept in a table of its
// own, so that destroying that key erases the content while the chain of facts
// still verifies. What belongs to nobody (names of files, anomalies, accounts
// of employers) is sealed by a key of the caisse. The medical side of a piece
// is closed for the contrôle médical, and nothing here opens it.
//
// What happened is only ever added: triggers refuse to change or delete it, on
// both databases.
//
// The package knows nothing of the law, nor of what the facts mean.
package store

//go:generate sqlc generate
