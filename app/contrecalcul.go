package app

import (
	"fmt"

	"accord/contrecalcul"
	"accord/droit"
	"accord/registre"
	v "accord/valeur"
)

// Desaccord is a day on which the computation that pays and the
// counter-calculation differ. Its line is held; the others go on.
type Desaccord struct {
	registre.Cle
	Calcul, Contre string   // what each one says of the day
	Notes          []string // how the counter-calculation read the case
}

// contreCalculer computes the case a second time, in the other style, and
// lists the days to pay on which both differ. Days that hang on a question are
// not compared: nothing is paid for them. Nor are those to come from the first that was
// decided already: the counter-calculation hears a decision on its day, and they are not paid before.
func contreCalculer(d *Dossier) []Desaccord {
	cas := d.Calcul.Situation.Cas
	cas.Arrets = cas.Arrets[:len(d.Calcul.Situation.Origines)] // without those that no prescription covers
	contre, err := contrecalcul.Calculer(&cas, true)
	dit := make(map[registre.Cle]*contrecalcul.Jour, len(contre.Jours))
	for i := range contre.Jours {
		j := &contre.Jours[i]
		dit[registre.Cle{Jour: j.Date, Ligne: d.Calcul.Situation.Lignes[j.Activite].Cle, Risque: j.Risque}] = j
	}
	var ds []Desaccord
	decide := premiereAVenir(&cas)
	for i := range d.Dus {
		x := &d.Dus[i]
		if x.Etat != droit.Paye || x.Jour >= decide {
			continue
		}
		calcul, autre := direJour(x.Etat, x.IJ, x.Destinataire != registre.Assure), "rien"
		if err != nil {
			autre = "refus de lire le cas : " + err.Error()
		} else if j := dit[x.Cle]; j != nil {
			autre = direJour(droit.Etat(j.Etat), j.IJ, j.Beneficiaire != string(droit.AssureBeneficiaire))
		}
		if calcul != autre {
			ds = append(ds, Desaccord{x.Cle, calcul, autre, contre.Notes})
		}
	}
	return ds
}

// premiereAVenir is the date of the first decision of a case that is dated after the day of the case; no day
// when there is none.
func premiereAVenir(cas *droit.Cas) v.Jour {
	premiere := v.JourMax
	for i := range cas.Decisions {
		if le := cas.Decisions[i].Le; le > cas.ConnuAu {
			premiere = min(premiere, le)
		}
	}
	return premiere
}

func direJour(e droit.Etat, ij v.Centimes, employeur bool) string {
	if e != droit.Paye {
		return string(e)
	}
	if employeur {
		return fmt.Sprintf("%s à l'employeur", ij.Euros())
	}
	return fmt.Sprintf("%s à l'assuré", ij.Euros())
}
