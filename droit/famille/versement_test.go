package famille_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"accord/droit"
	"accord/droit/prestations"
	"accord/internal/essai/valeurs"
	"accord/parametre"
	v "accord/valeur"
)

// calendrier computes a case and writes the days of one arrêt: «04-20 112 paye
// FAM-04 62.33», one line of work after the other.
func calendrier(t *testing.T, p *parametre.Table, cas *droit.Cas, arret string) (string, *droit.Resultat) {
	t.Helper()
	var c prestations.Calcul
	r := new(droit.Resultat)
	if err := c.Calculer(cas, p, nil, r); err != nil {
		t.Fatal(err)
	}
	if dits := prestations.Ruptures(cas, p, r.Jours); len(dits) > 0 {
		t.Errorf("%s : %q", arret, dits)
	}
	var s []string
	for a := range cas.Activites {
		var du, au v.Jour
		dit := ""
		finir := func() {
			if du != 0 {
				s = append(s, fmt.Sprintf("%s %d %s", du.String()[5:], au-du+1, dit))
			}
		}
		for _, j := range r.Jours {
			if j.Activite != a || cas.Arrets[j.Arret].ID != arret {
				continue
			}
			d := fmt.Sprintf("%s %s", j.Etat, j.Regle)
			if j.IJ != 0 {
				d += " " + j.IJ.String()
			}
			if d != dit || j.Date != au+1 {
				finir()
				du, dit = j.Date, d
			}
			au = j.Date
		}
		finir()
	}
	return strings.Join(s, ", "), r
}

// verifier computes a case and compares the days of its arrêts.
func verifier(t *testing.T, nom string, cas *droit.Cas, veut map[string]string) *droit.Resultat {
	t.Helper()
	return verifierSous(t, table, nom, cas, veut)
}

func verifierSous(t *testing.T, p *parametre.Table, nom string, cas *droit.Cas, veut map[string]string) (r *droit.Resultat) {
	t.Helper()
	for arret, v := range veut {
		var got string
		if got, r = calendrier(t, p, cas, arret); got != v {
			t.Errorf("%s, %s :\n%q, attendu\n%q", nom, arret, got, v)
		}
	}
	return r
}

func conge(id string, r droit.Risque, du, au string) droit.Arret {
	return droit.Arret{ID: id, Risque: r, Debut: jour(du), Fin: jour(au)}
}

func forcer(arret, valeur string, du, au v.Jour) droit.Decision {
	return droit.Decision{Nature: droit.Forcage, Arret: arret, Valeur: valeur, Le: du, Au: au}
}

// sans gives the table in which a parameter is not known from a day on.
func sans(t *testing.T, code parametre.Code, le string) *parametre.Table {
	t.Helper()
	for i, l := range slices.Backward(table.Lignes()) {
		if l.Code == code {
			l.Au = jour(le) - 1
			p, err := table.Modifier(i, l)
			if err != nil {
				t.Fatal(err)
			}
			return p
		}
	}
	t.Fatal("pas de ligne")
	return nil
}

// A parameter that is not known stops the leaves that need it, by name, and no other.
func TestParametreInconnu(t *testing.T) {
	cas := mere()
	cas.Naissances[0].AccouchementLe = jour("2026-06-01")
	cas.Arrets = append(cas.Arrets, conge("P1", droit.Paternite, "2026-09-01", "2026-09-25"))
	cas.Arrets[1].Naissance = "G1"
	avisPlafond := func(r *droit.Resultat) bool {
		return slices.ContainsFunc(r.Avis, func(a droit.Avis) bool { return a.Code == "AUT-U-16" })
	}
	manque := func(r *droit.Resultat, du string) bool {
		return slices.ContainsFunc(r.Manques, func(m droit.Manque) bool { return m.Code == "PARAMETRE_MANQUANT" && m.Pour.Du == jour(du) })
	}
	r := verifierSous(t, sans(t, parametre.PatMois, "2026-01-01"), "PAT_MOIS", cas, map[string]string{
		"M1": "04-20 112 paye FAM-04 62.33", "P1": "09-01 25 attente PAT-01"})
	if avisPlafond(r) || !manque(r, "2026-09-01") || manque(r, "2026-04-20") {
		t.Errorf("PAT_MOIS : %v %v", r.Avis, r.Manques)
	}
	cas.Arrets = cas.Arrets[:1]
	cas.Assure.AffilieDepuis = 0
	r = verifierSous(t, sans(t, parametre.FamAffiliationMois, "2026-01-01"), "FAM_AFFILIATION_MOIS", cas, map[string]string{"M1": "04-20 112 attente FAM-04"})
	if avisPlafond(r) || !manque(r, "2026-04-20") {
		t.Errorf("FAM_AFFILIATION_MOIS : %v %v", r.Avis, r.Manques)
	}
	cas.Assure.AffilieDepuis = jour("2008-09-01")
	closed := embauchee(mere(), "2026-04-15") // the rights of nine months before the birth are looked at
	r = verifierSous(t, sans(t, parametre.MatDroitMois, "2026-01-01"), "MAT_DROIT_MOIS", closed, map[string]string{"M1": "04-20 112 attente FAM-04"})
	if avisPlafond(r) || !manque(r, "2026-04-20") {
		t.Errorf("MAT_DROIT_MOIS : %v %v", r.Avis, r.Manques)
	}
	cas.Naissances[0].PrevueLe, cas.Naissances[0].AccouchementLe = jour("2027-03-30"), 0 // no ceiling is known for 2027
	r = verifier(t, "PMSS", cas, map[string]string{"M1": "02-16 112 attente FAM-04"})
	if !avisPlafond(r) || !manque(r, "2027-02-16") {
		t.Errorf("PMSS : %v %v", r.Avis, r.Manques)
	}
}

