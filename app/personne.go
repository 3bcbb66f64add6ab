package app

import (
	"cmp"
	"slices"

	"accord/decision"
	"accord/dossier"
	"accord/droit"
	"accord/indu"
	"accord/paiement"
	"accord/parametre"
	"accord/registre"
	"accord/suivi"
	v "accord/valeur"
)

// Dossier is one person on a day: the facts folded, the law applied, the
// register compared, the next step derived. Everything that is shown, paid or
// proved goes through it.
type Dossier struct {
	Personne  string
	NIR       v.NIR
	Fiches    []Fiche // her records, the one that leads first; none when another one leads this one
	Essai     bool
	Jour      v.Jour
	Calcul    dossier.Calcul
	Dus       []registre.Du
	Poses     []registre.Pose
	Ordres    []*paiement.Ordre
	Proposes  []paiement.Ordre
	Retenues  []paiement.Retenue
	Proposees []decision.Proposee
	Indus     []indu.Detecte
	Liberes   []JourLibere // paid to the insured before her employer asked for them
	Contre    []Desaccord  // days on which the counter-calculation differs; looked for when steps are
	Etapes    []Etape      // one for each chain, in the order of Calcul.Chaines
	Controles []Controle   // automatic payments that were drawn to be looked at

	courriers  []Message                    // the letters that left; read when a time limit may run from one
	Calendrier droit.Calendrier             // working days of the person
	entrees    []suivi.Entree               // of each step, in the same order
	gels       []decision.Gel               // stops in force that day
	changes    map[string]*suivi.Changement // by control that found a payment wrong and nobody answered
	lues       *reunion                     // what her records hold
	surgis     map[suivi.Raison]v.Jour
	rendus     []rendu                                     // when her dossiers were given back to PROGRES
	tues       []dossier.Question                          // that PROGRES asks, or asked, of the days given back to it
	decider    func(registre.Cle) (depuis, dernier v.Jour) // on what was paid too much; nil when there is nothing to decide
	tenir      func(registre.Cle) v.Jour                   // last day on which what is owed waits for that decision
}

// Etape is a chain and where it stands.
type Etape struct {
	dossier.Chaine
	Bilan registre.Bilan
	suivi.Etape
	Taches    []suivi.Tache  // open, then done
	Impayes   []suivi.Impaye // its days that cause harm, to come or over
	Priorite  suivi.Priorite
	Astreinte suivi.Exposition // what lateness costs the caisse under L.436-1
}

// Prejudice is the harm of the dossier on a day, in cents × days.
func (e *Etape) Prejudice(jour v.Jour) v.Centimes { return suivi.Prejudice(e.Impayes, jour) }

// ouvrir computes a person afresh from the facts, as known on the day.
func (c *Caisse) ouvrir(tx Tx, personne string, trace bool) (*Dossier, error) {
	return c.ouvrirAvec(tx, personne, trace)
}

// ouvrirChef computes the person whom a record is of: the record that leads tells all.
func (c *Caisse) ouvrirChef(tx Tx, fiche string, trace bool) (*Dossier, error) {
	chef, err := racine(tx, fiche)
	if err != nil {
		return nil, err
	}
	return c.ouvrir(tx, chef, trace)
}

// ouvrirAvec computes a person as she would be with some facts more. A record
// that is attached to another has nothing of its own: the other one tells all.
func (c *Caisse) ouvrirAvec(tx Tx, personne string, trace bool, enPlus ...dossier.Fait) (*Dossier, error) {
	gels, err := c.gelsEnVigueur(tx)
	if err != nil {
		return nil, err
	}
	return c.ouvrirSous(tx, personne, trace, gels, enPlus...)
}

// ouvrirSous computes a person under some stops.
func (c *Caisse) ouvrirSous(tx Tx, personne string, trace bool, gels []decision.Gel, enPlus ...dossier.Fait) (*Dossier, error) {
	l, err := lireOuverture(tx, personne)
	if err != nil {
		return nil, nonLu(personne, err)
	}
	l.faits = append(l.faits, enPlus...)
	return c.calculer(l.reunion, personne, l.nir, trace, gels)
}

// ouverture is all that is read of a person before she is computed.
type ouverture struct {
	*reunion
	nir v.NIR
}

