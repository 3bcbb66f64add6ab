package app_test

import (
	"context"
	"flag"
	"fmt"
	"os"
	"strconv"
	"sync"
	"testing"

	"accord/app"
	"accord/clock"
	"accord/dossier"
	"accord/droit"
	"accord/format/piece"
	"accord/registre"
	v "accord/valeur"
)

// monde is a small caisse that a property leads: a base in memory where the
// machine has one, a clock that is moved, a bank that remembers.
type monde struct {
	t      testing.TB
	c      *app.Caisse
	h      *clock.Manual
	banque depot
	n      int // pieces received so far
}

// nouveauMonde opens an empty caisse on a day; fermer ends it.
func nouveauMonde(t testing.TB, jour v.Jour) (m *monde, fermer func()) {
	t.Helper()
	dossier, err := os.MkdirTemp(memoire(), "accord-")
	if err != nil {
		t.Fatal(err)
	}
	s := ouvrirBase(t, dossier)
	h := clock.NewManual(jour)
	m = &monde{t: t, c: caisse(t, s, h), h: h, banque: depot{}}
	return m, func() {
		s.Close()
		os.RemoveAll(dossier)
	}
}

// memoire is a folder in memory: a property opens a base for each of its cases.
func memoire() string {
	if _, err := os.Stat("/dev/shm"); err == nil {
		return "/dev/shm"
	}
	return ""
}

func (m *monde) verifierErreur(err error) {
	m.t.Helper()
	if err != nil {
		m.t.Fatal(err)
	}
}

// recevoir receives one piece.
func (m *monde) recevoir(contenu []byte) {
	m.t.Helper()
	m.n++
	r, err := m.c.Recevoir(context.Background(), fmt.Sprintf("%d.json", m.n), append(contenu, '\n'))
	m.verifierErreur(err)
	if r.Perdues() > 0 {
		m.t.Fatalf("%+v", r.Anomalies)
	}
}

// vivre lets days go by, each with its run; pay pays on the last one.
func (m *monde) vivre(jours int, payer bool) {
	m.t.Helper()
	for range jours {
		m.h.Avancer()
		_, err := m.c.Journee(context.Background())
		m.verifierErreur(err)
	}
	if payer {
		m.payer()
	}
}

func (m *monde) payer() {
	m.t.Helper()
	_, err := m.c.Payer(context.Background(), signataires, m.banque)
	m.verifierErreur(err)
}

func (m *monde) consulter(reference string) *app.Vue {
	m.t.Helper()
	vue, err := m.c.Consulter(context.Background(), reference)
	m.verifierErreur(err)
	return vue
}

// invente gives the nth invented person: the numbers are of ranges never given.
func invente(n int) v.NIR { return v.NIR(fmt.Sprintf("2850199999%03d", n+1)) }

func compteInvente(n int) v.IBAN {
	return v.NewIBANFrancais("99999", "00001", fmt.Sprintf("%011d", n+1))
}

// siretInvente gives the nth invented employer.
func siretInvente(n int) v.SIRET {
	s := fmt.Sprintf("%08d", n+1)
	s += string(v.CleLuhn(s)) + "0001"
	return v.SIRET(s + string(v.CleLuhn(s)))
}

var quelquun = dossier.Identite{NomNaissance: "MARTIN", Prenoms: "Claude", Naissance: v.NewJour(1985, 1, 15)}

func unAvis(nir v.NIR, du, au v.Jour, employeur v.SIRET) []byte {
	return avisDeNature(droit.Initial, nir, du, au, employeur)
}

func avisDeNature(nature droit.NatureArret, nir v.NIR, du, au v.Jour, employeur v.SIRET) []byte {
	return piece.AppendAAT(nil, nir, &dossier.AvisArret{
		Identite: quelquun, Reference: "AAT-" + du.String() + au.String(), Nature: nature, Risque: droit.Maladie, Periode: v.P(du, au), PrescritLe: du,
		EnvoyeLe: du, Canal: droit.Electronique, Prescripteur: droit.MedecinTraitant, Employeur: employeur, NomEmployeur: "EMPLOYEUR",
	}, []byte(`{}`))
}

func unRIB(nir v.NIR, iban v.IBAN, du v.Jour, succession bool) []byte {
	return piece.AppendRIB(nil, nir, &dossier.RIB{Identite: quelquun, IBAN: iban, Titulaire: "CLAUDE MARTIN", Du: du, Succession: succession})
}

// mois gives the three months before a day.
func mois(avant v.Jour) (ms []v.Periode) { return derniersMois(avant, 3) }

func derniersMois(avant v.Jour, n int) (ms []v.Periode) {
	m := avant.DebutMois()
	for range n {
		m = (m - 1).DebutMois()
		ms = append([]v.Periode{v.P(m, m.FinMois())}, ms...)
	}
	return ms
}

