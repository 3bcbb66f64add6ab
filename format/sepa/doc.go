// Package sepa writes, reads back and checks the file that carries a batch of
// payments to the bank: a credit transfer initiation pain.001.001.09
// (ISO 20022), in the subset that a caisse needs.
//
// One file holds one [Lot]: one debtor account, one execution date, any number
// of [Virement]. [Write] refuses a batch that the bank would refuse, by the
// same rules as [Check]; [Read] gives back what was written, so that [Compare]
// can prove it before the file is released; [CheckFile] judges a file from
// outside and names every fault with its line.
//
// The bytes depend on the batch alone. Texts are written in the Latin set of
// the SEPA schemes ([Normalize] says how), identifiers are never altered: a
// wrong one is refused. No address of a payee and no NIR ever leaves.
//
// Sources: ISO 20022 message pain.001.001.09; EPC, SEPA credit transfer
// customer-to-PSP implementation guidelines; EPC217-08 for the character set.
//
// The package knows nothing of who is owed what, of storage or of the clock.
package sepa
