package dsn

import (
	"bytes"
	"reflect"
	"strings"
	"testing"
)

// alteration is one thing wrong in a fixture, and all that must be said of it.
type alteration struct {
	nom     string
	fichier string
	avant   string   // a line of the fixture
	apres   []string // what stands in its place
	attendu []Anomalie
	effet   func(t *testing.T, e *Envoi)
}

// Context of the anomalies: first declaration, first person.
const jade = "2850199999001"

func premier(e *Envoi) *Individu { return &e.Declarations[0].Individus[0] }

func TestIdentifiantsFaux(t *testing.T) {
	verifierAlterations(t, []alteration{
		{"NIR faux : l'individu est mis de côté", "arret.dsn", "S21.G00.30.001,'2850199999001'", []string{"S21.G00.30.001,'2851399999001'"},
			[]Anomalie{{33, "S21.G00.30.001", "2851399999001", "un NIR de 13 caractères, sans clé",
				"Ligne 33, S21.G00.30.001 : Numéro d'inscription au répertoire (NIR) : « 285…001 » trouvé, attendu : un NIR de 13 caractères, sans clé ; cet individu est mis de côté.",
				IndividuEcarte, 1, 1, ""}},
			func(t *testing.T, e *Envoi) {
				d := &e.Declarations[0]
				if len(d.Individus) != 0 || len(d.Ecartes) != 1 || len(d.Ecartes[0].Contrats[0].Arrets) != 1 || !strings.Contains(d.Ecartes[0].Ecarte, "NIR") {
					t.Errorf("%+v", d)
				}
			}},
		{"NIR avec sa clé", "arret.dsn", "S21.G00.30.001,'2850199999001'", []string{"S21.G00.30.001,'285019999900164'"},
			[]Anomalie{{33, "S21.G00.30.001", "285019999900164", "un NIR de 13 caractères, sans clé",
				"Ligne 33, S21.G00.30.001 : Numéro d'inscription au répertoire (NIR) : « 285…164 » trouvé, attendu : un NIR de 13 caractères, sans clé ; cet individu est mis de côté.",
				IndividuEcarte, 1, 1, ""}}, nil},
		{"SIREN faux : la déclaration est mise de côté", "arret.dsn", "S21.G00.06.001,'000000000'", []string{"S21.G00.06.001,'000000001'"},
			[]Anomalie{{28, "S21.G00.06.001", "000000001", "un SIREN de 9 chiffres dont la clé est juste",
				"Ligne 28, S21.G00.06.001 : SIREN de l'entreprise : « 000000001 » trouvé, attendu : un SIREN de 9 chiffres dont la clé est juste ; la déclaration est mise de côté.",
				DeclarationEcartee, 1, 0, ""}},
			func(t *testing.T, e *Envoi) {
				if len(e.Declarations) != 0 || len(e.Ecartees) != 1 || len(e.Ecartees[0].Individus) != 1 {
					t.Errorf("%+v", e)
				}
			}},
		{"SIRET faux", "arret.dsn", "S21.G00.11.001,'00000'", []string{"S21.G00.11.001,'00017'"},
			[]Anomalie{{29, "S21.G00.11.001", "00000000000017", "un SIRET de 14 chiffres dont la clé est juste",
				"Ligne 29, S21.G00.11.001 : SIREN et NIC ne font pas un SIRET : « 00000000000017 » ; la déclaration est mise de côté.",
				DeclarationEcartee, 1, 0, ""}}, nil},
		{"IBAN faux : le compte seul est perdu", "arret.dsn", "S21.G00.60.007,'FR1420041010050500013M02606'", []string{"S21.G00.60.007,'FR1420041010050500013M02607'"},
			[]Anomalie{{46, "S21.G00.60.007", "FR1420041010050500013M02607", "un IBAN de la zone SEPA dont les clés sont justes",
				"Ligne 46, S21.G00.60.007 : IBAN : « FR1…607 » trouvé, attendu : un IBAN de la zone SEPA dont les clés sont justes ; le compte est ignoré, aucun paiement à l'employeur.",
				ValeurIgnoree, 1, 1, jade}},
			func(t *testing.T, e *Envoi) {
				a := premier(e).Contrats[0].Arrets[0]
				if !a.IBAN.IsZero() || !a.Subrogation.Ou(false) || a.PeriodeSubrogation.Du.IsZero() || a.BIC == "" {
					t.Errorf("%+v", a)
				}
			}},
	})
}

