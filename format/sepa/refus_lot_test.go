package sepa

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"accord/valeur"
)

const (
	nirValide    = "2850199999001" // published fictitious number, key 64
	nirCorse     = "284052A321025"
	cheminInstr  = "PmtInf/CdtTrfTxInf/PmtId/InstrId"
	cheminBout   = "PmtInf/CdtTrfTxInf/PmtId/EndToEndId"
	cheminNom    = "PmtInf/CdtTrfTxInf/Cdtr/Nm"
	cheminMotif  = "PmtInf/CdtTrfTxInf/RmtInf/Ustrd"
	contientLe   = "contient un numéro de sécurité sociale (NIR)"
	contientIban = "contient un numéro de compte (IBAN)"
)

func premier(f func(v *Virement)) func(*Lot) { return func(l *Lot) { f(&l.Ordres[0]) } }

func bout(s string) func(*Lot) { return premier(func(v *Virement) { v.EndToEndID = s }) }

func motif(s string) func(*Lot) { return premier(func(v *Virement) { v.Libelle = s }) }

func execution(a, m, j int) func(*Lot) {
	return func(l *Lot) { l.Execution = valeur.NewJour(a, m, j) }
}

var lotsRefuses = []struct {
	nom     string
	gater   func(*Lot)
	message string
}{
	{"sans identifiant", func(l *Lot) { l.MsgID = "" }, "GrpHdr/MsgId : texte vide"},
	{"identifiant de 36", func(l *Lot) { l.MsgID = strings.Repeat("A", 36) }, "GrpHdr/MsgId : 36 caractères, 35 au plus"},
	{"instant local", func(l *Lot) { l.CreeLe = "2026-11-23T05:30:00+01:00" },
		`GrpHdr/CreDtTm : instant "2026-11-23T05:30:00+01:00" : attendu AAAA-MM-JJThh:mm:ssZ`},
	{"instant impossible", func(l *Lot) { l.CreeLe = "2026-11-23T24:00:00Z" },
		`GrpHdr/CreDtTm : instant "2026-11-23T24:00:00Z" : attendu AAAA-MM-JJThh:mm:ssZ`},
	{"SIRET faux", func(l *Lot) { l.Debiteur.SIRET = "73282932000075" },
		`GrpHdr/InitgPty/Id/OrgId/Othr/Id : "73282932000075" n'est pas un SIRET`},
	{"sans date", func(l *Lot) { l.Execution = 0 }, `PmtInf/ReqdExctnDt/Dt : "" n'est pas une date AAAA-MM-JJ`},
	{"samedi", execution(2026, 11, 28),
		"PmtInf/ReqdExctnDt/Dt : le 28/11/2026, les banques ne règlent pas (TARGET fermé) ; premier jour possible : 30/11/2026"},
	{"Noël", execution(2026, 12, 25),
		"PmtInf/ReqdExctnDt/Dt : le 25/12/2026, les banques ne règlent pas (TARGET fermé) ; premier jour possible : 28/12/2026"},
	{"vendredi saint", execution(2027, 3, 26),
		"PmtInf/ReqdExctnDt/Dt : le 26/03/2027, les banques ne règlent pas (TARGET fermé) ; premier jour possible : 30/03/2027"},
	{"date passée", execution(2026, 11, 20),
		"PmtInf/ReqdExctnDt/Dt : exécution le 20/11/2026, avant la création du fichier (23/11/2026)"},
	{"caisse sans nom", func(l *Lot) { l.Debiteur.Nom = " " }, "PmtInf/Dbtr/Nm : texte vide"},
	{"caisse sans ville", func(l *Lot) { l.Debiteur.Adresse.Ville = "" }, "PmtInf/Dbtr/PstlAdr/TwnNm : texte vide"},
	{"pays en clair", func(l *Lot) { l.Debiteur.Adresse.Pays = "France" },
		`PmtInf/Dbtr/PstlAdr/Ctry : pays "France" : attendu deux lettres majuscules`},
	{"compte de la caisse faux", func(l *Lot) { l.Debiteur.IBAN = "FR1420041010050500013M02607" },
		"PmtInf/DbtrAcct/Id/IBAN : n'est pas un IBAN (pays SEPA, longueur, clés, majuscules sans espaces)"},
	{"BIC de la caisse absent", func(l *Lot) { l.Debiteur.BIC = "" },
		`PmtInf/DbtrAgt/FinInstnId/BICFI : BIC "" : attendu 8 ou 11 caractères, dont 6 lettres d'abord`},
	{"lot vide", func(l *Lot) { l.Ordres = nil }, "PmtInf/CdtTrfTxInf : aucun virement"},
	{"total trop grand", func(l *Lot) {
		for i := range 11 {
			v := l.Ordres[3]
			v.InstrID, v.EndToEndID = string(rune('a'+i)), string(rune('a'+i))
			l.Ordres = append(l.Ordres, v)
		}
	}, "GrpHdr/CtrlSum : le total dépasse " + valeur.MontantMax.Euros()},

	{"InstrId vide", premier(func(v *Virement) { v.InstrID = "" }), "virement 1, " + cheminInstr + " : texte vide"},
	{"InstrId répété", premier(func(v *Virement) { v.InstrID = "EMP-0000000002" }),
		"virement 2, " + cheminInstr + " : déjà porté par le virement 1"},
	{"EndToEndId répété", bout("IJ441A0000000003N1"), "virement 3, " + cheminBout + " : déjà porté par le virement 1"},
	{"EndToEndId avec espace", bout("IJ 441"), "virement 1, " + cheminBout + " : espace interdite dans un identifiant"},
	{"EndToEndId accentué", bout("IJ-été"), "virement 1, " + cheminBout + " : caractère 'é' (U+00E9) hors du jeu latin SEPA"},
	{"EndToEndId souligné", bout("IJ_441"), "virement 1, " + cheminBout + " : caractère '_' (U+005F) hors du jeu latin SEPA"},
	{"EndToEndId long", bout(strings.Repeat("IJ", 18)), "virement 1, " + cheminBout + " : 36 caractères, 35 au plus"},
	{"EndToEndId oblique", bout("/IJ441"), "virement 1, " + cheminBout + " : barre oblique au début ou à la fin"},
	{"EndToEndId deux obliques", bout("IJ//441"), "virement 1, " + cheminBout + " : deux barres obliques de suite"},
	{"EndToEndId convenu", bout("NOTPROVIDED"), "virement 1, " + cheminBout + " : « NOTPROVIDED » n'identifie rien"},
	{"EndToEndId NIR", bout(nirValide), "virement 1, " + cheminBout + " : " + contientLe},
	{"EndToEndId NIR et clé", bout("IJ" + nirValide + "64N1"), "virement 1, " + cheminBout + " : " + contientLe},
	{"EndToEndId NIR corse", bout("IJ-" + nirCorse), "virement 1, " + cheminBout + " : " + contientLe},
	{"EndToEndId NIR groupé", bout("2-85-01-99-999-001"), "virement 1, " + cheminBout + " : " + contientLe},
	{"EndToEndId NNP", bout("7144100000001"), "virement 1, " + cheminBout + " : " + contientLe},
	{"EndToEndId IBAN", bout("XFR7630006000011234567890189"), "virement 1, " + cheminBout + " : " + contientIban},
	{"EndToEndId IBAN norvégien", bout("NO9386011117947"), "virement 1, " + cheminBout + " : " + contientIban},
	{"EndToEndId NIR et un chiffre", bout("12345678900016"), "virement 1, " + cheminBout + " : " + contientLe},
	{"EndToEndId IBAN allemand", bout("de89370400440532013000"), "virement 1, " + cheminBout + " : " + contientIban},

	{"montant nul", premier(func(v *Virement) { v.Montant = 0 }),
		"virement 1, PmtInf/CdtTrfTxInf/Amt/InstdAmt : montant 0.00 hors des bornes SEPA (0.01 à 999999999.99)"},
	{"montant négatif", premier(func(v *Virement) { v.Montant = -41702 }),
		"virement 1, PmtInf/CdtTrfTxInf/Amt/InstdAmt : montant -417.02 hors des bornes SEPA (0.01 à 999999999.99)"},
	{"montant trop grand", premier(func(v *Virement) { v.Montant = 100000000000 }),
		"virement 1, PmtInf/CdtTrfTxInf/Amt/InstdAmt : montant 1000000000.00 hors des bornes SEPA (0.01 à 999999999.99)"},
	{"sans nom", premier(func(v *Virement) { v.Beneficiaire = "\t" }), "virement 1, " + cheminNom + " : texte vide"},
	{"nom non latin", premier(func(v *Virement) { v.Beneficiaire = "王小明" }),
		"virement 1, " + cheminNom + " : nom sans aucune lettre latine : à transcrire"},
	{"NIR dans le nom", premier(func(v *Virement) { v.Beneficiaire = "MARTIN " + nirValide }), "virement 1, " + cheminNom + " : " + contientLe},
	{"IBAN faux", premier(func(v *Virement) { v.IBAN = "FR7630006000011234567890188" }),
		"virement 1, PmtInf/CdtTrfTxInf/CdtrAcct/Id/IBAN : n'est pas un IBAN (pays SEPA, longueur, clés, majuscules sans espaces)"},
	{"IBAN en minuscules", premier(func(v *Virement) { v.IBAN = "fr7630006000011234567890189" }),
		"virement 1, PmtInf/CdtTrfTxInf/CdtrAcct/Id/IBAN : n'est pas un IBAN (pays SEPA, longueur, clés, majuscules sans espaces)"},
	{"BIC faux", premier(func(v *Virement) { v.BIC = "PSST3RPP" }),
		`virement 1, PmtInf/CdtTrfTxInf/CdtrAgt/FinInstnId/BICFI : BIC "PSST3RPP" : attendu 8 ou 11 caractères, dont 6 lettres d'abord`},
	{"BIC de 9", premier(func(v *Virement) { v.BIC = "PSSTFRPPX" }),
		`virement 1, PmtInf/CdtTrfTxInf/CdtrAgt/FinInstnId/BICFI : BIC "PSSTFRPPX" : attendu 8 ou 11 caractères, dont 6 lettres d'abord`},
	{"BIC absent vers la Suisse", func(l *Lot) { l.Ordres[3].BIC = "" },
		"virement 4, PmtInf/CdtTrfTxInf/CdtrAgt/FinInstnId/BICFI : BIC absent : il est obligatoire vers un pays hors de l'Espace économique européen (CH)"},
	{"NIR dans le libellé", motif("IJ de " + nirValide + "64"), "virement 1, " + cheminMotif + " : " + contientLe},
	{"NIR espacé dans le libellé", motif("IJ de 2 85 01 99 999 001 64"), "virement 1, " + cheminMotif + " : " + contientLe},
	{"IBAN dans le libellé", motif("sur FR76 3000 6000 0112 3456 7890 189"), "virement 1, " + cheminMotif + " : " + contientIban},
}

