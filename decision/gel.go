package decision

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"accord/dossier"
	v "accord/valeur"
)

// GenreGel is what a stop bears on. It is stored: never renamed.
type GenreGel string

const (
	GelPersonne GenreGel = "personne" // all that is due to or for one person
	GelRegle    GenreGel = "regle"    // the days that one rule decides or computes
	GelVersion  GenreGel = "version"  // what one version of the rules pays otherwise than the others
	GelLot      GenreGel = "lot"      // a batch that has not left: its orders return to be proposed
)

// GesteGel is what someone did to a stop: make it, confirm it, lift it. Each is
// a fact of the caisse, never edited.
type GesteGel struct {
	Gel   string // names the stop
	Geste Geste
	Genre GenreGel
	Objet string // person, rule, version, batch
	Par   string
	// Matricule is the number of Par in the register of agents, when there was one.
	Matricule string `json:",omitempty"`
	Role      string
	Motif     string
	Jusque    v.Jour // payments go on again from that day on; of no use for a batch
	ADeux     bool   // without effect until someone else confirms it
	Le        int64  // instant, microseconds UTC
}

// Auteur is who did it.
func (g *GesteGel) Auteur() v.Agent { return v.Agent{Matricule: g.Matricule, Nom: g.Par} }

// Geste is what is done to a stop.
type Geste string

const (
	Arreter        Geste = "arreter"
	ConfirmerArret Geste = "confirmer"
	Reprendre      Geste = "reprendre"
)

// Gel is a stop, and what became of it.
type Gel struct {
	GesteGel
	Confirme *GesteGel
	Leve     *GesteGel
}

// PlierGels gathers what was done into stops, the oldest first.
func PlierGels(gestes []GesteGel) []Gel {
	gestes = slices.Clone(gestes)
	slices.SortStableFunc(gestes, func(a, b GesteGel) int { return cmp.Compare(a.Le, b.Le) })
	var gels []Gel
	for i := range gestes {
		g := &gestes[i]
		if g.Geste == Arreter {
			gels = append(gels, Gel{GesteGel: *g})
			continue
		}
		k := slices.IndexFunc(gels, func(x Gel) bool { return x.Gel == g.Gel })
		if k < 0 {
			continue
		}
		switch {
		case g.Geste == ConfirmerArret && !g.Auteur().Est(gels[k].Auteur()):
			gels[k].Confirme = g
		case g.Geste == Reprendre:
			gels[k].Leve = g
		}
	}
	return gels
}

// AConfirmer reports whether the stop still waits for someone else.
func (g *Gel) AConfirmer() bool { return g.ADeux && g.Confirme == nil && g.Leve == nil }

// EnVigueur reports whether the stop holds payments on a day. That of a batch is
// done once, and holds nothing after.
func (g *Gel) EnVigueur(jour v.Jour) bool {
	return g.Genre != GelLot && g.Leve == nil && !g.AConfirmer() && jour < g.Jusque
}

// Dit names the stop and its reason: «règle MAL-BAS-04 arrêtée : motif».
func (g *GesteGel) Dit() string {
	nom := map[GenreGel]string{
		GelPersonne: "paiements de cette personne arrêtés", GelRegle: "règle " + g.Objet + " arrêtée",
		GelVersion: "version des règles " + g.Objet + " arrêtée", GelLot: "lot " + g.Objet + " arrêté",
	}[g.Genre]
	return nom + " : " + g.Motif
}

// dureeGel bounds a stop, in days: one that lasts is decided again.
const dureeGel = 31

// ErrToutArreter is returned for a stop that would leave nothing to be paid.
var ErrToutArreter = errors.New("on n'arrête pas tout : ce qui n'est pas en cause continue d'être payé ; arrêtez une personne, une règle, une version ou un lot")

// VerifierGel examines whether a stop says what it must, and sets whether someone
// else must confirm it.
func VerifierGel(g *GesteGel, aujourdhui v.Jour) error {
	objet := strings.ToLower(strings.TrimSpace(g.Objet))
	switch {
	case g.Genre == "tout" || objet == "tout" || objet == "*":
		return ErrToutArreter
	case g.Genre != GelPersonne && g.Genre != GelRegle && g.Genre != GelVersion && g.Genre != GelLot:
		return fmt.Errorf("«%s» ne s'arrête pas : %w, attendu personne, regle, version ou lot", g.Genre, ErrIncomplet)
	case objet == "":
		return fmt.Errorf("arreter : %w, il manque ce qui est arrêté", ErrIncomplet)
	case strings.TrimSpace(g.Par) == "":
		return fmt.Errorf("arreter : %w, il manque le nom de son auteur", ErrIncomplet)
	case strings.TrimSpace(g.Motif) == "":
		return fmt.Errorf("arreter : %w, il manque son motif", ErrIncomplet)
	case g.Genre != GelLot && (g.Jusque <= aujourdhui || g.Jusque > aujourdhui+dureeGel):
		return fmt.Errorf("arreter : %w, il manque une date de reprise à venir, dans %d jours au plus", ErrIncomplet, dureeGel)
	}
	var err error
	g.ADeux, err = Pouvoir(NatureGel(g.Genre), g.Role, 1)
	return err
}

// NatureGel names a stop in the table of powers.
func NatureGel(g GenreGel) dossier.NatureIntervention {
	return dossier.NatureIntervention("arreter_" + string(g))
}

// natureReprendre names the end of a stop in the table of powers.
const natureReprendre dossier.NatureIntervention = "reprendre"

// PeutReprendre examines whether a role may lift a stop.
func PeutReprendre(role string) error {
	_, err := Pouvoir(natureReprendre, role, 0)
	return err
}

// ConfirmerGel examines whether someone may confirm a stop.
func ConfirmerGel(g *Gel, par v.Agent, role string) error {
	if !g.AConfirmer() {
		return fmt.Errorf("%w : l'arrêt %s n'attend pas de confirmation", ErrConfirmation, g.Gel)
	}
	if par.Est(g.Auteur()) {
		return fmt.Errorf("%w : %s a fait l'arrêt, une autre personne doit le confirmer", ErrConfirmation, g.Par)
	}
	if p := trouverPouvoir(NatureGel(g.Genre), role); p == nil || p.confirme == 0 {
		return fmt.Errorf("%w : %s ne peut pas confirmer cet arrêt", ErrConfirmation, role)
	}
	return nil
}
