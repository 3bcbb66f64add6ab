package dossier

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"accord/droit"
	v "accord/valeur"
)

func dmp(n int, constatee, declaree, affection string) Fait {
	return Fait{Genre: GenreDeclaration, ConnuLe: jour(declaree) + 2, Source: piece(n), DeclarationMP: &DeclarationMP{
		Envoi: envoi("DMP"+affection, 1), Affection: affection, ConstatationLe: jour(constatee), DeclareeLe: jour(declaree), Employeur: Employeur{SIRET: boulangerie}}}
}

func revenus(n int, auteur Auteur, montant v.Centimes) Fait {
	return Fait{Genre: GenreRevenus, ConnuLe: jour("2026-01-15"), Source: piece(n), Revenus: &Revenus{
		Envoi: envoi("R", 1), Auteur: auteur, EtabliLe: jour("2026-01-10"), AffilieDepuis: jour("2015-01-01"), Activites: []ActiviteDeclaree{{
			Nature: droit.Independant, Statut: droit.ArtisanCommercant, Periode: v.P(jour("2015-01-01"), 0), Revenus: []RevenuDeclare{
				{Annee: 2025, Montant: montant}, {Annee: 2024, Montant: 3000000}, {Annee: 2023, Montant: 3000000}}}}}}
}

// DAT after the certificate, both dated a day apart, and the event of the
// employer: one accident, dated by the declaration.
func TestUnAccident(t *testing.T) {
	sig := signalement(5, boulangerie, "2026-03-01", "2026-03-15", nil)
	sig.Signalement.Motif, sig.Signalement.AccidentLe = "06", jour("2026-03-01")
	faits := append(usuelle()[:3], sig, certificat(6, droit.AccidentTravail, "2026-03-02", "2026-03-02", "2026-03-15"), dat(7, "2026-03-01"))
	s := plierAu(faits, "2026-12-31")
	veut := []droit.Sinistre{{ID: "at-2026-03-01", Risque: droit.AccidentTravail, AccidentLe: jour("2026-03-01"), DeclareLe: jour("2026-03-03"), Employeur: boulangerie}}
	if !reflect.DeepEqual(s.Cas.Sinistres, veut) {
		t.Errorf("%+v", s.Cas.Sinistres)
	}
	if a := s.Cas.Arrets; len(a) != 1 || a[0].Sinistre != veut[0].ID || a[0].Risque != droit.AccidentTravail || len(s.Signales) != 0 {
		t.Errorf("%+v %+v", a, s.Signales)
	}
	if !slices.ContainsFunc(s.Avis, func(a droit.Avis) bool { return a.Code == "DATE_ACCIDENT_CONTRADICTOIRE" }) {
		t.Errorf("%+v", s.Avis)
	}
	c := calculerFaits(t, faits)
	if got := codes(c.Questions); !reflect.DeepEqual(got, []string{QuestionReconnaissanceAT + " caisse"}) {
		t.Errorf("%v", got)
	}
	if q := c.Questions[0]; q.Depuis != jour("2026-03-04") {
		t.Errorf("le délai court du dossier complet : %+v", q)
	}
	n, _ := etats(&c)
	if n[droit.Paye] != 11 {
		t.Errorf("la maladie est versée en attendant : %v", n)
	}
}

// Each missing piece is asked of the one who has it.
func TestPiecesDeLAccident(t *testing.T) {
	avisAT := avis(8, droit.Initial, "2026-03-02", "2026-03-15")
	avisAT.AvisArret.Risque = droit.AccidentTravail
	for _, c := range []struct {
		nom   string
		faits []Fait
		veut  string
	}{
		{"certificat sans déclaration", []Fait{certificat(6, droit.AccidentTravail, "2026-03-01", "2026-03-02", "2026-03-15")}, QuestionAccident + " employeur:" + string(boulangerie)},
		{"avis d'arrêt sans déclaration", []Fait{avisAT}, QuestionAccident + " employeur:" + string(boulangerie)},
		{"déclaration sans certificat", []Fait{dat(7, "2026-03-01")}, QuestionCertificat + " assure"},
		{"maladie sans certificat", []Fait{dmp(9, "2026-01-05", "2026-03-01", "")}, QuestionCertificat + " assure"},
		{"certificat de maladie sans déclaration", []Fait{certificat(6, droit.MaladiePro, "2026-01-05", "2026-03-02", "2026-03-15")}, QuestionDeclarationMP + " assure"},
		{"complet", []Fait{avisAT, dat(7, "2026-03-01")}, QuestionReconnaissanceAT + " caisse"},
		{"maladie complète", []Fait{dmp(9, "2026-01-05", "2026-03-01", ""), certificat(6, droit.MaladiePro, "2026-01-20", "2026-03-02", "2026-03-15")}, QuestionReconnaissanceMP + " caisse"},
	} {
		k := calculerFaits(t, append(usuelle()[:3], c.faits...))
		if got := codes(k.Questions); !reflect.DeepEqual(got, []string{c.veut}) {
			t.Errorf("%s : %v", c.nom, got)
		}
	}
}

