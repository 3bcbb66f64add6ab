package app

import (
	"slices"

	"accord/clock"
	"accord/droit"
	"accord/paiement"
	"accord/registre"
	v "accord/valeur"
)

// partie is what a delay is counted for: a dossier, or its part-time days.
type partie struct {
	dossier string
	partiel bool
}

// emissions gives the day on which money first left for each part.
type emissions map[partie]v.Jour

// part is one benefit being counted.
type part struct {
	e      DelaisPrestation
	delais []int
}

// partiels finds the days of the calendar that are part-time work prescribed.
func partiels(d *Dossier) map[registre.Cle]bool {
	m := map[registre.Cle]bool{}
	if !slices.ContainsFunc(d.Calcul.Situation.Cas.Arrets, func(a droit.Arret) bool { return a.TempsPartiel }) {
		return m
	}
	for i := range d.Calcul.Resultat.Jours {
		j := &d.Calcul.Resultat.Jours[i]
		if d.Calcul.Situation.Cas.Arrets[j.Arret].TempsPartiel {
			m[registre.Cle{Jour: j.Date, Ligne: d.Calcul.Situation.Lignes[j.Activite].Cle, Risque: j.Risque}] = true
		}
	}
	return m
}

// partiesDe lists the parts to which a day belongs.
func partiesDe(du *registre.Du, partiels map[registre.Cle]bool) []partie {
	if partiels[du.Cle] {
		return []partie{{du.Dossier, false}, {du.Dossier, true}}
	}
	return []partie{{du.Dossier, false}}
}

// jourLigne is a day of an activity, whatever risk it is paid for: the days of an
// accident are paid as sickness until it is recognised.
type jourLigne struct {
	jour  v.Jour
	ligne string
}

// premieresEmissions gives, for each part, the day on which money first left for
// one of its days. The number and the risk under which they were paid may have
// moved since.
func premieresEmissions(tx Tx, d *Dossier) (emissions, error) {
	jours := make(map[jourLigne][]partie, len(d.Dus))
	tpt := partiels(d)
	for i := range d.Dus {
		x := &d.Dus[i]
		jours[jourLigne{x.Jour, x.Ligne}] = append(jours[jourLigne{x.Jour, x.Ligne}], partiesDe(x, tpt)...)
	}
	emis := emissions{}
	for _, o := range d.Ordres {
		actes, err := tx.Actes(o.ID)
		if err != nil {
			return nil, err
		}
		i := slices.IndexFunc(actes, func(a paiement.Acte) bool { return a.Vers == paiement.Emis })
		if i < 0 {
			continue
		}
		le := clock.JourDe(actes[i].Le)
		for _, p := range o.Poses() {
			for _, x := range jours[jourLigne{p.Jour, p.Ligne}] {
				if emis[x] == 0 || le < emis[x] {
					emis[x] = le
				}
			}
		}
	}
	return emis, nil
}

// delai counts one dossier, when something was to be paid, and its part-time
// days apart.
func (p *personneComptee) delai(e *Etape, emis emissions) {
	num := NumeroDossier(p.d.Personne, &e.Chaine)
	s := p.d.Calcul.Situation
	var recu, recuTPT v.Jour
	premier := p.premierPartiel(num)
	for _, a := range e.Arrets {
		if a >= len(s.Origines) {
			continue
		}
		le := s.Origines[a].ConnuLe
		if recu == 0 || le < recu {
			recu = le
		}
		if x := &s.Cas.Arrets[a]; premier != 0 && x.TempsPartiel && x.Periode().Contient(premier) {
			// What part-time work cost is known when the month is over, or the work, and
			// no sooner (R.323-3): before, nothing is waited for.
			recuTPT = max(recuTPT, le, min(premier.FinMois(), x.Fin)+1)
		}
	}
	risque := s.Cas.Arrets[e.Arrets[0]].Risque
	if recu != 0 {
		recu = max(recu, e.Debut)
	}
	if d, impaye, compte := p.attente(partie{num, false}, recu, emis); compte {
		p.k.delais = append(p.k.delais, d)
		p.k.e.Delais.Impayes += compterVrai(impaye)
		p.ajouterPart(risque, false, num, d, impaye)
	}
	if d, impaye, compte := p.attente(partie{num, true}, recuTPT, emis); compte {
		p.ajouterPart(risque, true, num, d, impaye)
	}
}

// premierPartiel is the first part-time day of a dossier that is owed or awaited, 0
// when there is none.
func (p *personneComptee) premierPartiel(num string) (premier v.Jour) {
	tpt := partiels(p.d)
	for i := range p.d.Dus {
		x := &p.d.Dus[i]
		if x.Dossier == num && tpt[x.Cle] && (x.Etat == droit.Paye || x.Etat == droit.Attente) && (premier == 0 || x.Jour < premier) {
			premier = x.Jour
		}
	}
	return premier
}

// attente is how long a part waited for its first payment, so far when it waits
// still; it does not count when nothing was to be paid.
func (p *personneComptee) attente(x partie, recu v.Jour, emis emissions) (jours int, impaye, compte bool) {
	paye := emis[x]
	if recu == 0 || paye == 0 && (p.ouverts[x] == 0 || recu > p.d.Jour) {
		return 0, false, false
	}
	if impaye = paye == 0; impaye {
		paye = p.d.Jour
	}
	return max(0, int(paye-recu)), impaye, true
}

func (p *personneComptee) ajouterPart(r droit.Risque, partiel bool, num string, delai int, impaye bool) {
	i := slices.IndexFunc(p.k.parts, func(x *part) bool { return x.e.Risque == r && x.e.TempsPartiel == partiel })
	if i < 0 {
		i = len(p.k.parts)
		p.k.parts = append(p.k.parts, &part{e: DelaisPrestation{Risque: r, TempsPartiel: partiel}})
	}
	x := p.k.parts[i]
	x.delais = append(x.delais, delai)
	x.e.Impayes += compterVrai(impaye)
	if o := p.ouverts[partie{num, partiel}]; o != 0 {
		x.e.Ancien = max(x.e.Ancien, int(p.d.Jour-o))
	}
}

func compterVrai(b bool) int {
	if b {
		return 1
	}
	return 0
}
