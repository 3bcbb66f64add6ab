package scenarios

import (
	"strings"

	"accord/dossier"
	"accord/droit"
	"accord/format/piece"
	v "accord/valeur"

	"github.com/rogpeppe/go-internal/testscript"
)

// The commands below write the pieces of leaves, accidents and independents. All
// may say reference=, version= and retire, and speak of Camille DURAND:
//
//	grossesse FICHIER prevue=2026-12-14 le=2026-05-04 [rang=2] [enfants=2] [reportees=2]
//	naissance FICHIER le=2026-12-13 [prevue=2026-12-14] [mere] [rang=2] [enfants=2] [semaines=31] [hospitalise=2026-12-13:2027-01-20] [auteur=etat_civil]
//	conge FICHIER risque=paternite [evenement=2026-12-13] [periode=2026-12-17:2026-12-20]… [reprise=2027-01-04] [poursuit=SIRET]…
//	dat FICHIER le=2026-11-03 [reserves=2026-11-05] [risque=accident_trajet]
//	certificat FICHIER sinistre=2026-11-03 [du=2026-11-04 au=2026-11-17] [partiel] [nature=final issue=guerison:2026-11-20] [risque=maladie_professionnelle] [affection=A1]
//	dmp FICHIER constatee=2026-03-02 le=2026-10-05 [affection=A1]
//	acte FICHIER nature=reconnaissance le=2026-12-04 [sinistre=2026-11-03 risque=…] [arret=2026-11-04] [auteur=juridiction]
//	bulletin FICHIER mois=2026-09 brut=2000.00 [heures=151.67] [siret=…]
//	deces FICHIER le=2026-11-10 [auteur=etat_civil]
//	revenus FICHIER annee=2023:30000.00 annee=2024:31000.00 [depuis=2015-01-01]
var commandesPieces = map[string]func(*testscript.TestScript, bool, []string){
	"grossesse": ecrirePiece(grossesse), "naissance": ecrirePiece(naissance), "conge": ecrirePiece(conge), "dat": ecrirePiece(dat),
	"certificat": ecrirePiece(certificat), "dmp": ecrirePiece(dmp), "acte": ecrirePiece(acte), "revenus": ecrirePiece(revenus),
	"bulletin": ecrirePiece(bulletin), "deces": ecrirePiece(deces),
}

// secret is what a doctor wrote: no output may hold it.
var secret = []byte(`{"motif":"secret médical"}`)

func ecrirePiece(document func(arguments, dossier.Envoi) []byte) func(*testscript.TestScript, bool, []string) {
	return func(ts *testscript.TestScript, _ bool, args []string) {
		f, a := lire(ts, args)
		_, retire := a.mots["retire"]
		ecrire(ts, f, document(a, dossier.Envoi{Identite: camille, Reference: a.texte("reference", strings.TrimSuffix(f, ".json")), Version: a.entier("version", 1), Retire: retire}))
	}
}

func grossesse(a arguments, e dossier.Envoi) []byte {
	return piece.AppendGrossesse(nil, a.nir(), &dossier.Grossesse{Envoi: e, DeclareeLe: a.jour("le"), PrevueLe: a.jour("prevue"), Enfants: a.entier("enfants", 1),
		Rang: a.entier("rang", 0), SemainesReportees: a.entier("reportees", 0)}, secret)
}

func naissance(a arguments, e dossier.Envoi) []byte {
	_, mere := a.mots["mere"]
	n := &dossier.NaissanceDeclaree{Mere: mere, Le: a.jour("le"), PrevueLe: a.jour("prevue"), Enfants: a.entier("enfants", 1), Rang: a.entier("rang", 0), SemainesAmenorrhee: a.entier("semaines", 0)}
	for _, p := range a.periodes("hospitalise") {
		n.Hospitalisations = append(n.Hospitalisations, dossier.Hospitalisation{Periode: p, Specialise: true})
	}
	return piece.AppendEvenement(nil, a.nir(), &dossier.Evenement{Envoi: e, Auteur: dossier.Auteur(a.texte("auteur", string(dossier.EtatCivil))), EtabliLe: a.jour("le") + 2, Naissance: n}, secret)
}

func conge(a arguments, e dossier.Envoi) []byte {
	c := &dossier.Conge{Envoi: e, Risque: droit.Risque(a.texte("risque", "")), DemandeLe: a.jour("le"), EvenementLe: a.jour("evenement"), RepriseLe: a.jour("reprise"), Employeur: a.siret(), Periodes: a.periodes("periode")}
	for _, s := range a.mots["poursuit"] {
		c.Poursuivis = append(c.Poursuivis, dossier.Employeur{SIRET: v.SIRET(s)})
	}
	return piece.AppendConge(nil, a.nir(), c, secret)
}

