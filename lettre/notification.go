package lettre

import (
	"strings"

	"accord/droit"
	v "accord/valeur"
)

// Notification tells the insured of a decision that a human took against her. It
// carries what the law asks for, without which the time to contest does not run
// (R.142-1-A, III): who decided, the reasons in law and in fact (CRPA L.211-5,
// L.212-1), the body, the delay and the way to contest, the mediator, and the
// part that an algorithm had in it (CRPA L.311-3-1).
type Notification struct {
	Dossier   string
	Etat      droit.Etat
	Reduit    v.Centimes  // gross, taken by a reduction; 0: the days are not paid
	Jours     []v.Periode // in order
	Regle     droit.Regle
	Titre     string     // of the rule
	Article   string     // «D.323-2»
	Faits     []string   // what was found, one sentence each
	Medical   bool       // the reason is a medical opinion, contested before doctors
	Par       string     // who signed
	Role      string     // in what quality, in words
	Le        v.Jour     // of the signature
	FinDelai  v.Jour     // last day to contest, for whoever receives it on the day on which it leaves
	DejaVerse v.Centimes // gross, paid for those days before the decision
	Caisse    string
	Adresse   string // of the caisse; empty when it is not set
}

// objet says what was decided, and on which days.
func (n *Notification) objet() string {
	quoi := "Refus d'indemnités journalières "
	switch {
	case n.Reduit > 0:
		quoi = "Réduction d'indemnités journalières "
	case n.Etat == droit.Suspendu:
		quoi = "Suspension de vos indemnités journalières "
	case n.Etat == droit.Epuise:
		quoi = "Fin de vos indemnités journalières "
	}
	return quoi + Periodes(n.Jours)
}

// Rediger writes the letter.
func (n *Notification) Rediger() (objet, corps string) {
	var b strings.Builder
	b.WriteString("Bonjour,\n\nDossier " + n.Dossier + ".\n" + n.decision() + "\n")
	b.WriteString("Le droit : " + n.Titre)
	if n.Article != "" {
		b.WriteString(" (article " + n.Article + " du code de la sécurité sociale)")
	}
	b.WriteString(".\n")
	if len(n.Faits) > 0 {
		b.WriteString("Les faits :\n")
		for _, f := range n.Faits {
			b.WriteString("- " + f + "\n")
		}
	}
	b.WriteString("\nDécision prise le " + n.Le.EnLettres() + " par " + n.Par + ", " + n.Role + " de la " + n.Caisse + ", après examen de votre dossier.\n" +
		"Vos autres jours ne sont pas touchés par cette décision.\n" + n.dejaVerse() + "\n" + n.voies() + "\n" + mentionAlgorithme(n.Caisse) + "\n" + n.Caisse + "\n")
	return n.objet(), b.String()
}

func (n *Notification) decision() string {
	jours := 0
	for _, p := range n.Jours {
		jours += p.Jours()
	}
	quand := Periodes(n.Jours) + " (" + nombre(jours, "jour", "jours") + ")"
	switch {
	case n.Reduit > 0:
		return "Vos indemnités journalières " + quand + " sont réduites de " + n.Reduit.Euros() + " brut en tout.\n"
	case n.Etat == droit.Suspendu:
		return "Le versement de vos indemnités journalières est suspendu " + quand + ".\n"
	}
	return "Les indemnités journalières " + quand + " ne sont pas versées.\n"
}

// dejaVerse says that the letter claims nothing of what was paid before it.
func (n *Notification) dejaVerse() string {
	if n.DejaVerse <= 0 {
		return ""
	}
	return "Pour ces jours, " + n.DejaVerse.Euros() + " brut ont déjà été versés : cette lettre ne vous réclame rien. Si la caisse le demande, ce sera par une autre lettre, avec ses raisons et vos délais.\n"
}

// voies says how to contest the decision: before the commission de recours
// amiable (R.142-1), or before doctors when the reason is medical (R.142-8).
func (n *Notification) voies() string {
	commission, article, silence := "la commission de recours amiable", "R.142-1", "deux mois"
	if n.Medical {
		commission, article, silence = "la commission médicale de recours amiable", "R.142-8", "quatre mois"
	}
	ou := "à l'adresse de la caisse"
	if n.Adresse != "" {
		ou = n.Adresse
	}
	return "Si vous n'êtes pas d'accord :\n" +
		"- une pièce ou une information nous manquait ? Envoyez-la : la décision est revue dès sa réception ;\n" +
		"- vous pouvez saisir " + commission + " de la " + n.Caisse + " (" + ou + "), par lettre ou sur votre compte, dans les deux mois qui suivent la réception de cette lettre (article " + article + "), donc au moins jusqu'au " + n.FinDelai.EnLettres() + ", en joignant sa copie ;\n" +
		"- sans réponse dans les " + silence + " de sa saisine, ou si sa décision ne vous convient pas, vous pouvez saisir le pôle social du tribunal judiciaire de votre domicile, dans les deux mois (articles R.142-1-A et R.142-10) ;\n" +
		"- après une première démarche auprès de nos services, le médiateur de la caisse peut être saisi (article L.217-7-1) ; le Défenseur des droits aussi, à tout moment.\n"
}

