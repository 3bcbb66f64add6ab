package lettre

import (
	"strings"

	v "accord/valeur"
)

// Liberation tells an employer and his employee that days were paid to the insured before
// the caisse heard that the employer asks to be paid in his place: they are not paid a
// second time (articles 1342-3 and 1346-5 of the code civil; R.323-11).
type Liberation struct {
	A         string // «assure» or «employeur:SIRET»
	Nom       string // of the insured
	Employeur string // his name, as declared; may be empty
	DemandeLe v.Jour // when the caisse heard of the subrogation
	Versees   []Versee
	Caisse    string
}

// Versee is days paid on one day.
type Versee struct {
	Jours  []v.Periode
	Brut   v.Centimes // of all of them
	PayeLe v.Jour
}

// Rediger writes the letter.
func (l *Liberation) Rediger() (objet, corps string) {
	var b strings.Builder
	b.WriteString("Bonjour,\n\n" + concerne(l.A, l.Nom))
	if l.A == "assure" {
		qui := "Votre employeur"
		if l.Employeur != "" {
			qui += " (" + l.Employeur + ")"
		}
		b.WriteString(qui + " nous a fait savoir le " + l.DemandeLe.EnLettres() + " qu'il maintient votre salaire, et il demande à percevoir vos indemnités journalières à votre place.\n" +
			"Nous vous en avions déjà versé une partie :\n" + l.liste() +
			"Nous ne vous reprenons rien. Mais si votre salaire a été maintenu pour ces jours, votre employeur peut vous demander cette somme, dans la limite de ce qu'il vous a maintenu " +
			"(article R.323-11 du code de la sécurité sociale).\n" +
			"Ce qui reste à payer pour la période qu'il a déclarée lui est versé.\n\n" +
			"Si votre salaire n'est pas maintenu, dites-le-nous : c'est alors à vous que vos indemnités doivent être versées.\n\n" + l.Caisse + "\n")
		return "Votre employeur demande à percevoir vos indemnités journalières", b.String()
	}
	b.WriteString("Votre demande de percevoir ses indemnités journalières à sa place nous est parvenue le " + l.DemandeLe.EnLettres() + ". Nous les lui avions déjà versées, en tout ou en partie :\n" + l.liste() +
		"Nous ne pouvons pas payer deux fois : en lui versant ces sommes avant de connaître votre demande, la caisse s'en est libérée (articles 1342-3 et 1346-5 du code civil).\n" +
		"Si vous avez maintenu son salaire pour ces jours, vous pouvez lui demander ces sommes, dans la limite de ce que vous avez maintenu (article R.323-11 du code de la sécurité sociale).\n" +
		"Ce qui reste à payer pour la période que vous avez déclarée vous est versé. Vous n'avez rien à nous renvoyer.\n\n" +
		"Pour l'éviter à l'avenir : signalez l'arrêt, avec la subrogation, dès que vous le connaissez, sans attendre la paie.\n\n" + l.Caisse + "\n")
	return "Des indemnités journalières avaient déjà été versées à votre salarié", b.String()
}

func (l *Liberation) liste() string {
	var b strings.Builder
	for _, x := range l.Versees {
		b.WriteString("- " + x.Brut.Euros() + " brut " + Periodes(x.Jours) + ", payés le " + x.PayeLe.EnLettres() + " ;\n")
	}
	return strings.TrimSuffix(b.String(), " ;\n") + ".\n"
}
