package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"accord/app"
	"accord/decision"
	"accord/libelle"
	v "accord/valeur"

	"github.com/spf13/pflag"
	"golang.org/x/term"
)

// auteur is who acts and in which role, as typed.
type auteur struct {
	par, role string
	fs        *pflag.FlagSet
}

// options adds the options that say who acts; roles lists those that may, for the help.
func (a *auteur) options(fs *pflag.FlagSet, roles string) {
	a.fs = fs
	fs.StringVar(&a.par, "par", "", "qui agit : son matricule, ou son nom si la caisse n'a pas de registre des agents")
	fs.StringVar(&a.role, "role", "technicien", roles+" ; avec un registre des agents, celui de l'agent s'il n'en a qu'un")
}

// prouver gives whoever acts: as typed while the caisse has no register of agents;
// from then on the agent of that number, once their token was examined. The role is
// the one that was typed, or the only one that they have.
func (a *auteur) prouver(s *session, caisse *app.Caisse) (v.Agent, string, error) {
	x, ouvert, err := s.prouver(caisse, a.par, "--par")
	switch {
	case err != nil || !ouvert:
		return x.Agent, a.role, err
	case a.fs.Changed("role"):
		return x.Agent, a.role, nil
	case len(x.Roles) > 1:
		return x.Agent, "", usage("%s a plusieurs rôles : dites dans lequel (--role) : %s", x.Nom, strings.Join(x.Roles, ", "))
	}
	return x.Agent, x.Roles[0], nil
}

// prouver gives whoever an option names; ouvert says that the caisse has a register,
// against which their token was examined.
func (s *session) prouver(caisse *app.Caisse, qui, option string) (x decision.Inscrit, ouvert bool, err error) {
	if ouvert, err = caisse.RegistreOuvert(s.ctx); err != nil || !ouvert {
		return decision.Inscrit{Agent: v.Agent{Nom: strings.Join(strings.Fields(qui), " ")}}, false, err
	}
	if strings.TrimSpace(qui) == "" {
		return x, true, usage("dites qui agit, par son matricule (%s) : la caisse a un registre des agents", option)
	}
	jeton, err := s.jeton(qui)
	if err != nil {
		return x, true, err
	}
	x, err = caisse.Reconnaitre(s.ctx, qui, jeton)
	return x, true, err
}

// jeton asks for the token of an agent: from the environment, on the terminal, or
// on the first line of the input.
func (s *session) jeton(matricule string) (string, error) {
	if j := os.Getenv("ACCORD_JETON"); j != "" {
		return j, nil
	}
	if f, ok := s.in.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		fmt.Fprintf(s.err, "Jeton de %s : ", matricule)
		j, err := term.ReadPassword(int(f.Fd()))
		fmt.Fprintln(s.err)
		return string(j), err
	}
	ligne, err := bufio.NewReader(s.in).ReadString('\n')
	if j := strings.TrimSpace(ligne); j != "" {
		return j, nil
	}
	if err != nil && !errors.Is(err, io.EOF) {
		return "", err
	}
	return "", errors.New("la caisse a un registre des agents : donnez votre jeton, par la variable ACCORD_JETON, au clavier ou sur l'entrée de la commande")
}

// direRoles names roles, for a list.
func direRoles(roles []string) string {
	dits := make([]string, len(roles))
	for i, r := range roles {
		dits[i] = libelle.Role(r)
	}
	return strings.Join(dits, ", ")
}
