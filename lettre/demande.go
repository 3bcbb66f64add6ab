package lettre

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"accord/dossier"
	"accord/droit"
	"accord/suivi"
	v "accord/valeur"
)

// objets gives the subject of the letter that asks each question.
var objets = map[string]string{
	dossier.QuestionSalaire:   "Il nous manque un salaire",
	dossier.QuestionAvisArret: "Il nous manque l'avis d'arrêt de travail",
	dossier.QuestionDates:     "Deux dates ne concordent pas",
	dossier.QuestionEmployeur: "Il nous manque le nom de votre employeur",
	dossier.QuestionCompte:    "Il nous manque des coordonnées bancaires",
	dossier.QuestionHeures:    "Il nous manque des heures de travail",
	dossier.QuestionPerte:     "Il nous manque une perte de salaire",
	dossier.QuestionRevenu:    "Il nous manque un revenu",
	dossier.QuestionMaintien:  "Il nous manque le salaire maintenu",

	dossier.QuestionSuccession: "Une somme est due à la succession",

	dossier.QuestionGrossesse:     "Il nous manque la déclaration de grossesse",
	dossier.QuestionNaissance:     "Il nous manque l'acte de naissance",
	dossier.QuestionRang:          "Combien d'enfants avez-vous à charge ?",
	dossier.QuestionConge:         "Le congé de maternité a-t-il commencé ?",
	dossier.QuestionDemandeConge:  "Il nous manque une pièce pour ce congé",
	dossier.QuestionAccident:      "Il nous manque la déclaration d'accident",
	dossier.QuestionCertificat:    "Il nous manque le certificat médical",
	dossier.QuestionDeclarationMP: "Il nous manque votre déclaration de maladie professionnelle",
	dossier.QuestionAvisMedical:   "Un avis du contrôle médical est attendu",
	dossier.QuestionMinimum:       "Il nous manque le salaire minimum de la catégorie de votre salarié mineur",
}

// rubriques says to an employer where, in what he sends, each answer is written.
var rubriques = map[string]string{
	dossier.QuestionSalaire:  "dans la DSN mensuelle du mois, blocs S21.G00.51 (rémunération) et S21.G00.53 (activité) ; ou dans une attestation de salaire, cadre « salaires de référence »",
	dossier.QuestionHeures:   "dans la DSN mensuelle du mois, bloc S21.G00.53 (activité) ; ou dans une attestation de salaire",
	dossier.QuestionPerte:    "dans la DSN mensuelle du mois, bloc S21.G00.66 (temps partiel thérapeutique) ; ou dans une attestation de salaire",
	dossier.QuestionDates:    "dans un signalement d'arrêt de travail, rubrique S21.G00.60.002 (dernier jour travaillé)",
	dossier.QuestionConge:    "dans un signalement d'arrêt de travail, rubrique S21.G00.60.002 (dernier jour travaillé) ; ou dans une attestation de salaire",
	dossier.QuestionAccident: "dans la déclaration d'accident du travail, sur net-entreprises.fr (cerfa 14463)",
}

// Demande is a letter of the ladder of a question: it asks, recalls, summons, or
// tells the insured that someone else does not answer.
type Demande struct {
	Question       *dossier.Question
	Rappel         suivi.Rappel
	Suite          *suivi.Rappel // what comes next without an answer
	Nom            string        // of the insured: an employer is told whom it is about
	Employeur      string        // his name, when he is the one asked
	Caisse         string
	Le             v.Jour
	Calendrier     droit.Calendrier
	Deja           []v.Jour   // days of the letters before
	Rouverte       bool       // it had been answered, and the answer holds no more
	Jours, Ecoules int        // days that hang on the answer, and those of them that are over
	Certain        v.Centimes // of those days, what is paid on account
	Subroge        v.Centimes // and what an employer is paid with the rest: nothing is paid to him on account
}

