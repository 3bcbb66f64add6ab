package app

import (
	"cmp"
	"slices"

	"accord/decision"
	"accord/dossier"
	"accord/droit"
	"accord/paiement"
	"accord/registre"
	"accord/suivi"
	v "accord/valeur"
)

// Ages are how old, in days, the oldest unpaid day of each person is.
type Ages struct {
	P50, P99, Max int
	Retards       [3]int // people beyond SeuilsRetard
}

// Impayes are the days owed or awaited and not paid of one benefit and one kind
// of payee.
type Impayes struct {
	Risque    droit.Risque // that of the first arrêt of the dossier, as for the delays
	Employeur bool         // paid in the stead of the insured
	Personnes int
	Jours     int
	Brut      v.Centimes // the part that is certain
	Ages
}

// Cause is why days are not paid: the code of the question on which they hang,
// the reason for which the run leaves them out, or the state of their order.
type Cause struct {
	Code      string
	Personnes int
	Jours     int
	Brut      v.Centimes // the part that is certain
}

// Causes of days that hang on no question and that no run left out.
const (
	CauseDecision   = "decision"    // an adverse decision is proposed, and not signed
	CauseAVenir     = "a_venir"     // they hang on what nobody can say yet
	CauseSansCalcul = "sans_calcul" // this version does not compute their risk
	CauseSansValeur = "sans_valeur" // a value of the law is not known
	CauseAProposer  = "a_proposer"  // by the next run
	// CauseSansReponse: what was asked, and asked again, stayed without an answer: a
	// reason why a human is needed.
	CauseSansReponse = "sans_reponse"
)

// DossierImpaye is a dossier among those of the greatest harm.
type DossierImpaye struct {
	Dossier   string
	Prejudice v.Centimes // cents × days
	Priorite  suivi.Priorite
	Depuis    v.Jour // oldest day owed or awaited and not paid; zero when a signal alone puts it there
	Jours     int
	Brut      v.Centimes // the part that is certain
	Acteur    string     // who is awaited; empty when a payment has its date
	Nom       string     // of the employer who is awaited, when it is known
	Phrase    string     // next step
}

// nombreTete is how many dossiers of the greatest harm are told.
const nombreTete = 10

// groupe is a benefit and a kind of payee.
type groupe struct {
	risque    droit.Risque
	employeur bool
}

// impayes is a group being counted.
type impayes struct {
	e    Impayes
	ages []int
}

// retards is what is known of the unpaid days of one person being counted.
type retards struct {
	groupes []groupe
	anciens []v.Jour // oldest day of each group, at the same index
	causes  []string // already counted for the person
	tetes   []DossierImpaye
}

// retarder counts a day that is not paid, by benefit, payee, cause and dossier.
func (p *personneComptee) retarder(du *registre.Du, brut v.Centimes) {
	g := groupe{p.risque(du.Dossier), du.Destinataire.SIRET() != ""}
	i := slices.Index(p.groupes, g)
	if i < 0 {
		i = len(p.groupes)
		p.groupes, p.anciens = append(p.groupes, g), append(p.anciens, du.Jour)
	}
	p.anciens[i] = min(p.anciens[i], du.Jour)
	x := p.k.impayes(g)
	x.e.Jours++
	x.e.Brut += brut
	p.k.e.Certain += brut * v.Centimes(p.d.Jour-du.Jour)

	code := p.cause(du)
	i = slices.IndexFunc(p.k.e.Causes, func(c Cause) bool { return c.Code == code })
	if i < 0 {
		i = len(p.k.e.Causes)
		p.k.e.Causes = append(p.k.e.Causes, Cause{Code: code})
	}
	c := &p.k.e.Causes[i]
	c.Jours++
	c.Brut += brut
	if !slices.Contains(p.causes, code) {
		p.causes = append(p.causes, code)
		c.Personnes++
	}

	i = slices.IndexFunc(p.tetes, func(t DossierImpaye) bool { return t.Dossier == du.Dossier })
	if i < 0 {
		i = len(p.tetes)
		p.tetes = append(p.tetes, DossierImpaye{Dossier: du.Dossier, Depuis: du.Jour})
	}
	t := &p.tetes[i]
	t.Jours++
	t.Brut += brut
	t.Depuis = min(t.Depuis, du.Jour)
}

// risque is the benefit of a dossier.
func (p *personneComptee) risque(num string) droit.Risque {
	for i := range p.d.Calcul.Chaines {
		if c := &p.d.Calcul.Chaines[i]; NumeroDossier(p.d.Personne, c) == num {
			return p.d.Calcul.Situation.Cas.Arrets[c.Arrets[0]].Risque
		}
	}
	return ""
}

// impayes returns the group being counted.
func (k *compteur) impayes(g groupe) *impayes {
	i := slices.IndexFunc(k.groupes, func(x *impayes) bool { return x.e.Risque == g.risque && x.e.Employeur == g.employeur })
	if i < 0 {
		i = len(k.groupes)
		k.groupes = append(k.groupes, &impayes{e: Impayes{Risque: g.risque, Employeur: g.employeur}})
	}
	return k.groupes[i]
}

