package retour

import _ "embed"

//go:embed schema/accord-retour-1.schema.json
var schema string

// Schema is the JSON Schema (draft 2020-12) of a sheet.
func Schema() string { return schema }
