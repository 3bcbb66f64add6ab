package calcul

import _ "embed"

// The versions of the contract. Once published, keys are only added.
const (
	VersionCas      = "accord/cas/1"
	VersionResultat = "accord/resultat/1"
)

//go:embed schema/accord-cas-1.schema.json
var schemaCas string

//go:embed schema/accord-resultat-1.schema.json
var schemaResultat string

// SchemaCas is the JSON Schema (draft 2020-12) of a case.
func SchemaCas() string { return schemaCas }

// SchemaResultat is the JSON Schema (draft 2020-12) of a result, and of the
// line that stands in its place when a case of a batch cannot be computed.
func SchemaResultat() string { return schemaResultat }
