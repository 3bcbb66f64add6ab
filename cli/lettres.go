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
		return o.consulter("lettres", func(s *session, _ *app.Caisse, vue *app.Vue) error { return ecrireLettres(s.out, vue) })
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
