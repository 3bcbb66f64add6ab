package lettre

import (
	"strings"

	"accord/decision"
	v "accord/valeur"
)

// Remise tells what was decided on the request that an indu be given up (L.256-4): the text asks for a
// decision that gives its reasons, so the reason that was typed is in it; who decided, and how to
// contest.
type Remise struct {
	Dossier              string
	DemandeLe, NotifieLe v.Jour // of the request, of the claim
	Valeur               string // one of [decision.RemiseTotale], [decision.RemisePartielle], [decision.RemiseRefusee]
	Remis, Reste         v.Centimes
	Motif                string // a whole sentence

	PremiereRetenue, FinRecours v.Jour // zero or later than any day: not known yet

	Par, Role string
	Le        v.Jour
	Controle  string // who confirmed it
	Caisse    string
	Adresse   string
}

// Rediger writes the letter.
func (r *Remise) Rediger() (objet, corps string) {
	objet = "Votre demande de remise est acceptée : " + r.Remis.Euros() + " ne vous sont plus demandés"
	decide := "Nous l'acceptons en entier : " + r.Remis.Euros() + " ne vous sont plus demandés, et vous n'avez plus rien à nous rembourser à ce titre.\n"
	switch r.Valeur {
	case decision.RemisePartielle:
		objet = "Votre demande de remise est acceptée en partie : il reste " + r.Reste.Euros() + " à rembourser"
		decide = "Nous l'acceptons en partie : " + r.Remis.Euros() + " ne vous sont plus demandés. Il reste " + r.Reste.Euros() + " à rembourser, moins ce que vous auriez déjà payé.\n"
		if r.Reste == 0 {
			objet = "Votre demande de remise est acceptée : vous n'avez plus rien à rembourser"
			decide = "Nous l'acceptons en partie : " + r.Remis.Euros() + " ne vous sont plus demandés. Depuis, la somme à rembourser a baissé : vous n'avez plus rien à nous rembourser à ce titre.\n"
		}
	case decision.RemiseRefusee:
		objet = "Votre demande de remise est refusée"
		decide = "Nous ne pouvons pas l'accepter : " + r.Reste.Euros() + " vous restent demandés, moins ce que vous auriez déjà payé.\n"
		if r.Reste == 0 {
			objet = "Votre demande de remise est refusée, et vous n'avez plus rien à rembourser"
			decide = "Nous ne pouvions pas l'accepter. Depuis, la somme à rembourser est tombée : vous n'avez plus rien à nous rembourser à ce titre.\n"
		}
	}
	var b strings.Builder
	b.WriteString("Bonjour,\n\nDossier " + r.Dossier + ".\nVous nous avez demandé, le " + r.DemandeLe.EnLettres() + ", la remise de l'indu notifié le " + r.NotifieLe.EnLettres() + ".\n" + decide +
		"\nPourquoi : " + r.Motif + "\nLe droit : une caisse peut réduire ce qui lui est dû en cas de précarité de la situation de la personne, par une décision motivée, sauf manœuvre frauduleuse ou fausse déclaration (article L.256-4 du code de la sécurité sociale).\n")
	if r.Valeur != decision.RemiseTotale {
		if r.Reste > 0 {
			b.WriteString("\n" + r.suite())
		}
		b.WriteString("\n" + r.contester())
	}
	b.WriteString("\nDécision prise le " + r.Le.EnLettres() + " par " + r.Par + ", " + r.Role)
	if r.Controle != "" {
		b.WriteString(", et confirmée par " + r.Controle)
	}
	b.WriteString(", " + r.Caisse + ".\n\n" + r.Caisse + "\n")
	return objet, b.String()
}

// suite says what may be done of what is left.
func (r *Remise) suite() string {
	s := "Vous pouvez demander à payer en plusieurs fois, et, si votre situation change, demander de nouveau une remise."
	if r.PremiereRetenue != 0 && r.PremiereRetenue < v.JourMax {
		s += " Rien n'est retenu sur vos prochaines indemnités avant le " + r.PremiereRetenue.EnLettres() + "."
	}
	return s + " Une retenue dépend toujours des ressources et de la composition de votre foyer (article D.133-2-2).\n"
}

func (r *Remise) contester() string {
	ou := "à l'adresse de la caisse"
	if r.Adresse != "" {
		ou = r.Adresse
	}
	return "Si vous n'êtes pas d'accord : vous pouvez saisir la commission de recours amiable de la " + r.Caisse + " (" + ou + "), par lettre, dans les deux mois qui suivent la réception de cette lettre (article R.142-1), donc au moins jusqu'au " +
		r.FinRecours.EnLettres() + ". Sans réponse dans les deux mois, ou si sa décision ne vous convient pas, le pôle social du tribunal judiciaire peut être saisi dans les deux mois (articles R.142-1-A et R.142-10) ; il peut lui-même accorder une remise. " +
		"Après une première démarche auprès de nos services, le médiateur de la caisse peut être saisi (article L.217-7-1) ; le Défenseur des droits aussi, à tout moment.\n"
}
