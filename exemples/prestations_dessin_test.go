package exemples

import (
	"fmt"
	"slices"
	"strings"

	"accord/droit"
	"accord/libelle"
	v "accord/valeur"
)

// A drawing is one column a week and one row a day of the week, from Monday. Days
// alike have one colour, told in the key.
const (
	cote, pasDessin = 18, 21 // of a day; from one to the next
	margeGauche     = 34
	margeHaute      = 40
	largeurMin      = 560
	interligne      = 22
	policeDessin    = "font-family=\"system-ui, sans-serif\" font-size=\"13\""
	couleurTexte    = "#57606a"
	couleurVide     = "#eaeef2"
	initialesJour   = "LMMJVSD"
)

// verts are the colours of days paid: one for each amount, in their order.
var verts = []string{"#1a7f37", "#4ac26b", "#b4e7c0", "#0e7490", "#67c6da"}

// couleurs are those of days that are not paid.
var couleurs = map[droit.Etat]string{
	droit.Carence: "#8c959f", droit.Attente: "#d4a72c", droit.AChargeEmployeur: "#54aeff",
}

const couleurRefus = "#cf222e"

var moisCourts = []string{"janv.", "févr.", "mars", "avril", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."}

// dessinerCalendrier draws the days of a case as SVG.
func dessinerCalendrier(cas *droit.Cas, res *droit.Resultat) []byte {
	jours := slices.Clone(res.Jours)
	slices.SortStableFunc(jours, func(a, b droit.JourCalcule) int { return int(a.Date - b.Date) })
	var cle []string // of the key, in the order in which they come
	couleurDe := map[string]string{}
	parJour := map[v.Jour]string{}
	payees := 0
	for i := range jours {
		j := &jours[i]
		l := legende(cas, j)
		if couleurDe[l] == "" {
			cle = append(cle, l)
			couleurDe[l] = couleur(j, payees)
			if j.Etat == droit.Paye {
				payees++
			}
		}
		parJour[j.Date] = l
	}
	debut := jours[0].Date
	debut -= v.Jour(debut.JourSemaine() - 1)
	fin := jours[len(jours)-1].Date
	semaines := int(fin-debut)/7 + 1
	largeur := max(largeurMin, margeGauche+semaines*pasDessin+8)
	hauteur := margeHaute + 7*pasDessin + 10 + len(cle)*interligne
	var b strings.Builder
	fmt.Fprintf(&b, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"Calendrier du cas %s\">\n", largeur, hauteur, largeur, hauteur, cas.ID)
	fmt.Fprintf(&b, "<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>\n<g %s fill=\"%s\">\n", policeDessin, couleurTexte)
	for i, c := range initialesJour {
		fmt.Fprintf(&b, "<text x=\"10\" y=\"%d\">%c</text>\n", margeHaute+i*pasDessin+14, c)
	}
	for s := range semaines {
		ecrireMois(&b, debut, s)
		for d := range 7 {
			j := debut + v.Jour(7*s+d)
			teinte, dit := couleurVide, j.Francais()
			if l := parJour[j]; l != "" {
				teinte, dit = couleurDe[l], dit+" : "+l
			}
			fmt.Fprintf(&b, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"3\" fill=\"%s\"><title>%s</title></rect>\n",
				margeGauche+s*pasDessin, margeHaute+d*pasDessin, cote, cote, teinte, dit)
		}
	}
	for i, l := range cle {
		y := margeHaute + 7*pasDessin + 10 + i*interligne
		fmt.Fprintf(&b, "<rect x=\"10\" y=\"%d\" width=\"14\" height=\"14\" rx=\"3\" fill=\"%s\"/><text x=\"32\" y=\"%d\">%s</text>\n", y, couleurDe[l], y+12, l)
	}
	b.WriteString("</g>\n</svg>\n")
	return []byte(b.String())
}

// ecrireMois writes the name of a month over the week in which it begins, and
// over the first unless the next name would cover it; the year above the first
// week and above each January.
func ecrireMois(b *strings.Builder, debut v.Jour, semaine int) {
	lundi := debut + v.Jour(7*semaine)
	premier := (lundi + 6).DebutMois()
	a, m, _ := premier.Date()
	x := margeGauche + semaine*pasDessin
	if semaine == 0 || m == 1 && premier >= lundi {
		fmt.Fprintf(b, "<text x=\"%d\" y=\"14\">%d</text>\n", x, a)
	}
	if premier >= lundi || semaine == 0 && lundi.FinMois()-lundi >= 14 {
		fmt.Fprintf(b, "<text x=\"%d\" y=\"32\">%s</text>\n", x, moisCourts[m-1])
	}
}

// legende tells days alike in words.
func legende(cas *droit.Cas, j *droit.JourCalcule) string {
	l := libelle.Risque(j.Risque)
	if cas.Arrets[j.Arret].TempsPartiel {
		l += " à temps partiel"
	}
	l += " : " + libelle.Etat(j.Etat)
	if j.Etat == droit.Paye || j.Etat == droit.Attente && j.IJ > 0 {
		l += ", " + j.IJ.Euros() + " par jour"
	}
	return l + " (" + string(j.Regle) + ")"
}

func couleur(j *droit.JourCalcule, payees int) string {
	if j.Etat == droit.Paye {
		return verts[payees%len(verts)]
	}
	if c := couleurs[j.Etat]; c != "" {
		return c
	}
	return couleurRefus
}
