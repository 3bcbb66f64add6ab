package lettre

import v "accord/valeur"

// Avertissement tells the insured that a form was sent late, and what another
// delay would cost (D.323-2). Nothing can be reduced without it.
type Avertissement struct {
	Debut    v.Jour // of the stop
	EnvoyeLe v.Jour
	Delai    int    // days to send a form (R.321-2)
	Jusqua   v.Jour // a form prescribed from that day on is not concerned
	Caisse   string
}

// Rediger writes the letter.
func (a *Avertissement) Rediger() (objet, corps string) {
	return "Votre avis d'arrêt de travail a été envoyé en retard", "Bonjour,\n\n" +
		"Votre avis d'arrêt du " + a.Debut.EnLettres() + " nous a été envoyé le " + a.EnvoyeLe.EnLettres() + ". Il devait l'être dans les " +
		nombre(a.Delai, "jour", "jours") + " qui suivent l'arrêt du travail (article R.321-2 du code de la sécurité sociale).\n" +
		"Pour ce retard, rien n'est retiré de vos indemnités.\n\n" +
		"Mais si un autre avis d'arrêt, prescrit avant le " + a.Jusqua.EnLettres() + ", est envoyé en retard, l'indemnité des jours qui vont de sa prescription à son envoi " +
		"sera réduite de moitié, sauf si vous étiez hospitalisé ou si vous établissez que vous ne pouviez pas l'envoyer à temps (article D.323-2).\n\n" +
		"Pour ne plus y penser : un médecin peut télétransmettre l'arrêt, et vous n'avez alors rien à nous envoyer.\n" +
		"Si cette date d'envoi est fausse, ou si vous étiez hospitalisé ou empêché, dites-le-nous avec ce qui le montre : le retard ne sera pas retenu.\n\n" + a.Caisse + "\n"
}
