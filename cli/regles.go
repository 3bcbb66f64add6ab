package cli

import (
	"bufio"
	"fmt"
	"io"

	"accord/clock"
	"accord/parametre"
	v "accord/valeur"

	"github.com/spf13/pflag"
)

var cmdRegles = commande{
	nom: "regles", arguments: "[--le AAAA-MM-JJ]", resume: "imprime le droit en vigueur un jour : règles, paramètres, points incertains",
	aide: `
Imprime les règles que le calcul applique, avec leur article et sa version, les paramètres en vigueur
le jour donné avec leur source, et les points que les textes ne tranchent pas avec la lecture retenue.`,
	options: func(fs *pflag.FlagSet) func(*session, []string) error {
		date := fs.String("le", "", "jour, au lieu d'aujourd'hui")
		return func(s *session, args []string) error {
			le := clock.System{}.Jour()
			if *date != "" {
				j, err := v.ParseJour(*date)
				if err != nil {
					return usage("--le : «%s» n'est pas une date (AAAA-MM-JJ)", *date)
				}
				le = j
			}
			table, err := parametre.Charger()
			if err != nil {
				return err
			}
			return ecrireRegles(s.out, table, le)
		}
	},
}

func ecrireRegles(sortie io.Writer, t *parametre.Table, le v.Jour) error {
	w := bufio.NewWriter(sortie)
	fmt.Fprintf(w, "Le droit appliqué au %s (version %s)\n\nRègles\n", le.EnLettres(), t.Version())
	for _, r := range t.Regles() {
		fmt.Fprintf(w, "  %-12s %s — %s %s (preuve : %s, vrai encore le %s)\n", r.ID, r.Titre, r.Article, r.Version, r.Preuve, r.VraiEncoreLe.Francais())
	}
	fmt.Fprint(w, "\nParamètres\n")
	for _, code := range parametre.Codes() {
		ecrireParametre(w, t, code, le)
	}
	fmt.Fprint(w, "\nPoints incertains, et la lecture retenue\n")
	for _, l := range t.Lectures() {
		fmt.Fprintf(w, "  %-10s %s (lecture : %s", l.Point, l.Phrase, l.Defaut)
		for _, autre := range l.Autres {
			fmt.Fprintf(w, " ; autre : %s", autre)
		}
		fmt.Fprintln(w, ")")
	}
	return w.Flush()
}

// ecrireParametre prints the row in force, or says that there is none.
func ecrireParametre(w io.Writer, t *parametre.Table, code parametre.Code, le v.Jour) {
	for _, l := range t.Historique(code) {
		if v.P(l.Du, l.Au).Contient(le) {
			fmt.Fprintf(w, "  %-26s %s depuis le %s — %s\n", code, l.Texte, l.Du.Francais(), l.Source)
			return
		}
	}
	fmt.Fprintf(w, "  %-26s aucune valeur connue ce jour-là\n", code)
}
