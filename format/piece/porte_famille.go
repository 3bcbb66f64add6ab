package piece

import (
	"accord/dossier"
	"accord/droit"
	v "accord/valeur"
)

// clesEnvoi are the keys that every document of ours holds from grossesse/1 on.
func clesEnvoi(autres ...cle) []cle {
	return append(append(simples("schema", "reference", "version", "retire"), cle{nom: "assure", sous: clesAssure}), autres...)
}

// clesMedicales are the same with a medical side.
func clesMedicales(autres ...cle) []cle {
	return append(clesEnvoi(autres...), cle{nom: voletMedical, sous: []cle{}})
}

func (o objet) envoi() dossier.Envoi {
	return dossier.Envoi{
		Identite: o.assure(), Reference: o.texte("reference", obligatoire), Version: o.entier("version", 1, 1), Retire: o.booleen("retire"),
	}
}

// porteGrossesse reads a declaration of pregnancy and what the mother asks of
// her leave.
var porteGrossesse = porte{
	schema: "accord/grossesse/1", genre: dossier.GenreGrossesse, medical: true, lire: lireGrossesse,
	cles: clesMedicales(simples("declaree_le", "constatee_le", "prevue_le", "enfants", "rang", "semaines_reportees", "semaines_anticipees")...),
}

func lireGrossesse(o objet) dossier.Fait {
	return dossier.Fait{Grossesse: &dossier.Grossesse{
		Envoi:              o.envoi(),
		DeclareeLe:         o.jour("declaree_le", obligatoire),
		ConstateeLe:        o.jour("constatee_le", facultatif),
		PrevueLe:           o.jour("prevue_le", obligatoire),
		Enfants:            o.entier("enfants", 1, 0),
		Rang:               o.entier("rang", 1, 0),
		SemainesReportees:  o.entier("semaines_reportees", 0, 0),
		SemainesAnticipees: o.entier("semaines_anticipees", 0, 0),
	}}
}

// porteEvenement reads a birth, an adoption or a death.
var porteEvenement = porte{
	schema: "accord/evenement/1", genre: dossier.GenreEvenement, medical: true, lire: lireEvenement,
	cles: clesMedicales(append(simples("auteur", "etabli_le"),
		cle{nom: "naissance", sous: append(simples("mere", "le", "prevue_le", "enfants", "rang", "semaines_amenorrhee", "deces_mere_le", "fin_conge_mere"),
			cle{nom: "hospitalisations", liste: true, sous: simples("du", "au", "specialise")})},
		cle{nom: "adoption", sous: simples("arrivee_le", "enfants", "a_charge_apres", "parents", "jours_autre_parent", "allocation_versee_autre_parent")},
		cle{nom: "deces", sous: simples("le", "lien", "ne_le", "a_charge")})...),
}

var auteursEvenement = []dossier.Auteur{dossier.EtatCivil, dossier.Etablissement, dossier.LaCaisse, dossier.LAssure, dossier.LEmployeur}

func lireEvenement(o objet) dossier.Fait {
	e := dossier.Evenement{
		Envoi: o.envoi(), Auteur: parmi(o, "auteur", auteursEvenement, obligatoire), EtabliLe: o.jour("etabli_le", obligatoire),
		Naissance: o.naissance(), Adoption: o.adoption(), Deces: o.deces(),
	}
	dits := 0
	for _, dit := range []bool{e.Naissance != nil, e.Adoption != nil, e.Deces != nil} {
		if dit {
			dits++
		}
	}
	if dits != 1 {
		const attendu = "un seul objet parmi naissance, adoption, deces"
		o.refuser("naissance", []string{"rien", "un objet", "plusieurs objets", "plusieurs objets"}[dits], attendu, "l'événement doit être dit une fois; attendu: "+attendu)
	}
	if e.DeLAssure() && e.Auteur == dossier.LAssure {
		const attendu = "un autre auteur que l'assuré"
		o.refuser("auteur", cite(string(e.Auteur)), attendu, "nul ne déclare son propre décès; attendu: "+attendu)
	}
	return dossier.Fait{Evenement: &e}
}

