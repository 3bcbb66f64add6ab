package decision

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"accord/dossier"
	v "accord/valeur"
)

// GesteRegistre is what is done to an agent in the register of those who act in
// the caisse. It is stored: never renamed.
type GesteRegistre string

const (
	InscrireAgent  GesteRegistre = "inscrire"
	ConfirmerAgent GesteRegistre = "confirmer" // gives effect to what waits on the agent
	NouveauJeton   GesteRegistre = "jeton"
	CloreAgent     GesteRegistre = "clore" // ends at once: the agent acts no more
)

// GesteAgent is what someone did to an agent: a fact of the caisse, never edited.
type GesteAgent struct {
	Matricule string
	Rang      int // among what was done to that agent, from 1
	Geste     GesteRegistre
	Nom       string   `json:",omitempty"`
	Roles     []string `json:",omitempty"`
	Du        v.Jour   `json:",omitempty"`
	Au        v.Jour   `json:",omitempty"` // last day; zero: no end
	Empreinte string   `json:",omitempty"` // hash of the token, for inscrire and jeton
	// Par is who did it; nobody, when it was whoever holds the machine and the key of
	// the base: to open the register or, with Secours, because nobody else can.
	Par     v.Agent
	Secours bool  `json:",omitempty"`
	ADeux   bool  `json:",omitempty"` // without effect until someone else confirms it
	Le      int64 // instant, microseconds UTC
}

// Inscrit is an agent of the register, as what was done gives it.
type Inscrit struct {
	v.Agent
	Roles     []string
	Du, Au    v.Jour
	Empreinte string      // of the token; empty while nothing gave the agent effect
	Clos      bool        // acts no more, and may be registered again
	Attend    *GesteAgent // without effect until someone else confirms it
	Secours   bool        // something was done to it without anyone else
	Rang      int         // of the last thing done
}

// PlierAgents gathers what was done into agents, in the order of their numbers.
// What was done to one comes in the order of its ranks.
func PlierAgents(gestes []GesteAgent) (is []Inscrit) {
	for i := range gestes {
		g := &gestes[i]
		k := slices.IndexFunc(is, func(x Inscrit) bool { return x.Matricule == g.Matricule })
		if k < 0 {
			k, is = len(is), append(is, Inscrit{Agent: v.Agent{Matricule: g.Matricule, Nom: g.Nom}})
		}
		is[k].suivre(g)
	}
	slices.SortFunc(is, func(a, b Inscrit) int { return strings.Compare(a.Matricule, b.Matricule) })
	return is
}

func (x *Inscrit) suivre(g *GesteAgent) {
	x.Rang, x.Secours = g.Rang, x.Secours || g.Secours
	switch {
	case g.Geste == CloreAgent:
		x.Clos, x.Attend = true, nil
	case g.Geste == ConfirmerAgent:
		if a := x.Attend; a != nil && !g.Par.Est(a.Par) && g.Par.Matricule != x.Matricule {
			x.Attend = nil
			x.appliquer(a)
		}
	case g.ADeux:
		x.Attend = g
	default:
		x.Attend = nil
		x.appliquer(g)
	}
}

func (x *Inscrit) appliquer(g *GesteAgent) {
	x.Empreinte = g.Empreinte
	if g.Geste == InscrireAgent {
		x.Nom, x.Roles, x.Du, x.Au, x.Clos = g.Nom, g.Roles, g.Du, g.Au, false
	}
}

// EnVigueur reports whether the agent may act on a day.
func (x *Inscrit) EnVigueur(jour v.Jour) bool {
	return x.Empreinte != "" && !x.Clos && x.Du <= jour && (x.Au == 0 || jour <= x.Au)
}

// Tient reports whether the agent has one of the roles.
func (x *Inscrit) Tient(roles ...string) bool {
	return slices.ContainsFunc(roles, func(r string) bool { return slices.Contains(x.Roles, r) })
}

