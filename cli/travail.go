package cli

import (
	"bufio"
	"fmt"

	"accord/app"
	"accord/libelle"

	"github.com/spf13/pflag"
)

var cmdTravail = commande{
	nom: "travail", arguments: "[--attend ACTEUR] [--taches]", resume: "les dossiers à traiter, le plus grand préjudice d'abord",
	aide: `
Liste les dossiers qui ont un jour impayé, une tâche ouverte ou quelqu'un qui doit agir, dans l'ordre du préjudice : les euros dus
ou certains × les jours depuis lesquels ils manquent. Un jour dont rien n'est encore certain compte pour un
minimum. Une situation urgente signalée (acte «signaler») relève le dossier ; le nombre de réclamations ou
de signaux ne change rien. Les poids et leurs raisons sont dans suivi/prejudice.csv.

«--attend» garde un acteur (employeur, assure, technicien, agent, cadre, directeur, ordonnateur, comptable) ;
«--taches», les dossiers qui ont une tâche ouverte.`,
	options: func(fs *pflag.FlagSet) func(*session, []string) error {
		var o ouverture
		o.options(fs)
		f := app.Filtre{Ordre: app.ParPrejudice}
		fs.StringVar(&f.Attend, "attend", "", "de qui l'on attend")
		fs.BoolVar(&f.Taches, "taches", false, "seulement avec une tâche ouverte")
		fs.IntVar(&f.Max, "nombre", 40, "nombre de dossiers")
		fs.IntVar(&f.Saut, "apres", 0, "nombre de dossiers à passer d'abord")
		return func(s *session, args []string) error {
			if len(args) > 0 {
				return usage("travail : pas d'argument ; «accord dossier %s» montre un dossier", args[0])
			}
			if f.Attend != "" && libelle.File(f.Attend) == "" {
				return usage("travail : --attend «%s» n'est pas un acteur ; «accord aide travail» les liste", f.Attend)
			}
			if f.Max < 1 || f.Saut < 0 {
				return usage("travail : --nombre attend au moins 1, --apres au moins 0")
			}
			caisse, fermer, err := o.ouvrir(s)
			if err != nil {
				return err
			}
			defer fermer()
			return s.travail(caisse, f)
		}
	},
}

// travail prints the work list.
func (s *session) travail(caisse *app.Caisse, f app.Filtre) error {
	f.Avant = caisse.Clock().Jour()
	rs, total, err := caisse.Lister(s.ctx, f)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(s.out)
	if total == 0 {
		fmt.Fprintf(w, "Aucun dossier à traiter au %s.\n", f.Avant.EnLettres())
		return w.Flush()
	}
	fmt.Fprintf(w, "%s à traiter au %s, le plus grand préjudice d'abord.\n", libelle.Compte(total, "dossier", "dossiers"), f.Avant.EnLettres())
	for i := range rs {
		vue, err := caisse.Consulter(s.ctx, rs[i].Dossier)
		if err != nil {
			return err
		}
		ecrireTravail(w, vue, &rs[i], f.Saut+i+1)
	}
	return w.Flush()
}

// ecrireTravail prints one dossier of the work list.
func ecrireTravail(w *bufio.Writer, vue *app.Vue, r *app.Resume, rang int) {
	fmt.Fprintf(w, "\n%d. %s, %s\n", rang, r.Dossier, r.Nom)
	depuis := "aucun jour impayé"
	if r.PlusAncien >= vue.Jour {
		depuis += ", les prochains à venir le " + r.PlusAncien.Francais()
	} else if r.PlusAncien != 0 {
		depuis = "plus ancien jour impayé le " + r.PlusAncien.Francais() + " (" + libelle.IlYA(r.PlusAncien, vue.Jour) + "), " + r.DuBrut.Euros() + " brut certain, jours à venir compris"
	}
	fmt.Fprintf(w, "  Préjudice : %s%s ; %s.\n", libelle.Prejudice(r.Prejudice), relever(r.Priorite), depuis)
	for i := range vue.Etapes {
		e := &vue.Etapes[i]
		if app.NumeroDossier(vue.Personne, &e.Chaine) != r.Dossier {
			continue
		}
		fmt.Fprintf(w, "  %s. %s\n", libelle.Etape(e.Genre), e.Phrase)
		if e.Acteur != "" {
			fmt.Fprintf(w, "  Doit agir : %s%s.\n", libelle.Acteur(e.Acteur, nomActeur(vue, e.Acteur)), avant(e.Echeance, vue.Jour))
		}
		ecrireTaches(w, e.Taches, func(a string) string { return nomActeur(vue, a) }, vue.Jour)
	}
}