func (o objet) naissance() *dossier.NaissanceDeclaree {
	n, ok := o.sous("naissance", facultatif)
	if !ok {
		return nil
	}
	d := &dossier.NaissanceDeclaree{
		Mere: n.booleen("mere"), Le: n.jour("le", obligatoire), PrevueLe: n.jour("prevue_le", facultatif), Enfants: n.entierDu("enfants", 1),
		Rang: n.entier("rang", 1, 0), SemainesAmenorrhee: n.entier("semaines_amenorrhee", 1, 0),
		DecesMereLe: n.jour("deces_mere_le", facultatif), FinCongeMere: n.jour("fin_conge_mere", facultatif),
	}
	for _, h := range n.liste("hospitalisations") {
		d.Hospitalisations = append(d.Hospitalisations, dossier.Hospitalisation{Periode: h.periode("du", "au", facultatif), Specialise: h.booleen("specialise")})
	}
	return d
}

func (o objet) adoption() *dossier.AdoptionDeclaree {
	a, ok := o.sous("adoption", facultatif)
	if !ok {
		return nil
	}
	return &dossier.AdoptionDeclaree{
		ArriveeLe: a.jour("arrivee_le", obligatoire), Enfants: a.entierDu("enfants", 1), AChargeApres: a.entier("a_charge_apres", 0, 0),
		Parents: a.entier("parents", 1, 0), JoursAutreParent: a.entier("jours_autre_parent", 0, 0),
		AllocationVersee: a.booleen("allocation_versee_autre_parent"),
	}
}

func (o objet) deces() *dossier.DecesDeclare {
	d, ok := o.sous("deces", facultatif)
	if !ok {
		return nil
	}
	return &dossier.DecesDeclare{
		Le: d.jour("le", obligatoire), Lien: parmi(d, "lien", []string{"enfant", "personne_a_charge", dossier.LienAssure}, obligatoire),
		NeLe: d.jour("ne_le", facultatif), ACharge: d.booleen("a_charge"),
	}
}

// porteConge reads the request for a leave.
var porteConge = porte{
	schema: "accord/conge/1", genre: dossier.GenreConge, medical: true, lire: lireConge,
	cles: clesMedicales(append(simples("risque", "demande_le", "evenement_le", "reprise_le", "temps_partiel", "jours_deja_pris"),
		cle{nom: "employeur", sous: clesEmployeur},
		cle{nom: "emplois_poursuivis", liste: true, sous: clesEmployeur},
		cle{nom: "periodes", liste: true, sous: simples("du", "au")},
		cle{nom: "conge_naissance", sous: simples("du", "au")})...),
}

// risquesConge are the leaves that a person asks for.
var risquesConge = []droit.Risque{droit.Maternite, droit.Pathologique, droit.Paternite, droit.AdoptionConge, droit.NaissanceConge, droit.DeuilEnfant, droit.AJAP, droit.GarantieGrossesse}

func lireConge(o objet) dossier.Fait {
	c := dossier.Conge{
		Envoi: o.envoi(), Risque: parmi(o, "risque", risquesConge, obligatoire), DemandeLe: o.jour("demande_le", obligatoire),
		EvenementLe: o.jour("evenement_le", facultatif), RepriseLe: o.jour("reprise_le", facultatif),
		TempsPartiel: o.booleen("temps_partiel"), DejaPris: o.entier("jours_deja_pris", 0, 0),
	}
	c.Employeur, c.NomEmployeur = o.employeurIndicatif()
	for _, e := range o.liste("emplois_poursuivis") {
		c.Poursuivis = append(c.Poursuivis, dossier.Employeur{SIRET: e.siretIndicatif("siret"), Nom: e.texte("nom", facultatif)})
	}
	for _, p := range o.liste("periodes") {
		c.Periodes = append(c.Periodes, p.periode("du", "au", obligatoire))
	}
	if n, ok := o.sous("conge_naissance", facultatif); ok {
		c.CongeNaissance = n.periode("du", "au", obligatoire)
	}
	return dossier.Fait{Conge: &c}
}

// employeurIndicatif reads an employer as the insured wrote it.
func (o objet) employeurIndicatif() (s v.SIRET, nom string) {
	e, ok := o.sous("employeur", facultatif)
	if !ok {
		return "", ""
	}
	return e.siretIndicatif("siret"), e.texte("nom", facultatif)
}
