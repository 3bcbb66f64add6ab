// Package calcul is the public JSON of the whole-case calculation: it reads a
// case (accord/cas/1), writes a result (accord/resultat/1), runs both over a
// stream of lines, and tells a result in French prose for a person.
//
// Reading is strict: an unknown or doubled key, an amount given as a JSON
// number, an impossible date, a period that ends before it begins, an id that
// names nothing are refused by an [Erreur] that names the key, the value and
// what was expected. Absent and null are the same, «not known», and never an
// error except where a thing has no meaning without them.
//
// The schemas of both sides are published ([SchemaCas], [SchemaResultat]). What
// they refuse is refused here; what they cannot express (references between
// ids, check digits, crossed dates) is refused here only.
//
// The package knows no rule of law: the computation is given to it as a
// [Calculateur]. It knows nothing of storage, of HTTP or of the clock.
package calcul
