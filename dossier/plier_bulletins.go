package dossier

import (
	"cmp"
	"slices"
	"strings"

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
			lus[n] = append(lus[n], paye)
		}
	}
}

// proposerBulletins tells the insured, beside each wage that an employer is
// asked for, that a payslip will do. It leaves later than the other question:
// the employer answers first (CRPA L.113-12).
func (s *Situation) proposerBulletins(qs []Question) (bulletins []Question) {
	for i := range qs {
		q := &qs[i]
		if q.Code != QuestionSalaire {
			continue
		}
		a := &s.Cas.Activites[s.Index(q.Ligne)]
		quoi, bulletin := accord(strings.Count(q.Objet, ",")+1, "le salaire ", "les salaires "), accord(strings.Count(q.Objet, ",")+1, "votre bulletin de paie", "vos bulletins de paie")
		bulletins = append(bulletins, Question{
			Code: QuestionBulletin, AupresDe: "assure", Ligne: q.Ligne, Objet: q.Objet, Pour: q.Pour, Depuis: q.Depuis + 1,
			Phrase: "Votre employeur " + nomEmployeur(s, a.Employeur) + " n'a pas encore déclaré " + quoi + q.mois + ". Vous pouvez envoyer " + bulletin + " : " +
				"à défaut d'attestation, cela suffit à calculer vos indemnités, et la différence vous sera versée si l'employeur déclare davantage.",
		})
	}
	return bulletins
}
