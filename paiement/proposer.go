package paiement

import (
	"cmp"
	"slices"

	"accord/droit"
	"accord/registre"
	v "accord/valeur"
)

// Entree is one person's register on the day of the run.
type Entree struct {
	Personne string
	Jour     v.Jour
	Rythme   int // days between two payments of a running dossier (14)
	Regles   string
	Dus      []registre.Du
	Poses    []registre.Pose
	// Recus gives the day on which the caisse received the first prescription of
	// each dossier: the clock of a first payment on account.
	Recus map[string]v.Jour
	// Acompte is how many days after it, nothing having been paid, what is certain
	// of the awaited days is paid on account (ACO-01).
	Acompte int
	// Avances are dossiers for which someone decided that it is paid at once.
	Avances map[string]bool
	// Fins gives the last prescribed day of each dossier: when it is past, the
	// dossier is paid to its end without waiting for the rhythm.
	Fins map[string]v.Jour
	// Comptes gives the account of each payee that has one.
	Comptes map[registre.Destinataire]Compte
	// Enregistres gives, for each first line, the levies booked on it so far.
	Enregistres map[string]droit.Prelevements
	// Retenus are days held because two computations of them differ.
	Retenus map[registre.Cle]bool
	// Mains are days that someone holds.
	Mains []Main
	// Lots names, for days whose amount was given for a period, that amount.
	Lots map[registre.Cle]int
	// Reprises are what people decided on days that were paid too much; Decider gives
	// the days since which, and until which, an agent has to decide on another one.
	Reprises []Reprise
	Decider  func(registre.Cle) (depuis, dernier v.Jour)
	// Tenir gives the last day on which a day that is owed waits for such a decision; nil
	// when there is no other bound.
	Tenir func(registre.Cle) v.Jour
	// Surprend reports whether a day owes much more than was ever settled to its payee, and
	// how much that was. Nil when nothing is looked at.
	Surprend func(*registre.Ecart) (regle v.Centimes, suspect bool)
	// Gels are the stops of the caisse that may hold some of them.
	Gels []Gel
	// Fiche gives the record under which a difference is posted, when the person has
	// several, which Fiches lists, the preferred one first; nil when Personne is the only one.
	Fiche  func(*registre.Ecart) string
	Fiches []string
	// Decede is set when the insured died: what is still owed to him goes to his
	// estate, which has its account in Comptes once it gave one.
	Decede bool
	// Prelever computes the levies of a gross amount paid under a risk.
	Prelever func(brut v.Centimes, d registre.Destinataire, r droit.Risque, exonere bool) (droit.Prelevements, error)

	rendus map[registre.Creance]Motif // days of which what remains was given back to PROGRES

	posees map[place]int // how many orders of this run post on each day
}

// Motif says why days that are owed are not in an order today.
type Motif string

const (
	AttendRythme     Motif = "rythme"         // next regular payment
	AttendAcompte    Motif = "acompte"        // next payment on account of what is certain of awaited days
	AttendCompte     Motif = "compte"         // no account to pay to
	AttendSuccession Motif = "succession"     // the insured died, and nobody gave an account for the estate
	AttendArbitrage  Motif = "destinataire"   // already paid to someone else
	TropVerse        Motif = "trop_verse"     // the difference is negative, and nobody decided; or there is nothing to set it against
	AttendReprise    Motif = "reprise"        // owed, and set against it what was paid too much, if someone decides so in time
	Invraisemblable  Motif = "vraisemblance"  // much more than was ever settled: what is beyond is looked at first
	Abandonne        Motif = "abandonne"      // the difference is negative, and someone gave it up
	ContreCalcul     Motif = "contre_calcul"  // two computations of the day differ
	ParUneMain       Motif = "main"           // someone holds the day
	AvecProgres      Motif = "progres"        // PROGRES is to pay it
	RetourProgres    Motif = "retour_progres" // it came back from PROGRES, and nobody said whether it was paid there
)

// Main is what a named person holds: the days of a line, or of all of them,
// until a date.
type Main struct {
	Par, Motif string
	Ligne      string
	Periode    v.Periode // without end when Au is zero
	Jusque     v.Jour    // the days are paid again from that day on
}

func (m *Main) tient(c registre.Cle, aujourdhui v.Jour) bool {
	return aujourdhui < m.Jusque && (m.Ligne == "" || m.Ligne == c.Ligne) && c.Jour >= m.Periode.Du && (m.Periode.Au == 0 || c.Jour <= m.Periode.Au)
}

// Gel is a stop decided at the level of the caisse: what it touches is held
// until a date.
type Gel struct {
	ID, Par, Raison string
	Jusque          v.Jour
	Touche          func(*registre.Ecart) bool
}