func lireOuverture(tx Tx, personne string) (o ouverture, err error) {
	fiches, err := reunies(tx, personne)
	if err != nil {
		return o, err
	}
	p, err := tx.Principale(personne)
	if err != nil {
		return o, err
	}
	if p != "" {
		fiches = fiches[:1]
	}
	g, err := lireReunion(tx, fiches, lireFiche)
	if err != nil {
		return o, err
	}
	if err := g.prouver(tx); err != nil {
		return o, err
	}
	nir := g.fiches[0].NIR
	if p != "" {
		return ouverture{&reunion{essai: g.essai}, nir}, nil
	}
	g.messages = func() ([]Message, error) { return tx.Messages(personne) }
	g.courriers = func() ([]Message, error) { return desFiches(g.fiches, tx.Messages) }
	return ouverture{g, nir}, nil
}

// calculer computes a person from what her records hold, under some stops. [Empechement].
func (c *Caisse) calculer(g *reunion, personne string, nir v.NIR, trace bool, gels []decision.Gel) (d *Dossier, err error) {
	err = proteger(func() (err error) {
		d, err = c.calculerTout(g, personne, nir, trace, gels)
		return err
	})
	if err != nil {
		return nil, empecher(personne, err)
	}
	return d, nil
}

func (c *Caisse) calculerTout(g *reunion, personne string, nir v.NIR, trace bool, gels []decision.Gel) (d *Dossier, err error) {
	if d, err = c.calculerLe(g, personne, nir, c.clock.Jour(), trace, gels); err != nil {
		return nil, err
	}
	if err := c.remonter(d, trace); err != nil {
		return nil, err
	}
	if err := d.lireParties(g.courriers); err != nil {
		return nil, err
	}
	d.controler(c.conf.Tirages)
	d.demanderSuccession()
	return d, c.etapes(d)
}

// calculerLe computes a person on a day, down to what would be paid and what would not.
func (c *Caisse) calculerLe(g *reunion, personne string, nir v.NIR, jour v.Jour, trace bool, gels []decision.Gel) (d *Dossier, err error) {
	d = &Dossier{Personne: personne, NIR: nir, Fiches: g.fiches, Essai: g.essai, Jour: jour, Poses: g.poses, Ordres: g.ordres, lues: g}
	d.sansAnnules()
	d.gels = gels
	s := dossier.Plier(g.faits, d.Jour)
	s.Cas.ID = personne
	s.Cas.Assure.Territoire = cmp.Or(s.Cas.Assure.Territoire, droit.CalendrierDe(c.conf.Code).Territoire)
	calculateur := c.calculateurs.Get().(*dossier.Calculateur)
	defer c.calculateurs.Put(calculateur)
	if d.Calcul, err = calculateur.Situation(&s, trace || gelsDeRegles(gels)); err != nil {
		return nil, err
	}
	d.Calendrier = droit.CalendrierDe(c.conf.Code)
	if r, connue := s.ResidenceLe(d.Jour); connue {
		d.Calendrier = droit.CalendrierDe(r.CodePostal)
	}
	if err := d.rouvrir(g.messages); err != nil {
		return nil, err
	}
	d.renommerLignes()
	d.Dus = dus(personne, &d.Calcul)
	d.rattacher()
	if trace {
		d.Contre = contreCalculer(d) // of the law alone, before what was paid comes in
	}
	d.liberer()
	d.redresser()
	d.rendre()
	d.Proposees = decision.Proposer(d.Dus, s.Decisions)
	d.garderSignes()
	decision.Decider(d.Dus, d.Proposees)
	d.Indus = indu.Detecter(d.Dus, d.Poses)
	return d, c.proposer(d)
}

// sansAnnules tells apart the postings of orders that were cancelled: they are
// undone, and what they posted first roots no later line.
func (d *Dossier) sansAnnules() {
	annulees := map[string]bool{}
	for _, o := range d.Ordres {
		for i := range o.Lignes {
			annulees[o.Lignes[i].ID] = o.Etat == paiement.Annule
		}
	}
	for i := range d.Poses {
		if annulees[d.Poses[i].OrdreLigne] {
			d.Poses[i].Racine = ""
		}
	}
}

// NumeroDossier names a chain after its person and its first day.
func NumeroDossier(personne string, ch *dossier.Chaine) string {
	a, m, j := ch.Debut.Date()
	return personne + "-" + string([]byte{
		byte('0' + a/1000), byte('0' + a/100%10), byte('0' + a/10%10), byte('0' + a%10),
		byte('0' + m/10), byte('0' + m%10), byte('0' + j/10), byte('0' + j%10),
	})
}

