package app

import (
	"slices"

	"accord/decision"
	"accord/dossier"
	"accord/droit"
	"accord/indu"
	"accord/paiement"
	"accord/registre"
	"accord/suivi"
	v "accord/valeur"
)

// etapes derives where each chain stands.
func (c *Caisse) etapes(d *Dossier) error {
	d.Etapes = make([]Etape, len(d.Calcul.Chaines))
	d.entrees = make([]suivi.Entree, len(d.Calcul.Chaines))
	if err := c.changer(d); err != nil {
		return err
	}
	taches, indus := d.taches()
	emis := d.emises()
	verse := registre.Verser(d.Dus, emis)
	seuil, err := indu.Seuil(c.table, d.Jour)
	if err != nil {
		seuil = 0 // not known for that year: nothing is given up
	}
	for i := range d.Calcul.Chaines {
		ch, e := &d.Calcul.Chaines[i], &d.entrees[i]
		*e = d.entree(ch)
		num := NumeroDossier(d.Personne, ch)
		e.Taches, e.Indus, e.Verse, e.SeuilIndu = taches[num], indus[num], verse, seuil
		e.Notifiees, e.Articles = d.Notifiees(num), c.article
		e.Bilan = registre.Etablir(e.Dus, garder(emis, func(x *registre.Pose) bool { return x.Dossier == num }), d.Jour-1)
		s := Etape{
			Chaine: *ch, Bilan: e.Bilan, Etape: suivi.Confier(suivi.Prochaine(e), e.Taches), Taches: e.Taches, Priorite: suivi.Prioriser(e.Taches),
		}
		suivi.Delier(&s.Etape, s.Taches)
		if d.Essai { // never paid: nothing of it is unpaid
			d.Etapes[i] = s
			continue
		}
		s.Impayes = suivi.Impayes(e.Dus, e.Verse)
		if s.Astreinte, err = suivi.Exposer(c.table, e); err != nil {
			return err
		}
		s.Ajouter(s.Astreinte.Dire())
		d.Etapes[i] = s
	}
	return nil
}

// article is the one on which a rule rests; empty when the rule is not known.
func (c *Caisse) article(r droit.Regle) string {
	if x, ok := c.table.Regle(string(r)); ok {
		return x.Article
	}
	return ""
}

// entree gathers what bears on one chain.
func (d *Dossier) entree(ch *dossier.Chaine) suivi.Entree {
	num := NumeroDossier(d.Personne, ch)
	concerne := func(x *dossier.Question) bool { return !x.Pour.Inter(v.P(ch.Debut, ch.Fin)).IsZero() }
	e := suivi.Entree{
		Chaine: *ch, Jour: d.Jour, RecuLe: d.premiereReception(ch), Surgis: d.surgis, Calendrier: d.Calendrier,
		Dus:       garder(d.Dus, func(x *registre.Du) bool { return x.Dossier == num }),
		Retenues:  garder(d.Retenues, func(x *paiement.Retenue) bool { return x.Dossier == num }),
		Proposes:  garder(d.Proposes, func(x *paiement.Ordre) bool { return x.Dossier == num }),
		Proposees: garder(d.Proposees, func(x *decision.Proposee) bool { return x.Dossier == num }),
		Questions: garder(d.Calcul.Questions, concerne),
		AVenir:    garder(d.Calcul.AVenir, concerne),
		Manques:   garder(d.ValeursManquantes(), func(m *droit.Manque) bool { return !m.Pour.Inter(v.P(ch.Debut, ch.Fin)).IsZero() }),
	}
	for _, o := range d.Ordres {
		if o.Dossier == num && enAttente(o.Etat) {
			e.Ordres = append(e.Ordres, o)
			if d.paieDesRendus(o) {
				e.Rappeles = append(e.Rappeles, o.ID)
			}
		}
	}
	e.Rendus = d.rendusDe(num)
	s := d.Calcul.Situation
	e.Suspensions, e.Enquetes = suspensions(&s.Cas, ch), enquetes(s)
	for _, a := range ch.Arrets {
		if a < len(s.Origines) {
			e.Recus = append(e.Recus, suivi.Reception{Pour: s.Cas.Arrets[a].Periode(), Le: s.Origines[a].ConnuLe})
		}
	}
	return e
}

// enquetes lists the steps by which the caisse investigates accidents: questionnaires, an
// inquiry (R.441-8).
func enquetes(s *dossier.Situation) []dossier.EtapeInstruction {
	return garder(s.Instruction, func(x *dossier.EtapeInstruction) bool {
		return x.Nature == dossier.EtapeQuestionnaires || x.Nature == dossier.EtapeEnquete
	})
}

// Echeance is the last day to answer a question of the computation, or to decide.
func (d *Dossier) Echeance(q *dossier.Question) v.Jour {
	return suivi.EcheanceDans(d.Calendrier, suivi.HorlogeDeLa(d.Calendrier, q, enquetes(d.Calcul.Situation)), q.Depuis)
}

// suspensions gives the first days of the suspensions of a chain after which payment was
// not resumed.
func suspensions(cas *droit.Cas, ch *dossier.Chaine) (jours []v.Jour) {
	sur := func(d *droit.Decision) bool {
		return d.Arret == "" || slices.ContainsFunc(ch.Arrets, func(a int) bool { return cas.Arrets[a].ID == d.Arret })
	}
	for i := range cas.Decisions {
		d := &cas.Decisions[i]
		if d.Nature == droit.SuspensionMedicale && sur(d) && !slices.ContainsFunc(cas.Decisions, func(x droit.Decision) bool {
			return x.Nature == droit.RepriseVersement && x.Le >= d.Le && sur(&x)
		}) {
			jours = append(jours, d.Le)
		}
	}
	return jours
}

// EtapeDuJour derives the next step of one day of the register that is over; it
// reports false when nothing says what follows.
func (d *Dossier) EtapeDuJour(du *registre.Du) (suivi.Etape, bool) {
	for i := range d.entrees {
		if NumeroDossier(d.Personne, &d.entrees[i].Chaine) == du.Dossier {
			return suivi.DuJour(&d.entrees[i], du)
		}
	}
	return suivi.Etape{}, false
}

// Attente is how many days of a dossier that are over and not paid wait for someone.
type Attente struct {
	Par   suivi.Responsabilite
	Jours int
	Brut  v.Centimes // certain, or reserved by a reduction
}

// Attentes counts the unpaid days of a dossier by whose the wait is.
func (d *Dossier) Attentes(numero string) (as []Attente) {
	compte := map[suivi.Responsabilite]Attente{}
	for i := range d.entrees {
		e := &d.entrees[i]
		if NumeroDossier(d.Personne, &e.Chaine) != numero {
			continue
		}
		for k := range e.Dus {
			du := &e.Dus[k]
			if !e.Impaye(du) {
				continue
			}
			s, _ := suivi.DuJour(e, du)
			par := suivi.Responsable(&s)
			a := compte[par]
			compte[par] = Attente{par, a.Jours + 1, a.Brut + max(0, du.IJ+du.Reserve-e.Verse[du.Cle])}
		}
	}
	for _, par := range suivi.Responsables() {
		if a, attend := compte[par]; attend {
			as = append(as, a)
		}
	}
	return as
}
