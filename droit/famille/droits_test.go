package famille_test

import (
	"slices"
	"testing"

	"accord/droit"
	"accord/droit/prestations"
	v "accord/valeur"
)

// embauchee gives a case in which the work began late: nothing is known before it,
// for there is nothing.
func embauchee(cas *droit.Cas, le string) *droit.Cas {
	a := &cas.Activites[0]
	a.Debut = jour(le)
	a.Salaires = slices.DeleteFunc(a.Salaires, func(s droit.Salaire) bool { return s.Periode.Au < a.Debut })
	return cas
}

// etats computes a case and writes the days of an arrêt without their amounts.
func etats(t *testing.T, cas *droit.Cas, arret string) (string, *droit.Resultat) {
	t.Helper()
	sans := *cas
	s, r := calendrier(t, table, &sans, arret)
	return montants.ReplaceAllString(s, ""), r
}

// A mourning leave under the common law: the time of affiliation ends on the first
// day not worked (AUT-OUV-03): six months from 10 February.
func TestAffiliationAuPremierJour(t *testing.T) {
	for travaille, veut := range map[string]string{
		"2026-08-09": "08-08 2 travaille DEU-01, 08-10 4 paye DEU-01 62.33",
		"2026-08-08": "08-08 1 travaille DEU-01, 08-09 5 refuse AUT-OUV-03",
	} {
		cas := mere()
		cas.Assure.AffilieDepuis = jour("2026-02-10")
		cas.Deces = []droit.Deces{{ID: "X1", Lien: "enfant", NeLe: jour("2020-01-01"), Le: jour("2026-08-01")}}
		cas.Arrets = []droit.Arret{conge("D1", droit.DeuilEnfant, "2026-08-08", "2026-08-13")}
		cas.Arrets[0].DernierJourTravaille = jour(travaille)
		cas.Options.Choix = []droit.Choix{{Point: "AUT-U-15", Lecture: "droit_commun"}}
		verifier(t, travaille, cas, map[string]string{"D1": veut})
	}
}

// The right of rests prescribed now and then is examined again at each, where it was
// not open at the first; that of the periods of one leave is not.
func TestDroitDeChaquePeriode(t *testing.T) {
	for _, x := range []struct {
		nom            string
		risque         droit.Risque
		du1, au1       string
		du2, au2       string
		travaille      string // last day worked in the second
		embauche       string
		etats1, etats2 string
		examine        string // last day before which the second was examined
	}{
		{"repos", droit.Pathologique, "2026-02-16", "2026-02-20", "2026-03-30", "2026-04-03", "", "2026-02-01", "02-16 5 refuse AUT-OUV-01", "03-30 5 paye MAT-05", "2026-03-29"},
		{"repos, un jour travaillé", droit.Pathologique, "2026-02-16", "2026-02-20", "2026-03-30", "2026-04-03", "2026-03-30", "2026-02-01", "02-16 5 refuse AUT-OUV-01", "03-30 1 travaille MAT-05, 03-31 4 paye MAT-05", "2026-03-30"},
		{"distilbène", droit.DES, "2026-02-16", "2026-02-20", "2026-03-30", "2026-04-03", "", "2026-02-01", "02-16 5 refuse AUT-OUV-01", "03-30 5 paye DES-01", "2026-03-29"},
		{"repos, droit déjà ouvert", droit.Pathologique, "2026-02-16", "2026-02-20", "2026-03-30", "2026-04-03", "", "2015-01-01", "02-16 5 paye MAT-05", "03-30 5 paye MAT-05", "2026-02-15"},
		{"paternité", droit.Paternite, "2026-06-04", "2026-06-07", "2026-08-10", "2026-08-28", "", "2026-06-02", "06-04 4 refuse AUT-OUV-01", "08-10 19 refuse AUT-OUV-01", "2026-06-03"},
	} {
		cas := embauchee(mere(), x.embauche)
		if x.risque == droit.Paternite {
			cas.Naissances[0].AccouchementLe = jour("2026-06-01")
		}
		cas.Arrets = []droit.Arret{conge("P1", x.risque, x.du1, x.au1), conge("P2", x.risque, x.du2, x.au2)}
		if x.travaille != "" {
			cas.Arrets[1].DernierJourTravaille = jour(x.travaille)
		}
		un, r := etats(t, cas, "P1")
		deux, _ := etats(t, cas, "P2")
		if un != x.etats1 || deux != x.etats2 {
			t.Errorf("%s : %q puis %q", x.nom, un, deux)
		}
		if d := r.Droits[len(r.Droits)-1]; d.Fenetres.Jours90.Au != jour(x.examine) {
			t.Errorf("%s : examiné au %s", x.nom, d.Fenetres.Jours90.Au+1)
		}
	}
}