// dus gives the days of a computation their place in the register.
func dus(personne string, c *dossier.Calcul) []registre.Du {
	numeros := make([]string, len(c.Chaines))
	for i := range c.Chaines {
		numeros[i] = NumeroDossier(personne, &c.Chaines[i])
	}
	chaineDe := make(map[int]int)
	for i := range c.Chaines {
		for _, a := range c.Chaines[i].Arrets {
			chaineDe[a] = i
		}
	}
	ds := make([]registre.Du, len(c.Resultat.Jours))
	for i := range c.Resultat.Jours {
		j := &c.Resultat.Jours[i]
		l := &c.Situation.Lignes[j.Activite]
		ds[i] = registre.Du{
			Cle:     registre.Cle{Jour: j.Date, Ligne: l.Cle, Risque: j.Risque},
			Dossier: numeros[chaineDe[j.Chaine]], Etat: j.Etat, IJ: j.IJ, Regle: j.Regle, Exonere: j.Exonere,
		}
		if j.Etat == droit.Paye {
			ds[i].Reserve = max(0, j.Plein-j.IJ)
		}
		if j.Beneficiaire == droit.EmployeurBeneficiaire {
			ds[i].Destinataire = registre.Employeur(l.SIRET)
		} else if j.Beneficiaire == droit.AssureBeneficiaire {
			ds[i].Destinataire = registre.Assure
		}
	}
	slices.SortStableFunc(ds, func(a, b registre.Du) int {
		return cmp.Or(a.Compare(b.Cle), cmp.Compare(cede(a.Etat), cede(b.Etat)))
	})
	return slices.CompactFunc(ds, func(a, b registre.Du) bool { return a.Cle == b.Cle })
}

// cede orders what two prescriptions of the same benefit, such as a leave that was asked
// for of one employer and of all, say of one day of a line: it is one day, owed or
// awaited if one of them says so.
func cede(e droit.Etat) int {
	switch e {
	case droit.Paye:
		return 0
	case droit.Attente:
		return 1
	case droit.NonCumul:
		return 3
	}
	return 2
}

// rattacher gives postings and orders the number under which their days stand
// today: the first day of a chain moves when its initial arrêt comes late. A day
// that left the calendar stays with the dossier that is nearest.
func (d *Dossier) rattacher() {
	numeros := make(map[registre.Cle]string, len(d.Dus))
	for i := range d.Dus {
		numeros[d.Dus[i].Cle] = d.Dus[i].Dossier
	}
	for i := range d.Poses {
		p := &d.Poses[i]
		p.Dossier = cmp.Or(numeros[p.Cle], d.plusProche(p.Jour), p.Dossier)
	}
	for _, o := range d.Ordres {
		l := &o.Lignes[0]
		cle := registre.Cle{Jour: l.Jours[0].Jour, Ligne: l.Activite, Risque: l.Risque}
		o.Dossier = cmp.Or(numeros[cle], d.plusProche(cle.Jour), o.Dossier)
	}
}

// plusProche returns the number of the last chain begun on a day or before, else
// of the first one.
func (d *Dossier) plusProche(j v.Jour) string {
	numero := ""
	for i := range d.Calcul.Chaines {
		if c := &d.Calcul.Chaines[i]; numero == "" || c.Debut <= j {
			numero = NumeroDossier(d.Personne, c)
		}
	}
	return numero
}

// proposer says what would be paid today and what would not, and why. Days
// already in an order that is on its way are posted: they are not proposed again.
func (c *Caisse) proposer(d *Dossier) error {
	e, err := c.entreePaiement(d)
	if err != nil {
		return err
	}
	if d.Proposes, d.Retenues, err = paiement.Proposer(&e); err != nil {
		return err
	}
	if d.Essai {
		d.Proposes = nil
	}
	for i := range d.Proposes {
		d.Proposes[i].Feuille = d.etapesDu(d.Proposes[i].Dossier)
	}
	return nil
}

// entreePaiement gathers what a payment is decided on.
func (c *Caisse) entreePaiement(d *Dossier) (e paiement.Entree, err error) {
	remises, err := c.remises(d)
	if err != nil {
		return e, err
	}
	lots := d.lots()
	e = paiement.Entree{
		Personne: d.Personne, Jour: d.Jour, Rythme: suivi.Delai("RYTHME_PAIEMENT", d.Jour), Acompte: suivi.Delai("ACOMPTE", d.Jour), Regles: c.regles,
		Dus: slices.Clone(d.Dus), Poses: slices.Clone(d.Poses), Fins: map[string]v.Jour{}, Recus: map[string]v.Jour{},
		Retenus: retenus(d.Contre, d.Calcul.Situation.Interventions), Mains: d.mains(), Gels: d.gelsQuiTouchent(c.regles), Surprend: d.surprend(d.Calcul.Situation.Interventions, lots), Lots: lots,
		Reprises: append(reprises(d.Calcul.Situation.Interventions), remises...), Decider: d.decider, Tenir: d.tenir, Avances: map[string]bool{}, Comptes: comptes(d.Calcul.Situation), Enregistres: enregistres(d.Ordres),
		Prelever: c.prelever(&d.Calcul.Situation.Cas, d.Jour), Fiche: d.ficheDe(d.lues), Fiches: nomsFiches(d.lues.fiches), Decede: d.Calcul.Situation.Cas.Assure.DecesLe != 0,
	}
	for i := range d.Calcul.Chaines {
		ch := &d.Calcul.Chaines[i]
		num := NumeroDossier(d.Personne, ch)
		e.Fins[num], e.Recus[num] = ch.Fin, d.premiereReception(ch)
		e.Avances[num] = avance(d.Calcul.Situation.Interventions, ch, d.Jour)
	}
	return e, nil
}

