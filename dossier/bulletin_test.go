package dossier

import (
	"strings"
	"testing"

	"accord/droit"
	v "accord/valeur"
)

// bulletin is a payslip of a month, without contract number.
func bulletin(n int, s v.SIRET, mois string, brut v.Centimes) Fait {
	m := jour(mois + "-01")
	return Fait{Genre: GenreBulletin, ConnuLe: jour("2026-03-10"), Source: piece(n), Bulletin: &Bulletin{
		Envoi: Envoi{Identite: elodie, Reference: "BUL-" + mois, Version: 1}, Employeur: Employeur{SIRET: s}, Periode: v.P(m, m.FinMois()), VerseLe: m.FinMois(),
		Brut: brut, Heures: v.Connu[v.Centiemes](15167),
	}}
}

func attestationFevrier(n int, brut v.Centimes) Fait {
	f := jour("2026-02-01")
	return Fait{Genre: GenreAttestation, ConnuLe: jour("2026-03-20"), Source: piece(n), Attestation: &Attestation{
		Identite: elodie, Employeur: Employeur{SIRET: boulangerie}, Contrat: "00001", Reference: "A", Version: 1, Risque: droit.Maladie, DernierJour: jour("2026-03-01"),
		Salaires: []droit.Salaire{{Periode: v.P(f, f.FinMois()), Brut: v.Connu(brut), Heures: v.Connu[v.Centiemes](15167), VerseLe: f.FinMois()}},
	}}
}

// A payslip gives the wage that nobody else gave, and yields to the monthly
// declaration and to the attestation, whichever came first.
func TestBulletinADefaut(t *testing.T) {
	sansFevrier := append(usuelle()[:2], usuelle()[3:]...)
	avec := func(fs ...Fait) []Fait { return append(append([]Fait{}, sansFevrier...), fs...) }
	_, entier := etats(ptr(calculerFaits(t, usuelle())))
	_, reduit := etats(ptr(calculerFaits(t, avec(bulletin(7, boulangerie, "2026-02", 170000)))))
	if reduit == 0 || reduit >= entier {
		t.Fatalf("%s sur bulletin, %s sur déclaration", reduit, entier)
	}
	for _, c := range []struct {
		nom       string
		faits     []Fait
		brut      v.Centimes
		questions int
		contredit bool
	}{
		{"rien", sansFevrier, 0, 1, false},
		{"bulletin seul", avec(bulletin(7, boulangerie, "2026-02", 170000)), 170000, 0, false},
		{"DSN, puis bulletin", avec(usuelle()[2], bulletin(7, boulangerie, "2026-02", 170000)), 200000, 0, true},
		{"bulletin, puis attestation", avec(bulletin(7, boulangerie, "2026-02", 170000), attestationFevrier(8, 190000)), 190000, 0, true},
		{"bulletin qui dit la même chose", avec(bulletin(7, boulangerie, "2026-02", 200000), usuelle()[2]), 200000, 0, false},
		{"bulletin d'un autre employeur", avec(bulletin(7, garage, "2026-02", 170000)), 0, 2, false},
	} {
		r := calculerFaits(t, c.faits)
		var lu v.Centimes
		a := r.Situation.Cas.Activites[r.Situation.Index(string(boulangerie)+"/00001")]
		for _, s := range a.Salaires {
			if s.Periode.Du == jour("2026-02-01") {
				lu += s.Brut.Ou(0)
			}
		}
		contredit := false
		for _, x := range r.Resultat.Avis {
			contredit = contredit || x.Code == "SALAIRE_CONTRADICTOIRE"
		}
		if lu != c.brut || len(r.Questions) != c.questions || contredit != c.contredit {
			t.Errorf("%s : salaire %s, %d questions, contradiction %v\n%+v", c.nom, lu, len(r.Questions), contredit, r.Questions)
		}
	}
}

func ptr[T any](x T) *T { return &x }

