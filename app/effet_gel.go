package app

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"accord/decision"
	"accord/paiement"
	"accord/registre"
	v "accord/valeur"
)

// EffetGel is what making, confirming or lifting a stop changes, in people, days and
// euros: shown before it is done, kept by nobody. A stop that someone else must confirm
// is counted as it would be once confirmed. Amounts are gross, but for [OrdreAnnule.Net].
type EffetGel struct {
	decision.GesteGel        // as it would be kept
	Nom               string // of the person, when it is one
	SansEffet         bool   // a stop that nobody confirmed is given up: it held nothing

	Tenus     GelCompte       // what it would hold at once; what it holds, when it is lifted
	Periode   v.Periode       // from the first of those days to the last
	Personnes []PersonneTenue // the greatest amount first
	Annules   []OrdreAnnule   // orders on their way that it would cancel
	Paye      v.Centimes      // what the next day of the caisse would pay more, or less
	Attend    []AttenteGel    // of what is lifted, what something else keeps from being paid at once

	Examines, Laisses int // people looked at, and those who were not: there are too many
	OrdresLaisses     int // orders on their way that were not looked at
	Empeches          Empechements
}

// PersonneTenue is what a stop holds of one dossier.
type PersonneTenue struct {
	Personne, Nom, Dossier string
	Periodes               []v.Periode // runs of days, in order
	Jours                  int         // days of a line
	Brut                   v.Centimes
}

// OrdreAnnule is an order on its way that a stop would cancel: what it pays is due again.
type OrdreAnnule struct {
	ID, Personne, Nom string // no name when the person was not looked at
	Dossier           string
	Etat              paiement.Etat
	Jours             int
	Brut, Net         v.Centimes
}

// AttenteGel is why what is lifted would not be paid at once.
type AttenteGel struct {
	Motif paiement.Motif
	Gel   string // another stop, when it is one
	Jours int
	Brut  v.Centimes
}

// PersonnesPrevues is how many people are looked at to show what a stop changes: a page
// waits for it. What is beyond is counted as not looked at.
const PersonnesPrevues = 1000

// SimulerGel says what making, confirming or lifting a stop would change, and changes
// nothing: the gesture is examined as when it is done, then the base is read as it would
// be after it. limite bounds the people, and the orders, that are looked at; zero, all.
func (c *Caisse) SimulerGel(ctx context.Context, g decision.GesteGel, limite int) (e *EffetGel, err error) {
	err = c.store.View(ctx, func(tx Tx) error {
		fait, err := c.preparerGeste(tx, g)
		if err != nil {
			return err
		}
		e, err = c.prevoirGel(ctx, tx, fait, limite)
		return err
	})
	return e, err
}

func (c *Caisse) prevoirGel(ctx context.Context, tx Tx, fait decision.GesteGel, limite int) (*EffetGel, error) {
	e := &EffetGel{GesteGel: fait}
	apres := &txPrevue{Tx: tx, geste: fait, jour: c.clock.Jour(), annules: map[string][]*paiement.Ordre{}}
	if fait.Geste == decision.Arreter {
		apres.geste.ADeux = false
	}
	gels, err := c.gelsEnVigueur(tx)
	if err != nil {
		return nil, err
	}
	leve := fait.Geste == decision.Reprendre
	e.SansEffet = leve && !slices.ContainsFunc(gels, func(x decision.Gel) bool { return x.Gel == fait.Gel })
	if fait.Genre == decision.GelPersonne {
		if e.Nom, err = c.nommer(tx, fait.Objet); err != nil && !empeche(err) {
			return nil, err
		}
	}
	if e.SansEffet {
		return e, nil
	}
	if !leve {
		if err := c.aAnnuler(apres, e, limite); err != nil {
			return nil, err
		}
	}
	personnes, err := e.concernes(tx, leve)
	if err != nil {
		return nil, err
	}
	if limite > 0 && len(personnes) > limite {
		e.Laisses, personnes = len(personnes)-limite, personnes[:limite]
	}
	for page := range slices.Chunk(personnes, pageJournee) {
		if err := c.prevoirPage(ctx, apres, e, page); err != nil {
			return nil, err
		}
	}
	return e.finir(), ctx.Err()
}

// concernes lists those whose days a stop may hold, once each: those whose orders it
// cancels first, then those of whom it holds something, then all who have something to
// look at.
func (e *EffetGel) concernes(tx Tx, leve bool) (personnes []string, err error) {
	for i := range e.Annules {
		personnes = append(personnes, e.Annules[i].Personne)
	}
	switch e.Genre {
	case decision.GelPersonne:
		personne, err := racine(tx, e.Objet)
		if err != nil {
			return nil, err
		}
		personnes = append(personnes, personne)
	case decision.GelRegle, decision.GelVersion:
		tenus := []string(nil)
		if leve {
			if tenus, err = tx.RetenusPar(e.Gel); err != nil {
				return nil, err
			}
		}
		autres, err := tx.AVoir(v.JourMax, "", 0)
		if err != nil {
			return nil, err
		}
		personnes = slices.Concat(personnes, tenus, autres)
	}
	vues := make(map[string]bool, len(personnes))
	return slices.DeleteFunc(personnes, func(p string) bool {
		vue := vues[p]
		vues[p] = true
		return vue
	}), nil
}

