package sim

import (
	"bytes"
	"fmt"

	"accord/format/dsn"
	v "accord/valeur"
)

// remettre writes everything that the caisse receives of an arrêt.
func (a *arret) remettre(r *rendu) {
	a.remettrePertes(r)
	if a.risque != "" {
		a.remettreAutre(r)
		return
	}
	if a.trouble != SansAvis {
		for n := range a.prescriptions {
			a.remettreAvis(r, n)
		}
	} else {
		a.noter(r, a.dossier())
	}
	for i, k := range a.contrats() {
		a.remettreEvenements(r, i, k)
		if a.attestation {
			a.remettreAttestation(r, i, k)
		}
	}
	switch a.trouble {
	case SansSignalement, SansRIB:
		a.noter(r, a.dossier())
	case SansSalaire:
		t := a.dossier()
		t.Mois = a.salarie.contrats[0].moisOmis
		a.noter(r, t)
	}
	a.remettreRIB(r)
}

// dossier begins a trouble that bears on the arrêt as a whole.
func (a *arret) dossier() Trouble {
	t := Trouble{Genre: a.trouble, NIR: a.salarie.nir, Arret: v.P(a.debut, a.fin())}
	if ks := a.contrats(); len(ks) > 0 {
		t.SIRET = ks[0].siret
	}
	return t
}

func (a *arret) noter(r *rendu, t Trouble) { r.troubles = append(r.troubles, t) }

// Files of the day that hold the documents of many people.
const (
	fluxAvis = "aat-electroniques.json"
	fluxRIB  = "rib.json"
)

// remettreAvis sends the nth avis: with those of the day when the prescriber
// sends it, else scanned alone.
func (a *arret) remettreAvis(r *rendu, n int) {
	p, t := &a.prescriptions[n], a.dossier()
	doc := a.avis(n)
	seul := fmt.Sprintf("aat-%07d-%d.json", a.rang, n+1)
	if n == 0 {
		switch a.trouble {
		case AvisTardif, AvisEncoreTardif:
			t.Fichier = r.chemin(p.recuLe, seul)
			a.noter(r, t)
		case AvisRedonne:
			// The scan of a paper copy, in a file of its own.
			t.Fichier = r.fichier(p.recuLe+v.Jour(a.decalage), "copie-"+seul, append(bytes.Clone(doc), "\r\n"...))
			a.noter(r, t)
		case PrescriptionsCroisees:
			a.noter(r, t)
		case CleNIRFausse:
			t.Fichier, t.Rubrique = r.fichier(p.recuLe, "faux-"+seul, fausserCle(doc)), "assure.nir"
			a.noter(r, t)
		case DateImpossible:
			t.Fichier, t.Rubrique = r.fichier(p.recuLe, "faux-"+seul, fausserDate(doc)), "fin"
			a.noter(r, t)
		}
	}
	if p.electronique {
		r.document(a.recuLe(n), fluxAvis, doc)
	} else {
		r.fichier(a.recuLe(n), seul, doc)
	}
}

// recuLe is the day on which the caisse can read the nth avis.
func (a *arret) recuLe(n int) v.Jour {
	le := a.prescriptions[n].recuLe
	if n == 0 && (a.trouble == CleNIRFausse || a.trouble == DateImpossible) {
		le += v.Jour(a.decalage)
	}
	return le
}

// remettreEvenements sends the events 04 and 05 of one job.
func (a *arret) remettreEvenements(r *rendu, i int, k *contrat) {
	nom := fmt.Sprintf("-%07d-%d.dsn", a.rang, i+1)
	if a.trouble != SansSignalement {
		a.remettreArret(r, nom, k)
	}
	if a.reprise != 0 {
		le := a.reprise + v.Jour(a.delai04)
		envoi := a.retour(k, le)
		r.fichier(le, "dsn05"+nom, octets(&envoi))
	}
}

