package atmp

import (
	"fmt"

	"accord/droit"
	"accord/droit/maladie"
	"accord/parametre"
	v "accord/valeur"
)

// direDelais says, for each accident on which the caisse has still to decide,
// until when it may (R.441-7, R.441-8, R.461-9). Silence is a recognition
// (R.441-18): a human takes note of it.
func (c *Calcul) direDelais() error {
	c.t.Sur(-1)
	for i := range c.cas.Sinistres {
		s := &c.cas.Sinistres[i]
		complet := c.completLe(s)
		if complet == 0 {
			continue
		}
		d := Dossier{Risque: s.Risque, Territoire: c.cas.Assure.Territoire, CompletLe: complet}
		if err := c.direDecision(&d, false); err != nil {
			return err
		}
		d.Investigations = true
		if err := c.direDecision(&d, true); err != nil {
			return err
		}
	}
	return nil
}

// direDecision tells the last day of one decision: the first one, or the last.
func (c *Calcul) direDecision(d *Dossier, derniere bool) error {
	etapes, err := Calendrier(c.p, &c.cas.Options, d)
	if err != nil {
		return err
	}
	e := etapes[len(etapes)-1]
	if e.Chome {
		c.lire(parametre.AU22)
	}
	passe := derniere && c.cas.ConnuAu > e.Le
	if passe {
		c.r.Aviser("RECONNAISSANCE_IMPLICITE", fmt.Sprintf("La caisse devait décider au plus tard le %s : sans décision notifiée ni saisine du comité régional, l'origine professionnelle est reconnue. Un technicien doit en prendre acte.", e.Le.EnLettres()))
	}
	if c.t.Active() {
		c.direDelai(d, &e, passe)
	}
	return nil
}

// completLe returns the day on which the caisse had the declaration and the
// first medical certificate of an accident on which it has not decided, or 0.
func (c *Calcul) completLe(s *droit.Sinistre) v.Jour {
	if s.DeclareLe == 0 {
		return 0
	}
	certificat := v.Jour(0)
	for i := range c.cas.Arrets {
		a := &c.cas.Arrets[i]
		if a.Sinistre != s.ID || !a.Risque.EstSinistre() {
			continue
		}
		if _, decide := maladie.Reconnu(c.cas, a); decide {
			return 0
		}
		if le := max(a.RecuLe, a.ConnuLe); le != 0 && (certificat == 0 || le < certificat) {
			certificat = le
		}
	}
	if certificat == 0 {
		return 0
	}
	return max(s.DeclareLe, certificat)
}
