package lettre

import (
	"strings"

	v "accord/valeur"
)

// Indu is the notification of what was paid too much (R.133-9-2; CRPA L.211-8): what, when,
// why, by whose error, the three dates before which nothing is taken, and every way to
// answer. It is no sanction, and never tells a medical reason.
type Indu struct {
	A       string // «assure» or «employeur:SIRET»
	Nom     string // of the insured
	Dossier string
	Cause   string // one of [decision.CausesIndu]
	Brut    v.Centimes
	Net     v.Centimes // claimed: what was received, less what was given up
	Remis   v.Centimes // given up of it, by a decision
	Lignes  []LigneIndu

	// What a letter before this one asked for, and its day: this one takes its place. Avant is
	// zero when it was sent otherwise, and AvantLe the day on which it was received.
	Avant   v.Centimes
	AvantLe v.Jour

	FinRectification, PremiereRetenue, FinRecours v.Jour // for whoever receives the letter on the day on which it leaves

	Par, Role string
	Le        v.Jour // of the decision
	Controle  string // who confirmed it
	Caisse    string
	Adresse   string
}

// LigneIndu is days paid by one transfer and too much by the same amount each.
type LigneIndu struct {
	Jours     v.Periode
	PayeLe    v.Jour
	Virement  string
	Paye, Du  v.Centimes // gross, by day
	TropVerse v.Centimes // gross, of all of them
}

// causesIndu says why too much was paid, and by whose error: to the insured, to an employer.
var causesIndu = map[string][2]string{
	"assure_reprise":        {"vous aviez repris le travail, et la caisse l'a su après avoir payé ces jours", "la reprise du travail a été connue après le paiement de ces jours"},
	"assure_declaration":    {"une information qui vous concerne a manqué ou a changé après le paiement", "une information a manqué ou a changé après le paiement"},
	"employeur_reprise":     {"votre employeur a fait connaître votre reprise du travail après le paiement de ces jours", "vous avez fait connaître la reprise du travail après le paiement de ces jours"},
	"employeur_attestation": {"votre employeur a corrigé, après le paiement, ce qu'il avait déclaré", "vous avez corrigé, après le paiement, ce que vous aviez déclaré"},
	"decision":              {"une décision a été prise depuis sur ces jours ; elle vous a été notifiée à part", "une décision a été prise depuis sur ces jours"},
	"autre_destinataire":    {"ces jours revenaient à votre employeur, qui a maintenu votre salaire, et nous les lui avons payés depuis", "ces jours revenaient à votre salarié, et nous les lui avons payés depuis"},
	"caisse_calcul":         {"la caisse s'est trompée dans le calcul. L'erreur est la nôtre, et nous vous prions de nous en excuser", "la caisse s'est trompée dans le calcul"},
	"caisse_paiement":       {"la caisse s'est trompée en payant. L'erreur est la nôtre, et nous vous prions de nous en excuser", "la caisse s'est trompée en payant"},
}

// Rediger writes the letter.
func (n *Indu) Rediger() (objet, corps string) {
	assure := n.A == "assure"
	cause, qui, recu := causesIndu[n.Cause][0], "vous avons versé ", "vous avez reçu"
	if !assure {
		cause, qui = causesIndu[n.Cause][1], "vous avons versé à sa place "
	}
	var b strings.Builder
	b.WriteString("Bonjour,\n\n" + concerne(n.A, n.Nom) + "Dossier " + n.Dossier + ".\n" + n.remplace() + "Nous " + qui + n.Brut.Euros() + " brut de trop. " + recuNet(n, recu) +
		"\nPourquoi : " + cause + ".\nCette lettre n'est pas une sanction, et rien n'est retenu aujourd'hui.\n\nLe détail :\n" + n.detail() +
		"Le droit : ce qui a été payé à tort est repris (article L.133-4-1 du code de la sécurité sociale), par la procédure de l'article R.133-9-2.\n" +
		"La caisse ne vous doit plus rien d'autre, à ce jour, pour les jours passés de ce dossier.\n\n" + n.choix(assure) + "\n" + n.contester())
	if strings.HasPrefix(n.Cause, "caisse_") {
		b.WriteString("Si notre erreur vous a causé un tort (frais bancaires, par exemple), vous pouvez en demander réparation, en joignant ce qui le montre (article 1240 du code civil).\n")
	}
	b.WriteString("\nDécision prise le " + n.Le.EnLettres() + " par " + n.Par + ", " + n.Role)
	if n.Controle != "" {
		b.WriteString(", et contrôlée par " + n.Controle)
	}
	b.WriteString(", " + n.Caisse + ".\n\n" + mentionAlgorithme(n.Caisse) + "\n" + n.Caisse + "\n")
	objet = "Notification d'un indu de " + n.Net.Euros() + " : ce n'est pas une sanction"
	if n.AvantLe != 0 {
		objet = "Votre indu est rectifié : " + n.Net.Euros()
		if n.Avant > n.Net {
			objet += " au lieu de " + n.Avant.Euros()
		}
	}
	return objet, b.String()
}

