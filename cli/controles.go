package cli

import (
	"fmt"

	"accord/libelle"
	"accord/suivi"

	"github.com/spf13/pflag"
)

var cmdControles = commande{
	nom: "controles", resume: "liste les paiements tirés au sort, à contrôler, et compte ce qui fut trouvé",
	aide: `
Liste les paiements faits par la seule machine et tirés au sort, que personne n'a encore contrôlés, et
compte ce que les contrôles ont trouvé. Un contrôle se rend par l'acte «controler» :

  accord agir DOSSIER controler --objet PAIEMENT --valeur conforme --par 'Luc Roy' --role cadre --motif 'relu'`,
	options: func(fs *pflag.FlagSet) func(*session, []string) error {
		var o ouverture
		o.options(fs)
		return func(s *session, args []string) error {
			if len(args) != 0 {
				return usage("controles : cette commande ne prend pas d'argument")
			}
			caisse, fermer, err := o.ouvrir(s)
			if err != nil {
				return err
			}
			defer fermer()
			b, err := caisse.Controles(s.ctx)
			if err != nil {
				return err
			}
			fmt.Fprintf(s.out, "%s à contrôler.\n", libelle.Compte(len(b.AFaire), "paiement", "paiements"))
			jour := caisse.Clock().Jour()
			for _, k := range b.AFaire {
				attend := ""
				if k.Avant {
					attend = ", attend le contrôle pour être payé"
				}
				cours := suivi.CoursControle(k.Le, jour)
				fmt.Fprintf(s.out, "  %s|%s|%s|%s|%s brut%s|%s\n", k.Ordre, k.Dossier, k.Nom, libelle.NaturePaiement(k.Nature), k.Brut.Euros(), attend, cours.Dire(jour))
			}
			fmt.Fprintf(s.out, "Depuis le %s :\n", b.Depuis.Francais())
			for _, x := range b.Comptes {
				fmt.Fprintf(s.out, "  %s — tirés : %d ; conformes : %d ; à corriger : %d ; à contrôler : %d\n", libelle.NaturePaiement(x.Nature), x.Tires, x.Conformes, x.ACorriger, x.Attente)
			}
			return nil
		}
	},
}
