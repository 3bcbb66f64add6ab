package cli

import (
	"bufio"
	"fmt"
	"io"

	"accord/app"
	"accord/clock"
	"accord/libelle"

	"github.com/spf13/pflag"
)

var cmdLettres = commande{
	nom: "lettres", arguments: "NUMERO|PERSONNE|NIR", resume: "montre ce que la caisse a écrit sur une personne, à qui et quand",
	aide: `
Montre chaque lettre telle qu'elle est partie, dans l'ordre : accusés de réception, demandes, rappels,
mises en demeure, avertissements, décisions signées contre la personne, et ce qui dit qu'une question est réglée.`,
	options: func(fs *pflag.FlagSet) func(*session, []string) error {
		var o ouverture
		o.options(fs)
		return func(s *session, args []string) error {
			if len(args) != 1 {
				return usage("lettres : donnez un numéro de dossier, une personne ou un NIR")
			}
			caisse, fermer, err := o.ouvrir(s)
			if err != nil {
				return err
			}
			defer fermer()
			vue, err := caisse.Consulter(s.ctx, args[0])
			if err != nil {
				return err
			}
			return ecrireLettres(s.out, vue)
		}
	},
}

func ecrireLettres(sortie io.Writer, vue *app.Vue) error {
	w := bufio.NewWriter(sortie)
	for i := range vue.Messages {
		m := &vue.Messages[i]
		fmt.Fprintf(w, "%s, %s : %s\n\n%s\n", clock.JourDe(m.Le).Francais(), libelle.ActeurA(m.A, nomActeur(vue, m.A)), m.Objet, m.Corps)
	}
	fmt.Fprintf(w, "%s.\n", pluriel(len(vue.Messages), "lettre", "lettres"))
	return w.Flush()
}
