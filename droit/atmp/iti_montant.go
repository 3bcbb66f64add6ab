package atmp

import (
	"cmp"
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// The amount of the temporary allowance of unfitness (D.433-4, D.433-7).

// derniereIJ returns the allowance of the accident paid last before the notice,
// for one line: in the case, even on a day that another benefit took, else before
// it. What was paid before is that of all the work stopped: the k-th of the lines
// has an equal part of it.
func (c *Calcul) derniereIJ(d *demande, activite int, lignes []int, k int) (v.Centimes, bool) {
	for i, taux := range slices.Backward(c.taux) { // by date
		j := &c.r.Jours[c.premier+i]
		if taux != 0 && j.Activite == activite && j.Date <= d.avis && c.cas.Arrets[j.Arret].Sinistre == d.sinistre {
			return c.partDe(j.Chaine, activite, taux), true
		}
	}
	total, connue := c.ijDAvant(d).Get()
	parts := make([]droit.Part, len(lignes))
	droit.Partager(total, parts)
	return parts[k].Centimes, connue
}

// ijDAvant returns the allowance of the accident paid last before the case and before
// the notice, when it is known. What is said to be nothing was not a payment: it is
// the last one only where no other is known.
func (c *Calcul) ijDAvant(d *demande) v.Option[v.Centimes] {
	var le v.Jour
	var ij, rien v.Option[v.Centimes]
	for i := range c.cas.Anterieures {
		x := &c.cas.Anterieures[i]
		n, connue := x.IJ.Get()
		if !connue || x.Sinistre != d.sinistre || !x.Risque.EstSinistre() || x.Periode.Du > d.avis {
			continue
		}
		if rien = v.Connu(v.Centimes(0)); n > 0 && x.Periode.Au > le {
			le, ij = x.Periode.Au, x.IJ
		}
	}
	s := sinistreDe(c.cas, d.sinistre)
	for _, x := range [...]v.Option[v.Centimes]{s.IJ80, s.IJ60} {
		if n, _ := x.Get(); n > 0 {
			ij = cmp.Or(ij, x)
		}
	}
	return cmp.Or(ij, rien, s.IJ80, s.IJ60)
}

// dues returns the allowance of a day for each line: the last of the accident, or what
// an agent fixed, shared as that one is; known only when every line's is.
func (c *Calcul) dues(d *demande, lignes []int) (ijs []v.Centimes, connues bool) {
	parts := make([]droit.Part, len(lignes))
	ijs, connues = make([]v.Centimes, len(lignes)), true
	for k, activite := range lignes {
		ij, connue := c.derniereIJ(d, activite, lignes, k)
		ijs[k], parts[k].Poids, connues = ij, ij.Fraction(), connues && connue
	}
	if ij, forcee := c.socle.IJForcee(d.arret); forcee && d.expresse {
		droit.Partager(ij, parts)
		for k := range parts {
			ijs[k] = parts[k].Centimes
		}
		connues = true
	}
	return ijs, connues
}

// partDe returns the share of one line in the allowance of a stop.
func (c *Calcul) partDe(arret, activite int, ij v.Centimes) v.Centimes {
	ch := &c.chaines[slices.IndexFunc(c.chaines, func(x chaine) bool { return x.arret == arret })]
	parts := make([]droit.Part, len(ch.lignes))
	for n := range ch.lignes {
		parts[n].Poids = ch.lignes[n].poids
	}
	droit.Partager(ij, parts)
	return parts[slices.IndexFunc(ch.lignes, func(l ligne) bool { return l.activite == activite })].Centimes
}

// imputerITI takes the monthly pension of the same accident off the allowance of
// the month (D.433-7), for each day paid on which the pension runs. What is left
// is shared between the lines as the allowance was, and spread over their days.
func (c *Calcul) imputerITI(d *demande, lignes []int, debut int) error {
	parts := make([]droit.Part, len(lignes))
	var somme v.Centimes
	var rente v.Fraction
	for k, activite := range lignes {
		du := v.Centimes(0)
		c.payesITI(activite, debut, func(j *droit.JourCalcule) { du += j.IJ })
		parts[k].Poids, somme = du.Fraction(), somme+du
	}
	for j := d.mois.Du; j <= d.mois.Au; j++ {
		if slices.ContainsFunc(c.r.Jours[debut:], func(x droit.JourCalcule) bool { return x.Date == j && x.Etat == droit.Paye }) {
			rente = rente.Plus(c.renteLe(d.sinistre, j).Fraction().Sur(v.F(int64(d.mois.Jours()), 1)))
		}
	}
	if rente.EstNulle() {
		return nil
	}
	reste, err := c.arrondir(somme.Fraction().Moins(rente), d.avis)
	if err != nil {
		return err
	}
	droit.Partager(reste, parts)
	for k, activite := range lignes {
		n, rang := 0, 0
		c.payesITI(activite, debut, func(*droit.JourCalcule) { n++ })
		c.lots++
		c.payesITI(activite, debut, func(j *droit.JourCalcule) {
			j.Regle = rITIRente
			if reste <= 0 {
				j.Etat, j.IJ, j.Beneficiaire = droit.NonCumul, 0, ""
				return
			}
			j.IJ, j.Lot = droit.Etaler(parts[k].Centimes, n, rang), c.lots
			rang++
		})
	}
	return nil
}

// payesITI goes over the days paid to one line by the claim at hand, which begins at a row.
func (c *Calcul) payesITI(activite, debut int, faire func(*droit.JourCalcule)) {
	for i := debut; i < len(c.r.Jours); i++ {
		if j := &c.r.Jours[i]; j.Activite == activite && j.Etat == droit.Paye {
			faire(j)
		}
	}
}
