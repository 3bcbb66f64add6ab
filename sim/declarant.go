package sim

import (
	"fmt"

	v "accord/valeur"
)

// declarant sends the monthly files of one large enterprise, or, as a payroll
// bureau, those of several small ones in one envoi.
type declarant struct {
	emetteur
	rang        int
	echeance    int // day of the next month on which the DSN is due: 5 or 15
	entreprises []*entreprise
}

const (
	// seuilEcheance is the number of employees from which an enterprise declares
	// for itself and on the 5th.
	seuilEcheance = 50
	// clientsCabinet is how many enterprises a bureau declares for.
	clientsCabinet = 12
	premierCabinet = 500_000 // rank of its SIREN
)

// grouper finds who declares for each enterprise.
func grouper(es []*entreprise) []*declarant {
	var ds []*declarant
	var cabinet *declarant
	for _, e := range es {
		if e.effectif >= seuilEcheance {
			ds = append(ds, &declarant{emetteur: e.emetteur, rang: len(ds), echeance: 5, entreprises: []*entreprise{e}})
			continue
		}
		if cabinet == nil || len(cabinet.entreprises) == clientsCabinet {
			n := len(ds)
			s := siren(premierCabinet + n)
			cabinet = &declarant{rang: n, echeance: 15, emetteur: emetteur{
				siren: s, nic: string(siret(s, 0)[9:]), nom: fmt.Sprintf("CABINET DE PAIE %d", n+1),
				voie: "3 PLACE FICTIVE", cp: communes[0].cp, ville: communes[0].nom,
			}}
			ds = append(ds, cabinet)
		}
		cabinet.entreprises = append(cabinet.entreprises, e)
	}
	return ds
}

// remise is the day on which the DSN of a month is sent.
func (d *declarant) remise(mois v.Jour) v.Jour {
	return mois.AjouterMois(1) + v.Jour(d.echeance) - 1
}

// etablissements lists the establishments declared.
func (d *declarant) etablissements() []*etablissement {
	var es []*etablissement
	for _, e := range d.entreprises {
		es = append(es, e.etablissements...)
	}
	return es
}
