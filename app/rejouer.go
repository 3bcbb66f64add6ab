package app

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"accord/decision"
	"accord/droit"
	"accord/parametre"
	"accord/registre"
	v "accord/valeur"
)

// Rejeu is what other rules do to everyone known: the past computed again, from the
// same facts, and compared with what was computed before. It names who gains and who
// loses. Amounts are gross.
type Rejeu struct {
	Jour      v.Jour
	Personnes int               // who have a dossier
	Rejouees  []PersonneRejouee // those for whom something changes: the greatest loss first, then the greatest gain
	Parts     []PartRejouee     // by benefit and rule, in the order of their names
	Empeches  Empechements
	ID        string // follows from all that it says, and from the version of the rules: what is signed
	Regles    string // version of the other rules
	imagine   bool   // the other rules are those of no program
}

// PersonneRejouee is someone for whom something changes.
type PersonneRejouee struct {
	Personne, Nom string
	Gain, Perte   v.Centimes
	Suites        []SuiteRejouee // in the order of the register
	Verse         v.Centimes     // of the loss, what left already
	Adverses      int            // decisions against her that the other rules propose, and that were not proposed before
	Perd          bool           // an amount, a day that was not refused, or a day that goes to another
}

// SuiteRejouee is a run of days that change in the same way.
type SuiteRejouee struct {
	Cle          registre.Cle // first day
	Au           v.Jour
	Dossier      string
	Avant, Apres registre.Du // what is said of each of these days; without state when it is no day of the calendar
}

// Jours is how many there are.
func (s *SuiteRejouee) Jours() int { return int(s.Au-s.Cle.Jour) + 1 }

// Ecart is what the run gains (or loses), gross.
func (s *SuiteRejouee) Ecart() v.Centimes {
	return v.Centimes(s.Jours()) * (montant(&s.Apres) - montant(&s.Avant))
}

// montant is what is owed, or certain, on a day.
func montant(d *registre.Du) v.Centimes {
	if d.Etat == droit.Paye || d.Etat == droit.Attente {
		return d.IJ + d.Reserve
	}
	return 0
}

// PartRejouee is a benefit and the rule that says the days now.
type PartRejouee struct {
	Risque      droit.Risque
	Regle       droit.Regle
	Jours       int
	Gain, Perte v.Centimes
}

// Rejouer computes everyone again and compares: with the rules of another table, or,
// when it is nil, what the rules of this program say with what is kept in the register,
// which a former program may have computed. It writes nothing.
func (c *Caisse) Rejouer(ctx context.Context, autre *parametre.Table, avance func(n int)) (*Rejeu, error) {
	r := &Rejeu{Jour: c.clock.Jour(), imagine: autre != nil}
	apres := c
	if autre != nil {
		apres = New(c.store, c.lecteur, c.banque, c.clock, autre, c.conf)
	}
	err := c.parcourir(ctx, func(tx Tx, _ string, ids []string) error {
		chefs, err := suivis(tx, ids)
		if err != nil {
			return err
		}
		os, err := apres.ouvrirEnsemble(tx, chefs, false)
		if err != nil {
			return err
		}
		anciens, err := c.anciens(tx, chefs, autre != nil)
		if err != nil {
			return err
		}
		for i, id := range chefs {
			err := cmp.Or(os[i].err, anciens[i].err)
			if err == nil {
				r.comparer(id, &anciens[i], os[i].d)
			} else if err := r.noter(ctx, id, err); err != nil {
				return err
			}
		}
		avance(len(ids))
		return nil
	})
	if err != nil {
		return nil, err
	}
	r.Regles = apres.regles
	return r.finir(), nil
}

func (r *Rejeu) noter(ctx context.Context, personne string, err error) error {
	if errors.Is(err, ErrEfface) {
		return nil
	}
	return r.Empeches.noter(ctx, personne, err)
}

// suivis gives those of a page who have a dossier of their own.
func suivis(tx Tx, ids []string) (chefs []string, err error) {
	for _, id := range ids {
		p, err := tx.Principale(id)
		if err != nil {
			return nil, err
		}
		deja, err := tx.ADossier(id)
		if err != nil {
			return nil, err
		}
		if p == "" && deja {
			chefs = append(chefs, id)
		}
	}
	return chefs, nil
}

