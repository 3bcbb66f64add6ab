package dsn

import (
	"embed"
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"
	"sync"
)

// The embedded tables are part of the program: a mistake in them is a panic,
// which the first test shows.

//go:embed donnees/*.csv
var donnees embed.FS

// nouveauDictionnaire reads the tables as they stand for one version.
func nouveauDictionnaire(version int) *dictionnaire {
	d := &dictionnaire{regles: map[Code]*regle{}, listes: map[Code]*liste{}}
	for _, l := range lignesListes() {
		li := d.listes[l.rubrique]
		if li == nil {
			li = &liste{libelles: map[string]string{}}
			d.listes[l.rubrique] = li
		}
		if l.existe(version) {
			li.codes = append(li.codes, l.code)
			li.libelles[l.code] = l.libelle
		}
	}
	var bloc Code
	for _, c := range lireCSV("dictionnaire.csv", 8) {
		code := codeDonnees(c[0], bloc)
		bloc = code.Bloc()
		r := &regle{code: code, prefixe: code.String() + ",'", libelle: c[1], format: d.format(code, c[2])}
		r.existe = validiteDonnees(c[3], c[4]).existe(version)
		r.faux = graviteDonnees(c[5])
		absent, natures, _ := strings.Cut(c[6], " ")
		r.absent, r.absentN = graviteDonnees(absent), naturesDonnees(natures)
		r.exige, r.partout = naturesDonnees(c[7]), c[7] == "*"
		d.regles[code] = r
	}
	return d
}

// format reads the column of that name.
func (d *dictionnaire) format(code Code, s string) format {
	mot, reste, _ := strings.Cut(s, " ")
	g, ok := genres[mot]
	if !ok {
		panic(fmt.Sprintf("dsn: format %q de %v", s, code))
	}
	f := format{genre: g}
	switch g {
	case genreTexte, genreEntier:
		a, b, deux := strings.Cut(reste, "..")
		if !deux {
			a, b = "1", reste
		}
		f.min, f.max = entierDonnees(a), entierDonnees(b)
	case genreListe, genreOuverte:
		if reste != "" {
			code = codeDonnees(reste, 0)
		}
		if f.codes = d.listes[code]; f.codes == nil {
			panic(fmt.Sprintf("dsn: pas de liste pour %v", code))
		}
	}
	return f
}

// ligneListe is one row of listes.csv.
type ligneListe struct {
	rubrique      Code
	code, libelle string
	validite
}

var lignesListes = sync.OnceValue(func() (ls []ligneListe) {
	var rubrique Code
	for _, c := range lireCSV("listes.csv", 5) {
		if c[0] != "" {
			rubrique = codeDonnees(c[0], 0)
		}
		ls = append(ls, ligneListe{rubrique, c[1], c[2], validiteDonnees(c[3], c[4])})
	}
	return ls
})

// validite is the run of versions where a row of the data holds; 0 is open.
type validite struct{ depuis, jusque int }

func (v validite) existe(version int) bool {
	return version >= v.depuis && (v.jusque == 0 || version <= v.jusque)
}

func validiteDonnees(depuis, jusque string) validite {
	return validite{versionDonnees(depuis), versionDonnees(jusque)}
}

func versionDonnees(s string) int {
	v, ok := parseVersion(s)
	if !ok && s != "" {
		panic("dsn: version " + s)
	}
	return v
}

// lireCSV reads an embedded table without its header.
func lireCSV(nom string, colonnes int) [][]string {
	f, err := donnees.Open("donnees/" + nom)
	if err != nil {
		panic(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comma, r.Comment, r.FieldsPerRecord = ';', '#', colonnes
	lignes, err := r.ReadAll()
	if err != nil {
		panic(fmt.Sprintf("dsn: %s : %v", nom, err))
	}
	return lignes[1:]
}

// codeDonnees reads a whole code, a block, or a number in a given block.
func codeDonnees(s string, bloc Code) Code {
	switch len(s) {
	case 3:
		return bloc + Code(entierDonnees(s))
	case longueurCode - 4:
		s += ".000"
	}
	c, ok := parseCode(s)
	if !ok || len(s) != longueurCode {
		panic("dsn: code " + s)
	}
	return c
}

func entierDonnees(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		panic(err)
	}
	return n
}

func naturesDonnees(s string) (ns []Nature) {
	for _, n := range strings.Fields(s) {
		ns = append(ns, Nature(n))
	}
	return ns
}

func graviteDonnees(s string) Gravite {
	g, ok := map[string]Gravite{"": aucune, "signal": Signalee, "valeur": ValeurIgnoree, "bloc": BlocEcarte,
		"individu": IndividuEcarte, "declaration": DeclarationEcartee, "fichier": FichierRefuse}[s]
	if !ok {
		panic("dsn: gravité " + s)
	}
	return g
}
