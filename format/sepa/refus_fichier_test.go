package sepa

import (
	"bytes"
	"errors"
	"io"
	"os"
	"strings"
	"testing"
	"testing/iotest"

	"accord/valeur"
)

const (
	virement1 = "PmtInf/CdtTrfTxInf"
	adresse   = "<PstlAdr><AdrLine>1 rue de l Exemple</AdrLine><AdrLine>44000 Nantes</AdrLine></PstlAdr>"
)

// Each case changes the reference file (header on line 2, one transfer a line
// after it) and gives every anomaly expected, in order.
var fichiersRefuses = []struct {
	nom, de, vers string
	attendu       []string
}{
	{"NbOfTxs du groupe", "<NbOfTxs>4</NbOfTxs><CtrlSum>1000000785.14</CtrlSum><InitgPty>", "<NbOfTxs>5</NbOfTxs><CtrlSum>1000000785.14</CtrlSum><InitgPty>",
		[]string{`ligne 2, GrpHdr/NbOfTxs : vaut "5", compté : "4"`}},
	{"CtrlSum du paiement", "<CtrlSum>1000000785.14</CtrlSum><PmtTpInf>", "<CtrlSum>1000000785.15</CtrlSum><PmtTpInf>",
		[]string{`ligne 2, PmtInf/CtrlSum : vaut "1000000785.15", recalculé : "1000000785.14"`}},
	{"montant retouché", ">417.02<", ">418.02<", []string{
		`ligne 2, GrpHdr/CtrlSum : vaut "1000000785.14", recalculé : "1000000786.14"`,
		`ligne 2, PmtInf/CtrlSum : vaut "1000000785.14", recalculé : "1000000786.14"`}},
	{"montant illisible", ">417.02<", ">417,02<",
		[]string{`ligne 3, virement 1, ` + virement1 + `/Amt/InstdAmt : montant "417,02" : attendu des chiffres, un point et deux décimales`}},
	{"une décimale", ">417.02<", ">417.0<",
		[]string{`ligne 3, virement 1, ` + virement1 + `/Amt/InstdAmt : montant "417.0" : attendu des chiffres, un point et deux décimales`}},
	{"autre devise", `Ccy="EUR">417.02`, `Ccy="CHF">417.02`,
		[]string{`ligne 3, virement 1, ` + virement1 + `/Amt/InstdAmt : attribut Ccy="CHF", attendu "EUR"`}},
	{"sans devise", ` Ccy="EUR">417.02`, `>417.02`,
		[]string{`ligne 3, virement 1, ` + virement1 + `/Amt/InstdAmt : attribut Ccy absent`}},
	{"attribut en double", `Ccy="EUR">417.02`, `Ccy="EUR" Ccy="EUR">417.02`,
		[]string{`ligne 3, virement 1, ` + virement1 + `/Amt/InstdAmt : attribut "Ccy" non prévu`}},
	{"adresse libre du bénéficiaire", "OEuvrard</Nm>", "OEuvrard</Nm>" + adresse, []string{
		`ligne 3, virement 1, ` + virement1 + `/Cdtr : élément <PstlAdr> non prévu ici`,
		`ligne 3, virement 1, PstlAdr : adresse non structurée (AdrLine sans TwnNm et Ctry), refusée depuis le 15/11/2026`}},
	{"adresse libre avec la seule ville", "OEuvrard</Nm>", "OEuvrard</Nm>" + strings.Replace(adresse, "</PstlAdr>", "<TwnNm>Nantes</TwnNm></PstlAdr>", 1), []string{
		`ligne 3, virement 1, ` + virement1 + `/Cdtr : élément <PstlAdr> non prévu ici`,
		`ligne 3, virement 1, PstlAdr : adresse non structurée (AdrLine sans TwnNm et Ctry), refusée depuis le 15/11/2026`}},
	{"adresse structurée du bénéficiaire", "OEuvrard</Nm>", "OEuvrard</Nm><PstlAdr><TwnNm>Nantes</TwnNm><Ctry>FR</Ctry></PstlAdr>",
		[]string{`ligne 3, virement 1, ` + virement1 + `/Cdtr : élément <PstlAdr> non prévu ici`}},
	{"adresse libre de la caisse", "<TwnNm>Nantes</TwnNm><Ctry>FR</Ctry>", "<AdrLine>44000 Nantes</AdrLine>", []string{
		`ligne 2, PmtInf/Dbtr/PstlAdr : élément <AdrLine> non prévu ici`,
		`ligne 2, PstlAdr : adresse non structurée (AdrLine sans TwnNm et Ctry), refusée depuis le 15/11/2026`,
		`ligne 2, PmtInf/Dbtr/PstlAdr : élément <TwnNm> absent`,
		`ligne 2, PmtInf/Dbtr/PstlAdr : élément <Ctry> absent`}},
	{"accent", "Zoe", "Zoé", []string{`ligne 3, virement 1, ` + virement1 + `/Cdtr/Nm : caractère 'é' (U+00E9) hors du jeu latin SEPA`}},
	{"nom de 71", "Mme Zoe Lefebvre-OEuvrard", strings.Repeat("A", 71), []string{`ligne 3, virement 1, ` + virement1 + `/Cdtr/Nm : 71 caractères, 70 au plus`}},
	{"libellé de 141", "IJ maladie du 04/11/2026", strings.Repeat("A", 127), []string{`ligne 3, virement 1, ` + virement1 + `/RmtInf/Ustrd : 141 caractères, 140 au plus`}},
	{"libellé vide", "IJ maladie d&#39;octobre", "", []string{`ligne 6, virement 4, ` + virement1 + `/RmtInf/Ustrd : texte vide`}},
	{"espace en trop", "Mme Zoe", " Mme Zoe", []string{`ligne 3, virement 1, ` + virement1 + `/Cdtr/Nm : espace au début, à la fin ou en double`}},
	{"EndToEndId répété", "IJ441A0000000003N1", "IJ441A0000000001N1", []string{`ligne 5, virement 3, ` + virement1 + `/PmtId/EndToEndId : déjà porté par le virement 1`}},
	{"NIR en EndToEndId", "IJ441A0000000003N1", nirValide, []string{`ligne 5, virement 3, ` + virement1 + `/PmtId/EndToEndId : ` + contientLe}},
	{"NIR en libellé", "IJ maladie d&#39;octobre", "IJ de " + nirValide, []string{`ligne 6, virement 4, ` + virement1 + `/RmtInf/Ustrd : ` + contientLe}},
	{"jour fermé", "2026-11-24", "2026-11-28", []string{
		"ligne 2, PmtInf/ReqdExctnDt/Dt : le 28/11/2026, les banques ne règlent pas (TARGET fermé) ; premier jour possible : 30/11/2026"}},
	{"créé après l'exécution", "2026-11-23T", "2026-11-25T", []string{
		"ligne 2, PmtInf/ReqdExctnDt/Dt : exécution le 24/11/2026, avant la création du fichier (25/11/2026)"}},
	{"constante", "SLEV", "SHAR", []string{`ligne 2, PmtInf/ChrgBr : vaut "SHAR", attendu "SLEV"`}},
	{"ordre inversé", "<Purp><Cd>SSBE</Cd></Purp><RmtInf><Ustrd>IJ maladie du 04/11/2026 au 13/11/2026</Ustrd></RmtInf>",
		"<RmtInf><Ustrd>IJ maladie du 04/11/2026 au 13/11/2026</Ustrd></RmtInf><Purp><Cd>SSBE</Cd></Purp>", []string{
			`ligne 3, virement 1, ` + virement1 + ` : élément <Purp> absent`,
			`ligne 3, virement 1, ` + virement1 + ` : élément <Purp> en double ou mal placé`}},
	{"élément inconnu", "<ChrgBr>", "<InstrForDbtrAgt><A>x</A></InstrForDbtrAgt><ChrgBr>", []string{`ligne 2, PmtInf : élément <InstrForDbtrAgt> non prévu ici`}},
	{"élément dans un texte", "Zoe", "<b>Zoe</b>", []string{
		`ligne 3, virement 1, ` + virement1 + `/Cdtr/Nm : élément <b> non prévu ici`,
		`ligne 3, virement 1, ` + virement1 + `/Cdtr/Nm : espace au début, à la fin ou en double`}},
	{"autre espace de noms", "<Purp>", `<Purp xmlns="urn:autre">`, []string{
		`ligne 3, virement 1, ` + virement1 + ` : élément <Purp> d'un autre espace de noms`,
		`ligne 3, virement 1, ` + virement1 + ` : élément <Purp> absent`}},
	{"texte perdu", "<Cdtr><Nm>Mme", "<Cdtr>bonjour<Nm>Mme", []string{`ligne 3, virement 1, ` + virement1 + `/Cdtr : texte hors de tout élément de valeur`}},
	{"commentaire", "<Cdtr><Nm>Mme", "<Cdtr><!-- x --><Nm>Mme", []string{`ligne 3, virement 1, ` + virement1 + `/Cdtr : commentaire non prévu`}},
	{"déclaration de type", "?>\n", "?>\n<!DOCTYPE Document>\n", []string{"ligne 2, Document : déclaration <!…> non prévue"}},
	{"instruction", "</Document>", "</Document><?php ?>", []string{"ligne 7, Document : instruction de traitement non prévue"}},
	{"autre émetteur", "Loire-Atlantique</Nm><Id>", "Vendee</Nm><Id>", []string{
		`ligne 2, GrpHdr/InitgPty/Nm : vaut "CPAM d'essai de la Vendee", débiteur : "CPAM d'essai de la Loire-Atlantique"`}},
	{"autre PmtInfId", "<PmtInfId>IJ-441-20261123-0001", "<PmtInfId>IJ-441-20261123-0002", []string{
		`ligne 2, PmtInf/PmtInfId : vaut "IJ-441-20261123-0002", identifiant du lot : "IJ-441-20261123-0001"`}},
	{"IBAN faux", "DE89", "DE88", []string{
		`ligne 5, virement 3, ` + virement1 + `/CdtrAcct/Id/IBAN : n'est pas un IBAN (pays SEPA, longueur, clés, majuscules sans espaces)`}},
	{"version .03", "pain.001.001.09", "pain.001.001.03", []string{
		`ligne 2, Document : élément <Document> (espace de noms "urn:iso:std:iso:20022:tech:xsd…") : attendu un seul <Document> de ` + espace}},
	{"autre codage", "UTF-8", "ISO-8859-1", []string{
		`ligne 1, Document : déclaration XML non prise en charge : attendu version="1.0" encoding="UTF-8"`}},
	{"déclaration altérée", `version="1.0" `, `version="1.0"  `, []string{
		`ligne 1, Document : déclaration XML non prise en charge : attendu version="1.0" encoding="UTF-8"`}},
	{"second document", "</Document>", "</Document><Document/>", []string{
		`ligne 7, Document : élément <Document> (espace de noms "") : attendu un seul <Document> de ` + espace}},
	{"tronqué", "</PmtInf></CstmrCdtTrfInitn></Document>", "", []string{"ligne 8, Document : XML mal formé : le fichier est tronqué ou altéré"}},
	{"mal fermé", "</Purp>", "</Porp>", []string{"ligne 3, virement 1, Document : XML mal formé : le fichier est tronqué ou altéré"}},
	{"entité", "Mme Zoe", "&nom; Zoe", []string{"ligne 3, virement 1, Document : XML mal formé : le fichier est tronqué ou altéré"}},
}

