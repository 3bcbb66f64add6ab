package indu

import (
	"accord/parametre"
	v "accord/valeur"
)

// Seuil returns the amount under which the caisse may give up what was paid too
// much, on a day: a part of the monthly ceiling, rounded up to the euro (D.133-2).
func Seuil(p *parametre.Table, le v.Jour) (v.Centimes, error) {
	pmss, err := p.Valeur(parametre.PMSS, le)
	if err != nil {
		return 0, err
	}
	pourcent, err := p.Valeur(parametre.InduSeuilPourcent, le)
	if err != nil {
		return 0, err
	}
	seuil := pmss.Fois(pourcent).Fois(v.F(1, 100))
	euros := seuil.Fois(v.F(1, 100)).Centimes(v.Troncature) * 100
	if euros.Fraction().Cmp(seuil) < 0 {
		euros += 100
	}
	return euros, nil
}
