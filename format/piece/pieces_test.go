package piece

import (
	"bytes"
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	"accord/dossier"
	"accord/droit"
	v "accord/valeur"
)

func envoiDe(reference string) dossier.Envoi {
	return dossier.Envoi{Identite: camille, Reference: reference, Version: 1}
}

// The published examples, read to the last key.
func TestPiecesPubliees(t *testing.T) {
	lu := func(nom string) dossier.Fait { return unePiece(t, fichier(t, nom+".json")).Faits[0] }
	for _, c := range []struct {
		nom       string
		got, veut any
	}{
		{"grossesse", lu("grossesse").Grossesse, &dossier.Grossesse{Envoi: envoiDe("GRO-2026-0001"), DeclareeLe: jour("2026-05-04"),
			ConstateeLe: jour("2026-04-27"), PrevueLe: jour("2026-12-14"), Enfants: 1, Rang: 2}},
		{"evenement", lu("evenement").Evenement, &dossier.Evenement{Envoi: envoiDe("EVE-2026-0001"), Auteur: dossier.EtatCivil, EtabliLe: jour("2026-12-16"),
			Naissance: &dossier.NaissanceDeclaree{Mere: true, Le: jour("2026-12-13"), PrevueLe: jour("2026-12-14"), Enfants: 1, Rang: 2,
				Hospitalisations: []dossier.Hospitalisation{{Periode: entre("2026-12-13", "2026-12-20"), Specialise: true}}}}},
		{"conge", lu("conge").Conge, &dossier.Conge{Envoi: envoiDe("CON-2026-0001"), Risque: droit.Paternite, DemandeLe: jour("2026-11-20"), EvenementLe: jour("2026-12-13"),
			Employeur: siret, NomEmployeur: "MENUISERIE DES LILAS", Periodes: []v.Periode{entre("2026-12-17", "2026-12-20"), entre("2027-01-04", "2027-01-24")},
			CongeNaissance: entre("2026-12-14", "2026-12-16")}},
		{"conge-emploi-poursuivi", lu("conge-emploi-poursuivi").Conge, &dossier.Conge{Envoi: dossier.Envoi{Identite: camille, Reference: "CON-2026-0001", Version: 2}, Risque: droit.Paternite,
			DemandeLe: jour("2026-11-27"), EvenementLe: jour("2026-12-13"), Employeur: siret, NomEmployeur: "MENUISERIE DES LILAS",
			Poursuivis: []dossier.Employeur{{SIRET: "73282932000074", Nom: "GARAGE DU PORT"}},
			Periodes:   []v.Periode{entre("2026-12-17", "2026-12-20"), entre("2027-01-04", "2027-01-24")}, CongeNaissance: entre("2026-12-14", "2026-12-16")}},
		{"dat", lu("dat").Accident, &dossier.DeclarationAccident{Envoi: envoiDe("DAT-2026-0001"), Employeur: lilas, Risque: droit.AccidentTravail, AccidentLe: jour("2026-11-03"),
			ConnuEmployeurLe: jour("2026-11-03"), DernierJour: jour("2026-11-03"), DeclareeLe: jour("2026-11-05"), ReservesLe: jour("2026-11-05")}},
		{"certificat-at", lu("certificat-at").Certificat, &dossier.CertificatAT{Envoi: envoiDe("CMI-2026-0001"), Nature: dossier.CertificatInitial, Risque: droit.AccidentTravail,
			SinistreLe: jour("2026-11-03"), EtabliLe: jour("2026-11-03"), Arret: entre("2026-11-04", "2026-11-17"), Canal: droit.Electronique,
			Prescripteur: droit.Hospitalier, Employeur: siret, NomEmployeur: "MENUISERIE DES LILAS"}},
		{"dmp", lu("dmp").DeclarationMP, &dossier.DeclarationMP{Envoi: envoiDe("DMP-2026-0001"), Affection: "A1", ConstatationLe: jour("2026-03-02"), DeclareeLe: jour("2026-10-05"), Employeur: lilas}},
		{"acte", lu("acte").Acte, &dossier.Acte{Envoi: envoiDe("ACT-2026-0001"), Auteur: dossier.LaCaisse, Nature: dossier.NatureActe(droit.Reconnaissance), PrisLe: jour("2026-12-04"),
			Risque: droit.AccidentTravail, SinistreLe: jour("2026-11-03"), ArretLe: jour("2026-11-04")}},
		{"revenus", lu("revenus").Revenus, &dossier.Revenus{Envoi: envoiDe("REV-2026-0001"), Auteur: dossier.LUrssaf, EtabliLe: jour("2026-10-01"), AffilieDepuis: jour("2015-01-01"),
			Activites: []dossier.ActiviteDeclaree{{Nature: droit.Independant, Statut: droit.ArtisanCommercant, Periode: v.P(jour("2015-01-01"), 0), Revenus: []dossier.RevenuDeclare{
				{Annee: 2023, Montant: 30000_00, PartCotisee: v.Connu[v.Centiemes](100_00)}, {Annee: 2024, Montant: 31000_50}}}}}},
		{"bulletin", lu("bulletin").Bulletin, &dossier.Bulletin{Envoi: envoiDe("BUL-2026-09"), Employeur: lilas, DebutContrat: jour("2024-01-01"), Nature: droit.CDI,
			Periode: entre("2026-09-01", "2026-09-30"), VerseLe: jour("2026-09-30"), Brut: 2083_00, Heures: v.Connu[v.Centiemes](116_67),
			Absences: []droit.Absence{{Periode: entre("2026-09-07", "2026-09-11"), Motif: droit.AbsenceMaladie}}}},
	} {
		if !reflect.DeepEqual(c.got, c.veut) {
			t.Errorf("%s :\n%+v\nattendu :\n%+v", c.nom, c.got, c.veut)
		}
	}
}

