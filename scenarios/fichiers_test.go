package scenarios

import (
	"bytes"
	"strings"

	"accord/dossier"
	"accord/droit"
	"accord/format/dsn"
	"accord/format/piece"
	v "accord/valeur"

	"github.com/rogpeppe/go-internal/testscript"
)

// The commands below write real files, as an employer, a doctor or a person
// would send them:
//
//	mensuelle FICHIER mois=2026-08 brut=2500.00 [heures=151.67] [siret=…] [ordre=1] [type=03] [essai] [ancien=NIR]
//	signalement FICHIER djt=2026-11-03 fin=2026-11-17 [subrogation=IBAN] [siret=…]
//	reprise FICHIER djt=2026-11-03 fin=2026-11-17 le=2026-11-16
//	avis FICHIER du=2026-11-04 au=2026-11-17 [nature=prolongation] [risque=…] [siret=…]
//	attestation FICHIER djt=2026-11-03 mois=2026-08:2500.00 mois=2026-09:2500.00 [perte=2026-10-05:2026-10-31:600.00] [version=2]
//	rib FICHIER iban=FR… [titulaire=…] [succession]
//
// «retenir-acte NOM» keeps the identifier of the act that «accord agir» just did, «retenir-paiement NOM» the first payment to be looked at,
// «retenir-piece NOM» the piece that changed what a control found; «cle» gives the caisse a key that is always the same, «conforme» holds a sheet against its schema. Those of leaves, accidents and independents are in pieces_test.go.
//
// All speak of Camille DURAND, unless nir= says otherwise, and of the joinery
// that employs her, unless siret= does.

const (
	nirCamille    v.NIR  = "2850199999001"
	menuiserie    string = "90000000100017"
	numeroContrat string = "CT0001"
)

var camille = dossier.Identite{NomNaissance: "DURAND", Prenoms: "Camille", Naissance: v.NewJour(1985, 1, 15)}

// arguments reads name=value words; a name may come several times.
type arguments struct {
	ts   *testscript.TestScript
	mots map[string][]string
}

func lire(ts *testscript.TestScript, args []string) (fichier string, a arguments) {
	if len(args) == 0 {
		ts.Fatalf("il faut un nom de fichier")
	}
	a = arguments{ts, map[string][]string{}}
	for _, m := range args[1:] {
		nom, valeur, _ := strings.Cut(m, "=")
		a.mots[nom] = append(a.mots[nom], valeur)
	}
	return args[0], a
}

func (a arguments) texte(nom, defaut string) string {
	if m := a.mots[nom]; len(m) > 0 {
		return m[0]
	}
	return defaut
}

func (a arguments) jour(nom string) v.Jour {
	s := a.texte(nom, "")
	if len(s) == 7 {
		s += "-01"
	}
	if s == "" {
		return 0
	}
	j, err := v.ParseJour(s)
	a.ts.Check(err)
	return j
}

func (a arguments) montant(nom, defaut string) v.Centimes {
	c, err := v.ParseCentimes(a.texte(nom, defaut))
	a.ts.Check(err)
	return c
}

func (a arguments) entier(nom string, defaut int64) int64 {
	if a.texte(nom, "") == "" {
		return defaut
	}
	return int64(a.montant(nom, "0")) / 100
}

func (a arguments) nir() v.NIR { return v.NIR(a.texte("nir", string(nirCamille))) }

func (a arguments) siret() v.SIRET { return v.SIRET(a.texte("siret", menuiserie)) }

func ecrire(ts *testscript.TestScript, fichier string, contenu []byte) {
	ts.Check(writeFile(ts.MkAbs(fichier), contenu))
}

