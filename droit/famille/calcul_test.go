package famille_test

import (
	"slices"
	"strings"
	"testing"

	"accord/droit"
	"accord/droit/famille"
	"accord/droit/prestations"
	"accord/parametre"
	v "accord/valeur"
)

// reprisEtHospitalise is a leave with a return to work, then days put off.
func reprisEtHospitalise() *droit.Cas {
	cas := mere()
	cas.Naissances[0].AccouchementLe = jour("2026-06-01")
	cas.Naissances[0].EnfantHospitalise = []droit.Hospitalisation{{Periode: v.P(jour("2026-06-01"), jour("2026-07-20"))}}
	cas.Activites[0].Reprises = []droit.Reprise{{Le: jour("2026-07-13"), Motif: droit.RepriseNormale}}
	return cas
}

// What is foreseen of a leave is the days that its dates would pay; those on which
// no work is done are the same here.
func TestPrevoir(t *testing.T) {
	var c famille.Calcul
	du, au := v.P(jour("2026-04-20"), jour("2026-07-12")), v.P(jour("2026-07-21"), jour("2026-08-17"))
	veut := []droit.Servi{{Risque: droit.Maternite, Periode: du}, {Risque: droit.Maternite, Periode: au}}
	for range 2 { // nothing is left of the case before
		if got := c.Prevoir(reprisEtHospitalise(), table); !slices.Equal(got, veut) {
			t.Errorf("%v, attendu %v", got, veut)
		}
	}
	var ps []v.Periode
	for _, x := range c.Interrompus() {
		ps = append(ps, x.Periode)
	}
	if !slices.Equal(ps, []v.Periode{du, au}) {
		t.Errorf("%v", ps)
	}
}

// sansParametre is the table in which a parameter is known from 2030 only.
func sansParametre(t *testing.T, code parametre.Code) *parametre.Table {
	t.Helper()
	for i, l := range table.Lignes() {
		if l.Code == code {
			l.Du = jour("2030-01-01")
			p, err := table.Modifier(i, l)
			if err != nil {
				t.Fatal(err)
			}
			return p
		}
	}
	t.Fatal("paramètre absent")
	return nil
}

// A leave whose dates need a parameter that is not known waits, each day once; the
// others do not.
func TestDatesSansParametre(t *testing.T) {
	cas := mere()
	cas.Arrets[0].Debut, cas.Arrets[0].Fin = jour("2026-04-20"), jour("2026-08-09")
	cas.Deces = []droit.Deces{{ID: "X1", Lien: "enfant", NeLe: jour("2015-01-01"), Le: jour("2026-03-01")}}
	cas.Arrets = append(cas.Arrets, droit.Arret{ID: "D1", Risque: droit.DeuilEnfant, Deces: "X1", Debut: jour("2026-03-02"), Fin: jour("2026-03-09")})
	var c prestations.Calcul
	r := new(droit.Resultat)
	if err := c.Calculer(cas, sansParametre(t, parametre.MatPostnatal), nil, r); err != nil {
		t.Fatal(err)
	}
	if n := payes(r, droit.DeuilEnfant); n != 8 {
		t.Errorf("%d jours de deuil", n)
	}
	vus := map[v.Jour]bool{}
	for i := range r.Jours {
		j := &r.Jours[i]
		if j.Risque == droit.Maternite && (j.Etat != droit.Attente || vus[j.Date]) {
			t.Fatalf("%s %s, dit deux fois : %t", j.Date, j.Etat, vus[j.Date])
		}
		vus[j.Date] = true
	}
	if len(vus) != 112+8 || len(r.Manques) != 1 || !strings.Contains(r.Manques[0].Phrase, "MAT_POSTNATAL") {
		t.Errorf("%d jours, %v", len(vus), r.Manques)
	}
}

// The steps follow the dates of the leaves, not their precedence, after those of
// sickness: the rest that is too long, then its own leave, then that of maternity.
func TestEtapesParDate(t *testing.T) {
	cas := mere()
	cas.Naissances[0].SemainesReportees = 3
	cas.Arrets = append(cas.Arrets, droit.Arret{ID: "P1", Risque: droit.Pathologique, Grossesse: "G1", Debut: jour("2026-03-02"), Fin: jour("2026-03-20"), PrescritLe: jour("2026-03-02")})
	var c prestations.Calcul
	r, trace := new(droit.Resultat), new(droit.Trace)
	if err := c.Calculer(cas, table, trace, r); err != nil {
		t.Fatal(err)
	}
	var regles, reportes []string
	for _, e := range trace.Etapes[:trace.Jours] {
		regles = append(regles, string(e.Regle))
		for _, x := range e.Resultat {
			if x.Nom == "jours_reportes" {
				reportes = append(reportes, x.Valeur)
			}
		}
	}
	veut := "MAL-OUV-03 MAL-BAS-01 MAL-BAS-03 MAL-BAS-04 AUT-OUV-01 FAM-01 FAM-02 FAM-04 MAT-05 MAT-DUR MAT-DUR MAT-04 AUT-OUV-01 FAM-01 FAM-02 FAM-04"
	if got := strings.Join(regles, " "); got != veut || !slices.Equal(reportes, []string{"21"}) {
		t.Errorf("%s, %v jours reportés ; attendu %s", got, reportes, veut)
	}
}
