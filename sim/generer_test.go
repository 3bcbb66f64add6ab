package sim

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"accord/app"
	"accord/format/piece"
	v "accord/valeur"
)

var debutTest = v.NewJour(2026, 8, 24)

func generer(t *testing.T, c Config) (Plan, string) {
	t.Helper()
	racine := filepath.Join(t.TempDir(), "caisse")
	dernier := 0
	p, err := Generer(c, racine, func(fait, total int) {
		if fait != dernier+1 || fait > total {
			t.Errorf("avancement %d après %d, sur %d", fait, dernier, total)
		}
		dernier = fait
	})
	if err != nil {
		t.Fatal(err)
	}
	return p, racine
}

// parcourir visits every file in order.
func parcourir(t *testing.T, racine string, f func(chemin string, contenu []byte)) {
	t.Helper()
	err := filepath.WalkDir(racine, func(chemin string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		contenu, err := os.ReadFile(chemin)
		rel, _ := filepath.Rel(racine, chemin)
		f(filepath.ToSlash(rel), contenu)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func somme(t *testing.T, racine string) string {
	h := sha256.New()
	parcourir(t, racine, func(chemin string, contenu []byte) {
		h.Write([]byte(chemin + "\n"))
		h.Write(contenu)
	})
	return hex.EncodeToString(h.Sum(nil))
}

func TestMemeGraineMemesOctets(t *testing.T) {
	c := Config{Assures: 40, Graine: 7, Debut: debutTest}
	p, racine := generer(t, c)
	q, autre := generer(t, c)
	if somme(t, racine) != somme(t, autre) || len(p.Troubles) != len(q.Troubles) {
		t.Error("la même graine donne d'autres octets")
	}
	c.Graine = 8
	if _, autre = generer(t, c); somme(t, racine) == somme(t, autre) {
		t.Error("une autre graine donne les mêmes octets")
	}
}

// Everything can be read; what cannot is exactly what the plan says.
func TestLisible(t *testing.T) {
	p, racine := generer(t, Config{Assures: 120, Graine: 3, Debut: debutTest})
	prevues := map[string][]Trouble{}
	for _, x := range p.Troubles {
		if x.Fichier != "" {
			prevues[x.Fichier] = append(prevues[x.Fichier], x)
		}
	}
	fichiers := 0
	var octets int64
	parcourir(t, racine, func(chemin string, contenu []byte) {
		fichiers++
		octets += int64(len(contenu))
		l := piece.Lecteur{}.Lire(chemin, contenu)
		for _, x := range prevues[chemin] {
			if l.Test != (x.Genre == FichierEssai) {
				t.Errorf("%s : essai %v (%s)", chemin, l.Test, x.Genre)
			}
			if x.Rubrique != "" && !slices.ContainsFunc(l.Anomalies, func(a app.Anomalie) bool {
				return a.Rubrique == x.Rubrique && a.Gravite != app.Signalee || a.Rubrique == "S21.G00.40.018"
			}) {
				t.Errorf("%s : %s devait être dit de %s, lu %+v", chemin, x.Genre, x.Rubrique, l.Anomalies)
			}
		}
		if len(prevues[chemin]) == 0 && (len(l.Anomalies) > 0 || l.Test || len(l.Pieces) == 0) {
			t.Errorf("%s : %d pièces, anomalies imprévues %+v", chemin, len(l.Pieces), l.Anomalies)
		}
		verifierInventes(t, chemin, l)
	})
	if fichiers != p.Fichiers || octets != p.Octets {
		t.Errorf("%d fichiers et %d octets, le plan en dit %d et %d", fichiers, octets, p.Fichiers, p.Octets)
	}
}

// verifierInventes: nobody exists, and no file names a NIR.
func verifierInventes(t *testing.T, chemin string, l app.Lecture) {
	t.Helper()
	for i := range l.Pieces {
		n := l.Pieces[i].NIR
		if n != "" && (n.Genre() != v.NIRDefinitif || !strings.HasPrefix(string(n[5:]), "9999")) {
			t.Errorf("%s : NIR %s hors de la plage inventée", chemin, n.Clair())
		}
		if n != "" && strings.Contains(chemin, string(n)) {
			t.Errorf("%s nomme un NIR", chemin)
		}
	}
	for _, d := range l.Declarations {
		if _, err := v.ParseSIRET(string(d.Employeur)); err != nil || !strings.HasPrefix(string(d.Employeur), "00") {
			t.Errorf("%s : SIRET %s", chemin, d.Employeur)
		}
	}
}

func TestChaqueTroubleEstLa(t *testing.T) {
	for _, n := range []int{40, 500} {
		c, err := Config{Assures: n, Graine: 11, Debut: debutTest}.completer()
		if err != nil {
			t.Fatal(err)
		}
		p, _ := generer(t, c)
		if p.Malades+p.Autres != n || p.Config.Population < 10*p.Malades || p.Config.Population > 13*p.Malades {
			t.Errorf("%d malades et %d autres sur %d personnes", p.Malades, p.Autres, p.Config.Population)
		}
		for _, g := range genres() {
			if n < 500 && g == AvisEncoreTardif {
				continue // so few people are seldom ill twice
			}
			if len(p.DuGenre(g)) == 0 {
				t.Errorf("%d assurés : aucun trouble «%s»", n, g)
			}
		}
	}
}

func genres() []Genre {
	var gs []Genre
	for _, x := range troublesArret {
		gs = append(gs, x.genre)
	}
	for _, x := range troublesMensuelle {
		gs = append(gs, x.genre)
	}
	for _, x := range troublesPassant {
		gs = append(gs, x.genre)
	}
	return gs
}

func TestRefus(t *testing.T) {
	racine := t.TempDir()
	rien := func(int, int) {}
	if err := os.WriteFile(filepath.Join(racine, "autre"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Generer(Config{Assures: 1, Debut: debutTest}, racine, rien); err == nil || !strings.Contains(err.Error(), "n'est pas vide") {
		t.Errorf("dossier non vide : %v", err)
	}
	for _, c := range []Config{
		{Assures: -1, Debut: debutTest}, {Jours: 400, Debut: debutTest}, {Assures: 10, Population: 9, Debut: debutTest},
		{Assures: 10, Population: populationMax + 1, Debut: debutTest}, {Assures: 1},
	} {
		if _, err := Generer(c, filepath.Join(racine, "neuf"), rien); err == nil {
			t.Errorf("%+v accepté", c)
		}
	}
}
