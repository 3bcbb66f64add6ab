package cli

import (
	"fmt"

	"accord/app"
	v "accord/valeur"

	"github.com/spf13/pflag"
)

var cmdEffacer = commande{
	nom: "effacer", arguments: "[--viser BORDEREAU]", resume: "efface ce qui est gardé depuis assez longtemps, par bordereau visé d'une autre personne",
	aide: `
Trois ans après la dernière trace d'une personne (une pièce, un paiement), ce qui est gardé d'elle ne sert plus :
son contenu peut être effacé, pour toujours. Restent la chaîne des empreintes, qui se vérifie encore, et les
comptes. Un dossier en cours, un accident qui peut rechuter, un trop-versé, un arrêt des paiements gardent tout.

  accord effacer                                                    qui est à terme, et ce qui garde les autres ; n'écrit rien
  accord effacer --par 'Anne Lebrun' --role cadre --motif 'terme'   établit le bordereau d'élimination
  accord effacer --viser 1A2B3C4D --par 'Marc Petit' --role directeur --motif 'visa des archives du 3 mars'
                                                                    le vise, et efface ; une pièce venue depuis garde la sienne

Une sauvegarde plus ancienne garde la clé de ce qui est effacé : elle doit finir elle aussi.`,
	options: func(fs *pflag.FlagSet) func(*session, []string) error {
		var o ouverture
		o.options(fs)
		var g gesteSaisi
		g.auteur.options(fs, "cadre ou directeur")
		fs.StringVar(&g.motif, "motif", "", "ce qui a été vu, et pourquoi")
		viser := fs.String("viser", "", "vise le bordereau d'un autre, et efface")
		return func(s *session, args []string) error {
			if len(args) != 0 {
				return usage("effacer : on n'efface pas quelqu'un, mais ce dont le terme est passé ; «accord aide effacer» dit le reste")
			}
			caisse, fermer, err := o.ouvrir(s)
			if err != nil {
				return err
			}
			defer fermer()
			if *viser == "" && g.par == "" {
				return listerEchus(s, caisse)
			}
			qui, role, err := g.prouver(s, caisse)
			if err != nil {
				return err
			}
			if *viser != "" {
				return s.viserBordereau(caisse, *viser, qui, role, g.motif)
			}
			b, err := caisse.EtablirBordereau(s.ctx, qui, role, g.motif)
			if err != nil {
				return err
			}
			_, err = fmt.Fprintf(s.out, "Bordereau %s : %s. Rien n'est effacé avant le visa d'une autre personne : accord effacer --viser %s\n",
				b.Bordereau, pluriel(len(b.Personnes), "personne", "personnes"), b.Bordereau)
			return err
		}
	},
}

func (s *session) viserBordereau(caisse *app.Caisse, id string, qui v.Agent, role, motif string) error {
	e, err := caisse.ViserBordereau(s.ctx, id, qui, role, motif)
	if err != nil {
		return err
	}
	fmt.Fprintf(s.out, "Bordereau %s visé par %s : le contenu de %s est effacé, pour toujours.\n", e.Bordereau, e.Par, pluriel(e.Effacees, "personne", "personnes"))
	for _, g := range e.Gardees {
		fmt.Fprintf(s.out, "  gardée   %s : %s\n", g.Personne, g.Garde)
	}
	return nil
}

func listerEchus(s *session, caisse *app.Caisse) error {
	echus, err := caisse.Echus(s.ctx)
	if err != nil {
		return err
	}
	effacables := 0
	for _, e := range echus {
		if e.Garde == "" {
			effacables++
			continue
		}
		fmt.Fprintf(s.out, "  gardée   %s, à terme depuis le %s : %s\n", e.Personne, e.Terme.Francais(), e.Garde)
	}
	fmt.Fprintf(s.out, "À terme : %s, dont %d à effacer. Rien n'a été effacé.\n", pluriel(len(echus), "personne", "personnes"), effacables)
	bs, err := caisse.Bordereaux(s.ctx)
	for _, b := range bs {
		suite := "attend le visa d'une autre personne"
		if b.Visa != nil {
			suite = "visé par " + b.Visa.Par + " : " + b.Visa.Motif
		}
		fmt.Fprintf(s.out, "  bordereau %s, de %s, par %s : %s\n", b.Bordereau, pluriel(len(b.Personnes), "personne", "personnes"), b.Par, suite)
	}
	return err
}