// The last word is the agent's: the amount, the right, the days.
func TestCongeForce(t *testing.T) {
	du, au := jour("2026-04-20"), jour("2026-08-09")
	sous := func(ds ...droit.Decision) *droit.Cas {
		cas := mere()
		cas.Naissances[0].AccouchementLe = jour("2026-06-01")
		cas.Decisions = ds
		return cas
	}
	r := verifier(t, "montant", sous(forcer("M1", "ij=50.00", du, 0)), map[string]string{"M1": "04-20 112 paye FAM-04 50.00"})
	if r.Bases[0].IJ != 5000 {
		t.Errorf("la base dit %s", r.Bases[0].IJ)
	}
	for _, l := range [][2]string{{"M1", "P1"}, {"P1", "M1"}} {
		cas := sous(forcer(l[0], "ij=50.00", 1, 0))
		cas.Arrets = append(cas.Arrets, conge("P1", droit.Pathologique, "2026-04-06", "2026-04-19"))
		_, r := calendrier(t, table, cas, "M1")
		for _, b := range r.Bases {
			if id := cas.Arrets[b.Arret].ID; (b.IJ == 5000) != (id == l[0]) || (b.IJ == 6233) != (id == l[1]) {
				t.Errorf("la base de %s dit %s", id, b.IJ)
			}
		}
	}
	verifier(t, "rien", sous(forcer("M1", "ij=0.00", du, 0)), map[string]string{"M1": "04-20 112 refuse FAM-04"})
	cas := sous(forcer("M1", "ij=0.00", du, 0))
	cas.Activites[0].Salaires = nil
	verifier(t, "rien, sans salaires connus", cas, map[string]string{"M1": "04-20 112 refuse FAM-04"})
	r = verifier(t, "droits refusés", sous(forcer("M1", "droits_refuses", du, 0)), map[string]string{"M1": "04-20 112 refuse AUT-OUV-01"})
	if len(r.Droits) != 1 || r.Droits[0].Ouvert || r.Droits[0].Voie != "decision" {
		t.Errorf("droits refusés : %+v", r.Droits)
	}
	verifier(t, "le droit refusé par la caisse", sous(droit.Decision{Nature: droit.RefusDroits, Arret: "M1", Le: jour("2026-08-01")}),
		map[string]string{"M1": "04-20 103 paye FAM-04 62.33, 08-01 9 refuse AUT-OUV-01"})
	// A leave of which no day can be paid is valued where an agent pays some.
	cas = sous(forcer("P1", "payer", jour("2026-12-10"), jour("2026-12-11")))
	cas.Arrets = []droit.Arret{conge("P1", droit.Paternite, "2026-12-08", "2026-12-12")}
	verifier(t, "jours payés", cas, map[string]string{"P1": "12-08 2 refuse PAT-02, 12-10 2 paye PAT-01 62.33, 12-12 1 refuse PAT-02"})
	// The right is closed: nothing is valued for what an agent said of another arrêt.
	cas = sous(forcer("AUTRE", "payer", du, au))
	cas.Assure.AffilieDepuis = jour("2026-03-01")
	r = verifier(t, "d'un autre arrêt", cas, map[string]string{"M1": "04-20 112 refuse AUT-OUV-03"})
	if len(r.Bases) != 0 {
		t.Errorf("d'un autre arrêt : %+v", r.Bases)
	}
	cas = sous(droit.Decision{Nature: droit.RefusDroits, Arret: "P1", Le: jour("2026-12-08")})
	cas.Arrets = []droit.Arret{conge("P1", droit.Paternite, "2026-12-08", "2026-12-12")}
	verifier(t, "refusé sans examen", cas, map[string]string{"P1": "12-08 5 refuse PAT-01"})
}

