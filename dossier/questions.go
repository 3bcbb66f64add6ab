package dossier

import (
	"cmp"
	"strings"

	"accord/droit"
	v "accord/valeur"
)

// demandes says, for each nature of need, under which code it is asked and how:
// %s is the time that it is about.
var demandes = map[droit.NatureBesoin]struct{ code, phrase string }{
	droit.BesoinHeures:         {QuestionHeures, "Il manque les heures de travail %s : à déclarer par DSN mensuelle ou par attestation de salaire."},
	droit.BesoinPerteTPT:       {QuestionPerte, "Il manque la perte de salaire due au temps partiel thérapeutique %s : à attester par l'employeur à la fin de chaque mois."},
	droit.BesoinRevenu:         {QuestionRevenu, "Il manque le revenu d'activité de l'année %s : celui qui a servi au calcul des cotisations."},
	droit.BesoinSalaireMinimum: {QuestionMinimum, "Il manque le salaire minimum de la catégorie du salarié mineur (mois %s) : à indiquer par l'employeur."},
	droit.BesoinMaintien:       {QuestionMaintien, "Il manque le salaire maintenu %s : il décide si l'indemnité est versée à l'employeur."},
}

// questionBesoins asks for what one line is missing of one nature, for one
// chain.
func questionBesoins(cas *droit.Cas, besoins []droit.Besoin) Question {
	q := questionSalaires(cas, besoins)
	d, autre := demandes[besoins[0].Nature]
	if !autre {
		return q
	}
	q.Code = d.code
	if besoins[0].Nature != droit.BesoinHeures {
		q.ADefaut = "" // no payslip says it
	}
	temps := enumererMois(besoins)
	if besoins[0].Nature == droit.BesoinRevenu {
		q.AupresDe = "assure"
		annees := make([]string, len(besoins))
		for i, b := range besoins {
			annees[i] = b.Periode.Du.String()[:4]
		}
		if temps = annees[0]; len(annees) > 1 {
			d.phrase = "Il manque les revenus d'activité des années %s : ceux qui ont servi au calcul des cotisations."
			temps = strings.Join(annees[:len(annees)-1], ", ") + " et " + annees[len(annees)-1]
		}
	}
	q.Phrase = strings.Replace(d.phrase, "%s", temps, 1)
	return q
}

// questionSalaires asks an employer for the pays of one chain; when nobody
// knows the employer, it asks the insured who he is.
func questionSalaires(cas *droit.Cas, besoins []droit.Besoin) Question {
	a := &cas.Activites[besoins[0].Activite]
	q := Question{Code: QuestionSalaire, AupresDe: "employeur:" + string(a.Employeur), Ligne: a.ID, Pour: besoins[0].Pour, Objet: besoins[0].Periode.Du.String()[:7], pasAvant: besoins[0].Periode.Au + 1}
	for _, b := range besoins[1:] {
		q.pasAvant = min(q.pasAvant, b.Periode.Au+1)
		q.Pour = v.P(min(q.Pour.Du, b.Pour.Du), max(q.Pour.Au, b.Pour.Au))
		q.Objet += "," + b.Periode.Du.String()[:7]
	}
	if a.Employeur.IsZero() {
		q.Code, q.AupresDe = QuestionEmployeur, "assure"
		q.Phrase = phraseEmployeur
		return q
	}
	q.ADefaut = "À défaut, l'assuré peut envoyer ses bulletins de paie : ils suffisent à calculer l'indemnité, et ce que l'employeur déclare ensuite les remplace."
	q.Phrase = "Il manque " + accord(len(besoins), "le salaire", "les salaires") + " " + enumererMois(besoins) +
		" : à déclarer par DSN mensuelle ou par attestation de salaire (salaire brut soumis à cotisations et heures de travail)."
	return q
}

