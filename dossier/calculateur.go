package dossier

import (
	"cmp"
	"slices"

	"accord/droit"
	"accord/droit/prestations"
	"accord/parametre"
	v "accord/valeur"
)

// Calculateur computes cases. It keeps its memory from one to the next and
// serves one goroutine at a time.
type Calculateur struct {
	table  *parametre.Table
	loi    prestations.Calcul
	essai  droit.Resultat
	fusion fusion
}

// NewCalculateur returns a calculator under a set of parameters.
func NewCalculateur(t *parametre.Table) *Calculateur { return &Calculateur{table: t} }

// Calculer computes one case: the law under every hypothesis that its unknowns
// leave open, the days that are the same under all of them, what is certain,
// and what is missing. The result must be empty; the steps are written when
// expliquer is set. The order of the lists of the case changes nothing.
func (c *Calculateur) Calculer(cas *droit.Cas, expliquer bool, r *droit.Resultat) error {
	_, err := c.calculer(cas, nil, expliquer, r)
	return err
}

// Situation computes the situation of a person.
func (c *Calculateur) Situation(s *Situation, expliquer bool) (Calcul, error) {
	calcul := Calcul{Situation: s}
	arrets := len(s.Cas.Arrets)
	for i := range s.Signales {
		sig := &s.Signales[i]
		s.Cas.Arrets = append(s.Cas.Arrets, droit.Arret{
			ID: sig.id(), Risque: sig.Risque, Sinistre: sig.Sinistre, Nature: droit.Initial, Debut: sig.DernierJour + 1, Fin: sig.Fin,
			Activites: []string{sig.Ligne}, Canal: droit.Electronique, PrescritLe: sig.DernierJour + 1,
		})
	}
	var inconnues []inconnue
	var autres []Question
	for i := range s.Signales {
		inconnues = append(inconnues, inconnueSignale(s, i, arrets+i))
		autres = append(autres, questionAvisArret(s, &s.Signales[i]))
	}
	for i := range s.Discordances {
		inconnues = append(inconnues, inconnueDates(s, i))
		autres = append(autres, questionDates(s, &s.Discordances[i]))
	}
	for _, i := range s.sansInitiaux() {
		inconnues = append(inconnues, inconnueInitial(s, i))
		autres = append(autres, questionInitial(s, i))
	}
	if err := c.confirmerConges(s); err != nil {
		return calcul, err
	}
	for i := range s.Presumes {
		inconnues = append(inconnues, inconnueConge(s.Presumes[i].Arret))
	}
	for _, i := range s.rangsInconnus() {
		inconnues = append(inconnues, inconnueRang(i))
	}
	questions, err := c.calculer(&s.Cas, inconnues, expliquer, &calcul.Resultat)
	if err != nil {
		return calcul, err
	}
	autres = append(autres, s.questionsEvenements(calcul.Resultat.Jours)...)
	for i := range autres {
		if autres[i].Depuis <= s.Cas.ConnuAu {
			calcul.Resultat.Manquer(autres[i].manque())
		}
	}
	questions = uneFois(slices.Concat(questions, autres, questionsAvisMedical(calcul.Resultat.Manques)))
	calcul.Resultat.Avis = append(calcul.Resultat.Avis, s.Avis...)
	for i := range questions {
		s.attendreDepuis(&questions[i])
		questions[i].Enjeu = c.fusion.enjeu(&s.Cas, &questions[i])
	}
	s.adresserAuxHeritiers(questions)
	calcul.Questions, calcul.AVenir = echues(questions, s.Cas.ConnuAu)
	calcul.Chaines = chaines(&s.Cas, calcul.Resultat.Jours)
	return calcul, nil
}

// uneFois drops what is asked twice about the same days: two declarations of one wrong date
// are one question.
func uneFois(qs []Question) (unes []Question) {
	for i := range qs {
		if !slices.ContainsFunc(unes, func(x Question) bool { return x.Cle() == qs[i].Cle() && x.Pour == qs[i].Pour }) {
			unes = append(unes, qs[i])
		}
	}
	return unes
}