// A pay that is not known leaves the minimum, whatever it is; a right that may be
// open waits, and no rest is examined again meanwhile.
func TestCongeIncertain(t *testing.T) {
	cas := mere()
	cas.Activites[0].Salaires = nil
	verifier(t, "salaires inconnus", cas, map[string]string{"M1": "04-20 112 paye FAM-04 11.12"})
	jours := func(cas *droit.Cas, mois string, brut v.Centimes, heures v.Centiemes) {
		for i := range cas.Activites[0].Salaires {
			if s := &cas.Activites[0].Salaires[i]; s.Periode.Du == jour(mois+"-01") {
				s.Brut, s.Heures = v.Connu(brut), v.Connu(heures)
			}
		}
	}
	attendre := func() *droit.Cas {
		cas := mere()
		for _, m := range []string{"2025-09", "2025-10", "2025-11", "2025-12", "2026-01", "2026-02", "2026-03"} {
			jours(cas, m, 0, 0)
		}
		cas.Activites[0].Salaires = slices.DeleteFunc(cas.Activites[0].Salaires, func(s droit.Salaire) bool {
			return s.Periode.Du >= jour("2025-06-01") && s.Periode.Du <= jour("2025-08-01")
		})
		return cas
	}
	verifier(t, "neuf mois avant, nul ne sait", attendre(), map[string]string{"M1": "04-20 112 attente AUT-OUV-01"})
	cas = attendre()
	jours(cas, "2026-02", 240000, 15167)
	cas.Arrets = []droit.Arret{conge("P1", droit.Pathologique, "2026-02-16", "2026-02-20"), conge("P2", droit.Pathologique, "2026-03-30", "2026-04-03")}
	verifier(t, "repos", cas, map[string]string{"P1": "02-16 5 attente AUT-OUV-01", "P2": "03-30 5 attente AUT-OUV-01"})
	cas = attendre() // the day expected is not known: nothing else is looked at
	cas.Activites[0].Debut = 0
	cas.Naissances[0].PrevueLe, cas.Naissances[0].AccouchementLe = 0, jour("2026-06-01")
	verifier(t, "sans date prévue", cas, map[string]string{"M1": "04-20 112 refuse AUT-OUV-01"})
}

// Days that are of the leave under some answers only are not refused with the others.
func TestJoursIncertainsRefuses(t *testing.T) {
	cas := mere()
	cas.Naissances[0].Enfants, cas.Naissances[0].Rang = 0, 0
	cas.Assure.AffilieDepuis = jour("2026-03-01")
	verifier(t, "droit fermé", cas, map[string]string{"M1": "04-20 112 refuse AUT-OUV-03"})
}

// A day is paid as one leave by a régime: the first in the order of precedence; and
// not again as what was paid before the case.
func TestUnCongeParJour(t *testing.T) {
	deuil := func() *droit.Cas {
		cas := mere()
		cas.Naissances[0].AccouchementLe = jour("2026-06-01")
		cas.Deces = []droit.Deces{{ID: "X1", Lien: "enfant", NeLe: jour("2020-01-01"), Le: jour("2026-08-01")}}
		cas.Arrets = append(cas.Arrets, conge("D1", droit.DeuilEnfant, "2026-08-08", "2026-08-13"))
		return cas
	}
	verifier(t, "deux congés", deuil(), map[string]string{"M1": "04-20 112 paye FAM-04 62.33", "D1": "08-08 2 non_cumul FAM-CUM, 08-10 4 paye DEU-01 62.33"})
	for _, x := range []struct {
		risque droit.Risque
		veut   string
	}{
		{droit.Paternite, "08-08 2 non_cumul FAM-CUM, 08-10 1 paye DEU-01 62.33, 08-11 3 non_cumul FAM-CUM"},
		{droit.Maladie, "08-08 2 non_cumul FAM-CUM, 08-10 4 paye DEU-01 62.33"},
		{droit.DeuilEnfant, "08-08 2 non_cumul FAM-CUM, 08-10 4 paye DEU-01 62.33"},
	} {
		cas := deuil()
		cas.Anterieures = []droit.IndemniteAnterieure{{Risque: x.risque, Periode: valeurs.Entre("2026-08-11", "2026-08-13")}}
		verifier(t, string(x.risque), cas, map[string]string{"D1": x.veut})
	}
}

