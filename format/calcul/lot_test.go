package calcul

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"accord/droit"
	v "accord/valeur"

	"pgregory.net/rapid"
)

// temoin is a computation that says what it was given: one day for each arrêt,
// a step when the trace is wanted. It fails or breaks down on demand.
type temoin struct{}

func (temoin) Calculer(cas *droit.Cas, expliquer bool, res *droit.Resultat) error {
	switch cas.ID {
	case "erreur":
		return errors.New("le paramètre SMIC 2199 manque")
	case "refus":
		return fmt.Errorf("calcul: %w", &Erreur{Cle: "arrets[0]", Valeur: "x", Attendu: "y", Phrase: "arrets[0]: «x» ne va pas"})
	case "panne":
		panic("débordement")
	}
	for i := range cas.Arrets {
		res.Jours = append(res.Jours, droit.JourCalcule{Date: cas.Arrets[i].Debut, Arret: i, Activite: -1, Etat: droit.Attente})
	}
	res.Certain.Jours = len(cas.Arrets)
	if expliquer {
		res.Explication = append(res.Explication, droit.Etape{Regle: "R", Phrase: cas.ID})
	}
	return nil
}

func fabriqueTemoin() Calculateur { return temoin{} }

func ligneCas(id string) string {
	return `{"schema":"accord/cas/1","id":"` + id + `","options":{"jours":false,"explication":false},"arrets":[{"id":"A","risque":"maternite"}]}`
}

func reponse(id string) string {
	return `{"schema":"accord/resultat/1","id":"` + id + `","droits":[],"bases":[],"periodes":[],"forfaits":[],"differences":[],` +
		`"certain":{"jours":1,"brut":"0.00","periodes":[]},"manques":[],"avis":[]}`
}

func reponseErreur(cle, valeur, attendu, phrase string, n int) string {
	return fmt.Sprintf(`{"erreur":{"cle":"%s","valeur":"%s","attendu":"%s","phrase":"%s"},"ligne":%d}`, cle, valeur, attendu, phrase, n)
}

func TestLot(t *testing.T) {
	for _, c := range []struct {
		nom, entree string
		sortie      []string
		bilan       Bilan
	}{
		{"rien", "", nil, Bilan{}},
		{"une ligne", ligneCas("a") + "\n", []string{reponse("a")}, Bilan{1, 0}},
		{"sans fin de ligne", ligneCas("a") + "\n" + ligneCas("b"), []string{reponse("a"), reponse("b")}, Bilan{2, 0}},
		{"fins de ligne de Windows", ligneCas("a") + "\r\n" + ligneCas("b") + "\r\n", []string{reponse("a"), reponse("b")}, Bilan{2, 0}},
		{
			"une ligne fausse n'arrête pas les autres", ligneCas("a") + "\n{\"schema\":\"accord/cas/1\",\"connu_au\":\"hier\"}\n" + ligneCas("b") + "\n",
			[]string{reponse("a"), reponseErreur("connu_au", "hier", attenduDate, "connu_au: «hier» n'est pas une date", 2), reponse("b")}, Bilan{3, 1},
		},
		{
			"une ligne vide tient sa place", "\n" + ligneCas("a") + "\n  \n",
			[]string{reponseErreur("", "", "un cas par ligne", "la ligne est vide", 1), reponse("a"), reponseErreur("", "", "un cas par ligne", "la ligne est vide", 3)},
			Bilan{3, 2},
		},
		{
			"le calcul échoue", ligneCas("erreur") + "\n" + ligneCas("refus") + "\n" + ligneCas("panne") + "\n" + ligneCas("a") + "\n",
			[]string{
				reponseErreur("", "", "", "le paramètre SMIC 2199 manque", 1), reponseErreur("arrets[0]", "x", "y", "arrets[0]: «x» ne va pas", 2),
				reponseErreur("", "", "", "le calcul de ce cas a échoué: débordement", 3), reponse("a"),
			},
			Bilan{4, 3},
		},
	} {
		t.Run(c.nom, func(t *testing.T) {
			var sortie bytes.Buffer
			bilan, err := Lot(strings.NewReader(c.entree), &sortie, fabriqueTemoin, 2)
			if err != nil || bilan != c.bilan {
				t.Errorf("%+v, %v", bilan, err)
			}
			attendu := strings.Join(append(c.sortie, ""), "\n")
			if obtenu := strings.ReplaceAll(sortie.String(), `\"`, `"`); obtenu != attendu {
				t.Errorf("sortie\n%s\nattendue\n%s", obtenu, attendu)
			}
		})
	}
}

