package piece

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"accord/dossier"
	"accord/droit"
	v "accord/valeur"

	"pgregory.net/rapid"
)

func naturesDActe() []string { return textes(dossier.NaturesActe) }

func mots(ms []string) string { return strings.Join(ms, ", ") }

func unEnvoi(t *rapid.T) (v.NIR, dossier.Envoi) {
	nir, qui := uneIdentite(t)
	return nir, dossier.Envoi{Identite: qui, Reference: unTexte(1).Draw(t, "référence"), Version: rapid.Int64Range(1, 1<<31-1).Draw(t, "version"), Retire: rapid.Bool().Draw(t, "retiré")}
}

func unNombre(t *rapid.T, nom string) int64 { return rapid.Int64Range(0, 90).Draw(t, nom) }

func tirerParmi[T any](t *rapid.T, xs []T, nom string) T { return rapid.SampledFrom(xs).Draw(t, nom) }

func unePeriodeOuRien(t *rapid.T) v.Periode {
	if rapid.Bool().Draw(t, "période") {
		return unePeriode(t)
	}
	return v.Periode{}
}

func unEvenement(t *rapid.T, e dossier.Envoi) *dossier.Evenement {
	x := &dossier.Evenement{Envoi: e, Auteur: tirerParmi(t, auteursEvenement, "auteur"), EtabliLe: unJour(false).Draw(t, "établi")}
	switch tirerParmi(t, []int{0, 1, 2}, "événement") {
	case 0:
		x.Naissance = &dossier.NaissanceDeclaree{Mere: rapid.Bool().Draw(t, "mère"), Le: unJour(false).Draw(t, "né"), PrevueLe: unJour(true).Draw(t, "prévu"),
			Enfants: 1 + unNombre(t, "enfants"), Rang: unNombre(t, "rang"), SemainesAmenorrhee: unNombre(t, "semaines"),
			DecesMereLe: unJour(true).Draw(t, "décès"), FinCongeMere: unJour(true).Draw(t, "fin")}
		for range rapid.IntRange(0, 2).Draw(t, "hospitalisations") {
			x.Naissance.Hospitalisations = append(x.Naissance.Hospitalisations, dossier.Hospitalisation{Periode: unePeriode(t), Specialise: rapid.Bool().Draw(t, "spécialisée")})
		}
	case 1:
		x.Adoption = &dossier.AdoptionDeclaree{ArriveeLe: unJour(false).Draw(t, "arrivée"), Enfants: 1 + unNombre(t, "enfants"), AChargeApres: unNombre(t, "charge"),
			Parents: unNombre(t, "parents"), JoursAutreParent: unNombre(t, "autre"), AllocationVersee: rapid.Bool().Draw(t, "allocation")}
	default:
		x.Deces = &dossier.DecesDeclare{Le: unJour(false).Draw(t, "mort"), Lien: tirerParmi(t, []string{"enfant", "personne_a_charge", dossier.LienAssure}, "lien"),
			NeLe: unJour(true).Draw(t, "né"), ACharge: rapid.Bool().Draw(t, "charge")}
	}
	if x.DeLAssure() && x.Auteur == dossier.LAssure {
		x.Auteur = dossier.EtatCivil
	}
	return x
}

func unBulletin(t *rapid.T, e dossier.Envoi) *dossier.Bulletin {
	du := unJour(false).Filter(func(j v.Jour) bool { return j < v.NewJour(2199, 12, 1) }).Draw(t, "du")
	b := &dossier.Bulletin{Envoi: e, Employeur: dossier.Employeur{SIRET: siret, Nom: unTexte(0).Draw(t, "employeur")}, Contrat: unTexte(0).Draw(t, "contrat"),
		DebutContrat: unJour(true).Draw(t, "entrée"), Nature: unMot[droit.Contrat]("contrat", true).Draw(t, "nature"),
		Periode: v.P(du, du+v.Jour(rapid.IntRange(0, 30).Draw(t, "jours"))), VerseLe: unJour(false).Draw(t, "versé"), Brut: v.Centimes(rapid.Int64Range(0, 999_999).Draw(t, "brut"))}
	if rapid.Bool().Draw(t, "heures") {
		b.Heures = v.Connu(v.Centiemes(rapid.Int64Range(0, 300_00).Draw(t, "nombre")))
	}
	for range rapid.IntRange(0, 2).Draw(t, "absences") {
		b.Absences = append(b.Absences, droit.Absence{Periode: unePeriode(t), Motif: unMot[droit.MotifAbsence]("motif_absence", false).Draw(t, "motif")})
	}
	return b
}