func (c *Caisse) prevoirPage(ctx context.Context, apres *txPrevue, e *EffetGel, page []string) error {
	avants, err := c.ouvrirEnsemble(apres.Tx, page, false)
	if err != nil {
		return err
	}
	suites, err := c.ouvrirEnsemble(apres, page, false)
	if err != nil {
		return err
	}
	for i, p := range page {
		err := cmp.Or(avants[i].err, suites[i].err)
		switch {
		case err == nil:
			e.compter(avants[i].d, suites[i].d)
		case errors.Is(err, ErrEfface):
		default:
			if err := e.Empeches.noter(ctx, p, err); err != nil {
				return err
			}
		}
	}
	e.Examines += len(page)
	return ctx.Err()
}

// compter adds one person, as she is and as she would be.
func (e *EffetGel) compter(avant, apres *Dossier) {
	nom := nomComplet(&avant.Calcul.Situation.Identite)
	for i := range e.Annules {
		if e.Annules[i].Personne == avant.Personne {
			e.Annules[i].Nom = nom
		}
	}
	e.Paye += propose(apres) - propose(avant)
	tenant := apres
	if e.Geste == decision.Reprendre {
		tenant = avant
	}
	tenus := map[registre.Cle]bool{}
	deja := len(e.Personnes)
	for i := range tenant.Retenues {
		if r := &tenant.Retenues[i]; r.Gel == e.Gel && !tenant.Essai {
			e.tenir(deja, r, PersonneTenue{Personne: avant.Personne, Nom: nom, Dossier: r.Dossier})
			for _, j := range r.Details {
				tenus[j.Cle] = true
			}
		}
	}
	if len(tenus) > 0 {
		e.Tenus.Personnes++
	}
	for i := range apres.Retenues {
		if r := &apres.Retenues[i]; r.Gel != e.Gel && e.Geste == decision.Reprendre {
			e.attendre(r, tenus)
		}
	}
}

// tenir adds what is held of a dossier; those of one person are from deja on.
func (e *EffetGel) tenir(deja int, r *paiement.Retenue, p PersonneTenue) {
	k := slices.IndexFunc(e.Personnes[deja:], func(x PersonneTenue) bool { return x.Dossier == p.Dossier })
	if k < 0 {
		k = len(e.Personnes) - deja
		e.Personnes = append(e.Personnes, p)
	}
	x := &e.Personnes[deja+k]
	x.Jours, x.Brut = x.Jours+r.Jours, x.Brut+r.Brut
	e.Tenus.Jours, e.Tenus.Brut = e.Tenus.Jours+r.Jours, e.Tenus.Brut+r.Brut
	for _, j := range r.Details {
		x.Periodes = append(x.Periodes, v.P(j.Jour, j.Jour))
	}
}

// attendre adds what something else holds of the days that a stop held.
func (e *EffetGel) attendre(r *paiement.Retenue, tenus map[registre.Cle]bool) {
	for _, j := range r.Details {
		if !tenus[j.Cle] {
			continue
		}
		k := slices.IndexFunc(e.Attend, func(x AttenteGel) bool { return x.Motif == r.Motif && x.Gel == r.Gel })
		if k < 0 {
			k = len(e.Attend)
			e.Attend = append(e.Attend, AttenteGel{Motif: r.Motif, Gel: r.Gel})
		}
		e.Attend[k].Jours++
		e.Attend[k].Brut += j.Brut
	}
}

func (e *EffetGel) finir() *EffetGel {
	for i := range e.Personnes {
		p := &e.Personnes[i]
		p.Periodes = suivies(p.Periodes)
		du, au := p.Periodes[0].Du, p.Periodes[len(p.Periodes)-1].Au
		if e.Periode.Du == 0 {
			e.Periode = v.P(du, au)
		}
		e.Periode = v.P(min(e.Periode.Du, du), max(e.Periode.Au, au))
	}
	slices.SortStableFunc(e.Personnes, func(a, b PersonneTenue) int {
		return cmp.Or(cmp.Compare(b.Brut, a.Brut), cmp.Compare(a.Dossier, b.Dossier))
	})
	return e
}

// suivies joins days that follow each other, or are the same, into runs.
func suivies(jours []v.Periode) (ps []v.Periode) {
	slices.SortFunc(jours, func(a, b v.Periode) int { return cmp.Compare(a.Du, b.Du) })
	for _, j := range jours {
		if n := len(ps); n > 0 && j.Du <= ps[n-1].Au+1 {
			ps[n-1].Au = max(ps[n-1].Au, j.Au)
			continue
		}
		ps = append(ps, j)
	}
	return ps
}