func TestCheckFileRefuse(t *testing.T) {
	for _, c := range fichiersRefuses {
		t.Run(c.nom, func(t *testing.T) {
			original := string(ecrire(t, petitLot()))
			fichier := strings.Replace(original, c.de, c.vers, 1)
			if fichier == original {
				t.Fatal("le cas ne change rien au fichier")
			}
			verifierAnomalies(t, fichier, c.attendu)
		})
	}
}

func verifierAnomalies(t *testing.T, fichier string, attendu []string) {
	t.Helper()
	_, anomalies := CheckFile(strings.NewReader(fichier))
	var obtenu []string
	for _, a := range anomalies {
		obtenu = append(obtenu, a.Error())
	}
	if strings.Join(obtenu, "\n") != strings.Join(attendu, "\n") {
		t.Errorf("obtenu :\n%s\nattendu :\n%s", strings.Join(obtenu, "\n"), strings.Join(attendu, "\n"))
	}
	if _, err := Read(strings.NewReader(fichier)); err == nil || err.Error() != Refus(anomalies).Error() {
		t.Errorf("Read : %v", err)
	}
}

func TestFichierVide(t *testing.T) {
	verifierAnomalies(t, "", []string{"ligne 1, Document : fichier vide : aucun <Document>"})
	verifierAnomalies(t, xmlSansVirement(t), []string{
		"ligne 5, PmtInf/CdtTrfTxInf : aucun virement",
		`ligne 2, GrpHdr/NbOfTxs : vaut "4", compté : "0"`,
		`ligne 2, PmtInf/NbOfTxs : vaut "4", compté : "0"`,
		`ligne 2, GrpHdr/CtrlSum : vaut "1000000785.14", recalculé : "0.00"`,
		`ligne 2, PmtInf/CtrlSum : vaut "1000000785.14", recalculé : "0.00"`})
}