func TestCheckRefuse(t *testing.T) {
	for _, c := range lotsRefuses {
		t.Run(c.nom, func(t *testing.T) {
			l := petitLot()
			c.gater(&l)
			err := Check(l)
			if attendu := "lot SEPA refusé :\n" + c.message; err == nil || err.Error() != attendu {
				t.Fatalf("obtenu  : %v\nattendu : %s", err, attendu)
			}
			var ecrit bytes.Buffer
			var refus Refus
			if err := Write(&ecrit, l); !errors.As(err, &refus) || ecrit.Len() > 0 {
				t.Errorf("lot écrit malgré le refus (%v, %d octets)", err, ecrit.Len())
			}
		})
	}
}

// Labels and identifiers that look like personal data and are not: refusing
// them would hold up a payment for nothing.
func TestCheckAccepte(t *testing.T) {
	for _, s := range []string{
		"IJ MALADIE DU 04/11/2026 AU 13/11/2026", "DU 04/11/2026-13/11/2026 REF 441", "BPIJ 441-2026-000123 SUBROGATION",
		"SIRET 73282932000074", "SIRET 12345678900015", "SIRET 35600000000048 PERIODE 2026-11", "RAPPEL 12 JOURS 10/2026 : 417.02 EUR", "",
		"IJ 04112026 AU 13112026", "441 20261123 0001",
	} {
		l := petitLot()
		l.Ordres[0].Libelle = s
		if err := Check(l); err != nil {
			t.Errorf("libellé %q : %v", s, err)
		}
	}
	for _, s := range []string{"IJ-441-20261123-0001", "IJ441A0000000001N1", "IJ/441/2026/000001", "7f83b1657ff1fc53b92dc18148a1d65d"} {
		l := petitLot()
		l.Ordres[0].EndToEndID = s
		if err := Check(l); err != nil {
			t.Errorf("identifiant %q : %v", s, err)
		}
	}
}

