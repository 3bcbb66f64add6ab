package cli

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"accord/app"
	"accord/dossier"
	"accord/droit"
	"accord/libelle"
	v "accord/valeur"
)

// ecrireEvenements prints the births, adoptions, deaths and accidents that
// arrêts follow from, with their dates, and the leaves whose days follow from them.
func ecrireEvenements(w io.Writer, s *dossier.Situation) {
	c := &s.Cas
	if len(c.Naissances)+len(c.Adoptions)+len(c.Deces)+len(c.Sinistres) == 0 {
		return
	}
	fmt.Fprintln(w, "\nÉvénements")
	for i := range c.Naissances {
		n := &c.Naissances[i]
		fmt.Fprintf(w, "  Naissance%s%s, %s%s.\n", date(" prévue le ", n.PrevueLe), date(", survenue le ", n.AccouchementLe), libelle.Compte(n.Enfants, "enfant", "enfants"), rangEnfant(n.Rang))
		if n.SemainesReportees > 0 {
			fmt.Fprintf(w, "    Congé prénatal reporté de %s.\n", libelle.Compte(n.SemainesReportees, "semaine", "semaines"))
		}
		if n.SemainesAnticipees > 0 {
			fmt.Fprintf(w, "    Congé prénatal avancé de %s.\n", libelle.Compte(n.SemainesAnticipees, "semaine", "semaines"))
		}
		for _, h := range n.EnfantHospitalise {
			fmt.Fprintf(w, "    Enfant hospitalisé %s.\n", h.Periode)
		}
		ecrireConges(w, s, func(a *droit.Arret) bool { return a.Naissance == n.ID || a.Grossesse == n.ID })
	}
	for i := range c.Adoptions {
		a := &c.Adoptions[i]
		fmt.Fprintf(w, "  Adoption : arrivée le %s, %s.\n", a.ArriveeLe.Francais(), libelle.Compte(a.Enfants, "enfant", "enfants"))
		ecrireConges(w, s, func(x *droit.Arret) bool { return x.Adoption == a.ID })
	}
	for i := range c.Deces {
		d := &c.Deces[i]
		fmt.Fprintf(w, "  Décès le %s%s.\n", d.Le.Francais(), date(", né le ", d.NeLe))
		ecrireConges(w, s, func(x *droit.Arret) bool { return x.Deces == d.ID })
	}
	for i := range c.Sinistres {
		ecrireSinistre(w, s, &c.Sinistres[i])
	}
}

// date puts a word before a day that is known.
func date(mot string, j v.Jour) string {
	if j == 0 {
		return ""
	}
	return mot + j.Francais()
}

func rangEnfant(rang int) string {
	switch rang {
	case 0:
		return ", rang à préciser"
	case 1:
		return ", premier enfant"
	}
	return fmt.Sprintf(", rang %d", rang)
}

func ecrireConges(w io.Writer, s *dossier.Situation, suit func(*droit.Arret) bool) {
	for i := range s.Cas.Arrets {
		a := &s.Cas.Arrets[i]
		if !suit(a) {
			continue
		}
		if a.Debut == 0 {
			fmt.Fprintf(w, "    Congé : %s, aux dates qui suivent de l'événement%s.\n", libelle.Risque(a.Risque), date(", dernier jour travaillé le ", a.DernierJourTravaille))
		} else {
			fmt.Fprintf(w, "    Congé : %s, %s.\n", libelle.Risque(a.Risque), a.Periode())
		}
	}
}

func ecrireSinistre(w io.Writer, s *dossier.Situation, x *droit.Sinistre) {
	quand := date(" du ", x.AccidentLe) + date(", première constatation le ", x.ConstatationLe)
	fmt.Fprintf(w, "  %s%s%s%s.\n", majuscule(libelle.Risque(x.Risque)), cmp.Or(quand, ", date à préciser"), date(", déclaration le ", x.DeclareLe),
		date(", réserves de l'employeur le ", s.Evenements[x.ID].Reserves))
	for _, e := range s.Instruction {
		if e.Sinistre == x.ID {
			fmt.Fprintf(w, "    %s : %s.\n", e.Le.Francais(), libelle.ActeRecu(e.Nature))
		}
	}
	for i := range s.Cas.Decisions {
		if d := &s.Cas.Decisions[i]; d.Sinistre == x.ID {
			fmt.Fprintf(w, "    %s : %s.\n", d.Le.Francais(), libelle.ActeRecu(d.Nature))
		}
	}
	for i := range s.Cas.Rentes {
		if r := &s.Cas.Rentes[i]; r.Sinistre == x.ID {
			fmt.Fprintf(w, "    %s : rente de %s par mois.\n", r.Du.Francais(), r.Mensuelle.Euros())
		}
	}
}

// ecrireActivites prints the activities that no employer declares.
func ecrireActivites(w io.Writer, vue *app.Vue) {
	for i := range vue.Calcul.Situation.Cas.Activites {
		a := &vue.Calcul.Situation.Cas.Activites[i]
		if a.Nature == droit.Salarie {
			continue
		}
		quoi := "Activité indépendante"
		if a.Nature == droit.ChomageIndemnise {
			quoi = "Chômage indemnisé"
		}
		fmt.Fprintf(w, "\n%s depuis le %s%s\n", quoi, a.Debut.Francais(), date(", jusqu'au ", a.Fin))
		for _, r := range a.Revenus {
			temps := r.Periode.String()
			if r.Annee != 0 {
				temps = fmt.Sprintf("en %d", r.Annee)
			}
			fmt.Fprintf(w, "  Revenu %s : %s.\n", temps, r.Montant.Euros())
		}
	}
}

func majuscule(s string) string {
	r := []rune(s)
	return strings.ToUpper(string(r[:1])) + string(r[1:])
}