// The rights of a pregnancy may be open nine months before the birth expected
// (AUT-OUV-02), and its time of affiliation ends on that birth; that of paternity on
// the birth; that of adoption on the arrival.
func TestJoursDuDroit(t *testing.T) {
	for _, r := range []droit.Risque{droit.Pathologique, droit.DES} {
		cas := mere()
		for i := range cas.Activites[0].Salaires {
			if s := &cas.Activites[0].Salaires[i]; s.Periode.Du > jour("2025-08-31") {
				s.Brut, s.Heures = v.Connu(v.Centimes(0)), v.Connu(v.Centiemes(0))
			}
		}
		cas.Arrets = []droit.Arret{conge("P1", r, "2026-04-06", "2026-04-10")}
		if s, d := etats(t, cas, "P1"); s != "04-06 5 paye "+map[droit.Risque]string{droit.Pathologique: "MAT-05", droit.DES: "DES-01"}[r] || d.Droits[0].Regle != "AUT-OUV-02" {
			t.Errorf("%s : %q %+v", r, s, d.Droits)
		}
	}
	for _, x := range []struct {
		affilie, veut string
		arret         droit.Arret
	}{
		{"2025-12-01", "04-06 5 paye MAT-05", conge("P1", droit.Pathologique, "2026-04-06", "2026-04-10")},
		{"2025-12-02", "04-06 5 refuse AUT-OUV-03", conge("P1", droit.Pathologique, "2026-04-06", "2026-04-10")},
		{"2025-12-01", "04-06 5 paye DES-01", conge("P1", droit.DES, "2026-04-06", "2026-04-10")},
		{"2025-12-01", "06-04 25 paye PAT-01", conge("P1", droit.Paternite, "2026-06-04", "2026-06-28")},
		{"2025-12-02", "06-04 25 refuse AUT-OUV-03", conge("P1", droit.Paternite, "2026-06-04", "2026-06-28")},
		{"2025-12-08", "06-01 14 paye ADO-01", conge("P1", droit.AdoptionConge, "2026-06-01", "2026-06-14")},
		{"2025-12-09", "06-01 14 refuse AUT-OUV-03", conge("P1", droit.AdoptionConge, "2026-06-01", "2026-06-14")},
	} {
		cas := mere()
		cas.Naissances[0].AccouchementLe = jour("2026-06-01")
		cas.Adoptions = []droit.Adoption{{ID: "D1", ArriveeLe: jour("2026-06-08"), Enfants: 1, AChargeApres: 1, Parents: 1}}
		cas.Assure.AffilieDepuis = jour(x.affilie)
		cas.Arrets = []droit.Arret{x.arret}
		if s, _ := etats(t, cas, "P1"); s != x.veut {
			t.Errorf("%s depuis le %s : %q", x.arret.Risque, x.affilie, s)
		}
	}
	// Nothing is known of the event yet: its days wait, and the right is examined without it.
	for _, x := range []struct {
		risque droit.Risque
		veut   string
	}{{droit.Maternite, "06-01 14 attente MAT-DUR"}, {droit.Pathologique, "06-01 14 attente MAT-05"}, {droit.Paternite, "06-01 14 attente PAT-01"}, {droit.AdoptionConge, "06-01 14 attente ADO-01"}} {
		for _, adoptions := range [][]droit.Adoption{nil, {{ID: "D1"}}} {
			cas := mere()
			cas.Naissances, cas.Adoptions = nil, adoptions
			cas.Arrets = []droit.Arret{conge("P1", x.risque, "2026-06-01", "2026-06-14")}
			if s, _ := etats(t, cas, "P1"); s != x.veut {
				t.Errorf("%s, événement inconnu : %q", x.risque, s)
			}
		}
	}
}