// echues parts the questions that wait from those that will, if nothing comes
// before their day.
func echues(qs []Question, au v.Jour) (posees, aVenir []Question) {
	for _, q := range qs {
		if q.Depuis <= au {
			posees = append(posees, q)
		} else {
			aVenir = append(aVenir, q)
		}
	}
	return posees, aVenir
}

// parLigne calls f for each activity line and nature of what the law needs and
// nobody said, and, when parChaine is set, for each chain that needs it.
func parLigne(besoins []droit.Besoin, parChaine bool, f func([]droit.Besoin)) {
	slices.SortStableFunc(besoins, func(a, b droit.Besoin) int {
		chaine := 0 // what one answer closes is closed in the order of its days, whatever stop asked first
		if parChaine {
			chaine = cmp.Compare(a.Arret, b.Arret)
		}
		return cmp.Or(cmp.Compare(a.Activite, b.Activite), cmp.Compare(a.Nature, b.Nature), chaine, cmp.Compare(a.Periode.Du, b.Periode.Du), cmp.Compare(a.Periode.Au, b.Periode.Au))
	})
	for debut := 0; debut < len(besoins); {
		fin := debut + 1
		for fin < len(besoins) && besoins[fin].Activite == besoins[debut].Activite && besoins[fin].Nature == besoins[debut].Nature && (!parChaine || besoins[fin].Arret == besoins[debut].Arret) {
			fin++
		}
		f(besoins[debut:fin])
		debut = fin
	}
}

// calculer runs the law. Where it needs what nobody knows, or where autres
// leaves something open, it runs once for each combination of answers and
// merges. An answer may make the law need something more: the round is then run
// again with that question open too.
func (c *Calculateur) calculer(ecrit *droit.Cas, autres []inconnue, expliquer bool, r *droit.Resultat) ([]Question, error) {
	cas := ecrit.Ordonne()
	c.fusion.vider()
	var t *droit.Trace
	if expliquer {
		t = &droit.Trace{Etapes: r.Explication}
	}
	if err := c.loi.Calculer(cas, c.table, t, r); err != nil {
		return nil, err
	}
	besoins := garderBesoins(nil, c.loi.Besoins())
	autres = c.fermerNaissances(cas, autres, r)
	tus := emploisTus(cas)
	for i := range tus {
		autres = append(slices.Clip(autres), inconnueEmploi(&tus[i]))
	}
	var inconnues []inconnue
	for n := -1; n < len(besoins) && len(besoins)+len(autres) > 0; {
		n = len(besoins)
		r.Vider()
		if t != nil {
			t.Etapes = t.Etapes[:0]
		}
		inconnues = slices.Clone(autres)
		var err error
		parLigne(slices.Clone(besoins), false, func(bs []droit.Besoin) {
			var moindres []v.Centimes
			moindres, err = c.moindres(cas, bs, r, err)
			inconnues = append(inconnues, inconnueBesoins(bs, moindres))
		})
		if err != nil {
			return nil, err
		}
		if besoins, err = c.combiner(cas, inconnues, besoins, t, r); err != nil {
			return nil, err
		}
	}
	c.fusion.sansReponse.demander(r)
	if t != nil {
		r.Explication = t.Etapes
	}
	var questions []Question
	parLigne(besoins, true, func(bs []droit.Besoin) {
		q := questionBesoins(cas, bs)
		questions = append(questions, q)
		r.Manquer(q.manque())
	})
	for i := range tus {
		q := questionEmploi(cas, &tus[i])
		questions = append(questions, q)
		r.Manquer(q.manque())
	}
	for _, m := range prestations.NonCalcules(ecrit) {
		r.Manquer(m)
	}
	demanderActivites(cas, r)
	return questions, c.terminer(cas, r)
}

