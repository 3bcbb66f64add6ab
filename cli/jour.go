package cli

import (
	"fmt"
	"path/filepath"

	"accord/app"
	v "accord/valeur"

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
			return b.Laisses
		}
	},
}

var cmdPayer = commande{
	nom: "payer", arguments: "--ordonnateur QUI --comptable QUI [--sortie DOSSIER]", resume: "signe, vise et émet les paiements proposés (fichier SEPA)",
	aide: `
Signe les ordres proposés au nom de l'ordonnateur, les vise au nom du directeur comptable, écrit le
fichier bancaire (pain.001.001.09), le relit, le compare, puis l'émet. Ce sont deux personnes. Un même lot n'est
jamais émis deux fois.

«--ordonnateur» seul signe, et s'arrête là ; «--comptable» seul vise ce qui est signé, et émet. Là où la caisse a un
registre des agents, c'est la seule façon : chacun se nomme par son matricule et prouve qui il est, par une commande
à soi.

  accord payer --ordonnateur D1
  accord payer --comptable C2 --sortie banque`,
	options: func(fs *pflag.FlagSet) func(*session, []string) error {
		var o ouverture
		o.options(fs)
		ordonnateur := fs.String("ordonnateur", "", "qui signe : son matricule, ou son nom si la caisse n'a pas de registre des agents")
		comptable := fs.String("comptable", "", "qui vise, de même")
		sortie := fs.String("sortie", ".", "dossier où poser le fichier bancaire")
		preparer := fs.Bool("preparer", false, "s'arrête au lot préparé, sans l'émettre : le prochain «payer» l'émet, «arreter lot» le défait")
		return func(s *session, args []string) error {
			if *ordonnateur == "" && *comptable == "" {
				return usage("payer : dites qui signe (--ordonnateur), qui vise (--comptable), ou les deux")
			}
			caisse, fermer, err := o.ouvrir(s)
			if err != nil {
				return err
			}
			defer fermer()
			sig, err := s.signataires(caisse, *ordonnateur, *comptable)
			if err != nil {
				return err
			}
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

// signataires gives those who sign and give the visa. Where identities are proved, one
// command proves one person.
func (s *session) signataires(caisse *app.Caisse, ordonnateur, comptable string) (sig app.Signataires, err error) {
	ouvert, err := caisse.RegistreOuvert(s.ctx)
	if err != nil {
		return sig, err
	}
	if ouvert && ordonnateur != "" && comptable != "" {
		return sig, usage("payer : la caisse a un registre des agents, et une commande ne prouve qu'une personne : «payer --ordonnateur %s», puis «payer --comptable %s»", ordonnateur, comptable)
	}
	for _, x := range []struct {
		qui, option string
		agent       *v.Agent
	}{{ordonnateur, "--ordonnateur", &sig.Ordonnateur}, {comptable, "--comptable", &sig.Comptable}} {
		if x.qui == "" {
			continue
		}
		i, _, err := s.prouver(caisse, x.qui, x.option)
		if err != nil {
			return sig, err
		}
		*x.agent = i.Agent
	}
	return sig, nil
}

// direPrepare says what was prepared, and not released.
func (s *session) direPrepare(p *app.Paiement) {
	s.direLaisses(p)
	if s.direSignes(p) {
		return
	}
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

// direSignes says what the ordonnateur signed, alone, and reports whether it did.
func (s *session) direSignes(p *app.Paiement) bool {
	if p.Signes == 0 {
		return false
	}
	fmt.Fprintf(s.out, "%s : le comptable vise et émet par «accord payer --comptable».\n", pluriel(p.Signes, "ordre signé attend le visa", "ordres signés attendent le visa"))
	return true
}

func (s *session) direPaiement(p *app.Paiement, sortie string) {
	s.direLaisses(p)
	if s.direSignes(p) {
		return
	}
	if p.Lot == "" {
		fmt.Fprintln(s.out, "Rien à virer.")
		return
	}
	fmt.Fprintf(s.out, "Lot %s : %s, %s, à exécuter le %s. Fichier relu et comparé : %s\n",
		p.Lot, pluriel(p.Ordres, "virement", "virements"), p.Somme.Euros(), p.Execution.EnLettres(), filepath.Join(sortie, p.Fichier))
}
