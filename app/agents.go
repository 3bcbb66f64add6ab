package app

import (
	"context"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"

	"accord/decision"
	"accord/dossier"
	v "accord/valeur"
)

var (
	// ErrAgent is returned for an act by someone whom the register of the caisse does
	// not know, or not for that day or that role.
	ErrAgent = errors.New("l'agent ne peut pas agir")
	// ErrJeton is returned when what was typed is the token of nobody in force.
	ErrJeton = errors.New("ce matricule et ce jeton ne vont pas ensemble, ou l'agent n'est plus en fonction")
)

// EmpreinteJeton is what is kept of a token. Tokens are drawn, of 128 bits and more:
// there is nothing to guess that a slow hash would protect. The separators and the
// case in which a token is typed do not count.
func EmpreinteJeton(matricule, jeton string) string {
	jeton = strings.ToUpper(strings.Join(strings.FieldsFunc(jeton, func(r rune) bool { return r == '-' || r == ' ' || r == '\u00a0' }), ""))
	h := sha256.Sum256([]byte("accord/jeton/1\n" + matricule + "\n" + jeton))
	return hex.EncodeToString(h[:])
}

// RegistreOuvert reports whether the caisse has a register of agents: from then on
// nobody acts who is not in it.
func (c *Caisse) RegistreOuvert(ctx context.Context) (ouvert bool, err error) {
	err = c.store.View(ctx, func(tx Tx) error {
		ouvert, err = tx.RegistreOuvert()
		return err
	})
	return ouvert, err
}

// Inscrits lists the agents, those who act no more among them.
func (c *Caisse) Inscrits(ctx context.Context) (is []decision.Inscrit, err error) {
	err = c.store.View(ctx, func(tx Tx) error {
		is, err = inscrits(tx, "")
		return err
	})
	return is, err
}

func inscrits(tx Tx, matricule string) ([]decision.Inscrit, error) {
	gestes, err := tx.GestesAgents(matricule)
	return decision.PlierAgents(gestes), err
}

// Inscrit returns an agent who may act today. ErrAgent.
func (c *Caisse) Inscrit(ctx context.Context, matricule string) (x decision.Inscrit, err error) {
	err = c.store.View(ctx, func(tx Tx) error {
		x, err = c.inscrit(tx, matricule)
		return err
	})
	return x, err
}

func (c *Caisse) inscrit(tx Tx, matricule string) (x decision.Inscrit, err error) {
	m, err := decision.LireMatricule(matricule)
	if err != nil {
		return x, fmt.Errorf("%w : dites qui agit, par son matricule", ErrAgent)
	}
	is, err := inscrits(tx, m)
	switch {
	case err != nil:
		return x, err
	case len(is) == 0:
		return x, fmt.Errorf("%w : le matricule %s n'est pas au registre", ErrAgent, m)
	case !is[0].EnVigueur(c.clock.Jour()):
		return x, fmt.Errorf("%w : %s n'est pas, ou n'est plus, en fonction", ErrAgent, is[0].Nom)
	}
	return is[0], nil
}

// Reconnaitre returns the agent whose token it is. It takes as long, and says the
// same, whatever is wrong. ErrJeton.
func (c *Caisse) Reconnaitre(ctx context.Context, matricule, jeton string) (decision.Inscrit, error) {
	x, err := c.Inscrit(ctx, matricule)
	if err != nil && !errors.Is(err, ErrAgent) {
		return x, err
	}
	donnee := EmpreinteJeton(x.Matricule, jeton)
	attendue := x.Empreinte
	if err != nil {
		attendue = strings.Repeat("0", len(donnee))
	}
	if subtle.ConstantTimeCompare([]byte(donnee), []byte(attendue)) != 1 || err != nil {
		return decision.Inscrit{}, ErrJeton
	}
	return x, nil
}

// admettre gives whoever acts as the register knows them, and refuses whoever it
// does not know, or not with one of the roles. While the caisse has no register,
// whoever acts is who they say.
func (c *Caisse) admettre(tx Tx, qui v.Agent, roles ...string) (v.Agent, error) {
	ouvert, err := tx.RegistreOuvert()
	if err != nil || !ouvert {
		return v.Agent{Nom: qui.Nom}, err
	}
	x, err := c.inscrit(tx, qui.Matricule)
	if err != nil {
		return qui, err
	}
	if !x.Tient(roles...) {
		return qui, fmt.Errorf("%w : %s n'a pas, au registre, le rôle qu'il faut : %s", ErrAgent, x.Nom, strings.Join(roles, ", "))
	}
	return x.Agent, nil
}

// pourLActe is admettre for what the table of powers names.
func (c *Caisse) pourLActe(tx Tx, qui v.Agent, nature dossier.NatureIntervention) (v.Agent, error) {
	return c.admettre(tx, qui, decision.Roles(nature)...)
}