// What is done beside the acts on dossiers, in the table of powers.
const (
	SignerDecision dossier.NatureIntervention = "signer_decision" // an adverse decision
	SignerOrdre    dossier.NatureIntervention = "signer_ordre"    // by the ordonnateur, or whoever has his delegation (D.253-6)
	ViserOrdre     dossier.NatureIntervention = "viser_ordre"     // by the directeur comptable
	Habiliter      dossier.NatureIntervention = "habiliter"       // says who acts in the caisse
)

// ErrRegistre is returned for what cannot be done to the register of agents.
var ErrRegistre = errors.New("le registre des agents ne le permet pas")

// Habilitation examines whether something may be done to the register, and sets
// whether someone else must confirm it: who registers another, or hands them a token,
// could act in their place, and so make, alone, the second person that a payment or an
// act asks for. Who holds the machine opens the register, until it has two people who
// can register the others; later they must say that it is a rescue.
func Habilitation(is []Inscrit, g *GesteAgent, jour v.Jour) error {
	if g.Par.Anonyme() {
		if habilitants(is) > 1 && !g.Secours {
			return fmt.Errorf("%w : dites qui le fait, par son matricule (--par) ; si plus personne ne le peut, dites --secours : c'est écrit au registre", ErrRegistre)
		}
		return nil
	}
	k := slices.IndexFunc(is, func(x Inscrit) bool { return x.Matricule == g.Par.Matricule })
	if g.Geste == NouveauJeton && g.Par.Matricule == g.Matricule {
		return nil // one's own
	}
	if k < 0 || !is[k].EnVigueur(jour) || !is[k].Tient(Roles(Habiliter)...) {
		return fmt.Errorf("%w : %s ne peut pas habiliter ; cela revient à : %s", ErrRegistre, g.Par.Nom, strings.Join(Roles(Habiliter), ", "))
	}
	if g.Par.Matricule == g.Matricule && g.Geste != CloreAgent {
		return fmt.Errorf("%w : nul ne s'habilite soi-même", ErrRegistre)
	}
	g.ADeux = g.Geste == InscrireAgent || g.Geste == NouveauJeton
	return nil
}

// habilitants counts those who can, or could, register others.
func habilitants(is []Inscrit) (n int) {
	for i := range is {
		if x := &is[i]; x.Empreinte != "" && x.Tient(Roles(Habiliter)...) {
			n++
		}
	}
	return n
}

// LireMatricule reads the number of an agent as typed.
func LireMatricule(s string) (string, error) {
	m := strings.ToUpper(strings.TrimSpace(s))
	bon := func(r rune) bool { return r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' || r == '.' }
	if m == "" || len(m) > 20 || strings.ContainsFunc(m, func(r rune) bool { return !bon(r) }) {
		return "", fmt.Errorf("«%s» n'est pas un matricule : attendu 1 à 20 lettres sans accent, chiffres, tirets ou points", s)
	}
	return m, nil
}

// VerifierInscription examines whether an agent is said whole.
func VerifierInscription(g *GesteAgent, jour v.Jour) error {
	switch {
	case strings.TrimSpace(g.Nom) == "":
		return fmt.Errorf("%w : il manque le nom de l'agent", ErrRegistre)
	case len(g.Roles) == 0:
		return fmt.Errorf("%w : il manque son rôle, parmi : %s", ErrRegistre, strings.Join(TousRoles(), ", "))
	case g.Au != 0 && (g.Au < g.Du || g.Au < jour):
		return fmt.Errorf("%w : ses jours finissent avant de commencer, ou sont passés", ErrRegistre)
	}
	for _, r := range g.Roles {
		if !EstRole(r) {
			return fmt.Errorf("%w : «%s» n'est pas un rôle ; attendu : %s", ErrRegistre, r, strings.Join(TousRoles(), ", "))
		}
	}
	x := Inscrit{Roles: g.Roles}
	if x.Tient(Roles(SignerOrdre)...) && x.Tient(Roles(ViserOrdre)...) {
		return fmt.Errorf("%w : qui ordonne les dépenses ne les vise pas (D.122-2, D.253-4) ; ce sont deux personnes", ErrRegistre)
	}
	return nil
}