// fermerNaissances adds to the questions open those that the law alone leaves open about
// births, and keeps what it says of them.
func (c *Calculateur) fermerNaissances(cas *droit.Cas, autres []inconnue, r *droit.Resultat) []inconnue {
	c.fusion.sansReponse = nil
	if len(cas.Naissances) == 0 {
		return autres
	}
	dites := supposer(cas, autres, make([]int, len(autres))) // what autres already closes is asked once
	naissances := inconnuesNaissances(c.table, dites)
	if len(naissances) == 0 {
		return autres
	}
	c.fusion.sansReponse = lireSansReponse(dites, r)
	return slices.Concat(autres, naissances)
}

// moindres gives the least answer of each need, where the case says more than
// nothing of it, and warns that what is paid meanwhile rests on it.
func (c *Calculateur) moindres(cas *droit.Cas, besoins []droit.Besoin, r *droit.Resultat, err error) ([]v.Centimes, error) {
	ms := make([]v.Centimes, len(besoins))
	for i, b := range besoins {
		if b.Nature != droit.BesoinPerteTPT || err != nil {
			continue
		}
		if ms[i], err = perteMoindre(c.table, cas, &cas.Activites[b.Activite], b.Periode); ms[i] > 0 {
			r.Aviser("PERTE_PRESUMEE", "La perte de salaire du temps partiel n'est pas encore attestée pour tous les mois : ce qui est versé en attendant suit la plus petite de celles que l'employeur a déjà attestées, et la différence sera versée, ou décidée, à réception.")
		}
	}
	return ms, err
}

// garderBesoins adds to the needs those that can be closed and are new.
func garderBesoins(besoins, lus []droit.Besoin) []droit.Besoin {
	for _, b := range lus {
		if _, connue := fermetures[b.Nature]; !connue || b.Activite < 0 {
			continue
		}
		deja := slices.ContainsFunc(besoins, func(x droit.Besoin) bool {
			return x.Nature == b.Nature && x.Activite == b.Activite && x.Arret == b.Arret && x.Periode == b.Periode
		})
		if !deja {
			besoins = append(besoins, b)
		}
	}
	return besoins
}

// combiner runs the combinations of answers and leaves the merged days in r. The
// rights, bases and steps shown are those of the first, where every answer is
// the least favourable; the days are told again as merged. It returns the needs, with those that came up on the way.
func (c *Calculateur) combiner(cas *droit.Cas, inconnues []inconnue, besoins []droit.Besoin, t *droit.Trace, r *droit.Resultat) ([]droit.Besoin, error) {
	c.fusion.vider()
	essai, trace := r, t
	for _, reponses := range combinaisons(inconnues) {
		if err := c.loi.Calculer(supposer(cas, inconnues, reponses), c.table, t, essai); err != nil {
			return besoins, err
		}
		besoins = garderBesoins(besoins, c.loi.Besoins())
		c.fusion.ajouter(essai.Jours)
		for i := range essai.Avis {
			r.Aviser(essai.Avis[i].Code, essai.Avis[i].Phrase)
		}
		for i := range essai.Manques {
			r.Manquer(essai.Manques[i])
		}
		essai, t = &c.essai, nil
		essai.Vider()
	}
	if nombre(inconnues) > combinaisonsMax {
		r.Aviser("HYPOTHESES_FIXEES", "Trop de questions sont ouvertes ensemble pour être toutes croisées : celles qui portent sur le moins de jours ne le sont qu'entre elles.")
	}
	r.Jours = c.fusion.jours(r.Jours[:0])
	if trace != nil {
		prestations.RedireJours(cas, c.table, trace, r)
	}
	return besoins, nil
}

// supposer returns a copy of the case with its unknowns closed.
func supposer(cas *droit.Cas, inconnues []inconnue, reponses []int) *droit.Cas {
	suppose := *cas
	suppose.Activites = slices.Clone(cas.Activites)
	suppose.Arrets = slices.Clone(cas.Arrets)
	suppose.Naissances = slices.Clone(cas.Naissances)
	for i := range inconnues {
		inconnues[i].fermer(&suppose, reponses[i])
	}
	return &suppose
}

