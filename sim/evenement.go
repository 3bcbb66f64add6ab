package sim

import (
	"fmt"

	"accord/droit"
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

// motifs are those of the stops that an employer declares.
var motifs = map[droit.Risque]dsn.MotifArret{
	droit.AccidentTravail: dsn.MotifAccident, droit.AccidentTrajet: dsn.MotifTrajet, droit.MaladiePro: dsn.MotifMaladiePro,
	droit.Maternite: dsn.MotifMaternite, droit.Paternite: dsn.MotifPaternite, droit.AdoptionConge: dsn.MotifAdoption,
	droit.DeuilEnfant: dsn.MotifDeuilEnfant, "": dsn.MotifMaladie, droit.Maladie: dsn.MotifMaladie,
}

func (a *arret) motif() dsn.MotifArret { return motifs[a.risque] }

// signalable reports whether the employer's file has a word for the stop: none
// for an accompaniment, a further leave of birth or an unfitness.
func (a *arret) signalable() bool { return a.motif() != "" }

// signalement builds the event 04 of one job.
func (a *arret) signalement(k *contrat, ordre int64, le v.Jour) dsn.Envoi {
	x := dsn.Arret{
		Motif: a.motif(), DernierJourTravaille: a.dernierTravaille(), FinPrevue: a.prescriptions[0].periode.Au,
		Subrogation: v.Connu(k.subroge),
	}
	x.DateAccident = a.sinistreLe
	if k.subroge {
		x.PeriodeSubrogation = v.P(a.debut, a.debut.AjouterAnnees(3)-1)
		x.IBAN, x.BIC = k.compte, bicInvente
	}
	return a.evenement(k, dsn.NatureArret, ordre, le, x)
}

// retour builds the event 05 of one job.
func (a *arret) retour(k *contrat, le v.Jour) dsn.Envoi {
	return a.evenement(k, dsn.NatureReprise, 9, le, dsn.Arret{
		Motif: a.motif(), DernierJourTravaille: a.dernierTravaille(), FinPrevue: a.prescriptions[0].periode.Au,
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
