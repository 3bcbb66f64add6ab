package piece

import (
	"reflect"
	"testing"

	"accord/app"
	"accord/dossier"
	"accord/droit"
	v "accord/valeur"
)

func TestMensuelle(t *testing.T) {
	l := lire(fichier(t, "mensuelle.dsn"))
	p := l.Pieces[0]
	veut := &dossier.Mensuelle{Identite: camilleDSN, Employeur: lilas, Mois: jour("2026-09-01"), Ordre: 7,
		Contrats: []dossier.ContratDeclare{{
			Numero: "CT0001", AncienNumero: "CT0000", Nature: droit.CDI, Debut: jour("2024-01-01"), Regime: "200",
			Salaires: []droit.Salaire{
				{Periode: entre("2026-08-01", "2026-08-31"), Brut: v.Connu[v.Centimes](-50_00), VerseLe: jour("2026-09-30")},
				{Periode: entre("2026-09-01", "2026-09-30"), Brut: v.Connu[v.Centimes](300_00), VerseLe: jour("2026-09-15")},
				{Periode: entre("2026-09-01", "2026-09-30"), Brut: v.Connu[v.Centimes](2083_00), Heures: v.Connu[v.Centiemes](116_67),
					Retabli: v.Connu[v.Centimes](2500_00), VerseLe: jour("2026-09-30")},
			},
			Absences: []droit.Absence{{Periode: entre("2026-09-07", "2026-09-17"), Motif: droit.AbsenceMaladie},
				{Periode: entre("2026-09-28", "2026-09-30"), Motif: droit.AbsenceCongeAutorise}},
			Reprises: []droit.Reprise{{Le: jour("2026-09-18"), Motif: droit.RepriseNormale}},
		}}}
	if len(p.Faits) != 1 || !reflect.DeepEqual(p.Faits[0].Mensuelle, veut) || p.Faits[0].Source != (dossier.Source{Du: 35, Au: 99}) {
		t.Errorf("%+v\n%+v", p.Faits[0].Source, p.Faits[0].Mensuelle)
	}
	if d := []app.Declaration{{Employeur: siret, Nature: dossier.GenreMensuelle, Mois: jour("2026-09-01"), Ordre: 7}}; !reflect.DeepEqual(l.Declarations, d) {
		t.Errorf("déclarations %+v", l.Declarations)
	}
}

func TestMensuelleDeuxContrats(t *testing.T) {
	l := lire(fichier(t, "mensuelle.dsn"))
	veut := []dossier.ContratDeclare{
		{Numero: "CT0100", Nature: droit.CDD, Debut: jour("2024-01-01"), Fin: jour("2026-09-25"), Regime: "200",
			Salaires: []droit.Salaire{{Periode: entre("2026-09-01", "2026-09-25"), Brut: v.Connu[v.Centimes](1400_00),
				Heures: v.Connu[v.Centiemes](129_50), VerseLe: jour("2026-09-30")}},
			Absences: []droit.Absence{}},
		{Numero: "CT0042", Absences: []droit.Absence{},
			Salaires: []droit.Salaire{{Periode: entre("2026-06-01", "2026-06-30"), Brut: v.Connu[v.Centimes](120_00), VerseLe: jour("2026-09-30")}}},
	}
	if got := l.Pieces[1].Faits[0].Mensuelle.Contrats; !reflect.DeepEqual(got, veut) {
		t.Errorf("%+v", got)
	}
}