// ancien is what was said of a person before.
type ancien struct {
	dus      []registre.Du
	adverses map[adverse]bool // decisions proposed then; nil when nobody knows
	err      error
}

// adverse tells a proposed decision from another.
type adverse struct {
	ligne string
	du    v.Jour
	etat  droit.Etat
	regle droit.Regle
}

func adverseDe(p *decision.Proposee) adverse { return adverse{p.Ligne, p.Periode.Du, p.Etat, p.Regle} }

// anciens reads what was said of people: computed under the rules of this program, or
// as it is kept in the register.
func (c *Caisse) anciens(tx Tx, chefs []string, calculer bool) ([]ancien, error) {
	as := make([]ancien, len(chefs))
	if !calculer {
		for i, id := range chefs {
			if as[i].dus, as[i].err = tx.Registre(id); as[i].err != nil {
				return nil, as[i].err
			}
		}
		return as, nil
	}
	os, err := c.ouvrirEnsemble(tx, chefs, false)
	for i := range os {
		if as[i].err = os[i].err; as[i].err != nil {
			continue
		}
		as[i].dus, as[i].adverses = os[i].d.Dus, map[adverse]bool{}
		for k := range os[i].d.Proposees {
			as[i].adverses[adverseDe(&os[i].d.Proposees[k])] = true
		}
	}
	return as, err
}

// comparer adds one person.
func (r *Rejeu) comparer(id string, avant *ancien, d *Dossier) {
	if d.Essai {
		return
	}
	r.Personnes++
	p := PersonneRejouee{Personne: id, Nom: nomComplet(&d.Calcul.Situation.Identite), Suites: comparerDus(avant.dus, d.Dus)}
	for i := range d.Proposees {
		if x := &d.Proposees[i]; avant.adverses != nil && x.Signee == nil && !avant.adverses[adverseDe(x)] {
			p.Adverses++
		}
	}
	if len(p.Suites) == 0 && p.Adverses == 0 {
		return
	}
	verses := map[registre.Cle]v.Centimes{}
	for _, x := range d.emises() {
		verses[x.Cle] += x.Brut
	}
	for i := range p.Suites {
		s := &p.Suites[i]
		ecart := s.Ecart()
		p.Gain += max(0, ecart)
		p.Perte += max(0, -ecart)
		p.Perd = p.Perd || s.perd()
		r.part(s)
		for cle := s.Cle; ecart < 0 && cle.Jour <= s.Au; cle.Jour++ {
			p.Verse += max(0, min(verses[cle]-montant(&s.Apres), montant(&s.Avant)-montant(&s.Apres)))
		}
	}
	p.Perd = p.Perd || p.Adverses > 0
	r.Rejouees = append(r.Rejouees, p)
}

func (r *Rejeu) part(s *SuiteRejouee) {
	risque, regle := s.Cle.Risque, cmp.Or(s.Apres.Regle, s.Avant.Regle)
	i := slices.IndexFunc(r.Parts, func(x PartRejouee) bool { return x.Risque == risque && x.Regle == regle })
	if i < 0 {
		i = len(r.Parts)
		r.Parts = append(r.Parts, PartRejouee{Risque: risque, Regle: regle})
	}
	p, ecart := &r.Parts[i], s.Ecart()
	p.Jours += s.Jours()
	p.Gain += max(0, ecart)
	p.Perte += max(0, -ecart)
}

func (r *Rejeu) finir() *Rejeu {
	slices.SortFunc(r.Rejouees, func(a, b PersonneRejouee) int {
		return cmp.Or(cmp.Compare(b.Perte, a.Perte), cmp.Compare(b.Gain, a.Gain), cmp.Compare(a.Personne, b.Personne))
	})
	slices.SortFunc(r.Parts, func(a, b PartRejouee) int {
		return cmp.Or(cmp.Compare(a.Risque, b.Risque), cmp.Compare(a.Regle, b.Regle))
	})
	r.identifier()
	return r
}