// Each line that is stopped has its answer; what closed the right is what is said,
// and the time of affiliation is not asked where hours closed it.
func TestReponsesDuDroit(t *testing.T) {
	cas := mere()
	cas.Activites = append(cas.Activites, cas.Activites[0])
	cas.Activites[1].ID = "E2"
	_, r := etats(t, cas, "M1")
	if len(r.Droits) != 2 || r.Droits[0].Activite != 0 || r.Droits[1].Activite != 1 {
		t.Errorf("%+v", r.Droits)
	}
	cas = embauchee(mere(), "2026-04-15")
	for _, affilie := range []v.Jour{0, jour("2026-03-01")} {
		cas.Assure.AffilieDepuis = affilie
		s, r := etats(t, cas, "M1")
		if s != "04-20 112 refuse AUT-OUV-01" || avise(r, "DROITS_PRESUMES") {
			t.Errorf("affilié depuis le %s : %q %v", affilie, s, r.Avis)
		}
	}
	cas = mere()
	cas.Assure.AffilieDepuis = 0
	if s, r := etats(t, cas, "M1"); s != "04-20 112 paye FAM-04" || !avise(r, "DROITS_PRESUMES") {
		t.Errorf("affiliation inconnue : %q %v", s, r.Avis)
	}
}

// What is said of the right, in each of the ways in which it is decided.
func TestPhrasesDuDroit(t *testing.T) {
	deuil := mere()
	deuil.Deces = []droit.Deces{{ID: "X1", Lien: "enfant", NeLe: jour("2020-01-01"), Le: jour("2026-08-01")}}
	deuil.Arrets = []droit.Arret{conge("M1", droit.DeuilEnfant, "2026-08-08", "2026-08-13")}
	sous := func(change func(*droit.Cas)) *droit.Cas {
		cas := mere()
		change(cas)
		return cas
	}
	for _, x := range []struct {
		cas    *droit.Cas
		phrase string
	}{
		{deuil, "Aucune condition d'activité n'est exigée pour ce congé."},
		{sous(func(c *droit.Cas) { c.Decisions = []droit.Decision{forcer("M1", "droits_refuses", 1, 0)} }), "La caisse a décidé que les droits sont fermés."},
		{sous(func(c *droit.Cas) { c.Decisions = []droit.Decision{forcer("M1", "droits_ouverts", 1, 0)} }), "La caisse a décidé que les droits sont ouverts."},
		{sous(func(c *droit.Cas) { c.Activites = independante(1).Activites }), "L'affiliation comme indépendant dure depuis assez longtemps : les droits sont ouverts."},
	} {
		if dit := phrases(t, x.cas); !slices.Contains(dit, x.phrase) {
			t.Errorf("%q manque : %q", x.phrase, dit)
		}
	}
	ouvert, presume := phrases(t, mere()), phrases(t, sous(func(c *droit.Cas) { c.Assure.AffilieDepuis = 0 }))
	if !slices.Equal(ouvert, presume) {
		t.Errorf("dit %q, puis %q", ouvert, presume)
	}
	for _, dit := range [][]string{ouvert, phrases(t, sous(func(c *droit.Cas) { c.Assure.AffilieDepuis = jour("2026-03-01") }))} {
		if len(dit) == 0 || slices.Contains(dit, "") {
			t.Errorf("dit %q", dit)
		}
	}
}

// phrases tells what a case says before its days.
func phrases(t *testing.T, cas *droit.Cas) []string {
	t.Helper()
	var c prestations.Calcul
	trace := new(droit.Trace)
	if err := c.Calculer(cas, table, trace, new(droit.Resultat)); err != nil {
		t.Fatal(err)
	}
	var ps []string
	for _, e := range trace.Etapes[:trace.Jours] {
		ps = append(ps, e.Phrase)
	}
	return ps
}

