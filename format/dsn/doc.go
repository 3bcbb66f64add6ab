// Package dsn reads and writes the déclaration sociale nominative (norm
// NEODeS), the file by which employers state contracts, pays and stops of
// work: monthly declarations (nature 01), signals of a stop (04) and of a
// return to work (05), and the corrections and cancellations of all of them.
//
// [Read] never refuses more than it must: what cannot be read becomes an
// [Anomalie] that names line, rubric, what was found, what was expected and
// what was set aside (a value, a block, one person, one declaration, at worst
// the file). The rest goes on. [Write] is strict: it writes nothing that Read
// would complain of.
//
// What the package knows: the physical form of the file, the tree of blocks,
// the rubrics useful to daily benefits, with format, scope of an error and
// versions of the norm. All of that is data, in the folder donnees; the code
// only ties each rubric to its place in the tree.
//
// What it does not know: the hundreds of other rubrics (they are kept, with
// their lines, in Rubriques, and never cause an error), the law, who is
// insured, whether a declaration was already received, which of two
// declarations prevails, the clock, and any form of storage.
//
// Texts keep pointing into one copy of the file: clone what outlives it.
package dsn
