package exemples

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"path/filepath"
	"slices"
	"strings"
)

// A calque is a copy of the source in which each function that some
// neutralisation changes exists in all its versions: a call goes to the one of
// the neutralisation that ACCORD_NEUTRALISATION names, or to the function as it
// is. The product has no such switch: one build of the copy serves every rule.

// fonction is a function as the source has it.
type fonction struct {
	fichier         string // from the root of the module
	debut, nom      int    // where the declaration, and its name, begin
	corps, fin      int    // where its body begins and ends, without its braces
	recepteur       string
	parametres      []string
	rend, anonyme   bool // it gives results; some parameter has no name
	source, nomSeul string
	versions        []version
	rangs           map[string]int
}

// version is the body of a function under one neutralisation.
type version struct{ cle, corps string }

// calque holds the functions that neutralisations change, by package and name.
type calque struct {
	paquets   map[string]map[string]*fonction
	fonctions []*fonction // those that have versions
}

// dessiner applies the neutralisations, each on its own versions. It returns
// what could not be applied.
func dessiner(ns []neutralisation) (*calque, []error) {
	c := &calque{paquets: map[string]map[string]*fonction{}}
	var fautes []error
	for i := range ns {
		n := &ns[i]
		if len(n.Remplacements) == 0 {
			fautes = append(fautes, fmt.Errorf("%s : rien n'est remplacé", n.cle))
		}
		for k := range n.Remplacements {
			if err := c.remplacer(n.cle, &n.Remplacements[k]); err != nil {
				fautes = append(fautes, fmt.Errorf("%s, %s, %s : %w", n.cle, n.Remplacements[k].Paquet, n.Remplacements[k].Dans, err))
			}
		}
	}
	return c, fautes
}

func (c *calque) remplacer(cle string, r *remplacement) error {
	f, err := c.trouver(r.Paquet, r.Dans)
	if err != nil {
		return err
	}
	k, ok := f.rangs[cle]
	if !ok {
		if len(f.versions) == 0 {
			c.fonctions = append(c.fonctions, f)
		}
		k = len(f.versions)
		f.rangs[cle] = k
		f.versions = append(f.versions, version{cle, f.source[f.corps:f.fin]})
	}
	corps, err := r.appliquer(f.versions[k].corps)
	if err == nil {
		f.versions[k].corps = corps
	}
	return err
}

// trouver finds a function of a package.
func (c *calque) trouver(paquet, nom string) (*fonction, error) {
	if c.paquets[paquet] == nil {
		c.paquets[paquet] = map[string]*fonction{}
		fichiers, err := filepath.Glob(filepath.Join(racine, paquet, "*.go"))
		if err != nil {
			return nil, err
		}
		for _, fichier := range fichiers {
			if !strings.HasSuffix(fichier, "_test.go") {
				if err := c.lireFonctions(paquet, filepath.Base(fichier)); err != nil {
					return nil, err
				}
			}
		}
	}
	f := c.paquets[paquet][nom]
	if f == nil {
		return nil, fmt.Errorf("plus de fonction de ce nom")
	}
	if f.anonyme {
		return nil, fmt.Errorf("un de ses paramètres n'a pas de nom")
	}
	return f, nil
}

func (c *calque) lireFonctions(paquet, nom string) error {
	chemin := paquet + "/" + nom
	source, err := lireFichier(chemin)
	if err != nil {
		return err
	}
	fset := token.NewFileSet()
	arbre, err := parser.ParseFile(fset, chemin, source, parser.SkipObjectResolution)
	if err != nil {
		return err
	}
	place := func(p token.Pos) int { return fset.Position(p).Offset }
	for _, x := range arbre.Decls {
		d, ok := x.(*ast.FuncDecl)
		if !ok || d.Body == nil {
			continue
		}
		f := &fonction{fichier: chemin, source: source, debut: place(d.Pos()), nom: place(d.Name.Pos()), corps: place(d.Body.Lbrace) + 1, fin: place(d.Body.Rbrace),
			nomSeul: d.Name.Name, rend: d.Type.Results != nil, rangs: map[string]int{}}
		f.lireSignature(d)
		complet := d.Name.Name
		if d.Recv != nil {
			complet = typeDe(d) + "." + complet
		}
		c.paquets[paquet][complet] = f
	}
	return nil
}

// lireSignature reads how to call the function again with its own arguments.
func (f *fonction) lireSignature(d *ast.FuncDecl) {
	if d.Recv != nil {
		if f.anonyme = len(d.Recv.List[0].Names) == 0; !f.anonyme {
			f.recepteur = d.Recv.List[0].Names[0].Name + "."
		}
	}
	for _, p := range d.Type.Params.List {
		suite := ""
		if _, variable := p.Type.(*ast.Ellipsis); variable {
			suite = "..."
		}
		f.anonyme = f.anonyme || len(p.Names) == 0
		for _, n := range p.Names {
			f.anonyme = f.anonyme || n.Name == "_"
			f.parametres = append(f.parametres, n.Name+suite)
		}
	}
}

// typeDe is the type of a method's receiver, without its star.
func typeDe(d *ast.FuncDecl) string {
	x := d.Recv.List[0].Type
	if p, ok := x.(*ast.StarExpr); ok {
		x = p.X
	}
	if g, ok := x.(*ast.IndexExpr); ok {
		x = g.X
	}
	return types.ExprString(x)
}

// aiguiller writes the function that calls the right version, then all of them.
func (f *fonction) aiguiller() string {
	var b strings.Builder
	avant, apres := f.source[f.debut:f.nom], f.source[f.nom+len(f.nomSeul):f.corps]
	appel := func(rang int) string {
		s := fmt.Sprintf("%s%s_%d(%s)", f.recepteur, f.nomSeul, rang, strings.Join(f.parametres, ", "))
		if f.rend {
			return "return " + s
		}
		return s + "; return"
	}
	fmt.Fprintf(&b, "%s%s%s\nswitch neutralisation {\n", avant, f.nomSeul, apres)
	for i, v := range f.versions {
		fmt.Fprintf(&b, "case %q: %s\n", v.cle, appel(i+1))
	}
	fmt.Fprintf(&b, "}\n%s\n}\n", appel(0))
	for i, corps := range append([]version{{"", f.source[f.corps:f.fin]}}, f.versions...) {
		fmt.Fprintf(&b, "\n%s%s_%d%s%s}\n", avant, f.nomSeul, i, apres, corps.corps)
	}
	return b.String()
}

// fichiers returns the files of the copy that differ from the source, and those
// that it adds: the switch of each package.
func (c *calque) fichiers() map[string]string {
	parFichier := map[string][]*fonction{}
	for _, f := range c.fonctions {
		parFichier[f.fichier] = append(parFichier[f.fichier], f)
	}
	sources := map[string]string{}
	for chemin, fs := range parFichier {
		slices.SortFunc(fs, func(a, b *fonction) int { return b.debut - a.debut })
		source := fs[0].source
		for _, f := range fs {
			source = source[:f.debut] + f.aiguiller() + source[f.fin+1:]
		}
		sources[chemin] = source
		paquet := filepath.ToSlash(filepath.Dir(chemin))
		sources[paquet+"/neutralisation.go"] = "package " + filepath.Base(paquet) + "\n\nimport \"os\"\n\nvar neutralisation = os.Getenv(\"ACCORD_NEUTRALISATION\")\n"
	}
	return sources
}
