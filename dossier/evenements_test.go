package dossier

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"accord/droit"
	v "accord/valeur"
)

func envoi(ref string, version int64) Envoi {
	return Envoi{Identite: elodie, Reference: ref, Version: version}
}

func grossesse(n int, prevue string, version int64) Fait {
	return Fait{Genre: GenreGrossesse, ConnuLe: jour(prevue) - 200, Source: piece(n), Grossesse: &Grossesse{
		Envoi: envoi("G1", version), DeclareeLe: jour(prevue) - 200, PrevueLe: jour(prevue), Enfants: 1, Rang: 1}}
}

func naissanceLe(n int, auteur Auteur, le string, version int64) Fait {
	return Fait{Genre: GenreEvenement, ConnuLe: jour(le) + 4, Source: piece(n), Evenement: &Evenement{
		Envoi: envoi("N1", version), Auteur: auteur, EtabliLe: jour(le) + 3, Naissance: &NaissanceDeclaree{Mere: true, Le: jour(le), Enfants: 2, Rang: 2}}}
}

func conge(n int, r droit.Risque, evenement string, periodes ...v.Periode) Fait {
	f := Fait{Genre: GenreConge, ConnuLe: jour("2026-06-02"), Source: piece(n), Conge: &Conge{
		Envoi: envoi(fmt.Sprint("C", n), 1), Risque: r, DemandeLe: jour("2026-06-01"), Periodes: periodes}}
	if evenement != "" {
		f.Conge.EvenementLe = jour(evenement)
	}
	return f
}

func dat(n int, le string) Fait {
	return Fait{Genre: GenreAccident, ConnuLe: jour(le) + 3, Source: piece(n), Accident: &DeclarationAccident{
		Envoi: envoi(fmt.Sprint("D", n), 1), Employeur: Employeur{SIRET: boulangerie}, Risque: droit.AccidentTravail, AccidentLe: jour(le), DeclareeLe: jour(le) + 2}}
}

func certificat(n int, r droit.Risque, le, du, au string) Fait {
	return Fait{Genre: GenreCertificat, ConnuLe: jour(du) + 1, Source: piece(n), Certificat: &CertificatAT{
		Envoi: envoi(fmt.Sprint("CE", n), 1), Nature: CertificatInitial, Risque: r, SinistreLe: jour(le), EtabliLe: jour(du),
		Arret: v.P(jour(du), jour(au)), Canal: droit.Electronique, Prescripteur: droit.MedecinTraitant}}
}

func acte(n int, nature droit.NatureDecision, pris string, r droit.Risque, sinistre string) Fait {
	f := Fait{Genre: GenreActe, ConnuLe: jour(pris), Source: piece(n), Acte: &Acte{
		Envoi: envoi(fmt.Sprint("A", n), 1), Auteur: LaCaisse, Nature: NatureActe(nature), PrisLe: jour(pris), Risque: r}}
	if sinistre != "" {
		f.Acte.SinistreLe = jour(sinistre)
	}
	return f
}

func codes(qs []Question) (cs []string) {
	for _, q := range qs {
		cs = append(cs, q.Code+" "+q.AupresDe)
	}
	return cs
}

func plierAu(faits []Fait, au string) Situation { return Plier(faits, jour(au)) }