// envoi is a DSN file with one declaration about one person.
func (a arguments) envoi(n dsn.Nature, i dsn.Individu) *dsn.Envoi {
	s := a.siret()
	e := &dsn.Envoi{
		Logiciel: "PAIE", Editeur: "ÉDITEUR", VersionLogiciel: "1", Version: "P26V01", PointDepot: "01", Type: "01",
		Emetteur: dsn.Emetteur{SIREN: s.SIREN(), NIC: string(s[9:]), Nom: "MENUISERIE DES LILAS", Voie: "1 RUE DU BOIS", CodePostal: "44000", Localite: "NANTES"},
		Contacts: []dsn.ContactEmetteur{{Civilite: "02", Nom: "LA PAIE", Mel: "paie@exemple.invalid", Telephone: "0200000000"}},
	}
	_, e.Essai = a.mots["essai"]
	d := dsn.Declaration{
		Nature: n, Type: dsn.TypeDeclaration(a.texte("type", string(dsn.TypeNormale))), Fraction: "11", NumeroOrdre: a.entier("ordre", 1),
		DateConstitution: max(a.jour("mois").FinMois(), a.jour("djt")) + 3,
		Contacts:         []dsn.ContactDeclare{{Nom: "LA PAIE", Telephone: "0200000000", Mel: "paie@exemple.invalid", Type: "04"}},
		Entreprise:       dsn.Entreprise{SIREN: s.SIREN()},
		Etablissement:    dsn.Etablissement{NIC: string(s[9:]), Voie: "1 RUE DU BOIS", CodePostal: "44000", Localite: "NANTES"},
	}
	if n == dsn.NatureMensuelle {
		d.Champ, d.Devise, d.Mois = "01", "01", a.jour("mois")
		d.Entreprise.NICSiege, d.Entreprise.APE, d.Etablissement.APE, d.Etablissement.IDCC = string(s[9:]), "1623Z", "1623Z", "2412"
	} else {
		d.IdentifiantMetier = a.texte("id", "ARRET0001")
	}
	i.NIR, i.NomFamille, i.Prenoms, i.Naissance = a.nir(), camille.NomNaissance, camille.Prenoms, camille.Naissance
	if d.Type != dsn.TypeAnnule {
		d.Individus = []dsn.Individu{i}
	}
	e.Declarations = []dsn.Declaration{d}
	return e
}

func (a arguments) ecrireDSN(fichier string, e *dsn.Envoi) {
	var b bytes.Buffer
	a.ts.Check(dsn.Write(&b, e))
	ecrire(a.ts, fichier, b.Bytes())
}

func mensuelle(ts *testscript.TestScript, _ bool, args []string) {
	f, a := lire(ts, args)
	mois := a.jour("mois")
	p := v.P(mois, mois.FinMois())
	brut, heures := v.Connu(a.montant("brut", "2500.00")), v.Connu(a.montant("heures", "151.67"))
	c := dsn.Contrat{
		Debut: v.NewJour(2020, 1, 6), StatutConventionnel: "06", StatutRetraite: "04", PCSESE: "632e", Emploi: "MENUISIER", Nature: "01", Dispositif: "99",
		Numero: numeroContrat, Unite: dsn.UniteHeure, QuotiteReference: v.Connu(v.Centiemes(15167)), Quotite: v.Connu(v.Centiemes(15167)), Modalite: "10",
		ComplementRegime: "99", IDCC: "2412", RegimeMaladie: "200", LieuTravail: string(a.siret()), RegimeVieillesse: "200", TravailleurEtranger: "99",
		StatutEmploi: "99", EmploisMultiples: "01", EmployeursMultiples: "01", RegimeAT: "200", RisqueAT: "203FB", Retraites: []dsn.Retraite{{Regime: "RUAA"}},
	}
	ligne := func(t dsn.TypeRemuneration) dsn.Remuneration {
		return dsn.Remuneration{Periode: p, Contrat: numeroContrat, Type: t, Montant: brut}
	}
	chomage := ligne(dsn.RemunerationChomage)
	chomage.Activites = []dsn.Activite{{Type: dsn.ActiviteTravail, Mesure: heures, Unite: dsn.UniteHeure}}
	net := brut.Ou(0) * 78 / 100
	i := dsn.Individu{
		LieuNaissance: "VILLE FICTIVE", DepartementNaissance: "99", PaysNaissance: "XX", Voie: "2 RUE FICTIVE", CodePostal: "44000", Localite: "NANTES",
		Contrats: []dsn.Contrat{c},
		Versements: []dsn.Versement{{Date: p.Au, NetFiscal: v.Connu(net), NetVerse: v.Connu(net), TauxPAS: v.Connu(v.Centiemes(0)),
			Remunerations: []dsn.Remuneration{ligne(dsn.RemunerationBrute), chomage}}},
	}
	if ancien := a.texte("ancien", ""); ancien != "" {
		i.Identites = []dsn.ChangementIdentite{{Date: mois, AncienNIR: v.NIR(ancien)}}
	}
	a.ecrireDSN(f, a.envoi(dsn.NatureMensuelle, i))
}

