package cli

import (
	"accord/bilan"

	"github.com/spf13/pflag"
)

var cmdEtat = commande{
	nom: "etat", arguments: "[--date AAAA-MM-JJ]", resume: "compte : jours payés, attendus, refusés, délais, plus ancien jour impayé",
	aide: `
Compte à partir du registre : personnes, arrêts, jours payés, attendus (de qui) et refusés, euros,
délais, et le plus ancien jour impayé.`,
	options: func(fs *pflag.FlagSet) func(*session, []string) error {
		var o ouverture
		o.options(fs)
		return func(s *session, args []string) error {
			caisse, fermer, err := o.ouvrir(s)
			if err != nil {
				return err
			}
			defer fermer()
			e, err := caisse.Etat(s.ctx, func(int) {})
			if err != nil {
				return err
			}
			return bilan.EcrireEtat(s.out, e)
		}
	},
}
