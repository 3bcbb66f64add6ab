package cli

import (
	"bufio"

	"accord/droit"
	"accord/format/calcul"
	"accord/tirage"

	"github.com/spf13/pflag"
)

var cmdTirer = commande{
	nom: "tirer", arguments: "[--nombre N] [--graine G] [--tordus]", resume: "tire des cas au hasard, un par ligne, pour éprouver ou mesurer le calcul",
	aide: `
Écrit des cas inventés (accord/cas/1), un par ligne : à donner à «accord calculer --lot». La même
graine donne les mêmes cas. Les cas ordinaires ont les durées et les employeurs d'une caisse ; les
cas tordus cherchent les bords du droit.`,
	options: func(fs *pflag.FlagSet) func(*session, []string) error {
		nombre := fs.Int("nombre", 1000, "nombre de cas")
		graine := fs.Uint64("graine", 1, "graine du tirage")
		tordus := fs.Bool("tordus", false, "des cas tordus plutôt qu'ordinaires")
		seul := fs.Bool("resultat-seul", false, "demande un résultat sans jours ni explication")
		return func(s *session, args []string) error {
			if *nombre < 0 {
				return usage("--nombre : un nombre positif est attendu")
			}
			profil := tirage.Ordinaire
			if *tordus {
				profil = tirage.Tordu
			}
			w := bufio.NewWriterSize(s.out, 1<<20)
			p := calcul.Complete
			if *seul {
				p = calcul.Presentation{}
			}
			err := tirage.Suite(w, *graine, *nombre, profil, func(dst []byte, c *droit.Cas) []byte { return calcul.AppendCas(dst, c, p) })
			if err != nil {
				return err
			}
			return w.Flush()
		}
	},
}