func unConge(t *rapid.T, e dossier.Envoi) *dossier.Conge {
	c := &dossier.Conge{Envoi: e, Risque: tirerParmi(t, risquesConge, "risque"), DemandeLe: unJour(false).Draw(t, "demandé"), EvenementLe: unJour(true).Draw(t, "événement"),
		Employeur: tirerParmi(t, []v.SIRET{"", siret}, "siret"), NomEmployeur: unTexte(0).Draw(t, "employeur"), RepriseLe: unJour(true).Draw(t, "reprise"),
		TempsPartiel: rapid.Bool().Draw(t, "partiel"), CongeNaissance: unePeriodeOuRien(t), DejaPris: unNombre(t, "pris")}
	for range rapid.IntRange(0, 3).Draw(t, "périodes") {
		c.Periodes = append(c.Periodes, unePeriode(t))
	}
	for range rapid.IntRange(0, 2).Draw(t, "poursuivis") {
		c.Poursuivis = append(c.Poursuivis, dossier.Employeur{SIRET: tirerParmi(t, []v.SIRET{"", siret}, "siret poursuivi"), Nom: unTexte(0).Draw(t, "poursuivi")})
	}
	return c
}

func unCertificat(t *rapid.T, e dossier.Envoi) *dossier.CertificatAT {
	c := &dossier.CertificatAT{Envoi: e, Nature: tirerParmi(t, naturesCertificat, "nature"), Risque: tirerParmi(t, risquesSinistre, "risque"),
		SinistreLe: unJour(false).Draw(t, "sinistre"), Affection: tirerParmi(t, []string{"", "A1", "b-2"}, "affection"), EtabliLe: unJour(false).Draw(t, "établi"),
		Arret: unePeriodeOuRien(t), TempsPartiel: rapid.Bool().Draw(t, "léger"), Canal: unMot[droit.Canal]("canal", false).Draw(t, "canal"),
		Prescripteur: unMot[droit.Prescripteur]("prescripteur", true).Draw(t, "prescripteur"), Employeur: tirerParmi(t, []v.SIRET{"", siret}, "siret")}
	if rapid.Bool().Draw(t, "issue") {
		c.Issue, c.IssueLe = tirerParmi(t, issuesCertificat, "issue"), unJour(false).Draw(t, "le")
	}
	return c
}

func unActe(t *rapid.T, e dossier.Envoi) *dossier.Acte {
	a := &dossier.Acte{Envoi: e, Auteur: tirerParmi(t, auteursActe, "auteur"), Nature: tirerParmi(t, dossier.NaturesActe, "nature"), PrisLe: unJour(false).Draw(t, "pris"),
		Effet: unePeriodeOuRien(t), Affection: "A1", ArretLe: unJour(false).Draw(t, "arrêt"), Exonerante: rapid.Bool().Draw(t, "exonérante"),
		Risque: tirerParmi(t, risquesSinistre, "risque"), SinistreLe: unJour(false).Draw(t, "sinistre"), RetenueLe: unJour(true).Draw(t, "retenue"),
		Mensuelle: v.Centimes(rapid.Int64Range(1, 999_999).Draw(t, "rente"))}
	return a
}

func desRevenus(t *rapid.T, e dossier.Envoi) *dossier.Revenus {
	r := &dossier.Revenus{Envoi: e, Auteur: tirerParmi(t, auteursRevenus, "auteur"), EtabliLe: unJour(false).Draw(t, "établi"), AffilieDepuis: unJour(true).Draw(t, "affilié")}
	for range rapid.IntRange(0, 2).Draw(t, "activités") {
		a := dossier.ActiviteDeclaree{Numero: tirerParmi(t, []string{"", "1"}, "numéro"), Nature: tirerParmi(t, natureRevenus, "nature"),
			Statut: unMot[droit.StatutTNS]("statut_tns", true).Draw(t, "statut"), Periode: unePeriode(t)}
		for range rapid.IntRange(0, 3).Draw(t, "revenus") {
			x := dossier.RevenuDeclare{Montant: v.Centimes(rapid.Int64Range(-99_999_999, 99_999_999).Draw(t, "montant")), CategorieMicro: tirerParmi(t, append([]string{""}, categories...), "micro")}
			if rapid.Bool().Draw(t, "année") {
				x.Annee = rapid.Int64Range(1990, 2199).Draw(t, "année")
			} else {
				x.Periode = unePeriode(t)
			}
			if rapid.Bool().Draw(t, "part") {
				x.PartCotisee = v.Connu(v.Centiemes(rapid.Int64Range(0, 100_00).Draw(t, "part payée")))
			}
			a.Revenus = append(a.Revenus, x)
		}
		r.Activites = append(r.Activites, a)
	}
	return r
}

