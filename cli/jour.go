package cli

import (
	"fmt"
	"path/filepath"

	"accord/app"

	"github.com/spf13/pflag"
)

var cmdJour = commande{
	nom: "jour", arguments: "[--date AAAA-MM-JJ]", resume: "la journée de la caisse : propose les paiements, écrit ce qui est à dire",
	aide: `
Recalcule ce qui a changé, propose un ordre de paiement pour ce qui est dû et échu, envoie les
accusés de réception et les demandes. Lancée deux fois, elle ne propose rien deux fois.`,
	options: func(fs *pflag.FlagSet) func(*session, []string) error {
		var o ouverture
		o.options(fs)
		return func(s *session, args []string) error {
			caisse, fermer, err := o.ouvrir(s)
			if err != nil {
				return err
			}
			defer fermer()
			b, err := caisse.Journee(s.ctx)
			if err != nil {
				return err
			}
			fmt.Fprintf(s.out, "Journée du %s : %s, %s pour %s brut (%s net), %s en attente d'une information ou d'une décision, %s.\n",
				b.Jour.EnLettres(), pluriel(b.Examines, "personne examinée", "personnes examinées"), pluriel(b.Ordres, "paiement proposé", "paiements proposés"),
				b.Brut.Euros(), b.Net.Euros(), pluriel(b.Retenues, "somme", "sommes"), pluriel(b.Travaux, "message ou travail fait", "messages ou travaux faits"))
			return nil
		}
	},
}

var cmdPayer = commande{
	nom: "payer", arguments: "--ordonnateur NOM --comptable NOM [--sortie DOSSIER]", resume: "signe, vise et émet les paiements proposés (fichier SEPA)",
	aide: `
Signe les ordres proposés au nom de l'ordonnateur, les vise au nom du directeur comptable, écrit le
fichier bancaire (pain.001.001.09), le relit, le compare, puis l'émet. Les deux noms doivent être
ceux de deux personnes. Un même lot n'est jamais émis deux fois.`,
	options: func(fs *pflag.FlagSet) func(*session, []string) error {
		var o ouverture
		o.options(fs)
		sig := app.Signataires{}
		fs.StringVar(&sig.Ordonnateur, "ordonnateur", "", "qui signe")
		fs.StringVar(&sig.Comptable, "comptable", "", "qui vise")
		sortie := fs.String("sortie", ".", "dossier où poser le fichier bancaire")
		preparer := fs.Bool("preparer", false, "s'arrête au lot préparé, sans l'émettre : le prochain «payer» l'émet, «arreter lot» le défait")
		return func(s *session, args []string) error {
			if sig.Ordonnateur == "" || sig.Comptable == "" {
				return usage("payer : donnez le nom de qui signe et de qui vise, par --ordonnateur et --comptable")
			}
			caisse, fermer, err := o.ouvrir(s)
			if err != nil {
				return err
			}
			defer fermer()
			if *preparer {
				p, err := caisse.Preparer(s.ctx, sig)
				if err != nil {
					return err
				}
				s.direPrepare(&p)
				return nil
			}
			p, err := caisse.Payer(s.ctx, sig, dossierBancaire(*sortie))
			if err != nil {
				return err
			}
			s.direPaiement(&p, *sortie)
			return nil
		}
	},
}

// direPrepare says what was prepared, and not released.
func (s *session) direPrepare(p *app.Paiement) {
	s.direLaisses(p)
	if p.Lot == "" {
		fmt.Fprintln(s.out, "Rien à préparer.")
		return
	}
	fmt.Fprintf(s.out, "Lot %s préparé, pas émis : %s, %s.\n", p.Lot, pluriel(p.Ordres, "virement", "virements"), p.Somme.Euros())
}

// direLaisses names the orders that do not leave, and why.
func (s *session) direLaisses(p *app.Paiement) {
	for _, e := range p.Retenus {
		fmt.Fprintf(s.out, "Ordre %s retenu : %s\n", e.Ordre, e.Raison)
	}
	for _, e := range p.Ecartes {
		fmt.Fprintf(s.out, "Ordre %s écarté : %s\n", e.Ordre, e.Raison)
		s.statut = statutErreur
	}
}

func (s *session) direPaiement(p *app.Paiement, sortie string) {
	s.direLaisses(p)
	if p.Lot == "" {
		fmt.Fprintln(s.out, "Rien à virer.")
		return
	}
	fmt.Fprintf(s.out, "Lot %s : %s, %s, à exécuter le %s. Fichier relu et comparé : %s\n",
		p.Lot, pluriel(p.Ordres, "virement", "virements"), p.Somme.Euros(), p.Execution.EnLettres(), filepath.Join(sortie, p.Fichier))
}