// Rediger writes the letter. It never asks for what the caisse already holds
// (CRPA L.113-12), and says what hangs on the answer, by when, and what happens
// meanwhile and without it.
func (d *Demande) Rediger() (objet, corps string) {
	q := d.Question
	objet, ok := objets[q.Code]
	if !ok {
		objet = "Il nous manque une information"
	}
	switch d.Rappel.Nature {
	case suivi.RappelRappel:
		objet = "Rappel : " + minuscule(objet)
	case suivi.RappelDemeure:
		objet = "Mise en demeure : " + minuscule(objet)
	case suivi.RappelInformation:
		return "Votre employeur ne nous a pas encore répondu", d.informer()
	}
	var b strings.Builder
	b.WriteString("Bonjour,\n\n" + concerne(q.AupresDe, d.Nom) + q.Phrase + "\n")
	if g := Geste(q); g != "" {
		b.WriteString(g + "\n")
	}
	if r := rubriques[q.Code]; r != "" && q.AupresDe != "assure" {
		b.WriteString("Où l'écrire : " + r + ".\n")
	}
	b.WriteString("\n")
	if d.Rouverte {
		b.WriteString("Cette question avait trouvé sa réponse, et nous vous l'avions dit ; cette réponse a été annulée ou remplacée depuis, et la question se pose de nouveau.\n")
	}
	if len(d.Deja) > 0 {
		b.WriteString("Nous vous l'avons demandé le " + dates(d.Deja) + " ; nous n'avons pas reçu de réponse.\n")
	}
	b.WriteString(d.enjeu() + "Merci de nous répondre avant le " + d.avant().EnLettres() + ".\n" + d.sansReponse() + d.enAttendant() + "\n\n" + d.Caisse + "\n")
	return objet, b.String()
}

// delaiUtile is the least time that a letter leaves to answer.
const delaiUtile = 2

// avant is the last day to answer: that of the clock which everyone sees on the dossier, while
// it leaves the time to answer; else until what comes next.
func (d *Demande) avant() v.Jour {
	if e := suivi.EcheanceDans(d.Calendrier, d.Question.Code, d.Question.Depuis); e >= d.Le+delaiUtile {
		return e
	}
	if d.Suite != nil && len(d.Deja) > 0 {
		return max(d.Le+1, d.Suite.Le)
	}
	return suivi.EcheanceDans(d.Calendrier, d.Question.Code, max(d.Question.Depuis, d.Le))
}

// enjeu says which days hang on the answer, and how much money at most.
func (d *Demande) enjeu() string {
	s := "Jours concernés : " + d.Question.Pour.EnLettres()
	if d.Jours > 0 {
		s += " ; " + nombre(d.Jours, "jour dépend", "jours dépendent") + " de cette réponse"
		if d.Ecoules > 0 {
			s += ", dont " + nombre(d.Ecoules, "est passé", "sont passés")
		}
	}
	if d.Question.Enjeu > 0 {
		s += " ; jusqu'à " + d.Question.Enjeu.Euros() + " brut en dépendent"
	}
	return s + ".\n"
}

// enAttendant says what is paid meanwhile: without an account nothing can be.
func (d *Demande) enAttendant() string {
	if d.Question.Code == dossier.QuestionCompte {
		return "Dès que nous aurons ce compte, ce qui est dû y est versé, sans autre démarche."
	}
	return "En attendant votre réponse, les jours qui n'en dépendent pas sont payés" + d.certain()
}

// certain ends the sentence that says what is paid meanwhile.
func (d *Demande) certain() string {
	s := "."
	if d.Certain > 0 {
		s = ", et ce qui est certain des autres (" + d.Certain.Euros() + " brut) est versé en acompte"
		if d.Jours > d.Ecoules {
			s += ", à mesure qu'ils passent"
		}
		s += "."
	}
	switch {
	case d.Subroge == 0:
	case d.Question.AupresDe == "assure" || d.Rappel.Nature == suivi.RappelInformation:
		s += " " + suivi.SansAcompte(d.Subroge)
	default:
		s += " Vous avez maintenu le salaire : il ne vous est pas versé d'acompte, et " + d.Subroge.Euros() + " brut, déjà certains, vous seront payés avec le reste."
	}
	return s
}

