package dsn

import (
	"fmt"
	"strings"

	"accord/valeur"
)

// Gravite says how much an anomaly costs, from nothing to the whole file.
// Whatever it is, the rest of the file is read.
type Gravite uint8

const (
	aucune             Gravite = iota
	Signalee                   // nothing is lost, the value stands as written
	ValeurIgnoree              // the value is left out, its block stays
	BlocEcarte                 // the block and those below are not in the tree
	IndividuEcarte             // the person is in Declaration.Ecartes
	DeclarationEcartee         // the declaration is in Envoi.Ecartees
	FichierRefuse              // all declarations are in Envoi.Ecartees
)

// String gives the consequence in French: «bloc écarté».
func (g Gravite) String() string {
	return [...]string{"aucune", "signalée", "valeur ignorée", "bloc écarté", "individu mis de côté",
		"déclaration mise de côté", "fichier refusé"}[g]
}

// Anomalie is one thing that the file should not have said, or should have.
type Anomalie struct {
	Ligne    int    // physical line from 1, 0 for the file as a whole
	Rubrique string // S21.G00.51.013, S21.G00.51 for a block, empty for a line without a code
	Trouve   string // the text found, in clear: it may hold a NIR or an IBAN
	Attendu  string // what was expected, in French
	Phrase   string // the whole in one French sentence, NIR and IBAN masked
	Gravite  Gravite

	Declaration int        // rank in the file from 1, 0 outside a declaration
	Individu    int        // rank in the declaration from 1, 0 outside a person
	NIR         valeur.NIR // of that person, when it could be read
}

// constat is an anomaly before its context is known. The remark says in French
// what is wrong; it is also the reason of what is set aside.
type constat struct {
	gravite                   Gravite
	ligne                     int
	code                      Code
	trouve, attendu, remarque string
}

// noter records an anomaly where the reading stands, and sets aside what its
// gravity says.
func (t *arbre) noter(c constat) Gravite {
	a := Anomalie{Ligne: c.ligne, Rubrique: c.code.String(), Trouve: c.trouve, Attendu: c.attendu, Gravite: c.gravite}
	var s strings.Builder
	switch {
	case c.ligne > 0 && c.code != 0:
		fmt.Fprintf(&s, "Ligne %d, %s : ", c.ligne, a.Rubrique)
	case c.ligne > 0:
		fmt.Fprintf(&s, "Ligne %d : ", c.ligne)
	}
	s.WriteString(c.remarque)
	if suite := consequence(c.gravite, c.code); suite != "" {
		s.WriteString(" ; " + suite)
	}
	a.Phrase = s.String() + "."
	if t.d != nil {
		a.Declaration = t.rangDeclaration
	}
	if t.i != nil {
		a.Individu = t.rangIndividu
	}
	t.anomalies = append(t.anomalies, a)
	t.ecarter(c.gravite, c.remarque)
	return c.gravite
}

// ecarter writes the reason on the node that is set aside; the first stands.
func (t *arbre) ecarter(g Gravite, motif string) {
	var raison *string
	switch {
	case g == FichierRefuse:
		raison = &t.envoi.Ecarte
	case g == DeclarationEcartee && t.d != nil:
		raison = &t.d.Ecarte
	case g == IndividuEcarte && t.i != nil:
		raison = &t.i.Ecarte
	}
	if raison != nil && *raison == "" {
		*raison = motif
	}
}

// fausse records a value that has not the format of its rubric.
func (t *arbre) fausse(r *Rubrique, g *regle) Gravite {
	c := constat{gravite: g.faux, ligne: r.Ligne, code: r.Code, trouve: r.Valeur, attendu: g.format.attendu()}
	if r.malformee {
		c.gravite = max(g.faux, ValeurIgnoree)
		c.attendu = "une valeur entre apostrophes"
		c.remarque = g.libelle + " : la valeur n'est pas entre apostrophes"
	} else {
		c.remarque = fmt.Sprintf("%s : « %s » trouvé, attendu : %s", g.libelle, montrer(r.Valeur, g.format.genre), c.attendu)
	}
	return t.noter(c)
}

// manquante records the absence of a rubric without which something is lost.
func (t *arbre) manquante(ligne int, g *regle, gravite Gravite) Gravite {
	return t.noter(constat{gravite: gravite, ligne: ligne, code: g.code, attendu: g.format.attendu(),
		remarque: g.libelle + " : cette rubrique manque"})
}

// consequence says in French what an anomaly of that rubric costs.
func consequence(g Gravite, code Code) string {
	switch g {
	case ValeurIgnoree:
		if code == codeIBAN {
			return "le compte est ignoré, aucun paiement à l'employeur"
		}
		if code == 0 {
			return "rien n'en est lu"
		}
		return "la valeur est ignorée"
	case BlocEcarte:
		return "le bloc « " + blocsNorme()[code.Bloc()].libelle + " » est écarté"
	case IndividuEcarte:
		return "cet individu est mis de côté"
	case DeclarationEcartee:
		return "la déclaration est mise de côté"
	case FichierRefuse:
		return "le fichier est refusé"
	}
	return ""
}

// montrer prepares a value for a sentence that people and logs may see.
func montrer(s string, g genre) string {
	r := []rune(s)
	if g == genreNIR || g == genreNTT || g == genreIBAN {
		if len(r) > 6 {
			return string(r[:3]) + "…" + string(r[len(r)-3:])
		}
		return "…"
	}
	if len(r) > 60 {
		return string(r[:60]) + "…"
	}
	return s
}
