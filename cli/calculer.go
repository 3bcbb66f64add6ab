package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"

	"accord/dossier"
	"accord/format/calcul"
	"accord/parametre"

	"github.com/spf13/pflag"
)

var cmdCalculer = commande{
	nom: "calculer", arguments: "[--lot|--explique] [FICHIER|-]", resume: "calcule un cas (JSON) sans base ni horloge",
	aide: `
Lit un cas (accord/cas/1) et écrit son résultat (accord/resultat/1). Sans fichier, ou avec «-», lit
l'entrée standard. La réponse ne dépend que du cas.

  --lot       un cas par ligne en entrée, un résultat par ligne en sortie, dans le même ordre
  --explique  le même résultat en français, avec son calendrier

Statut : 0 le cas est calculé, 2 le cas est illisible ou se contredit, 1 une ligne d'un lot a été refusée.`,
	options: func(fs *pflag.FlagSet) func(*session, []string) error {
		lot := fs.Bool("lot", false, "un cas par ligne")
		explique := fs.Bool("explique", false, "en français")
		return func(s *session, args []string) error {
			if *lot && *explique {
				return usage("calculer : --lot et --explique ne vont pas ensemble")
			}
			entree, fermer, err := s.entree(args)
			if err != nil {
				return err
			}
			defer fermer()
			if *lot {
				return s.calculerLot(entree)
			}
			return s.calculerUn(entree, *explique)
		}
	},
}

// entree opens the file named, or the standard input.
func (s *session) entree(args []string) (io.Reader, func(), error) {
	switch {
	case len(args) > 1:
		return nil, nil, usage("un seul fichier est attendu, %d sont donnés", len(args))
	case len(args) == 0 || args[0] == "-":
		return s.in, func() {}, nil
	}
	f, err := os.Open(args[0])
	if err != nil {
		return nil, nil, usage("%s : introuvable ou illisible", args[0])
	}
	return f, func() { f.Close() }, nil
}

func (s *session) calculerUn(entree io.Reader, explique bool) error {
	texte, err := io.ReadAll(entree)
	if err != nil {
		return err
	}
	table, err := parametre.Charger()
	if err != nil {
		return err
	}
	m := calcul.NewMoteur(fabrique(table))
	if explique {
		cas, res, _, err := m.Calculer(texte)
		if err != nil {
			return refusCas(err)
		}
		return calcul.Expliquer(s.out, cas, res)
	}
	reponse, err := m.Repondre(nil, texte)
	if err != nil {
		return refusCas(err)
	}
	_, err = s.out.Write(append(reponse, '\n'))
	return err
}

func refusCas(err error) error {
	var refus *calcul.Erreur
	if errors.As(err, &refus) {
		return &echec{statutUsage, err}
	}
	return err
}

func (s *session) calculerLot(entree io.Reader) error {
	table, err := parametre.Charger()
	if err != nil {
		return err
	}
	bilan, err := calcul.Lot(entree, s.out, fabrique(table), runtime.GOMAXPROCS(0))
	if err != nil {
		return err
	}
	if bilan.Erreurs > 0 {
		fmt.Fprintf(s.err, "accord : %d lignes lues, %d refusées\n", bilan.Lignes, bilan.Erreurs)
		s.statut = statutErreur
	}
	return nil
}

// fabrique gives each worker a calculator of its own.
func fabrique(t *parametre.Table) func() calcul.Calculateur {
	return func() calcul.Calculateur { return dossier.NewCalculateur(t) }
}
