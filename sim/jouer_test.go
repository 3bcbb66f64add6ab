package sim

import (
	"bytes"
	"path/filepath"
	"regexp"
	"testing"

	"accord/app"
	"accord/bilan"
	"accord/clock"
	"accord/format/banque"
	"accord/format/piece"
	"accord/parametre"
	"accord/store"
)

// depotMemoire keeps bank files in memory.
type depotMemoire map[string][]byte

func (d depotMemoire) Deposer(nom string, contenu []byte) error {
	d[nom] = bytes.Clone(contenu)
	return nil
}

// jouee is a caisse that has lived its days.
type jouee struct {
	caisse *app.Caisse
	plan   Plan
	recus  map[string]app.Reception
	depot  depotMemoire
}

func jouer(t *testing.T, c Config) *jouee {
	t.Helper()
	plan, racine := generer(t, c)
	j := &jouee{plan: plan, recus: map[string]app.Reception{}, depot: depotMemoire{}}
	base := filepath.Join(t.TempDir(), "base")
	cles, err := store.ChargerCles(base, "")
	if err != nil {
		t.Fatal(err)
	}
	st, err := store.Open(t.Context(), base, cles)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { st.Close() })
	table, err := parametre.Charger()
	if err != nil {
		t.Fatal(err)
	}
	h := clock.NewManual(plan.Config.Debut)
	j.caisse = app.New(st, piece.Lecteur{}, banque.SEPA{}, h, table, app.Config{Code: "441", Nom: "Caisse d'essai", Groupe: 200, Debiteur: app.Debiteur{
		Nom: "CAISSE D'ESSAI", SIRET: "00000000000000", IBAN: "FR1420041010050500013M02606", BIC: "PSSTFRPPXXX",
		Rue: "Rue de l'Exemple", Numero: "1", CodePostal: "44000", Ville: "Nantes", Pays: "FR",
	}})
	p := partie{caisse: j.caisse, plan: &j.plan, racine: racine, depot: j.depot, avance: func(int, int) {},
		recu: func(chemin string, r app.Reception) { j.recus[chemin] = r }}
	if err := p.jouer(t.Context(), h); err != nil {
		t.Fatal(err)
	}
	return j
}

func (j *jouee) etat(t *testing.T) string {
	t.Helper()
	e, err := j.caisse.Etat(t.Context(), func(int) {})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := bilan.EcrireEtat(&b, e); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// A small caisse lives ninety days: every trouble of its plan is said or
// handled, the base proves right, test files pay nothing.
func TestCaisseEntiere(t *testing.T) {
	c := Config{Assures: 60, Graine: 5, Debut: debutTest}
	j := jouer(t, c)
	if len(j.recus) != j.plan.Fichiers {
		t.Errorf("%d fichiers reçus sur %d", len(j.recus), j.plan.Fichiers)
	}
	verifierTroubles(t, j)
	verifierEssais(t, j)
	verifierEtat(t, j)
	r, err := j.caisse.Verifier(t.Context(), func(int) {})
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range r.Breches {
		t.Errorf("%s %s : %s", b.Code, b.Objet, b.Phrase)
	}
	if r.Ordres == 0 || r.Lots != len(j.depot) || r.Lots == 0 {
		t.Errorf("%d ordres, %d lots, %d fichiers bancaires", r.Ordres, r.Lots, len(j.depot))
	}
}

// verifierEssais: nothing that a test file made is ever paid.
func verifierEssais(t *testing.T, j *jouee) {
	t.Helper()
	dossiers, _, err := j.caisse.Lister(t.Context(), app.Filtre{})
	if err != nil {
		t.Fatal(err)
	}
	essais := 0
	for _, x := range dossiers {
		if !x.Test {
			continue
		}
		essais++
		d, err := j.caisse.Consulter(t.Context(), x.Dossier)
		if err != nil {
			t.Fatal(err)
		}
		if len(d.Ordres) > 0 || len(d.Poses) > 0 || len(d.Proposes) > 0 {
			t.Errorf("dossier d'essai %s : %d ordres, %d jours payés", x.Dossier, len(d.Ordres), len(d.Poses))
		}
	}
	if essais == 0 {
		t.Error("aucun dossier d'essai")
	}
}

// The same seed gives the same summary and the same bank files.
func TestMemeGraineMemeResume(t *testing.T) {
	c := Config{Assures: 12, Graine: 9, Debut: debutTest, Jours: 45}
	a, b := jouer(t, c), jouer(t, c)
	// Identifiers of people follow from the key of the base, which differs.
	if x, y := sansDossier(a.etat(t)), sansDossier(b.etat(t)); x != y {
		t.Errorf("deux résumés diffèrent :\n%s\n%s", x, y)
	}
	if len(a.depot) != len(b.depot) || len(a.depot) == 0 {
		t.Errorf("%d et %d fichiers bancaires", len(a.depot), len(b.depot))
	}
}

func sansDossier(s string) string {
	return regexp.MustCompile(`(?m)^ +dossier .*$|[0-9A-Z]{12}-\d{8}`).ReplaceAllString(s, "")
}
