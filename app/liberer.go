package app

import (
	"slices"

	"accord/droit"
	"accord/lettre"
	"accord/registre"
	v "accord/valeur"
)

// JourLibere is a day that was paid to the insured before the caisse heard that his
// employer asks to be paid in his place: paying in good faith whoever was entitled as
// far as it knew discharges it (articles 1342-3 and 1346-5 of the code civil).
type JourLibere struct {
	registre.Cle
	Brut      v.Centimes
	PayeLe    v.Jour
	SIRET     v.SIRET
	DemandeLe v.Jour // when the caisse heard of the subrogation
}

// liberer finds the days of which the caisse is discharged by what it paid to the
// insured. Only what is owed beyond goes to the employer, who settles the rest with his
// employee (R.323-11). A payment that the caisse made knowing of the subrogation, or that
// has not left yet, discharges it of nothing.
func (d *Dossier) liberer() {
	s := d.Calcul.Situation
	if len(s.Subrogees) == 0 {
		return
	}
	verse := versesAvant(d.emises(), s.SubrogeeLe)
	for i := range d.Dus {
		du := &d.Dus[i]
		x, connu := verse[du.Cle]
		siret := du.Destinataire.SIRET()
		if !connu || x.brut <= 0 || siret == "" || du.Etat != droit.Paye {
			continue
		}
		du.Libere = x.brut
		if x.brut >= du.Dette() && !x.employeur {
			du.Destinataire = registre.Assure
		}
		d.Liberes = append(d.Liberes, JourLibere{du.Cle, x.brut, x.le, siret, s.SubrogeeLe(du.Ligne, du.Jour)})
	}
}

// verseAvant is what the insured was paid for a day before the subrogation was known.
type verseAvant struct {
	brut      v.Centimes
	le        v.Jour // first payment
	employeur bool   // the employer was paid the rest
}

func versesAvant(emises []registre.Pose, connueLe func(ligne string, j v.Jour) v.Jour) map[registre.Cle]verseAvant {
	m := map[registre.Cle]verseAvant{}
	for i := range emises {
		p := &emises[i]
		x := m[p.Cle]
		switch {
		case p.Destinataire != registre.Assure:
			x.employeur = true
		case p.Brut < 0 || p.Le <= connueLe(p.Ligne, p.Jour):
			x.brut += p.Brut
			if x.le == 0 || p.Le < x.le {
				x.le = p.Le
			}
		}
		m[p.Cle] = x
	}
	return m
}

// Avis lists what is to be known of a person: what the law says of her computation, and
// which days were paid to her before her employer asked for them.
func (d *Dossier) Avis() []droit.Avis {
	as := slices.Clone(d.Calcul.Resultat.Avis)
	for _, g := range d.liberations() {
		as = append(as, droit.Avis{Code: "SUBROGATION_TARDIVE", Phrase: "L'employeur a demandé le " + g[0].DemandeLe.EnLettres() + " à être payé à la place de son salarié, à qui la caisse avait déjà versé " +
			totalLibere(g).Euros() + " brut " + lettre.Periodes(enPeriodes(joursLiberes(g))) + " : ces jours ne sont pas payés une seconde fois (article 1342-3 du code civil), et l'employeur s'arrange avec son salarié, dans la limite du salaire maintenu (R.323-11)."})
	}
	return as
}

// liberations groups those days by employer, in the order of the days.
func (d *Dossier) liberations() (gs [][]JourLibere) {
	for i := range d.Liberes {
		j := d.Liberes[i]
		k := slices.IndexFunc(gs, func(g []JourLibere) bool { return g[0].SIRET == j.SIRET && g[0].DemandeLe == j.DemandeLe })
		if k < 0 {
			gs = append(gs, nil)
			k = len(gs) - 1
		}
		gs[k] = append(gs[k], j)
	}
	return gs
}

func totalLibere(g []JourLibere) (somme v.Centimes) {
	for i := range g {
		somme += g[i].Brut
	}
	return somme
}

func joursLiberes(g []JourLibere) (jours []v.Jour) {
	for i := range g {
		jours = append(jours, g[i].Jour)
	}
	slices.Sort(jours)
	return slices.Compact(jours)
}

// enPeriodes gathers days in runs.
func enPeriodes(jours []v.Jour) (ps []v.Periode) {
	for _, j := range jours {
		if n := len(ps); n > 0 && ps[n-1].Au+1 == j {
			ps[n-1].Au = j
			continue
		}
		ps = append(ps, v.P(j, j))
	}
	return ps
}