// terminer makes from the days what is said of them as a whole.
func (c *Calculateur) terminer(cas *droit.Cas, r *droit.Resultat) error {
	attendreAutresRisques(cas, r)
	if err := droit.Grouper(cas, c.table, r.Jours, r); err != nil {
		return err
	}
	droit.Comparer(cas, r.Jours, r)
	certain(r)
	return nil
}

// attendreAutresRisques puts on the calendar, awaited and without amount, the
// days of the arrêts of a risk that is not computed: nobody's stop disappears.
func attendreAutresRisques(cas *droit.Cas, r *droit.Resultat) {
	n := len(r.Jours)
	for i := range cas.Arrets {
		a := &cas.Arrets[i]
		if prestations.Calcule(cas, i) || a.Debut == 0 || a.Fin < a.Debut {
			continue
		}
		for k := range cas.Activites {
			if len(a.Activites) > 0 && !slices.Contains(a.Activites, cas.Activites[k].ID) {
				continue
			}
			for j := a.Debut; j <= a.Fin; j++ {
				r.Jours = append(r.Jours, droit.JourCalcule{Date: j, Arret: i, Activite: k, Chaine: i, Risque: a.Risque, Etat: droit.Attente, Regle: regleNonCalcule})
			}
		}
	}
	if len(r.Jours) > n {
		slices.SortStableFunc(r.Jours, func(a, b droit.JourCalcule) int { return cmp.Compare(a.Date, b.Date) })
	}
}

// regleNonCalcule stands where no rule of this version decides.
const regleNonCalcule droit.Regle = "NON_CALCULE"

// certain sums what is due under every hypothesis.
func certain(r *droit.Resultat) {
	for i := range r.Jours {
		j := &r.Jours[i]
		if j.IJ <= 0 || j.Etat != droit.Paye && j.Etat != droit.Attente {
			continue
		}
		r.Certain.Jours++
		r.Certain.Brut += j.IJ
		ajouterCertain(r, j)
	}
}

func ajouterCertain(r *droit.Resultat, j *droit.JourCalcule) {
	ps := r.Certain.Periodes
	for k := len(ps) - 1; k >= 0; k-- {
		if p := &ps[k]; p.Activite == j.Activite && p.IJ == j.IJ && p.Periode.Au == j.Date-1 {
			p.Periode.Au = j.Date
			return
		}
	}
	r.Certain.Periodes = append(ps, droit.PeriodeCertaine{Periode: v.P(j.Date, j.Date), Activite: j.Activite, IJ: j.IJ})
}

// chaines lists the dossiers of a person: the chains of the calendar, those
// that begin on the same day (one stop, several employers) being one dossier.
func chaines(cas *droit.Cas, jours []droit.JourCalcule) []Chaine {
	var cs []Chaine
	for i := range jours {
		j := &jours[i]
		debut := cas.Arrets[j.Chaine].Debut
		if debut == 0 {
			debut = debutDe(jours, j.Chaine)
		}
		k := slices.IndexFunc(cs, func(c Chaine) bool { return c.Debut == debut })
		if k < 0 {
			k = len(cs)
			cs = append(cs, Chaine{Debut: debut, Fin: j.Date})
		}
		c := &cs[k]
		c.Fin = max(c.Fin, j.Date)
		for _, a := range [...]int{j.Chaine, j.Arret} {
			if !slices.Contains(c.Arrets, a) {
				c.Arrets = append(c.Arrets, a)
			}
		}
	}
	slices.SortFunc(cs, func(a, b Chaine) int { return cmp.Compare(a.Debut, b.Debut) })
	return cs
}

// debutDe returns the first day of a chain whose arrêt bears no date: those
// of a leave may follow from a birth, an adoption or a death.
func debutDe(jours []droit.JourCalcule, chaine int) v.Jour {
	i := slices.IndexFunc(jours, func(j droit.JourCalcule) bool { return j.Chaine == chaine })
	return jours[i].Date
}