// An identifier drawn at random, as the orders have, is never held up because a
// part of it happens to pass the keys of an account number.
func TestIdentifiantsAuHasard(t *testing.T) {
	const base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
	hasard := rand.New(rand.NewPCG(4, 41))
	for range 300_000 {
		id := []byte("IJ")
		for range 20 {
			id = append(id, base32[hasard.IntN(len(base32))])
		}
		if d := regleIdentifiant(string(id)); d != "" {
			t.Fatalf("%s : %s", id, d)
		}
	}
}

func TestCheckNommeToutesLesAnomalies(t *testing.T) {
	l := petitLot()
	l.Ordres[0].Montant = 0
	l.Ordres[2].Beneficiaire = "???"
	var refus Refus
	if err := Check(l); !errors.As(err, &refus) || len(refus) != 2 || refus[0].Ordre != 1 || refus[1].Ordre != 3 {
		t.Errorf("anomalies %v", refus)
	}
	for range 30 {
		l.Ordres = append(l.Ordres, l.Ordres[0])
	}
	texte := Check(l).Error()
	if !strings.HasSuffix(texte, "\n… et 72 autres anomalies") || strings.Count(texte, "\n") != 21 {
		t.Errorf("vingt anomalies puis leur nombre attendus :\n%s", texte)
	}
}