func TestValeursFausses(t *testing.T) {
	verifierAlterations(t, []alteration{
		{"montant sans décimales : la ligne de paie est écartée avec ses activités", "mensuelle_2026_07.dsn", "S21.G00.51.013,'1900.00'", []string{"S21.G00.51.013,'1900'"},
			[]Anomalie{{79, "S21.G00.51.013", "1900", "un nombre à deux décimales après un point",
				"Ligne 79, S21.G00.51.013 : Montant : « 1900 » trouvé, attendu : un nombre à deux décimales après un point ; le bloc « Rémunération » est écarté.",
				BlocEcarte, 1, 1, jade}},
			func(t *testing.T, e *Envoi) {
				r := premier(e).Versements[0].Remunerations
				if len(r) != 2 || r[0].Type != RemunerationChomage || len(r[0].Activites) != 1 || r[0].Activites[0].Unite != UniteHeure {
					t.Errorf("%+v", r)
				}
			}},
		{"montant à virgule", "mensuelle_2026_08.dsn", "S21.G00.52.002,'450.00'", []string{"S21.G00.52.002,'450,00'"},
			[]Anomalie{{121, "S21.G00.52.002", "450,00", "un nombre à deux décimales après un point",
				"Ligne 121, S21.G00.52.002 : Montant : « 450,00 » trouvé, attendu : un nombre à deux décimales après un point ; le bloc « Prime, gratification ou indemnité » est écarté.",
				BlocEcarte, 1, 1, jade}}, func(t *testing.T, e *Envoi) {
				if v := premier(e).Versements[0]; len(v.Primes) != 0 || len(v.Remunerations) != 6 {
					t.Errorf("%+v", v)
				}
			}},
		{"date impossible dans l'arrêt", "arret.dsn", "S21.G00.60.002,'14102026'", []string{"S21.G00.60.002,'31092026'"},
			[]Anomalie{{41, "S21.G00.60.002", "31092026", "une date JJMMAAAA",
				"Ligne 41, S21.G00.60.002 : Dernier jour travaillé : « 31092026 » trouvé, attendu : une date JJMMAAAA ; le bloc « Arrêt de travail » est écarté.",
				BlocEcarte, 1, 1, jade}},
			func(t *testing.T, e *Envoi) {
				if p := premier(e); len(p.Contrats[0].Arrets) != 0 || p.Derniere != 48 {
					t.Errorf("%+v", p)
				}
			}},
		{"date de naissance inconnue", "arret.dsn", "S21.G00.30.006,'15011985'", []string{"S21.G00.30.006,'99991985'"},
			[]Anomalie{{36, "S21.G00.30.006", "99991985", "une date JJMMAAAA",
				"Ligne 36, S21.G00.30.006 : Date de naissance : « 99991985 » trouvé, attendu : une date JJMMAAAA ; la valeur est ignorée.",
				ValeurIgnoree, 1, 1, jade}},
			func(t *testing.T, e *Envoi) {
				if !premier(e).Naissance.IsZero() {
					t.Error("naissance gardée")
				}
			}},
		{"mois qui ne commence pas le premier", "mensuelle_2026_07.dsn", "S20.G00.05.005,'01072026'", []string{"S20.G00.05.005,'02072026'"},
			[]Anomalie{{22, "S20.G00.05.005", "02072026", "le premier jour d'un mois, 01MMAAAA",
				"Ligne 22, S20.G00.05.005 : Mois principal déclaré : « 02072026 » trouvé, attendu : le premier jour d'un mois, 01MMAAAA ; la déclaration est mise de côté.",
				DeclarationEcartee, 1, 0, ""}}, nil},
		{"nature inconnue", "arret.dsn", "S20.G00.05.001,'04'", []string{"S20.G00.05.001,'44'"},
			[]Anomalie{{18, "S20.G00.05.001", "44", "un des codes 01, 04, 05, 07, 08, 09, 10",
				"Ligne 18, S20.G00.05.001 : Nature de la déclaration : « 44 » trouvé, attendu : un des codes 01, 04, 05, 07, 08, 09, 10 ; la déclaration est mise de côté.",
				DeclarationEcartee, 1, 0, ""}}, nil},
	})
}

