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
	lignes := parLigne(r.res.Jours)
	r.legende(lignes)
	for _, jours := range lignes {
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
func (r *recit) legende(lignes [][]droit.JourCalcule) {
	for _, e := range etats {
		if slices.ContainsFunc(lignes, func(jours []droit.JourCalcule) bool { return montre(jours, e.signe) }) {
			r.paragraphe("  "+string(e.signe)+"  ", e.nom)
		}
	}
}

// montre reports whether some day of a line bears a sign.
func montre(jours []droit.JourCalcule, s rune) bool {
	for debut := 0; debut < len(jours); {
		fin := debut + 1
		for fin < len(jours) && jours[fin].Date == jours[debut].Date {
			fin++
		}
		if signe(jours[debut:fin], jours[debut].Date) == s {
			return true
		}
		debut = fin
	}
	return false
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

// signe gives the sign of a day: should a line have two states on that day, the
// one that is paid, else the one that waits, else any but that of days which
// another benefit takes.
func signe(jours []droit.JourCalcule, j v.Jour) rune {
	signe, rang := ' ', -1
	for i := range jours {
		if n := importance(jours[i].Etat); jours[i].Date == j && n > rang {
			signe, rang = etatDe(jours[i].Etat).signe, n
		}
	}
	return signe
}

func importance(e droit.Etat) int {
	switch e {
	case droit.Paye:
		return 3
	case droit.Attente:
		return 2
	case droit.NonCumul:
		return 0
	}
	return 1
}

// suites tells each run of days that share state, amount, payee and rule, in the
// order of their first days. Two benefits may speak of the same days.
func (r *recit) suites(jours []droit.JourCalcule) {
	type suite struct {
		premier *droit.JourCalcule
		au      v.Jour
	}
	var ss []suite
	for i := range jours {
		j := &jours[i]
		k := slices.IndexFunc(ss, func(s suite) bool { return s.au == j.Date-1 && memeSuite(s.premier, j) })
		if k < 0 {
			ss = append(ss, suite{premier: j})
			k = len(ss) - 1
		}
		ss[k].au = j.Date
	}
	for _, s := range ss {
		r.suite(s.premier, s.au, int(s.au-s.premier.Date)+1)
	}
}

func memeSuite(a, b *droit.JourCalcule) bool {
	return a.Etat == b.Etat && a.IJ == b.IJ && a.Beneficiaire == b.Beneficiaire && a.Regle == b.Regle && a.Risque == b.Risque
}

func (r *recit) suite(j *droit.JourCalcule, au v.Jour, n int) {
	x := etatDe(j.Etat)
	etat, _, _ := strings.Cut(x.nom, " :")
	if participe, suite, _ := strings.Cut(etat, " "); n > 1 && x.participe {
		etat = strings.TrimSpace(participe + "s " + suite)
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
