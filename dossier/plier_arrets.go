package dossier

import (
	"cmp"
	"slices"
	"strconv"

	"accord/droit"
	v "accord/valeur"
)

// avisArrets makes one arrêt of the case from each avis d'arrêt. Overlapping
// prescriptions are left to the law, which settles them day by day.
func (p *pli) avisArrets(faits []*Fait) {
	for _, f := range faits {
		a := f.AvisArret
		if a == nil {
			continue
		}
		arret := droit.Arret{
			ID: p.idArret(a.Periode.Du), Risque: a.Risque, Nature: a.Nature, Debut: a.Periode.Du, Fin: a.Periode.Au,
			TempsPartiel: a.TempsPartiel, Canal: a.Canal, Support: a.Support, PrescritLe: a.PrescritLe, EnvoyeLe: a.EnvoyeLe,
			RecuLe: f.ConnuLe, ConnuLe: f.ConnuLe, Prescripteur: a.Prescripteur, Empreinte: f.Source.Piece,
			Teleconsultation: v.Connu(a.Teleconsultation), Hospitalise: v.Connu(a.Hospitalise),
		}
		p.ajouterArret(arret, Origine{Source: f.Source, ConnuLe: f.ConnuLe})
	}
}

// ajouterArret adds an arrêt to the case, tied to what it follows from.
func (p *pli) ajouterArret(a droit.Arret, o Origine) {
	p.rattacher(&a)
	p.s.Cas.Arrets = append(p.s.Cas.Arrets, a)
	p.s.Origines = append(p.s.Origines, o)
}

// rattacher ties a prescription to the birth, adoption, death or accident that
// its risk implies, unless it already is.
func (p *pli) rattacher(a *droit.Arret) {
	switch a.Risque {
	case droit.AccidentTravail, droit.AccidentTrajet, droit.MaladiePro:
		if a.Sinistre == "" {
			s := p.sinistreDeLArret(a)
			a.Sinistre, a.Risque = s.ID, s.Risque
		}
	case droit.Pathologique, droit.GarantieGrossesse, droit.DES:
		if k := p.naissanceAu(a.Debut, true); k >= 0 && a.Grossesse == "" {
			a.Grossesse = p.s.Cas.Naissances[k].ID
		}
	case droit.Maternite, droit.Paternite, droit.NaissanceConge:
		if k := p.naissanceAu(a.Debut, a.Risque == droit.Maternite); k >= 0 && a.Naissance == "" {
			a.Naissance = p.s.Cas.Naissances[k].ID
		}
	case droit.AdoptionConge:
		if k := len(p.s.Cas.Adoptions) - 1; k >= 0 && a.Adoption == "" {
			a.Adoption = p.s.Cas.Adoptions[k].ID
		}
	case droit.DeuilEnfant:
		if k := len(p.s.Cas.Deces) - 1; k >= 0 && a.Deces == "" {
			a.Deces = p.s.Cas.Deces[k].ID
		}
	}
}

// naissanceAu returns the birth nearest to a day, by its date or its term, -1
// when there is none within the time of a pregnancy and of the leaves after it.
func (p *pli) naissanceAu(j v.Jour, mere bool) int {
	proche, distance := -1, v.Jour(ecartConge+1)
	for i := range p.s.Cas.Naissances {
		n := &p.s.Cas.Naissances[i]
		if d := ecart(j, cmp.Or(n.AccouchementLe, n.PrevueLe)); d < distance && (!mere || p.naissances[i].mere()) {
			proche, distance = i, d
		}
	}
	return proche
}

// ecartConge is how far from a birth, in days, a leave may lie that follows
// from it: nine months of pregnancy before, as many after (L.1225-46-2).
const ecartConge = 280

// idArret names an arrêt after its first day; a second one of the same day
// gets a number, in the fixed order of the facts.
func (p *pli) idArret(debut v.Jour) string {
	id, n := debut.String(), 1
	for i := range p.s.Cas.Arrets {
		if p.s.Cas.Arrets[i].Debut == debut {
			n++
		}
	}
	if n > 1 {
		return id + "-" + strconv.Itoa(n)
	}
	return id
}

// ecartMatch is how far, in days, the last day worked may lie before the first
// day prescribed for both to speak of the same arrêt: a week-end, leave or a
// bank holiday may stand between.
const ecartMatch = 31

// evenements applies what employers say of an arrêt: last day worked,
// subrogation, return to work; and lists the arrêts that no prescription covers.
func (p *pli) evenements(faits []*Fait) {
	for _, f := range faits {
		switch {
		case f.Signalement != nil:
			s := f.Signalement
			n := p.ligneDe(f, s.Contrat)
			p.subrogation(n, s.Subrogation, droit.MaintienTotal, f.ConnuLe)
			p.reprise(n, s.Reprise)
			p.dernierJour(n, s.DernierJour, s.FinPrevue, risqueMotif(s.Motif), f)
		case f.Attestation != nil:
			t := f.Attestation
			n := p.ligneDe(f, "")
			maintien := droit.MaintienPartiel
			if t.MaintienTotal {
				maintien = droit.MaintienTotal
			}
			p.subrogation(n, t.Subrogation, maintien, f.ConnuLe)
			p.reprise(n, t.Reprise)
			p.dernierJour(n, t.DernierJour, 0, t.Risque, f)
		case f.Reprise != nil:
			if n := p.ligneDe(f, f.Reprise.Contrat); n >= 0 {
				p.reprise(n, &f.Reprise.Reprise)
			}
		}
	}
}

