package dossier

import (
	"cmp"
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// contratsBulletins adds the employers of payslips. One that names no contract
// speaks of the only contract of its employer, whoever declared it.
func (p *pli) contratsBulletins(faits []*Fait, anciens numeros) {
	for _, f := range faits {
		b := f.Bulletin
		if b == nil {
			continue
		}
		if p.attestes[f] = anciens.premier(b.Employeur.SIRET, b.Contrat); b.Contrat == "" {
			p.attestes[f] = p.seulContrat(b.Employeur.SIRET)
		}
	}
	for _, f := range faits {
		if b := f.Bulletin; b != nil {
			a := p.ligne(b.Employeur, p.attestes[f])
			a.Debut = premierJour(a.Debut, b.DebutContrat)
			a.Contrat = cmp.Or(a.Contrat, b.Nature)
		}
	}
}

// bulletins adds payslips to the pays of each line, where the employer said
// nothing of the days. One that speaks of the same period as him is compared,
// and left out; one that overlaps his pays would count days twice.
func (p *pli) bulletins(faits []*Fait, lus [][]payeLue) {
	for _, f := range faits {
		b := f.Bulletin
		if b == nil {
			continue
		}
		n := p.ligneDe(f, b.Contrat)
		paye := payeLue{droit.Salaire{Periode: b.Periode, Brut: v.Connu(b.Brut), Heures: b.Heures, VerseLe: b.VerseLe}, f}
		recouvre := func(x payeLue) bool { return !x.Periode.Inter(b.Periode).IsZero() }
		switch i := slices.IndexFunc(lus[n], recouvre); {
		case i < 0:
			a := &p.s.Cas.Activites[n]
			a.Absences = append(a.Absences, b.Absences...)
			lus[n] = append(lus[n], paye)
		case slices.ContainsFunc(lus[n], func(x payeLue) bool { return x.Periode == b.Periode }):
			completerHeures(lus[n], b)
			lus[n] = append(lus[n], paye)
		}
	}
}

// completerHeures gives the only pay of a period the hours that the employer did
// not say.
func completerHeures(lues []payeLue, b *Bulletin) {
	seule := -1
	for i := range lues {
		if lues[i].Periode != b.Periode {
			continue
		}
		if seule >= 0 || lues[i].Heures.EstConnu() {
			return
		}
		seule = i
	}
	lues[seule].Heures = b.Heures
}
