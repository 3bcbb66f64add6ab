package sepa

import "encoding/xml"

// espace is the name space of the only message written here.
const espace = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"

// noeud is one element of the subset of pain.001.001.09 that is written. The
// children of an element come in this order and no other.
type noeud struct {
	nom        string
	facultatif bool
	repete     bool
	fixe       string // the only text allowed; empty: any text
	devise     bool   // carries the attribute Ccy="EUR"
	enfants    []*noeud

	chemin   string // computed by relier
	lot      *champ[Lot]
	virement *champ[Virement]
}

func bloc(nom string, enfants ...*noeud) *noeud { return &noeud{nom: nom, enfants: enfants} }

func feuille(nom string) *noeud { return &noeud{nom: nom} }

func constante(nom, fixe string) *noeud { return &noeud{nom: nom, fixe: fixe} }

func optionnel(n *noeud) *noeud { n.facultatif = true; return n }

// racine is the whole document.
var racine = &noeud{nom: "Document", chemin: "Document", enfants: []*noeud{
	relier(bloc("CstmrCdtTrfInitn", blocEnTete(), blocPaiement())),
}}

func blocEnTete() *noeud {
	return bloc("GrpHdr",
		feuille("MsgId"),
		feuille("CreDtTm"),
		feuille("NbOfTxs"),
		feuille("CtrlSum"),
		bloc("InitgPty",
			feuille("Nm"),
			bloc("Id", bloc("OrgId", bloc("Othr", feuille("Id"), bloc("SchmeNm", constante("Prtry", "SIRET")))))))
}

func blocPaiement() *noeud {
	return bloc("PmtInf",
		feuille("PmtInfId"),
		constante("PmtMtd", "TRF"),
		constante("BtchBookg", "true"),
		feuille("NbOfTxs"),
		feuille("CtrlSum"),
		bloc("PmtTpInf",
			bloc("SvcLvl", constante("Cd", "SEPA")),
			bloc("CtgyPurp", constante("Cd", "SSBE"))),
		bloc("ReqdExctnDt", feuille("Dt")),
		bloc("Dbtr",
			feuille("Nm"),
			bloc("PstlAdr",
				optionnel(feuille("StrtNm")),
				optionnel(feuille("BldgNb")),
				optionnel(feuille("PstCd")),
				feuille("TwnNm"),
				feuille("Ctry"))),
		bloc("DbtrAcct", bloc("Id", feuille("IBAN")), constante("Ccy", "EUR")),
		bloc("DbtrAgt", bloc("FinInstnId", feuille("BICFI"))),
		constante("ChrgBr", "SLEV"),
		blocVirement())
}

func blocVirement() *noeud {
	n := bloc("CdtTrfTxInf",
		bloc("PmtId", feuille("InstrId"), feuille("EndToEndId")),
		bloc("Amt", &noeud{nom: "InstdAmt", devise: true}),
		optionnel(bloc("CdtrAgt", bloc("FinInstnId", feuille("BICFI")))),
		bloc("Cdtr", feuille("Nm")),
		bloc("CdtrAcct", bloc("Id", feuille("IBAN"))),
		bloc("Purp", constante("Cd", "SSBE")),
		optionnel(bloc("RmtInf", feuille("Ustrd"))))
	n.repete = true
	return n
}

// relier gives every element below CstmrCdtTrfInitn its path and the field
// that it carries.
func relier(message *noeud) *noeud {
	duLot, duVirement := parChemin(champsLot), parChemin(champsVirement)
	var suivre func(n *noeud, prefixe string)
	suivre = func(n *noeud, prefixe string) {
		n.chemin = prefixe + n.nom
		n.lot, n.virement = duLot[n.chemin], duVirement[n.chemin]
		for _, e := range n.enfants {
			suivre(e, n.chemin+"/")
		}
	}
	message.chemin = message.nom
	for _, e := range message.enfants {
		suivre(e, "")
	}
	return message
}

// chercher returns the rank of the child of that name, -1 where there is none.
func (n *noeud) chercher(nom xml.Name) int {
	for i, e := range n.enfants {
		if e.nom == nom.Local && nom.Space == espace {
			return i
		}
	}
	return -1
}