// mentionAlgorithme is the mention without which a decision prepared by a program is
// void (CRPA L.311-3-1 and R.311-3-1-1).
func mentionAlgorithme(caisse string) string {
	return "Cette décision a été préparée à l'aide d'un traitement algorithmique, qui calcule et paie les indemnités journalières ; une personne l'a examinée et signée. " +
		"Vous pouvez demander à la " + caisse + " les règles qui définissent ce traitement et la façon dont elles ont été appliquées à votre cas ; " +
		"en cas de refus, ou sans réponse dans le mois, vous pouvez saisir la commission d'accès aux documents administratifs (CADA).\n"
}

// InformationEmployeur tells an employer who is paid in the place of his employee
// what he will not receive. It never says why.
type InformationEmployeur struct {
	Nom    string // of the insured
	Reduit v.Centimes
	Etat   droit.Etat
	Jours  []v.Periode
	Caisse string
}

// Rediger writes the letter.
func (i *InformationEmployeur) Rediger() (objet, corps string) {
	quand := Periodes(i.Jours)
	quoi := "ne seront pas versées"
	switch {
	case i.Reduit > 0:
		quoi = "sont réduites de " + i.Reduit.Euros() + " brut en tout"
	case i.Etat == droit.Suspendu:
		quoi = "sont suspendues"
	}
	return "Une décision sur les indemnités journalières " + quand, "Bonjour,\n\n" + concerne("", i.Nom) +
		"Les indemnités journalières que vous deviez percevoir à sa place " + quand + " " + quoi + ".\n" +
		"La décision lui est notifiée ; ses motifs ne peuvent pas vous être communiqués. Les autres jours ne sont pas touchés, et vous n'avez rien à nous envoyer.\n\n" + i.Caisse + "\n"
}

// Retrait tells the insured that a decision notified to her bears on no day any
// more.
type Retrait struct {
	A       string
	Objet   string // of the notification
	EcritLe v.Jour
	Nom     string
	Indu    bool // what is taken back was a claim
}

// Rediger writes the letter.
func (r *Retrait) Rediger(caisse string) (objet, corps string) {
	if r.Indu {
		return "La somme que nous vous demandions ne vous est plus demandée", "Bonjour,\n\n" + concerne(r.A, r.Nom) +
			"Notre lettre du " + r.EcritLe.EnLettres() + " (« " + r.Objet + " ») ne s'applique plus : rien ne vous est réclamé à ce titre, et vous n'avez rien à faire.\n" +
			"Si vous aviez demandé sa rectification ou un échéancier, ou saisi la commission de recours amiable, c'est désormais sans objet. Ce que vous auriez déjà payé vous est rendu.\n\n" + caisse + "\n"
	}
	paye := "Ce qui vous est dû est payé à sa date, sans que vous ayez rien à demander"
	if r.A != "assure" {
		paye = "Ce qui est dû est payé à sa date, à vous pour les jours où vous maintenez le salaire"
	}
	return "Une décision est annulée", "Bonjour,\n\n" + concerne(r.A, r.Nom) +
		"Notre lettre du " + r.EcritLe.EnLettres() + " (« " + r.Objet + " ») ne s'applique plus : depuis, une pièce ou une vérification a changé ce que nous savons, et la décision qu'elle annonçait est retirée.\n" +
		"Les jours qu'elle visait ont été calculés de nouveau. " + paye + " ; s'il reste une décision à prendre pour certains d'entre eux, une nouvelle lettre le dira.\n\n" + caisse + "\n"
}

// Periodes says «du 3 au 8 novembre 2026 et le 12 novembre 2026».
func Periodes(ps []v.Periode) string {
	mots := make([]string, len(ps))
	for i, p := range ps {
		mots[i] = p.EnLettres()
	}
	if n := len(mots); n > 1 {
		return strings.Join(mots[:n-1], ", ") + " et " + mots[n-1]
	}
	return strings.Join(mots, "")
}
