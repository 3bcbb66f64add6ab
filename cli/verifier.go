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
	if r.Attendent > 0 {
		fmt.Fprintf(s.out, "%s d'un changement de règles signé, comme il le dit (accord rejouer --etat).\n", libelle.Compte(r.Attendent, "personne attend l'application", "personnes attendent l'application"))
	}
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
agent. Cette commande enregistre sa signature, son nom et ce qu'il a examiné.

«--simuler» dit ce qui serait signé, en jours et en euros, sans rien signer.`,
	options: func(fs *pflag.FlagSet) func(*session, []string) error {
		var o ouverture
		o.options(fs)
		var sig app.Signature
		par := fs.String("par", "", "qui décide : son matricule, ou son nom si la caisse n'a pas de registre des agents")
		fs.StringVar(&sig.Motif, "motif", "", "ce qui a été examiné, et pourquoi")
		simuler := fs.Bool("simuler", false, "dit ce qui serait signé, sans le signer")
		return func(s *session, args []string) error {
			if len(args) != 1 {
				return usage("signer : donnez un dossier")
			}
			caisse, fermer, err := o.ouvrir(s)
			if err != nil {
				return err
			}
			defer fermer()
			if *simuler {
				return s.montrerSignature(caisse, args[0])
			}
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

// montrerSignature says what a signature would decide.
func (s *session) montrerSignature(caisse *app.Caisse, reference string) error {
	vue, err := caisse.Consulter(s.ctx, reference)
	if err != nil {
		return err
	}
	n := 0
	for i := range vue.Proposees {
		p := &vue.Proposees[i]
		if p.Signee != nil || vue.Numero != "" && p.Dossier != vue.Numero {
			continue
		}
		n++
		quoi := libelle.Etat(p.Etat)
		if p.Reserve > 0 {
			quoi = "réduction, " + p.Reserve.Euros() + " brut réservés qui ne seront pas payés"
		}
		fmt.Fprintf(s.out, "Serait signé : %s, %s (%s), règle %s : %s.\n", p.Dossier, p.Periode, libelle.Jours(p.Periode.Jours()), p.Regle, quoi)
	}
	if n == 0 {
		return app.ErrRienASigner
	}
	fmt.Fprintln(s.out, "Rien n'est signé.")
	return nil
}