func (a arguments) evenement(n dsn.Nature, x dsn.Arret) *dsn.Envoi {
	x.Motif, x.DernierJourTravaille, x.FinPrevue = dsn.MotifMaladie, a.jour("djt"), a.jour("fin")
	return a.envoi(n, dsn.Individu{Contrats: []dsn.Contrat{{Debut: v.NewJour(2020, 1, 6), Numero: numeroContrat, LieuTravail: string(a.siret()), Arrets: []dsn.Arret{x}}}})
}

func signalement(ts *testscript.TestScript, _ bool, args []string) {
	f, a := lire(ts, args)
	x := dsn.Arret{Subrogation: v.Connu(false)}
	if iban := a.texte("subrogation", ""); iban != "" {
		djt := a.jour("djt")
		x.Subrogation, x.PeriodeSubrogation, x.IBAN, x.BIC = v.Connu(true), v.P(djt+1, djt.AjouterAnnees(3)), v.IBAN(iban), "AGRIFRPPXXX"
	}
	a.ecrireDSN(f, a.evenement(dsn.NatureArret, x))
}

func reprise(ts *testscript.TestScript, _ bool, args []string) {
	f, a := lire(ts, args)
	a.ecrireDSN(f, a.evenement(dsn.NatureReprise, dsn.Arret{Reprise: a.jour("le"), MotifReprise: dsn.RepriseNormale}))
}

func avis(ts *testscript.TestScript, _ bool, args []string) {
	f, a := lire(ts, args)
	x := &dossier.AvisArret{
		Identite: camille, Reference: "AAT-" + a.texte("du", ""), Nature: droit.NatureArret(a.texte("nature", string(droit.Initial))), Risque: droit.Risque(a.texte("risque", string(droit.Maladie))),
		Periode: v.P(a.jour("du"), a.jour("au")), PrescritLe: a.jour("du"), Canal: droit.Electronique, Prescripteur: droit.MedecinTraitant,
		Employeur: a.siret(), NomEmployeur: "MENUISERIE DES LILAS",
	}
	_, x.TempsPartiel = a.mots["partiel"]
	if x.EnvoyeLe = a.jour("envoye"); x.EnvoyeLe != 0 {
		x.Canal, x.Support = droit.Papier, droit.CerfaSecurise
	}
	ecrire(ts, f, piece.AppendAAT(nil, a.nir(), x, []byte(`{"motif":"secret médical"}`)))
}

func attestation(ts *testscript.TestScript, _ bool, args []string) {
	f, a := lire(ts, args)
	x := &dossier.Attestation{
		Identite: camille, Employeur: dossier.Employeur{SIRET: a.siret(), Nom: "MENUISERIE DES LILAS"}, Contrat: numeroContrat, DebutContrat: v.NewJour(2020, 1, 6),
		Nature: droit.CDI, Reference: "DSIJ-1", Version: a.entier("version", 1), Risque: droit.Maladie, DernierJour: a.jour("djt"), SigneeLe: a.jour("djt") + 3,
	}
	for _, m := range a.mots["mois"] {
		mois, brut, _ := strings.Cut(m, ":")
		j, err := v.ParseJour(mois + "-01")
		ts.Check(err)
		c, err := v.ParseCentimes(brut)
		ts.Check(err)
		x.Salaires = append(x.Salaires, droit.Salaire{Periode: v.P(j, j.FinMois()), Brut: v.Connu(c), Heures: v.Connu(v.Centiemes(15167)), VerseLe: j.FinMois()})
	}
	for _, m := range a.mots["perte"] {
		du, suite, _ := strings.Cut(m, ":")
		au, brut, _ := strings.Cut(suite, ":")
		c, err := v.ParseCentimes(brut)
		ts.Check(err)
		x.Pertes = append(x.Pertes, droit.PerteTPT{Periode: v.P(a.lireJour(du), a.lireJour(au)), Perte: c})
	}
	ecrire(ts, f, piece.AppendDSIJ(nil, a.nir(), x))
}

func rib(ts *testscript.TestScript, _ bool, args []string) {
	f, a := lire(ts, args)
	_, succession := a.mots["succession"]
	ecrire(ts, f, piece.AppendRIB(nil, a.nir(), &dossier.RIB{
		Identite: camille, IBAN: v.IBAN(a.texte("iban", "FR7630006000011234567890189")), Titulaire: a.texte("titulaire", "CAMILLE DURAND"),
		Du: v.NewJour(2026, 1, 5), Succession: succession,
	}))
}
