package cli

import (
	"fmt"

	"accord/app"
	"accord/libelle"

	"github.com/spf13/pflag"
)

var cmdVerifier = commande{
	nom: "verifier", resume: "prouve les promesses sur toute la base",
	aide: `
Recalcule chaque personne à partir des faits et compare : chaînes de hachage, registre, un jour payé
une seule fois, dû = payé + différence ouverte, ordres, signature et visa de deux personnes, écritures équilibrées,
grand livre, fichiers bancaires, liste des dossiers et préjudice, une suite pour chaque dossier et chaque jour écoulé, une journée qui examine qui a des jours
dus, promesses tenues à leur date. N'écrit rien. Le statut est 1 si une promesse est rompue ;
la liste dit laquelle, où, et de combien.`,
	options: func(fs *pflag.FlagSet) func(*session, []string) error {
		var o ouverture
		o.options(fs)
		return func(s *session, args []string) error {
			caisse, fermer, err := o.ouvrir(s)
			if err != nil {
				return err
			}
			defer fermer()
			r, err := caisse.Verifier(s.ctx, func(int) {})
			if err != nil {
				return err
			}
			s.direVerification(r)
			return nil
		}
	},
}

func (s *session) direVerification(r *app.Verification) {
	fmt.Fprintf(s.out, "Vérifié : %s, %s, %s, %s.\n", libelle.Compte(r.Personnes, "personne", "personnes"), libelle.Compte(r.Jours, "jour", "jours"),
		libelle.Compte(r.Ordres, "ordre", "ordres"), libelle.Compte(r.Lots, "lot", "lots"))
	for _, b := range r.Breches {
		fmt.Fprintf(s.out, "  %-16s %s : %s\n", b.Code, b.Objet, b.Phrase)
	}
	if len(r.Breches) > 0 {
		fmt.Fprintf(s.out, "%s.\n", libelle.Compte(len(r.Breches), "promesse rompue", "promesses rompues"))
		s.statut = statutErreur
		return
	}
	fmt.Fprintln(s.out, "Toutes les promesses sont tenues.")
}

var cmdSigner = commande{
	nom: "signer", arguments: "DOSSIER --par NOM --motif TEXTE", resume: "signe les décisions défavorables proposées sur un dossier",
	aide: `
Ce qui est défavorable (refus, suspension, fin de droits) est proposé par le calcul et décidé par un
agent. Cette commande enregistre sa signature, son nom et ce qu'il a examiné.`,
	options: func(fs *pflag.FlagSet) func(*session, []string) error {
		var o ouverture
		o.options(fs)
		var sig app.Signature
		par := fs.String("par", "", "qui décide : son matricule, ou son nom si la caisse n'a pas de registre des agents")
		fs.StringVar(&sig.Motif, "motif", "", "ce qui a été examiné, et pourquoi")
		return func(s *session, args []string) error {
			if len(args) != 1 {
				return usage("signer : donnez un dossier")
			}
			caisse, fermer, err := o.ouvrir(s)
			if err != nil {
				return err
			}
			defer fermer()
			x, _, err := s.prouver(caisse, *par, "--par")
			if err != nil {
				return err
			}
			sig.Par = x.Agent
			signees, err := caisse.Signer(s.ctx, args[0], sig)
			if err != nil {
				return err
			}
			for _, p := range signees {
				fmt.Fprintf(s.out, "Signé : %s, %s, règle %s.\n", p.Dossier, p.Periode, p.Regle)
			}
			return nil
		}
	},
}
