package sim

import (
	"cmp"
	"fmt"

	"accord/dossier"
	"accord/droit"
	"accord/format/piece"
	v "accord/valeur"
)

// voletMedical is what the doctor writes for the contrôle médical alone.
var voletMedical = []byte(`{"motif":"motif inventé, réservé au contrôle médical"}`)

// avis writes the nth avis d'arrêt of an arrêt.
func (a *arret) avis(n int) []byte {
	p := &a.prescriptions[n]
	x := dossier.AvisArret{
		Identite: a.salarie.identite, Reference: fmt.Sprintf("AAT-%07d-%d", a.rang, n+1), Nature: p.nature, Risque: droit.Maladie,
		Periode: p.periode, PrescritLe: p.prescritLe, EnvoyeLe: p.envoyeLe, Canal: droit.Papier, Support: droit.CerfaSecurise,
		Prescripteur: p.prescripteur, Teleconsultation: p.tele, Hospitalise: p.hospi, TempsPartiel: p.partiel,
	}
	if ks := a.salarie.contrats; len(ks) > 0 {
		x.NomEmployeur = ks[0].nom
	}
	if p.electronique {
		x.Canal, x.Support = droit.Electronique, ""
	}
	return piece.AppendAAT(nil, a.salarie.nir, &x, voletMedical)
}

// attester writes the attestation de salaire of one job, for the three months
// before the arrêt or those since the hiring. erreur is added to the last one.
func (a *arret) attester(k *contrat, version int64, le v.Jour, erreur v.Centimes) []byte {
	x := dossier.Attestation{
		Identite: a.salarie.identite, Employeur: dossier.Employeur{SIRET: k.siret, Nom: k.nom}, Contrat: k.numero, DebutContrat: k.debut,
		Nature: naturesContrat[k.nature], Reference: fmt.Sprintf("DSIJ-%07d-%s", a.rang, k.numero), Version: version, Risque: cmp.Or(a.risque, droit.Maladie),
		DernierJour: a.dernierTravaille(), SigneeLe: le, MaintienTotal: k.subroge,
	}
	for m := a.debut.DebutMois().AjouterMois(-3); m < a.debut.DebutMois(); m = m.AjouterMois(1) {
		if !k.actif(v.P(m, m.FinMois())) {
			continue
		}
		p := k.payer(m)
		x.Salaires = append(x.Salaires, droit.Salaire{
			Periode: p.periode, Brut: v.Connu(p.brut), Heures: v.Connu(p.heures), Retabli: v.Connu(p.retabli), VerseLe: m.FinMois(),
		})
	}
	if n := len(x.Salaires); n > 0 && erreur != 0 {
		s := &x.Salaires[n-1]
		s.Brut, s.Retabli = v.Connu(s.Brut.Ou(0)+erreur), v.Connu(s.Retabli.Ou(0)+erreur)
	}
	if k.subroge {
		x.Subrogation = &dossier.SubrogationDeclaree{Periode: v.P(a.debut, a.debut.AjouterAnnees(3)-1), IBAN: k.compte, BIC: bicInvente}
	}
	return piece.AppendDSIJ(nil, a.salarie.nir, &x)
}

var naturesContrat = map[string]droit.Contrat{"01": droit.CDI, "02": droit.CDD}

// rib writes the account of someone.
func (s *salarie) rib(le v.Jour) []byte {
	return piece.AppendRIB(nil, s.nir, &dossier.RIB{
		Identite: s.identite, IBAN: s.compte, BIC: bicInvente, Titulaire: s.identite.NomNaissance + " " + s.identite.Prenoms, Du: le,
	})
}
