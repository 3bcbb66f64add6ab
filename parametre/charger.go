package parametre

import (
	"embed"
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	v "accord/valeur"
)

//go:embed donnees/*.csv
var donnees embed.FS

// fichiers lists the files of dated rows, in the order in which they are read.
var fichiers = []string{"smic", "plafond", "prelevements", "ouverture", "carence", "indemnite", "duree", "prescription", "independants",
	"famille", "atmp"}

// Charger reads the embedded data and checks it as a whole.
func Charger() (*Table, error) {
	sous, err := fs.Sub(donnees, "donnees")
	if err != nil {
		return nil, err
	}
	return Lire(sous)
}

// Lire reads a folder that holds the same files as the embedded one. Every
// fault found is in the error, with its file and line.
func Lire(dossier fs.FS) (*Table, error) {
	t := &Table{rangs: map[string]int{}}
	var fautes []error
	for _, f := range fichiers {
		fautes = append(fautes, t.lireLignes(dossier, f+".csv"))
	}
	fautes = append(fautes, t.lireAges(dossier), t.lireLectures(dossier), t.lireRegles(dossier))
	if err := errors.Join(fautes...); err != nil {
		return nil, err
	}
	if err := t.indexer(); err != nil {
		return nil, err
	}
	return t, nil
}

// enregistrement is one line of a data file.
type enregistrement struct {
	num    int
	champs []string
}

// lire returns the lines of a file after its header, which must be as expected.
func lire(dossier fs.FS, nom, entete string) ([]enregistrement, error) {
	f, err := dossier.Open(nom)
	if err != nil {
		return nil, fmt.Errorf("%s : fichier de paramètres introuvable", nom)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comma, r.Comment, r.LazyQuotes = ';', '#', true
	tout, err := r.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s : %w", nom, err)
	}
	if len(tout) == 0 || strings.Join(tout[0], ";") != entete {
		return nil, fmt.Errorf("%s : l'en-tête attendu est «%s»", nom, entete)
	}
	lignes, err := numeros(dossier, nom)
	if err != nil || len(lignes) != len(tout) {
		return nil, fmt.Errorf("%s : une valeur tient sur plusieurs lignes", nom)
	}
	e := make([]enregistrement, 0, len(tout)-1)
	for i, c := range tout[1:] {
		e = append(e, enregistrement{lignes[i+1], c})
	}
	return e, nil
}

// numeros gives the line number of each line that is neither empty nor a
// comment, so that a fault can be shown where it stands.
func numeros(dossier fs.FS, nom string) ([]int, error) {
	b, err := fs.ReadFile(dossier, nom)
	if err != nil {
		return nil, err
	}
	var n []int
	for i, l := range strings.Split(string(b), "\n") {
		if l = strings.TrimRight(l, "\r"); l != "" && l[0] != '#' {
			n = append(n, i+1)
		}
	}
	return n, nil
}

func (t *Table) lireLignes(dossier fs.FS, nom string) error {
	es, err := lire(dossier, nom, "code;valeur;du;au;source;jo;vrai_encore_le")
	if err != nil {
		return err
	}
	var fautes []error
	for _, e := range es {
		l, err := ligne(e.champs)
		if err != nil {
			fautes = append(fautes, fmt.Errorf("%s, ligne %d : %w", nom, e.num, err))
			continue
		}
		l.Fichier, l.NumLigne = nom, e.num
		t.lignes = append(t.lignes, l)
	}
	return errors.Join(fautes...)
}

func ligne(c []string) (l Ligne, err error) {
	code, ok := codeDe(c[0])
	if !ok {
		return l, fmt.Errorf("paramètre «%s» inconnu", c[0])
	}
	l = Ligne{Code: code, Texte: c[1], Source: c[4]}
	if l.Valeur, err = decimal(c[1]); err != nil {
		return l, err
	}
	for _, d := range []struct {
		nom, texte string
		jour       *v.Jour
		exige      bool
	}{{"du", c[2], &l.Du, false}, {"au", c[3], &l.Au, false}, {"jo", c[5], &l.JO, false}, {"vrai_encore_le", c[6], &l.VraiEncoreLe, true}} {
		if d.texte == "" && !d.exige {
			continue
		}
		if *d.jour, err = v.ParseJour(d.texte); err != nil {
			return l, fmt.Errorf("%s : «%s» n'est pas une date (AAAA-MM-JJ attendu)", d.nom, d.texte)
		}
	}
	if l.Source == "" {
		return l, errors.New("la source manque")
	}
	return l, nil
}

// decimal reads an unsigned decimal of up to six decimals, exactly.
func decimal(s string) (v.Fraction, error) {
	entier, dec, point := strings.Cut(s, ".")
	n, err := strconv.ParseUint(entier+dec, 10, 53)
	if err != nil || entier == "" || point && dec == "" || len(dec) > 6 {
		return v.Fraction{}, fmt.Errorf("valeur «%s» : nombre décimal attendu (12.02)", s)
	}
	d := int64(1)
	for range dec {
		d *= 10
	}
	return v.F(int64(n), d), nil
}

func (t *Table) lireLectures(dossier fs.FS) error {
	es, err := lire(dossier, "lectures.csv", "point;defaut;autres;phrase")
	if err != nil {
		return err
	}
	if len(es) != int(nbPoints) {
		return fmt.Errorf("lectures.csv : %d points, %d attendus", len(es), nbPoints)
	}
	for i, e := range es {
		c := e.champs
		if c[0] != Point(i).String() || c[1] == "" || c[3] == "" {
			return fmt.Errorf("lectures.csv, ligne %d : le point %s, sa lecture et sa phrase sont attendus", e.num, Point(i))
		}
		t.points[i] = Lecture{Point: c[0], Defaut: c[1], Phrase: c[3]}
		if c[2] != "" {
			t.points[i].Autres = strings.Split(c[2], ",")
		}
	}
	return nil
}

func (t *Table) lireRegles(dossier fs.FS) error {
	es, err := lire(dossier, "regles.csv", "regle;titre;article;version;preuve;vrai_encore_le")
	if err != nil {
		return err
	}
	for _, e := range es {
		c := e.champs
		j, err := v.ParseJour(c[5])
		if err != nil || c[0] == "" || c[1] == "" || c[2] == "" || c[4] == "" {
			return fmt.Errorf("regles.csv, ligne %d : règle, titre, article, preuve et date attendus", e.num)
		}
		if _, double := t.rangs[c[0]]; double {
			return fmt.Errorf("regles.csv, ligne %d : la règle %s est déjà décrite", e.num, c[0])
		}
		t.rangs[c[0]] = len(t.regles)
		t.regles = append(t.regles, Regle{ID: c[0], Titre: c[1], Article: c[2], Version: c[3], Preuve: c[4], VraiEncoreLe: j})
	}
	return nil
}