func (p *pli) subrogation(n int, s *SubrogationDeclaree, m droit.Maintien, connuLe v.Jour) {
	if s == nil {
		return
	}
	p.s.Subrogees = append(p.s.Subrogees, SubrogationConnue{p.s.Lignes[n].Cle, s.Periode, connuLe})
	a := &p.s.Cas.Activites[n]
	for _, x := range a.Subrogation {
		if x.Periode == s.Periode {
			return
		}
	}
	a.Subrogation = append(a.Subrogation, droit.Subrogation{Periode: s.Periode, Maintien: m})
}

func (p *pli) reprise(n int, r *droit.Reprise) {
	if r == nil {
		return
	}
	a := &p.s.Cas.Activites[n]
	for _, x := range a.Reprises {
		if x == *r {
			return
		}
	}
	a.Reprises = append(a.Reprises, *r)
}

// dernierJour ties what an employer says to the prescription that it speaks
// of. A last day worked on the first prescribed day moves the interruption by
// one day; one further inside contradicts the prescription, and is asked about.
func (p *pli) dernierJour(n int, dernier, fin v.Jour, risque droit.Risque, f *Fait) {
	trouve := p.attester(dernier, risque)
	var autre *droit.Arret
	for i := range p.s.Cas.Arrets {
		a := &p.s.Cas.Arrets[i]
		p.debuter(i, dernier)
		if a.Debut == 0 || !parleDe(a, dernier, fin) {
			continue
		}
		if p.autreEmployeur(n, a, risque) {
			if autre = a; fin == 0 {
				fin = a.Fin
			}
			continue
		}
		trouve = true
		switch {
		case dernier == a.Debut:
			a.DernierJourTravaille = dernier
		case dernier > a.Debut:
			p.s.Discordances = append(p.s.Discordances, Discordance{Arret: i, SIRET: p.s.Lignes[n].SIRET, DernierJour: dernier, Source: f.Source})
		}
	}
	if !trouve && autre != nil && fin > dernier {
		trouve = true
		p.quitterAussi(n, autre, v.P(dernier+1, fin), f)
	}
	if !trouve && f.Signalement != nil && fin > dernier {
		sinistre := ""
		if k := p.sinistreDe(f); k >= 0 {
			sinistre = p.s.Cas.Sinistres[k].ID
		}
		p.s.Signales = append(p.s.Signales, ArretSignale{
			Ligne: p.s.Lignes[n].Cle, SIRET: p.s.Lignes[n].SIRET, Risque: risque, Sinistre: sinistre, DernierJour: dernier, Fin: fin,
			ConnuLe: f.ConnuLe, Source: f.Source,
		})
	}
}

// attester finds the leave whose days follow from an event and that an employer
// speaks of: it is taken, from the day after the last one worked. It reports
// whether there is one.
func (p *pli) attester(dernier v.Jour, risque droit.Risque) bool {
	trouve := false
	for i := range p.s.Cas.Arrets {
		a := &p.s.Cas.Arrets[i]
		if a.Debut != 0 || a.Risque != risque || ecart(dernier, p.evenementDe(a)) > ecartConge {
			continue
		}
		trouve = true
		a.DernierJourTravaille = max(a.DernierJourTravaille, dernier)
		p.s.Presumes = slices.DeleteFunc(p.s.Presumes, func(c CongePresume) bool { return c.Arret == i })
	}
	return trouve
}

// evenementDe is the day of the birth, adoption or death of a leave.
func (p *pli) evenementDe(a *droit.Arret) v.Jour {
	c := &p.s.Cas
	for i := range c.Naissances {
		if n := &c.Naissances[i]; n.ID == a.Naissance {
			return cmp.Or(n.AccouchementLe, n.PrevueLe)
		}
	}
	for i := range c.Adoptions {
		if c.Adoptions[i].ID == a.Adoption {
			return c.Adoptions[i].ArriveeLe
		}
	}
	for i := range c.Deces {
		if c.Deces[i].ID == a.Deces {
			return c.Deces[i].Le
		}
	}
	return 0
}

// parleDe reports whether an employer who states a last day worked, and maybe
// the last day foreseen, speaks of that prescription.
func parleDe(a *droit.Arret, dernier, fin v.Jour) bool {
	switch {
	case dernier > a.Fin || dernier+ecartMatch < a.Debut:
		return false
	case fin != 0 && fin < a.Debut:
		return false // another stop, over before this one
	}
	return a.Nature != droit.Prolongation || dernier >= a.Debut
}

// risquesMotif gives the risk of each motive of an arrêt in the DSN
// (S21.G00.60.001).
var risquesMotif = map[string]droit.Risque{
	"01": droit.Maladie, "02": droit.Maternite, "03": droit.Paternite, "04": droit.AccidentTrajet,
	"05": droit.MaladiePro, "06": droit.AccidentTravail, "07": droit.GarantieGrossesse, "09": droit.AdoptionConge,
	"15": droit.Maladie, "16": droit.AccidentTravail, "17": droit.AccidentTrajet, "18": droit.MaladiePro,
	"19": droit.DeuilEnfant, "20": droit.NaissanceConge,
}

func risqueMotif(motif string) droit.Risque { return risquesMotif[motif] }
