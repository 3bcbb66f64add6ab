package maladie

import (
	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

// verdict is what the law says of one day of one line, before shares and payee.
type verdict struct {
	etat  droit.Etat
	regle droit.Regle
	ij    v.Centimes // of the whole chain
}

// journee decides one day of a chain, line by line.
func (c *Calcul) journee(ch *chaine, j v.Jour) error {
	if !ch.ouverte && j >= ch.debut {
		if err := c.ouvrir(ch); err != nil {
			return err
		}
	}
	for k := range ch.lignes {
		l := &ch.lignes[k]
		if j < l.du || j > l.fin {
			continue
		}
		i := c.morceauDu(l, j)
		m := &c.morceaux[i]
		vd, err := c.statuer(ch, i, j)
		if err != nil {
			return err
		}
		jour := droit.JourCalcule{Date: j, Arret: m.arret, Activite: l.activite, Chaine: ch.arret, Risque: droit.Maladie, Etat: vd.etat, Regle: vd.regle}
		if vd.etat == droit.Paye {
			jour.IJ = vd.ij
			jour.Beneficiaire = droit.AssureBeneficiaire
		}
		c.r.Jours = append(c.r.Jours, jour)
	}
	return nil
}

// morceauDu returns the piece that governs a day of a line: the one that covers
// it or, on a day without prescription, the one before it.
func (c *Calcul) morceauDu(l *ligne, j v.Jour) int {
	for l.pos+1 < l.prem+l.n && c.morceaux[l.pos+1].du <= j {
		l.pos++
	}
	return l.pos
}

// statuer gives the state of one day: the first rule that applies decides, in
// the order of the law.
func (c *Calcul) statuer(ch *chaine, i int, j v.Jour) (verdict, error) {
	m := &c.morceaux[i]
	a := &c.cas.Arrets[m.arret]
	prescrit := j <= m.au
	switch {
	case j < ch.debut:
		return verdict{etat: droit.Travaille, regle: rCarence}, nil
	case m.repris && prescrit:
		return verdict{etat: droit.Travaille, regle: rIncapacite}, nil
	case ch.bloquee:
		return verdict{etat: droit.Attente, regle: rIndemnite}, nil
	case !ch.droit.ouvert:
		return verdict{etat: refusOuAttente(ch.droit.attend), regle: ch.droit.regle}, nil
	case ch.droit.limite != 0 && j > ch.droit.limite:
		return verdict{etat: refusOuAttente(ch.droit.attendApres), regle: rApresSixMois}, nil
	case !prescrit && !c.ecartPaye(i):
		return verdict{etat: droit.NonPrescrit, regle: rEcart}, nil
	case prescrit && a.Nature == droit.Prolongation && a.Prescripteur == droit.AutrePrescripteur:
		return verdict{etat: droit.Refuse, regle: rPrescripteur}, nil
	case c.enCarence(ch, j, prescrit):
		return verdict{etat: droit.Carence, regle: rCarence}, nil
	case !prescrit && ch.carence > 0:
		return verdict{etat: droit.NonPrescrit, regle: rEcart}, nil
	case ch.ij == 0:
		return verdict{etat: refusOuAttente(ch.salairesManquent), regle: rSansMinimum}, nil
	}
	reste, err := c.dansLes360(ch, j)
	if err != nil || !reste {
		return verdict{etat: droit.Epuise, regle: rMax360}, err
	}
	c.histoires[ch.regime].ajouter(j, "", true)
	return verdict{etat: droit.Paye, regle: ch.regleIJ, ij: ch.ij}, nil
}

// refusOuAttente tells a day that the law refuses from one that waits for a
// datum that could change the answer.
func refusOuAttente(attend bool) droit.Etat {
	if attend {
		return droit.Attente
	}
	return droit.Refuse
}

// enCarence reports whether a prescribed day falls in the waiting period, and
// takes it off what is left. A day without prescription takes nothing off.
func (c *Calcul) enCarence(ch *chaine, j v.Jour, prescrit bool) bool {
	if ch.carenceLe == j {
		return true
	}
	if ch.carence == 0 || !prescrit {
		return false
	}
	ch.carence--
	ch.carenceLe = j
	return true
}

// ecartPaye reports whether the unprescribed days after a piece are paid: the
// tolerance that ended on 1 September 2024, by the day on which the
// prolongation starts. Such days always have a piece of the same line after.
func (c *Calcul) ecartPaye(i int) bool {
	admis, err := c.p.Entier(parametre.EcartMax, c.morceaux[i+1].du)
	return err == nil && admis == 0
}

// dansLes360 reports whether one more day may be paid: with it, no more than
// 360 days in the three years that end on it (MAL-DUR-01).
func (c *Calcul) dansLes360(ch *chaine, j v.Jour) (bool, error) {
	h := &c.histoires[ch.regime]
	max, err := c.p.Entier(parametre.MaxIJ, j)
	if err != nil || h.total < max {
		return true, err
	}
	annees, err := c.p.Entier(parametre.MaxIJAnnees, j)
	if err != nil {
		return false, err
	}
	return h.compter(j.AjouterAnnees(-annees)+1, j-1)+1 <= max, nil
}