// Retenue is a due amount that the run leaves out, and its reason. Every due
// day is in an order or in a Retenue.
type Retenue struct {
	Dossier      string
	Destinataire registre.Destinataire
	PayeA        registre.Destinataire // of days already paid to another: to whom
	Motif        Motif
	Jours        int
	Brut         v.Centimes
	Depuis       v.Jour // oldest day concerned
	PayeLe       v.Jour // first payment of days that were paid too much; from it runs the time to take them back
	Jusque       v.Jour // next payment, or end of the hold, when that is the reason
	ADeciderLe   v.Jour // since when an agent has to decide, of days that wait for that
	Par, Raison  string // who holds, and why, when someone does
	Gel          string // the stop that holds, when it is one
	Details      []JourRetenu
}

// JourRetenu is one day of a Retenue.
type JourRetenu struct {
	registre.Cle
	Brut v.Centimes
}

// Proposer turns differences into orders: one for each dossier and payee. Days
// that are not over are never paid. The answer follows from the register alone,
// in a fixed order. The only error is that of Prelever.
func Proposer(e *Entree) ([]Ordre, []Retenue, error) {
	e.posees = map[place]int{}
	ecarts, conflits := registre.Comparer(e.Dus, e.Poses, e.Jour-1)
	var ordres []Ordre
	var retenues []Retenue
	for _, c := range conflits {
		retenues = append(retenues, Retenue{Dossier: c.Dossier, Destinataire: c.DuA, PayeA: c.PayeA, Motif: AttendArbitrage, Jours: 1, Brut: c.Reste, Depuis: c.Jour, Details: []JourRetenu{{c.Cle, c.Reste}}})
	}
	e.rendus = rendus(e.Dus, ecarts)
	tenus := map[registre.Cle]bool{} // days of a line, held whole, whatever they were paid under
	for i := range ecarts {
		if e.Retenus[ecarts[i].Cle] {
			tenus[registre.Cle{Jour: ecarts[i].Jour, Ligne: ecarts[i].Ligne}] = true
		}
	}
	ecarts = slices.DeleteFunc(ecarts, func(d registre.Ecart) bool {
		r, retenu := e.retenue(&d, tenus)
		if retenu {
			retenues = append(retenues, r)
		}
		return retenu
	})
	ecarts, horsNorme := e.borner(ecarts)
	retenues = append(retenues, horsNorme...)
	e.ranger(ecarts)
	slices.SortStableFunc(ecarts, func(a, b registre.Ecart) int {
		return cmp.Or(cmp.Compare(a.Dossier, b.Dossier), cmp.Compare(a.Destinataire, b.Destinataire), cmp.Compare(a.Fiche, b.Fiche), a.Compare(b.Cle))
	})
	for debut := 0; debut < len(ecarts); {
		fin := debut + 1
		for fin < len(ecarts) && memeOrdre(&ecarts[fin], &ecarts[debut]) {
			fin++
		}
		o, r, err := e.proposerGroupe(ecarts[debut:fin])
		if err != nil {
			return nil, nil, err
		}
		retenues = append(retenues, r...)
		if len(o.Lignes) > 0 {
			ordres = append(ordres, o)
		}
		debut = fin
	}
	return ordres, grouperRetenues(retenues), nil
}

// retenue reports whether a difference is held back, and why.
func (e *Entree) retenue(d *registre.Ecart, tenus map[registre.Cle]bool) (Retenue, bool) {
	r := Retenue{Dossier: d.Dossier, Destinataire: d.Destinataire, Jours: 1, Brut: d.Montant, Depuis: d.Jour, Details: []JourRetenu{{d.Cle, d.Montant}}}
	if motif, rendu := e.rendus[registre.Creance{Jour: d.Jour, Ligne: d.Ligne, Destinataire: d.Destinataire}]; rendu {
		r.Motif = motif
		return r, true
	}
	for i := range e.Mains {
		if m := &e.Mains[i]; m.tient(d.Cle, e.Jour) {
			r.Motif, r.Jusque, r.Par, r.Raison = ParUneMain, m.Jusque, m.Par, m.Motif
			return r, true
		}
	}
	for i := range e.Gels {
		if g := &e.Gels[i]; g.Touche(d) {
			r.Motif, r.Jusque, r.Par, r.Raison, r.Gel = ParUneMain, g.Jusque, g.Par, g.Raison, g.ID
			return r, true
		}
	}
	r.Motif = ContreCalcul
	return r, tenus[registre.Cle{Jour: d.Jour, Ligne: d.Ligne}]
}

