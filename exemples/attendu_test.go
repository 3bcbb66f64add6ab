package exemples

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	v "accord/valeur"
)

// reponse is the public answer, as far as examples look at it.
type reponse struct {
	Droits      []map[string]any `json:"droits"`
	Bases       []map[string]any `json:"bases"`
	Jours       []jour           `json:"jours"`
	Periodes    []map[string]any `json:"periodes"`
	Forfaits    []map[string]any `json:"forfaits"`
	Differences []map[string]any `json:"differences"`
	Manques     []manque         `json:"manques"`
	Avis        []code           `json:"avis"`
}

type code struct {
	Code string `json:"code"`
}

type manque struct {
	Code   string    `json:"code"`
	Pour   [2]string `json:"pour"`
	Phrase string    `json:"phrase"`
}

type jour struct {
	Date         string `json:"date"`
	Activite     string `json:"activite"`
	Risque       string `json:"risque"`
	Etat         string `json:"etat"`
	IJ           string `json:"ij"`
	Regle        string `json:"regle"`
	Beneficiaire string `json:"beneficiaire"`
}

// attendu is what an example says of the answer. Each part that it leaves out
// is not looked at; each part that it gives must be there, whole.
type attendu struct {
	Droits         []map[string]any `json:"droits"` // keys given, in order
	Bases          []map[string]any `json:"bases"`
	Periodes       []map[string]any `json:"periodes"`
	Forfaits       []map[string]any `json:"forfaits"`
	ParRisque      map[string]int   `json:"par_risque"` // days paid under each risk, all of them
	Calendrier     []plage          `json:"calendrier"` // every day of the line
	JoursPayes     *int             `json:"jours_payes"`
	PeriodesPayees [][2]string      `json:"periodes_payees"`
	Carence        []string         `json:"carence"`
	NonPrescrits   []string         `json:"non_prescrits"`
	Epuises        []plage          `json:"epuises"`
	Differences    []map[string]any `json:"differences"`
	Brut           string           `json:"brut"`
	Imposable      string           `json:"imposable"`
	Net            string           `json:"net"`
	Avis           []string         `json:"avis"`      // among those given
	SansAvis       []string         `json:"sans_avis"` // none of them
	Manques        []string         `json:"manques"`   // codes, all of them
	Demandes       []demande        `json:"demandes"`  // what is asked for, all of it
}

// demande is what is asked for and is missing: words of its sentence, and the
// days that hang on it.
type demande struct{ Quoi, Du, Au string }

// plage is a run of days alike: of one line, or of one risk, when it names them.
type plage struct {
	Du, Au, Activite, Risque, Etat, Regle, IJ, Beneficiaire string
}

// comparer lists how an answer differs from what is expected.
func (a *attendu) comparer(r *reponse) []string {
	var ecarts []string
	dire := func(f string, args ...any) { ecarts = append(ecarts, fmt.Sprintf(f, args...)) }
	comparerListe(dire, "droits", a.Droits, r.Droits)
	comparerListe(dire, "bases", a.Bases, r.Bases)
	comparerListe(dire, "periodes", a.Periodes, r.Periodes)
	comparerListe(dire, "forfaits", a.Forfaits, r.Forfaits)
	a.comparerRisques(dire, r)
	comparerListe(dire, "differences", a.Differences, r.Differences)
	a.comparerJours(dire, r)
	if a.JoursPayes != nil {
		if n := len(dates(r, "paye")); n != *a.JoursPayes {
			dire("%d jours payés, attendu %d", n, *a.JoursPayes)
		}
	}
	if a.PeriodesPayees != nil {
		if got := suites(dates(r, "paye")); !slices.Equal(got, a.PeriodesPayees) {
			dire("périodes payées %v, attendu %v", got, a.PeriodesPayees)
		}
	}
	if a.Carence != nil {
		if got := dates(r, "carence"); !slices.Equal(got, a.Carence) {
			dire("carence %v, attendu %v", got, a.Carence)
		}
	}
	if a.NonPrescrits != nil {
		if got := dates(r, "non_prescrit"); !slices.Equal(got, a.NonPrescrits) {
			dire("non prescrits %v, attendu %v", got, a.NonPrescrits)
		}
	}
	for cle, veut := range map[string]string{"brut": a.Brut, "imposable": a.Imposable, "net": a.Net} {
		if veut != "" && somme(r.Periodes, cle) != veut {
			dire("%s %s, attendu %s", cle, somme(r.Periodes, cle), veut)
		}
	}
	for _, c := range a.Avis {
		if !slices.Contains(r.Avis, code{c}) {
			dire("l'avis %s manque : %v", c, r.Avis)
		}
	}
	for _, c := range a.SansAvis {
		if slices.Contains(r.Avis, code{c}) {
			dire("l'avis %s est de trop", c)
		}
	}
	if a.Manques != nil {
		got := []string{}
		for _, m := range r.Manques {
			got = append(got, m.Code)
		}
		if !slices.Equal(got, a.Manques) {
			dire("manques %v, attendu %v", got, a.Manques)
		}
	}
	a.comparerDemandes(dire, r)
	return ecarts
}

// comparerRisques compares how many days are paid under each risk.
func (a *attendu) comparerRisques(dire func(string, ...any), r *reponse) {
	if a.ParRisque == nil {
		return
	}
	got, vus := map[string]int{}, map[[2]string]bool{}
	for _, j := range r.Jours {
		if cle := [2]string{j.Date, j.Risque}; j.Etat == "paye" && !vus[cle] {
			vus[cle] = true
			got[j.Risque]++
		}
	}
	if !maps.Equal(got, a.ParRisque) {
		dire("jours payés par risque %v, attendu %v", got, a.ParRisque)
	}
}

