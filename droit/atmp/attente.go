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
	for i := range c.cas.Sinistres {
		s := &c.cas.Sinistres[i]
		complet := c.completLe(s)
		if complet == 0 {
			continue
		}
		for _, enquete := range [...]bool{false, true} {
			d := Dossier{Risque: s.Risque, Territoire: c.cas.Assure.Territoire, CompletLe: complet, Investigations: enquete}
			etapes, err := Calendrier(c.p, &c.cas.Options, &d)
			if err != nil {
				return err
			}
			c.direDecision(s, complet, etapes[len(etapes)-1], enquete)
		}
	}
	return nil
}

// direDecision tells the last day of one decision.
func (c *Calcul) direDecision(s *droit.Sinistre, complet v.Jour, e Etape, enquete bool) {
	if !enquete && s.Risque == droit.MaladiePro {
		return
	}
	if e.Chome {
		c.lire(parametre.AU22)
	}
	passe := enquete && c.cas.ConnuAu > e.Le
	if passe {
		c.r.Aviser("RECONNAISSANCE_IMPLICITE", fmt.Sprintf("La caisse devait décider au plus tard le %s : sans décision notifiée ni saisine du comité régional, l'origine professionnelle est reconnue. Un technicien doit en prendre acte.", e.Le.EnLettres()))
	}
	if !c.t.Active() {
		return
	}
	phrase := "Le dossier est complet depuis le %s : la caisse doit décider, ou engager des investigations, au plus tard le %s."
	if enquete {
		phrase = "Le dossier est complet depuis le %s : après investigations, la caisse doit décider au plus tard le %s ; son silence vaut reconnaissance."
	}
	c.note(e.Regle, fmt.Sprintf(phrase, complet.EnLettres(), e.Le.EnLettres()), []droit.Champ{droit.C("complet_le", complet.String())}, []droit.Champ{droit.C("au_plus_tard", e.Le.String())})
	if passe {
		c.note("REC-06", fmt.Sprintf("Aucune décision n'est connue au %s : le silence de la caisse vaut reconnaissance.", c.cas.ConnuAu.EnLettres()), nil, nil)
	}
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
		if a.Sinistre != s.ID || !estSinistre(a.Risque) {
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
