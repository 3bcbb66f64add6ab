package sim

import (
	"fmt"

	"accord/dossier"
	"accord/droit"
	"accord/format/piece"
	v "accord/valeur"
)

// instruction is how the recognition of a sinistre goes.
type instruction struct {
	reserves, refus bool
	delai           int // days from the whole file to the decision
}

// Time given to the caisse to decide on an accident with reserves, and on a
// disease (R.441-8, R.461-9), less some days.
const (
	delaiEnquete = 80
	delaiMaladie = 110
)

// remettreAutre sends everything of a benefit that is not an employee's sickness.
func (a *arret) remettreAutre(r *rendu) {
	switch {
	case a.conge != nil:
		a.remettreConge(r)
	case a.suite != nil:
		a.remettreSuite(r)
	case a.naissance != nil:
		a.remettreNaissance(r)
	case a.risque == droit.Maladie:
		a.remettreRevenus(r)
		for n := range a.prescriptions {
			a.remettreAvis(r, n)
		}
	default:
		a.remettreSinistre(r)
	}
	for i, k := range a.contrats() {
		if a.signalable() {
			a.remettreEvenements(r, i, k)
		}
	}
	a.remettreRIB(r)
}

// remettreSinistre sends the declaration, the certificates and the acts of the
// recognition.
func (a *arret) remettreSinistre(r *rendu) {
	nir, k := a.salarie.nir, a.salarie.contrats[0]
	employeur := dossier.Employeur{SIRET: k.siret, Nom: k.nom}
	declare := a.sinistreLe + v.Jour(2+a.delai04)
	if a.risque == droit.MaladiePro {
		declare += 20
		x := &dossier.DeclarationMP{Envoi: a.envoiDe("DMP"), ConstatationLe: a.sinistreLe, DeclareeLe: declare - 2, Employeur: employeur}
		r.document(declare, "dmp.json", piece.AppendDMP(nil, nir, x, voletMedical))
	} else {
		x := &dossier.DeclarationAccident{Envoi: a.envoiDe("DAT"), Employeur: employeur, Risque: a.risque, AccidentLe: a.sinistreLe, DernierJour: a.sinistreLe, DeclareeLe: declare}
		if a.instruction.reserves {
			x.ReservesLe = declare
		}
		r.document(declare, "dat.json", piece.AppendDAT(nil, nir, x, voletMedical))
	}
	for n := range a.prescriptions {
		a.remettreCertificat(r, n)
	}
	complet := max(declare, a.prescriptions[0].recuLe) + 1
	a.remettreActe(r, dossier.EtapeComplet, "COM", complet)
	decide := complet + v.Jour(a.instruction.delai)
	switch {
	case a.risque == droit.MaladiePro:
		decide = complet + delaiMaladie
	case a.instruction.reserves:
		a.remettreActe(r, dossier.EtapeQuestionnaires, "QUE", complet+10)
		decide = complet + delaiEnquete
	}
	nature := droit.Reconnaissance
	if a.instruction.refus {
		nature = droit.RefusReconnaissance
	}
	a.remettreActe(r, dossier.NatureActe(nature), "DEC", decide)
	a.remettreIssue(r)
}

func (a *arret) remettreCertificat(r *rendu, n int) {
	p := &a.prescriptions[n]
	e := a.envoiDe("CER")
	e.Reference += fmt.Sprintf("-%d", n+1)
	x := &dossier.CertificatAT{Envoi: e, Nature: dossier.CertificatInitial, Risque: a.risque, SinistreLe: a.sinistreLe, EtabliLe: p.prescritLe, Arret: p.periode,
		TempsPartiel: p.partiel, Canal: droit.Electronique, Prescripteur: p.prescripteur, Employeur: a.salarie.contrats[0].siret}
	switch {
	case n > 0:
		x.Nature = dossier.CertificatProlongation
	case a.suite != nil:
		x.Nature = dossier.CertificatRechute
	}
	if !p.electronique {
		x.Canal = droit.Papier
	}
	r.document(p.recuLe, "certificats-at.json", piece.AppendCertificatAT(nil, a.salarie.nir, x, voletMedical))
}

func (a *arret) remettreActe(r *rendu, nature dossier.NatureActe, quoi string, le v.Jour) {
	a.remettreActeDe(r, dossier.LaCaisse, nature, quoi, le, 0)
}

// remettreActeDe sends an act of someone, about one arrêt when it is given.
func (a *arret) remettreActeDe(r *rendu, auteur dossier.Auteur, nature dossier.NatureActe, quoi string, le, arret v.Jour) {
	x := &dossier.Acte{Envoi: a.envoiDe(quoi), Auteur: auteur, Nature: nature, PrisLe: le, Risque: a.risque, SinistreLe: a.sinistreLe, ArretLe: arret}
	if a.risque == droit.ITI {
		x.Risque = a.suite.de.risque
	}
	r.document(le, "actes.json", piece.AppendActe(nil, a.salarie.nir, x, nil))
}

// remettrePertes sends, once each month of part-time work is over, or the work, the wages
// that it took: the employer takes the time that he takes to say that someone is ill.
func (a *arret) remettrePertes(r *rendu) {
	tpt := a.partiel()
	if tpt.IsZero() {
		return
	}
	k := a.contrats()[0]
	x := dossier.Attestation{
		Identite: a.salarie.identite, Employeur: dossier.Employeur{SIRET: k.siret, Nom: k.nom}, Contrat: k.numero, DebutContrat: k.debut, Nature: naturesContrat[k.nature],
		Reference: fmt.Sprintf("TPT-%07d-%s", a.rang, k.numero), Risque: a.risque, DernierJour: a.dernierTravaille(), MaintienTotal: k.subroge,
	}
	if a.risque == "" {
		x.Risque = droit.Maladie
	}
	for m := tpt.Du.DebutMois(); m <= tpt.Au; m = m.AjouterMois(1) {
		x.SigneeLe = min(m.FinMois(), tpt.Au) + v.Jour(a.delai04)
		x.Version++
		p, perte := k.perdre(a, m)
		x.Pertes = append(x.Pertes, droit.PerteTPT{Periode: p, Perte: perte})
		r.document(x.SigneeLe, "attestations-tpt.json", piece.AppendDSIJ(nil, a.salarie.nir, &x))
	}
}

// remettreRevenus sends what the URSSAF knows of an independent, before the
// period.
func (a *arret) remettreRevenus(r *rendu) {
	al := flux(r.c.Graine, "revenus", a.rang)
	x := dossier.ActiviteDeclaree{Nature: droit.Independant, Statut: droit.ArtisanCommercant, Periode: v.P(r.c.Debut.AjouterAnnees(-al.entre(4, 12)), 0)}
	for annee := r.c.Debut.Annee() - 3; annee < r.c.Debut.Annee(); annee++ {
		x.Revenus = append(x.Revenus, dossier.RevenuDeclare{Annee: int64(annee), Montant: v.Centimes(al.entre(8_000, 60_000)) * 100, PartCotisee: v.Connu[v.Centiemes](100_00)})
	}
	d := &dossier.Revenus{Envoi: a.envoiDe("REV"), Auteur: dossier.LUrssaf, EtabliLe: r.c.Debut - 10, AffilieDepuis: x.Periode.Du, Activites: []dossier.ActiviteDeclaree{x}}
	r.document(r.c.Debut, "revenus.json", piece.AppendRevenus(nil, a.salarie.nir, d))
}