// Inscrire registers an agent, under a token that whoever calls drew and shows once.
// The agent returned waits when someone else must confirm. ErrRegistre.
func (c *Caisse) Inscrire(ctx context.Context, g decision.GesteAgent, jeton string) (decision.Inscrit, error) {
	g.Geste = decision.InscrireAgent
	if g.Du == 0 {
		g.Du = c.clock.Jour()
	}
	g.Nom = strings.Join(strings.Fields(g.Nom), " ")
	if err := decision.VerifierInscription(&g, c.clock.Jour()); err != nil {
		return decision.Inscrit{}, err
	}
	return c.habiliter(ctx, g, jeton, func(x *decision.Inscrit, is []decision.Inscrit) error {
		if x != nil && x.EnVigueur(c.clock.Jour()) {
			return fmt.Errorf("%w : %s est déjà inscrit ; «accord agents clore» d'abord, pour changer son rôle ou son nom", decision.ErrRegistre, x.Nom)
		}
		for i := range is {
			if y := &is[i]; y.Matricule != g.Matricule && y.Est(v.Agent{Nom: g.Nom}) {
				return fmt.Errorf("%w : %s est déjà inscrit sous le matricule %s, reprenez-le ; si ce sont deux personnes, écrivez le nom autrement (second prénom)", decision.ErrRegistre, y.Nom, y.Matricule)
			}
		}
		return nil
	})
}

// DonnerJeton gives an agent another token, drawn by whoever calls: the one before
// opens nothing any more. ErrRegistre.
func (c *Caisse) DonnerJeton(ctx context.Context, g decision.GesteAgent, jeton string) (decision.Inscrit, error) {
	g.Geste = decision.NouveauJeton
	return c.habiliter(ctx, g, jeton, func(x *decision.Inscrit, _ []decision.Inscrit) error {
		if x == nil || !x.EnVigueur(c.clock.Jour()) {
			return fmt.Errorf("agent %s : %w", g.Matricule, ErrAbsent)
		}
		return nil
	})
}

// Clore ends what an agent may do, at once. ErrRegistre.
func (c *Caisse) Clore(ctx context.Context, g decision.GesteAgent) (decision.Inscrit, error) {
	g.Geste = decision.CloreAgent
	return c.habiliter(ctx, g, "", func(x *decision.Inscrit, _ []decision.Inscrit) error {
		if x == nil || x.Clos {
			return fmt.Errorf("agent %s : %w", g.Matricule, ErrAbsent)
		}
		return nil
	})
}

// ConfirmerAgent gives effect to what someone else did to an agent. ErrRegistre.
func (c *Caisse) ConfirmerAgent(ctx context.Context, g decision.GesteAgent) (decision.Inscrit, error) {
	g.Geste = decision.ConfirmerAgent
	return c.habiliter(ctx, g, "", func(x *decision.Inscrit, _ []decision.Inscrit) error {
		switch {
		case x == nil || x.Attend == nil:
			return fmt.Errorf("%w : rien n'attend de confirmation pour %s", decision.ErrRegistre, g.Matricule)
		case !g.Par.Anonyme() && g.Par.Est(x.Attend.Par):
			return fmt.Errorf("%w : %s l'a fait, une autre personne doit le confirmer", decision.ErrRegistre, x.Attend.Par.Nom)
		}
		return nil
	})
}

// habiliter does one thing to the register, once it is examined against what the
// register says of the agent (nil when nothing) and of the others.
func (c *Caisse) habiliter(ctx context.Context, g decision.GesteAgent, jeton string, permettre func(*decision.Inscrit, []decision.Inscrit) error) (x decision.Inscrit, err error) {
	if g.Matricule, err = decision.LireMatricule(g.Matricule); err != nil {
		return x, err
	}
	g.Le = c.clock.Instant()
	if jeton != "" {
		g.Empreinte = EmpreinteJeton(g.Matricule, jeton)
	}
	err = c.store.Update(ctx, func(tx Tx) error {
		is, err := inscrits(tx, "")
		if err != nil {
			return err
		}
		k := slices.IndexFunc(is, func(y decision.Inscrit) bool { return y.Matricule == g.Matricule })
		var connu *decision.Inscrit
		g.Rang = 1
		if k >= 0 {
			connu, g.Rang = &is[k], is[k].Rang+1
		}
		if err := decision.Habilitation(is, &g, c.clock.Jour()); err != nil {
			return err
		}
		if err := permettre(connu, is); err != nil {
			return err
		}
		if err := tx.AjouterGesteAgent(g); err != nil {
			return err
		}
		is, err = inscrits(tx, g.Matricule)
		if err == nil {
			x = is[0]
		}
		return err
	})
	return x, err
}
