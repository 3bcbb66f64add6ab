package maladie

import (
	"strings"

	"accord/droit"
	v "accord/valeur"
)

// An agent may force an answer of the law by a decision «forcage» whose value
// is one of these words, or a word and a figure. It bears on the chain of the
// arrêt that it names, or on its days from le to au.
const (
	forceDroitsOuverts = "droits_ouverts"
	forceDroitsRefuses = "droits_refuses"
	forcePayer         = "payer"
	forceRefuser       = "refuser"
	forceCarence       = "carence=" // carence=0
	forceIJ            = "ij="      // ij=32.87
)

// ForcageConnu reports whether a forced value is one that maladie understands.
func ForcageConnu(valeur string) bool {
	switch valeur {
	case forceDroitsOuverts, forceDroitsRefuses, forcePayer, forceRefuser:
		return true
	}
	if _, ok := strings.CutPrefix(valeur, forceCarence); ok {
		_, lisible := chiffre(valeur)
		return lisible
	}
	if s, ok := strings.CutPrefix(valeur, forceIJ); ok {
		n, err := v.ParseCentimes(s)
		return err == nil && n >= 0
	}
	return false
}

// chiffre reads the single digit of «carence=0».
func chiffre(valeur string) (int, bool) {
	s := strings.TrimPrefix(valeur, forceCarence)
	if len(s) != 1 || s[0] < '0' || s[0] > '9' {
		return 0, false
	}
	return int(s[0] - '0'), true
}

// valeurForcee returns the last forced value of a kind for the first arrêt of a chain.
func (c *Calcul) valeurForcee(ch *chaine, debut string) (string, bool) {
	a, trouve, valeur := &c.cas.Arrets[ch.arret], false, ""
	dernier := v.Jour(0)
	for i := range c.cas.Decisions {
		d := &c.cas.Decisions[i]
		if d.Nature == droit.Forcage && d.Arret == a.ID && strings.HasPrefix(d.Valeur, debut) && ForcageConnu(d.Valeur) && d.Le >= dernier {
			dernier, trouve, valeur = d.Le, true, d.Valeur
		}
	}
	return valeur, trouve
}

// forcerDroits applies the agent's answer over that of the law: what the law
// asked for to open the right, from besoins on, is no longer needed.
func (c *Calcul) forcerDroits(ch *chaine, d *droit.Droit, besoins int) {
	if len(c.cas.Decisions) == 0 {
		return
	}
	if valeur, ok := c.valeurForcee(ch, "droits_"); ok {
		if ch.droit.attend || valeur == forceDroitsRefuses {
			c.besoins = c.besoins[:besoins]
		}
		d.Ouvert, d.Voie = valeur == forceDroitsOuverts, voieDecision
		ch.droit.attend = false
	}
	if ij, ok := c.valeurForcee(ch, forceIJ); ok {
		ch.ijForcee = v.Connu(montant(ij))
	}
}

func montant(valeur string) v.Centimes {
	n, err := v.ParseCentimes(strings.TrimPrefix(valeur, forceIJ))
	if err != nil {
		return 0
	}
	return n
}

// carenceForcee returns the length of the waiting period that an agent fixed.
func (c *Calcul) carenceForcee(ch *chaine) (int, bool) {
	if len(c.cas.Decisions) == 0 {
		return 0, false
	}
	valeur, ok := c.valeurForcee(ch, forceCarence)
	if !ok {
		return 0, false
	}
	return chiffre(valeur)
}

// jourForce returns what an agent decided for one day: pay it, refuse it, or
// nothing.
func (c *Calcul) jourForce(a *droit.Arret, j v.Jour) string {
	mot, dernier := "", v.Jour(0)
	for i := range c.cas.Decisions {
		d := &c.cas.Decisions[i]
		if d.Nature != droit.Forcage || d.Arret != a.ID || d.Valeur != forcePayer && d.Valeur != forceRefuser {
			continue
		}
		if d.Le <= j && (d.Au == 0 || j <= d.Au) && d.Le >= dernier {
			mot, dernier = d.Valeur, d.Le
		}
	}
	return mot
}

// paiementForce reports whether an agent had some day of the chain paid: its
// allowance is then wanted even when its right is closed.
func (c *Calcul) paiementForce(ch *chaine) bool {
	for k := range ch.lignes {
		for i := ch.lignes[k].prem; i < ch.lignes[k].prem+ch.lignes[k].n; i++ {
			if c.PaiementForce(&c.cas.Arrets[c.morceaux[i].arret]) {
				return true
			}
		}
	}
	return false
}
