// Package famille is the law of the daily allowances of birth, adoption and
// mourning: maternity, pathological rest, paternity, adoption, congé
// supplémentaire de naissance, deuil d'un enfant, accompagnement de fin de vie
// (AJAP), guaranteed pay of exposed pregnant women and DES; of employees and of
// independents.
//
// Files follow the articles: how long each leave runs, who has a right to it,
// how much a day is worth. The rights and the reference pays are those of
// sickness, to which the texts refer: package maladie examines them
// (maladie.Examen). The identifiers MAT-…, PAT-…, ADO-…, CSN-… quoted everywhere
// are those of the table of rules.
//
// The package knows nothing of hypotheses, of storage, of the clock, nor of the
// precedence between benefits on one day, which package prestations settles.
package famille
