package cli

import (
	"context"

	"accord/app"
	"accord/bilan"
	v "accord/valeur"

	"github.com/spf13/pflag"
)

var cmdEtat = commande{
	nom: "etat", arguments: "[--le AAAA-MM-JJ]", resume: "compte : payés, impayés et pourquoi, délais, retards, préjudice, mains",
	aide: `
Compte à partir du registre : personnes, arrêts, jours payés, attendus (de qui) et refusés, euros, délais ;
les jours échus impayés par prestation et destinataire, et pourquoi ; les retards ; le préjudice et les
dossiers où il est le plus grand ; ce que des personnes ont dû faire, et pour quelle raison.

«--le» compte comme ce jour-là : les faits, les paiements et les actes connus alors, sous les règles d'aujourd'hui.`,
	options: func(fs *pflag.FlagSet) func(*session, []string) error {
		var o ouverture
		o.options(fs)
		le := fs.String("le", "", "jour passé (AAAA-MM-JJ) dont on veut l'état")
		return func(s *session, args []string) error {
			caisse, fermer, err := o.ouvrir(s)
			if err != nil {
				return err
			}
			defer fermer()
			e, err := etatLe(s.ctx, caisse, *le)
			if err != nil {
				return err
			}
			return bilan.EcrireEtat(s.out, e)
		}
	},
}

// etatLe counts as on a day, today when none is given.
func etatLe(ctx context.Context, caisse *app.Caisse, le string) (*app.Etat, error) {
	if le == "" {
		return caisse.Etat(ctx, func(int) {})
	}
	jour, err := v.ParseJour(le)
	if err != nil {
		return nil, usage("etat : --le «%s» n'est pas une date (AAAA-MM-JJ)", le)
	}
	return caisse.EtatLe(ctx, jour, func(int) {})
}
