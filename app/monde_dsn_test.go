package app_test

import (
	"bytes"
	"strings"

	"accord/format/dsn"
	v "accord/valeur"
)

// unSignalement writes the event «arrêt de travail» of an employer, about the
// arrêt that begins on a day. A greater order replaces the one before.
func unSignalement(nir v.NIR, s v.SIRET, arretDu, dernier, fin v.Jour, ordre int64, subrogation v.Periode, iban v.IBAN) []byte {
	return signalementDe(dsn.Individu{NIR: nir}, s, arretDu, dernier, fin, ordre, subrogation, iban)
}

// unSignalementDe tells where the person lives.
func unSignalementDe(nir v.NIR, s v.SIRET, arretDu v.Jour, codePostal string) []byte {
	return signalementDe(dsn.Individu{NIR: nir, CodePostal: codePostal}, s, arretDu, arretDu-1, arretDu+9, 1, v.Periode{}, "")
}

func signalementDe(i dsn.Individu, s v.SIRET, arretDu, dernier, fin v.Jour, ordre int64, subrogation v.Periode, iban v.IBAN) []byte {
	arret := dsn.Arret{Motif: dsn.MotifMaladie, DernierJourTravaille: dernier, FinPrevue: fin, Subrogation: v.Connu(!subrogation.IsZero()), PeriodeSubrogation: subrogation, IBAN: iban}
	if iban != "" {
		arret.BIC = "AGRIFRPPXXX"
	}
	i.NomFamille, i.Prenoms, i.Naissance = quelquun.NomNaissance, quelquun.Prenoms, quelquun.Naissance
	i.Contrats = []dsn.Contrat{{Debut: v.NewJour(2020, 1, 6), Numero: "CT0001", LieuTravail: string(s), Arrets: []dsn.Arret{arret}}}
	e := dsn.Envoi{
		Logiciel: "PAIE", Editeur: "ÉDITEUR", VersionLogiciel: "1", Version: "P26V01", PointDepot: "01", Type: "01",
		Emetteur: dsn.Emetteur{SIREN: s.SIREN(), NIC: string(s[9:]), Nom: "EMPLOYEUR", Voie: "1 RUE FICTIVE", CodePostal: "44000", Localite: "NANTES"},
		Contacts: []dsn.ContactEmetteur{{Civilite: "02", Nom: "LA PAIE", Mel: "paie@exemple.invalid", Telephone: "0200000000"}},
		Declarations: []dsn.Declaration{{
			Nature: dsn.NatureArret, Type: dsn.TypeNormale, Fraction: "11", NumeroOrdre: ordre, DateConstitution: dernier + 3, IdentifiantMetier: "A" + strings.ReplaceAll(arretDu.String(), "-", ""),
			Contacts:   []dsn.ContactDeclare{{Nom: "LA PAIE", Telephone: "0200000000", Mel: "paie@exemple.invalid", Type: "04"}},
			Entreprise: dsn.Entreprise{SIREN: s.SIREN()}, Etablissement: dsn.Etablissement{NIC: string(s[9:]), Voie: "1 RUE FICTIVE", CodePostal: "44000", Localite: "NANTES"},
			Individus: []dsn.Individu{i},
		}},
	}
	var b bytes.Buffer
	if err := dsn.Write(&b, &e); err != nil {
		panic(err)
	}
	return b.Bytes()
}