// What is written is read back the same, follows the published schema, and its
// medical side is handed over whole and apart.
func TestEcrirePuisLireLesPieces(t *testing.T) {
	compiles := compilerTout(t)
	volet := []byte(`{"motif":"` + canari + `"}`)
	rapid.Check(t, func(t *rapid.T) {
		nir, e := unEnvoi(t)
		grossesse := &dossier.Grossesse{Envoi: e, DeclareeLe: unJour(false).Draw(t, "déclarée"), ConstateeLe: unJour(true).Draw(t, "constatée"), PrevueLe: unJour(false).Draw(t, "prévue"),
			Enfants: unNombre(t, "enfants"), Rang: unNombre(t, "rang"), SemainesReportees: unNombre(t, "report"), SemainesAnticipees: unNombre(t, "anticipation")}
		dat := &dossier.DeclarationAccident{Envoi: e, Employeur: dossier.Employeur{SIRET: siret, Nom: unTexte(0).Draw(t, "employeur")}, Risque: tirerParmi(t, risquesSinistre[:2], "risque"),
			AccidentLe: unJour(false).Draw(t, "accident"), ConnuEmployeurLe: unJour(true).Draw(t, "connu"), DernierJour: unJour(true).Draw(t, "djt"),
			DeclareeLe: unJour(false).Draw(t, "déclarée"), ReservesLe: unJour(true).Draw(t, "réserves")}
		dmp := &dossier.DeclarationMP{Envoi: e, Affection: tirerParmi(t, []string{"", "A1"}, "affection"), ConstatationLe: unJour(false).Draw(t, "constatée"),
			DeclareeLe: unJour(false).Draw(t, "déclarée"), Employeur: dossier.Employeur{SIRET: tirerParmi(t, []v.SIRET{"", siret}, "siret")}}
		evenement, conge, certificat, acte, revenus := unEvenement(t, e), unConge(t, e), unCertificat(t, e), unActe(t, e), desRevenus(t, e)
		bulletin := unBulletin(t, e)
		for _, c := range []struct {
			schema string
			doc    []byte
			veut   any
			relu   func(dossier.Fait) any
		}{
			{"grossesse", AppendGrossesse(nil, nir, grossesse, volet), grossesse, func(f dossier.Fait) any { return f.Grossesse }},
			{"evenement", AppendEvenement(nil, nir, evenement, volet), evenement, func(f dossier.Fait) any { return f.Evenement }},
			{"conge", AppendConge(nil, nir, conge, volet), conge, func(f dossier.Fait) any { return f.Conge }},
			{"dat", AppendDAT(nil, nir, dat, volet), dat, func(f dossier.Fait) any { return f.Accident }},
			{"certificat-at", AppendCertificatAT(nil, nir, certificat, volet), certificat, func(f dossier.Fait) any { return f.Certificat }},
			{"dmp", AppendDMP(nil, nir, dmp, volet), dmp, func(f dossier.Fait) any { return f.DeclarationMP }},
			{"acte", AppendActe(nil, nir, acte, volet), acte, func(f dossier.Fait) any { return f.Acte }},
			{"revenus", AppendRevenus(nil, nir, revenus), revenus, func(f dossier.Fait) any { return f.Revenus }},
			{"bulletin", AppendBulletin(nil, nir, bulletin), bulletin, func(f dossier.Fait) any { return f.Bulletin }},
		} {
			f, medical := relu(t, compiles, "accord/"+c.schema+"/1", nir, c.doc)
			if !reflect.DeepEqual(c.relu(f), c.veut) {
				t.Fatalf("%+v\nrelu %+v", c.veut, c.relu(f))
			}
			if c.schema != "revenus" && c.schema != "bulletin" && !bytes.Equal(medical, volet) {
				t.Fatalf("%s : volet médical %s", c.schema, medical)
			}
		}
	})
}