// What a batch writes validates, errors included.
func TestLotValide(t *testing.T) {
	s := schema(t, SchemaResultat())
	var entree strings.Builder
	for _, r := range lesRefus(t) {
		if texte := r.cas(t); !strings.Contains(texte, "\n") {
			entree.WriteString(texte + "\n")
		}
	}
	entree.Write(compact(t, "ordinaire.cas.json"))
	var sortie bytes.Buffer
	bilan, err := Lot(strings.NewReader(entree.String()), &sortie, fabriqueTemoin, 1)
	if err != nil || bilan.Lignes-bilan.Erreurs != 1 {
		t.Fatal(bilan, err)
	}
	for ligne := range strings.Lines(sortie.String()) {
		if err := s.Validate(document(t, ligne)); err != nil {
			t.Errorf("%s: %v", ligne, err)
		}
	}
}

// Whatever the number of workers and the way the input comes, a batch gives
// what each line alone would give, in the same order.
func TestLotMemeOrdre(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var lignes, attendues []string
		for i := range rapid.IntRange(0, 300).Draw(t, "lignes") {
			id := fmt.Sprint(i)
			if rapid.IntRange(0, 9).Draw(t, "fausse") == 0 {
				lignes = append(lignes, id)
				attendues = append(attendues, reponseErreur("", id, "un objet", "«"+id+"» n'est pas un objet", i+1))
				continue
			}
			lignes = append(lignes, ligneCas(id+strings.Repeat("x", rapid.IntRange(0, 900).Draw(t, "longueur"))))
			attendues = append(attendues, reponse(lignes[i][len(`{"schema":"accord/cas/1","id":"`):strings.Index(lignes[i], `","options"`)]))
		}
		var entree io.Reader = strings.NewReader(strings.Join(append(lignes, ""), "\n"))
		if rapid.Bool().Draw(t, "par miettes") {
			entree = iotest.HalfReader(entree)
		}
		var sortie bytes.Buffer
		if _, err := Lot(entree, &sortie, fabriqueTemoin, rapid.IntRange(0, 5).Draw(t, "workers")); err != nil {
			t.Fatal(err)
		}
		if sortie.String() != strings.Join(append(attendues, ""), "\n") {
			t.Fatalf("sortie\n%s", sortie.String())
		}
	})
}

// A line beyond the limit is refused, and the line after it is answered.
func TestLotLigneLongue(t *testing.T) {
	limite := strings.Repeat(" ", LigneMax-len(ligneCas("a"))-1) + ligneCas("a") + "\n"
	entree := io.MultiReader(
		strings.NewReader(limite), strings.NewReader(" "), strings.NewReader(limite), strings.NewReader(ligneCas("b")+"\n"),
	)
	var sortie bytes.Buffer
	bilan, err := Lot(entree, &sortie, fabriqueTemoin, 1)
	attendu := reponse("a") + "\n" + reponseErreur("", "", "un cas par ligne, de 16 Mio au plus", "la ligne dépasse 16 Mio", 2) + "\n" + reponse("b") + "\n"
	if err != nil || bilan != (Bilan{3, 1}) || sortie.String() != attendu {
		t.Errorf("%+v, %v\n%.500s", bilan, err, sortie.String())
	}
}

var errDisque = errors.New("disque")

