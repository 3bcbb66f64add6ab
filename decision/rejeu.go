package decision

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"accord/dossier"
	v "accord/valeur"
)

// GesteRejeu is what someone did about the report of a replay, which says whom other
// rules pay otherwise: sign it, sign it after someone else, apply it to some people.
// Each is a fact of the caisse, never edited.
type GesteRejeu struct {
	Rejeu     string // names the report: it follows from its content
	Geste     Geste
	Regles    string       `json:",omitempty"` // of the first signature: version of the rules
	Lignes    []LigneRejeu `json:",omitempty"` // of the first signature: those whom the report names, in order
	Cohorte   string       `json:",omitempty"` // of an application: whom it was for ([Cohorte])
	Personnes []string     `json:",omitempty"` // of an application: those who were of it
	Par       string
	Matricule string `json:",omitempty"`
	Role      string
	Motif     string
	Le        int64 // instant, microseconds UTC
}

// LigneRejeu is what a report says of one person, without her name. Amounts are gross.
type LigneRejeu struct {
	Personne    string
	Empreinte   string // hash of all that the report says of her
	Gain, Perte v.Centimes
	Perd        bool     // she loses an amount, a day that was not refused, or a day that goes to another
	Risques     []string // benefits whose days change, in order
}

// Auteur is who did it.
func (g *GesteRejeu) Auteur() v.Agent { return v.Agent{Matricule: g.Matricule, Nom: g.Par} }

// What is done about a report.
const (
	SignerRejeu       Geste = "signer"
	ContresignerRejeu Geste = "contresigner"
	AppliquerRejeu    Geste = "appliquer"
)

// suiteRejeu is the order of what is done about a report at one instant.
var suiteRejeu = []Geste{SignerRejeu, ContresignerRejeu, AppliquerRejeu}

// Rejeu is a report that someone signed, and what became of it.
type Rejeu struct {
	GesteRejeu   // the first signature
	Seconde      *GesteRejeu
	Applications []GesteRejeu // the oldest first
}

// PlierRejeux gathers what was done into reports, the oldest first. Of two signatures by
// one hand the second is none, and nothing is applied before the second.
func PlierRejeux(gestes []GesteRejeu) (rs []Rejeu) {
	gestes = slices.Clone(gestes)
	slices.SortStableFunc(gestes, func(a, b GesteRejeu) int {
		return cmp.Or(cmp.Compare(a.Le, b.Le), cmp.Compare(slices.Index(suiteRejeu, a.Geste), slices.Index(suiteRejeu, b.Geste)))
	})
	for i := range gestes {
		g := &gestes[i]
		k := slices.IndexFunc(rs, func(r Rejeu) bool { return r.Rejeu == g.Rejeu })
		switch {
		case g.Geste == SignerRejeu && k < 0:
			rs = append(rs, Rejeu{GesteRejeu: *g})
		case k < 0:
		case g.Geste == ContresignerRejeu && !g.Auteur().Est(rs[k].Auteur()):
			rs[k].Seconde = g
		case g.Geste == AppliquerRejeu && rs[k].Seconde != nil:
			rs[k].Applications = append(rs[k].Applications, *g)
		}
	}
	return rs
}

// natureRejeu names a change of rules in the table of powers.
const natureRejeu dossier.NatureIntervention = "changer_regles"

// RolesRejeu lists who may sign a change of rules.
func RolesRejeu() []string { return Roles(natureRejeu) }

// VerifierRejeu examines whether what is done about a report says who and why, in a role
// that may do it.
func VerifierRejeu(g *GesteRejeu) error {
	return verifierGeste(natureRejeu, g.Auteur(), g.Role, g.Motif)
}

// Contresigner examines whether someone may sign a report after its first signatory.
func (r *Rejeu) Contresigner(par v.Agent, role string) error {
	if r.Seconde != nil {
		return fmt.Errorf("%w : le rapport %s est déjà signé par %s et %s", ErrConfirmation, r.Rejeu, r.Par, r.Seconde.Par)
	}
	if par.Est(r.Auteur()) {
		return fmt.Errorf("%w : %s a signé le rapport, une autre personne doit le signer aussi", ErrConfirmation, r.Par)
	}
	if p := trouverPouvoir(natureRejeu, role); p == nil || p.confirme == 0 {
		return fmt.Errorf("%w : %s ne donne pas la seconde signature d'un changement de règles ; elle revient à : %s", ErrConfirmation, role, strings.Join(confirment(natureRejeu, 1), ", "))
	}
	return nil
}

// Applicable examines whether a report may be applied: two people signed it.
func (r *Rejeu) Applicable() error {
	if r.Seconde == nil {
		return fmt.Errorf("%w : le rapport %s n'a que la signature de %s, une autre personne doit le signer", ErrConfirmation, r.Rejeu, r.Par)
	}
	return nil
}

// Applique reports whether the report was applied to someone.
func (r *Rejeu) Applique(personne string) bool {
	return slices.ContainsFunc(r.Applications, func(g GesteRejeu) bool { return slices.Contains(g.Personnes, personne) })
}

// DifferenceRejeu is how what is found today differs from what was signed.
type DifferenceRejeu struct {
	Autrement []string // the report said something else of them
	Nouvelles []string // the report did not name them
	Sorties   []string // nothing changes for them any more, and the report was not applied to them
}

// Comparer says how what is found today differs from what was signed. Those to whom the
// report was applied are left out when they are as it said.
func (r *Rejeu) Comparer(trouvees []LigneRejeu) (d DifferenceRejeu) {
	signees := make(map[string]*LigneRejeu, len(r.Lignes))
	for i := range r.Lignes {
		signees[r.Lignes[i].Personne] = &r.Lignes[i]
	}
	vues := make(map[string]bool, len(trouvees))
	for i := range trouvees {
		t := &trouvees[i]
		vues[t.Personne] = true
		switch s := signees[t.Personne]; {
		case s == nil:
			d.Nouvelles = append(d.Nouvelles, t.Personne)
		case s.Empreinte != t.Empreinte:
			d.Autrement = append(d.Autrement, t.Personne)
		}
	}
	for i := range r.Lignes {
		if p := r.Lignes[i].Personne; !vues[p] && !r.Applique(p) {
			d.Sorties = append(d.Sorties, p)
		}
	}
	return d
}