// A refusal then a recognition by a court: the last word, by the day on which
// it was said, whatever came first.
func TestRefusPuisReconnaissance(t *testing.T) {
	base := append(usuelle()[:3], dat(6, "2026-03-01"), certificat(7, droit.AccidentTravail, "2026-03-01", "2026-03-02", "2026-03-15"))
	refus := acte(8, droit.RefusReconnaissance, "2026-04-02", droit.AccidentTravail, "2026-03-01")
	jugement := acte(9, droit.Reconnaissance, "2026-11-20", droit.AccidentTravail, "2026-03-01")
	jugement.Acte.Auteur = Juridiction
	s := plierAu(append(base, jugement, refus), "2026-12-31")
	if d := s.Cas.Decisions; len(d) != 2 || len(s.Cas.Sinistres) != 1 || d[0].Sinistre != "at-2026-03-01" || d[0].Nature != droit.RefusReconnaissance || d[1].Le != jour("2026-11-20") {
		t.Errorf("%+v", d)
	}
	if c := calculerFaits(t, append(base, refus)); len(c.Questions) != 0 {
		t.Errorf("après un refus rien n'est demandé : %v", codes(c.Questions))
	}
}

// A disease recognised eight months later takes over the stops that the
// decision names and those that follow; a stop further on stays sickness.
func TestMaladieReconnueTard(t *testing.T) {
	reconnue := acte(9, droit.Reconnaissance, "2026-11-10", droit.MaladiePro, "2026-03-02")
	reconnue.Acte.ArretLe, reconnue.Acte.RetenueLe = jour("2026-03-02"), jour("2026-02-20")
	faits := append(usuelle()[:4], avis(10, droit.Prolongation, "2026-03-16", "2026-04-15"), avis(11, droit.Initial, "2026-06-01", "2026-06-10"),
		dmp(12, "2026-03-02", "2026-07-01", "A1"), certificat(13, droit.MaladiePro, "2026-03-10", "2026-07-01", "2026-07-10"))
	faits[len(faits)-1].Certificat.Arret = v.Periode{}
	s := plierAu(append(faits, reconnue), "2026-12-31")
	if x := s.Cas.Sinistres; len(x) != 1 || x[0].ConstatationLe != jour("2026-02-20") || x[0].Employeur != boulangerie {
		t.Fatalf("%+v", x)
	}
	for i, r := range []droit.Risque{droit.MaladiePro, droit.MaladiePro, droit.Maladie} {
		if a := s.Cas.Arrets[i]; a.Risque != r || (a.Sinistre != "") != (r == droit.MaladiePro) {
			t.Errorf("%+v", a)
		}
	}
	if avant := plierAu(append(faits, reconnue), "2026-11-09"); avant.Cas.Arrets[0].Risque != droit.Maladie {
		t.Error("reconnue avant de l'être")
	}
}

// Two diseases of one person are told apart by their opaque identifier only.
func TestDeuxMaladies(t *testing.T) {
	s := plierAu([]Fait{dmp(1, "2026-03-02", "2026-04-01", "A1"), dmp(2, "2026-03-02", "2026-04-01", "B2"),
		certificat(3, droit.MaladiePro, "2026-03-02", "2026-04-01", "2026-04-10")}, "2026-12-31")
	if x := s.Cas.Sinistres; len(x) != 2 || x[0].ID == x[1].ID || s.Cas.Arrets[0].Sinistre != x[0].ID {
		t.Errorf("%+v %+v", x, s.Cas.Arrets)
	}
}

// A first prescription long after an accident is about another one; its
// prolongation is about the same.
func TestAccidentInconnu(t *testing.T) {
	neuf, suite := avis(8, droit.Initial, "2026-09-01", "2026-09-10"), avis(9, droit.Prolongation, "2026-09-11", "2026-09-20")
	neuf.AvisArret.Risque, suite.AvisArret.Risque = droit.AccidentTravail, droit.AccidentTravail
	s := plierAu([]Fait{dat(7, "2026-03-01"), neuf, suite}, "2026-12-31")
	if a := s.Cas.Arrets; len(s.Cas.Sinistres) != 2 || a[0].Sinistre != "sans-date-2026-09-01" || a[1].Sinistre != a[0].Sinistre {
		t.Errorf("%+v %+v", s.Cas.Sinistres, a)
	}
}