// The allowance for the company of a dying person follows the day, asks for no
// earlier work, waits where it is not known, and is what an agent fixed.
func TestMontantDuJour(t *testing.T) {
	p := table
	for _, l := range []parametre.Ligne{{Code: parametre.AJAPMontant, Valeur: v.F(60, 1), Texte: "60", Du: jour("2026-01-01")}, {Code: parametre.AJAPMontant, Valeur: v.F(62, 1), Texte: "62", Du: jour("2026-04-01")}} {
		var err error
		if p, err = p.Ajouter(l); err != nil {
			t.Fatal(err)
		}
	}
	cas := mere()
	cas.Naissances, cas.Assure.AffilieDepuis = nil, jour("2026-03-01")
	cas.Deces = []droit.Deces{{ID: "X1"}}
	cas.Arrets = []droit.Arret{conge("J1", droit.AJAP, "2026-03-30", "2026-04-03")}
	r := verifierSous(t, p, "deux montants", cas, map[string]string{"J1": "03-30 2 paye AJP-01 60.00, 04-01 3 paye AJP-01 62.00"})
	if len(r.Droits) != 1 || r.Droits[0].Voie != "sans_condition" {
		t.Errorf("droits %+v", r.Droits)
	}
	r = verifier(t, "sans montant", cas, map[string]string{"J1": "03-30 5 attente AJP-01"})
	if len(r.Manques) != 1 || r.Manques[0].Code != "PARAMETRE_MANQUANT" {
		t.Errorf("sans montant : %v", r.Manques)
	}
	cas.Decisions = []droit.Decision{forcer("J1", "ij=30.00", jour("2026-03-30"), 0)}
	verifierSous(t, p, "fixé", cas, map[string]string{"J1": "03-30 5 paye AJP-01 30.00"})
	verifier(t, "fixé, sans montant", cas, map[string]string{"J1": "03-30 5 paye AJP-01 30.00"})
	cas.Decisions[0].Valeur = "ij=0.00"
	verifierSous(t, p, "fixé à rien", cas, map[string]string{"J1": "03-30 5 refuse AJP-01"})
	cas.Activites = append(cas.Activites, droit.Activite{ID: "E2", Nature: droit.Salarie, Debut: jour("2015-01-01")})
	cas.Decisions = nil
	verifierSous(t, p, "deux emplois", cas, map[string]string{"J1": "03-30 2 paye AJP-01 30.00, 04-01 3 paye AJP-01 31.00, 03-30 2 paye AJP-01 30.00, 04-01 3 paye AJP-01 31.00"})
}

// The guaranteed pay of an exposed woman is that of sickness, from the pays before
// the first day not worked; it asks for no time of affiliation.
func TestGarantie(t *testing.T) {
	cas := mere()
	for i := range cas.Activites[0].Salaires {
		if s := &cas.Activites[0].Salaires[i]; s.Periode.Du == jour("2026-01-01") {
			s.Brut = v.Connu(v.Centimes(250000))
		}
	}
	cas.Assure.AffilieDepuis = jour("2026-03-01")
	cas.Arrets = []droit.Arret{conge("R1", droit.GarantieGrossesse, "2026-05-11", "2026-05-31")}
	cas.Naissances[0].PrevueLe = jour("2026-09-01")
	verifier(t, "seule", cas, map[string]string{"R1": "05-11 21 paye EXP-01 39.45"}) // 3 × 2400 / 91,25 / 2
	cas.Arrets = append(cas.Arrets, conge("A1", droit.Maladie, "2026-04-20", "2026-05-10"))
	verifier(t, "après un arrêt", cas, map[string]string{"R1": "05-11 21 paye EXP-01 40.00"}) // 2500 + 2 × 2400
	cas.Arrets = cas.Arrets[:1]
	for i := range cas.Activites[0].Salaires {
		cas.Activites[0].Salaires[i].Brut = v.Connu(v.Centimes(0))
	}
	verifier(t, "sans salaire", cas, map[string]string{"R1": "05-11 21 refuse EXP-01"})
	for i := range cas.Activites[0].Salaires {
		cas.Activites[0].Salaires[i].Brut = v.Option[v.Centimes]{}
	}
	verifier(t, "salaire inconnu", cas, map[string]string{"R1": "05-11 21 attente EXP-01"})
}