// enumererMois says «de mars, avril et mai 2026».
func enumererMois(besoins []droit.Besoin) string {
	noms := make([]string, len(besoins))
	for i, b := range besoins {
		noms[i] = b.Periode.Du.MoisEnLettres()
		switch {
		case b.Periode.Jours() == 1:
			noms[i] = "la journée du " + b.Periode.Du.EnLettres()
		case b.Periode.Du != b.Periode.Du.DebutMois() || b.Periode.Au != b.Periode.Du.FinMois():
			noms[i] = "la période " + b.Periode.EnLettres()
		}
	}
	prefixe := "de "
	if strings.HasPrefix(noms[0], "avril") || strings.HasPrefix(noms[0], "août") || strings.HasPrefix(noms[0], "octobre") {
		prefixe = "d'"
	}
	if len(noms) == 1 {
		return prefixe + noms[0]
	}
	return prefixe + strings.Join(noms[:len(noms)-1], ", ") + " et " + noms[len(noms)-1]
}

func accord(n int, un, plusieurs string) string {
	if n == 1 {
		return un
	}
	return plusieurs
}

// piecesAttendues says which piece opens each leave, or accident, that an
// employer declared: a leave is not prescribed.
var piecesAttendues = map[droit.Risque]struct{ code, quoi, piece string }{
	droit.Maternite:       {QuestionGrossesse, "un congé de maternité", "la déclaration de grossesse"},
	droit.Paternite:       {QuestionNaissance, "un congé de paternité", "l'acte de naissance de l'enfant et la demande de congé"},
	droit.NaissanceConge:  {QuestionNaissance, "un congé supplémentaire de naissance", "l'acte de naissance de l'enfant et la demande de congé"},
	droit.AdoptionConge:   {QuestionDemandeConge, "un congé d'adoption", "l'attestation de l'organisme qui a confié l'enfant et la demande de congé"},
	droit.DeuilEnfant:     {QuestionDemandeConge, "un congé de deuil", "l'acte de décès et la demande de congé"},
	droit.AccidentTravail: {QuestionCertificat, "un arrêt après un accident du travail", "le certificat médical"},
	droit.AccidentTrajet:  {QuestionCertificat, "un arrêt après un accident de trajet", "le certificat médical"},
	droit.MaladiePro:      {QuestionCertificat, "un arrêt pour maladie professionnelle", "le certificat médical"},
}

// questionAvisArret asks the insured for the prescription of an arrêt that the
// employer declared.
func questionAvisArret(s *Situation, a *ArretSignale) Question {
	if a.SansDate {
		return questionSansDate(a)
	}
	nom := nomEmployeur(s, a.SIRET)
	if d, autre := piecesAttendues[a.Risque]; autre {
		return Question{
			Code: d.code, AupresDe: "assure", Ligne: a.Ligne, Objet: a.DernierJour.String(), Pour: v.P(a.DernierJour+1, a.Fin), Depuis: a.ConnuLe,
			Phrase: "L'employeur " + nom + " a déclaré " + d.quoi + " " + v.P(a.DernierJour+1, a.Fin).EnLettres() + ", mais il manque à la caisse " + d.piece + ".",
		}
	}
	return Question{
		Code: QuestionAvisArret, AupresDe: "assure", Ligne: a.Ligne, Objet: a.DernierJour.String(), Pour: v.P(a.DernierJour+1, a.Fin), Depuis: a.ConnuLe,
		Phrase: "L'employeur " + nom + " a déclaré un arrêt " + v.P(a.DernierJour+1, a.Fin).EnLettres() + ", mais la caisse n'a pas reçu l'avis d'arrêt de travail.",
	}
}

