package sim

import (
	"fmt"

	"accord/format/dsn"
	v "accord/valeur"
)

// dernierTravaille is the last day worked, as the employer states it: the day
// before the arrêt, unless he is mistaken.
func (a *arret) dernierTravaille() v.Jour {
	if a.trouble == DernierJourPrescrit {
		return a.debut + 2
	}
	return a.debut - 1
}

// signalement builds the event 04 of one job.
func (a *arret) signalement(k *contrat, ordre int64, le v.Jour) dsn.Envoi {
	x := dsn.Arret{
		Motif: dsn.MotifMaladie, DernierJourTravaille: a.dernierTravaille(), FinPrevue: a.prescriptions[0].periode.Au,
		Subrogation: v.Connu(k.subroge),
	}
	if k.subroge {
		x.PeriodeSubrogation = v.P(a.debut, a.debut.AjouterAnnees(3)-1)
		x.IBAN, x.BIC = k.compte, bicInvente
	}
	return a.evenement(k, dsn.NatureArret, ordre, le, x)
}

// retour builds the event 05 of one job.
func (a *arret) retour(k *contrat, le v.Jour) dsn.Envoi {
	return a.evenement(k, dsn.NatureReprise, 9, le, dsn.Arret{
		Motif: dsn.MotifMaladie, DernierJourTravaille: a.dernierTravaille(), FinPrevue: a.prescriptions[0].periode.Au,
		Reprise: a.reprise, MotifReprise: dsn.RepriseNormale,
	})
}

func (a *arret) evenement(k *contrat, n dsn.Nature, ordre int64, le v.Jour, x dsn.Arret) dsn.Envoi {
	envoi := k.envoi(versionNorme(a.debut))
	d := k.declaration(n, ordre, le)
	d.IdentifiantMetier = fmt.Sprintf("A%07d-%s", a.rang, k.numero[len(k.numero)-1:])
	i := a.salarie.individu()
	i.Contrats = []dsn.Contrat{{Debut: k.debut, Numero: k.numero, LieuTravail: string(k.siret), Arrets: []dsn.Arret{x}}}
	d.Individus = []dsn.Individu{i}
	envoi.Declarations = []dsn.Declaration{d}
	return envoi
}
