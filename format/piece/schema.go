package piece

import _ "embed"

// The published JSON Schemas (draft 2020-12) of the documents that are read.
// A document that is read without any anomaly follows its schema; beyond it,
// the keys of NIR, SIRET and IBAN are checked, and that periods do not cross.
var (
	//go:embed schemas/accord-aat-1.schema.json
	SchemaAAT []byte
	//go:embed schemas/accord-dsij-1.schema.json
	SchemaDSIJ []byte
	//go:embed schemas/accord-rib-1.schema.json
	SchemaRIB []byte
)

// Schema returns the published schema of a document («accord/aat/1»), nil when
// there is none of that name.
func Schema(nom string) []byte {
	switch nom {
	case porteAAT.schema:
		return SchemaAAT
	case porteDSIJ.schema:
		return SchemaDSIJ
	case porteRIB.schema:
		return SchemaRIB
	}
	return nil
}

// Schemas lists the names that [Schema] knows.
func Schemas() []string {
	noms := make([]string, 0, 3)
	for _, p := range portes() {
		noms = append(noms, p.schema)
	}
	return noms
}