func (a *arret) remettreArret(r *rendu, nom string, k *contrat) {
	le := a.debut + v.Jour(a.delai04)
	t := a.dossier()
	t.SIRET = k.siret
	if a.trouble == SignalementTardif {
		le += v.Jour(a.decalage) + 5
	}
	envoi := a.signalement(k, 1, le)
	apres := le + v.Jour(a.decalage)
	switch a.trouble {
	case SignalementRemplace:
		a.remplacer(r, &t, nom, k, envoi, le)
		return
	case LignesIllisibles:
		t.Fichier, t.Rubrique = r.fichier(le, "faux-dsn04"+nom, brouiller(octets(&envoi))), "S21.G00.60.002"
		a.noter(r, t)
		le = apres
	case FichierEssai:
		essai := envoi
		essai.Essai = true
		t.Fichier = r.fichier(le, "essai-dsn04"+nom, octets(&essai))
		a.noter(r, t)
	}
	contenu := octets(&envoi)
	chemin := r.fichier(le, "dsn04"+nom, contenu)
	switch a.trouble {
	case FichierRedonne:
		t.Fichier = r.fichier(le+1, "copie-dsn04"+nom, contenu)
		a.noter(r, t)
	case SignalementTardif, DernierJourPrescrit:
		t.Fichier = chemin
		a.noter(r, t)
	}
}

// remplacer sends an event that forgets the subrogation, then the one that
// cancels and replaces it.
func (a *arret) remplacer(r *rendu, t *Trouble, nom string, k *contrat, envoi dsn.Envoi, le v.Jour) {
	if !k.subroge {
		r.fichier(le, "dsn04"+nom, octets(&envoi))
		return
	}
	faux := a.signalement(k, 1, le)
	x := &faux.Declarations[0].Individus[0].Contrats[0].Arrets[0]
	x.Subrogation, x.PeriodeSubrogation, x.IBAN, x.BIC = v.Connu(false), v.Periode{}, "", ""
	r.fichier(le, "dsn04"+nom, octets(&faux))
	le += v.Jour(a.decalage)
	juste := a.signalement(k, 2, le)
	juste.Declarations[0].Type = dsn.TypeAnnuleRemplace
	t.Fichier = r.fichier(le, "dsn04-remplace"+nom, octets(&juste))
	a.noter(r, *t)
}

// remettreAttestation sends the attestation de salaire of one job, and the
// version that rectifies it.
func (a *arret) remettreAttestation(r *rendu, i int, k *contrat) {
	le := a.debut + v.Jour(a.delaiAttest)
	nom := fmt.Sprintf("dsij-%07d-%d", a.rang, i+1)
	t := a.dossier()
	t.SIRET, t.Mois = k.siret, a.debut.DebutMois().AjouterMois(-1)
	t.Montant = k.payer(t.Mois).brut
	var erreur v.Centimes
	switch a.trouble {
	case SalaireContradictoire:
		erreur = 12_345
		t.Montant += erreur // what the attestation says prevails
	case AttestationRectifiee:
		erreur = 54_321
		t.Fichier = r.fichier(le+v.Jour(a.decalage), nom+"-v2.json", a.attester(k, 2, le+v.Jour(a.decalage), 0))
		a.noter(r, t)
	}
	chemin := r.fichier(le, nom+".json", a.attester(k, 1, le, erreur))
	if a.trouble == SalaireContradictoire {
		t.Fichier = chemin
		a.noter(r, t)
	}
}

// remettreRIB sends the account, once for each person: before the period, or
// with the first arrêt.
func (a *arret) remettreRIB(r *rendu) {
	s := a.salarie
	if s.arrets[0] != a || s.trouble == SansRIB {
		return
	}
	if s.trouble == IBANFaux {
		t := a.dossier()
		faux, le := fmt.Sprintf("faux-rib-%07d.json", a.rang), a.debut+v.Jour(a.delaiRIB)
		t.Fichier, t.Rubrique = r.fichier(le, faux, fausserIBAN(s.rib(le), s.compte)), "iban"
		a.noter(r, t)
		le += v.Jour(a.decalage)
		r.fichier(le, fmt.Sprintf("rib-%07d.json", a.rang), s.rib(le))
		return
	}
	if s.ribConnu {
		r.document(r.c.Debut, fluxRIB, s.rib(r.c.Debut-30))
		return
	}
	le := a.debut + v.Jour(a.delaiRIB)
	r.fichier(le, fmt.Sprintf("rib-%07d.json", a.rang), s.rib(le))
}