func TestRefusSansDonneePersonnelle(t *testing.T) {
	l := petitLot()
	l.Ordres[0].EndToEndID = nirValide
	l.Ordres[0].Libelle = "sur FR76 3000 6000 0112 3456 7890 189"
	l.Ordres[1].IBAN = "FR7630006000011234567890188"
	err := Check(l).Error()
	for _, secret := range []string{nirValide, "3000 6000", "30006000011234567890188"} {
		if strings.Contains(err, secret) {
			t.Errorf("le message montre %s : %s", secret, err)
		}
	}
}

func TestTotalSansDebordement(t *testing.T) {
	for _, montants := range [][]valeur.Centimes{{1 << 62, 1 << 62, 1 << 62}, {valeur.MontantMax, 1, 1 << 62}} {
		var l Lot
		for _, m := range montants {
			l.Ordres = append(l.Ordres, Virement{Montant: m})
		}
		if total := l.Total(); total != valeur.MontantMax+1 {
			t.Errorf("%v : total %d", montants, total)
		}
	}
}

func TestLotDonneIntact(t *testing.T) {
	l := petitLot()
	ecrire(t, l)
	if !slices.Equal(l.Ordres, petitLot().Ordres) {
		t.Errorf("le lot de l'appelant a changé : %+v", l.Ordres)
	}
}