func TestFichierTropGros(t *testing.T) {
	s := string(ecrire(t, petitLot()))
	i, j := strings.LastIndex(s, "<CdtTrfTxInf>"), strings.Index(s, "</PmtInf>")
	var virements strings.Builder
	for n := range 11 {
		virements.WriteString(strings.NewReplacer("ASS-0000000004", string(rune('A'+n)), "IJ441A0000000004N1", string(rune('A'+n))).Replace(s[i:j]))
	}
	fichier := strings.ReplaceAll(s[:i]+virements.String()+s[j:], "<NbOfTxs>4<", "<NbOfTxs>14<")
	verifierAnomalies(t, fichier, []string{"ligne 18, GrpHdr/CtrlSum : le total dépasse " + valeur.MontantMax.Euros()})
}

func xmlSansVirement(t *testing.T) string {
	s := string(ecrire(t, petitLot()))
	return s[:strings.Index(s, "<CdtTrfTxInf>")] + s[strings.LastIndex(s, "</CdtTrfTxInf>")+len("</CdtTrfTxInf>"):]
}

func TestLectureInterrompue(t *testing.T) {
	fichier := ecrire(t, petitLot())
	coupee := func() io.Reader {
		return io.MultiReader(bytes.NewReader(fichier[:1500]), iotest.ErrReader(os.ErrClosed))
	}
	if _, err := Read(coupee()); !errors.Is(err, os.ErrClosed) || err.Error() != "lecture du fichier SEPA interrompue : file already closed" {
		t.Errorf("Read : %v", err)
	}
	if _, a := CheckFile(coupee()); len(a) != 1 || a[0].Message != "lecture interrompue : file already closed" {
		t.Errorf("CheckFile : %v", a)
	}
}