// A birth declared before its pregnancy, a date corrected, a certificate that
// contradicts the insured: one birth, and the best word on each thing.
func TestNaissance(t *testing.T) {
	faits := []Fait{naissanceLe(2, EtatCivil, "2026-06-05", 1), grossesse(1, "2026-06-10", 1), naissanceLe(3, LAssure, "2026-06-04", 1)}
	s := plierAu(faits, "2026-12-31")
	if len(s.Cas.Naissances) != 1 {
		t.Fatalf("%+v", s.Cas.Naissances)
	}
	veut := droit.Naissance{ID: "naissance-2026-06-10", PrevueLe: jour("2026-06-10"), AccouchementLe: jour("2026-06-05"), Enfants: 2, Rang: 2}
	if got := s.Cas.Naissances[0]; !reflect.DeepEqual(got, veut) {
		t.Errorf("%+v", got)
	}
	if !slices.ContainsFunc(s.Avis, func(a droit.Avis) bool {
		return a.Code == "DATE_NAISSANCE_CONTRADICTOIRE" && strings.Contains(a.Phrase, "acte d'état civil")
	}) {
		t.Errorf("contradiction tue : %+v", s.Avis)
	}
	a := s.Cas.Arrets
	if len(a) != 1 || a[0].Risque != droit.Maternite || a[0].Debut != 0 || a[0].Fin != 0 || a[0].Naissance != veut.ID || len(s.Origines) != 1 {
		t.Errorf("congé : %+v", a)
	}
	corrige := naissanceLe(4, EtatCivil, "2026-06-06", 2)
	if got := plierAu(append(faits, corrige), "2026-12-31").Cas.Naissances[0].AccouchementLe; got != jour("2026-06-06") {
		t.Errorf("date non corrigée : %s", got)
	}
	corrige.Evenement.Retire = true
	if got := plierAu(append(faits, corrige), "2026-12-31").Cas.Naissances[0].AccouchementLe; got != jour("2026-06-04") {
		t.Errorf("acte retiré : il reste ce que dit l'assurée, pas %s", got)
	}
	if got := plierAu(faits, "2026-05-31").Cas.Naissances[0]; got.AccouchementLe != 0 || got.Enfants != 1 {
		t.Errorf("connu trop tôt : %+v", got)
	}
}

// Two pregnancies stay two, whatever their leaves.
func TestDeuxGrossesses(t *testing.T) {
	seconde := grossesse(2, "2027-09-01", 1)
	seconde.Grossesse.Reference = "G2"
	s := plierAu([]Fait{grossesse(1, "2026-06-10", 1), seconde, naissanceLe(3, EtatCivil, "2026-06-11", 1)}, "2027-06-01")
	if n := s.Cas.Naissances; len(n) != 2 || n[0].AccouchementLe == 0 || n[1].AccouchementLe != 0 || len(s.Cas.Arrets) != 2 {
		t.Errorf("%+v\n%+v", s.Cas.Naissances, s.Cas.Arrets)
	}
}

