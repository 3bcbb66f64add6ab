// Package piece reads the files that reach the caisse and cuts them into
// pieces, one person each, with the facts that they state. [Lecteur] is the
// only door: it recognises a file by its content, never by its name.
//
// It knows the DSN (monthly, events 04 and 05, through accord/format/dsn) and
// JSON documents of our own, each with a published schema ([Schema]):
//
//   - accord/aat/1, avis d'arrêt de travail (cerfa 10170);
//   - accord/dsij/1, attestation de salaire (cerfa 11135);
//   - accord/rib/1, the account on which the insured asks to be paid;
//   - accord/grossesse/1, declaration of pregnancy, weeks put off or brought forward;
//   - accord/evenement/1, a birth, an adoption or a death;
//   - accord/conge/1, the request for a leave, or its early end;
//   - accord/dat/1, an employer's declaration of an accident (cerfa 14463);
//   - accord/certificat-at/1, its certificates (cerfa 11138);
//   - accord/dmp/1, declaration of an occupational disease (cerfa 16130);
//   - accord/acte/1, decisions of others about rights, steps of a recognition;
//   - accord/revenus/1, independent activities, unemployment benefit, insurance;
//   - accord/bulletin/1, a payslip that the insured sends.
//
// From grossesse/1 on, a greater version of one reference voids the others, and
// a version may take the reference back.
//
// A JSON file holds one document, or one document a line (NDJSON): then a bad
// line is one anomaly and the others are read.
//
// The medical side of a document (volet_medical) is cut out unread and handed over
// sealed: no byte of it reaches a fact, an extract, an anomaly or a sentence.
// Where it cannot be told apart (broken JSON, unknown keys), the whole piece
// goes to the medical side.
//
// The package knows nothing of storage, of the clock, or of the law: it says
// what was written, not whether it is true.
package piece