// sansReponse says what happens without an answer.
func (d *Demande) sansReponse() string {
	if d.Suite == nil {
		return ""
	}
	s := "Sans réponse, "
	switch d.Suite.Nature {
	case suivi.RappelDemeure:
		s += "nous vous mettrons en demeure à partir du " + d.Suite.Le.EnLettres()
	case suivi.RappelAgent:
		s += "un agent de la caisse prendra le dossier en main à partir du " + d.Suite.Le.EnLettres()
	default:
		s += "nous vous le rappellerons à partir du " + d.Suite.Le.EnLettres()
	}
	if d.Rappel.Nature == suivi.RappelDemeure {
		s += ", et une pénalité peut être prononcée (article L.114-17-1 du code de la sécurité sociale)"
	}
	return s + " ; ces jours restent en attente.\n"
}

// informer tells the insured that his employer was asked and has not answered,
// and what he can do himself.
func (d *Demande) informer() string {
	qui := "Votre employeur"
	if d.Employeur != "" {
		qui += ", " + d.Employeur + ","
	}
	s := "Bonjour,\n\n" + qui + " ne nous a pas encore envoyé ce que nous lui avons demandé le " + dates(d.Deja) + " :\n« " + d.Question.Phrase + " »\n\n" + d.enjeu()
	switch d.Question.Code {
	case dossier.QuestionSalaire, dossier.QuestionHeures:
		s += "Vous pouvez nous envoyer vos bulletins de paie : ils suffisent à calculer vos indemnités, à la place de l'attestation, et ce que votre employeur déclarera ensuite les remplacera (article R.323-10 du code de la sécurité sociale).\n"
	case dossier.QuestionAccident:
		s += "Vous pouvez déclarer l'accident vous-même, dans les deux ans (article L.441-2 du code de la sécurité sociale).\n"
	default:
		s += "Vous n'avez rien à faire : nous le lui rappelons.\n"
	}
	return s + "En attendant, les jours qui n'en dépendent pas sont payés" + d.certain() + "\n\n" + d.Caisse + "\n"
}

// Cloture tells whoever had been asked, or told, that the answer came.
type Cloture struct {
	A       string // who is told
	Objet   string // of the last letter
	EcritLe v.Jour // its day
	Nom     string // of the insured
}

// Rediger writes the letter.
func (c *Cloture) Rediger(caisse string) (objet, corps string) {
	return "C'est réglé : nous avons ce qui manquait", "Bonjour,\n\n" + concerne(c.A, c.Nom) +
		"Notre lettre du " + c.EcritLe.EnLettres() + " (« " + c.Objet + " ») n'attend plus de réponse : la question est réglée.\n" +
		"Vous n'avez plus rien à envoyer pour elle. Les jours qui en dépendaient sont calculés ; ce qui est dû est mis en paiement.\n\n" + caisse + "\n"
}

// dates says «4 novembre 2026, le 8 novembre 2026 et le 15 novembre 2026», each day once.
func dates(js []v.Jour) string {
	var mots []string
	for i, j := range js {
		if i == 0 || js[i-1] != j {
			mots = append(mots, j.EnLettres())
		}
	}
	if n := len(mots); n > 1 {
		return strings.Join(mots[:n-1], ", le ") + " et le " + mots[n-1]
	}
	return strings.Join(mots, "")
}

func nombre(n int, un, plusieurs string) string {
	if n < 2 {
		return strconv.Itoa(n) + " " + un
	}
	return strconv.Itoa(n) + " " + plusieurs
}

// minuscule puts a sentence after a colon.
func minuscule(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return strings.ToLower(s[:n]) + s[n:]
}
