package cli

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"accord/app"
	"accord/droit"
	"accord/libelle"
	"accord/suivi"
	v "accord/valeur"

	"github.com/spf13/pflag"
)

var cmdHorloges = commande{
	nom: "horloges", arguments: "[CODE --depuis AAAA-MM-JJ] [--a QUI] [--table]", resume: "les délais : dossiers en retard, table des horloges, date où un délai finit",
	aide: `
Sans argument, liste les dossiers dont un délai approche ou est dépassé, le plus ancien d'abord, et à
qui chacun est porté ; «--a directeur» ne garde que ceux qui lui sont portés.

Avec le code d'une horloge et un départ, dit le dernier jour du délai, le jour de l'alerte et les
échelons, sur le calendrier des jours ouvrés d'un département. «--table» montre toutes les horloges.`,
	options: func(fs *pflag.FlagSet) func(*session, []string) error {
		var o ouverture
		o.options(fs)
		a := fs.String("a", "", "échelon : cadre, directeur, comptable ou juridique")
		depuis := fs.String("depuis", "", "jour où le délai commence")
		departement := fs.String("departement", "", "dont les jours fériés comptent : 67, 971… ; sans lui, ceux de la métropole")
		table := fs.Bool("table", false, "montre la table des horloges")
		return func(s *session, args []string) error {
			switch {
			case *table:
				return ecrireHorloges(s.out)
			case len(args) == 1:
				return ecrireDelai(s.out, args[0], *depuis, *departement)
			case len(args) > 1 || *depuis != "":
				return usage("horloges : donnez le code d'une horloge et son départ ; «accord horloges --table» les liste")
			}
			c, fermer, err := o.ouvrir(s)
			if err != nil {
				return err
			}
			defer fermer()
			rs, empeches, err := c.Retards(s.ctx, *a)
			if err != nil {
				return err
			}
			for _, e := range empeches {
				fmt.Fprintf(s.out, "%v\n", e)
				s.statut = statutErreur
			}
			return ecrireRetards(s.out, rs, c.Clock().Jour())
		}
	},
}

func ecrireRetards(sortie io.Writer, rs []app.DossierEnRetard, jour v.Jour) error {
	w := bufio.NewWriter(sortie)
	for i := range rs {
		r := &rs[i]
		fmt.Fprintf(w, "%s : %s\n  %s\n", r.Dossier, r.Cours.Code, r.Etape.Phrase)
	}
	fmt.Fprintf(w, "%s au %s.\n", pluriel(len(rs), "dossier dont un délai approche ou est dépassé", "dossiers dont un délai approche ou est dépassé"), jour.EnLettres())
	return w.Flush()
}

func ecrireDelai(sortie io.Writer, code, depuis, departement string) error {
	le, err := v.ParseJour(depuis)
	if err != nil {
		return usage("horloges : --depuis «%s» n'est pas une date (AAAA-MM-JJ)", depuis)
	}
	h, ok := suivi.HorlogeDe(strings.ToUpper(code), le)
	if !ok {
		return usage("horloges : «%s» n'est pas une horloge au %s ; «accord horloges --table» les liste", code, le.Francais())
	}
	fin := h.Dernier(droit.CalendrierDe(departement), le)
	fmt.Fprintf(sortie, "%s, depuis le %s : dernier jour le %s (%d %s).\n", h.Code, le.EnLettres(), fin.EnLettres(), h.Duree, uniteEnMots(h.Unite, h.Duree))
	if h.Alerte >= 0 {
		fmt.Fprintf(sortie, "  Alerte à partir du %s.\n", (fin - v.Jour(h.Alerte)).EnLettres())
	}
	for _, e := range h.Echelons {
		fmt.Fprintf(sortie, "  Porté %s à partir du %s.\n", suivi.EchelonEnMots(e.A), (fin + v.Jour(e.Jours)).EnLettres())
	}
	fmt.Fprintf(sortie, "  %s (relu le %s).\n", h.Source, h.VraiEncoreLe.Francais())
	return nil
}

func ecrireHorloges(sortie io.Writer) error {
	w := bufio.NewWriter(sortie)
	for _, court := range []bool{true, false} {
		if !court {
			fmt.Fprintln(w, "\nConnues de la loi, et qui ne courent pas ici : rien de ce qui est reçu ne les commence encore.")
		}
		for _, h := range suivi.Horloges() {
			if h.Court() == court {
				ecrireHorloge(w, &h)
			}
		}
	}
	return w.Flush()
}

// uniteEnMots names the unit of a clock.
func uniteEnMots(u suivi.Unite, n int) string {
	if u == suivi.Annees && n == 1 {
		return "an"
	}
	return map[suivi.Unite]string{
		suivi.Jours: "jours", suivi.Ouvres: "jours ouvrés", suivi.Ouvrables: "jours ouvrables", suivi.Francs: "jours francs", suivi.Mois: "mois",
		suivi.Annees: "ans", suivi.FinMois: "mois, à la fin du mois", suivi.FinAnnee: "ans, au 31 décembre",
	}[u]
}

func ecrireHorloge(w io.Writer, h *suivi.Horloge) {
	fmt.Fprintf(w, "%-27s %3d %-28s depuis : %s\n", h.Code, h.Duree, uniteEnMots(h.Unite, h.Duree), libelle.Depart(h.Depart))
	if h.Alerte >= 0 || len(h.Echelons) > 0 {
		fmt.Fprintf(w, "      %s\n", monter(h))
	}
	fmt.Fprintf(w, "      %s (relu le %s)\n", h.Source, h.VraiEncoreLe.Francais())
}

// monter says when a clock warns, and to whom it is carried once it is past.
func monter(h *suivi.Horloge) string {
	var dits []string
	if h.Alerte >= 0 {
		dits = append(dits, "alerte "+libelle.Jours(h.Alerte)+" avant la fin")
	}
	for _, e := range h.Echelons {
		dits = append(dits, suivi.EchelonEnMots(e.A)+" "+libelle.Jours(e.Jours)+" après")
	}
	return strings.Join(dits, " ; ")
}