// questionSansDate asks the insured when a leave is to be, or was.
func questionSansDate(a *ArretSignale) Question {
	d, connue := piecesAttendues[a.Risque]
	if !connue {
		d.code, d.quoi, d.piece = QuestionDemandeConge, "un congé", "la pièce qui l'ouvre"
	}
	return Question{
		Code: d.code, AupresDe: "assure", Objet: string(a.Risque) + "-" + a.Fin.String(), Pour: v.P(a.Fin, a.Fin), Depuis: a.ConnuLe,
		Phrase: "L'assuré a demandé " + d.quoi + " le " + a.Fin.EnLettres() + " sans en dire les jours ; il manque à la caisse ces jours, ou " + d.piece + ".",
	}
}

// questionDates asks an employer about the two dates that do not match.
func questionDates(s *Situation, d *Discordance) Question {
	a := &s.Cas.Arrets[d.Arret]
	return Question{
		Code: QuestionDates, AupresDe: "employeur:" + string(d.SIRET), Objet: a.Debut.String() + "," + d.DernierJour.String(),
		Pour: a.Periode(), // the carence moves with the first day not worked
		Phrase: "L'arrêt est prescrit à partir du " + a.Debut.EnLettres() + ", et le dernier jour travaillé déclaré est le " + d.DernierJour.EnLettres() +
			" : le salarié a-t-il travaillé entre ces deux dates ?",
	}
}

func nomEmployeur(s *Situation, siret v.SIRET) string {
	for i := range s.Lignes {
		if s.Lignes[i].SIRET == siret {
			return nomOuSIRET(s.Lignes[i].Nom, siret)
		}
	}
	return string(siret)
}

// questionsAvisMedical asks the contrôle médical about the arrêts that follow a
// suspension: without its opinion they are not paid (L.323-7, D.323-4).
func questionsAvisMedical(manques []droit.Manque) (qs []Question) {
	for i := range manques {
		if m := &manques[i]; m.Code == QuestionAvisMedical {
			qs = append(qs, Question{Code: m.Code, AupresDe: "medecin_conseil", Objet: m.Pour.Du.String(), Pour: m.Pour,
				Phrase: "L'arrêt prescrit " + m.Pour.EnLettres() + " suit de peu une suspension : il ne peut être payé qu'après un avis favorable du contrôle médical (L.323-7, D.323-4)."})
		}
	}
	return qs
}

// manque gives the question its public form.
func (q *Question) manque() droit.Manque {
	return droit.Manque{Code: q.Code, AupresDe: q.AupresDe, Pour: q.Pour, Phrase: q.Phrase}
}

// attendreDepuis dates a question from the first reception of the arrêts that
// it concerns, prescribed or only declared by an employer, and not before someone could answer: a leave is asked for months
// ahead, and the pays before it are not made yet.
func (s *Situation) attendreDepuis(q *Question) {
	if q.Depuis != 0 {
		return
	}
	for i := range s.Origines {
		if !s.Cas.Arrets[i].Periode().Inter(q.Pour).IsZero() {
			q.Depuis = premierJour(q.Depuis, s.Origines[i].ConnuLe)
		}
	}
	for i := range s.Signales {
		if sig := &s.Signales[i]; !v.P(sig.DernierJour+1, sig.Fin).Inter(q.Pour).IsZero() {
			q.Depuis = premierJour(q.Depuis, sig.ConnuLe)
		}
	}
	q.Depuis = max(cmp.Or(q.Depuis, q.Pour.Du), q.pasAvant)
}

const phraseEmployeur = "L'employeur au moment de l'arrêt n'est pas connu de la caisse : il manque son nom et son adresse, ou son numéro SIRET, qui figure sur le bulletin de paie."

// demanderActivites asks what work each arrêt stops when the case says nothing
// of any: without a line there is no day, and the arrêt would vanish. A list of
// activities that is known to be empty is another thing: there is none.
func demanderActivites(cas *droit.Cas, r *droit.Resultat) {
	if cas.Activites != nil {
		return
	}
	for i := range cas.Arrets {
		r.Manquer(droit.Manque{Code: QuestionEmployeur, AupresDe: "assure", Pour: cas.Arrets[i].Periode(), Phrase: phraseEmployeur})
	}
}