// uneAttestation states the pays of some months before a day, with or without subrogation.
func uneAttestation(nir v.NIR, employeur v.SIRET, dernier v.Jour, brut v.Centimes, version int64, ms []v.Periode, s *dossier.SubrogationDeclaree) []byte {
	a := &dossier.Attestation{
		Identite: quelquun, Employeur: dossier.Employeur{SIRET: employeur, Nom: "EMPLOYEUR"}, Contrat: "CT0001", DebutContrat: v.NewJour(2020, 1, 6), Nature: droit.CDI,
		Reference: "DSIJ-" + dernier.String(), Version: version, Risque: droit.Maladie, DernierJour: dernier, SigneeLe: dernier + 1, Subrogation: s, MaintienTotal: s != nil,
	}
	for _, p := range ms {
		a.Salaires = append(a.Salaires, droit.Salaire{Periode: p, Brut: v.Connu(brut), Heures: v.Connu[v.Centiemes](151_67), VerseLe: p.Au})
	}
	return piece.AppendDSIJ(nil, nir, a)
}

func unBulletin(nir v.NIR, employeur v.SIRET, p v.Periode, brut v.Centimes) []byte {
	return piece.AppendBulletin(nil, nir, &dossier.Bulletin{
		Envoi: dossier.Envoi{Identite: quelquun, Reference: "BUL-" + p.Du.String(), Version: 1}, Employeur: dossier.Employeur{SIRET: employeur, Nom: "EMPLOYEUR"},
		DebutContrat: v.NewJour(2020, 1, 6), Periode: p, VerseLe: p.Au, Brut: brut, Heures: v.Connu[v.Centiemes](151_67),
	})
}

// verse sums what was posted on each day.
func verse(vue *app.Vue) map[registre.Cle]v.Centimes {
	m := map[registre.Cle]v.Centimes{}
	for i := range vue.Poses {
		m[vue.Poses[i].Cle] += vue.Poses[i].Brut
	}
	return m
}

// prouver fails on any promise that the base does not keep.
func (m *monde) prouver() {
	m.t.Helper()
	r, err := m.c.Verifier(context.Background(), func(int) {})
	m.verifierErreur(err)
	for _, b := range r.Breches {
		m.t.Fatalf("%s %s : %s", b.Code, b.Objet, b.Phrase)
	}
}

// checksParDefaut is set when -rapid.checks was not given: a property that opens
// a base for each case then draws few of them.
var checksParDefaut = sync.OnceValue(func() bool {
	defaut := true
	flag.Visit(func(f *flag.Flag) { defaut = defaut && f.Name != "rapid.checks" })
	return defaut
})

// courte bounds the cases of a property, unless -rapid.checks says how many.
func courte(t *testing.T, cas int) {
	t.Helper()
	if !checksParDefaut() {
		return
	}
	avant := flag.Lookup("rapid.checks").Value.String()
	if err := flag.Set("rapid.checks", strconv.Itoa(cas)); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := flag.Set("rapid.checks", avant); err != nil {
			t.Fatal(err)
		}
	})
}

func unDeces(nir v.NIR, le v.Jour) []byte {
	return piece.AppendEvenement(nil, nir, &dossier.Evenement{
		Envoi: dossier.Envoi{Identite: quelquun, Reference: "DECES", Version: 1}, Auteur: dossier.EtatCivil, EtabliLe: le + 1,
		Deces: &dossier.DecesDeclare{Le: le, Lien: dossier.LienAssure},
	}, nil)
}

func unCertificat(nir v.NIR, nature dossier.NatureCertificat, accident v.Jour, arret v.Periode, employeur v.SIRET) []byte {
	return piece.AppendCertificatAT(nil, nir, &dossier.CertificatAT{
		Envoi:  dossier.Envoi{Identite: quelquun, Reference: "CM-" + arret.Du.String(), Version: 1},
		Nature: nature, Risque: droit.AccidentTravail, SinistreLe: accident, EtabliLe: arret.Du, Arret: arret,
		Canal: droit.Electronique, Prescripteur: droit.MedecinTraitant, Employeur: employeur,
	}, nil)
}

func unAccident(nir v.NIR, employeur v.SIRET, le v.Jour) []byte {
	return piece.AppendDAT(nil, nir, &dossier.DeclarationAccident{
		Envoi: dossier.Envoi{Identite: quelquun, Reference: "DAT", Version: 1}, Employeur: dossier.Employeur{SIRET: employeur, Nom: "EMPLOYEUR"},
		Risque: droit.AccidentTravail, AccidentLe: le, DernierJour: le, DeclareeLe: le + 2,
	}, nil)
}

func uneDecision(nir v.NIR, nature droit.NatureDecision, accident, le v.Jour) []byte {
	return piece.AppendActe(nil, nir, &dossier.Acte{
		Envoi: dossier.Envoi{Identite: quelquun, Reference: "DECISION", Version: 1}, Auteur: dossier.LaCaisse, Nature: dossier.NatureActe(nature), PrisLe: le,
		Risque: droit.AccidentTravail, SinistreLe: accident,
	}, nil)
}
