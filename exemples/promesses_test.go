package exemples

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"accord/contrecalcul"
	"accord/dossier"
	"accord/droit"
	"accord/format/calcul"
	"accord/parametre"
	v "accord/valeur"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// porte is the public door of the computation, with what its answers are
// judged by.
type porte struct {
	table  *parametre.Table
	schema *jsonschema.Schema
	moteur *calcul.Moteur // serves one case after the other
}

// dureeMax bounds the computation of one case that a test makes up.
const dureeMax = 5 * time.Second

func newPorte(t testing.TB) *porte {
	t.Helper()
	table := charger(t)
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(calcul.SchemaResultat()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("resultat.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("resultat.json")
	if err != nil {
		t.Fatal(err)
	}
	m := calcul.NewMoteur(func() calcul.Calculateur { return dossier.NewCalculateur(table) })
	return &porte{table, s, m}
}

// eprouver takes one text through the door and checks every promise. It reports
// whether the case was accepted. The seed draws orders and closings.
func (p *porte) eprouver(t *testing.T, texte []byte, graine uint64) bool {
	t.Helper()
	defer func() {
		if t.Failed() {
			t.Logf("%s", texte)
		}
	}()
	debut := time.Now()
	cas, res, presentation, err := p.moteur.Calculer(texte)
	if err != nil {
		verifierRefus(t, err)
		return false
	}
	if d := time.Since(debut); d > dureeMax {
		t.Fatalf("%s pour un cas de %d octets", d, len(texte))
	}
	p.verifierEcrit(t, cas, res, presentation)
	unEtatParJour(t, cas, res)
	p.sousLesPlafonds(t, cas, res)
	sommes(t, cas, res)
	p.contreCalculer(t, cas)

	r := rand.New(rand.NewPCG(graine, 1))
	lu, _, err := calcul.Read(texte)
	if err != nil {
		t.Fatal(err)
	}
	lu = lu.Connu()
	reference := p.calculer(t, lu, true)
	p.pareil(t, "un moteur qui a servi", image(cas, res), image(lu, reference))
	p.pareil(t, "sans la trace", image(lu, reference), image(lu, p.calculer(t, lu, false)))
	melange := battre(t, r, texte).Connu()
	p.pareil(t, "un autre ordre", image(lu, reference), image(melange, p.calculer(t, melange, false)))
	p.certainSousToutesReponses(t, r, lu, reference)
	return true
}

func (p *porte) calculer(t *testing.T, cas *droit.Cas, expliquer bool) *droit.Resultat {
	t.Helper()
	r := new(droit.Resultat)
	if err := dossier.NewCalculateur(p.table).Calculer(cas, expliquer, r); err != nil {
		t.Fatal(err)
	}
	return r
}

// verifierEcrit: the answer is what the schema publishes, and is told in prose.
func (p *porte) verifierEcrit(t *testing.T, cas *droit.Cas, res *droit.Resultat, presentation calcul.Presentation) {
	t.Helper()
	ecrit := calcul.Append(nil, cas, res, presentation)
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(ecrit))
	if err == nil {
		err = p.schema.Validate(doc)
	}
	if err != nil {
		t.Fatalf("le résultat n'est pas celui du schéma : %v", err)
	}
	if err := calcul.Expliquer(io.Discard, cas, res); err != nil {
		t.Fatal(err)
	}
}

// contreCalculer: the counter-calculation reads the case, or refuses it; it
// never breaks down.
func (p *porte) contreCalculer(t *testing.T, cas *droit.Cas) {
	t.Helper()
	if _, err := contrecalcul.Calculer(cas, true); err != nil && err.Error() == "" {
		t.Fatal("le contre-calcul refuse le cas sans dire pourquoi")
	}
}

// unEtatParJour: a day of one line and one risk has one state; money only where
// it is due, and never less than nothing.
func unEtatParJour(t *testing.T, cas *droit.Cas, res *droit.Resultat) {
	t.Helper()
	type cle struct {
		date   v.Jour
		ligne  int
		risque droit.Risque
	}
	vus := map[cle]droit.Etat{}
	for i := range res.Jours {
		j := &res.Jours[i]
		k := cle{j.Date, j.Activite, j.Risque}
		// A leave that is asked for twice is told twice: the second gives way to the first.
		if x := vus[k]; x != "" && x != droit.NonCumul && j.Etat != droit.NonCumul {
			t.Fatalf("deux états le %s pour %s", j.Date, cas.Activites[j.Activite].ID)
		}
		vus[k] = j.Etat
		if j.Etat == "" || j.Regle == "" {
			t.Fatalf("jour sans état ou sans règle : %+v", j)
		}
		if j.IJ < 0 || j.IJ > 0 && j.Etat != droit.Paye && j.Etat != droit.Attente || j.IJ > 0 && j.Beneficiaire == "" {
			t.Fatalf("montant impossible : %+v", j)
		}
		if i > 0 && res.Jours[i-1].Date > j.Date {
			t.Fatalf("le %s vient après le %s", j.Date, res.Jours[i-1].Date)
		}
	}
}

// sousLesPlafonds: the lines of one chain are never owed more, together, than
// the ceiling of its base, nor than that of the status of an independent. It
// is a ceiling of sick leave: the other risks have theirs, or a floor that a
// relapse keeps.
func (p *porte) sousLesPlafonds(t *testing.T, cas *droit.Cas, res *droit.Resultat) {
	t.Helper()
	if slices.ContainsFunc(cas.Decisions, func(d droit.Decision) bool { return strings.HasPrefix(d.Valeur, "ij=") }) {
		return // an agent has fixed the amount
	}
	type cle struct {
		date   v.Jour
		chaine int
		tns    bool
	}
	sommes := map[cle]v.Centimes{}
	for i := range res.Jours {
		j := &res.Jours[i]
		if j.Risque != droit.Maladie {
			continue
		}
		k := cle{j.Date, j.Chaine, cas.Activites[j.Activite].Nature == droit.Independant}
		sommes[k] += j.IJ
		if m := p.plafond(t, cas, k.chaine, k.tns); sommes[k] > m {
			t.Fatalf("%s le %s, au-delà du plafond %s", sommes[k], j.Date, m)
		}
	}
}

// plafond is the most that one day of a chain may owe. The cap of pays is that
// of the day on which work stopped, which may be years before the arrêt: the
// dearest of the years before it bounds them all.
func (p *porte) plafond(t *testing.T, cas *droit.Cas, chaine int, tns bool) v.Centimes {
	t.Helper()
	debut := cas.Arrets[chaine].Debut
	var plus v.Fraction
	for _, l := range p.table.Historique(parametre.SmicMensuel) {
		if l.Du <= debut && l.Valeur.Cmp(plus) > 0 {
			plus = l.Valeur
		}
	}
	limite := plus.Fois(v.F(9, 5)).Fois(v.F(12, 730))
	if tns {
		plus = v.Fraction{}
		for _, l := range p.table.Historique(parametre.PASS) {
			if l.Du <= debut.AjouterAnnees(1) && l.Valeur.Cmp(plus) > 0 {
				plus = l.Valeur
			}
		}
		limite = plus.Fois(v.F(3, 730))
	}
	return limite.Centimes(v.Troncature) + 1
}

// sommes: periods add up to the paid days, and what is certain to its own.
func sommes(t *testing.T, cas *droit.Cas, res *droit.Resultat) {
	t.Helper()
	type cle struct{ ligne, chaine int }
	ecart, jours := map[cle]v.Centimes{}, map[cle]int{}
	var certain v.Centimes
	for i := range res.Jours {
		j := &res.Jours[i]
		certain += j.IJ
		if j.Etat == droit.Paye && j.IJ > 0 {
			ecart[cle{j.Activite, j.Chaine}] += j.IJ
			jours[cle{j.Activite, j.Chaine}]++
		}
	}
	for i := range res.Periodes {
		p := &res.Periodes[i]
		ecart[cle{p.Activite, p.Chaine}] -= p.Brut
		jours[cle{p.Activite, p.Chaine}] -= p.Jours
		if p.Jours != p.Periode.Jours() || p.Net > p.Brut || p.Brut-p.CSG-p.CRDS-p.PAS != p.Net {
			t.Fatalf("période fausse : %+v", p)
		}
	}
	for k := range ecart {
		if ecart[k] != 0 || jours[k] != 0 {
			t.Fatalf("%s : les périodes s'écartent des jours de %s et de %d jours", cas.Activites[k.ligne].ID, ecart[k], jours[k])
		}
	}
	if certain != res.Certain.Brut {
		t.Fatalf("certain pour %s, les jours font %s", res.Certain.Brut, certain)
	}
}

// rang is the place of an element in its list, by which a manque names it.
var rang = regexp.MustCompile(`\[[0-9]+\]`)

// image is an answer in a form that does not depend on the order of the case.
func image(cas *droit.Cas, res *droit.Resultat) map[string][]string {
	var rep map[string]json.RawMessage
	if err := json.Unmarshal(calcul.Append(nil, cas, res, calcul.Presentation{Jours: true}), &rep); err != nil {
		return map[string][]string{"illisible": {err.Error()}}
	}
	im := map[string][]string{}
	for _, cle := range []string{"droits", "bases", "jours", "periodes", "differences", "manques", "avis"} {
		var xs []json.RawMessage
		_ = json.Unmarshal(rep[cle], &xs)
		for _, x := range xs {
			im[cle] = append(im[cle], rang.ReplaceAllString(string(x), "[]"))
		}
		slices.Sort(im[cle])
	}
	im["certain"] = []string{fmt.Sprint(res.Certain.Jours, res.Certain.Brut)}
	return im
}

// pareil compares two answers, list by list.
func (p *porte) pareil(t *testing.T, quoi string, a, b map[string][]string) {
	t.Helper()
	for _, cle := range []string{"illisible", "jours", "droits", "bases", "periodes", "differences", "certain", "manques", "avis"} {
		if slices.Equal(a[cle], b[cle]) {
			continue
		}
		var ecarts []string
		for _, x := range a[cle] {
			if !slices.Contains(b[cle], x) {
				ecarts = append(ecarts, "- "+x)
			}
		}
		for _, x := range b[cle] {
			if !slices.Contains(a[cle], x) {
				ecarts = append(ecarts, "+ "+x)
			}
		}
		slices.SortFunc(ecarts, func(x, y string) int { return cmp.Compare(x[2:], y[2:]) })
		t.Fatalf("%s change %s (%d) :\n%s", quoi, cle, len(ecarts), strings.Join(ecarts[:min(len(ecarts), 8)], "\n"))
	}
}
