package app

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// Etat is the counters of the caisse, derived from the register: everyone who
// has a dossier is computed afresh from the facts, as known today. What test
// files say is counted apart and nowhere else.
//
// The unit of the counts of days is the day of one activity line; only days
// that are over count.
type Etat struct {
	Jour      v.Jour
	Personnes int          // people known by a real file, in arrêt or not
	Essais    int          // people known by test files only
	Effaces   int          // people whose content was erased at the end of its keeping
	Empeches  Empechements // people who cannot be computed: counted as the base keeps them
	Assures   int          // people who have a dossier
	Arrets    int          // prescriptions, and arrêts that only an employer declared
	Dossiers  int          // chains of arrêts

	Jours    CompteJours
	Attendus []Attendu // by kind of awaited actor, in order of names
	Sommes   Sommes
	Progres  Progres
	Delais   Delais
	Parts    []DelaisPrestation // the same, by benefit, in the order of their names
	Ancien   JourImpaye         // oldest day owed or awaited, and not paid; zero when there is none
	Ages     Ages               // of the oldest such day of each person
	Impayes  []Impayes          // such days, by benefit and payee, in the order of their names
	Causes   []Cause            // why, the most days first

	Prejudice v.Centimes      // harm: euros × days since each unpaid day, in cents × days
	Certain   v.Centimes      // of it, what is due or certain; the rest counts for a minimum
	Tete      []DossierImpaye // the dossiers of the greatest harm
	Mains     Mains
}

// SeuilsRetard are the ages, in days, beyond which unpaid people are counted.
var SeuilsRetard = [3]int{15, 30, 60}

// CompteJours counts the days that are over.
type CompteJours struct {
	Payes       int // the money left
	AArbitrer   int // paid to one, owed to another: a technician must decide
	APayer      int // owed, the money has not left in full
	SurCompte   int // hang on an answer, or on the signature of a reduction, and were paid what is certain
	Attendus    int // hang on an answer, or on a signature under a decision that the law proposes
	Refuses     int // refused, suspended or exhausted, by a signed decision
	ParProgres  int // paid by PROGRES, as an agent saw it
	AvecProgres int // given back: PROGRES is to pay them, or nobody said whether it did
	SansObjet   int // carence, employer's day, not prescribed, worked, other benefit
}

// Progres counts what was given back to PROGRES, and that nobody saw paid there. These days are unpaid like the others, and
// in every other count of unpaid days.
type Progres struct {
	Personnes, Jours int
	Brut             v.Centimes // gross, certain, not paid here
	Ancien           v.Jour     // oldest of these days; zero when there is none
}

// Attendu is what hangs on one kind of actor: «assure», «employeur»,
// «ordonnateur»…; on nobody when the payment has its date.
type Attendu struct {
	Acteur    string
	Personnes int
	Jours     int        // awaited, or owed and not paid
	Brut      v.Centimes // the part that is certain, or that a reduction reserves
}

// Sommes are amounts of the days that are over.
type Sommes struct {
	BrutVerse, NetVerse v.Centimes // what left the caisse
	BrutDu              v.Centimes // owed and not gone, gross
	NetDu               v.Centimes // the same, less levies: exact in an order, else reckoned on the whole of a payee
	TropVerse           v.Centimes // gross, paid beyond what is owed today
	Acomptes            v.Centimes // gross, left on account of days that still hang on an answer
}

// Delais are days from the reception of the first avis d'arrêt of a dossier, or
// from its first day when it was announced before, to the first emission. A dossier that has something owed or awaited and was
// never paid counts with its age so far; one that has nothing to be paid for
// (carence only, refused) or no avis does not count.
type Delais struct {
	Dossiers      int // that count
	Impayes       int // of them, never paid
	P50, P90, P99 int
	Max           int
}

// DelaisPrestation are the delays of the dossiers of one benefit.
type DelaisPrestation struct {
	// Risque is that of the first arrêt of the dossier.
	Risque droit.Risque
	// TempsPartiel tells the part-time days of those dossiers apart: from the
	// reception of the prescription, or from the end of the month of the first part-time
	// day that is owed or awaited, to the first emission for one of them.
	TempsPartiel bool
	Delais
	Ancien int // age in days of the oldest day owed or awaited and not paid
}

