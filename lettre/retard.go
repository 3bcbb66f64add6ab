package lettre

import (
	"strings"

	v "accord/valeur"
)

// Retard tells the insured that the caisse is late, before she asks: what is not paid, until
// when the law gave it to pay (R.362-1, R.433-14), what holds the payment in the words that
// every agent reads but for the clocks of the caisse, and what she can do.
type Retard struct {
	Dossier   string
	Jours     []v.Periode // over, and not paid
	Nombre    int
	Partiel   bool       // something was paid on account of some of them
	Certain   v.Centimes // gross, of those days: owed whatever is still awaited
	Echeance  v.Jour     // last day that the law gave
	Article   string
	Etape     string // what holds the payment, and who must act
	Bulletins bool   // her payslips would do instead of what an employer does not send
	Suivante  v.Jour // the next letter, if nothing changes
	Caisse    string
}

// Rediger writes the letter.
func (r *Retard) Rediger() (objet, corps string) {
	var b strings.Builder
	b.WriteString("Bonjour,\n\nDossier " + r.Dossier + ".\n" + nombre(r.Nombre, "jour", "jours") + ", " + Periodes(r.Jours) + ", " + r.impayes() +
		". La loi nous donnait jusqu'au " + r.Echeance.EnLettres() + " pour payer (article " + r.Article + " du code de la sécurité sociale) : " +
		"nous sommes en retard, et nous vous prions de nous en excuser.\n\nCe qui retient le paiement :\n« " + r.Etape + " »\n\n")
	b.WriteString("Vous n'avez rien à faire : c'est à la caisse d'agir.")
	if r.Bulletins {
		b.WriteString(" Vous pouvez aussi, si vous les avez, nous envoyer vos bulletins de paie : ils suffisent à calculer ces jours, et ce que l'employeur déclare ensuite les remplace (article R.323-10 du code de la sécurité sociale).")
	}
	b.WriteString("\n")
	b.WriteString("Si cette attente vous met en difficulté, dites-le-nous, ou faites-le dire par un travailleur social ou une association : une situation urgente est vue le jour ouvré suivant")
	if r.Certain > 0 {
		b.WriteString(", et ce qui est certain (" + r.Certain.Euros() + " brut) peut vous être versé en acompte")
	}
	b.WriteString(".\nSi rien n'a changé d'ici là, nous vous écrirons de nouveau le " + r.Suivante.EnLettres() + ".\n\n" + r.Caisse + "\n")
	return "Le paiement de vos indemnités journalières est en retard", b.String()
}

func (r *Retard) impayes() string {
	s := "ne vous sont pas encore payés"
	if r.Nombre < 2 {
		s = "ne vous est pas encore payé"
	}
	if r.Partiel {
		s += " en entier"
	}
	return s
}