func TestCodesEtTextesFaux(t *testing.T) {
	verifierAlterations(t, []alteration{
		{"code essai ou réel inconnu : rien n'est pris", "arret.dsn", "S10.G00.00.005,'02'", []string{"S10.G00.00.005,'03'"},
			[]Anomalie{{4, "S10.G00.00.005", "03", "un des codes 01, 02",
				"Ligne 4, S10.G00.00.005 : Fichier d'essai ou réel : « 03 » trouvé, attendu : un des codes 01, 02 ; le fichier est refusé.",
				FichierRefuse, 0, 0, ""}},
			func(t *testing.T, e *Envoi) {
				if !e.Essai || len(e.Declarations) != 0 || len(e.Ecartees) != 1 || e.Ecarte == "" || e.Ecartees[0].Ecarte != e.Ecarte {
					t.Errorf("%+v", e)
				}
			}},
		{"numéro de contrat trop court : gardé", "arret.dsn", "S21.G00.40.009,'VEND00018'", []string{"S21.G00.40.009,'V18'"},
			[]Anomalie{{38, "S21.G00.40.009", "V18", "de 5 à 20 caractères",
				"Ligne 38, S21.G00.40.009 : Numéro du contrat : « V18 » trouvé, attendu : de 5 à 20 caractères.",
				Signalee, 1, 1, jade}},
			func(t *testing.T, e *Envoi) {
				if premier(e).Contrats[0].Numero != "V18" {
					t.Error("numéro perdu")
				}
			}},
		{"rubrique vide", "mensuelle_2026_07.dsn", "S21.G00.30.019,'M001'", []string{"S21.G00.30.019,''"},
			[]Anomalie{{49, "S21.G00.30.019", "", "une valeur, ou pas de ligne",
				"Ligne 49, S21.G00.30.019 : Matricule dans l'entreprise : la rubrique est vide.", Signalee, 1, 1, jade}}, nil},
		{"centième de trop dans les heures : la ligne reste par son montant", "mensuelle_2026_08.dsn", "S21.G00.51.012,'3.50'", []string{"S21.G00.51.012,'3.500'"},
			[]Anomalie{{113, "S21.G00.51.012", "3.500", "un nombre à deux décimales après un point",
				"Ligne 113, S21.G00.51.012 : Nombre d'heures : « 3.500 » trouvé, attendu : un nombre à deux décimales après un point ; la valeur est ignorée.",
				ValeurIgnoree, 1, 1, jade}}, func(t *testing.T, e *Envoi) {
				if r := premier(e).Versements[0].Remunerations[4]; r.Heures.EstConnu() || r.Montant.Ou(0) != 4860 {
					t.Errorf("%+v", r)
				}
			}},
		{"BIC et SIRET centralisateur faux", "arret.dsn", "S21.G00.60.008,'PSSTFRPPXXX'", []string{"S21.G00.60.008,'PSST1RPP'"},
			[]Anomalie{{47, "S21.G00.60.008", "PSST1RPP", "un BIC de 8 ou 11 caractères",
				"Ligne 47, S21.G00.60.008 : BIC : « PSST1RPP » trouvé, attendu : un BIC de 8 ou 11 caractères ; la valeur est ignorée.",
				ValeurIgnoree, 1, 1, jade}}, nil},
	})
}

