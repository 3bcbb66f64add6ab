package sepa

import (
	"bufio"
	"encoding/xml"
	"io"

	"accord/valeur"
)

// Write writes the batch, normalised, as one pain.001.001.09 document: the same
// batch always gives the same bytes, and every transfer stands on a line of its
// own. Nothing is written of a batch that [Check] refuses; the error is then
// the same [Refus].
func Write(w io.Writer, l Lot) error {
	l = Normalize(l)
	if a := anomalies(l); len(a) > 0 {
		return Refus(a)
	}
	tampon := bufio.NewWriterSize(w, 1<<16)
	// The encoder flushes after each transfer a bufio.Writer that it is given:
	// hide that it is one.
	enc := xml.NewEncoder(struct{ io.Writer }{tampon})
	if _, err := tampon.WriteString(xml.Header); err != nil {
		return err
	}
	if err := enc.Encode(nouveauDocument(&l)); err != nil {
		return err
	}
	if err := tampon.WriteByte('\n'); err != nil {
		return err
	}
	return tampon.Flush()
}

// The types below are the shape of the file: the order of the fields is the
// order of the elements, which the schema commands.

type documentXML struct {
	XMLName  xml.Name    `xml:"Document"`
	Espace   string      `xml:"xmlns,attr"`
	EnTete   enTeteXML   `xml:"CstmrCdtTrfInitn>GrpHdr"`
	Paiement paiementXML `xml:"CstmrCdtTrfInitn>PmtInf"`
}

type enTeteXML struct {
	MsgID    string          `xml:"MsgId"`
	CreeLe   string          `xml:"CreDtTm"`
	Nombre   int             `xml:"NbOfTxs"`
	Total    valeur.Centimes `xml:"CtrlSum"`
	Nom      string          `xml:"InitgPty>Nm"`
	SIRET    valeur.SIRET    `xml:"InitgPty>Id>OrgId>Othr>Id"`
	Registre string          `xml:"InitgPty>Id>OrgId>Othr>SchmeNm>Prtry"`
}

type paiementXML struct {
	PmtInfID   string          `xml:"PmtInfId"`
	Methode    string          `xml:"PmtMtd"`
	Groupe     bool            `xml:"BtchBookg"`
	Nombre     int             `xml:"NbOfTxs"`
	Total      valeur.Centimes `xml:"CtrlSum"`
	Service    string          `xml:"PmtTpInf>SvcLvl>Cd"`
	Categorie  string          `xml:"PmtTpInf>CtgyPurp>Cd"`
	Execution  valeur.Jour     `xml:"ReqdExctnDt>Dt"`
	Nom        string          `xml:"Dbtr>Nm"`
	Rue        *string         `xml:"Dbtr>PstlAdr>StrtNm"`
	Numero     *string         `xml:"Dbtr>PstlAdr>BldgNb"`
	CodePostal *string         `xml:"Dbtr>PstlAdr>PstCd"`
	Ville      string          `xml:"Dbtr>PstlAdr>TwnNm"`
	Pays       string          `xml:"Dbtr>PstlAdr>Ctry"`
	IBAN       string          `xml:"DbtrAcct>Id>IBAN"`
	Devise     string          `xml:"DbtrAcct>Ccy"`
	BIC        string          `xml:"DbtrAgt>FinInstnId>BICFI"`
	Frais      string          `xml:"ChrgBr"`
	Ordres     ordresXML       `xml:"CdtTrfTxInf"`
}

type ordreXML struct {
	InstrID      string     `xml:"PmtId>InstrId"`
	EndToEndID   string     `xml:"PmtId>EndToEndId"`
	Montant      montantXML `xml:"Amt>InstdAmt"`
	BIC          *string    `xml:"CdtrAgt>FinInstnId>BICFI"`
	Beneficiaire string     `xml:"Cdtr>Nm"`
	IBAN         string     `xml:"CdtrAcct>Id>IBAN"`
	Objet        string     `xml:"Purp>Cd"`
	Libelle      *string    `xml:"RmtInf>Ustrd"`
}

type montantXML struct {
	Devise  string          `xml:"Ccy,attr"`
	Montant valeur.Centimes `xml:",chardata"`
}

// ordresXML encodes its transfers one after the other, without holding a second
// form of all of them in memory.
type ordresXML []Virement

// MarshalXML implements [xml.Marshaler].
func (o ordresXML) MarshalXML(e *xml.Encoder, debut xml.StartElement) error {
	finDeLigne := xml.CharData("\n")
	x := ordreXML{Montant: montantXML{Devise: "EUR"}, Objet: "SSBE"}
	for i := range o {
		v := &o[i]
		x.InstrID, x.EndToEndID = v.InstrID, v.EndToEndID
		x.Montant.Montant = v.Montant
		x.BIC, x.Libelle = siPresent(&v.BIC), siPresent(&v.Libelle)
		x.Beneficiaire, x.IBAN = v.Beneficiaire, v.IBAN.Clair()
		if err := e.EncodeToken(finDeLigne); err != nil {
			return err
		}
		if err := e.EncodeElement(&x, debut); err != nil {
			return err
		}
	}
	return e.EncodeToken(finDeLigne)
}

func nouveauDocument(l *Lot) *documentXML {
	d, nombre, total := &l.Debiteur, len(l.Ordres), l.Total()
	return &documentXML{
		Espace: espace,
		EnTete: enTeteXML{
			MsgID: l.MsgID, CreeLe: l.CreeLe, Nombre: nombre, Total: total,
			Nom: d.Nom, SIRET: d.SIRET, Registre: "SIRET",
		},
		Paiement: paiementXML{
			PmtInfID: l.MsgID, Methode: "TRF", Groupe: true, Nombre: nombre, Total: total,
			Service: "SEPA", Categorie: "SSBE", Execution: l.Execution, Nom: d.Nom,
			Rue: siPresent(&d.Adresse.Rue), Numero: siPresent(&d.Adresse.Numero),
			CodePostal: siPresent(&d.Adresse.CodePostal), Ville: d.Adresse.Ville, Pays: d.Adresse.Pays,
			IBAN: d.IBAN.Clair(), Devise: "EUR", BIC: d.BIC, Frais: "SLEV", Ordres: l.Ordres,
		},
	}
}

// siPresent keeps an empty text out of the file, with the elements around it.
func siPresent(s *string) *string {
	if *s == "" {
		return nil
	}
	return s
}