func (a *attendu) comparerDemandes(dire func(string, ...any), r *reponse) {
	if a.Demandes == nil {
		return
	}
	if len(r.Manques) != len(a.Demandes) {
		dire("%d demandes, attendu %d : %v", len(r.Manques), len(a.Demandes), r.Manques)
		return
	}
	for i, d := range a.Demandes {
		if m := r.Manques[i]; !strings.Contains(m.Phrase, d.Quoi) || d.Du != "" && m.Pour != [2]string{d.Du, d.Au} {
			dire("demande %d : %v, attendu %v", i, m, d)
		}
	}
}

// comparerJours compares the calendar with the runs given: all of a line's days
// for a calendrier, those exhausted for epuises.
func (a *attendu) comparerJours(dire func(string, ...any), r *reponse) {
	if a.Epuises != nil {
		n := 0
		for _, p := range a.Epuises {
			p.Etat = "epuise"
			n += comparerPlage(dire, r, p)
		}
		if tous := len(dates(r, "epuise")); tous != n {
			dire("%d jours épuisés, attendu %d", tous, n)
		}
	}
	if a.Calendrier == nil {
		return
	}
	n := 0
	for _, p := range a.Calendrier {
		n += comparerPlage(dire, r, p)
	}
	if n != len(r.Jours) {
		dire("le calendrier compte %d jours, attendu %d", len(r.Jours), n)
	}
}

// comparerPlage compares the days of the answer in one run with what it says, and
// returns how many there are: none of the run may be missing.
func comparerPlage(dire func(string, ...any), r *reponse, p plage) int {
	n, vus := 0, map[string]bool{}
	for i := range r.Jours {
		j := &r.Jours[i]
		if j.Date < p.Du || j.Date > p.Au || p.Activite != "" && j.Activite != p.Activite || p.Risque != "" && j.Risque != p.Risque {
			continue
		}
		n++
		vus[j.Date] = true
		if p.Etat != j.Etat || p.Regle != "" && p.Regle != j.Regle || p.IJ != "" && p.IJ != j.IJ || p.Beneficiaire != "" && p.Beneficiaire != j.Beneficiaire {
			dire("%s (%s) : %s %s %s %s, attendu %+v", j.Date, j.Activite, j.Etat, j.Regle, j.IJ, j.Beneficiaire, p)
			return n
		}
	}
	du, err1 := v.ParseJour(p.Du)
	au, err2 := v.ParseJour(p.Au)
	if jours := v.P(du, au).Jours(); err1 != nil || err2 != nil || len(vus) != jours {
		dire("du %s au %s : %d jours au calendrier", p.Du, p.Au, len(vus))
	}
	return n
}

func comparerListe(dire func(string, ...any), nom string, veut, got []map[string]any) {
	if veut == nil {
		return
	}
	if len(got) != len(veut) {
		dire("%s : %d, attendu %d", nom, len(got), len(veut))
		return
	}
	for i := range veut {
		comparerCles(dire, fmt.Sprintf("%s[%d]", nom, i), veut[i], got[i])
	}
}

func comparerCles(dire func(string, ...any), nom string, veut, got map[string]any) {
	cles := []string{}
	for k := range veut {
		cles = append(cles, k)
	}
	slices.Sort(cles)
	for _, k := range cles {
		comparerValeur(dire, nom+"."+k, veut[k], got[k])
	}
}

func comparerValeur(dire func(string, ...any), nom string, veut, got any) {
	switch w := veut.(type) {
	case map[string]any:
		g, ok := got.(map[string]any)
		if !ok {
			dire("%s manque", nom)
			return
		}
		comparerCles(dire, nom, w, g)
	case []any:
		g, ok := got.([]any)
		if !ok || len(g) != len(w) {
			dire("%s : %v, attendu %v", nom, got, w)
			return
		}
		for i := range w {
			comparerValeur(dire, fmt.Sprintf("%s[%d]", nom, i), w[i], g[i])
		}
	case string:
		if g, ok := got.(string); !ok || g != w && arrondi(g, w) != w {
			dire("%s : %v, attendu %s", nom, got, w)
		}
	default:
		if got != veut {
			dire("%s : %v, attendu %v", nom, got, veut)
		}
	}
}

// arrondi writes a decimal with as many decimals as the one expected, rounded
// half-up: a source that prints fewer decimals is compared to its precision.
func arrondi(got, veut string) string {
	_, decimales, ok := strings.Cut(veut, ".")
	entier, dec, _ := strings.Cut(got, ".")
	var n int64
	if _, err := fmt.Sscan(entier+dec, &n); err != nil || !ok {
		return got
	}
	d := int64(1)
	for range dec {
		d *= 10
	}
	return v.F(n, d).Decimal(len(decimales))
}

// dates lists the days of that state, each once.
func dates(r *reponse, etat string) []string {
	ds := []string{}
	for _, j := range r.Jours {
		if j.Etat == etat && (len(ds) == 0 || ds[len(ds)-1] != j.Date) {
			ds = append(ds, j.Date)
		}
	}
	return ds
}

// suites gathers days that follow each other.
func suites(ds []string) [][2]string {
	s := [][2]string{}
	var dernier v.Jour
	for _, d := range ds {
		j, _ := v.ParseJour(d)
		if len(s) > 0 && j == dernier+1 {
			s[len(s)-1][1] = d
		} else {
			s = append(s, [2]string{d, d})
		}
		dernier = j
	}
	return s
}

func somme(ps []map[string]any, cle string) string {
	var t v.Centimes
	for _, p := range ps {
		s, _ := p[cle].(string)
		n, _ := v.ParseCentimes(s)
		t += n
	}
	return t.String()
}
