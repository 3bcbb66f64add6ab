package cli

import (
	"bufio"
	"slices"
	"strings"

	"accord/droit"
	"accord/format/calcul"
	"accord/tirage"

	"github.com/spf13/pflag"
)

var cmdTirer = commande{
	nom: "tirer", arguments: "[--nombre N] [--graine G] [--profil PROFIL]", resume: "tire des cas au hasard, un par ligne, pour éprouver ou mesurer le calcul",
	aide: `
Écrit des cas inventés (accord/cas/1), un par ligne : à donner à «accord calculer --lot». La même
graine donne les mêmes cas. Les profils : ordinaire (arrêts de maladie, avec les durées et les
employeurs d'une caisse), tordu (maladie, aux bords du droit), familles (naissances, adoptions,
deuils), accidents (accidents du travail, maladies professionnelles), melanges (plusieurs
prestations qui se suivent ou se croisent).`,
	options: func(fs *pflag.FlagSet) func(*session, []string) error {
		nombre := fs.Int("nombre", 1000, "nombre de cas")
		graine := fs.Uint64("graine", 1, "graine du tirage")
		nom := fs.String("profil", "ordinaire", "ce qui est tiré : "+nomsProfils())
		tordus := fs.Bool("tordus", false, "comme --profil tordu")
		seul := fs.Bool("resultat-seul", false, "demande un résultat sans jours ni explication")
		return func(s *session, args []string) error {
			if *nombre < 0 {
				return usage("--nombre : un nombre positif est attendu")
			}
			if *tordus {
				*nom = "tordu"
			}
			k := slices.IndexFunc(tirage.Profils, func(p tirage.ProfilNomme) bool { return p.Nom == *nom })
			if k < 0 {
				return usage("--profil : %s ; un de ceux-ci est attendu : %s", *nom, nomsProfils())
			}
			profil := tirage.Profils[k].Profil
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

func nomsProfils() string {
	var noms []string
	for _, p := range tirage.Profils {
		noms = append(noms, p.Nom)
	}
	return strings.Join(noms, ", ")
}
