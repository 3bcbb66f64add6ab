package dossier

import (
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
		p.s.Cas.Arrets = append(p.s.Cas.Arrets, arret)
		p.s.Origines = append(p.s.Origines, Origine{Source: f.Source, ConnuLe: f.ConnuLe})
	}
}

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
			p.subrogation(n, s.Subrogation, droit.MaintienTotal)
			p.reprise(n, s.Reprise)
			p.dernierJour(n, s.DernierJour, s.FinPrevue, risqueMotif(s.Motif), f)
		case f.Attestation != nil:
			t := f.Attestation
			n := p.ligneDe(f, "")
			maintien := droit.MaintienPartiel
			if t.MaintienTotal {
				maintien = droit.MaintienTotal
			}
			p.subrogation(n, t.Subrogation, maintien)
			p.reprise(n, t.Reprise)
			p.dernierJour(n, t.DernierJour, 0, t.Risque, f)
		case f.Reprise != nil:
			if n := p.ligneDe(f, f.Reprise.Contrat); n >= 0 {
				p.reprise(n, &f.Reprise.Reprise)
			}
		}
	}
}

func (p *pli) subrogation(n int, s *SubrogationDeclaree, m droit.Maintien) {
	if s == nil {
		return
	}
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
	trouve := false
	for i := range p.s.Cas.Arrets {
		a := &p.s.Cas.Arrets[i]
		if !parleDe(a, dernier, fin) {
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
	if !trouve && f.Signalement != nil && fin > dernier {
		p.s.Signales = append(p.s.Signales, ArretSignale{
			Ligne: p.s.Lignes[n].Cle, SIRET: p.s.Lignes[n].SIRET, Risque: risque, DernierJour: dernier, Fin: fin,
			ConnuLe: f.ConnuLe, Source: f.Source,
		})
	}
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
