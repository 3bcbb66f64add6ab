package piece

import (
	"embed"
	"strings"
)

// schemas are the published JSON Schemas (draft 2020-12) of the documents that
// are read. A document that is read without any anomaly follows its schema;
// beyond it, the keys of NIR, SIRET and IBAN are checked, that periods do not
// cross, and what the keys of one document must say together.
//
//go:embed schemas
var schemas embed.FS

// Schema returns the published schema of a document («accord/aat/1»), nil when
// there is none of that name.
func Schema(nom string) []byte {
	for _, p := range portes() {
		if p.schema == nom {
			// The folder is part of the program: every door has its file, which a test shows.
			b, _ := schemas.ReadFile("schemas/" + strings.ReplaceAll(nom, "/", "-") + ".schema.json")
			return b
		}
	}
	return nil
}

// Schemas lists the names that [Schema] knows.
func Schemas() []string {
	var noms []string
	for _, p := range portes() {
		noms = append(noms, p.schema)
	}
	return noms
}
