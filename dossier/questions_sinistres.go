package dossier

import (
	"cmp"
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// questionsSinistre asks for the pieces that open the time to decide (R.441-7,
// R.461-9), then for the decision, then for the date of the end.
func (s *Situation) questionsSinistre(i int, jours []droit.JourCalcule) (qs []Question) {
	x := &s.Cas.Sinistres[i]
	e := s.Evenements[x.ID]
	pour := s.etendue(jours, func(a *droit.Arret) bool { return a.Sinistre == x.ID })
	if d := cmp.Or(x.AccidentLe, x.ConstatationLe); pour.IsZero() {
		pour = v.P(d, d)
	}
	poser := func(code, aupres, phrase string, depuis v.Jour) {
		qs = append(qs, Question{Code: code, AupresDe: aupres, Objet: x.ID, Pour: pour, Depuis: depuis, Phrase: phrase})
	}
	decide := s.decisionSur(x.ID, droit.Reconnaissance, droit.RefusReconnaissance)
	nom := nomSinistre(x)
	if !decide {
		switch {
		case !e.Declare && x.Risque == droit.MaladiePro:
			poser(QuestionDeclarationMP, "assure", "La caisse a reçu un certificat médical pour "+nom+
				", mais pas la déclaration de maladie professionnelle.", e.ConnuLe)
		case !e.Declare:
			poser(QuestionAccident, s.employeurDe(x), "La caisse n'a pas reçu la déclaration de "+nom+".", e.ConnuLe)
		}
		if !e.Certifie && !slices.ContainsFunc(s.Signales, func(a ArretSignale) bool { return a.Sinistre == x.ID }) { // else asked with the stop
			poser(QuestionCertificat, "assure", "Il manque le certificat médical initial pour "+nom+".", e.ConnuLe)
		}
		if e.Declare && e.Certifie {
			code := QuestionReconnaissanceAT
			if x.Risque == droit.MaladiePro {
				code = QuestionReconnaissanceMP
			}
			poser(code, "caisse", "La caisse doit décider si "+nom+" est d'origine professionnelle : sans décision à l'échéance, cette origine est reconnue.", s.completLe(x.ID, e.CompletLe))
		}
	}
	if e.FinProposee != 0 && !s.decisionSur(x.ID, droit.Consolidation, droit.Guerison) {
		poser(QuestionConsolidation, "caisse", "Le certificat médical final pour "+nom+" propose la date du "+e.FinProposee.EnLettres()+
			" : la caisse doit fixer la date après l'avis du contrôle médical, et la notifier.", e.FinConnueLe)
	}
	return qs
}

// nomSinistre names an accident or a disease by its date.
func nomSinistre(x *droit.Sinistre) string {
	switch {
	case x.AccidentLe != 0:
		return "l'accident du " + x.AccidentLe.EnLettres()
	case x.ConstatationLe != 0:
		return "la maladie constatée le " + x.ConstatationLe.EnLettres()
	case x.Risque == droit.MaladiePro:
		return "la maladie"
	}
	return "l'accident"
}

// employeurDe names who declares an accident: the employer of the victim, else
// the victim (R.441-3, L.441-2).
func (s *Situation) employeurDe(x *droit.Sinistre) string {
	if x.Employeur != "" {
		return "employeur:" + string(x.Employeur)
	}
	seul := v.SIRET("")
	for i := range s.Lignes {
		if e := s.Lignes[i].SIRET; e != "" {
			if seul != "" && seul != e {
				return "assure"
			}
			seul = e
		}
	}
	if seul == "" {
		return "assure"
	}
	return "employeur:" + string(seul)
}

// decisionSur reports whether one of these decisions was taken on a sinistre.
func (s *Situation) decisionSur(sinistre string, natures ...droit.NatureDecision) bool {
	return slices.ContainsFunc(s.Cas.Decisions, func(d droit.Decision) bool { return d.Sinistre == sinistre && slices.Contains(natures, d.Nature) })
}

// completLe is the day from which the time to decide runs: the one that the
// caisse stated, else the one on which the last of both pieces came.
func (s *Situation) completLe(sinistre string, pieces v.Jour) v.Jour {
	for i := range s.Instruction {
		if e := &s.Instruction[i]; e.Sinistre == sinistre && e.Nature == EtapeComplet {
			return e.Le
		}
	}
	return pieces
}