// JourImpaye is one day that is over, owed or awaited, and not paid.
type JourImpaye struct {
	Jour    v.Jour
	Age     int
	Dossier string
	Acteur  string // who is awaited; empty when a payment has its date
	Nom     string // of the employer who is awaited, when it is known
	Phrase  string // next step of the dossier
}

// Etat counts. It writes nothing.
func (c *Caisse) Etat(ctx context.Context, avance func(n int)) (*Etat, error) {
	return c.etat(ctx, func(tx Tx) Tx { return tx }, avance)
}

// etat counts what a reading of each transaction shows.
func (c *Caisse) etat(ctx context.Context, lire func(Tx) Tx, avance func(n int)) (*Etat, error) {
	k := compteur{e: Etat{Jour: c.clock.Jour()}}
	err := c.parcourir(ctx, func(tx Tx, _ string, ids []string) error {
		for _, id := range ids {
			connues := k.e.Personnes
			err := c.compter(lire(tx), id, &k)
			if e := k.e.Empeches.noter(ctx, id, err); e != nil {
				return e
			}
			if err == nil {
				continue
			}
			k.e.Personnes = connues + 1
			if err := c.compterFige(lire(tx), id, &k); err != nil {
				return err
			}
		}
		avance(len(ids))
		return nil
	})
	if err != nil {
		return nil, err
	}
	return k.finir(), nil
}

// compter adds one person: nobody, when nothing was known of her yet, or for a
// record that is attached to another, which is counted with that one.
func (c *Caisse) compter(tx Tx, id string, k *compteur) error {
	if p, err := tx.Principale(id); err != nil || p != "" {
		return err
	}
	nir, essai, err := tx.NIR(id)
	if errors.Is(err, ErrEfface) {
		k.e.Effaces++
		return nil
	}
	if err != nil {
		return err
	}
	faits, err := tx.Faits(id)
	if err != nil || seulementAnnoncee(faits, nir) {
		return err
	}
	if essai {
		k.e.Essais++
		return nil
	}
	k.e.Personnes++
	deja, err := tx.ADossier(id)
	if err != nil || !deja {
		return err
	}
	d, err := c.ouvrir(tx, id, false)
	if err != nil || len(d.Etapes) == 0 {
		return err
	}
	emis, err := premieresEmissions(tx, d)
	if err != nil {
		return err
	}
	if faits, err = desFiches(d.Fiches, tx.Faits); err != nil {
		return err
	}
	k.compterMains(d, faits)
	return k.ajouter(c, d, emis)
}

// rang returns the value below which lies that percentage of sorted values, by
// the nearest rank; 0 when there is none.
func rang(valeurs []int, pourcent int) int {
	if len(valeurs) == 0 {
		return 0
	}
	return valeurs[(pourcent*len(valeurs)+99)/100-1]
}

// compterDelais counts sorted delays.
func compterDelais(delais []int, impayes int) Delais {
	slices.Sort(delais)
	return Delais{
		Dossiers: len(delais), Impayes: impayes,
		P50: rang(delais, 50), P90: rang(delais, 90), P99: rang(delais, 99), Max: rang(delais, 100),
	}
}

func (k *compteur) finir() *Etat {
	k.e.Delais = compterDelais(k.delais, k.e.Delais.Impayes)
	for _, p := range k.parts {
		p.e.Delais = compterDelais(p.delais, p.e.Impayes)
		k.e.Parts = append(k.e.Parts, p.e)
	}
	slices.SortFunc(k.e.Parts, func(a, b DelaisPrestation) int {
		return cmp.Or(cmp.Compare(a.Risque, b.Risque), cmp.Compare(compterVrai(a.TempsPartiel), compterVrai(b.TempsPartiel)))
	})
	k.finirImpayes()
	k.finirMains()
	slices.SortFunc(k.e.Attendus, func(a, b Attendu) int { return cmp.Compare(a.Acteur, b.Acteur) })
	return &k.e
}