func TestMisesDeCote(t *testing.T) {
	verifierAlterations(t, []alteration{
		{"ni NIR ni NTT", "arret.dsn", "S21.G00.30.001,'2850199999001'", nil,
			[]Anomalie{{33, "S21.G00.30.001", "", "un NIR de 13 caractères, sans clé",
				"Ligne 33, S21.G00.30.001 : ni NIR ni NTT ; cet individu est mis de côté.", IndividuEcarte, 1, 1, ""}}, nil},
		{"autre régime", "mensuelle_2026_07.dsn", "S21.G00.40.018,'200'", []string{"S21.G00.40.018,'300'"},
			[]Anomalie{{63, "S21.G00.40.018", "300", "200",
				"Ligne 63, S21.G00.40.018 : autre régime : 300, régime agricole (MSA) ; cet individu est mis de côté.", IndividuEcarte, 1, 1, jade}},
			func(t *testing.T, e *Envoi) {
				d := &e.Declarations[0]
				if len(d.Individus) != 0 || d.Ecartes[0].Ecarte != "autre régime : 300, régime agricole (MSA)" || len(d.Ecartes[0].ContratsEcartes) != 1 {
					t.Errorf("%+v", d)
				}
			}},
		{"numéro d'ordre absent", "arret.dsn", "S20.G00.05.004,'104'", nil,
			[]Anomalie{{18, "S20.G00.05.004", "", "un nombre entier de 15 chiffres au plus",
				"Ligne 18, S20.G00.05.004 : Numéro d'ordre de la déclaration : cette rubrique manque ; la déclaration est mise de côté.", DeclarationEcartee, 1, 0, ""}}, nil},
		{"établissement absent", "annule.dsn", "S21.G00.06.001,'000000000'", nil,
			[]Anomalie{{18, "S21.G00.06", "", "un bloc par déclaration",
				"Ligne 18, S21.G00.06 : la déclaration n'a pas de bloc « Entreprise » ; la déclaration est mise de côté.", DeclarationEcartee, 1, 0, ""}}, nil},
		{"deux établissements dans une déclaration", "arret.dsn", "S21.G00.11.001,'00000'",
			[]string{"S21.G00.11.001,'00000'", "S21.G00.11.003,'A'", "S21.G00.11.001,'00018'"},
			[]Anomalie{{31, "S21.G00.11", "", "un seul bloc par déclaration",
				"Ligne 31, S21.G00.11 : second bloc « Établissement » dans la déclaration ; la déclaration est mise de côté.", DeclarationEcartee, 1, 0, ""}}, nil},
		{"deux entreprises dans une déclaration", "annule.dsn", "S21.G00.06.001,'000000000'",
			[]string{"S21.G00.06.001,'000000000'", "S21.G00.06.001,'732829320'", "S21.G00.06.002,'00074'"},
			[]Anomalie{
				{30, "S21.G00.06", "", "un seul bloc par déclaration",
					"Ligne 30, S21.G00.06 : second bloc « Entreprise » dans la déclaration ; la déclaration est mise de côté.", DeclarationEcartee, 1, 0, ""},
				{32, "S21.G00.11.001", "73282932000000", "un SIRET de 14 chiffres dont la clé est juste",
					"Ligne 32, S21.G00.11.001 : SIREN et NIC ne font pas un SIRET : « 73282932000000 » ; la déclaration est mise de côté.", DeclarationEcartee, 1, 0, ""}}, nil},
		{"drapeau d'essai absent", "arret.dsn", "S10.G00.00.005,'02'", nil,
			[]Anomalie{{1, "S10.G00.00.005", "", "un des codes 01, 02",
				"Ligne 1, S10.G00.00.005 : Fichier d'essai ou réel : cette rubrique manque ; le fichier est refusé.", FichierRefuse, 0, 0, ""}}, nil},
		{"second en-tête", "arret.dsn", "S20.G00.05.001,'04'", []string{"S10.G00.00.001,'AUTRE'", "S20.G00.05.001,'04'"},
			[]Anomalie{{18, "S10.G00.00", "", "un envoi par fichier",
				"Ligne 18, S10.G00.00 : second en-tête, après celui de la ligne 1 ; le fichier est refusé.", FichierRefuse, 0, 0, ""}}, nil},
		{"bloc sans parent", "arret.dsn", "S21.G00.40.001,'02092019'", []string{"S21.G00.53.001,'01'", "S21.G00.40.001,'02092019'"},
			[]Anomalie{{37, "S21.G00.53", "Activité", "après un bloc S21.G00.51",
				"Ligne 37, S21.G00.53 : bloc « Activité » sans bloc « Rémunération » avant lui ; le bloc « Activité » est écarté.", BlocEcarte, 1, 1, jade}}, nil},
		{"lignes après le total", "arret.dsn", "S90.G00.90.002,'1'", []string{"S90.G00.90.002,'1'", "S21.G00.30.001,'2850199999001'"},
			[]Anomalie{
				{51, "S21.G00.30", "Individu", "après un bloc S20.G00.05",
					"Ligne 51, S21.G00.30 : bloc « Individu » sans bloc « Déclaration » avant lui ; cet individu est mis de côté.", IndividuEcarte, 0, 0, ""},
				{51, "S21.G00.30", "", "rien après S90.G00.90", "Ligne 51, S21.G00.30 : le fichier continue après son bloc de total.", Signalee, 0, 0, ""}}, nil},
	})
}

