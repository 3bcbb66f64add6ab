package app

import (
	"cmp"
	"slices"
	"strings"

	"accord/decision"
	"accord/droit"
	"accord/paiement"
	"accord/registre"
	"accord/suivi"
	v "accord/valeur"
)

// compteur adds people up.
type compteur struct {
	e       Etat
	delais  []int
	parts   []*part
	groupes []*impayes
	ages    []int // of the oldest unpaid day of each person
	touches []int // acts of people, by dossier
}

// ajouter counts one person.
func (k *compteur) ajouter(c *Caisse, d *Dossier, emis emissions) error {
	k.e.Assures++
	k.e.Dossiers += len(d.Etapes)
	k.e.Arrets += len(d.Calcul.Situation.Cas.Arrets)
	p := personneComptee{k: k, d: d, attendus: map[string]bool{}, prepares: prepares(d)}
	p.jours()
	p.finirRetards()
	for i := range d.Etapes {
		p.delai(&d.Etapes[i], emis)
	}
	return p.sommes(c)
}

// personneComptee is one person being counted.
type personneComptee struct {
	k        *compteur
	d        *Dossier
	ancien   v.Jour
	attendus map[string]bool   // kinds of actors already counted for the person
	ouverts  map[partie]v.Jour // by part, oldest day owed or awaited and not paid
	partiels map[registre.Cle]bool
	prepares map[registre.Cle]string // state of the order that pays each day and has not left
	restes   []reste
	rendue   bool // some of her days are with PROGRES
	figee    bool // she cannot be computed, and is counted as the base keeps her
	retards
}

// reste is what is owed to one payee and is in no order.
type reste struct {
	a       registre.Destinataire
	risque  droit.Risque
	exonere bool
	brut    v.Centimes
}

func (p *personneComptee) jours() {
	p.ouverts, p.partiels = map[partie]v.Jour{}, partiels(p.d)
	verse := registre.Verser(p.d.Dus, p.d.emises())
	ecarts, conflits := registre.Comparer(slices.Clone(p.d.Dus), p.d.emises(), p.d.Jour-1)
	for i := range ecarts {
		p.k.e.Sommes.TropVerse += max(0, -ecarts[i].Montant)
	}
	j := &p.k.e.Jours
	for i := range p.d.Dus {
		du := &p.d.Dus[i]
		if du.Jour >= p.d.Jour {
			continue
		}
		dette, paye := du.Dette(), verse[du.Cle]
		switch {
		case du.Progres == registre.PayeParProgres:
			j.ParProgres++
		case du.Progres != "":
			p.avecProgres(du, max(0, du.IJ+du.Reserve-paye))
		case du.Etat == droit.Attente && paye > 0:
			j.SurCompte++
			p.k.e.Sommes.Acomptes += paye
			p.attendre(du, p.acteur(du), max(0, du.IJ-paye))
		case du.Etat == droit.Attente:
			j.Attendus++
			p.attendre(du, p.acteur(du), du.IJ)
		case decision.Defavorable(du.Etat) && p.d.aSigner(du):
			j.Attendus++
			p.attendre(du, "ordonnateur", 0)
		case decision.Defavorable(du.Etat):
			j.Refuses++
		case dette == 0:
			j.SansObjet++
		case enLitige(conflits, du.Cle) > 0:
			j.AArbitrer++
			manque := enLitige(conflits, du.Cle)
			p.k.e.Sommes.BrutDu += manque
			p.rester(du, manque)
			p.attendre(du, "technicien", manque)
		case paye >= dette && du.Reserve > 0:
			j.SurCompte++
			p.attendre(du, "ordonnateur", du.Reserve)
		case paye >= dette:
			j.Payes++
		default:
			j.APayer++
			p.k.e.Sommes.BrutDu += dette - paye
			p.rester(du, dette-paye)
			p.attendre(du, p.etape(du.Dossier).Acteur, dette-paye)
		}
	}
}

// avecProgres counts a day that was given back to PROGRES, and that nobody saw paid there.
func (p *personneComptee) avecProgres(du *registre.Du, brut v.Centimes) {
	p.k.e.Jours.AvecProgres++
	x := &p.k.e.Progres
	if x.Jours++; x.Ancien == 0 || du.Jour < x.Ancien {
		x.Ancien = du.Jour
	}
	x.Brut += brut
	if !p.rendue {
		p.rendue = true
		x.Personnes++
	}
	acteur := "progres"
	if du.Progres == registre.RevenuProgres {
		acteur = "technicien"
	}
	p.attendre(du, acteur, brut)
}