// proposerGroupe decides for the differences of one dossier and one payee: what
// is owed, then what may be paid on account, in one order when both are due.
func (e *Entree) proposerGroupe(g []registre.Ecart) (o Ordre, rs []Retenue, err error) {
	dettes, acomptes := partager(g)
	payes := []registre.Ecart{}
	if len(dettes) > 0 {
		dettes, rs = e.reprendre(dettes)
	}
	if len(dettes) > 0 {
		r := retenir(dettes)
		switch prochain := e.prochainPaiement(&r); {
		case e.sansCompte(&r):
			r.Motif = e.motifCompte(&r)
		case prochain > e.Jour:
			r.Motif, r.Jusque = AttendRythme, prochain
		default:
			payes = dettes
		}
		if r.Motif != "" {
			rs = append(rs, r)
		}
	}
	if len(acomptes) > 0 {
		r := retenir(acomptes)
		switch prochain := e.prochainAcompte(&r); {
		case e.sansCompte(&r):
			r.Motif = e.motifCompte(&r)
		case prochain > e.Jour:
			r.Motif, r.Jusque = AttendAcompte, prochain
		default:
			payes = append(payes, acomptes...)
		}
		if r.Motif != "" {
			rs = append(rs, r)
		}
	}
	if len(payes) > 0 {
		o, err = e.ordre(payes, e.Comptes[g[0].Destinataire])
	}
	return o, rs, err
}

// partager tells what is owed from what may be paid on account.
func partager(g []registre.Ecart) (dettes, acomptes []registre.Ecart) {
	for i := range g {
		if g[i].Acompte {
			acomptes = append(acomptes, g[i])
		} else {
			dettes = append(dettes, g[i])
		}
	}
	return dettes, acomptes
}

// retenir sums differences as if they were left out.
func retenir(g []registre.Ecart) Retenue {
	r := Retenue{Dossier: g[0].Dossier, Destinataire: g[0].Destinataire, Jours: len(g), Depuis: g[0].Jour}
	for i := range g {
		r.Brut += g[i].Montant
		r.Depuis = min(r.Depuis, g[i].Jour)
		r.Details = append(r.Details, JourRetenu{g[i].Cle, g[i].Montant})
	}
	return r
}

func (e *Entree) sansCompte(r *Retenue) bool {
	_, ok := e.Comptes[r.Destinataire]
	return !ok
}

// motifCompte says whom a payee without an account waits for.
func (e *Entree) motifCompte(r *Retenue) Motif {
	if e.Decede && r.Destinataire == registre.Assure {
		return AttendSuccession
	}
	return AttendCompte
}

// prochainPaiement returns the day on which the group is to be paid: at once
// for a first payment, a correction or a dossier that is over, else one rhythm
// after the last payment, or as soon as the dossier is over.
func (e *Entree) prochainPaiement(r *Retenue) v.Jour {
	dernier := e.dernierPaiement(r)
	if dernier == 0 || r.Depuis < dernier || e.Fins[r.Dossier] < e.Jour {
		return e.Jour
	}
	return min(dernier+v.Jour(e.Rythme), e.Fins[r.Dossier]+1)
}

// prochainAcompte returns the day on which what is certain of awaited days is
// paid on account: at once when someone decided it, or when the last payment left some of
// these days out, held or less certain then; else when nothing was paid for that many days
// after the reception of the prescription, or for one rhythm since the last payment (ACO-01).
func (e *Entree) prochainAcompte(r *Retenue) v.Jour {
	if e.Avances[r.Dossier] {
		return e.Jour
	}
	switch dernier := e.dernierPaiement(r); {
	case dernier == 0:
		return e.Recus[r.Dossier] + v.Jour(e.Acompte)
	case r.Depuis < dernier:
		return e.Jour
	default:
		return dernier + v.Jour(e.Rythme)
	}
}

// dernierPaiement returns the day of the last payment of a dossier to a payee,
// or 0.
func (e *Entree) dernierPaiement(r *Retenue) (dernier v.Jour) {
	for i := range e.Poses {
		if p := &e.Poses[i]; p.Dossier == r.Dossier && p.Destinataire == r.Destinataire && p.Racine != "" {
			dernier = max(dernier, p.Le)
		}
	}
	return dernier
}

// ordre builds the order that pays a group of differences.
func (e *Entree) ordre(g []registre.Ecart, compte Compte) (Ordre, error) {
	e.numeroter(g)
	nouvelles, err := e.lignesNouvelles(g)
	if err != nil {
		return Ordre{}, err
	}
	corrections, err := e.corrections(g)
	if err != nil {
		return Ordre{}, err
	}
	o := Ordre{
		Personne: cmp.Or(g[0].Fiche, e.Personne), Dossier: g[0].Dossier, Destinataire: g[0].Destinataire, Compte: compte,
		CreeLe: e.Jour, Regles: e.Regles, Etat: Propose,
		Lignes: append(nouvelles, corrections...),
	}
	for i := range o.Lignes {
		o.Total = o.Total.Plus(o.Lignes[i].Prelevements)
	}
	o.numeroter()
	return o, nil
}

