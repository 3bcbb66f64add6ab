// Package piece reads the files that reach the caisse and cuts them into
// pieces, one person each, with the facts that they state. [Lecteur] is the
// only door: it recognises a file by its content, never by its name.
//
// It knows the DSN (monthly, events 04 and 05, through accord/format/dsn) and
// three JSON documents of our own, each with a published schema ([Schema]):
//
//   - accord/aat/1, avis d'arrêt de travail (cerfa 10170);
//   - accord/dsij/1, attestation de salaire (cerfa 11135);
//   - accord/rib/1, the account on which the insured asks to be paid.
//
// A JSON file holds one document, or one document a line (NDJSON): then a bad
// line is one anomaly and the others are read.
//
// The medical side of an avis (volet 1) is cut out unread and handed over
// sealed: no byte of it reaches a fact, an extract, an anomaly or a sentence.
// Where it cannot be told apart (broken JSON, unknown keys), the whole piece
// goes to the medical side.
//
// The package knows nothing of storage, of the clock, or of the law: it says
// what was written, not whether it is true.
package piece