func dat(a arguments, e dossier.Envoi) []byte {
	return piece.AppendDAT(nil, a.nir(), &dossier.DeclarationAccident{Envoi: e, Employeur: dossier.Employeur{SIRET: a.siret(), Nom: "MENUISERIE DES LILAS"},
		Risque: droit.Risque(a.texte("risque", string(droit.AccidentTravail))), AccidentLe: a.jour("le"), DernierJour: a.jour("le"), DeclareeLe: a.jour("le") + 2, ReservesLe: a.jour("reserves")}, secret)
}

func certificat(a arguments, e dossier.Envoi) []byte {
	c := &dossier.CertificatAT{Envoi: e, Nature: dossier.NatureCertificat(a.texte("nature", string(dossier.CertificatInitial))), Risque: droit.Risque(a.texte("risque", string(droit.AccidentTravail))),
		SinistreLe: a.jour("sinistre"), Affection: a.texte("affection", ""), EtabliLe: max(a.jour("du"), a.jour("sinistre")), Canal: droit.Electronique, Prescripteur: droit.Hospitalier, Employeur: a.siret()}
	_, c.TempsPartiel = a.mots["partiel"]
	if a.texte("du", "") != "" {
		c.Arret = v.P(a.jour("du"), a.jour("au"))
	}
	if issue, le, dite := strings.Cut(a.texte("issue", ""), ":"); dite {
		c.Issue, c.IssueLe = droit.NatureDecision(issue), a.lireJour(le)
	}
	return piece.AppendCertificatAT(nil, a.nir(), c, secret)
}

func dmp(a arguments, e dossier.Envoi) []byte {
	return piece.AppendDMP(nil, a.nir(), &dossier.DeclarationMP{Envoi: e, Affection: a.texte("affection", ""), ConstatationLe: a.jour("constatee"), DeclareeLe: a.jour("le"),
		Employeur: dossier.Employeur{SIRET: a.siret()}}, secret)
}

func acte(a arguments, e dossier.Envoi) []byte {
	x := &dossier.Acte{Envoi: e, Auteur: dossier.Auteur(a.texte("auteur", string(dossier.LaCaisse))), Nature: dossier.NatureActe(a.texte("nature", "")), PrisLe: a.jour("le"),
		SinistreLe: a.jour("sinistre"), Affection: a.texte("affection", ""), ArretLe: a.jour("arret"), Effet: v.P(a.jour("effet"), 0)}
	if x.SinistreLe != 0 {
		x.Risque = droit.Risque(a.texte("risque", string(droit.AccidentTravail)))
	}
	return piece.AppendActe(nil, a.nir(), x, secret)
}

func revenus(a arguments, e dossier.Envoi) []byte {
	x := dossier.ActiviteDeclaree{Nature: droit.Independant, Statut: droit.ArtisanCommercant, Periode: v.P(max(a.jour("depuis"), v.NewJour(2015, 1, 1)), 0)}
	for _, m := range a.mots["annee"] {
		annee, montant, _ := strings.Cut(m, ":")
		c, err := v.ParseCentimes(montant)
		a.ts.Check(err)
		x.Revenus = append(x.Revenus, dossier.RevenuDeclare{Annee: int64(a.lireJour(annee + "-01-01").Annee()), Montant: c, PartCotisee: v.Connu[v.Centiemes](100_00)})
	}
	return piece.AppendRevenus(nil, a.nir(), &dossier.Revenus{Envoi: e, Auteur: dossier.LUrssaf, EtabliLe: v.NewJour(2026, 10, 1), AffilieDepuis: x.Periode.Du, Activites: []dossier.ActiviteDeclaree{x}})
}

// periodes reads DU:AU words.
func (a arguments) periodes(nom string) (ps []v.Periode) {
	for _, p := range a.mots[nom] {
		du, au, _ := strings.Cut(p, ":")
		ps = append(ps, v.P(a.lireJour(du), a.lireJour(au)))
	}
	return ps
}

func (a arguments) lireJour(s string) v.Jour {
	j, err := v.ParseJour(s)
	a.ts.Check(err)
	return j
}

func bulletin(a arguments, e dossier.Envoi) []byte {
	mois := a.jour("mois")
	return piece.AppendBulletin(nil, a.nir(), &dossier.Bulletin{
		Envoi: e, Employeur: dossier.Employeur{SIRET: a.siret(), Nom: "MENUISERIE DES LILAS"}, DebutContrat: v.NewJour(2020, 1, 6),
		Periode: v.P(mois, mois.FinMois()), VerseLe: mois.FinMois(), Brut: a.montant("brut", "2000.00"), Heures: v.Connu(a.montant("heures", "151.67")),
	})
}

// deces is the death of the insured.
func deces(a arguments, e dossier.Envoi) []byte {
	return piece.AppendEvenement(nil, a.nir(), &dossier.Evenement{
		Envoi: e, Auteur: dossier.Auteur(a.texte("auteur", string(dossier.EtatCivil))), EtabliLe: a.jour("le") + 2,
		Deces: &dossier.DecesDeclare{Le: a.jour("le"), Lien: dossier.LienAssure},
	}, nil)
}