// Rights, bases and steps are told by the first day of their leave, not by precedence.
func TestDitsParDate(t *testing.T) {
	deuil := mere()
	deuil.Deces = []droit.Deces{{ID: "X1", Lien: "enfant", NeLe: jour("2020-01-01"), Le: jour("2026-02-01")}}
	deuil.Arrets = []droit.Arret{conge("D1", droit.DeuilEnfant, "2026-02-09", "2026-02-13")}
	tous := mere()
	tous.Deces, tous.Arrets = deuil.Deces, append(tous.Arrets, deuil.Arrets[0])
	_, r := etats(t, tous, "M1")
	if len(r.Droits) != 2 || r.Droits[0].Arret != 1 || len(r.Bases) != 2 || r.Bases[0].Arret != 1 {
		t.Errorf("%+v %+v", r.Droits, r.Bases)
	}
	if dit, veut := phrases(t, tous), append(phrases(t, deuil), phrases(t, mere())...); !slices.Equal(dit, veut) || len(veut) < 4 {
		t.Errorf("dit %q, attendu %q", dit, veut)
	}
}

// The time limit runs from the finding of the pregnancy for what is of it, from the
// end of the leave for the others; a claim received on the last day is in time.
func TestPrescription(t *testing.T) {
	for _, x := range []struct {
		nom              string
		arret            droit.Arret
		constatee, recue string
		connu            string
		veut             string
	}{
		{"repos", conge("P1", droit.Pathologique, "2025-04-07", "2025-04-11"), "2024-10-15", "", "2026-10-16", "04-07 5 refuse FAM-PRS"},
		{"repos, le dernier jour", conge("P1", droit.Pathologique, "2025-04-07", "2025-04-11"), "2024-10-15", "", "2026-10-15", "04-07 5 paye MAT-05"},
		{"repos, grossesse constatée on ne sait quand", conge("P1", droit.Pathologique, "2025-04-07", "2025-04-11"), "", "", "2027-04-11", "04-07 5 paye MAT-05"},
		{"distilbène", conge("P1", droit.DES, "2025-04-07", "2025-04-11"), "2024-10-15", "", "2026-10-16", "04-07 5 refuse FAM-PRS"},
		{"paternité", conge("P1", droit.Paternite, "2025-06-05", "2025-06-29"), "2024-10-15", "", "2027-06-29", "06-05 25 paye PAT-01"},
		{"paternité, trop tard", conge("P1", droit.Paternite, "2025-06-05", "2025-06-29"), "2024-10-15", "", "2027-06-30", "06-05 25 refuse FAM-PRS"},
		{"reçue le dernier jour", conge("P1", droit.Paternite, "2025-06-05", "2025-06-29"), "", "2027-06-29", "2027-07-30", "06-05 25 paye PAT-01"},
		{"reçue le lendemain", conge("P1", droit.Paternite, "2025-06-05", "2025-06-29"), "", "2027-06-30", "2027-07-30", "06-05 25 refuse FAM-PRS"},
		{"sans date", conge("P1", droit.Paternite, "2025-06-05", "2025-06-29"), "", "", "", "06-05 25 paye PAT-01"},
	} {
		cas := mere()
		n := &cas.Naissances[0]
		n.PrevueLe, n.AccouchementLe = jour("2025-06-02"), jour("2025-06-02")
		cas.Options.Prescription, cas.ConnuAu = true, 0
		for quoi, le := range map[*v.Jour]string{&n.ConstateeLe: x.constatee, &x.arret.RecuLe: x.recue, &cas.ConnuAu: x.connu} {
			if le != "" {
				*quoi = jour(le)
			}
		}
		cas.Arrets = []droit.Arret{x.arret}
		s, r := etats(t, cas, "P1")
		if s != x.veut || x.connu == "" && avise(r, "AUT-U-25") {
			t.Errorf("%s : %q %v", x.nom, s, r.Avis)
		}
	}
	cas := mere()
	cas.Options.Prescription, cas.Naissances = true, nil
	cas.Arrets = []droit.Arret{conge("P1", droit.Maternite, "2026-06-01", "2026-06-14")}
	if s, _ := etats(t, cas, "P1"); s != "06-01 14 attente MAT-DUR" {
		t.Errorf("naissance inconnue : %q", s)
	}
}
