package piece

import (
	"accord/app"
	"accord/dossier"
	"accord/droit"
	"accord/format/dsn"
)

// evenements gives the facts of a signal (nature 04 or 05): one for each
// arrêt de travail of each contract.
func (r *lectureDSN) evenements(i *dsn.Individu) (faits []dossier.Fait) {
	for k := range i.Contrats {
		c := &i.Contrats[k]
		for j := range c.Arrets {
			a := &c.Arrets[j]
			switch {
			case a.Motif == dsn.MotifAnnulation && r.d.IdentifiantMetier != "":
				faits = append(faits, r.annulation(a))
			case a.Motif == dsn.MotifAnnulation:
				r.signaler(a.Premiere, rubriqueMotifArret, string(a.Motif), "l'identifiant métier de l'arrêt, S20.G00.05.009",
					"arrêt annulé sans identifiant métier : on ne sait pas lequel, rien n'est annulé")
			case r.d.Nature == dsn.NatureArret:
				faits = append(faits, r.signalement(i, c, a))
			case a.Reprise != 0:
				faits = append(faits, r.repriseTravail(i, c, a))
			}
		}
	}
	if len(faits) == 0 {
		r.noter(app.Anomalie{Ligne: i.Premiere, Rubrique: "S21.G00.60", Trouve: "rien d'utilisable", Attendu: "un arrêt de travail",
			Phrase: phraseDSN(i.Premiere, "S21.G00.60", "le signalement ne dit rien d'utilisable sur l'arrêt de cette personne"), Gravite: app.Ecartee})
	}
	return faits
}

// annulation voids what was said before of the same event.
func (r *lectureDSN) annulation(a *dsn.Arret) dossier.Fait {
	f := r.fait(dossier.GenreAnnulation, a.Lignes)
	f.Annulation = &dossier.Annulation{Employeur: r.qui.SIRET, Nature: genresDSN[r.d.Nature],
		Identifiant: r.d.IdentifiantMetier, Ordre: r.d.NumeroOrdre}
	return f
}

func (r *lectureDSN) signalement(i *dsn.Individu, c *dsn.Contrat, a *dsn.Arret) dossier.Fait {
	f := r.fait(dossier.GenreSignalement, a.Lignes)
	f.Signalement = &dossier.Signalement{
		Identite: identite(i), Employeur: r.qui, Contrat: c.Numero, DebutContrat: c.Debut,
		Identifiant: r.d.IdentifiantMetier, Ordre: r.d.NumeroOrdre, Motif: string(a.Motif),
		DernierJour: a.DernierJourTravaille, FinPrevue: a.FinPrevue, AccidentLe: a.DateAccident,
		Subrogation: r.subrogation(a),
	}
	if a.Reprise != 0 {
		reprise := r.reprise(a)
		f.Signalement.Reprise = &reprise
	}
	return f
}

// subrogation takes the word of the employer (S21.G00.60.004) and nothing
// else: an account alone is no claim.
func (r *lectureDSN) subrogation(a *dsn.Arret) *dossier.SubrogationDeclaree {
	if !a.Subrogation.Ou(false) {
		if !a.IBAN.IsZero() {
			r.signaler(a.Premiere, "S21.G00.60.004", "un compte sans subrogation", "01, ou pas de compte",
				"un compte d'employeur est donné sans demande de subrogation, aucune n'est retenue")
		}
		return nil
	}
	return &dossier.SubrogationDeclaree{Periode: a.PeriodeSubrogation, IBAN: a.IBAN, BIC: a.BIC, SIRET: a.SIRETCentralisateur}
}

func (r *lectureDSN) repriseTravail(i *dsn.Individu, c *dsn.Contrat, a *dsn.Arret) dossier.Fait {
	f := r.fait(dossier.GenreReprise, a.Lignes)
	f.Reprise = &dossier.Reprise{
		Identite: identite(i), Employeur: r.qui, Contrat: c.Numero, Identifiant: r.d.IdentifiantMetier, Ordre: r.d.NumeroOrdre,
		DernierJour: a.DernierJourTravaille, Reprise: r.reprise(a),
	}
	return f
}

func (r *lectureDSN) reprise(a *dsn.Arret) droit.Reprise {
	motif, _ := correspond(rubriqueMotifReprise, string(a.MotifReprise))
	return droit.Reprise{Le: a.Reprise, Motif: droit.MotifReprise(motif)}
}