// The end of the care is proposed by the doctor and settled by the caisse; a
// notice of unfitness then opens its month; a pension is a pension.
func TestSuitesDeLAccident(t *testing.T) {
	final := certificat(8, droit.AccidentTravail, "2026-03-01", "2026-04-20", "2026-04-20")
	final.Certificat.Nature, final.Certificat.Arret, final.Certificat.Issue, final.Certificat.IssueLe = CertificatFinal, v.Periode{}, droit.Consolidation, jour("2026-04-30")
	base := append(usuelle()[:3], dat(6, "2026-03-01"), certificat(7, droit.AccidentTravail, "2026-03-01", "2026-03-02", "2026-04-30"), final,
		acte(9, droit.Reconnaissance, "2026-03-20", droit.AccidentTravail, "2026-03-01"))
	if c := calculerFaits(t, base); !reflect.DeepEqual(codes(c.Questions), []string{QuestionConsolidation + " caisse"}) || !strings.Contains(c.Questions[0].Phrase, "30 avril 2026") {
		t.Errorf("%v", c.Questions)
	}
	fixee, inapte, rente := acte(10, droit.Consolidation, "2026-05-05", droit.AccidentTravail, "2026-03-01"),
		acte(11, droit.AvisInaptitude, "2026-05-04", droit.AccidentTravail, "2026-03-01"), acte(12, "rente", "2026-06-01", droit.AccidentTravail, "2026-03-01")
	fixee.Acte.Effet, rente.Acte.Mensuelle = v.P(jour("2026-04-30"), 0), 200_00
	complet := acte(13, "dossier_complet", "2026-03-06", droit.AccidentTravail, "2026-03-01")
	s := plierAu(append(base, fixee, inapte, rente, complet), "2026-12-31")
	d := s.Cas.Decisions
	if k := slices.IndexFunc(d, func(d droit.Decision) bool { return d.Nature == droit.Consolidation }); len(d) != 3 || k < 0 || d[k].Le != jour("2026-04-30") {
		t.Errorf("%+v", d)
	}
	a := s.Cas.Arrets[len(s.Cas.Arrets)-1]
	if a.Risque != droit.ITI || a.Periode() != v.P(jour("2026-05-05"), jour("2026-06-04")) || !slices.Equal(a.Activites, []string{string(boulangerie) + "/00001"}) {
		t.Errorf("%+v", a)
	}
	if !reflect.DeepEqual(s.Cas.Rentes, []droit.Rente{{Sinistre: "at-2026-03-01", Du: jour("2026-06-01"), Mensuelle: 200_00}}) {
		t.Errorf("%+v", s.Cas.Rentes)
	}
	if i := s.Instruction; len(i) != 1 || i[0].Nature != EtapeComplet || s.completLe("at-2026-03-01", 0) != jour("2026-03-06") {
		t.Errorf("%+v", i)
	}
}

// A decision of the contrôle médical bears on its arrêt; before that arrêt
// came, on nothing, and a person is told.
func TestDecisionSurUnArret(t *testing.T) {
	suspension := acte(9, droit.SuspensionMedicale, "2026-03-10", "", "")
	suspension.Acte.Auteur, suspension.Acte.ArretLe = ControleMedical, jour("2026-03-02")
	c := calculerFaits(t, append(usuelle(), suspension))
	if n, _ := etats(&c); n[droit.Suspendu] != 6 {
		t.Errorf("%v", n)
	}
	suspension.Acte.ArretLe = jour("2026-07-01")
	c = calculerFaits(t, append(usuelle(), suspension))
	if n, _ := etats(&c); n[droit.Suspendu] != 0 || !slices.ContainsFunc(c.Resultat.Avis, func(a droit.Avis) bool { return a.Code == "ACTE_SANS_ARRET" }) {
		t.Errorf("%v %v", n, c.Resultat.Avis)
	}
}

// An independent has a line, and an allowance, without any DSN; of two incomes
// of one year the contributions prevail.
func TestIndependant(t *testing.T) {
	c := calculerFaits(t, []Fait{usuelle()[3], revenus(2, LAssure, 9999999), revenus(1, LUrssaf, 3000000)})
	s := c.Situation
	if len(s.Lignes) != 1 || s.Lignes[0].Cle != "INDEPENDANT" || s.Cas.Activites[0].StatutTNS != droit.ArtisanCommercant || s.Cas.Assure.AffilieDepuis != jour("2015-01-01") {
		t.Fatalf("%+v %+v", s.Lignes, s.Cas.Activites)
	}
	if r := s.Cas.Activites[0].Revenus; len(r) != 3 || r[0].Annee != 2023 || r[2].Montant != 3000000 {
		t.Errorf("%+v", r)
	}
	if n, brut := etats(&c); n[droit.Paye] != 11 || brut == 0 || len(c.Questions) != 0 {
		t.Errorf("%v %s %v", n, brut, codes(c.Questions))
	}
	if !slices.ContainsFunc(c.Resultat.Avis, func(a droit.Avis) bool { return a.Code == "REVENU_CONTRADICTOIRE" }) {
		t.Errorf("%v", c.Resultat.Avis)
	}
}
