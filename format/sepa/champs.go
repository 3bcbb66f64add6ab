package sepa

import "accord/valeur"

// champ ties one value of a T to its place in the file: writing aside, every
// reading, rule and comparison goes through these two tables.
type champ[T any] struct {
	chemin     string // elements from CstmrCdtTrfInitn down
	nom        string // as people call it
	regle      func(texte string) string
	facultatif bool
	masque     func(texte string) string // how a message shows it; nil: as it is
	lire       func(*T) string
	poser      func(*T, string) // the text has passed the rule
}

const cheminVirement = "PmtInf/CdtTrfTxInf"

var champsLot = []champ[Lot]{
	{chemin: "GrpHdr/MsgId", nom: "identifiant du lot", regle: regleIdentifiant,
		lire:  func(l *Lot) string { return l.MsgID },
		poser: func(l *Lot, s string) { l.MsgID = s }},
	{chemin: "GrpHdr/CreDtTm", nom: "instant de création", regle: regleInstant,
		lire:  func(l *Lot) string { return l.CreeLe },
		poser: func(l *Lot, s string) { l.CreeLe = s }},
	{chemin: "GrpHdr/InitgPty/Id/OrgId/Othr/Id", nom: "SIRET de la caisse", regle: regleSIRET,
		lire:  func(l *Lot) string { return string(l.Debiteur.SIRET) },
		poser: func(l *Lot, s string) { l.Debiteur.SIRET = valeur.SIRET(s) }},
	{chemin: "PmtInf/ReqdExctnDt/Dt", nom: "date d'exécution", regle: regleExecution,
		lire:  func(l *Lot) string { return l.Execution.String() },
		poser: func(l *Lot, s string) { l.Execution, _ = valeur.ParseJour(s) }},
	{chemin: "PmtInf/Dbtr/Nm", nom: "nom de la caisse", regle: regleNom,
		lire:  func(l *Lot) string { return l.Debiteur.Nom },
		poser: func(l *Lot, s string) { l.Debiteur.Nom = s }},
	{chemin: "PmtInf/Dbtr/PstlAdr/StrtNm", nom: "rue de la caisse", regle: regleTexte(maxRue), facultatif: true,
		lire:  func(l *Lot) string { return l.Debiteur.Adresse.Rue },
		poser: func(l *Lot, s string) { l.Debiteur.Adresse.Rue = s }},
	{chemin: "PmtInf/Dbtr/PstlAdr/BldgNb", nom: "numéro de la caisse dans la rue", regle: regleTexte(maxNumero), facultatif: true,
		lire:  func(l *Lot) string { return l.Debiteur.Adresse.Numero },
		poser: func(l *Lot, s string) { l.Debiteur.Adresse.Numero = s }},
	{chemin: "PmtInf/Dbtr/PstlAdr/PstCd", nom: "code postal de la caisse", regle: regleTexte(maxCodePostal), facultatif: true,
		lire:  func(l *Lot) string { return l.Debiteur.Adresse.CodePostal },
		poser: func(l *Lot, s string) { l.Debiteur.Adresse.CodePostal = s }},
	{chemin: "PmtInf/Dbtr/PstlAdr/TwnNm", nom: "ville de la caisse", regle: regleTexte(maxVille),
		lire:  func(l *Lot) string { return l.Debiteur.Adresse.Ville },
		poser: func(l *Lot, s string) { l.Debiteur.Adresse.Ville = s }},
	{chemin: "PmtInf/Dbtr/PstlAdr/Ctry", nom: "pays de la caisse", regle: reglePays,
		lire:  func(l *Lot) string { return l.Debiteur.Adresse.Pays },
		poser: func(l *Lot, s string) { l.Debiteur.Adresse.Pays = s }},
	{chemin: "PmtInf/DbtrAcct/Id/IBAN", nom: "compte de la caisse", regle: regleIBAN, masque: masquerIBAN,
		lire:  func(l *Lot) string { return l.Debiteur.IBAN.Clair() },
		poser: func(l *Lot, s string) { l.Debiteur.IBAN = valeur.IBAN(s) }},
	{chemin: "PmtInf/DbtrAgt/FinInstnId/BICFI", nom: "BIC de la caisse", regle: regleBIC,
		lire:  func(l *Lot) string { return l.Debiteur.BIC },
		poser: func(l *Lot, s string) { l.Debiteur.BIC = s }},
}

var champsVirement = []champ[Virement]{
	{chemin: cheminVirement + "/PmtId/InstrId", nom: "InstrId", regle: regleIdentifiant,
		lire:  func(v *Virement) string { return v.InstrID },
		poser: func(v *Virement, s string) { v.InstrID = s }},
	{chemin: cheminVirement + "/PmtId/EndToEndId", nom: "EndToEndId", regle: regleIdentifiant,
		lire:  func(v *Virement) string { return v.EndToEndID },
		poser: func(v *Virement, s string) { v.EndToEndID = s }},
	{chemin: cheminVirement + "/Amt/InstdAmt", nom: "montant", regle: regleMontant,
		lire:  func(v *Virement) string { return v.Montant.String() },
		poser: func(v *Virement, s string) { v.Montant, _ = valeur.ParseCentimes(s) }},
	{chemin: cheminVirement + "/CdtrAgt/FinInstnId/BICFI", nom: "BIC du bénéficiaire", regle: regleBIC, facultatif: true,
		lire:  func(v *Virement) string { return v.BIC },
		poser: func(v *Virement, s string) { v.BIC = s }},
	{chemin: cheminVirement + "/Cdtr/Nm", nom: "bénéficiaire", regle: regleNom,
		lire:  func(v *Virement) string { return v.Beneficiaire },
		poser: func(v *Virement, s string) { v.Beneficiaire = s }},
	{chemin: cheminVirement + "/CdtrAcct/Id/IBAN", nom: "compte du bénéficiaire", regle: regleIBAN, masque: masquerIBAN,
		lire:  func(v *Virement) string { return v.IBAN.Clair() },
		poser: func(v *Virement, s string) { v.IBAN = valeur.IBAN(s) }},
	{chemin: cheminVirement + "/RmtInf/Ustrd", nom: "libellé", regle: regleLibelle, facultatif: true,
		lire:  func(v *Virement) string { return v.Libelle },
		poser: func(v *Virement, s string) { v.Libelle = s }},
}

func masquerIBAN(s string) string { return valeur.IBAN(s).String() }

// parChemin indexes a table by the place of its fields in the file.
func parChemin[T any](champs []champ[T]) map[string]*champ[T] {
	m := make(map[string]*champ[T], len(champs))
	for i := range champs {
		m[champs[i].chemin] = &champs[i]
	}
	return m
}
