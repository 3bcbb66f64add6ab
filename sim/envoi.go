package sim

import (
	"bytes"

	"accord/format/dsn"
	v "accord/valeur"
)

// versionNorme is the norm in force for a month: P26V01 since January 2026.
func versionNorme(mois v.Jour) string {
	if mois < v.NewJour(2026, 1, 1) {
		return "P25V01"
	}
	return "P26V01"
}

// envoi is the header of a file.
func (e *emetteur) envoi(version string) dsn.Envoi {
	return dsn.Envoi{
		Logiciel: "PAIE FICTIVE", Editeur: "ÉDITEUR FICTIF", VersionLogiciel: "1.0",
		Version: version, PointDepot: "01", Type: "01",
		Emetteur: dsn.Emetteur{SIREN: e.siren, NIC: e.nic, Nom: e.nom, Voie: e.voie, CodePostal: e.cp, Localite: e.ville},
		Contacts: []dsn.ContactEmetteur{{Civilite: "02", Nom: "CONTACT FICTIF", Mel: "paie@example.invalid", Telephone: "0000000000"}},
	}
}

// declaration is the header of what an establishment states.
func (e *etablissement) declaration(n dsn.Nature, ordre int64, le v.Jour) dsn.Declaration {
	d := dsn.Declaration{
		Nature: n, Type: dsn.TypeNormale, Fraction: "11", NumeroOrdre: ordre, DateConstitution: le,
		Contacts:   []dsn.ContactDeclare{{Nom: "CONTACT FICTIF", Telephone: "0000000000", Mel: "paie@example.invalid", Type: "04"}},
		Entreprise: dsn.Entreprise{SIREN: e.siren},
		Etablissement: dsn.Etablissement{
			NIC: string(e.siret[9:]), Voie: e.voie, CodePostal: e.cp, Localite: e.ville,
		},
	}
	if n == dsn.NatureMensuelle {
		d.Champ, d.Devise = "01", "01"
		d.Entreprise.NICSiege, d.Entreprise.APE = e.nic, e.ape
		d.Etablissement.APE, d.Etablissement.IDCC = e.ape, e.idcc
	}
	return d
}

// individu is who a declaration speaks of.
func (s *salarie) individu() dsn.Individu {
	return dsn.Individu{
		NIR: s.nir, NomFamille: s.identite.NomNaissance, NomUsage: s.identite.NomUsage, Prenoms: s.identite.Prenoms,
		Naissance: s.identite.Naissance,
	}
}

// octets writes the file. What this package builds can always be written: a
// failure is a fault of the program.
func octets(e *dsn.Envoi) []byte {
	var b bytes.Buffer
	if err := dsn.Write(&b, e); err != nil {
		panic("sim: " + err.Error())
	}
	return b.Bytes()
}