// finirRetards closes the count of one person.
func (p *personneComptee) finirRetards() {
	for i, g := range p.groupes {
		x := p.k.impayes(g)
		x.e.Personnes++
		x.ages = append(x.ages, int(p.d.Jour-p.anciens[i]))
	}
	if p.ancien != 0 {
		p.k.ages = append(p.k.ages, int(p.d.Jour-p.ancien))
	}
	for i := range p.d.Etapes {
		e := &p.d.Etapes[i]
		num := NumeroDossier(p.d.Personne, &e.Chaine)
		t := DossierImpaye{Dossier: num}
		if k := slices.IndexFunc(p.tetes, func(t DossierImpaye) bool { return t.Dossier == num }); k >= 0 {
			t = p.tetes[k]
		}
		t.Acteur, t.Nom, t.Phrase = e.Acteur, p.nom(e.Acteur), e.Phrase
		t.Prejudice, t.Priorite = e.Prejudice(p.d.Jour), e.Priorite
		p.k.e.Prejudice += t.Prejudice
		if t.Priorite.Rang(t.Prejudice) > 0 {
			p.k.enTete(t)
		}
	}
}

// enTete keeps a dossier if it is among those of the greatest harm; between
// equals, by what does not depend on the identifiers of the base.
func (k *compteur) enTete(t DossierImpaye) {
	i, _ := slices.BinarySearchFunc(k.e.Tete, t, func(a, b DossierImpaye) int {
		return cmp.Or(cmp.Compare(b.Priorite.Rang(b.Prejudice), a.Priorite.Rang(a.Prejudice)), cmp.Compare(a.Depuis, b.Depuis),
			cmp.Compare(b.Brut, a.Brut), cmp.Compare(a.Phrase, b.Phrase), cmp.Compare(a.Dossier, b.Dossier))
	})
	if k.e.Tete = slices.Insert(k.e.Tete, i, t); len(k.e.Tete) > nombreTete {
		k.e.Tete = k.e.Tete[:nombreTete]
	}
}

// cause is why a day is not paid.
func (p *personneComptee) cause(du *registre.Du) string {
	switch {
	case p.figee:
		return CauseEmpeche
	case du.Progres == registre.AvecProgres:
		return string(paiement.AvecProgres)
	case du.Progres == registre.RevenuProgres:
		return string(paiement.RetourProgres)
	case decision.Defavorable(du.Etat):
		return CauseDecision
	case du.Etat == droit.Attente:
		if q := questionDuJour(p.d.Calcul.Questions, du); q != nil {
			return q.Code
		}
		if questionDuJour(p.d.Calcul.AVenir, du) != nil {
			return CauseAVenir
		}
		return p.d.sansCalcul(v.P(du.Jour, du.Jour))
	}
	if etat, prepare := p.prepares[du.Cle]; prepare {
		return etat
	}
	if du.Reserve > 0 && registre.Verser(p.d.Dus, p.d.Poses)[du.Cle] >= du.IJ {
		return CauseDecision
	}
	for _, r := range p.d.Retenues {
		if r.Dossier == du.Dossier && r.Destinataire == du.Destinataire && r.Depuis <= du.Jour {
			return string(r.Motif)
		}
	}
	return CauseAProposer
}

// prepares gives the state of the order that pays each day and has not left.
func prepares(d *Dossier) map[registre.Cle]string {
	m := map[registre.Cle]string{}
	for _, o := range d.Ordres {
		if !enAttente(o.Etat) {
			continue
		}
		for _, x := range o.Poses() {
			m[x.Cle] = string(o.Etat)
		}
	}
	return m
}

// questionDuJour is the question on which a day hangs: the oldest.
func questionDuJour(questions []dossier.Question, du *registre.Du) (q *dossier.Question) {
	for i := range questions {
		x := &questions[i]
		if x.Pour.Contient(du.Jour) && (x.Ligne == "" || x.Ligne == du.Ligne) && (q == nil || cmp.Or(cmp.Compare(x.Depuis, q.Depuis), cmp.Compare(x.Cle(), q.Cle())) < 0) {
			q = x
		}
	}
	return q
}

// compterAges counts ages.
func compterAges(ages []int) Ages {
	slices.Sort(ages)
	a := Ages{P50: rang(ages, 50), P99: rang(ages, 99), Max: rang(ages, 100)}
	for i, seuil := range SeuilsRetard {
		for _, x := range ages {
			a.Retards[i] += compterVrai(x > seuil)
		}
	}
	return a
}

func (k *compteur) finirImpayes() {
	k.e.Ages = compterAges(k.ages)
	for _, x := range k.groupes {
		x.e.Ages = compterAges(x.ages)
		k.e.Impayes = append(k.e.Impayes, x.e)
	}
	slices.SortFunc(k.e.Impayes, func(a, b Impayes) int {
		return cmp.Or(cmp.Compare(a.Risque, b.Risque), cmp.Compare(compterVrai(a.Employeur), compterVrai(b.Employeur)))
	})
	slices.SortFunc(k.e.Causes, func(a, b Cause) int { return cmp.Or(cmp.Compare(b.Jours, a.Jours), cmp.Compare(a.Code, b.Code)) })
}
