package cli

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"accord/app"
	"accord/libelle"
	"accord/suivi"

	"github.com/spf13/pflag"
)

var cmdAttente = commande{
	nom: "attente", arguments: "NUMERO|PERSONNE|NIR", resume: "qui a fait attendre une personne, jour par jour, et ce qui lui avait été écrit",
	aide: `
Recalcule chaque jour depuis la première réception avec ce qui en était connu ce jour-là, et dit à qui
revient l'attente du plus ancien jour impayé : la caisse, l'employeur, l'assuré, le médecin ou un tiers,
avec les dates où il lui a été écrit. Une demande restée sans réponse après tous ses rappels revient à
la caisse : c'est à elle d'agir.`,
	options: func(fs *pflag.FlagSet) func(*session, []string) error {
		var o ouverture
		o.options(fs)
		return func(s *session, args []string) error {
			if len(args) != 1 {
				return usage("attente : donnez un numéro de dossier, une personne ou un NIR")
			}
			caisse, fermer, err := o.ouvrir(s)
			if err != nil {
				return err
			}
			defer fermer()
			ps, err := caisse.AttentePassee(s.ctx, args[0])
			if err != nil {
				return err
			}
			return ecrireAttente(s.out, ps)
		}
	},
}

func ecrireAttente(sortie io.Writer, ps []app.PeriodeAttente) error {
	w := bufio.NewWriter(sortie)
	totaux := map[suivi.Responsabilite]int{}
	for i := range ps {
		p := &ps[i]
		totaux[p.Par] += p.Periode.Jours()
		fmt.Fprintf(w, "%s, %s : %s", p.Periode, libelle.Jours(p.Periode.Jours()), libelle.Responsable(p.Par))
		if len(p.Ecrit) > 0 {
			dates := make([]string, len(p.Ecrit))
			for k, j := range p.Ecrit {
				dates[k] = j.Francais()
			}
			fmt.Fprintf(w, ", écrit le %s", strings.Join(dates, ", le "))
		}
		fmt.Fprintf(w, " ; %s à la fin.\n", pluriel(p.Jours, "jour impayé", "jours impayés"))
	}
	for _, r := range suivi.Responsables() {
		if n := totaux[r]; n > 0 {
			fmt.Fprintf(w, "En tout, %s : %s.\n", libelle.Responsable(r), libelle.Jours(n))
		}
	}
	if len(ps) == 0 {
		fmt.Fprintln(w, "Personne n'a attendu.")
	}
	return w.Flush()
}