type disquePlein struct{ reste int }

func (d *disquePlein) Write(b []byte) (int, error) {
	if d.reste -= len(b); d.reste < 0 {
		return 0, io.ErrShortWrite
	}
	return len(b), nil
}

func TestEcritureInterrompue(t *testing.T) {
	l := petitLot()
	for i := range 500 {
		v := l.Ordres[0]
		v.InstrID, v.EndToEndID = "I"+string(rune('A'+i/26))+string(rune('a'+i%26)), "E"+string(rune('A'+i/26))+string(rune('a'+i%26))
		l.Ordres = append(l.Ordres, v)
	}
	for _, place := range []int{0, 1000, 70000, 150000} {
		if err := Write(&disquePlein{reste: place}, l); !errors.Is(err, io.ErrShortWrite) {
			t.Errorf("disque plein à %d octets : %v", place, err)
		}
	}
}

// A file laid out in another way, with the same content, is read as well.
func TestMiseEnPageLibre(t *testing.T) {
	aere := strings.ReplaceAll(string(ecrire(t, petitLot())), "><", ">\r\n\t<")
	aere = strings.ReplaceAll(aere, "&#39;", "&apos;")
	l, err := Read(strings.NewReader(aere))
	if err != nil {
		t.Fatal(err)
	}
	if err := Compare(petitLot(), l); err != nil {
		t.Error(err)
	}
}
