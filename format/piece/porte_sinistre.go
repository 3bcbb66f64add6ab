package piece

import (
	"accord/dossier"
	"accord/droit"
	v "accord/valeur"
)

// risquesSinistre are the risks of an accident or an occupational disease.
var risquesSinistre = []droit.Risque{droit.AccidentTravail, droit.AccidentTrajet, droit.MaladiePro}

// porteDAT reads an employer's declaration of an accident, cerfa 14463.
var porteDAT = porte{
	schema: "accord/dat/1", genre: dossier.GenreAccident, medical: true, lire: lireDAT,
	cles: clesMedicales(append(simples("risque", "accident_le", "connu_employeur_le", "dernier_jour_travaille", "declaree_le", "reserves_le"),
		cle{nom: "employeur", sous: clesEmployeur})...),
}

func lireDAT(o objet) dossier.Fait {
	d := dossier.DeclarationAccident{
		Envoi: o.envoi(), Risque: parmi(o, "risque", risquesSinistre[:2], obligatoire), AccidentLe: o.jour("accident_le", obligatoire),
		ConnuEmployeurLe: o.jour("connu_employeur_le", facultatif), DernierJour: o.jour("dernier_jour_travaille", facultatif),
		DeclareeLe: o.jour("declaree_le", obligatoire), ReservesLe: o.jour("reserves_le", facultatif),
	}
	if e, ok := o.sous("employeur", obligatoire); ok {
		d.Employeur = dossier.Employeur{SIRET: e.siret("siret"), Nom: e.texte("nom", facultatif)}
	}
	return dossier.Fait{Accident: &d}
}

// porteCertificat reads the administrative side of a medical certificate of an
// accident at work or an occupational disease, cerfa 11138.
var porteCertificat = porte{
	schema: "accord/certificat-at/1", genre: dossier.GenreCertificat, medical: true, lire: lireCertificat,
	cles: clesMedicales(append(simples("nature", "risque", "sinistre_le", "affection", "etabli_le", "temps_partiel", "canal", "prescripteur"),
		cle{nom: "arret", sous: simples("du", "au")},
		cle{nom: "issue", sous: simples("nature", "le")},
		cle{nom: "employeur", sous: clesEmployeur})...),
}

var (
	naturesCertificat = []dossier.NatureCertificat{dossier.CertificatInitial, dossier.CertificatProlongation, dossier.CertificatRechute, dossier.CertificatFinal}
	issuesCertificat  = []droit.NatureDecision{droit.Consolidation, droit.Guerison}
)

func lireCertificat(o objet) dossier.Fait {
	c := dossier.CertificatAT{
		Envoi: o.envoi(), Nature: parmi(o, "nature", naturesCertificat, obligatoire), Risque: parmi(o, "risque", risquesSinistre, obligatoire),
		SinistreLe: o.jour("sinistre_le", obligatoire), Affection: o.code("affection"), EtabliLe: o.jour("etabli_le", obligatoire),
		TempsPartiel: o.booleen("temps_partiel"), Canal: droit.Canal(o.mot("canal", "canal", obligatoire)),
		Prescripteur: droit.Prescripteur(o.mot("prescripteur", "prescripteur", facultatif)),
	}
	if a, ok := o.sous("arret", facultatif); ok {
		c.Arret = a.periode("du", "au", obligatoire)
	}
	if i, ok := o.sous("issue", facultatif); ok {
		c.Issue, c.IssueLe = parmi(i, "nature", issuesCertificat, obligatoire), i.jour("le", obligatoire)
	}
	c.Employeur, c.NomEmployeur = o.employeurIndicatif()
	return dossier.Fait{Certificat: &c}
}

// porteDMP reads a declaration of an occupational disease, cerfa 16130.
var porteDMP = porte{
	schema: "accord/dmp/1", genre: dossier.GenreDeclaration, medical: true, lire: lireDMP,
	cles: clesMedicales(append(simples("affection", "constatation_le", "declaree_le"), cle{nom: "employeur", sous: clesEmployeur})...),
}

func lireDMP(o objet) dossier.Fait {
	d := dossier.DeclarationMP{
		Envoi: o.envoi(), Affection: o.code("affection"), ConstatationLe: o.jour("constatation_le", obligatoire), DeclareeLe: o.jour("declaree_le", obligatoire),
	}
	d.Employeur.SIRET, d.Employeur.Nom = o.employeurIndicatif()
	return dossier.Fait{DeclarationMP: &d}
}

// porteActe reads a decision of others, or a step of a recognition.
var porteActe = porte{
	schema: "accord/acte/1", genre: dossier.GenreActe, medical: true, lire: lireActe,
	cles: clesMedicales(append(simples("auteur", "nature", "pris_le", "effet_du", "effet_au", "affection", "arret_le", "exonerante", "rente_mensuelle"),
		cle{nom: "sinistre", sous: simples("risque", "le", "date_retenue")})...),
}

var auteursActe = []dossier.Auteur{dossier.ControleMedical, dossier.LaCaisse, dossier.MedecinTravail, dossier.LEmployeur, dossier.LAssure, dossier.Juridiction}