// The birth is asked for once the term is well past, and not before.
func TestNaissanceAttendue(t *testing.T) {
	faits := append(usuelle(), grossesse(11, "2026-06-10", 1))
	calculer := func(au string, fs []Fait) Calcul {
		s := Plier(fs, jour(au))
		c, err := NewCalculateur(table).Situation(&s, false)
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	acte := QuestionNaissance + " assure"
	if c := calculer("2026-07-09", faits); slices.Contains(codes(c.Questions), acte) || !slices.Contains(codes(c.AVenir), acte) {
		t.Errorf("demandé trop tôt : %v, à venir %v", codes(c.Questions), codes(c.AVenir))
	}
	if c := calculer("2026-07-10", faits); !slices.Contains(codes(c.Questions), acte) {
		t.Errorf("jamais demandé : %v", codes(c.Questions))
	}
	if c := calculer("2026-12-31", append(faits, naissanceLe(12, EtatCivil, "2026-06-12", 1))); slices.Contains(codes(c.Questions), acte) {
		t.Errorf("demandé encore : %v", codes(c.Questions))
	}
}

// The rank of the child, on which the length of the leave depends, is asked for
// when nobody said it.
func TestRangInconnu(t *testing.T) {
	g := grossesse(11, "2026-06-10", 1)
	g.Grossesse.Rang = 0
	if c := calculerFaits(t, append(usuelle(), g)); !slices.Contains(codes(c.Questions), QuestionRang+" assure") {
		t.Errorf("%v", codes(c.Questions))
	}
	if c := calculerFaits(t, append(usuelle(), grossesse(11, "2026-06-10", 1))); slices.Contains(codes(c.Questions), QuestionRang+" assure") {
		t.Errorf("%v", codes(c.Questions))
	}
}

// What an employer declares of a leave is met by the pregnancy, and asks for no
// prescription.
func TestCongeSignale(t *testing.T) {
	sig := signalement(12, boulangerie, "2026-04-28", "2026-08-18", nil)
	sig.Signalement.Motif = "02"
	s := plierAu([]Fait{sig, grossesse(11, "2026-06-10", 1)}, "2026-12-31")
	if len(s.Signales) != 0 || len(s.Presumes) != 0 || s.Cas.Arrets[0].DernierJourTravaille != jour("2026-04-28") {
		t.Errorf("%+v %+v %+v", s.Signales, s.Presumes, s.Cas.Arrets)
	}
	if c := calculerFaits(t, []Fait{sig}); !slices.Contains(codes(c.Questions), QuestionGrossesse+" assure") {
		t.Errorf("%v", codes(c.Questions))
	}
	if s := plierAu([]Fait{grossesse(11, "2026-06-10", 1)}, "2026-12-31"); len(s.Presumes) != 1 {
		t.Errorf("un congé que personne n'a dit pris passe pour pris : %+v", s.Presumes)
	}
}

// A presumed leave is asked about once it has begun: its employer, else the person.
func TestCongePresume(t *testing.T) {
	s := plierAu(append(usuelle(), grossesse(11, "2026-06-10", 1)), "2026-12-31")
	arret := s.Presumes[0].Arret
	if _, ok := s.questionConge(arret, nil); ok {
		t.Error("demandé sans jour")
	}
	q, ok := s.questionConge(arret, []droit.JourCalcule{{Date: jour("2026-04-29"), Arret: arret}, {Date: jour("2026-04-30"), Arret: arret}})
	if !ok || q.AupresDe != "employeur:"+string(boulangerie) || q.Pour != v.P(jour("2026-04-29"), jour("2026-04-30")) || q.Depuis != jour("2026-04-29") {
		t.Errorf("%+v", q)
	}
	seul := plierAu([]Fait{grossesse(11, "2026-06-10", 1), revenus(12, LUrssaf, 3000000)}, "2026-12-31")
	if q, _ := seul.questionConge(0, []droit.JourCalcule{{Date: jour("2026-04-29")}}); q.AupresDe != "assure" {
		t.Errorf("%+v", q)
	}
}

// A request gives its days, or those that follow from the event; work resumed
// early ends the leave.
func TestCongesDemandes(t *testing.T) {
	p1, p2 := v.P(jour("2026-06-15"), jour("2026-06-18")), v.P(jour("2026-08-03"), jour("2026-08-23"))
	pere := naissanceLe(1, EtatCivil, "2026-06-11", 1)
	pere.Evenement.Naissance.Mere = false
	paternite := conge(2, droit.Paternite, "2026-06-11", p1, p2)
	paternite.Conge.CongeNaissance, paternite.Conge.DejaPris = v.P(jour("2026-06-12"), jour("2026-06-14")), 3
	csn := conge(3, droit.NaissanceConge, "2026-06-11")
	csn.Conge.RepriseLe = jour("2026-10-01")
	faits := append(usuelle()[:3], pere, paternite, csn)
	s := plierAu(faits, "2026-12-31")
	n := s.Cas.Naissances
	if len(n) != 1 || n[0].CongeNaissance != paternite.Conge.CongeNaissance || n[0].JoursPaternitePris != 3 || n[0].AccouchementLe != jour("2026-06-11") {
		t.Fatalf("%+v", n)
	}
	a := s.Cas.Arrets
	if len(a) != 3 || a[0].Periode() != p1 || a[1].Periode() != p2 || a[2].Debut != 0 || a[2].Risque != droit.NaissanceConge {
		t.Fatalf("%+v", a)
	}
	for i := range a {
		if a[i].Naissance != n[0].ID {
			t.Errorf("%s sans naissance", a[i].ID)
		}
	}
	if r := s.Cas.Activites[0].Reprises; len(r) != 1 || r[0].Le != jour("2026-10-01") {
		t.Errorf("%+v", r)
	}
	csn2 := csn
	csn2.Source, csn2.Conge = piece(9), &Conge{Envoi: Envoi{Identite: elodie, Reference: "C3", Version: 2, Retire: true}, Risque: droit.NaissanceConge}
	if got := plierAu(append(faits, csn2), "2026-12-31").Cas.Arrets; len(got) != 2 {
		t.Errorf("demande retirée : %+v", got)
	}
}

// An adoption and a death are events of the case, named by their leaves.
func TestAdoptionEtDeuil(t *testing.T) {
	arrivee := Fait{Genre: GenreEvenement, ConnuLe: jour("2026-03-20"), Source: piece(1), Evenement: &Evenement{Envoi: envoi("E1", 1), Auteur: Etablissement,
		Adoption: &AdoptionDeclaree{ArriveeLe: jour("2026-03-16"), Enfants: 1, AChargeApres: 3, Parents: 2, JoursAutreParent: 30, AllocationVersee: true}}}
	deces := Fait{Genre: GenreEvenement, ConnuLe: jour("2026-05-20"), Source: piece(2), Evenement: &Evenement{Envoi: envoi("E2", 1), Auteur: EtatCivil,
		Deces: &DecesDeclare{Le: jour("2026-05-10"), Lien: "enfant", NeLe: jour("2014-01-01"), ACharge: true}}}
	s := plierAu([]Fait{arrivee, deces, conge(3, droit.AdoptionConge, "2026-03-16"), conge(4, droit.DeuilEnfant, "")}, "2026-12-31")
	if got := s.Cas.Adoptions; !reflect.DeepEqual(got, []droit.Adoption{{ID: "adoption-2026-03-16", ArriveeLe: jour("2026-03-16"), Enfants: 1, AChargeApres: 3, Parents: 2, JoursAutreParent: 30, AllocationVersee: true}}) {
		t.Errorf("%+v", got)
	}
	if got := s.Cas.Deces; !reflect.DeepEqual(got, []droit.Deces{{ID: "deces-2026-05-10", Lien: "enfant", NeLe: jour("2014-01-01"), Le: jour("2026-05-10"), ACharge: true}}) {
		t.Errorf("%+v", got)
	}
	if a := s.Cas.Arrets; len(a) != 2 || a[0].Adoption != "adoption-2026-03-16" || a[1].Deces != "deces-2026-05-10" {
		t.Errorf("%+v", a)
	}
}

// A maternity leave that nobody confirmed may not be taken: the case then holds
// nothing but sickness, and its days are told again all the same.
func TestCongePresumeDansUneMaladieSExplique(t *testing.T) {
	faits := append(usuelle()[:4], grossesse(10, "2026-04-20", 1))
	faits[3].AvisArret.TempsPartiel = true
	c := calculerFaits(t, faits)
	if n, _ := etats(&c); n[droit.Attente] == 0 {
		t.Errorf("jours : %v", n)
	}
	if len(c.Resultat.Explication) == 0 {
		t.Error("rien n'est expliqué")
	}
}

// The pays that come before a leave asked for months ahead are asked for when
// they are over.
func TestSalairesAVenirPasDemandes(t *testing.T) {
	f := conge(10, droit.Paternite, "2026-03-20", v.P(jour("2026-03-24"), jour("2026-03-27")), v.P(jour("2026-08-10"), jour("2026-08-20")))
	f.ConnuLe = jour("2026-04-01")
	faits := append(usuelle()[:3], naissanceLe(11, EtatCivil, "2026-03-20", 1), f)
	faits[3].Evenement.Naissance.Mere = false
	for _, x := range []struct {
		au     string
		posees int
	}{{"2026-05-31", 0}, {"2026-06-01", 1}} {
		s := Plier(faits, jour(x.au))
		c, err := NewCalculateur(table).Situation(&s, false)
		if err != nil {
			t.Fatal(err)
		}
		if len(c.Questions) != x.posees || len(c.Questions)+len(c.AVenir) != 1 {
			t.Errorf("au %s : posées %v, à venir %v", x.au, c.Questions, c.AVenir)
		}
	}
}

// A sick leave that runs when the maternity leave begins confirms it: the one
// takes over from the other without a question. Work resumed before does not.
func TestMaladieConfirmeLeConge(t *testing.T) {
	for _, x := range []struct {
		fin     string
		attente bool
	}{{"2026-03-15", false}, {"2026-03-08", false}, {"2026-03-07", true}} {
		faits := append(usuelle()[:3], avis(4, droit.Initial, "2026-03-02", x.fin), grossesse(10, "2026-04-20", 1))
		c := calculerFaits(t, faits)
		if n, _ := etats(&c); n[droit.Attente] > 0 != x.attente {
			t.Errorf("arrêt jusqu'au %s : %v", x.fin, n)
		}
	}
}

// A leave that only an employer declared may not be one: no day is then left
// outside of what was declared.
func TestCongeSignaleSeul(t *testing.T) {
	for _, motif := range []string{"02", "03", "05", "06", "09", "19", "20"} {
		f := signalement(5, boulangerie, "2026-08-27", "2026-09-07", nil)
		f.Signalement.Motif = motif
		c := calculerFaits(t, []Fait{f})
		for _, j := range c.Resultat.Jours {
			if !v.P(jour("2026-08-28"), jour("2026-09-07")).Contient(j.Date) {
				t.Errorf("motif %s : jour %d", motif, j.Date)
			}
		}
	}
}

// The first medical finding of the pregnancy, from which time limits run, comes
// from its declaration.
func TestGrossesseConstatee(t *testing.T) {
	f := grossesse(1, "2026-06-01", 1)
	f.Grossesse.ConstateeLe = jour("2025-10-20")
	if got := plierAu([]Fait{f}, "2026-12-31").Cas.Naissances; len(got) != 1 || got[0].ConstateeLe != jour("2025-10-20") {
		t.Errorf("%+v", got)
	}
}

// A leave asked of an employer is not that of an independent activity, even before
// anything else names that employer.
func TestCongeDUnEmployeurPasEncoreConnu(t *testing.T) {
	commerce := Fait{Genre: GenreRevenus, ConnuLe: jour("2026-05-01"), Source: piece(1), Revenus: &Revenus{
		Envoi: envoi("R", 1), Auteur: LUrssaf, EtabliLe: jour("2026-05-01"),
		Activites: []ActiviteDeclaree{{Numero: "1", Nature: droit.Independant, Statut: droit.ArtisanCommercant, Periode: v.P(jour("2019-03-01"), 0)}},
	}}
	demande := conge(2, droit.Paternite, "2026-06-10", v.P(jour("2026-06-15"), jour("2026-06-30")))
	nee := naissanceLe(3, EtatCivil, "2026-06-10", 1)
	nee.Evenement.Naissance.Mere = false
	demande.Conge.Employeur = "90000000100017"
	s := plierAu([]Fait{commerce, nee, demande}, "2026-07-01")
	if len(s.Lignes) != 2 || len(s.Cas.Arrets) != 1 || !slices.Equal(s.Cas.Arrets[0].Activites, []string{"90000000100017"}) {
		t.Errorf("%+v\n%+v", s.Lignes, s.Cas.Arrets)
	}
	demande.Conge.Employeur = ""
	s = plierAu([]Fait{commerce, nee, demande}, "2026-07-01")
	if len(s.Lignes) != 1 || len(s.Cas.Arrets) != 1 || s.Cas.Arrets[0].Activites != nil {
		t.Errorf("%+v\n%+v", s.Lignes, s.Cas.Arrets)
	}
}

// A leave asked for without its days is asked about on the work that runs, not on one
// that ended.
func TestCongeSansDateSurLeTravailEnCours(t *testing.T) {
	commerces := Fait{Genre: GenreRevenus, ConnuLe: jour("2026-05-01"), Source: piece(1), Revenus: &Revenus{
		Envoi: envoi("R", 1), Auteur: LUrssaf, EtabliLe: jour("2026-05-01"),
		Activites: []ActiviteDeclaree{
			{Numero: "1", Nature: droit.Independant, Statut: droit.ArtisanCommercant, Periode: v.P(jour("2019-03-01"), jour("2021-06-30"))},
			{Numero: "2", Nature: droit.Independant, Statut: droit.ArtisanCommercant, Periode: v.P(jour("2022-01-01"), 0)},
		},
	}}
	demande := conge(2, droit.Maternite, "")
	s := plierAu([]Fait{commerces, demande}, "2026-07-01")
	if len(s.Signales) != 1 || s.Signales[0].Ligne != "INDEPENDANT/2" {
		t.Errorf("%+v\n%+v", s.Signales, s.Lignes)
	}
}