func TestLotEntreeOuSortieEnPanne(t *testing.T) {
	entree := io.MultiReader(strings.NewReader(ligneCas("a")+"\n"+ligneCas("b")), iotest.ErrReader(errDisque))
	var sortie bytes.Buffer
	bilan, err := Lot(entree, &sortie, fabriqueTemoin, 2)
	if !errors.Is(err, errDisque) || bilan != (Bilan{1, 0}) || sortie.String() != reponse("a")+"\n" {
		t.Errorf("entrée: %+v, %v\n%s", bilan, err, sortie.String())
	}
	if !strings.Contains(err.Error(), "après la ligne 1") {
		t.Errorf("l'erreur ne dit pas où: %v", err)
	}
	avant := runtime.NumGoroutine()
	_, err = Lot(strings.NewReader(strings.Repeat(ligneCas("a")+"\n", 20_000)), enPanne{}, fabriqueTemoin, 3)
	if !errors.Is(err, errDisque) {
		t.Errorf("sortie: %v", err)
	}
	for range 100 {
		if runtime.NumGoroutine() <= avant {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Error("des travailleurs restent en vie")
}

type enPanne struct{}

func (enPanne) Write([]byte) (int, error) { return 0, errDisque }

// A program may send one case and wait for its answer before the next.
func TestLotConversation(t *testing.T) {
	versLot, ecrire := io.Pipe()
	lire, depuisLot := io.Pipe()
	fini := make(chan error, 1)
	go func() {
		_, err := Lot(versLot, depuisLot, fabriqueTemoin, 2)
		fini <- err
	}()
	reponses := bufio.NewScanner(lire)
	for i := range 5 {
		id := fmt.Sprint(i)
		if _, err := io.WriteString(ecrire, ligneCas(id)+"\n"); err != nil {
			t.Fatal(err)
		}
		if !reponses.Scan() || reponses.Text() != reponse(id) {
			t.Fatalf("%s: %s", id, reponses.Text())
		}
	}
	ecrire.Close()
	if err := <-fini; err != nil {
		t.Error(err)
	}
}

// Memory does not follow the number of lines: what is alive after a tenth of
// the batch is what is alive near its end.
func TestLotMemoireConstante(t *testing.T) {
	ligne := ligneCas(strings.Repeat("x", 500)) + "\n"
	const n = 50_000
	entree := io.LimitReader(&boucle{texte: ligne}, int64(n*len(ligne)))
	ecrits, prochain := 0, n/10
	var vivants []uint64
	bilan, err := Lot(entree, ecrireAvec(func(p []byte) {
		ecrits += bytes.Count(p, []byte{'\n'})
		if ecrits >= prochain {
			prochain += n / 10
			var m runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&m)
			vivants = append(vivants, m.HeapAlloc)
		}
	}), fabriqueTemoin, 2)
	if err != nil || bilan.Lignes != n || len(vivants) < 9 {
		t.Fatal(bilan, vivants, err)
	}
	if debut, fin := vivants[0], vivants[8]; fin > debut+4<<20 {
		t.Errorf("%d octets vivants au début, %d à la fin, pour %d octets lus", debut, fin, n*len(ligne))
	}
}

type boucle struct {
	texte string
	i     int
}

func (b *boucle) Read(p []byte) (int, error) {
	n := copy(p, b.texte[b.i:])
	b.i = (b.i + n) % len(b.texte)
	return n, nil
}

type ecrireAvec func([]byte)

func (f ecrireAvec) Write(p []byte) (int, error) { f(p); return len(p), nil }

func TestMoteur(t *testing.T) {
	m := NewMoteur(fabriqueTemoin)
	b, err := m.Repondre([]byte("avant "), []byte(ligneCas("a")))
	if err != nil || string(b) != "avant "+reponse("a") {
		t.Errorf("%s, %v", b, err)
	}
	if b, err = m.Repondre([]byte("avant "), []byte(`{`)); err == nil || string(b) != "avant " {
		t.Errorf("%s, %v", b, err)
	}
	cas, res, p, err := m.Calculer([]byte(`{"schema":"accord/cas/1","id":"b","arrets":[{"id":"A","risque":"maladie","debut":"2026-01-01","fin":"2026-01-02"}]}`))
	if err != nil || cas.ID != "b" || p != Complete || len(res.Jours) != 1 || res.Jours[0].Date != v.NewJour(2026, 1, 1) || len(res.Explication) != 1 {
		t.Errorf("%+v %+v %+v, %v", cas, res, p, err)
	}
}
