package bilan

import (
	"fmt"

	"accord/app"
	"accord/libelle"
	v "accord/valeur"
)

// retards says who is not paid, for how long and why: the tail, not the average.
func (b *texte) retards(e *app.Etat) {
	if len(e.Impayes) > 0 {
		b.titre("Jours échus impayés, par prestation et destinataire")
		for i := range e.Impayes {
			b.impayes(&e.Impayes[i])
		}
		b.titre("Pourquoi")
		for _, c := range e.Causes {
			b.ligne(majuscule(libelle.Cause(c.Code)), nombres(c.Jours, c.Personnes, c.Brut))
		}
	}
	b.titre("Retards")
	b.ancien(&e.Ancien)
	if e.Ages.Max > 0 {
		b.ligne("Âge par personne", fmt.Sprintf("p50 %s, p99 %s", libelle.Jours(e.Ages.P50), libelle.Jours(e.Ages.P99)))
	}
	for i, n := range e.Ages.Retards {
		b.ligne(fmt.Sprintf("Personnes à plus de %d jours", app.SeuilsRetard[i]), libelle.Nombre(n))
	}
}

func (b *texte) impayes(x *app.Impayes) {
	quoi := majuscule(libelle.Risque(x.Risque))
	if x.Employeur {
		quoi += ", à l'employeur"
	}
	b.ligne(quoi, nombres(x.Jours, x.Personnes, x.Brut))
	b.ligne("  âge du plus ancien", fmt.Sprintf("p50 %s, p99 %s, le plus vieux %s ; plus de %d, %d, %d jours : %s, %s, %s", libelle.Jours(x.P50), libelle.Jours(x.P99), libelle.Jours(x.Max),
		app.SeuilsRetard[0], app.SeuilsRetard[1], app.SeuilsRetard[2], libelle.Nombre(x.Ages.Retards[0]), libelle.Nombre(x.Ages.Retards[1]), libelle.Nombre(x.Ages.Retards[2])))
}

// nombres says days, people, and the part that is certain.
func nombres(jours, personnes int, brut v.Centimes) string {
	s := libelle.Jours(jours) + ", " + libelle.Compte(personnes, "personne", "personnes")
	if brut > 0 {
		s += ", dont " + brut.Euros() + " certains"
	}
	return s
}

// prejudice says the harm of all, and the dossiers where it is greatest.
func (b *texte) prejudice(e *app.Etat) {
	b.titre("Préjudice (euros × jours depuis chaque jour impayé)")
	b.ligne("Dû ou certain", libelle.Nombre(int(e.Certain/100)))
	b.ligne("Avec les jours attendus", libelle.Nombre(int(e.Prejudice/100)))
	for i := range e.Tete {
		t := &e.Tete[i]
		quoi := libelle.Nombre(int(t.Prejudice / 100))
		if t.Priorite.Rang(100) > 100 {
			quoi += ", situation urgente signalée"
		}
		if t.Depuis != 0 {
			quoi += " ; " + libelle.Jours(t.Jours) + " depuis le " + t.Depuis.EnLettres()
		}
		if t.Brut > 0 {
			quoi += ", dont " + t.Brut.Euros() + " certains"
		}
		b.ligne(fmt.Sprintf("%d. %s", i+1, t.Dossier), quoi)
		b.ligne("   attendu", attenduDe(t.Acteur, t.Nom))
		b.ligne("   pourquoi", t.Phrase)
	}
}

// mains says what people had to do.
func (b *texte) mains(e *app.Etat) {
	m := &e.Mains
	b.titre("Automatisme et mains (signature et visa des paiements non comptés)")
	part := ""
	if e.Dossiers > 0 {
		part = fmt.Sprintf(" sur %s (%d %%)", libelle.Nombre(e.Dossiers), 100*m.Seuls/e.Dossiers)
	}
	b.ligne("Dossiers sans aucune main", libelle.Nombre(m.Seuls)+part)
	b.ligne("Actes et décisions d'agents", fmt.Sprintf("%s ; par dossier : p50 %s, p99 %s, au plus %s", libelle.Nombre(m.Actes), libelle.Nombre(m.P50), libelle.Nombre(m.P99), libelle.Nombre(m.Max)))
	for _, r := range m.Raisons {
		b.ligne("  "+libelle.Cause(r.Code), libelle.Compte(r.Dossiers, "dossier", "dossiers"))
	}
}
