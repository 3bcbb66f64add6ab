package sim

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	v "accord/valeur"
)

// rendu is what one thing that was drawn becomes: files of its own, documents
// that travel with those of others, and the troubles that they carry.
type rendu struct {
	c         *Config
	fichiers  []fichier
	documents []document
	troubles  []Trouble
	octets    int64 // written in fichiers
}

type fichier struct {
	chemin  string
	contenu []byte
}

// document is one line of a file of the day.
type document struct {
	chemin string
	ligne  []byte
}

// chemin places a file in the folder of a day; empty after the last day.
func (r *rendu) chemin(le v.Jour, nom string) string {
	le = max(le, r.c.Debut)
	if le > r.c.fin() {
		return ""
	}
	return le.String() + "/" + nom
}

// fichier adds a file, unless it would come after the end; it returns its path.
func (r *rendu) fichier(le v.Jour, nom string, contenu []byte) string {
	c := r.chemin(le, nom)
	if c != "" {
		r.fichiers = append(r.fichiers, fichier{c, contenu})
	}
	return c
}

// document adds a line to a file of the day.
func (r *rendu) document(le v.Jour, nom string, ligne []byte) {
	if c := r.chemin(le, nom); c != "" {
		r.documents = append(r.documents, document{c, append(ligne, '\n')})
	}
}

// rendre makes n things on every core, writes their files, and returns the rest
// of each in order.
func rendre(c *Config, racine string, n int, avance func(), f func(i int, r *rendu)) ([]rendu, error) {
	rendus := make([]rendu, n)
	erreurs := make([]error, n)
	file := make(chan int)
	var wg sync.WaitGroup
	var mu sync.Mutex
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := range file {
				r := &rendus[i]
				r.c = c
				f(i, r)
				erreurs[i] = r.ecrire(racine)
				mu.Lock()
				avance()
				mu.Unlock()
			}
		})
	}
	for i := range n {
		file <- i
	}
	close(file)
	wg.Wait()
	for _, err := range erreurs {
		if err != nil {
			return nil, err
		}
	}
	return rendus, nil
}

// ecrire writes the files and forgets their content.
func (r *rendu) ecrire(racine string) error {
	for i := range r.fichiers {
		f := &r.fichiers[i]
		if err := ecrireFichier(racine, f.chemin, f.contenu); err != nil {
			return err
		}
		r.octets += int64(len(f.contenu))
		f.contenu = nil
	}
	return nil
}

func ecrireFichier(racine, chemin string, contenu []byte) error {
	if err := os.WriteFile(filepath.Join(racine, filepath.FromSlash(chemin)), contenu, 0o600); err != nil {
		return fmt.Errorf("écriture de la caisse de démonstration : %w", err)
	}
	return nil
}

// rassembler writes the files of the days and adds everything to the plan.
func (p *Plan) rassembler(racine string, rendus []rendu) error {
	var documents []document
	for i := range rendus {
		r := &rendus[i]
		p.Fichiers += len(r.fichiers)
		p.Octets += r.octets
		p.Troubles = append(p.Troubles, r.troubles...)
		documents = append(documents, r.documents...)
	}
	slices.SortStableFunc(documents, func(a, b document) int { return strings.Compare(a.chemin, b.chemin) })
	for debut := 0; debut < len(documents); {
		fin := debut
		var contenu []byte
		for fin < len(documents) && documents[fin].chemin == documents[debut].chemin {
			contenu = append(contenu, documents[fin].ligne...)
			fin++
		}
		if err := ecrireFichier(racine, documents[debut].chemin, contenu); err != nil {
			return err
		}
		p.Fichiers++
		p.Octets += int64(len(contenu))
		debut = fin
	}
	return nil
}
