package contrecalcul

import v "accord/valeur"

// jourDeuil reads DEU-01: the death of a child under 25, eight days for
// employees, fifteen for those who keep their rights and for independents, in the
// year that follows. Eight days come in two stretches, fifteen in three.
func (l *lecture) jourDeuil(cg *conge, rg *regime, d v.Jour) (etat, motif string) {
	m := l.decesDe(&l.cas.Arrets[cg.premier()])
	switch {
	case m == nil || m.Le == 0:
		return "refuse", "DECES_INCONNU"
	case m.NeLe != 0 && m.Le >= m.NeLe.AjouterAnnees(25), m.Lien != "" && m.Lien != "enfant" && !m.ACharge:
		return "refuse", "VINGT_CINQ_ANS"
	case d < m.Le:
		return "refuse", "AVANT_DECES"
	}
	p := partition{total: joursDeuil, permis: 2, minimum: 1, limite: m.Le.AjouterAnnees(1)}
	if rg.independant || !court(&l.cas.Activites[rg.lignes[0]], l.tempsDe(cg, false)[0].du) {
		p.total, p.permis = joursDeuilLong, 3
	}
	reponses := map[v.Jour]reponse{}
	for _, k := range l.tempsPris(cg, rg.independant) {
		p.lire(max(k.du, m.Le, k.regimes[0].c.interruption), l.finConge(k), reponses)
	}
	r := repondre(reponses)(d)
	return r.etat, r.motif
}