// premiereReception returns the day on which the caisse first heard of a chain,
// by a prescription or by an employer.
func (d *Dossier) premiereReception(ch *dossier.Chaine) v.Jour {
	recu := v.JourMax
	for _, a := range ch.Arrets {
		if a < len(d.Calcul.Situation.Origines) {
			recu = min(recu, d.Calcul.Situation.Origines[a].ConnuLe)
		} else if k := a - len(d.Calcul.Situation.Origines); k < len(d.Calcul.Situation.Signales) {
			recu = min(recu, d.Calcul.Situation.Signales[k].ConnuLe)
		}
	}
	return max(recu, ch.Debut)
}

// retenus lists the days that two computations hold, but for those that someone
// compared and released.
func retenus(ds []Desaccord, actes []dossier.Intervention) map[registre.Cle]bool {
	m := make(map[registre.Cle]bool, len(ds))
	for i := range ds {
		libre := slices.ContainsFunc(actes, func(a dossier.Intervention) bool {
			return a.Nature == dossier.Liberer && a.Vise(ds[i].Jour, ds[i].Ligne)
		})
		m[ds[i].Cle] = !libre
	}
	return m
}

// avance reports whether someone decided today that what is certain of a chain
// is paid at once.
func avance(actes []dossier.Intervention, ch *dossier.Chaine, jour v.Jour) bool {
	return slices.ContainsFunc(actes, func(a dossier.Intervention) bool {
		return a.Nature == dossier.Avancer && a.Date == jour && a.Periode.Du <= ch.Fin && (a.Periode.Au == 0 || a.Periode.Au >= ch.Debut)
	})
}

// prelever gives the levies of an amount paid to someone on a day. The tax at
// source is withheld only from what is paid to the insured.
func (c *Caisse) prelever(cas *droit.Cas, le v.Jour) func(v.Centimes, registre.Destinataire, droit.Risque, bool) (droit.Prelevements, error) {
	return func(brut v.Centimes, d registre.Destinataire, r droit.Risque, exonere bool) (droit.Prelevements, error) {
		f := droit.Fiscalite{Exonere: exonere, Moitie: r.Professionnel()}
		if f.Moitie {
			l := c.table.Lecture(parametre.AU24)
			f.SurBrut = cas.Options.Lecture(l.Point, l.Defaut) == "brut"
		}
		if d == registre.Assure {
			f.TauxPAS = cas.Assure.TauxPAS.Ou(0)
		}
		return droit.Prelever(c.table, brut, le, f)
	}
}

// enregistres sums, for each first line, the levies booked so far.
func enregistres(ordres []*paiement.Ordre) map[string]droit.Prelevements {
	m := map[string]droit.Prelevements{}
	for _, o := range ordres {
		if o.Etat == paiement.Annule {
			continue
		}
		for i := range o.Lignes {
			l := &o.Lignes[i]
			m[l.Racine] = m[l.Racine].Plus(l.Prelevements)
		}
	}
	return m
}

// emises returns the postings whose money has left: a day is paid when it is
// paid, not when its order waits for a signature.
func (d *Dossier) emises() []registre.Pose {
	parties := map[string]bool{}
	for _, o := range d.Ordres {
		if o.Etat == paiement.Emis || o.Etat == paiement.SansFlux {
			for i := range o.Lignes {
				parties[o.Lignes[i].ID] = true
			}
		}
	}
	return garder(d.Poses, func(p *registre.Pose) bool { return parties[p.OrdreLigne] })
}

func enAttente(e paiement.Etat) bool {
	return e == paiement.Propose || e == paiement.Signe || e == paiement.Vise || e == paiement.EnLot || e == paiement.Suspendu
}

func garder[T any](xs []T, f func(*T) bool) []T {
	var gs []T
	for i := range xs {
		if f(&xs[i]) {
			gs = append(gs, xs[i])
		}
	}
	return gs
}
