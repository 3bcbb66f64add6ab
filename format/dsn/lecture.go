package dsn

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
)

// Read reads one file: lines in ISO-8859-1 ended by CRLF or LF. It never
// fails: what cannot be read is in the anomalies, in the order of the lines,
// and out of the usable part of the tree. Nothing of the file is dropped:
// every line is in Envoi.Rubriques.
//
// Physical rules: a value lies between the first «,'» and the last «'»; a
// block belongs to the nearest parent before it; a new instance of a block
// starts when its rubrics stop growing or another block comes.
func Read(data []byte) (*Envoi, []Anomalie) {
	l := decouper(string(data))
	t := nouvelArbre(data, l)
	if !slices.ContainsFunc(l.rubriques, func(r Rubrique) bool { return r.Code != 0 }) {
		t.pasUneDSN()
		return t.envoi, t.anomalies
	}
	for debut := 0; debut < len(l.rubriques); {
		fin := finBloc(l.rubriques, debut)
		t.bloc(l.rubriques[debut:fin:fin])
		debut = fin
	}
	t.terminer()
	slices.SortStableFunc(t.anomalies, func(a, b Anomalie) int { return cmp.Compare(a.Ligne, b.Ligne) })
	return t.envoi, t.anomalies
}

func (t *arbre) pasUneDSN() {
	remarque := "le fichier est vide"
	if len(t.lignes.rubriques) > 0 {
		remarque = "ce fichier n'est pas une DSN : aucune ligne ne commence par un code de rubrique"
	}
	t.noter(constat{gravite: FichierRefuse, attendu: "des lignes comme S10.G00.00.001,'valeur'", remarque: remarque})
}

func (t *arbre) ouvrirEnvoi(rubs []Rubrique) {
	t.fermerDeclaration()
	if t.ligneEntete > 0 {
		t.noter(constat{gravite: FichierRefuse, ligne: rubs[0].Ligne, code: blocEnvoi, attendu: "un envoi par fichier",
			remarque: fmt.Sprintf("second en-tête, après celui de la ligne %d", t.ligneEntete)})
		return
	}
	t.ligneEntete = rubs[0].Ligne
	remplir(t, rubs, t.g.envoi, t.envoi)
	if _, remarque := choisirVersion(t.envoi.Version); remarque != "" {
		t.noter(constat{gravite: Signalee, ligne: ligneDe(rubs, codeVersion), code: codeVersion, trouve: t.envoi.Version,
			attendu: t.g.listes[codeVersion].enumerer(), remarque: remarque})
	}
	if t.lignes.utf8 {
		t.noter(constat{gravite: Signalee, ligne: rubs[0].Ligne, trouve: "UTF-8", attendu: "ISO-8859-1",
			remarque: "les accents du fichier sont écrits en UTF-8, ils sont lus ainsi"})
	}
}

// lireTotal ends the last declaration and checks the counts of the sender.
func (t *arbre) lireTotal(rubs []Rubrique) {
	t.fermerDeclaration()
	t.ligneTotal = rubs[0].Ligne
	remplir(t, rubs, t.g.total, &t.total)
}

// verifierLignes records what is wrong with the lines themselves.
func (t *arbre) verifierLignes(rubs []Rubrique) {
	if t.ligneTotal > 0 && !t.apresTotal && rubs[0].Code.Bloc() != blocTotal {
		t.apresTotal = true
		t.noter(constat{gravite: Signalee, ligne: rubs[0].Ligne, code: rubs[0].Code.Bloc(), attendu: "rien après S90.G00.90",
			remarque: "le fichier continue après son bloc de total"})
	}
	if t.lignes.longue {
		for k := range rubs {
			if n := t.lignes.longueur(t.fichier, rubs[k].Ligne); n > longueurLigneMax {
				t.noter(constat{gravite: Signalee, ligne: rubs[k].Ligne, code: rubs[k].Code, trouve: fmt.Sprintf("%d caractères", n),
					attendu: fmt.Sprintf("%d caractères au plus", longueurLigneMax), remarque: fmt.Sprintf("ligne de %d caractères", n)})
			}
		}
	}
	if t.lignes.illisible {
		t.verifierIllisibles(rubs)
	}
}

// verifierIllisibles records one anomaly for each run of lines without a code.
func (t *arbre) verifierIllisibles(rubs []Rubrique) {
	for k := 0; k < len(rubs); k++ {
		if rubs[k].Code != 0 {
			continue
		}
		premiere := &rubs[k]
		for k+1 < len(rubs) && rubs[k+1].Code == 0 {
			k++
		}
		remarque := "cette ligne n'est pas une rubrique"
		if n := rubs[k].Ligne; n > premiere.Ligne {
			remarque = fmt.Sprintf("les lignes %d à %d ne sont pas des rubriques", premiere.Ligne, n)
		}
		t.noter(constat{gravite: ValeurIgnoree, ligne: premiere.Ligne, trouve: premiere.Valeur,
			attendu: "une ligne comme S10.G00.00.001,'valeur'", remarque: remarque})
	}
}

// terminer ends the reading and shares out the declarations.
func (t *arbre) terminer() {
	if t.ligneEntete == 0 {
		t.noter(constat{gravite: FichierRefuse, code: blocEnvoi, attendu: "un en-tête S10.G00.00",
			remarque: "le fichier n'a pas d'en-tête S10.G00.00 : rien ne dit s'il est réel ou d'essai"})
	}
	if t.ligneTotal == 0 {
		t.tronque()
	} else {
		t.verifierCompte(1, t.total.rubriques, len(t.lignes.rubriques), "rubriques")
		t.verifierCompte(2, t.total.declarations, t.rangDeclaration, "déclarations")
	}
	t.fermerDeclaration()
	if t.rangDeclaration == 0 {
		t.noter(constat{gravite: FichierRefuse, code: blocDeclaration, attendu: "au moins une déclaration",
			remarque: "le fichier ne contient aucune déclaration"})
	}
	e := t.envoi
	if len(e.Rubriques) > 0 {
		e.Lignes = Lignes{e.Rubriques[0].Ligne, e.Rubriques[len(e.Rubriques)-1].Ligne}
	}
	for _, d := range t.declarations {
		if d.Ecarte == "" {
			d.Ecarte = e.Ecarte
		}
		if d.Ecarte == "" {
			e.Declarations = append(e.Declarations, d)
		} else {
			e.Ecartees = append(e.Ecartees, d)
		}
	}
}

// tronque says that the end of the file is missing. The last person may be
// incomplete; when the declaration stands in place of another, those who are
// not in it would lose what the other said: all of it is set aside.
func (t *arbre) tronque() {
	c := constat{gravite: FichierRefuse, code: blocTotal, ligne: t.lignes.rubriques[len(t.lignes.rubriques)-1].Ligne,
		attendu: "un bloc S90.G00.90 à la fin", remarque: "le fichier s'arrête sans son bloc de total : la fin peut manquer"}
	switch {
	case t.i != nil && !t.d.Type.Remplace():
		c.gravite = IndividuEcarte
	case t.d != nil:
		c.gravite = DeclarationEcartee
	}
	t.noter(c)
}

func (t *arbre) verifierCompte(numero Code, annonce int64, compte int, quoi string) {
	if annonce == int64(compte) {
		return
	}
	t.noter(constat{gravite: Signalee, ligne: t.ligneTotal, code: blocTotal + numero, trouve: strconv.FormatInt(annonce, 10),
		attendu: strconv.Itoa(compte), remarque: fmt.Sprintf("%d %s annoncées, %d lues", annonce, quoi, compte)})
}
