package maladie

import (
	"testing"

	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

func partiel(a droit.Arret) droit.Arret {
	a.TempsPartiel = true
	return a
}

func perte(du, au, montant string) droit.PerteTPT {
	return droit.PerteTPT{Periode: entre(du, au), Perte: euros(montant)}
}

func suspendre(le, au string) droit.Decision {
	return droit.Decision{Nature: droit.SuspensionMedicale, Le: jour(le), Au: jour(au)}
}

// montants gives the distinct amounts of the days of one line, in their order.
func montants(r *droit.Resultat, activite int) (ms []v.Centimes) {
	for i := range r.Jours {
		if j := &r.Jours[i]; j.Activite == activite {
			ms = append(ms, j.IJ)
		}
	}
	return ms
}

// MAL-TPT-02: the days of part-time work whose loss is not certified wait, they alone, and
// the loss of the month is asked for from the first day not worked.
func TestPerteAttendue(t *testing.T) {
	plein, tpt := arret("A", "2026-03-02", "2026-03-08", droit.Initial), partiel(arret("B", "2026-03-09", "2026-03-15", droit.Prolongation))
	for _, x := range []struct {
		nom       string
		travaille string
		decisions []droit.Decision
		veut      string
		periode   v.Periode
	}{
		{"à la suite d'un arrêt complet", "", nil, "cccPPPP???????", entre("2026-03-02", "2026-03-15")},
		{"le premier jour prescrit travaillé", "2026-03-02", nil, "TcccPPP???????", entre("2026-03-03", "2026-03-15")},
		{"suspendu ensuite", "", []droit.Decision{suspendre("2026-03-13", "2026-03-15")}, "cccPPPP????SSS", entre("2026-03-02", "2026-03-15")},
	} {
		cas := employe(plein, tpt)
		if x.travaille != "" {
			cas.Arrets[0].DernierJourTravaille = jour(x.travaille)
		}
		cas.Decisions = x.decisions
		r := calculer(t, cas)
		if got := etats(r, 0); got != x.veut {
			t.Errorf("%s : %s, attendu %s", x.nom, got, x.veut)
		}
		if bs := Besoins(cas, table); len(bs) != 1 || bs[0].Nature != droit.BesoinPerteTPT || bs[0].Periode != x.periode {
			t.Errorf("%s : %+v", x.nom, bs)
		}
	}
	// The other job, stopped whole, does not wait.
	cas := deuxEmployeurs()
	cas.Arrets = []droit.Arret{arret("A", "2026-09-14", "2026-09-20", droit.Initial), partiel(arret("B", "2026-09-21", "2026-09-24", droit.Prolongation)), arret("C", "2026-09-21", "2026-09-24", droit.Prolongation)}
	cas.Arrets[1].Activites, cas.Arrets[2].Activites = []string{"E1"}, []string{"E2"}
	r := calculer(t, cas)
	if e1, e2 := etats(r, 0), etats(r, 1); e1 != "cccPPPP????" || e2 != "cccPPPPPPPP" {
		t.Errorf("%s %s", e1, e2)
	}
	// The day between two prescriptions that the former tolerance pays is no part-time work.
	cas = employe(arret("A", "2024-05-06", "2024-05-10", droit.Initial), partiel(arret("B", "2024-05-12", "2024-05-15", droit.Prolongation)))
	if got := etats(calculer(t, cas), 0); got != "cccPPP????" {
		t.Error(got)
	}
}

// The loss of a period is shared by its days of part-time work: those not paid keep theirs.
// 100.01 over ten days of which six are paid: 60.006, cut to the cent.
func TestPerteReduite(t *testing.T) {
	tpt := partiel(arret("B", "2026-03-09", "2026-03-18", droit.Initial))
	for _, x := range []struct {
		nom     string
		pertes  []droit.PerteTPT
		susp    []droit.Decision
		lecture string
		veut    []v.Centimes
	}{
		{"quatre jours suspendus", []droit.PerteTPT{perte("2026-03-09", "2026-03-18", "100.01")}, []droit.Decision{suspendre("2026-03-09", "2026-03-12")}, "",
			[]v.Centimes{0, 0, 0, 0, 1000, 1000, 1000, 1000, 1000, 1000}},
		{"deux périodes qui se recouvrent : la première", []droit.PerteTPT{perte("2026-03-09", "2026-03-15", "70.00"), perte("2026-03-12", "2026-03-18", "60.00")}, nil, "",
			[]v.Centimes{1000, 1000, 1000, 1000, 1000, 1000, 1000, 2000, 2000, 2000}},
		{"cinq centimes, jour par jour", []droit.PerteTPT{perte("2026-03-09", "2026-03-18", "0.05")}, nil, "jour", make([]v.Centimes, 10)},
		{"cinq centimes, sur la période", []droit.PerteTPT{perte("2026-03-09", "2026-03-18", "0.05")}, nil, "", []v.Centimes{1, 1, 1, 1, 1, 0, 0, 0, 0, 0}},
		{"plus que l'indemnité", []droit.PerteTPT{perte("2026-03-09", "2026-03-18", "1000.00")}, nil, "", []v.Centimes{3287, 3287, 3287, 3287, 3287, 3287, 3287, 3287, 3287, 3287}},
	} {
		cas := employe(tpt)
		cas.Activites[0].PertesTPT, cas.Decisions = x.pertes, x.susp
		if x.lecture != "" {
			cas.Options.Choix = []droit.Choix{{Point: table.Lecture(parametre.U21).Point, Lecture: x.lecture}}
		}
		got := montants(calculer(t, cas), 0)
		for i := range x.veut {
			if got[i] != x.veut[i] {
				t.Errorf("%s : %v, attendu %v", x.nom, got, x.veut)
				break
			}
		}
	}
}

// MAL-RTD-01: of a form sent late again, the days from the prescription to the day before the
// sending are halved, cut to the cent; part-time work is halved after the loss limits it.
func TestMoitiePourEnvoiTardif(t *testing.T) {
	tardif := func(a droit.Arret, prescrit, envoye string) droit.Arret {
		a.Canal, a.Support, a.PrescritLe, a.EnvoyeLe = droit.Papier, droit.CerfaSecurise, jour(prescrit), jour(envoye)
		return a
	}
	for _, x := range []struct {
		nom          string
		arret        droit.Arret
		perte        string
		liberal      bool
		veut, pleins []v.Centimes
	}{
		{"prescrit après le début", tardif(arret("A", "2026-03-02", "2026-03-09", droit.Initial), "2026-03-06", "2026-03-08"), "", false,
			[]v.Centimes{0, 0, 0, 3287, 1643, 1643, 3287, 3287}, []v.Centimes{0, 0, 0, 0, 3287, 3287, 0, 0}},
		{"temps partiel", partiel(tardif(arret("A", "2026-03-02", "2026-03-07", droit.Initial), "2026-03-02", "2026-03-06")), "1000.00", false,
			[]v.Centimes{1643, 1643, 1643, 1643, 3287, 3287}, []v.Centimes{3287, 3287, 3287, 3287, 0, 0}},
		{"profession libérale : 150,69", tardif(arret("A", "2026-03-02", "2026-03-09", droit.Initial), "2026-03-02", "2026-03-08"), "", true,
			[]v.Centimes{0, 0, 0, 7534, 7534, 7534, 15069, 15069}, []v.Centimes{0, 0, 0, 15069, 15069, 15069, 0, 0}},
	} {
		cas := employe(x.arret)
		cas.Assure.RetardsAnterieurs = []v.Jour{jour("2025-06-02")}
		if x.perte != "" {
			cas.Activites[0].PertesTPT = []droit.PerteTPT{perte("2026-03-02", "2026-03-07", x.perte)}
		}
		if x.liberal {
			cas.Activites = []droit.Activite{independant("T1", droit.CNAVPL, "110010.00")}
		}
		r := calculer(t, cas)
		for i := range x.veut {
			if j := r.Jours[i]; j.IJ != x.veut[i] || j.Plein != x.pleins[i] {
				t.Errorf("%s, le %s : %s sur %s, attendu %s sur %s", x.nom, j.Date, j.IJ, j.Plein, x.veut[i], x.pleins[i])
			}
		}
	}
	// Two employers: each share is told before it is halved.
	cas := deuxEmployeurs()
	cas.Arrets = []droit.Arret{tardif(arret("A", "2026-09-14", "2026-09-18", droit.Initial), "2026-09-14", "2026-09-18")}
	cas.Assure.RetardsAnterieurs = []v.Jour{jour("2025-06-02")}
	r := calculer(t, cas)
	if a, b := r.Jours[6], r.Jours[7]; a.Plein != 2466 || b.Plein != 1643 || a.IJ+b.IJ != 2054 {
		t.Errorf("%+v %+v", a, b)
	}
}

// independant has the same income in each of the three years before 2026.
func independant(id string, s droit.StatutTNS, revenu string) droit.Activite {
	a := droit.Activite{ID: id, Nature: droit.Independant, StatutTNS: s, Debut: jour("2010-01-01")}
	for y := 2023; y <= 2025; y++ {
		a.Revenus = append(a.Revenus, droit.Revenu{Annee: y, Montant: euros(revenu)})
	}
	return a
}

// MAL-TNS-06: part-time work of an independent follows at once a day that was paid; it is
// one, however many forms prescribe it, until work resumes or a day is missing.
func TestTPTIndependant(t *testing.T) {
	ini, pro := droit.Initial, droit.Prolongation
	ald := arret("A", "2026-03-02", "2026-03-08", ini)
	ald.ALD = "x"
	for _, x := range []struct {
		nom       string
		arrets    []droit.Arret
		decisions []droit.Decision
		reprise   string
		veut      string
	}{
		{"après un seul jour payé", []droit.Arret{arret("A", "2026-03-02", "2026-03-05", ini), partiel(arret("B", "2026-03-06", "2026-03-08", pro))}, nil, "", "cccPPPP"},
		{"après la carence seule", []droit.Arret{arret("A", "2026-03-02", "2026-03-04", ini), partiel(arret("B", "2026-03-05", "2026-03-08", pro))}, nil, "", "cccRRRR"},
		{"après un jour payé en affection de longue durée", []droit.Arret{ald, partiel(arret("B", "2026-03-09", "2026-03-10", pro))}, nil, "", "cccPPPPPP"},
		{"en deux fois, le dernier jour de la première suspendu", []droit.Arret{arret("A", "2026-03-02", "2026-03-06", ini), partiel(arret("B", "2026-03-07", "2026-03-10", pro)), partiel(arret("C", "2026-03-11", "2026-03-12", pro))},
			[]droit.Decision{suspendre("2026-03-10", "2026-03-10")}, "", "cccPPPPPSPP"},
		{"en deux fois, un jour travaillé entre les deux", []droit.Arret{arret("A", "2026-03-02", "2026-03-06", ini), partiel(arret("B", "2026-03-07", "2026-03-10", pro)), partiel(arret("C", "2026-03-11", "2026-03-12", pro))},
			nil, "2026-03-10", "cccPPPPPTRR"},
		{"en deux fois, un jour sans prescription entre les deux", []droit.Arret{arret("A", "2026-03-02", "2026-03-06", ini), partiel(arret("B", "2026-03-07", "2026-03-10", pro)), partiel(arret("C", "2026-03-12", "2026-03-13", pro))},
			nil, "", "cccPPPPPP-RR"},
	} {
		cas := employe(x.arrets...)
		cas.Activites = []droit.Activite{independant("T1", droit.ArtisanCommercant, "30000.00")}
		cas.Decisions = x.decisions
		if x.reprise != "" {
			cas.Activites[0].Reprises = []droit.Reprise{{Le: jour(x.reprise), Motif: droit.RepriseNormale}}
		}
		if got := etats(calculer(t, cas), 0); got != x.veut {
			t.Errorf("%s : %s, attendu %s", x.nom, got, x.veut)
		}
	}
	// Ninety days, for each of two activities alike.
	cas := employe(arret("A", "2026-01-05", "2026-01-10", ini), partiel(arret("B", "2026-01-11", "2026-05-10", pro)))
	cas.Activites = []droit.Activite{independant("T1", droit.ArtisanCommercant, "30000.00"), independant("T2", droit.ArtisanCommercant, "10000.00")}
	r := calculer(t, cas)
	if a, b := etats(r, 0), etats(r, 1); a != b || a[:6+90] != "ccc"+repete('P', 93) || a[96:] != repete('E', 30) {
		t.Errorf("\n%s\n%s", a, b)
	}
	// Half of the allowance, cut to the cent: 41.09 gives 20.54.
	cas.Activites = []droit.Activite{independant("T1", droit.ArtisanCommercant, "30000.00")}
	r = calculer(t, cas)
	if a, b := r.Jours[5].IJ, r.Jours[6].IJ; a != 4109 || b != 2054 {
		t.Errorf("%s, %s", a, b)
	}
	cas.Activites = []droit.Activite{independant("T1", droit.CNAVPL, "110010.00")}
	r = calculer(t, cas)
	if a, b := r.Jours[5].IJ, r.Jours[6].IJ; a != 15069 || b != 7534 {
		t.Errorf("%s, %s", a, b)
	}
}

func repete(c byte, n int) string {
	s := make([]byte, n)
	for i := range s {
		s[i] = c
	}
	return string(s)
}

// What is lost of one work limits its own days of part-time work: not the full stop that the
// person has for it while the other work goes on in part.
func TestPerteDUnSeulEmploi(t *testing.T) {
	cas := deuxEmployeurs()
	entier, temps := arret("B", "2026-09-21", "2026-09-27", droit.Prolongation), partiel(arret("C", "2026-09-21", "2026-09-27", droit.Prolongation))
	entier.Activites, temps.Activites = []string{"E1"}, []string{"E2"}
	cas.Arrets = []droit.Arret{arret("A", "2026-09-14", "2026-09-20", droit.Initial), entier, temps}
	for i := range cas.Activites {
		cas.Activites[i].PertesTPT = []droit.PerteTPT{perte("2026-09-01", "2026-09-30", "0.70")}
	}
	r := calculer(t, cas)
	avant := map[int]v.Centimes{}
	for _, j := range r.Jours {
		switch veut := avant[j.Activite]; {
		case j.Date < jour("2026-09-21"):
			avant[j.Activite] = j.IJ
		case j.Activite == 0 && (veut == 0 || j.IJ != veut), j.Activite == 1 && j.IJ != 10:
			t.Errorf("%s, emploi %d : %s", j.Date, j.Activite+1, j.IJ)
		}
	}
}
