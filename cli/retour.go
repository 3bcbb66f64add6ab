package cli

import (
	"strings"

	"accord/app"
	"accord/format/retour"

	"github.com/spf13/pflag"
)

var cmdRetour = commande{
	nom: "retour", arguments: "NUMERO|PERSONNE|NIR", resume: "écrit la feuille d'un dossier rendu à PROGRES : de quoi le payer là-bas",
	aide: `
Écrit ce qu'il faut à une personne, ou aux agents de PROGRES, pour payer un dossier : droits, base, indemnité
journalière, carence et jours comptés, chaque jour et ce qu'il en reste, dernier jour payé ici et à qui,
questions ouvertes, pièces reçues. Le NIR et les comptes y sont en clair : cette feuille se garde comme eux.
«--json» l'écrit selon le schéma accord/retour/1, que «accord servir» publie.`,
	options: func(fs *pflag.FlagSet) func(*session, []string) error {
		var o ouverture
		o.options(fs)
		enJSON := fs.Bool("json", false, "selon le schéma accord/retour/1")
		return o.consulter("retour", func(s *session, caisse *app.Caisse, vue *app.Vue) error {
			numero, err := dossierARendre(vue)
			if err != nil {
				return err
			}
			texte, json, err := feuilleDeRetour(vue, numero, caisse.Nom())
			if *enJSON {
				texte = string(json)
			}
			if err == nil {
				_, err = s.out.Write([]byte(texte))
			}
			return err
		})
	},
}

// dossierARendre is the dossier that was asked for, else the only one that is with PROGRES, else the only one.
func dossierARendre(vue *app.Vue) (string, error) {
	if vue.Numero != "" {
		return vue.Numero, nil
	}
	var tous, rendus []string
	for i := range vue.Etapes {
		num := app.NumeroDossier(vue.Personne, &vue.Etapes[i].Chaine)
		tous = append(tous, num)
		if len(vue.RendusDe(num, false)) > 0 {
			rendus = append(rendus, num)
		}
	}
	switch {
	case len(rendus) == 1:
		return rendus[0], nil
	case len(tous) == 1:
		return tous[0], nil
	case len(tous) == 0:
		return "", usage("retour : cette personne n'a pas de dossier")
	}
	return "", usage("retour : la personne a plusieurs dossiers, dites lequel : %s", strings.Join(tous, ", "))
}

// feuilleDeRetour writes the sheet of a dossier, as text and as JSON.
func feuilleDeRetour(vue *app.Vue, numero, caisse string) (texte string, json []byte, err error) {
	f, connu := retour.De(vue, numero, caisse)
	if !connu {
		return "", nil, app.ErrAbsent
	}
	json, err = f.JSON()
	return f.Texte(), json, err
}
