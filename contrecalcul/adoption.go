package contrecalcul

import (
	"accord/droit"
	v "accord/valeur"
)

// joursAdoption reads ADO-01: 16 weeks, 18 with three children to look after,
// 22 for several adopted at once.
func joursAdoption(ad *droit.Adoption) int {
	switch {
	case ad.Enfants >= 2:
		return 22 * 7
	case ad.AChargeApres >= 3:
		return 18 * 7
	}
	return 16 * 7
}

// joursAdoptionRestants adds what two parents share (ADO-02), and takes away
// what the other one has; three quarters for independents (L.623-1 III).
func joursAdoptionRestants(ad *droit.Adoption, independant bool) int {
	seul := joursAdoption(ad)
	if independant {
		return seul * 3 / 4
	}
	if ad.Parents < 2 {
		return seul
	}
	plus := joursPaternite
	if ad.Enfants >= 2 {
		plus = joursPaterniteMult
	}
	return min(seul, max(0, seul+plus-ad.JoursAutreParent))
}

// jourAdoption reads ADO-01 and ADO-02: from seven days before the arrival to
// eight months after it, in two stretches of 25 days at least; in one stretch
// for children entrusted before 15 September 2023, of 25 days at least too where the
// parents share it, until the law of 21 February 2022.
func (l *lecture) jourAdoption(cg *conge, rg *regime, d v.Jour) (etat, motif string) {
	ad := l.adoptionDe(&l.cas.Arrets[cg.premier()])
	if ad == nil || ad.ArriveeLe == 0 {
		return "refuse", "ADOPTION_INCONNUE"
	}
	p := partition{total: joursAdoptionRestants(ad, rg.independant), permis: 2, minimum: minFractionAdoption, limite: ad.ArriveeLe.AjouterMois(8)}
	if ad.ArriveeLe < fractionAdoption {
		p.permis, p.minimum, p.limite = 1, 1, 1<<30
		if ad.Parents >= 2 && ad.ArriveeLe < partLibreAdoption {
			p.minimum = minPartAdoption // L.161-6: each parent has that much at least
		}
	}
	if len(l.tempsPris(cg, rg.independant)) == 1 && ad.Parents < 2 {
		p.minimum = 1 // not split
	}
	tot := ad.ArriveeLe - 7
	if d < tot {
		return "refuse", "AVANT_ARRIVEE"
	}
	reponses := map[v.Jour]reponse{}
	for _, k := range l.tempsPris(cg, rg.independant) {
		p.lire(max(k.du, tot), l.finConge(k), reponses)
	}
	r := repondre(reponses)(d)
	return r.etat, r.motif
}