func TestNTTSansNIR(t *testing.T) {
	data := changer(t, fixture(t, "arret.dsn"), "S21.G00.30.001,'2850199999001'")
	data = changer(t, data, "S21.G00.30.006,'15011985'", "S21.G00.30.006,'15011985'", "S21.G00.30.020,'2000000000JADE7'")
	e, anomalies := Read(data)
	if len(anomalies) != 1 || anomalies[0].Phrase != "Ligne 36, S21.G00.30.020 : NTT sans NIR : l'assuré n'est pas encore identifié ; cet individu est mis de côté." ||
		anomalies[0].Trouve != "2000000000JADE7" {
		t.Errorf("%+v", anomalies)
	}
	if p := e.Declarations[0].Ecartes[0]; p.NTT != "2000000000JADE7" || p.Ecarte != "NTT sans NIR : l'assuré n'est pas encore identifié" {
		t.Errorf("%+v", p)
	}
}

// One contract of two in another régime: the person stays, with the other.
func TestUnContratSurDeuxDansUnAutreRegime(t *testing.T) {
	data := changer(t, fixture(t, "mensuelle_2026_07.dsn"), "S21.G00.71.002,'RUAA'", "S21.G00.71.002,'RUAA'",
		"S21.G00.40.001,'01012025'", "S21.G00.40.009,'VIGNE0001'", "S21.G00.40.018,'300'", "S21.G00.40.019,'00000000000000'")
	e, anomalies := Read(data)
	if len(anomalies) != 1 || anomalies[0].Gravite != BlocEcarte || anomalies[0].Ligne != 72 {
		t.Fatalf("%+v", anomalies)
	}
	if p := premier(e); len(p.Contrats) != 1 || len(p.ContratsEcartes) != 1 || p.ContratsEcartes[0].Ecarte == "" {
		t.Errorf("%+v", p)
	}
}

