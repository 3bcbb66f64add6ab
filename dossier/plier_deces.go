package dossier

import (
	"accord/droit"
	v "accord/valeur"
)

// mourir gives the case the death of the insured, as whoever is believed first
// dates it. The days after it are not owed; that day is (reading U-26). What is
// owed up to it goes to the estate.
func (p *pli) mourir(faits []*Fait) {
	var g grappe
	for _, f := range faits {
		if f.Evenement.DeLAssure() {
			g = append(g, f)
		}
	}
	if len(g) == 0 {
		return
	}
	le := func(f *Fait) v.Jour { return f.Evenement.Deces.Le }
	p.s.Cas.Assure.DecesLe = premierConnu(g.parFoi(), le)
	p.s.DecesConnuLe = g.connueLe().ConnuLe
	p.s.Avis = append(p.s.Avis, droit.Avis{Code: "DECES_ASSURE", Phrase: "L'assuré est décédé le " + p.s.Cas.Assure.DecesLe.EnLettres() +
		" : ce jour est dû (aucun texte ne le dit expressément ; l'incapacité existait), les suivants ne le sont pas, et ce qui reste dû revient à la succession."})
	p.contredire(g, "DATE_DECES_CONTRADICTOIRE", "le décès de l'assuré", le)
}

// CompteAssure returns the account on which what is owed to the insured is paid:
// his own or, once he died, that of his estate. Nil when nobody gave it.
func (s *Situation) CompteAssure() (*RIB, Source) {
	if s.Cas.Assure.DecesLe != 0 {
		return s.RIBSuccession, s.SourceSuccession
	}
	return s.RIB, s.SourceRIB
}

// Heritiers is the actor who answers for an insured who died: his heirs, or the
// notaire who settles the estate.
const Heritiers = "heritiers"

// adresserAuxHeritiers asks the heirs what the insured cannot answer any more.
func (s *Situation) adresserAuxHeritiers(qs []Question) {
	if s.Cas.Assure.DecesLe == 0 {
		return
	}
	for i := range qs {
		q := &qs[i]
		q.ADefaut, q.SansAssure = "", true
		if q.AupresDe == "assure" {
			q.AupresDe = Heritiers
			q.Phrase = "La caisse le demandait à l'assuré, décédé depuis. " + q.Phrase
		}
	}
}
