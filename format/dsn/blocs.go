package dsn

import "sync"

// The blocks that have a place of their own in the tree, and the rubrics that
// the code names.
const (
	blocEnvoi           Code = 100000000
	blocEmetteur        Code = 100001000
	blocContactEmetteur Code = 100002000
	blocDeclaration     Code = 200005000
	blocContactDeclare  Code = 200007000
	blocEntreprise      Code = 210006000
	blocEtablissement   Code = 210011000
	blocIndividu        Code = 210030000
	blocIdentite        Code = 210031000
	blocContrat         Code = 210040000
	blocChangement      Code = 210041000
	blocVersement       Code = 210050000
	blocRemuneration    Code = 210051000
	blocPrime           Code = 210052000
	blocActivite        Code = 210053000
	blocElementNet      Code = 210058000
	blocArret           Code = 210060000
	blocFinContrat      Code = 210062000
	blocSuspension      Code = 210065000
	blocTempsPartiel    Code = 210066000
	blocRetraite        Code = 210071000
	blocBase            Code = 210078000
	blocComposant       Code = 210079000
	blocCotisation      Code = 210081000
	blocAnciennete      Code = 210086000
	blocTotal           Code = 900090000

	codeVersion       = blocEnvoi + 6
	codeNIR           = blocIndividu + 1
	codeNTT           = blocIndividu + 20
	codeRegimeMaladie = blocContrat + 18
	codeIBAN          = blocArret + 7
)

// blocNorme is one block of the norm and the node that carries it.
type blocNorme struct {
	code        Code
	libelle     string
	rang        int
	parent      *blocNorme   // nil for the root
	descendants []*blocNorme // all levels, itself excluded
}

// blocsNorme gives the blocks of the norm by code. A parent stands before its
// children in the data.
var blocsNorme = sync.OnceValue(func() map[Code]*blocNorme {
	m := map[Code]*blocNorme{}
	for i, c := range lireCSV("blocs.csv", 3) {
		b := &blocNorme{code: codeDonnees(c[0], 0), libelle: c[1], rang: i}
		if c[2] != "" {
			b.parent = m[codeDonnees(c[2], 0)]
		}
		for p := b.parent; p != nil; p = p.parent {
			p.descendants = append(p.descendants, b)
		}
		m[b.code] = b
	}
	return m
})