// A payslip that only overlaps what the employer declared would count days
// twice: it is left out, with its absences.
func TestBulletinQuiRecouvre(t *testing.T) {
	b := bulletin(7, boulangerie, "2026-02", 170000)
	b.Bulletin.Periode = v.P(jour("2026-02-15"), jour("2026-03-14"))
	b.Bulletin.Absences = []droit.Absence{{Periode: v.P(jour("2026-02-16"), jour("2026-02-17")), Motif: droit.AbsenceMaladie}}
	a := calculerFaits(t, append(usuelle(), b)).Situation.Cas.Activites[0]
	if len(a.Salaires) != 3 || len(a.Absences) != 0 {
		t.Errorf("%+v %+v", a.Salaires, a.Absences)
	}
}

// The open question to the employer says that the insured's payslips will do.
func TestBulletinPropose(t *testing.T) {
	c := calculerFaits(t, append(usuelle()[:2], usuelle()[3:]...))
	if len(c.Questions) != 1 || !strings.Contains(c.Questions[0].ADefaut, "l'assuré peut envoyer ses bulletins de paie") {
		t.Errorf("%+v", c.Questions)
	}
}

// The hours that the employer did not say are read on the payslip; his wage stands.
func TestBulletinDonneLesHeures(t *testing.T) {
	faits := usuelle()
	faits[2].Mensuelle.Contrats[0].Salaires[0].Heures = v.Option[v.Centiemes]{}
	faits = append(faits, bulletin(7, boulangerie, "2026-02", 170000))
	a := calculerFaits(t, faits).Situation.Cas.Activites[0]
	if s := a.Salaires[2]; s.Brut.Ou(0) != 200000 || s.Heures.Ou(0) != 15167 {
		t.Errorf("%+v", s)
	}
}

// The insured died: that day is owed, the next ones are not, whoever is believed
// dates it; what he was asked is asked of his heirs.
func TestDecesDeLAssure(t *testing.T) {
	deces := func(n int, auteur Auteur, le string) Fait {
		return Fait{Genre: GenreEvenement, ConnuLe: jour("2026-03-20"), Source: piece(n), Evenement: &Evenement{
			Envoi: Envoi{Identite: elodie, Reference: "D" + le, Version: 1}, Auteur: auteur, EtabliLe: jour("2026-03-16"), Deces: &DecesDeclare{Le: jour(le), Lien: LienAssure}}}
	}
	c := calculerFaits(t, append(usuelle(), deces(7, EtatCivil, "2026-03-10"), deces(8, LEmployeur, "2026-03-12")))
	n, _ := etats(&c)
	if n[droit.Paye] != 6 || n[droit.Carence] != 3 || c.Situation.Cas.Deces != nil || c.Situation.DecesConnuLe != jour("2026-03-20") {
		t.Errorf("%v, décès %v connu le %s", n, c.Situation.Cas.Deces, c.Situation.DecesConnuLe)
	}
	contredit := false
	for _, x := range c.Resultat.Avis {
		contredit = contredit || x.Code == "DATE_DECES_CONTRADICTOIRE"
	}
	if !contredit {
		t.Errorf("deux dates, aucun avis : %+v", c.Resultat.Avis)
	}
	retire := deces(9, EtatCivil, "2026-03-10")
	retire.Evenement.Version, retire.Evenement.Retire = 2, true
	c = calculerFaits(t, append(usuelle(), deces(7, EtatCivil, "2026-03-10"), retire))
	if n, _ := etats(&c); n[droit.Paye] != 11 || c.Situation.DecesConnuLe != 0 {
		t.Errorf("retiré : %v", n)
	}
	c = calculerFaits(t, append(usuelle()[:2], usuelle()[3], deces(7, EtatCivil, "2026-03-10")))
	for _, q := range c.Questions {
		if q.AupresDe == "assure" || q.ADefaut != "" || !q.SansAssure {
			t.Errorf("%+v", q)
		}
	}
}