func TestCoherences(t *testing.T) {
	verifierAlterations(t, []alteration{
		{"subrogation sans compte : le drapeau reste", "arret.dsn", "S21.G00.60.007,'FR1420041010050500013M02606'", nil,
			[]Anomalie{{40, "S21.G00.60.007", "", "l'IBAN de l'employeur",
				"Ligne 40, S21.G00.60.007 : subrogation demandée et pas de compte : aucun paiement à l'employeur.", Signalee, 1, 1, jade}},
			func(t *testing.T, e *Envoi) {
				if a := premier(e).Contrats[0].Arrets[0]; !a.Subrogation.Ou(false) || !a.IBAN.IsZero() {
					t.Errorf("%+v", a)
				}
			}},
		{"subrogation qui finit avant de commencer", "arret.dsn", "S21.G00.60.006,'14102027'", []string{"S21.G00.60.006,'14102025'"},
			[]Anomalie{{45, "S21.G00.60.006", "14102025", "une date à partir du 15/10/2026",
				"Ligne 45, S21.G00.60.006 : la subrogation finit avant de commencer.", Signalee, 1, 1, jade}}, nil},
		{"arrêt qui finit avant le dernier jour travaillé", "arret.dsn", "S21.G00.60.003,'28102026'", []string{"S21.G00.60.003,'28092026'"},
			[]Anomalie{{42, "S21.G00.60.003", "28092026", "une date à partir du 14/10/2026",
				"Ligne 42, S21.G00.60.003 : l'arrêt finit avant le dernier jour travaillé.", Signalee, 1, 1, jade}}, nil},
		{"dernier jour travaillé avant le contrat", "arret.dsn", "S21.G00.40.001,'02092019'", []string{"S21.G00.40.001,'02112026'"},
			[]Anomalie{{41, "S21.G00.60.002", "14102026", "une date à partir du 02/11/2026",
				"Ligne 41, S21.G00.60.002 : le dernier jour travaillé précède le début du contrat.", Signalee, 1, 1, jade}}, nil},
		{"accident sans date", "accident.dsn", "S21.G00.60.012,'08102026'", nil,
			[]Anomalie{{40, "S21.G00.60.012", "", "une date JJMMAAAA",
				"Ligne 40, S21.G00.60.012 : la date de l'accident ou de la première constatation manque.", Signalee, 1, 1, "1900299999017"}}, nil},
		{"reprise sans date", "reprise.dsn", "S21.G00.60.010,'23102026'", nil,
			[]Anomalie{{40, "S21.G00.60.010", "", "une date JJMMAAAA",
				"Ligne 40, S21.G00.60.010 : signalement de reprise sans date de reprise.", Signalee, 1, 1, jade}}, nil},
		{"perte de salaire négative", "mensuelle_2026_09.dsn", "S21.G00.66.003,'310.45'", []string{"S21.G00.66.003,'-310.45'"},
			[]Anomalie{{79, "S21.G00.66.003", "-310.45", "un montant positif",
				"Ligne 79, S21.G00.66.003 : perte de salaire négative hors d'une déclaration qui annule et remplace.", Signalee, 1, 1, jade}}, nil},
		{"temps partiel qui finit avant de commencer", "mensuelle_2026_09.dsn", "S21.G00.66.002,'30092026'", []string{"S21.G00.66.002,'20092026'"},
			[]Anomalie{{78, "S21.G00.66.002", "20092026", "une date à partir du 21/09/2026",
				"Ligne 78, S21.G00.66.002 : la période finit avant de commencer ; le bloc « Temps partiel thérapeutique » est écarté.", BlocEcarte, 1, 1, jade}},
			func(t *testing.T, e *Envoi) {
				if a := premier(e).Contrats[0].Arrets[1]; len(a.TempsPartiels) != 0 {
					t.Errorf("%+v", a)
				}
			}},
		{"suspension qui finit avant de commencer", "mensuelle_2026_08.dsn", "S21.G00.65.003,'14082026'", []string{"S21.G00.65.003,'14072026'"},
			[]Anomalie{{73, "S21.G00.65.003", "14072026", "une date à partir du 10/08/2026",
				"Ligne 73, S21.G00.65.003 : la période finit avant de commencer ; le bloc « Autre suspension du contrat » est écarté.", BlocEcarte, 1, 1, jade}},
			func(t *testing.T, e *Envoi) {
				if s := premier(e).Contrats[0].Suspensions; len(s) != 0 {
					t.Errorf("%+v", s)
				}
			}},
		{"paie d'un mois à l'envers", "mensuelle_2026_07.dsn", "S21.G00.51.002,'31072026'", []string{"S21.G00.51.002,'30062026'"},
			[]Anomalie{{76, "S21.G00.51.002", "30062026", "une date à partir du 01/07/2026",
				"Ligne 76, S21.G00.51.002 : la période finit avant de commencer ; le bloc « Rémunération » est écarté.", BlocEcarte, 1, 1, jade}},
			func(t *testing.T, e *Envoi) {
				if r := premier(e).Versements[0].Remunerations; len(r) != 2 || r[0].Type != RemunerationChomage || len(r[0].Activites) != 1 {
					t.Errorf("%+v", r)
				}
			}},
		{"ni montant ni heures", "mensuelle_2026_07.dsn", "S21.G00.51.013,'1900.00'", nil,
			[]Anomalie{{75, "S21.G00.51.013", "", "un montant ou un nombre d'heures",
				"Ligne 75, S21.G00.51.013 : rémunération sans montant ni heures ; le bloc « Rémunération » est écarté.", BlocEcarte, 1, 1, jade}}, nil},
		{"paie d'un contrat inconnu", "mensuelle_2026_07.dsn", "S21.G00.51.010,'VEND00017'", []string{"S21.G00.51.010,'VEND00099'"},
			[]Anomalie{{77, "S21.G00.51.010", "VEND00099", "le numéro d'un contrat de cet individu",
				"Ligne 77, S21.G00.51.010 : rémunération du contrat « VEND00099 », que la déclaration ne décrit pas.", Signalee, 1, 1, jade}}, nil},
	})
	// The same negative loss is lawful in a declaration that replaces another.
	data := changer(t, fixture(t, "mensuelle_2026_09.dsn"), "S21.G00.66.003,'310.45'", "S21.G00.66.003,'-310.45'")
	data = changer(t, data, "S20.G00.05.002,'01'", "S20.G00.05.002,'03'")
	if _, anomalies := Read(data); len(anomalies) > 0 {
		t.Errorf("annule et remplace : %s", anomalies[0].Phrase)
	}
}