// enLitige is what whoever is owed a day lacks, when another was paid for it: what he
// received is no payment to the first.
func enLitige(conflits []registre.Conflit, jour registre.Cle) v.Centimes {
	k := slices.IndexFunc(conflits, func(c registre.Conflit) bool { return c.Cle == jour })
	if k < 0 {
		return 0
	}
	return conflits[k].Reste
}

// attendre counts a day that is not paid, against the actor who keeps it so.
func (p *personneComptee) attendre(du *registre.Du, acteur string, brut v.Centimes) {
	if p.ancien == 0 || du.Jour < p.ancien {
		p.ancien = du.Jour
	}
	for _, x := range partiesDe(du, p.partiels) {
		if o := p.ouverts[x]; o == 0 || du.Jour < o {
			p.ouverts[x] = du.Jour
		}
	}
	p.comparerAncien(JourImpaye{
		Jour: du.Jour, Age: int(p.d.Jour - du.Jour), Dossier: du.Dossier, Acteur: acteur, Nom: p.nom(acteur), Phrase: p.etape(du.Dossier).Phrase,
	})
	p.retarder(du, brut)
	genre, _, _ := strings.Cut(acteur, ":")
	i := slices.IndexFunc(p.k.e.Attendus, func(x Attendu) bool { return x.Acteur == genre })
	if i < 0 {
		i = len(p.k.e.Attendus)
		p.k.e.Attendus = append(p.k.e.Attendus, Attendu{Acteur: genre})
	}
	x := &p.k.e.Attendus[i]
	x.Jours++
	x.Brut += brut
	if !p.attendus[genre] {
		p.attendus[genre] = true
		x.Personnes++
	}
}

// comparerAncien keeps the oldest unpaid day; between equals, one that does not
// depend on the identifiers of the base.
func (p *personneComptee) comparerAncien(j JourImpaye) {
	a := &p.k.e.Ancien
	avant := cmp.Or(cmp.Compare(j.Jour, a.Jour), cmp.Compare(j.Acteur, a.Acteur), cmp.Compare(j.Phrase, a.Phrase), cmp.Compare(j.Dossier, a.Dossier))
	if a.Jour == 0 || avant < 0 {
		*a = j
	}
}

// nom is the name of an employer.
func (p *personneComptee) nom(acteur string) string {
	siret := registre.Destinataire(acteur).SIRET()
	for i := range p.d.Calcul.Situation.Lignes {
		if l := &p.d.Calcul.Situation.Lignes[i]; siret != "" && l.SIRET == siret && l.Nom != "" {
			return l.Nom
		}
	}
	return ""
}

// acteur is who is asked the question on which a day hangs, the oldest one, or the
// agent who took over when it was asked and recalled in vain.
func (p *personneComptee) acteur(du *registre.Du) string {
	q := questionDuJour(p.d.Calcul.Questions, du)
	if q == nil {
		return p.etape(du.Dossier).Acteur
	}
	if _, vaine := suivi.SansReponse(p.d.Calendrier, q, p.d.Jour); vaine {
		return "technicien"
	}
	return q.AupresDe
}

// etape is where a dossier stands.
func (p *personneComptee) etape(num string) suivi.Etape {
	for i := range p.d.Etapes {
		if e := &p.d.Etapes[i]; NumeroDossier(p.d.Personne, &e.Chaine) == num {
			return e.Etape
		}
	}
	return suivi.Etape{}
}

// rester adds a day that is owed, and in no order, to what its payee is owed.
func (p *personneComptee) rester(du *registre.Du, brut v.Centimes) {
	if _, prepare := p.prepares[du.Cle]; prepare {
		return
	}
	r := reste{du.Destinataire, du.Risque, du.Exonere, brut}
	i := slices.IndexFunc(p.restes, func(x reste) bool { return x.a == r.a && x.risque == r.risque && x.exonere == r.exonere })
	if i < 0 {
		p.restes = append(p.restes, r)
	} else {
		p.restes[i].brut += brut
	}
}

// sommes adds the amounts that left, and the net of those that are owed and did
// not.
func (p *personneComptee) sommes(c *Caisse) error {
	s := &p.k.e.Sommes
	for _, o := range p.d.Ordres {
		switch {
		case o.Etat == paiement.Emis || o.Etat == paiement.SansFlux:
			s.BrutVerse += o.Total.Brut
			s.NetVerse += o.Total.Net
		case enAttente(o.Etat):
			for i := range o.Lignes {
				if l := &o.Lignes[i]; !l.Acompte {
					s.NetDu += l.Net
				}
			}
		}
	}
	prelever := c.prelever(&p.d.Calcul.Situation.Cas, p.d.Jour)
	for _, r := range p.restes {
		l, err := prelever(r.brut, r.a, r.risque, r.exonere)
		if err != nil {
			return err
		}
		s.NetDu += l.Net
	}
	return nil
}
