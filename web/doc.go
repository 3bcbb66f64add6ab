// Package web is the desk and the API, served over HTTP: the list of dossiers,
// the dossier with its calendar and the reason of each day, orders and their
// computation sheet, and POST /api/v1/calculs.
//
// Pages are plain HTML made on the server; they need no script, ask nothing of
// any other host, and take their words from package libelle. A number that
// identifies a person never appears in an address or in a log.
//
// The package reads through the port [Bureau]. It knows nothing of SQL, of file
// formats or of the law; what it shows was computed below.
package web
