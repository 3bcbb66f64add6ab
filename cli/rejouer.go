package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"accord/app"
	"accord/bilan"
	"accord/parametre"

	"github.com/spf13/pflag"
)

var cmdRejouer = commande{
	nom: "rejouer", arguments: "[--parametres FICHIER] [--lecture POINT=LECTURE] [--signer RAPPORT] [--appliquer RAPPORT]", resume: "recalcule tout le passé sous d'autres règles : qui gagne, qui perd, de combien",
	aide: `
Recalcule chaque personne de la base à partir des mêmes faits, et compare jour par jour. N'écrit rien, sauf
«--signer» et «--appliquer».

  accord rejouer                                 ce que dit ce programme, comparé à ce qui est gardé au registre : à
                                                 lancer après l'avoir changé, avant la première journée ; donne un nom
                                                 au rapport, qui suit de tout ce qu'il dit
  accord rejouer --signer RAPPORT                le signe ; il en faut deux, de deux personnes, sur le même rapport
  accord rejouer --appliquer RAPPORT             recalcule ceux à qui il ne retire rien : un rappel est proposé par la
                                                 journée suivante ; «--cohorte part:10» n'en prend qu'un sur dix,
                                                 «--cohorte risque:maladie» ceux dont cela seul change ; qui perd est
                                                 recalculé un à un («--cohorte personne:NUMERO»), et là encore un refus
                                                 attend sa signature, un trop-perçu sa décision
  accord rejouer --etat                          les rapports signés, par qui, et à qui ils ont été appliqués
  accord rejouer --parametres projet.csv         un texte en projet : lignes «code;valeur;du;au;source;jo;vrai_encore_le»,
                                                 qui remplacent celles du même paramètre et du même début, ou s'y ajoutent
  accord rejouer --lecture MAL-U-1=demi_superieur   un point que les textes ne tranchent pas, lu autrement

Les montants sont bruts. Le statut est 1 si quelque chose change pour quelqu'un.`,
	options: func(fs *pflag.FlagSet) func(*session, []string) error {
		var o ouverture
		o.options(fs)
		parametres := fs.String("parametres", "", "fichier de lignes de paramètres à mettre à la place")
		lectures := fs.StringArray("lecture", nil, "point lu autrement, comme MAL-U-1=demi_superieur ; se répète")
		tous := fs.Bool("tous", false, "montre tout le monde, et non les vingt premiers de chaque liste")
		var x signatureRejeu
		x.options(fs)
		return func(s *session, args []string) error {
			imagine := *parametres != "" || len(*lectures) > 0
			if imagine && x.agit() {
				return usage("rejouer : --signer et --appliquer vont seuls ; des règles en projet s'appliquent par un programme qui les porte")
			}
			if x.signer != "" && x.appliquer != "" {
				return usage("rejouer : --signer ou --appliquer, l'un après l'autre")
			}
			caisse, fermer, err := o.ouvrir(s)
			if err != nil {
				return err
			}
			defer fermer()
			switch {
			case x.etat:
				return s.listerRejeux(caisse)
			case x.agit():
				return x.faire(s, caisse)
			}
			var autre *parametre.Table
			if imagine {
				if autre, err = autresRegles(caisse.Table(), *parametres, *lectures); err != nil {
					return err
				}
			}
			return s.rejouer(caisse, autre, *tous)
		}
	},
}

const rejoueesMontrees = 20

func (s *session) rejouer(caisse *app.Caisse, autre *parametre.Table, tous bool) error {
	r, err := caisse.Rejouer(s.ctx, autre, func(int) {})
	if err != nil {
		return err
	}
	nombre := rejoueesMontrees
	if tous {
		nombre = 0
	}
	if err := bilan.EcrireRejeu(s.out, r, nombre); err != nil {
		return err
	}
	if len(r.Rejouees) > 0 || len(r.Empeches) > 0 {
		s.statut = statutErreur
	}
	if autre == nil && len(r.Rejouees) > 0 {
		if err := s.direRapport(caisse, r); err != nil {
			return err
		}
	}
	fmt.Fprint(s.out, "\nRien n'a été écrit.\n")
	return nil
}

// autresRegles changes the rules of the program as the options say.
func autresRegles(t *parametre.Table, fichier string, lectures []string) (*parametre.Table, error) {
	for _, l := range lectures {
		point, lecture, ok := strings.Cut(l, "=")
		if !ok {
			return nil, usage("rejouer : --lecture «%s» ; attendu : POINT=LECTURE, comme MAL-U-1=demi_superieur", l)
		}
		var err error
		if t, err = t.LireAutrement(point, lecture); err != nil {
			return nil, usage("rejouer : --lecture : %v", err)
		}
	}
	if fichier == "" {
		return t, nil
	}
	return t.Changer(os.DirFS(filepath.Dir(fichier)), filepath.Base(fichier))
}