func lireActe(o objet) dossier.Fait {
	a := dossier.Acte{
		Envoi: o.envoi(), Auteur: parmi(o, "auteur", auteursActe, obligatoire), Nature: parmi(o, "nature", dossier.NaturesActe, obligatoire),
		PrisLe: o.jour("pris_le", obligatoire), Affection: o.code("affection"), ArretLe: o.jour("arret_le", facultatif),
		Exonerante: o.booleen("exonerante"), Mensuelle: o.argent("rente_mensuelle").Ou(0),
	}
	if du := o.jour("effet_du", facultatif); du != 0 {
		a.Effet = o.periode("effet_du", "effet_au", facultatif)
	} else if o.valeur("effet_au", facultatif, "") != nil {
		o.valeur("effet_du", obligatoire, "une date AAAA-MM-JJ, avec effet_au")
	}
	if s, ok := o.sous("sinistre", facultatif); ok {
		a.Risque, a.SinistreLe, a.RetenueLe = parmi(s, "risque", risquesSinistre, obligatoire), s.jour("le", obligatoire), s.jour("date_retenue", facultatif)
	}
	o.exiger(&a)
	return dossier.Fait{Acte: &a}
}

// exiger refuses an act that does not name what it is about: an effect on
// everything is never meant.
func (o objet) exiger(a *dossier.Acte) {
	manque := func(nom, attendu string) {
		o.valeur(nom, obligatoire, attendu+", pour la nature "+cite(string(a.Nature)))
	}
	switch droit.NatureDecision(a.Nature) {
	case droit.Reconnaissance, droit.RefusReconnaissance, droit.Consolidation, droit.Guerison:
		manque("sinistre", "l'accident ou la maladie")
	case droit.NatureDecision(dossier.ActeAvertissement):
		manque("arret_le", "le premier jour de l'arrêt")
	case droit.DecisionALD:
		manque("affection", "l'identifiant opaque de l'affection")
	case droit.SuspensionMedicale, droit.RepriseVersement, droit.ControleImpossible, droit.RefusDroits, droit.ActiviteNonAutorisee:
		if a.SinistreLe == 0 {
			manque("arret_le", "le premier jour de l'arrêt")
		}
	}
	if a.Nature.EstEtape() {
		manque("sinistre", "l'accident ou la maladie")
	}
	if a.Nature == dossier.ActeRente {
		manque("sinistre", "l'accident ou la maladie")
		manque("rente_mensuelle", "un montant comme \"200.00\"")
	}
}

// porteRevenus reads what no employer declares.
var porteRevenus = porte{
	schema: "accord/revenus/1", genre: dossier.GenreRevenus, lire: lireRevenus,
	cles: clesEnvoi(append(simples("auteur", "etabli_le", "affilie_depuis"),
		cle{nom: "activites", liste: true, sous: append(simples("numero", "nature", "statut_tns", "du", "au"),
			cle{nom: "revenus", liste: true, sous: simples("annee", "du", "au", "montant", "part_cotisations_payees", "categorie_micro")})})...),
}

var (
	auteursRevenus = []dossier.Auteur{dossier.LUrssaf, dossier.LaCaisse, dossier.FranceTravail, dossier.LAssure}
	natureRevenus  = []droit.NatureActivite{droit.Independant, droit.ChomageIndemnise}
	categories     = []string{"vente", "services", "liberal", "meuble_tourisme"}
)

func lireRevenus(o objet) dossier.Fait {
	r := dossier.Revenus{
		Envoi: o.envoi(), Auteur: parmi(o, "auteur", auteursRevenus, obligatoire), EtabliLe: o.jour("etabli_le", obligatoire),
		AffilieDepuis: o.jour("affilie_depuis", facultatif),
	}
	for _, a := range o.liste("activites") {
		d := dossier.ActiviteDeclaree{
			Numero: a.code("numero"), Nature: parmi(a, "nature", natureRevenus, obligatoire), Statut: droit.StatutTNS(a.mot("statut_tns", "statut_tns", facultatif)),
			Periode: a.periode("du", "au", facultatif),
		}
		for _, e := range a.liste("revenus") {
			d.Revenus = append(d.Revenus, e.revenu())
		}
		r.Activites = append(r.Activites, d)
	}
	return dossier.Fait{Revenus: &r}
}

// revenu reads the income of a civil year, or of a time of the first years.
func (o objet) revenu() dossier.RevenuDeclare {
	r := dossier.RevenuDeclare{
		Annee: o.entier("annee", 1990, 0), Montant: o.montantSigne("montant"), PartCotisee: o.pourcentage("part_cotisations_payees"),
		CategorieMicro: parmi(o, "categorie_micro", categories, facultatif),
	}
	if r.Annee == 0 {
		r.Periode = o.periode("du", "au", obligatoire)
	} else if o.valeur("du", facultatif, "") != nil || o.valeur("au", facultatif, "") != nil {
		o.refuser("annee", "une année et une période", "annee, ou du et au", "annee, ou du et au, mais pas les deux")
		r.Periode = v.Periode{}
	}
	return r
}
