package cli

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"accord/clock"
	"accord/dossier"
	"accord/parametre"
	v "accord/valeur"

	"github.com/spf13/pflag"
)

var cmdRegles = commande{
	nom: "regles", arguments: "[--le AAAA-MM-JJ]", resume: "imprime le droit en vigueur un jour : règles, paramètres, points incertains",
	aide: `
Imprime, dans l'ordre du texte, les règles que le calcul applique avec leur article et sa version ; les
paramètres en vigueur le jour donné, avec leur source, leur Journal officiel et le jour de la dernière
vérification ; les points que les textes ne tranchent pas, avec la lecture retenue ; et la source qui
l'emporte quand deux pièces se contredisent.`,
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

// ecrireRegles prints the law of a day, for a jurist.
func ecrireRegles(sortie io.Writer, t *parametre.Table, le v.Jour) error {
	w := bufio.NewWriter(sortie)
	fmt.Fprintf(w, "Le droit appliqué au %s\n\n", le.EnLettres())
	fmt.Fprintf(w, "Version %s des valeurs et des lectures : chaque ordre de paiement la porte. Les articles sont ceux du code\n", t.Version())
	fmt.Fprint(w, "de la sécurité sociale, sauf mention contraire, dans la version citée. Ce qui a changé dans le temps est dans\nles paramètres, chacun à sa date.\n")
	if n, err := t.Entier(parametre.DroitVerifie, le); err == nil && n != 1 {
		fmt.Fprint(w, "\nAttention : les règles de cette date n'ont pas été relues. Celles de 2022 sont appliquées, avec un avis.\n")
	}
	fmt.Fprint(w, "\n\nRÈGLES, DANS L'ORDRE DU TEXTE\n")
	chapitre := ""
	for _, r := range t.Regles() {
		if c := chapitreDe(r.ID); c != chapitre {
			chapitre = c
			fmt.Fprintf(w, "\n%s\n", chapitre)
		}
		fmt.Fprintf(w, "  %s\n      %s ; %s, vrai encore le %s ; %s\n", r.Titre, article(&r), preuves[r.Preuve], r.VraiEncoreLe.Francais(), r.ID)
	}
	fmt.Fprint(w, "\n\nPARAMÈTRES EN VIGUEUR CE JOUR-LÀ\n")
	sujet := ""
	for _, code := range parametre.Codes() {
		if h := t.Historique(code); len(h) > 0 && sujets[h[0].Fichier] != sujet {
			sujet = sujets[h[0].Fichier]
			fmt.Fprintf(w, "\n%s\n", sujet)
		}
		ecrireParametre(w, t, code, le)
	}
	ecrireAges(w, t, le)
	fmt.Fprint(w, "\n\nPOINTS QUE LES TEXTES NE TRANCHENT PAS\n\nTout dossier qui en dépend porte l'avis. Un cas peut choisir l'autre lecture (options, choix).\n\n")
	for _, l := range t.Lectures() {
		fmt.Fprintf(w, "  %s\n      %s ; lecture retenue : %s", l.Phrase, l.Point, enMots(l.Defaut))
		for _, autre := range l.Autres {
			fmt.Fprintf(w, " ; autre lecture : %s", enMots(autre))
		}
		fmt.Fprintln(w)
	}
	fmt.Fprint(w, "\n\nSOURCES QUI SE CONTREDISENT\n\nQuand deux pièces parlent du même salaire, la première de cette liste l'emporte.\n\n")
	for i, c := range dossier.Conflits() {
		fmt.Fprintf(w, "  %d. %s : %s\n      %s\n", i+1, c.Nom, c.Raison, c.Reference)
	}
	return w.Flush()
}

// preuves says how far a rule was verified.
var preuves = map[string]string{
	"texte": "texte lu en entier", "administration": "d'après l'administration", "professionnel": "d'après un site professionnel",
	"deduction": "déduit des textes", "incertain": "lecture par défaut, point incertain",
}

func article(r *parametre.Regle) string {
	if r.Version == "" {
		return "article " + r.Article
	}
	return fmt.Sprintf("article %s (%s)", r.Article, r.Version)
}

// enMots writes a reading chosen by a code as words.
func enMots(lecture string) string { return strings.ReplaceAll(lecture, "_", " ") }

// ecrireParametre prints the row in force, with what comes after it, or says
// that there is none.
func ecrireParametre(w io.Writer, t *parametre.Table, code parametre.Code, le v.Jour) {
	h := t.Historique(code)
	for i := range h {
		l := &h[i]
		if l.Du > le || l.Au != 0 && l.Au < le || i+1 < len(h) && h[i+1].Du <= le {
			continue
		}
		fmt.Fprintf(w, "  %s : %s%s\n      %s", code.Libelle(), l.EnClair(), vigueur(l), l.Source)
		if l.JO != 0 {
			fmt.Fprintf(w, ", JO du %s", l.JO.Francais())
		}
		fmt.Fprintf(w, " ; vrai encore le %s ; %s\n", l.VraiEncoreLe.Francais(), code)
		if i+1 < len(h) {
			fmt.Fprintf(w, "      puis %s à partir du %s (%s)\n", h[i+1].EnClair(), h[i+1].Du.Francais(), h[i+1].Source)
		}
		return
	}
	if code.Attendu() && len(h) == 0 {
		fmt.Fprintf(w, "  %s : valeur attendue d'un texte qui n'a pas été lu ; les dossiers qui en dépendent attendent\n      aucune ligne ; %s\n", code.Libelle(), code)
		return
	}
	fmt.Fprintf(w, "  %s : aucune valeur connue ce jour-là ; les dossiers qui en dépendent attendent\n      %s\n", code.Libelle(), code)
}

// vigueur says from when to when a row holds.
func vigueur(l *parametre.Ligne) string {
	s := ""
	if l.Du != 0 {
		s = ", depuis le " + l.Du.Francais()
	}
	if l.Au != 0 {
		s += ", jusqu'au " + l.Au.Francais()
	}
	return s
}

// ecrireAges prints the legal retirement ages for the pensions that take effect
// on that day.
func ecrireAges(w io.Writer, t *parametre.Table, le v.Jour) {
	var pension v.Jour
	for _, a := range t.Ages() {
		if a.PensionDu <= le {
			pension = a.PensionDu
		}
	}
	fmt.Fprint(w, "\n  Âge légal de la retraite, pour une pension qui prend effet ce jour-là (limite d'indemnités d'un retraité)\n")
	for _, a := range t.Ages() {
		if a.PensionDu != pension {
			continue
		}
		ne := "né avant les dates qui suivent"
		if a.NeDu.Annee() > 1900 {
			ne = "né à partir du " + a.NeDu.Francais()
		}
		age := fmt.Sprintf("%d ans", a.Mois/12)
		if a.Mois%12 != 0 {
			age += fmt.Sprintf(" et %d mois", a.Mois%12)
		}
		fmt.Fprintf(w, "      %s : %s (%s ; vrai encore le %s)\n", ne, age, a.Source, a.VraiEncoreLe.Francais())
	}
}
