package calcul

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"accord/droit"
	v "accord/valeur"
)

// calendriers draws, for each activity line, its months two by two, then tells
// in words each run of days in the same state.
func (r *recit) calendriers() {
	if len(r.res.Jours) == 0 {
		return
	}
	r.section("Le calendrier")
	r.legende()
	for _, jours := range parLigne(r.res.Jours) {
		r.ligne("")
		r.paragraphe("", r.titreActivite(jours[0].Activite))
		r.ligne("")
		r.grille(jours)
		r.suites(jours)
	}
}

// parLigne groups days by activity line, in the order of the case, each line in
// the order of the days.
func parLigne(jours []droit.JourCalcule) [][]droit.JourCalcule {
	tri := slices.Clone(jours)
	slices.SortStableFunc(tri, func(a, b droit.JourCalcule) int {
		if a.Activite != b.Activite {
			return a.Activite - b.Activite
		}
		return int(a.Date - b.Date)
	})
	var lignes [][]droit.JourCalcule
	for debut := 0; debut < len(tri); {
		fin := debut
		for fin < len(tri) && tri[fin].Activite == tri[debut].Activite {
			fin++
		}
		lignes = append(lignes, tri[debut:fin])
		debut = fin
	}
	return lignes
}

func (r *recit) titreActivite(i int) string {
	if i < 0 || i >= len(r.cas.Activites) {
		return "Toutes activités"
	}
	return decrireActivite(&r.cas.Activites[i])
}

// legende explains the signs that this calendar uses, and no other.
func (r *recit) legende() {
	for _, e := range etats {
		if slices.ContainsFunc(r.res.Jours, func(j droit.JourCalcule) bool { return j.Etat == e.etat }) {
			r.paragraphe("  "+string(e.signe)+"  ", e.nom)
		}
	}
}

const (
	largeurCase = 5 // « 7 C »
	largeurMois = 7 * largeurCase
	entreMois   = 6
)

// grille draws the months that have a day, two by two.
func (r *recit) grille(jours []droit.JourCalcule) {
	var mois [][]string
	for debut := 0; debut < len(jours); {
		fin := debut
		for fin < len(jours) && jours[fin].Date <= jours[debut].Date.FinMois() {
			fin++
		}
		mois = append(mois, dessinerMois(jours[debut:fin]))
		debut = fin
	}
	for i := 0; i < len(mois); i += 2 {
		gauche, droite := mois[i], []string(nil)
		if i+1 < len(mois) {
			droite = mois[i+1]
		}
		for k := range max(len(gauche), len(droite)) {
			r.ligne("  " + rembourrer(rangee(gauche, k), largeurMois+entreMois) + rangee(droite, k))
		}
		r.ligne("")
	}
}

func rangee(mois []string, k int) string {
	if k < len(mois) {
		return mois[k]
	}
	return ""
}

func rembourrer(s string, n int) string {
	return s + strings.Repeat(" ", max(0, n-utf8.RuneCountInString(s)))
}

// dessinerMois draws one month: its name, the days of the week, then the weeks,
// each day with the sign of its state. Days out of the arrêt have none.
func dessinerMois(jours []droit.JourCalcule) []string {
	premier := jours[0].Date.DebutMois()
	nom := premier.MoisEnLettres()
	lignes := []string{
		strings.Repeat(" ", (largeurMois-utf8.RuneCountInString(nom))/2) + nom,
		" lu   ma   me   je   ve   sa   di",
	}
	semaine := strings.Repeat(" ", largeurCase*(premier.JourSemaine()-1))
	for j := premier; j <= premier.FinMois(); j++ {
		_, _, numero := j.Date()
		semaine += fmt.Sprintf("%2d %c ", numero, signe(jours, j))
		if j.JourSemaine() == 7 || j == premier.FinMois() {
			lignes = append(lignes, semaine)
			semaine = ""
		}
	}
	return lignes
}

// signe gives the sign of a day: the paid state first, should a line have two
// on that day.
func signe(jours []droit.JourCalcule, j v.Jour) rune {
	trouve := ' '
	for i := range jours {
		if jours[i].Date == j && (trouve == ' ' || jours[i].Etat == droit.Paye) {
			trouve = etatDe(jours[i].Etat).signe
		}
	}
	return trouve
}

// suites tells each run of days that share state, amount, payee and rule.
func (r *recit) suites(jours []droit.JourCalcule) {
	for debut := 0; debut < len(jours); {
		fin := debut + 1
		for fin < len(jours) && memeSuite(&jours[fin-1], &jours[fin]) {
			fin++
		}
		r.suite(&jours[debut], jours[fin-1].Date, fin-debut)
		debut = fin
	}
}

func memeSuite(a, b *droit.JourCalcule) bool {
	return b.Date == a.Date+1 && a.Etat == b.Etat && a.IJ == b.IJ && a.Beneficiaire == b.Beneficiaire &&
		a.Regle == b.Regle && a.Risque == b.Risque
}

func (r *recit) suite(j *droit.JourCalcule, au v.Jour, n int) {
	etat, _, _ := strings.Cut(etatDe(j.Etat).nom, " :")
	if n > 1 && strings.HasSuffix(etat, "é") && etat != "droit épuisé" {
		etat += "s"
	}
	texte := fmt.Sprintf("%s (%s) : ", v.P(j.Date, au).EnLettres(), jours(n)) + avecVirgule(nommer(nomsRisque, j.Risque)) + etat
	if j.IJ != 0 {
		texte += ", " + j.IJ.Euros() + " par jour"
	}
	r.paragraphe("  - ", texte+regle(j.Regle)+".")
}

// avecVirgule prepares a word, if any, for what follows it.
func avecVirgule(mot string) string {
	if mot == "" {
		return ""
	}
	return mot + ", "
}
