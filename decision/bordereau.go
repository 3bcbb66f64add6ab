package decision

import (
	"cmp"
	"fmt"
	"slices"

	"accord/dossier"
	v "accord/valeur"
)

// GesteBordereau is what someone did to a list of people whose content may be erased,
// because the time of its keeping is over: draw it up, give it the visa. Each is a fact
// of the caisse, never edited.
type GesteBordereau struct {
	Bordereau string // names the list
	Geste     Geste
	Personnes []string `json:",omitempty"` // of a list drawn up: identifiers of the base, in order
	Par       string
	Matricule string `json:",omitempty"`
	Role      string
	Motif     string
	Le        int64 // instant, microseconds UTC
}

// Auteur is who did it.
func (g *GesteBordereau) Auteur() v.Agent { return v.Agent{Matricule: g.Matricule, Nom: g.Par} }

// What is done to a list.
const (
	EtablirBordereau Geste = "etablir"
	ViserBordereau   Geste = "viser"
)

// Bordereau is a list and its visa, without which it erases nobody.
type Bordereau struct {
	GesteBordereau
	Visa *GesteBordereau
}

// PlierBordereaux gathers what was done into lists, the oldest first.
func PlierBordereaux(gestes []GesteBordereau) (bs []Bordereau) {
	gestes = slices.Clone(gestes)
	slices.SortStableFunc(gestes, func(a, b GesteBordereau) int { return cmp.Compare(a.Le, b.Le) })
	for i := range gestes {
		g := &gestes[i]
		k := slices.IndexFunc(bs, func(b Bordereau) bool { return b.Bordereau == g.Bordereau })
		switch {
		case g.Geste == EtablirBordereau && k < 0:
			bs = append(bs, Bordereau{GesteBordereau: *g})
		case g.Geste == ViserBordereau && k >= 0 && !g.Auteur().Est(bs[k].Auteur()):
			bs[k].Visa = g
		}
	}
	return bs
}

// natureEffacer names an erasure in the table of powers.
const natureEffacer dossier.NatureIntervention = "effacer"

// VerifierBordereau examines whether what is done to a list says who and why, in a role
// that may do it.
func VerifierBordereau(g *GesteBordereau) error {
	return verifierGeste(natureEffacer, g.Auteur(), g.Role, g.Motif)
}

// Viser examines whether someone may give the visa to a list.
func (b *Bordereau) Viser(par v.Agent, role string) error {
	if par.Est(b.Auteur()) {
		return fmt.Errorf("%w : %s a établi le bordereau, une autre personne doit le viser", ErrConfirmation, b.Par)
	}
	if p := trouverPouvoir(natureEffacer, role); p == nil || p.confirme == 0 {
		return fmt.Errorf("%w : %s ne peut pas viser un bordereau d'élimination", ErrConfirmation, role)
	}
	return nil
}