func TestLignesMalFaites(t *testing.T) {
	longue := "S21.G00.30.008,'" + strings.Repeat("A", 241) + "'"
	verifierAlterations(t, []alteration{
		{"ligne sans code", "arret.dsn", "S21.G00.40.019,'00000000000000'", []string{"S21G0040019 00000000000000"},
			[]Anomalie{{39, "", "S21G0040019 00000000000000", "une ligne comme S10.G00.00.001,'valeur'",
				"Ligne 39 : cette ligne n'est pas une rubrique ; rien n'en est lu.", ValeurIgnoree, 1, 1, jade}},
			func(t *testing.T, e *Envoi) {
				if p := premier(e); p.Contrats[0].LieuTravail != "" || len(p.Contrats[0].Arrets) != 1 {
					t.Errorf("%+v", p)
				}
			}},
		{"plusieurs lignes sans code", "arret.dsn", "S21.G00.40.019,'00000000000000'", []string{"%PDF-1.7", "trailer"},
			[]Anomalie{{39, "", "%PDF-1.7", "une ligne comme S10.G00.00.001,'valeur'",
				"Ligne 39 : les lignes 39 à 40 ne sont pas des rubriques ; rien n'en est lu.", ValeurIgnoree, 1, 1, jade}}, nil},
		{"valeur sans apostrophe finale", "arret.dsn", "S21.G00.60.003,'28102026'", []string{"S21.G00.60.003,'28102026"},
			[]Anomalie{{42, "S21.G00.60.003", ",'28102026", "une valeur entre apostrophes",
				"Ligne 42, S21.G00.60.003 : Fin prévisionnelle de l'arrêt : la valeur n'est pas entre apostrophes ; la valeur est ignorée.", ValeurIgnoree, 1, 1, jade}},
			func(t *testing.T, e *Envoi) {
				if a := premier(e).Contrats[0].Arrets[0]; !a.FinPrevue.IsZero() || a.IBAN.IsZero() {
					t.Errorf("%+v", a)
				}
			}},
		{"nom coupé à son apostrophe", "arret.dsn", "S21.G00.30.002,'D'AURÉ L'HER'", []string{"S21.G00.30.002,'D'AURÉ L'HER"},
			[]Anomalie{{34, "S21.G00.30.002", ",'D'AURÉ L'HER", "une valeur entre apostrophes",
				"Ligne 34, S21.G00.30.002 : Nom de famille : la valeur n'est pas entre apostrophes ; la valeur est ignorée.", ValeurIgnoree, 1, 1, jade}}, nil},
		{"ligne trop longue", "mensuelle_2026_07.dsn", "S21.G00.30.008,'8 RUE DE L'ÉGLISE'", []string{longue},
			[]Anomalie{
				{44, "S21.G00.30.008", strings.Repeat("A", 241), "239 caractères au plus",
					"Ligne 44, S21.G00.30.008 : Voie : « " + strings.Repeat("A", 60) + "… » trouvé, attendu : 239 caractères au plus.", Signalee, 1, 1, jade},
				{44, "S21.G00.30.008", "258 caractères", "256 caractères au plus",
					"Ligne 44, S21.G00.30.008 : ligne de 258 caractères.", Signalee, 1, 1, jade}}, nil},
	})
}