// The medical side of every document that may hold one goes sealed and nowhere
// else, whatever is wrong around it; what names a disease where an opaque
// identifier should stand never reaches a sentence.
func TestRienDeMedicalNeSortDesPieces(t *testing.T) {
	for _, p := range portes() {
		if !p.medical {
			continue
		}
		nom := strings.Split(p.schema, "/")[1]
		bon := strings.Replace(uneLigne(t, nom+".json"), "réservé au contrôle médical", canari, 1)
		for cas, doc := range map[string]string{
			"lisible":         bon,
			"clé inconnue":    strings.Replace(bon, `"reference":`, `"lesion":"`+canari+`","reference":`, 1),
			"date fausse":     strings.Replace(bon, `"2026-`, `"demain-`, 1),
			"coupé":           bon[:len(bon)-1],
			"volet mal nommé": strings.Replace(bon, `"volet_medical"`, `"volet_medicale"`, 1),
		} {
			l := lire([]byte(doc))
			if ou := fuite(l); ou != "" || !garde(l) {
				t.Errorf("%s, %s : fuite par %q\n%+v", nom, cas, ou, l)
			}
			if (cas == "lisible") != (len(l.Anomalies) == 0) {
				t.Errorf("%s, %s : %+v", nom, cas, l.Anomalies)
			}
		}
	}
	l := lire([]byte(remplacer(t, uneLigne(t, "dmp.json"), `"affection":"A1"`, `"affection":"`+canari+` chronique"`)))
	if len(l.Anomalies) != 1 || strings.Contains(l.Anomalies[0].Phrase+l.Anomalies[0].Trouve, canari) {
		t.Errorf("%+v", l.Anomalies)
	}
}

// The words of the schemas are those that the reader takes.
func TestMotsDesPieces(t *testing.T) {
	for _, c := range []struct {
		schema, cle string
		veut        []string
	}{
		{"evenement", "auteur", textes(auteursEvenement)},
		{"conge", "risque", textes(risquesConge)},
		{"dat", "risque", textes(risquesSinistre[:2])},
		{"certificat-at", "nature", textes(naturesCertificat)},
		{"certificat-at", "risque", textes(risquesSinistre)},
		{"certificat-at", "issue.nature", textes(issuesCertificat)},
		{"certificat-at", "canal", droit.Valeurs["canal"]},
		{"certificat-at", "prescripteur", droit.Valeurs["prescripteur"]},
		{"acte", "auteur", textes(auteursActe)},
		{"acte", "nature", naturesDActe()},
		{"acte", "sinistre.risque", textes(risquesSinistre)},
		{"revenus", "auteur", textes(auteursRevenus)},
		{"revenus", "activites.nature", textes(natureRevenus)},
		{"revenus", "activites.statut_tns", droit.Valeurs["statut_tns"]},
		{"revenus", "activites.revenus.categorie_micro", categories},
	} {
		var n map[string]any
		if err := json.Unmarshal(Schema("accord/"+c.schema+"/1"), &n); err != nil {
			t.Fatal(err)
		}
		for _, nom := range bytes.Split([]byte(c.cle), []byte(".")) {
			n = n["properties"].(map[string]any)[string(nom)].(map[string]any)
			if items, ok := n["items"].(map[string]any); ok {
				n = items
			}
		}
		var lus []string
		for _, m := range n["enum"].([]any) {
			if s, ok := m.(string); ok {
				lus = append(lus, s)
			}
		}
		if !slices.Equal(lus, c.veut) {
			t.Errorf("%s %s : %v, le lecteur prend %v", c.schema, c.cle, lus, c.veut)
		}
	}
}

func textes[T ~string](mots []T) (ts []string) {
	for _, m := range mots {
		ts = append(ts, string(m))
	}
	return ts
}