func TestAbsencesDesArrets(t *testing.T) {
	for _, c := range []struct {
		motif, djt, fin, reprise string
		veut                     []droit.Absence
	}{
		{"01", "06092026", "20092026", "", []droit.Absence{{Periode: entre("2026-09-07", "2026-09-20"), Motif: droit.AbsenceMaladie}}},
		{"06", "25092026", "20102026", "", []droit.Absence{{Periode: entre("2026-09-26", "2026-09-30"), Motif: droit.AbsenceAccident}}},
		{"01", "20082026", "31082026", "", []droit.Absence{{Periode: entre("2026-08-21", "2026-08-31"), Motif: droit.AbsenceMaladie}}},
		{"02", "06092026", "20092026", "25092026", []droit.Absence{{Periode: entre("2026-09-07", "2026-09-24"), Motif: droit.AbsenceMaternite}}},
		{"15", "06092026", "20092026", "", []droit.Absence{}},
		{"01", "06092026", "20092026", "07092026", []droit.Absence{}},
		{"20", "06092026", "20092026", "", []droit.Absence{}},
	} {
		reprise := ""
		if c.reprise != "" {
			reprise = "S21.G00.60.010,'" + c.reprise + "'\nS21.G00.60.011,'01'"
		}
		l := lire(changer(t, "mensuelle.dsn", "S21.G00.60.001,'01'", "S21.G00.60.001,'"+c.motif+"'", "S21.G00.60.002,'06092026'", "S21.G00.60.002,'"+c.djt+"'",
			"S21.G00.60.003,'20092026'", "S21.G00.60.003,'"+c.fin+"'", "S21.G00.60.010,'18092026'", reprise, "S21.G00.60.011,'01'", "",
			"S21.G00.65.001,'501'", "", "S21.G00.65.002,'28092026'", ""))
		if got := l.Pieces[0].Faits[0].Mensuelle.Contrats[0].Absences; !reflect.DeepEqual(got, c.veut) {
			t.Errorf("%+v: %v", c, got)
		}
	}
}

func TestConvertirEnHeures(t *testing.T) {
	for _, c := range []struct {
		mesure v.Centiemes
		unite  string
		veut   v.Centiemes
	}{{151_67, "10", 151_67}, {21_00, "12", 147_00}, {18_50, "20", 129_50}, {-1_00, "12", -7_00}, {10_00, "21", 10_00}} {
		parUnite, _ := correspond(rubriqueUnite, c.unite)
		if got := convertir(c.mesure, parUnite); got != c.veut {
			t.Errorf("%v en unité %s: %v", c.mesure, c.unite, got)
		}
	}
}

func premierContrat(t *testing.T, paires ...string) dossier.ContratDeclare {
	t.Helper()
	return lire(changer(t, "mensuelle.dsn", paires...)).Pieces[0].Faits[0].Mensuelle.Contrats[0]
}

func TestFinDeContrat(t *testing.T) {
	for motif, veut := range map[string]v.Jour{"059": jour("2026-09-30"), "099": 0} {
		c := premierContrat(t, "S21.G00.65.001,'501'", "S21.G00.62.001,'30092026'\nS21.G00.62.002,'"+motif+"'\nS21.G00.65.001,'501'")
		if c.Fin != veut {
			t.Errorf("motif %s: fin %v", motif, c.Fin)
		}
	}
}

func TestAncienNumero(t *testing.T) {
	c := premierContrat(t, "S21.G00.41.014,'CT0000'", "S21.G00.41.014,'CT0000'\nS21.G00.41.001,'02092026'\nS21.G00.41.014,'CT000A'")
	if c.AncienNumero != "CT0000" {
		t.Error(c.AncienNumero)
	}
}

func TestAbsenceEnDouble(t *testing.T) {
	c := premierContrat(t, "S21.G00.65.001,'501'", "S21.G00.65.001,'501'\nS21.G00.65.002,'28092026'\nS21.G00.65.001,'501'")
	if len(c.Absences) != 2 {
		t.Errorf("%v", c.Absences)
	}
}

func TestPaieSansNumeroDeContrat(t *testing.T) {
	c := premierContrat(t, "S21.G00.51.010,'CT0000'", "")
	if len(c.Salaires) != 3 || c.Salaires[1].Brut != v.Connu[v.Centimes](300_00) {
		t.Errorf("%+v", c.Salaires)
	}
	l := lire(changer(t, "mensuelle.dsn", "S21.G00.51.010,'CT0100'", "", "S21.G00.62.001,'25092026'", "S21.G00.41.001,'02092026'\nS21.G00.62.001,'25092026'"))
	contrats := l.Pieces[1].Faits[0].Mensuelle.Contrats
	if len(contrats) != 3 || contrats[0].Salaires == nil || len(contrats[0].Salaires) != 0 || contrats[1].Numero != "" || len(contrats[1].Salaires) != 1 {
		t.Errorf("%+v", contrats)
	}
}
