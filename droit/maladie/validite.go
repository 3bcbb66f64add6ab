package maladie

import (
	"fmt"
	"slices"

	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

// lirePrescription fixes what one piece owes to its prescription: form,
// prescriber, length, sending, part-time, long-term illness. It is done once,
// on the first day of the piece, when its chain is known.
func (c *Calcul) lirePrescription(ch *chaine, l *ligne, i int) error {
	m := &c.morceaux[i]
	a := &c.cas.Arrets[m.arret]
	m.lu = true
	m.tpt = a.TempsPartiel
	m.provisoire = c.enAttente(a)
	m.ald = c.affectionDe(ch, i)
	m.exonere = c.exonereImpot(m.ald)
	if m.ald != "" {
		x := &c.affections[c.affection(ch, m.ald)]
		x.fin = max(x.fin, m.au)
	}
	m.sansTitre = a.Nature == droit.Prolongation && !peutProlonger(a)
	if err := c.lireFormulaire(m, a); err != nil {
		return err
	}
	if err := c.lireTeleconsultation(ch, m, a); err != nil {
		return err
	}
	if err := c.lireDuree(m, a); err != nil {
		return err
	}
	return c.lireEnvoi(ch, m, a)
}

// peutProlonger reports whether the prescriber of an arrêt may prolong another:
// anyone during a stay in hospital, the usual ones otherwise (MAL-PRE-03).
func peutProlonger(a *droit.Arret) bool {
	return a.Prescripteur != droit.AutrePrescripteur || a.Hospitalise.Ou(false)
}

// prescritLe returns the day of a prescription, by default its first day.
func prescritLe(a *droit.Arret) v.Jour {
	if a.PrescritLe != 0 {
		return a.PrescritLe
	}
	return a.Debut
}

// lireFormulaire sets aside a paper form that is not, or no longer, accepted
// (MAL-PRE-02). It is no refusal of the right: a proper form is asked for.
func (c *Calcul) lireFormulaire(m *morceau, a *droit.Arret) error {
	if a.Canal == droit.Electronique || a.Support == "" || a.Support == droit.CerfaSecurise {
		return nil
	}
	niveau, err := c.p.Entier(parametre.Formulaire, prescritLe(a))
	if err != nil {
		return err
	}
	if m.rejete = niveau == 2 || niveau == 1 && a.Support == droit.Photocopie; m.rejete {
		c.r.Manquer(droit.Manque{Code: "FORMULAIRE_NON_CONFORME", AupresDe: "assure", Pour: a.Periode(),
			Phrase: "L'avis d'arrêt de travail n'est pas sur le formulaire papier sécurisé : le médecin doit le refaire, ou le transmettre par voie électronique."})
	}
	return nil
}

// lireTeleconsultation limits what a remote consultation may prescribe, unless
// by the médecin traitant or the sage-femme: three days in all (MAL-PRE-04).
func (c *Calcul) lireTeleconsultation(ch *chaine, m *morceau, a *droit.Arret) error {
	var err error
	m.teleFin, err = FinTeleconsultation(c.p, a, ch.du)
	return err
}

// lireDuree flags a prescription longer than its kind allows (MAL-PRE-06), or
// closes its excess when that reading is chosen.
func (c *Calcul) lireDuree(m *morceau, a *droit.Arret) error {
	code := parametre.DureeInitialeMax
	if a.Nature == droit.Prolongation {
		code = parametre.DureeProlongationMax
	}
	max, err := c.p.Entier(code, prescritLe(a))
	if err != nil || max == 0 || a.Periode().Jours() <= max {
		return err
	}
	if c.lire(parametre.U18) == "refus" {
		m.dureeFin = a.Debut + v.Jour(max) - 1
	}
	return nil
}

// lireEnvoi applies the penalty of a paper form sent late (MAL-RTD-01): nothing is
// paid when it is sent after the stop has ended, half of the days before the sending
// when the insured was warned of another sent late in the two years before, a warning
// otherwise. What an agent pays of a stop sent after its end bears no half: the text
// is for a form sent before (Cass. 2e civ., 23 janvier 2020, n° 18-25.086).
func (c *Calcul) lireEnvoi(ch *chaine, m *morceau, a *droit.Arret) error {
	if a.Hospitalise.Ou(false) || a.Canal != droit.Papier {
		return nil
	}
	debut := a.Debut
	if m.arret == ch.arret {
		debut = ch.debut
	}
	limite, err := c.limiteEnvoi(debut)
	if err != nil || a.EnvoyeLe <= limite {
		return err
	}
	if m.horsControle = a.EnvoyeLe > a.Fin; m.horsControle {
		return nil
	}
	premier, err := c.retardPrecedent(a)
	if err != nil {
		return err
	}
	if premier != 0 && c.averti(premier, limite) {
		m.reduitDu, m.reduitAu = prescritLe(a), a.EnvoyeLe-1
		return nil
	}
	c.r.Retards = append(c.r.Retards, droit.Retard{Debut: a.Debut, PrescritLe: prescritLe(a), EnvoyeLe: a.EnvoyeLe})
	if premier != 0 {
		c.r.Aviser("RETARD_SANS_AVERTISSEMENT", fmt.Sprintf("L'avis d'arrêt du %s a été envoyé en retard, après un autre ; mais la caisse n'avait pas averti l'assuré à temps : rien n'est réduit.", a.Debut.EnLettres()))
		return nil
	}
	c.r.Aviser("ENVOI_TARDIF", fmt.Sprintf("L'avis d'arrêt du %s a été envoyé après le délai de deux jours : c'est un premier retard, il vaut un avertissement écrit. Après cette lettre, un autre dans les vingt-quatre mois réduirait l'indemnité de moitié.", a.Debut.EnLettres()))
	return nil
}

// limiteEnvoi is the last day to send a form whose stop begins on a day
// (MAL-PRE-01).
func (c *Calcul) limiteEnvoi(debut v.Jour) (v.Jour, error) {
	jours, err := c.p.Entier(parametre.EnvoiJours, debut)
	return debut + v.Jour(jours), err
}

// averti reports whether the caisse warned of an earlier delay while this form
// could still be sent in time: without that warning nothing is reduced (D.323-2;
// Cass. 2e civ., 10 octobre 2019, n° 18-18.879). Where nobody says what was
// written to the insured, it is presumed, and said.
func (c *Calcul) averti(premier, limite v.Jour) bool {
	if c.cas.Assure.Avertissements == nil {
		c.r.Aviser("AVERTISSEMENT_PRESUME", "La réduction pour envoi tardif suppose que la caisse avait averti l'assuré d'un premier retard : elle doit pouvoir le prouver (D.323-2).")
		return true
	}
	return slices.ContainsFunc(c.cas.Assure.Avertissements, func(le v.Jour) bool { return premier < le && le <= limite })
}

// retardPrecedent returns the first day on which another form, sent late, was
// prescribed in the twenty-four months before; 0 when there is none. One whose
// sending is not known is not late.
func (c *Calcul) retardPrecedent(a *droit.Arret) (premier v.Jour, err error) {
	le := prescritLe(a)
	mois, err := c.p.Entier(parametre.RetardMois, le)
	if err != nil {
		return 0, err
	}
	recent := func(autre v.Jour) bool {
		return autre < le && le < autre.AjouterMois(mois) && (premier == 0 || autre < premier)
	}
	for _, r := range c.cas.Assure.RetardsAnterieurs {
		if recent(r) {
			premier = r
		}
	}
	for _, i := range c.arrets {
		x := &c.cas.Arrets[i]
		if x.Canal != droit.Papier || x.Hospitalise.Ou(false) || !recent(prescritLe(x)) {
			continue
		}
		debut := x.Debut
		for k := range c.chaines {
			if c.chaines[k].arret == i {
				debut = max(debut, c.chaines[k].debut)
			}
		}
		limite, err := c.limiteEnvoi(debut)
		if err != nil {
			return 0, err
		}
		if x.EnvoyeLe > limite {
			premier = prescritLe(x)
		}
	}
	return premier, nil
}

// reduire halves what a day owes, rounded down to the cent.
func (c *Calcul) reduire(ij v.Centimes, j v.Jour) (v.Centimes, error) {
	taux, err := c.p.Centimes(parametre.RetardReduction, j)
	return ij * (10000 - taux) / 10000, err
}
