package scenarios

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"accord/app"
	"accord/clock"
	"accord/dossier"
	"accord/droit"
	"accord/format/banque"
	"accord/format/piece"
	"accord/parametre"
	"accord/registre"
	"accord/store"
	v "accord/valeur"
)

// TestPaiementsDesPassages pays after each piece: on the last day of each passage its pieces come
// one by one, the last first, and what is owed is paid before the next one. At the end the same
// is owed as when all came at once, the base proves itself, and each cent that is owed was paid
// or is held back for a reason that is told. ACCORD_LONG plays an order for each two pieces, in which one comes first and
// the other last.
func TestPaiementsDesPassages(t *testing.T) {
	for _, nom := range passages {
		t.Run(nom, func(t *testing.T) {
			t.Parallel()
			r := passage(t, nom)
			for i := range r.remises {
				r.remises[i].le = r.fin
			}
			attendu := nouvelExamen(t).examiner(nil, dossier.Plier(faitsDe(r.toutes()), r.fin))
			slices.SortStableFunc(attendu, func(a, b jourVecu) int { return a.cle().Compare(b.cle()) })
			for _, ordre := range ordres(len(r.remises)) {
				var venues []*remise
				for _, i := range ordre {
					venues = append(venues, &r.remises[i])
				}
				vue := r.payer(t, venues)
				if !slices.EqualFunc(vue.Dus, attendu, func(d registre.Du, j jourVecu) bool {
					return d.Cle == j.cle() && d.Etat == j.etat && d.IJ == j.ij && d.Regle == j.regle
				}) {
					t.Errorf("ce qui est dû n'est pas ce que dit la loi : %s", noms(venues))
				}
				for _, dit := range impayes(vue) {
					t.Errorf("%s : %s", noms(venues), dit)
				}
			}
		})
	}
}

func (j *jourVecu) cle() registre.Cle {
	return registre.Cle{Jour: j.date, Ligne: j.ligne, Risque: j.risque}
}

// ordres gives the orders in which n pieces come.
func ordres(n int) (os [][]int) {
	envers := make([]int, n)
	for i := range envers {
		envers[i] = n - 1 - i
	}
	if !complet() {
		return [][]int{envers}
	}
	for a := range n {
		for b := range n {
			if a != b {
				milieu := slices.DeleteFunc(slices.Clone(envers), func(i int) bool { return i == a || i == b })
				os = append(os, slices.Concat([]int{a}, milieu, []int{b}))
			}
		}
	}
	return os
}

// payer receives pieces on the last day of a story, each followed by a payment.
func (r *recueil) payer(t *testing.T, venues []*remise) *app.Vue {
	t.Helper()
	ctx := context.Background()
	s := ouvrirBase(t)
	defer s.Close()
	table, err := parametre.Charger()
	if err != nil {
		t.Fatal(err)
	}
	c := app.New(s, piece.Lecteur{}, banque.SEPA{}, clock.NewManual(r.fin), table, app.Config{Code: "441", Nom: "CPAM des scénarios", Debiteur: app.Debiteur{
		Nom: "CPAM DES SCENARIOS", SIRET: "00000000000000", IBAN: "FR1420041010050500013M02606", BIC: "PSSTFRPPXXX",
		Rue: "Rue de l'Exemple", Numero: "1", CodePostal: "44000", Ville: "Nantes", Pays: "FR",
	}})
	for _, p := range venues {
		if x, err := c.Recevoir(ctx, p.nom, p.contenu); err != nil || x.Perdues() > 0 {
			t.Fatalf("%s : %+v, %v", p.nom, x.Anomalies, err)
		}
		if _, err := c.Journee(ctx); err != nil {
			t.Fatal(err)
		}
		if _, err := c.Payer(ctx, app.Signataires{Ordonnateur: v.Agent{Nom: "Alice"}, Comptable: v.Agent{Nom: "Bruno"}}, banquier{}); err != nil {
			t.Fatal(err)
		}
	}
	preuve, err := c.Verifier(ctx, func(int) {})
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range preuve.Breches {
		t.Errorf("%s : %s %s : %s", noms(venues), b.Code, b.Objet, b.Phrase)
	}
	vue, err := c.Consulter(ctx, string(nirCamille))
	if err != nil {
		t.Fatal(err)
	}
	return vue
}

// impayes says of which days that are over less was paid than is owed and nothing is said of the
// rest, and whether what was paid beyond is all told as such: the share of a job that was not
// known yet went to the others.
func impayes(vue *app.Vue) (dits []string) {
	reste := map[registre.Cle]v.Centimes{}
	for i := range vue.Dus {
		if d := &vue.Dus[i]; d.Etat == droit.Paye && d.Jour < vue.Jour {
			reste[registre.Cle{Jour: d.Jour, Ligne: d.Ligne}] += d.IJ
		}
	}
	for i := range vue.Poses {
		p := &vue.Poses[i]
		reste[registre.Cle{Jour: p.Jour, Ligne: p.Ligne}] -= p.Brut
	}
	var trop v.Centimes
	for _, d := range reste {
		trop += max(0, -d)
	}
	for i := range vue.Indus {
		trop -= vue.Indus[i].Brut
	}
	if trop != 0 {
		dits = append(dits, fmt.Sprintf("%s de trop dont rien n'est dit", trop))
	}
	for i := range vue.Retenues {
		for _, d := range vue.Retenues[i].Details {
			reste[registre.Cle{Jour: d.Jour, Ligne: d.Ligne}] -= d.Brut
		}
	}
	for _, c := range slices.SortedFunc(maps.Keys(reste), registre.Cle.Compare) {
		if reste[c] > 0 {
			dits = append(dits, fmt.Sprintf("%s, il reste %s", c.Jour, reste[c]))
		}
	}
	return dits
}

// banquier takes whatever file it is handed.
type banquier struct{}

func (banquier) Deposer(string, []byte) error { return nil }

// ouvrirBase opens an empty base under the key of the stories.
func ouvrirBase(t *testing.T) *store.Store {
	t.Helper()
	dossier := t.TempDir()
	chemin := filepath.Join(dossier, "accord.cle")
	if err := os.WriteFile(chemin, []byte(cleDEssai), 0o600); err != nil {
		t.Fatal(err)
	}
	cles, err := store.LireCles(chemin)
	if err != nil {
		t.Fatal(err)
	}
	s, err := store.Open(context.Background(), dossier, cles)
	if err != nil {
		t.Fatal(err)
	}
	return s
}
