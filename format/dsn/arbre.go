package dsn

import (
	"cmp"
	"slices"
)

// etat is what became of the last block of one kind.
type etat uint8

const (
	ferme  etat = iota
	ouvert      // it may have children
	perdu       // it was set aside: its children go with it
)

// arbre builds the tree, block after block. A block belongs to the nearest
// block of its parent's kind before it; nothing else in the file says so.
type arbre struct {
	fichier   []byte
	lignes    *lignes
	norme     map[Code]*blocNorme
	g         *grammaire
	envoi     *Envoi
	anomalies []Anomalie

	etats   []etat     // by rank of block
	noeuds  []*Lignes  // by rank of block, nil where the tree keeps no node
	dernier *blocNorme // last known block

	declarations []Declaration // those that are closed, set aside or not
	declaration  Declaration   // the open one, when d is set
	individu     Individu      // the open one, when i is set

	d *Declaration
	i *Individu
	c *Contrat
	a *Arret
	v *Versement
	r *Remuneration
	b *Base

	lue valeurLue // last value, here so that reading one costs no allocation

	rangDeclaration, rangIndividu int
	anomaliesIndividu             int // number of anomalies before the open person
	ligneEntete, ligneTotal       int // 0 until read
	total                         total
	apresTotal                    bool // said once
}

func nouvelArbre(fichier []byte, l *lignes) *arbre {
	norme := blocsNorme()
	t := &arbre{fichier: fichier, lignes: l, norme: norme, etats: make([]etat, len(norme)), noeuds: make([]*Lignes, len(norme))}
	// Until the header says otherwise the file is a test: it pays nothing.
	t.envoi = &Envoi{Essai: true, Rubriques: l.rubriques}
	t.etats[norme[blocEnvoi].rang] = ouvert
	var annoncee string
	if k := slices.IndexFunc(l.rubriques, func(r Rubrique) bool { return r.Code == codeVersion }); k >= 0 {
		annoncee = l.rubriques[k].Valeur
	}
	version, _ := choisirVersion(annoncee)
	t.g = grammaires()[version]
	return t
}

// finBloc returns the end of the instance of a block that starts at debut: the
// next block, or the first rubric that does not come after the one before it.
// Lines without a code belong where they stand.
func finBloc(rubs []Rubrique, debut int) int {
	precedente := rubs[debut].Code
	fin := debut + 1
	for ; fin < len(rubs); fin++ {
		c := rubs[fin].Code
		if c == 0 {
			continue
		}
		if c <= precedente || c.Bloc() != precedente.Bloc() {
			break
		}
		precedente = c
	}
	return fin
}

// bloc reads one instance of a block.
func (t *arbre) bloc(rubs []Rubrique) {
	if b := t.norme[rubs[0].Code.Bloc()]; b != nil {
		t.placer(b, rubs)
		t.dernier = b
	}
	t.etendre(rubs)
	t.verifierLignes(rubs)
}

func (t *arbre) placer(b *blocNorme, rubs []Rubrique) {
	if b.parent != nil && t.etats[b.parent.rang] != ouvert {
		if t.etats[b.parent.rang] == ferme && estLu(b.code) {
			t.noter(constat{gravite: graviteOrphelin(b.code), ligne: rubs[0].Ligne, code: b.code, trouve: b.libelle,
				attendu:  "après un bloc " + b.parent.code.String(),
				remarque: "bloc « " + b.libelle + " » sans bloc « " + b.parent.libelle + " » avant lui"})
		}
		t.changerEtat(b, perdu, nil)
		return
	}
	noeud, garde := t.ouvrir(b.code, rubs)
	if !garde {
		t.changerEtat(b, perdu, nil)
		return
	}
	if noeud != nil {
		noeud.Premiere = rubs[0].Ligne
	}
	t.changerEtat(b, ouvert, noeud)
}

func graviteOrphelin(code Code) Gravite {
	if code == blocIndividu {
		return IndividuEcarte
	}
	return BlocEcarte
}

// changerEtat starts an instance of a block: those below the former one end.
func (t *arbre) changerEtat(b *blocNorme, e etat, noeud *Lignes) {
	for _, d := range b.descendants {
		t.etats[d.rang], t.noeuds[d.rang] = ferme, nil
	}
	t.etats[b.rang], t.noeuds[b.rang] = e, noeud
}

// etendre moves the end of the open nodes that hold the last known block. A
// block that the norm as known does not name goes with the one before it.
func (t *arbre) etendre(rubs []Rubrique) {
	for b := t.dernier; b != nil; b = b.parent {
		if n := t.noeuds[b.rang]; n != nil {
			n.Derniere = rubs[len(rubs)-1].Ligne
		}
	}
}

// tranche returns the rubrics of a run of lines.
func (t *arbre) tranche(l Lignes) []Rubrique {
	rubs := t.lignes.rubriques
	parLigne := func(r Rubrique, ligne int) int { return cmp.Compare(r.Ligne, ligne) }
	debut, _ := slices.BinarySearchFunc(rubs, l.Premiere, parLigne)
	fin, _ := slices.BinarySearchFunc(rubs, l.Derniere+1, parLigne)
	return rubs[debut:fin:fin]
}