// lignesNouvelles makes one line of each run of days never paid before that
// carry the same amount; a run is cut at 1 January.
func (e *Entree) lignesNouvelles(g []registre.Ecart) (lignes []Ligne, err error) {
	for i := range g {
		d := &g[i]
		if d.Racine != "" {
			continue
		}
		if n := len(lignes); n > 0 && suit(&lignes[n-1], d) {
			l := &lignes[n-1]
			l.Jours = append(l.Jours, JourLigne{d.Jour, d.Rang, d.Montant})
			l.Periode.Au = d.Jour
			continue
		}
		lignes = append(lignes, Ligne{
			Activite: d.Ligne, Risque: d.Risque, Exonere: d.Exonere, Acompte: d.Acompte, Periode: v.P(d.Jour, d.Jour),
			Jours: []JourLigne{{d.Jour, d.Rang, d.Montant}},
		})
	}
	for i := range lignes {
		l := &lignes[i]
		if l.Prelevements, err = e.Prelever(l.Jours[0].Brut.Fois(len(l.Jours)), g[0].Destinataire, l.Risque, l.Exonere); err != nil {
			return nil, err
		}
	}
	return lignes, nil
}

func suit(l *Ligne, d *registre.Ecart) bool {
	return l.Activite == d.Ligne && l.Risque == d.Risque && l.Exonere == d.Exonere && l.Acompte == d.Acompte && l.Periode.Au+1 == d.Jour &&
		l.Jours[0].Brut == d.Montant && d.Jour.DebutAnnee() != d.Jour
}

// corrections makes one line for each earlier line whose days changed: its
// levies are those of the whole line as it now stands, less those booked.
func (e *Entree) corrections(g []registre.Ecart) ([]Ligne, error) {
	var lignes []Ligne
	for i := range g {
		d := &g[i]
		if d.Racine == "" {
			continue
		}
		k := slices.IndexFunc(lignes, func(l Ligne) bool { return l.Racine == d.Racine })
		if k < 0 {
			k = len(lignes)
			lignes = append(lignes, Ligne{Racine: d.Racine, Activite: d.Ligne, Risque: d.Risque, Exonere: d.Exonere, Periode: v.P(d.Jour, d.Jour)})
		}
		l := &lignes[k]
		l.Jours = append(l.Jours, JourLigne{d.Jour, d.Rang, d.Montant})
		l.Periode.Du, l.Periode.Au = min(l.Periode.Du, d.Jour), max(l.Periode.Au, d.Jour)
	}
	for i := range lignes {
		l := &lignes[i]
		enregistre := e.Enregistres[l.Racine]
		tout := enregistre.Brut
		for _, j := range l.Jours {
			tout += j.Brut
		}
		entier, err := e.Prelever(tout, g[0].Destinataire, l.Risque, l.Exonere)
		if err != nil {
			return nil, err
		}
		l.Prelevements = entier.Moins(enregistre)
	}
	return lignes, nil
}

// Reprendre gives the levies of differences that take back what earlier lines paid: what
// their payee received is the net amount, and the rest went elsewhere.
func (e *Entree) Reprendre(g []registre.Ecart) (total droit.Prelevements, err error) {
	lignes, err := e.corrections(g)
	for i := range lignes {
		total = total.Plus(lignes[i].Prelevements)
	}
	return total, err
}

// grouperRetenues merges the reasons of one dossier, payee and motive.
func grouperRetenues(rs []Retenue) []Retenue {
	slices.SortStableFunc(rs, func(a, b Retenue) int {
		return cmp.Or(cmp.Compare(a.Dossier, b.Dossier), cmp.Compare(a.Destinataire, b.Destinataire), cmp.Compare(a.Motif, b.Motif), cmp.Compare(a.Depuis, b.Depuis))
	})
	var gs []Retenue
	for _, r := range rs {
		if n := len(gs); n > 0 && gs[n-1].Dossier == r.Dossier && gs[n-1].Destinataire == r.Destinataire && gs[n-1].Motif == r.Motif && gs[n-1].PayeA == r.PayeA && gs[n-1].Par == r.Par && gs[n-1].Jusque == r.Jusque && gs[n-1].Gel == r.Gel {
			gs[n-1].PayeLe = min(gs[n-1].PayeLe, r.PayeLe)
			gs[n-1].ADeciderLe = min(gs[n-1].ADeciderLe, r.ADeciderLe)
			gs[n-1].Jours += r.Jours
			gs[n-1].Brut += r.Brut
			gs[n-1].Details = append(gs[n-1].Details, r.Details...)
			continue
		}
		gs = append(gs, r)
	}
	return gs
}