func verifierAlterations(t *testing.T, cas []alteration) {
	t.Helper()
	for _, c := range cas {
		t.Run(c.nom, func(t *testing.T) {
			e, anomalies := Read(changer(t, fixture(t, c.fichier), c.avant, c.apres...))
			if !reflect.DeepEqual(anomalies, c.attendu) {
				for _, a := range anomalies {
					t.Errorf("obtenu  %#v", a)
				}
				for _, a := range c.attendu {
					t.Errorf("attendu %#v", a)
				}
			}
			if c.effet != nil {
				c.effet(t, e)
			}
		})
	}
}

func TestComptesEtTroncature(t *testing.T) {
	entier := fixture(t, "mensuelle_2026_09.dsn")
	sansTotal := entier[:bytes.Index(entier, []byte("S90."))]
	const fin = "le fichier s'arrête sans son bloc de total : la fin peut manquer"
	for _, c := range []struct {
		nom       string
		data      []byte
		attendu   []string
		individus int // usable
		ecartes   int
	}{
		{"compte de rubriques faux", bytes.Replace(entier, []byte("S90.G00.90.001,'210'"), []byte("S90.G00.90.001,'211'"), 1),
			[]string{"Ligne 209, S90.G00.90.001 : 211 rubriques annoncées, 210 lues."}, 2, 0},
		{"compte de déclarations faux", bytes.Replace(entier, []byte("S90.G00.90.002,'1'"), []byte("S90.G00.90.002,'2'"), 1),
			[]string{"Ligne 209, S90.G00.90.002 : 2 déclarations annoncées, 1 lues."}, 2, 0},
		{"sans total : le dernier individu attend", sansTotal,
			[]string{"Ligne 208, S90.G00.90 : " + fin + " ; cet individu est mis de côté."}, 1, 1},
		{"coupé au milieu d'une ligne du second individu", entier[:bytes.Index(entier, []byte("S21.G00.62.002"))+17],
			[]string{"Ligne 162, S21.G00.62.002 : Motif de la rupture du contrat : la valeur n'est pas entre apostrophes ; la valeur est ignorée.",
				"Ligne 162, S90.G00.90 : " + fin + " ; cet individu est mis de côté."}, 1, 1},
		{"annule et remplace sans total : toute la déclaration attend", bytes.Replace(sansTotal, []byte("S20.G00.05.002,'01'"), []byte("S20.G00.05.002,'03'"), 1),
			[]string{"Ligne 208, S90.G00.90 : " + fin + " ; la déclaration est mise de côté."}, 0, 0},
		{"coupé dans l'en-tête", entier[:bytes.Index(entier, []byte("S10.G00.02"))],
			[]string{"le fichier ne contient aucune déclaration ; le fichier est refusé.",
				"Ligne 13, S90.G00.90 : " + fin + " ; le fichier est refusé."}, 0, 0},
		{"sans en-tête", entier[bytes.Index(entier, []byte("S20.")):],
			[]string{"le fichier n'a pas d'en-tête S10.G00.00 : rien ne dit s'il est réel ou d'essai ; le fichier est refusé.",
				"Ligne 192, S90.G00.90.001 : 210 rubriques annoncées, 193 lues."}, 0, 0},
		{"vide", nil, []string{"le fichier est vide ; le fichier est refusé."}, 0, 0},
		{"lignes blanches", []byte("\r\n \r\n\n"), []string{"le fichier est vide ; le fichier est refusé."}, 0, 0},
		{"autre chose", []byte("%PDF-1.7\n\x00\xff\n"),
			[]string{"ce fichier n'est pas une DSN : aucune ligne ne commence par un code de rubrique ; le fichier est refusé."}, 0, 0},
	} {
		t.Run(c.nom, func(t *testing.T) {
			e, s := phrases(c.data)
			if !reflect.DeepEqual(s, c.attendu) {
				t.Errorf("obtenu\n%s\nattendu\n%s", strings.Join(s, "\n"), strings.Join(c.attendu, "\n"))
			}
			individus, ecartes := 0, 0
			for _, d := range e.Declarations {
				individus += len(d.Individus)
				ecartes += len(d.Ecartes)
			}
			if individus != c.individus || ecartes != c.ecartes {
				t.Errorf("%d individus et %d écartés, attendu %d et %d", individus, ecartes, c.individus, c.ecartes)
			}
		})
	}
}