// remplace says which letter this one takes the place of.
func (n *Indu) remplace() string {
	if n.AvantLe == 0 {
		return ""
	}
	debut := "Notre lettre du " + n.AvantLe.EnLettres() + " vous demandait " + n.Avant.Euros() + "."
	if n.Avant == 0 {
		debut = "Vous avez reçu le " + n.AvantLe.EnLettres() + " une lettre de notre part sur cette somme."
	}
	return debut + " Depuis, une pièce ou une vérification a changé ce que nous savons : la lettre que vous lisez la remplace, et seule la somme qu'elle indique vous est demandée.\n" +
		"Tous les délais repartent de la réception de cette lettre. Ce que vous aviez demandé ou contesté reste enregistré, et un échéancier déjà convenu continue. Ce que vous auriez déjà payé au-delà vous est rendu.\n"
}

func recuNet(n *Indu, recu string) string {
	if n.Remis > 0 {
		return "La CSG, la CRDS et l'impôt qui en avaient été retirés ne vous sont pas demandés, ni les " + n.Remis.Euros() + " dont la remise vous a été accordée : nous vous demandons " + n.Net.Euros() + ".\n"
	}
	if n.Net == n.Brut {
		return "C'est la somme que nous vous demandons.\n"
	}
	return "La CSG, la CRDS et l'impôt qui en avaient été retirés ne vous sont pas demandés : nous vous demandons ce que " + recu + ", " + n.Net.Euros() + ".\n"
}

func (n *Indu) detail() string {
	var b strings.Builder
	for _, l := range n.Lignes {
		par, du := "", "rien n'était dû"
		if l.Jours.Jours() > 1 {
			par = " par jour"
		}
		if l.Du > 0 {
			du = l.Du.Euros() + " dus" + par
		}
		b.WriteString("- " + l.Jours.EnLettres() + " (" + nombre(l.Jours.Jours(), "jour", "jours") + ") : " + l.Paye.Euros() + par + " payés le " + l.PayeLe.EnLettres() + " (virement " + l.Virement + "), " +
			du + " ; " + l.TropVerse.Euros() + " de trop ;\n")
	}
	return strings.TrimSuffix(b.String(), " ;\n") + ".\n"
}

// choix says what may be done within the twenty days, and what happens otherwise.
func (n *Indu) choix(assure bool) string {
	s := "Ce que vous pouvez faire dans les vingt jours qui suivent la réception de cette lettre, donc au moins jusqu'au " + n.FinRectification.EnLettres() + " :\n" +
		"- une information est fausse ? Demandez sa rectification, par écrit ou de vive voix, avec ce qui le montre. Vous pouvez présenter vos observations, être assisté d'un conseil ou représenté par la personne de votre choix. " +
		"Sans réponse de notre part dans le mois, votre demande est rejetée, et rien ne peut être retenu avant deux mois de plus ; si nous la refusons, rien ne peut l'être avant sept jours ;\n" +
		"- vous pouvez payer, en une fois ;\n" +
		"- vous pouvez demander à payer en plusieurs fois, en douze mois au plus : nous avons un mois pour en convenir avec vous ;\n"
	if !assure {
		return s + "Si vous ne faites rien, cette somme peut ensuite être compensée, jamais avant le " + n.PremiereRetenue.EnLettres() +
			", avec les prochaines indemnités que vous percevez à la place de vos salariés. Elle ne peut pas être reprise sur le salaire de votre salarié au titre de cette lettre.\n"
	}
	return s + "- vous ne pouvez pas payer ? Demandez une remise, totale ou partielle, en raison de votre situation (article L.256-4).\n" +
		"Si vous ne faites rien, la caisse peut ensuite retenir une part de vos prochaines indemnités, jamais avant le " + n.PremiereRetenue.EnLettres() +
		". Cette part dépend des ressources et de la composition de votre foyer (article D.133-2-2), et ne dépasse jamais ce qui peut être saisi (article L.323-5) : envoyez-nous vos ressources et vos charges, elle peut en être réduite.\n"
}

func (n *Indu) contester() string {
	ou := "à l'adresse de la caisse"
	if n.Adresse != "" {
		ou = n.Adresse
	}
	return "Si vous contestez cette somme : vous pouvez saisir la commission de recours amiable de la " + n.Caisse + " (" + ou + "), par lettre, dans les deux mois qui suivent la réception de cette lettre (article R.142-1), donc au moins jusqu'au " +
		n.FinRecours.EnLettres() + " ; une demande de rectification arrête ce délai jusqu'à sa réponse. Sans réponse de la commission dans les deux mois, ou si sa décision ne vous convient pas, " +
		"le pôle social du tribunal judiciaire peut être saisi dans les deux mois (articles R.142-1-A et R.142-10). Après une première démarche auprès de nos services, le médiateur de la caisse peut être saisi (article L.217-7-1) ; " +
		"le Défenseur des droits aussi, à tout moment.\n"
}
